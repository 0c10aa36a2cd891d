// What a page turned round: figures given to the other group, a difference called significant that was not, a
// group of people whom the source does not name.

#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/audit_test_support.h"
#include "audit/exchanged_figures.h"
#include "audit/found_differences.h"
#include "audit/reference_list.h"

namespace attest::audit {
namespace {

using testing::HasSubstr;

TEST(DifferenceSaid, ByOneClause) {
  const auto said = [](std::string_view lower) { return difference_said(lower); };
  EXPECT_EQ(said("the failure rate was significantly lower"), DifferenceSaid::kSignificant);
  EXPECT_EQ(said("mortality fell (p = 0.003)"), DifferenceSaid::kSignificant);
  EXPECT_EQ(said("urinary retention was less (p < .05)"), DifferenceSaid::kSignificant);
  EXPECT_EQ(said("there was no statistically significant difference"), DifferenceSaid::kNotSignificant);
  EXPECT_EQ(said("rates did not reach significance"), DifferenceSaid::kNotSignificant);
  EXPECT_EQ(said("+40% v +20%, p = ns"), DifferenceSaid::kNotSignificant);
  EXPECT_EQ(said("47.7% and 59.1% (p =.09)"), DifferenceSaid::kNotSignificant);
  EXPECT_EQ(said("withdrawals were comparable"), DifferenceSaid::kAlike);
  EXPECT_EQ(said("cholesterol did not change in either group"), DifferenceSaid::kAlike);
  EXPECT_EQ(said("patients were followed for a year"), DifferenceSaid::kNothing);
  EXPECT_EQ(said("the gain was not clinically significant"), DifferenceSaid::kNothing);
}

class TurnedResultsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    library_ = std::make_unique<test::AuditLibrary>(
        std::vector<std::string>{std::string(ATTEST_SOURCE_DIR) + "/src/audit/testdata/turned.json"});
  }
  static void TearDownTestSuite() { library_.reset(); }

  static AuditReport audit_claim(const std::string& claim) {
    return library_->audit_markdown("# Page\n\n" + claim +
                                    " [1].\n\n## References\n\n1. Lund A. Tolterodine and oxybutynin for "
                                    "overactive bladder: a randomised trial. 2011. PMID: 90000301\n");
  }
  static AuditVerdict of(const std::string& claim) {
    const AuditReport report = audit_claim(claim);
    EXPECT_EQ(report.claims.size(), 1U) << audit_to_json(report);
    return report.claims.empty() ? AuditVerdict::kNotChecked : report.claims[0].verdict;
  }
  static bool warns(const AuditReport& report, RemarkKind kind, const std::string& words) {
    return std::any_of(report.remarks.begin(), report.remarks.end(), [&](const Remark& remark) {
      return remark.kind == kind && remark.severity != Severity::kNote &&
             remark.message.find(words) != std::string::npos;
    });
  }

  static std::unique_ptr<test::AuditLibrary> library_;
};
std::unique_ptr<test::AuditLibrary> TurnedResultsTest::library_;

TEST_F(TurnedResultsTest, FiguresOfGroupsThatNoVocabularyNames) {
  EXPECT_EQ(of("Dry mouth occurred in 30% on tolterodine ER, 23% on tolterodine IR and 8% on placebo"),
            AuditVerdict::kContradicted);
  EXPECT_NE(of("Dry mouth occurred in 23% on tolterodine ER, 30% on tolterodine IR and 8% on placebo"),
            AuditVerdict::kContradicted);
  EXPECT_EQ(of("Constipation was seen in 28% of those on tolterodine and 19% of those on placebo"),
            AuditVerdict::kContradicted);
  EXPECT_NE(of("Constipation was seen in 19% of those on tolterodine and 28% of those on placebo"),
            AuditVerdict::kContradicted);
  EXPECT_NE(of("Urgency was relieved in 65% of patients on tolterodine and 22% of those on placebo"),
            AuditVerdict::kContradicted);
}

TEST_F(TurnedResultsTest, FiguresOfArmsThatOnlyOneWordTells) {
  EXPECT_EQ(of("After tolterodine 33% had cystitis, against 28% on placebo"), AuditVerdict::kContradicted);
  EXPECT_NE(of("After tolterodine 28% had cystitis, against 33% on placebo"), AuditVerdict::kContradicted);
  EXPECT_EQ(of("A catheter was needed in 4.4% with usual care and 6.4% on tolterodine or flavoxate"),
            AuditVerdict::kContradicted);
  EXPECT_NE(of("A catheter was needed in 6.4% with usual care and 4.4% on tolterodine or flavoxate"),
            AuditVerdict::kContradicted);
}

TEST_F(TurnedResultsTest, TheSameWordsWithFiguresExchangedAreNoSupport) {
  EXPECT_EQ(of("Needlestick injuries occurred in 80% of nurses and 72% of physicians"),
            AuditVerdict::kContradicted);
  EXPECT_EQ(of("A needlestick injury happened to 80% of nurses and 72% of physicians"),
            AuditVerdict::kContradicted);
  EXPECT_EQ(of("Needlestick injuries occurred in 72% of nurses and 80% of physicians"),
            AuditVerdict::kSupported);
}

TEST_F(TurnedResultsTest, ADifferenceThatWasNotFound) {
  EXPECT_EQ(of("Headache was significantly more frequent with oxybutynin than with tolterodine"),
            AuditVerdict::kContradicted);
  EXPECT_EQ(of("Residual volume increased significantly with tolterodine"), AuditVerdict::kContradicted);
  EXPECT_NE(of("Headache was about as frequent with oxybutynin as with tolterodine"),
            AuditVerdict::kContradicted);
  EXPECT_NE(of("Voiding frequency was significantly lower with oxybutynin than with tolterodine"),
            AuditVerdict::kContradicted);
}

