#include "question/compiled_thesaurus.h"

#include <cstring>

#include <gtest/gtest.h>

#include "base/checksum.h"
#include "base/file.h"
#include "base/limits.h"

namespace attest {
namespace {

constexpr const char* kSmall = R"({"schema": "attest.thesaurus/1",
 "everyday": ["worried", "husband"], "generic": ["Patients"], "lay_words": {"poop": "poo"},
 "entries": [
  {"id": "attest:zinc", "name": "zinc", "role": "intervention", "names": ["Zn", "zinc sulphate"]},
  {"id": "attest:anismus", "name": "anismus", "role": "condition", "names": ["pelvic floor dyssynergia"],
   "lay": ["cannot push out poop"], "not": ["bladder dyssynergia"], "broader": ["constipation"],
   "context": ["rectum"], "plain": "tight muscles", "explain": "The muscles do not let go."},
  {"id": "attest:zinc-oxide", "name": "zinc oxide", "role": "intervention", "names": ["Zn"],
   "parents": ["attest:zinc"]}]})";

std::string compiled() {
  auto bytes = compile_thesaurus(kSmall, "small.json");
  EXPECT_TRUE(bytes) << bytes.error().to_line();
  return bytes ? *bytes : std::string();
}

// With the checksum put right again.
std::string sealed(std::string bytes) {
  const uint64_t checksum = checksum64(std::string_view(bytes).substr(0, bytes.size() - 8));
  std::memcpy(bytes.data() + bytes.size() - 8, &checksum, 8);
  return bytes;
}

TEST(CompiledThesaurus, AnswersAsItsSourceSays) {
  const auto thesaurus = read_compiled_thesaurus(compiled(), "small");
  ASSERT_TRUE(thesaurus) << thesaurus.error().to_line();
  const Thesaurus& names = **thesaurus;
  ASSERT_EQ(names.entries().size(), 3U);
  const Thesaurus::Entry& anismus = names.entries()[1];
  EXPECT_EQ(anismus.role, ConceptRole::kCondition);
  EXPECT_EQ(anismus.names, (std::vector<std::string>{"anismus", "pelvic floor dyssynergia"}));
  EXPECT_EQ(anismus.not_names, std::vector<std::string>{"bladder dyssynergia"});
  EXPECT_EQ(anismus.broader, std::vector<std::string>{"constipation"});
  EXPECT_EQ(anismus.context, std::vector<std::string>{"rectum"});
  EXPECT_EQ(anismus.plain_name, "tight muscles");
  EXPECT_EQ(anismus.plain_explanation, "The muscles do not let go.");
  EXPECT_EQ(names.find_by_id("attest:anismus"), &anismus);
  EXPECT_EQ(names.find_by_id("attest:nothing"), nullptr);
  EXPECT_EQ(names.find_by_name("anismus"), &anismus);
  EXPECT_EQ(names.find_by_name("zn"), &names.entries()[0]) << "the first in the file has a shared name";
  EXPECT_EQ(names.find_by_stems("zn").size(), 2U);
  ASSERT_EQ(names.members_of("attest:zinc").size(), 1U);
  EXPECT_EQ(names.members_of("attest:zinc")[0], &names.entries()[2]);
  EXPECT_TRUE(names.is_everyday("husband"));
  EXPECT_FALSE(names.is_everyday("anismus"));
  EXPECT_TRUE(names.is_generic("patients"));
  EXPECT_EQ(names.lay_word("poop"), "poo");
  EXPECT_EQ(names.lay_word("pain"), "pain");
  ASSERT_EQ(names.lay_phrases().size(), 1U);
  EXPECT_EQ(names.lay_phrases()[0].entry, 1U);
  EXPECT_TRUE(std::is_sorted(names.words().begin(), names.words().end()));
}

TEST(CompiledThesaurus, TheSameSourceGivesTheSameBytes) { EXPECT_EQ(compiled(), compiled()); }

TEST(CompiledThesaurus, EveryDamagedByteIsNoticed) {
  const std::string good = compiled();
  for (size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x20);
    const auto thesaurus = read_compiled_thesaurus(std::move(bad), "small");
    ASSERT_FALSE(thesaurus) << "byte " << at;
    EXPECT_EQ(thesaurus.error().code, ErrorCode::kCorrupt);
  }
  for (size_t size = 0; size < good.size(); ++size)
    EXPECT_FALSE(read_compiled_thesaurus(good.substr(0, size), "small")) << size;
}

// The checksum is no defence against a forger: whatever the tables say, nothing is looked for outside them.
TEST(CompiledThesaurus, ForgedTablesNeverLeadOutside) {
  const std::string good = compiled();
  size_t read = 0;
  for (size_t at = 8; at + 8 < good.size(); ++at) {
    for (const char forged : {'\0', '\x01', '\x7f', '\xff'}) {
      std::string bad = good;
      bad[at] = forged;
      const auto thesaurus = read_compiled_thesaurus(sealed(std::move(bad)), "small");
      if (!thesaurus) continue;
      ++read;
      for (const Thesaurus::Entry& entry : (*thesaurus)->entries()) {
        ASSERT_NE((*thesaurus)->find_by_id(entry.id), nullptr);
        (void)(*thesaurus)->find_by_name(entry.name);
        (void)(*thesaurus)->find_by_stems(entry.name);
      }
    }
  }
  EXPECT_GT(read, 0U);
}

TEST(CompiledThesaurus, LoadTellsTheTwoFormsApart) {
  const auto source = std::filesystem::path(ATTEST_SOURCE_DIR) / "data/thesaurus/attest.json";
  const auto from_json = Thesaurus::load(source);
  ASSERT_TRUE(from_json) << from_json.error().to_line();
  const auto bytes = read_file(source, limits::kThesaurusFileBytesMax);
  ASSERT_TRUE(bytes);
  const auto compiled_bytes = compile_thesaurus(*bytes, "attest.json");
  ASSERT_TRUE(compiled_bytes) << compiled_bytes.error().to_line();
  EXPECT_TRUE(is_compiled_thesaurus(*compiled_bytes));
  EXPECT_FALSE(is_compiled_thesaurus(*bytes));
  const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "attest.thesaurus";
  ASSERT_TRUE(write_file_atomically(file, *compiled_bytes));
  const auto loaded = Thesaurus::load(file);
  ASSERT_TRUE(loaded) << loaded.error().to_line();
  ASSERT_EQ((*loaded)->entries().size(), (*from_json)->entries().size());
  EXPECT_EQ((*loaded)->words(), (*from_json)->words());
  for (const Thesaurus::Entry& entry : (*loaded)->entries())
    EXPECT_EQ((*loaded)->find_by_id(entry.id), &entry) << entry.id;
}

}  // namespace
}  // namespace attest
