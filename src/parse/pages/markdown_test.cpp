#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parse/format_parsers.h"
#include "parse/fulltext_test_support.h"

namespace attest {
namespace {

using test::body_text;
using test::Collected;
using test::section_named;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string seed(const std::string& name) {
  std::ifstream stream(std::string(ATTEST_SOURCE_DIR) + "/src/parse/seeds/" + name, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

Document one(Status (*parse)(std::string_view, std::string_view, const DocumentSink&),
             std::string_view bytes) {
  Collected collected;
  EXPECT_TRUE(parse(bytes, "note", collected.sink()));
  EXPECT_EQ(collected.documents.size(), 1U);
  if (collected.documents.empty()) return {};
  EXPECT_TRUE(test::sections_are_sound(collected.documents[0]));
  return collected.documents[0];
}

TEST(Markdown, ReadsFrontMatterHeadingsAndTables) {
  const Document document = one(parse_markdown, seed("markdown_fuzz/note.md"));
  EXPECT_EQ(document.id, "doi:10.5555/note.1");
  EXPECT_EQ(document.record.title, "Biofeedback in practice");
  ASSERT_EQ(document.record.authors.size(), 2U);
  EXPECT_EQ(document.record.authors[1].family, "Roe");
  EXPECT_EQ(document.record.published.day, 6);
  EXPECT_THAT(document.record.keywords, ElementsAre("biofeedback", "anismus"));
  EXPECT_EQ(document.record.statement("room"), "12");
  EXPECT_THAT(document.text, HasSubstr("Some emphasised text with α and a link."));
  EXPECT_EQ(body_text(document, section_named(document, "Methods: Patients")), "adults\nwith symptoms");
  EXPECT_THAT(document.text, HasSubstr("Arm | Success\nA | 70 %"));
  EXPECT_THAT(document.text, HasSubstr("Raw HTML text."));
  EXPECT_THAT(document.text, HasSubstr("A quotation."));
  EXPECT_THAT(document.text, Not(HasSubstr("<b>")));
}

TEST(Markdown, ARuleIsNotFrontMatter) {
  const Document document = one(parse_markdown, "---\nNo colon here\n\n# Title\n\nText.");
  EXPECT_EQ(document.record.title, "Title");
  EXPECT_THAT(document.text, HasSubstr("No colon here"));
}

TEST(Markdown, NestingHasNoEnd) {
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "> ";
  Collected collected;
  (void)parse_markdown(deep + "text", "deep", collected.sink());
  EXPECT_LE(collected.documents.size(), 1U);
}

TEST(PlainText, FindsTitleHeadingsAndParagraphs) {
  const Document document = one(parse_plain_text, seed("plain_text_fuzz/leaflet.txt"));
  EXPECT_EQ(document.record.title, "ANISMUS IN ADULTS");
  EXPECT_EQ(body_text(document, section_named(document, "SUMMARY")), "The pelvic floor fails to relax.");
  EXPECT_EQ(body_text(document, section_named(document, "Treatment")),
            "Biofeedback is tried first. It helps many:\nadults\nchildren");
  EXPECT_EQ(body_text(document, section_named(document, "Harms")),
            "None are known, as far as the trials say.");
  EXPECT_TRUE(document.id.starts_with("file:"));
}

TEST(PlainText, ReadsOtherEncodings) {
  EXPECT_EQ(one(parse_plain_text, seed("plain_text_fuzz/utf16.txt")).record.title, "A title");
  EXPECT_THAT(one(parse_plain_text, seed("plain_text_fuzz/windows.txt")).text,
              HasSubstr("Naïve café “quoted”"));
}

TEST(PlainText, TheSameBytesHaveTheSameId) {
  EXPECT_EQ(one(parse_plain_text, "A\n\nText one.").id, one(parse_plain_text, "A\n\nText one.").id);
  EXPECT_NE(one(parse_plain_text, "A\n\nText one.").id, one(parse_plain_text, "A\n\nText two.").id);
}

}  // namespace
}  // namespace attest
