#include "question/verbs_of_complaint.h"

#include "base/one_of.h"

namespace attest {

bool is_verb_of_complaint(std::string_view text, const std::vector<QuestionWord>& words, size_t at) {
  static constexpr std::string_view kVerbs[] = {"burn",   "burns",  "strain", "strains",
                                                "cramps", "swells", "stings"};
  static constexpr std::string_view kDoers[] = {"i", "we", "you", "he", "she", "they", "it", "to"};
  static constexpr std::string_view kTimes[] = {"when",     "since", "after", "if",
                                                "whenever", "while", "during"};
  static constexpr std::string_view kAsking[] = {"are", "have", "has",   "had", "with",
                                                 "for", "of",   "treat", "what"};
  if (!is_one_of(words[at].folded, kVerbs) || at == 0) return false;
  const auto joined = [&](size_t left) {
    const uint32_t from = words[left].span.end;
    return text.substr(from, words[left + 1].span.start - from) == " ";
  };
  if (!joined(at - 1)) return false;
  const std::string& before = words[at - 1].folded;
  if (is_one_of(before, kDoers)) return true;
  // "My skin burns when I…": behind what is not well.
  return !words[at - 1].stop && !is_one_of(before, kAsking) && at + 1 < words.size() && joined(at) &&
         is_one_of(words[at + 1].folded, kTimes) && words[at].folded.ends_with('s');
}

}  // namespace attest
