#include "base/result.h"

namespace attest {

namespace {
// Error texts may carry bytes of hostile input: nothing that could move a terminal's cursor or reorder its
// line is passed on.
void append_printable(std::string& out, std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool bidi_control = byte == 0xE2 && i + 2 < text.size() &&
                              ((static_cast<unsigned char>(text[i + 1]) == 0x80 &&
                                static_cast<unsigned char>(text[i + 2]) >= 0x8E &&
                                static_cast<unsigned char>(text[i + 2]) <= 0xAE) ||
                               (static_cast<unsigned char>(text[i + 1]) == 0x81 &&
                                static_cast<unsigned char>(text[i + 2]) >= 0xA6 &&
                                static_cast<unsigned char>(text[i + 2]) <= 0xA9));
    const bool c1_control =
        byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (bidi_control) {
      out += '?';
      i += 2;
    } else if (c1_control) {
      out += '?';
      i += 1;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += ' ';
    } else {
      out += text[i];
    }
  }
}
}  // namespace

std::string Error::to_line() const {
  std::string line;
  if (!place.empty()) {
    append_printable(line, place);
    line += ": ";
  }
  append_printable(line, message);
  if (!remedy.empty()) {
    line += "; ";
    append_printable(line, remedy);
  }
  return line;
}

}  // namespace attest
