// What a bottom line says of the things in the first line: who calls them the first, who recommends them, and
// under what limits. Things that one sentence lists are told together.
#pragma once

#include <vector>

#include "answer/answer.h"
#include "answer/lines/lines.h"
#include "evidence/sources.h"

namespace attest {

// Who calls the intervention the first line, and which guidelines recommend it and name no line. Each must
// say so itself: a dose that is "recommended" makes nothing the first treatment.
struct CallingBodies {
  std::vector<const Finding*> call_first;
  std::vector<const Finding*> recommend;
};
CallingBodies bodies_for(const Evidence& evidence, const InterventionEvidence& group);

using FirstLine = std::vector<const InterventionEvidence*>;

// `first` and what one sentence names beside it in the first line: of its sentences the one that lists the
// most. A thing that others advise against stands by itself.
FirstLine listed_with(const Evidence& evidence, const InterventionEvidence& first,
                      const std::vector<InterventionEvidence>& interventions);

// `groups`: one thing, or several that the same sentences name.
Statement recommended_first(const Evidence& evidence, const FirstLine& groups);

}  // namespace attest
