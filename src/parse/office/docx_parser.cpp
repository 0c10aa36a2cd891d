// Word documents: the body of the main part as blocks (ECMA-376, part 1, 17.2–17.3), footnotes and endnotes
// as a numbered list at the end (17.11).
#include <algorithm>
#include <map>

#include "base/limits.h"
#include "base/white_space.h"
#include "parse/format_parsers.h"
#include "parse/office/docx_parts.h"
#include "parse/pages/marked_page_writer.h"
#include "parse/pages/text_blocks.h"
#include "parse/stream/byte_source.h"
#include "parse/stream/xml_stream.h"

namespace attest {

namespace {

using docx::attribute_of;

class WordReader final : public XmlEvents {
 public:
  WordReader(const docx::Parts& parts, MarkedPageWriter& writer) : parts_(parts), writer_(writer) {}

  bool start(const char* qualified, const char** attributes, uint64_t) override {
    const std::string_view name = docx::local_of(qualified);
    // Deleted and moved-away text (17.13.5), the old rendering of a choice, field codes.
    if (skipping_ > 0 || name == "del" || name == "moveFrom" || name == "Fallback") {
      ++skipping_;
      return true;
    }
    const std::string_view value = attribute_of(attributes, "val");
    if (name == "p") {
      begin_paragraph();
    } else if (name == "pStyle") {
      style_ = value;
    } else if (name == "numId") {
      list_ = value;
    } else if (name == "ilvl") {
      depth_ =
          value.size() == 1 && value[0] >= '0' && value[0] <= '8' ? static_cast<uint8_t>(value[0] - '0') : 0;
    } else if (name == "r") {
      flush_properties();
      raised_ = hidden_ = false;
    } else if (name == "vertAlign") {
      raised_ = value == "superscript";
    } else if (name == "vanish") {
      hidden_ = value.empty() || value == "true" || value == "1";
    } else if (name == "t") {
      in_text_ = true;
    } else if (name == "instrText") {
      in_field_code_ = true;
    } else if (name == "tab" || name == "br" || name == "cr") {
      if (in_run_properties_ == 0) writer_.space();
    } else if (name == "noBreakHyphen") {
      add("-");
    } else if (name == "rPr" || name == "pPr") {
      ++in_run_properties_;
    } else if (name == "hyperlink") {
      flush_properties();
      const auto link = parts_.links.find(std::string(attribute_of(attributes, "id")));
      const std::string anchor(attribute_of(attributes, "anchor"));
      writer_.open_mark(PageMark::Kind::kLink, link != parts_.links.end() ? link->second : "#" + anchor);
    } else if (name == "fldChar") {
      field(attribute_of(attributes, "fldCharType"));
    } else if (name == "bookmarkStart") {
      writer_.add_anchor(attribute_of(attributes, "name"));
    } else if (name == "footnoteReference" || name == "endnoteReference") {
      note_reference(name == "footnoteReference", attribute_of(attributes, "id"));
    } else if (name == "footnote" || name == "endnote") {
      // Separators have a type (17.18.33); what has none is a note.
      note_ = attribute_of(attributes, "type").empty() ? std::string(attribute_of(attributes, "id"))
                                                       : std::string();
      note_number_ = number_of_note(name == "footnote", note_);
    } else if (name == "tr") {
      if (rows_++ == 0) {
        writer_.begin(PageBlock::Kind::kTableRow, 1);
        first_cell_ = true;
      }
    } else if (name == "tc" && rows_ == 1) {
      if (!first_cell_) writer_.add(" | ");
      first_cell_ = false;
    }
    return true;
  }

  bool end(const char* qualified) override {
    if (skipping_ > 0) {
      --skipping_;
      return true;
    }
    const std::string_view name = docx::local_of(qualified);
    if (name == "p") {
      flush_properties();
      if (rows_ == 0)
        writer_.end();
      else
        writer_.space();
    } else if (name == "t") {
      in_text_ = false;
    } else if (name == "instrText") {
      in_field_code_ = false;
    } else if (name == "rPr" || name == "pPr") {
      in_run_properties_ = std::max(0, in_run_properties_ - 1);
    } else if (name == "hyperlink") {
      writer_.close_mark();
    } else if (name == "tr" && rows_ > 0 && --rows_ == 0) {
      writer_.end();
    }
    return true;
  }

