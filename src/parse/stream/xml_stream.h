// XML read forwards from untrusted files: events out of expat, and on top of them one small tree for each
// record, so that the mapping of a format is written against a tree while only one record is in memory.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "base/result.h"
#include "parse/stream/byte_source.h"

namespace attest {

// Receives the events of a document. Each function returns false to stop reading.
class XmlEvents {
 public:
  XmlEvents() = default;
  XmlEvents(const XmlEvents&) = delete;
  XmlEvents& operator=(const XmlEvents&) = delete;
  virtual ~XmlEvents() = default;
  // `attributes`: name, value, name, value, …, nullptr.
  virtual bool start(const char* name, const char** attributes, uint64_t line) = 0;
  virtual bool end(const char* name) = 0;
  virtual bool text(std::string_view text) = 0;
};

// Reads a whole document. Refused with a clear Error that names the line: entity declarations (external, or
// internal ones as bombs are made of), nesting deeper than limits::kMarkupDepthMax, a tag longer than
// limits::kMarkupTagBytesMax, text that is not in the declared encoding, anything not well-formed, an early
// end. Nothing outside the file is ever opened. A reference to an undeclared entity is kept as text
// ("&alpha;").
Status read_xml(ByteSource& source, std::string_view place, XmlEvents& events);

// How a file of records is cut: elements for which `is_record` holds become trees.
struct XmlRecordReader {
  // Asked for each element outside a record.
  std::function<bool(std::string_view name)> is_record;
  // Elements in which white space between child elements is text ("<i>in</i> <i>vitro</i>").
  std::function<bool(std::string_view name)> is_mixed;
  // One record; false stops. `line` is where it starts.
  std::function<bool(pugi::xml_node record, uint64_t line)> record;
  // A record that passed a limit (bytes or elements) and was left out; false stops.
  std::function<bool(Error&&)> problem;
};

Status read_xml_records(ByteSource& source, std::string_view place, const XmlRecordReader& reader);

// All text inside `node`, markup left out, in document order.
std::string deep_text(pugi::xml_node node);

}  // namespace attest
