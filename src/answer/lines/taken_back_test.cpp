#include "answer/lines/taken_back.h"

#include <string>

#include <gtest/gtest.h>

#include "answer/build_answer.h"
#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

TEST(TakenBack, TellsThatATreatmentWasStopped) {
  for (const char* sentence :
       {"the drug was withdrawn because of subsequent reports elsewhere of aplastic anemia and hepatic "
        "failure",
        "however, significant potential risks preclude further use of felbamate in nonmalignant pain",
        "troglitazone was withdrawn from the market in 2000 for severe liver injury",
        "the trial was stopped early because of excess deaths with encainide",
        "cisapride should no longer be used in view of the risk of arrhythmia"})
    EXPECT_TRUE(tells_of_stopping(sentence)) << sentence;
}

TEST(TakenBack, DoesNotTellWhoLeft) {
  for (const char* sentence :
       {"two patients were withdrawn because of adverse events", "4% discontinued because of side effects",
        "treatment was discontinued due to lack of efficacy", "felbamate was well tolerated",
        "three of the subjects were discontinued due to serious rash",
        "risk factors for stroke were recorded", "the trial was stopped early because of benefit"})
    EXPECT_FALSE(tells_of_stopping(sentence)) << sentence;
}

TEST(TakenBack, IsToldBesideThePraise) {
  Stemmer stemmer;
  Evidence evidence;
  evidence.vocabulary = test::vocabulary_of({"felbamate", "gabapentin"}, {"neuralgia"}, stemmer);
  AnswerSource& source =
      test::add_source(evidence, stemmer, "Felbamate relieved neuralgia",
                       {"Felbamate potently diminished the pain of neuralgia in 3 of 3 people (100%).",
                        "Risks of aplastic anemia preclude further use of felbamate in neuralgia."},
                       StudyDesign::kCaseSeries);
  Statement praise;
  praise.citations.resize(1);
  praise.citations[0].document = source.id;
  praise.citations[0].quote = evidence.sentence_of(source.findings[0]);
  const std::vector<const Finding*> back =
      taken_back(evidence, source.findings[0].interventions.front().id, {praise});
  ASSERT_EQ(back.size(), 1U);
  EXPECT_NE(evidence.sentence_of(*back[0]).find("preclude"), std::string_view::npos);
  EXPECT_TRUE(taken_back(evidence, "gabapentin", {praise}).empty());
}

}  // namespace
}  // namespace attest
