// Whole audits of small pages against a small library, both of our own making (testdata).
#include <algorithm>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "audit/audit.h"
#include "audit/audit_test_support.h"
#include "audit/judge.h"
#include "render/render.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class AuditTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    library_ = std::make_unique<test::AuditLibrary>(std::vector<std::string>{test_file("library.json")},
                                                    [](Document& document) {
                                                      if (document.record.pmid != "90000007") return;
                                                      RelatedPublication retraction;
                                                      retraction.kind = "RetractionIn";
                                                      retraction.pmid = "90000008";
                                                      document.record.related.push_back(retraction);
                                                    });
  }
  static void TearDownTestSuite() { library_.reset(); }

  static std::string test_file(const std::string& name) {
    return std::string(ATTEST_SOURCE_DIR) + "/src/audit/testdata/" + name;
  }

  static AuditReport audit(MarkedPage page, const std::string& name = "page",
                           std::vector<std::pair<std::string, MarkedPage>> others = {}) {
    return library_->audit(std::move(page), name, std::move(others));
  }
  static AuditReport audit_file(const std::string& name) {
    auto page = read_marked_page(test_file(name));
    EXPECT_TRUE(page) << (page ? "" : page.error().to_line());
    return page ? audit(std::move(*page), name) : AuditReport();
  }
  static AuditReport audit_text(const std::string& text) {
    auto page = marked_plain_text(text, "page.txt");
    EXPECT_TRUE(page);
    return audit(std::move(*page), "page.txt");
  }

  static std::unique_ptr<test::AuditLibrary> library_;
};
std::unique_ptr<test::AuditLibrary> AuditTest::library_;

const Remark* find(const AuditReport& report, RemarkKind kind, const std::string& words = {}) {
  for (const Remark& remark : report.remarks) {
    if (remark.kind == kind && remark.message.find(words) != std::string::npos) return &remark;
  }
  return nullptr;
}

#define EXPECT_REMARK(report, ...) EXPECT_NE(find(report, __VA_ARGS__), nullptr) << audit_to_json(report)
#define EXPECT_NO_REMARK(report, ...) EXPECT_EQ(find(report, __VA_ARGS__), nullptr) << audit_to_json(report)

TEST_F(AuditTest, FindsWhatIsWrongWithAPage) {
  const AuditReport report = audit_file("brackets.html");
  const Remark* contradicted = find(report, RemarkKind::kContradicted);
  ASSERT_NE(contradicted, nullptr);
  EXPECT_THAT(contradicted->places.front().quote, HasSubstr("Butterbur is an effective treatment"));
  EXPECT_THAT(contradicted->evidence.front().quote, HasSubstr("no significant difference"));
  EXPECT_REMARK(report, RemarkKind::kOtherSubject, "type 2 diabetes");
  EXPECT_REMARK(report, RemarkKind::kOneStudyAsGeneral, "92%");
  EXPECT_REMARK(report, RemarkKind::kCitedNotListed, "9");
  EXPECT_REMARK(report, RemarkKind::kListedNotCited, "[7] and [8]");
  EXPECT_REMARK(report, RemarkKind::kIdentifierMismatch, "[5]");
  EXPECT_REMARK(report, RemarkKind::kDuplicateReference, "[1] and [8]");
  EXPECT_REMARK(report, RemarkKind::kWrongDetails, "2009");
  EXPECT_REMARK(report, RemarkKind::kReviewState);
}

TEST_F(AuditTest, RecomputesThePagesOwnFigures) {
  const AuditReport report = audit_text(
      "Preventing migraine\n\n"
      "Attacks were halved in 36 of 50 patients (82%) with feverfew.\n\n"
      "Of 150 patients, 80 were women and 90 were men.\n\n"
      "Attacks were halved in 33 of 60 patients (55%) with magnesium.\n");
  const Remark* share = find(report, RemarkKind::kFiguresDisagree, "82 %");
  ASSERT_NE(share, nullptr) << audit_to_json(report);
  EXPECT_EQ(share->message, "The page gives 82 % for 36/50; the counts give 72.0 %.");
  EXPECT_EQ(share->severity, Severity::kSerious);
  EXPECT_THAT(share->places.front().quote, HasSubstr("36 of 50"));
  EXPECT_REMARK(report, RemarkKind::kFiguresDisagree, "150 in all; the parts, 80 + 90, make 170");
  EXPECT_NO_REMARK(report, RemarkKind::kFiguresDisagree, "33/60");
}

