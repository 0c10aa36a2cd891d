// A clause is read from its predicate outwards: "A lowered B", "B was lowered by A", "B fell with A", "B was
// lower with A than with C", "A led to a lower B", "no difference in B between A and C". Words of direction
// that stand elsewhere ("worsening heart failure", "blood loss") belong to what was measured.
#include "verify/stated_results.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/one_of.h"
#include "findings/effects/null_results.h"
#include "text/verb_words.h"
#include "verify/result_words.h"
#include "verify/word_starts.h"

namespace attest {
namespace {

using namespace std::string_view_literals;
using namespace result_words;

constexpr size_t kDenialWords = 7;  // between a denial and its predicate
constexpr size_t kLightWords = 5;   // "led to a statistically significant"
constexpr size_t kSideWords = 7;
constexpr size_t kNeitherWords = 5;  // "had an effect on neither"

struct Span {
  size_t first = 0;
  size_t end = 0;
};

enum class Shape : uint8_t { kActive, kPassive, kFalls, kCompares, kLeads, kNothing };

struct Predicate {
  size_t word = 0;
  Shape shape = Shape::kActive;
  int way = 0;
  bool quality = false;
};

class ResultReader {
 public:
  explicit ResultReader(const ReadText& text) : text_(text), words_(text.words) {}

  std::vector<StatedResult> read() {
    size_t first = 0;
    for (size_t i = 1; i <= words_.size(); ++i) {
      if (i < words_.size() && !words_[i].part_start) continue;
      read_part({first, i});
      first = i;
    }
    return std::move(results_);
  }

 private:
  const std::string& folded(size_t at) const { return words_[at].folded; }

  bool comma_before(size_t at) const {
    if (at == 0) return false;
    const size_t from = words_[at - 1].span.end;
    return std::string_view(text_.lower).substr(from, words_[at].span.start - from).find_first_of(",;:(") !=
           std::string_view::npos;
  }

  // The nearest word before that is no adverb; `first` where there is none.
  size_t before(size_t at, size_t first) const {
    while (at > first) {
      --at;
      if (!is_one_of(folded(at), kAdverbs)) return at;
    }
    return first;
  }

  size_t after(size_t at, size_t end) const {
    do ++at;
    while (at < end && is_one_of(folded(at), kAdverbs));
    return at;
  }

  bool light_before(size_t at, size_t first) const {
    for (size_t i = at; i > first && at - i < kLightWords; --i) {
      if (starts_like(folded(i - 1), kLight)) return true;
    }
    return false;
  }

  bool denied(size_t at, size_t first) const {
    for (size_t i = at; i > first && at - i < kDenialWords; --i) {
      if (is_one_of(folded(i - 1), kDenying)) return true;
    }
    return false;
  }

