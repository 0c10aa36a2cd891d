// Which figures of a source may stand beside a figure of a claim, and when they are the same.
#include <algorithm>
#include <cmath>

#include "audit/accord.h"
#include "audit/judge.h"
#include "base/ascii.h"
#include "base/white_space.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

constexpr double kRoundingPoints = 1.5;  // a percentage as printed
constexpr double kAboutPoints = 5;       // after "about"
constexpr double kRangePoints = 2;       // at the ends of a range, which is an allowance itself

// Who took part, not what became of them.
bool is_participation(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "eligible",       "agreed to",         "were female",    "were women",     "were men",
      "were male",      "completed the",     "was completed",  "were completed", "completed follow-up",
      "dropped out",    "lost to follow-up", "left the study", "were enrolled",  "response rate",
      "questionnaire*", "were excluded",     "declined",       "power"};
  return has_any_phrase(lower, kPhrases);
}

}  // namespace

bool counts_things(std::string_view text, ByteSpan span) {
  constexpr size_t kAfterBytes = 60;
  constexpr size_t kWordsRead = 4;
  static constexpr std::string_view kThings[] = {
      "measure", "scale",     "subscale", "study",    "studies",   "trial",     "item",
      "domain",  "outcome",   "test",     "visit",    "endpoint",  "review",    "paper",
      "article", "guideline", "criteri",  "question", "parameter", "dimension", "end"};
  static constexpr std::string_view kRelations[] = {"in",  "with", "at",    "on",     "for",
                                                    "by",  "to",   "after", "during", "from",
                                                    "who", "had",  "was",   "were",   "and"};
  static constexpr std::string_view kPeople[] = {"patient", "people",   "person",   "women",   "woman",
                                                 "men",     "children", "adult",    "subject", "participant",
                                                 "case",    "infant",   "volunteer"};
  if (span.end > text.size()) return false;
  const std::string after = lower_ascii(text.substr(span.end, kAfterBytes));
  const auto begins = [](std::string_view word, const auto& stems) {
    return std::any_of(std::begin(stems), std::end(stems),
                       [&](std::string_view stem) { return word.starts_with(stem); });
  };
  size_t at = 0;
  for (size_t words = 0; words < kWordsRead; ++words) {
    while (at < after.size() && (after[at] == ' ' || after[at] == '%')) ++at;
    size_t end = at;
    while (end < after.size() && (is_letter_byte(after[end]) || after[end] == '-')) ++end;
    if (end == at) return false;  // punctuation ends the phrase
    const std::string_view word = std::string_view(after).substr(at, end - at);
    if (std::find(std::begin(kRelations), std::end(kRelations), word) != std::end(kRelations)) return false;
    if (begins(word, kPeople)) return false;
    if (begins(word, kThings)) return true;
    at = end;
  }
  return false;
}

