// A guard around expat (https://libexpat.github.io). Expat opens nothing by itself; the two attacks left are
// declared entities, refused where they are declared, and sheer size, stopped by counting.
#include "parse/stream/xml_stream.h"

#include <algorithm>
#include <cstring>
#include <exception>
#include <memory>

#include <expat.h>
#include <fmt/format.h>

#include "base/limits.h"

namespace attest {

namespace {

struct ParserDeleter {
  void operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
};
using ParserHandle = std::unique_ptr<XML_ParserStruct, ParserDeleter>;

struct Session {
  XML_Parser parser = nullptr;
  XmlEvents* events = nullptr;
  size_t depth = 0;
  bool stopped = false;
  std::string refusal;  // why we stopped the parser ourselves
  ErrorCode refusal_code = ErrorCode::kInput;
  std::string refusal_remedy;

  void stop() {
    stopped = true;
    XML_StopParser(parser, XML_FALSE);
  }
  void refuse(ErrorCode code, std::string message, std::string remedy) {
    if (!refusal.empty()) return;
    refusal = std::move(message);
    refusal_code = code;
    refusal_remedy = std::move(remedy);
    XML_StopParser(parser, XML_FALSE);
  }
  // No exception may pass through the C frames of expat.
  template <typename Event>
  void guarded(Event event) {
    try {
      if (!event()) stop();
    } catch (const std::exception& error) {
      refuse(ErrorCode::kEnvironment, fmt::format("reading the XML failed: {}", error.what()),
             "free some memory");
    }
  }
  bool over() const { return stopped || !refusal.empty(); }
};

void on_start(void* data, const char* name, const char** attributes) {
  auto& session = *static_cast<Session*>(data);
  if (session.over()) return;
  if (++session.depth > limits::kMarkupDepthMax) {
    session.refuse(ErrorCode::kLimit,
                   fmt::format("elements are nested more than {} deep", limits::kMarkupDepthMax),
                   "leave this file out: no literature format nests like that");
    return;
  }
  session.guarded(
      [&] { return session.events->start(name, attributes, XML_GetCurrentLineNumber(session.parser)); });
}

void on_end(void* data, const char* name) {
  auto& session = *static_cast<Session*>(data);
  if (session.over()) return;
  --session.depth;
  session.guarded([&] { return session.events->end(name); });
}

void on_text(void* data, const char* text, int size) {
  auto& session = *static_cast<Session*>(data);
  if (session.over()) return;
  session.guarded([&] { return session.events->text({text, static_cast<size_t>(size)}); });
}

void on_skipped_entity(void* data, const char* name, int is_parameter_entity) {
  if (is_parameter_entity != 0) return;
  const std::string reference = "&" + std::string(name) + ";";
  on_text(data, reference.data(), static_cast<int>(reference.size()));
}

void on_entity_declaration(void* data, const char* name, int, const char* value, int, const char*,
                           const char*, const char*, const char* notation) {
  if (notation != nullptr) return;  // an unparsed entity (a graphic): never expanded
  auto& session = *static_cast<Session*>(data);
  const std::string_view short_name = std::string_view(name).substr(0, 80);
  if (value == nullptr) {
    session.refuse(ErrorCode::kInput, fmt::format("the entity \"{}\" points outside the file", short_name),
                   "remove the entity declaration; nothing outside a file is ever opened");
  } else {
    session.refuse(ErrorCode::kInput,
                   fmt::format("the file declares an entity of its own (\"{}\")", short_name),
                   "replace the entity by its text; declared entities are refused because they can explode");
  }
}

// The byte at which expat stopped, or -1.
int byte_at_error(XML_Parser parser) {
  int offset = 0;
  int size = 0;
  const char* context = XML_GetInputContext(parser, &offset, &size);
  if (context == nullptr || offset < 0 || offset >= size) return -1;
  // The token reported may begin before the offending byte: look at the next few.
  for (int i = offset; i < size && i < offset + 4; ++i) {
    const auto byte = static_cast<unsigned char>(context[i]);
    if (byte >= 0x80 || (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t')) return byte;
  }
  return static_cast<unsigned char>(context[offset]);
}

Error malformed(XML_Parser parser, std::string_view place) {
  const XML_Error code = XML_GetErrorCode(parser);
  Error error{ErrorCode::kInput, fmt::format("the XML is not well-formed ({})", XML_ErrorString(code)),
              fmt::format("{}, line {}", place, XML_GetCurrentLineNumber(parser)),
              "what came before this line is kept; download or repair the file"};
  const int byte = byte_at_error(parser);
  switch (code) {
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
    case XML_ERROR_PARTIAL_CHAR: error.message = "the XML ends early"; break;
    case XML_ERROR_INVALID_TOKEN:
      if (byte >= 0x80) {
        error.message =
            "there are bytes that do not fit the encoding which the file declares (UTF-8 when it declares "
            "none)";
        error.remedy = "convert the file to UTF-8, or correct the encoding in its first line";
      } else if (byte == 0) {
        error.message = "there is a NUL byte";
      } else if (byte > 0 && byte < 0x20) {
        error.message = fmt::format("there is a control character (byte 0x{:02X}), which XML forbids", byte);
      }
      break;
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING:
      error.message = fmt::format("the encoding that the file declares is {}",
                                  code == XML_ERROR_UNKNOWN_ENCODING ? "not known" : "not the one it is in");
      error.remedy = "convert the file to UTF-8 and declare that in its first line";
      break;
    default: break;
  }
  return error;
}

}  // namespace

Status read_xml(ByteSource& source, std::string_view place, XmlEvents& events) {
  const ParserHandle parser(XML_ParserCreate(nullptr));
  if (!parser)
    return fail(ErrorCode::kEnvironment, "expat cannot start", std::string(place), "free some memory");
  Session session;
  session.parser = parser.get();
  session.events = &events;
  XML_SetUserData(parser.get(), &session);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetSkippedEntityHandler(parser.get(), on_skipped_entity);
  XML_SetEntityDeclHandler(parser.get(), on_entity_declaration);
  XML_SetParamEntityParsing(parser.get(), XML_PARAM_ENTITY_PARSING_NEVER);

  uint64_t fed = 0;
  uint64_t parsed = 0;
  while (true) {
    void* buffer = XML_GetBuffer(parser.get(), static_cast<int>(limits::kStreamBufferBytes));
    if (buffer == nullptr) {
      return fail(ErrorCode::kEnvironment, "not enough memory to read the XML", std::string(place),
                  "free some memory");
    }
    ATTEST_ASSIGN(const size_t count, source.read({static_cast<char*>(buffer), limits::kStreamBufferBytes}));
    fed += count;
    const XML_Status status = XML_ParseBuffer(parser.get(), static_cast<int>(count), count == 0);
    if (session.stopped) return {};
    if (!session.refusal.empty()) {
      return fail(session.refusal_code, session.refusal,
                  fmt::format("{}, line {}", place, XML_GetCurrentLineNumber(parser.get())),
                  session.refusal_remedy);
    }
    if (status == XML_STATUS_ERROR) return tl::unexpected(malformed(parser.get(), place));
    if (count == 0) return {};
    // Expat gives no index while it puts off a token that is not whole yet.
    if (const XML_Index index = XML_GetCurrentByteIndex(parser.get()); index >= 0)
      parsed = static_cast<uint64_t>(index);
    if (fed - std::min(fed, parsed) > limits::kMarkupTagBytesMax + limits::kStreamBufferBytes) {
      return fail(ErrorCode::kLimit,
                  fmt::format("one tag or comment is longer than {} MiB", limits::kMarkupTagBytesMax >> 20),
                  fmt::format("{}, line {}", place, XML_GetCurrentLineNumber(parser.get())),
                  "repair the file");
    }
  }
}

namespace {

bool only_space(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// Builds the tree of one record at a time.
class RecordBuilder final : public XmlEvents {
 public:
  RecordBuilder(std::string_view place, const XmlRecordReader& reader) : place_(place), reader_(reader) {}

  bool start(const char* name, const char** attributes, uint64_t line) override {
    if (!node_ && skipped_depth_ == 0) {
      if (!reader_.is_record(name)) return true;
      line_ = line;
      bytes_ = 0;
      elements_ = 0;
      node_ = tree_.root();
    }
    if (skipped_depth_ > 0) {
      ++skipped_depth_;
      return true;
    }
    flush_text();
    node_ = node_.append_child(name);
    ++elements_;
    bytes_ += std::strlen(name);
    for (; *attributes != nullptr; attributes += 2) {
      node_.append_attribute(attributes[0]).set_value(attributes[1]);
      bytes_ += std::strlen(attributes[0]) + std::strlen(attributes[1]);
      ++elements_;
    }
    ++depth_;
    if (mixed_depth_ > 0 || reader_.is_mixed(name)) ++mixed_depth_;
    return check_size();
  }

  bool end(const char*) override {
    if (skipped_depth_ > 0) {
      --skipped_depth_;
      return true;
    }
    if (!node_) return true;
    flush_text();
    node_ = node_.parent();
    if (mixed_depth_ > 0) --mixed_depth_;
    if (--depth_ > 0) return true;
    node_ = {};
    const bool go_on = reader_.record(tree_.first_child(), line_);
    tree_.reset();
    return go_on;
  }

  bool text(std::string_view text) override {
    if (!node_) return true;
    text_ += text;
    bytes_ += text.size();
    return check_size();
  }

 private:
  void flush_text() {
    if (text_.empty()) return;
    if (mixed_depth_ > 0 || !only_space(text_))
      node_.append_child(pugi::node_pcdata).set_value(text_.c_str());
    text_.clear();
  }

  // A record over a limit is dropped, and its remaining events with it.
  bool check_size() {
    if (bytes_ <= limits::kRecordBytesMax && elements_ <= limits::kElementsPerRecordMax) return true;
    Error error{
        ErrorCode::kLimit,
        bytes_ > limits::kRecordBytesMax
            ? fmt::format("a record has more than {} MiB and was left out", limits::kRecordBytesMax >> 20)
            : fmt::format("a record has more than {} elements and was left out",
                          limits::kElementsPerRecordMax),
        fmt::format("{}, line {}", place_, line_), "split or shorten the record"};
    skipped_depth_ = depth_;
    depth_ = 0;
    mixed_depth_ = 0;
    node_ = {};
    text_.clear();
    tree_.reset();
    return !reader_.problem || reader_.problem(std::move(error));
  }

  std::string place_;
  const XmlRecordReader& reader_;
  pugi::xml_document tree_;
  pugi::xml_node node_;
  std::string text_;
  uint64_t line_ = 0;
  size_t bytes_ = 0;
  size_t elements_ = 0;
  size_t depth_ = 0;
  size_t mixed_depth_ = 0;
  size_t skipped_depth_ = 0;
};

}  // namespace

Status read_xml_records(ByteSource& source, std::string_view place, const XmlRecordReader& reader) {
  RecordBuilder builder(place, reader);
  return read_xml(source, place, builder);
}

std::string deep_text(pugi::xml_node node) {
  std::string text;
  const pugi::xml_node top = node;
  pugi::xml_node at = node.first_child();
  while (at) {
    if (at.type() == pugi::node_pcdata) text += at.value();
    if (at.first_child()) {
      at = at.first_child();
      continue;
    }
    while (at != top && !at.next_sibling()) at = at.parent();
    if (at == top) break;
    at = at.next_sibling();
  }
  return text;
}

}  // namespace attest
