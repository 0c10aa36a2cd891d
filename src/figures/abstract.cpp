// The abstract against the full text of the same document. A figure of the abstract is looked for in the
// whole full text; only where it stands nowhere there, and one sentence says the same with another figure,
// is that told.
#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "base/ascii.h"
#include "figures/checks.h"
#include "figures/people_counts.h"
#include "figures/told.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest::figures {

namespace {

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return is_digit(c); });
}

// "198 women were randomised |to the single-dose group|": those of one group only.
bool names_one_group(std::string_view behind) {
  constexpr size_t kSeen = 90;
  behind = behind.substr(0, std::min(behind.find(". "), kSeen));
  static constexpr std::string_view kSeveral[] = {"or",   "either", "one of",  "two",  "three",
                                                  "four", "groups", "receive", "arms", "1 of"};
  return behind.starts_with(" to ") && !has_any_phrase(behind, kSeveral);
}

// "300 patients were randomised": the count that is the verb's subject.
void read_randomised(std::string_view lower, const std::vector<Quantity>& quantities, Told& told) {
  static constexpr std::string_view kVerbs[] = {"were randomised",         "were randomized",
                                                "were randomly assigned",  "were randomly allocated",
                                                "underwent randomization", "underwent randomisation"};
  for (const std::string_view verb : kVerbs) {
    const size_t at = find_phrase(lower, verb);
    if (at == std::string_view::npos) continue;
    const Quantity* subject = nullptr;
    for (const Quantity& quantity : quantities) {
      const bool people = quantity.kind == QuantityKind::kCount || quantity.kind == QuantityKind::kSampleSize;
      if (quantity.span.end <= at && people) subject = &quantity;
    }
    constexpr size_t kSubjectMax = 24;
    if (subject == nullptr || at - subject->span.end > kSubjectMax || subject->value < 10) return;
    const std::string_view before = lower.substr(0, subject->span.start);
    // "Of 400 who were asked, 300 were randomised" is fine; "150 of them were" is not.
    if (lower.substr(subject->span.end, at - subject->span.end).find_first_of(",)") != std::string_view::npos)
      return;
    if (names_one_group(lower.substr(at + verb.size()))) return;
    if (before.ends_with("first ") || before.ends_with("other ")) return;
    told.randomised = subject->value;
    told.randomised_span = subject->span;
    return;
  }
}

// "We randomised 240 patients to …": the verb's object, where it is the whole.
void read_randomised_by_us(std::string_view lower, const std::vector<Quantity>& quantities, Told& told) {
  static constexpr std::string_view kVerbs[] = {"we randomised", "we randomized", "we randomly assigned",
                                                "we randomly allocated"};
  for (const std::string_view verb : kVerbs) {
    const size_t at = find_phrase(lower, verb);
    if (at == std::string_view::npos) continue;
    const size_t start = at + verb.size() + 1;
    for (const Quantity& quantity : quantities) {
      const bool people = quantity.kind == QuantityKind::kCount || quantity.kind == QuantityKind::kSampleSize;
      if (!people || quantity.span.start != start || quantity.value < 10) continue;
      told.randomised = quantity.value;
      told.randomised_span = quantity.span;
    }
    return;
  }
}

// "300 women were enrolled", "we recruited 300 women": the whole study's people, not those of a group, of
// another study, or of the first part.
void read_sizes(std::string_view lower, const std::vector<Quantity>& quantities, Told& told) {
  struct Verb {
    std::string_view name, passive, active;
  };
  static constexpr Verb kVerbs[] = {
      {"enrolled", "were enrolled", "we enrolled"}, {"recruited", "were recruited", "we recruited"},
      {"included", "were included", "we included"}, {"studied", "were studied", "we studied"},
      {"analysed", "were analysed", "we analysed"}, {"analysed", "were analyzed", "we analyzed"},
      {"participated", "participated", "took part"}};
  static constexpr std::string_view kOther[] = {
      "group", "arm", "groups",     "of these", "of whom", "et al",  "previous", "each",    "first",
      "other", "per", "additional", "excluded", "only",    "of the", "of them",  "study by"};
  constexpr size_t kSubjectMax = 12;
  constexpr double kPeopleMin = 10;
  if (has_any_phrase(lower, kOther)) return;
  for (const Verb& verb : kVerbs) {
    const size_t passive = find_phrase(lower, verb.passive);
    const size_t active = find_phrase(lower, verb.active);
    for (const Quantity& quantity : quantities) {
      static constexpr std::string_view kSexes[] = {"women", "men"};
      const bool people = counts_people(quantity) || has_any_phrase(quantity.unit, kSexes);
      if (!is_people(quantity) || !people || quantity.value < kPeopleMin) continue;
      const bool subject =
          passive != std::string_view::npos && quantity.span.end <= passive &&
          passive - quantity.span.end <= kSubjectMax &&
          lower.substr(quantity.span.end, passive - quantity.span.end).find_first_of(",;()") ==
              std::string_view::npos;
      const bool object =
          active != std::string_view::npos && active + verb.active.size() + 1 == quantity.span.start;
      if (subject || object) told.sizes.push_back({verb.name, quantity.value, quantity.span});
    }
  }
}

