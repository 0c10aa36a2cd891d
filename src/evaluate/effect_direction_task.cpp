// Task "effect-direction": what an intervention did to an outcome, from the abstract, and which sentence says
// so. Prompts whose evidence stands in the abstract; the others are counted apart, for their answer may stand
// in the full text only.
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "base/ascii.h"
#include "evaluate/datasets/evidence_inference.h"
#include "evaluate/measures.h"
#include "evaluate/sentence_bm25.h"
#include "evaluate/tasks.h"
#include "findings/effects/effect_direction.h"
#include "text/phrases.h"

namespace attest {
namespace {

// The baseline: words of the top sentence, without asking what they are said of.
EffectDirection direction_by_words(std::string_view sentence) {
  const std::string lower = lower_ascii(sentence);
  const auto has = [&lower](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&lower](std::string_view word) { return lower.find(word) != std::string::npos; });
  };
  if (has({"no significant", "no statistically", "no difference", "no effect", "not significant",
           "not differ", "similar", "comparable", "p > ", "p>", "p = 0.1", "p = 0.2", "p = 0.3", "p = 0.4",
           "p = 0.5"})) {
    return EffectDirection::kNoDifference;
  }
  const bool up = has({"increas", "higher", "greater", "longer", "improv", "more "});
  const bool down = has({"decreas", "lower", "reduc", "fewer", "shorter", "less "});
  if (up == down) return EffectDirection::kNoDifference;
  return up ? EffectDirection::kIncreased : EffectDirection::kDecreased;
}

std::string describe(const EffectPrompt& prompt, const TrialAbstract& abstract, const EffectReading& reading,
                     const std::vector<bool>& wanted) {
  std::string text = fmt::format(
      "{} {}: {} | {} | {}\n  wanted {}, said {} ({:.2f} {:.2f} {:.2f})", prompt.article, prompt.id,
      prompt.question.intervention, prompt.question.comparator, prompt.question.outcome,
      effect_direction_name(prompt.direction), effect_direction_name(reading.direction),
      reading.probabilities[0], reading.probabilities[1], reading.probabilities[2]);
  for (size_t i = 0; i < std::min<size_t>(3, reading.evidence.size()); ++i) {
    const EffectEvidence& evidence = reading.evidence[i];
    text += fmt::format("\n  {:.2f} [{:.2f} {:.2f} {:.2f}]{} {}", evidence.probability,
                        evidence.directions[0], evidence.directions[1], evidence.directions[2],
                        wanted[evidence.sentence] ? " *" : "", abstract.sentences[evidence.sentence].text);
  }
  for (size_t i = 0; i < wanted.size(); ++i) {
    const bool shown = std::any_of(
        reading.evidence.begin(),
        reading.evidence.begin() + static_cast<std::ptrdiff_t>(std::min<size_t>(3, reading.evidence.size())),
        [i](const EffectEvidence& evidence) { return evidence.sentence == i; });
    if (wanted[i] && !shown) text += "\n  missed * " + abstract.sentences[i].text;
  }
  return text;
}

}  // namespace

Result<TaskReport> run_effect_direction_task(const EvaluationOptions& options) {
  ATTEST_ASSIGN(const auto prompts, read_effect_prompts(options.data));
  ATTEST_ASSIGN(const auto abstracts, read_trial_abstracts(options.data));
  Confusion directions;
  Confusion by_words;
  Confusion elsewhere;
  Counts top_three;
  Counts baseline_top_three;
  TaskReport report;
  for (const EffectPrompt& prompt : prompts) {
    if (!is_measured(options, prompt.article)) continue;
    const auto abstract = abstracts.find(prompt.article);
    if (abstract == abstracts.end()) continue;
    const auto sentences = abstract->second.views();
    const auto wanted = sentences_with_evidence(abstract->second, prompt.evidence);
    const EffectReading reading = read_effect(prompt.question, sentences);
    const char* const right = effect_direction_name(prompt.direction);
    const char* const said = effect_direction_name(reading.direction);
    if (std::find(wanted.begin(), wanted.end(), true) == wanted.end()) {
      elsewhere.add(right, said);
      continue;
    }
    directions.add(right, said);
    bool found = false;
    for (size_t i = 0; i < std::min<size_t>(3, reading.evidence.size()); ++i) {
      found = found || wanted[reading.evidence[i].sentence];
    }
    ++top_three.wanted;
    top_three.hits += found ? 1 : 0;

    std::vector<std::string_view> texts;
    for (const EffectSentence& sentence : sentences) texts.push_back(sentence.text);
    const auto ranked = rank_by_bm25(
        prompt.question.intervention + " " + prompt.question.comparator + " " + prompt.question.outcome,
        texts);
    bool baseline_found = false;
    for (size_t i = 0; i < std::min<size_t>(3, ranked.size()); ++i) {
      baseline_found = baseline_found || wanted[ranked[i]];
    }
    ++baseline_top_three.wanted;
    baseline_top_three.hits += baseline_found ? 1 : 0;
    by_words.add(right, effect_direction_name(direction_by_words(texts[ranked.front()])));
    if (options.verbose && (right != said || !found)) {
      report.notes.push_back(describe(prompt, abstract->second, reading, wanted));
    }
  }
  report.data = fmt::format("evidence_inference: {} prompts answered in the abstract, {} elsewhere",
                            directions.examples(), elsewhere.examples());
  report.baseline = "the sentence that BM25 ranks first, read by a list of words";
  report.measures = {
      {"macro-F1", directions.macro_f1(), by_words.macro_f1(), 0.60},
      {"accuracy", directions.accuracy(), by_words.accuracy(), -1},
      {"evidence in the top three", top_three.recall(), baseline_top_three.recall(), 0.75},
      {"macro-F1, evidence not in the abstract", elsewhere.macro_f1(), elsewhere.baseline_macro_f1(), -1},
  };
  report.notes.push_back(directions.to_text());
  return report;
}

}  // namespace attest
