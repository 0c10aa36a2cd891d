// Links, tables, clauses and rounded figures of pages: whole audits against a small library of this file.
#include <algorithm>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/accord.h"
#include "audit/audit.h"
#include "audit/audit_test_support.h"

namespace attest {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kRecords = R"json([
{"id": "f1", "type": "article-journal", "PMID": "90000301",
 "title": "Aspirin and gastrointestinal bleeding: a randomised trial",
 "author": [{"family": "Moser", "given": "K"}], "issued": {"date-parts": [[2012]]},
 "abstract": "In this randomised trial of 8000 people gastrointestinal bleeding occurred in 2.61% of patients taking aspirin compared with 1.37% taking placebo (odds ratio 1.93; 95% CI 1.4 to 2.6)."},
{"id": "f2", "type": "article-journal", "PMID": "90000302",
 "title": "Tranexamic acid in knee replacement: a randomised trial",
 "author": [{"family": "Nolte", "given": "K"}], "issued": {"date-parts": [[2010]]},
 "abstract": "In this randomised trial of 100 patients tranexamic acid reduced transfusion in knee replacement."},
{"id": "f3", "type": "article-journal", "PMID": "90000303",
 "title": "Tranexamic acid in traumatic brain injury: a randomised trial",
 "author": [{"family": "Olsen", "given": "K"}], "issued": {"date-parts": [[2013]]},
 "abstract": "In this randomised trial of 240 patients tranexamic acid did not significantly reduce progressive intracranial haemorrhage in traumatic brain injury."},
{"id": "f4", "type": "article-journal", "PMID": "90000304",
 "title": "Beta-blockers in elderly patients with heart failure: a cohort study",
 "author": [{"family": "Petri", "given": "K"}], "issued": {"date-parts": [[2002]]},
 "abstract": "In this cohort of 1200 elderly patients with heart failure beta-blocker use was associated with lower mortality (hazard ratio 0.72, 95% CI 0.65 to 0.80)."},
{"id": "f5", "type": "article-journal", "PMID": "90000305",
 "title": "Granisetron for vomiting after strabismus surgery in children: study protocol for a randomised trial",
 "author": [{"family": "Quist", "given": "K"}], "issued": {"date-parts": [[2015]]},
 "abstract": "Granisetron reduces vomiting after strabismus surgery in children. This protocol describes a trial that will randomise 90 children."},
{"id": "f6", "type": "article-journal", "PMID": "90000306",
 "title": "Ondansetron for vomiting after strabismus surgery in children: a randomised trial",
 "author": [{"family": "Roth", "given": "K"}], "issued": {"date-parts": [[1994]]},
 "abstract": "In this randomised trial of 90 children ondansetron reduced vomiting after strabismus surgery."}
])json";

// A paper whose statement stands in its body only.
constexpr const char* kArticle =
    R"xml(<?xml version="1.0"?><article article-type="research-article"><front><article-meta>
<article-id pub-id-type="pmid">90000310</article-id><article-id pub-id-type="pmc">PMC9000310</article-id>
<title-group><article-title>Keyhole and open removal of the appendix compared: a randomised trial</article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Sandor</surname><given-names>P</given-names></name></contrib></contrib-group>
<pub-date><year>2011</year></pub-date>
<abstract><p>We compared two operations in 160 adults with appendicitis.</p></abstract></article-meta></front>
<body><sec><title>Results</title>
<p>The mean operative duration was 47.54 ± 12.82 min in laparoscopic appendectomy and 31.36 ± 11.43 min in open appendectomy.</p>
<p>Patients received 1,907 SD ± 878 ml of colloid.</p>
<p>Laparoscopic appendectomy significantly reduced wound infection compared with open appendectomy in adults with appendicitis.</p></sec></body></article>)xml";

class PageFormsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const test::TemporaryFolder folder;
    library_ = std::make_unique<test::AuditLibrary>(std::vector<std::string>{
        folder.write("library.json", kRecords).string(), folder.write("article.xml", kArticle).string()});
  }
  static void TearDownTestSuite() { library_.reset(); }

  static AuditReport audit(Result<MarkedPage> page,
                           std::vector<std::pair<std::string, MarkedPage>> others = {}) {
    EXPECT_TRUE(page);
    return page ? library_->audit(std::move(*page), "page", std::move(others)) : AuditReport();
  }
  static AuditReport audit_html(const std::string& body) {
    return audit(marked_html("<html><body>" + body + "</body></html>", "page.html"));
  }
  static AuditReport audit_markdown(const std::string& text) {
    return audit(marked_markdown(text, "page.md"));
  }

  static bool remarks(const AuditReport& report, RemarkKind kind) {
    return std::any_of(report.remarks.begin(), report.remarks.end(),
                       [&](const Remark& remark) { return remark.kind == kind; });
  }
  static const AuditedClaim* claim_with(const AuditReport& report, const std::string& words) {
    for (const AuditedClaim& claim : report.claims) {
      if (claim.place.quote.find(words) != std::string::npos) return &claim;
    }
    return nullptr;
  }

  static std::unique_ptr<test::AuditLibrary> library_;
};
std::unique_ptr<test::AuditLibrary> PageFormsTest::library_;

constexpr const char* kAppendix =
    "\n\n## References\n\n1. Sandor P. Keyhole and open removal of the appendix compared: a randomised "
    "trial. "
    "2011. PMID: 90000310\n";

TEST_F(PageFormsTest, APaperBehindALinkIsReadWhole) {
  const AuditReport report = audit_html(
      "<p>Laparoscopic appendectomy reduced wound infection in adults with appendicitis "
      "(<a href=\"https://pubmed.ncbi.nlm.nih.gov/90000310/\">Sandor 2011</a>).</p>");
  EXPECT_FALSE(remarks(report, RemarkKind::kOtherSubject)) << audit_to_json(report);
  ASSERT_EQ(report.claims.size(), 1U);
  EXPECT_EQ(report.claims[0].verdict, AuditVerdict::kSupported) << audit_to_json(report);
}

TEST_F(PageFormsTest, ARoundedOrConvertedFigureIsTheSourcesFigure) {
  for (const char* claim :
       {"The operation took 48 minutes with laparoscopic and 31 minutes with open appendectomy [1].",
        "Patients received 1.9 litres of colloid [1].", "Laparoscopic appendectomy took 47.5 minutes [1]."}) {
    const AuditReport report = audit_markdown("# Appendicitis\n\n" + std::string(claim) + kAppendix);
    EXPECT_FALSE(remarks(report, RemarkKind::kNumberNotInSource)) << audit_to_json(report);
    EXPECT_FALSE(remarks(report, RemarkKind::kContradicted)) << audit_to_json(report);
  }
  EXPECT_TRUE(remarks(audit_markdown("# Appendicitis\n\nLaparoscopic appendectomy took 52 minutes [1]." +
                                     std::string(kAppendix)),
                      RemarkKind::kNumberNotInSource));
  const std::string petri =
      "\n\n## References\n\n1. Petri K. Beta-blockers in elderly patients with heart failure: a cohort "
      "study. "
      "2002. PMID: 90000304\n";
  EXPECT_FALSE(
      remarks(audit_markdown("# Heart failure\n\nIn elderly patients beta-blocker use was associated "
                             "with a 28% lower mortality [1]." +
                             petri),
              RemarkKind::kNumberNotInSource));
  EXPECT_TRUE(remarks(audit_markdown("# Heart failure\n\nIn elderly patients beta-blocker use was associated "
                                     "with a 38% lower mortality [1]." +
                                     petri),
                      RemarkKind::kNumberNotInSource));
}

TEST_F(PageFormsTest, AProtocolSaysNothingForOrAgainst) {
  const AuditReport report = audit_markdown(
      "# Vomiting after strabismus surgery\n\nGranisetron reduces vomiting after strabismus surgery in "
      "children "
      "[1].\n\n## References\n\n1. Roth K. Ondansetron for vomiting after strabismus surgery in children: a "
      "randomised trial. 1994. PMID: 90000306\n");
  const AuditedClaim* claim = claim_with(report, "Granisetron");
  ASSERT_NE(claim, nullptr);
  EXPECT_THAT(claim->note, Not(HasSubstr("another document"))) << audit_to_json(report);
}

