// JSON Lines and the two MeSH formats.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parse/format_parsers.h"
#include "parse/record_test_support.h"

namespace attest {
namespace {

using test::harvest;
using testing::HasSubstr;

TEST(JsonLines, KeepsTheIdAndReadsOptionalMembers) {
  const auto result = harvest(parse_json_lines,
                              "{\"id\": \" A-1 x\", \"title\": \"T\", \"text\": \"Body.\", \"pmid\": 12, "
                              "\"doi\": \"10.1000/X\", \"year\": \"2009\", \"journal\": \"Gut\","
                              " \"authors\": [\"Roe, Jane\", {\"family\": \"Doe\"}], \"publication_types\": "
                              "[\"Review\"], \"mesh\": [\"Gut/*surgery\"], \"keywords\": [\"k\"],"
                              " \"src\": \"site\", \"unknown\": {\"deep\": [1]}}\n"
                              "{\"id\": \"NCT00000001\", \"title\": \"Trial\", \"text\": \"x\"}\n\n"
                              "{\"id\": 7, \"title\": \"Only\"}\n"
                              "{\"id\": \"s\", \"title\": \"S\", \"abstract\": \"Short.\", \"sections\": "
                              "[{\"heading\": \"H\", \"text\": \"B\"}]}\n"
                              "{\"id\": \"long\", \"text\": \"" +
                                  std::string(9000, 'a') + "\"}");
  ASSERT_TRUE(result.status) << result.status.error().to_line();
  ASSERT_EQ(result.documents.size(), 5u);
  const Document& first = result.documents[0];
  EXPECT_EQ(first.id, " A-1 x");
  EXPECT_EQ(first.record.pmid, "12");
  EXPECT_EQ(first.record.doi, "10.1000/x");
  EXPECT_EQ(first.record.published.year, 2009);
  EXPECT_EQ(first.record.authors.at(1).family, "Doe");
  EXPECT_TRUE(first.record.mesh.at(0).qualifiers.at(0).major);
  EXPECT_EQ(first.record.source, "site");
  EXPECT_EQ(first.depth, Depth::kAbstract);
  EXPECT_EQ(result.documents[1].depth, Depth::kRegistration);
  EXPECT_EQ(result.documents[2].id, "7");
  EXPECT_EQ(result.documents[2].depth, Depth::kTitle);
  EXPECT_EQ(result.documents[3].depth, Depth::kFullText);
  EXPECT_EQ(test::heading(result.documents[3], 2), "H");
  EXPECT_EQ(result.documents[4].depth, Depth::kFullText);
}

TEST(JsonLines, ReportsABrokenLineAndGoesOn) {
  const auto result =
      harvest(parse_json_lines, std::string("{\"id\": \"a\", \"text\": \"x\"}\nnot json\n[1]\n{\"text\": "
                                            "\"no id\"}\n{\"id\": \"c\xE9\", \"text\": \"x\"}\n"
                                            "{\"id\": \"d\", \"text\": \"x\", \"e\": ") +
                                    std::string(100'000, '[') + "\n{\"id\": \"b\", \"text\": \"x\"}\n");
  ASSERT_TRUE(result.status);
  EXPECT_EQ(result.documents.size(), 2u);
  ASSERT_EQ(result.problems.size(), 5u);
  EXPECT_THAT(result.problems[0].to_line(), HasSubstr("test, line 2"));
}

TEST(MeshXml, ReadsDescriptors) {
  const auto result =
      harvest(parse_mesh_xml,
              "<?xml "
              "version=\"1.0\"?><DescriptorRecordSet><DescriptorRecord><DescriptorUI>D003248</"
              "DescriptorUI><DescriptorName><String>Constipation</String></DescriptorName>"
              "<TreeNumberList><TreeNumber>C23.888</TreeNumber></TreeNumberList><ConceptList><Concept "
              "PreferredConceptYN=\"Y\"><ScopeNote>Rare stools.</ScopeNote>"
              "<TermList><Term><String>Constipation</String></Term><Term><String>Colonic "
              "Inertia</String></Term></TermList></Concept>"
              "<Concept "
              "PreferredConceptYN=\"N\"><TermList><Term><String>Dyschezia</String></Term></TermList></"
              "Concept></ConceptList></DescriptorRecord>"
              "<DescriptorRecord><DescriptorUI>D1</DescriptorUI></DescriptorRecord></DescriptorRecordSet>");
  ASSERT_EQ(result.concepts.size(), 1u);
  EXPECT_EQ(result.problems.size(), 1u);
  EXPECT_EQ(result.concepts[0].id, "D003248");
  EXPECT_EQ(result.concepts[0].scope_note, "Rare stools.");
  EXPECT_THAT(result.concepts[0].terms, testing::ElementsAre("Colonic Inertia", "Dyschezia"));
}

TEST(MeshTable, ReadsARealThesaurus) {
  const auto small =
      harvest(parse_mesh_table,
              "ui\tname\ttrees|\tentry_terms|\nD000002\ttemefos\tD02.1|D02.2\tabate|difos\nbad line\n");
  ASSERT_EQ(small.concepts.size(), 1u);
  EXPECT_EQ(small.concepts[0].tree_numbers.size(), 2u);
  EXPECT_EQ(small.problems.size(), 1u);
  const std::filesystem::path path = ATTEST_SHARED_DATA "/mesh2021.tsv.zst";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "the shared data are not here";
  EXPECT_EQ(test::harvest_file(path).concepts.size(), 29'513u);
}

// The sections of a clinical chapter whose lines were joined. Its text stays as it was.
TEST(JsonLines, AChapterIsDividedAtTheHeadingsInItsText) {
  const std::string text =
      "EAR WAX (CERUMEN) Introduction Wax protects the ear. Risk factors \u2022 Narrow canals \u2022 Hearing "
      "aids "
      "CLINICAL FEATURES OF EAR WAX Clinical Features \u2022 Deafness \u2022 Tinnitus during Treatment of "
      "the other "
      "ear TREATMENT OF CERUMEN Drug Treatment \u2022 Olive oil";
  const auto result = harvest(
      parse_json_lines, "{\"id\": \"wax\", \"title\": \"Ear wax (cerumen)\", \"text\": \"" + text + "\"}");
  ASSERT_EQ(result.documents.size(), 1u);
  const Document& chapter = result.documents.front();
  EXPECT_EQ(chapter.record.type, "chapter");
  EXPECT_EQ(chapter.depth, Depth::kFullText);
  EXPECT_NE(chapter.text.find(text), std::string::npos);
  std::vector<std::pair<std::string, std::string>> parts;
  for (const Section& section : chapter.sections) {
    if (section.kind == SectionKind::kBody)
      parts.emplace_back(section.heading.of(chapter.text), section.body.of(chapter.text));
  }
  using testing::Pair;
  EXPECT_THAT(parts,
              testing::ElementsAre(Pair("EAR WAX (CERUMEN) Introduction", "Wax protects the ear."),
                                   Pair("Risk factors", "\u2022 Narrow canals \u2022 Hearing aids"),
                                   Pair("CLINICAL FEATURES OF EAR WAX Clinical Features",
                                        "\u2022 Deafness \u2022 Tinnitus during Treatment of the other ear"),
                                   Pair("TREATMENT OF CERUMEN Drug Treatment", "\u2022 Olive oil")));
}

TEST(JsonLines, WordsOfASentenceAreNoHeadings) {
  const auto result = harvest(parse_json_lines,
                              "{\"id\": \"a\", \"title\": \"Wax\", \"text\": \"Treatment Olive oil was "
                              "given. Diagnosis was by sight. "
                              "Complications We saw none. TREATMENT OF EARS Treatment \u2022 none\"}");
  ASSERT_EQ(result.documents.size(), 1u);
  EXPECT_EQ(result.documents.front().record.type, "article-journal");
  EXPECT_EQ(result.documents.front().sections.size(), 2u);
}

}  // namespace
}  // namespace attest
