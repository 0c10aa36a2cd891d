#include "server/source_text.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "render/presentation.h"

namespace attest {
namespace {

class TextWriter {
 public:
  TextWriter(HtmlWriter& html, const Document& document, ByteSpan marked)
      : html_(html), document_(document), marked_(marked) {}

  void section(const Section& section) {
    if (section.kind == SectionKind::kTitle) return;
    html_.open("section", {{"class", section_class(section)}});
    if (!section.heading.empty()) {
      const std::string_view heading = section.heading.of(document_.text);
      if (section.kind == SectionKind::kTable)
        html_.open("p", {{"class", "caption"}});
      else
        html_.open(section.level <= 1 ? Literal("h3") : Literal("h4"));
      piece(section.heading, heading);
      html_.close().line_end();
    }
    if (section.kind == SectionKind::kTable)
      table(section.body);
    else
      paragraphs(section.body);
    html_.close().line_end();
  }

 private:
  static std::string section_class(const Section& section) {
    switch (section.kind) {
      case SectionKind::kTable: return "table";
      case SectionKind::kReferences: return "listed";
      default: return "text";
    }
  }

  // Calls `line` for each line of the body that is not empty.
  template <typename Line>
  void for_each_line(ByteSpan body, Line line) {
    const std::string_view text = document_.text;
    const uint32_t end = std::min<uint32_t>(body.end, static_cast<uint32_t>(text.size()));
    for (uint32_t at = body.start; at < end;) {
      const auto stop = static_cast<uint32_t>(std::min<size_t>(text.find('\n', at), end));
      if (stop > at) line(ByteSpan{at, stop});
      at = stop + 1;
    }
  }

  void paragraphs(ByteSpan body) {
    for_each_line(body, [&](ByteSpan line) {
      html_.open("p");
      piece(line, line.of(document_.text));
      html_.close().line_end();
    });
  }

  // Rows are lines, cells are separated by " | ".
  void table(ByteSpan body) {
    html_.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Table"}})
        .open("table")
        .open("tbody")
        .line_end();
    for_each_line(body, [&](ByteSpan line) {
      html_.open("tr");
      for (uint32_t at = line.start; at <= line.end;) {
        const auto bar = static_cast<uint32_t>(std::min<size_t>(document_.text.find(" | ", at), line.end));
        html_.open("td");
        piece({at, bar}, ByteSpan{at, bar}.of(document_.text));
        html_.close();
        if (bar >= line.end) break;
        at = bar + 3;
      }
      html_.close().line_end();
    });
    html_.close().close().close();
  }

  // The bytes of `span`, with what of them is marked.
  void piece(ByteSpan span, std::string_view text) {
    if (!marked_.overlaps(span)) {
      html_.text(text);
      return;
    }
    const uint32_t from = std::max(span.start, marked_.start) - span.start;
    const uint32_t to = std::min(span.end, marked_.end) - span.start;
    html_.text(text.substr(0, from));
    if (first_)
      html_.open("mark", {{"id", "sentence"}, {"tabindex", "-1"}});
    else
      html_.open("mark");
    first_ = false;
    html_.text(text.substr(from, to - from)).close();
    html_.text(text.substr(to));
  }

  HtmlWriter& html_;
  const Document& document_;
  ByteSpan marked_;
  bool first_ = true;
};

}  // namespace

void write_source_text(HtmlWriter& html, const Document& document, ByteSpan marked) {
  TextWriter writer(html, document, marked);
  for (const Section& section : document.sections) {
    if (section.kind != SectionKind::kReferences) writer.section(section);
  }
  const auto listed =
      std::find_if(document.sections.begin(), document.sections.end(),
                   [](const Section& section) { return section.kind == SectionKind::kReferences; });
  if (listed == document.sections.end()) return;
  html.open("details").element("summary", "References of this source");
  for (const Section& section : document.sections) {
    if (section.kind == SectionKind::kReferences) writer.section(section);
  }
  html.close().line_end();
}

bool is_shown(const Document& document, ByteSpan span) {
  return std::any_of(document.sections.begin(), document.sections.end(), [&](const Section& section) {
    return section.kind != SectionKind::kTitle &&
           (section.body.overlaps(span) || section.heading.overlaps(span));
  });
}

}  // namespace attest
