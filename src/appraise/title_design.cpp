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
    {"commentary on", StudyDesign::kOpinion},
    {"commentary and", StudyDesign::kOpinion},
    {"a commentary", StudyDesign::kOpinion},
    {"invited commentary", StudyDesign::kOpinion},
    {"study protocol", StudyDesign::kProtocol},
    {"protocol for a", StudyDesign::kProtocol},
    {"protocol of a", StudyDesign::kProtocol},
    {"trial protocol", StudyDesign::kProtocol},
    {"review article:", StudyDesign::kReview},
    {"reappraisal of its", StudyDesign::kReview},
    {"update of its", StudyDesign::kReview},
    {"review of its", StudyDesign::kReview},
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
    {"goals and design", StudyDesign::kProtocol},
    {"aims and design", StudyDesign::kProtocol},
    {"objectives and design", StudyDesign::kProtocol},
    {"design and objectives", StudyDesign::kProtocol},
    {"design and goals", StudyDesign::kProtocol},
    {"design of a clinical trial", StudyDesign::kProtocol},
    {"design of a randomi*", StudyDesign::kProtocol},
    {"simulation study", StudyDesign::kLaboratory},
    {"modelling study", StudyDesign::kLaboratory},
    {"modeling study", StudyDesign::kLaboratory},
    {"pharmaco-economic study", StudyDesign::kEconomic},
    {"pharmaco-economic analysis", StudyDesign::kEconomic},
    {"pharmaco-economic evaluation", StudyDesign::kEconomic},
    {"pharmacoeconomic study", StudyDesign::kEconomic},
    {"pharmacoeconomic analysis", StudyDesign::kEconomic},
    {"pharmacoeconomic evaluation", StudyDesign::kEconomic},
    {"cost-utility", StudyDesign::kEconomic},
    {"economic analysis", StudyDesign::kEconomic},
    {"economic evaluation", StudyDesign::kEconomic},
    {"cost-benefit", StudyDesign::kEconomic},
    {"cost analysis", StudyDesign::kEconomic},
    {"meta-analys*", StudyDesign::kSystematicReview},
    {"metaanalys*", StudyDesign::kSystematicReview},
    {"meta analys*", StudyDesign::kSystematicReview},
    {"meta-analytic", StudyDesign::kSystematicReview},
    {"meta-regression*", StudyDesign::kSystematicReview},
    {"metaregression*", StudyDesign::kSystematicReview},
    {"systematic review*", StudyDesign::kSystematicReview},
    {"systematic literature review", StudyDesign::kSystematicReview},
    {"consensus recommendation*", StudyDesign::kGuideline},
    {"emulation of a", StudyDesign::kCohort},
    {"trial emulation*", StudyDesign::kCohort},
    {"emulating a", StudyDesign::kCohort},
    {"emulated", StudyDesign::kCohort},
    {"non-randomised", StudyDesign::kNonRandomisedTrial},
    {"non-randomized", StudyDesign::kNonRandomisedTrial},
    {"nonrandomized", StudyDesign::kNonRandomisedTrial},
    {"randomised", StudyDesign::kRandomisedTrial},
    {"randomized", StudyDesign::kRandomisedTrial},
    {"placebo-controlled", StudyDesign::kRandomisedTrial},
    {"double-blind", StudyDesign::kRandomisedTrial},
    {"diagnostic accuracy studies", StudyDesign::kUnclear},  // about them
    {"diagnostic accuracy", StudyDesign::kDiagnosticStudy},
    {"retrospective review", StudyDesign::kCohort},
    {"retrospective chart", StudyDesign::kCohort},
    {"chart review", StudyDesign::kCohort},
    {"record review", StudyDesign::kCohort},
    {"records review", StudyDesign::kCohort},
    {"case note review", StudyDesign::kCohort},
    {"review of medical record*", StudyDesign::kCohort},
    {"review of hospital record*", StudyDesign::kCohort},
    {"review of patient record*", StudyDesign::kCohort},
    {"review of record*", StudyDesign::kCohort},
    {"review of chart*", StudyDesign::kCohort},
    {"review of case notes", StudyDesign::kCohort},
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
    {"meta-synthes*", StudyDesign::kSystematicReview},
    {"metasynthes*", StudyDesign::kSystematicReview},
    {"qualitative review", StudyDesign::kReview},
    {"qualitative characteristic*", StudyDesign::kUnclear},  // of plants and drugs
    {"qualitative and quantitative", StudyDesign::kUnclear},
    {"quantitative and qualitative", StudyDesign::kUnclear},
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

