// A total against parts that the sentence says are all of it: "the remaining 12", "consisting of", groups in
// a bracket behind it.
#include <algorithm>
#include <cmath>

#include "base/one_of.h"
#include "figures/people_counts.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

constexpr size_t kPartsMax = 6;

// Some of the others may be a part of a part: "20 improved, 12 completely, and the remaining 13 did not".
bool some_make_total(std::span<const Quantity> parts, double total) {
  const size_t choices = size_t{1} << (parts.size() - 1);
  for (size_t choice = 0; choice < choices; ++choice) {
    double sum = parts.back().value;
    for (size_t i = 0; i + 1 < parts.size(); ++i) sum += (choice >> i & 1) != 0 ? parts[i].value : 0;
    if (sum == total) return true;
  }
  return false;
}

bool stands_in_bracket(const Passage& passage, size_t from, size_t at) {
  const std::string_view before = passage.between(from, at);
  return std::count(before.begin(), before.end(), '(') > std::count(before.begin(), before.end(), ')');
}

// What parts that are told one after the other may not be: some of them twice, some without a figure.
bool may_be_no_parts(std::string_view lower) {
  static constexpr std::string_view kOther[] = {
      "of whom", "of which", "of these",  "of them",  "each",  "both",  "per",    "respectively", "including",
      "also",    "one",      "most",      "majority", "half",  "rest",  "others", "some",         "several",
      "none",    "all",      "all but",   "at least", "eyes",  "times", "versus", "compared",     "than",
      "between", "every",    "follow-up", "another",  "score", "aged",  "age",    "first",        "then"};
  return has_any_phrase(lower, kOther);
}

// "Of the 30 patients, 20 had the one operation, 8 the other and the remaining 2 a third."
void check_remaining(const Passage& passage, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  if (quantities.size() < 3) return;
  const Quantity& total = quantities[0];
  if (!is_people(total)) return;
  std::vector<Quantity> parts;
  for (size_t i = 1; i < quantities.size(); ++i) {
    if (stands_in_bracket(passage, total.span.end, quantities[i].span.start)) continue;
    // Ages and times before the first part say who the total was.
    const double count = count_of_part(quantities[i]);
    const bool time = quantities[i].kind == QuantityKind::kDuration || quantities[i].measure == "age";
    if (count < 1 && parts.empty() && time) continue;
    if (count < 1 || parts.size() == kPartsMax) return;
    parts.push_back(quantities[i]);
    parts.back().value = count;
    const std::string_view lead = passage.between(quantities[i - 1].span.end, quantities[i].span.start);
    if (parts.size() > 1 && says_number(lead)) return;
    if (!lead.ends_with(" the remaining ") && !lead.ends_with(" the other ")) continue;
    const std::string_view before = passage.between(0, total.span.start);
    const size_t first = parts.front().span.start;
    const std::string_view told = passage.between(first, quantities[i].span.end);
    const std::string_view gap = passage.between(total.span.end, first);
    // Nothing but a comma parts the total from its first part.
    const bool leads = is_one_of(before, kLeadsToTotal) && gap.ends_with(", ");
    // "48 patients were enrolled; 36 responded"
    static constexpr std::string_view kTaken[] = {" were enrolled; ", " were included; ", " were studied; ",
                                                  " were treated; ",  " took part; ",     ", "};
    const bool subject =
        before.empty() && (is_one_of(gap, kTaken) || (gap.ends_with(", ") && has_phrase(gap, "underwent")));
    const bool joined = told.find(';') == std::string_view::npos && told.find(". ") == std::string_view::npos;
    if ((!leads && !subject) || !joined || parts.size() < 2 || may_be_no_parts(told)) return;
    if (!some_make_total(parts, total.value)) add_total(passage, total, parts, checks);
    return;
  }
}

