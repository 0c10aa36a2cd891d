// What a title says of a study's design. Tried in order: what decides comes before what only hints.
#include "appraise/design_checks.h"
#include "appraise/design_words.h"
#include "text/phrases.h"

namespace attest {
namespace {

// clang-format off
constexpr DesignCue kTitleCues[] = {
    {"retraction:", StudyDesign::kNotice},
    {"retraction notice", StudyDesign::kNotice},
    {"erratum", StudyDesign::kNotice},
    {"corrigendum", StudyDesign::kNotice},
    {"expression of concern", StudyDesign::kNotice},
    {"study protocol", StudyDesign::kProtocol},
    {"protocol for a", StudyDesign::kProtocol},
    {"protocol of a", StudyDesign::kProtocol},
    {"trial protocol", StudyDesign::kProtocol},
    {"practice guideline*", StudyDesign::kGuideline},
    {"clinical guideline*", StudyDesign::kGuideline},
    {"consensus guideline*", StudyDesign::kGuideline},
    {"treatment guideline*", StudyDesign::kGuideline},
    {"guidelines for", StudyDesign::kGuideline},
    {"guideline for", StudyDesign::kGuideline},
    {"guidelines on", StudyDesign::kGuideline},
    {"recommendations for the management", StudyDesign::kGuideline},
    {"recommendations for the treatment", StudyDesign::kGuideline},
    {"recommendations for the diagnosis", StudyDesign::kGuideline},
    {"recommendations for the prevention", StudyDesign::kGuideline},
    {"clinical practice recommendations", StudyDesign::kGuideline},
    {"position statement", StudyDesign::kGuideline},
    {"position paper", StudyDesign::kGuideline},
    {"evidence-based recommendations", StudyDesign::kGuideline},
    {"consensus statement", StudyDesign::kConsensus},
    {"expert consensus", StudyDesign::kConsensus},
    {"consensus conference", StudyDesign::kConsensus},
    {"rationale and design", StudyDesign::kProtocol},
    {"design and rationale", StudyDesign::kProtocol},
    {"rationale, design", StudyDesign::kProtocol},
    {"design of a clinical trial", StudyDesign::kProtocol},
    {"design of a randomi*", StudyDesign::kProtocol},
    {"simulation study", StudyDesign::kLaboratory},
    {"modelling study", StudyDesign::kLaboratory},
    {"modeling study", StudyDesign::kLaboratory},
    {"cost-utility", StudyDesign::kEconomic},
    {"economic analysis", StudyDesign::kEconomic},
    {"economic evaluation", StudyDesign::kEconomic},
    {"cost-benefit", StudyDesign::kEconomic},
    {"cost analysis", StudyDesign::kEconomic},
    {"meta-analys*", StudyDesign::kSystematicReview},
    {"metaanalys*", StudyDesign::kSystematicReview},
    {"systematic review*", StudyDesign::kSystematicReview},
    {"systematic literature review", StudyDesign::kSystematicReview},
    {"non-randomised", StudyDesign::kNonRandomisedTrial},
    {"non-randomized", StudyDesign::kNonRandomisedTrial},
    {"nonrandomized", StudyDesign::kNonRandomisedTrial},
    {"randomised", StudyDesign::kRandomisedTrial},
    {"randomized", StudyDesign::kRandomisedTrial},
    {"placebo-controlled", StudyDesign::kRandomisedTrial},
    {"double-blind", StudyDesign::kRandomisedTrial},
    {"diagnostic accuracy", StudyDesign::kDiagnosticStudy},
    {"retrospective review", StudyDesign::kCohort},
    {"retrospective chart", StudyDesign::kCohort},
    {"retrospective study", StudyDesign::kCohort},
    {"retrospective analysis", StudyDesign::kCohort},
    {"cohort study", StudyDesign::kCohort},
    {"cohort", StudyDesign::kCohort},
    {"case-control", StudyDesign::kCaseControl},
    {"cross-sectional", StudyDesign::kCrossSectional},
    {"case report*", StudyDesign::kCaseReport},
    {"a case of", StudyDesign::kCaseReport},
    {"report of a case", StudyDesign::kCaseReport},
    {"case series", StudyDesign::kCaseSeries},
    {"qualitative", StudyDesign::kQualitative},
    {"cost-effectiveness", StudyDesign::kEconomic},
    {"in rats", StudyDesign::kAnimal},
    {"in mice", StudyDesign::kAnimal},
    {"in the rat", StudyDesign::kAnimal},
    {"in the mouse", StudyDesign::kAnimal},
    {"in rabbits", StudyDesign::kAnimal},
    {"in dogs", StudyDesign::kAnimal},
    {"mouse model", StudyDesign::kAnimal},
    {"rat model", StudyDesign::kAnimal},
    {"in vitro", StudyDesign::kLaboratory},
    {"review", StudyDesign::kReview},
    {"overview", StudyDesign::kReview},
    {"editorial", StudyDesign::kOpinion},
};
// clang-format on

}  // namespace

StudyDesign design_of_title(std::string_view title) {
  const StudyDesign design = first_design(title, kTitleCues);
  if (design != StudyDesign::kRandomisedTrial || !is_about_trials(title)) return design;
  // "Overview of randomised trials of X": a review of some kind; how it was made stands in the text.
  return has_phrase(title, "pooled") || has_phrase(title, "overview*") ? StudyDesign::kSystematicReview
                                                                       : StudyDesign::kUnclear;
}

}  // namespace attest
