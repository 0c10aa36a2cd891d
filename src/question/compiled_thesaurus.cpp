// Keys stay in the file's bytes, which the thesaurus holds: only entries become values of their own, because
// those who ask hold on to them. Look-ups are binary searches, so order is checked when the file is read;
// what the checksum lets through can still be wrong, but never leads outside the tables.
#include "question/compiled_thesaurus.h"

#include <algorithm>

#include "base/checksum.h"
#include "base/limits.h"
#include "base/stored_bytes.h"

namespace attest {
namespace {

constexpr std::string_view kThesaurusMagic = "ATTHES01";
constexpr size_t kChecksumBytes = sizeof(uint64_t);

using Key = std::pair<std::string_view, uint32_t>;

// ---- writing

void put_count(std::string& out, size_t count) { put_number(out, static_cast<uint32_t>(count)); }

void put_text(std::string& out, std::string_view text) {
  text = text.substr(0, UINT16_MAX);  // names are held to far less when the source is read
  put_number(out, static_cast<uint16_t>(text.size()));
  out += text;
}

void put_texts(std::string& out, const std::vector<std::string>& texts) {
  put_count(out, texts.size());
  for (const std::string& text : texts) put_text(out, text);
}

template <typename Value>
void sort_out(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

void put_keys(std::string& out, const std::vector<std::pair<std::string, uint32_t>>& keys) {
  put_count(out, keys.size());
  for (const auto& [text, entry] : keys) {
    put_text(out, text);
    put_number(out, entry);
  }
}

void put_entry(std::string& out, const Thesaurus::Entry& entry) {
  put_number(out, static_cast<uint8_t>(entry.role));
  for (const std::string* text : {&entry.id, &entry.name, &entry.plain_name, &entry.plain_explanation})
    put_text(out, *text);
  for (const auto* list :
       {&entry.names, &entry.broader, &entry.not_names, &entry.lay_names, &entry.parents, &entry.context})
    put_texts(out, *list);
}

// ---- reading

// Everything comes from here. After the first thing that does not fit, ok() is false and all else is empty.
class TableReader {
 public:
  explicit TableReader(std::string_view bytes) : bytes_(bytes) {}
  bool ok() const { return bytes_.ok(); }
  bool at_end() const { return bytes_.remaining() == 0; }
  void refuse() { bytes_.refuse(); }

  template <typename T>
  T number() {
    return bytes_.number<T>();
  }

  // How many things follow, each of at least `bytes_each`.
  size_t count(size_t bytes_each) {
    const size_t stated = bytes_.u32();
    if (stated > bytes_.remaining() / bytes_each) refuse();
    return ok() ? stated : 0;
  }

  std::string_view text() { return bytes_.bytes(bytes_.number<uint16_t>()); }

  std::vector<std::string> texts() {
    std::vector<std::string> list(count(sizeof(uint16_t)));
    for (std::string& one : list) one = text();
    return list;
  }

  std::vector<std::string> sorted_texts() {
    std::vector<std::string> list = texts();
    if (!std::is_sorted(list.begin(), list.end())) refuse();
    return list;
  }

  std::vector<Key> keys(size_t entries) {
    std::vector<Key> list(count(sizeof(uint16_t) + sizeof(uint32_t)));
    for (auto& [key, entry] : list) {
      key = text();
      entry = number<uint32_t>();
      if (entry >= entries) refuse();
    }
    if (!std::is_sorted(list.begin(), list.end())) refuse();
    return list;
  }

 private:
  ByteReader bytes_;
};

// The entries filed under `key`, in their order.
auto filed_under(const std::vector<Key>& keys, std::string_view key) {
  return std::equal_range(keys.begin(), keys.end(), Key(key, 0),
                          [](const Key& a, const Key& b) { return a.first < b.first; });
}

class CompiledThesaurus final : public Thesaurus {
 public:
  // False when the bytes are not what a writer wrote.
  bool read(std::string&& bytes);

  const Entry* find_by_name(std::string_view normalised) const override {
    return first_of(by_name_, normalised);
  }
  const Entry* find_by_id(std::string_view id) const override { return first_of(by_id_, id); }
  const std::vector<Entry>& entries() const override { return entries_; }
  std::vector<const Entry*> find_by_stems(std::string_view stems) const override {
    return all_of(by_stems_, stems);
  }
  std::vector<const Entry*> members_of(std::string_view id) const override { return all_of(by_parent_, id); }
  const std::vector<std::string>& words() const override { return words_; }
  bool is_everyday(std::string_view folded) const override {
    return std::binary_search(everyday_.begin(), everyday_.end(), folded);
  }
  const std::vector<std::string>& everyday_words() const override { return everyday_; }
  bool is_generic(std::string_view normalised) const override {
    return std::binary_search(generic_.begin(), generic_.end(), normalised);
  }
  const std::vector<LayPhrase>& lay_phrases() const override { return lay_phrases_; }
  std::string_view lay_word(std::string_view word) const override {
    const auto found =
        std::lower_bound(lay_words_.begin(), lay_words_.end(), word,
                         [](const auto& pair, std::string_view key) { return pair.first < key; });
    return found == lay_words_.end() || found->first != word ? word : found->second;
  }

 private:
  const Entry* first_of(const std::vector<Key>& keys, std::string_view key) const {
    const auto [begin, end] = filed_under(keys, key);
    return begin == end ? nullptr : &entries_[begin->second];
  }
  std::vector<const Entry*> all_of(const std::vector<Key>& keys, std::string_view key) const {
    std::vector<const Entry*> found;
    const auto [begin, end] = filed_under(keys, key);
    for (auto one = begin; one != end; ++one) found.push_back(&entries_[one->second]);
    return found;
  }
  void read_entries(TableReader& reader);
  void read_lay_phrases(TableReader& reader);

  std::string bytes_;  // the keys are views of it
  std::vector<Entry> entries_;
  std::vector<Key> by_name_, by_stems_;
  std::vector<Key> by_id_, by_parent_;  // views of the entries' own texts
  std::vector<std::string> words_, everyday_, generic_;
  std::vector<LayPhrase> lay_phrases_;
  std::vector<std::pair<std::string_view, std::string_view>> lay_words_;
};

void CompiledThesaurus::read_entries(TableReader& reader) {
  constexpr size_t kEntryBytesMin = 1 + 4 * sizeof(uint16_t) + 6 * sizeof(uint32_t);
  const size_t count = reader.count(kEntryBytesMin);
  if (count > limits::kThesaurusEntriesMax) return reader.refuse();
  entries_.resize(count);
  for (Entry& entry : entries_) {
    const auto role = reader.number<uint8_t>();
    if (role > static_cast<uint8_t>(ConceptRole::kOther)) return reader.refuse();
    entry.role = static_cast<ConceptRole>(role);
    for (std::string* text : {&entry.id, &entry.name, &entry.plain_name, &entry.plain_explanation})
      *text = reader.text();
    for (auto* list :
         {&entry.names, &entry.broader, &entry.not_names, &entry.lay_names, &entry.parents, &entry.context})
      *list = reader.texts();
    if (!reader.ok()) return;
  }
  for (uint32_t i = 0; i < entries_.size(); ++i) {
    by_id_.emplace_back(entries_[i].id, i);
    for (const std::string& parent : entries_[i].parents) by_parent_.emplace_back(parent, i);
  }
  std::sort(by_id_.begin(), by_id_.end());
  std::sort(by_parent_.begin(), by_parent_.end());
}

void CompiledThesaurus::read_lay_phrases(TableReader& reader) {
  lay_phrases_.resize(reader.count(2 * sizeof(uint32_t)));
  for (LayPhrase& phrase : lay_phrases_) {
    phrase.entry = reader.number<uint32_t>();
    phrase.words = reader.texts();
    if (phrase.entry >= entries_.size() || phrase.words.size() < 2) return reader.refuse();
  }
}

bool CompiledThesaurus::read(std::string&& bytes) {
  bytes_ = std::move(bytes);
  std::string_view body = bytes_;
  body.remove_prefix(kThesaurusMagic.size());
  body.remove_suffix(kChecksumBytes);
  TableReader reader(body);
  read_entries(reader);
  by_name_ = reader.keys(entries_.size());
  by_stems_ = reader.keys(entries_.size());
  words_ = reader.sorted_texts();
  everyday_ = reader.sorted_texts();
  generic_ = reader.sorted_texts();
  read_lay_phrases(reader);
  lay_words_.resize(reader.count(2 * sizeof(uint16_t)));
  for (auto& [word, meaning] : lay_words_) {
    word = reader.text();
    meaning = reader.text();
  }
  return reader.ok() && reader.at_end() && std::is_sorted(lay_words_.begin(), lay_words_.end());
}

}  // namespace

std::string write_compiled_thesaurus(ThesaurusTables tables) {
  // Of entries that share a name the first in the source has it: the smallest number, after sorting.
  sort_out(tables.by_name);
  tables.by_name.erase(std::unique(tables.by_name.begin(), tables.by_name.end(),
                                   [](const auto& a, const auto& b) { return a.first == b.first; }),
                       tables.by_name.end());
  sort_out(tables.by_stems);
  sort_out(tables.words);
  sort_out(tables.everyday);
  sort_out(tables.generic);
  sort_out(tables.lay_words);
  std::string out(kThesaurusMagic);
  put_count(out, tables.entries.size());
  for (const Thesaurus::Entry& entry : tables.entries) put_entry(out, entry);
  put_keys(out, tables.by_name);
  put_keys(out, tables.by_stems);
  for (const auto* list : {&tables.words, &tables.everyday, &tables.generic}) put_texts(out, *list);
  put_count(out, tables.lay_phrases.size());
  for (const Thesaurus::LayPhrase& phrase : tables.lay_phrases) {
    put_count(out, phrase.entry);
    put_texts(out, phrase.words);
  }
  put_count(out, tables.lay_words.size());
  for (const auto& [word, meaning] : tables.lay_words) {
    put_text(out, word);
    put_text(out, meaning);
  }
  put_number(out, checksum64(out));
  return out;
}

bool is_compiled_thesaurus(std::string_view bytes) { return bytes.starts_with(kThesaurusMagic); }

Result<std::shared_ptr<const Thesaurus>> read_compiled_thesaurus(std::string bytes,
                                                                 const std::string& place) {
  const auto damaged = [&](const char* what) {
    return fail(ErrorCode::kCorrupt, what, place, "reinstall the program's data");
  };
  if (!is_compiled_thesaurus(bytes) || bytes.size() < kThesaurusMagic.size() + kChecksumBytes)
    return damaged("not a compiled thesaurus");
  const auto stated = load_u64(bytes.data() + bytes.size() - kChecksumBytes);
  if (stated != checksum64(std::string_view(bytes).substr(0, bytes.size() - kChecksumBytes)))
    return damaged("the thesaurus does not match its checksum");
  auto thesaurus = std::make_shared<CompiledThesaurus>();
  if (!thesaurus->read(std::move(bytes))) return damaged("the thesaurus is not laid out as it should be");
  return std::shared_ptr<const Thesaurus>(std::move(thesaurus));
}

}  // namespace attest
