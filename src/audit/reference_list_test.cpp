#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/citations.h"
#include "audit/reference_list.h"

namespace attest::audit {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Page plain_page(std::string_view text) {
  auto marked = marked_plain_text(text, "page.txt");
  EXPECT_TRUE(marked);
  return lay_out(*marked, "page.txt");
}

TEST(ListedWork, Vancouver) {
  const ListedWork work = read_listed_work(
      "Rao SS, Benninga MA, Bharucha AE, et al. Consensus on biofeedback therapy. Neurogastroenterol Motil. "
      "2015;27(5):594-609. doi:10.5555/nmo.12520. PMID: 25828100",
      {});
  EXPECT_EQ(work.title, "Consensus on biofeedback therapy");
  EXPECT_EQ(work.year, 2015);
  EXPECT_EQ(work.doi, "10.5555/nmo.12520");
  EXPECT_EQ(work.pmid, "25828100");
  EXPECT_THAT(work.names, Contains("rao"));
  EXPECT_THAT(work.names, Contains("bharucha"));
}

TEST(ListedWork, OneAuthorWithAnInitial) {
  const ListedWork work = read_listed_work("Fischer U. Magnesium and headache. Example Nutr 2001;1:1.", {});
  EXPECT_EQ(work.title, "Magnesium and headache");
  EXPECT_THAT(work.names, ElementsAre("fischer"));
}

TEST(ListedWork, ATitleInCapitalsWithoutAuthorsIsNoListOfAuthors) {
  const std::string title =
      "Statins and Limb Events in Patients with Peripheral Artery Disease: A Systematic Review and "
      "Meta-Analysis";
  EXPECT_EQ(read_listed_work(title + ".", {}).title, title);
  EXPECT_EQ(read_listed_work("Pastori D, Farcomeni A. " + title + ".", {}).title, title);
  EXPECT_EQ(read_listed_work("Smith A and Jones B. " + title + ".", {}).title, title);
}

TEST(ListedWork, Apa) {
  const ListedWork work = read_listed_work(
      "Heymen, S., Scarlett, Y., & Whitehead, W. E. (2007b). Biofeedback is superior to alternatives. Dis "
      "Colon "
      "Rectum, 50(4), 428–441. https://doi.org/10.5555/s10350",
      {});
  EXPECT_EQ(work.title, "Biofeedback is superior to alternatives");
  EXPECT_EQ(work.year, 2007);
  EXPECT_EQ(work.year_letter, 'b');
  EXPECT_EQ(work.doi, "10.5555/s10350");
  EXPECT_EQ(work.names.front(), "heymen");
}

TEST(ListedWork, QuotedTitle) {
  const ListedWork work = read_listed_work(
      "Smith, John. “The treatment of migraine in adults.” Example Journal, vol. 3, 1999, pp. 1-9.", {});
  EXPECT_EQ(work.title, "The treatment of migraine in adults");
  EXPECT_EQ(work.year, 1999);
}

TEST(ListedWork, TitleAndSourceOnLinesOfTheirOwn) {
  const ListedWork work =
      read_listed_work("Anismus and biofeedback: who benefits?\nEuropean journal, 1995", {});
  EXPECT_EQ(work.title, "Anismus and biofeedback: who benefits?");
  EXPECT_EQ(work.year, 1995);
  EXPECT_THAT(work.names, IsEmpty());
}

TEST(ListedWork, YearsInsideIdentifiersAndPageRangesAreNone) {
  EXPECT_EQ(read_listed_work("A title without a year. doi:10.1016/j.x.2010.01.004", {}).year, 0);
  EXPECT_EQ(read_listed_work("Doe J. Title here. J X 2003;4:1990-2003.", {}).year, 2003);
}

TEST(ListedWork, IdentifiersOfLinks) {
  EXPECT_EQ(read_listed_work("A work", {"https://pubmed.ncbi.nlm.nih.gov/123456/"}).pmid, "123456");
  EXPECT_EQ(read_listed_work("A work", {"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3910270/"}).pmcid,
            "PMC3910270");
  EXPECT_EQ(read_listed_work("A work. doi:10.5555/S0002-9270(05)12345-6.", {}).doi,
            "10.5555/s0002-9270(05)12345-6");
}

TEST(ReferenceList, EntriesThatRunIntoEachOtherAreSplitByTheirNumbers) {
  const ReferenceList list = read_reference_list(plain_page(
      "Headache\n\nMagnesium helps [1].\n\nReferences\n\n1. Berg K. Magnesium and headache. Example J. "
      "2001;1:1. 2. Lund A. Walking and 3 kinds of sleep. Example J. 2002;2. 3. Ek B. Tea and the head. "
      "Example J. 2003;3:3.\n"));
  ASSERT_EQ(list.works.size(), 3U);
  EXPECT_EQ(list.works[1].number, 2U);
  EXPECT_EQ(list.works[1].title, "Walking and 3 kinds of sleep");
  EXPECT_EQ(list.works[2].year, 2003);
  EXPECT_THAT(list.missing, IsEmpty());
}

TEST(ReferenceList, ToldWhichNumbersAreMissing) {
  const ReferenceList list = read_reference_list(
      plain_page("Headache\n\nReferences\n\n1. Berg K. Magnesium and headache. Example J. 2001;1:1.\n\n"
                 "4. Ek B. Tea and the head. Example J. 2003;3:3.\n"));
  EXPECT_THAT(list.missing, ElementsAre(2U, 3U));
}

TEST(ReferenceList, NumberedItems) {
  const Page page = plain_page(
      "Title\n\nText.\n\nReferences\n1. Ashby K. One thing. J X 2012.\n2. Birkeland S. Another. J Y 2016.\n\n"
      "Disclaimer\n\nThis is not part of it, whatever was written in 2020.\n");
  const ReferenceList list = read_reference_list(page);
  ASSERT_EQ(list.works.size(), 2U);
  EXPECT_TRUE(list.numbered);
  EXPECT_EQ(list.works[1].number, 2U);
  EXPECT_THAT(list.works[1].text, HasSubstr("Another"));
}

TEST(ReferenceList, LinesWithoutNumbersAreGroupedByTheirYear) {
  const Page page = plain_page(
      "Title\n\nReferences\n\nGuideline\n\nManagement of something\n\nSummaries, 2025\n\nResearch\n\n"
      "A comparison of two treatments\n\nSome journal, 2010\n\nProfessional Medical Disclaimer\n\nThis "
      "information is "
      "intended for professionals.\n");
  const ReferenceList list = read_reference_list(page);
  ASSERT_EQ(list.works.size(), 2U);
  EXPECT_FALSE(list.numbered);
  EXPECT_EQ(list.works[0].title, "Management of something");
  EXPECT_EQ(list.works[1].title, "A comparison of two treatments");
  EXPECT_EQ(list.works[1].year, 2010);
}

TEST(ReferenceList, WithoutAHeadingARunOfEntriesAtTheEnd) {
  const Page page = plain_page(
      "Title\n\n1. Do this first.\n2. Then do that.\n\nText.\n\n[1] Ashby K. One thing. J X 2012.\n\n[2] "
      "Birkeland S. "
      "Another. J Y 2016.\n");
  const ReferenceList list = read_reference_list(page);
  ASSERT_EQ(list.works.size(), 2U);
  EXPECT_EQ(list.works[0].number, 1U);
  EXPECT_EQ(list.works[0].year, 2012);
}

TEST(ReferenceList, APageWithoutOneHasNone) {
  EXPECT_THAT(read_reference_list(plain_page("Title\n\nSome text of 2010.\n")).works, IsEmpty());
}

}  // namespace
}  // namespace attest::audit