TEST_F(PageFormsTest, ANumberThatIsALinkLeadsToItsSource) {
  const AuditReport report = audit_html(
      "<h1>Knee replacement</h1><p>Tranexamic acid reduces transfusion in knee replacement "
      "<a href=\"https://pubmed.ncbi.nlm.nih.gov/90000302/\">[1]</a>.</p>");
  EXPECT_FALSE(remarks(report, RemarkKind::kCitedNotListed)) << audit_to_json(report);
  ASSERT_EQ(report.claims.size(), 1U);
  EXPECT_EQ(report.claims[0].verdict, AuditVerdict::kSupported) << audit_to_json(report);
  EXPECT_TRUE(report.claims[0].against_cited);
}

TEST_F(PageFormsTest, RowsOfATableAreNoStatements) {
  const AuditReport report = audit_html(
      "<h1>Vomiting after squint surgery</h1><table><tr><th>Drug</th><th>Vomiting at 24 h</th></tr>"
      "<tr><td>Placebo</td><td>67%</td></tr><tr><td>Ondansetron</td><td>30%</td></tr>"
      "<tr><td>Advice</td><td>Ondansetron reduced vomiting after strabismus surgery.</td></tr></table>");
  ASSERT_EQ(report.claims.size(), 1U) << audit_to_json(report);
  EXPECT_EQ(report.claims[0].place.quote, "Ondansetron reduced vomiting after strabismus surgery.");
  EXPECT_TRUE(std::any_of(report.unchecked.begin(), report.unchecked.end(), [](const Unchecked& one) {
    return one.what == "3 rows of tables";
  })) << audit_to_json(report);
  EXPECT_FALSE(remarks(report, RemarkKind::kNoDenominator));
}

TEST_F(PageFormsTest, EachClauseIsHeldAgainstWhatIsCitedForIt) {
  const AuditReport report = audit_html(
      "<h1>Tranexamic acid</h1><p>Tranexamic acid reduces transfusion in knee replacement,<sup>1</sup> and "
      "in "
      "traumatic brain injury it significantly reduced progressive haemorrhage.<sup>2</sup></p>"
      "<h2>References</h2><ol><li>Nolte K. Tranexamic acid in knee replacement: a randomised trial. 2010. "
      "PMID: "
      "90000302</li><li>Olsen K. Tranexamic acid in traumatic brain injury: a randomised trial. 2013. PMID: "
      "90000303</li></ol>");
  const AuditedClaim* first = claim_with(report, "knee replacement");
  const AuditedClaim* second = claim_with(report, "brain injury");
  ASSERT_NE(first, nullptr);
  ASSERT_NE(second, nullptr);
  EXPECT_EQ(first->verdict, AuditVerdict::kSupported) << audit_to_json(report);
  EXPECT_EQ(second->verdict, AuditVerdict::kContradicted) << audit_to_json(report);
  for (const Remark& remark : report.remarks) {
    if (remark.kind == RemarkKind::kContradicted) {
      EXPECT_THAT(remark.message, HasSubstr("[2]"));
    }
  }
}

TEST_F(PageFormsTest, SingleAuthorsAreCited) {
  const std::string list =
      "\n\nReferences\n\nRoth K. (1994). Ondansetron for vomiting after strabismus surgery in children: a "
      "randomised trial. Example J, 1, 1-9.\n";
  const AuditReport report = audit(
      marked_plain_text("Nausea\n\nGinger reduces nausea (Lee, 2012). Metoclopramide works in some (see "
                        "Henzi, 2000). Propofol has "
                        "an effect, as Tramer (1997) showed. Ondansetron reduced vomiting (Roth, 1994)." +
                            list,
                        "page.txt"));
  std::string unlisted;
  for (const Remark& remark : report.remarks) {
    if (remark.kind == RemarkKind::kCitedNotListed) unlisted += remark.message;
  }
  EXPECT_THAT(unlisted, HasSubstr("Lee, 2012"));
  EXPECT_THAT(unlisted, HasSubstr("Henzi, 2000"));
  EXPECT_THAT(unlisted, HasSubstr("Tramer 1997"));
  EXPECT_THAT(unlisted, Not(HasSubstr("Roth")));
  // On a page that cites by numbers, a name and a year are no citation.
  const AuditReport numbered = audit_markdown(
      "# Nausea\n\nOndansetron reduced vomiting [1]. The congress met there (Lisbon, 2012).\n\n## "
      "References\n\n1. Roth K. Ondansetron for vomiting after strabismus surgery in children: a randomised "
      "trial. "
      "1994.\n");
  EXPECT_FALSE(remarks(numbered, RemarkKind::kCitedNotListed)) << audit_to_json(numbered);
}

