// The text of a document with its sections, and one sentence of it marked.
#pragma once

#include "base/byte_span.h"
#include "document/document.h"
#include "render/html_writer.h"

namespace attest {

// Everything after the title. The bytes of `marked` (none when empty) stand in <mark id="sentence">; a mark
// that reaches over several paragraphs is repeated in each, the first has the id.
void write_source_text(HtmlWriter& html, const Document& document, ByteSpan marked);

// Whether the span lies in a part that write_source_text shows.
bool is_shown(const Document& document, ByteSpan span);

}  // namespace attest
