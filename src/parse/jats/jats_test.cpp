#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"
#include "base/temporary_folder.h"
#include "parse/format_parsers.h"
#include "parse/fulltext_test_support.h"
#include "parse/identifiers.h"

namespace attest {
namespace {

using test::body_text;
using test::BytesSource;
using test::Collected;
using test::section_named;
using testing::ElementsAre;
using testing::HasSubstr;

Collected read_jats(std::string_view bytes, Status* status = nullptr) {
  Collected collected;
  BytesSource source(bytes, 7);  // every boundary falls somewhere awkward
  const Status result = parse_jats(source, "test.xml", collected.sink());
  if (status != nullptr)
    *status = result;
  else
    EXPECT_TRUE(result) << (result ? "" : result.error().to_line());
  return collected;
}

Document one_article(std::string_view body, std::string_view meta = {}, std::string_view back = {}) {
  const std::string bytes =
      "<article article-type=\"research-article\" xml:lang=\"en\" "
      "xmlns:xlink=\"http://www.w3.org/1999/xlink\"><front><article-meta>"
      "<article-id pub-id-type=\"pmid\">11</article-id><title-group><article-title>A trial"
      "</article-title></title-group>" +
      std::string(meta) + "</article-meta></front><body>" + std::string(body) + "</body><back>" +
      std::string(back) + "</back></article>";
  Collected collected = read_jats(bytes);
  EXPECT_EQ(collected.documents.size(), 1U);
  if (collected.documents.empty()) return {};
  EXPECT_TRUE(test::sections_are_sound(collected.documents[0]));
  return collected.documents[0];
}

std::string read_whole(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

TEST(Jats, ReadsTheFrontMatterOfAnArticle) {
  const std::string bytes =
      read_whole(std::string(ATTEST_SOURCE_DIR) + "/src/parse/seeds/jats_fuzz/trial.xml");
  ASSERT_FALSE(bytes.empty());
  const Collected collected = read_jats(bytes);
  ASSERT_EQ(collected.documents.size(), 1U);
  const Document& document = collected.documents[0];
  const BibliographicRecord& record = document.record;
  EXPECT_EQ(document.id, "pmid:90000001");
  EXPECT_EQ(document.depth, Depth::kFullText);
  EXPECT_EQ(record.pmcid, "PMC9000001");
  EXPECT_EQ(record.doi, "10.5555/example.1");
  EXPECT_EQ(record.title, "Biofeedback for dyssynergic defaecation: a randomised trial");
  EXPECT_EQ(record.languages, "eng");
  EXPECT_EQ(record.journal.title, "Journal of Examples");
  EXPECT_EQ(record.journal.volume, "4");
  EXPECT_EQ(record.journal.issue, "2");
  EXPECT_EQ(record.journal.pages, "11-19");
  EXPECT_EQ(record.published.year, 2020);
  EXPECT_EQ(record.published.month, 5);
  EXPECT_EQ(record.electronic.day, 3);
  ASSERT_EQ(record.authors.size(), 2U);
  EXPECT_EQ(record.authors[0].family, "Müller");
  EXPECT_EQ(record.authors[0].orcid, "0000-0002-1825-0097");
  EXPECT_THAT(record.authors[0].affiliations,
              ElementsAre("Clinic of Examples, Bern", "Institute of Tests, Basel"));
  EXPECT_EQ(record.authors[1].collective, "The Example Study Group");
  ASSERT_EQ(record.editors.size(), 1U);
  ASSERT_EQ(record.data_banks.size(), 1U);
  EXPECT_EQ(record.data_banks[0].name, "ClinicalTrials.gov");
  EXPECT_THAT(record.data_banks[0].accessions, ElementsAre("NCT01234567"));
  EXPECT_THAT(record.keywords, ElementsAre("constipation", "biofeedback"));
  EXPECT_THAT(record.licence, HasSubstr("https://creativecommons.org/licenses/by/4.0/"));
  EXPECT_EQ(record.conflict_of_interest, "None declared.");
  EXPECT_THAT(record.grants, ElementsAre("EX-17; Example Fund"));
  ASSERT_EQ(record.publication_types.size(), 1U);
  EXPECT_EQ(record.publication_types[0].name, "Journal Article");
  ASSERT_EQ(record.related.size(), 1U);
  EXPECT_EQ(record.related[0].kind, "ErratumIn");
  EXPECT_EQ(record.related[0].doi, "10.5555/example.2");
  ASSERT_EQ(record.references.size(), 2U);
  EXPECT_EQ(record.references[0].label, "B1");
  EXPECT_EQ(record.references[0].pmid, "123");
  EXPECT_EQ(record.references[1].doi, "10.1000/y");
  const Section results = section_named(document, "RESULTS");
  EXPECT_EQ(results.kind, SectionKind::kAbstract);
  EXPECT_EQ(results.category, "results");
}

TEST(Jats, KeepsCitationsInBrackets) {
  const Document document = one_article(
      "<p>Plain <xref ref-type=\"bibr\" rid=\"B1\">1</xref>. Bracketed [<xref ref-type=\"bibr\" "
      "rid=\"B2\">2</xref>,"
      "<xref ref-type=\"bibr\" rid=\"B3\">3</xref>]. Raised<sup><xref ref-type=\"bibr\" "
      "rid=\"B4\">4</xref>,<xref "
      "ref-type=\"bibr\" rid=\"B5\">5</xref></sup> end. By name (<xref ref-type=\"bibr\" rid=\"B6\">Smith "
      "2010</xref>).</p>");
  EXPECT_THAT(document.text,
              HasSubstr("Plain [1]. Bracketed [2,3]. Raised [4,5] end. By name (Smith 2010)."));
}

TEST(Jats, KeepsExponentsApartFromNumbers) {
  const Document document = one_article(
      "<p>10<sup>5</sup> cells/m<sup>2</sup>, the 95<sup>th</sup>, H<sub>2</sub>O, &#945;&alpha;</p>");
  EXPECT_THAT(document.text, HasSubstr("10^5 cells/m2, the 95th, H2O, αα"));
}

TEST(Jats, KeepsHeadingsLevelsAndKinds) {
  const Document document = one_article(
      "<sec "
      "sec-type=\"materials|methods\"><title>Methods</title><sec><title>Patients</title><p>Forty.</p></sec>"
      "<sec><title>Analysis</title><p>By intention to treat.</p></sec></sec>"
      "<sec><title>Results</title><p>Better.</p><sec><title>Harms</title><p>None.</p></sec></sec>",
      {}, "<ack><p>Thanks.</p></ack>");
  EXPECT_EQ(section_named(document, "Methods: Patients").category, "methods");
  EXPECT_EQ(section_named(document, "Methods: Patients").level, 2);
  EXPECT_EQ(section_named(document, "Analysis").category, "methods");
  EXPECT_EQ(section_named(document, "Results").category, "results");
  EXPECT_EQ(section_named(document, "Harms").category, "results");
  EXPECT_EQ(section_named(document, "Acknowledgements").kind, SectionKind::kSupplement);
}

TEST(Jats, WritesTablesAsRowsThatStandAlone) {
  const Document document = one_article(
      "<table-wrap><label>Table 1</label><caption><p>Outcomes</p></caption><table><thead><tr><th>Arm</th>"
      "<th colspan=\"2\">Success</th></tr></thead><tbody><tr><td rowspan=\"2\">A</td><td>6 "
      "months</td><td>70%</td></tr>"
      "<tr><td>12 months</td><td>60%</td></tr><tr><td>B | C</td><td/><td>20%</td></tr></tbody></table>"
      "<table-wrap-foot><fn><label>a</label><p>Of those seen.</p></fn></table-wrap-foot></table-wrap>"
      "<fig><label>Figure 1</label><caption><p>Flow of patients.</p></caption></fig>");
  const Section table = section_named(document, "Table 1. Outcomes");
  EXPECT_EQ(table.kind, SectionKind::kTable);
  EXPECT_EQ(body_text(document, table),
            "Arm | Success\nA | 6 months | 70%\nA | 12 months | 60%\nB / C | | 20%\na Of those seen.");
  EXPECT_EQ(body_text(document, section_named(document, "Figure 1")), "Flow of patients.");
}

TEST(Jats, TableSpansCannotMultiplyAFile) {
  std::string rows;
  for (int i = 0; i < 2000; ++i)
    rows += "<tr><td colspan=\"100000\" rowspan=\"100000\">" + std::string(100, 'x') + "</td></tr>";
  const Document document = one_article("<table-wrap><table>" + rows + "</table></table-wrap><p>text</p>");
  EXPECT_LT(document.text.size(), 32u << 20);
}

TEST(Jats, LinksARetractionToWhatItRetracts) {
  const Collected collected = read_jats(
      "<article article-type=\"retraction\" "
      "xmlns:xlink=\"http://www.w3.org/1999/xlink\"><front><article-meta>"
      "<article-id "
      "pub-id-type=\"doi\">10.5555/R</article-id><title-group><article-title>Retraction</article-title></"
      "title-group>"
      "<related-article related-article-type=\"retracted-article\" ext-link-type=\"pmid\" "
      "xlink:href=\"77\">Old</related-article>"
      "</article-meta></front></article>");
  ASSERT_EQ(collected.documents.size(), 1U);
  EXPECT_EQ(collected.documents[0].id, "doi:10.5555/r");
  EXPECT_EQ(collected.documents[0].depth, Depth::kTitle);
  EXPECT_EQ(collected.documents[0].record.publication_types[0].name, "Retraction of Publication");
  ASSERT_EQ(collected.documents[0].record.related.size(), 1U);
  EXPECT_EQ(collected.documents[0].record.related[0].kind, "RetractionOf");
  EXPECT_EQ(collected.documents[0].record.related[0].pmid, "77");
}

TEST(Jats, ReadsEveryArticleOfASetAndStopsWhenTold) {
  const std::string one =
      "<article><front><article-meta><title-group><article-title>T</article-title></title-group>"
      "</article-meta></front></article>";
  EXPECT_EQ(read_jats("<pmc-articleset>" + one + one + one + "</pmc-articleset>").documents.size(), 3U);
  const std::string set = "<pmc-articleset>" + one + one + "</pmc-articleset>";
  BytesSource source(set);
  int seen = 0;
  DocumentSink sink;
  sink.document = [&](Document&&) { return ++seen < 1; };
  EXPECT_TRUE(parse_jats(source, "x", sink));
  EXPECT_EQ(seen, 1);
}

TEST(Jats, DeliversWhatStandsBeforeTheDamage) {
  Status status;
  const Collected collected = read_jats(
      "<set><article><front><article-meta><title-group><article-title>Whole</article-title></title-group></"
      "article-meta>"
      "</front></article><article><front><article-meta><title-group>",
      &status);
  EXPECT_EQ(collected.documents.size(), 1U);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kInput);
  EXPECT_THAT(status.error().to_line(), HasSubstr("test.xml, line 1"));
}

TEST(Jats, RefusesEntityBombsAndLoadsNothing) {
  Status status;
  read_jats(
      "<!DOCTYPE article [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><article><body><p>&c;</p></body></article>",
      &status);
  ASSERT_FALSE(status);
  EXPECT_THAT(status.error().message, HasSubstr("entity"));
  // An external entity is not opened: it leaves nothing behind.
  const Collected collected = read_jats(
      "<!DOCTYPE article SYSTEM \"file:///etc/passwd\" [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
      "<article><front><article-meta><title-group><article-title>T</article-title></title-group></"
      "article-meta></front>"
      "<body><p>before &x; after</p></body></article>");
  ASSERT_EQ(collected.documents.size(), 1U);
  EXPECT_EQ(collected.documents[0].text.find("root:"), std::string::npos);
  EXPECT_THAT(collected.documents[0].text, HasSubstr("before after"));
}

TEST(Jats, RefusesEndlessNesting) {
  std::string deep = "<article><body>";
  for (size_t i = 0; i < limits::kMarkupDepthMax + 10; ++i) deep += "<sec>";
  Status status;
  read_jats(deep, &status);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kLimit);
}

TEST(Jats, SaysWhenThereIsNoArticle) {
  Status status;
  read_jats("<html><body/></html>", &status);
  ASSERT_FALSE(status);
  EXPECT_THAT(status.error().message, HasSubstr("no <article>"));
}

TEST(Identifiers, AreBare) {
  EXPECT_EQ(bare_doi("https://doi.org/10.1000/ABC."), "10.1000/abc");
  EXPECT_EQ(bare_doi("no 10.5 mg/day"), "");
  EXPECT_EQ(prefixed_pmcid("pmc12.1"), "PMC12");
}

struct Counts {
  size_t tables = 0, references = 0, sections = 0, authors = 0;
  bool operator==(const Counts&) const = default;
};

std::map<std::string, Counts> independent_counts(const std::filesystem::path& folder) {
  const std::filesystem::path list = folder / "counts.tsv";
  const std::string command = "/usr/bin/python3 '" ATTEST_SOURCE_DIR "/src/parse/testdata/jats_counts.py' '" +
                              folder.string() + "' > '" + list.string() + "' 2>/dev/null";
  std::map<std::string, Counts> counts;
  if (std::system(command.c_str()) != 0) return counts;
  std::ifstream stream(list);
  std::string name;
  Counts one;
  while (stream >> name >> one.tables >> one.references >> one.sections >> one.authors) counts[name] = one;
  return counts;
}

TEST(Jats, AgreesWithAnIndependentCountOnRealTrials) {
  const std::filesystem::path archive =
      std::filesystem::path(ATTEST_SHARED_DATA) / "evidence_inference/jats_cc_by.tar.zst";
  if (!std::filesystem::exists(archive)) GTEST_SKIP() << "needs " << archive;
  const test::TemporaryFolder scratch;
  if (std::system(
          ("tar -C '" + scratch.path().string() + "' -xf '" + archive.string() + "' 2>/dev/null").c_str()) !=
      0) {
    GTEST_SKIP() << "needs tar and zstd";
  }
  const std::map<std::string, Counts> expected = independent_counts(scratch.path());
  if (expected.empty()) GTEST_SKIP() << "needs python3-lxml";
  size_t compared = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(scratch.path())) {
    if (entry.path().extension() != ".nxml") continue;
    const std::string name = entry.path().filename().string();
    const std::string bytes = read_whole(entry.path());
    BytesSource source(bytes);
    Collected collected;
    ASSERT_TRUE(parse_jats(source, name, collected.sink())) << name;
    ASSERT_EQ(collected.documents.size(), 1U) << name;
    const Document& document = collected.documents[0];
    EXPECT_TRUE(test::sections_are_sound(document)) << name;
    Counts counts;
    counts.references = document.record.references.size();
    counts.authors = document.record.authors.size();
    for (const Section& section : document.sections) {
      if (section.kind == SectionKind::kTable) ++counts.tables;
      if (section.kind == SectionKind::kBody || section.kind == SectionKind::kSupplement) ++counts.sections;
    }
    const Counts& wanted = expected.at(name);
    EXPECT_EQ(counts.tables, wanted.tables) << name;
    EXPECT_EQ(counts.references, wanted.references) << name;
    // Back matter adds sections of its own; a body section never gets lost.
    EXPECT_GE(counts.sections, wanted.sections) << name;
    EXPECT_GE(counts.authors, wanted.authors) << name;
    ++compared;
  }
  EXPECT_GE(compared, 900U);
}

}  // namespace
}  // namespace attest
