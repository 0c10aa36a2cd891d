// From the lines of all pages to paragraphs: what needs the whole file to decide.
#include <algorithm>
#include <map>
#include <unordered_set>

#include "base/ascii.h"
#include "base/white_space.h"
#include "parse/pdf/pdf_layout.h"
#include "parse/stream/markup_tree.h"

namespace attest::pdf {

namespace {

constexpr size_t kRepeatPagesMin = 3;  // of a file that has so many
constexpr size_t kKnownWordsMax = 2'000'000;

// Running heads differ by their page number only.
std::string running_form(std::string_view text) {
  std::string out;
  for (const char c : lower_ascii(text)) {
    if (is_digit(c)) {
      if (!out.ends_with('#')) out += '#';
    } else if (c != ' ') {
      out += c;
    }
  }
  return out;
}

bool is_page_number(std::string_view text) {
  const std::string form = running_form(text);
  return form == "#" || form == "page#" || form == "#of#" || form == "page#of#" || form == "-#-" ||
         form == "#/#";
}

std::map<std::string, size_t> margin_lines(const std::vector<PageLines>& pages) {
  std::map<std::string, size_t> pages_with;
  for (const PageLines& page : pages) {
    std::map<std::string, bool> here;
    for (const Line& line : page.lines) {
      if (line.in_margin) here.emplace(running_form(line.text), true);
    }
    for (const auto& [form, present] : here) ++pages_with[form];
  }
  return pages_with;
}

std::string first_word(std::string_view text) {
  size_t end = 0;
  while (end < text.size() && is_letter_byte(text[end])) ++end;
  return std::string(text.substr(0, end));
}

// Length of the hyphen at the end of `text`: "-", U+2010, or a soft hyphen; 0 when there is none.
size_t hyphen_length(std::string_view text) {
  if (text.ends_with("\xC2\xAD")) return 2;
  if (text.ends_with("\xE2\x80\x90")) return 3;
  return text.ends_with('-') ? 1 : 0;
}

// Words and hyphenated words that stand inside lines, in lower case: the file's own dictionary.
class KnownWords {
 public:
  explicit KnownWords(const std::vector<PageLines>& pages) {
    bool divided = false;
    for (const PageLines& page : pages) {
      for (const Line& line : page.lines) {
        // A word cut at a line's end is no evidence of its two parts.
        const std::string_view text = trimmed(line.text);
        const std::string rest = divided ? first_word(text) : std::string();
        add_line(text.substr(rest.size()));
        divided = hyphen_length(text) > 0;
      }
    }
  }
  bool contains(const std::string& word) const { return words_.contains(lower_ascii(word)); }

 private:
  void add_line(std::string_view text) {
    std::string word;
    for (size_t i = 0; i <= text.size(); ++i) {
      const bool inside = i < text.size() && (is_letter_byte(text[i]) || (text[i] == '-' && !word.empty()));
      if (inside) {
        word += text[i];
        continue;
      }
      if (word.size() > 2 && word.back() != '-' && words_.size() < kKnownWordsMax)
        words_.insert(lower_ascii(word));
      word.clear();
    }
  }
  std::unordered_set<std::string> words_;
};

std::string last_word(std::string_view text) {
  size_t at = text.size();
  while (at > 0 && (is_letter_byte(text[at - 1]) || text[at - 1] == '-')) --at;
  return std::string(text.substr(at));
}

void join_line(std::string_view next, const KnownWords& known, std::string& paragraph) {
  const size_t hyphen = hyphen_length(paragraph);
  if (hyphen == 0 || paragraph.size() <= hyphen) {
    if (!paragraph.empty()) paragraph += ' ';
    paragraph += next;
    return;
  }
  const char before = paragraph[paragraph.size() - hyphen - 1];
  const std::string start = last_word(std::string_view(paragraph).substr(0, paragraph.size() - hyphen));
  const std::string end = first_word(next);
  const bool lower_case = !next.empty() && (is_lower(next[0]) || !is_ascii(next[0]));
  if (before == ' ') {
    paragraph += ' ';  // a dash, not a hyphen
  } else if (lower_case && is_letter_byte(before) && !end.empty()) {
    const bool soft = paragraph.ends_with("\xC2\xAD");
    const bool hyphenated_elsewhere = known.contains(start + "-" + end);
    const bool joined_elsewhere = known.contains(start + end);
    // "long-" "term": both parts are words here and the joined form is not.
    const bool compound =
        !joined_elsewhere && start.size() > 2 && known.contains(start) && known.contains(end);
    if (soft || (!hyphenated_elsewhere && !compound)) paragraph.resize(paragraph.size() - hyphen);
  }
  // Before a capital or a digit ("COVID-" "19") the hyphen is the author's.
  paragraph += next;
}

}  // namespace

std::vector<PageText> paragraphs_of_pages(std::vector<PageLines> pages) {
  mark_list_entries(pages);
  const std::map<std::string, size_t> repeated = margin_lines(pages);
  const KnownWords known(pages);
  const size_t enough = std::clamp<size_t>(pages.size(), 2, kRepeatPagesMin);
  const auto is_running = [&](const Line& line) {
    if (!line.in_margin) return false;
    if (is_page_number(line.text)) return true;
    const auto found = repeated.find(running_form(line.text));
    // Left and right pages may carry different heads: a third of the pages is many.
    return found != repeated.end() && found->second >= enough && found->second * 3 >= pages.size();
  };
  std::vector<PageText> out;
  for (const PageLines& page : pages) {
    PageText text{page.number, {}};
    Paragraph paragraph;
    const auto flush = [&] {
      if (!paragraph.text.empty()) text.paragraphs.push_back(std::move(paragraph));
      paragraph = Paragraph();
    };
    for (const Line& line : page.lines) {
      if (is_running(line)) continue;
      if (line.starts_paragraph) flush();
      const std::string_view words = trimmed(line.text);
      if (words.empty()) continue;
      paragraph.is_head_or_foot =
          line.is_head_or_foot && (paragraph.text.empty() || paragraph.is_head_or_foot);
      paragraph.font_size = std::max(paragraph.font_size, line.font_size);
      join_line(words, known, paragraph.text);
      // Where the line's first byte has come to stand.
      const size_t skipped = static_cast<size_t>(words.data() - line.text.data());
      const size_t at = paragraph.text.size() - words.size();
      for (const ByteSpan span : line.raised) {
        if (span.start < skipped || span.end > skipped + words.size()) continue;
        paragraph.raised.push_back({static_cast<uint32_t>(span.start - skipped + at),
                                    static_cast<uint32_t>(span.end - skipped + at)});
      }
    }
    flush();
    out.push_back(std::move(text));
  }
  return out;
}

}  // namespace attest::pdf
