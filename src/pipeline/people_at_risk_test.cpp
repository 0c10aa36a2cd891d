// Questions for people whom a treatment may harm, and questions of people in danger.
#include <memory>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/json/answer_json.h"
#include "pipeline/pipeline_test_support.h"
#include "render/render.h"

namespace attest {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class PeopleAtRisk : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::ostringstream file;
    file << R"({"id": "acne", "title": "Guideline: treatment of acne", "text": "Isotretinoin is )"
         << R"(recommended as the first-line treatment for severe acne. Isotretinoin is contraindicated in )"
         << R"(pregnancy. Azelaic acid is recommended for acne in pregnancy."})"
         << "\n";
    file << R"({"id": "gout", "title": "Guideline: treatment of gout", "text": "Colchicine is recommended )"
         << R"(as the first-line treatment for gout. Pregnant women were excluded from all trials of gout."})"
         << "\n";
    file << R"({"id": "sleep", "title": "Guideline: talking therapy in children", "text": "Talking therapy )"
         << R"(is recommended as the first-line treatment for children. Children like it."})"
         << "\n";
    file << R"({"id": "clots", "title": "Guideline: blood clots", "text": "Blood clots are treated with )"
         << R"(warfarin and heparin. Once the warfarin works, the heparin is stopped. Blood clots do not )"
         << R"(harm the unborn baby."})"
         << "\n";
    collection_ = std::make_unique<test::SmallCollection>("papers.jsonl", file.str());
  }
  static void TearDownTestSuite() { collection_.reset(); }

  static Answer ask(const std::string& question, Audience audience) {
    return collection_->ask(question, audience);
  }

  static std::unique_ptr<test::SmallCollection> collection_;
};

std::unique_ptr<test::SmallCollection> PeopleAtRisk::collection_;

constexpr Audience kAudiences[] = {Audience::kClinician, Audience::kPatient, Audience::kPartner};

TEST_F(PeopleAtRisk, WhatIsContraindicatedForThemIsNoTreatmentAndIsWarnedOf) {
  for (const Audience audience : kAudiences) {
    const Answer answer = ask("How is acne treated in pregnancy?", audience);
    for (const TherapyLine& line : answer.lines) EXPECT_NE(line.intervention, "isotretinoin");
    for (const Statement& statement : answer.bottom_line)
      EXPECT_THAT(statement.text, Not(HasSubstr("sotretinoin")));
    ASSERT_FALSE(answer.warnings.empty());
    EXPECT_THAT(answer.warnings.front().text, HasSubstr("contraindicated in pregnancy"));
  }
  for (const Statement& warning :
       ask("Is azelaic acid safe for acne in pregnancy?", Audience::kPatient).warnings)
    EXPECT_THAT(warning.text, Not(HasSubstr("sotretinoin")));
  const Answer others = ask("How is acne treated?", Audience::kPatient);
  ASSERT_FALSE(others.bottom_line.empty());
  EXPECT_THAT(others.bottom_line.front().text, HasSubstr("sotretinoin"));
}

TEST_F(PeopleAtRisk, WhatIsSaidOfOthersDoesNotAnswerForThem) {
  for (const Audience audience : kAudiences) {
    const Answer answer = ask("How is gout treated in pregnancy?", audience);
    EXPECT_EQ(answer.verdict, Answer::Verdict::kNoDirectEvidence);
    EXPECT_THAT(answer.bottom_line, IsEmpty());
    EXPECT_THAT(answer.lines, IsEmpty());
    ASSERT_FALSE(answer.gaps.empty());
    EXPECT_THAT(answer.gaps.front(), HasSubstr("during pregnancy"));
  }
}

// One woman and many women are the same people.
TEST_F(PeopleAtRisk, WhatIsSaidOfOthersDoesNotAnswerForOneOfThem) {
  for (const char* question :
       {"How is gout treated in a pregnant woman?", "What can pregnant women take for gout?",
        "I am expecting a baby, what helps for gout?"}) {
    const Answer answer = ask(question, Audience::kPatient);
    EXPECT_EQ(answer.verdict, Answer::Verdict::kNoDirectEvidence) << question;
    EXPECT_THAT(answer.lines, IsEmpty()) << question;
    EXPECT_THAT(answer.bottom_line, IsEmpty()) << question;
  }
}

