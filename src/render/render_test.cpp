#include "render/render.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "render/presentation.h"
#include "render/sample_answer.h"
#include "render/terminal_page.h"

namespace attest {
namespace {

constexpr const char* kTestdata = ATTEST_SOURCE_DIR "/src/render/testdata/";

// Compares with a file of expected text; ATTEST_REBASELINE=1 writes the file instead, for a person to read
// the difference before it is committed.
void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = kTestdata + name;
  if (const char* rebaseline = std::getenv("ATTEST_REBASELINE");
      rebaseline != nullptr && *rebaseline == '1') {
    std::filesystem::create_directories(kTestdata);
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path << " is missing; run with ATTEST_REBASELINE=1 and read what it wrote";
  const std::string expected((std::istreambuf_iterator<char>(file)), {});
  EXPECT_EQ(expected, text) << "differs from " << path << "; ATTEST_REBASELINE=1 accepts the new text";
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST(Render, GoldenTexts) {
  const Answer clinician = sample::answer(Audience::kClinician);
  const Answer patient = sample::answer(Audience::kPatient);
  expect_golden("clinician_100.txt", render_terminal(clinician, {.width = 100}));
  expect_golden("clinician_60.txt", render_terminal(clinician, {.width = 60}));
  expect_golden("patient_80.txt", render_terminal(patient, {.width = 80}));
  expect_golden("none_80.txt",
                render_terminal(sample::no_direct_evidence(Audience::kClinician), {.width = 80}));
  expect_golden("none_patient_80.txt",
                render_terminal(sample::no_direct_evidence(Audience::kPatient), {.width = 80}));
  expect_golden("clinician.md", render_markdown(clinician));
  expect_golden("patient.md", render_markdown(patient));
  expect_golden("clinician.html", render_html(clinician));
  expect_golden("patient.html", render_html(patient));
}

TEST(Render, SameInputSameBytes) {
  const Answer answer = sample::answer(Audience::kPartner);
  EXPECT_EQ(render_terminal(answer, {}), render_terminal(answer, {}));
  EXPECT_EQ(render_html(answer), render_html(answer));
  EXPECT_EQ(render_markdown(answer), render_markdown(answer));
}

TEST(Terminal, NoLineIsWiderThanThePage) {
  for (const Audience audience : {Audience::kClinician, Audience::kPatient, Audience::kPartner}) {
    for (unsigned width = 40; width <= 120; ++width) {
      for (const std::string& line : lines_of(render_terminal(sample::answer(audience), {.width = width}))) {
        ASSERT_LE(display_width(line), width) << line;
        ASSERT_FALSE(line.ends_with(' ')) << line;
      }
    }
  }
}

TEST(Terminal, WidthIsClamped) {
  const Answer answer = sample::answer(Audience::kClinician);
  EXPECT_EQ(render_terminal(answer, {.width = 1}), render_terminal(answer, {.width = 40}));
  EXPECT_EQ(render_terminal(answer, {.width = 9999}), render_terminal(answer, {.width = 120}));
}

TEST(Terminal, ColourAddsOnlyEscapes) {
  const Answer answer = sample::answer(Audience::kClinician);
  const std::string coloured = render_terminal(answer, {.width = 90, .colour = true});
  EXPECT_NE(coloured.find('\x1b'), std::string::npos);
  EXPECT_EQ(std::regex_replace(coloured, std::regex("\x1b\\[[0-9]*m"), ""),
            render_terminal(answer, {.width = 90}));
}

// Every text of an answer comes from sources or from the person who asked; none may reach a terminal as a
// control sequence, or turn the reading direction.
TEST(Terminal, ControlCharactersNeverComeThrough) {
  const std::string hostile =
      "a\x1b]0;owned\x07 b\r\n\xC2\x9B"
      "31m \xE2\x80\xAE"
      "reversed &#27;[31m &amp;#155;31m &#x202E;";
  Answer answer = sample::answer(Audience::kClinician);
  answer.question = answer.scope = answer.snapshot = hostile;
  for (auto* list : {&answer.gaps, &answer.follow_ups, &answer.near_misses}) *list = {hostile};
  for (TherapyLine& line : answer.lines) {
    line.intervention = line.plain_name = line.rank_reason = hostile;
    for (Statement& statement : line.statements) {
      statement.text = hostile;
      for (Citation& citation : statement.citations) citation.document = citation.quote = hostile;
    }
    for (Outcome& outcome : line.outcomes) outcome.name = outcome.arm = outcome.follow_up = hostile;
  }
  for (Disagreement& disagreement : answer.disagreements) {
    disagreement.about = disagreement.sides.front().position = hostile;
    disagreement.likely_reasons = {hostile};
  }
  answer.sections.front().title = hostile;
  answer.checks.front().kind = hostile;
  for (Reference& reference : answer.references) {
    reference.document = reference.record.title = reference.status = hostile;
    reference.record.journal.abbreviation = reference.record.authors.front().family = hostile;
    reference.record.doi = "10.1/" + hostile;
    reference.status_links = reference.appraisal.limits = {hostile};
    reference.same_study = reference.included_in = {{hostile, false, hostile}};
    reference.appraisal.grades = {{hostile, hostile, {}}};
    reference.appraisal.level = hostile;
  }
  for (const Audience audience : {Audience::kClinician, Audience::kPatient}) {
    answer.audience = audience;
    for (const std::string& text :
         {render_terminal(answer, {}), render_markdown(answer), render_html(answer)}) {
      for (const char* bad : {"\x1b", "\x07", "\r", "\xC2\x9B", "\xE2\x80\xAE"}) {
        EXPECT_EQ(text.find(bad), std::string::npos);
      }
    }
  }
}

TEST(Terminal, EveryStatementShowsItsCitations) {
  const Answer answer = sample::answer(Audience::kClinician);
  std::string page = render_terminal(answer, {.width = 120});
  page = std::regex_replace(page, std::regex("\\s+"), " ");
  for_each_statement(answer, [&](const Statement& statement) {
    EXPECT_NE(page.find(statement.text.substr(0, 30)), std::string::npos) << statement.text;
    for (const Citation& citation : statement.citations) {
      EXPECT_NE(page.find(std::to_string(citation.span.start) + ":" + std::to_string(citation.span.end)),
                std::string::npos)
          << statement.text;
    }
  });
}

TEST(Terminal, PatientsReadWarningsFirstAndNoDoses) {
  const Answer answer = sample::answer(Audience::kPatient);
  for (const std::string& page :
       {render_terminal(answer, {}), render_markdown(answer), render_html(answer)}) {
    EXPECT_LT(page.find("Blood, weight loss"), page.find("recommended first by"));
    EXPECT_EQ(page.find("20 units"), page.find("A total of 20 units") == std::string::npos
                                         ? std::string::npos
                                         : page.find("A total of 20 units") + 11);
    EXPECT_EQ(page.find("20 units in all"), std::string::npos);
  }
  EXPECT_EQ(render_terminal(answer, {}).find("20 units"), std::string::npos);
}

TEST(Terminal, ALineWithoutAnythingToSayIsLeftOut) {
  Answer answer = sample::answer(Audience::kPatient);
  answer.lines.back().statements.clear();
  answer.lines.back().doses = answer.lines.front().statements;
  EXPECT_EQ(render_terminal(answer, {}).find("Yoga"), std::string::npos);
  EXPECT_EQ(render_html(answer).find("Yoga"), std::string::npos);
  answer.audience = Audience::kClinician;
  EXPECT_NE(render_terminal(answer, {}).find("Yoga"), std::string::npos);
}

TEST(References, PartsAreReadable) {
  Reference reference = sample::sources().front();
  reference.record.title = "Is it so?";
  reference.status_links = {"UpdateOf E038", "E038"};
  reference.same_study = {{"a", true, "stated by the record"},
                          {"b", true, "stated by the record", 4},
                          {"c", false, "authors and title agree"}};
  reference.included_in = {{"d", false, "names it by author and year", 2}};
  Answer answer = sample::answer(Audience::kClinician);
  answer.references.front() = reference;
  const std::string page =
      std::regex_replace(render_terminal(answer, {.width = 120}), std::regex("\\s+"), " ");
  EXPECT_NE(page.find("Is it so? Am J Gastroenterol 2021"), std::string::npos);
  EXPECT_NE(page.find("update of E038 · E038 · same study as a, [4] (stated by the record) · "
                      "probably same study as c (authors and title agree) · "
                      "probably also in the review [2] (names it by author and year)"),
            std::string::npos)
      << page;
}

TEST(Terminal, DepthAndSecondHandAreSaid) {
  const std::string page = std::regex_replace(
      render_terminal(sample::answer(Audience::kClinician), {.width = 120}), std::regex("\\s+"), " ");
  EXPECT_NE(page.find("abstracts only unless marked"), std::string::npos);
  EXPECT_NE(page.find("second-hand, superseded"), std::string::npos);
  EXPECT_NE(page.find("[1 guideline]"), std::string::npos);
}

TEST(Wrap, CountsColumnsAsATerminalDoes) {
  EXPECT_EQ(display_width("abc"), 3u);
  EXPECT_EQ(display_width("日本"), 4u);
  EXPECT_EQ(display_width("e\xCC\x81"), 1u);  // e and a combining acute
  EXPECT_EQ(display_width("“–”"), 3u);
}

TEST(Wrap, KeepsFiguresTogetherAndBreaksLongWords) {
  EXPECT_EQ(wrap("improved in 80 % of them", 14, 14),
            (std::vector<std::string>{"improved in", "80 % of them"}));
  EXPECT_EQ(wrap("trial, n = 84", 10, 10), (std::vector<std::string>{"trial,", "n = 84"}));
  EXPECT_EQ(wrap("abcdefghij", 4, 4), (std::vector<std::string>{"abcd", "efgh", "ij"}));
  EXPECT_EQ(wrap("日本大腸", 5, 5), (std::vector<std::string>{"日本", "大腸"}));
  EXPECT_EQ(wrap("", 10, 10), (std::vector<std::string>{""}));
}

TEST(Markdown, TextOfSourcesStaysText) {
  Answer answer = sample::answer(Audience::kClinician);
  answer.bottom_line.front().text = "# a *b* [c](javascript:d) <e> `f` 1. https://g.example";
  answer.bottom_line.back().text = "1. not a list";
  const std::string page = render_markdown(answer);
  EXPECT_NE(page.find("- \\# a \\*b\\* \\[c\\](javascript:d) \\<e\\> \\`f\\` 1. https\\://g.example"),
            std::string::npos);
  EXPECT_NE(page.find("- 1\\. not a list"), std::string::npos);
}

TEST(Links, OnlySafeAddresses) {
  Reference reference;
  reference.record.pmid = "12<3";
  reference.record.url = "javascript:alert(1)";
  EXPECT_TRUE(links_of(reference).empty());
  reference.record.url = "https://good.example@evil.example/";
  EXPECT_TRUE(links_of(reference).empty());
  reference.record.url = "https://good.example/a\"b>";
  ASSERT_EQ(links_of(reference).size(), 1u);
  EXPECT_EQ(links_of(reference).front().url, "https://good.example/a%22b%3E");
  reference.record.doi = "10.1000/a<b>(c)";
  EXPECT_EQ(links_of(reference).front().url, "https://doi.org/10.1000/a%3Cb%3E%28c%29");
}

TEST(Words, DurationsAndNumbers) {
  EXPECT_EQ(duration_words("P6M"), "6 months");
  EXPECT_EQ(duration_words("P1Y"), "1 year");
  EXPECT_EQ(duration_words("P"), "");
  EXPECT_EQ(duration_words("P1Y6M"), "");
  EXPECT_EQ(number_text(79.60), "79.6");
  EXPECT_EQ(number_text(kNotStated), "");
  EXPECT_EQ(in_ten_text(79.6), "about 8 in 10");
  EXPECT_EQ(in_ten_text(2), "fewer than 1 in 10");
  EXPECT_EQ(in_ten_text(97), "more than 9 in 10");
}

}  // namespace
}  // namespace attest
