#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "parse/format_parsers.h"
#include "parse/fulltext_test_support.h"
#include "parse/pdf/pdf_layout.h"
#include "parse/pdf/pdf_protocol.h"
#include "parse/pdf/pdf_runs.h"

namespace attest {
namespace {

using test::Collected;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

pdf::Box word(float x, float y, const std::string& text, float size = 10) {
  return {x, y, x + static_cast<float>(text.size()) * size * 0.5F, y + size, size, true, text};
}

void add_line(pdf::Page& page, float x, float y, const std::string& text, float size = 10) {
  size_t at = 0;
  while (at < text.size()) {
    const size_t end = std::min(text.find(' ', at), text.size());
    page.boxes.push_back(word(x, y, text.substr(at, end - at), size));
    x = page.boxes.back().x1 + size * 0.3F;
    at = end + 1;
  }
}

pdf::Page blank_page(uint32_t number) { return {number, 600, 800, {}}; }

std::vector<std::string> texts_of(const pdf::PageText& page) {
  std::vector<std::string> texts;
  for (const pdf::Paragraph& paragraph : page.paragraphs) texts.push_back(paragraph.text);
  return texts;
}

std::vector<std::string> paragraphs(const pdf::Page& page) {
  return texts_of(pdf::paragraphs_of_pages({pdf::lines_of_page(page)}).at(0));
}

TEST(PdfLayout, ReadsColumnsOneAfterTheOther) {
  pdf::Page page = blank_page(1);
  add_line(page, 100, 80, "A title across both columns of it", 20);
  for (int i = 0; i < 4; ++i) {
    add_line(page, 50, 140.0F + 12 * static_cast<float>(i),
             "left column line number " + std::to_string(i) + " goes");
    add_line(page, 320, 146.0F + 12 * static_cast<float>(i),
             "right column line number " + std::to_string(i) + " goes");
  }
  EXPECT_THAT(paragraphs(page),
              ElementsAre("A title across both columns of it",
                          "left column line number 0 goes left column line number 1 goes left column line "
                          "number 2 goes left column line number 3 goes "
                          "right column line number 0 goes right column line number 1 goes right column line "
                          "number 2 goes right column line number 3 goes"));
}

// A first page: an abstract across both columns above them, a licence across both below.
TEST(PdfLayout, ReadsColumnsBetweenTwoThingsThatSpanThem) {
  pdf::Page page = blank_page(1);
  for (int i = 0; i < 3; ++i) {
    add_line(
        page, 50, 100.0F + 12 * static_cast<float>(i),
        "abstract line number " + std::to_string(i) + " goes from one edge of the page to the other edge");
  }
  std::string left, right;
  for (int i = 0; i < 6; ++i) {
    const std::string number = std::to_string(i);
    add_line(page, 50, 160.0F + 12 * static_cast<float>(i), "left column line number " + number + " goes");
    add_line(page, 320, 160.0F + 12 * static_cast<float>(i), "right column line number " + number + " goes");
    left += (i > 0 ? " left" : "left") + (" column line number " + number + " goes");
    right += " right column line number " + number + " goes";
  }
  add_line(page, 150, 250, "a licence that stands in the middle below both of the columns");
  const auto found = paragraphs(page);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_THAT(found[0], HasSubstr("abstract line number 2"));
  EXPECT_EQ(found[1], left + right);
  EXPECT_THAT(found[2], HasSubstr("a licence"));
}

TEST(PdfLayout, KeepsTheRowsOfATable) {
  pdf::Page page = blank_page(1);
  for (int i = 0; i < 4; ++i) {
    add_line(page, 50, 140.0F + 20 * static_cast<float>(i), "Arm" + std::to_string(i));
    add_line(page, 320, 140.0F + 20 * static_cast<float>(i), std::to_string(10 + i));
  }
  EXPECT_THAT(paragraphs(page), ElementsAre("Arm0 10", "Arm1 11", "Arm2 12", "Arm3 13"));
}

TEST(PdfLayout, MendsDividedWordsAndKeepsRealHyphens) {
  pdf::Page page = blank_page(1);
  add_line(page, 50, 100, "a ran-");
  add_line(page, 50, 112, "domised trial of long-");
  add_line(page, 50, 124, "term care, the long-term arm, COVID-");
  add_line(page, 50, 136,
           "19 and e\xEF\xAC\x83"
           "cacy");
  EXPECT_THAT(paragraphs(page),
              ElementsAre("a randomised trial of long-term care, the long-term arm, COVID-19 and efficacy"));
}

// Both parts of "changed" occur: one as a name, the other only where this word was cut.
TEST(PdfLayout, ACutWordIsNoEvidenceOfItsParts) {
  pdf::Page page = blank_page(1);
  add_line(page, 50, 100, "Chan found that the patterns had chan-");
  add_line(page, 50, 112, "ged when the hand was turned automatic-");
  add_line(page, 50, 124, "ally or by the automatic device");
  EXPECT_THAT(paragraphs(page),
              ElementsAre("Chan found that the patterns had changed when the hand was turned "
                          "automatically or by the automatic device"));
}

TEST(PdfLayout, DropsRunningHeadsAndPageNumbers) {
  std::vector<pdf::PageLines> pages;
  for (uint32_t number = 1; number <= 4; ++number) {
    pdf::Page page = blank_page(number);
    add_line(page, 50, 20, "Journal of Examples 2020 page " + std::to_string(number));
    add_line(page, 50, 300, "Text of page " + std::to_string(number) + ".");
    add_line(page, 290, 780, std::to_string(number));
    pages.push_back(pdf::lines_of_page(page));
  }
  const auto text = pdf::paragraphs_of_pages(pages);
  ASSERT_EQ(text.size(), 4U);
  EXPECT_THAT(texts_of(text[2]), ElementsAre("Text of page 3."));
}

// Entries stand as close as the lines of a paragraph; what an entry goes on with hangs.
TEST(PdfLayout, EntriesOfANumberedListAreParagraphs) {
  pdf::Page page = blank_page(1);
  add_line(page, 50, 100, "References", 14);
  const std::vector<std::string> lines = {"1. Berg K. Magnesium and headache in adults: a trial of", "",
                                          "2. Lund A. Walking and sleep: a trial of forty people with", "",
                                          "3. Ek B. Tea. Example J. 2001;1:1."};
  float y = 130;
  for (const std::string& line : lines) {
    add_line(page, line.empty() ? 64 : 50, y, line.empty() ? "many doses. Example J. 2001;12:12." : line);
    y += 11;
  }
  EXPECT_THAT(paragraphs(page),
              ElementsAre("References",
                          "1. Berg K. Magnesium and headache in adults: a trial of many doses. Example J. "
                          "2001;12:12.",
                          "2. Lund A. Walking and sleep: a trial of forty people with many doses. Example J. "
                          "2001;12:12.",
                          "3. Ek B. Tea. Example J. 2001;1:1."));
}

TEST(PdfLayout, EntriesWithoutNumbersHangOrBeginWithAnAuthor) {
  for (const float indent : {0.0F, 14.0F}) {
    pdf::Page page = blank_page(1);
    add_line(page, 50, 100, "References", 14);
    add_line(page, 50, 130, "Berg K (2001). Magnesium and headache in adults: a trial of many");
    add_line(page, 50 + indent, 141, "doses given to many people in several towns. Example J, 12:12.");
    add_line(page, 50, 152, "Lund AB, Ek C (2002). Walking and sleep: a trial of many forms of");
    add_line(page, 50 + indent, 163, "walking in many people in several other towns. Example J, 9:1.");
    add_line(page, 50, 174, "Van Os D (2003). Tea and coffee and their place in a day of work");
    EXPECT_THAT(paragraphs(page), ElementsAre("References", testing::StartsWith("Berg K"),
                                              testing::StartsWith("Lund AB"), testing::StartsWith("Van Os")))
        << indent;
  }
}

TEST(PdfLayout, SmallerTypeThatStandsHigherIsRaised) {
  pdf::Page page = blank_page(1);
  add_line(page, 50, 100, "Walking helps in sleep");
  pdf::Box number = word(page.boxes.back().x1, 96, "12", 7);
  page.boxes.back().space_after = false;
  page.boxes.push_back(number);
  add_line(page, 50, 112, "Water is H and");
  page.boxes.push_back(word(page.boxes.back().x1, 116, "2", 7));
  const auto text = pdf::paragraphs_of_pages({pdf::lines_of_page(page)}).at(0);
  ASSERT_EQ(text.paragraphs.size(), 1U);
  ASSERT_EQ(text.paragraphs[0].raised.size(), 1U);
  EXPECT_EQ(text.paragraphs[0].raised[0].of(text.paragraphs[0].text), "12");
}

// Two lines of small type beside one of larger type are two lines.
TEST(PdfLayout, ColumnsOfOtherTypeKeepTheirLines) {
  pdf::Page page = blank_page(1);
  for (int i = 0; i < 6; ++i)
    add_line(page, 50, 104.0F + 13 * static_cast<float>(i), "large words stand in this line here", 12);
  for (int i = 0; i < 9; ++i)
    add_line(page, 320, 100.0F + 8.5F * static_cast<float>(i),
             "small" + std::to_string(i) + " words of the line", 8);
  for (const pdf::Run& run : pdf::runs_of(page)) {
    if (run.text.starts_with("small")) {
      EXPECT_EQ(run.words, 5U) << run.text;
    }
  }
}

// The last lines of a full page stand where feet do.
TEST(PdfLayout, TextThatReachesIntoTheMarginStaysText) {
  pdf::Page page = blank_page(1);
  for (int i = 0; i < 10; ++i)
    add_line(page, 50, 640.0F + 12 * static_cast<float>(i),
             "line " + std::to_string(i) + " of the text goes on");
  add_line(page, 50, 782, "Journal of Examples 2020", 8);
  const auto text = pdf::paragraphs_of_pages({pdf::lines_of_page(page)}).at(0);
  ASSERT_EQ(text.paragraphs.size(), 2U);
  EXPECT_FALSE(text.paragraphs[0].is_head_or_foot);
  EXPECT_THAT(text.paragraphs[0].text, HasSubstr("line 9"));
  EXPECT_TRUE(text.paragraphs[1].is_head_or_foot);
}

TEST(PdfLayout, TellsTitlesFromFileNames) {
  EXPECT_TRUE(pdf::is_plausible_title("Biofeedback for anismus"));
  for (const char* not_a_title :
       {"Microsoft Word - final.doc", "untitled document", "10.1016/j.x", "paper final.indd", ""}) {
    EXPECT_FALSE(pdf::is_plausible_title(not_a_title)) << not_a_title;
  }
}

TEST(PdfProtocol, RefusesPayloadsThatEndEarly) {
  pdf::Page page = blank_page(7);
  add_line(page, 1, 2, "some words");
  const std::string payload = pdf::write_page(page);
  pdf::Page back;
  ASSERT_TRUE(pdf::read_page(payload, back));
  EXPECT_EQ(back.boxes.size(), 2U);
  EXPECT_EQ(back.boxes[1].text, "words");
  for (size_t length = 0; length < payload.size(); ++length) {
    EXPECT_FALSE(pdf::read_page(std::string_view(payload).substr(0, length), back)) << length;
  }
}

#ifdef ATTEST_PDF_WORKER_PATH

class PdfFiles : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "attest-pdf-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    const std::string command =
        "python3 '" ATTEST_SOURCE_DIR "/src/parse/testdata/make_pdfs.py' '" + name + "'";
    if (std::system(command.c_str()) != 0) GTEST_SKIP() << "needs python3";
    use_worker(ATTEST_PDF_WORKER_PATH);
  }
  void TearDown() override {
    ::unsetenv("ATTEST_PDF_WORKER");
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  static void use_worker(const std::string& path) { ::setenv("ATTEST_PDF_WORKER", path.c_str(), 1); }

  // A worker of our own that misbehaves; `script` is Python with write(kind, payload) at hand.
  void use_script(const std::string& script) {
    const std::filesystem::path path = folder_ / "worker.py";
    std::ofstream(path)
        << "#!/usr/bin/env python3\nimport os, struct, sys, time, signal\n"
           "def string(t): return struct.pack('=I', len(t)) + t\n"
           "def write(kind, payload):\n"
           "    os.write(1, kind + struct.pack('=I', len(payload)) + payload)\n"
           "def about(pages): write(b'D', struct.pack('=I', pages) + string(b'A title that is good') + "
           "string(b'') + string(b''))\n"
           "def begin(n): write(b'B', struct.pack('=I', n))\n"
           "def page(n):\n"
           "    box = struct.pack('=fffffI', 50, 300, 150, 310, 10, 0) + string(b'Page-%d-text' % n)\n"
           "    write(b'P', struct.pack('=IffI', n, 600, 800, 1) + box)\n"
           "first = int(sys.argv[2])\n"
        << script;
    ::chmod(path.c_str(), 0755);
    use_worker(path.string());
  }

  Status read(const std::string& name, Collected& collected) {
    return parse_pdf(folder_ / name, collected.sink());
  }

  std::filesystem::path folder_;
};

TEST_F(PdfFiles, ReadsColumnsPagesAndTitle) {
  Collected collected;
  const Status status = read("two_columns.pdf", collected);
  ASSERT_TRUE(status) << status.error().to_line();
  ASSERT_EQ(collected.documents.size(), 1U);
  EXPECT_TRUE(collected.problems.empty());
  const Document& document = collected.documents[0];
  EXPECT_TRUE(test::sections_are_sound(document));
  EXPECT_EQ(document.record.title, "Training the pelvic floor");
  EXPECT_TRUE(document.id.starts_with("file:"));
  EXPECT_THAT(document.text, HasSubstr("The randomised trial followed them for a long-term period"));
  EXPECT_THAT(document.text, HasSubstr("left column ends with this sentence."));
  EXPECT_THAT(document.text,
              HasSubstr("The right column starts with this line and goes on with a second line"));
  EXPECT_THAT(document.text, Not(HasSubstr("Journal of Examples")));
  std::vector<uint32_t> pages;
  for (const Section& section : document.sections) {
    if (section.kind == SectionKind::kBody) pages.push_back(section.page);
  }
  EXPECT_THAT(pages, ElementsAre(1, 2, 3));
}

TEST_F(PdfFiles, TakesTitleAuthorAndDoiWhereStated) {
  Collected collected;
  ASSERT_TRUE(read("titled.pdf", collected));
  ASSERT_EQ(collected.documents.size(), 1U);
  EXPECT_EQ(collected.documents[0].record.title, "A plausible title of a paper");
  EXPECT_EQ(collected.documents[0].record.authors.at(0).family, "Doe");
  EXPECT_EQ(collected.documents[0].id, "doi:10.5555/pdf.1");
}

// On a machine whose fonts were never listed, the font library wants to write its list; the worker may not
// write, and reads the file all the same.
TEST_F(PdfFiles, AFontCacheThatCannotBeWrittenCostsNothing) {
  const std::string settings = (folder_ / "fonts.conf").string();
  std::ofstream(settings) << "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n"
                          << "<fontconfig><dir>/usr/share/fonts</dir><cachedir>" << folder_.string()
                          << "/cache</cachedir></fontconfig>\n";
  // The worker is given no environment of ours: a script sets it and becomes the worker.
  const std::filesystem::path script = folder_ / "worker.sh";
  std::ofstream(script) << "#!/bin/sh\nFONTCONFIG_FILE='" << settings
                        << "' exec '" ATTEST_PDF_WORKER_PATH "' \"$@\"\n";
  ::chmod(script.c_str(), 0755);
  use_worker(script.string());
  Collected collected;
  const Status status = read("titled.pdf", collected);
  ASSERT_TRUE(status) << status.error().to_line();
  ASSERT_EQ(collected.documents.size(), 1U);
  EXPECT_EQ(collected.documents[0].id, "doi:10.5555/pdf.1");
}

TEST_F(PdfFiles, SaysWhatIsWrongWithAFile) {
  Collected collected;
  const Status encrypted = read("encrypted.pdf", collected);
  ASSERT_FALSE(encrypted);
  EXPECT_THAT(encrypted.error().to_line(), HasSubstr("password"));
  const Status broken = read("broken.pdf", collected);
  ASSERT_FALSE(broken);
  EXPECT_THAT(broken.error().to_line(), HasSubstr("damaged"));
  EXPECT_TRUE(read("empty.pdf", collected));
  ASSERT_EQ(collected.problems.size(), 1U);
  EXPECT_THAT(collected.problems[0].message, HasSubstr("no readable text"));
  EXPECT_TRUE(collected.documents.empty());
}

TEST_F(PdfFiles, APageThatKillsTheWorkerCostsThatPageOnly) {
  use_script(
      "about(4)\n"
      "for n in range(first, 5):\n"
      "    begin(n)\n"
      "    if n == 2: os.kill(os.getpid(), signal.SIGSEGV)\n"
      "    page(n)\n"
      "write(b'Z', b'')\n");
  Collected collected;
  const Status status = read("two_columns.pdf", collected);
  ASSERT_TRUE(status) << status.error().to_line();
  ASSERT_EQ(collected.documents.size(), 1U);
  EXPECT_THAT(collected.documents[0].text, HasSubstr("Page-1-text"));
  EXPECT_THAT(collected.documents[0].text, HasSubstr("Page-3-text"));
  EXPECT_THAT(collected.documents[0].text, HasSubstr("Page-4-text"));
  ASSERT_EQ(collected.problems.size(), 1U);
  EXPECT_THAT(collected.problems[0].to_line(), HasSubstr("page 2: the PDF worker was stopped by signal 11"));
}

TEST_F(PdfFiles, AWorkerThatTalksNonsenseIsEnded) {
  use_script("os.write(1, b'D' + b'\\xff' * 4096)\ntime.sleep(60)\n");
  Collected collected;
  const Status status = read("two_columns.pdf", collected);
  ASSERT_FALSE(status);
  EXPECT_THAT(status.error().message, HasSubstr("cannot be understood"));
}

TEST_F(PdfFiles, AWorkerThatDiesOnEveryPageDoesNotGoOnForEver) {
  use_script("about(1000)\nbegin(first)\nsys.exit(9)\n");
  Collected collected;
  ASSERT_TRUE(read("two_columns.pdf", collected));
  EXPECT_TRUE(collected.documents.size() <= 1);
  EXPECT_LT(collected.problems.size(), 40U);
  EXPECT_THAT(collected.problems.back().message,
              testing::AnyOf(HasSubstr("were not read"), HasSubstr("no readable text")));
}

TEST_F(PdfFiles, AMissingWorkerIsAMatterOfTheInstallation) {
  use_worker((folder_ / "nothing").string());
  Collected collected;
  const Status status = read("two_columns.pdf", collected);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kEnvironment);
}

#endif

}  // namespace
}  // namespace attest
