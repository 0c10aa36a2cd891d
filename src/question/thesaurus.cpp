// The program's own compact thesaurus, read from one JSON file (docs/format/thesaurus.md). It is small enough
// to be held whole: entries in file order, and three ways in: by normalised name, by id, and by the stems of
// a name, which makes plural and British spelling meet the name as filed.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/limits.h"
#include "question/question.h"
#include "question/words.h"

namespace attest {
namespace {

using nlohmann::json;

constexpr std::string_view kSchema = "attest.thesaurus/1";

std::optional<ConceptRole> role_of_name(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(ConceptRole::kOther); ++i) {
    const auto role = static_cast<ConceptRole>(i);
    if (name == concept_role_name(role)) return role;
  }
  return std::nullopt;
}

class CompactThesaurus final : public Thesaurus {
 public:
  const Entry* find_by_name(std::string_view normalised) const override {
    const auto found = by_name_.find(std::string(normalised));
    return found == by_name_.end() ? nullptr : &entries_[found->second];
  }
  const Entry* find_by_id(std::string_view id) const override {
    const auto found = by_id_.find(std::string(id));
    return found == by_id_.end() ? nullptr : &entries_[found->second];
  }
  const std::vector<Entry>& entries() const override { return entries_; }
  std::vector<const Entry*> find_by_stems(std::string_view stems) const override {
    return collect(by_stems_, stems);
  }
  std::vector<const Entry*> members_of(std::string_view id) const override { return collect(members_, id); }
  const std::vector<std::string>& words() const override { return words_; }
  bool is_everyday(std::string_view folded) const override {
    return std::binary_search(everyday_.begin(), everyday_.end(), folded);
  }
  const std::vector<std::string>& everyday_words() const override { return everyday_; }
  bool is_generic(std::string_view normalised) const override {
    return generic_.count(std::string(normalised)) != 0;
  }
  const std::vector<LayPhrase>& lay_phrases() const override { return lay_phrases_; }
  std::string_view lay_word(std::string_view word) const override {
    const auto found = lay_words_.find(std::string(word));
    return found == lay_words_.end() ? word : std::string_view(found->second);
  }

  Status read(const json& file, const std::string& place);

 private:
  using Places = std::unordered_map<std::string, std::vector<size_t>>;

  std::vector<const Entry*> collect(const Places& places, std::string_view key) const {
    std::vector<const Entry*> found;
    const auto list = places.find(std::string(key));
    if (list == places.end()) return found;
    for (const size_t place : list->second) found.push_back(&entries_[place]);
    return found;
  }
  Status read_entry(const json& source, const std::string& place);
  void index_names();
  void index_lay_phrases(Stemmer& stemmer);

