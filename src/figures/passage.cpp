#include "figures/passage.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "base/ascii.h"
#include "base/one_of.h"
#include "text/number_words.h"
#include "text/people_words.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

using Words = std::span<const std::string_view>;

// Words of a share itself, before its group is named: "36/50 of the patients who were …".
constexpr std::string_view kPeople[] = {
    "patients", "subjects", "women",   "men",      "children",    "participants", "people",
    "cases",    "infants",  "persons", "students", "individuals", "adults",       "controls",
    "boys",     "girls",    "mothers", "babies",   "respondents", "volunteers",   "of",
    "them",     "those",    "were",    "the",      "who",         "had",          "randomly"};
// Words that lead to the name of a group; those of treatment may stand for each other.
constexpr std::string_view kPrepositions[] = {"in", "of", "for", "after", "among", "from", "by"};
constexpr std::string_view kTreatedWith[] = {"with",      "on",         "receiving", "received",
                                             "treated",   "given",      "taking",    "assigned",
                                             "allocated", "randomised", "randomized"};

bool in_word(char c) { return is_word_byte(c) || c == '-'; }

// The words of `lower` from `from` up to `to`, at most `count`.
std::vector<std::string_view> words_of(std::string_view lower, size_t count) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < lower.size() && words.size() < count;) {
    if (!in_word(lower[at])) {
      ++at;
      continue;
    }
    const size_t start = at;
    while (at < lower.size() && in_word(lower[at])) ++at;
    words.push_back(lower.substr(start, at - start));
  }
  return words;
}

// Passes over brackets right after a share: "36/50 (72%; 95% CI 58-84)".
std::string_view without_leading_brackets(std::string_view lower) {
  while (true) {
    while (!lower.empty() && (lower.front() == ' ' || lower.front() == ',')) lower.remove_prefix(1);
    if (lower.empty() || (lower.front() != '(' && lower.front() != '[')) return lower;
    const size_t close = lower.find(lower.front() == '(' ? ')' : ']');
    if (close == std::string_view::npos) return lower;
    lower.remove_prefix(close + 1);
  }
}

// "with finasteride": the preposition that follows a share, and what it leads to. Empty when the share's own
// words end otherwise.
struct Arm {
  std::string_view preposition;
  std::string name;
};
// "of the finasteride group": where such words follow a share, its group; else empty.
Arm group_after(const std::vector<std::string_view>& words) {
  static constexpr std::string_view kGroups[] = {"group", "arm", "cohort", "recipients", "users"};
  // "of the |bran treated| patients", "of the |diabetic| women"
  static constexpr std::string_view kLeads[] = {"patients", "women", "men",    "children", "participants",
                                                "subjects", "of",    "in",     "the",      "people",
                                                "infants",  "cases", "adults", "those"};
  constexpr size_t kNameWordsMax = 4;
  size_t at = 0;
  while (at < words.size() && is_one_of(words[at], kLeads)) ++at;
  if (at == 0 || (words[at - 1] != "the" && words[at - 1] != "of" && words[at - 1] != "in")) return {};
  Arm arm{"group", ""};
  for (size_t i = at; i < words.size() && i <= at + kNameWordsMax; ++i) {
    if (is_one_of(words[i], kGroups) || (is_one_of(words[i], kPeopleNouns) && words[at - 1] == "the"))
      return arm.name.empty() ? Arm{} : arm;
    arm.name += std::string(words[i]) + " ";
  }
  return {};
}

