// MedQuAD and MedlinePlus.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "parse/format_parsers.h"
#include "parse/fulltext_test_support.h"

namespace attest {
namespace {

using test::body_text;
using test::BytesSource;
using test::Collected;
using test::section_named;
using testing::ElementsAre;

std::string read_whole(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}
std::string seed(const std::string& name) {
  return read_whole(std::string(ATTEST_SOURCE_DIR) + "/src/parse/seeds/" + name);
}

TEST(Medquad, MakesADocumentOfEachAnsweredQuestion) {
  const std::string bytes = seed("medquad_fuzz/pairs.xml");
  BytesSource source(bytes, 11);
  Collected collected;
  ASSERT_TRUE(parse_medquad(source, "folder/0000009.xml", collected.sink()));
  ASSERT_EQ(collected.documents.size(), 1U);
  const Document& document = collected.documents[0];
  EXPECT_EQ(document.id, "medquad:EX/0000009#0000009-1");
  EXPECT_EQ(document.depth, Depth::kPatientPage);
  EXPECT_EQ(document.record.title, "What is (are) Anismus ?");
  EXPECT_EQ(document.record.url, "https://example.org/anismus");
  EXPECT_THAT(document.record.keywords,
              ElementsAre("Anismus", "Pelvic floor dyssynergia", "C0000001", "T047"));
  ASSERT_EQ(document.sections.size(), 3U);
  EXPECT_EQ(document.sections[1].kind, SectionKind::kQuestion);
  EXPECT_EQ(body_text(document, document.sections[2]),
            "A failure to relax.\nSigns include:\nstraining\nincomplete emptying\nIt is treatable.");
}

TEST(Medquad, ReadsTheWholeRealSet) {
  const std::filesystem::path archive = std::filesystem::path(ATTEST_SHARED_DATA) / "medquad.tar.zst";
  if (!std::filesystem::exists(archive)) GTEST_SKIP() << "needs " << archive;
  std::string folder = (std::filesystem::temp_directory_path() / "attest-test-XXXXXX").string();
  ASSERT_NE(::mkdtemp(folder.data()), nullptr);
  const bool unpacked =
      std::system(("tar -C '" + folder + "' -xf '" + archive.string() + "' 2>/dev/null").c_str()) == 0;
  std::set<std::string> ids;
  size_t documents = 0;
  size_t older = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!unpacked || entry.path().extension() != ".xml") continue;
    const std::string bytes = read_whole(entry.path());
    BytesSource source(bytes);
    Collected collected;
    const Status status = parse_medquad(source, entry.path().string(), collected.sink());
    EXPECT_TRUE(status) << entry.path() << (status ? "" : status.error().to_line());
    for (const Document& document : collected.documents) ids.insert(document.id);
    documents += collected.documents.size();
    if (bytes.find("<qaPairs>") != std::string::npos) older += collected.documents.size();
  }
  std::filesystem::remove_all(folder);
  if (!unpacked) GTEST_SKIP() << "needs tar and zstd";
  // The four files of the older layout are not among the 16,407 that the set counts.
  EXPECT_EQ(documents - older, 16'407U);
  EXPECT_EQ(ids.size(), documents);
}

TEST(MedlinePlus, ReadsTopicsWithTheirSummaries) {
  const std::string bytes = seed("medlineplus_fuzz/topics.xml");
  BytesSource source(bytes, 13);
  Collected collected;
  ASSERT_TRUE(parse_medlineplus(source, "topics.xml", collected.sink()));
  ASSERT_EQ(collected.documents.size(), 2U);
  const Document& document = collected.documents[0];
  EXPECT_TRUE(test::sections_are_sound(document));
  EXPECT_EQ(document.id, "medlineplus:4711");
  EXPECT_EQ(document.depth, Depth::kPatientPage);
  EXPECT_EQ(document.record.title, "Pelvic Floor Disorders");
  EXPECT_EQ(document.record.published.month, 1);
  EXPECT_EQ(document.record.published.day, 2);
  EXPECT_THAT(document.record.keywords, ElementsAre("Pelvic floor dysfunction"));
  ASSERT_EQ(document.record.mesh.size(), 1U);
  EXPECT_EQ(document.record.mesh[0].ui, "D059952");
  EXPECT_EQ(document.record.mesh[0].qualifiers.at(0).name, "therapy");
  EXPECT_EQ(body_text(document, section_named(document, "What is it?")),
            "The pelvic floor is a group of muscles.\nIt holds organs\nIt relaxes");
  EXPECT_EQ(body_text(document, section_named(document, "Treatment")), "Exercises & training.");
  EXPECT_EQ(section_named(document, "Further reading").kind, SectionKind::kReferences);
  EXPECT_EQ(collected.documents[1].record.languages, "spa");
}

}  // namespace
}  // namespace attest