  std::optional<Predicate> predicate_at(size_t at, Span part) const {
    const ClaimWord& word = words_[at];
    const size_t previous = before(at, part.first);
    const bool first = at == part.first;
    const bool being = !first && is_one_of(folded(previous), kEveryFormOfBe);
    const size_t next = after(at, part.end);
    if (is_one_of(word.folded, kNull) && (first || is_one_of(folded(at - 1), kUnwantedKinds)))
      return std::nullopt;
    // "The reduction in pain with X was not statistically significant".
    if (is_one_of(word.folded, kChangeNouns) && is_left_to_chance(text_between(text_, at, part.end)))
      return Predicate{at, Shape::kNothing, 0, false};
    if (is_one_of(word.folded, kNull) && denied(at, part.first))
      return Predicate{at, Shape::kNothing, 0, false};
    if (word.folded == "similar" && being) return Predicate{at, Shape::kNothing, 0, false};
    if (word.folded == "differ" && denied(at, part.first)) return Predicate{at, Shape::kNothing, 0, false};
    const bool verb_lower =
        word.folded == "lower" && !being && !first &&
        (is_one_of(folded(at - 1), std::array{"not"sv, "to"sv, "can"sv, "may"sv, "did"sv}));
    const bool less = is_one_of(word.folded, kLessThan);
    if ((less || is_one_of(word.folded, kMoreThan)) && !verb_lower) {
      const bool counts = next < part.end && is_one_of(folded(next), kCounting);
      const bool degree = word.folded == "less" || word.folded == "more";
      const int way = less ? -1 : 1;
      if (degree && !counts) return std::nullopt;
      if (being && folded(part.first) != "there")
        return Predicate{counts ? next : at, Shape::kCompares, way, false};
      if (light_before(at, part.first)) return Predicate{at, Shape::kLeads, way, false};
      return std::nullopt;
    }
    if (starts_like(word.folded, kAgents)) return std::nullopt;
    int way = starts_like(word.stem, kLessening) ? -1 : starts_like(word.stem, kRaising) ? 1 : 0;
    const bool improves = word.stem.starts_with("improv");
    const bool worsens = word.stem.starts_with("worsen");
    if (improves || worsens) way = improves ? 1 : -1;
    if (way == 0 || word.folded.ends_with("ing")) return std::nullopt;
    // "Cardiovascular causes was", "an increase of".
    if (next < part.end && (is_one_of(folded(next), kEveryFormOfBe) || folded(next) == "of")) {
      if (!light_before(at, part.first) || folded(next) != "of") return std::nullopt;
    }
    const bool quality = improves || worsens;
    const bool noun = word.stem == "reduct" || word.folded == "improvement" ||
                      (!first && is_one_of(folded(at - 1), kNotPredicate));
    if (noun) {
      if (!light_before(at, part.first) || folded(at - 1) == "and") return std::nullopt;
      return Predicate{at, Shape::kLeads, way, quality};
    }
    if (being) return Predicate{at, Shape::kPassive, way, quality};
    if (next >= part.end || is_one_of(folded(next), kOf)) return Predicate{at, Shape::kFalls, way, quality};
    return Predicate{at, Shape::kActive, way, quality};
  }

  std::optional<Predicate> find_predicate(Span part) const {
    for (size_t i = part.first; i < part.end; ++i) {
      if (auto predicate = predicate_at(i, part)) return predicate;
    }
    return std::nullopt;
  }

  std::vector<uint32_t> things(size_t first, size_t end) const {
    std::vector<uint32_t> found;
    for (size_t i = first; i < end; ++i) {
      const ClaimWord& word = words_[i];
      if (word.weight <= 0 || word.number || word.negation) continue;
      if (starts_like(word.stem, kGeneral) || is_one_of(word.folded, kCounting)) continue;
      if (is_one_of(word.folded, kAdverbs) || is_one_of(word.folded, kThan)) continue;
      if (is_one_of(word.folded, kLessThan) || is_one_of(word.folded, kMoreThan)) continue;
      found.push_back(static_cast<uint32_t>(i));
    }
    return found;
  }

  bool is_taken_away(const std::vector<uint32_t>& subject, size_t predicate) const {
    constexpr size_t kBefore = 3;
    size_t start = subject.front() > kBefore ? subject.front() - kBefore : 0;
    if (subject.front() > predicate) start = std::max(start, predicate + 1);
    for (size_t i = start; i <= subject.back(); ++i) {
      if (starts_like(folded(i), kTakenAway)) return true;
    }
    return false;
  }

  size_t find_any(Span span, std::span<const std::string_view> list) const {
    for (size_t i = span.first; i < span.end; ++i) {
      if (is_one_of(folded(i), list)) return i;
    }
    return span.end;
  }

  // Without what stands before a comma at the start: "in women aged 70 to 79,", "unlike vitamin E,".
  size_t without_opening(Span part, size_t predicate) const {
    if (part.first >= part.end) return part.first;
    static constexpr std::array kOpens = {"in"sv,     "among"sv, "unlike"sv, "after"sv, "for"sv,     "at"sv,
                                          "during"sv, "of"sv,    "when"sv,   "with"sv,  "compared"sv};
    size_t start = part.first;
    if (!is_one_of(folded(start), kOpens)) return start;
    for (size_t i = predicate; i > start + 1; --i) {
      if (comma_before(i)) return i;
    }
    return start;
  }

