#include "parse/pages/marked_page.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/temporary_folder.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Kind = PageBlock::Kind;

const PageBlock* block_with(const MarkedPage& page, std::string_view text) {
  for (const PageBlock& block : page.blocks) {
    if (block.text.find(text) != std::string::npos) return &block;
  }
  return nullptr;
}

TEST(MarkedHtml, KeepsNumbersAnchorsRaisingAndLinks) {
  const auto page = marked_html(
      "<body><p id=p>Text<sup>1, 2</sup> and <a href='#r2'>[2]</a>.</p>"
      "<ol start=2><li id=r2>Second<li value=7><p>Seventh</p></ol></body>",
      "p.html");
  ASSERT_TRUE(page);
  ASSERT_EQ(page->blocks.size(), 3U);
  EXPECT_EQ(page->blocks[0].text, "Text1, 2 and [2].");
  ASSERT_EQ(page->blocks[0].marks.size(), 2U);
  EXPECT_EQ(page->blocks[0].marks[0].kind, PageMark::Kind::kRaised);
  EXPECT_EQ(page->blocks[0].marks[0].span.of(page->blocks[0].text), "1, 2");
  EXPECT_EQ(page->blocks[0].marks[1].target, "#r2");
  EXPECT_EQ(page->blocks[1].number, 2U);
  EXPECT_THAT(page->blocks[1].anchors, ElementsAre("r2"));
  EXPECT_EQ(page->blocks[2].number, 7U);
  EXPECT_EQ(page->blocks[2].kind, Kind::kListItem);
}

TEST(MarkedHtml, WhatStandsAroundTheMainTextIsKeptAndSaysSo) {
  const std::string filler(220, 'x');
  const auto page = marked_html("<body><div>Pending review</div><main><p>" + filler +
                                    "</p></main><footer>© Example</footer><script>no</script></body>",
                                "p.html");
  ASSERT_TRUE(page);
  ASSERT_NE(block_with(*page, "Pending review"), nullptr);
  EXPECT_TRUE(block_with(*page, "Pending review")->aside);
  EXPECT_FALSE(block_with(*page, "xxx")->aside);
  EXPECT_TRUE(block_with(*page, "©")->aside);
  EXPECT_EQ(block_with(*page, "no"), nullptr);
}

TEST(MarkedHtml, NestedListsHaveDepth) {
  const auto page = marked_html("<ul><li>Outer<ul><li>Inner</li></ul></li></ul>", "p.html");
  ASSERT_TRUE(page);
  ASSERT_EQ(page->blocks.size(), 2U);
  EXPECT_EQ(page->blocks[0].level, 1);
  EXPECT_EQ(page->blocks[1].level, 2);
}

TEST(MarkedMarkdown, KeepsLinksListsAndRaising) {
  const auto page = marked_markdown(
      "---\ntitle: T\n---\n## Heading\n\nText<sup>3</sup> with a [link](https://doi.org/10.5555/x).\n\n3. "
      "c\n4. d\n",
      "p.md");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->record.title, "T");
  ASSERT_EQ(page->blocks.size(), 4U);
  EXPECT_EQ(page->blocks[0].level, 2);
  EXPECT_EQ(page->blocks[1].text, "Text3 with a link.");
  EXPECT_EQ(page->blocks[1].marks.back().target, "https://doi.org/10.5555/x");
  EXPECT_EQ(page->blocks[2].number, 3U);
  EXPECT_EQ(page->blocks[3].number, 4U);
}

TEST(MarkedPlainText, BulletsHaveDepthAndLongLinesStayApart) {
  const std::string long_line(140, 'a');
  const auto page =
      marked_plain_text("Title of it\n\n" + long_line +
                            "\nA short line of banner text that has some length to it here\nAnother one\n\n"
                            "  • Outer: 50% 1, 2\n    • Inner\n\n1. First\n",
                        "p.txt");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->record.title, "Title of it");
  ASSERT_NE(block_with(*page, "Another one"), nullptr);
  EXPECT_EQ(block_with(*page, "Another one")->text, "Another one");
  EXPECT_EQ(block_with(*page, "Outer")->level, 1);
  EXPECT_EQ(block_with(*page, "Outer")->text, "Outer: 50% 1, 2");
  EXPECT_EQ(block_with(*page, "Inner")->level, 2);
  EXPECT_EQ(block_with(*page, "First")->number, 1U);
}

