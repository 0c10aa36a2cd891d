// Lays the text of a document out, and cleans what goes into it.
//
// Cleaning happens once, before the text is stored, so that everything later may rely on it: valid UTF-8, no
// control characters but "\n", no characters that are invisible or that reorder what a reader sees (UTR #36,
// "Unicode Security Considerations", https://www.unicode.org/reports/tr36/), and single spaces.
#include "base/ascii.h"
#include "base/limits.h"
#include "document/document.h"
#include "text/utf8.h"

namespace attest {

namespace {

constexpr std::string_view kParagraphGap = "\n\n";

enum class Treatment { kKeep, kDrop, kSpace, kNewline };

Treatment treatment_of(char32_t c) {
  if (c < 0x80) {
    if (c == '\n') return Treatment::kNewline;
    return c <= ' ' || c == 0x7F ? Treatment::kSpace : Treatment::kKeep;
  }
  if (c < 0xA0) return c == 0x85 ? Treatment::kNewline : Treatment::kSpace;
  switch (c) {
    case 0x00A0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000: return Treatment::kSpace;
    case 0x2028:
    case 0x2029: return Treatment::kNewline;
    case 0x00AD:
    case 0x034F:
    case 0x061C:
    case 0x180E:
    case 0xFEFF:
    case 0xFFF9:
    case 0xFFFA:
    case 0xFFFB: return Treatment::kDrop;
    default: break;
  }
  if (c >= 0x2000 && c <= 0x200A) return Treatment::kSpace;
  if (c >= 0x200B && c <= 0x200F) return Treatment::kDrop;    // zero-width and directional marks
  if (c >= 0x202A && c <= 0x202E) return Treatment::kDrop;    // embeddings and overrides
  if (c >= 0x2060 && c <= 0x206F) return Treatment::kDrop;    // joiners, isolates, invisible operators
  if (c >= 0xE0000 && c <= 0xE007F) return Treatment::kDrop;  // tags
  return Treatment::kKeep;
}

// Writes cleaned text at the end of `out`, holding back white space until something follows it.
class Cleaner {
 public:
  Cleaner(std::string& out, bool keep_newlines) : out_(out), keep_newlines_(keep_newlines) {}

  void add(std::string_view raw) {
    size_t at = 0;
    while (at < raw.size()) {
      const auto byte = static_cast<uint8_t>(raw[at]);
      if (byte > ' ' && byte < 0x7F) {
        size_t end = at + 1;
        while (end < raw.size() && raw[end] > ' ' && raw[end] < 0x7F) ++end;
        flush_space();
        out_.append(raw.substr(at, end - at));
        at = end;
        continue;
      }
      const DecodedCharacter character = decode_character(raw, at);
      add_character(character, raw.substr(at, character.size));
      at += character.size;
    }
  }

 private:
  void add_character(DecodedCharacter character, std::string_view bytes) {
    switch (treatment_of(character.value)) {
      case Treatment::kDrop: return;
      case Treatment::kNewline: newline_ = true; return;
      case Treatment::kSpace: space_ = true; return;
      case Treatment::kKeep: break;
    }
    flush_space();
    if (character.valid)
      out_.append(bytes);
    else
      append_character(out_, character.value);
  }

  void flush_space() {
    if (!space_ && !newline_) return;
    if (out_.size() > start_) out_.push_back(newline_ && keep_newlines_ ? '\n' : ' ');
    space_ = newline_ = false;
  }

  std::string& out_;
  const bool keep_newlines_;
  const size_t start_ = out_.size();
  bool space_ = false;
  bool newline_ = false;
};

uint32_t offset(size_t at) { return static_cast<uint32_t>(at); }

}  // namespace

std::string clean_text(std::string_view raw, bool keep_newlines) {
  std::string out;
  out.reserve(raw.size());
  Cleaner cleaner(out, keep_newlines);
  cleaner.add(raw);
  return out;
}

// Appends `piece` as far as the text may still grow; a shortened span says that something was cut.
ByteSpan TextBuilder::append(std::string_view piece) {
  const size_t start = text_.size();
  const size_t room = limits::kTextBytesMax > start ? limits::kTextBytesMax - start : 0;
  if (piece.size() > room) {
    piece = piece.substr(0, character_border(piece, room));
    truncated_ = true;
  }
  text_.append(piece);
  return {offset(start), offset(text_.size())};
}

void TextBuilder::set_title(std::string_view title) {
  std::string clean = clean_text(title, false);
  if (clean.size() > limits::kTitleBytesMax) {
    clean.resize(character_border(clean, limits::kTitleBytesMax));
    truncated_ = true;
  }
  // The title may come late, or again: what stands in its place goes, and what follows moves.
  size_t old_size = 0;
  if (!sections_.empty() && sections_.front().kind == SectionKind::kTitle) {
    old_size = sections_.front().body.end + kParagraphGap.size();
    sections_.erase(sections_.begin());
  }
  const std::string head = clean.empty() ? std::string() : clean + std::string(kParagraphGap);
  text_.replace(0, old_size, head);
  for (Section& section : sections_) {
    for (ByteSpan* span : {&section.heading, &section.body}) {
      if (span->empty()) continue;
      span->start = offset(span->start - old_size + head.size());
      span->end = offset(span->end - old_size + head.size());
    }
  }
  if (clean.empty()) return;
  Section section;
  section.kind = SectionKind::kTitle;
  section.body = {0, offset(clean.size())};
  sections_.insert(sections_.begin(), std::move(section));
}

void TextBuilder::add_section(SectionKind kind, std::string_view heading, std::string_view body,
                              std::string_view category, uint32_t page, uint8_t level) {
  const std::string clean_body = clean_text(body, true);
  if (clean_body.empty()) return;
  if (sections_.size() >= limits::kSectionsMax || text_.size() >= limits::kTextBytesMax) {
    truncated_ = true;
    return;
  }
  const size_t before = text_.size();
  Section section;
  section.kind = kind;
  section.category = lower_ascii(category);
  section.page = page;
  section.level = level;
  const std::string clean_heading = clean_text(heading, false);
  if (!clean_heading.empty()) {
    section.heading = append(clean_heading);
    append("\n");
  }
  section.body = append(clean_body);
  if (section.body.empty()) {  // no room was left for it
    text_.resize(before);
    return;
  }
  text_.append(kParagraphGap);
  sections_.push_back(std::move(section));
}

std::string_view TextBuilder::last_body() const {
  return sections_.empty() ? std::string_view() : sections_.back().body.of(text_);
}

void TextBuilder::divide_last_section(std::span<const ByteSpan> headings) {
  if (sections_.empty() || headings.empty() || sections_.size() + headings.size() > limits::kSectionsMax)
    return;
  const Section whole = sections_.back();
  sections_.pop_back();
  const auto add = [&](ByteSpan heading, uint32_t from, uint32_t to) {
    while (from < to && is_space(text_[from])) ++from;
    while (from < to && is_space(text_[to - 1])) --to;
    if (from == to) return;
    Section section = whole;
    section.heading = heading;
    section.body = {from, to};
    sections_.push_back(std::move(section));
  };
  add(whole.heading, whole.body.start, whole.body.start + headings.front().start);
  for (size_t i = 0; i < headings.size(); ++i) {
    const ByteSpan heading{whole.body.start + headings[i].start, whole.body.start + headings[i].end};
    const bool last = i + 1 == headings.size();
    add(heading, heading.end, last ? whole.body.end : whole.body.start + headings[i + 1].start);
  }
}

void TextBuilder::finish(Document& document) && {
  document.text = std::move(text_);
  document.sections = std::move(sections_);
}

}  // namespace attest