  void read_part(Span part) {
    // "But this was not statistically significant".
    if (!results_.empty() && takes_back(text_between(text_, part.first, part.end))) {
      results_.back().way = 0;
      return;
    }
    const std::optional<Predicate> predicate = find_predicate(part);
    if (!predicate) {
      read_ellipsis(part);
      return;
    }
    // "… and tranexamic acid reduced it": a clause of its own.
    Span clause = part;
    for (size_t i = predicate->word + 1; i < part.end; ++i) {
      const auto next = predicate_at(i, {predicate->word + 1, part.end});
      if (!next || next->shape == Shape::kLeads || next->shape == Shape::kFalls) continue;
      for (size_t j = next->word; j > predicate->word + 1; --j) {
        if (folded(j - 1) == "and") {
          clause.end = j - 1;
          break;
        }
      }
      break;
    }
    read_clause(clause, *predicate);
    if (clause.end < part.end) read_part({clause.end + 1, part.end});
  }

  // "but agomelatine did not", "but not mortality".
  void read_ellipsis(Span part) {
    if (results_.empty() || part.end - part.first < 3) return;
    if (folded(part.first) == "but" && folded(part.first + 1) == "not" &&
        !is_one_of(folded(part.first + 2), kOutcomeEnds) && part.end - part.first <= kSideWords) {
      StatedResult result = results_.back();
      result.outcome = things(part.first + 2, part.end);
      result.comparator.clear();
      result.way = 0;
      if (!result.outcome.empty()) results_.push_back(std::move(result));
      return;
    }
    const size_t last = part.end - 1;
    if (folded(last) != "not" || !is_one_of(folded(last - 1), kAlso)) return;
    StatedResult result = results_.back();
    result.subject = things(part.first, last - 1);
    result.comparator.clear();
    result.way = 0;
    if (!result.subject.empty()) results_.push_back(std::move(result));
  }

  void read_clause(Span clause, const Predicate& predicate) {
    StatedResult result;
    // "Reduced neither X nor Y".
    const size_t near = std::min(clause.end, predicate.word + kNeitherWords);
    const bool none = denied(predicate.word, clause.first) ||
                      find_any({predicate.word + 1, near}, std::array{"neither"sv}) < near ||
                      is_left_to_chance(text_between(text_, clause.first, clause.end));
    result.way = none ? 0 : predicate.way;
    result.quality = predicate.quality;
    for (size_t i = clause.first; i < predicate.word; ++i) {
      const bool one_of_two = folded(i) == "not" && i > clause.first && folded(i - 1) == "and";
      // "Time to progression was longer": longer is less of it.
      const bool time_to = folded(i) == "time" && (folded(i + 1) == "to" || folded(i + 1) == "until");
      if (one_of_two || time_to || is_one_of(folded(i), kUndecidedWords)) return;
    }
    // "Had a higher prevalence of prior stroke".
    for (size_t i = predicate.word + 1; i < clause.end; ++i) {
      if (predicate.shape == Shape::kLeads && (folded(i) == "prior" || folded(i) == "previous")) return;
    }
    const size_t start = without_opening(clause, predicate.word);
    const Span ahead{start, std::max(start, predicate.word)};
    const Span behind{predicate.word + 1, clause.end};
    const size_t than = find_any(behind, kThan);
    if (start > clause.first && is_one_of(folded(clause.first), std::array{"compared"sv, "unlike"sv}))
      result.comparator = things(clause.first + 1, start);
    if (than < clause.end) result.comparator = things(than + 1, std::min(clause.end, than + 1 + kSideWords));
    switch (predicate.shape) {
      case Shape::kActive:
      case Shape::kLeads: read_active(result, ahead, behind, predicate.shape); break;
      case Shape::kPassive:
      case Shape::kFalls:
      case Shape::kCompares: read_turned(result, ahead, {behind.first, than}); break;
      case Shape::kNothing: read_null(result, ahead, behind); break;
    }
    if (!results_.empty()) {
      if (result.subject.empty()) result.subject = results_.back().subject;
      // "Excretion fell by 45% with perindopril but rose by 18% in the nifedipine group".
      const bool turned = predicate.shape == Shape::kFalls || predicate.shape == Shape::kPassive;
      if (result.outcome.empty() && turned) result.outcome = results_.back().outcome;
      // "Reduced blood loss" behind "did not reduce menstrual blood loss".
      const std::vector<uint32_t>& fuller = results_.back().outcome;
      const auto said = [&](uint32_t word) {
        return std::any_of(fuller.begin(), fuller.end(),
                           [&](uint32_t other) { return words_[other].stem == words_[word].stem; });
      };
      if (std::all_of(result.outcome.begin(), result.outcome.end(), said)) result.outcome = fuller;
    }
    result.withheld = !result.subject.empty() && is_taken_away(result.subject, predicate.word);
    if (result.withheld) {
      std::erase_if(result.subject, [this](uint32_t word) { return starts_like(folded(word), kTakenAway); });
    }
    if (!result.subject.empty() && !result.outcome.empty()) results_.push_back(std::move(result));
  }

