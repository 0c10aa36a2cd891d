// What may be called supported or contradicted, by whole audits against trials of our own making.

#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/accord.h"
#include "audit/audit.h"
#include "audit/audit_test_support.h"
#include "audit/judge.h"
#include "render/render.h"

namespace attest {
namespace {

using testing::HasSubstr;

class JudgeTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    library_ = std::make_unique<test::AuditLibrary>(
        std::vector<std::string>{std::string(ATTEST_SOURCE_DIR) + "/src/audit/testdata/trials.json"});
  }
  static void TearDownTestSuite() { library_.reset(); }

  static AuditReport audit_text(const std::string& text) { return library_->audit_markdown(text); }
  static AuditReport audit_claim(const std::string& claim, const std::string& entry) {
    return audit_text("# Page\n\n" + claim + " [1].\n\n## References\n\n1. " + entry + "\n");
  }
  // What the audit says of a claim about the trial of bupropion and sertraline, or of propranolol.
  static AuditVerdict of_depression(const std::string& claim) {
    return verdict(audit_claim(
        claim, "Lund A. Bupropion or sertraline for depression: a randomised trial. 2011. PMID: 90000101"));
  }
  static AuditVerdict of_migraine(const std::string& claim) {
    return verdict(audit_claim(
        claim,
        "Berg K. Propranolol for the prevention of migraine: a randomised trial. 2012. PMID: 90000102"));
  }
  static AuditVerdict verdict(const AuditReport& report) {
    EXPECT_EQ(report.claims.size(), 1U) << audit_to_json(report);
    if (report.claims.empty()) return AuditVerdict::kNotChecked;
    EXPECT_TRUE(report.claims[0].against_cited) << audit_to_json(report);
    return report.claims[0].verdict;
  }

  static std::unique_ptr<test::AuditLibrary> library_;
};
std::unique_ptr<test::AuditLibrary> JudgeTest::library_;

TEST_F(JudgeTest, ADoseShowsNoResult) {
  EXPECT_NE(of_migraine("Propranolol 120 mg was superior to placebo in reducing migraine attacks"),
            AuditVerdict::kSupported);
  EXPECT_NE(of_depression("Bupropion 150 mg was more effective than sertraline for depression"),
            AuditVerdict::kSupported);
  EXPECT_EQ(of_migraine("Patients with migraine were treated with propranolol 120 mg daily"),
            AuditVerdict::kSupported);
}

TEST_F(JudgeTest, FiguresBelongToTheirArms) {
  EXPECT_EQ(of_depression("Dizziness occurred in 24% with sertraline and 9% with bupropion"),
            AuditVerdict::kSupported);
  EXPECT_EQ(of_depression("Dizziness occurred in 9% with sertraline and 24% with bupropion"),
            AuditVerdict::kContradicted);
  EXPECT_NE(of_depression("Headache occurred in 24% of patients with sertraline"), AuditVerdict::kSupported);
}

TEST_F(JudgeTest, SidesOfAComparison) {
  EXPECT_EQ(of_depression("Nausea was more common with sertraline than with bupropion"),
            AuditVerdict::kSupported);
  EXPECT_NE(of_depression("Nausea was more common with bupropion than with sertraline"),
            AuditVerdict::kSupported);
}

TEST_F(JudgeTest, WhatTheCitedSourceDoesNotSayAnotherOneDoesNotMend) {
  const AuditReport report = audit_claim(
      "Propranolol halved the number of migraine days in women with migraine",
      "Berg K. Propranolol for the prevention of migraine: a randomised trial. 2012. PMID: 90000102");
  ASSERT_EQ(report.claims.size(), 1U);
  EXPECT_NE(report.claims[0].verdict, AuditVerdict::kSupported) << audit_to_json(report);
  EXPECT_TRUE(report.claims[0].against_cited);
}

// What states no result is supported by one sentence that has nearly all of its words, and by no other.
TEST_F(JudgeTest, PlainStatementsNeedAllTheirWords) {
  EXPECT_EQ(of_depression("Patients with depression received bupropion or sertraline daily"),
            AuditVerdict::kSupported);
  EXPECT_NE(of_depression("Patients with depression always received bupropion or sertraline"),
            AuditVerdict::kSupported);
  EXPECT_NE(of_depression("Children with depression should receive bupropion or sertraline daily"),
            AuditVerdict::kSupported);
}

