// What the API and the MCP tools say in JSON beside the answer itself (answer/json/answer_json.h).
#pragma once

#include <optional>

#include "base/byte_span.h"
#include "server/collection_overview.h"
#include "server/json_text.h"
#include "server/search_sources.h"
#include "server/source_reading.h"

namespace attest {

// A found document with its appraisal and best sentences.
Json found_source_json(const FoundSource& source);
// The list that passes the filter, the first `count` of it.
Json search_json(const std::string& words, const SearchedSources& searched, const SearchFilter& filter,
                 size_t count);
// The document as attest show --json has it, and what was read from it. With `span`, the quote as well.
Json document_json(const SourceReading& reading, const std::optional<ByteSpan>& span);
Json overview_json(const CollectionOverview& overview);

// "START-END" or "START:END", inside a text of `text_bytes` bytes.
Result<ByteSpan> read_span(std::string_view text, size_t text_bytes);

}  // namespace attest
