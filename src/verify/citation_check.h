// Does a cited paper say what the citing sentence says it does? A citing sentence is longer than a claim,
// speaks of several things and may cite several papers; so it has a model of its own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "learn/features.h"
#include "learn/linear_model.h"
#include "text/tokens.h"
#include "verify/claim.h"

namespace attest {

enum class CitationLabel : uint8_t {
  kSupported,
  kNotSupported,  // on the subject, but says less, more or something else
  kUnrelated,     // says nothing of it
};
const char* citation_label_name(CitationLabel label);  // "supported", "not supported", "unrelated"

struct CitationVerdict {
  CitationLabel label = CitationLabel::kUnrelated;
  double confidence = 0;  // probability of the label
  double supported = 0;   // probability that it is supported
  ClaimVerdict claim;     // the same sentence as a claim: rationale and reasons
};

// `sentence` as it stands, with or without the marks of citations ("[12]", "(3–5)", "(Smith et al. 2001)").
// Which of several citations is meant can be marked: "<|cit|>", or "<|multi_cit|>" where it is cited together
// with others, and "<|other_cit|>" for those that are not meant. Then the part is judged that it stands for.
CitationVerdict check_citation(std::string_view sentence, const ClaimSource& cited);

// The features of data/models/citation.model. `sentences` reads which sentences decide.
Features citation_features(std::string_view sentence, const ClaimSource& cited, const LinearModel& sentences,
                           Stemmer& stemmer);

}  // namespace attest
