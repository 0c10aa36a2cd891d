// Large XML files, one record at a time. A scientific archive file is a list of records (<article>,
// <health-topic>, <Document>): expat reads the stream, and each record element becomes a small pugixml tree
// that lives for one callback. So memory is bounded by one record, whatever the file's length.
//
// Nothing outside the stream is ever opened: the external DTD that JATS files name is not loaded. Entities it
// would have declared (&alpha;) are read by their HTML names. Entities that a file declares itself may not
// refer to other entities, which together with expat's own amplification limit stops entity bombs.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "base/result.h"
#include "parse/citations/citation_fields.h"
#include "parse/parser.h"
#include "parse/stream/byte_source.h"

namespace attest {

// One record element, whole. `node` is valid during the callback only.
struct MarkupRecord {
  pugi::xml_node node;
  std::string place;  // "file.xml, line 12": where the record starts
};

// Returns false to stop reading.
using MarkupRecordHandler = std::function<bool(const MarkupRecord&)>;

// Calls `handler` for each outermost element whose local name is in `names`. A record over the limits of
// base/limits.h is left out and reported to sink.problem. Fails when the XML is not well formed (records
// before the damage have been delivered), when the source fails, or when the file has no such element.
Status read_markup_records(ByteSource& source, std::string_view place,
                           const std::vector<std::string_view>& names, const MarkupRecordHandler& handler,
                           const DocumentSink& sink);

// "xlink:href" → "href".
std::string_view local_name(std::string_view qualified);
std::string_view local_name(pugi::xml_node node);
// The attribute with this local name, whatever its prefix; "" when there is none.
std::string_view attribute(pugi::xml_node node, std::string_view local);
// First child element with this local name; an empty node when there is none.
pugi::xml_node child(pugi::xml_node node, std::string_view local);
std::vector<pugi::xml_node> children(pugi::xml_node node, std::string_view local);
// Every descendant element with this local name, in document order, without looking into the matches.
std::vector<pugi::xml_node> descendants(pugi::xml_node node, std::string_view local);

// Appends `text` with every run of white space as one space; no space at the start of `out` or after one.
void append_collapsed(std::string_view text, std::string& out);
// All text below `node`, collapsed and trimmed.
std::string plain_text_of(pugi::xml_node node);

}  // namespace attest