class OtherPageTest : public PageFormsTest {
 protected:
  // What is told of two pages of one statement each; "" when nothing is.
  static std::string told(const std::string& here, const std::string& there) {
    auto other = marked_markdown("# Health page two\n\n" + there + "\n", "b.md");
    EXPECT_TRUE(other);
    std::vector<std::pair<std::string, MarkedPage>> others;
    others.emplace_back("b.md", *other);
    const AuditReport report =
        audit(marked_markdown("# Health page\n\n" + here + "\n", "a.md"), std::move(others));
    for (const Remark& remark : report.remarks) {
      if (remark.kind == RemarkKind::kOtherPageDiffers) return remark.message;
    }
    return {};
  }
};

TEST_F(OtherPageTest, StatementsOfOtherThingsDoNotDiffer) {
  EXPECT_EQ(told("Aspirin reduces strokes by 25%.", "Aspirin is taken by 60% of adults over 65."), "");
  EXPECT_EQ(told("Amoxicillin cures 90% of ear infections.", "Amoxicillin cures 60% of sinus infections."),
            "");
  EXPECT_EQ(
      told("Ondansetron worked in 70% of adults.", "Placebo worked in 40% and ondansetron in 70% of adults."),
      "");
  EXPECT_EQ(told("Aspirin 75 mg twice daily prevents stroke.", "Aspirin 150 mg once daily prevents stroke."),
            "");
}

TEST_F(OtherPageTest, StatementsOfTheSameThingDiffer) {
  EXPECT_THAT(
      told("Aspirin cures 50% of people with migraine.", "Aspirin cures 80% of people with migraine."),
      HasSubstr("50% here, 80% there"));
  EXPECT_THAT(
      told("Take ferrous sulfate 200 mg once daily.", "Take ferrous sulfate 200 mg three times a day."),
      HasSubstr("200 mg three times a day there"));
  EXPECT_THAT(told("Ibuprofen is safe in pregnancy.", "Ibuprofen should not be taken in pregnancy."),
              HasSubstr("advised here"));
  EXPECT_THAT(told("Warfarin is not recommended for atrial fibrillation.",
                   "Warfarin is recommended for atrial fibrillation."),
              HasSubstr("advised against here"));
}

TEST_F(PageFormsTest, FiguresOfArmsAreHeldAgainstTheirArms) {
  const std::string moser =
      "\n\n## References\n\n1. Moser K. Aspirin and gastrointestinal bleeding: a randomised trial. 2012. "
      "PMID: "
      "90000301\n";
  const auto verdict = [&](const std::string& claim) {
    const AuditReport report = audit_markdown("# Aspirin and bleeding\n\n" + claim + " [1]." + moser);
    return report.claims.empty() ? AuditVerdict::kNotChecked : report.claims.front().verdict;
  };
  EXPECT_EQ(
      verdict(
          "Gastrointestinal bleeding occurred in 2.61% of patients taking aspirin and in 1.37% of those on "
          "placebo"),
      AuditVerdict::kSupported);
  EXPECT_EQ(
      verdict(
          "Gastrointestinal bleeding occurred in 1.37% of patients taking aspirin and in 2.61% of those on "
          "placebo"),
      AuditVerdict::kContradicted);
  EXPECT_EQ(
      verdict("Gastrointestinal bleeding occurred in 1.37% of patients taking aspirin compared with 2.61% "
              "taking placebo"),
      AuditVerdict::kContradicted);
}

