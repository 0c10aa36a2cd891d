// Token-level PICO annotations of three sets of trial abstracts (EBM-NLP revised, Alzheimer's disease,
// COVID-19), in the two-column format of the CoNLL tasks.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "findings/spans/pico_spans.h"

namespace attest {

struct LabelledPicoAbstract {
  std::string id;                     // the set and the beginning of the text: the data has no number
  std::string set;                    // "EBM-NLPmod", "AD", "COVID-19"
  std::vector<PicoTokens> sentences;  // without "Title :", "METHODS :"
  std::vector<std::vector<PicoClass>> labels;  // one for each token
};

// All abstracts, each once: every one of the five folds divides the same abstracts, the first is read.
Result<std::vector<LabelledPicoAbstract>> read_pico_abstracts(const std::filesystem::path& data);

}  // namespace attest