TEST(MarkedPlainText, HandWrappedParagraphsAreJoined) {
  const auto page = marked_plain_text(
      "Heading\n\nThis paragraph has been wrapped by hand at about seventy columns, so\n"
      "that its sentence runs over the end of the first line and of the next\nand ends here.\n",
      "p.txt");
  ASSERT_TRUE(page);
  ASSERT_EQ(page->blocks.size(), 2U);
  EXPECT_THAT(page->blocks[1].text, HasSubstr("columns, so that its sentence"));
  EXPECT_THAT(page->blocks[1].text, HasSubstr("of the next and ends here."));
}

TEST(MarkedPlainText, InvisibleAndControlCharactersAreGone) {
  const auto page = marked_plain_text(
      "A\xE2\x80\xAE"
      "B \x01 C\n",
      "p.txt");
  ASSERT_TRUE(page);
  ASSERT_EQ(page->blocks.size(), 1U);
  EXPECT_EQ(page->blocks[0].text, "AB C");
}

TEST(MarkedPage, AnAbstractInAPaperIsCalledSo) {
  const test::TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "paper.nxml";
  std::ofstream(path) << "<article><front><article-meta><title-group><article-title>Feverfew</article-title>"
                      << "</title-group><abstract><sec><title>Methods</title><p>We dried leaves.</p></sec>"
                      << "</abstract></article-meta></front><body><sec><title>Methods</title>"
                      << "<p>Leaves were dried for a week.</p></sec></body></article>";
  const auto page = read_marked_page(path);
  ASSERT_TRUE(page) << page.error().to_line();
  std::string headings;
  for (const PageBlock& block : page->blocks) {
    if (block.kind == PageBlock::Kind::kHeading) headings += std::to_string(block.level) + block.text + " ";
  }
  EXPECT_EQ(headings, "1Feverfew 2Abstract 3Methods 2Methods ");
}

TEST(MarkedPage, FilesOfRecordsAreRefused) {
  const auto page = read_marked_page(std::string(ATTEST_SOURCE_DIR) + "/data/starter/01-guidelines.json");
  ASSERT_FALSE(page);
  EXPECT_THAT(page.error().message, HasSubstr("CSL-JSON"));
}

TEST(MarkedMarkdown, FootnotesAreRaisedNumbersAndAList) {
  const auto page = marked_markdown(
      "Zinc shortens colds.[^b] So does rest.[^a][^b] Not this: `[^a]`, nor [^c].\n\n"
      "[^a]: Field A. Rest. 2001.\n"
      "[^b]: Lee B. Zinc in colds.\n    A trial. 2003.\n\n"
      "The end.\n",
      "page.md");
  ASSERT_TRUE(page);
  ASSERT_EQ(page->blocks.size(), 5u);
  const PageBlock& claim = page->blocks[0];
  EXPECT_EQ(claim.text, "Zinc shortens colds.1 So does rest.21 Not this: [^a], nor [^c].");
  EXPECT_EQ(claim.marks.size(), 6u);  // raised and a link, three times
  EXPECT_EQ(page->blocks[1].text, "The end.");
  EXPECT_EQ(page->blocks[2].text, "Footnotes");
  EXPECT_EQ(page->blocks[3].text, "Lee B. Zinc in colds. A trial. 2003.");
  EXPECT_EQ(page->blocks[3].number, 1u);
  EXPECT_EQ(page->blocks[4].anchors, std::vector<std::string>{"note-2"});
}

}  // namespace
}  // namespace attest
