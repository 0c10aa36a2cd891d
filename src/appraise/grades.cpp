// A grade is taken as stated, never translated. Found are the forms in use: GRADE (strength of the
// recommendation and quality or certainty of the evidence), levels with roman or arabic numbers and letter
// grades of societies.
#include "appraise/grades.h"

#include <cctype>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

namespace {

constexpr std::string_view kAnchors[] = {
    "strong recommendation",       "conditional recommendation",  "weak recommendation",
    "high-quality evidence",       "high quality evidence",       "moderate-quality evidence",
    "low-quality evidence",        "very low-quality evidence",   "moderate quality of evidence",
    "high quality of evidence",    "low quality of evidence",     "very low quality of evidence",
    "high-certainty evidence",     "moderate-certainty evidence", "low-certainty evidence",
    "very low-certainty evidence", "high certainty evidence",     "moderate certainty evidence",
    "low certainty evidence",      "certainty of evidence",       "certainty of the evidence was",
    "quality of the evidence was", "moderate quality evidence",   "low quality evidence",
};

bool is_level_character(char c) { return c == 'I' || c == 'V' || c == 'X' || (c >= '1' && c <= '5'); }

// "Level I, Grade A", "level 2b", "Grade B recommendation", "GRADE 1B": returns the end, or `at` when none.
size_t match_level(std::string_view text, size_t at) {
  size_t i = at;
  const auto skip_word = [&](std::string_view word) {
    if (lower_ascii(text.substr(i, word.size())) != word) return false;
    i += word.size();
    return true;
  };
  if (skip_word("level of evidence ") || skip_word("evidence level ") || skip_word("level ")) {
    const size_t from = i;
    while (i < text.size() && i - from < 3 &&
           (is_level_character(text[i]) || (i > from && text[i] >= 'a' && text[i] <= 'c')))
      ++i;
    if (i == from || (i < text.size() && is_letter_or_digit(text[i]))) return at;
    const size_t after_level = i;
    if (skip_word(", ") && skip_word("grade ") && i < text.size() && text[i] >= 'A' && text[i] <= 'D')
      return i + 1;
    return after_level;
  }
  if (skip_word("grade ")) {
    const size_t from = i;
    if (i < text.size() && (text[i] == '1' || text[i] == '2') && i + 1 < text.size()) ++i;
    if (i < text.size() && text[i] >= 'A' && text[i] <= 'D') ++i;
    if (i == from || (i < text.size() && is_letter_or_digit(text[i]))) return at;
    return i;
  }
  return at;
}

}  // namespace

std::vector<StatedGrade> find_grades(std::string_view text) {
  std::vector<StatedGrade> grades;
  const std::string lower = lower_ascii(text);
  const auto add = [&](size_t start, size_t end) {
    const ByteSpan span{static_cast<uint32_t>(start), static_cast<uint32_t>(end)};
    for (const StatedGrade& known : grades) {
      if (known.span.overlaps(span)) return;
    }
    StatedGrade grade;
    grade.text = std::string(text.substr(start, end - start));
    const size_t near = start > 80 ? start - 80 : 0;
    const std::string_view around = std::string_view(text).substr(near, 200);
    if (around.find("GRADE") != std::string_view::npos)
      grade.system = "GRADE";
    else if (lower.find("oxford", near) < end + 120 || around.find("OCEBM") != std::string_view::npos)
      grade.system = "OCEBM";
    else if (lower.compare(start, 5, "level") == 0)
      grade.system = "society";
    grade.span = span;
    grades.push_back(std::move(grade));
  };
  for (const std::string_view anchor : kAnchors) {
    for (size_t at = find_phrase(lower, anchor); at != std::string_view::npos;
         at = find_phrase(lower, anchor, at + 1)) {
      // Widen to the bracket that holds the whole statement, when there is one close by.
      const size_t open = text.rfind('(', at);
      const size_t close = text.find(')', at);
      constexpr size_t kBracketBytesMax = 120;
      if (open != std::string_view::npos && close != std::string_view::npos &&
          close - open < kBracketBytesMax &&
          text.substr(open, at - open).find(')') == std::string_view::npos) {
        add(open + 1, close);
      } else {
        add(at, at + anchor.size());
      }
    }
  }
  for (size_t i = 0; i < text.size(); ++i) {
    const bool word_start = i == 0 || !is_letter_or_digit(text[i - 1]);
    if (!word_start || (lower[i] != 'l' && lower[i] != 'g' && lower[i] != 'e')) continue;
    const size_t end = match_level(text, i);
    if (end > i) {
      add(i, end);
      i = end;
    }
  }
  return grades;
}

}  // namespace attest
