// Emergencies and crises in people's own words, and ordinary questions that must not raise an alarm.
#include "question/emergencies.h"

#include <gtest/gtest.h>

#include "question/words.h"

namespace attest {
namespace {

struct Told {
  const char* question;
  const char* kind;
};

constexpr Told kTold[] = {
    {"i want to die", "suicide or self-harm"},
    {"i dont want to live anymore", "suicide or self-harm"},
    {"I keep thinking about killing myself", "suicide or self-harm"},
    {"my daughter is cutting herself", "suicide or self-harm"},
    {"everyone would be better off without me", "suicide or self-harm"},
    {"my son talks about suicide, what can I do?", "suicide or self-harm"},
    {"i'm scared i will harm my baby", "suicide or self-harm"},
    {"i took 20 paracetamol tablets", "poisoning"},
    {"my mum has taken too many of her sleeping pills", "poisoning"},
    {"my toddler ate grandmas heart tablets", "poisoning"},
    {"he drank antifreeze", "poisoning"},
    {"my child swallowed a button battery", "swallowed object or caustic"},
    {"two year old put magnets up his nose", "swallowed object or caustic"},
    {"crushing chest pain going down my left arm", "chest pain"},
    {"tight chest, sweating and cant breathe", "chest pain"},
    {"i think i'm having a heart attack", "chest pain"},
    {"my wifes face is drooping and speech is slurred", "stroke"},
    {"one side of his mouth has dropped suddenly and his arm is weak", "stroke"},
    {"sudden weakness in the right arm", "stroke"},
    {"my baby is not breathing", "not breathing or not responding"},
    {"she collapsed and will not wake up", "not breathing or not responding"},
    {"my son has been having a fit for 10 minutes", "not breathing or not responding"},
    {"my tongue is swelling up after a bee sting", "severe allergic reaction"},
    {"fever and a rash that does not fade", "signs of meningitis"},
    {"headache, stiff neck and a temperature", "signs of meningitis"},
    {"2 month old 38.5", "fever in a young baby"},
    {"6 week old baby has a fever", "fever in a young baby"},
    {"the cut wont stop bleeding", "heavy bleeding"},
    {"i am vomiting blood", "heavy bleeding"},
    {"i'm 9 weeks pregnant and bleeding", "bleeding or pain in pregnancy"},
    {"34 weeks pregnant and the baby has stopped moving", "bleeding or pain in pregnancy"},
    {"sudden agonising pain in one testicle", "sudden testicular pain"},
    {"back pain and i'm numb between my legs", "signs of cauda equina"},
    {"sciatica and now i cant pee", "signs of cauda equina"},
    {"i splashed bleach in my eye", "eye emergency"},
    {"suddenly i can't see with my left eye", "eye emergency"},
    {"cant poo for 2 weeks and im vomiting", "signs of bowel obstruction"},
    {"i was raped last night", "violence"},
    {"my husband forces me to have sex", "violence"},
    {"My grandma won't wake up", "not breathing or not responding"},
    {"I can't wake my husband", "not breathing or not responding"},
    {"my dad is not waking up", "not breathing or not responding"},
    {"she cannot be woken", "not breathing or not responding"},
    {"diabetic and won't wake", "low blood sugar"},
    {"his sugar is very low and he is confused", "low blood sugar"},
    {"she vomits blood", "heavy bleeding"},
    {"my poo is black and I feel faint", "heavy bleeding"},
    {"my calf is swollen and i am suddenly breathless", "clot in the lung"},
    {"coughing up blood and a swollen leg", "clot in the lung"},
    {"my daughter banged her head and keeps being sick", "head injury"},
    {"I am 35 weeks and the baby hasn't kicked today", "bleeding or pain in pregnancy"},
    {"pregnant, no movements since this morning", "bleeding or pain in pregnancy"},
    {"my sister gave birth on Monday and is hearing voices", "illness of the mind after birth"},
    {"I can't go on", "suicide or self-harm"},
    {"no one would miss me", "suicide or self-harm"},
    {"grandad cant lift his arm and talks rubbish", "stroke"},
    {"my mums left arm is weak and she is talking gibberish", "stroke"},
    {"i am diabetic and vomiting and breathing fast", "acid in the blood in diabetes"},
    {"type 1 diabetes, being sick and her breath smells of acetone", "acid in the blood in diabetes"},
    {"my mum has an aching jaw and left arm and is clammy", "chest pain"},
};

constexpr const char* kOrdinary[] = {
    "What are the first signs of a stroke?",
    "Does aspirin prevent a second heart attack?",
    "How is vaginismus treated?",
    "i do not want to die of cancer like my aunt, should i be screened?",
    "chest infection, which antibiotic?",
    "is chest pain a side effect of sumatriptan",
    "i have no chest pain but my arm aches",
    "my baby is 2 months old and has colic",
    "my baby is 8 months old, how much sleep does he need",
    "i have taken sertraline 50 mg for 10 years",
    "how many paracetamol tablets can i take a day",
    "heavy periods, what helps?",
    "my gums bleed in pregnancy",
    "is it safe to have sex when pregnant",
    "can constipation cause back pain",
    "numbing cream for sex",
    "my muscles squeeze shut when I try to poo",
    "rash in the groin that does not go away",
    "how is testicular cancer treated",
    "lump in my testicle",
    "dry eyes, which drops help",
    "sex hurts so much and my body just closes up",
    "i cut my finger while cooking",
    "does exercise help with depression",
    "cannot breathe through my nose at night",
    "i cannot wake up in the morning, am i depressed",
    "my pneumonia is not responding to antibiotics",
    "does iron make my poo black",
    "my leg is swollen after a sprain",
    "my legs swell and i have been short of breath for years",
    "my son hit his head last week, when can he play again",
    "pregnant with no bowel movements for days",
    "my baby is 6 weeks old and does not move his arm much",
    "low back pain since the birth of my baby",
    "i can't go on holiday with my asthma",
    "my jaw aches when i chew",
    "i cannot lift my arm after the frozen shoulder for months, wrong words to tell my doctor?",
    "diabetic, does exercise that makes me breathe fast help",
    "type 2 diabetes and morning sickness, what can i eat",
    "my blood sugar is low in the evening, what should i eat",
};

TEST(SafetyNotices, AreGivenForWhatPeopleSayInNeed) {
  for (const Told& told : kTold) {
    const auto notices = safety_notices(told.question, Audience::kPatient);
    EXPECT_EQ(notices.empty() ? "none" : notices.front().kind, told.kind) << told.question;
  }
}

TEST(SafetyNotices, AreNotGivenForOrdinaryQuestions) {
  for (const char* question : kOrdinary) {
    const auto notices = safety_notices(question, Audience::kPatient);
    EXPECT_TRUE(notices.empty()) << question << ": " << notices.front().kind;
  }
}

TEST(SafetyNotices, AreGivenToACliniciansOwnNeedAndNotToQuestionsAboutMany) {
  EXPECT_FALSE(safety_notices("i want to kill myself", Audience::kClinician).empty());
  EXPECT_FALSE(safety_notices("my wife has slurred speech and a weak arm", Audience::kClinician).empty());
  EXPECT_TRUE(safety_notices("Does ketamine help with suicidal thoughts?", Audience::kClinician).empty());
  EXPECT_TRUE(
      safety_notices("58-year-old man with crushing chest pain: troponin or ECG first?", Audience::kClinician)
          .empty());
}

TEST(SafetyNotices, NameNoCountrysNumberAndStayShort) {
  for (const Emergency& emergency : emergencies()) {
    const std::string_view text = emergency.text;
    EXPECT_LE(std::count(text.begin(), text.end(), '.'), 4) << emergency.kind;
    for (const char* number : {"911", "112", "999", "988", "116"})
      EXPECT_EQ(text.find(number), std::string_view::npos) << emergency.kind;
  }
}

}  // namespace
}  // namespace attest
