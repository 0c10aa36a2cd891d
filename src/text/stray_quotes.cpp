#include "text/stray_quotes.h"

#include "base/ascii.h"

namespace attest {
namespace {

bool is_quotation_mark(char c) { return c == '\'' || c == '"'; }

// "Crohn's", "patients' pain": no quotation mark.
bool is_apostrophe(std::string_view words, size_t at) {
  return words[at] == '\'' && at > 0 && (is_letter(words[at - 1]) || is_digit(words[at - 1])) &&
         at + 1 < words.size() && (is_letter(words[at + 1]) || words[at + 1] == ' ');
}

// Whether `words` hold the mark anywhere but at their first or last byte.
bool holds_inside(std::string_view words, char mark) {
  for (size_t at = 1; at + 1 < words.size(); ++at) {
    if (words[at] == mark && !is_apostrophe(words, at)) return true;
  }
  return false;
}

}  // namespace

ByteSpan without_stray_quotes(std::string_view text, ByteSpan sentence) {
  if (sentence.end > text.size() || sentence.end <= sentence.start + 3) return sentence;
  std::string_view words = text.substr(sentence.start, sentence.end - sentence.start);
  // A line's end that was written out, with the mark before it: "\\n' 'Conclusions".
  while (words.size() > 3 && words.starts_with("\\n")) {
    words.remove_prefix(2);
    if (is_quotation_mark(words[0]) && is_space(words[1])) words.remove_prefix(1);
    while (!words.empty() && is_space(words.front())) words.remove_prefix(1);
  }
  if (words.size() <= 3) return sentence;
  // "['" opens a list of sentences, "']" ends it.
  if (words.front() == '[' && is_quotation_mark(words[1])) words.remove_prefix(1);
  if (words.back() == ']' && is_quotation_mark(words[words.size() - 2])) words.remove_suffix(1);
  const char first = words.front();
  const char last = words.back();
  const bool opens = is_quotation_mark(first);
  // Behind a letter it may be an apostrophe.
  const bool ends = is_quotation_mark(last) && !is_letter(words[words.size() - 2]);
  if (opens && !holds_inside(words, first) && (last != first || ends)) {
    words.remove_prefix(1);
    if (last == first) words.remove_suffix(1);
  } else if (ends && !opens && !holds_inside(words, last)) {
    words.remove_suffix(1);
  }
  while (!words.empty() && is_space(words.front())) words.remove_prefix(1);
  while (!words.empty() && is_space(words.back())) words.remove_suffix(1);
  const auto start = static_cast<uint32_t>(words.data() - text.data());
  return {start, start + static_cast<uint32_t>(words.size())};
}

}  // namespace attest
