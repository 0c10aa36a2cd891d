// Whom a claim is about and whom its source is about.
#include "verify/named_people.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(NamedPeople, OnlyThoseWhomTheSourceLeavesOut) {
  EXPECT_THAT(people_beyond("a first-line treatment in children", "100 elderly patients (65-85 years old)"),
              ElementsAre("children"));
  EXPECT_THAT(people_beyond("men benefit equally", "790 women were randomised"), ElementsAre("men"));
  EXPECT_THAT(people_beyond("children with ADHD", "63 boys took part"), IsEmpty());
  EXPECT_THAT(people_beyond("older people fall less", "patients aged 70 and more"), IsEmpty());
  EXPECT_THAT(people_beyond("safe in pregnancy", "nulliparas at 38 weeks of gestation"), IsEmpty());
  EXPECT_THAT(people_beyond("patients fall less", "volunteers"), IsEmpty());
}

TEST(NamedPeople, AdultsWhereTheSourceIsAboutChildren) {
  EXPECT_THAT(people_beyond("in 150 adults having surgery", "in 150 children (mean age 3.6 years)"),
              ElementsAre("adults"));
  EXPECT_THAT(people_beyond("in 150 adults having surgery", "in 150 patients having surgery"), IsEmpty());
  EXPECT_THAT(people_beyond("in adults having surgery", "children and their parents"), IsEmpty());
}

TEST(NamedPeople, HealthyPeopleAndThoseWithoutTheDisease) {
  EXPECT_THAT(people_beyond("in 132 healthy volunteers", "132 patients with peptic ulcer"),
              ElementsAre("healthy people"));
  EXPECT_THAT(people_beyond("in healthy volunteers", "beside 20 normal subjects"), IsEmpty());
  EXPECT_THAT(people_beyond("395 healthy nulliparous women", "395 women in labour"), IsEmpty());
  EXPECT_THAT(people_beyond("in women without osteoporosis", "women with established osteoporosis"),
              ElementsAre("women without osteoporosis"));
  EXPECT_THAT(people_beyond("women without osteoporosis", "women who had no previous osteoporosis"),
              IsEmpty());
  EXPECT_THAT(people_beyond("patients without diabetes", "patients with hypertension"), IsEmpty());
}

TEST(OtherKinds, BesideTheSameThing) {
  EXPECT_THAT(other_kinds("248 patients with mild depression", "moderate to severe major depression"),
              ElementsAre("mild depression"));
  EXPECT_THAT(
      other_kinds("paroxysmal atrial fibrillation", "342 patients with persistent atrial fibrillation"),
      ElementsAre("paroxysmal atrial"));
  EXPECT_THAT(other_kinds("angle-closure glaucoma", "open-angle glaucoma or ocular hypertension"),
              ElementsAre("angle-closure glaucoma"));
  EXPECT_THAT(other_kinds("haemorrhagic stroke", "acute ischemic stroke"),
              ElementsAre("haemorrhagic stroke"));
  EXPECT_THAT(other_kinds("premenopausal women", "160 postmenopausal women"), ElementsAre("premenopausal"));
  EXPECT_THAT(other_kinds("type 1 diabetes", "adults with type 2 diabetes"), ElementsAre("type 1 diabetes"));
}

// One table names the kinds; what is written in two ways is one of them.
TEST(OtherKinds, AreOneUnderAllTheirNames) {
  EXPECT_THAT(other_kinds("late-stage cancer", "advanced cancer of the lung"), IsEmpty());
  EXPECT_THAT(other_kinds("localized cancer", "nonmetastatic cancer"), IsEmpty());
  EXPECT_THAT(other_kinds("localized cancer", "metastatic cancer"), ElementsAre("localized cancer"));
  EXPECT_THAT(other_kinds("hospitalised", "inpatients were asked"), IsEmpty());
  EXPECT_THAT(other_kinds("post-menopausal women", "premenopausal women"), ElementsAre("post-menopausal"));
  EXPECT_THAT(other_kinds("long-term use", "short-term use"), IsEmpty());  // of claims only
}

TEST(OtherKinds, NotWhereTheSourceMaySpeakOfThem) {
  EXPECT_THAT(other_kinds("mild depression", "mild, moderate or severe depression"), IsEmpty());
  EXPECT_THAT(other_kinds("severe pain", "mild itching and moderate asthma"), IsEmpty());
  EXPECT_THAT(other_kinds("ischaemic stroke", "patients with ischemic stroke"), IsEmpty());
  EXPECT_THAT(other_kinds("acute otitis", "otitis in children"), IsEmpty());
  EXPECT_THAT(other_kinds("early treatment", "advanced cancer"), IsEmpty());
  EXPECT_THAT(other_kinds("primary outcome", "a secondary infection"), IsEmpty());
}

TEST(OtherKinds, AgesThatDoNotMeet) {
  EXPECT_THAT(other_kinds("in 61 patients older than 80 years", "patients aged 36-65 years took part"),
              ElementsAre("people older than 80 years"));
  EXPECT_THAT(other_kinds("patients younger than 40 years", "patients >/=60 years of age were enrolled"),
              ElementsAre("people younger than 40 years"));
  EXPECT_THAT(other_kinds("patients older than 60 years", "patients aged 36-65 years took part"), IsEmpty());
  EXPECT_THAT(other_kinds("patients older than 60 years", "symptoms for >/=2 years"), IsEmpty());
  EXPECT_THAT(other_kinds("patients older than 60 years", "the mean age was 40 years"), IsEmpty());
}

}  // namespace
}  // namespace attest
