// Emergencies and crises in people's own words, and ordinary questions that must not raise an alarm.
#include "question/emergencies.h"

#include <algorithm>

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
    {"i wish i could fall asleep and never wake up", "suicide or self-harm"},
    {"i feel like ending it", "suicide or self-harm"},
    {"dont want to live any more", "suicide or self-harm"},
    {"don't want to be alive", "suicide or self-harm"},
    {"I keep wanting to hurt my self", "suicide or self-harm"},
    {"i want to kil my self", "suicide or self-harm"},
    {"I cut myself again yesterday", "suicide or self-harm"},
    {"i have been cutting again", "suicide or self-harm"},
    {"our daughter is cutting her legs", "suicide or self-harm"},
    {"they would all be happier if i wasnt here", "suicide or self-harm"},
    {"I think of jumping off the bridge", "suicide or self-harm"},
    {"he slit his wrists", "suicide or self-harm"},
    {"whats the point of living", "suicide or self-harm"},
    {"i cant do this any more", "suicide or self-harm"},
    {"I don't think I can carry on", "suicide or self-harm"},
    {"i am planning to overdose", "suicide or self-harm"},
    {"i took an overdose an hour ago", "poisoning"},
    {"how much insulin would kill me", "means of dying"},
    {"how many aspirin does it take to die", "means of dying"},
    {"best tablets to overdose on", "means of dying"},
    {"a painless way to die", "means of dying"},
    {"how many sleeping tablets would kill someone", "means of dying"},
    {"would 40 propranolol kill me", "means of dying"},
    {"how long does it take to die from hanging", "means of dying"},
    {"fatal dose of digoxin", "lethal dose"},
    {"how many ibuprofen are fatal", "lethal dose"},
    {"what happens if i take all my tablets", "lethal dose"},
    {"i took to many of my codeine", "poisoning"},
    {"my girl swollowed a batery", "swallowed object or caustic"},
    {"am i having a heart atack", "chest pain"},
    {"vomiting blood", "heavy bleeding"},
    {"black tarry stools, feeling faint", "heavy bleeding"},
    {"chest paine and my left arm is heavy", "chest pain"},
    {"chest pain and coughing up blood", "clot in the lung"},
    {"my chest hurts when i breathe in since the flight", "clot in the lung"},
    {"one leg is swollen after a long flight", "clot in the leg"},
    {"my calf is red and painful and swollen", "clot in the leg"},
    {"my daughter had a fit and is still jerking", "not breathing or not responding"},
    {"the baby grunts and his ribs pull in", "trouble with breathing"},
    {"asthma attack and the inhaler does not help", "trouble with breathing"},
    {"his soft spot is bulging", "signs of meningitis"},
    {"i can't wee and my legs feel weak", "signs of cauda equina"},
    {"my sugar is 27 and i am vomiting", "acid in the blood in diabetes"},
    {"temperature on chemotherapy", "fever with low defences"},
    {"i take clozapine and have a sore throat", "fever with low defences"},
    {"a snake bit my foot", "snake bite"},
    {"a stray bit me", "bite that may carry rabies"},
    {"i scalded my arm with a kettle", "burn"},
    {"I got an electric shock off the cooker", "electric shock"},
    {"the condom split last night and she has hiv", "contact with HIV"},
    {"pricked myself with a used needle", "contact with HIV"},
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
    "is it bad to die my hair",
    "how to die my eyebrows",
    "how much sleep do i need to not wake up tired",
    "which disinfectant kills the flu virus",
    "i could kill for a coffee",
    "how long does it take to die of lung cancer",
    "lethal dose 50 of mice",
    "how is an overdose of paracetamol treated",
    "how can suicide be prevented at school",
    "does lithium lower the risk of suicide",
    "chest pain after spicy food",
    "my dog ate raisins",
    "my back is killing me",
    "will this cancer kill me",
    "how many people die of asthma",
    "what is the best way to kill head lice",
    "my father wants to die at home",
    "i want to sleep and not wake up so often",
    "i want my rash to disappear",
    "i feel like ending my treatment",
    "my self esteem is low",
    "i've been cutting sugar again",
    "i cut myself shaving",
    "i burned my tongue",
    "my baby grunts when he poos",
    "how do i prevent a swollen leg on a flight",
    "does chemotherapy cause fever",
    "blood sugar of 8 and a cold",
    "does electric shock treatment help depression",
    "how is hiv treated",
    "snake oil for joints",
    "when does the soft spot close",
};

TEST(SafetyNotices, AreGivenForWhatPeopleSayInNeed) {
  for (const Told& told : kTold) {
    const auto notices = safety_notices(told.question, Audience::kPatient);
    EXPECT_TRUE(std::any_of(notices.begin(), notices.end(),
                            [&](const SafetyNotice& notice) { return notice.kind == told.kind; }))
        << told.question << ": " << (notices.empty() ? "none" : notices.front().kind);
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

TEST(SafetyNotices, OfMeansAreGivenToCliniciansAndOfALethalDoseOnlyThePoisonCentre) {
  const auto first = [](const char* question) {
    const auto notices = safety_notices(question, Audience::kClinician);
    return notices.empty() ? SafetyNotice{} : notices.front();
  };
  EXPECT_EQ(first("best drug to overdose on").kind, kMeansNotice);
  EXPECT_EQ(first("what is a lethal dose of amitriptyline").title, "A poison centre can advise");
  EXPECT_EQ(first("which drugs are dangerous in overdose").kind, "");
  EXPECT_EQ(first("fever after chemotherapy: which antibiotic").kind, "");
  EXPECT_EQ(first("snake bite antivenom").kind, "");
}

TEST(SafetyNotices, OfDyingAreGivenOnce) {
  const auto notices = safety_notices("i want to die, how many pills would kill me", Audience::kPatient);
  ASSERT_EQ(notices.size(), 1U);
  EXPECT_TRUE(is_of_dying(notices.front()));
}

TEST(SafetyNotices, TellWhetherAnythingElseIsAsked) {
  EXPECT_TRUE(asks_something("I am 9 weeks pregnant and bleeding, does progesterone help?"));
  EXPECT_FALSE(asks_something("my eye went blind suddenly"));
  EXPECT_FALSE(asks_something("dont want to live any more"));
  EXPECT_FALSE(asks_something("he drank bleach what should i do"));
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
