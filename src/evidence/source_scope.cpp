#include "evidence/source_scope.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "text/phrases.h"
#include "text/sentences.h"

namespace attest {
namespace {

constexpr size_t kOutOfNothing = std::string_view::npos;

// Where the words start that say what is left out; kOutOfNothing where none do.
size_t left_out_from(std::string_view lower) {
  static constexpr auto kBodies = std::to_array<std::string_view>(
      {"recommendation*", "guideline*", "guidance", "this document", "this statement", "this chapter"});
  static constexpr auto kCues = std::to_array<std::string_view>(
      {"not apply to", "not applicable to", "not address", "not cover", "not intended for", "not include",
       "excluding patients with", "excluding people with", "excluding those with", "outside the scope"});
  if (!has_any_phrase(lower, kBodies)) return kOutOfNothing;
  for (const std::string_view cue : kCues) {
    const size_t at = find_phrase(lower, cue);
    if (at == kOutOfNothing) continue;
    // "X is outside the scope of this guideline": it stands before.
    return cue == "outside the scope" ? 0 : at + cue.size();
  }
  return kOutOfNothing;
}

// "Patients with A or B, and C": each of them by its own words.
std::vector<std::string_view> parts_of_list(std::string_view words) {
  static constexpr std::string_view kLinks[] = {", or ", ", and ", " or ", " and ", " nor ", ", ", "; "};
  std::vector<std::string_view> parts;
  while (!words.empty()) {
    size_t end = words.size();
    size_t next = words.size();
    for (const std::string_view link : kLinks) {
      const size_t at = words.find(link);
      if (at >= end) continue;
      end = at;
      next = at + link.size();
    }
    parts.push_back(words.substr(0, end));
    words = words.substr(next);
  }
  return parts;
}

}  // namespace

bool leaves_out_asked(const UnderstoodQuestion& question, std::string_view text, Stemmer& stemmer) {
  constexpr size_t kScopeBytes = 20'000;  // a guideline says so at its start
  text = text.substr(0, kScopeBytes);
  static constexpr std::string_view kGeneral =
      "patients people persons individuals those treatment management therapy care disease diseases use drug "
      "drugs specific issues already taking scope guideline recommendations class";
  const std::vector<std::string> general = stems_of(kGeneral, stemmer);
  std::set<std::string> asked;
  for (const std::string* words : {&question.asked, &question.resolved, &question.population}) {
    for (std::string& stem : stems_of(*words, stemmer)) asked.insert(std::move(stem));
  }
  for (const ByteSpan sentence : split_sentences(text)) {
    const std::string lower = lower_ascii(sentence.of(text));
    const size_t from = left_out_from(lower);
    if (from == kOutOfNothing) continue;
    for (const std::string_view part : parts_of_list(std::string_view(lower).substr(from))) {
      size_t telling = 0;
      const std::vector<std::string> stems = stems_of(part, stemmer);
      const bool all_asked = std::all_of(stems.begin(), stems.end(), [&](const std::string& stem) {
        if (std::find(general.begin(), general.end(), stem) != general.end()) return true;
        ++telling;
        return asked.contains(stem);
      });
      if (all_asked && telling > 0) return true;
    }
  }
  return false;
}

}  // namespace attest
