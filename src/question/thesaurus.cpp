// The program's own compact thesaurus, read from one JSON file (docs/format/thesaurus.md) and filed under its
// keys: normalised names, and the stems of a name, which make plural and British spelling meet the name as
// filed. Filing costs more than reading; the compiled form (compiled_thesaurus.h) keeps its result.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/limits.h"
#include "question/compiled_thesaurus.h"
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

// Reads the JSON into tables, then files every name under its keys.
class JsonReader {
 public:
  Status read(const json& file, const std::string& place);
  ThesaurusTables take() && { return std::move(tables_); }

 private:
  Status read_entry(const json& source, const std::string& place);
  void index_names();
  void index_lay_phrases(Stemmer& stemmer);
  std::vector<LayWord> words_of(std::string_view phrase, Stemmer& stemmer) const;

  ThesaurusTables tables_;
  std::unordered_set<std::string> ids_;
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

Status JsonReader::read_entry(const json& source, const std::string& place) {
  if (!source.is_object()) return wrong("an entry is not an object", place);
  Thesaurus::Entry entry;
  ATTEST_TRY(read_text(source, "id", place, entry.id));
  const std::string here = place + (entry.id.empty() ? "" : " (" + entry.id + ")");
  if (entry.id.rfind("attest:", 0) != 0) return wrong("an entry's id does not start with \"attest:\"", here);
  if (!ids_.insert(entry.id).second) return wrong("two entries have this id", here);
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
  tables_.entries.push_back(std::move(entry));
  return {};
}

std::vector<LayWord> JsonReader::words_of(std::string_view phrase, Stemmer& stemmer) const {
  return lay_words(
      phrase,
      [this](std::string_view word) {
        const auto found = lay_words_.find(std::string(word));
        return found == lay_words_.end() ? word : std::string_view(found->second);
      },
      stemmer);
}

void JsonReader::index_names() {
  Stemmer stemmer;
  for (uint32_t i = 0; i < tables_.entries.size(); ++i) {
    const Thesaurus::Entry& entry = tables_.entries[i];
    const auto file_under = [&](std::string key) {
      if (!key.empty()) tables_.by_stems.emplace_back(std::move(key), i);
    };
    const auto add = [&](const std::string& name) {
      tables_.by_name.emplace_back(normalise_term(name), i);
      file_under(name_key(name, stemmer));
      // "vitamin a deficiency" in small letters reads the letter as an article.
      if (name.find(" A ") != std::string::npos) file_under(join_stems(stems_of(name, stemmer)));
      for (Token& token : tokenize(name)) {
        if (!is_stop_word(token.folded)) tables_.words.push_back(std::move(token.folded));
      }
    };
    for (const std::string& name : entry.names) add(name);
    for (const std::string& name : entry.lay_names) {
      if (words_of(name, stemmer).size() == 1) add(name);
      for (Token& token : tokenize(name)) tables_.words.push_back(std::move(token.folded));
    }
  }
  index_lay_phrases(stemmer);
}

void JsonReader::index_lay_phrases(Stemmer& stemmer) {
  for (size_t i = 0; i < tables_.entries.size(); ++i) {
    for (const std::string& name : tables_.entries[i].lay_names) {
      Thesaurus::LayPhrase phrase{i, {}};
      for (LayWord& word : words_of(name, stemmer)) phrase.words.push_back(std::move(word.stem));
      if (phrase.words.size() >= 2) tables_.lay_phrases.push_back(std::move(phrase));
    }
  }
  // The longest phrase says most; equal ones keep the order of the file.
  std::stable_sort(tables_.lay_phrases.begin(), tables_.lay_phrases.end(),
                   [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
}

Status JsonReader::read(const json& file, const std::string& place) {
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
  ATTEST_TRY(read_list(file, "everyday", limits::kThesaurusEntriesMax, place, tables_.everyday));
  ATTEST_TRY(read_list(file, "generic", limits::kThesaurusEntriesMax, place, generic));
  for (const std::string& name : generic) tables_.generic.push_back(normalise_term(name));
  const auto synonyms = file.find("lay_words");
  if (synonyms != file.end()) {
    if (!synonyms->is_object()) return wrong("\"lay_words\" is not an object", place);
    for (const auto& [word, meaning] : synonyms->items()) {
      if (!meaning.is_string()) return wrong("\"lay_words\" holds something that is not a text", place);
      lay_words_.emplace(word, meaning.get<std::string>());
      tables_.lay_words.emplace_back(word, meaning.get<std::string>());
    }
  }
  size_t number = 0;
  for (const json& entry : *list) {
    ATTEST_TRY(read_entry(entry, place + ", entry " + std::to_string(++number)));
  }
  for (const Thesaurus::Entry& entry : tables_.entries) {
    for (const std::string& parent : entry.parents) {
      if (!ids_.contains(parent)) {
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
  ATTEST_ASSIGN(std::string bytes, read_file(path, limits::kThesaurusFileBytesMax));
  if (is_compiled_thesaurus(bytes))
    return read_compiled_thesaurus(std::move(bytes), path.filename().string());
  return parse(bytes, path.filename().string());
}

Result<std::shared_ptr<const Thesaurus>> Thesaurus::parse(std::string_view bytes, const std::string& place) {
  ATTEST_ASSIGN(std::string compiled, compile_thesaurus(bytes, place));
  return read_compiled_thesaurus(std::move(compiled), place);
}

Result<std::string> compile_thesaurus(std::string_view source, const std::string& place) {
  if (!within_depth(source)) return wrong("nested too deeply", place);
  const json file = json::parse(source, nullptr, /*allow_exceptions=*/false);
  if (file.is_discarded()) return wrong("not valid JSON", place);
  JsonReader reader;
  ATTEST_TRY(reader.read(file, place));
  return write_compiled_thesaurus(std::move(reader).take());
}

}  // namespace attest
