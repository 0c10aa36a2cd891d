#include "answer/own_doubt.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/wording.h"
#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

using testing::ElementsAre;

class OwnDoubt : public testing::Test {
 protected:
  OwnDoubt() {
    evidence_.vocabulary = test::vocabulary_of({"acupuncture"}, {"palsy"}, stemmer_);
    evidence_.question.intent = Intent::kTreatment;
  }

  // The first sentence is quoted; what the bottom line then says.
  std::vector<std::string> told(const std::vector<std::string>& sentences, Depth depth = Depth::kAbstract) {
    evidence_.sources.clear();
    AnswerSource& source = test::add_source(evidence_, stemmer_, "Acupuncture for palsy", sentences,
                                            StudyDesign::kSystematicReview);
    source.appraisal.depth = depth;
    Section whole;
    whole.kind = SectionKind::kAbstract;
    whole.body = {0, static_cast<uint32_t>(source.document.text.size())};
    source.document.sections = {whole};
    Answer answer;
    answer.bottom_line = {quote_finding(evidence_, source.findings.front())};
    answer.bottom_line.front().kind = finding_kind_name(FindingKind::kEffect);
    add_own_doubts(evidence_, answer);
    add_own_doubts(evidence_, answer);  // told once, however often it is asked for
    std::vector<std::string> texts;
    for (const Statement& one : answer.bottom_line) texts.push_back(one.text);
    return texts;
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

constexpr const char* kResult = "Three studies showed that acupuncture was better than drugs in palsy.";

TEST_F(OwnDoubt, StandsBehindTheResultThatItTakesBack) {
  const std::string doubt = "The trials were inadequate to allow any conclusion about acupuncture.";
  EXPECT_THAT(told({kResult, doubt}), ElementsAre(kResult, doubt));
  const std::string denial = "At present there are no arguments for the use of acupuncture in palsy.";
  EXPECT_THAT(told({kResult, denial}), ElementsAre(kResult, denial));
}

TEST_F(OwnDoubt, IsOfTheWholeAndNotOfAPart) {
  EXPECT_THAT(told({kResult, "There was insufficient evidence to judge its adverse effects in palsy."}),
              ElementsAre(kResult));
  EXPECT_THAT(told({kResult, "Acupuncture can be recommended for all people who have a palsy."}),
              ElementsAre(kResult));
}

TEST_F(OwnDoubt, IsReadWhereAnAbstractConcludes) {
  const std::string before = "Earlier there was insufficient evidence to support acupuncture.";
  EXPECT_THAT(told({kResult, before, "It improved pain.", "It improved strength.", "It improved speech.",
                    "It improved sleep.", "Acupuncture helps in palsy, and it should be offered to all."}),
              ElementsAre(kResult));
  const std::string doubt = "The trials were inadequate to allow any conclusion about acupuncture.";
  EXPECT_THAT(told({kResult, doubt}, Depth::kFullText), ElementsAre(kResult));
}

TEST_F(OwnDoubt, TheOtherHalfOfAConclusionIsQuotedWithIt) {
  const std::string half = "However, the strength of the face did not differ between the groups.";
  EXPECT_THAT(told({kResult, half, "Acupuncture is safe."}), ElementsAre(kResult, half));
  EXPECT_THAT(told({kResult, half}, Depth::kFullText), ElementsAre(kResult, half));
  EXPECT_THAT(told({kResult, "However, larger trials are under way."}), ElementsAre(kResult));
  EXPECT_THAT(told({kResult, "Acupuncture is safe.", half}), ElementsAre(kResult));
}

}  // namespace
}  // namespace attest
