// Too much of a medicine, and what children get hold of, in people's own words; beside it what is only asked,
// was prescribed or is food.
#include "question/overdose.h"

#include <gtest/gtest.h>

#include "question/emergencies.h"

namespace attest {
namespace {

constexpr const char* kPoisonings[] = {
    "ive taken all my amitriptyline",
    "my baby drank a whole bottle of cough syrup",
    "i took 10 paracetamols today for toothache",
    "my toddler swallowed my antidepressants",
    "my toddler drank some methadone",
    "my mum took too much of her digoxin",
    "took double dose of insulin",
    "i injected too much insulin",
    "took my morphine twice",
    "i took too much lithium",
    "my daughter took her dads heart pills",
    "my 2 year old ate my blood pressure tablets",
    "my baby drank cough syrup a whole bottle",
    "my son ate a handful of berries in the garden",
    "i took double my dose of lithium",
    "i accidently took 3 metformin instead of 1",
    "my grandmother took her insulin twice",
    "my kid ate rat poison",
    "swallowed nail varnish remover",
    "I have swallowed all of my propranolol",
    "he downed a whole packet of co-codamol tablets",
    "my sister has taken about 30 sertraline",
    "took 16 ibuprofen last night",
    "took seventeen ibuprofen last night",
    "she took seventy paracetamol",
    "I took five diazepam all at once",
    "my husband took a double dose of warfarin",
    "i gave my baby too much calpol",
    "I gave my son the wrong dose of ibuprofen",
    "nurse here, gave my mother 80 units of insulin instead of 8",
    "my grandson got into the vitamin gummies with iron",
    "our 18 month old chewed one of grandmas bisoprolol",
    "my toddler swallowed some of my methotrexate",
    "my niece ate a cannabis gummy, one of the edibles",
    "my boy drank white spirit",
    "the baby licked washing up liquid pod",
    "my son drank e liquid",
    "dad took mums tablets by mistake",
    "i took my sons clonidine by accident",
    "She took the wrong pills this morning",
    "my daughter ate a wild mushroom from the lawn",
    "i ate some foxglove leaves",
    "took a whole bottle of aspirin",
    "I took an extra dose of my metoprolol",
    "i have taken twenty of my zopiclone",
    "my wife injected her insulin twice this evening",
    "He has taken too many amlodipine",
    "my two year old took a strip of my levothyroxine",
};

constexpr const char* kNoPoisonings[] = {
    "is it safe to take paracetamol twice a day",
    "can i take a double dose of ibuprofen",
    "how many paracetamol can i take in 24 hours",
    "i took my antibiotics twice daily and still have a sore throat",
    "I have taken all my antibiotics, when will I feel better?",
    "i have taken sertraline for 10 years",
    "i have taken 10 mg of ramipril since march",
    "my son took ibuprofen for 3 days and still has a fever",
    "my daughter has taken methylphenidate for two years",
    "i took 2 paracetamol 4 hours ago, can i have more",
    "my toddler swallowed a tablet of vitamin D as the doctor said",
    "my baby cannot swallow tablets",
    "my toddler does not like to swallow medicine",
    "what happens in an overdose of paracetamol",
    "does too much vitamin A harm the baby",
    "my doctor doubled my dose of sertraline",
    "should I double my dose of furosemide when my legs swell",
    "my baby ate eggs and has a rash",
    "my son swallowed some water while swimming",
    "i ate too much chocolate and my belly hurts",
    "i took up yoga and my back hurts too much",
    "i took 8 weeks of doxycycline for acne",
    "I had 12 sessions of biofeedback and no tablets",
    "i forgot my pill yesterday and took two pills today",
    "my mother took her statin and her muscles ache",
    "i took ibuprofen instead of paracetamol for my headache",
    "i have taken all sorts of medicines for my migraine",
    "my grandfather was given insulin in hospital",
    "I drank coffee with my levothyroxine, does it matter?",
    "my daughter took an overdose two years ago and i still worry",
    "can my baby drink gripe water",
    "did I eat too much salt for my kidneys",
    "i took my tablets at 8 and feel well",
    "is the antidepressant I have taken too weak?",
};

bool tells(const char* question) {
  for (const SafetyNotice& notice : safety_notices(question, Audience::kPatient)) {
    if (notice.kind == kPoisoningNotice || notice.kind.starts_with("swallowed")) return true;
  }
  return false;
}

TEST(Overdoses, RaiseANotice) {
  for (const char* question : kPoisonings) EXPECT_TRUE(tells(question)) << question;
}

TEST(Overdoses, AreNotReadIntoOrdinaryQuestions) {
  for (const char* question : kNoPoisonings) EXPECT_FALSE(tells(question)) << question;
}

TEST(Overdoses, AreToldOfAMedicineThatOnlyTheThesaurusKnows) {
  const std::vector<std::string> medicines = {"drugname", "yoga"};
  const auto tells_with = [&](const char* question) {
    return tells_of_poisoning(plain_words(question), medicines);
  };
  EXPECT_TRUE(tells_with("i took too much drugname"));
  EXPECT_TRUE(tells_with("i took all of my drugname"));
  EXPECT_FALSE(tells_with("i took drugname this morning"));
  EXPECT_FALSE(tells_with("i had too much yoga"));
  const std::vector<std::string> kin = {"dads"};
  EXPECT_TRUE(tells_of_poisoning(plain_words("my daughter took her dads heart pills"), kin));
  EXPECT_FALSE(tells_of_poisoning(plain_words("i took too much drugname"), {}));
}

}  // namespace
}  // namespace attest
