// Drugs and diseases of a claim that its source never names, by letters and by names that are known.
#include "verify/named_subjects.h"

#include <gtest/gtest.h>

#include "verify/claim_test_support.h"

namespace attest {
namespace {

std::string unnamed(std::string_view claim, const std::vector<std::string>& lines,
                    const std::vector<SameMeaning>& meanings = {}, std::string_view headings = {}) {
  test::Paper paper("Treatment of migraine", lines);
  paper.source.headings = headings;
  Stemmer stemmer;
  return unnamed_subject(claim, hold_beside(claim, paper.source, stemmer, meanings), paper.source);
}

const std::vector<std::string> kMigraine = {"Sumatriptan relieved migraine in most patients."};

std::vector<std::string> stems(std::string_view text) {
  Stemmer stemmer;
  std::vector<std::string> all;
  for (const Token& token : tokenize(text)) all.emplace_back(stemmer.stem(token.folded));
  return all;
}

SameMeaning name(NamedThing thing, std::string_view one, std::string_view other) {
  return {stems(one), stems(other), thing};
}

TEST(UnnamedSubject, ADrugThatTheSourceNeverNames) {
  EXPECT_EQ(unnamed("Rizatriptan relieved migraine.", kMigraine), "rizatriptan");
  EXPECT_EQ(unnamed("Sumatriptan relieved migraine.", kMigraine), "");
}

TEST(UnnamedSubject, ADrugNamedInAnySentenceIsNamed) {
  EXPECT_EQ(unnamed("Rizatriptan relieved migraine.",
                    {"Sumatriptan relieved migraine in most patients.", "Rizatriptan was not given."}),
            "");
}

TEST(UnnamedSubject, ADrugNamedOtherwiseIsNamed) {
  const std::vector<SameMeaning> meanings = {name(NamedThing::kDrug, "acetaminophen", "acetaminophen"),
                                             name(NamedThing::kDrug, "acetaminophen", "paracetamol")};
  EXPECT_EQ(unnamed("Acetaminophen relieved migraine.", {"Paracetamol relieved migraine."}, meanings), "");
  EXPECT_EQ(unnamed("Acetaminophen relieved migraine.", {"Aspirin relieved migraine."}, meanings),
            "Acetaminophen");
}

TEST(UnnamedSubject, ADrugThatLettersDoNotTellIsKnownByName) {
  const std::vector<SameMeaning> meanings = {name(NamedThing::kDrug, "bupropion", "bupropion")};
  EXPECT_EQ(unnamed("Bupropion relieved migraine.", kMigraine, meanings), "Bupropion");
  EXPECT_EQ(unnamed("Bupropion relieved migraine.", kMigraine, meanings, "Bupropion; Migraine;"), "");
}

TEST(UnnamedSubject, AnotherSyllableIsAnotherDrug) {
  const std::vector<SameMeaning> meanings = {name(NamedThing::kDrug, "prednisone", "prednisone")};
  EXPECT_EQ(unnamed("Prednisone relieved migraine.", {"Prednisolone relieved migraine."}, meanings),
            "Prednisone");
}

TEST(UnnamedSubject, HalfANameNamesNothing) {
  const std::vector<SameMeaning> meanings = {name(NamedThing::kDrug, "valproate", "valproic acid")};
  EXPECT_EQ(unnamed("Valproate relieved migraine.", {"Folic acid relieved migraine."}, meanings),
            "Valproate");
  EXPECT_EQ(unnamed("Valproate relieved migraine.", {"Valproic acid relieved migraine."}, meanings), "");
}

TEST(UnnamedSubject, PartsOfANameMayBeNamedOtherwise) {
  const std::vector<SameMeaning> meanings = {name(NamedThing::kDrug, "squint surgery", "strabismus surgery"),
                                             name(NamedThing::kCondition, "squint", "strabismus")};
  EXPECT_EQ(unnamed("Vomiting is common after squint surgery.",
                    {"After repair of strabismus vomiting was common.", "Surgery took an hour."}, meanings),
            "");
}

TEST(UnnamedSubject, AClassBesideItsMember) {
  const std::vector<SameMeaning> meanings = {name(NamedThing::kDrugClass, "triptans", "triptans"),
                                             name(NamedThing::kDrug, "sumatriptan", "sumatriptan")};
  EXPECT_EQ(unnamed("Of the triptans sumatriptan relieved migraine.", kMigraine, meanings), "");
  EXPECT_EQ(unnamed("Triptans relieved migraine.", kMigraine, meanings), "Triptans");
}

TEST(UnnamedSubject, OrdinaryWordsAreNoSubject) {
  EXPECT_EQ(unnamed("Sumatriptan quickly helped commuters with migraine.", kMigraine), "");
  // Each is the name of something in a large thesaurus.
  const std::vector<SameMeaning> meanings = {name(NamedThing::kCondition, "ten", "epidermal necrolysis"),
                                             name(NamedThing::kDrug, "even", "veralipride")};
  EXPECT_EQ(unnamed("Sumatriptan relieved migraine even in ten patients.", kMigraine, meanings), "");
}

}  // namespace
}  // namespace attest
