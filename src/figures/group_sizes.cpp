// Shares without their total against the size of their group, stated in the same sentence or in one before.
// Only where no other number of the whole text is a total that the percentage fits.
#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "base/one_of.h"
#include "figures/checks.h"
#include "figures/percentages.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

// Is there a whole number within these bounds in the text, which a percentage may be of instead? Percentages
// are none.
bool states_number_in(std::string_view text, double low, double high) {
  for (auto number = next_printed(text, 0); number; number = next_printed(text, number->end)) {
    const std::string_view behind = text.substr(number->end, 2);
    if (number->decimals > 0 || behind.starts_with('%') || behind == " %") continue;
    if (number->value >= low && number->value <= high) return true;
  }
  return false;
}

}  // namespace

bool has_other_total(std::string_view whole_text, double events, const Printed& percent) {
  return percent.low() <= 0 ||
         states_number_in(whole_text, 100 * events / percent.high(), 100 * events / percent.low());
}

std::optional<Printed> bare_share(const Passage& passage, const Quantity& share) {
  if (share.kind != QuantityKind::kProportion || !is_sound(passage, share) ||
      !std::isnan(share.denominator) || !is_count(share.numerator) || std::isnan(share.value) ||
      share.value <= 0 || !std::isnan(share.low))
    return std::nullopt;
  const std::string_view words = share.span.of(passage.text);
  return printed_in(words, share.value, words.find_first_of("(["));
}

