// Private to appraise: what a text's wording as a whole says of its design, where no phrase of design_words.h
// settles it. A linear model (data/models/study_design) weighs what the phrases say against common words.
#pragma once

#include <string_view>
#include <vector>

#include "appraise/appraisal.h"
#include "appraise/design_words.h"
#include "learn/features.h"

namespace attest {

struct WordingJudgement {
  StudyDesign design = StudyDesign::kUnclear;  // reports no study, as an answer for patients
  double probability = 0;
  bool knows_phrases = false;  // the design that the phrases name is one of the model's
};

// `title` in lower case. A build without the model knows no phrase.
// The likeliest design, and its probability, among those that are not barred.
WordingJudgement design_of_wording(std::string_view title, std::string_view text,
                                   const PhraseJudgement& phrases,
                                   const std::vector<StudyDesign>& barred = {});

// The features of the model. Words that are rare in medicine at large name a subject, not a design, and are
// left out, so that the model says the same on a subject that it never saw.
Features design_features(std::string_view title, std::string_view text, const PhraseJudgement& phrases);

}  // namespace attest
