// Character encodings of whole text files: which one it is, and the same text as UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace attest {

// The text as UTF-8. The encoding is, in this order: a byte order mark; `declared` (an HTML meta charset or
// a MIME parameter; "" when nothing is declared) when the bytes can be read so; UTF-8 when the bytes are
// valid UTF-8; UTF-16 without a mark when every other byte of the start is NUL; else windows-1252, which
// reads any bytes (https://encoding.spec.whatwg.org/#concept-encoding-get). A byte order mark is removed.
Result<std::string> decode_text(std::string_view bytes, std::string_view declared);

// The charset that the first 4 KB of an HTML file declare in <meta>, or ""
// (https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding).
std::string declared_html_charset(std::string_view bytes);

bool is_valid_utf8(std::string_view bytes);

// Fills `table` with the code point of each byte (-1: not in the encoding). False when `name` is not the name
// of a single-byte encoding.
bool single_byte_table(const char* name, int (&table)[256]);

// The text of an HTML named character reference without & and ; ("alpha" → "α"), or "".
std::string named_character(std::string_view name);

// The character of a decimal or "x" hexadecimal character number ("945", "x3B1"), or "" when there is none.
std::string numeric_character(std::string_view digits);

// ISO 639-2 code as MEDLINE uses it (bibliographic: "ger", "fre") of a language tag ("de", "fr-CA", "eng");
// "" when it names no language.
std::string medline_language(std::string_view tag);

}  // namespace attest
