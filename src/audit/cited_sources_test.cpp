// Which source an entry means, and what may rest on it: whole audits against a small library of this file.

#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/audit.h"
#include "audit/audit_test_support.h"

namespace attest {
namespace {

using testing::HasSubstr;

constexpr const char* kLibrary = R"json([
{"id": "c1", "type": "article-journal", "PMID": "90000201",
 "title": "Propranolol against placebo for the prevention of migraine: a randomised trial",
 "author": [{"family": "Ashby", "given": "K"}], "issued": {"date-parts": [[2012]]},
 "abstract": "At 3 months attacks were halved in 33 of 60 patients (55%) with propranolol and in 18 of 60 (30%) with placebo."},
{"id": "c2", "type": "article-journal", "PMID": "90000202",
 "title": "Propranolol and migraine days: a small series with a high response",
 "author": [{"family": "Castillo", "given": "M"}], "issued": {"date-parts": [[2009]]},
 "abstract": "After treatment 11 of 12 patients (92%) responded to propranolol at 2 months."},
{"id": "c3", "type": "article-journal", "PMID": "90000203",
 "title": "Feverfew for migraine: a randomised trial",
 "author": [{"family": "Green", "given": "T"}], "issued": {"date-parts": [[2005]]},
 "abstract": "In this randomised trial of 160 patients feverfew halved migraine days in 48 of 80 patients (60%) at 3 months."},
{"id": "c4", "type": "article-journal", "PMID": "90000204",
 "title": "Riboflavin for migraine: a randomised trial",
 "author": [{"family": "Iversen", "given": "T"}], "issued": {"date-parts": [[2007]]},
 "abstract": "In this randomised trial of 160 patients riboflavin halved migraine days in 48 of 80 patients (60%) at 3 months."},
{"id": "c5", "type": "article-journal", "PMID": "90000205", "title": "Valerian for migraine: a trial",
 "author": [{"family": "Jonas", "given": "T"}], "issued": {"date-parts": [[2008]]},
 "abstract": "Valerian halved migraine days."},
{"id": "c6", "type": "article-journal", "PMID": "90000206", "title": "Propranolol and zolmitriptan for headache",
 "author": [{"family": "Kranz", "given": "A"}], "issued": {"date-parts": [[2015]]},
 "abstract": "When an attack could not be prevented, propranolol was more effective than zolmitriptan at relieving headache."},
{"id": "c7", "type": "article-journal", "PMID": "90000207", "title": "Petadolex for migraine attacks",
 "author": [{"family": "Lenz", "given": "A"}], "issued": {"date-parts": [[2016]]},
 "abstract": "No side effect was reported by women; the aim of the present study was to evaluate how petadolex reduced migraine attacks compared with placebo."},
{"id": "c8", "type": "article-journal", "title": "Butterbur for the treatment of migraine [Systematic Review]3031",
 "abstract": "Butterbur was better than placebo."},
{"id": "c9", "type": "article-journal", "title": "XB0101, a butterbur extract for the treatment of migraine",
 "abstract": "XB0101 was as effective as the older extract."},
{"id": "c10", "type": "article-journal",
 "title": "Magnesium infusions in acute migraine: results in adults who came to four emergency departments within six hours of the first sign of an attack, and what the nurses thought of it",
 "abstract": "Magnesium relieved pain."},
{"id": "c11", "type": "article-journal", "PMID": "90000211",
 "title": "Schema therapy against usual care for borderline personality disorder: a follow-up",
 "abstract": "After three years schema therapy was more effective than usual care."}
])json";

class CitedSourcesTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const test::TemporaryFolder folder;
    library_ = std::make_unique<test::AuditLibrary>(
        std::vector<std::string>{folder.write("library.json", kLibrary).string()}, [](Document& document) {
          RelatedPublication notice;
          notice.pmid = "90000299";
          if (document.record.pmid == "90000203") notice.kind = "RetractionIn";
          if (document.record.pmid == "90000204") notice.kind = "ExpressionOfConcernIn";
          if (document.record.pmid == "90000205") {
            notice.kind = "ExpressionOfConcernIn";
            notice.pmid.clear();
          }
          if (!notice.kind.empty()) document.record.related.push_back(notice);
        });
  }
  static void TearDownTestSuite() { library_.reset(); }

  static AuditReport audit_text(const std::string& text) { return library_->audit_markdown(text); }
  static AuditReport audit_claim(const std::string& claim, const std::string& entry,
                                 const std::string& title = "Migraine") {
    return audit_text("# " + title + "\n\n" + claim + " [1].\n\n## References\n\n1. " + entry + "\n");
  }

  static std::unique_ptr<test::AuditLibrary> library_;
};
std::unique_ptr<test::AuditLibrary> CitedSourcesTest::library_;

bool has_remark(const AuditReport& report, RemarkKind kind) {
  return std::any_of(report.remarks.begin(), report.remarks.end(),
                     [kind](const Remark& remark) { return remark.kind == kind; });
}

TEST_F(CitedSourcesTest, WhatOnlyAnUnsoundSourceSaysIsNotSupported) {
  const AuditReport retracted =
      audit_claim("Feverfew halved migraine days in 48 of 80 patients (60%) at 3 months",
                  "Green T. Feverfew for migraine: a randomised trial. 2005. PMID: 90000203");
  ASSERT_FALSE(retracted.claims.empty());
  EXPECT_EQ(retracted.claims.front().verdict, AuditVerdict::kNotEnough) << audit_to_json(retracted);
  EXPECT_THAT(retracted.claims.front().note, HasSubstr("[1] says it, and it has been retracted"));
  const AuditReport doubted =
      audit_claim("Riboflavin halved migraine days in 48 of 80 patients (60%) at 3 months",
                  "Iversen T. Riboflavin for migraine: a randomised trial. 2007. PMID: 90000204");
  ASSERT_FALSE(doubted.claims.empty());
  EXPECT_EQ(doubted.claims.front().verdict, AuditVerdict::kNotEnough) << audit_to_json(doubted);
  EXPECT_THAT(doubted.claims.front().note, HasSubstr("its journal has expressed concern"));
}

// Works on one condition share its name and the words of their design.
TEST_F(CitedSourcesTest, AnIdentifierOfAnotherWorkOnTheSameConditionMatchesNothing) {
  const AuditReport report =
      audit_claim("Candesartan reduced migraine days in 60 adults",
                  "Holm A. Candesartan against placebo for the prevention of migraine: "
                  "a crossover study. 2018. PMID: 90000201");
  ASSERT_EQ(report.references.size(), 1U);
  EXPECT_EQ(report.references[0].document, "") << audit_to_json(report);
  EXPECT_TRUE(has_remark(report, RemarkKind::kIdentifierMismatch));
}

TEST_F(CitedSourcesTest, NoEmptyBracketsWhereTheNoticeHasNoNumber) {
  const AuditReport report =
      audit_claim("Valerian halved migraine days", "Jonas T. Valerian for migraine: a trial. PMID: 90000205");
  ASSERT_TRUE(has_remark(report, RemarkKind::kConcern)) << audit_to_json(report);
  for (const Remark& remark : report.remarks) EXPECT_EQ(remark.message.find("()"), std::string::npos);
}

TEST_F(CitedSourcesTest, CardsOfRemarksQuoteThePage) {
  const AuditReport report =
      audit_claim("Feverfew halved migraine days in 48 of 80 patients",
                  "Green T. Feverfew for migraine: a randomised trial. 2005. PMID: 90000203");
  EXPECT_THAT(render_audit_html(report), HasSubstr("The page: “Feverfew halved migraine days"));
}

TEST_F(CitedSourcesTest, ATreatmentThatTheSourceNeverNames) {
  const AuditReport report = audit_claim(
      "Metoprolol prevents migraine attacks in adults",
      "Ashby K. Propranolol against placebo for the prevention of migraine: a randomised trial. 2012. "
      "PMID: 90000201");
  const bool told = std::any_of(report.remarks.begin(), report.remarks.end(), [](const Remark& remark) {
    return remark.message.find("does not speak of metoprolol") != std::string::npos;
  });
  EXPECT_TRUE(told) << audit_to_json(report);
}

