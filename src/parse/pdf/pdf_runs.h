// From the words of a page to the pieces of its printed lines.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/byte_span.h"
#include "parse/pdf/pdf_protocol.h"

namespace attest::pdf {

inline constexpr float kGutterEm = 1.0F;  // narrowest white space between columns, in type sizes

// Words that stand on one line without a wide gap.
struct Run {
  float x0 = 0, x1 = 0, y0 = 0, y1 = 0;
  float font_size = 0;
  std::string text;
  std::vector<ByteSpan> raised;
  size_t words = 0;
};

// Line by line from the top, each line from left to right, split where a gap is as wide as a gutter.
std::vector<Run> runs_of(const Page& page);

}  // namespace attest::pdf
