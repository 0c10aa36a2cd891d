// The record as JSON. One list of members for each struct (`describe`) serves both ways, so that writing and
// reading cannot drift apart. Writing appends to one string, because it runs once for each record of PubMed;
// reading goes through nlohmann/json and checks every type, because the catalog may be damaged.
#include "document/record_json.h"

#include <charconv>
#include <concepts>
#include <limits>

#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "document/record_members.h"
#include "text/utf8.h"

namespace attest {

namespace {

template <typename Archive>
void describe(Archive& archive, auto& value);

// A struct that `describe` lists, as opposed to the simple values.
template <typename T>
concept Described = std::is_class_v<T> && !std::same_as<T, std::string> && !std::same_as<T, ByteSpan>;

class Writer {
 public:
  std::string out;

  void member(const char* name, const std::string& value) {
    if (value.empty()) return;
    key(name);
    put(value);
  }
  void member(const char* name, bool value) {
    if (!value) return;
    key(name);
    out += "true";
  }
  template <std::unsigned_integral T>
  requires(!std::same_as<T, bool>) void member(const char* name, T value, T when_absent = 0) {
    if (value == when_absent) return;
    key(name);
    put(static_cast<uint64_t>(value));
  }
  void member(const char* name, ByteSpan value) {
    if (value.empty()) return;
    key(name);
    out += '[';
    put(uint64_t{value.start});
    out += ',';
    put(uint64_t{value.end});
    out += ']';
  }
  void member(const char* name, SectionKind value) {
    key(name);
    put(std::string_view(section_kind_name(value)));
  }
  template <typename T>
  void member(const char* name, const std::vector<T>& values) {
    if (values.empty()) return;
    key(name);
    list(values);
  }
  template <Described T>
  void member(const char* name, const T& value) {
    const size_t before = out.size();
    key(name);
    const size_t start = out.size();
    put(value);
    if (out.size() == start + 2) out.resize(before);  // "{}" says nothing
  }

  template <typename T>
  void list(const std::vector<T>& values) {
    out += '[';
    for (size_t i = 0; i < values.size(); ++i) {
      if (i > 0) out += ',';
      put(values[i]);
    }
    out += ']';
  }
  template <Described T>
  void put(const T& value) {
    out += '{';
    describe(*this, value);
    out += '}';
  }
  void put(const std::string& value) { put(std::string_view(value)); }
  void put(std::string_view value);
  void put(uint64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end);
  }

