#include "findings/cues.h"

#include <gtest/gtest.h>

#include <string>

namespace attest {
namespace {

TEST(Cues, AWarningNamesASignAndUrges) {
  for (const char* warning :
       {"if you have rectal bleeding you should see a doctor.", "call 911 if the rash spreads quickly.",
        "- go to the emergency room if you cannot keep fluids down.",
        "sudden swelling of one leg is a medical emergency.", "sepsis is a medical emergency.",
        "severe attacks may require emergency care.",
        "you do not need to see a doctor unless the fever lasts more than three days; then see a doctor.",
        "people with gout and a fever need to seek medical help.", "the red flags of gout include fever."})
    EXPECT_TRUE(cues::urges(warning)) << warning;
  for (const char* none :
       {"- call your doctor.", "- call 911 for emergency services.", "see a doctor.",
        "most people dont need to see a doctor about it when it starts.",
        "it can be safely managed in the emergency department without the need for hospital admission.",
        "patients go to the hospital each day, usually for several weeks.",
        "hospitalisation and emergency room treatment make up most of the costs.",
        "good control of gout will reduce your need for visits to an emergency room.",
        "the warning signs of gout aren't the same for everyone.",
        "a scan comes first in people over 40 and in those with alarm symptoms.",
        "such pains need no tests but there are red flags that make tests necessary.",
        "many attacks can be prevented by heeding the warning signs of gout."})
    EXPECT_FALSE(cues::urges(none)) << none;
}

TEST(Cues, Triggers) {
  const auto clause = [](std::string_view text) {
    const cues::Trigger trigger = cues::find_trigger(text);
    return std::string(text.substr(trigger.start, trigger.end - trigger.start));
  };
  EXPECT_EQ(clause("given to women in whom exercise had failed, by injection"),
            "in whom exercise had failed");
  EXPECT_EQ(clause("reserved for disease refractory to drugs."), "refractory to drugs");
  EXPECT_EQ(clause("after lunch, they slept"), "");
}

TEST(Cues, WhatFailedIsATreatment) {
  for (const char* text :
       {"in patients who have heart failure", "when renal failure is present", "after failure of the heart",
        "taken despite its taste", "used despite a lack of evidence", "who failed to attend",
        "despite promising results of drugs", "if the kidneys fail", "when there is failure to thrive"})
    EXPECT_FALSE(cues::find_trigger(text).found()) << text;
  for (const char* text :
       {"after failure of biofeedback", "given when drugs have failed", "after biofeedback failure",
        "pain refractory to drugs", "pain despite treatment with drugs", "despite an adequate trial of fibre",
        "in patients who failed to respond", "if exercise fails"})
    EXPECT_TRUE(cues::find_trigger(text).found()) << text;
}

TEST(Cues, InWhomItWasFoundIsNoDiagnosis) {
  for (const char* text :
       {"they met all the following eligibility criteria", "student's t test was used for the means",
        "there have been no investigations of its use", "patients with newly diagnosed asthma took part",
        "women with a diagnosis of asthma were followed", "blood tests are done during treatment",
        "people with a high sensitivity to salt"})
    EXPECT_FALSE(cues::tells_diagnosis(text)) << text;
  for (const char* text :
       {"the diagnosis is made by ear and eye", "spirometry confirms the diagnosis",
        "the sensitivity and specificity of the test were 90% and 80%", "symptoms include wheeze and cough",
        "an x-ray can rule out a fracture", "diagnostic criteria were published in 2010"})
    EXPECT_TRUE(cues::tells_diagnosis(text)) << text;
}

}  // namespace
}  // namespace attest
