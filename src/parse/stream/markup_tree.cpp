#include "parse/stream/markup_tree.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>

#include <expat.h>
#include <fmt/format.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/white_space.h"
#include "parse/stream/charset.h"

namespace attest {

namespace {

constexpr size_t kDeclaredEntityBytesMax = 4096;

// Builds the tree of the record that is open, and counts what it costs.
class RecordReader {
 public:
  RecordReader(XML_Parser parser, std::string_view place, const std::vector<std::string_view>& names,
               const MarkupRecordHandler& handler, const DocumentSink& sink)
      : parser_(parser), place_(place), names_(names), handler_(handler), sink_(sink) {}

  void start(const char* name, const char** attributes) {
    if (depth_ >= limits::kMarkupDepthMax) {
      return stop(fail(ErrorCode::kLimit,
                       fmt::format("elements are nested more than {} deep", limits::kMarkupDepthMax), here(),
                       "the file is damaged or hostile; leave it out"));
    }
    ++depth_;
    if (record_depth_ == 0) {
      if (std::find(names_.begin(), names_.end(), local_name(name)) == names_.end()) return;
      record_depth_ = depth_;
      record_place_ = here();
      elements_ = 0;
      bytes_ = 0;
      over_limit_.clear();
      tree_.reset();
      open_ = tree_.root();
    }
    ++found_;
    flush_text();
    if (++elements_ > limits::kElementsPerRecordMax) over_limit("elements", limits::kElementsPerRecordMax);
    if (!over_limit_.empty()) return;
    open_ = open_.append_child(name);
    for (size_t i = 0; attributes[i] != nullptr; i += 2) {
      add_bytes(std::strlen(attributes[i]) + std::strlen(attributes[i + 1]));
      open_.append_attribute(attributes[i]).set_value(attributes[i + 1]);
    }
  }

  void end() {
    flush_text();
    if (record_depth_ != 0 && depth_ == record_depth_) {
      finish_record();
    } else if (record_depth_ != 0 && over_limit_.empty()) {
      open_ = open_.parent();
    }
    if (depth_ > 0) --depth_;
  }

  void text(std::string_view value) {
    if (record_depth_ == 0 || !over_limit_.empty()) return;
    add_bytes(value.size());
    if (over_limit_.empty()) text_.append(value);
  }

  void skipped_entity(const char* name) {
    std::string value = named_character(name);
    if (value.empty()) value = fmt::format("&{};", name);
    text(value);
  }

  void declared_entity(const char* name, const char* value, int value_length) {
    if (value == nullptr) return;  // external: never opened
    const std::string_view view(value, static_cast<size_t>(std::max(value_length, 0)));
    // A character reference has been replaced by now; what still has an ampersand names another entity.
    if (view.find('&') == std::string_view::npos && view.size() <= kDeclaredEntityBytesMax) return;
    stop(
        fail(ErrorCode::kInput,
             fmt::format("the file declares an entity (\"{}\") that is built from others or very long", name),
             here(), "the file may be hostile; leave it out"));
  }

  std::string here() const { return fmt::format("{}, line {}", place_, XML_GetCurrentLineNumber(parser_)); }
  bool stopped() const { return stopped_; }
  uint64_t found() const { return found_; }
  const std::optional<Error>& error() const { return error_; }

 private:
  void stop(tl::unexpected<Error>&& error) {
    error_ = std::move(error.value());
    stopped_ = true;
    XML_StopParser(parser_, XML_FALSE);
  }

  void over_limit(std::string_view what, size_t limit) {
    if (over_limit_.empty()) over_limit_ = fmt::format("one record has more than {} {}", limit, what);
    text_.clear();
    tree_.reset();
    open_ = tree_.root();
  }

  void add_bytes(size_t count) {
    bytes_ += count;
    if (bytes_ > limits::kRecordBytesMax) over_limit("bytes", limits::kRecordBytesMax);
  }

  void flush_text() {
    if (text_.empty()) return;
    if (over_limit_.empty()) open_.append_child(pugi::node_pcdata).set_value(text_.c_str());
    text_.clear();
  }

  void finish_record() {
    record_depth_ = 0;
    bool go_on = true;
    if (!over_limit_.empty()) {
      if (sink_.problem) {
        go_on =
            sink_.problem(Error{ErrorCode::kLimit, over_limit_, record_place_, "this record was left out"});
      }
      over_limit_.clear();
    } else {
      go_on = handler_(MarkupRecord{tree_.first_child(), record_place_});
    }
    tree_.reset();
    open_ = tree_.root();
    if (!go_on) {
      stopped_ = true;
      XML_StopParser(parser_, XML_FALSE);
    }
  }