Told read_told(std::string_view text, ByteSpan sentence, Stemmer& stemmer) {
  Told told;
  told.sentence = sentence;
  const std::string_view words = sentence.of(text);
  for (const Token& token : tokenize(words)) {
    if (!is_stop_word(token.folded) && !has_digit(token.folded))
      told.stems.insert(std::string(stemmer.stem(token.folded)));
  }
  const std::vector<Quantity> quantities = find_quantities(words);
  const std::string lower = lower_ascii(words);
  read_randomised(lower, quantities, told);
  if (std::isnan(told.randomised)) read_randomised_by_us(lower, quantities, told);
  read_sizes(lower, quantities, told);
  told.figures = labelled_figures(words, quantities);
  for (LabelledFigure& figure : told.figures) {
    figure.span = {figure.span.start + sentence.start, figure.span.end + sentence.start};
  }
  const auto placed = [&](ByteSpan span) {
    return ByteSpan{span.start + sentence.start, span.end + sentence.start};
  };
  told.randomised_span = placed(told.randomised_span);
  for (SizeSaid& size : told.sizes) size.span = placed(size.span);
  for (Quantity quantity : quantities) {
    if (!counts_of(quantity, quantity.span.of(words))) continue;
    quantity.span = placed(quantity.span);
    told.shares.push_back(std::move(quantity));
  }
  return told;
}

// Whole numbers of the full text, in digits.
std::set<long> numbers_of(std::string_view text, std::span<const Told> body) {
  std::set<long> numbers;
  for (const Told& told : body) {
    const std::string_view words = told.sentence.of(text);
    for (const LabelledFigure& figure : told.figures) {
      const double value = figure.printed.value;
      if (value == std::floor(value) && std::fabs(value) < 1e9) numbers.insert(std::lround(value));
    }
    long value = -1;
    for (size_t i = 0; i <= words.size(); ++i) {
      const bool digit = i < words.size() && is_digit(words[i]);
      const bool comma =
          i < words.size() && value >= 0 && words[i] == ',' && i + 1 < words.size() && is_digit(words[i + 1]);
      constexpr long kMax = 100'000'000;
      if (digit) value = value > kMax ? value : std::max(0L, value) * 10 + (words[i] - '0');
      if (digit || comma) continue;
      if (value >= 0) numbers.insert(value);
      value = -1;
    }
  }
  return numbers;
}

// A number of people in the abstract, and another one in the full text. `verb`: what was done with them.
FigureCheck other_number(ByteSpan figure, ByteSpan sentence, double stated, ByteSpan other_sentence,
                         double other, std::string_view verb) {
  FigureCheck check;
  check.kind = FigureCheckKind::kAbstract;
  check.figure = figure;
  check.sentences = {sentence, other_sentence};
  check.stated = with_decimals(stated, 0);
  check.computed = with_decimals(other, 0);
  check.inputs = check.stated + ", " + check.computed;
  check.rule = "the abstract as in the full text";
  check.tolerance = "none; the abstract’s figure stands nowhere in the full text";
  check.said = fmt::format("has {} people {} in the abstract and {} in the full text.", check.stated, verb,
                           check.computed);
  return check;
}

void check_randomised(const Told& said, std::span<const Told> body, const std::set<long>& numbers,
                      std::vector<FigureCheck>& checks) {
  if (std::isnan(said.randomised) || numbers.contains(std::lround(said.randomised))) return;
  const Told* other = nullptr;
  for (const Told& told : body) {
    if (std::isnan(told.randomised) || told.randomised == said.randomised) continue;
    if (other != nullptr && other->randomised != told.randomised) return;  // several trials
    other = &told;
  }
  if (other == nullptr) return;
  checks.push_back(other_number(said.randomised_span, said.sentence, said.randomised, other->sentence,
                                other->randomised, "randomised"));
}

