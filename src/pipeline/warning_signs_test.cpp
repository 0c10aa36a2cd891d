// The warning signs of a condition, told to whoever may have one of them; and what is told to whoever asks if
// they are to blame.
#include <memory>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/pipeline_test_support.h"

namespace attest {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class WarningSigns : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::ostringstream file;
    file
        << R"({"id": "signs", "title": "When to see a doctor about migraine", "text": "This note on )"
        << R"(migraine is for everyone. A headache after a blow is a red flag, and so is fever. A new )"
        << R"(headache late in life is a warning sign too. A person with one of them should see a doctor )"
        << R"(at once. If this happens, call your doctor right away. Migraine is nobody's fault. Gout often comes from rich food."})"
        << "\n";
    file << R"({"id": "stroke", "title": "What is (are) Stroke ?", "text": "Stroke is a disease of the )"
         << R"(brain. If you think you or someone else has a stroke, call 911 right away. Stroke is a )"
         << R"(medical emergency and needs emergency care. Keep the list in a handy place to share in a )"
         << R"(stroke emergency."})"
         << "\n";
    file << R"({"id": "trial", "title": "Propranolol for migraine: a randomised trial", "abstract": )"
         << R"("Propranolol reduced attacks of migraine by 44% compared with placebo (P<0.001)."})"
         << "\n";
    collection_ = std::make_unique<test::SmallCollection>("papers.jsonl", file.str());
  }
  static void TearDownTestSuite() { collection_.reset(); }

  static Answer ask(const std::string& question, Audience audience) {
    return collection_->ask(question, audience);
  }

  static std::unique_ptr<test::SmallCollection> collection_;
};

std::unique_ptr<test::SmallCollection> WarningSigns::collection_;

TEST_F(WarningSigns, AreToldBesideWhateverElseIsTold) {
  for (const char* question : {"what helps against migraine", "i have migraine and a fever",
                               "migraine with bruises and fever after a blow to the head",
                               "my husband has migraine for weeks and yawns what helps"}) {
    for (const Audience audience : {Audience::kPatient, Audience::kPartner}) {
      const Answer answer = ask(question, audience);
      std::string all;
      for (const Statement& warning : answer.warnings) all += warning.text + "\n";
      EXPECT_THAT(all, HasSubstr("red flag")) << question;
      EXPECT_THAT(all, HasSubstr("late in life is a warning sign")) << question;
      EXPECT_THAT(all, testing::Not(HasSubstr("If this happens"))) << question;
      EXPECT_THAT(answer.references, testing::Not(IsEmpty())) << question;
    }
  }
}

TEST_F(WarningSigns, TheAmbulanceIsCalledOnceAndNoListIsKept) {
  const Answer answer = ask("how can I prevent a stroke", Audience::kPatient);
  std::string all;
  for (const Statement& warning : answer.warnings) all += warning.text + "\n";
  EXPECT_THAT(all, HasSubstr("call 911 right away"));
  EXPECT_THAT(all, testing::Not(HasSubstr("medical emergency")));
  EXPECT_THAT(all, testing::Not(HasSubstr("handy place")));
}

TEST_F(WarningSigns, WhoTellsHowHardItIsWantsToKnowWhatHelps) {
  for (const char* question : {"my migraine makes me miserable", "i have migraine and i am desperate",
                               "my migraine is horrible and i am embarrassed"})
    EXPECT_EQ(ask(question, Audience::kPatient).understood.intent, Intent::kTreatment) << question;
  EXPECT_NE(ask("is migraine horrible", Audience::kPatient).understood.intent, Intent::kTreatment);
  EXPECT_NE(ask("migraine", Audience::kPatient).understood.intent, Intent::kTreatment);
  EXPECT_NE(ask("my migraine makes me miserable", Audience::kClinician).understood.intent,
            Intent::kTreatment);
}

TEST_F(WarningSigns, WhoAsksForBlameIsToldWhatSourcesSayOfItOnly) {
  for (const char* question : {"is my migraine my fault", "am i to blame for my migraine",
                               "is it her fault that she has migraine"}) {
    const Answer answer = ask(question, Audience::kPartner);
    ASSERT_EQ(answer.bottom_line.size(), 1u) << question;
    EXPECT_THAT(answer.bottom_line.front().text, HasSubstr("nobody's fault")) << question;
    EXPECT_THAT(answer.sections, IsEmpty()) << question;
  }
  for (const Statement& statement : ask("is my gout my fault", Audience::kPatient).bottom_line)
    EXPECT_THAT(statement.text, testing::Not(HasSubstr("igraine")));
}

TEST_F(WarningSigns, AreThoseOfTheConditionOnly) {
  EXPECT_THAT(ask("i have gout and a sore toe", Audience::kPatient).warnings, IsEmpty());
}

}  // namespace
}  // namespace attest
