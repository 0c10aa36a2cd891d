#include "findings/names/combinations.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/names/between_names.h"
#include "findings/names/regimens.h"
#include "text/brackets.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kIdPrefix = "combination:";
constexpr size_t kNotThere = std::string_view::npos;

enum class Joint : uint8_t { kNone, kFirm, kSoft };

// How much, how and for how long it is given tells nothing of what it is.
std::string_view without_light_words(std::string_view words) {
  static constexpr std::string_view kLight[] = {"a",
                                                "an",
                                                "the",
                                                "oral",
                                                "topical",
                                                "intravenous",
                                                "inhaled",
                                                "systemic",
                                                "local",
                                                "low-dose",
                                                "high-dose",
                                                "short-term",
                                                "long-term",
                                                "standard",
                                                "concurrent",
                                                "daily",
                                                "weekly",
                                                "concomitant",
                                                "intramuscular",
                                                "subcutaneous",
                                                "adjuvant",
                                                "low",
                                                "dose",
                                                "dosage",
                                                "doses",
                                                "supplementary",
                                                "pulsed",
                                                "either",
                                                "standard-dose",
                                                "conventional"};
  for (;;) {
    while (words.ends_with(' ')) words.remove_suffix(1);
    const size_t space = words.rfind(' ');
    const std::string_view last = space == kNotThere ? words : words.substr(space + 1);
    if (last.empty() || last == "either" || !is_one_of(last, kLight)) break;
    words.remove_suffix(last.size());
  }
  return words;
}

std::string_view trimmed_gap(std::string_view gap) {
  gap = without_light_words(gap);
  while (gap.starts_with(' ')) gap.remove_prefix(1);
  return gap;
}

Joint joint_of(std::string_view gap) {
  const std::string outside = without_round_brackets(gap);
  const std::string_view words = trimmed_gap(outside);
  static constexpr std::string_view kFirm[] = {"plus",
                                               "+",
                                               "combined with",
                                               "in combination with",
                                               "together with",
                                               ", plus",
                                               "followed by",
                                               ", followed by",
                                               "used in combination with",
                                               "and then",
                                               "along with",
                                               "given together with"};
  static constexpr std::string_view kSoft[] = {",", "and", ", and"};
  if (is_one_of(words, kFirm)) return Joint::kFirm;
  return is_one_of(words, kSoft) ? Joint::kSoft : Joint::kNone;
}

// "A combination of | A and B", "triple therapy with | A, B and C".
bool is_introduced(std::string_view before) {
  before = without_light_words(before);
  static constexpr std::string_view kIntroductions[] = {"combination of",
                                                        "combination therapy with",
                                                        "combination therapy of",
                                                        "combination with",
                                                        "combination treatment with",
                                                        "combination treatment of",
                                                        "combined use of",
                                                        "combined treatment with",
                                                        "combined therapy with",
                                                        "regimen of",
                                                        "regimen containing",
                                                        "regimen comprising",
                                                        "regimen consisting of",
                                                        "triple therapy with",
                                                        "triple therapy of",
                                                        "triple therapy consisting of",
                                                        "dual therapy with",
                                                        "dual therapy of",
                                                        "concomitant use of",
                                                        "concurrent use of",
                                                        "combination therapy using",
                                                        "combination chemotherapy with",
                                                        "quadruple therapy with",
                                                        "combined administration of"};
  return ends_with_one_of(before, kIntroductions);
}

// "Carboplatin and paclitaxel | is the first-line chemotherapy": one thing. But not "treatment with A and B
// is", where the verb is that of the treatment.
bool is_one_thing(std::string_view before, std::string_view behind) {
  static constexpr std::string_view kVerbs[] = {" is the ",      " is a ",           " is considered ",
                                                " remains the ", " is recommended ", " represents the "};
  if (!starts_with_one_of(behind, kVerbs)) return false;
  before = without_light_words(before);
  const size_t space = before.rfind(' ');
  const std::string_view last = space == kNotThere ? before : before.substr(space + 1);
  return last.empty() || before.ends_with(',') || before.ends_with(':') || last == "that" || last == "and";
}

// "ABVD (A, B, C and D) is the first-line regimen".
bool is_spelt_regimen(std::string_view before, std::string_view behind) {
  if (!before.ends_with('(') || !behind.starts_with(')')) return false;
  static constexpr std::string_view kKinds[] = {"regimen", "protocol", "combination", "combination therapy",
                                                "combination chemotherapy"};
  static constexpr std::string_view kOne[] = {"is", "remains"};
  constexpr size_t kNear = 90;
  const std::string_view next = behind.substr(0, behind.find_first_of(";:"));
  constexpr size_t kBefore = 24;
  const std::string_view near = before.substr(before.size() - std::min(before.size(), kBefore));
  return has_any_phrase(next.substr(0, kNear), kOne) &&
         (has_any_phrase(next.substr(0, kNear), kKinds) || has_any_phrase(near, kKinds));
}

