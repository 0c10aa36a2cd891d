// MEDLINE, RIS, BibTeX and CSL-JSON, and the small pieces they share.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parse/citations/citation_fields.h"
#include "parse/citations/latex_text.h"
#include "parse/format_parsers.h"
#include "parse/pubmed/structured_abstract.h"
#include "parse/record_test_support.h"

namespace attest {
namespace {

using test::body;
using test::harvest;
using test::heading;
using testing::HasSubstr;

TEST(CitationFields, BringsIdentifiersIntoOneForm) {
  EXPECT_EQ(normal_doi("https://doi.org/10.1000/ABC(1)."), "10.1000/abc(1)");
  EXPECT_EQ(normal_doi("Gut. 2001;48:435. doi: 10.1136/gut.48.3.435. PMID: 1"), "10.1136/gut.48.3.435");
  EXPECT_EQ(normal_doi("10.1"), "");
  EXPECT_EQ(web_address(" https://example.org/a?b "), "https://example.org/a?b");
  EXPECT_EQ(web_address("www.example.org/a:b"), "www.example.org/a:b");
  for (const char* other :
       {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", ""})
    EXPECT_EQ(web_address(other), "") << other;
  EXPECT_EQ(normal_doi("version 110.1000/x"), "");
  EXPECT_EQ(normal_pmid("PMID: 00123"), "123");
  EXPECT_EQ(normal_pmid("https://pubmed.ncbi.nlm.nih.gov/20000000/"), "20000000");
  EXPECT_EQ(normal_pmid("12a"), "");
  EXPECT_EQ(normal_pmcid("pmc-id: PMC3910270;"), "PMC3910270");
  EXPECT_EQ(normal_pmcid("x"), "");
}

TEST(CitationFields, ReadsDatesAsPeopleWriteThem) {
  EXPECT_EQ(parse_date("2009 Dec 16"), (PartialDate{2009, 12, 16, ""}));
  EXPECT_EQ(parse_date("2009/12/16/"), (PartialDate{2009, 12, 16, ""}));
  EXPECT_EQ(parse_date("20091216"), (PartialDate{2009, 12, 16, ""}));
  EXPECT_EQ(parse_date("16 December 2009"), (PartialDate{2009, 12, 16, ""}));
  EXPECT_EQ(parse_date("2009"), (PartialDate{2009, 0, 0, ""}));
  EXPECT_EQ(parse_date("1998 Dec-1999 Jan"), (PartialDate{1998, 12, 0, "1998 Dec-1999 Jan"}));
  EXPECT_EQ(parse_date("2007 Fall"), (PartialDate{2007, 0, 0, "2007 Fall"}));
  EXPECT_EQ(parse_date("in press"), (PartialDate{0, 0, 0, "in press"}));
  EXPECT_EQ(parse_date(""), PartialDate{});
}

TEST(StructuredAbstract, SplitsAtKnownLabelsOnly) {
  const auto parts = split_structured_abstract(
      "Lead. BACKGROUND: It is. MATERIALS AND METHODS: We did (NOTE: x). RESULTS: 5:1.");
  ASSERT_EQ(parts.size(), 4u);
  EXPECT_EQ(parts[0].body, "Lead.");
  EXPECT_EQ(parts[1].label, "BACKGROUND");
  EXPECT_EQ(parts[2].category, "methods");
  EXPECT_EQ(parts[2].body, "We did (NOTE: x).");
  EXPECT_EQ(parts[3].body, "5:1.");
  const auto small = split_structured_abstract(
      "Background: Fissures hurt. Main results, Of 20 trials 3 were large. Authors' conclusions: Little is "
      "known. "
      "In summary: no.");
  ASSERT_EQ(small.size(), 3u);
  EXPECT_EQ(small[1].label, "Main results");
  EXPECT_EQ(small[1].body, "Of 20 trials 3 were large.");
  EXPECT_EQ(small[2].category, "conclusions");
  EXPECT_EQ(split_structured_abstract("He said so. Results, Smith found, were poor.").size(), 1u);
  EXPECT_EQ(split_structured_abstract("DNA: a molecule. Ratio 3: 4.").size(), 1u);
}

TEST(Medline, ReadsFieldsAndLinks) {
  const auto result =
      harvest(parse_medline,
              "\nPMID- 11\nTI  - A title that goes\n      on.\nBTI - \nAB  - AIM: To see. RESULTS: "
              "17/24.\nFAU - Roe, Jane\nAU  - Roe J\nAUID- ORCID: 0000-0002-1825-0097\n"
              "AD  - Here.\nCN  - The Group\nDP  - 2007 Fall\nPT  - Journal Article\nMH  - "
              "*Gut/surgery/*drug effects\nRN  - 0 (Metals, Heavy)\n"
              "SI  - ClinicalTrials.gov/NCT00000001\nSI  - ClinicalTrials.gov/NCT00000002\nOT  - *word\nPMC "
              "- PMC12\nLID - 10.1000/X [doi]\nAID - S1 [pii]\n"
              "RIN - Gut. 2001;48:435. doi: 10.1136/gut.48. PMID: 99\nECI - J X. 2002\nUIN - J Y. PMID: "
              "98\n\nPMID- 12\nTI  - Second.\nPMID- x\nTI  - Bad\n");
  ASSERT_TRUE(result.status);
  ASSERT_EQ(result.documents.size(), 2u);
  EXPECT_EQ(result.problems.size(), 1u);
  const Document& document = result.documents[0];
  const BibliographicRecord& record = document.record;
  EXPECT_EQ(document.id, "pmid:11");
  EXPECT_EQ(record.title, "A title that goes on.");
  EXPECT_EQ(heading(document, 2), "RESULTS");
  EXPECT_EQ(record.authors.at(0).given, "Jane");
  EXPECT_EQ(record.authors.at(0).orcid, "0000-0002-1825-0097");
  EXPECT_EQ(record.authors.at(1).collective, "The Group");
  EXPECT_TRUE(record.mesh.at(0).major);
  EXPECT_FALSE(record.mesh[0].qualifiers.at(0).major);
  EXPECT_TRUE(record.mesh[0].qualifiers.at(1).major);
  EXPECT_EQ(record.data_banks.at(0).accessions.size(), 2u);
  EXPECT_EQ(record.keywords.at(0), "word");
  EXPECT_EQ(record.doi, "10.1000/x");
  ASSERT_EQ(record.related.size(), 3u);
  EXPECT_EQ(record.related[0].kind, "RetractionIn");
  EXPECT_EQ(record.related[0].pmid, "99");
  EXPECT_EQ(record.related[0].doi, "10.1136/gut.48");
  EXPECT_EQ(record.related[1].kind, "ExpressionOfConcernIn");
  EXPECT_EQ(record.related[2].kind, "UpdateIn");
}

TEST(Medline, GivesTheSameRecordAsTheXml) {
  const std::filesystem::path folder = ATTEST_SHARED_DATA "/pubmed_xml";
  if (!std::filesystem::exists(folder / "20000000.xml")) GTEST_SKIP() << "the shared data are not here";
  const auto xml = test::harvest_file(folder / "20000000.xml");
  const auto medline = test::harvest_file(folder / "20000000.medline");
  ASSERT_EQ(xml.documents.size(), 1u);
  ASSERT_EQ(medline.documents.size(), 1u);
  const BibliographicRecord& a = xml.documents[0].record;
  const BibliographicRecord& b = medline.documents[0].record;
  EXPECT_EQ(xml.documents[0].id, medline.documents[0].id);
  EXPECT_EQ(xml.documents[0].text, medline.documents[0].text);
  EXPECT_EQ(a.title, b.title);
  EXPECT_EQ(a.published, b.published);
  EXPECT_EQ(a.revised, b.revised);
  EXPECT_EQ(a.journal.title, b.journal.title);
  EXPECT_EQ(a.journal.nlm_id, b.journal.nlm_id);
  EXPECT_EQ(a.journal.issn, b.journal.issn);
  EXPECT_EQ(a.journal.pages, b.journal.pages);
  EXPECT_EQ(a.country, b.country);
  EXPECT_EQ(a.languages, b.languages);
  ASSERT_EQ(a.authors.size(), b.authors.size());
  for (size_t i = 0; i < a.authors.size(); ++i) {
    EXPECT_EQ(a.authors[i].family, b.authors[i].family);
    EXPECT_EQ(a.authors[i].given, b.authors[i].given);
    EXPECT_EQ(a.authors[i].affiliations, b.authors[i].affiliations);
  }
  ASSERT_EQ(a.mesh.size(), b.mesh.size());
  for (size_t i = 0; i < a.mesh.size(); ++i) {
    EXPECT_EQ(a.mesh[i].descriptor, b.mesh[i].descriptor);
    EXPECT_EQ(a.mesh[i].major, b.mesh[i].major);
    ASSERT_EQ(a.mesh[i].qualifiers.size(), b.mesh[i].qualifiers.size());
    for (size_t j = 0; j < a.mesh[i].qualifiers.size(); ++j) {
      EXPECT_EQ(a.mesh[i].qualifiers[j].name, b.mesh[i].qualifiers[j].name);
      EXPECT_EQ(a.mesh[i].qualifiers[j].major, b.mesh[i].qualifiers[j].major);
    }
  }
  EXPECT_EQ(a.chemicals.size(), b.chemicals.size());
  EXPECT_EQ(a.publication_types.size(), b.publication_types.size());
}

TEST(Ris, ReadsRecordsOfSeveralExporters) {
  const auto result = harvest(parse_ris,
                              "TY  - JOUR\r\nTI  - Biofeedback\r\nAU  - Roe, Jane\r\nT2  - Gut\r\nPY  - "
                              "2009\r\nDA  - 2009/12/16/\r\nSP  - 10\r\nEP  - 12\r\nVL  - 3\r\n"
                              "SN  - 1234-5678\r\nDO  - 10.1000/X\r\nAB  - METHODS: Done.\r\n      "
                              "More.\r\nKW  - a\r\nKW  - b\r\nDB  - PubMed\r\nAN  - 77\r\nER  - \r\n"
                              "\r\nTY  - BOOK\r\nT1  - No id\r\nER  -\r\nTY  - JOUR\r\nTI  - Cut");
  ASSERT_TRUE(result.status);
  ASSERT_EQ(result.documents.size(), 3u);
  const BibliographicRecord& record = result.documents[0].record;
  EXPECT_EQ(result.documents[0].id, "pmid:77");
  EXPECT_EQ(record.journal.title, "Gut");
  EXPECT_EQ(record.journal.pages, "10-12");
  EXPECT_EQ(record.published, (PartialDate{2009, 12, 16, ""}));
  EXPECT_EQ(body(result.documents[0], 1), "Done.\nMore.");
  EXPECT_EQ(record.keywords.size(), 2u);
  EXPECT_EQ(result.documents[1].record.type, "book");
  EXPECT_THAT(result.documents[1].id, testing::StartsWith("file:"));
  EXPECT_EQ(result.problems.size(), 1u);
}

TEST(Ris, ReadsWindowsEncodings) {
  const auto result = harvest(parse_ris, std::string_view("TY  - JOUR\nTI  - caf\xE9\nER  - \n"));
  EXPECT_EQ(result.documents.at(0).record.title, "café");
}

TEST(Latex, TranslatesAccentsAndCommands) {
  EXPECT_EQ(latex_to_text("G{\\\"o}del {\\'E}t\\'e \\c{c}a na\\\"{\\i}ve \\'{\\i}"), "Gödel Été ça naïve í");
  EXPECT_EQ(latex_to_text("{B}otulinum \\emph{toxin} A \\& B 5--6 {\\ss} \\o re $\\alpha$"),
            "Botulinum toxin A & B 5–6 ß øre α");
  EXPECT_EQ(latex_to_text("a\\"), "a\\");
}

TEST(Bibtex, ReadsStringsNamesAndNestedBraces) {
  const auto result = harvest(
      parse_bibtex,
      "@string{gut = \"Gut\"}\n@comment{ignored @article{x,}}\n@preamble{\"x\"}\n"
      "@Article{farid2009, author = {Farid, Mohamed and {World {Health} Organization} and Ludwig van "
      "Beethoven and others},\n"
      " title = \"{B}iofeedback {in {anismus}} caf\\'{e}\", journal = gut # { Journal}, year = 2009, month = "
      "mar, pages = {10--12}, doi = {10.1000/X},\n"
      " keywords = {a, b}, abstract = {RESULTS: 50\\% better.}, }\n"
      "@weird(key2, title = {Odd type})\n@article{broken, title {no equals}}\n@misc{last, title = {Last}}\n");
  ASSERT_TRUE(result.status);
  ASSERT_EQ(result.documents.size(), 3u);
  EXPECT_EQ(result.problems.size(), 1u);
  EXPECT_THAT(result.problems[0].to_line(), HasSubstr("broken"));
  const BibliographicRecord& record = result.documents[0].record;
  EXPECT_EQ(result.documents[0].id, "doi:10.1000/x");
  EXPECT_EQ(record.title, "Biofeedback in anismus café");
  EXPECT_EQ(record.journal.title, "Gut Journal");
  EXPECT_EQ(record.journal.pages, "10-12");
  EXPECT_EQ(record.published, (PartialDate{2009, 3, 0, ""}));
  ASSERT_EQ(record.authors.size(), 3u);
  EXPECT_EQ(record.authors[1].collective, "World Health Organization");
  EXPECT_EQ(record.authors[2].family, "van Beethoven");
  EXPECT_EQ(record.keywords.size(), 2u);
  EXPECT_EQ(body(result.documents[0], 1), "50% better.");
  EXPECT_EQ(result.documents[1].record.type, "document");
}

TEST(Bibtex, BoundsStringsThatDouble) {
  std::string file = "@string{a0 = {" + std::string(1000, 'x') + "}}\n";
  for (int i = 1; i < 60; ++i) {
    file += "@string{a" + std::to_string(i) + " = a" + std::to_string(i - 1) + " # a" +
            std::to_string(i - 1) + "}\n";
  }
  const auto result = harvest(parse_bibtex, file);
  ASSERT_FALSE(result.status);
  EXPECT_EQ(result.status.error().code, ErrorCode::kLimit);
}

TEST(CslJson, ReadsItemsWithIdsInNotesAndCustomMembers) {
  const auto result = harvest(
      parse_csl_json,
      R"([{"id":"E1","type":"article-journal","title":"A <i>b</i> c","author":[{"family":"Roe","given":"J"},{"literal":"Group"}],
        "issued":{"date-parts":[[2009,12,16]]},"note":"Summary written for us.\nPMID: 55 PMCID: PMC6","DOI":"10.1/X","container-title":"Gut",
        "abstract":"Text.","custom":{"n":60,"same_study_as":["E2","E3"],"tier":"A"}},
       {"id":"http://zotero.org/x","type":"book","title":"No ids","issued":{"raw":"2001 Fall"}}, 5, {"id":"e","type":"book"}])");
  ASSERT_TRUE(result.status);
  ASSERT_EQ(result.documents.size(), 2u);
  EXPECT_EQ(result.problems.size(), 2u);
  const Document& document = result.documents[0];
  EXPECT_EQ(document.id, "pmid:55");
  EXPECT_EQ(document.depth, Depth::kSummary);
  EXPECT_EQ(document.record.title, "A b c");
  EXPECT_EQ(document.record.pmcid, "PMC6");
  EXPECT_EQ(document.record.statement("n"), "60");
  EXPECT_EQ(document.record.statement("same_study_as"), "E2,E3");
  EXPECT_EQ(document.record.published, (PartialDate{2009, 12, 16, ""}));
  EXPECT_EQ(result.documents[1].id, "http://zotero.org/x");
  EXPECT_EQ(result.documents[1].depth, Depth::kTitle);
  EXPECT_EQ(result.documents[1].record.published.as_stated, "2001 Fall");
  EXPECT_EQ(harvest(parse_csl_json, R"({"items":[{"title":"x"}]})").documents.size(), 1u);
  EXPECT_EQ(harvest(parse_csl_json, R"({"id":"s","title":"x"})").documents.size(), 1u);
}

TEST(CslJson, RefusesWhatIsNotJson) {
  EXPECT_FALSE(harvest(parse_csl_json, "[{\"title\":").status);
  EXPECT_FALSE(harvest(parse_csl_json, "").status);
  EXPECT_FALSE(harvest(parse_csl_json, std::string_view("[{\"title\":\"caf\xE9\"}]")).status);
  EXPECT_FALSE(harvest(parse_csl_json, std::string(100'000, '[')).status);
}

}  // namespace
}  // namespace attest