  std::vector<Entry> entries_;
  std::unordered_map<std::string, size_t> by_name_;
  std::unordered_map<std::string, size_t> by_id_;
  Places by_stems_;
  Places members_;
  std::vector<std::string> words_;
  std::vector<std::string> everyday_;
  std::unordered_set<std::string> generic_;
  std::vector<LayPhrase> lay_phrases_;
  std::unordered_map<std::string, std::string> lay_words_;
};

tl::unexpected<Error> wrong(const std::string& what, const std::string& place) {
  return fail(ErrorCode::kInput, what, place,
              "see docs/format/thesaurus.md, or reinstall the program's data");
}

// A text member; absent is empty.
Status read_text(const json& source, const char* key, const std::string& place, std::string& text) {
  const auto found = source.find(key);
  if (found == source.end()) return {};
  if (!found->is_string()) return wrong(std::string("\"") + key + "\" is not a text", place);
  text = found->get<std::string>();
  if (text.size() > limits::kThesaurusNameBytesMax) {
    return fail(ErrorCode::kLimit, std::string("\"") + key + "\" is longer than kThesaurusNameBytesMax",
                place);
  }
  return {};
}

// A list of texts; absent is empty.
Status read_list(const json& source, const char* key, size_t count_max, const std::string& place,
                 std::vector<std::string>& list) {
  const auto found = source.find(key);
  if (found == source.end()) return {};
  if (!found->is_array()) return wrong(std::string("\"") + key + "\" is not a list", place);
  if (found->size() > count_max) {
    return fail(ErrorCode::kLimit, std::string("\"") + key + "\" is too long a list", place);
  }
  for (const json& item : *found) {
    if (!item.is_string())
      return wrong(std::string("\"") + key + "\" holds something that is not a text", place);
    std::string text = item.get<std::string>();
    if (text.empty() || text.size() > limits::kThesaurusNameBytesMax) {
      return wrong(std::string("\"") + key + "\" holds an empty or overlong text", place);
    }
    list.push_back(std::move(text));
  }
  return {};
}

Status CompactThesaurus::read_entry(const json& source, const std::string& place) {
  if (!source.is_object()) return wrong("an entry is not an object", place);
  Entry entry;
  ATTEST_TRY(read_text(source, "id", place, entry.id));
  const std::string here = place + (entry.id.empty() ? "" : " (" + entry.id + ")");
  if (entry.id.rfind("attest:", 0) != 0) return wrong("an entry's id does not start with \"attest:\"", here);
  if (by_id_.count(entry.id) != 0) return wrong("two entries have this id", here);
  ATTEST_TRY(read_text(source, "name", here, entry.name));
  if (entry.name.empty()) return wrong("an entry has no name", here);
  std::string role;
  ATTEST_TRY(read_text(source, "role", here, role));
  const std::optional<ConceptRole> known_role = role_of_name(role);
  if (!known_role) return wrong("\"" + role + "\" is not a role", here);
  entry.role = *known_role;
  entry.names.push_back(entry.name);
  const size_t names_max = limits::kThesaurusNamesMax;
  ATTEST_TRY(read_list(source, "names", names_max, here, entry.names));
  ATTEST_TRY(read_list(source, "lay", names_max, here, entry.lay_names));
  ATTEST_TRY(read_list(source, "not", names_max, here, entry.not_names));
  ATTEST_TRY(read_list(source, "broader", names_max, here, entry.broader));
  ATTEST_TRY(read_list(source, "parents", names_max, here, entry.parents));
  ATTEST_TRY(read_list(source, "context", names_max, here, entry.context));
  ATTEST_TRY(read_text(source, "plain", here, entry.plain_name));
  ATTEST_TRY(read_text(source, "explain", here, entry.plain_explanation));
  by_id_.emplace(entry.id, entries_.size());
  entries_.push_back(std::move(entry));
  return {};
}

void CompactThesaurus::index_names() {
  Stemmer stemmer;
  const auto file_under = [&](std::string key, size_t entry) {
    std::vector<size_t>& places = by_stems_[std::move(key)];
    if (places.empty() || places.back() != entry) places.push_back(entry);
  };
  for (size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    const auto add = [&](const std::string& name) {
      by_name_.emplace(normalise_term(name), i);
      file_under(name_key(name, stemmer), i);
      // "vitamin a deficiency" in small letters reads the letter as an article.
      if (name.find(" A ") != std::string::npos) file_under(join_stems(stems_of(name, stemmer)), i);
      for (Token& token : tokenize(name)) {
        if (!is_stop_word(token.folded)) words_.push_back(std::move(token.folded));
      }
    };
    for (const std::string& name : entry.names) add(name);
    for (const std::string& name : entry.lay_names) {
      if (lay_words(name, *this, stemmer).size() == 1) add(name);
      for (Token& token : tokenize(name)) words_.push_back(std::move(token.folded));
    }
    for (const std::string& parent : entry.parents) members_[parent].push_back(i);
  }
  by_stems_.erase("");
  std::sort(words_.begin(), words_.end());
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
  index_lay_phrases(stemmer);
}

void CompactThesaurus::index_lay_phrases(Stemmer& stemmer) {
  for (size_t i = 0; i < entries_.size(); ++i) {
    for (const std::string& name : entries_[i].lay_names) {
      LayPhrase phrase{i, {}};
      for (LayWord& word : lay_words(name, *this, stemmer)) phrase.words.push_back(std::move(word.stem));
      if (phrase.words.size() >= 2) lay_phrases_.push_back(std::move(phrase));
    }
  }
  // The longest phrase says most; equal ones keep the order of the file.
  std::stable_sort(lay_phrases_.begin(), lay_phrases_.end(),
                   [](const LayPhrase& a, const LayPhrase& b) { return a.words.size() > b.words.size(); });
}

Status CompactThesaurus::read(const json& file, const std::string& place) {
  if (!file.is_object()) return wrong("not a JSON object", place);
  std::string schema;
  ATTEST_TRY(read_text(file, "schema", place, schema));
  if (schema != kSchema) return wrong("the schema is not \"" + std::string(kSchema) + "\"", place);
  const auto list = file.find("entries");
  if (list == file.end() || !list->is_array()) return wrong("\"entries\" is missing or not a list", place);
  if (list->size() > limits::kThesaurusEntriesMax) {
    return fail(ErrorCode::kLimit, "more entries than kThesaurusEntriesMax", place);
  }
  std::vector<std::string> generic;
  ATTEST_TRY(read_list(file, "everyday", limits::kThesaurusEntriesMax, place, everyday_));
  ATTEST_TRY(read_list(file, "generic", limits::kThesaurusEntriesMax, place, generic));
  std::sort(everyday_.begin(), everyday_.end());
  everyday_.erase(std::unique(everyday_.begin(), everyday_.end()), everyday_.end());
  for (const std::string& name : generic) generic_.insert(normalise_term(name));
  const auto synonyms = file.find("lay_words");
  if (synonyms != file.end()) {
    if (!synonyms->is_object()) return wrong("\"lay_words\" is not an object", place);
    for (const auto& [word, meaning] : synonyms->items()) {
      if (!meaning.is_string()) return wrong("\"lay_words\" holds something that is not a text", place);
      lay_words_.emplace(word, meaning.get<std::string>());
    }
  }
  size_t number = 0;
  for (const json& entry : *list) {
    ATTEST_TRY(read_entry(entry, place + ", entry " + std::to_string(++number)));
  }
  for (const Entry& entry : entries_) {
    for (const std::string& parent : entry.parents) {
      if (by_id_.count(parent) == 0) {
        return wrong("the parent \"" + parent + "\" is not an entry", place + " (" + entry.id + ")");
      }
    }
  }
  index_names();
  return {};
}

// Nesting is bounded before the values are built, so that a hostile file cannot exhaust the stack.
bool within_depth(std::string_view bytes) {
  size_t depth = 0;
  bool in_text = false;
  for (size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (in_text) {
      if (c == '\\') ++i;
      if (c == '"') in_text = false;
      continue;
    }
    if (c == '"') in_text = true;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && depth > 0) --depth;
    if (depth > limits::kMarkupDepthMax) return false;
  }
  return true;
}

}  // namespace

Result<std::shared_ptr<const Thesaurus>> Thesaurus::load(const std::filesystem::path& path) {
  ATTEST_ASSIGN(const std::string bytes, read_file(path, limits::kThesaurusFileBytesMax));
  return parse(bytes, path.filename().string());
}

Result<std::shared_ptr<const Thesaurus>> Thesaurus::parse(std::string_view bytes, const std::string& place) {
  if (!within_depth(bytes)) return wrong("nested too deeply", place);
  const json file = json::parse(bytes, nullptr, /*allow_exceptions=*/false);
  if (file.is_discarded()) return wrong("not valid JSON", place);
  auto thesaurus = std::make_shared<CompactThesaurus>();
  ATTEST_TRY(thesaurus->read(file, place));
  return std::shared_ptr<const Thesaurus>(std::move(thesaurus));
}

}  // namespace attest
