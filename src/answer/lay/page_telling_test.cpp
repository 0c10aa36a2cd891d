#include "answer/lay/page_telling.h"

#include <gtest/gtest.h>

#include "answer/lay/named_treatments.h"
#include "answer/lay/torn_sentences.h"
#include "base/ascii.h"

namespace attest {
namespace {

double told(Intent intent, std::string_view sentence) {
  const std::string lower = lower_ascii(sentence);
  return telling(intent, lower, named_in_plain_words(lower).size());
}

TEST(PageTelling, TreatmentsThatAreNamed) {
  for (const char* sentence :
       {"There are effective treatments for depression, including antidepressants, talk therapy, or both.",
        "Treatment for prostate cancer may involve watchful waiting, surgery, or hormonal therapy.",
        "Treatments may include medicines, skin creams, light therapy, and good skin care.",
        "Bedwetting alarms, bladder training, and medicines might help with the bedwetting.",
        "To reduce snoring - Lose weight if you are overweight.",
        "High blood pressure is treated with lifestyle changes and medicines."})
    EXPECT_GT(told(Intent::kTreatment, sentence), 0) << sentence;
}

TEST(PageTelling, NoTreatmentIsTold) {
  for (const char* sentence : {"Treatment depends on the cause.", "There are many ways to treat psoriasis.",
                               "Men with prostate cancer have many treatment options.",
                               "Gene therapy hasn't yet become an accepted treatment for hemophilia.",
                               "The shingles vaccine is not recommended if you have active shingles.",
                               "The goals of treatment with medicines are to control pain.",
                               "Side effects of surgery can include bleeding."})
    EXPECT_EQ(told(Intent::kTreatment, sentence), 0) << sentence;
}

TEST(PageTelling, CausesAndOutlooks) {
  EXPECT_GT(told(Intent::kCause, "Gout is caused by the buildup of too much uric acid in the body."), 0);
  EXPECT_GT(told(Intent::kCause, "Causes of tinnitus include - Loud noises Treatment depends on the cause."),
            0);
  EXPECT_EQ(told(Intent::kCause, "Gout is often painful."), 0);
  EXPECT_EQ(told(Intent::kCause, "Stroke is a leading cause of death."), 0);
  EXPECT_GT(told(Intent::kDuration, "Most people with the flu recover on their own."), 0);
  EXPECT_GT(told(Intent::kDuration, "Symptoms usually go away within two weeks."), 0);
  EXPECT_EQ(told(Intent::kDuration, "The flu is caused by a virus."), 0);
  EXPECT_GT(told(Intent::kSymptoms, "Common symptoms are chest pain and short breath."), 0);
  EXPECT_EQ(told(Intent::kSymptoms, "Symptoms vary from person to person."), 0);
  EXPECT_GT(told(Intent::kDiagnosis, "A blood test can show the presence of antibodies."), 0);
  EXPECT_GT(told(Intent::kPrevention, "Washing your hands can help prevent the flu."), 0);
  EXPECT_EQ(told(Intent::kPrevention, "The best thing is to prevent it."), 0);
}

TEST(PageTelling, SentencesWhoseSubjectStandsElsewhere) {
  for (const char* sentence :
       {"here are the most common risk factors for breast cancer.", "there are several types of treatment.",
        "this type of hormone can increase the risk.", "these resources address the management of gout.",
        "the following are risk factors:"})
    EXPECT_TRUE(lacks_its_subject(sentence)) << sentence;
  for (const char* sentence : {"there are medicines, including statins, that help.", "gout is painful.",
                               "medicines can help control the symptoms."})
    EXPECT_FALSE(lacks_its_subject(sentence)) << sentence;
}

TEST(PageTelling, WhatStandsByItself) {
  for (const char* sentence :
       {"It is common in children.", "They may also help.", "This type of hormone is risky.",
        "Here are some ways to get help.", "May also result from wax."})
    EXPECT_FALSE(stands_by_itself(sentence)) << sentence;
  for (const char* sentence : {"Gout is common.", "This review found no benefit of exercise.",
                               "Medicines can help control the symptoms.", "Therapy helps."})
    EXPECT_TRUE(stands_by_itself(sentence)) << sentence;
}

TEST(PageTelling, WhatIsSaidAboutSymptomsNamesNone) {
  for (const char* sentence :
       {"The frequency of a sign or symptom is usually listed as a rough estimate of the percentage of "
        "patients.",
        "Warning signs are clues your body sends.", "All stroke-like symptoms require medical care.",
        "The people around you might not know it, either.",
        "Many of its symptoms are like those of the flu and other diseases."})
    EXPECT_EQ(told(Intent::kSymptoms, sentence), 0) << sentence;
  EXPECT_GT(told(Intent::kSymptoms, "Early signs and symptoms include fever, chills and muscle pain."), 0);
}

TEST(PageTelling, MoreWaysToSayThatItHelps) {
  for (const char* sentence :
       {"Pain medicines and hormones often help.", "Treatment almost always involves removing the appendix.",
        "Therapy can show you how to recognize and change your thinking patterns."})
    EXPECT_GT(told(Intent::kTreatment, sentence), 0) << sentence;
}

}  // namespace
}  // namespace attest