Arm arm_after(std::string_view lower) {
  constexpr size_t kWordsSeen = 12;
  const std::vector<std::string_view> words = words_of(without_leading_brackets(lower), kWordsSeen);
  if (Arm group = group_after(words); !group.name.empty()) return group;
  size_t at = 0;
  while (at < words.size() && is_one_of(words[at], kPeople)) ++at;
  if (at >= words.size()) return {};
  // "Six of 19 received it" tells what was done to some of one group.
  const bool treated =
      is_one_of(words[at], kTreatedWith) && (words[at] != "received" || (at > 0 && words[at - 1] == "who"));
  if (!treated && !is_one_of(words[at], kPrepositions)) return {};
  Arm arm{treated ? "with" : words[at], ""};
  for (size_t i = at + 1; i < words.size(); ++i) {
    if (words[i] == "and") break;
    if (words[i] != "the") arm.name += std::string(words[i]) + " ";
  }
  return arm;
}

// Between two shares: one group set beside another.
bool compares(std::string_view between) {
  static constexpr std::string_view kStrong[] = {
      "versus",        "vs",      "v",         "compared with",      "compared to", "against",
      "as opposed to", "than in", "than with", "in comparison with", "than among",  "than for",
      "in contrast to"};
  return has_any_phrase(between, kStrong);
}

bool parts_groups(std::string_view between) {
  static constexpr std::string_view kWeak[] = {"and", "whereas", "while", "but"};
  return has_any_phrase(between, kWeak) || between.find(',') != std::string_view::npos;
}

// One share lies inside the other, or both are of the same people.
bool same_people(std::string_view between) {
  static constexpr std::string_view kInside[] = {
      "of whom",   "of these",   "of which",  "of those", "among them", "including",    "baseline",
      "before",    "after",      "previous*", "initial*", "out of",     "from",         "later",
      "follow-up", "thereafter", "then",      "pre",      "post",       "pretreatment", "posttreatment"};
  return has_any_phrase(between, kInside);
}

std::optional<Share> share_of(const Passage& passage, size_t index) {
  const Quantity& quantity = passage.quantities[index];
  const std::string_view words = quantity.span.of(passage.text);
  Share share;
  share.quantity = index;
  share.span = quantity.span;
  if (quantity.relation != Relation::kEqual || has_broken_number(words) ||
      passage.breaks_number(quantity.span.start))
    return std::nullopt;
  if (const auto counts = counts_of(quantity, words)) {
    if (is_label(passage, quantity)) return std::nullopt;
    share.counted = true;
    share.count = *counts;
  } else if (quantity.kind != QuantityKind::kPercentage || std::isnan(quantity.value)) {
    return std::nullopt;
  }
  const bool stated =
      words.find('%') != std::string_view::npos || words.find("cent") != std::string_view::npos;
  if (!std::isnan(quantity.value) && stated) share.percent = printed_in(words, quantity.value);
  if (!share.counted && !share.percent) return std::nullopt;
  return share;
}

// Kinds that may stand between two shares without being a result of their own.
bool is_aside(QuantityKind kind) {
  return kind == QuantityKind::kSampleSize || kind == QuantityKind::kDose ||
         kind == QuantityKind::kDuration || kind == QuantityKind::kRange;
}

// A sentence ends within these words: not at the point of "vs. ".
bool ends_sentence(std::string_view between) {
  for (size_t at = between.find(". "); at != std::string_view::npos; at = between.find(". ", at + 1)) {
    if (!between.substr(0, at).ends_with("vs")) return true;
  }
  return false;
}

bool has_border(std::string_view between) {
  return between.find("; ") != std::string_view::npos || ends_sentence(between) ||
         between.find('\n') != std::string_view::npos || between.find(": ") != std::string_view::npos;
}

}  // namespace