// "300 were enrolled" in the abstract and nowhere in the text, where "280 were enrolled" is the only one.
void check_sizes(const Told& said, std::span<const Told> body, const std::set<long>& numbers,
                 std::span<const Printed> printed, std::vector<FigureCheck>& checks) {
  for (const SizeSaid& size : said.sizes) {
    const bool elsewhere = numbers.contains(std::lround(size.people)) ||
                           std::any_of(printed.begin(), printed.end(),
                                       [&](const Printed& one) { return one.value == size.people; });
    if (elsewhere) continue;
    const SizeSaid* other = nullptr;
    const Told* sentence = nullptr;
    bool one_study = true;
    for (const Told& told : body) {
      for (const SizeSaid& there : told.sizes) {
        if (there.verb != size.verb) continue;
        one_study = one_study && (other == nullptr || other->people == there.people);
        other = &there;
        sentence = &told;
      }
    }
    if (other == nullptr || !one_study) continue;
    checks.push_back(
        other_number(size.span, said.sentence, size.people, sentence->sentence, other->people, size.verb));
    return;
  }
}

std::string counts(const Quantity& share) {
  return with_decimals(share.numerator, 0) + "/" + with_decimals(share.denominator, 0);
}

void check_shares(const Told& said, std::span<const Told> body, const std::set<long>& numbers,
                  std::vector<FigureCheck>& checks) {
  constexpr double kSameSentence = 0.7;
  constexpr size_t kStemsMin = 4;
  if (said.shares.empty() || said.stems.size() < kStemsMin) return;
  const Told* best = nullptr;
  double likest = kSameSentence;
  for (const Told& told : body) {
    const double like = told.shares.size() == said.shares.size() ? likeness(said.stems, told.stems) : 0;
    if (like < likest) continue;
    likest = like;
    best = &told;
  }
  if (best == nullptr) return;
  for (size_t i = 0; i < said.shares.size(); ++i) {
    const Quantity& a = said.shares[i];
    const Quantity& b = best->shares[i];
    const bool same_total = a.denominator == b.denominator;
    if (!same_total || a.numerator == b.numerator || numbers.contains(std::lround(a.numerator))) continue;
    FigureCheck check;
    check.kind = FigureCheckKind::kAbstract;
    check.figure = a.span;
    check.sentences = {said.sentence, best->sentence};
    check.stated = counts(a);
    check.computed = counts(b);
    check.inputs = check.stated + ", " + check.computed;
    check.rule = "the abstract as in the full text";
    check.tolerance = "none; the abstract’s figure stands nowhere in the full text";
    check.said = fmt::format("has {} in the abstract and {} in the full text.", check.stated, check.computed);
    checks.push_back(std::move(check));
  }
}

}  // namespace

void check_abstract(std::string_view text, std::span<const ByteSpan> abstract, std::span<const ByteSpan> body,
                    std::span<const ByteSpan> rest, std::vector<FigureCheck>& checks) {
  constexpr size_t kBodySentencesMin = 20;  // less is no full text
  if (abstract.empty() || body.size() < kBodySentencesMin) return;
  Stemmer stemmer;
  std::vector<Told> in_body;
  for (const ByteSpan sentence : body) in_body.push_back(read_told(text, sentence, stemmer));
  const std::set<long> numbers = numbers_of(text, in_body);
  std::vector<Printed> printed;
  for (const ByteSpan sentence : body) collect_printed(sentence.of(text), printed);
  for (const ByteSpan span : rest) collect_printed(span.of(text), printed);
  check_named_summaries(text, abstract, body, printed, checks);
  for (const ByteSpan sentence : abstract) {
    const Told said = read_told(text, sentence, stemmer);
    const size_t known = checks.size();
    check_randomised(said, in_body, numbers, checks);
    if (checks.size() == known) check_sizes(said, in_body, numbers, printed, checks);
    check_shares(said, in_body, numbers, checks);
    if (checks.size() == known) check_told_figures(text, said, in_body, printed, checks);
    if (checks.size() == known) check_told_means(text, said, in_body, printed, checks);
  }
}

}  // namespace attest::figures
