// Task "pico": which words of a trial's abstract are population, intervention, comparator, outcome. Token by
// token, as the data's authors measure it.
#include <array>
#include <map>

#include <fmt/format.h>

#include "evaluate/datasets/pico_bids.h"
#include "evaluate/measures.h"
#include "evaluate/tasks.h"
#include "findings/spans/pico_spans.h"

namespace attest {
namespace {

using Frequencies = std::map<std::string, std::array<size_t, kPicoClasses>>;

// The baseline: the class that a word has most often elsewhere.
PicoClass most_frequent_class(const Frequencies& frequencies, const std::string& word) {
  const auto found = frequencies.find(word);
  if (found == frequencies.end()) return PicoClass::kNone;
  size_t best = 0;
  for (size_t i = 1; i < kPicoClasses; ++i) {
    if (found->second[i] > found->second[best]) best = i;
  }
  return static_cast<PicoClass>(best);
}

std::string describe(const PicoTokens& sentence, const std::vector<PicoClass>& wanted,
                     const std::vector<PicoClass>& said) {
  std::string text;
  for (size_t i = 0; i < sentence.words.size(); ++i) {
    text += (i > 0 ? " " : "") + sentence.words[i];
    if (wanted[i] == said[i]) continue;
    text += fmt::format("/{}→{}", pico_class_name(wanted[i])[0], pico_class_name(said[i])[0]);
  }
  return text;
}

}  // namespace

Result<TaskReport> run_pico_task(const EvaluationOptions& options) {
  ATTEST_ASSIGN(const auto abstracts, read_pico_abstracts(options.data));
  Frequencies frequencies;
  for (const auto& abstract : abstracts) {
    if (is_held_out(abstract.id)) continue;
    for (size_t s = 0; s < abstract.sentences.size(); ++s) {
      for (size_t i = 0; i < abstract.labels[s].size(); ++i) {
        ++frequencies[abstract.sentences[s].words[i]][static_cast<size_t>(abstract.labels[s][i])];
      }
    }
  }
  std::array<Counts, kPicoClasses> ours;
  std::array<Counts, kPicoClasses> baseline;
  const auto count = [](std::array<Counts, kPicoClasses>& counts, PicoClass wanted, PicoClass said) {
    ++counts[static_cast<size_t>(wanted)].wanted;
    ++counts[static_cast<size_t>(said)].said;
    if (wanted == said) ++counts[static_cast<size_t>(wanted)].hits;
  };
  size_t measured = 0;
  size_t tokens = 0;
  TaskReport report;
  for (const auto& abstract : abstracts) {
    if (!is_measured(options, abstract.id)) continue;
    ++measured;
    const auto said = label_pico_tokens(abstract.sentences);
    for (size_t s = 0; s < said.size(); ++s) {
      tokens += said[s].size();
      for (size_t i = 0; i < said[s].size(); ++i) {
        const PicoClass wanted = abstract.labels[s][i];
        count(ours, wanted, said[s][i]);
        count(baseline, wanted, most_frequent_class(frequencies, abstract.sentences[s].words[i]));
      }
      if (options.verbose && said[s] != abstract.labels[s]) {
        report.notes.push_back(describe(abstract.sentences[s], abstract.labels[s], said[s]));
      }
    }
  }
  report.data = fmt::format("pico_bids: {} abstracts, {} tokens", measured, tokens);
  report.baseline = "the class that the word has most often in the other abstracts";
  for (size_t i = 1; i < kPicoClasses; ++i) {
    report.measures.push_back({fmt::format("token F1, {}", pico_class_name(static_cast<PicoClass>(i))),
                               ours[i].f1(), baseline[i].f1(), 0.65});
    report.notes.push_back(fmt::format("{}: precision {:.3f}, recall {:.3f}, {} tokens",
                                       pico_class_name(static_cast<PicoClass>(i)), ours[i].precision(),
                                       ours[i].recall(), ours[i].wanted));
  }
  return report;
}

}  // namespace attest
