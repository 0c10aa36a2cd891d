#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/citations.h"
#include "audit/claims.h"

namespace attest::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kList =
    "\n\nReferences\n1. Smith J. One. J X 2010.\n2. Other A, Third B. Two. J X 2012.\n3. Rao S. Three. J X "
    "2007.\n";

struct Read {
  Page page;
  ReferenceList list;
  std::vector<InTextCitation> citations;
};

Read read(const std::string& text, const char* list = kList) {
  Read result;
  auto marked = marked_plain_text("A title\n\n" + text + list, "page.txt");
  EXPECT_TRUE(marked);
  result.page = lay_out(*marked, "page.txt");
  result.list = read_reference_list(result.page);
  result.citations = find_citations(result.page, result.list);
  return result;
}

std::vector<std::vector<uint32_t>> numbers_of(const Read& result) {
  std::vector<std::vector<uint32_t>> numbers;
  for (const InTextCitation& citation : result.citations) numbers.push_back(citation.numbers);
  return numbers;
}

TEST(NumberList, ListsAndRanges) {
  EXPECT_THAT(*read_number_list("1, 3–5;7"), ElementsAre(1, 3, 4, 5, 7));
  EXPECT_THAT(*read_number_list("12"), ElementsAre(12));
  for (const char* other : {"", "1.5", "5-3", "0", "1,", "a", "95 % CI", "1000", "01"})
    EXPECT_FALSE(read_number_list(other)) << other;
}

TEST(Citations, Brackets) {
  EXPECT_THAT(numbers_of(read("It works [1] and lasts [2–3], 95 % CI [1, 3].")),
              ElementsAre(ElementsAre(1), ElementsAre(2, 3)));
}

TEST(Citations, BracketsAfterAUnitAreCitations) {
  EXPECT_THAT(numbers_of(read("It lasted for 1 year [3]. Of 40 months of follow-up [2] nothing is known.")),
              ElementsAre(ElementsAre(3), ElementsAre(2)));
}

TEST(Citations, RaisedCharactersButNoPowers) {
  EXPECT_THAT(numbers_of(read("It works.¹,³ There were 10⁵ cells and 30 kg/m² of it.²")),
              ElementsAre(ElementsAre(1, 3), ElementsAre(2)));
}

TEST(Citations, NumbersInParenthesesOnlyWhenTheyAreAHabit) {
  EXPECT_THAT(read("It works (2) sometimes.").citations, IsEmpty());
  EXPECT_THAT(numbers_of(read("It works (1). It lasts (2, 3). It is safe (1).")), SizeIs(3));
}

TEST(Citations, NumbersThatLostTheirRaising) {
  const Read result = read(
      "Success in 50% of people. 1, 2\n\n  • Rates: approximately 50% 2\n  • After failure (at least 3 "
      "sessions) 2, 3\n"
      "  • A minimum of 3\n  • Given 2 times per week for 1 month 3\n  • See table 2\n");
  EXPECT_THAT(numbers_of(result),
              ElementsAre(ElementsAre(1, 2), ElementsAre(2), ElementsAre(2, 3), ElementsAre(3)));
  const auto sentences = page_sentences(result.page, result.list, result.citations);
  ASSERT_FALSE(sentences.empty());
  EXPECT_EQ(sentences[0].text, "Success in 50% of people.");
  EXPECT_THAT(sentences[0].citations, ElementsAre(0));
}

TEST(Citations, AuthorsAndYears) {
  const Read result = read(
      "It works (Smith 2010; Other & Third, 2012). Rao (2007) and colleagues agree. Since May (2010) it is "
      "sold. In the "
      "trial (March 2012) it failed. Nobody et al. (1999) are not listed.");
  ASSERT_THAT(result.citations, SizeIs(3));
  EXPECT_THAT(result.citations[0].names, SizeIs(2));
  EXPECT_EQ(result.citations[0].names[1].names, (std::vector<std::string>{"other", "third"}));
  EXPECT_EQ(result.citations[1].names[0].names, (std::vector<std::string>{"rao"}));
  EXPECT_EQ(result.citations[2].names[0].year, 1999);
  EXPECT_THAT(works_named(result.citations[0].names[0], result.list), ElementsAre(0));
  EXPECT_THAT(works_named(result.citations[2].names[0], result.list), IsEmpty());
}