TEST_F(AuditTest, AFigureTakenFromASourceThatDoesNotFitItself) {
  const std::string references =
      "\n\nReferences\n1. Lunde O. Comfrey ointment for ankle sprain: a randomised trial. Example J Sports "
      "Medicine. 2011.\n";
  const AuditReport report =
      audit_text("Ankle sprain\n\nComfrey ointment cured the swelling in 82% of patients [1]." + references);
  const Remark* remark =
      find(report, RemarkKind::kFiguresDisagree, "gives 82 % for 36/50; the counts give 72.0 %");
  ASSERT_NE(remark, nullptr) << audit_to_json(report);
  EXPECT_THAT(remark->evidence.front().quote, HasSubstr("36 of 50 patients (82%)"));
  EXPECT_THAT(remark->references, ElementsAre(1));
  // What the page does not take over is not its matter.
  EXPECT_NO_REMARK(
      audit_text("Ankle sprain\n\nComfrey ointment was used for a week by 50% of patients [1]." + references),
      RemarkKind::kFiguresDisagree);
}

TEST_F(AuditTest, AManuscriptsAbstractIsHeldAgainstItsText) {
  std::string text = "## Introduction\n\n";
  for (const char letter : std::string_view("abcdefghijklmnopqrstuvw"))
    text += std::string("Leaves were dried in barn ") + letter + " and kept dark. ";
  text += "\n\n## Results\n\nAt the clinic 280 women were randomised.\n";
  for (const std::string abstract :
       {"In this trial 300 women were randomised.", "We randomised 300 women to leaves.",
        "### Methods\n\nIn this trial 300 women were randomised."}) {
    auto marked =
        marked_markdown("# Feverfew for migraine\n\n## Abstract\n\n" + abstract + "\n\n" + text, "page.md");
    ASSERT_TRUE(marked);
    EXPECT_REMARK(audit(std::move(*marked)), RemarkKind::kFiguresDisagree,
                  "has 300 people randomised in the abstract and 280 in the full text");
  }
}

TEST_F(AuditTest, LeavesAloneWhatIsRight) {
  const AuditReport report = audit_file("brackets.html");
  for (const Remark& remark : report.remarks) {
    if (remark.kind == RemarkKind::kReviewState || remark.kind == RemarkKind::kListedNotCited) continue;
    for (const PagePlace& place : remark.places) {
      EXPECT_THAT(place.quote, Not(HasSubstr("33 of 60"))) << remark.message;
      EXPECT_THAT(place.quote, Not(HasSubstr("first-line treatment"))) << remark.message;
    }
  }
  EXPECT_NO_REMARK(report, RemarkKind::kHarmsLeftOut);
  EXPECT_NO_REMARK(report, RemarkKind::kUnnumberedList);
}

TEST_F(AuditTest, AuthorYearStyle) {
  const AuditReport report = audit_file("author_year.md");
  EXPECT_REMARK(report, RemarkKind::kCitedNotListed, "Birkeland et al., 2018");
  EXPECT_REMARK(report, RemarkKind::kUnnamedStudies);
  EXPECT_NO_REMARK(report, RemarkKind::kContradicted);
  EXPECT_NO_REMARK(report, RemarkKind::kListedNotCited);
  EXPECT_NO_REMARK(report, RemarkKind::kUnnumberedList);
  EXPECT_EQ(std::count_if(report.references.begin(), report.references.end(),
                          [](const AuditedReference& one) { return one.document.empty(); }),
            0);
}