bool comparable_rate(const PageClaim& claim, const StatedFigure& figure, const AnswerSource& source,
                     const Finding& finding, size_t index, const Lexicon& lexicon) {
  const ArmRate& rate = finding.rates[index];
  if (std::isnan(rate.percent) || rate.arm.is_control || finding.about_harm != claim.finding.about_harm)
    return false;
  const std::string lower = lower_ascii(finding.sentence.of(source.document.text));
  const unsigned counted = outcomes_named(lower);
  const unsigned claimed = outcomes_named(lower_ascii(claim.sentence.text + " " + claim.about));
  if (counted != 0 && claimed != 0 && (counted & claimed) == 0) return false;
  if (is_participation(lower) || is_change(source.document.text, rate.span) ||
      counts_things(source.document.text, rate.span))
    return false;
  const auto is_claimed = [&](std::string_view id) {
    return claim.interventions.empty() ||
           std::any_of(claim.interventions.begin(), claim.interventions.end(),
                       [&](const std::string& own) { return lexicon.same_or_kind_of(own, id); });
  };
  if (!rate.arm.id.empty()) {
    if (!is_claimed(rate.arm.id)) return false;
  } else {
    const std::vector<Mention>& named =
        finding.interventions.empty() ? source.title_interventions : finding.interventions;
    if (!claim.interventions.empty() &&
        (named.empty() || std::none_of(named.begin(), named.end(),
                                       [&](const Mention& mention) { return is_claimed(mention.id); })))
      return false;
  }
  std::vector<ByteSpan> spans;
  for (const ArmRate& one : finding.rates)
    spans.push_back({one.span.start - finding.sentence.start, one.span.end - finding.sentence.start});
  // Whose it is by the words beside it outweighs what the sentence is about.
  const std::string_view words = finding.sentence.of(source.document.text);
  const std::vector<Side> sides = sides_of(words, lexicon, false);
  if (const int side = sides_of_figures(words, spans, sides)[index]; side >= 0) {
    const Side& owner = sides[static_cast<size_t>(side)];
    if (owner.is_control || !is_claimed(owner.id)) return false;
  }
  TimeOfResult time = times_of_figures(lower, spans)[index];
  if (time == TimeOfResult::kUnstated) time = time_of_result({}, rate.follow_up_days);
  if (time == TimeOfResult::kUnstated && finding.rates.size() == 1)
    time = time_of_result(lower, finding.follow_up_days);
  return figure.time == TimeOfResult::kUnstated || time == TimeOfResult::kUnstated || time == figure.time;
}

unsigned outcomes_named(std::string_view lower) {
  static constexpr std::string_view kSuccess[] = {
      "improv*",  "success*", "respon*", "relief", "reliev*", "satisf*", "cure*",  "effective*", "correct*",
      "benefit*", "better",   "work",    "works",  "worked",  "help*",   "resol*", "heal*",      "recover*"};
  static constexpr std::string_view kRemission[] = {"remission*", "remitted", "remit"};
  static constexpr std::string_view kSurvival[] = {"surviv*", "mortality", "death*", "died", "alive"};
  static constexpr std::string_view kRecurrence[] = {"recur*", "relaps*"};
  return (has_any_phrase(lower, kSuccess) ? 1u : 0u) | (has_any_phrase(lower, kRemission) ? 2u : 0u) |
         (has_any_phrase(lower, kSurvival) ? 4u : 0u) | (has_any_phrase(lower, kRecurrence) ? 8u : 0u);
}

bool is_change(std::string_view text, ByteSpan span) {
  constexpr size_t kAfterBytes = 40;
  constexpr size_t kBeforeBytes = 4;
  if (span.end > text.size()) return false;
  const std::string after = lower_ascii(trimmed(text.substr(span.end, kAfterBytes)));
  static constexpr std::string_view kChanges[] = {
      "improvement", "reduction", "decrease", "increase", "greater",
      "higher",      "lower",     "more",     "less",     "fewer",
      "drop",        "fall",      "rise",     "decline",  "or more improvement",
      "or greater",  "or more"};
  for (const std::string_view change : kChanges) {
    if (after.starts_with(change)) return true;
  }
  const size_t from = span.start > kBeforeBytes ? span.start - kBeforeBytes : 0;
  const std::string before = lower_ascii(text.substr(from, span.start - from));
  return before.ends_with(" by ");
}

bool is_percentage(const StatedFigure& figure) {
  return figure.kind == QuantityKind::kPercentage || figure.kind == QuantityKind::kProportion;
}

bool figure_holds(const StatedFigure& figure, double percent) {
  const bool range = figure.high > figure.low;
  const double allowance = range ? kRangePoints : figure.approximate ? kAboutPoints : kRoundingPoints;
  return percent >= figure.low - allowance && percent <= figure.high + allowance;
}

bool figures_agree(const StatedFigure& figure, const StatedFigure& other) {
  if (figure.unit != other.unit) return false;
  const bool kinds =
      figure.kind == other.kind || (figure.kind != QuantityKind::kDose && other.kind != QuantityKind::kDose);
  if (!kinds) return false;
  constexpr double kSlack = 1e-6;
  return figure.low >= other.low - kSlack && figure.high <= other.high + kSlack;
}

}  // namespace attest::audit
