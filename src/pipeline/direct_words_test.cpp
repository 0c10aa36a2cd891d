// What is told first to whoever asks what a thing is, if it can be cured, if it is dangerous, and what
// children may have.
#include <memory>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/pipeline_test_support.h"

namespace attest {
namespace {

using testing::HasSubstr;
using testing::Not;

class DirectWords : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::ostringstream file;
    file << R"({"id": "young", "title": "Juvenile osteoporosis in children", "abstract": )"
         << R"("Juvenile osteoporosis is a rare condition of the bones of children. Osteoporosis was )"
         << R"(seen in ten children. Osteoporosis is a common cause of broken hips."})"
         << "\n";
    file << R"({"id": "page", "title": "What is (are) Osteoporosis ?", "abstract": "It is found by a )"
         << R"(scan. Osteoporosis is a disease in which the bones become thin and break easily. There is )"
         << R"(no cure for osteoporosis. People with osteoporosis often live long."})"
         << "\n";
    file << R"({"id": "fits", "title": "What is (are) Dravet syndrome ?", "abstract": "Dravet syndrome )"
         << R"(is a severe form of epilepsy. It begins early."})"
         << "\n";
    file << R"({"id": "epilepsy", "title": "What is (are) Epilepsy ?", "abstract": "Epilepsy is a )"
         << R"(disease of the brain in which seizures come again and again."})"
         << "\n";
    file << R"({"id": "kawasaki", "title": "What are the treatments for Kawasaki disease?", "abstract": )"
         << R"("At the start of treatment, your child will get aspirin by mouth. Kawasaki disease is )"
         << R"(treated in hospital."})"
         << "\n";
    file << R"({"id": "fever", "title": "What is (are) Fever ?", "abstract": "A fever is a raised )"
         << R"(temperature. Adults can take aspirin, but children with a fever should not take aspirin."})"
         << "\n";
    file << R"({"id": "trial", "title": "Cognitive therapy for vaginismus", "abstract": "Women with )"
         << R"(vaginismus were randomised. The gains of therapy for vaginismus were modest (P<0.05). The )"
         << R"(quality of the trials on vaginismus was low."})"
         << "\n";
    file << R"({"id": "scale", "title": "Therapy for dyspareunia", "abstract": "The quality of the trials )"
         << R"(on the scale ranged from 5 to 9. Dyspareunia improved in 40% with therapy (P<0.01)."})"
         << "\n";
    collection_ = std::make_unique<test::SmallCollection>("papers.jsonl", file.str());
  }
  static void TearDownTestSuite() { collection_.reset(); }

  static std::string first(const std::string& question) {
    const Answer answer = collection_->ask(question, Audience::kPatient);
    return answer.bottom_line.empty() ? "" : answer.bottom_line.front().text;
  }

  static std::unique_ptr<test::SmallCollection> collection_;
};

std::unique_ptr<test::SmallCollection> DirectWords::collection_;

TEST_F(DirectWords, TheDefinitionOfTheVeryNameStandsFirst) {
  for (const char* question : {"what is osteoporosis", "what is osteoporosis and will i get better",
                               "what is osteoporosis and how is it treated"})
    EXPECT_THAT(first(question), HasSubstr("become thin")) << question;
  for (const Statement& statement : collection_->ask("what is osteoporosis", Audience::kPatient).bottom_line)
    EXPECT_THAT(statement.text, Not(HasSubstr("Juvenile")));
  EXPECT_THAT(first("what is epilepsy"), HasSubstr("seizures come again"));
}

TEST_F(DirectWords, WhatTreatmentGaveDoesNotTellWhatItIs) {
  const Answer answer = collection_->ask("what is vaginismus", Audience::kPatient);
  EXPECT_EQ(answer.verdict, Answer::Verdict::kNoDirectEvidence);
  EXPECT_TRUE(answer.bottom_line.empty());
  EXPECT_TRUE(answer.sections.empty());
  ASSERT_FALSE(answer.gaps.empty());
  EXPECT_THAT(answer.gaps.back(), HasSubstr("muscles tighten when something enters"));
}

TEST_F(DirectWords, WhatOnlyComesNearIsNotShownToPatients) {
  const Answer answer = collection_->ask("is it normal that sex hurts", Audience::kPatient);
  EXPECT_EQ(answer.verdict, Answer::Verdict::kNoDirectEvidence);
  EXPECT_TRUE(answer.sections.empty());
}

TEST_F(DirectWords, ThatThereIsNoCureAnswers) {
  for (const char* question : {"is there a cure for osteoporosis", "can osteoporosis be cured"}) {
    EXPECT_THAT(first(question), HasSubstr("no cure")) << question;
    EXPECT_EQ(collection_->ask(question, Audience::kPatient).verdict, Answer::Verdict::kAnswered);
  }
}

TEST_F(DirectWords, WhatOneDiseaseIsTreatedWithIsNotWhatAllChildrenMayHave) {
  for (const char* question : {"can kids have aspirin", "can children have aspirin"}) {
    const Answer answer = collection_->ask(question, Audience::kPatient);
    const std::vector<Statement>& told = answer.warnings.empty() ? answer.bottom_line : answer.warnings;
    ASSERT_FALSE(told.empty()) << question;
    EXPECT_THAT(told.front().text, HasSubstr("should not take aspirin")) << question;
    for (const Statement& statement : answer.bottom_line)
      EXPECT_THAT(statement.text, Not(HasSubstr("your child"))) << question;
  }
}

}  // namespace
}  // namespace attest
