#include <gtest/gtest.h>

#include <string>

#include "text/tokens.h"
#include "text/word_forms.h"

namespace attest {
namespace {

std::string form(std::string_view word) {
  static Stemmer stemmer;
  return std::string(stemmer.form(word));
}

TEST(WordForms, GrammarAndSpellingMakeNoOtherWord) {
  const std::pair<const char*, const char*> same[] = {
      {"stimulant", "stimulants"},     {"injection", "injected"},     {"therapy", "therapies"},
      {"anaemia", "anemia"},           {"stenosis", "stenoses"},      {"diagnosis", "diagnoses"},
      {"immunised", "immunization"},   {"vaccinated", "vaccination"}, {"silicone", "silicones"},
      {"deficiency", "deficiencies"},  {"stopping", "stop"},          {"sulphate", "sulfates"},
      {"amoxicillin", "amoxicilline"}, {"electric", "electrical"}};
  for (const auto& [one, other] : same) EXPECT_EQ(form(one), form(other)) << one << ' ' << other;
}

TEST(WordForms, WordFormationMakesAnotherWord) {
  const std::pair<const char*, const char*> two[] = {
      {"stimulants", "stimulation"}, {"organ", "organic"},       {"universe", "university"},
      {"dilator", "dilatation"},     {"silicon", "silicone"},    {"alcohols", "alcoholism"},
      {"prostatic", "prostatitis"},  {"nicotine", "nicotinate"}, {"sterility", "sterilization"},
      {"hospital", "hospitalised"},  {"adhesive", "adhesion"},   {"lubricant", "lubrication"},
      {"antagonism", "antagonist"},  {"doses", "dosis"},         {"meningitis", "meningism"}};
  for (const auto& [one, other] : two) EXPECT_NE(form(one), form(other)) << one << ' ' << other;
}

TEST(WordForms, BeforeAnotherWordNounAndAdjectiveSayTheSame) {
  EXPECT_EQ(attributive_form(form("colon")), attributive_form(form("colonic")));
  EXPECT_EQ(attributive_form(form("nutrition")), attributive_form(form("nutritional")));
  EXPECT_NE(attributive_form(form("stimulant")), attributive_form(form("stimulation")));
}

TEST(WordForms, AnAdjectiveGivesItsNoun) {
  EXPECT_EQ(without_adjective(form("hypertensive")), form("hypertension"));
  EXPECT_TRUE(without_adjective(form("hypertension")).empty());
}

}  // namespace
}  // namespace attest