TEST(SidesOfFigures, TheClauseAndTheFiguresOwnBracketCount) {
  const auto side = [](std::string_view text, std::string_view name) {
    const auto at = static_cast<uint32_t>(text.find(name));
    return audit::Side{std::string(name), false, {at, at + static_cast<uint32_t>(name.size())}};
  };
  const std::string_view rows = "Aaa did not lower it whereas Bbb lowered it by 20% and Ccc by 54%";
  const auto figure = [](std::string_view text, std::string_view printed) {
    const auto at = static_cast<uint32_t>(text.find(printed));
    return ByteSpan{at, at + static_cast<uint32_t>(printed.size())};
  };
  EXPECT_EQ(audit::sides_of_figures(rows, {figure(rows, "20%"), figure(rows, "54%")},
                                    {side(rows, "Aaa"), side(rows, "Bbb"), side(rows, "Ccc")}),
            (std::vector<int>{1, 2}));
  const std::string_view counts =
      "it occurred in 36 of 180 (19.4%) in the Aaa group and in 46 (24.7%) in the Bbb group";
  EXPECT_EQ(audit::sides_of_figures(counts, {figure(counts, "19.4%"), figure(counts, "24.7%")},
                                    {side(counts, "Aaa"), side(counts, "Bbb")}),
            (std::vector<int>{0, 1}));
}

TEST_F(PageFormsTest, RaisedNumbersOfThePageStayApartFromTheRemarks) {
  const std::string html = render_audit_html(audit_html(
      "<h1>Knee replacement</h1><p>Aspirin reduces transfusion in knee replacement.<sup>1</sup></p>"
      "<h2>References</h2><ol><li>Nolte K. Tranexamic acid in knee replacement: a randomised trial. 2010. "
      "PMID: "
      "90000302</li></ol>"));
  EXPECT_THAT(html, HasSubstr("<sup>1</sup>"));
  EXPECT_THAT(html, HasSubstr(">R1</a>"));
}

TEST_F(PageFormsTest, AReviewThatIsDeniedIsNotDone) {
  for (const char* denial :
       {"This page has not yet been medically reviewed.", "This article has not yet been peer reviewed.",
        "No doctor has reviewed this text."}) {
    const auto page = [&](const char* state) {
      return audit_html("<h1>Appendicitis</h1><p>" + std::string(state) +
                        "</p><p>Appendicitis is treated by removal of the appendix.</p><p>" + denial +
                        "</p>");
    };
    EXPECT_TRUE(remarks(page("Medically reviewed by Dr Ann Example."), RemarkKind::kReviewState)) << denial;
    EXPECT_FALSE(remarks(page("It is common."), RemarkKind::kReviewState)) << denial;
  }
}

TEST_F(PageFormsTest, ASentenceBehindANumberedListIsNoReference) {
  const AuditReport report = audit_html(
      "<h1>Appendicitis</h1><p>Laparoscopic appendectomy reduced wound infection [1].</p>"
      "<h2>References</h2><ol><li>Sandor P. Keyhole and open removal of the appendix compared: a "
      "randomised trial. 2011. PMID: 90000310</li></ol>"
      "<p>This text does not replace a visit to your doctor.</p>");
  ASSERT_EQ(report.references.size(), 1U);
  EXPECT_EQ(report.references[0].place.quote.find("visit"), std::string::npos);
}

TEST_F(PageFormsTest, FootnotesOfMarkdownAreItsReferences) {
  const AuditReport report = audit_markdown(
      "# Appendicitis\n\nLaparoscopic appendectomy reduced wound infection in adults.[^s]\n\n"
      "[^s]: Sandor P. Keyhole and open removal of the appendix compared: a randomised trial. 2011. "
      "PMID: 90000310\n");
  ASSERT_EQ(report.references.size(), 1U);
  ASSERT_EQ(report.claims.size(), 1U) << audit_to_json(report);
  EXPECT_EQ(report.claims[0].references, std::vector<uint32_t>{1});
  EXPECT_FALSE(remarks(report, RemarkKind::kCitedNotListed));
}

TEST_F(PageFormsTest, ShortSentencesThatTellOfAnEffectAreStatements) {
  const AuditReport report =
      audit_markdown("# Depression\n\nSertraline cures depression. Sertraline causes headache.\n");
  EXPECT_EQ(report.claims.size(), 2U) << audit_to_json(report);
}

}  // namespace
}  // namespace attest
