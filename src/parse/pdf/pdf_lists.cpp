// Where the entries of a list begin. Their lines stand as close as those of a paragraph, and a hanging indent
// looks like the indent of a new one; what tells them is what they begin with. Numbers must run on from 1,
// each by one, in one form: a line of prose that happens to begin with "12." is no entry. A list of
// references without numbers has its entries at the edge of the column, and what they go on with indented.
#include <algorithm>
#include <array>
#include <charconv>

#include "base/affix.h"
#include "base/ascii.h"
#include "base/white_space.h"
#include "parse/pdf/pdf_layout.h"

namespace attest::pdf {

namespace {

constexpr size_t kEntryLinesMax = 14;  // more stand between headings that are numbered
constexpr size_t kHangingMin = 2;      // entries, and lines that they go on with

enum class Form : uint8_t { kStop, kRound, kSquare, kBoth, kRaised, kBare, kNone };
constexpr size_t kForms = static_cast<size_t>(Form::kNone);

struct Label {
  Form form = Form::kNone;
  uint32_t number = 0;
};

// "1. ", "1) ", "[1] ", "(1) ", a raised 1, "1 Smith".
Label label_of(const Line& line) {
  const std::string_view text = trimmed(line.text);
  size_t at = 0;
  const char open = text.empty() ? '\0' : text.front();
  if (open == '[' || open == '(') ++at;
  uint32_t number = 0;
  const auto read = std::from_chars(text.data() + at, text.data() + text.size(), number);
  const auto end = static_cast<size_t>(read.ptr - text.data());
  if (read.ec != std::errc() || end == at || end - at > 3 || end >= text.size()) return {};
  const bool spaced = end + 1 < text.size() && text[end + 1] == ' ';
  const auto of = [&](Form form) { return Label{form, number}; };
  if (open == '[') return text[end] == ']' ? of(Form::kSquare) : Label{};
  if (open == '(') return text[end] == ')' && spaced ? of(Form::kBoth) : Label{};
  if (!line.raised.empty() && line.raised.front().start == 0 && line.raised.front().end == end)
    return of(Form::kRaised);
  if (text[end] == '.' && spaced) return of(Form::kStop);
  if (text[end] == ')' && spaced) return of(Form::kRound);
  if (text[end] == ' ' && end + 1 < text.size() && is_upper(text[end + 1])) return of(Form::kBare);
  return {};
}

bool begins_with_bullet(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kBullets = {"•", "▪", "●", "◦", "‣", "○", "■"};
  return starts_with_one_of(text, kBullets);
}

bool is_reference_heading(std::string_view text) {
  std::string lower = lower_ascii(trimmed(text));
  while (!lower.empty() && (lower.back() == ':' || lower.back() == '.')) lower.pop_back();
  const size_t letters = lower.find_first_not_of("0123456789. ");
  if (letters == std::string::npos) return false;
  lower.erase(0, letters);
  return lower == "references" || lower == "bibliography" || lower == "literature" ||
         lower == "works cited" || lower == "literature cited" || lower == "reference list" ||
         lower == "sources";
}

bool ends_entry(std::string_view text) {
  text = trimmed(text);
  return !text.empty() && (text.back() == '.' || text.back() == ')' || is_digit(text.back()));
}

// The lines of all pages in reading order, without heads and feet.
std::vector<Line*> body_lines(std::vector<PageLines>& pages) {
  std::vector<Line*> lines;
  for (PageLines& page : pages) {
    for (Line& line : page.lines) {
      if (!line.is_head_or_foot) lines.push_back(&line);
    }
  }
  return lines;
}

void mark_chain(const std::vector<Line*>& lines, const std::vector<size_t>& chain, Form form) {
  const size_t enough = form == Form::kBare || form == Form::kRaised ? 3 : 2;
  if (chain.size() < enough) return;
  for (size_t i = 0; i < chain.size(); ++i) {
    const Line& first = *lines[chain[i]];
    const bool last = i + 1 == chain.size();
    const size_t end = last ? std::min(lines.size(), chain[i] + kEntryLinesMax) : chain[i + 1];
    lines[chain[i]]->starts_paragraph = true;
    if (end - chain[i] > kEntryLinesMax) continue;
    for (size_t k = chain[i] + 1; k < end; ++k) {
      Line& line = *lines[k];
      if (last && (line.set_apart || line.x0 - line.left <= first.x0 - first.left)) break;
      if (!line.set_apart) line.starts_paragraph = false;
    }
  }
}

void mark_numbered(const std::vector<Line*>& lines) {
  for (size_t form = 0; form < kForms; ++form) {
    std::vector<size_t> chain;
    uint32_t next = 1;
    for (size_t i = 0; i < lines.size(); ++i) {
      const Label label = label_of(*lines[i]);
      if (label.form != static_cast<Form>(form)) continue;
      if (label.number == 1 && next != 1) {
        mark_chain(lines, chain, label.form);
        chain.clear();
        next = 1;
      }
      if (label.number != next) continue;
      chain.push_back(i);
      ++next;
    }
    mark_chain(lines, chain, static_cast<Form>(form));
  }
}

// "Smith AB,", "Di Trapani G (2000)", "Smith, A. B."
bool begins_with_author(std::string_view text) {
  text = trimmed(text);
  size_t at = 0;
  constexpr size_t kNameWordsMax = 3;
  for (size_t words = 0; words < kNameWordsMax; ++words) {
    size_t end = at;
    size_t capitals = 0;
    while (end < text.size() && (is_letter_byte(text[end]) || text[end] == '-' || text[end] == '\'')) {
      capitals += is_upper(text[end]) ? 1 : 0;
      ++end;
    }
    if (end == at || end >= text.size()) return false;
    const bool initials = words > 0 && capitals == end - at && end - at <= 3;
    if (initials) return text[end] == ',' || text[end] == '.' || text.substr(end).starts_with(" (");
    if (words == 0 && !is_upper(text[at]) && is_ascii(text[at])) return false;
    if (text[end] == ',' && text.substr(end).size() > 3 && is_upper(text[end + 2]) && text[end + 3] == '.')
      return true;
    if (text[end] != ' ') return false;
    at = end + 1;
  }
  return false;
}

// Below the heading of a list without numbers: entries that hang have their first line at the edge of the
// column; those that do not begin with an author after what ends an entry.
void mark_unnumbered(const std::vector<Line*>& lines) {
  size_t first = lines.size();
  for (size_t i = 0; i < lines.size(); ++i) {
    if (is_reference_heading(lines[i]->text)) first = i + 1;
  }
  if (first >= lines.size()) return;
  size_t end = first;
  const auto is_heading = [&](const Line& line) { return line.font_size > 1.15F * lines[first]->font_size; };
  while (end < lines.size() && !is_heading(*lines[end])) ++end;
  const auto hangs = [](const Line& line) { return line.x0 > line.left + 0.6F * line.font_size; };
  size_t at_edge = 0, hanging = 0, ended_at_edge = 0, ended_hanging = 0;
  for (size_t i = first + 1; i < end; ++i) {
    const bool ended = ends_entry(lines[i - 1]->text);
    (hangs(*lines[i]) ? hanging : at_edge) += 1;
    if (ended) (hangs(*lines[i]) ? ended_hanging : ended_at_edge) += 1;
  }
  // With indents of first lines, what begins an entry is what is indented.
  const bool entries_hang =
      at_edge >= kHangingMin && hanging >= kHangingMin && ended_at_edge * hanging > ended_hanging * at_edge;
  if (!entries_hang) {
    for (size_t i = first + 1; i < end; ++i) {
      const bool author = begins_with_author(lines[i]->text);
      if (author && ends_entry(lines[i - 1]->text)) lines[i]->starts_paragraph = true;
    }
    return;
  }
  for (size_t i = first; i < end; ++i) lines[i]->starts_paragraph = !hangs(*lines[i]);
}

}  // namespace

void mark_list_entries(std::vector<PageLines>& pages) {
  const std::vector<Line*> lines = body_lines(pages);
  mark_unnumbered(lines);
  mark_numbered(lines);
  for (Line* line : lines) {
    if (begins_with_bullet(trimmed(line->text))) line->starts_paragraph = true;
  }
}

}  // namespace attest::pdf