// A title that asks what meta-analyses are worth names no meta-analysis of its own.
bool doubts_syntheses(std::string_view title) {
  static constexpr std::string_view kDoubts[] = {"misus*",  "critique", "pitfall*",
                                                 "fallac*", "flawed",   "flaws"};
  static constexpr std::string_view kSyntheses[] = {"meta-analys*", "metaanalys*", "systematic review*"};
  return has_any_phrase(title, kDoubts) && has_any_phrase(title, kSyntheses);
}

// "Correction: a randomised trial of …" is no trial; "correction of scoliosis" is no notice.
bool corrects_a_paper(std::string_view title) {
  return title.starts_with("correction:") || title.starts_with("correction to:") ||
         title.starts_with("author correction") || title.starts_with("publisher correction");
}

// What was found about guidelines, or for them, is not a guideline.
bool is_about_guidelines(std::string_view title) {
  static constexpr std::string_view kReviews[] = {"systematic review for", "systematic review to inform",
                                                  "systematic review of guidelines", ": a systematic review",
                                                  "systematic review of clinical"};
  static constexpr std::string_view kAbout[] = {
      "implementation of", "implementing",  "adherence to",  "compliance with", "concordance with",
      "impact of",         "effect of",     "effects of",    "quality of",      "appraisal of",
      "knowledge of",      "compared with", "comparison of", "audit of"};
  if (has_any_phrase(title, kReviews)) return true;
  const size_t guideline = find_phrase(title, "guideline*");
  return guideline != std::string_view::npos && has_any_phrase(title.substr(0, guideline), kAbout);
}

// "2017 recommendations of the Society of X": what a body of physicians recommends.
bool recommends_for_a_body(std::string_view title) {
  static constexpr std::string_view kOf[] = {"recommendations of the", "recommendations from the",
                                             "recommendations by the", "guidelines of the",
                                             "guidelines from the",    "guidelines by the"};
  static constexpr std::string_view kBodies[] = {
      "society",      "association",  "college", "academy",       "federation",   "task force",
      "organization", "organisation", "league",  "working group", "expert panel", "committee"};
  const std::string_view of = first_phrase(title, kOf);
  return !of.empty() && has_any_phrase(title.substr(find_phrase(title, of)), kBodies);
}

}  // namespace

StudyDesign design_of_title(std::string_view title) {
  if (corrects_a_paper(title)) return StudyDesign::kNotice;
  StudyDesign design = first_design(title, kTitleCues);
  if (design == StudyDesign::kUnclear && recommends_for_a_body(title)) design = StudyDesign::kGuideline;
  if (design == StudyDesign::kGuideline && is_about_guidelines(title)) {
    design = StudyDesign::kUnclear;
    if (has_phrase(title, "systematic review*")) design = StudyDesign::kSystematicReview;
  }
  if (design == StudyDesign::kSystematicReview && doubts_syntheses(title)) return StudyDesign::kUnclear;
  if (design != StudyDesign::kRandomisedTrial || !is_about_trials(title)) return design;
  // "Overview of randomised trials of X": a review of some kind; how it was made stands in the text.
  return has_phrase(title, "pooled") || has_phrase(title, "overview*") ? StudyDesign::kSystematicReview
                                                                       : StudyDesign::kUnclear;
}

}  // namespace attest
