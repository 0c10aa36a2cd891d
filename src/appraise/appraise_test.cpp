#include <gtest/gtest.h>

#include "appraise/appraisal.h"
#include "appraise/appraise_test_support.h"
#include "appraise/design_words.h"
#include "appraise/grades.h"
#include "appraise/registrations.h"
#include "appraise/study_design.h"

namespace attest {
namespace {

using test::document_of;

struct DesignCase {
  const char* title;
  const char* text;
  StudyDesign design;
};

TEST(StudyDesignOf, TitlesAndTexts) {
  const DesignCase cases[] = {
      {"Aspirin for X: a systematic review and meta-analysis", "", StudyDesign::kSystematicReview},
      {"Aspirin versus placebo: a randomised controlled trial", "", StudyDesign::kRandomisedTrial},
      {"A non-randomised comparison of two drugs", "", StudyDesign::kNonRandomisedTrial},
      {"Aspirin in X: study protocol for a randomised trial", "", StudyDesign::kProtocol},
      {"Practice guidelines for X", "", StudyDesign::kGuideline},
      {"Outcome of aspirin", "Forty patients were randomly assigned to aspirin or placebo.",
       StudyDesign::kRandomisedTrial},
      {"Effect of aspirin", "Male Wistar animals were given aspirin.", StudyDesign::kAnimal},
      {"Aspirin and X", "We did a retrospective cohort study of 80 people.", StudyDesign::kCohort},
      {"Aspirin for X: a case report", "", StudyDesign::kCaseReport},
      {"X",
       "X Introduction A rash. Clinical Features Itch. Treatment Goals Relieve it. Drug Treatment Give A.",
       StudyDesign::kGuideline},
      {"X", "Drug treatment helped, and clinical features were noted.", StudyDesign::kUnclear},
      {"Living with X", "Nothing about how it was done.", StudyDesign::kUnclear},
  };
  for (const DesignCase& c : cases) {
    EXPECT_EQ(judge_design(document_of(c.title, c.text)).design, c.design) << c.title;
  }
}

TEST(StudyDesignOf, PublicationTypeBeatsTitleUnlessItIsOnlyReview) {
  Document document = document_of("Something randomised", "");
  document.record.publication_types = {{"Journal Article", ""}, {"Meta-Analysis", "D017418"}};
  EXPECT_EQ(judge_design(document).design, StudyDesign::kSystematicReview);
  EXPECT_TRUE(judge_design(document).meta_analysis);
  Document review = document_of("A systematic review of something", "");
  review.record.publication_types = {{"Review", ""}};
  EXPECT_EQ(judge_design(review).design, StudyDesign::kSystematicReview);
}

TEST(StudyDesignOf, HeadingsNameDesignsThatWordsDoNot) {
  Document document = document_of("Something", "It is red and green. It is blue, and it is yellow as well.");
  document.record.mesh = {{"Humans", "", false, {}}, {"Case-Control Studies", "", false, {}}};
  EXPECT_EQ(judge_design(document).design, StudyDesign::kCaseControl);
  EXPECT_EQ(judge_design(document).basis, "MeSH");
  document.record.mesh = {{"Humans", "", false, {}}, {"Cohort Studies as Topic", "", false, {}}};
  EXPECT_EQ(judge_design(document).design, StudyDesign::kUnclear);
}

TEST(StudyDesignOf, HowAuthorsWriteWithoutNamingTheDesign) {
  const DesignCase cases[] = {
      {"Rickets in a child with coeliac disease", "Rickets was found.", StudyDesign::kCaseReport},
      {"Itch", "A 21-year-old woman with itch was seen.", StudyDesign::kCaseReport},
      {"Itch and its causes", "Current knowledge of itch is summarised.", StudyDesign::kReview},
      {"Authors' response", "", StudyDesign::kOpinion},
      {"The reserpinised rat as a model of disease", "As in patients, glands swell.", StudyDesign::kAnimal},
      {"Reserpine and glands", "Rabbit glands were cut.", StudyDesign::kAnimal},
      {"Reserpine and glands", "Glands of patients and of rabbits were cut.", StudyDesign::kUnclear},
      // "Placebo" alone makes no trial.
      {"Use of creams and risk of itch",
       "We performed a case-control study of 300 cases with itch and 1200 controls matched for age and sex. "
       "Users of placebo creams were left out. The odds ratio for users was 1.2.",
       StudyDesign::kCaseControl},
  };
  for (const DesignCase& c : cases) {
    EXPECT_EQ(judge_design(document_of(c.title, c.text)).design, c.design) << c.title << ": " << c.text;
  }
}

TEST(StudyDesignOf, AnimalsOnlyByMesh) {
  Document document = document_of("Something", "Text.");
  document.record.mesh = {{"Animals", "", false, {}}, {"Rats", "", false, {}}};
  EXPECT_EQ(judge_design(document).design, StudyDesign::kAnimal);
  document.record.mesh.push_back({"Humans", "", false, {}});
  EXPECT_NE(judge_design(document).design, StudyDesign::kAnimal);
}

TEST(StudyDesignOf, WordingDecidesWherePhrasesAreSilentOrMislead) {
  const DesignCase cases[] = {
      // No phrase of the lists.
      {"Results of surgery for itch",
       "From 1980 to 1990 patients with itch were treated by surgery. The mean age at surgery was 61 years. "
       "Survival at 5 years was 70%, and complications occurred in 12% of patients. Outcome was worse in "
       "older patients in a multivariate analysis.",
       StudyDesign::kCohort},
  };
  for (const DesignCase& c : cases) {
    const DesignJudgement judged = judge_design(document_of(c.title, c.text));
    EXPECT_EQ(judged.design, c.design) << c.title << ": " << study_design_name(judged.design);
    EXPECT_EQ(judged.basis, "wording") << c.title;
  }
}

TEST(StudyDesignOf, AnAnswerForPatientsReportsNoStudy) {
  const Document page = document_of(
      "What are the symptoms of itch ?",
      "Symptoms of itch are red skin and the need to scratch. If you have these symptoms, talk to your "
      "doctor. "
      "Your doctor may do a skin test. In some people the cause is inherited. Current knowledge may change.");
  EXPECT_EQ(design_of_phrases("what are the symptoms of itch ?", page.text).design, StudyDesign::kReview);
  EXPECT_EQ(judge_design(page).design, StudyDesign::kPatientPage);
  // Under a heading that is no question the wording tells that it reports no study, and no more.
  EXPECT_EQ(judge_design(document_of("Symptoms of itch", page.text)).design, StudyDesign::kUnclear);
}

TEST(StudyDesignOf, APaperWhoseTitleIsAQuestionIsNoPatientPage) {
  for (const char* title : {"Does cream help itch?", "Is itch a risk factor for ulcers?"})
    EXPECT_NE(judge_design(document_of(title, "We report on itch.")).design, StudyDesign::kPatientPage)
        << title;
  Document paper = document_of("What is the best cream for itch?", "Creams for itch were compared.");
  EXPECT_EQ(judge_design(paper).design, StudyDesign::kPatientPage);
  paper.record.pmid = "1";
  EXPECT_NE(judge_design(paper).design, StudyDesign::kPatientPage);
  paper.record.pmid.clear();
  paper.record.authors.push_back({});
  EXPECT_NE(judge_design(paper).design, StudyDesign::kPatientPage);
}

TEST(StudyDesignOf, ASearchOrOthersTrialsMakeNoStudyOfThatKind) {
  const DesignCase cases[] = {
      {"Itch with a rare rash",
       "We report a 30-year-old man with itch. A literature search found no other case. He was given cream.",
       StudyDesign::kCaseReport},
      {"Creams for itch. [Review] [9 refs]",
       "Itch is common. A metaanalysis of 20 trials shows that cream helps.", StudyDesign::kReview},
      {"The place of cream in itch",
       "In a recent meta-analysis of 14 studies cream helped. This meta-analysis found effects on sleep as "
       "well.",
       StudyDesign::kUnclear},
      {"Cream: a new therapeutic option",
       "Three double-blind trials enrolling 904 patients have demonstrated the efficacy of cream.",
       StudyDesign::kUnclear},
      {"Management of itch", "There is an urgent need to conduct randomized trials of cream in mild itch.",
       StudyDesign::kUnclear},
      {"Effect of cream on the itch reflex", "Eighteen patients were examined before and after cream.",
       StudyDesign::kUnclear},
      {"Cream or oil for itch: rationale and design", "Patients are randomised to cream or oil.",
       StudyDesign::kProtocol},
      {"The 2007 recommendations for the management of itch: part 2",
       "A librarian searched MEDLINE. All articles were reviewed. Cream is recommended.",
       StudyDesign::kGuideline},
      {"Creams for itch: a retrospective review", "Charts of 40 patients were read.", StudyDesign::kCohort},
  };
  for (const DesignCase& c : cases) {
    const StudyDesign design = judge_design(document_of(c.title, c.text)).design;
    EXPECT_EQ(design, c.design) << c.title << ": " << study_design_name(design);
  }
}

TEST(StudyDesignOf, NotesBehindATitleAreNoWordsOfIt) {
  const DesignCase cases[] = {
      {"Itch after bathing [published erratum appears in J Skin 1990 Dec;1(2):9]",
       "We did a retrospective cohort study of 80 people.", StudyDesign::kCohort},
      {"A randomised trial of cream.[see comment][erratum appears in Skin 2001;2(1):3]12",
       "Patients were randomised to cream or none.", StudyDesign::kRandomisedTrial},
      {"Creams for itch [Review] [36 refs]", "Creams are many. Some of them help.", StudyDesign::kReview},
      {"Creams for itch. [Review] [9 refs]",
       "SEARCH STRATEGY: We searched MEDLINE and EMBASE. SELECTION CRITERIA: Trials of creams.",
       StudyDesign::kSystematicReview},
      {"Creams for itch [Protocol]", "This is the protocol for a review and there is no abstract.",
       StudyDesign::kProtocol},
      {"Creams for itch [Systematic Review]", "We looked at creams.", StudyDesign::kSystematicReview},
      {"Erratum: creams for itch", "A table was wrong.", StudyDesign::kNotice},
  };
  for (const DesignCase& c : cases) {
    EXPECT_EQ(judge_design(document_of(c.title, c.text)).design, c.design) << c.title;
  }
}

TEST(StudyDesignOf, OtherPeoplesTrialsAndThoseToComeAreNotItsOwn) {
  const DesignCase cases[] = {
      {"Itch in ten villages",
       "Households were randomly selected. In this survey 300 people answered a questionnaire on itch.",
       StudyDesign::kCrossSectional},
      {"Cream for itch",
       "We report a case series of twelve consecutive patients with itch, treated with cream. A randomized "
       "trial is now underway.",
       StudyDesign::kCaseSeries},
      {"Overview of randomised trials of creams", "Results of the trials were combined.",
       StudyDesign::kSystematicReview},
      {"Cream for itch: a pilot trial",
       "A systematic review of earlier studies suggested an effect. Forty patients were randomised to cream "
       "or "
       "placebo.",
       StudyDesign::kRandomisedTrial},
      {"Cream for itch: protocol for the SKIN trial, a randomised comparison",
       "Patients will be randomised. Itch will be measured. Costs will be collected.",
       StudyDesign::kProtocol},
      {"Lamp for itch",
       "In seven hospitals 210 patients were examined with the lamp by blinded readers. Sensitivity and "
       "specificity were 80% and 90%.",
       StudyDesign::kDiagnosticStudy},
  };
  for (const DesignCase& c : cases) {
    EXPECT_EQ(judge_design(document_of(c.title, c.text)).design, c.design) << c.title;
  }
}

TEST(StudyDesignOf, TrialsThatAReviewTellsOfGiveItNoDesign) {
  const char* const texts[] = {
      "Two recently reported randomised placebo-controlled trials tested cream (A. Miller and colleagues, "
      "Skin "
      "2003; 12: 88-90). In the Miller study 635 patients with itch were randomised to cream or placebo. "
      "Itch was "
      "milder in the cream group than in the placebo group.",
      "Several large randomized, controlled mortality trials of cream have been stopped early.",
      "In the future, trials with randomized double-blind designs should be able to tell whether cream "
      "helps.",
      "Between then and 2004, 10 other double-blind, placebo-controlled clinical trials gave mixed results.",
      "Forty patients were assigned to a mild or a severe group depending on their itch, and all were given "
      "cream.",
      "A meta-analysis published in 2007 showed that cream helps. Itch is common at all ages.",
  };
  for (const char* const text : texts) {
    const Appraisal appraisal = appraise(document_of("Cream and itch", text));
    EXPECT_NE(appraisal.design, StudyDesign::kRandomisedTrial) << text;
    EXPECT_NE(appraisal.design, StudyDesign::kSystematicReview) << text;
    EXPECT_NE(appraisal.sample_size, 635u) << text;
  }
  const Document review = document_of(
      "Creams",
      "A meta-analysis published in 2007 was positive. In this review, we summarize how creams work.");
  EXPECT_EQ(judge_design(review).design, StudyDesign::kReview);
}

TEST(StudyNumbers, AreThoseOfStudiesPutTogether) {
  struct NumberCase {
    const char* text;
    uint32_t studies;
  };
  const NumberCase cases[] = {
      {"We searched 16 databases, of which seven studies (n = 1358) were included.", 7},
      {"We combined all 18 published double-blind, placebo-controlled trials. It vanished with the removal "
       "of "
       "only 1 moderate-size study.",
       18},
      {"A total of 4 trials were eligible. The results of the first 3 trials showed a benefit.", 4},
      {"Itch was reported in 1 study.", 0},
  };
  for (const NumberCase& c : cases)
    EXPECT_EQ(appraise(document_of("Creams: a meta-analysis", c.text)).studies, c.studies) << c.text;
  const Appraisal told =
      appraise(document_of("Creams: a review of their use", "Of 12 trials, 3 were included."));
  EXPECT_EQ(told.studies, 0u);
}

TEST(StudyDesignOf, AnimalsAndCellsGiveNoLevelForPeople) {
  const DesignCase cases[] = {
      {"Cream for itch in rodents: a systematic review",
       "We searched MEDLINE for experiments in mice. Twelve were included.", StudyDesign::kAnimal},
      {"Cream and cell death", "HeLa cells were randomly assigned to cream or buffer. Death was counted.",
       StudyDesign::kLaboratory},
      {"Enzymes of cultured fibroblasts",
       "Cultured fibroblasts from a patient with itch were grown. The patient's cells had no enzyme.",
       StudyDesign::kLaboratory},
  };
  for (const DesignCase& c : cases) {
    const Appraisal appraisal = appraise(document_of(c.title, c.text));
    EXPECT_EQ(appraisal.design, c.design) << c.title << ": " << study_design_name(appraisal.design);
    EXPECT_EQ(appraisal.level, "") << c.title;
    EXPECT_FALSE(has_results_in_people(appraisal.design)) << c.title;
  }
}

TEST(StudyDesignOf, CuratedRecordDecides) {
  Document document = document_of("Something", "Patients were randomised.");
  document.record.statements = {{"design", "case series"}};
  EXPECT_EQ(judge_design(document).design, StudyDesign::kCaseSeries);
  EXPECT_EQ(judge_design(document).basis, "record");
}

TEST(Grades, AreTakenAsStatedWithTheirSpans) {
  const std::string text =
      "We recommend it (strong recommendation, moderate quality of evidence, GRADE). Adults get it (Level I, "
      "Grade A). "
      "A grade of tea, a level playing field and grade 3 fever are no grades of evidence.";
  const std::vector<StatedGrade> grades = find_grades(text);
  ASSERT_EQ(grades.size(), 2u);
  EXPECT_EQ(grades[0].text, "strong recommendation, moderate quality of evidence, GRADE");
  EXPECT_EQ(grades[0].system, "GRADE");
  EXPECT_EQ(grades[1].text, "Level I, Grade A");
  for (const StatedGrade& grade : grades) EXPECT_EQ(grade.span.of(text), grade.text);
}

using Numbers = std::vector<std::string>;

TEST(Registrations, AreFoundInBanksAndText) {
  BibliographicRecord record;
  record.data_banks = {{"ClinicalTrials.gov", {"NCT01234567"}}};
  const auto found = find_registrations(record, "Registered as ISRCTN 11791740. XNCT7654321, NCT123.");
  EXPECT_EQ(found.own, (Numbers{"ISRCTN11791740", "NCT01234567"}));
  EXPECT_EQ(found.others, Numbers{});
}

TEST(Registrations, OfAnotherTrialAreNoneOfItsOwn) {
  const auto own = [](std::string_view text) { return find_registrations({}, text).own; };
  EXPECT_EQ(own("Unlike trial NCT01234567, ours was blinded. Trial registration: NCT07654321."),
            Numbers{"NCT07654321"});
  const auto pooled = find_registrations({}, "We pooled NCT01234567 and NCT07654321.");
  EXPECT_EQ(pooled.own, Numbers{});
  EXPECT_EQ(pooled.others, (Numbers{"NCT01234567", "NCT07654321"}));
}

TEST(Registrations, OfSeveralOfARecordTheTextTellsItsOwn) {
  BibliographicRecord record;
  record.data_banks = {{"ClinicalTrials.gov", {"NCT01234567", "NCT07654321"}}};
  EXPECT_EQ(find_registrations(record, "Patients got cream.").own, (Numbers{"NCT01234567", "NCT07654321"}));
  EXPECT_EQ(find_registrations(record, "This trial is registered as NCT07654321.").own,
            Numbers{"NCT07654321"});
}

TEST(Registrations, OfARegistersEntryIsItsOwnNumber) {
  BibliographicRecord record;
  record.data_banks = {{"ClinicalTrials.gov", {"NCT01234567"}}};
  const auto entry =
      find_registrations_of_entry(record, "Long-term follow-up of a trial registered as NCT07654321.");
  EXPECT_EQ(entry.own, Numbers{"NCT01234567"});
  EXPECT_EQ(entry.others, Numbers{"NCT07654321"});
}

TEST(Registrations, OfAReviewAreThoseOfItsStudies) {
  const auto review = find_registrations_of_review(
      {},
      "PROSPERO registration: CRD42017012345. We found two trials (registered as NCT01234567, NCT07654321).");
  EXPECT_EQ(review.own, Numbers{"CRD42017012345"});
  EXPECT_EQ(review.others, (Numbers{"NCT01234567", "NCT07654321"}));
}

TEST(Registrations, StudiesThatAreAnalysedAsOne) {
  EXPECT_TRUE(pools_studies("Pooled analysis of cream in two trials", ""));
  EXPECT_TRUE(pools_studies("Cream for fissure", "Data of 400 patients were pooled from three trials."));
  EXPECT_FALSE(pools_studies("Pooled plasma for sepsis: a randomised trial", ""));
  EXPECT_FALSE(pools_studies("Cream for fissure", "Samples were pooled by arm. Earlier trials were small."));
}

TEST(Appraise, LevelsAndLimitsComeFromTheSource) {
  const Appraisal appraisal =
      appraise(document_of("A randomised trial", "It was a single-centre study at high risk of bias."));
  EXPECT_EQ(appraisal.level, "2");
  EXPECT_EQ(appraisal.limits, (std::vector<std::string>{"high risk of bias", "single centre"}));
  EXPECT_EQ(describe(appraisal), "randomised trial, abstract only");
}

TEST(Appraise, LimitsAreThoseOfTheStudyItself) {
  const Appraisal trial = appraise(document_of(
      "A randomised trial of cream", "Earlier retrospective studies were mixed. We randomised 40 patients."));
  EXPECT_EQ(trial.limits, std::vector<std::string>{});
  Document page = document_of("Itch", "Studies had a small sample and were retrospective.");
  page.depth = Depth::kPatientPage;
  EXPECT_EQ(appraise(page).limits, std::vector<std::string>{});
  const Appraisal charts =
      appraise(document_of("Itch", "We did a retrospective chart review of 80 patients."));
  EXPECT_EQ(charts.limits, std::vector<std::string>{"retrospective"});
}

TEST(DesignRank, GuidelineAndReviewComeFirst) {
  EXPECT_LT(design_rank(StudyDesign::kGuideline), design_rank(StudyDesign::kSystematicReview));
  EXPECT_LT(design_rank(StudyDesign::kSystematicReview), design_rank(StudyDesign::kRandomisedTrial));
  EXPECT_LT(design_rank(StudyDesign::kRandomisedTrial), design_rank(StudyDesign::kCaseSeries));
}

}  // namespace
}  // namespace attest