namespace {

// "The drug group (n = 50) had 36 (82 %) responders": only where no other number of the text is a total that
// the percentage fits.
void check_group_size(const Passage& passage, std::string_view whole_text, size_t index,
                      std::vector<FigureCheck>& checks) {
  const Quantity& size = passage.quantities[index];
  const Quantity& share = passage.quantities[index + 1];
  const std::string_view between = passage.between(size.span.end, share.span.start);
  static constexpr std::string_view kVerbs[] = {"had",       "showed",   "reported", "experienced",
                                                "developed", "achieved", "responded"};
  constexpr size_t kApartMax = 24;
  const bool led = between == "), " || between == "] " || between == "): " || between == "], ";
  const bool share_of_size = led || (has_any_phrase(between, kVerbs) && !has_phrase(between, "in"));
  if (size.kind != QuantityKind::kSampleSize || between.size() > kApartMax || !share_of_size ||
      share.numerator > size.value)
    return;
  const auto percent = bare_share(passage, share);
  if (!percent || has_other_total(whole_text, share.numerator, *percent)) return;
  const ByteSpan figure = {size.span.start, share.span.end};
  add_percentage(passage, figure, *percent, {std::lround(share.numerator), std::lround(size.value)}, checks);
}

// "Of the 200 women, 50 (25%) had diabetes and 90 (40%) smoked": the shares of a clause whose total leads it,
// where no other number of the text is a total that the percentage fits.
void check_leading_total(const Passage& passage, std::string_view whole_text,
                         std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  if (quantities.size() < 2) return;
  const Quantity& total = quantities[0];
  const std::string_view before = passage.between(0, total.span.start);
  const bool people = total.kind == QuantityKind::kCount || total.kind == QuantityKind::kSampleSize;
  static constexpr std::string_view kLeads[] = {"of ",    "of the ",    "of these ", "of the remaining ",
                                                "among ", "among the ", "in the "};
  const bool leads = std::find(std::begin(kLeads), std::end(kLeads), before) != std::end(kLeads);
  constexpr double kTotalMin = 10;
  if (!people || !leads || !is_count(total.value) || total.value < kTotalMin || !is_sound(passage, total))
    return;
  // "Of 4147 women who were treated at the regional centre, Queen Street, 103 (2.5%)"
  constexpr size_t kSubjectMax = 160;
  const std::string_view subject = passage.between(total.span.end, quantities[1].span.start);
  const size_t comma = subject.find(',');
  const bool one_comma =
      comma != std::string_view::npos && subject.find(',', comma + 1) == std::string_view::npos;
  static constexpr std::string_view kVerbs[] = {"had",      "were",      "was",  "of whom",
                                                "of these", "underwent", "died", "and"};
  const bool long_name = subject.ends_with(", ") && subject.starts_with(" who ") &&
                         !has_any_phrase(subject.substr(comma == subject.npos ? 0 : comma), kVerbs);
  if (subject.size() > kSubjectMax || (!one_comma && !long_name) ||
      subject.find_first_of("(;") != std::string_view::npos)
    return;
  // Two that do not fit are of another total, which is not stated.
  std::vector<FigureCheck> wrong;
  for (size_t i = 1; i < quantities.size(); ++i) {
    const Quantity& share = quantities[i];
    const std::string_view led = passage.between(quantities[i - 1].span.end, share.span.start);
    const bool nested = led.find_first_of(";([") != std::string_view::npos || led.ends_with(" of ");
    if (share.kind != QuantityKind::kProportion || !std::isnan(share.denominator) ||
        !is_count(share.numerator) || std::isnan(share.value) || share.value <= 0 ||
        share.numerator > total.value || nested || !is_sound(passage, share))
      break;
    const auto percent = printed_in(share.span.of(passage.text), share.value);
    if (!percent || percent->low() <= 0) break;
    const CountOfTotal count = {std::lround(share.numerator), std::lround(total.value)};
    if (percentage_fits(*percent, count)) continue;
    // One that is of another number of the text: so may the rest be.
    if (has_other_total(whole_text, share.numerator, *percent)) return;
    add_percentage(passage, {total.span.start, share.span.end}, *percent, count, wrong);
  }
  if (wrong.size() == 1) checks.push_back(std::move(wrong.front()));
}

// The last word of `lower` that may be the name of a group, where only words for people follow it:
// "given |bran| group", "|placebo| patients".
std::string name_before(std::string_view lower) {
  static constexpr std::string_view kGeneric[] = {
      "group",  "groups", "arm",     "patients",     "subjects",   "women",   "men",       "children",
      "cohort", "people", "infants", "participants", "recipients", "therapy", "treatment", "alone"};
  static constexpr std::string_view kNoName[] = {
      "the",        "a",      "of",     "with",       "and",   "or",         "to",
      "in",         "were",   "total",  "one",        "two",   "included",   "randomised",
      "randomized", "study",  "sample", "analysis",   "data",  "all",        "who",
      "was",        "day",    "daily",  "mg",         "weeks", "each",       "both",
      "remaining",  "others", "only",   "population", "cases", "responders", "completed"};
  while (lower.ends_with(' ')) lower.remove_suffix(1);
  // "group A", "arm 2"
  const size_t letter = lower.size() > 2 ? lower.rfind(' ') : std::string_view::npos;
  if (letter != std::string_view::npos && letter + 2 == lower.size()) {
    const std::string_view lead = lower.substr(0, letter);
    if (lead.ends_with("group")) return "group " + std::string(lower.substr(letter + 1));
    if (lead.ends_with("arm")) return "arm " + std::string(lower.substr(letter + 1));
  }
  while (true) {
    while (lower.ends_with(' ')) lower.remove_suffix(1);
    size_t start = lower.size();
    while (start > 0 && (is_word_byte(lower[start - 1]) || lower[start - 1] == '-')) --start;
    const std::string_view word = lower.substr(start);
    if (word.empty() || is_one_of(word, kNoName) || is_digit(word.front())) return {};
    constexpr size_t kNameMin = 3;
    if (!is_one_of(word, kGeneric)) return word.size() >= kNameMin ? std::string(word) : std::string{};
    lower = lower.substr(0, start);
  }
}

struct NamedSize {
  std::string name;
  double size = 0;
  ByteSpan span;  // in its passage
  const Passage* passage = nullptr;
};

// "bran (n = 40)": the sizes of named groups.
void collect_sizes(const Passage& passage, std::vector<NamedSize>& sizes) {
  constexpr double kSizeMin = 10;
  for (const Quantity& quantity : passage.quantities) {
    const std::string_view words = passage.between(quantity.span.start, quantity.span.end);
    if (quantity.kind != QuantityKind::kSampleSize || words.find('=') == std::string_view::npos ||
        !(quantity.value >= kSizeMin) || quantity.span.start == 0 || quantity.relation != Relation::kEqual)
      continue;
    const size_t open = quantity.span.start - 1;
    if (passage.lower[open] != '(' && passage.lower[open] != '[') continue;
    std::string name = name_before(passage.between(0, open));
    if (!name.empty()) sizes.push_back({std::move(name), quantity.value, quantity.span, &passage});
  }
}

// The one group that is named behind a share, before the next one.
const NamedSize* size_behind(const Passage& passage, size_t index, const std::vector<NamedSize>& sizes) {
  const std::vector<Quantity>& quantities = passage.quantities;
  constexpr size_t kApartMax = 50;
  const size_t end = quantities[index].span.end;
  size_t next = std::min(passage.lower.size(), end + kApartMax);
  if (index + 1 < quantities.size()) next = std::min<size_t>(next, quantities[index + 1].span.start);
  std::string_view behind = passage.between(end, next);
  behind = behind.substr(0, behind.find_first_of(";."));
  static constexpr std::string_view kOther[] = {"of these", "of whom", "of those", "versus", "v",
                                                "vs",       "who",     "compared", "than",   "not",
                                                "non",      "among",   "whereas",  "while"};
  if (has_any_phrase(behind, kOther)) return nullptr;
  const NamedSize* found = nullptr;
  for (const NamedSize& size : sizes) {
    if (!has_phrase(behind, size.name)) continue;
    if (found != nullptr && (found->name != size.name || found->size != size.size)) return nullptr;
    found = &size;
  }
  return found;
}

// The one group that a share is said of right before it: "in group A |30 (75%)|", "the bran group, |30
// (75%)|".
const NamedSize* size_before(const Passage& passage, size_t index, const std::vector<NamedSize>& sizes) {
  const size_t start = index == 0 ? 0 : passage.quantities[index - 1].span.end;
  std::string_view lead = passage.between(start, passage.quantities[index].span.start);
  while (lead.ends_with(' ') || lead.ends_with(',')) lead.remove_suffix(1);
  const NamedSize* found = nullptr;
  for (const NamedSize& size : sizes) {
    const bool named = lead.ends_with("in " + size.name) ||
                       lead.ends_with("in the " + size.name + " group") ||
                       lead.ends_with("in the " + size.name + " arm");
    if (named) found = found == nullptr || found->size == size.size ? &size : nullptr;
  }
  return found;
}

// Sums of shares of one group, of those of each sex and the like, are of other totals.
bool is_of_some(std::string_view lower) {
  static constexpr std::string_view kSome[] = {
      "of these", "of whom",  "of those", "of which", "evaluable", "completers",   "respondents", "available",
      "events",   "episodes", "samples",  "eyes",     "lesions",   "respectively", "visits"};
  return has_any_phrase(lower, kSome);
}

// "Patients received bran (n = 40) or tea (n = 42). Relief was felt by 30 (60%) with bran and 21 (50%) with
// tea." Both shares have their groups, and one of them fits.
void check_named_groups(const Passage& passage, std::span<const Passage> before, std::string_view whole_text,
                        std::vector<FigureCheck>& checks) {
  if (is_of_some(passage.lower)) return;
  std::vector<NamedSize> sizes;
  for (const Passage& one : before) collect_sizes(one, sizes);
  collect_sizes(passage, sizes);
  if (sizes.size() < 2) return;
  struct Found {
    size_t index;
    const NamedSize* size;
    Printed percent;
  };
  std::vector<Found> wrong;
  size_t fitting = 0;
  // Groups are named before each share or behind each.
  bool before_each = false;
  for (size_t i = 0; i < passage.quantities.size(); ++i)
    before_each =
        before_each || (bare_share(passage, passage.quantities[i]) && size_before(passage, i, sizes));
  for (size_t i = 0; i < passage.quantities.size(); ++i) {
    const Quantity& share = passage.quantities[i];
    const auto percent = bare_share(passage, share);
    const NamedSize* size = !percent      ? nullptr
                            : before_each ? size_before(passage, i, sizes)
                                          : size_behind(passage, i, sizes);
    if (size == nullptr || share.numerator > size->size) continue;
    const CountOfTotal count = {std::lround(share.numerator), std::lround(size->size)};
    if (percentage_fits(*percent, count))
      ++fitting;
    else if (!has_other_total(whole_text, share.numerator, *percent))
      wrong.push_back({i, size, *percent});
  }
  if (wrong.size() != 1 || fitting == 0) return;
  const Found& one = wrong.front();
  const Quantity& share = passage.quantities[one.index];
  add_percentage(passage, share.span, one.percent,
                 {std::lround(share.numerator), std::lround(one.size->size)}, checks);
  if (one.size->passage != &passage) checks.back().sentences.push_back(one.size->passage->span());
}

}  // namespace

void check_group_sizes(const Passage& passage, std::span<const Passage> before, std::string_view whole_text,
                       std::vector<FigureCheck>& checks) {
  if (is_computed_otherwise(passage.lower)) return;
  const size_t known = checks.size();
  check_leading_total(passage, whole_text, checks);
  for (size_t i = 0; i + 1 < passage.quantities.size(); ++i) check_group_size(passage, whole_text, i, checks);
  if (checks.size() == known) check_named_groups(passage, before, whole_text, checks);
}

}  // namespace attest::figures
