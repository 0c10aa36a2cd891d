// "Group 1 received X", "X (group A)", "group 2 (X; n = 20)": what an abstract says that a numbered group
// got.
#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/arms/group_reader.h"
#include "findings/arms/sentence_pieces.h"
#include "findings/arms/told_groups.h"
#include "text/phrases.h"
#include "text/sentences.h"

namespace attest {
namespace {

constexpr size_t kMeaningBytesMax = 70;
constexpr size_t kTextBytesMax = 6000;  // of a full text its abstract

// The short name behind "group " at `at`, in small letters; empty where none is.
std::string_view label_at(std::string_view text, std::string_view lower, size_t at) {
  size_t end = at;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) || text[end] == '-')) ++end;
  constexpr size_t kLabelMax = 4;
  const std::string_view label = text.substr(at, end - at);
  const bool small = std::any_of(label.begin(), label.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return label.empty() || label.size() > kLabelMax || small ? std::string_view() : lower.substr(at, end - at);
}

std::string_view trimmed_meaning(std::string_view words) {
  static constexpr std::string_view kFirst[] = {"and ",      "or ",      "either ", "the ", "to ",
                                                "of ",       "with ",    "a ",      "an ",  "who ",
                                                "received ", "receive ", "only "};
  for (bool cut = true; cut;) {
    cut = false;
    while (!words.empty() && std::string_view(" ,;:([").find(words.front()) != std::string_view::npos)
      words.remove_prefix(1);
    for (const std::string_view first : kFirst) {
      if (!words.starts_with(first)) continue;
      words.remove_prefix(first.size());
      cut = true;
    }
  }
  while (!words.empty() && std::string_view(" ,;:.").find(words.back()) != std::string_view::npos)
    words.remove_suffix(1);
  const bool open =
      std::count(words.begin(), words.end(), '(') != std::count(words.begin(), words.end(), ')');
  // "The remaining was kept on follow-up": a sentence is no name.
  static constexpr std::string_view kVerbs[] = {" was ",  " were ", " is ",   " are ",  " who ", " had ",
                                                " been ", " did ",  " they ", "remain", " kept "};
  const bool sentence = std::any_of(std::begin(kVerbs), std::end(kVerbs), [&](std::string_view verb) {
    return words.find(verb) != std::string_view::npos;
  });
  const bool figures = words.find_first_of("=<>%") != std::string_view::npos;  // "(p = 0.002) in arm A"
  return open || sentence || figures || words.size() > kMeaningBytesMax ? std::string_view() : words;
}

// Behind the label: "(n = 20) received X".
std::string_view meaning_behind(std::string_view text, std::string_view lower, size_t at) {
  size_t from = at;
  if (lower.substr(from).starts_with(" (")) {
    const size_t close = lower.find(')', from);
    if (close == std::string_view::npos || close > from + kMeaningBytesMax) return {};
    const std::string_view inside = lower.substr(from + 2, close - from - 2);
    if (!inside.starts_with("n ") && !inside.starts_with("n=") && !inside.empty() &&
        is_letter(inside.front()) && inside.find('%') == std::string_view::npos) {
      const size_t end = std::min(inside.find_first_of(";,"), inside.size());
      return trimmed_meaning(text.substr(from + 2, end));
    }
    from = close + 1;
  }
  static constexpr std::string_view kVerbs[] = {" received ",
                                                " was given ",
                                                " were given ",
                                                " was treated with ",
                                                " were treated with ",
                                                " underwent ",
                                                " consisted of ",
                                                " comprised ",
                                                " patients received ",
                                                " got ",
                                                ", treated with ",
                                                ", who received ",
                                                ", received ",
                                                ", receiving ",
                                                " receiving ",
                                                " included ",
                                                " was administered ",
                                                ": ",
                                                ", "};
  for (const std::string_view verb : kVerbs) {
    if (!lower.substr(from).starts_with(verb)) continue;
    if (verb == ", " || verb == ": ") return {};
    from += verb.size();
    static constexpr std::string_view kStops[] = {
        " for ",      " at ",    " daily",    " twice", " every",   " before ", ";",     ", ",     ". ",
        " and group", " while ", " whereas ", " as ",   " during ", " in the ", " per ", " once ", " after "};
    size_t end = std::min(text.size(), from + kMeaningBytesMax + 1);
    for (const std::string_view stop : kStops) end = std::min(end, lower.find(stop, from));
    return trimmed_meaning(text.substr(from, end - from));
  }
  return {};
}

// Before "(group A": "to receive X (group A) or Y (group B)".
std::string_view meaning_before(std::string_view text, std::string_view lower, size_t open) {
  const size_t far = open > kMeaningBytesMax ? open - kMeaningBytesMax : 0;
  size_t from = std::string_view::npos;
  static constexpr std::string_view kStarts[] = {
      ", ",          "; ",     ": ",  ") or ",    ") and ",        " receive ", " either ", " received ",
      " underwent ", " with ", "), ", " versus ", " assigned to ", " given ",   " groups ", " into "};
  for (const std::string_view start : kStarts) {
    const size_t at = lower.substr(0, open).rfind(start);
    if (at == std::string_view::npos || at < far) continue;
    if (from == std::string_view::npos || at + start.size() > from) from = at + start.size();
  }
  if (from == std::string_view::npos || from >= open) return {};
  return trimmed_meaning(text.substr(from, open - from));
}

}  // namespace

std::vector<GroupMeaning> group_meanings(std::string_view text) {
  text = text.substr(0, kTextBytesMax);
  const std::string lower = lower_ascii(text);
  std::vector<GroupMeaning> found;
  for (const std::string_view word : {"group ", "arm "}) {
    for (size_t at = find_phrase(lower, word.substr(0, word.size() - 1)); at != std::string::npos;
         at = find_phrase(lower, word.substr(0, word.size() - 1), at + 1)) {
      const std::string_view label = label_at(text, lower, at + word.size());
      if (label.empty()) continue;
      const bool known = std::any_of(found.begin(), found.end(),
                                     [&](const GroupMeaning& one) { return one.label == label; });
      if (known) continue;
      const bool bracketed = at > 1 && text[at - 1] == '(';
      const std::string_view meaning = bracketed
                                           ? meaning_before(text, lower, at - 1)
                                           : meaning_behind(text, lower, at + word.size() + label.size());
      static constexpr std::string_view kNoMeaning[] = {"and", "or", "was", "were"};
      if (meaning.empty() || is_one_of(meaning, kNoMeaning)) continue;
      found.push_back({std::string(label), std::string(meaning)});
    }
  }
  if (!found.empty()) return found;
  for (const ByteSpan sentence : split_sentences(text)) {
    for (std::string& label : group_labels(sentence.of(text))) {
      static constexpr std::string_view kPlain[] = {"treatment", "intervention", "study",        "active",
                                                    "first",     "second",       "experimental", "drug"};
      const bool numbered = names_group(std::string_view(label).substr(0, label.find(' ')));
      if (numbered || is_one_of(label, kPlain)) return {};  // what it was given is not said
      const bool known = std::any_of(found.begin(), found.end(),
                                     [&](const GroupMeaning& one) { return one.label == label; });
      if (!known) found.push_back({std::move(label), ""});
    }
  }
  return found;
}

}  // namespace attest