TEST_F(AuditTest, ACleanPageHasNoProblems) {
  const AuditReport report = audit_text(
      "Butterbur for migraine\n\nIn one trial of 90 patients with migraine, butterbur extract was not better "
      "than "
      "placebo at 3 months.¹\n\nReferences\n1. Dvorak J. Butterbur extract for migraine prevention: a "
      "randomised "
      "controlled trial. Example J Headache. 2014. PMID: 90000004\n");
  EXPECT_FALSE(report.has_problems()) << audit_to_json(report);
  ASSERT_EQ(report.claims.size(), 1U);
  EXPECT_EQ(report.claims[0].verdict, AuditVerdict::kSupported);
  EXPECT_TRUE(report.claims[0].against_cited);
}

// What a PDF hides from the reader is no fault of the page.
TEST_F(AuditTest, AListThatCouldNotBeReadWholeAccusesNobody) {
  auto page = marked_plain_text(
      "Butterbur for migraine\n\nButterbur was studied in migraine for 3 months [2]. It was not better than "
      "placebo [1].\n\nReferences\n\n1. Dvorak J. Butterbur extract for migraine prevention: a randomised "
      "controlled trial. Example J Headache. 2014. PMID: 90000004\n\n4. Ek B. Tea and the head. Example J. "
      "2003;3:3.\n",
      "page.txt");
  ASSERT_TRUE(page);
  page->format = Format::kPdf;
  const AuditReport report = audit(std::move(*page), "page.pdf");
  for (const Remark& remark : report.remarks) {
    if (remark.kind == RemarkKind::kCitedNotListed) {
      EXPECT_EQ(remark.severity, Severity::kNote);
    }
  }
  EXPECT_TRUE(std::any_of(report.unchecked.begin(), report.unchecked.end(), [](const Unchecked& one) {
    return one.what.find("reference list") != std::string::npos;
  }));
}

// A statement has one state, in the text, the JSON and the HTML.
TEST_F(AuditTest, WhatASeriousRemarkSpeaksAgainstIsNotSupported) {
  for (const char* file : {"superscripts.txt", "author_year.md", "brackets.html"}) {
    const AuditReport report = audit_file(file);
    const nlohmann::json json = nlohmann::json::parse(audit_to_json(report));
    EXPECT_EQ(json["counts"]["supported"], report.count(AuditVerdict::kSupported));
    for (const AuditedClaim& claim : report.claims) {
      if (claim.verdict != AuditVerdict::kSupported) continue;
      for (const Remark& remark : report.remarks) {
        if (remark.severity != Severity::kSerious || remark.kind > RemarkKind::kFiguresDisagree ||
            remark.kind == RemarkKind::kHarmsLeftOut)
          continue;
        for (const PagePlace& place : remark.places)
          EXPECT_FALSE(place.page == 0 && place.span.overlaps(claim.place.span)) << claim.place.quote;
      }
    }
  }
}

TEST_F(AuditTest, ASourceAboutAnotherConditionIsToldWhateverTheTreatment) {
  const AuditReport report = audit_text(
      "Insomnia\n\nButterbur extract cures chronic insomnia.¹ Insomnia is common in insomnia "
      "clinics.\n\nReferences\n1. Dvorak J. Butterbur extract for migraine prevention: a randomised "
      "controlled "
      "trial. Example J Headache. 2014. PMID: 90000004\n");
  EXPECT_TRUE(std::any_of(report.remarks.begin(), report.remarks.end(), [](const Remark& remark) {
    return remark.kind == RemarkKind::kOtherSubject && remark.severity == Severity::kSerious;
  })) << audit_to_json(report);
}

TEST_F(AuditTest, RetractedSourcesAreSerious) {
  const AuditReport report = audit_text(
      "Feverfew for migraine\n\nFeverfew halved migraine days in 48 of 80 patients at 3 "
      "months.¹\n\nReferences\n"
      "1. Green T. Feverfew for migraine: a randomised trial. Example J Headache. 2005. PMID: 90000007\n");
  const Remark* remark = find(report, RemarkKind::kRetracted, "[1]");
  ASSERT_NE(remark, nullptr) << audit_to_json(report);
  EXPECT_EQ(remark->severity, Severity::kSerious);
  EXPECT_EQ(report.references.front().status, "retracted");
}

