// What a sentence says of one arm of a study against another: of which outcome there was more, less or as
// much, by its words or by an estimate with its interval.
#pragma once

#include <string>
#include <vector>

#include "evidence/sources.h"

namespace attest {

struct ArmComparison {
  const Finding* finding = nullptr;
  std::string given;       // name of what was given, as the sentence's source calls it
  std::string comparator;  // id; kNothing for every control that gives nothing
  std::string comparator_name;
  std::string outcome;                 // "death"
  int wanted = 0;                      // 1: more of the outcome is good, -1: bad, 0: it depends
  int change = 0;                      // 1 more of it, -1 less, 0 no difference
  const Quantity* estimate = nullptr;  // a ratio with its interval; null where words alone say it
  bool loose = false;  // by words alone, of people who were not assigned to an arm: they may differ in more
};

// Placebo, sham, vehicle, waiting list and no treatment are one comparator.
inline constexpr const char* kNothing = "control:nothing";
// The usual care in the thesaurus: something, whatever it was.
inline constexpr const char* kUsualCare = "attest:standard-care";

// The intervention `id` and, where the question names it, those that are a kind of it.
bool is_of_family(const Evidence& evidence, const std::string& mention, const std::string& id);

// Every comparison of `intervention` that the source states in a result or a conclusion, of people with the
// condition and between arms: not within one arm, by a subgroup, by a dose or by a covariate. What a source
// says in two ways of one outcome and one comparator is left out.
std::vector<ArmComparison> read_comparisons(const Evidence& evidence, const AnswerSource& source,
                                            const std::string& intervention);

// A source that finds one thing overall and another with one form of the same intervention.
struct SplitResult {
  ArmComparison overall;
  ArmComparison part;
  std::string form;  // "long course, low dose"
};
// None or one.
std::vector<SplitResult> read_split_results(const Evidence& evidence, const AnswerSource& source,
                                            const std::string& intervention);

// The sentence reports what was found between arms: its kind, its role and its words allow it.
bool reports_arms(const Evidence& evidence, const Finding& finding);

}  // namespace attest
