// A sentence that tells only a part of what a claim says.
#include "verify/half_told.h"

#include <gtest/gtest.h>

#include "verify/claim_test_support.h"

namespace attest {
namespace {

bool of_another(std::string_view claim, std::string_view sentence) {
  const test::Pair pair(claim, sentence);
  return way_of_another(pair.claim, pair.sentence, pair.aligned);
}

// A claim and one sentence, read.
struct Read {
  Read(std::string_view claim_text, std::string_view sentence_text)
      : claim(test::read_text(claim_text)), sentence(test::read_text(sentence_text)) {}

  std::vector<const ReadText*> sentences() const { return {&sentence}; }

  ReadText claim;
  ReadText sentence;
};

bool no_comparison(std::string_view claim, std::string_view sentence) {
  const Read read(claim, sentence);
  return compares_alone(read.claim, read.sentences());
}

bool only_equals(std::string_view claim, std::string_view sentence) {
  const Read read(claim, sentence);
  return equals_alone(read.claim, read.sentences());
}

TEST(WayOfAnother, WhereTheOutcomeStandsInAnotherClause) {
  EXPECT_TRUE(of_another("Fentanyl lowered blood pressure.",
                         "Blood pressure was unchanged in the three groups, but heart rate decreased in the "
                         "fentanyl group."));
  EXPECT_TRUE(
      of_another("Smoke suppressed COX-2.",
                 "Smoke suppressed the gene of the synthase, whereas it significantly induced COX-2."));
  EXPECT_TRUE(of_another("Nicardipine reduced pulmonary pressure.",
                         "Nicardipine reduced systemic resistance, but pulmonary pressure was unchanged."));
}

TEST(WayOfAnother, NotWhereItGoesThatWayItself) {
  EXPECT_FALSE(of_another("Fentanyl lowered heart rate.",
                          "Blood pressure was unchanged in the three groups, but heart rate decreased in the "
                          "fentanyl group."));
  EXPECT_FALSE(of_another("Aspirin reduced stroke.", "Aspirin reduced stroke but increased bleeding."));
  EXPECT_FALSE(of_another("Aspirin reduced stroke.", "Aspirin did not reduce stroke."));
  EXPECT_FALSE(of_another("Aspirin reduced stroke.",
                          "Stroke was rare, and aspirin reduced stroke further but not death."));
}

TEST(IsExceptedThere, WhereTheSentenceSaysWhatItDoesNotHoldFor) {
  const auto excepted = [](std::string_view claim, std::string_view sentence) {
    const Read read(claim, sentence);
    return is_excepted_there(read.claim, read.sentence);
  };
  const char* const bleeding =
      "Mefenamic acid reduced irregular bleeding in Norplant users, but not among DMPA users.";
  EXPECT_TRUE(excepted("Mefenamic acid lessened irregular bleeding in women using DMPA.", bleeding));
  EXPECT_FALSE(excepted("Mefenamic acid lessened irregular bleeding in Norplant users.", bleeding));
  EXPECT_TRUE(excepted("The pressures at 10 did not differ.",
                       "The pressures were not different except at the 10 PM time point."));
  EXPECT_FALSE(excepted("Mefenamic acid lessened bleeding, but not among users of DMPA.", bleeding));
}

TEST(ComparesAlone, WhereNoSentenceCompares) {
  EXPECT_TRUE(no_comparison("Proton beams control chordoma better than photons.",
                            "Photon therapy is feasible and succeeds in the treatment of chordoma."));
  EXPECT_TRUE(no_comparison("Aspirin prevents stroke more often than warfarin.",
                            "Aspirin prevented stroke in this trial of 200 patients."));
}

TEST(ComparesAlone, NotWhereOneDoesOrNoTwoAreCompared) {
  EXPECT_FALSE(no_comparison("Aspirin prevents stroke more often than warfarin.",
                             "Stroke was seen in 5% on aspirin and in 9% on warfarin, respectively."));
  EXPECT_FALSE(no_comparison("Aspirin prevents stroke more often than warfarin.",
                             "Stroke was seen in 5% on aspirin and in 9% on warfarin."));
  EXPECT_FALSE(no_comparison("More than 20 patients died.", "In all, 24 patients died."));
  EXPECT_FALSE(no_comparison("More than half of them slept.", "Sleep came in 54%."));
  EXPECT_FALSE(no_comparison("Use aspirin rather than nothing.", "Aspirin is of use."));
}

TEST(EqualsAlone, WhereTheSentenceTellsOfADifference) {
  EXPECT_TRUE(only_equals("Calcipotriol improved psoriasis as much as betamethasone.",
                          "Improvement of psoriasis was greater with betamethasone than with calcipotriol."));
  EXPECT_TRUE(only_equals("Both relieved pain equally.", "Pain was lower with ibuprofen than with codeine."));
}

TEST(EqualsAlone, NotWhereItMaySayThatTheyAreAlike) {
  EXPECT_FALSE(
      only_equals("X relieved pain as much as Y.", "X was no better than Y; pain was lower in men."));
  EXPECT_FALSE(only_equals("X relieved pain as much as Y.", "Both lowered pain; it was lower than before."));
  EXPECT_FALSE(only_equals("X relieved pain more than Y.", "Pain was lower with X than with Y."));
}

TEST(WayOfAnother, WhereAWordOfItStandsInBothClauses) {
  EXPECT_TRUE(
      of_another("Cetirizine reduced CD25-positive cells.",
                 "The numbers of CD3-positive and CD8-positive cells were reduced, whereas there was no "
                 "significant modification of CD25-positive cells."));
}

TEST(OnlyOfOne, WhereTheClaimNamesMore) {
  const auto one = [](std::string_view claim, std::string_view sentence) {
    return only_of_one(test::read_text(claim), test::read_text(sentence));
  };
  EXPECT_TRUE(one("Tumours were prevented both by syngeneic and by allogeneic cells.",
                  "Only treatment with allogeneic cells prevented tumours."));
  EXPECT_TRUE(
      one("Every patient had a positive culture.", "Culture was positive in only 15 of 50 patients."));
  EXPECT_FALSE(one("Allogeneic cells prevented tumours.", "Only allogeneic cells prevented tumours."));
  EXPECT_FALSE(one("Both kinds of cells prevented tumours.",
                   "Not only allogeneic but syngeneic cells prevented tumours."));
  EXPECT_FALSE(one("Ramipril, but not nitrendipine, cut albumin, although both lowered pressure.",
                   "Only ramipril reduced albumin."));
}

TEST(OutcomeUnsaid, WhereNothingLikeItStandsThere) {
  const auto unsaid = [](std::string_view claim, std::string_view sentence) {
    const test::Pair pair(claim, sentence);
    const std::vector<const std::vector<AlignedWord>*> aligned = {&pair.aligned};
    return outcome_unsaid(pair.claim, aligned);
  };
  EXPECT_TRUE(unsaid("Methyltestosterone increased osteocalcin.", "Methyltestosterone increased weight."));
  EXPECT_FALSE(unsaid("Methyltestosterone increased weight.", "Methyltestosterone increased body weight."));
  EXPECT_FALSE(unsaid("Methyltestosterone is safe.", "Methyltestosterone increased weight."));
}

}  // namespace
}  // namespace attest