// A part that no vocabulary knows, or a choice: then nobody knows what is given together.
bool is_open_before(std::string_view before) {
  before = without_light_words(before);
  static constexpr std::string_view kOpen[] = {" plus", " +", "/", " or", " and", " with"};
  static constexpr std::string_view kHeads[] = {"therapy with", "treatment with", "combination with"};
  if (ends_with_one_of(before, kHeads)) return false;
  return ends_with_one_of(before, kOpen);
}

bool is_open_behind(std::string_view behind) {
  const std::string outside = without_round_brackets(behind.substr(0, behind.find(';')));
  std::string_view next = outside;
  static constexpr std::string_view kOpen[] = {
      " plus ", " + ",    "/",         " or ",       ", or ",  " with ",          "-based", " combined with",
      "+",      ", plus", " followed", ", followed", ", with", " in combination", " - ",    " versus"};
  if (starts_with_one_of(next, kOpen)) return true;
  for (const std::string_view and_ : {" and ", ", and "}) {
    if (!next.starts_with(and_)) continue;
    next.remove_prefix(and_.size());
    static constexpr std::string_view kVerbs[] = {"is",  "are", "should",  "can",
                                                  "may", "has", "remains", "it"};
    return !is_one_of(next.substr(0, next.find(' ')), kVerbs);
  }
  return false;
}

Mention joined(std::string_view lower, const std::vector<Mention>& named, size_t first, size_t last) {
  std::vector<std::string> ids;
  Mention whole = named[first];
  whole.name.clear();
  for (size_t i = first; i <= last; ++i) {
    ids.push_back(named[i].id);
    whole.name += (i == first ? "" : " + ") + named[i].name;
  }
  whole.id = combination_id(std::move(ids));
  whole.span.end = named[last].span.end;
  if (const size_t form = start_of_short_form(lower, named, first, last); form != kNotThere) {
    const std::string_view letters = lower.substr(form, lower.find_first_of(" (", form) - form);
    whole.name = upper_ascii(letters) + " (" + whole.name + ")";
    whole.span.start = static_cast<uint32_t>(form);
  }
  return whole;
}

// Whether the names from `first` to `last` are one combination.
bool is_given_together(std::string_view lower, const std::vector<Mention>& named, size_t first, size_t last) {
  const std::string_view before = lower.substr(0, named[first].span.start);
  const std::string_view behind = lower.substr(std::min<size_t>(named[last].span.end, lower.size()));
  size_t firm = 0;
  for (size_t i = first; i < last; ++i) {
    const std::string_view gap = lower.substr(named[i].span.end, named[i + 1].span.start - named[i].span.end);
    firm += joint_of(gap) == Joint::kFirm ? 1 : 0;
    for (size_t j = i + 1; j <= last; ++j) {
      if (named[j].id == named[i].id) return false;
    }
  }
  if (is_open_behind(behind)) return false;
  if (is_introduced(before) || is_said_together(lower, named, first, last)) return true;
  if (firm == last - first) return !is_open_before(before);
  if (firm > 0) return false;  // "A, B and C plus D": of which?
  const std::string_view gap =
      lower.substr(named[last - 1].span.end, named[last].span.start - named[last - 1].span.end);
  if (!has_phrase(gap, "and")) return false;
  return is_one_thing(before, behind) || is_spelt_regimen(before, behind);
}

// "A, B, and | C plus D |": the last of a list of equals. Where it begins; `last + 1` where there is none.
size_t last_of_list(std::string_view lower, const std::vector<Mention>& named, size_t first, size_t last) {
  const auto joint = [&](size_t i) {
    return joint_of(lower.substr(named[i].span.end, named[i + 1].span.start - named[i].span.end));
  };
  size_t start = last;
  while (start > first && joint(start - 1) == Joint::kFirm) --start;
  constexpr size_t kEqualsMin = 2;
  if (start == last || start - first < kEqualsMin) return last + 1;
  for (size_t i = first; i < start; ++i) {
    if (joint(i) != Joint::kSoft) return last + 1;
  }
  const std::string_view gap =
      lower.substr(named[start - 1].span.end, named[start].span.start - named[start - 1].span.end);
  const std::string_view behind = lower.substr(std::min<size_t>(named[last].span.end, lower.size()));
  return has_phrase(gap, "and") && !is_open_behind(behind) ? start : last + 1;
}

}  // namespace

