// Who a name reaches: neighbours stay apart, a class reaches its members and theirs, MeSH's narrower entry
// terms stay out, and the letter A is part of a name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "question/question_test_support.h"

namespace attest {
namespace {

using test::labels;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

UnderstoodQuestion read(std::string_view question) {
  static const FakeCollection collection = [] {
    FakeCollection made(std::vector<std::string>(20, "a trial of treatment in hospital"));
    made.add_concept(
        {"D1", "heart failure", {"C14.280.434"}, {"heart failure, systolic", "cardiac decompensation"}});
    return made;
  }();
  return test::read_question(question, collection);
}

std::vector<std::string> words_of(const UnderstoodQuestion& question, const std::string& label,
                                  float weight) {
  std::vector<std::string> words;
  for (const Concept& one : question.concepts) {
    if (one.label != label) continue;
    for (const ConceptVariant& variant : one.variants) {
      if (variant.weight >= weight) words.push_back(variant.words);
    }
  }
  return words;
}

TEST(Members, neighbours_are_not_names) {
  const std::pair<const char*, const char*> apart[] = {
      {"bupropion", "trazodone"},
      {"omeprazole", "lansoprazole"},
      {"Hodgkin lymphoma", "non-Hodgkin lymphoma"},
      {"hysterectomy", "myomectomy"},
      {"atrial fibrillation", "atrial flutter"},
      {"STEMI", "NSTEMI"},
      {"naloxone", "naltrexone"},
      {"linaclotide", "plecanatide"},
      {"ivermectin", "permethrin"},
  };
  for (const auto& [asked, other] : apart) {
    for (const auto& [one, neighbour] : {std::pair(asked, other), std::pair(other, asked)}) {
      const UnderstoodQuestion question = read(std::string("Is ") + one + " treated in hospital?");
      ASSERT_FALSE(question.concepts.empty()) << one;
      EXPECT_THAT(words_of(question, question.concepts[0].label, 0.5f), Not(Contains(neighbour))) << one;
    }
  }
}

TEST(Members, a_class_reaches_the_members_of_its_members) {
  const UnderstoodQuestion question = read("antihypertensives for hypertension");
  EXPECT_THAT(words_of(question, "antihypertensives", 0.75f), Contains("ACE inhibitors"));
  EXPECT_THAT(words_of(question, "antihypertensives", 0.75f), Not(Contains("enalapril")));
  EXPECT_THAT(words_of(question, "antihypertensives", 0.5f), Contains("enalapril"));
}

TEST(Members, the_letter_a_is_part_of_a_name) {
  EXPECT_THAT(labels(read("Vitamin A in measles")), ElementsAre("measles", "vitamin A"));
  EXPECT_THAT(labels(read("is vitamin a in measles of use")), ElementsAre("measles", "vitamin A"));
  EXPECT_THAT(labels(read("vitamins in measles")), ElementsAre("measles", "vitamin supplements"));
  EXPECT_THAT(labels(read("hepatitis A treatment")), ElementsAre("hepatitis A"));
  EXPECT_THAT(labels(read("how is hepatitis treated")), ElementsAre("hepatitis"));
  EXPECT_THAT(labels(read("does asthma A child has pass?")), Contains("asthma"));
  EXPECT_THAT(labels(read("vitamin a deficiency")), ElementsAre("vitamin A deficiency"));
}

TEST(Members, stored_terms_of_another_entry_stay_out) {
  const UnderstoodQuestion whole = read("treatment of heart failure");
  EXPECT_THAT(words_of(whole, "heart failure", 1.0f), Contains("cardiac decompensation"));
  EXPECT_THAT(words_of(whole, "heart failure", 1.0f), Not(Contains("systolic heart failure")));
  const UnderstoodQuestion part = read("treatment of systolic heart failure");
  EXPECT_THAT(labels(part), ElementsAre("heart failure with reduced ejection fraction"));
  EXPECT_THAT(words_of(part, "heart failure with reduced ejection fraction", 0.5f),
              Not(Contains("cardiac decompensation")));
}

}  // namespace
}  // namespace attest