TEST_F(CitedSourcesTest, TheFigureOfACitedTrialIsNotOneStudysAlone) {
  const AuditReport report = audit_claim(
      "Propranolol halved attacks of migraine in 55% of people",
      "Ashby K. Propranolol against placebo for the prevention of migraine: a randomised trial. 2012. "
      "PMID: 90000201");
  EXPECT_FALSE(has_remark(report, RemarkKind::kOneStudyAsGeneral)) << audit_to_json(report);
}

TEST_F(CitedSourcesTest, AWordThatIsNoDiseaseIsNotThePagesSubject) {
  AuditReport report = audit_claim("Propranolol prevents migraine attacks",
                                   "Ashby K. Propranolol against placebo for the prevention of migraine: a "
                                   "randomised trial. 2012. PMID: 90000201",
                                   "Manuscript on common treatments");
  EXPECT_EQ(report.subject.find("anuscript"), std::string::npos) << report.subject;
  EXPECT_FALSE(has_remark(report, RemarkKind::kOtherSubject)) << audit_to_json(report);
}

TEST_F(CitedSourcesTest, AnAimAndADenialInAnotherClauseContradictNothing) {
  const AuditReport report = audit_text(
      "# Migraine\n\nPropranolol was more effective than zolmitriptan at relieving headache [1].\n\n"
      "Petadolex reduced migraine attacks compared with placebo [2].\n\n## References\n\n"
      "1. Kranz A. Propranolol and zolmitriptan for headache. 2015. PMID: 90000206\n"
      "2. Lenz A. Petadolex for migraine attacks. 2016. PMID: 90000207\n");
  EXPECT_FALSE(has_remark(report, RemarkKind::kContradicted)) << audit_to_json(report);
}

TEST_F(CitedSourcesTest, AnIdentifierFitsATitleWithoutItsSubtitle) {
  for (const char* entry :
       {"Castillo M. Propranolol and migraine days. Example Rep. 2009. PMID: 90000202",
        "Castillo M. A series of migraine with response to propranolol. 2009. PMID: 90000202"}) {
    const AuditReport report = audit_claim("Propranolol worked in 92% of people with migraine", entry);
    ASSERT_EQ(report.references.size(), 1U);
    EXPECT_EQ(report.references[0].matched_by, "PubMed id") << entry;
    EXPECT_FALSE(has_remark(report, RemarkKind::kIdentifierMismatch)) << entry;
  }
}

TEST_F(CitedSourcesTest, AShortTitleIsNotALongerOneOfAnotherWork) {
  const auto matched = [&](const std::string& entry) {
    const AuditReport report = audit_claim("Butterbur was better than placebo", entry);
    return report.references.size() == 1 ? report.references[0].document : "?";
  };
  EXPECT_EQ(matched("Novak P. Butterbur for the treatment of migraine."), "c8");
  EXPECT_EQ(matched("Novak P. XB0101, a butterbur extract for the treatment of migraine. 2019."), "c9");
  EXPECT_EQ(matched("Novak P. Magnesium infusions in acute migraine."), "c10");
  EXPECT_EQ(matched("Novak P. Magnesium infusions in acute asthma."), "");
  EXPECT_EQ(matched("Novak P. A new extract for the treatment of migraine in children."), "");
}

// The page has no subject of its own: each statement says what its source has to be about.
TEST_F(CitedSourcesTest, APageOfSeveralSubjects) {
  const auto page = [](const std::string& statement) {
    return "# Answers from our practice\n\n## Migraine\n\nPropranolol prevents migraine. In migraine, "
           "attacks "
           "of migraine were halved.\n\n## Personality\n\n" +
           statement +
           " [1].\n\n## References\n\n1. Novak P. Schema therapy against usual care for borderline "
           "personality "
           "disorder. PMID: 90000211\n";
  };
  EXPECT_FALSE(has_remark(library_->audit_markdown(page("Schema therapy was more effective than usual care")),
                          RemarkKind::kOtherSubject));
  EXPECT_TRUE(has_remark(library_->audit_markdown(page("Propranolol prevents most attacks of migraine")),
                         RemarkKind::kOtherSubject));
}

}  // namespace
}  // namespace attest
