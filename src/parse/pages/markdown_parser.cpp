// Markdown (CommonMark with tables, through md4c) with optional front matter: lines "key: value" between two
// lines "---".
#include <vector>

#include <md4c.h>

#include "base/ascii.h"
#include "base/white_space.h"
#include "parse/format_parsers.h"
#include "parse/pages/html_tree.h"
#include "parse/pages/page_metadata.h"
#include "parse/pages/text_blocks.h"
#include "parse/stream/charset.h"
#include "parse/stream/markup_tree.h"

namespace attest {

namespace {

std::string_view unquoted(std::string_view value) {
  value = trimmed(value);
  const bool quoted =
      value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

}  // namespace

void take_front_matter(std::string_view& page, BibliographicRecord& record) {
  if (!page.starts_with("---\n") && !page.starts_with("---\r\n")) return;
  size_t at = page.find('\n') + 1;
  std::string key;
  std::vector<std::pair<std::string, std::string>> statements;
  for (;;) {
    if (at >= page.size()) return;  // never closed: it is a rule and text, not front matter
    const size_t end = std::min(page.find('\n', at), page.size());
    const std::string_view line = page.substr(at, end - at);
    at = std::min(end + 1, page.size());
    const std::string_view content = trimmed(line);
    if (content == "---" || content == "...") break;
    if (content.starts_with("- ") && !key.empty()) {
      statements.emplace_back(key, unquoted(content.substr(2)));
      continue;
    }
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos || line.starts_with(' ') || content.starts_with('#')) {
      if (!content.empty() && !line.starts_with(' ') && !content.starts_with('#')) return;
      continue;
    }
    key = lower_ascii(trimmed(line.substr(0, colon)));
    std::string_view value = trimmed(line.substr(colon + 1));
    if (value.starts_with('[') && value.ends_with(']')) {
      value = value.substr(1, value.size() - 2);
      while (!value.empty()) {
        const size_t comma = std::min(value.find(','), value.size());
        statements.emplace_back(key, unquoted(value.substr(0, comma)));
        value.remove_prefix(std::min(comma + 1, value.size()));
      }
    } else if (!value.empty()) {
      statements.emplace_back(key, unquoted(value));
    }
  }
  for (const auto& [name, value] : statements) {
    if (!take_statement(name, value, record) && !value.empty()) record.statements.push_back({name, value});
  }
  page.remove_prefix(at);
}

std::string character_reference(std::string_view reference) {
  if (reference.size() < 3) return std::string(reference);
  const std::string_view name = reference.substr(1, reference.size() - 2);
  std::string value = name.starts_with('#') ? numeric_character(name.substr(1)) : named_character(name);
  return value.empty() ? std::string(reference) : value;
}

namespace {

// Collects blocks from md4c's events.
class BlockReader {
 public:
  int enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_H:
        flush();
        heading_level_ = static_cast<uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_TABLE:
        flush();
        rows_.clear();
        break;
      case MD_BLOCK_TR:
        row_.clear();
        cells_ = 0;
        break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH: text_.clear(); break;
      default: flush(); break;
    }
    return 0;
  }

  int leave_block(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_TD:
      case MD_BLOCK_TH:
        if (cells_++ > 0) row_ += " | ";
        row_ += trimmed(text_);
        text_.clear();
        break;
      case MD_BLOCK_TR:
        if (!trimmed(row_).empty()) rows_ += (rows_.empty() ? "" : "\n") + row_;
        break;
      case MD_BLOCK_TABLE:
        if (!rows_.empty()) blocks_.push_back({TextBlock::Kind::kTable, 1, rows_, {}});
        break;
      case MD_BLOCK_HTML:
        if (auto inner = html::fragment_blocks(html_, "HTML in Markdown")) {
          for (TextBlock& block : *inner) blocks_.push_back(std::move(block));
        }
        html_.clear();
        break;
      default: flush(); break;
    }
    return 0;
  }

  int text(MD_TEXTTYPE type, std::string_view value) {
    switch (type) {
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR: text_.push_back(' '); break;
      case MD_TEXT_ENTITY: text_ += character_reference(value); break;
      case MD_TEXT_HTML:
        // Outside a block of HTML these are single tags, which say nothing.
        html_ += in_html_ ? value : std::string_view();
        break;
      case MD_TEXT_CODE: append_code(value); break;
      case MD_TEXT_NULLCHAR: break;
      default: append_collapsed(value, text_); break;
    }
    return 0;
  }

  void set_in_html(bool value) { in_html_ = value; }
  std::vector<TextBlock> take() {
    flush();
    return std::move(blocks_);
  }

 private:
  void append_code(std::string_view value) {
    for (const char c : value) {
      if (c == '\n') {
        flush();
      } else {
        text_.push_back(c);
      }
    }
  }

  void flush() {
    const std::string text(trimmed(text_));
    if (!text.empty()) {
      if (heading_level_ > 0) {
        blocks_.push_back({TextBlock::Kind::kHeading, heading_level_, text, {}});
      } else {
        blocks_.push_back({TextBlock::Kind::kParagraph, 1, text, {}});
      }
    }
    heading_level_ = 0;
    text_.clear();
  }

  std::vector<TextBlock> blocks_;
  std::string text_;
  std::string rows_;
  std::string row_;
  std::string html_;
  size_t cells_ = 0;
  uint8_t heading_level_ = 0;
  bool in_html_ = false;
};

BlockReader& reader_of(void* data) { return *static_cast<BlockReader*>(data); }

int on_enter_block(MD_BLOCKTYPE type, void* detail, void* data) {
  if (type == MD_BLOCK_HTML) reader_of(data).set_in_html(true);
  return reader_of(data).enter_block(type, detail);
}
int on_leave_block(MD_BLOCKTYPE type, void*, void* data) {
  const int result = reader_of(data).leave_block(type);
  if (type == MD_BLOCK_HTML) reader_of(data).set_in_html(false);
  return result;
}
int on_span(MD_SPANTYPE, void*, void*) { return 0; }
int on_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
  return reader_of(data).text(type, {text, size});
}

}  // namespace

Status parse_markdown(std::string_view bytes, std::string_view place, const DocumentSink& sink) {
  ATTEST_ASSIGN(const std::string decoded, decode_text(bytes, {}));
  std::string_view page = decoded;
  Document document;
  BibliographicRecord& record = document.record;
  take_front_matter(page, record);

  BlockReader reader;
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS;
  parser.enter_block = on_enter_block;
  parser.leave_block = on_leave_block;
  parser.enter_span = on_span;
  parser.leave_span = on_span;
  parser.text = on_text;
  if (md_parse(page.data(), static_cast<MD_SIZE>(page.size()), &parser, &reader) != 0) {
    return fail(ErrorCode::kInput, "the Markdown cannot be read", std::string(place));
  }
  const std::vector<TextBlock> blocks = reader.take();
  if (record.title.empty()) {
    for (const TextBlock& block : blocks) {
      if (block.kind != TextBlock::Kind::kHeading) continue;
      record.title = block.text;
      break;
    }
  }
  record.type = record.journal.title.empty() ? "document" : "article-journal";
  TextBuilder text;
  text.set_title(record.title);
  add_blocks(blocks, SectionKind::kBody, record.title, text);
  document.id = page_identity(record, bytes);
  document.depth = Depth::kPatientPage;
  deliver_page(std::move(document), std::move(text), place, sink);
  return {};
}

}  // namespace attest
