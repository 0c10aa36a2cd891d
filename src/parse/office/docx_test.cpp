#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"
#include "parse/format_parsers.h"
#include "parse/fulltext_test_support.h"
#include "parse/office/docx_test_support.h"
#include "parse/pages/marked_page.h"

namespace attest {
namespace {

using test::make_archive;
using test::make_docx;
using testing::ElementsAre;
using testing::HasSubstr;

const char* const kNumbering =
    "<w:numbering><w:abstractNum w:abstractNumId=\"7\"><w:lvl><w:start w:val=\"1\"/>"
    "<w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum><w:num w:numId=\"4\"><w:abstractNumId w:val=\"7\"/>"
    "</w:num></w:numbering>";

std::string paragraph(const std::string& text, const std::string& properties = {}) {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

MarkedPage read(const std::string& docx) {
  auto page = marked_docx(docx, "m.docx");
  EXPECT_TRUE(page) << (page ? "" : page.error().to_line());
  return page ? std::move(*page) : MarkedPage();
}

TEST(Docx, HeadingsParagraphsAndNumberedItems) {
  const std::string numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"4\"/></w:numPr>";
  const MarkedPage page = read(
      make_docx(paragraph("Migraine", "<w:pStyle w:val=\"H\"/>") + paragraph("Text.") +
                    paragraph("One", numbered) + paragraph("Two", numbered),
                {{"word/styles.xml",
                  "<w:styles><w:style w:styleId=\"H\"><w:name w:val=\"heading 2\"/></w:style></w:styles>"},
                 {"word/numbering.xml", kNumbering}}));
  ASSERT_EQ(page.blocks.size(), 4U);
  EXPECT_EQ(page.blocks[0].kind, PageBlock::Kind::kHeading);
  EXPECT_EQ(page.blocks[0].level, 2);
  EXPECT_EQ(page.blocks[1].kind, PageBlock::Kind::kParagraph);
  EXPECT_EQ(page.blocks[2].number, 1U);
  EXPECT_EQ(page.blocks[3].number, 2U);
  EXPECT_EQ(page.record.title, "Migraine");
}

TEST(Docx, CommonNamesOfStylesNeedNoStyleSheet) {
  const MarkedPage page = read(make_docx(paragraph("Migraine", "<w:pStyle w:val=\"Title\"/>") +
                                             paragraph("Drugs", "<w:pStyle w:val=\"Heading2\"/>"),
                                         {}));
  ASSERT_EQ(page.blocks.size(), 2U);
  EXPECT_EQ(page.blocks[1].level, 2);
  EXPECT_EQ(page.record.title, "Migraine");
}

TEST(Docx, RaisedRunsAndLinksKeepTheirPlace) {
  const MarkedPage page = read(make_docx(
      "<w:p><w:r><w:t>Works.</w:t></w:r><w:r><w:rPr><w:vertAlign "
      "w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r>"
      "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>,2</w:t></w:r>"
      "<w:hyperlink r:id=\"rId9\"><w:r><w:t xml:space=\"preserve\"> see</w:t></w:r></w:hyperlink></w:p>",
      {{"word/_rels/document.xml.rels",
        "<Relationships><Relationship Id=\"rId9\" Target=\"https://doi.org/10.5555/x\" "
        "TargetMode=\"External\"/>"
        "</Relationships>"}}));
  ASSERT_EQ(page.blocks.size(), 1U);
  EXPECT_EQ(page.blocks[0].text, "Works.1,2 see");
  std::vector<std::string> raised;
  std::string link;
  for (const PageMark& mark : page.blocks[0].marks) {
    if (mark.kind == PageMark::Kind::kRaised)
      raised.push_back(std::string(mark.span.of(page.blocks[0].text)));
    else
      link = std::string(mark.span.of(page.blocks[0].text)) + " " + mark.target;
  }
  EXPECT_THAT(raised, ElementsAre("1", ",2"));
  EXPECT_EQ(link, "see https://doi.org/10.5555/x");
}

TEST(Docx, FootnotesAreANumberedListAtTheEnd) {
  const MarkedPage page = read(make_docx(
      "<w:p><w:r><w:t>Claim</w:t></w:r><w:r><w:footnoteReference w:id=\"5\"/></w:r></w:p>",
      {{"word/footnotes.xml",
        "<w:footnotes><w:footnote w:type=\"separator\" "
        "w:id=\"0\"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>"
        "<w:footnote w:id=\"5\"><w:p><w:r><w:t>Ashby 2012.</w:t></w:r></w:p></w:footnote></w:footnotes>"}}));
  ASSERT_GE(page.blocks.size(), 3U);
  EXPECT_EQ(page.blocks[0].text, "Claim1");
  EXPECT_EQ(page.blocks[1].text, "Notes");
  const PageBlock& note = page.blocks.back();
  EXPECT_EQ(note.text, "Ashby 2012.");
  EXPECT_EQ(note.number, 1U);
  EXPECT_THAT(note.anchors, ElementsAre("note-1"));
}

TEST(Docx, DeletedAndHiddenTextIsLeftOut) {
  const MarkedPage page = read(make_docx(
      "<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
      "<w:ins><w:r><w:t>kept</w:t></w:r></w:ins></w:p>"));
  ASSERT_EQ(page.blocks.size(), 1U);
  EXPECT_EQ(page.blocks[0].text, "kept");
}

TEST(Docx, ATableRowIsOneBlock) {
  const std::string cell =
      "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>";
  const MarkedPage page = read(make_docx("<w:tbl><w:tr>" + cell + cell + "</w:tr></w:tbl>"));
  ASSERT_EQ(page.blocks.size(), 1U);
  EXPECT_EQ(page.blocks[0].kind, PageBlock::Kind::kTableRow);
  EXPECT_EQ(page.blocks[0].text, "a b | a b");
}

TEST(Docx, IsToldByContentAndGivesADocument) {
  const std::string docx = make_docx(paragraph("Migraine is common."));
  EXPECT_EQ(detect_format(docx, "anything"), Format::kDocx);
  EXPECT_EQ(
      detect_format(make_archive({{"xl/workbook.xml", "<a/>"}, {"[Content_Types].xml", "<a/>"}}), "a.docx"),
      Format::kUnknown);
  test::Collected collected;
  ASSERT_TRUE(parse_docx(docx, "m.docx", collected.sink()));
  ASSERT_EQ(collected.documents.size(), 1U);
  EXPECT_THAT(collected.documents[0].text, HasSubstr("Migraine is common."));
  EXPECT_TRUE(test::sections_are_sound(collected.documents[0]));
}

TEST(Docx, ABombIsRefusedBeforeItIsInMemory) {
  // 64 MiB of spaces pack into some 64 KiB.
  const std::string bomb(limits::kDocxPartBytesMax + 1024, ' ');
  const auto page = marked_docx(make_archive({{"word/document.xml", bomb}}), "bomb.docx");
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().code, ErrorCode::kLimit);
  EXPECT_THAT(page.error().place, HasSubstr("word/document.xml"));
}

TEST(Docx, DamageIsAnErrorWithItsPlace) {
  const std::string whole = make_docx(paragraph("Text."));
  for (const size_t size : {size_t{0}, size_t{4}, whole.size() / 2, whole.size() - 4}) {
    const auto page = marked_docx(whole.substr(0, size), "cut.docx");
    ASSERT_FALSE(page) << size;
    EXPECT_THAT(page.error().to_line(), HasSubstr("cut.docx"));
  }
  const auto empty = marked_docx(make_archive({{"readme.txt", "no document"}}), "zip.docx");
  ASSERT_FALSE(empty);
  EXPECT_THAT(empty.error().message, HasSubstr("no Word document"));
  const auto broken = marked_docx(make_archive({{"word/document.xml", "<w:document><w:p>"}}), "xml.docx");
  ASSERT_FALSE(broken);
  EXPECT_THAT(broken.error().place, HasSubstr("xml.docx"));
}

TEST(Docx, EntitiesAreRefused) {
  const auto page = marked_docx(
      make_archive(
          {{"word/document.xml", "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w>&b;</w>"}}),
      "entities.docx");
  EXPECT_FALSE(page);
}

TEST(Docx, DeepNestingIsRefused) {
  std::string deep;
  for (size_t i = 0; i < limits::kMarkupDepthMax + 10; ++i) deep += "<w:sdt>";
  EXPECT_FALSE(marked_docx(make_archive({{"word/document.xml", deep}}), "deep.docx"));
}

}  // namespace
}  // namespace attest
