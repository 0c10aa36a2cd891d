#include "audit/page.h"

namespace attest::audit {

Page lay_out(const MarkedPage& marked, std::string file) {
  Page page;
  page.file = std::move(file);
  page.title = marked.record.title;
  page.record = marked.record;
  for (const PageBlock& from : marked.blocks) {
    if (!page.text.empty()) page.text += '\n';
    const auto start = static_cast<uint32_t>(page.text.size());
    page.text += from.text;
    Block block{from.kind,  from.level,     from.number,
                from.aside, from.after_gap, {start, static_cast<uint32_t>(page.text.size())},
                from.marks, from.anchors};
    for (PageMark& mark : block.marks) mark.span = {mark.span.start + start, mark.span.end + start};
    page.blocks.push_back(std::move(block));
  }
  return page;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || is_capital(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

}  // namespace attest::audit
