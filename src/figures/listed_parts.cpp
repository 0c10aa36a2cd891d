// "828 patients were enrolled: 515 who finished, 138 who stopped and 175 more": a total against the list
// behind its colon, where every item of the list starts with a count and the last one is joined by "and".
#include <cmath>

#include "base/ascii.h"
#include "base/one_of.h"
#include "figures/people_counts.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

// Things that are one kind each, so that a list of kinds is one of all: studies by design, people by fate.
bool is_listed_total(const Quantity& quantity) {
  static constexpr std::string_view kThings[] = {"studies", "trials",       "articles", "papers",
                                                 "reports", "publications", "rcts",     "women",
                                                 "men",     "boys",         "girls"};
  return is_people(quantity) && (counts_people(quantity) || has_any_phrase(quantity.unit, kThings));
}

// What one of them may have several of, and lists of some only.
bool may_be_some(std::string_view lower) {
  static constexpr std::string_view kOther[] = {
      "each",    "both",     "respectively", "including", "of whom", "of which",  "of these",  "also",
      "eyes",    "event*",   "symptom*",     "reaction*", "per",     "at least",  "versus",    "vs",
      "than",    "complic*", "other*",       "several",   "some",    "most",      "remaining", "compared",
      "between", "score*",   "criteria",     "twice",     "or more", "adverse",   "reported",  "had",
      "related", "died",     "one of",       "times",     "visits",  "following", "measure*",  "outcomes",
      "effect*", "problem*", "questions",    "reason*",   "cause*",  "drug*",     "evaluat*",  "examin*"};
  return has_any_phrase(lower, kOther);
}

}  // namespace

void check_listed_parts(const Passage& passage, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  constexpr size_t kListMax = 8;
  constexpr size_t kBeforeColonMax = 110;
  for (size_t i = 0; i + 3 < quantities.size(); ++i) {
    const Quantity& total = quantities[i];
    if (!is_listed_total(total)) continue;
    const std::string_view before = passage.between(0, total.span.start);
    if (before.ends_with(" of ") && !before.ends_with("total of ")) continue;
    const size_t colon = passage.lower.find(':', total.span.end);
    if (colon == std::string::npos || colon > total.span.end + kBeforeColonMax) continue;
    const std::string_view gap = passage.between(total.span.end, colon);
    if (gap.find_first_of(".;(") != std::string_view::npos || has_phrase(gap, "and")) continue;
    const size_t stop = std::min(passage.lower.size(), passage.lower.find_first_of(";.", colon));
    const std::string_view list = passage.between(colon + 1, stop);
    if (may_be_some(list) || may_be_some(gap)) continue;
    std::vector<Quantity> parts;
    bool joined = false;  // the last item stands after "and"
    bool sound = true;
    size_t end = colon + 1;
    for (size_t k = i + 1; sound && k < quantities.size() && quantities[k].span.start < stop; ++k) {
      if (quantities[k].span.start < colon) {
        sound = quantities[k].kind == QuantityKind::kDuration;
        continue;
      }
      const std::string_view lead = passage.between(end, quantities[k].span.start);
      const bool item = parts.empty() ? lead == " " : lead.ends_with(", ") || lead.ends_with(" and ");
      const double count = count_of_part(quantities[k]);
      // "the 32-week study", "466 to 200 microg/day" within an item
      const bool aside =
          quantities[k].kind == QuantityKind::kDuration || quantities[k].kind == QuantityKind::kDose;
      if (!item && aside && !parts.empty()) {
        end = quantities[k].span.end;
        continue;
      }
      sound = item && count >= 1 && !joined && (parts.empty() || !says_number(lead));
      joined = lead.ends_with(" and ");
      parts.push_back(quantities[k]);
      parts.back().value = count;
      end = quantities[k].span.end;
    }
    if (!sound || !joined || parts.size() < 3 || parts.size() > kListMax) continue;
    const std::string_view last = passage.between(end, stop);
    if (has_phrase(last, "and") || last.find(',') != std::string_view::npos || says_number(last)) continue;
    add_total(passage, total, parts, checks);
  }
}

}  // namespace attest::figures
