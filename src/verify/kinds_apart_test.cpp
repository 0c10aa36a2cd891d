// Children and adults, mice and people: kinds of which one excludes the other.
#include <gtest/gtest.h>

#include "verify/claim_test_support.h"
#include "verify/kinds_apart.h"

namespace attest {
namespace {

// What is said of the one kind that the claim names; "-" where it names none.
std::string kind_of(std::string_view claim, std::string_view source) {
  const auto held = hold_kinds(claim, source, source);
  if (held.empty()) return "-";
  const KindBeside& one = held.front();
  switch (one.named) {
    case KindNamed::kNear: return "near";
    case KindNamed::kOnlyAnother: return "only " + std::string(one.another);
    case KindNamed::kNowhere: return "nowhere";
    default: return "elsewhere";
  }
}

TEST(KindsApart, AreExchanged) {
  EXPECT_EQ(kind_of("the vaccine protects children", "adults aged 60 and over were vaccinated"),
            "only adults");
  EXPECT_EQ(kind_of("it lowers the pressure of women", "112 men with hypertension were treated"), "only men");
  EXPECT_EQ(kind_of("curcumin relieves arthritis in patients", "arthritis was milder in the mice"),
            "only animals");
  EXPECT_EQ(kind_of("metformin helps in type 1 diabetes", "metformin in type 2 diabetes"), "only type 2");
  EXPECT_EQ(kind_of("it prolongs survival in small-cell lung cancer", "in non-small-cell lung cancer"),
            "only non-small-cell");
  EXPECT_EQ(kind_of("it heals duodenal ulcers", "healing of gastric ulcers"), "only gastric");
  EXPECT_EQ(kind_of("it prevents ischaemic stroke", "after haemorrhagic stroke"), "only haemorrhagic");
  EXPECT_EQ(kind_of("acute sinusitis gets better", "patients with chronic sinusitis"), "only chronic");
}

TEST(KindsApart, OneDoseAndYears) {
  EXPECT_EQ(kind_of("taken for years it is harmless", "after a single oral dose nothing changed"),
            "only short-term");
  EXPECT_EQ(kind_of("subacute thyroiditis", "chronic thyroiditis"), "only chronic");
  EXPECT_EQ(kind_of("mild asthma", "moderate asthma"), "only moderate");
}

TEST(KindsApart, AreNamedByOtherWords) {
  EXPECT_EQ(kind_of("children have it more often", "paediatric patients had it more often"), "near");
  EXPECT_EQ(kind_of("mothers were treated", "pregnant women were treated"), "near");
  EXPECT_EQ(kind_of("animals were cured", "the rats were cured"), "near");
  EXPECT_EQ(kind_of("in non-small-cell lung cancer", "non-small cell lung cancer"), "near");
  EXPECT_EQ(kind_of("type i collagen", "type 1 collagen"), "near");
}

TEST(KindsApart, SayNothingWhereBothAreNamedOrNone) {
  for (const KindBeside& one : hold_kinds("men have it more often than women", "adult men", "adult men"))
    EXPECT_NE(one.of, "sex");
  EXPECT_EQ(kind_of("aspirin prevents stroke", "adults were given aspirin"), "-");
  EXPECT_EQ(kind_of("children have it", "it was measured in 40 volunteers"), "nowhere");
}

ClaimVerdict verdict(std::string_view claim, const std::string& sentence) {
  const test::Paper paper("A randomised trial", {sentence});
  return verify_against(claim, paper.source, SourceChoice::kNamed);
}

TEST(KindsApart, DecideThatNothingIsSupported) {
  const std::string sentence = "Lisinopril reduced proteinuria in adults with type 2 diabetes.";
  EXPECT_EQ(verdict("Lisinopril reduced proteinuria in adults with type 2 diabetes.", sentence).label,
            ClaimLabel::kSupported);
  const ClaimVerdict other =
      verdict("Lisinopril reduced proteinuria in adults with type 1 diabetes.", sentence);
  EXPECT_EQ(other.label, ClaimLabel::kNotEnoughEvidence);
  EXPECT_EQ(other.decided_by, std::vector<std::string>{"the source is about type 2, not type 1"});
}

}  // namespace
}  // namespace attest
