#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parse/format_parsers.h"
#include "parse/fulltext_test_support.h"
#include "parse/pages/html_tree.h"
#include "parse/pages/page_metadata.h"
#include "parse/stream/charset.h"

namespace attest {
namespace {

using test::body_text;
using test::Collected;
using test::section_named;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string seed(const std::string& name) {
  std::ifstream stream(std::string(ATTEST_SOURCE_DIR) + "/src/parse/seeds/html_fuzz/" + name,
                       std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

Document one_page(std::string_view bytes) {
  Collected collected;
  const Status status = parse_html(bytes, "page.html", collected.sink());
  EXPECT_TRUE(status);
  EXPECT_EQ(collected.documents.size(), 1U);
  if (collected.documents.empty()) return {};
  EXPECT_TRUE(test::sections_are_sound(collected.documents[0]));
  return collected.documents[0];
}

TEST(Html, TakesTheMainTextAndItsMetadata) {
  const Document document = one_page(seed("page.html"));
  EXPECT_EQ(document.id, "url:https://example.org/anismus");
  EXPECT_EQ(document.depth, Depth::kPatientPage);
  EXPECT_EQ(document.record.title, "Anismus");
  EXPECT_EQ(document.record.languages, "eng");
  EXPECT_EQ(document.record.published.year, 2021);
  EXPECT_EQ(document.record.revised.month, 4);
  ASSERT_EQ(document.record.authors.size(), 2U);
  EXPECT_EQ(document.record.authors[0].family, "Doe");
  EXPECT_EQ(document.record.authors[1].collective, "Example Hospital");
  EXPECT_THAT(document.record.keywords, ElementsAre("anismus", "pelvic floor"));
  for (const char* noise : {"Home", "cookies", "Copyright", "Send", "var x"})
    EXPECT_THAT(document.text, Not(HasSubstr(noise)));
  const Section first = section_named(document, "Treatment: First steps");
  EXPECT_EQ(body_text(document, first),
            "Biofeedback helps about 7 in 10 people. Doses of 10^5 are not used here.\nSit well\nTake time");
  EXPECT_EQ(body_text(document, section_named(document, "Success")),
            "Treatment | Success\nBiofeedback | 70 %");
  EXPECT_EQ(section_named(document, "Success").kind, SectionKind::kTable);
}

TEST(Html, JudgesPagesWithoutLandmarksByLinkDensity) {
  const Document document = one_page(seed("old.html"));
  EXPECT_THAT(document.text, HasSubstr("training first"));
  EXPECT_THAT(document.text, HasSubstr("lasting relief"));
  EXPECT_THAT(document.text, Not(HasSubstr("Two")));
  EXPECT_THAT(document.text, Not(HasSubstr("Previous")));
  EXPECT_TRUE(document.id.starts_with("file:"));
}

TEST(Html, ReadsDeclaredAndGuessedEncodings) {
  EXPECT_THAT(one_page("<meta charset=iso-8859-2><p>\xB1 is a letter of Polish in this page of text").text,
              HasSubstr("ą is"));
  EXPECT_THAT(one_page("<p>caf\xE9 \x93quoted\x94 in the code page of Windows").text,
              HasSubstr("café “quoted”"));
  EXPECT_THAT(one_page("\xEF\xBB\xBF<p>caf\xC3\xA9 with a mark").text, HasSubstr("café with"));
  EXPECT_THAT(one_page("<meta charset=windows-1252><p>caf\xE9").text, HasSubstr("café"));
}

TEST(Html, RefusesPagesThatNestOrMultiplyWithoutBound) {
  const auto refuses = [](const std::string& page) {
    const Status status = html::check_shape(page, "x");
    return !status && status.error().code == ErrorCode::kLimit;
  };
  const auto repeated = [](std::string_view part, size_t count) {
    std::string out;
    for (size_t i = 0; i < count; ++i) out += part;
    return out;
  };
  EXPECT_TRUE(refuses(repeated("<div>", 100'000)));
  // End tags that the standard ignores, or that leave other elements open.
  EXPECT_TRUE(refuses(repeated("<div><table></div>", 10'000)));
  EXPECT_TRUE(refuses(repeated("<b><div></b>", 10'000)));
  EXPECT_TRUE(refuses(repeated("<!--><div>-->", 10'000)));
  // Formatting left open is cloned into every block that follows.
  std::string clones;
  for (int i = 0; i < 1000; ++i) clones += "<div><font color=" + std::to_string(i) + "></div>";
  EXPECT_TRUE(refuses(clones));
  EXPECT_FALSE(refuses(repeated("<p>one<li>two<td>three", 10'000)));
  EXPECT_FALSE(
      refuses("<script>if (a<b) document.write('<div>')</script>" + repeated("<div><b>x</b></div>", 10'000)));
}

TEST(Html, SaysWhenAPageHasNoText) {
  Collected collected;
  EXPECT_TRUE(parse_html("<html><script>x</script></html>", "empty.html", collected.sink()));
  EXPECT_TRUE(collected.documents.empty());
  ASSERT_EQ(collected.problems.size(), 1U);
  EXPECT_EQ(collected.problems[0].place, "empty.html");
}

TEST(Charset, ReadsNamesAndNumbersOfCharacters) {
  EXPECT_EQ(named_character("alpha"), "α");
  EXPECT_EQ(named_character("nosuchname"), "");
  EXPECT_EQ(numeric_character("x3B1"), "α");
  EXPECT_EQ(numeric_character("1114112"), "");
  EXPECT_EQ(medline_language("de-CH"), "ger");
  EXPECT_EQ(medline_language("fr"), "fre");
  EXPECT_EQ(medline_language("eng"), "eng");
  EXPECT_EQ(medline_language(""), "");
}

TEST(PageMetadata, ReadsDatesAsPeopleWriteThem) {
  const auto date = [](std::string_view text) {
    const PartialDate d = page_date(text);
    return std::to_string(d.year) + "-" + std::to_string(d.month) + "-" + std::to_string(d.day);
  };
  EXPECT_EQ(date("2021-03-05T10:11:12Z"), "2021-3-5");
  EXPECT_EQ(date("March 5, 2021"), "2021-3-5");
  EXPECT_EQ(date("5 Mar 2021"), "2021-3-5");
  EXPECT_EQ(date("2021/3"), "2021-3-0");
  EXPECT_EQ(date("03/05/2021"), "2021-0-0");
  EXPECT_EQ(page_date("spring").as_stated, "spring");
}

}  // namespace
}  // namespace attest
