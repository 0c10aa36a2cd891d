// What passes a lay reader's question by is left out; what two medicines do together is found.
#include <memory>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/pipeline_test_support.h"

namespace attest {
namespace {

using testing::HasSubstr;
using testing::Not;

class PassingBy : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::ostringstream file;
    const auto add = [&](const char* id, const char* title, const char* text) {
      file << R"({"id": ")" << id << R"(", "title": ")" << title << R"(", "abstract": ")" << text << "\"}\n";
    };
    add("serotonin", "Serotonin syndrome with tramadol: a case report",
        "Clinicians should be aware of serotonin syndrome with concomitant use of sertraline and tramadol.");
    add("nitrates", "Sildenafil and medicines for the heart: a review",
        "The use of sildenafil together with organic nitrates is contraindicated because it may cause "
        "life-threatening hypotension.");
    add("wart", "St. John's wort and its use in depression",
        "St. John's wort was as effective as sertraline in depression.");
    add("attack", "Revascularisation after a heart attack: a randomised trial",
        "Revascularisation is the first treatment of myocardial infarction. "
        "Death was seen in 12% of patients with myocardial infarction after revascularisation.");
    add("bladder-children", "What are the treatments for Urinary Incontinence in Children ?",
        "Options for urinary incontinence include moisture alarms, bladder training and medicines.");
    add("bladder", "What are the treatments for Urinary Incontinence ?",
        "Treatments for urinary incontinence include pelvic floor exercises and surgery.");
    add("dengue", "What is (are) Dengue ?",
        "Dengue is an infection. If there is severe bleeding, call your doctor right away.");
    add("piles", "What is (are) Hemorrhoids ?",
        "Hemorrhoids are swollen veins. If you have rectal bleeding you should see a doctor.");
    add("cholesterol", "What are the treatments for High Blood Cholesterol ?",
        "Statins are medicines that treat high cholesterol. Exercise and losing weight help lower high "
        "cholesterol. Treatment of high cholesterol depends on the person.");
    add("shingles-a", "What are the symptoms of Shingles ?",
        "Symptoms of shingles include burning pain, tingling and a rash on one side of the body.");
    add("shingles-b", "What are the symptoms of Shingles ?",
        "The symptoms of shingles include burning pain, tingling, and a rash on one side of the body or "
        "face.");
    add("smell", "What are the treatments for Problems with Smell ?",
        "Problems with smell can be treated where a cold is the cause.");
    add("discharge", "Discharge of the vagina: a survey", "Vaginal discharge was reported by 30 women.");
    add("cautery", "Cautery of the nose in nosebleeds", "Cautery is the first-line treatment of epistaxis.");
    collection_ = std::make_unique<test::SmallCollection>("papers.jsonl", file.str());
  }
  static void TearDownTestSuite() { collection_.reset(); }

  static Answer ask(const std::string& question, Audience audience = Audience::kPatient) {
    return collection_->ask(question, audience);
  }

  static std::string told(const Answer& answer) { return test::words_of(answer); }

  static std::unique_ptr<test::SmallCollection> collection_;
};

std::unique_ptr<test::SmallCollection> PassingBy::collection_;

// The sentence names the group of what was asked about and not itself.
TEST_F(PassingBy, WhatIsSaidOfItsGroupIsSaidOfIt) {
  const Answer answer = ask("can i take sildenafil with glyceryl trinitrate");
  EXPECT_THAT(told(answer), HasSubstr("organic nitrates is contraindicated"));
}

TEST_F(PassingBy, TwoMedicinesAreFoundInOneSentence) {
  for (const Audience audience : {Audience::kPatient, Audience::kPartner}) {
    const Answer answer = ask("i take sertraline, can i take tramadol for my back", audience);
    ASSERT_EQ(answer.bottom_line.size(), 1U) << told(answer);
    EXPECT_THAT(answer.bottom_line.front().text, HasSubstr("serotonin syndrome"));
    EXPECT_THAT(answer.gaps, testing::Contains(HasSubstr("ask a doctor or pharmacist")));
  }
}

TEST_F(PassingBy, WhereNoSourceNamesBothItIsSaid) {
  const Answer answer = ask("can i take st john's wort with tramadol");
  EXPECT_EQ(told(answer), "");
  EXPECT_THAT(answer.gaps, testing::Contains(HasSubstr("No source here says whether")));
}

TEST_F(PassingBy, AnActIsNotAnsweredByATreatment) {
  EXPECT_THAT(told(ask("my husband had a heart attack, can we have sex again")), Not(HasSubstr("asculari")));
}

TEST_F(PassingBy, APageOnChildrenIsNotForAdults) {
  EXPECT_THAT(told(ask("what helps urinary incontinence")), Not(HasSubstr("alarms")));
  EXPECT_THAT(told(ask("what helps urinary incontinence")), HasSubstr("pelvic floor"));
}

TEST_F(PassingBy, NorForAMotherWhoTellsWhenItBegan) {
  const std::string text = told(ask("what helps urinary incontinence since having my baby"));
  EXPECT_THAT(text, Not(HasSubstr("alarms")));
  EXPECT_THAT(text, HasSubstr("pelvic floor"));
}

TEST_F(PassingBy, WhatIsLeftOutIsNotTold) {
  EXPECT_THAT(told(ask("how can i lower high cholesterol without statins")), Not(HasSubstr("Statins are")));
}

TEST_F(PassingBy, WhatSaysNothingIsNotTold) {
  EXPECT_THAT(told(ask("how is high cholesterol treated")), Not(HasSubstr("depends on")));
}

TEST_F(PassingBy, OnePaperDoesNotTellAPatientWhatComesFirst) {
  EXPECT_THAT(told(ask("nosebleeds what to do")), Not(HasSubstr("usually helps first")));
}

TEST_F(PassingBy, OneWordOfANameOffersNoPage) {
  EXPECT_THAT(ask("my vagina smells after my period").near_misses, testing::IsEmpty());
}

TEST_F(PassingBy, TheSameIsToldOnce) {
  const std::string text = told(ask("what are the symptoms of shingles"));
  EXPECT_THAT(text, HasSubstr("burning"));
  EXPECT_EQ(text.find("burning"), text.rfind("burning")) << text;
}

TEST_F(PassingBy, AWarningOfAnotherDiseaseStaysThere) {
  const Answer answer = ask("I have piles and bleeding");
  std::string warnings;
  for (const Statement& one : answer.warnings) warnings += one.text + "\n";
  EXPECT_THAT(warnings, Not(HasSubstr("severe bleeding")));
}

}  // namespace
}  // namespace attest
