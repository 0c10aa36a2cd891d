// Pages whose statements go another way than the source they cite.

#include <memory>

#include <gtest/gtest.h>

#include "audit/audit_test_support.h"

namespace attest::audit {
namespace {

class ToldAgainstTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    library_ = std::make_unique<test::AuditLibrary>(
        std::vector<std::string>{std::string(ATTEST_SOURCE_DIR) + "/src/audit/testdata/told_ways.json"});
  }
  static void TearDownTestSuite() { library_.reset(); }

  static AuditReport audit_claim(const std::string& claim) {
    return library_->audit_markdown("# Page\n\n" + claim +
                                    " [1].\n\n## References\n\n1. Lund A. Celiprolol versus propranolol in "
                                    "unstable angina: a randomised trial. 2001. PMID: 90000401\n");
  }
  // The worst that is remarked of what the source says otherwise.
  static std::string remark_on(const std::string& claim) {
    std::string worst;
    for (const Remark& remark : audit_claim(claim).remarks) {
      if (remark.kind != RemarkKind::kContradicted || worst == "serious") continue;
      worst = severity_name(remark.severity);
      EXPECT_FALSE(remark.evidence.empty()) << claim;
    }
    return worst;
  }
  static bool warns(const std::string& claim, const std::string& words) {
    const AuditReport report = audit_claim(claim);
    return std::any_of(report.remarks.begin(), report.remarks.end(), [&](const Remark& remark) {
      return remark.severity != Severity::kNote && remark.message.find(words) != std::string::npos;
    });
  }

  static std::unique_ptr<test::AuditLibrary> library_;
};
std::unique_ptr<test::AuditLibrary> ToldAgainstTest::library_;

TEST_F(ToldAgainstTest, TheOtherWayIsRemarked) {
  EXPECT_NE(
      remark_on(
          "In unstable angina, the frequency of angina was higher with celiprolol than with propranolol"),
      "");
  EXPECT_NE(remark_on("Hospital stay was longer with celiprolol than with propranolol"), "");
  EXPECT_NE(remark_on("Celiprolol caused more intolerable side effects than propranolol"), "");
  EXPECT_EQ(remark_on("Celiprolol lowered heart rate variability"), "serious");
  EXPECT_NE(remark_on("Overall survival was shorter with celiprolol than with propranolol"), "");
  EXPECT_NE(remark_on("Forearm blood flow fell with celiprolol during exercise"), "");
}

TEST_F(ToldAgainstTest, TheSameWayIsNot) {
  for (const char* claim :
       {"In unstable angina, the frequency of angina was lower with celiprolol than with propranolol",
        "The frequency of angina was higher with propranolol than with celiprolol",
        "Hospital stay was shorter with celiprolol than with propranolol",
        "Celiprolol caused fewer intolerable side effects than propranolol",
        "Celiprolol raised heart rate variability",
        "Overall survival was longer with celiprolol than with propranolol",
        "Forearm blood flow rose with celiprolol during exercise and fell with propranolol at rest",
        "Headache was about as frequent with celiprolol as with propranolol, and hospital stay was shorter"})
    EXPECT_EQ(remark_on(claim), "") << claim;
}

TEST_F(ToldAgainstTest, WhatAnotherTreatmentDidInTheSameSentence) {
  EXPECT_EQ(remark_on("Celiprolol raised the risk of syncope"), "");
  EXPECT_NE(remark_on("Celiprolol lowered the risk of syncope"), "");
}

TEST_F(ToldAgainstTest, WhatStandsThereWordByWord) {
  EXPECT_EQ(remark_on("Headache did not differ between celiprolol and propranolol"), "");
  EXPECT_EQ(remark_on("Angina frequency was higher in the propranolol group (P < 0.01)"), "");
  EXPECT_NE(remark_on("Angina frequency was lower in the propranolol group (P < 0.01)"), "");
}

TEST_F(ToldAgainstTest, AnotherOutcomeIsNotTheSame) {
  for (const char* claim : {"Heart rate was lower with celiprolol than with propranolol",
                            "Skin rash was less frequent with celiprolol than with propranolol"})
    EXPECT_NE(remark_on(claim), "serious") << claim;
}

TEST_F(ToldAgainstTest, SurerThanItsSource) {
  EXPECT_TRUE(warns("Celiprolol has been proven to shorten the hospital stay", "proven"));
  EXPECT_TRUE(warns("Celiprolol always shortens the hospital stay in unstable angina", "always"));
  EXPECT_FALSE(warns("Celiprolol has not been proven to shorten the hospital stay", "proven"));
  EXPECT_FALSE(warns("Celiprolol shortened the hospital stay in unstable angina", "surer"));
}

}  // namespace
}  // namespace attest::audit
