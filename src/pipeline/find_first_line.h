// Sources that call a treatment the first, for a treatment question whose words led to none.
#pragma once

#include <vector>

#include "base/result.h"
#include "evidence/sources.h"
#include "pipeline/library.h"
#include "search/search.h"

namespace attest {

// What a collection says of first lines beyond what was found: the words "treatment" and "first-line" stand
// in so many texts that the one sentence which ranks a treatment of this condition is seldom among the best.
struct FirstLineTexts {
  std::vector<AnswerSource> sources;   // to stand behind those that are known
  std::vector<SentenceHit> sentences;  // `document` counts the known sources first, then these
};

// Sentences that name the condition asked about in its own words beside the words of a first line. Usable
// sources with evidence only; nothing where the question asks for later lines, or for no treatment.
Result<FirstLineTexts> find_first_line(const Evidence& evidence, const Library& library);

}  // namespace attest