TEST_F(AuditTest, NumbersThatTheSourceDoesNotHave) {
  const AuditReport report = audit_text(
      "Propranolol for migraine\n\nIn a trial, propranolol 240 mg daily was used against "
      "migraine.¹\n\nReferences\n"
      "1. Ashby K. Propranolol against placebo for the prevention of migraine: a randomised trial. 2012.\n");
  EXPECT_REMARK(report, RemarkKind::kNumberNotInSource, "240 mg");
}

TEST_F(AuditTest, HarmsOfWhatIsPraisedAndNotOfWhatItIsHeldAgainst) {
  const std::string list =
      "\n\nReferences\n1. Ashby K. Propranolol against placebo for the prevention of migraine: a randomised "
      "trial. 2012.\n";
  EXPECT_REMARK(
      audit_text("Migraine\n\nAt 3 months 55% of 60 patients with migraine responded to propranolol.¹" +
                 list),
      RemarkKind::kHarmsLeftOut, "propranolol");
  EXPECT_NO_REMARK(
      audit_text(
          "Migraine\n\nAt 3 months 55% of 60 patients with migraine had a response after propranolol.¹" +
          list),
      RemarkKind::kHarmsLeftOut);
}

TEST(Judge, TheSizeOfAChangeIsNoShareOfPeople) {
  const std::string change = "a 20 percent improvement";
  EXPECT_TRUE(audit::is_change(change, {2, 12}));
  const std::string by = "fell by 30% in all";
  EXPECT_TRUE(audit::is_change(by, {8, 11}));
  const std::string share = "30% of patients improved";
  EXPECT_FALSE(audit::is_change(share, {0, 3}));
}

TEST(Judge, OutcomesAreToldApart) {
  EXPECT_EQ(
      audit::outcomes_named("success was reported in 70%") & audit::outcomes_named("70% achieved remission"),
      0U);
  EXPECT_NE(audit::outcomes_named("success was reported") & audit::outcomes_named("patients improved"), 0U);
  EXPECT_EQ(audit::outcomes_named("the mean age was 40"), 0U);
}

TEST_F(AuditTest, ASourceThatFitsItsStatementIsNotOffTheSubject) {
  const AuditReport report = audit_text(
      "Migraine and weight\n\nIn type 2 diabetes, weight fell by 2.1 kg with metformin at 6 "
      "months.¹\n\nReferences\n"
      "1. Eriksen T. Metformin in type 2 diabetes: effect on weight. 2015. PMID: 90000006\n");
  EXPECT_NO_REMARK(report, RemarkKind::kOtherSubject);
}

TEST_F(AuditTest, QuotationsAreLookedFor) {
  const AuditReport report = audit_text(
      "Butterbur for migraine\n\nA study found that \"butterbur extract was not better than placebo\" in "
      "migraine.\n\n"
      "Another study found that \"butterbur is the best of all known remedies\" in migraine.\n");
  const Remark* missing = find(report, RemarkKind::kQuotationNotFound, "none is cited");
  ASSERT_NE(missing, nullptr) << audit_to_json(report);
  ASSERT_EQ(missing->places.size(), 1U);
  EXPECT_EQ(missing->places.front().quote, "butterbur is the best of all known remedies");
}

TEST_F(AuditTest, SourcesOfTheOwnPublisher) {
  const AuditReport report = audit_text(
      "Migraine\n\nPropranolol prevents migraine.¹\n\nReferences\n1. Topic overview on migraine, HealthWeb "
      "Editors, "
      "2024.\n\nHealthWeb assumes no liability for what you do.\n");
  EXPECT_REMARK(report, RemarkKind::kOwnSource, "HealthWeb");
}