TEST_F(TurnedResultsTest, ADirectionWhereTheSourceFoundNoDifference) {
  EXPECT_EQ(of("Headache was more frequent with oxybutynin than with tolterodine"),
            AuditVerdict::kContradicted);
  EXPECT_EQ(of("In 790 women, headache was less frequent with tolterodine than with oxybutynin"),
            AuditVerdict::kContradicted);
  EXPECT_NE(of("Headache was slightly more frequent with oxybutynin than with tolterodine"),
            AuditVerdict::kContradicted);
  EXPECT_NE(of("Headache was no more frequent with oxybutynin than with tolterodine"),
            AuditVerdict::kContradicted);
  EXPECT_NE(of("Constipation was less frequent with tolterodine than with placebo"),
            AuditVerdict::kContradicted);
}

TEST_F(TurnedResultsTest, FiguresInARowAndInPercentWords) {
  EXPECT_EQ(
      of("Relief of urgency was achieved by 22% of the women on tolterodine and 65% of those on placebo"),
      AuditVerdict::kContradicted);
  EXPECT_EQ(
      of("Urinary incontinence was absent in 16.8 per cent of women taking oxybutynin and 23.0 per cent "
         "of women taking tolterodine"),
      AuditVerdict::kContradicted);
  EXPECT_NE(
      of("Urinary incontinence was absent in 23.0 per cent of women taking oxybutynin and 16.8 per cent "
         "of women taking tolterodine"),
      AuditVerdict::kContradicted);
}

TEST_F(TurnedResultsTest, ThatTwoAreAlikeDeniesNothingOfAnotherOutcome) {
  EXPECT_NE(of("Dry mouth differed between the groups and headache did not"), AuditVerdict::kContradicted);
  EXPECT_NE(of("Constipation was more frequent with placebo than with tolterodine"),
            AuditVerdict::kContradicted);
  EXPECT_NE(of("Headache was no more frequent with tolterodine than with oxybutynin"),
            AuditVerdict::kContradicted);
}

TEST_F(TurnedResultsTest, AFormulationBehindADrugIsNoArmOfItsOwn) {
  EXPECT_NE(of("With tolterodine nausea was reported by 9% of the younger and 4% of the older women"),
            AuditVerdict::kContradicted);
}

TEST_F(TurnedResultsTest, TimesInWordsAndOtherPeopleAreNoSupport) {
  EXPECT_TRUE(warns(audit_claim("790 women with overactive bladder received tolterodine for twenty weeks"),
                    RemarkKind::kNumberNotInSource, "twenty weeks"));
  EXPECT_FALSE(warns(audit_claim("790 women with overactive bladder received tolterodine for twelve weeks"),
                     RemarkKind::kNumberNotInSource, "twelve weeks"));
  EXPECT_TRUE(warns(audit_claim("In healthy volunteers, constipation was less frequent with tolterodine"),
                    RemarkKind::kOtherSubject, "healthy people"));
}

TEST_F(TurnedResultsTest, AResultInAnotherClauseDeniesNothing) {
  EXPECT_NE(of("Oxybutynin lowered voiding frequency more than tolterodine"), AuditVerdict::kContradicted);
  EXPECT_NE(of("Tolterodine cured nocturia in none of the patients"), AuditVerdict::kContradicted);
}

TEST_F(TurnedResultsTest, PeopleAndNumbersThatTheSourceDoesNotHave) {
  EXPECT_TRUE(warns(audit_claim("In men with overactive bladder tolterodine reduced urge incontinence"),
                    RemarkKind::kOtherSubject, "men"));
  EXPECT_TRUE(warns(audit_claim("The trial of tolterodine and oxybutynin included 970 women"),
                    RemarkKind::kNumberNotInSource, "970"));
  EXPECT_FALSE(warns(audit_claim("The trial of tolterodine and oxybutynin included 790 women"),
                     RemarkKind::kNumberNotInSource, "790"));
}

TEST_F(TurnedResultsTest, SaysWhatWasReadInPart) {
  const AuditReport report = audit_claim("Headache is about as frequent with oxybutynin as with tolterodine");
  const auto lists = [&](const std::string& words) {
    return std::any_of(report.unchecked.begin(), report.unchecked.end(),
                       [&](const Unchecked& one) { return one.what.find(words) != std::string::npos; });
  };
  EXPECT_TRUE(lists("without the full text")) << audit_to_json(report);
  EXPECT_TRUE(lists("retractions")) << audit_to_json(report);
}

TEST(ReferenceList, TheFootOfThePageIsNoEntry) {
  const auto works = [](const std::string& foot) {
    auto marked = marked_markdown(
        "# Page\n\nA claim [1].\n\n## References\n\n1. Lund A. One title of a paper. J Ex 2001;1:1.\n2. Berg "
        "B. "
        "Another title of a paper. J Ex 2002;1:1.\n\n" +
            foot + "\n",
        "page.md");
    EXPECT_TRUE(marked);
    return read_reference_list(lay_out(*marked, "page.md")).works;
  };
  for (const char* foot : {"© 2024 Heart Pages", "Copyright Heart Pages 2023", "Last updated: 3 May 2024",
                           "Medically reviewed by A. Lund, 2022"}) {
    const auto list = works(foot);
    ASSERT_EQ(list.size(), 2U) << foot;
    EXPECT_THAT(list[1].text, testing::Not(HasSubstr("Heart Pages"))) << foot;
    EXPECT_THAT(list[1].text, testing::Not(HasSubstr("2024"))) << foot;
  }
  EXPECT_EQ(works("3. Copyright law in medicine. J Ex 2003;1:1.").size(), 3U);
}

}  // namespace
}  // namespace attest::audit