TEST(Citations, NamesAfterAWordThatOpensTheSentence) {
  for (const char* opening : {"As", "Although", "When", "While", "Because", "Since"}) {
    const Read result = read(std::string(opening) + " Other and Third (2012) found, it works.");
    ASSERT_THAT(result.citations, SizeIs(1)) << opening;
    EXPECT_EQ(result.citations[0].names[0].names, (std::vector<std::string>{"other", "third"})) << opening;
  }
}

TEST(Citations, RangesOfBrackets) {
  EXPECT_THAT(numbers_of(read("It works [1]–[3]. It lasts [2]-[3]. It is safe [3]–[1].")),
              ElementsAre(ElementsAre(1, 2, 3), ElementsAre(2, 3), ElementsAre(3), ElementsAre(1)));
}

TEST(Citations, SeveralListedNumbersInParentheses) {
  EXPECT_THAT(numbers_of(read("It works [1]. It lasts (1,2–3). A score of 4 (1, 3) and 3 days (2–3).")),
              ElementsAre(ElementsAre(1), ElementsAre(1, 2, 3)));
  EXPECT_THAT(numbers_of(read("It works [1]. It lasts (1,2–9).")), ElementsAre(ElementsAre(1)));
}

TEST(Citations, LinksAndPrintedIdentifiers) {
  auto marked = marked_html(
      "<p>It works (<a href='https://doi.org/10.5555/X'>study</a>), see PMID: 90000001. "
      "<a href='https://www.facebook.com/x'>Share</a> <a href='#n2'>[2]</a></p><h2>References</h2><ol>"
      "<li id=n1>Smith J. One. 2010.</li><li id=n2>Other A. Two. 2012.</li></ol>",
      "page.html");
  ASSERT_TRUE(marked);
  const Page page = lay_out(*marked, "page.html");
  const ReferenceList list = read_reference_list(page);
  const auto citations = find_citations(page, list);
  ASSERT_THAT(citations, SizeIs(3));
  EXPECT_EQ(citations[0].link.doi, "10.5555/x");
  EXPECT_EQ(citations[1].link.pmid, "90000001");
  EXPECT_EQ(citations[2].anchor, "n2");
  EXPECT_THAT(citations[2].numbers, ElementsAre(2));
}

TEST(Citations, BelongToTheSentenceBeforeThem) {
  const Read result = read("First sentence.[1] Second sentence [2]. Third sentence.");
  const auto sentences = page_sentences(result.page, result.list, result.citations);
  ASSERT_THAT(sentences, SizeIs(3));
  EXPECT_THAT(sentences[0].citations, ElementsAre(0));
  EXPECT_THAT(sentences[1].citations, ElementsAre(1));
  EXPECT_THAT(sentences[2].citations, IsEmpty());
  EXPECT_EQ(sentences[1].text, "Second sentence.");
}

TEST(Sentences, ItemsCarryWhatStandsAboveThem) {
  const Read result = read("Surgery\n\n  • Division shows:\n    • Success: 95%\n", "");
  const auto sentences = page_sentences(result.page, result.list, result.citations);
  ASSERT_FALSE(sentences.empty());
  EXPECT_EQ(sentences.back().text, "Success: 95%");
  EXPECT_EQ(sentences.back().lead, "Division shows");
  EXPECT_EQ(sentences.back().heading, "Surgery");
}

TEST(TimesOfFigures, StandBeforeOrAfterTheFigures) {
  const std::string before = "initial rates of 50% and long-term rates of 25%";
  EXPECT_THAT(times_of_figures(before, {{17, 20}, {44, 47}}),
              ElementsAre(TimeOfResult::kEarly, TimeOfResult::kLate));
  const std::string after = "success in 95% at first and in 70% at one year";
  EXPECT_THAT(times_of_figures(after, {{11, 14}, {31, 34}}),
              ElementsAre(TimeOfResult::kEarly, TimeOfResult::kLate));
}

}  // namespace
}  // namespace attest::audit
