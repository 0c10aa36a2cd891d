#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parse/detect.h"
#include "parse/record_test_support.h"

namespace attest {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

TEST(Detect, TellsFormatsByContent) {
  const std::pair<std::string, Format> cases[] = {
      {"<?xml version=\"1.0\"?>\n<!DOCTYPE PubmedArticleSet [ <!ELEMENT a (b)> ]>\n<PubmedArticleSet>",
       Format::kPubmedXml},
      {"\xEF\xBB\xBF<!-- x --><MedlineCitationSet/>", Format::kPubmedXml},
      {"\nPMID- 1\nOWN - NLM\n", Format::kMedline},
      {"TY  - JOUR\nTI  - x\nER  - \n", Format::kRis},
      {"% Encoding: UTF-8\n\n@Article{key,\n title={x}}\n", Format::kBibtex},
      {"[\n {\"id\": 1, \"type\": \"book\"}]", Format::kCslJson},
      {"{\n \"id\": \"a\",\n \"type\": \"book\",\n \"title\": \"x\"}", Format::kCslJson},
      {"{\"id\": \"a\", \"title\": \"x\", \"text\": \"y\"}\n{\"id\": \"b\", \"text\": \"y\"}\n",
       Format::kJsonLines},
      {"<article xmlns:xlink=\"x\"><front/></article>", Format::kJats},
      {"<article article-type=\"research-article\"><front><article-meta/></front><body/></article>",
       Format::kJats},
      {"<article class=\"page\"><body>A page</body></article>", Format::kHtml},
      {"<health-topics>", Format::kMedlinePlus},
      {"<Document id=\"1\"><QAPairs/></Document>", Format::kMedquad},
      {"<DescriptorRecordSet LanguageCode=\"eng\">", Format::kMeshXml},
      {"ui\tname\ttrees|\tentry_terms|\nD000001\tcalcimycin\tD03\ta\n", Format::kMeshTable},
      {"<!DOCTYPE html><html><body>", Format::kHtml},
      {"# Anismus\n\n- a\n- b\n", Format::kMarkdown},
      {"Constipation is common. It has causes.\n", Format::kPlainText},
      {"%PDF-1.7\n", Format::kPdf},
      {"PK\x03\x04", Format::kUnknown},
      {"<IPGReportSet/>", Format::kUnknown},
      {"", Format::kUnknown},
      {std::string("\0\1\2\3\4\5", 6), Format::kUnknown},
      {"a\tb\tc\n1\t2\t3\n4\t5\t6\n", Format::kUnknown}};
  for (const auto& [head, format] : cases) {
    EXPECT_STREQ(format_name(detect_format(head, "name")), format_name(format)) << head;
  }
  EXPECT_EQ(detect_format("Plain line\n", "notes.md"), Format::kMarkdown);
  EXPECT_EQ(detect_format("Plain line\n", "notes.txt"), Format::kPlainText);
}

TEST(Detect, SaysWhatAnUnknownFileIs) {
  const test::TemporaryFolder folder;
  const auto error = [&](std::string_view bytes) {
    return test::harvest_file(folder.write("x", bytes)).status.error().to_line();
  };
  EXPECT_THAT(error("PK\x03\x04"), HasSubstr("ZIP"));
  EXPECT_THAT(error("<IPGReportSet/>"), HasSubstr("<IPGReportSet>"));
  EXPECT_THAT(error(""), HasSubstr("empty"));
}

TEST(ParseFile, ReportsProgressAndReadsCompressedFiles) {
  const test::TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 20'000; ++i)
    lines += "{\"id\": \"d" + std::to_string(i) + "\", \"title\": \"t\", \"text\": \"some text\"}\n";
  const auto path = folder.write("documents", test::gzipped(lines));
  test::Harvest harvest;
  DocumentSink sink = harvest.sink();
  uint64_t last = 0;
  sink.progress = [&](uint64_t bytes) {
    EXPECT_GE(bytes, last);
    last = bytes;
  };
  ASSERT_TRUE(parse_file(path, sink));
  EXPECT_EQ(harvest.documents.size(), 20'000u);
  EXPECT_EQ(last, fs::file_size(path));
}

TEST(WalkPaths, IsSortedSkipsHiddenAndEndsInALoop) {
  const test::TemporaryFolder folder;
  fs::create_directories(folder.path() / "b" / "inner");
  fs::create_directories(folder.path() / ".hidden");
  folder.write("c.xml", "x");
  folder.write("b/inner/a.xml", "x");
  folder.write(".hidden/z.xml", "x");
  folder.write(".dot", "x");
  fs::create_directory_symlink(folder.path(), folder.path() / "b" / "loop");
  fs::create_symlink(folder.path() / "c.xml", folder.path() / "same.xml");
  fs::create_symlink(folder.path() / "nothing", folder.path() / "dangling");
  std::vector<std::string> problems;
  const auto files = walk_paths({folder.path(), folder.path() / "missing"},
                                [&](Error&& error) { problems.push_back(error.to_line()); });
  EXPECT_THAT(files, testing::ElementsAre(folder.path() / "b/inner/a.xml", folder.path() / "c.xml"));
  EXPECT_THAT(problems, testing::ElementsAre(HasSubstr("points to nothing"), HasSubstr("missing")));
}

TEST(WalkPaths, ReportsAnUnreadableFile) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const test::TemporaryFolder folder;
  fs::permissions(folder.write("secret.xml", "x"), fs::perms::none);
  size_t problems = 0;
  EXPECT_TRUE(walk_paths({folder.path()}, [&](Error&&) { ++problems; }).empty());
  EXPECT_EQ(problems, 1u);
}

}  // namespace
}  // namespace attest
