#include "answer/lines/failed_people.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

class InWhomItFailed : public testing::Test {
 protected:
  InWhomItFailed() {
    evidence_.vocabulary =
        test::vocabulary_of({"methotrexate", "abatacept", "allopurinol", "febuxostat", "metformin", "ARBs",
                             "ACE inhibitors", "clarithromycin", "omeprazole"},
                            {"arthritis"}, stemmer_);
  }
  void ask(const std::string& question, const std::vector<std::string>& treatments) {
    evidence_.question.intent = Intent::kLineOfTherapy;
    evidence_.question.line_of_therapy = 2;
    evidence_.question.asked = question;
    for (const std::string& name : treatments) {
      Concept asked;
      asked.role = ConceptRole::kIntervention;
      asked.thesaurus_id = asked.label = asked.asked_as = name;
      evidence_.question.concepts.push_back(asked);
    }
  }
  bool are_those_of(const std::string& title, const std::string& sentence) {
    const AnswerSource& source =
        test::add_source(evidence_, stemmer_, title, {sentence}, StudyDesign::kSystematicReview);
    return FailedPeople(evidence_).are_those_of(source.findings.front());
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(InWhomItFailed, IsSaidInTheSentenceOrTheTitle) {
  ask("arthritis not responding to methotrexate", {"methotrexate"});
  ASSERT_TRUE(FailedPeople(evidence_).asked());
  EXPECT_TRUE(
      are_those_of("Abatacept", "Abatacept helps people with active arthritis refractory to methotrexate."));
  EXPECT_TRUE(
      are_those_of("Abatacept", "Abatacept helped patients who have previously failed methotrexate."));
  EXPECT_TRUE(are_those_of("Abatacept in patients with an inadequate response to methotrexate",
                           "Abatacept improved pain in 40% of patients."));
  EXPECT_TRUE(are_those_of("Abatacept in refractory arthritis", "Pain improved with abatacept."));
}

TEST_F(InWhomItFailed, IsNotSaidOfOthers) {
  ask("arthritis not responding to methotrexate", {"methotrexate"});
  EXPECT_FALSE(are_those_of("Abatacept", "Abatacept was more effective than methotrexate in arthritis."));
  EXPECT_FALSE(
      are_those_of("Abatacept", "Abatacept helps people whose arthritis is refractory to febuxostat."));
  EXPECT_FALSE(are_those_of("Arthritis", "Abatacept is recommended for febuxostat-resistant arthritis."));
  EXPECT_TRUE(are_those_of("Arthritis", "Abatacept is recommended for methotrexate-resistant arthritis."));
  EXPECT_FALSE(are_those_of("Abatacept in refractory arthritis",
                            "In methotrexate-naive patients abatacept improved pain."));
  EXPECT_FALSE(are_those_of("Abatacept", "Methotrexate failed to show a difference from abatacept."));
}

TEST_F(InWhomItFailed, WhoCannotTakeItIsAnother) {
  ask("arthritis in patients who cannot tolerate ACE inhibitors", {"ACE inhibitors"});
  EXPECT_TRUE(are_those_of("ARBs", "ARBs are for patients who cannot tolerate ACE inhibitors."));
  EXPECT_TRUE(are_those_of("ARBs in people intolerant of ACE inhibitors", "ARBs lowered it."));
  EXPECT_FALSE(are_those_of("ARBs", "ARBs lowered it in people refractory to treatment."));
  EXPECT_FALSE(are_those_of("ARBs", "ARBs were better tolerated than ACE inhibitors."));
}

TEST_F(InWhomItFailed, LaterLinesWithoutAName) {
  ask("second-line treatment of arthritis", {});
  EXPECT_TRUE(are_those_of("Abatacept", "Abatacept is effective as second-line treatment of arthritis."));
  EXPECT_TRUE(are_those_of("Abatacept", "Abatacept helped those in whom standard treatment had failed."));
  EXPECT_FALSE(are_those_of("Abatacept", "Abatacept improved pain in 40% of patients."));
  EXPECT_FALSE(are_those_of("Abatacept", "Seven strains were resistant after abatacept."));
}

TEST_F(InWhomItFailed, WhatWasAddedHadNotFailed) {
  ask("arthritis not controlled by metformin", {"metformin"});
  EXPECT_TRUE(are_those_of("Febuxostat", "Febuxostat added to metformin improved pain."));
  EXPECT_TRUE(are_those_of("Febuxostat", "The addition of febuxostat to metformin improved pain."));
  EXPECT_FALSE(are_those_of("Febuxostat", "The addition of metformin to febuxostat improved pain."));
  EXPECT_FALSE(are_those_of("Febuxostat", "Metformin helped patients who had not responded to febuxostat."));
  EXPECT_TRUE(are_those_of("Febuxostat", "Febuxostat helped patients who had not responded to metformin."));
}

TEST_F(InWhomItFailed, BehindSecondLineStandsWhatIsGiven) {
  ask("arthritis not controlled by metformin", {"metformin"});
  EXPECT_TRUE(are_those_of("Arthritis", "First line: metformin; second line: add abatacept or febuxostat."));
}

TEST_F(InWhomItFailed, GermsAreNoPeople) {
  ask("arthritis resistant to clarithromycin", {"clarithromycin"});
  EXPECT_FALSE(are_those_of("Omeprazole", "One strain was resistant to clarithromycin and omeprazole."));
  EXPECT_FALSE(
      are_those_of("Omeprazole", "Rates in isolates resistant to clarithromycin were 62% with omeprazole."));
  EXPECT_TRUE(are_those_of("Omeprazole", "Omeprazole helped 62% of patients resistant to clarithromycin."));
}

TEST_F(InWhomItFailed, AFailedRegimenIsNotWhatComesNext) {
  ask("arthritis after failure of clarithromycin triple therapy", {"clarithromycin"});
  EXPECT_FALSE(are_those_of("Retreatment of arthritis after failed therapy",
                            "Omeprazole with clarithromycin healed 80% of patients."));
  EXPECT_TRUE(are_those_of("Retreatment of arthritis after failed therapy",
                           "Omeprazole with abatacept healed 80% of patients."));
  EXPECT_TRUE(
      are_those_of("Omeprazole", "After failure of clarithromycin omeprazole healed 80% of patients."));
}

TEST_F(InWhomItFailed, WhatIsGivenWithItCannotBeTakenEither) {
  ask("arthritis in a patient allergic to allopurinol", {"allopurinol"});
  const auto gives_with_it = [&](const std::string& sentence) {
    const AnswerSource& source =
        test::add_source(evidence_, stemmer_, "Gout", {sentence}, StudyDesign::kGuideline);
    return FailedPeople(evidence_).gives_with_it(source.findings.front());
  };
  EXPECT_TRUE(gives_with_it("Abatacept in combination with allopurinol is recommended for arthritis."));
  EXPECT_FALSE(gives_with_it("Allopurinol or abatacept is recommended for arthritis."));
  EXPECT_FALSE(gives_with_it("Abatacept in combination with febuxostat is recommended for arthritis."));
}

TEST_F(InWhomItFailed, WhatIsNamedAsTheFirstLineComesNotNext) {
  ask("refractory arthritis when metformin has failed", {"metformin"});
  const AnswerSource& source = test::add_source(
      evidence_, stemmer_, "Arthritis",
      {"Of all, 73% responded to first-line therapy (allopurinol and/or febuxostat), and the others needed "
       "abatacept."},
      StudyDesign::kCohort);
  const FailedPeople people(evidence_);
  EXPECT_TRUE(people.is_first_elsewhere(source.findings.front(), "febuxostat"));
  EXPECT_FALSE(people.is_first_elsewhere(source.findings.front(), "abatacept"));
}

TEST_F(InWhomItFailed, SomethingElseHadFailedThere) {
  ask("arthritis not controlled by metformin", {"metformin"});
  EXPECT_FALSE(are_those_of("Combinations",
                            "In secondary febuxostat failure, the combination of metformin and "
                            "abatacept improved pain."));
  EXPECT_FALSE(are_those_of("Tablets",
                            "Abatacept with metformin was more effective in patients with pain that "
                            "was uncontrolled with previous febuxostat treatment."));
  EXPECT_TRUE(are_those_of("Tablets", "Abatacept was effective in pain uncontrolled with metformin."));
  EXPECT_FALSE(are_those_of("Abatacept versus metformin in treatment-resistant arthritis",
                            "Abatacept improved pain in 40% of patients."));
  EXPECT_FALSE(are_those_of("Abatacept in refractory arthritis",
                            "There was no difference between abatacept and metformin."));
  EXPECT_FALSE(
      are_those_of("Tablets in refractory arthritis", "Abatacept improved pain when added to febuxostat."));
  EXPECT_FALSE(
      are_those_of("Abatacept", "Abatacept is better in treatment-refractory arthritis than metformin."));
  EXPECT_TRUE(are_those_of("Abatacept versus metformin in metformin-resistant arthritis",
                           "Abatacept improved pain in 40% of patients."));
}

TEST_F(InWhomItFailed, WhatDidWorseThereIsNotHeldAgainstIt) {
  ask("arthritis not responding to metformin", {"metformin"});
  EXPECT_TRUE(are_those_of("Abatacept and metformin in treatment-resistant arthritis",
                           "44% of patients responded with abatacept and 28% with metformin."));
  EXPECT_FALSE(are_those_of("Abatacept and metformin in treatment-resistant arthritis",
                            "28% of patients responded with abatacept and 44% with metformin."));
}

TEST_F(InWhomItFailed, OfWhatCannotBeTakenNoRegimenIsGiven) {
  ask("arthritis: patient cannot tolerate methotrexate", {"methotrexate"});
  ASSERT_TRUE(FailedPeople(evidence_).not_tolerated());
  EXPECT_TRUE(FailedPeople(evidence_).has_failed("combination:abatacept+methotrexate"));
}

TEST_F(InWhomItFailed, WhatFailed) {
  ask("arthritis not responding to methotrexate", {"methotrexate"});
  EXPECT_TRUE(FailedPeople(evidence_).has_failed("methotrexate"));
  EXPECT_FALSE(FailedPeople(evidence_).has_failed("abatacept"));
  EXPECT_FALSE(FailedPeople(evidence_).has_failed("combination:abatacept+methotrexate"));
}

}  // namespace
}  // namespace attest