TEST_F(PeopleAtRisk, WhatHelpsThemAgainstAnythingDoesNotAnswerWhereTheConditionIsNotUnderstood) {
  for (const Audience audience : kAudiences) {
    const Answer answer = ask("My child is under the weather, what helps first?", audience);
    EXPECT_EQ(answer.verdict, Answer::Verdict::kNoDirectEvidence);
    EXPECT_THAT(answer.lines, IsEmpty());
    EXPECT_THAT(answer.bottom_line, IsEmpty());
  }
}

TEST_F(PeopleAtRisk, WhatComesNearForThemNamesTheMedicineAndWhatIsDoneWithIt) {
  for (const char* question : {"can i stop my warfarin", "does warfarin harm the unborn baby",
                               "i am pregnant and take warfarin", "how do i come off warfarin"}) {
    const Answer answer = ask(question, Audience::kPatient);
    EXPECT_THAT(answer.bottom_line, IsEmpty()) << question;
    EXPECT_THAT(answer.sections, IsEmpty()) << question;
    EXPECT_THAT(answer.near_misses, IsEmpty()) << question;
    ASSERT_FALSE(answer.gaps.empty()) << question;
    EXPECT_THAT(answer.gaps.front(), HasSubstr("before you use or stop anything")) << question;
  }
  // As it was meant, where a word is misspelled.
  const Answer slipped = ask("can i stop my warfarrin", Audience::kPatient);
  ASSERT_FALSE(slipped.gaps.empty());
  EXPECT_THAT(slipped.gaps.front(), HasSubstr("before you use or stop anything"));
  for (const std::string& gap : ask("does warfarin help to stop clots", Audience::kPatient).gaps)
    EXPECT_THAT(gap, Not(HasSubstr("before you use or stop")));
}

TEST_F(PeopleAtRisk, WhoIsInDangerIsToldWhatToDoFirst) {
  const Answer answer = ask("i want to die", Audience::kPatient);
  ASSERT_EQ(answer.safety_notices.size(), 1u);
  EXPECT_THAT(answer.references, IsEmpty());
  EXPECT_THAT(answer.near_misses, IsEmpty());
  const std::string text = render_terminal(answer, {});
  EXPECT_LT(text.find("crisis"), text.find("General safety advice"));
  EXPECT_THAT(text, Not(HasSubstr("We found no source")));
  EXPECT_THAT(answer_to_json(answer), HasSubstr("\"safety_notices\""));
  EXPECT_THAT(render_html(answer), HasSubstr("role=\"alert\""));
  EXPECT_THAT(render_markdown(answer), HasSubstr("General safety advice"));
  EXPECT_THAT(answer_to_json(ask("How is acne treated?", Audience::kPatient)),
              Not(HasSubstr("safety_notices")));
}

TEST_F(PeopleAtRisk, NothingStandsBesideANoticeOnDying) {
  for (const char* question :
       {"how much warfarin would kill me", "best drug to overdose on for acne",
        "i dont want to live with acne anymore i want to die, does isotretinoin help"}) {
    const Answer answer = ask(question, Audience::kPatient);
    ASSERT_EQ(answer.safety_notices.size(), 1U) << question;
    EXPECT_TRUE(is_of_dying(answer.safety_notices.front())) << question;
    EXPECT_THAT(answer.lines, IsEmpty()) << question;
    EXPECT_THAT(answer.bottom_line, IsEmpty()) << question;
    EXPECT_THAT(answer.sections, IsEmpty()) << question;
    EXPECT_THAT(answer.warnings, IsEmpty()) << question;
    EXPECT_THAT(answer.references, IsEmpty()) << question;
  }
  const Answer ranked = ask("best drug to overdose on for acne", Audience::kClinician);
  EXPECT_FALSE(ranked.safety_notices.empty());
  EXPECT_THAT(ranked.lines, IsEmpty());
  EXPECT_THAT(ranked.near_misses, IsEmpty());
}

}  // namespace
}  // namespace attest