// "42 subjects, consisting of 22 patients and 20 controls".
void check_consisting(const Passage& passage, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  static constexpr std::string_view kSays[] = {"consisting of ", "comprising ", "composed of ", "made up of ",
                                               "comprised of "};
  for (size_t i = 0; i + 2 < quantities.size(); ++i) {
    if (!is_people(quantities[i]) || !counts_people(quantities[i])) continue;
    std::string_view gap = passage.between(quantities[i].span.end, quantities[i + 1].span.start);
    while (gap.starts_with(' ') || gap.starts_with(',') || gap.starts_with('(')) gap.remove_prefix(1);
    if (!is_one_of(gap, kSays)) continue;
    std::vector<Quantity> parts;
    for (size_t k = i + 1; k < quantities.size(); ++k) {
      if (stands_in_bracket(passage, quantities[i + 1].span.start, quantities[k].span.start)) continue;
      const double count = count_of_part(quantities[k]);
      if (count < 1 || !is_people(quantities[k]) || parts.size() == kPartsMax) return;
      parts.push_back(quantities[k]);
    }
    const size_t end = quantities.back().span.end;
    if (parts.size() < 2 || may_be_no_parts(passage.between(quantities[i].span.end, end))) return;
    const std::string_view last = passage.between(parts[parts.size() - 2].span.end, parts.back().span.start);
    if (last.ends_with(" and ") && !says_number(last) && !some_make_total(parts, quantities[i].value))
      add_total(passage, quantities[i], parts, checks);
    return;
  }
}

// "25 patients (18 in the drug group and 7 in the placebo group)", "1184 subjects (697 cinacalcet, 487
// control)": each part is of another group.
void check_bracketed_groups(const Passage& passage, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  static constexpr std::string_view kGroups[] = {
      "group", "arm", "placebo", "control", "controls", "receiving", "given", "assigned to", "allocated to"};
  static constexpr std::string_view kOther[] = {"and",    "both",   "eyes",   "each", "per", "male",
                                                "female", "men",    "women",  "of",   "or",  "with",
                                                "total",  "trials", "groups", "arms"};
  for (size_t i = 0; i + 2 < quantities.size(); ++i) {
    if (!is_people(quantities[i]) || !counts_people(quantities[i])) continue;
    if (passage.between(quantities[i].span.end, quantities[i + 1].span.start) != " (") continue;
    // "1054 of 1063 patients (529 in one group": those of the bracket are the first.
    const std::string_view before = passage.between(0, quantities[i].span.start);
    if (before.ends_with(" of ") && !before.ends_with("total of ")) continue;
    const size_t open = quantities[i + 1].span.start;
    const size_t close = passage.lower.find(')', open);
    if (close == std::string::npos || passage.between(open, close).find('(') != std::string_view::npos)
      continue;
    std::vector<Quantity> parts;
    size_t named = 0;
    bool sound = true;
    for (size_t k = i + 1; k < quantities.size() && quantities[k].span.start < close; ++k) {
      if (quantities[k].kind == QuantityKind::kPValue) continue;
      const size_t next =
          k + 1 < quantities.size() ? std::min<size_t>(quantities[k + 1].span.start, close) : close;
      std::string_view words = passage.between(quantities[k].span.start, next);
      const size_t cut = words.find_first_of(",;");
      // A list's last comma parts the counts; another one starts a remark.
      const size_t own = quantities[k].span.end - quantities[k].span.start;
      sound = sound && (words.size() <= own || !says_number(words.substr(own)));
      words = words.substr(0, cut);
      if (words.ends_with(" and ")) words.remove_suffix(5);
      sound = sound && count_of_part(quantities[k]) >= 1 && !has_any_phrase(words, kOther) &&
              quantities[k].kind != QuantityKind::kProportion;
      named += has_any_phrase(words, kGroups) ? 1 : 0;
      parts.push_back(quantities[k]);
      parts.back().value = count_of_part(quantities[k]);
    }
    const bool in_each = named == parts.size();
    const bool beside_control = named > 0 && parts.size() == 2;
    if (!sound || parts.size() < 2 || parts.size() > kPartsMax || (!in_each && !beside_control)) continue;
    add_total(passage, quantities[i], parts, checks);
  }
}

}  // namespace

double count_of_part(const Quantity& quantity) {
  const bool share = quantity.kind == QuantityKind::kProportion && std::isnan(quantity.denominator);
  const bool bare =
      quantity.kind == QuantityKind::kNumber && quantity.unit.empty() && quantity.measure.empty();
  const bool counted = quantity.kind == QuantityKind::kCount || quantity.kind == QuantityKind::kSampleSize;
  if (!share && !bare && !counted) return 0;
  const double count = share ? quantity.numerator : quantity.value;
  const bool whole = !std::isnan(count) && count == std::floor(count) && count >= 1;
  return whole && quantity.relation == Relation::kEqual ? count : 0;
}

void check_exhaustive_parts(const Passage& passage, std::vector<FigureCheck>& checks) {
  check_remaining(passage, checks);
  check_consisting(passage, checks);
  check_bracketed_groups(passage, checks);
}

}  // namespace attest::figures
