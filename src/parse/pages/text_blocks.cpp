#include "parse/pages/text_blocks.h"

#include <utility>

#include "base/checksum.h"
#include "base/limits.h"

namespace attest {

void add_blocks(const std::vector<TextBlock>& blocks, SectionKind kind, std::string_view title,
                TextBuilder& text) {
  std::string heading;
  std::string body;
  uint8_t level = 1;
  bool heading_is_used = false;
  const auto flush = [&] {
    if (body.empty()) return;
    text.add_section(kind, heading_is_used ? std::string_view() : std::string_view(heading), body, {}, 0,
                     level);
    heading_is_used = true;
    body.clear();
  };
  for (const TextBlock& block : blocks) {
    if (block.kind == TextBlock::Kind::kHeading) {
      flush();
      const bool waiting = !heading_is_used && !heading.empty() && block.level > level;
      const std::string own = block.text == title ? std::string() : block.text;
      heading = waiting && !own.empty() ? heading + ": " + own : waiting ? heading : own;
      level = block.level;
      heading_is_used = false;
    } else if (block.kind == TextBlock::Kind::kTable) {
      flush();
      text.add_section(SectionKind::kTable, block.caption, block.text, {}, 0, level);
    } else {
      if (!body.empty()) body += '\n';
      body += block.text;
    }
  }
  flush();
}

std::string page_identity(const BibliographicRecord& record, std::string_view bytes) {
  if (!record.pmid.empty()) return "pmid:" + record.pmid;
  if (!record.pmcid.empty()) return "pmcid:" + record.pmcid;
  if (!record.doi.empty()) return "doi:" + record.doi;
  if (!record.url.empty() && record.url.size() <= limits::kIdentifierBytesMax) return "url:" + record.url;
  return "file:" + content_hash(bytes);
}

void deliver_page(Document&& document, TextBuilder&& text, std::string_view place, const DocumentSink& sink) {
  const bool cut = text.truncated();
  std::move(text).finish(document);
  if (document.text.find_first_not_of("\n ") == std::string::npos) {
    if (sink.problem) {
      sink.problem(Error{ErrorCode::kInput, "no readable text was found", std::string(place),
                         "check that the file holds text and not only pictures or scripts"});
    }
    return;
  }
  if (cut && sink.problem &&
      !sink.problem(Error{
          ErrorCode::kLimit, "the text is longer than the limit and was cut", std::string(place), {}})) {
    return;
  }
  if (sink.document) sink.document(std::move(document));
}

}  // namespace attest
