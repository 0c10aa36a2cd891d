#include "answer/json/finding_json.h"

#include <gtest/gtest.h>

#include "findings/arms/control_arms.h"
#include "findings/extract.h"

namespace attest {
namespace {

class FindingJsonTest : public testing::Test {
 protected:
  FindingJsonTest() {
    for (const char* name : {"enalapril", "atenolol"})
      vocabulary_.add({"t:" + std::string(name), name, "", ConceptRole::kIntervention, false, {}},
                      std::vector<std::string>{name}, stemmer_);
    add_control_arms(vocabulary_, stemmer_);
  }
  nlohmann::ordered_json of(const std::string& sentence, StudyDesign design = StudyDesign::kRandomisedTrial) {
    document_ = Document{};
    document_.text = sentence;
    appraisal_.design = design;
    SentenceContext context{&document_, &appraisal_, 0, "", 2, {}, {}};
    context.for_reader = true;
    const Finding finding =
        extract_finding(context, {0, static_cast<uint32_t>(sentence.size())}, vocabulary_, stemmer_);
    return finding_json(finding, document_.text);
  }
  Stemmer stemmer_;
  Vocabulary vocabulary_;
  Document document_;
  Appraisal appraisal_;
};

TEST_F(FindingJsonTest, AdviceForAndAgainstDiffer) {
  const auto offer = of("Offer enalapril as first-line treatment.", StudyDesign::kGuideline);
  const auto avoid = of("Do not offer atenolol.", StudyDesign::kGuideline);
  ASSERT_TRUE(offer.contains("advice"));
  EXPECT_EQ(offer["advice"][0]["says"], "for");
  EXPECT_EQ(offer["advice"][0]["of"][0], "enalapril");
  EXPECT_EQ(offer["line_of_therapy"], 1);
  EXPECT_EQ(offer["lines"][0]["of"][0], "enalapril");
  ASSERT_TRUE(avoid.contains("advice"));
  EXPECT_EQ(avoid["advice"][0]["says"], "against");
  EXPECT_EQ(avoid["advice"][0]["quote"], "Do not offer");
}

TEST_F(FindingJsonTest, EachOutcomeSaysWhatBecameOfIt) {
  const auto renin = of("Renin was significantly lower with enalapril than with placebo.");
  EXPECT_FALSE(renin.contains("direction"));
  EXPECT_EQ(renin["outcome"], "renin");
  ASSERT_EQ(renin["changes"].size(), 1u);
  EXPECT_EQ(renin["changes"][0]["change"], "decreased");
  EXPECT_EQ(renin["changes"][0]["arm"], "enalapril");
  EXPECT_FALSE(of("Enalapril was given for 8 weeks.").contains("changes"));
}

TEST_F(FindingJsonTest, EveryNumberStandsWithWhatWasReadOfIt) {
  const auto json = of(
      "At 6 months stroke occurred in 12 of 60 patients given enalapril and 20 of 60 given placebo (hazard "
      "ratio 0.60, 95% CI 0.40 to 0.90; P < 0.01), with a mean pulse of 71 (SD 9) and 10 mg twice daily.");
  ASSERT_EQ(json["rates"].size(), 2u);
  EXPECT_EQ(json["rates"][0]["numerator"], 12);
  EXPECT_EQ(json["rates"][0]["denominator"], 60);
  EXPECT_EQ(json["rates"][0]["value"], 20);
  EXPECT_TRUE(json["rates"][0]["computed"]);
  const auto figure = [&](const char* kind) {
    for (const auto& one : json["figures"]) {
      if (one["kind"] == kind) return one;
    }
    return nlohmann::ordered_json();
  };
  EXPECT_EQ(figure("ratio")["low"], 0.4);
  EXPECT_EQ(figure("ratio")["confidence"], 95);
  EXPECT_EQ(figure("ratio")["measure"], "HR");
  EXPECT_EQ(figure("p-value")["relation"], "<");
  EXPECT_EQ(figure("mean")["deviation"], 9);
  EXPECT_EQ(figure("mean")["spread"], "SD");
  EXPECT_FALSE(figure("mean").contains("schedule"));
  EXPECT_EQ(figure("dose")["unit"], "mg");
  EXPECT_EQ(figure("dose")["schedule"], "twice daily");
  EXPECT_EQ(json["follow_up"], "6 months");
}

TEST_F(FindingJsonTest, TriggersAndHedgesAreTold) {
  const auto json = of("Enalapril may be offered after failure of atenolol.", StudyDesign::kGuideline);
  EXPECT_TRUE(json["hedged"]);
  EXPECT_EQ(json["trigger"]["quote"], "after failure of atenolol");
}

}  // namespace
}  // namespace attest
