// What the terminal allows, and the few marks that commands put on it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace attest {

bool output_is_terminal();
bool errors_are_terminal();
// Standard output is a terminal and NO_COLOR is not set.
bool output_has_colour();
unsigned output_width();  // columns, 40 to 120

// Prints "attest: …" to standard error and gives the exit status that belongs to the error.
int report_error(const Error& error);

// Broken into lines of at most `width` columns at spaces; paragraphs (newlines) are kept. Columns are counted
// in code points.
std::string wrap_text(std::string_view text, unsigned width);

// Control characters replaced, so that stored text cannot drive a terminal. Newlines stay.
std::string printable(std::string_view text);

// "1.4 MB".
std::string human_bytes(uint64_t bytes);
// "2 min 05 s".
std::string human_seconds(double seconds);

}  // namespace attest