// A source is read once for all claims of a page, and by the checker only where a sentence of it is on the
// same things.
TEST_F(JudgeTest, AClaimIsJudgedAsIfItStoodAlone) {
  const std::string entry =
      "Lund A. Bupropion or sertraline for depression: a randomised trial. 2011. PMID: 90000101";
  const std::vector<std::string> claims = {
      "Bupropion 150 mg was more effective than sertraline for depression",
      "Patients with depression were treated with bupropion",
      "Propranolol 120 mg was superior to placebo in reducing migraine attacks",
      "Sertraline improved depression in more patients than bupropion",
      "There was no significant difference between bupropion and sertraline in depression"};
  std::string together = "# Page\n\n";
  for (const std::string& claim : claims) together += claim + " [1]. ";
  const AuditReport whole = audit_text(together + "\n\n## References\n\n1. " + entry + "\n");
  ASSERT_EQ(whole.claims.size(), claims.size()) << audit_to_json(whole);
  for (size_t i = 0; i < claims.size(); ++i) {
    const AuditReport alone = audit_claim(claims[i], entry);
    ASSERT_EQ(alone.claims.size(), 1U) << claims[i];
    EXPECT_EQ(alone.claims[0].verdict, whole.claims[i].verdict) << claims[i];
    EXPECT_EQ(alone.claims[0].confidence, whole.claims[i].confidence) << claims[i];
  }
}

TEST_F(JudgeTest, NamesAloneSayNothing) {
  EXPECT_NE(of_migraine("Migraine attacks are migraine"), AuditVerdict::kSupported);
  EXPECT_NE(of_depression("Nausea with sertraline lasts for years"), AuditVerdict::kSupported);
}

// That two treatments do not differ denies the effect of neither.
TEST_F(JudgeTest, NoDifferenceBetweenTwoTreatmentsDeniesNeither) {
  EXPECT_NE(of_depression("Bupropion improved depression"), AuditVerdict::kContradicted);
}

// Nobody points at the document: what stands there must tell of the same result.
TEST_F(JudgeTest, StatementsThatCiteNothingNeedTheSameResult) {
  const auto uncited = [](const std::string& claim) {
    const AuditReport report = audit_text("# Migraine and depression\n\n" + claim + "\n");
    EXPECT_EQ(report.claims.size(), 1U) << audit_to_json(report);
    return report.claims.empty() ? AuditVerdict::kNotChecked : report.claims[0].verdict;
  };
  EXPECT_NE(uncited("Propranolol causes migraine in most adults."), AuditVerdict::kSupported);
  EXPECT_NE(uncited("Sertraline protects against nausea in depression."), AuditVerdict::kSupported);
  EXPECT_NE(uncited("Sertraline is the best drug for depression."), AuditVerdict::kSupported);
  EXPECT_NE(uncited("Propranolol is useless in patients with migraine."), AuditVerdict::kSupported);
}

TEST(Judge, SharesOfThingsAreNoSharesOfPeople) {
  const auto counts = [](std::string_view text, std::string_view figure) {
    const auto at = static_cast<uint32_t>(text.find(figure));
    return audit::counts_things(text, {at, at + static_cast<uint32_t>(figure.size())});
  };
  EXPECT_TRUE(counts("It improved 3 out of 4 outcome measures", "3 out of 4"));
  EXPECT_TRUE(counts("Found in 60% of the trials", "60%"));
  EXPECT_FALSE(counts("It improved 3 out of 4 patients", "3 out of 4"));
  EXPECT_FALSE(counts("12 of 24 patients (50%) in the trial group", "12 of 24"));
  EXPECT_FALSE(counts("healed in 50% in both trials", "50%"));
}

TEST_F(JudgeTest, AnEntryOfIdentifiersIsNoOtherWork) {
  for (const char* entry : {"PMID: 90000102 https://pubmed.ncbi.nlm.nih.gov/90000102/",
                            "https://pubmed.ncbi.nlm.nih.gov/90000102", "Berg 2012. PMID: 90000102"}) {
    const AuditReport report = audit_claim("Propranolol was not superior to placebo against migraine", entry);
    ASSERT_EQ(report.references.size(), 1U) << entry;
    EXPECT_EQ(report.references[0].matched_by, "PubMed id") << entry;
    for (const Remark& remark : report.remarks)
      EXPECT_NE(remark.kind, RemarkKind::kIdentifierMismatch) << entry;
  }
}