 private:
  void key(const char* name) {
    if (out.back() != '{') out += ',';
    out += '"';
    out += name;
    out += "\":";
  }
};

void Writer::put(std::string_view value) {
  constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  size_t at = 0;
  while (at < value.size()) {
    const auto byte = static_cast<uint8_t>(value[at]);
    if (byte >= 0x80) {
      const DecodedCharacter character = decode_character(value, at);
      append_character(out, character.value);
      at += character.size;
      continue;
    }
    ++at;
    if (byte == '"' || byte == '\\') {
      out += '\\';
      out += static_cast<char>(byte);
    } else if (byte >= 0x20) {
      out += static_cast<char>(byte);
    } else if (byte == '\n') {
      out += "\\n";
    } else {
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  out += '"';
}

class Reader {
 public:
  explicit Reader(const nlohmann::json& object) : object_(object) {
    if (!object.is_object()) problem_ = "an object was expected";
  }

  void member(const char* name, std::string& value) { read_member(name, value); }
  void member(const char* name, bool& value) { read_member(name, value); }
  template <std::unsigned_integral T>
  requires(!std::same_as<T, bool>) void member(const char* name, T& value, T when_absent = 0) {
    value = when_absent;
    read_member(name, value);
  }
  void member(const char* name, ByteSpan& value) { read_member(name, value); }
  void member(const char* name, SectionKind& value) { read_member(name, value); }
  template <typename T>
  void member(const char* name, std::vector<T>& values) {
    read_member(name, values);
  }
  template <Described T>
  void member(const char* name, T& value) {
    read_member(name, value);
  }

  const std::string& problem() const { return problem_; }

  // Reads `json` into `value`; returns what is wrong with it, "" when nothing is.
  static std::string read(const nlohmann::json& json, std::string& value) {
    if (!json.is_string()) return "a string was expected";
    value = json.get_ref<const std::string&>();
    return {};
  }
  static std::string read(const nlohmann::json& json, bool& value) {
    if (!json.is_boolean()) return "true or false was expected";
    value = json.get<bool>();
    return {};
  }
  template <std::unsigned_integral T>
  requires(!std::same_as<T, bool>) static std::string read(const nlohmann::json& json, T& value) {
    if (!json.is_number_unsigned()) return "a whole number was expected";
    const auto number = json.get<uint64_t>();
    if (number > std::numeric_limits<T>::max()) return "the number is too large";
    value = static_cast<T>(number);
    return {};
  }
  static std::string read(const nlohmann::json& json, ByteSpan& value) {
    if (!json.is_array() || json.size() != 2) return "a span [start, end] was expected";
    for (const auto& [part, index] : {std::pair{&value.start, 0u}, std::pair{&value.end, 1u}}) {
      if (std::string problem = read(json[index], *part); !problem.empty()) return problem;
    }
    if (value.start > value.end) return "the span ends before it starts";
    return {};
  }
  static std::string read(const nlohmann::json& json, SectionKind& value) {
    if (!json.is_string()) return "a string was expected";
    const auto kind = section_kind_from_name(json.get_ref<const std::string&>());
    if (!kind) return "the kind of section is unknown";
    value = *kind;
    return {};
  }
  template <typename T>
  static std::string read(const nlohmann::json& json, std::vector<T>& values) {
    if (!json.is_array()) return "a list was expected";
    values.clear();
    values.reserve(json.size());
    for (const nlohmann::json& element : json) {
      if (std::string problem = read(element, values.emplace_back()); !problem.empty()) {
        return "element " + std::to_string(values.size()) + ": " + problem;
      }
    }
    return {};
  }
  template <Described T>
  static std::string read(const nlohmann::json& json, T& value) {
    Reader reader(json);
    if (reader.problem().empty()) describe(reader, value);
    return reader.problem();
  }

 private:
  // Members that this version does not know are passed over: a later version may have added them.
  template <typename T>
  void read_member(const char* name, T& value) {
    if (!problem_.empty()) return;
    const auto found = object_.find(name);
    if (found == object_.end()) return;
    if (std::string problem = read(*found, value); !problem.empty()) {
      problem_ = std::string(name) + ": " + problem;
    }
  }

  const nlohmann::json& object_;
  std::string problem_;
};

template <typename Archive>
void describe(Archive& archive, auto& value) {
  members(archive, value);
}

template <typename T>
Result<T> from_json(std::string_view json, const char* what) {
  constexpr const char* kRemedy = "run `attest check`, then add the file again";
  if (json.size() > limits::kRecordBytesMax) {
    return fail(ErrorCode::kLimit, "the JSON is larger than a record may be (kRecordBytesMax)", what);
  }
  bool too_deep = false;
  const auto watch_depth = [&too_deep](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    if (depth > static_cast<int>(limits::kMarkupDepthMax)) too_deep = true;
    return !too_deep;
  };
  try {
    const nlohmann::json parsed = nlohmann::json::parse(json, watch_depth, false);
    if (too_deep) return fail(ErrorCode::kLimit, "the JSON is nested too deeply (kMarkupDepthMax)", what);
    if (parsed.is_discarded()) return fail(ErrorCode::kCorrupt, "not valid JSON", what, kRemedy);
    T value;
    if (std::string problem = Reader::read(parsed, value); !problem.empty()) {
      return fail(ErrorCode::kCorrupt, std::move(problem), what, kRemedy);
    }
    return value;
  } catch (const std::exception& error) {
    return fail(ErrorCode::kCorrupt, error.what(), what, kRemedy);
  }
}

}  // namespace

std::string record_to_json(const BibliographicRecord& record) {
  Writer writer;
  writer.put(record);
  return std::move(writer.out);
}

Result<BibliographicRecord> record_from_json(std::string_view json) {
  return from_json<BibliographicRecord>(json, "bibliographic record");
}

std::string sections_to_json(const std::vector<Section>& sections) {
  Writer writer;
  writer.list(sections);
  return std::move(writer.out);
}

Result<std::vector<Section>> sections_from_json(std::string_view json) {
  return from_json<std::vector<Section>>(json, "section table");
}

}  // namespace attest
