#include "document/document.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "document/record_json.h"
#include "document/title_notes.h"

namespace attest {
namespace {

Document build(TextBuilder builder) {
  Document document;
  std::move(builder).finish(document);
  return document;
}

TEST(TextBuilder, LaysTheTextOutAsTheGrammarSays) {
  TextBuilder builder;
  builder.set_title("A title");
  builder.add_section(SectionKind::kAbstract, "RESULTS", "It helped.", "RESULTS");
  builder.add_section(SectionKind::kAbstract, "", "   ");
  builder.add_section(SectionKind::kBody, "", "One.\nTwo.", "", 7, 2);
  const Document document = build(std::move(builder));
  EXPECT_EQ(document.text, "A title\n\nRESULTS\nIt helped.\n\nOne.\nTwo.\n\n");
  ASSERT_EQ(document.sections.size(), 3u);
  EXPECT_EQ(document.sections[0].kind, SectionKind::kTitle);
  EXPECT_EQ(document.sections[0].body.of(document.text), "A title");
  EXPECT_EQ(document.sections[1].heading.of(document.text), "RESULTS");
  EXPECT_EQ(document.sections[1].body.of(document.text), "It helped.");
  EXPECT_EQ(document.sections[1].category, "results");
  EXPECT_TRUE(document.sections[2].heading.empty());
  EXPECT_EQ(document.sections[2].body.of(document.text), "One.\nTwo.");
  EXPECT_EQ(document.sections[2].page, 7u);
  EXPECT_EQ(document.sections[2].level, 2u);
}

TEST(TextBuilder, TitleMayComeLateOrAgain) {
  TextBuilder builder;
  builder.add_section(SectionKind::kAbstract, "AIM", "To see.");
  builder.set_title("A long first title");
  builder.set_title("Second");
  const Document document = build(std::move(builder));
  EXPECT_EQ(document.text, "Second\n\nAIM\nTo see.\n\n");
  ASSERT_EQ(document.sections.size(), 2u);
  EXPECT_EQ(document.sections[1].heading.of(document.text), "AIM");
  EXPECT_EQ(document.sections[1].body.of(document.text), "To see.");
}

TEST(TextBuilder, WithoutTitle) {
  TextBuilder builder;
  builder.set_title("");
  builder.add_section(SectionKind::kBody, "", "Text.");
  EXPECT_EQ(build(std::move(builder)).text, "Text.\n\n");
}

TEST(TextBuilder, CutsAtACharacterAndSaysSo) {
  TextBuilder builder;
  std::string title;
  while (title.size() < limits::kTitleBytesMax + 10) title += "\xE2\x82\xAC";
  builder.set_title(title);
  EXPECT_TRUE(builder.truncated());
  const Document document = build(std::move(builder));
  EXPECT_LE(document.sections[0].body.size(), limits::kTitleBytesMax);
  EXPECT_EQ(document.sections[0].body.size() % 3, 0u);
}

TEST(CleanText, SpacesControlsAndInvisibles) {
  EXPECT_EQ(clean_text("  a\t\r\n b\xC2\xA0\xC2\xA0"
                       "c ",
                       false),
            "a b c");
  EXPECT_EQ(clean_text("a \n\n b\nc\n", true), "a\nb\nc");
  EXPECT_EQ(clean_text(std::string_view("a\0b", 3), false), "a b");
  EXPECT_EQ(clean_text("a\xE2\x80\xAE"
                       "b\xE2\x80\x8B"
                       "c\xEF\xBB\xBF",
                       false),
            "abc");
  EXPECT_EQ(clean_text("a\xFF"
                       "b\xC3",
                       false),
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD");
  EXPECT_EQ(clean_text("", true), "");
}

TEST(Names, GoBothWays) {
  EXPECT_STREQ(depth_name(Depth::kFullText), "full text");
  EXPECT_EQ(section_kind_from_name(section_kind_name(SectionKind::kOtherAbstract)),
            SectionKind::kOtherAbstract);
  EXPECT_EQ(section_kind_from_name("chapter"), std::nullopt);
}

TEST(Record, FirstStatementOrNothing) {
  BibliographicRecord record;
  record.statements = {{"n", "84"}, {"n", "85"}};
  EXPECT_EQ(record.statement("n"), "84");
  EXPECT_EQ(record.statement("tier"), "");
}

BibliographicRecord full_record() {
  BibliographicRecord r;
  r.pmid = "1", r.pmcid = "PMC1", r.doi = "10.1/x", r.version = 3, r.type = "article-journal",
  r.source = "PubMed";
  r.identifiers = {{"pii", "S1"}};
  r.title = "A \"title\"\n\x01 \\ \xE2\x82\xAC";
  r.vernacular_title = "Titel", r.languages = "eng,ger", r.conflict_of_interest = "none", r.licence = "CC BY";
  r.country = "Egypt", r.url = "https://example.org", r.note = "note";
  r.authors = {{"Roe", "J", "", "0000-1", {"Leeds", "Bath"}}, {"", "", "The Group", "", {}}};
  r.editors = {{"Doe", "A", "", "", {}}};
  r.journal = {"Journal", "J", "1234-5678", "100", "12", "3", "1-9", "House"};
  r.published = {1998, 12, 31, "1998 Dec-1999 Jan"};
  r.electronic = {1998, 11, 0, ""};
  r.revised = {2001, 0, 0, ""};
  r.publication_types = {{"Review", "D016454"}};
  r.mesh = {
      {"Constipation", "D003248", true, {{"therapy", "Q000628", true}, {"etiology", "Q000209", false}}}};
  r.keywords = {"anismus"};
  r.chemicals = {{"Botulinum Toxins", "D001905", "0"}};
  r.data_banks = {{"ClinicalTrials.gov", {"NCT00000001"}}};
  r.grants = {"G1"};
  r.related = {{"RetractionIn", "2", "10.1/y", "J 2", "note"}};
  r.references = {{"B1", "3", "10.1/z", "cited"}};
  r.statements = {{"design", "rct"}};
  return r;
}

TEST(RecordJson, EveryMemberSurvives) {
  const std::string json = record_to_json(full_record());
  const auto back = record_from_json(json);
  ASSERT_TRUE(back) << back.error().to_line();
  EXPECT_EQ(record_to_json(*back), json);
  EXPECT_EQ(back->title, full_record().title);
  EXPECT_EQ(back->published, full_record().published);
  ASSERT_EQ(back->mesh.size(), 1u);
  EXPECT_TRUE(back->mesh[0].major);
  EXPECT_TRUE(back->mesh[0].qualifiers[0].major);
  EXPECT_FALSE(back->mesh[0].qualifiers[1].major);
  EXPECT_EQ(back->authors[0].affiliations.size(), 2u);
  EXPECT_EQ(back->related[0].note, "note");
  for (const char* member :
       {"identifiers", "version", "vernacular_title", "editors", "journal", "electronic", "revised",
        "languages", "keywords", "chemicals", "data_banks", "grants", "conflict_of_interest", "licence",
        "country", "url", "note", "references", "statements"}) {
    EXPECT_NE(json.find(std::string("\"") + member + "\":"), json.npos) << member;
  }
}

TEST(RecordJson, EmptyMembersAreLeftOut) {
  EXPECT_EQ(record_to_json({}), "{}");
  BibliographicRecord record;
  record.pmid = "1";
  record.published.year = 2014;
  EXPECT_EQ(record_to_json(record), R"({"pmid":"1","published":{"year":2014}})");
}

TEST(RecordJson, InvalidUtf8IsReplaced) {
  BibliographicRecord record;
  record.title = "a\xFF";
  EXPECT_EQ(record_to_json(record), "{\"title\":\"a\xEF\xBF\xBD\"}");
}

TEST(RecordJson, WrongTypesAreNamed) {
  for (const auto& [json, place] :
       {std::pair{R"({"pmid":1})", "pmid"}, std::pair{R"({"authors":{}})", "authors"},
        std::pair{R"({"published":{"year":70000}})", "year"},
        std::pair{R"({"mesh":[{"major":"yes"}]})", "element 1"}}) {
    const auto record = record_from_json(json);
    ASSERT_FALSE(record) << json;
    EXPECT_EQ(record.error().code, ErrorCode::kCorrupt);
    EXPECT_NE(record.error().message.find(place), std::string::npos) << record.error().message;
  }
  EXPECT_FALSE(record_from_json("[]"));
  EXPECT_FALSE(record_from_json("{"));
  EXPECT_FALSE(record_from_json(""));
  EXPECT_TRUE(record_from_json(R"({"later_member":[1,2]})"));
}

TEST(RecordJson, DeepNestingIsALimit) {
  const std::string deep = "{\"x\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
  const auto record = record_from_json(deep);
  ASSERT_FALSE(record);
  EXPECT_EQ(record.error().code, ErrorCode::kLimit);
}

TEST(TitleNotes, AreTakenOffTheEnd) {
  const std::pair<const char*, const char*> cases[] = {
      {"Cream for itch [published erratum appears in J Skin 1991 Jul;20(4):413]", "Cream for itch"},
      {"Cream for itch.[see comment]. [Review] [36 refs]", "Cream for itch."},
      {"Cream for itch [Protocol]3555", "Cream for itch"},
      {"[Creme gegen Juckreiz]. [German]", "[Creme gegen Juckreiz]."},
      {"Cream for itch [update of Skin Database. 2002;(1):CD1; PMID: 1]. [Review]", "Cream for itch"},
      // The authors' own.
      {"Imaging with [18F]FDG", "Imaging with [18F]FDG"},
      {"The cream trial [ISRCTN12345678]", "The cream trial [ISRCTN12345678]"},
      {"[Cream for itch]", "[Cream for itch]"},
      {"Cream in 1990", "Cream in 1990"},
      {"Broken ]", "Broken ]"},
      {"[Review]", "[Review]"},
      {"", ""},
  };
  for (const auto& [whole, own] : cases) {
    const TitleParts parts = split_title(whole);
    EXPECT_EQ(parts.title, own) << whole;
    EXPECT_EQ(parts.notes.empty(), parts.title.size() == std::string_view(whole).size()) << whole;
  }
}

TEST(SectionsJson, RoundTrip) {
  TextBuilder builder;
  builder.set_title("T");
  builder.add_section(SectionKind::kTable, "Table 1", "a | b", "results", 4, 3);
  const Document document = build(std::move(builder));
  const std::string json = sections_to_json(document.sections);
  const auto back = sections_from_json(json);
  ASSERT_TRUE(back);
  ASSERT_EQ(back->size(), 2u);
  EXPECT_EQ((*back)[1].kind, SectionKind::kTable);
  EXPECT_EQ((*back)[1].heading, document.sections[1].heading);
  EXPECT_EQ((*back)[1].body, document.sections[1].body);
  EXPECT_EQ((*back)[1].page, 4u);
  EXPECT_EQ((*back)[1].level, 3u);
  EXPECT_EQ(sections_to_json({}), "[]");
  EXPECT_FALSE(sections_from_json(R"([{"kind":"chapter"}])"));
  EXPECT_FALSE(sections_from_json(R"([{"kind":"body","body":[5,2]}])"));
}

}  // namespace
}  // namespace attest
