// The thesaurus file: what it must hold, what is refused, and the shipped file itself.
#include <gtest/gtest.h>

#include <set>

#include "question/question.h"

namespace attest {
namespace {

std::string file_with(const std::string& entries) {
  return R"({"schema": "attest.thesaurus/1", "entries": [)" + entries + "]}";
}

constexpr const char* kEntry = R"({"id": "attest:a", "name": "anal fissure", "role": "condition",
  "names": ["fissure in ano"], "lay": ["piles", "tear in my bottom"]})";

TEST(Thesaurus, finds_by_name_id_and_stems) {
  const auto thesaurus = Thesaurus::parse(file_with(kEntry), "test");
  ASSERT_TRUE(thesaurus.has_value());
  ASSERT_NE((*thesaurus)->find_by_name("anal fissure"), nullptr);
  EXPECT_EQ((*thesaurus)->find_by_name("anal fissure")->id, "attest:a");
  EXPECT_EQ((*thesaurus)->find_by_name("anal"), nullptr);
  EXPECT_NE((*thesaurus)->find_by_id("attest:a"), nullptr);
  EXPECT_EQ((*thesaurus)->find_by_id("attest:b"), nullptr);
  EXPECT_EQ((*thesaurus)->find_by_stems("anal fissur").size(), 1u);
  EXPECT_EQ((*thesaurus)->find_by_stems("pile").size(), 1u);
  EXPECT_TRUE((*thesaurus)->find_by_stems("").empty());
  ASSERT_EQ((*thesaurus)->lay_phrases().size(), 1u);
}

TEST(Thesaurus, refuses_what_is_wrong_and_says_where) {
  const std::pair<std::string, std::string> wrong[] = {
      {"", "not valid JSON"},
      {"[]", "not a JSON object"},
      {R"({"schema": "other/1", "entries": []})", "schema"},
      {R"({"schema": "attest.thesaurus/1"})", "entries"},
      {file_with(R"({"id": "x:a", "name": "a", "role": "test"})"), "attest:"},
      {file_with(R"({"id": "attest:a", "role": "test"})"), "no name"},
      {file_with(R"({"id": "attest:a", "name": "a", "role": "thing"})"), "not a role"},
      {file_with(R"({"id": "attest:a", "name": "a", "role": "test", "names": [1]})"), "names"},
      {file_with(R"({"id": "attest:a", "name": "a", "role": "test", "names": "b"})"), "not a list"},
      {file_with(R"({"id": "attest:a", "name": "a", "role": "test", "parents": ["attest:z"]})"), "attest:z"},
      {file_with(std::string(kEntry) + "," + kEntry), "two entries"},
      {std::string(1000, '['), "nested"},
  };
  for (const auto& [bytes, message] : wrong) {
    const auto thesaurus = Thesaurus::parse(bytes, "bad.json");
    ASSERT_FALSE(thesaurus.has_value()) << bytes.substr(0, 80);
    EXPECT_NE(thesaurus.error().to_line().find(message), std::string::npos) << thesaurus.error().to_line();
    EXPECT_NE(thesaurus.error().to_line().find("bad.json"), std::string::npos);
  }
}

TEST(Thesaurus, shipped_file_is_sound) {
  const auto loaded = Thesaurus::load(std::string(ATTEST_SOURCE_DIR) + "/data/thesaurus/attest.json");
  ASSERT_TRUE(loaded.has_value()) << loaded.error().to_line();
  const Thesaurus& thesaurus = **loaded;
  EXPECT_GE(thesaurus.entries().size(), 3000u);
  for (const Thesaurus::Entry& entry : thesaurus.entries()) {
    std::set<std::string> names;
    for (const std::string& name : entry.names)
      EXPECT_TRUE(names.insert(name).second) << entry.id << ": " << name;
    for (const std::string& name : entry.not_names)
      EXPECT_EQ(names.count(name), 0u) << entry.id << ": " << name;
    EXPECT_EQ(thesaurus.find_by_id(entry.id), &entry);
  }
  // What a patient is told is short and plain.
  for (const char* id : {"attest:dyssynergic-defecation", "attest:biofeedback", "attest:botulinum-toxin",
                         "attest:vaginismus", "attest:anorectal-manometry", "attest:laxatives"}) {
    const Thesaurus::Entry* entry = thesaurus.find_by_id(id);
    ASSERT_NE(entry, nullptr) << id;
    EXPECT_FALSE(entry->plain_name.empty()) << id;
    EXPECT_FALSE(entry->plain_explanation.empty()) << id;
  }
  EXPECT_EQ(thesaurus.members_of("attest:botulinum-toxin").size(), 4u);
  EXPECT_TRUE(thesaurus.is_everyday("husband"));
  EXPECT_FALSE(thesaurus.is_everyday("anismus"));
  EXPECT_TRUE(thesaurus.is_generic("therapeutics"));
}

// What is said of one stage, severity or age is not said of the disease: it is an entry of its own.
TEST(Thesaurus, NoNameAddsAStageToAnotherOfItsEntry) {
  const auto loaded = Thesaurus::load(std::string(ATTEST_SOURCE_DIR) + "/data/thesaurus/attest.json");
  ASSERT_TRUE(loaded.has_value());
  const Thesaurus& thesaurus = **loaded;
  for (const Thesaurus::Entry& entry : thesaurus.entries()) {
    if (entry.role != ConceptRole::kCondition) continue;
    const std::set<std::string> names(entry.names.begin(), entry.names.end());
    for (const std::string& name : names) {
      for (const char* stage :
           {"metastatic ", "nonmetastatic ", "non-metastatic ", "advanced ", "severe ", "refractory ",
            "intractable ", "uncomplicated ", "secondary ", "childhood ", "adolescent ", "postoperative "})
        EXPECT_FALSE(names.contains(stage + name) && entry.name != stage + name)
            << entry.id << ": " << stage << name;
    }
  }
  const Thesaurus::Entry* metastatic =
      thesaurus.find_by_id("attest:metastatic-castration-resistant-prostate-cancer");
  const Thesaurus::Entry* other =
      thesaurus.find_by_id("attest:nonmetastatic-castration-resistant-prostate-cancer");
  ASSERT_NE(metastatic, nullptr);
  ASSERT_NE(other, nullptr);
  EXPECT_NE(metastatic->id, other->id);
  EXPECT_EQ(metastatic->parents, other->parents);
  const Thesaurus::Entry* infantile = thesaurus.find_by_name("infantile haemangioma");
  ASSERT_NE(infantile, nullptr);
  EXPECT_NE(thesaurus.find_by_name("capillary hemangioma"), infantile);
}

}  // namespace
}  // namespace attest