TEST_F(JudgeTest, NotesOfAnIndexAreNoPartOfATitle) {
  const AuditReport report =
      audit_claim("Propranolol halved migraine days",
                  "Dahl M. Propranolol in another clinic for migraine: a second trial. J Example. 2013.");
  ASSERT_EQ(report.references.size(), 1U);
  EXPECT_FALSE(report.references[0].document.empty()) << audit_to_json(report);
}

TEST_F(JudgeTest, DigitsThatStandInTheSourceAreNotMissing) {
  EXPECT_TRUE(audit::stands_printed("came to 0.88 (0.78 to 1.00).", "0.88"));
  EXPECT_FALSE(audit::stands_printed("came to 10.88", "0.88"));
  EXPECT_FALSE(audit::stands_printed("in 1988", "88"));
  const AuditReport report = audit_claim(
      "The pooled relative risk of attacks with propranolol was 0.88",
      "Berg K. Propranolol for the prevention of migraine: a randomised trial. 2012. PMID: 90000102");
  for (const Remark& remark : report.remarks) EXPECT_NE(remark.kind, RemarkKind::kNumberNotInSource);
}

TEST_F(JudgeTest, TheReportShowsWhatSupports) {
  const AuditReport report =
      audit_claim("Nausea was more common with sertraline than with bupropion",
                  "Lund A. Bupropion or sertraline for depression: a randomised trial. 2011. PMID: 90000101");
  EXPECT_THAT(render_audit_terminal(report, {80, false}), HasSubstr("by what it cites: Lund 2011"));
  EXPECT_THAT(render_audit_html(report), HasSubstr("By what it cites:"));
}

TEST_F(JudgeTest, StatesOfReviewOnOneLine) {
  const auto has_state = [](const AuditReport& report) {
    for (const Remark& remark : report.remarks) {
      if (remark.kind == RemarkKind::kReviewState) return true;
    }
    return false;
  };
  const std::string page = "# Migraine\n\nPropranolol prevents migraine in women.\n\n";
  EXPECT_TRUE(has_state(audit_text(page + "Medically reviewed by Dr. A. Holm · Pending medical review\n")));
  EXPECT_TRUE(has_state(audit_text(page + "Medically reviewed by Dr. A. Holm | Review status: pending\n")));
  EXPECT_TRUE(has_state(audit_text(page + "Medically reviewed by Dr. Holm.\n\nAwaiting medical review\n")));
  EXPECT_TRUE(has_state(
      audit_text(page + "Last medically reviewed: March 2024\n\nLast medically reviewed: January 2019\n")));
  EXPECT_FALSE(has_state(audit_text(page + "Medically reviewed by Dr. Holm · Last reviewed: March 2024\n")));
}

TEST(Accord, WithoutNamesTheOtherArmOfAComparison) {
  EXPECT_FALSE(audit::denies("the median duration was 60 h with zinc and 78 h without it"));
  EXPECT_FALSE(audit::denies("there were fewer relapses with the drug than without"));
  EXPECT_TRUE(audit::denies("the wound healed without an effect of zinc"));
}

TEST(Judge, WordForWordFiguresAndTheirExchange) {
  const std::string_view sentence =
      "Ulcers occurred in 2.61% of those on the drug compared with 1.37% on the dummy (odds ratio 1.93).";
  const auto of = [&](const std::string& text) {
    audit::PageClaim claim;
    claim.sentence.text = text;
    claim.figures.resize(1);
    audit::Judgement judgement;
    audit::judge_copy(claim, sentence, judgement);
    return judgement.verdict;
  };
  EXPECT_EQ(of("Ulcers occurred in 2.61% of those on the drug compared with 1.37% on the dummy."),
            AuditVerdict::kSupported);
  EXPECT_EQ(of("Ulcers occurred in 1.37% of those on the drug compared with 2.61% on the dummy."),
            AuditVerdict::kContradicted);
  // One figure altered in a long copy; rounded, or in a few words, it settles nothing.
  EXPECT_EQ(of("Ulcers occurred in 2.61% of those on the drug compared with 9.37% on the dummy."),
            AuditVerdict::kContradicted);
  EXPECT_EQ(of("Ulcers occurred in 2.61% of those on the drug compared with 1.4% on the dummy."),
            AuditVerdict::kNotEnough);
  EXPECT_EQ(of("of those on the drug compared with 9.37% on the dummy."), AuditVerdict::kNotEnough);
}

}  // namespace
}  // namespace attest