TEST_F(AuditTest, AnotherPageOfThePublisher) {
  auto page = marked_plain_text("Migraine\n\nPropranolol helps 55% of people with migraine.\n", "a.txt");
  auto other = marked_plain_text("Headaches\n\nPropranolol helps 90% of people with migraine.\n", "b.txt");
  ASSERT_TRUE(page);
  ASSERT_TRUE(other);
  std::vector<std::pair<std::string, MarkedPage>> others;
  others.emplace_back("b.txt", *other);
  const AuditReport report = audit(*page, "a.txt", std::move(others));
  const Remark* remark = find(report, RemarkKind::kOtherPageDiffers);
  ASSERT_NE(remark, nullptr) << audit_to_json(report);
  ASSERT_EQ(remark->places.size(), 2U);
  EXPECT_EQ(remark->places[1].page, 1U);
  EXPECT_THAT(remark->places[1].quote, HasSubstr("90%"));
}

TEST_F(AuditTest, SaysWhatCouldNotBeChecked) {
  const AuditReport report = audit_text(
      "Migraine\n\nMagnesium prevents migraine in 30% of 60 people at 3 months.¹\n\nReferences\n1. Fischer "
      "U. Magnesium "
      "and migraine. Example J Nutr. 2001;1:1.\n");
  ASSERT_FALSE(report.unchecked.empty());
  EXPECT_THAT(report.unchecked.front().what, HasSubstr("1 listed work"));
  EXPECT_THAT(report.claims.front().note, HasSubstr("not in the collection"));
}

TEST_F(AuditTest, EveryQuoteIsWhatStandsAtItsSpan) {
  for (const char* name : {"brackets.html", "author_year.md", "superscripts.txt"}) {
    const AuditReport report = audit_file(name);
    for (const Remark& remark : report.remarks) {
      for (const PagePlace& place : remark.places)
        EXPECT_EQ(place.span.of(report.text), place.quote) << name << ": " << remark.message;
      for (const SourceEvidence& evidence : remark.evidence) {
        const auto ref = library_->collection()->find(evidence.document);
        ASSERT_TRUE(ref);
        const auto text = library_->collection()->text(*ref);
        ASSERT_TRUE(text);
        EXPECT_EQ(evidence.span.of(*text), evidence.quote);
      }
    }
  }
}

TEST_F(AuditTest, TheReportIsTheSameEachTimeInEveryForm) {
  const AuditReport report = audit_file("brackets.html");
  const AuditReport again = audit_file("brackets.html");
  EXPECT_EQ(audit_to_json(report), audit_to_json(again));
  EXPECT_EQ(render_audit_html(report), render_audit_html(again));
  const nlohmann::json json = nlohmann::json::parse(audit_to_json(report));
  EXPECT_EQ(json.at("schema"), "attest.audit/1");
  EXPECT_EQ(json.at("counts").at("serious"), report.count(Severity::kSerious));
  const std::string text = render_audit_terminal(report, {60, false});
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    EXPECT_LE(end - at, 90U) << text.substr(at, end - at);  // bytes: 60 columns with some quotation marks
    at = end + 1;
  }
}

TEST_F(AuditTest, HtmlIsSelfContainedAndEscaped) {
  const AuditReport report = audit_text(
      "A <script>alert(1)</script> title\n\nPropranolol \"helps\" <b>90%</b> of people "
      "with migraine & more.\n");
  const std::string html = render_audit_html(report);
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<b>90")));
  EXPECT_THAT(html, Not(HasSubstr("src=")));
  EXPECT_THAT(html, HasSubstr("&lt;b&gt;90%"));
  EXPECT_THAT(html, HasSubstr("Content-Security-Policy"));
}

TEST_F(AuditTest, OddPagesDoNoHarm) {
  for (const std::string& text :
       {std::string("x"), std::string("[1]"), std::string("References\n"), std::string(5000, '['),
        std::string("References\n1. \n2. \n"), std::string("1, 2, 3\n1\n2\n")}) {
    const AuditReport report = audit_text(text);
    EXPECT_LE(report.claims.size(), 5U);
  }
}

}  // namespace
}  // namespace attest