bool is_label(const Passage& passage, const Quantity& quantity) {
  static constexpr std::string_view kLabels[] = {
      "visit",  "visits", "week",   "weeks",  "day",     "days", "grade", "grades", "stage",
      "stages", "phase",  "class",  "level",  "cd",      "type", "types", "score",  "scores",
      "acuity", "vision", "months", "month",  "hours",   "year", "years", "items",  "item",
      "hpv",    "exon",   "codon",  "and/or", "pattern", "ratio"};
  constexpr double kYearMin = 1900;
  constexpr double kYearMax = 2100;
  if (quantity.numerator >= kYearMin && quantity.denominator <= kYearMax &&
      quantity.denominator - quantity.numerator <= 10)
    return true;
  const std::string_view before =
      passage.between(quantity.span.start > 24 ? quantity.span.start - 24 : 0, quantity.span.start);
  std::vector<std::string_view> words = words_of(before, 9);
  if (!words.empty() && is_one_of(words.back(), kLabels)) return true;
  const std::string_view after =
      passage.between(quantity.span.end, std::min(passage.lower.size(), quantity.span.end + size_t{24}));
  static constexpr std::string_view kMeasured[] = {"vision", "or better", "or worse", "acuity", "criteria",
                                                   "items",  "mmhg",      "mm hg",    "points"};
  return has_any_phrase(after, kMeasured);
}

std::optional<CountOfTotal> counts_of(const Quantity& quantity, std::string_view words) {
  const auto whole = [](double value) { return value >= 0 && value == std::floor(value); };
  if (quantity.kind != QuantityKind::kProportion || !whole(quantity.numerator) ||
      !whole(quantity.denominator) || quantity.numerator > quantity.denominator || quantity.denominator < 2)
    return std::nullopt;
  if (quantity.measure == "rate") {
    // With a slash a rate of people looks like counts; what is rounded to a power of ten is one.
    constexpr double kBaseMin = 1000;
    double base = quantity.denominator;
    while (base >= kBaseMin && std::fmod(base, 10) == 0) base /= 10;
    const bool round = quantity.denominator >= kBaseMin && base == kBaseMin / 10;
    if (round || words.find('/') == std::string_view::npos || quantity.unit.starts_with("person-"))
      return std::nullopt;
  }
  return CountOfTotal{std::lround(quantity.numerator), std::lround(quantity.denominator)};
}

bool goes_on_from_before(const Passage& passage, size_t at) {
  std::string_view before = passage.between(0, at);
  const size_t end = before.find_last_not_of(" -");
  if (end == std::string_view::npos) return false;
  if (before.back() == '-' && before.size() > 1 && is_letter(before[before.size() - 2])) return true;
  before = before.substr(0, end + 1);
  for (const std::string_view ten : kTens) {
    if (before.ends_with(ten)) return true;
  }
  return is_digit(before.back()) || before.ends_with("hundred") || before.ends_with("thousand") ||
         before.ends_with("hundred and") || before.ends_with(" but") || before.ends_with(" except");
}

FigureCheck Passage::check(FigureCheckKind kind, ByteSpan figure) const {
  FigureCheck check;
  check.kind = kind;
  check.figure = placed(figure);
  check.sentences = {span()};
  return check;
}

double Share::low() const {
  return percent ? percent->low()
                 : 100.0 * static_cast<double>(count.events) / static_cast<double>(count.total);
}
double Share::high() const {
  return percent ? percent->high()
                 : 100.0 * static_cast<double>(count.events) / static_cast<double>(count.total);
}
std::string Share::words() const {
  if (counted) return std::to_string(count.events) + "/" + std::to_string(count.total);
  return with_decimals(percent->value, percent->decimals) + " %";
}

bool is_named_adjusted(const Passage& passage, const Quantity& quantity) {
  const std::string_view before = passage.between(0, quantity.span.start);
  const std::string_view words = passage.between(quantity.span.start, quantity.span.end);
  static constexpr std::string_view kNames[] = {"aor", "arr", "ahr", "a-or", "a-rr", "adjor", "adjrr"};
  return (!before.empty() && is_letter(before.back())) || has_any_phrase(words, kNames);
}

