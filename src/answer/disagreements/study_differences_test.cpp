#include "answer/disagreements/study_differences.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

Document document(const std::string& title, const std::string& text) {
  Document one;
  one.record.title = title;
  one.text = title + "\n" + text;
  return one;
}

TEST(StudiedPeople, WhoWasExcludedWasNotStudied) {
  EXPECT_EQ(studied_people(document("Ointment for fissures",
                                    "We enrolled adults with fissures. Pregnant "
                                    "women were excluded."))
                .state,
            "");
  EXPECT_EQ(studied_people(document("Ointment for fissures",
                                    "We enrolled 60 pregnant women with fissures. "
                                    "They were followed."))
                .state,
            "pregnancy");
}

TEST(StudiedPeople, TheTitleSaysItFirst) {
  const StudiedPeople people = studied_people(
      document("Injection after failed surgery in adolescents with severe reflux", "Adults were included."));
  EXPECT_EQ(people.age, "adolescents");
  EXPECT_EQ(people.severity, "severe");
  EXPECT_EQ(people.treatment, "after failed surgery");
}

TEST(StudiedPeople, OlderAdultsAreNoSecondGroup) {
  EXPECT_EQ(studied_people(document("Inhalers in older adults", "")).age, "older people");
  EXPECT_EQ(studied_people(document("Inhalers in older adults and younger adults", "")).age, "");
}

TEST(StudiedPeople, WhatWasIncludedIsNotWho) {
  EXPECT_EQ(studied_people(document("A review of ointment",
                                    "Twelve trials with outcomes of infants were "
                                    "included."))
                .age,
            "");
}

TEST(StudiedPeople, SeveralAgesAreNone) {
  EXPECT_EQ(studied_people(document("Inhalers in children and adults", "")).age, "");
}

TEST(StudiedPeople, AWordInPassingIsNoPopulation) {
  EXPECT_EQ(studied_people(document("Ointment for fissures",
                                    "Fissures are common in pregnancy and in "
                                    "children. The ointment healed them."))
                .state,
            "");
}

}  // namespace
}  // namespace attest
