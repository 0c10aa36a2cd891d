// A wish not to live in the words that people have for it, slang and slips among them, told of oneself, a
// child or a partner; beside it what only sounds so.
#include <gtest/gtest.h>

#include "question/emergencies.h"

namespace attest {
namespace {

constexpr const char* kDespairTold[] = {
    "I dont want to live anymore and I have saved up my pills what should i take",
    "i don't want to live anymore with all this and i have pills",
    "dont wanna live no more",
    "I do not want to live, what should I do next",
    "i dont want to live like this anymore",
    "i no longer want to live",
    "I don’t want to live anymore and bought a rope",
    "i dont want to live without her anymore",
    "cant live like this anymore, i have my tablets ready",
    "I have been saving up my pills to end it",
    "i saved up all my tablets and tonight i will take them",
    "been stockpiling my sleeping tablets, i want out",
    "hoarding my meds for when i cant take it anymore",
    "ive got a bottle of pills and i want to end my life",
    "i wanna end my life",
    "thinking about ending my life tonight, does it hurt",
    "i want to unalive myself",
    "gonna kms tonight",
    "i wish i was never born",
    "id rather be dead than live with this",
    "everyone would be happier if i was dead",
    "my family is better of without me",
    "i have no reason to live anymore",
    "theres nothing left for me to live for",
    "life isnt worth living",
    "life is not worth it anymore",
    "i dont see the point in living anymore",
    "i dont see a way out anymore",
    "i see no way out",
    "i hate my life and want to die",
    "i hate being alive",
    "i want to go to sleep and not wake up",
    "i hope i dont wake up tomorrow",
    "i just want it all to stop for ever, i have a plan",
    "im suicidel",
    "im having suicidal thougts",
    "feeling suicidal and i have a gun",
    "i have a gun and i am thinking of using it on myself",
    "i want to jump in front of a train",
    "my son says he doesnt want to live anymore",
    "my 14 year old daughter says she wants to die and has been saving up her pills",
    "my boyfriend says he will kill himself if i leave him",
    "my husband doesnt want to live anymore since he lost his job",
    "my wife says we would be better off without her",
    "my teenager wrote a goodbye letter",
    "my friend told me she is going to end her life",
    "my mum keeps saying she wishes she was dead",
    "my dad said he has had enough of life",
    "ive had enough of living",
    "i cant take it no more i want to die",
    "im done with life",
    "im so tired of being alive",
    "i want to kil myslef",
    "i wanna die so bad",
    "i wana die",
    "i want too die",
    "not wanting to live anymore after my stroke",
    "i am thinking about taking all my pills",
    "should i take all my pills and be done with it",
    "what should i take so i dont wake up",
    "i dont want to exist",
    "i dont want to be in this world anymore",
    "i dont want to be here anymore because of the pain",
    "my child says she wants to be dead",
    "my partner has been talking about ending things with his pills",
    "feel like giving up on life",
    "dont wanna be alive no more what can i take",
    "nobody needs me, i want to be gone",
    "cant cope anymore going to od",
    "i am going to swallow every pill in the house",
    "i dont want to carry on with my life",
    "ive stopped wanting to live",
    "i wish i didnt exist",
    "I wish I would just die",
    "please let me die i cant take the pain",
    "there is no point in me being here",
    "i cant see a reason to keep living",
    "he put a gun to his head",
    "i have decided to die tonight",
    "i keep picturing myself dead",
    "life isnt for me anymore i want out and i have sleeping pills",
    "i cant carry on living like this",
    "she told me life is pointless and shes got tablets stashed",
    "sick of life and want it over",
    "would be better if i didnt exist",
    "i dont deserve to live",
    "hes threatening to jump off the balcony",
    "im ready to go, goodbye everyone",
    "no reason to be alive",
    "i dont want my life anymore",
};

constexpr const char* kNoDespair[] = {
    "I am dying of hunger, which snacks suit diabetes",
    "my tooth is killing me",
    "these brownies are to die for, may I eat them with diabetes",
    "I don't want to live with this rash anymore",
    "i dont want to live with eczema for ever, what helps",
    "my back pain is killing me what helps",
    "i dont want to live near a pylon, does it cause cancer",
    "i dont want to live in a nursing home",
    "i want to live longer, which diet helps",
    "how to live with crohns disease",
    "i cant live without coffee, is that bad for reflux",
    "i saved up my leave for the operation",
    "i have saved up the urine in a bottle as the doctor said",
    "do germs die at 60 degrees",
    "my phone died, can radiation harm me",
    "dying to know whether zinc helps colds",
    "my skin cells are dying off, why does it peel",
    "is it safe to dye my hair when pregnant",
    "my mother died of breast cancer, will I get it too",
    "i have had enough of these hot flushes",
    "i am done with my chemotherapy, when does hair grow back",
    "i want to end my pregnancy",
    "is life with a stoma worth living",
    "i am tired of living with migraine",
    "i want to stop my antidepressant",
    "what is the life expectancy with parkinsons",
    "i see no way out of my sugar cravings",
    "i hate my acne",
    "i want to get rid of my belly",
    "my husband snores, i could kill him",
    "can pills be kept in a weekly box",
    "i have pills for blood pressure, should i take them in the morning",
    "i was never born with a hip problem but it hurts now",
    "can you die from a broken heart",
    "i dont want to live with pain like this, what helps arthritis",
    "giving up smoking is killing me",
    "I don't want to live with psoriasis any longer, which cream helps",
    "I have taken all my antibiotics and still cough",
    "I am thinking of taking all my vitamins in the morning",
    "I can't live without my inhaler",
    "are there pills so that I do not wake up at night",
    "I use the cream on myself every day",
    "I collect my pills from the pharmacy",
    "how can I live like this with gout",
    "my son says he hates living with eczema",
    "he is better off without salt",
    "I want the wart to be gone by summer",
    "am I going to be sick if I take all my pills with water",
    "I do not want to go on with my tablets",
    "I don't want to live on painkillers",
    "I've had it with hay fever",
    "this cough will be the death of me",
    "I am tired of life with a stoma bag",
    "is life insurance possible with epilepsy",
    "my pills are stuck together",
    "I do not deserve this rash",
    "can I hang upside down with glaucoma",
};

constexpr const char* kYoungBabies[] = {
    "my baby of 3 weeks has fever 39",
    "my 3 week old has a temperature of 38.2",
    "baby 5 weeks, temp 38.4",
    "my newborn feels hot, 38.5",
    "our baby is two months and has 39 fever",
    "my ten day old baby has a fever",
    "fever 38.1 in my 10 week old son",
    "my daughter is 8 weeks old and has a high temperature",
    "our 4 wks old has 101 fever",
    "my 6-week-old has a fever",
    "baby born 2 weeks ago has a temperature",
};

constexpr const char* kNoYoungBabies[] = {
    "my baby of 9 months has fever 39",
    "my baby is 3 weeks old, how often should he feed",
    "my son is 3 years old and has had a fever for 2 days",
    "my toddler has had a fever for 3 days",
    "i have had a fever for two weeks",
    "can i bathe my 3 week old baby in hot weather",
    "my baby is 2 months old and has eczema",
    "is 39 too old to have a baby",
    "39 weeks pregnant, when will the baby come",
    "my baby had a fever after his 2 month vaccine last year",
};

constexpr const char* kIllBabies[] = {
    "my baby is floppy and hard to wake",
    "newborn will not wake for feeds",
    "my 2 month old baby is limp",
    "my baby has had no wet nappy since yesterday",
    "my 5 week old baby vomits green",
    "my baby has not fed since this morning",
    "my baby's lips are blue",
    "my newborn went yellow on the first day",
};

constexpr const char* kWellBabies[] = {
    "my baby vomits after feeds, is it reflux",
    "my baby has green poo",
    "how many wet nappies a day should a baby have",
    "my newborn is yellow since day 3",
    "how is jaundice of the newborn treated",
    "my baby wakes at night for feeds",
    "is my baby drinking enough milk",
    "my baby is 10 months old, no wet nappies at night, is that ok",
    "our little girl was very floppy and could not feed as a newborn, what is it now",
    "neonate with a floppy larynx",
    "why is my babys nappy dry in the morning",
};

bool has_notice(const char* question, std::string_view kind) {
  for (const SafetyNotice& notice : safety_notices(question, Audience::kPatient)) {
    if (notice.kind == kind || (kind.empty() && is_of_dying(notice))) return true;
  }
  return false;
}

TEST(Despair, IsReadWhateverElseIsSaid) {
  for (const char* question : kDespairTold) EXPECT_TRUE(has_notice(question, {})) << question;
}

TEST(Despair, IsNotReadIntoOrdinaryWords) {
  for (const char* question : kNoDespair) EXPECT_FALSE(has_notice(question, {})) << question;
}

TEST(YoungBabies, WithAFeverAreAnEmergency) {
  for (const char* question : kYoungBabies)
    EXPECT_TRUE(has_notice(question, "fever in a young baby")) << question;
}

TEST(YoungBabies, AreToldFromOlderOnes) {
  for (const char* question : kNoYoungBabies)
    EXPECT_FALSE(has_notice(question, "fever in a young baby")) << question;
}

TEST(IllBabies, AreAnEmergency) {
  for (const char* question : kIllBabies)
    EXPECT_FALSE(safety_notices(question, Audience::kPatient).empty()) << question;
}

TEST(IllBabies, AreToldFromBabiesThatAreWell) {
  for (const char* question : kWellBabies)
    EXPECT_TRUE(safety_notices(question, Audience::kPatient).empty()) << question;
}

}  // namespace
}  // namespace attest
