// What a text only mentions gives it no level: trials asked for, others' trials and syntheses, designs of
// trials without results.
#include <gtest/gtest.h>

#include <span>

#include "appraise/appraisal.h"
#include "appraise/appraise_test_support.h"
#include "appraise/study_design.h"

namespace attest {
namespace {

using test::document_of;

struct ClaimedCase {
  const char* title;
  const char* text;
  StudyDesign design;
};

void expect_designs(std::span<const ClaimedCase> cases) {
  for (const ClaimedCase& c : cases) {
    const StudyDesign design = judge_design(document_of(c.title, c.text)).design;
    EXPECT_EQ(design, c.design) << c.title << ": " << study_design_name(design);
  }
}

TEST(ClaimedDesign, NoTrialWhereOneIsOnlyMentioned) {
  const ClaimedCase texts[] = {
      {"Creams and itch: is moisture the key?",
       "Recent data suggest that cream helps. This requires confirmation in a randomised controlled trial.",
       {}},
      {"Cream, a new therapy for itch",
       "Cream acts on the skin. The preliminary results of an ongoing phase III randomized study favor "
       "cream.",
       {}},
      {"Itch in the era of cream",
       "Cream did not improve mild itch compared with patients treated with placebo. Therefore, we recommend "
       "to evaluate the skin first.",
       {}},
      {"Place of cream in itch",
       "In a recent trial of cream, 90 patients were randomly assigned to cream or placebo. Cream is cheap.",
       {}},
      {"Moisture and itch: a Mendelian randomization study",
       "Genetic variants for moisture were related to itch in the records of a biobank.",
       {}},
  };
  for (const ClaimedCase& c : texts) {
    const StudyDesign design = judge_design(document_of(c.title, c.text)).design;
    EXPECT_NE(design, StudyDesign::kRandomisedTrial) << c.title;
    EXPECT_NE(design, StudyDesign::kSystematicReview) << c.title;
  }
  const ClaimedCase own[] = {
      {"Cream for itch", "Cream was tried in a randomized double blind study in thirty children with itch.",
       StudyDesign::kRandomisedTrial},
      {"Cream and oil", "This double-blind, randomized, long-term study looked at cream and oil for itch.",
       StudyDesign::kRandomisedTrial},
      {"Cream for itch", "Forty patients of a previous survey were randomly assigned to cream or placebo.",
       StudyDesign::kRandomisedTrial},
  };
  expect_designs(own);
}

TEST(ClaimedDesign, TitlesThatSayWhatKindOfPaperItIs) {
  const ClaimedCase cases[] = {
      {"Commentary on the national guidelines for itch", "The guidelines are a landmark.",
       StudyDesign::kOpinion},
      {"Goals and design of the SKIN study", "The patients are randomised to cream or placebo.",
       StudyDesign::kProtocol},
      {"Emulation of a randomised trial of cream with claims data", "Claims of 900 people were read.",
       StudyDesign::kCohort},
      {"Itch: a chart review of 200 patients", "Their itch was mild.", StudyDesign::kCohort},
      {"Itch in children: use of a review of medical records", "Of 900 records 20 named itch.",
       StudyDesign::kCohort},
      {"Creams for itch: a meta-regression", "We searched MEDLINE. Nine trials were included.",
       StudyDesign::kSystematicReview},
      {"Creams for itch: a meta-analytic approach", "We searched MEDLINE. Nine trials were included.",
       StudyDesign::kSystematicReview},
      {"Cost of cream: a pharmaco-economic study based on a meta-analysis", "Cream was cheapest.",
       StudyDesign::kEconomic},
      {"Phase I study of cream for itch", "Twenty patients received cream. The dose was raised in steps.",
       StudyDesign::kCaseSeries},
      {"Correction: cream for itch: a randomised trial", "A table was wrong.", StudyDesign::kNotice},
      {"Cream for itch: a systematic review for a practice guideline", "We searched MEDLINE.",
       StudyDesign::kSystematicReview},
      {"Clinical guidelines for itch", "Use cream.", StudyDesign::kGuideline},
      {"Correction of crooked toes: a randomised trial", "Forty patients were randomised.",
       StudyDesign::kRandomisedTrial},
      {"Response to cream: a systematic review", "We searched MEDLINE.", StudyDesign::kSystematicReview},
  };
  expect_designs(cases);
}

TEST(ClaimedDesign, NoSynthesisWhereOneIsOnlyMentioned) {
  const ClaimedCase cases[] = {
      {"Cream for itch. [Review] [21 refs]",
       "A large meta-analysis showed that cream prolongs sleep. Oil is a newer agent.", StudyDesign::kReview},
      {"Itch and cream: state of the art",
       "A trial is advised. Alternatively, a meta-analysis could be helpful. Here, we review cream with "
       "emphasis on the selection criteria of patients.",
       StudyDesign::kReview},
      {"State of the art of creams", "This article reviews the most recent studies of cream.",
       StudyDesign::kReview},
      {"Onset of action of cream in phase III trials",
       "This was a prespecified pooled analysis of three randomised, double-blind, placebo-controlled "
       "studies.",
       StudyDesign::kRandomisedTrial},
      {"Itch that came back",
       "Here, we report the treatment with cream of two cases of itch, who were followed for two years.",
       StudyDesign::kCaseReport},
      {"Cream and the skin",
       "In this commentary we discuss cream. A trial of it has shown that patients with itch slept better "
       "than with placebo.",
       StudyDesign::kOpinion},
  };
  expect_designs(cases);
  EXPECT_EQ(judge_design(document_of("Implementation of local guidelines for itch",
                                     "We did a retrospective cohort study of 80 people."))
                .design,
            StudyDesign::kCohort);
  const Document country =
      document_of("Cream for itch",
                  "In a study of 116 patients cream helped. In meta-analysis comparing cream to oil, "
                  "cream was better.");
  EXPECT_NE(judge_design(country).design, StudyDesign::kSystematicReview);
  const Document doubts =
      document_of("Cream: an ineffective drug or meta-analysis misused?", "Cream was judged wrongly.");
  EXPECT_NE(judge_design(doubts).design, StudyDesign::kSystematicReview);
}

TEST(SampleSize, IsOfTheWholeStudyAndOfPeople) {
  struct SizeCase {
    const char* title;
    const char* text;
    uint32_t people;
  };
  const SizeCase cases[] = {
      {"Cream for itch: a randomised trial",
       "The aim of this randomised, multicenter (n = 30), multinational (n = 10) study was to compare cream "
       "and oil. A total of 208 patients were randomised.",
       208},
      {"Cream for itch: a randomised trial",
       "Patients were randomly assigned to receive cream or oil (n = 20 in each group). The two groups were "
       "alike.",
       40},
      {"Cream for itch: a randomised trial",
       "Patients were randomised into two groups: cream and oil, each comprising of 20 patients.", 40},
      {"Cream for itch: a randomised trial",
       "Children with itch (PRU; n = 282) were randomised to cream (n = 90), oil three times a day (tid; n = "
       "97) or soap (od; n = 95).",
       282},
      // Nobody says how many groups.
      {"Cream for itch: a randomised trial", "Patients were randomised to creams (n = 15 per group).", 0},
      {"Creams for itch: a systematic review",
       "6038 patients with itch reported in 37 trials. Treating 23 "
       "patients with oil led to one more rash.",
       6038},
      {"Creams for itch: a systematic review",
       "We identified 50 studies. A third of trials enrolled more than 50 patients.", 0},
      {"Itch after bathing: a cohort study",
       "Fifty patients had itch. Bathing came before itch in 20 patients, 12 of whom used soap.", 0},
      {"Itch and its tests",
       "The authors compared two tests in a retrospective study of 36 patients with itch. "
       "They report results of three patients in whom both were done.",
       36},
  };
  for (const SizeCase& c : cases)
    EXPECT_EQ(appraise(document_of(c.title, c.text)).sample_size, c.people) << c.text;
  const Appraisal trial = appraise(document_of(cases[0].title, cases[0].text));
  EXPECT_TRUE(trial.facts.arms.empty());
}

TEST(ClaimedDesign, NumbersOfPeopleHoldItBack) {
  const Appraisal many = appraise(
      document_of("Proteins in itch",
                  "Proteins have been studied in 88 patients with itch. We report a case of scabies."));
  EXPECT_NE(many.design, StudyDesign::kCaseReport);
  const Appraisal few = appraise(document_of(
      "Cream in boys", "Eight boys were followed for two years in a retrospective cohort study."));
  EXPECT_EQ(few.design, StudyDesign::kCaseSeries);
  EXPECT_EQ(few.level, "4");
}

TEST(ClaimedDesign, AFollowUpOfADrugIsNoCohort) {
  const ClaimedCase texts[] = {
      {"Creamin", "The maker is developing creamin, a follow-up compound to its older cream.",
       StudyDesign::kUnclear},
      {"No effect of warm cream on itch",
       "In a controlled, single-blind, cross-over study, 12 patients were given nine courses of air as a "
       "control "
       "followed by nine courses of cream.",
       StudyDesign::kUnclear},
  };
  expect_designs(texts);
}

TEST(ClaimedDesign, AChapterInCapitalsIsAGuideline) {
  const Document chapter =
      document_of("ITCH IN A CHILD", "ITCH IN A CHILD Introduction A common complaint. Treat with cream.");
  EXPECT_EQ(judge_design(chapter).design, StudyDesign::kGuideline);
  Document paper = chapter;
  paper.record.pmid = "1";
  EXPECT_NE(judge_design(paper).design, StudyDesign::kGuideline);
}

TEST(ClaimedDesign, ResultsInPeopleNeedPeople) {
  const Appraisal none = appraise(document_of("Flux of neutrons", "The flux was calculated for each slab."));
  EXPECT_EQ(none.design, StudyDesign::kUnclear);
  EXPECT_FALSE(has_results_in_people(none));
  const Appraisal some = appraise(document_of("Itch", "Volunteers were given cream on day 2."));
  EXPECT_TRUE(has_results_in_people(some));
}

}  // namespace
}  // namespace attest
