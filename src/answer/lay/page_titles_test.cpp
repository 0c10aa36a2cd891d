#include "answer/lay/page_titles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attest {
namespace {

using testing::ElementsAre;

Concept thing_named(const std::string& asked, const std::string& label, std::vector<std::string> names) {
  Concept thing;
  thing.asked_as = asked;
  thing.label = label;
  thing.role = ConceptRole::kCondition;
  for (std::string& name : names) thing.variants.push_back({std::move(name), {}, 1.0F, false});
  return thing;
}

TEST(PageTitles, TheSubjectIsWhatDoesNotAsk) {
  EXPECT_EQ(read_page_title("What are the treatments for Gout ?").subject, "gout");
  EXPECT_EQ(read_page_title("Who is at risk for Breast Cancer? ?").subject, "breast cancer");
  EXPECT_EQ(read_page_title("What is (are) What I need to know about Hepatitis C ?").subject, "hepatitis c");
  EXPECT_EQ(read_page_title("Is Marfan syndrome inherited ?").subject, "marfan syndrome");
  EXPECT_EQ(read_page_title("Asthma").subject, "asthma");
}

TEST(PageTitles, WhatTheyAsk) {
  EXPECT_EQ(read_page_title("What are the treatments for Gout ?").asks, Intent::kTreatment);
  EXPECT_EQ(read_page_title("What causes Gout ?").asks, Intent::kCause);
  EXPECT_EQ(read_page_title("Who is at risk for Gout? ?").asks, Intent::kCause);
  EXPECT_EQ(read_page_title("What are the symptoms of Gout ?").asks, Intent::kSymptoms);
  EXPECT_EQ(read_page_title("How to prevent Gout ?").asks, Intent::kPrevention);
  EXPECT_EQ(read_page_title("How to diagnose Gout ?").asks, Intent::kDiagnosis);
  EXPECT_EQ(read_page_title("What is the outlook for Gout ?").asks, Intent::kPrognosis);
  EXPECT_EQ(read_page_title("What is (are) Gout ?").asks, Intent::kDefinition);
  EXPECT_EQ(read_page_title("Gout").asks, Intent::kDefinition);
  EXPECT_EQ(read_page_title("What to do for Gout ?").asks, Intent::kGeneral);
  EXPECT_TRUE(read_page_title("Is gout inherited ?").of_inheritance);
  EXPECT_FALSE(read_page_title("What causes Gout ?").of_inheritance);
}

TEST(PageTitles, OfTheThingItself) {
  const Concept parkinson = thing_named("parkinsons", "Parkinson disease",
                                        {"Parkinson disease", "Parkinson's disease", "Lewy body"});
  EXPECT_EQ(subject_fit(parkinson, "parkinson's disease"), SubjectFit::kVeryName);
  EXPECT_EQ(subject_fit(parkinson, "lewy body"), SubjectFit::kOtherName);
  EXPECT_EQ(subject_fit(parkinson, "multiple system atrophy"), SubjectFit::kOther);
  const Concept lice = thing_named("head lice", "head lice", {"head lice"});
  EXPECT_EQ(subject_fit(lice, "parasites - lice - head lice"), SubjectFit::kVeryName);
  EXPECT_EQ(subject_fit(lice, "parasites - lice - body lice"), SubjectFit::kOther);
  const Concept anaemia = thing_named("anemia", "anaemia", {"anaemia"});
  EXPECT_EQ(subject_fit(anaemia, "anaemia"), SubjectFit::kVeryName);
  const Concept chlamydia = thing_named("chlamydia", "chlamydia", {"chlamydia"});
  EXPECT_EQ(subject_fit(chlamydia, "chlamydia infections"), SubjectFit::kOtherName);
  EXPECT_EQ(subject_fit(chlamydia, "chlamydia pneumonia"), SubjectFit::kOther);
  const Concept kidney = thing_named("kidney disease", "kidney disease", {"kidney disease"});
  EXPECT_EQ(subject_fit(kidney, "amyloidosis and kidney disease"), SubjectFit::kOther);
  const Concept eyes = thing_named("eye infection", "eye infections", {"eye infections"});
  EXPECT_EQ(subject_fit(eyes, "eye diseases"), SubjectFit::kOther);
}

TEST(PageTitles, AKindOfIt) {
  std::vector<std::string> more;
  const Concept epilepsy = thing_named("epilepsy", "epilepsy", {"epilepsy"});
  EXPECT_TRUE(is_kind_of(epilepsy, "juvenile myoclonic epilepsy", more));
  EXPECT_THAT(more, ElementsAre("juvenile", "myoclonic"));
  EXPECT_FALSE(is_kind_of(epilepsy, "epilepsy", more));
  EXPECT_FALSE(is_kind_of(epilepsy, "seizures", more));
  const Concept cancer = thing_named("breast cancer", "breast cancer", {"breast cancer"});
  EXPECT_TRUE(is_kind_of(cancer, "male breast cancer", more));
  EXPECT_FALSE(is_kind_of(cancer, "primary breast cancer", more));
}

TEST(PageTitles, ATitleOfTwoNamesOfOneThing) {
  const Concept drinking =
      thing_named("drinks too much", "alcohol use disorder", {"alcoholism", "alcohol abuse"});
  EXPECT_EQ(subject_fit(drinking, "alcoholism and alcohol abuse"), SubjectFit::kOtherName);
  EXPECT_EQ(subject_fit(drinking, "alcoholism and depression"), SubjectFit::kOther);
}

}  // namespace
}  // namespace attest