  bool text(std::string_view piece) override {
    if (skipping_ > 0) return true;
    if (in_field_code_ && !fields_.empty() && fields_.back().code.size() < limits::kIdentifierBytesMax) {
      fields_.back().code += piece;
    } else if (in_text_ && !hidden_) {
      add(piece);
    }
    return true;
  }

  // Footnotes first, then endnotes, each in the order in which the text refers to them.
  bool has_notes() const { return !note_numbers_.empty(); }
  void read_notes() { in_notes_ = true; }

 private:
  struct Field {
    std::string code;
    bool link = false;
  };

  void begin_paragraph() {
    if (rows_ > 0) return;
    writer_.end();
    style_.clear();
    list_.clear();
    depth_ = 0;
    pending_ = true;
  }

  // What a paragraph is stands in its properties, which come before its text.
  void flush_properties() {
    if (!pending_ || rows_ > 0) return;
    pending_ = false;
    const auto heading = parts_.heading_styles.find(style_);
    if (in_notes_ && !note_.empty()) {
      writer_.begin(PageBlock::Kind::kListItem, 1, note_number_);
      writer_.add_anchor("note-" + std::to_string(note_number_));
      return;
    }
    if (heading != parts_.heading_styles.end()) {
      writer_.begin(PageBlock::Kind::kHeading, heading->second);
      return;
    }
    std::string list = list_;
    if (const auto styled = parts_.list_styles.find(style_);
        list.empty() && styled != parts_.list_styles.end())
      list = styled->second;
    if (list.empty() || list == "0") {
      writer_.begin(PageBlock::Kind::kParagraph, 1);
      return;
    }
    const auto levels = parts_.lists.find(list);
    const bool known = levels != parts_.lists.end() && depth_ < levels->second.size();
    uint32_t number = 0;
    if (known && !levels->second[depth_].bullet) {
      auto& counters = counters_[list];
      counters.resize(9, 0);
      number = counters[depth_] == 0 ? levels->second[depth_].start : counters[depth_] + 1;
      counters[depth_] = number;
      std::fill(counters.begin() + depth_ + 1, counters.end(), 0);
    }
    writer_.begin(PageBlock::Kind::kListItem, static_cast<uint8_t>(depth_ + 1), number);
  }

  void add(std::string_view piece) {
    flush_properties();
    if (raised_) writer_.open_mark(PageMark::Kind::kRaised, {});
    writer_.add(piece);
    if (raised_) writer_.close_mark();
  }

  // 17.16.18: begin, code, separate, result, end. A HYPERLINK's result is its text.
  void field(std::string_view type) {
    if (type == "begin") {
      constexpr size_t kFieldsOpenMax = 64;
      if (fields_.size() < kFieldsOpenMax) fields_.push_back({});
    } else if (type == "separate" && !fields_.empty() && !fields_.back().link) {
      const std::string_view code = trimmed(fields_.back().code);
      if (!code.starts_with("HYPERLINK")) return;
      const size_t open = code.find('"');
      const size_t close = open == std::string_view::npos ? open : code.find('"', open + 1);
      if (close == std::string_view::npos) return;
      flush_properties();
      const std::string prefix = code.find("\\l") < open ? "#" : "";
      writer_.open_mark(PageMark::Kind::kLink, prefix + std::string(code.substr(open + 1, close - open - 1)));
      fields_.back().link = true;
    } else if (type == "end" && !fields_.empty()) {
      if (fields_.back().link) writer_.close_mark();
      fields_.pop_back();
    }
  }

  uint32_t number_of_note(bool footnote, const std::string& id) {
    if (id.empty()) return 0;
    const auto known = note_numbers_.find((footnote ? "f" : "e") + id);
    return known == note_numbers_.end() ? 0 : known->second;
  }

