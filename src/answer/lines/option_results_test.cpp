// What may stand under an option as what studies found of it.
#include "answer/lines/option_results.h"

#include <gtest/gtest.h>

#include "answer/lines/getting_condition.h"
#include "answer/lines/option_harms.h"
#include "answer/lines/option_names.h"
#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

class OptionResults : public testing::Test {
 protected:
  OptionResults() {
    evidence_.vocabulary = test::vocabulary_of(
        {"donepezil", "memantine", "tadalafil", "etanercept", "exercise", "nifedipine", "surgery"},
        {"dementia", "preeclampsia"}, stemmer_);
    evidence_.question.intent = Intent::kTreatment;
    evidence_.question.asked = "treatment of dementia";
    Concept asked;
    asked.role = ConceptRole::kCondition;
    asked.thesaurus_id = "dementia";
    asked.label = "dementia";
    evidence_.question.concepts = {asked};
  }
  // Of what the sentence names under `name`, in a study of which the abstract or the whole text is held.
  bool is_result(const std::string& sentence, const std::string& name, Depth depth = Depth::kAbstract,
                 StudyDesign design = StudyDesign::kRandomisedTrial) {
    evidence_.sources.clear();
    AnswerSource& source = test::add_source(evidence_, stemmer_, "A trial in dementia", {sentence}, design);
    source.appraisal.depth = depth;
    const Finding& finding = source.findings.front();
    for (const Mention& one : finding.interventions) {
      if (one.name == name) return is_result_of_option(evidence_, finding, one);
    }
    ADD_FAILURE() << "not named: " << sentence;
    return false;
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(OptionResults, WhatOthersFoundIsNone) {
  const Depth full = Depth::kFullText;
  EXPECT_FALSE(is_result("Donepezil improved cognition in mild disease [28].", "donepezil", full));
  EXPECT_FALSE(is_result("Of those given etanercept 81% kept the response after 192 weeks of treatment.14",
                         "etanercept", full));
  EXPECT_FALSE(is_result("Exercise reduced falls in people with dementia (Miller, 2002).", "exercise", full));
  EXPECT_FALSE(is_result("Zhu et al. found that memantine improved cognition.", "memantine"));
  EXPECT_FALSE(is_result("Previous studies have shown that exercise improves sleep.", "exercise"));
  EXPECT_FALSE(is_result("BackgroundDonepezil and memantine are of similar efficacy.", "memantine", full));
}

TEST_F(OptionResults, WhatOnlyAgreesWithOthersIsNone) {
  const Depth full = Depth::kFullText;
  EXPECT_FALSE(
      is_result("Our result was in accordance with that of Afdhal et al, who found donepezil effective.",
                "donepezil", full));
  EXPECT_TRUE(is_result("In line with Afdhal et al [3], we found that donepezil improved cognition.",
                        "donepezil", full));
  EXPECT_FALSE(
      is_result("The ADAGIO delayed-start study also found that exercise improved mood.", "exercise"));
  EXPECT_FALSE(is_result("A study evaluating memantine showed that 79% had improved.", "memantine", full));
}

TEST_F(OptionResults, WhatItsOwnStudyFoundIs) {
  const Depth full = Depth::kFullText;
  EXPECT_TRUE(is_result("Donepezil improved cognition by 1.5 points (P = 0.02).", "donepezil", full));
  EXPECT_TRUE(
      is_result("Unlike others [28], we found that donepezil improved cognition.", "donepezil", full));
  EXPECT_TRUE(is_result("Donepezil improved cognition at 4 weeks (Table 2).", "donepezil", full));
  EXPECT_TRUE(
      is_result("Pain fell with donepezil (p = 0.0002).108 (90 %) patients had no pain.", "donepezil", full));
  EXPECT_TRUE(is_result("In 2 of 9 people (22%) donepezil improved cognition.", "donepezil"));
  EXPECT_TRUE(is_result("Previous studies have shown that exercise improves sleep.", "exercise", full,
                        StudyDesign::kSystematicReview));
  EXPECT_TRUE(
      is_result("In our study, a significant decrease was determined in pain frequency (pain diary) and "
                "related disabilities (PDI and HIT) of those on whom exercise was applied.",
                "exercise", full));
}

TEST_F(OptionResults, CostsAndMethodsAreNone) {
  EXPECT_FALSE(
      is_result("Donepezil was the most cost-effective option compared with memantine.", "donepezil"));
  EXPECT_TRUE(is_result("Donepezil reduced falls by half, and was cost-effective.", "donepezil"));
  EXPECT_FALSE(
      is_result("Donepezil was superior at 24 and 36 months with regard to decreased costs.", "donepezil"));
  EXPECT_FALSE(is_result("Scores after donepezil and memantine are summarized in Table 3.", "donepezil"));
  EXPECT_FALSE(is_result("We evaluated the effect of donepezil at a dose proven for others.", "donepezil"));
  EXPECT_FALSE(is_result("We hypothesize that donepezil is more effective than memantine.", "donepezil"));
  EXPECT_TRUE(is_result("We compared donepezil with placebo; donepezil reduced falls.", "donepezil"));
  EXPECT_FALSE(is_result("Of 30 patients 15 (50%) were randomly allocated to donepezil.", "donepezil"));
  EXPECT_TRUE(is_result("Of 15 patients randomly allocated to donepezil 10 (67%) improved.", "donepezil"));
}

TEST_F(OptionResults, QuestionsAndTheLaboratoryAreNone) {
  EXPECT_FALSE(is_result("Is donepezil more effective than memantine?", "donepezil"));
  EXPECT_FALSE(is_result("Donepezil increased the expression of the protein.", "donepezil"));
  EXPECT_TRUE(
      is_result("Donepezil increased the expression of the protein and eased symptoms.", "donepezil"));
  EXPECT_FALSE(
      is_result("To measure the efficacy of donepezil, the 50% responder rate was evaluated.", "donepezil"));
  EXPECT_FALSE(
      is_result("A sample size of 510 was chosen, as the efficacy of donepezil would be 95%.", "donepezil"));
  EXPECT_FALSE(
      is_result("As sample size was computed for 10% with donepezil, it was not changed.", "donepezil"));
  EXPECT_FALSE(
      is_result("Eighty-one percent of those assigned to exercise participated in the program.", "exercise"));
}

TEST_F(OptionResults, NorIsWhoStayedOrHowItWasAtFirst) {
  EXPECT_FALSE(is_result("Of those given donepezil 77% completed the 6-week study.", "donepezil"));
  EXPECT_FALSE(
      is_result("70% of those given donepezil completed at least 1 year of treatment.", "donepezil"));
  EXPECT_FALSE(is_result("Thus far no study has evaluated the efficacy of donepezil.", "donepezil"));
  EXPECT_TRUE(is_result("Of those who completed the study 77% improved with donepezil.", "donepezil"));
  EXPECT_FALSE(is_result("Scores at baseline were similar with donepezil and placebo.", "donepezil"));
  EXPECT_TRUE(
      is_result("Changes from baseline at 12 weeks were similar with donepezil and placebo.", "donepezil"));
}

TEST_F(OptionResults, NorWhatHoldsForAPartOrForAnotherCondition) {
  EXPECT_FALSE(is_result("In a subgroup with insomnia donepezil improved sleep.", "donepezil"));
  EXPECT_TRUE(
      is_result("Donepezil did not help, but we cannot rule out that subgroups benefit.", "donepezil"));
  EXPECT_TRUE(is_result("Donepezil improved sleep across all subgroups.", "donepezil"));
  EXPECT_FALSE(is_result("Memantine added to donepezil improved cognition.", "donepezil"));
  EXPECT_TRUE(is_result("Memantine added to donepezil improved cognition.", "memantine"));
  evidence_.sources.clear();
  AnswerSource& source =
      test::add_source(evidence_, stemmer_, "Nifedipine",
                       {"In preeclampsia nifedipine lowers blood pressure.", "In dementia nifedipine fails.",
                        "Nifedipine lowers blood pressure."},
                       StudyDesign::kReview);
  for (Finding& finding : source.findings) finding.condition_match = 1;
  source.findings.front().other_conditions = 1;
  const auto stands = [&](size_t at) {
    return is_result_of_option(evidence_, source.findings[at], source.findings[at].interventions.front());
  };
  EXPECT_FALSE(stands(0));
  EXPECT_TRUE(stands(1));
  EXPECT_TRUE(stands(2));
}

TEST_F(OptionResults, PeopleWithoutTheConditionAreNotAskedAbout) {
  evidence_.question.concepts.front().variants.resize(1);
  evidence_.question.concepts.front().variants.front().words = "dementia";
  evidence_.question.concepts.front().variants.front().weight = 1;
  EXPECT_FALSE(is_result("Donepezil did not improve well-being in women without dementia.", "donepezil"));
  EXPECT_FALSE(is_result("In people without known dementia donepezil improved recall.", "donepezil"));
  EXPECT_TRUE(
      is_result("Donepezil improved recall in dementia and in people without dementia.", "donepezil"));
  EXPECT_TRUE(is_result("Donepezil improved recall in dementia without psychosis.", "donepezil"));
  EXPECT_TRUE(is_result("The fraction of patients without dementia was greater on donepezil.", "donepezil"));
}

TEST_F(OptionResults, WhatTwoTogetherDidIsOfNeither) {
  EXPECT_FALSE(is_result("Donepezil-memantine improved cognition in dementia.", "donepezil"));
  EXPECT_FALSE(is_result("Donepezil-memantine improved cognition in dementia.", "memantine"));
  EXPECT_TRUE(is_result("Donepezil-memantine was better than donepezil alone (P = 0.02).", "memantine"));
  EXPECT_TRUE(is_result("Donepezil-treated patients improved more than on memantine.", "donepezil"));
}

TEST_F(OptionResults, WhatItTreatsMustBeWhatWasAsked) {
  const auto stands = [&](const std::string& sentence) {
    evidence_.sources.clear();
    AnswerSource& source =
        test::add_source(evidence_, stemmer_, "Nifedipine", {sentence}, StudyDesign::kRandomisedTrial);
    Finding& finding = source.findings.front();
    finding.condition_match = 1;
    finding.other_conditions = 1;
    return is_result_of_option(evidence_, finding, finding.interventions.front());
  };
  EXPECT_FALSE(stands("We conclude that nifedipine is effective to treat preeclampsia."));
  EXPECT_FALSE(stands("Nifedipine was effective in the treatment of preeclampsia."));
  EXPECT_TRUE(stands("Nifedipine was effective in the treatment of dementia and preeclampsia."));
  evidence_.question.asked = "treatment of preeclampsia in dementia";
  EXPECT_TRUE(stands("Nifedipine was effective in the treatment of preeclampsia."));
  EXPECT_TRUE(stands("Nifedipine was effective in those who later had preeclampsia."));
}

TEST_F(OptionResults, MethodsAimsAndWhatIsStillToBeStudied) {
  EXPECT_FALSE(is_result("To measure the efficacy of donepezil the recall was evaluated.", "donepezil"));
  EXPECT_FALSE(is_result("The Steering committee proposed to analyze effects of donepezil.", "donepezil"));
  EXPECT_FALSE(is_result("We analyzed the effects of donepezil on recall.", "donepezil"));
  EXPECT_FALSE(is_result("Trials are needed that evaluate if donepezil is more effective.", "donepezil"));
  EXPECT_FALSE(is_result("No data on the effect of donepezil were found.", "donepezil"));
  EXPECT_FALSE(is_result("The effect of donepezil may be due to more acetylcholine.", "donepezil"));
  EXPECT_FALSE(is_result("We conducted a trial to confirm if donepezil is indeed effective.", "donepezil"));
  EXPECT_FALSE(is_result("Of the responding clinics 56% used donepezil.", "donepezil"));
  EXPECT_FALSE(is_result("Physicians prescribed more donepezil to women.", "donepezil"));
  EXPECT_TRUE(is_result("Donepezil improved recall, but larger trials are needed.", "donepezil"));
  EXPECT_TRUE(is_result("Recall was evaluated and was significantly better with donepezil.", "donepezil"));
  EXPECT_TRUE(is_result("Tolerability of donepezil was assessed as good in 44% to 60%.", "donepezil"));
}

TEST_F(OptionResults, ThatLittleIsKnownOfHarmsIsNoHarm) {
  const auto tells_nothing = [&](const std::string& sentence) {
    evidence_.sources.clear();
    AnswerSource& source =
        test::add_source(evidence_, stemmer_, "Donepezil", {sentence}, StudyDesign::kSystematicReview);
    return tells_nothing_of_harm(source.findings.front(), sentence);
  };
  EXPECT_TRUE(tells_nothing("Limited data on adverse events of donepezil were reported."));
  EXPECT_TRUE(tells_nothing("Adverse events of donepezil were not reported."));
  EXPECT_TRUE(tells_nothing("Side effects at baseline were powerful predictors of response to donepezil."));
  EXPECT_TRUE(tells_nothing("Adverse events under donepezil were recorded at each visit."));
  EXPECT_FALSE(
      tells_nothing("Apart from an increased rate of tremor, harms of donepezil were seldom monitored."));
  EXPECT_FALSE(tells_nothing("Donepezil causes nausea."));
  EXPECT_FALSE(tells_nothing("Nausea occurred in 12% with donepezil and 3% with placebo."));
  EXPECT_FALSE(tells_nothing("Donepezil was discontinued due to adverse events in 5 of 60 patients."));
}

TEST_F(OptionResults, OfTwoConditionsOfATitleTheOneAskedAbout) {
  const auto stands = [&](const std::string& title) {
    evidence_.sources.clear();
    AnswerSource& source = test::add_source(evidence_, stemmer_, title,
                                            {"Nifedipine was of use in preeclampsia."}, StudyDesign::kReview);
    Finding& finding = source.findings.front();
    finding.condition_match = 1;
    finding.other_conditions = 1;
    return is_result_of_option(evidence_, finding, finding.interventions.front());
  };
  EXPECT_FALSE(stands("Nifedipine in dementia and preeclampsia"));
  EXPECT_FALSE(stands("Nifedipine for preeclampsia and/or dementia"));
  EXPECT_TRUE(stands("Nifedipine for preeclampsia in women with dementia"));
  EXPECT_TRUE(stands("Nifedipine in dementia"));
}

TEST_F(OptionResults, TheConditionAsAHarmOfOtherPatients) {
  const auto stands = [&](const std::string& title) {
    evidence_.sources.clear();
    AnswerSource& source =
        test::add_source(evidence_, stemmer_, title,
                         {"Memantine was as effective as donepezil with a lower incidence of dementia."},
                         StudyDesign::kReview);
    Finding& finding = source.findings.front();
    finding.other_subject = true;
    return is_result_of_option(evidence_, finding, finding.interventions.front());
  };
  evidence_.question.concepts.front().variants.resize(1);
  evidence_.question.concepts.front().variants.front().words = "dementia";
  evidence_.question.concepts.front().variants.front().weight = 1;
  EXPECT_FALSE(stands("Memantine in preeclampsia"));
  EXPECT_TRUE(stands("Memantine in dementia after preeclampsia"));
}

TEST_F(OptionResults, KeepingPeopleFromItIsNoTreatmentOfIt) {
  evidence_.question.concepts.front().variants.resize(1);
  evidence_.question.concepts.front().variants.front().words = "dementia";
  evidence_.question.concepts.front().variants.front().weight = 1;
  const auto is_got = [&](const std::string& sentence) {
    evidence_.sources.clear();
    test::add_source(evidence_, stemmer_, "Donepezil", {sentence}, StudyDesign::kRandomisedTrial);
    return ConditionGot(evidence_).is_outcome_of(evidence_.sources.front().findings.front());
  };
  EXPECT_TRUE(is_got("Donepezil was of minimal benefit in preventing moderate and severe dementia."));
  EXPECT_TRUE(is_got("Donepezil lowered dementia risk."));
  EXPECT_FALSE(is_got("Donepezil prevented falls in severe dementia."));
  EXPECT_FALSE(is_got("Donepezil improved severe dementia."));
  EXPECT_TRUE(
      is_got("Donepezil was associated with a significant reduction in the rate of dementia (4 v 9%)."));
  // A study of keeping people from it tells of no treatment, whom ever its sentences are of.
  const auto is_of_prevention = [&](const std::string& title, const std::string& sentence) {
    evidence_.sources.clear();
    test::add_source(evidence_, stemmer_, title, {sentence}, StudyDesign::kRandomisedTrial);
    return ConditionGot(evidence_).is_outcome_of(evidence_.sources.front().findings.front());
  };
  EXPECT_TRUE(is_of_prevention("Donepezil for preventing dementia", "Donepezil reduced vascular dementia."));
  EXPECT_TRUE(is_of_prevention("Drug-treated water for preventing dementia", "Donepezil reduced dementia."));
  EXPECT_TRUE(is_of_prevention("Donepezil for prevention of dementia and related problems",
                               "It worked with donepezil."));
  EXPECT_TRUE(is_of_prevention("Donepezil to prevent dementia--a review", "It worked with donepezil."));
  EXPECT_FALSE(is_of_prevention("Donepezil in dementia", "Donepezil reduced vascular dementia."));
  EXPECT_FALSE(is_of_prevention("Donepezil for preventing dementia", "Donepezil treated vascular dementia."));
  // In a trial in another disease.
  EXPECT_TRUE(is_of_prevention("Memory and dementia in people with preeclampsia treated with donepezil",
                               "On donepezil 12 had dementia, on placebo 18."));
  EXPECT_FALSE(is_of_prevention("Memory in people with dementia treated with donepezil",
                                "On donepezil 12 had dementia, on placebo 18."));
  EXPECT_FALSE(is_of_prevention("Donepezil for dementia in people with preeclampsia receiving aspirin",
                                "Donepezil improved memory in dementia."));
  evidence_.question.concepts.front().variants.front().words = "postpartum hemorrhage";
  EXPECT_TRUE(is_got("Donepezil lowered the risk of postpartum haemorrhage."));
  EXPECT_FALSE(is_got("Donepezil stopped postpartum haemorrhage."));
  evidence_.question.concepts.front().variants.front().words = "dementia";
  EXPECT_TRUE(is_got("Those who received donepezil had a lower rate of dementia (16.5%) than with placebo."));
}

TEST(OptionNames, WhatPeopleDependOnIsNotGiven) {
  EXPECT_TRUE(is_harmful_thing("treatment of cocaine dependence", "cocaine"));
  EXPECT_TRUE(is_harmful_thing("What helps with alcohol use disorder?", "Alcohol"));
  EXPECT_FALSE(is_harmful_thing("treatment of iron deficiency anemia", "iron"));
  EXPECT_FALSE(is_harmful_thing("treatment of cocaine dependence", "quetiapine"));
}

}  // namespace
}  // namespace attest
