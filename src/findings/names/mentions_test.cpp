// One thing under several names is one; two things whose names have a stem in common are two.
#include <gtest/gtest.h>

#include "findings/names/mentions.h"

namespace attest {
namespace {

class MentionsTest : public testing::Test {
 protected:
  void add(const std::string& name, ConceptRole role = ConceptRole::kIntervention) {
    const std::string names[] = {name};
    vocabulary_.add({"t:" + name, name, "", role, false, {}}, names, stemmer_);
  }
  bool names(const std::string& text, const std::string& name) {
    const std::vector<Token> tokens = tokenize(text);
    for (const VocabularyMatch& match : vocabulary_.match(text, tokens, stemmer_)) {
      if (vocabulary_.entry(match.entry).id == "t:" + name) return true;
    }
    return false;
  }
  Stemmer stemmer_;
  Vocabulary vocabulary_;
};

TEST_F(MentionsTest, NumberAndSpellingLeaveAThingAsItIs) {
  add("stimulant");
  add("oesophageal stent");
  add("arterial stenosis", ConceptRole::kCondition);
  add("vaccination");
  EXPECT_TRUE(names("Stimulants were given.", "stimulant"));
  EXPECT_TRUE(names("Esophageal stents were placed.", "oesophageal stent"));
  EXPECT_TRUE(names("In arterial stenoses of the leg.", "arterial stenosis"));
  EXPECT_TRUE(names("People who were vaccinated.", "vaccination"));
}

TEST_F(MentionsTest, WordsOfOneStemMayBeTwoThings) {
  add("stimulants");
  add("dilators");
  add("silicone");
  add("organ");
  add("sterility", ConceptRole::kCondition);
  EXPECT_FALSE(names("Stimulation of the nerve was continued.", "stimulants"));
  EXPECT_FALSE(names("Dilatation was repeated.", "dilators"));
  EXPECT_FALSE(names("Silicon was measured.", "silicone"));
  EXPECT_FALSE(names("Organic food was given.", "organ"));
  EXPECT_FALSE(names("Sterilization of the instruments.", "sterility"));
}

TEST_F(MentionsTest, TheGroupOfWhatATrialGivesIsAnArm) {
  add("guided self-help");
  add("self-help groups");
  const std::string name = "self-help";
  VocabularyEntry entry{"self-help", name, "", ConceptRole::kIntervention, false, {}};
  vocabulary_.add(entry, std::vector<std::string>{name}, stemmer_);
  const auto named = [&](std::string_view document, std::string_view sentence) {
    const LocalNames local = vocabulary_.local_names(document, stemmer_);
    const auto matches = vocabulary_.match(sentence, tokenize(sentence), stemmer_, &local);
    return matches.empty() ? std::string() : vocabulary_.entry(matches.front().entry).name;
  };
  const std::string sentence = "In the self-help group 30% were well.";
  EXPECT_EQ(named("We tested online self-help for fear. " + sentence, sentence), "self-help");
  EXPECT_EQ(named("Self-help groups met weekly. Self-help was new. " + sentence, sentence),
            "self-help groups");
  EXPECT_EQ(named(sentence, sentence), "self-help groups");
}

TEST_F(MentionsTest, AnAdjectiveOfAConditionNamesIt) {
  add("hypertension", ConceptRole::kCondition);
  add("colon polyp", ConceptRole::kCondition);
  EXPECT_TRUE(names("Of 40 hypertensive patients.", "hypertension"));
  EXPECT_TRUE(names("Colonic polyps were removed.", "colon polyp"));
}

TEST_F(MentionsTest, WhatAHeadNounMakesOfANameIsAnotherThing) {
  add("insulin");
  add("vitamin D");
  add("serotonin");
  add("antibiotics");
  add("opioids");
  for (const char* const other : {"Insulin-sensitising agents were given.", "Insulin analogues were given.",
                                  "Insulin-like peptides.", "Insulin antibodies were found."})
    EXPECT_FALSE(names(other, "insulin")) << other;
  EXPECT_FALSE(names("Vitamin D analogues were applied.", "vitamin D"));
  EXPECT_FALSE(names("Vitamin D deficiency was common.", "vitamin D"));
  EXPECT_FALSE(names("Serotonin agents were stopped.", "serotonin"));
  EXPECT_FALSE(names("Opioid withdrawal was treated.", "opioids"));
  EXPECT_TRUE(names("Antibiotic agents were given.", "antibiotics"));
  EXPECT_TRUE(names("Insulin, analogues of it and metformin.", "insulin"));
  EXPECT_TRUE(names("Insulin was given.", "insulin"));
}

TEST_F(MentionsTest, WhatBeginsALongerNameOfADrugOrAnEnzymeIsAnotherThing) {
  add("calcium channels");
  add("xanthine");
  add("protein");
  add("phenylalanine");
  add("steroids");
  add("HIV", ConceptRole::kCondition);
  add("angiotensins");
  EXPECT_FALSE(names("Diuretics and angiotensin II type 1 receptor antagonists are used.", "angiotensins"));
  EXPECT_FALSE(names("Angiotensin-converting enzyme inhibition is the cornerstone.", "angiotensins"));
  EXPECT_FALSE(names("Drugs that interrupt the renin-angiotensin axis are suggested.", "angiotensins"));
  EXPECT_FALSE(names("First come calcium channel modulators.", "calcium channels"));
  EXPECT_FALSE(names("A calcium-channel blocking agent was added.", "calcium channels"));
  EXPECT_FALSE(names("Febuxostat, a xanthine oxidase inhibitor, is first.", "xanthine"));
  EXPECT_FALSE(names("Protein kinase C-beta inhibitors failed.", "protein"));
  EXPECT_FALSE(names("Pegylated phenylalanine ammonia lyase was injected.", "phenylalanine"));
  EXPECT_FALSE(names("Steroid-free remission was reached by 40%.", "steroids"));
  EXPECT_TRUE(names("Steroids and integrin antagonists were given.", "steroids"));
  EXPECT_TRUE(names("Protein, kinase inhibitors and rest.", "protein"));
  EXPECT_TRUE(names("Steroid dose increase helped.", "steroids"));
  EXPECT_TRUE(names("Steroids improve the disease.", "steroids"));
  EXPECT_TRUE(names("In HIV protease inhibitors are given.", "HIV"));
}

TEST_F(MentionsTest, OtherFormsOfANameAreNotTheThing) {
  add("biologic");
  add("masks");
  add("patching");
  EXPECT_FALSE(names("The marker is of biological interest.", "biologic"));
  EXPECT_FALSE(names("It is biologically active.", "biologic"));
  EXPECT_FALSE(names("A double-masked trial was done.", "masks"));
  EXPECT_FALSE(names("Patches were put on the arm.", "patching"));
  EXPECT_TRUE(names("A biologic was started.", "biologic"));
  EXPECT_TRUE(names("Biologics were started.", "biologic"));
  EXPECT_TRUE(names("They wore a mask.", "masks"));
  EXPECT_TRUE(names("The good eye was patched.", "patching"));
}

TEST_F(MentionsTest, AShortFormOfSeveralDrugsBeginsNoOtherName) {
  add("vincristine");
  add("adriamycin");
  add("cyclophosphamide");
  add("VAC therapy");
  const std::string text =
      "Vincristine, adriamycin and cyclophosphamide (VAC) were given; VAC therapy cured half.";
  const LocalNames local = vocabulary_.local_names(text, stemmer_);
  const std::string sentence = "VAC therapy cured half of the children there.";
  EXPECT_TRUE(vocabulary_.match(sentence, tokenize(sentence), stemmer_, &local).empty());
  EXPECT_TRUE(names(sentence, "VAC therapy"));
}

TEST_F(MentionsTest, CapitalsThatNameASchemeAUnitOrWhatATextExplainsAreNoThing) {
  add("gold");
  add("ASA");
  add("MV");
  add("beef");
  EXPECT_FALSE(names("Patients in GOLD stage II had worse lung function.", "gold"));
  EXPECT_TRUE(names("Injected gold helped in arthritis.", "gold"));
  EXPECT_FALSE(names("Adults of ASA-PS I and II were studied.", "ASA"));
  EXPECT_FALSE(names("They were of ASA class III.", "ASA"));
  EXPECT_TRUE(names("Daily ASA prevented strokes.", "ASA"));
  EXPECT_FALSE(names("A 6-MV beam was used.", "MV"));
  EXPECT_FALSE(names("Worms were counted in beef calves.", "beef"));
  const std::string scheme = "The disease was at GOLD level two, as many of those patients are.";
  const LocalNames of_scheme = vocabulary_.local_names(scheme, stemmer_);
  EXPECT_TRUE(vocabulary_.match(scheme, tokenize(scheme), stemmer_, &of_scheme).empty());
  const std::string metal = "GOLD helped many of the patients; injected gold is a metal like others.";
  const LocalNames of_metal = vocabulary_.local_names(metal, stemmer_);
  EXPECT_EQ(vocabulary_.match(metal, tokenize(metal), stemmer_, &of_metal).size(), 2u);
  const std::string text =
      "The Global Obstructive Lung Document (GOLD) is used, and many of the patients in GOLD had asthma.";
  const LocalNames local = vocabulary_.local_names(text, stemmer_);
  const std::vector<Token> tokens = tokenize(text);
  EXPECT_TRUE(vocabulary_.match(text, tokens, stemmer_, &local).empty());
}

}  // namespace
}  // namespace attest
