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

}  // namespace attest::audit