std::vector<Mention> join_combinations(std::string_view lower, const std::vector<Mention>& named) {
  std::vector<Mention> things;
  for (size_t first = 0; first < named.size();) {
    size_t last = first;
    while (last + 1 < named.size() && !named[last].is_control && !named[last + 1].is_control &&
           named[last].span.end <= named[last + 1].span.start && named[last + 1].span.end <= lower.size() &&
           joint_of(lower.substr(named[last].span.end, named[last + 1].span.start - named[last].span.end)) !=
               Joint::kNone)
      ++last;
    size_t from = last + 1;
    if (last > first)
      from = is_given_together(lower, named, first, last) ? first : last_of_list(lower, named, first, last);
    things.insert(things.end(), named.begin() + static_cast<std::ptrdiff_t>(first),
                  named.begin() + static_cast<std::ptrdiff_t>(from));
    if (from <= last) things.push_back(joined(lower, named, from, last));
    first = last + 1;
  }
  return things;
}

// "A regimen of A, B and C", "triple therapy with A and B": said of all together, of none alone.
bool is_of_combination(std::string_view lower, ByteSpan first, ByteSpan last) {
  static constexpr std::string_view kTogether[] = {"combination", "combinations", "regimen", "regimens",
                                                   "triple",      "quadruple",    "dual",    "combined",
                                                   "concurrent",  "concomitant",  "together"};
  constexpr size_t kNear = 56;
  const size_t from = first.start > kNear ? first.start - kNear : 0;
  std::string_view before = lower.substr(from, first.start - from);
  before = before.substr(before.find_last_of(';') + 1);
  if (first != last && has_any_phrase(before, kTogether)) return true;
  static constexpr std::string_view kWithOne[] = {"combination therapy with", "combination treatment with",
                                                  "combination with", "combination of"};
  if (has_any_phrase(before, kWithOne)) return true;
  // "Triple therapy, comprising A plus two antibiotics (B, C)": a word of number counts from further off.
  static constexpr std::string_view kOfSeveral[] = {
      "triple therapy",    "triple-therapy",   "quadruple therapy",  "dual therapy",    "triple regimen",
      "quadruple regimen", "triple treatment", "triple combination", "dual combination"};
  constexpr size_t kFar = 130;
  const size_t far = first.start > kFar ? first.start - kFar : 0;
  const std::string_view wide = lower.substr(far, first.start - far);
  if (has_any_phrase(wide.substr(wide.find_last_of(';') + 1), kOfSeveral)) return true;
  // "Proton pump inhibitor (PPI)-based triple therapies".
  const std::string outside = without_round_brackets(lower.substr(std::min<size_t>(last.end, lower.size())));
  std::string_view behind = outside;
  if (behind.starts_with(" -") || behind.starts_with(")-")) behind.remove_prefix(1);
  return behind.starts_with("-based") || behind.starts_with(" based") || behind.starts_with("-containing") ||
         has_phrase(behind.substr(0, std::min(behind.find(' ', 1), behind.size()) + 12), "combination") ||
         behind.starts_with(" in combination") || behind.starts_with(" combined with");
}

bool is_combination(std::string_view id) { return id.starts_with(kIdPrefix); }

std::string combination_id(std::vector<std::string> parts) {
  std::sort(parts.begin(), parts.end());
  std::string id(kIdPrefix);
  for (size_t i = 0; i < parts.size(); ++i) id += (i == 0 ? "" : "+") + parts[i];
  return id;
}

bool is_or_has_part(std::string_view id, std::string_view part) {
  if (id == part) return true;
  if (!is_combination(id)) return false;
  id.remove_prefix(kIdPrefix.size());
  while (!id.empty()) {
    const size_t end = std::min(id.find_first_of("+|"), id.size());
    if (id.substr(0, end) == part) return true;
    id.remove_prefix(std::min(end + 1, id.size()));
  }
  return false;
}

std::vector<std::string> parts_of_combination(std::string_view id) {
  std::vector<std::string> parts;
  if (!is_combination(id)) return parts;
  id.remove_prefix(kIdPrefix.size());
  while (!id.empty()) {
    const size_t end = std::min(id.find('+'), id.size());
    parts.emplace_back(id.substr(0, end));
    id.remove_prefix(std::min(end + 1, id.size()));
  }
  return parts;
}

}  // namespace attest