bool is_modelled(std::string_view lower) {
  static constexpr std::string_view kModels[] = {
      "adjust*",      "regression*",   "hazard*",       "log-rank",     "logrank",
      "log rank",     "kaplan*",       "cox",           "actuarial*",   "weighted",
      "matched",      "matching",      "paired",        "mcnemar*",     "mixed",
      "propensity",   "multivaria*",   "estimated",     "imput*",       "pooled",
      "standardi*",   "mantel*",       "bayes*",        "credible",     "gee",
      "trend",        "interaction",   "cumulative",    "per-protocol", "cluster*",
      "stratified",   "model",         "models",        "modelled",     "modeled",
      "survival",     "within-group",  "non-inferior*", "noninferior*", "bonferroni",
      "corrected",    "least squares", "cochran*",      "wilcoxon",     "rank",
      "meta-analys*", "studies",       "trials",        "i2",           "prevalence ratio",
      "bootstrap*"};
  return has_any_phrase(lower, kModels);
}

Design design_of(std::string_view text) {
  const std::string lower = lower_ascii(text);
  static constexpr std::string_view kDependent[] = {
      "cluster*",         "cross-over",     "crossover",      "matched",      "split-mouth",
      "split-face",       "split mouth",    "paired",         "mcnemar*",     "twins",
      "contralateral",    "fellow eye*",    "both eyes",      "eyes",         "half-face",
      "intra-individual", "within-subject", "within-patient", "own control*", "teeth"};
  static constexpr std::string_view kAdjusted[] = {
      "adjust*",     "regression",    "multivaria*",     "propensity", "weighted",
      "covaria*",    "mixed model*",  "stratified",      "mantel*",    "estimating equation*",
      "confounders", "mixed-effects", "controlling for", "bayes*",     "imput*"};
  static constexpr std::string_view kPooled[] = {"meta-analys*",      "systematic review*", "pooled",
                                                 "randomised trials", "randomized trials",  "cochrane",
                                                 "eligible studies",  "included studies"};
  static constexpr std::string_view kOneSided[] = {"one-sided",  "one-tailed",   "one sided",
                                                   "one tailed", "noninferior*", "non-inferior*",
                                                   "1-sided",    "1-tailed",     "interim analys*"};
  return {has_any_phrase(lower, kDependent), has_any_phrase(lower, kAdjusted), has_any_phrase(lower, kPooled),
          has_any_phrase(lower, kOneSided)};
}

Passage read_passage(std::string_view text, ByteSpan sentence, const Design& design) {
  Passage passage;
  passage.whole = text;
  passage.text = sentence.of(text);
  passage.start = sentence.start;
  passage.lower = lower_ascii(passage.text);
  passage.quantities = find_quantities(passage.text);
  passage.design = design;
  return passage;
}

std::vector<Comparison> compared_shares(const Passage& passage) {
  constexpr size_t kApartMax = 140;
  std::vector<Comparison> found;
  std::vector<Share> shares;
  for (size_t i = 0; i < passage.quantities.size(); ++i) {
    if (const auto share = share_of(passage, i)) shares.push_back(*share);
  }
  const auto follow = [&](const Share& a, const Share& b) {
    for (size_t i = a.quantity + 1; i < b.quantity; ++i) {
      if (!is_aside(passage.quantities[i].kind)) return false;
    }
    const std::string_view between = passage.between(a.span.end, b.span.start);
    return between.size() <= kApartMax && !has_border(between);
  };
  for (size_t i = 0; i + 1 < shares.size(); ++i) {
    const Share& a = shares[i];
    const Share& b = shares[i + 1];
    if (a.counted != b.counted || !follow(a, b)) continue;
    const std::string_view between = passage.between(a.span.end, b.span.start);
    if (same_people(between)) continue;
    const Arm first = arm_after(between);
    const Arm second = arm_after(passage.between(b.span.end, passage.lower.size()));
    const bool parallel = !first.preposition.empty() && first.preposition == second.preposition &&
                          first.name != second.name && parts_groups(between);
    if (!compares(between) && !parallel) continue;
    // A third group, before or after: whose result follows is not sure.
    const auto in_line = [&](const Share& left, const Share& right) {
      const std::string_view words = passage.between(left.span.end, right.span.start);
      return follow(left, right) && (compares(words) || words.size() <= kApartMax / 2);
    };
    if (i > 0 && in_line(shares[i - 1], a)) continue;
    if (i + 2 < shares.size() && in_line(b, shares[i + 2])) continue;
    found.push_back({a, b});
  }
  return found;
}

