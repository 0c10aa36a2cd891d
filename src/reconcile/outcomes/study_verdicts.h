// What each study found of the outcome that a question asks after: more of it, less, or no difference.
//
// Where arm_comparisons.h reads by rules and stays silent unless a sentence says all (what, against what, of
// whom), this asks the trained reader of effects (findings/effects/effect_direction.h) one question of each
// source, in the words of that source, and keeps what it is sure of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evidence/sources.h"
#include "reconcile/outcomes/arm_comparisons.h"
#include "reconcile/outcomes/asked_effect.h"

namespace attest {

struct StudyVerdict {
  std::string intervention;  // id, of those asked about
  ArmComparison comparison;  // `loose` where people were not assigned to an arm
  double certainty = 0;      // 0..1: that the sentence answers, times that it goes this way
};

struct StudyVerdicts {
  std::vector<std::string> given;  // as in AskedEffect
  std::string outcome;             // "mortality"
  std::string known_as;            // as arm_comparisons.h calls it: "death"
  std::string against;             // name of the treatment asked to be held against; "": nothing
  std::vector<StudyVerdict> all;

  // It is the outcome asked after, or shares a word with it ("hip fracture" of fractures). True where none
  // was asked after.
  bool is_near(std::string_view of_outcome) const;
  bool is_about(const std::string& intervention, const std::string& of_outcome) const;
};

// At most one verdict of a source on each treatment asked about: of its sentence that answers best. What
// holds the treatment against another than the question does is left out, and so is what a source tells of
// others, of a part of its people, in its methods, or in two ways.
StudyVerdicts read_study_verdicts(const Evidence& evidence, const AskedEffect& effect);

}  // namespace attest
