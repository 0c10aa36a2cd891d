#include "question/activities.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/one_of.h"

namespace attest {
namespace {

// Words before "to" that ask whether something may be done.
bool asks_leave(std::string_view word) {
  static constexpr std::string_view kLeaves[] = {"safe", "allowed", "ok",   "okay",     "alright",
                                                 "fit",  "return",  "back", "dangerous"};
  return is_one_of(word, kLeaves);
}

// Verbs that say nothing of what is done: the thing stands behind them.
bool is_bare_verb(std::string_view word) {
  static constexpr std::string_view kVerbs[] = {
      "be",  "have",     "get",  "give", "take",   "use",   "stop",   "keep",  "start", "begin",   "resume",
      "try", "continue", "wait", "do",   "go",     "put",   "leave",  "let",   "mix",   "combine", "make",
      "add", "come",     "say",  "call", "change", "treat", "become", "carry", "see",   "using",   "taking"};
  return is_one_of(word, kVerbs);
}

bool is_named(size_t word, const std::vector<FoundName>& names) {
  return std::any_of(names.begin(), names.end(), [word](const FoundName& name) {
    return !name.generic && word >= name.first && word < name.first + name.count;
  });
}

}  // namespace

std::optional<Concept> asked_activity(std::string_view text, const std::vector<QuestionWord>& words,
                                      const std::vector<FoundName>& names) {
  for (size_t i = 0; i + 2 < words.size(); ++i) {
    if (!asks_leave(words[i].folded) || words[i + 1].folded != "to") continue;
    const QuestionWord& verb = words[i + 2];
    if (verb.stop || is_bare_verb(verb.folded) || is_named(i + 2, names)) return std::nullopt;
    Concept activity;
    activity.label = verb.folded;
    activity.asked_as = std::string(verb.span.of(text));
    activity.role = ConceptRole::kOther;
    activity.variants.push_back({verb.folded, {verb.stem}});
    activity.sought = true;
    return activity;
  }
  return std::nullopt;
}

void seek_activities(UnderstoodQuestion& question, const Thesaurus& thesaurus) {
  for (const Thesaurus::Entry* entry : thesaurus.members_of("attest:resuming-activities")) {
    for (Concept& subject : question.concepts) {
      if (subject.thesaurus_id != entry->id) continue;
      subject.sought = true;
      subject.required = true;
    }
  }
}

}  // namespace attest
