// Which of several findings tells more, and which few of many are shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answer/choice/pertinence.h"
#include "evidence/sources.h"

namespace attest {

// How much a finding tells: arms, counts, follow-up, intervals; 0 to 4.
int informativeness(const Finding& finding);

// Order of findings in a list: guideline and review first, then trials…; named condition before inherited;
// current before superseded, first-hand before second-hand, then search score, then place.
bool better_finding(const Evidence& evidence, const Finding& a, const Finding& b);

// A finding with what it is worth in one place: the reader's 0..1, and up to 0.24 more for a result that
// counts.
struct WeighedFinding {
  const Finding* finding = nullptr;
  float pertinence = 0;
  int late = 0;  // ranks that it loses: a result that is only a value of the laboratory
};
std::vector<WeighedFinding> weigh(const PertinenceReader& reader, const std::vector<const Finding*>& findings,
                                  std::string_view place, std::string_view intervention);

// "Both were well tolerated", "does not cause bleeding", "bleeding was rarer": tell nobody what to expect,
// left out where any finding names or counts a harm.
void prefer_named_harms(const Evidence& evidence, std::vector<const Finding*>& harms);

// The sentence in small letters without the marks around it: the same for "- Rest." and "Rest".
std::string sentence_key(std::string_view sentence);

// At most `count` of `findings`, one for each study where possible, without repeated sentences.
std::vector<const Finding*> pick_findings(const Evidence& evidence,
                                          const std::vector<const Finding*>& findings, size_t count);

// The same by pertinence; those below `least` are left out.
std::vector<const Finding*> pick_findings(const Evidence& evidence, std::vector<WeighedFinding> findings,
                                          float least, size_t count);

}  // namespace attest
