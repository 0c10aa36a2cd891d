// MEDLINE and the databases that copy it append notes in brackets to a title. They are read from the end: a
// bracket is a note when it starts as notes do. A translated title stands in brackets as a whole; its last
// note is the language. A number glued to a note is an identifier that got lost there.
#include "document/title_notes.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"

namespace attest {
namespace {

// How notes start, in lower case; what may follow in the bracket is a citation or nothing.
constexpr std::string_view kNoteStarts[] = {
    "see comment",
    "comment",
    "published erratum",
    "erratum",
    "corrected",
    "retracted",
    "retraction",
    "update of",
    "update in",
    "updated in",
    "summary for",
    "republished",
    "reprint",
    "letter",
    "editorial",
    "systematic review",
    "review",
    "protocol",
    "proceeding",
    "clinical conference",
    "news",
    "abstract",
    "author's transl",
    "original",
    "in process citation",
    "summary in",
    "patient education",
};

constexpr std::string_view kLanguages[] = {
    "russian", "german",  "french",    "japanese",  "italian",    "chinese",  "czech",  "dutch",
    "polish",  "spanish", "hungarian", "bulgarian", "swedish",    "serbian",  "danish", "norwegian",
    "finnish", "korean",  "turkish",   "hebrew",    "portuguese", "romanian", "slovak", "ukrainian",
};

std::string_view trimmed_end(std::string_view text) {
  while (!text.empty() && (is_space(text.back()) || text.back() == '.')) text.remove_suffix(1);
  return text;
}

// "36 refs", "1 ref".
bool counts_references(std::string_view inside) {
  size_t digits = 0;
  while (digits < inside.size() && is_digit(inside[digits])) ++digits;
  return digits != 0 && (inside.substr(digits) == " refs" || inside.substr(digits) == " ref");
}

bool is_note(std::string_view inside, bool translated) {
  const std::string lower = lower_ascii(inside);
  if (counts_references(lower)) return true;
  if (translated && std::find(std::begin(kLanguages), std::end(kLanguages), lower) != std::end(kLanguages))
    return true;
  return std::any_of(std::begin(kNoteStarts), std::end(kNoteStarts), [&](std::string_view start) {
    if (!lower.starts_with(start)) return false;
    // "[commentary on the trial]" of an author is longer than the word; "comments" is not.
    const std::string_view rest = std::string_view(lower).substr(start.size());
    return rest.empty() || !is_letter(rest.front()) || rest == "s" || rest.starts_with("s ");
  });
}

}  // namespace

TitleParts split_title(std::string_view title) {
  const bool translated = title.starts_with('[');
  size_t end = title.size();  // of what is left as title
  for (;;) {
    std::string_view left = trimmed_end(title.substr(0, end));
    std::string_view before_digits = left;
    while (!before_digits.empty() && is_digit(before_digits.back())) before_digits.remove_suffix(1);
    if (before_digits.ends_with(']')) left = before_digits;
    if (!left.ends_with(']')) break;
    // A citation in the note may have brackets of its own.
    size_t depth = 0;
    size_t open = left.size();
    while (open > 0) {
      --open;
      if (left[open] == ']') ++depth;
      if (left[open] == '[' && --depth == 0) break;
    }
    if (depth != 0 || open == 0) break;  // all of it is the title
    if (!is_note(left.substr(open + 1, left.size() - open - 2), translated)) break;
    end = open;
  }
  if (end == title.size()) return {title, {}};
  const std::string_view notes = title.substr(end);
  std::string_view own = title.substr(0, end);
  while (!own.empty() && is_space(own.back())) own.remove_suffix(1);
  return {own, notes};
}

}  // namespace attest