  void note_reference(bool footnote, std::string_view id) {
    flush_properties();
    const auto next = static_cast<uint32_t>(note_numbers_.size() + 1);
    const auto [known, added] = note_numbers_.emplace((footnote ? "f" : "e") + std::string(id), next);
    const std::string number = std::to_string(known->second);
    writer_.open_mark(PageMark::Kind::kRaised, {});
    writer_.open_mark(PageMark::Kind::kLink, "#note-" + number);
    writer_.add(number);
    writer_.close_mark();
    writer_.close_mark();
  }

  const docx::Parts& parts_;
  MarkedPageWriter& writer_;
  std::map<std::string, uint32_t> note_numbers_;
  std::map<std::string, std::vector<uint32_t>> counters_;
  std::vector<Field> fields_;
  std::string style_;
  std::string list_;
  std::string note_;
  uint32_t note_number_ = 0;
  size_t skipping_ = 0;
  size_t rows_ = 0;
  int in_run_properties_ = 0;
  uint8_t depth_ = 0;
  bool pending_ = false;
  bool raised_ = false;
  bool hidden_ = false;
  bool in_text_ = false;
  bool in_field_code_ = false;
  bool in_notes_ = false;
  bool first_cell_ = true;
};

Status read_word_part(const ZipArchive& archive, const std::string& part, std::string_view place,
                      WordReader& reader) {
  ATTEST_ASSIGN(std::string bytes, archive.read(part, limits::kDocxPartBytesMax));
  const std::string where = std::string(place) + ", " + part;
  ATTEST_ASSIGN(const auto source, ByteSource::from_bytes(std::move(bytes), where));
  return read_xml(*source, where, reader);
}

}  // namespace

Result<MarkedPage> marked_docx(std::string_view bytes, std::string_view place) {
  ATTEST_ASSIGN(const ZipArchive archive, ZipArchive::open(bytes, place));
  ATTEST_ASSIGN(docx::Parts parts, docx::read_parts(archive, place));
  MarkedPageWriter writer;
  WordReader reader(parts, writer);
  ATTEST_TRY(read_word_part(archive, parts.main, place, reader));
  writer.end();
  if (reader.has_notes()) {
    reader.read_notes();
    writer.begin(PageBlock::Kind::kHeading, 1);
    writer.add("Notes");
    writer.end();
    for (const char* notes : {"word/footnotes.xml", "word/endnotes.xml"}) {
      if (archive.has(notes)) ATTEST_TRY(read_word_part(archive, notes, place, reader));
    }
  }
  MarkedPage page;
  page.format = Format::kDocx;
  page.blocks = writer.take();
  page.record = std::move(parts.record);
  if (page.record.title.empty()) {
    const auto heading = std::find_if(page.blocks.begin(), page.blocks.end(), [](const PageBlock& block) {
      return block.kind == PageBlock::Kind::kHeading;
    });
    if (heading != page.blocks.end()) page.record.title = heading->text;
  }
  return page;
}

Status parse_docx(std::string_view bytes, std::string_view place, const DocumentSink& sink) {
  ATTEST_ASSIGN(MarkedPage page, marked_docx(bytes, place));
  std::vector<TextBlock> blocks;
  blocks.reserve(page.blocks.size());
  for (PageBlock& block : page.blocks) {
    const bool row = block.kind == PageBlock::Kind::kTableRow;
    if (row && !blocks.empty() && blocks.back().kind == TextBlock::Kind::kTable) {
      blocks.back().text += "\n" + block.text;
      continue;
    }
    const auto kind = row                                       ? TextBlock::Kind::kTable
                      : block.kind == PageBlock::Kind::kHeading ? TextBlock::Kind::kHeading
                                                                : TextBlock::Kind::kParagraph;
    blocks.push_back({kind, block.level, std::move(block.text), {}});
  }
  Document document;
  document.record = std::move(page.record);
  document.record.type = "document";
  TextBuilder text;
  text.set_title(document.record.title);
  add_blocks(blocks, SectionKind::kBody, document.record.title, text);
  document.id = page_identity(document.record, bytes);
  document.depth = Depth::kFullText;
  deliver_page(std::move(document), std::move(text), place, sink);
  return {};
}

}  // namespace attest
