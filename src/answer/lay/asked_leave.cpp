#include "answer/lay/asked_leave.h"

#include <algorithm>

#include "answer/lay/asked_focus.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "question/intents.h"
#include "question/words.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kWho =
    "i|we|he|she|you|they|people|women|men|my|our|someone|kids|children|patients|it";

// What follows the act: on which occasion.
constexpr std::string_view kOccasion =
    "after|with|when|if|while|during|before|on|until|because|without|since";

// Of an act these name nothing.
constexpr std::string_view kEmpty[] = {
    "have",  "had",  "still",  "again", "go",     "going",     "be",         "get",   "the",      "a",
    "an",    "my",   "our",    "your",  "to",     "do",        "take",       "use",   "eat",      "drink",
    "some",  "any",  "more",   "put",   "ever",   "and",       "or",         "in",    "for",      "of",
    "it",    "this", "that",   "give",  "back",   "just",      "now",        "too",   "at",       "her",
    "his",   "him",  "keep",   "start", "make",   "husband",   "wife",       "son",   "daughter", "baby",
    "child", "mum",  "mother", "dad",   "father", "boyfriend", "girlfriend", "safely"};

}  // namespace

bool asks_for_act(const UnderstoodQuestion& question) {
  const std::vector<PlainWord> words = plain_words(question.resolved);
  // "What can I take", "can you die of it", "can I pass it on": of what helps, or of the disease.
  if (matches_pattern(words, "^ what|which|how") ||
      matches_pattern(words, "what|which|how can|could|may|should|must i|we|he|she|they") ||
      !foci_of(question).empty())
    return false;
  const bool asks_leave = matches_pattern(words, "can|could|may|should|must|is i|we|he|she|my|it") &&
                          (matches_pattern(words, "can|could|may|should|must i|we|he|she") ||
                           matches_pattern(words, "ok|okay|safe|allowed to"));
  return asks_leave &&
         !matches_pattern(words,
                          "can|could|may|should|must|to i|we|he|she * "
                          "do|treat~|prevent|avoid|stop|help|manage|ease|cure|get|relieve|tell|know");
}

std::vector<std::string> words_of_act(const UnderstoodQuestion& question) {
  const std::vector<PlainWord> words = plain_words(question.resolved);
  // "How do I look after my wife": what is said to those who care.
  if (matches_pattern(words,
                      "look|looking after * wife|husband|mother|mum|father|dad|partner|son|daughter|parents"))
    return {"carer", "caregiver", "care", "family", "help", "support"};
  // "Can you die of it", "can I pass it on": no act of anybody.
  if (!foci_of(question).empty()) return {};
  // "What can I take", "how can I sleep": of what helps.
  if (matches_pattern(words, "what|which|how|why|where|who|anything|something")) return {};
  std::vector<std::string> act;
  for (size_t at = 0; at + 2 < words.size() && act.empty(); ++at) {
    size_t from = at + 2;
    if (matches_pattern_at(words, at, "ok|okay|safe|allowed|alright|possible to")) {
      if (!matches_pattern(words, "is|it|am|are")) continue;
    } else if (matches_pattern_at(words, at, "still|be|i|we|she able to")) {
      ++from;
    } else if (!(matches_pattern_at(words, at, "can|could|may|should") &&
                 matches_pattern_at(words, at + 1, kWho))) {
      continue;
    }
    // "Can it be cured", "could it be cancer", "can I get rid of it".
    if (matches_pattern_at(words, from,
                           "be|do|treat~|prevent|avoid|stop|help|manage|ease|cure|relieve|tell|know") ||
        matches_pattern_at(words, from, "get rid|better|over|it|help") ||
        matches_pattern_at(words, at + 1, "it"))
      continue;
    for (; from < words.size() && !matches_pattern_at(words, from, kOccasion); ++from) {
      if (!is_one_of(words[from].text, kEmpty) && words[from].text.size() > 2)
        act.push_back(words[from].text);
    }
  }
  return act;
}

bool names_act(const UnderstoodQuestion& question, std::string_view lower) {
  // "On an empty stomach", "with food": of when it is taken.
  static constexpr std::string_view kMeals[] = {"stomach", "food*", "meal*", "eat*", "milk", "breakfast"};
  if (matches_pattern(
          plain_words(question.resolved),
          "take|taken|taking * on|with|without|before|after an|a|my|the|food|meals|eating|milk") &&
      has_any_phrase(lower_ascii(question.resolved), kMeals) && names_treatment(question) &&
      !has_any_phrase(lower, kMeals))
    return false;
  const std::vector<std::string> act = words_of_act(question);
  if (act.empty()) return true;
  const auto begins_so = [&](std::string word) {
    // "Flying" of "fly", "breastfeeding" of "breastfeed", "pregnancy" of "pregnant".
    constexpr size_t kStemMin = 5;
    for (const std::string_view ending : {"ing", "ed", "s", "t"}) {
      if (word.size() >= kStemMin + ending.size() && word.ends_with(ending))
        word.resize(word.size() - ending.size());
    }
    return has_phrase(lower, word + "*");
  };
  // "If you are pregnant" is said to those who are; who asks whether she can be wants to know that.
  static constexpr std::string_view kConceives[] = {
      "get pregnant", "getting pregnant", "become pregnant", "becoming pregnant", "conceiv*",
      "fertil*",      "ovulat*",          "infertil*",       "contracepti*"};
  if (std::find(act.begin(), act.end(), "pregnant") != act.end()) return has_any_phrase(lower, kConceives);
  if (std::any_of(act.begin(), act.end(), begins_so)) return true;
  // By another name: "NSAIDs" of "ibuprofen".
  return std::any_of(question.concepts.begin(), question.concepts.end(), [&](const Concept& asked) {
    const std::string as_asked = lower_ascii(asked.asked_as);
    return std::any_of(act.begin(), act.end(),
                       [&](const std::string& word) { return has_phrase(as_asked, word); }) &&
           std::any_of(asked.variants.begin(), asked.variants.end(), [&](const ConceptVariant& variant) {
             return has_phrase(lower, lower_ascii(variant.words));
           });
  });
}

}  // namespace attest