  void read_active(StatedResult& result, Span ahead, Span behind, Shape shape) {
    const size_t held = find_any(ahead, kThan);
    result.subject = things(ahead.first, held);
    Span outcome = behind;
    // "Protected against", "a reduction in".
    while (outcome.first < outcome.end && shape == Shape::kLeads &&
           is_one_of(folded(outcome.first), std::array{"in"sv, "of"sv, "the"sv}))
      ++outcome.first;
    outcome.end = find_any(outcome, kOutcomeEnds);
    result.outcome = things(outcome.first, outcome.end);
    if (shape != Shape::kLeads) return;
    std::erase_if(result.subject, [this](uint32_t word) { return starts_like(folded(word), kLight); });
    if (!result.subject.empty()) return;
    // "There were fewer relapses with fingolimod".
    const size_t of = find_any({outcome.end, behind.end}, kOf);
    const size_t end = find_any({std::min(of + 1, behind.end), behind.end}, kThan);
    if (of < behind.end) result.subject = things(of + 1, std::min(end, of + 1 + kSideWords));
  }

  // What was measured stands before the predicate, what was given behind it or, failing that, between.
  void read_turned(StatedResult& result, Span ahead, Span behind) {
    const size_t of = find_any(behind, kOf);
    const size_t inside = find_any(ahead, kOf);
    if (of < behind.end) {
      size_t end = of + 1;
      while (end < behind.end && end < of + 1 + kSideWords && !(comma_before(end) && end > of + 1)) ++end;
      result.subject = things(of + 1, end);
    }
    if (result.subject.empty() && inside < ahead.end) result.subject = things(inside + 1, ahead.end);
    result.outcome = things(ahead.first, inside);
  }

  void read_null(StatedResult& result, Span ahead, Span behind) {
    result.way = 0;
    result.quality = false;
    static constexpr std::array kIn = {"in"sv, "on"sv};
    static constexpr std::array kBetween = {"between"sv, "with"sv, "by"sv};
    const size_t between = find_any(behind, kBetween);
    const size_t in = find_any({behind.first, between}, kIn);
    if (in < between) result.outcome = things(in + 1, between);
    if (between < behind.end) {
      size_t end = between + 1;
      while (end < behind.end && end < between + 1 + kSideWords && folded(end) != "in") ++end;
      result.subject = things(between + 1, end);
    } else {
      result.subject = things(ahead.first, ahead.end);
      std::erase_if(result.subject, [this](uint32_t word) { return starts_like(folded(word), kLight); });
    }
    const bool compared = between < behind.end && folded(between) == "between";
    result.between = compared;
    if (result.outcome.empty() && compared) result.outcome = things(ahead.first, ahead.end);
  }

  const ReadText& text_;
  const std::vector<ClaimWord>& words_;
  std::vector<StatedResult> results_;
};

}  // namespace

std::vector<StatedResult> stated_results(const ReadText& text) { return ResultReader(text).read(); }

}  // namespace attest