  XML_Parser parser_;
  std::string_view place_;
  const std::vector<std::string_view>& names_;
  const MarkupRecordHandler& handler_;
  const DocumentSink& sink_;
  pugi::xml_document tree_;
  pugi::xml_node open_;
  std::string text_;
  std::string record_place_;
  std::string over_limit_;
  std::optional<Error> error_;
  size_t depth_ = 0;
  size_t record_depth_ = 0;  // 0: outside a record
  size_t elements_ = 0;
  size_t bytes_ = 0;
  uint64_t found_ = 0;
  bool stopped_ = false;
};

RecordReader& record_reader(void* data) { return *static_cast<RecordReader*>(data); }

void record_start(void* data, const XML_Char* name, const XML_Char** attributes) {
  record_reader(data).start(name, attributes);
}
void record_end(void* data, const XML_Char*) { record_reader(data).end(); }
void record_text(void* data, const XML_Char* text, int length) {
  record_reader(data).text({text, static_cast<size_t>(length)});
}
void record_skipped_entity(void* data, const XML_Char* name, int is_parameter_entity) {
  if (is_parameter_entity == 0) record_reader(data).skipped_entity(name);
}
void record_entity_declaration(void* data, const XML_Char* name, int is_parameter_entity,
                               const XML_Char* value, int value_length, const XML_Char*, const XML_Char*,
                               const XML_Char*, const XML_Char*) {
  if (is_parameter_entity == 0) record_reader(data).declared_entity(name, value, value_length);
}
int record_unknown_encoding(void*, const XML_Char* name, XML_Encoding* encoding) {
  return single_byte_table(name, encoding->map) ? XML_STATUS_OK : XML_STATUS_ERROR;
}

struct RecordParserDeleter {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

}  // namespace

Status read_markup_records(ByteSource& source, std::string_view place,
                           const std::vector<std::string_view>& names, const MarkupRecordHandler& handler,
                           const DocumentSink& sink) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, RecordParserDeleter> parser(
      XML_ParserCreate(nullptr));
  if (!parser) return fail(ErrorCode::kEnvironment, "not enough memory to read XML", std::string(place));
  RecordReader reader(parser.get(), place, names, handler, sink);
  XML_SetUserData(parser.get(), &reader);
  XML_SetElementHandler(parser.get(), record_start, record_end);
  XML_SetCharacterDataHandler(parser.get(), record_text);
  XML_SetSkippedEntityHandler(parser.get(), record_skipped_entity);
  XML_SetEntityDeclHandler(parser.get(), record_entity_declaration);
  XML_SetUnknownEncodingHandler(parser.get(), record_unknown_encoding, nullptr);
  // Undeclared entities are then skipped (and read by name above) instead of being an error.
  XML_UseForeignDTD(parser.get(), XML_TRUE);

  std::vector<char> buffer(limits::kStreamBufferBytes);
  for (bool at_end = false; !at_end;) {
    auto count = source.read(buffer);
    if (!count) return tl::unexpected(std::move(count.error()));
    at_end = *count == 0;
    const XML_Status status = XML_Parse(parser.get(), buffer.data(), static_cast<int>(*count), at_end);
    if (reader.error()) return tl::unexpected(*reader.error());
    if (reader.stopped()) return {};
    if (status != XML_STATUS_OK) {
      const bool ended_early = at_end || XML_GetErrorCode(parser.get()) == XML_ERROR_NO_ELEMENTS;
      return fail(ErrorCode::kInput,
                  fmt::format("the XML is broken: {}", XML_ErrorString(XML_GetErrorCode(parser.get()))),
                  reader.here(),
                  ended_early ? "the file may be cut off: get it again" : "get the file again or repair it");
    }
  }
  if (reader.found() == 0) {
    return fail(ErrorCode::kInput, fmt::format("the file has no <{}> element", names.front()),
                std::string(place), "check that this is the file you meant");
  }
  return {};
}

std::string_view local_name(std::string_view qualified) {
  const size_t colon = qualified.find(':');
  return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

std::string_view local_name(pugi::xml_node node) { return local_name(std::string_view(node.name())); }

std::string_view attribute(pugi::xml_node node, std::string_view local) {
  for (const pugi::xml_attribute& one : node.attributes()) {
    if (local_name(std::string_view(one.name())) == local) return one.value();
  }
  return {};
}

pugi::xml_node child(pugi::xml_node node, std::string_view local) {
  for (const pugi::xml_node& one : node.children()) {
    if (one.type() == pugi::node_element && local_name(one) == local) return one;
  }
  return {};
}

std::vector<pugi::xml_node> children(pugi::xml_node node, std::string_view local) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node& one : node.children()) {
    if (one.type() == pugi::node_element && local_name(one) == local) found.push_back(one);
  }
  return found;
}

namespace {
void find_descendants(pugi::xml_node node, std::string_view local, std::vector<pugi::xml_node>& found) {
  for (const pugi::xml_node& one : node.children()) {
    if (one.type() != pugi::node_element) continue;
    if (local_name(one) == local) {
      found.push_back(one);
    } else {
      find_descendants(one, local, found);
    }
  }
}

void append_text_of(pugi::xml_node node, std::string& out) {
  for (const pugi::xml_node& one : node.children()) {
    if (one.type() == pugi::node_pcdata || one.type() == pugi::node_cdata) {
      append_collapsed(one.value(), out);
    } else {
      append_text_of(one, out);
    }
  }
}
}  // namespace

std::vector<pugi::xml_node> descendants(pugi::xml_node node, std::string_view local) {
  std::vector<pugi::xml_node> found;
  find_descendants(node, local, found);
  return found;
}

void append_collapsed(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (!is_space(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
      out.push_back(' ');
    }
  }
}

std::string plain_text_of(pugi::xml_node node) {
  std::string out;
  append_text_of(node, out);
  return std::string(trimmed(out));
}

}  // namespace attest