std::optional<Comparison> joined_pair(const Passage& passage) {
  std::vector<Share> shares;
  for (size_t i = 0; i < passage.quantities.size(); ++i) {
    if (const auto share = share_of(passage, i)) shares.push_back(*share);
  }
  if (shares.size() != 2 || shares[0].quantity + 1 != shares[1].quantity ||
      shares[1].quantity + 1 >= passage.quantities.size() || shares[0].counted != shares[1].counted)
    return std::nullopt;
  const Quantity& result = passage.quantities[shares[1].quantity + 1];
  const std::string_view bracket = passage.between(shares[1].span.end, result.span.start);
  if (passage.between(shares[0].span.end, shares[1].span.start) != " and " ||
      (bracket != " (" && bracket != ", respectively (" && bracket != " respectively (") ||
      (result.kind != QuantityKind::kRatio && result.kind != QuantityKind::kDifference))
    return std::nullopt;
  return Comparison{shares[0], shares[1]};
}

bool is_whole_p_value(const Passage& passage, const Quantity& quantity) {
  constexpr size_t kSeen = 6;
  std::string_view after =
      passage.between(quantity.span.end, std::min(passage.lower.size(), quantity.span.end + kSeen));
  while (after.starts_with(' ')) after.remove_prefix(1);
  const bool times = after.starts_with("\xC3\x97") || after.starts_with("x ") || after.starts_with("x1") ||
                     after.starts_with("*") || after.starts_with("e-") || after.starts_with("\xE2\x8B\x85") ||
                     after.starts_with("\xC2\xB7");
  // "p=0-52", "p=0.0.5"
  const bool point = !after.empty() && (after.front() == '.' || after.front() == '-');
  const bool digits = point && after.size() > 1 && is_digit(after[1]);
  return !times && !digits;
}

const Quantity* result_after(const Passage& passage, const Comparison& comparison, QuantityKind kind) {
  constexpr size_t kApartMax = 110;
  size_t end = comparison.b.span.end;
  for (size_t i = comparison.b.quantity + 1; i < passage.quantities.size(); ++i) {
    const Quantity& quantity = passage.quantities[i];
    const std::string_view between = passage.between(end, quantity.span.start);
    static constexpr std::string_view kOthers[] = {
        "and",  "but",  "while", "whereas", "who", "which",  "baseline", "with a", "had", "was",
        "were", "also", "than",  "within",  "vs",  "versus", "compared", "as",     "from"};
    if (between.size() > kApartMax || between.find(". ") != std::string_view::npos) return nullptr;
    // The words of the second group may stand between: "20/50 with placebo and aspirin (p = …)".
    const size_t bracket = between.find_first_of("([;,");
    const std::string_view said = i == comparison.b.quantity + 1 && bracket != std::string_view::npos
                                      ? between.substr(bracket)
                                      : between;
    if (has_any_phrase(said, kOthers)) return nullptr;
    if (quantity.kind == kind)
      return kind != QuantityKind::kPValue || is_whole_p_value(passage, quantity) ? &quantity : nullptr;
    const bool passed = is_aside(quantity.kind) || quantity.kind == QuantityKind::kRatio ||
                        quantity.kind == QuantityKind::kDifference ||
                        quantity.kind == QuantityKind::kPValue || quantity.kind == QuantityKind::kNumber;
    if (!passed) return nullptr;
    end = quantity.span.end;
  }
  return nullptr;
}

}  // namespace attest::figures
