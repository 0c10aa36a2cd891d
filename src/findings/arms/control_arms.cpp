#include "findings/arms/control_arms.h"

#include <algorithm>
#include <string>
#include <vector>

#include "findings/names/mentions.h"

namespace attest {
namespace {

bool any_of_words(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A sign or the start of the text stands right before the token, so that no word belongs to it from there.
bool opens_part(std::string_view text, const Token& token) {
  size_t at = token.span.start;
  while (at > 0 && text[at - 1] == ' ') --at;
  return at == 0 || std::string_view(",;:(.").find(text[at - 1]) != std::string_view::npos;
}

}  // namespace

void add_control_arms(Vocabulary& vocabulary, Stemmer& stemmer) {
  struct Control {
    const char* id;
    const char* name;
    const char* plain_name;
    std::vector<std::string> names;
  };
  // Placebo and usual care have the ids of the thesaurus: who asks about them asks about these arms.
  const Control controls[] = {
      {"attest:placebo",
       "placebo",
       "",
       {"placebo", "dummy pill", "placebo pill", "placebo tablet", "placebo capsule", "placebo group",
        "placebo arm", "inactive tablet"}},
      {"control:sham",
       "sham treatment",
       "",
       {"sham", "sham feedback", "sham treatment", "sham therapy", "sham procedure", "sham stimulation",
        "sham group", "simulated treatment"}},
      {"attest:standard-care",
       "usual care",
       "the usual care",
       {"usual care", "standard care", "standard of care", "standard therapy", "standard treatment",
        "conventional treatment", "conventional therapy", "routine care", "care as usual",
        "treatment as usual", "other care", "non-biofeedback treatment", "other treatment"}},
      {"control:waiting-list",
       "waiting list",
       "a waiting list",
       {"waiting list", "wait list", "waitlist", "waiting list control"}},
      {"control:none",
       "no treatment",
       "",
       {"no treatment", "untreated", "no intervention", "untreated group"}},
      // Of a control group only its sentence knows what it was given.
      {"control:group",
       "control group",
       "the control group",
       {"control", "control group", "control arm", "control patient", "control subject",
        "control participant", "control individual", "control women", "control men", "control children"}},
      {"control:vehicle", "vehicle", "", {"vehicle", "vehicle group"}},
  };
  for (const Control& control : controls) {
    VocabularyEntry entry{control.id, control.name, control.plain_name, ConceptRole::kIntervention, true, {}};
    vocabulary.add(std::move(entry), control.names, stemmer);
  }
}

bool stands_for_arm(std::string_view text, std::span<const Token> tokens, size_t first, size_t end) {
  const std::string_view word = tokens[first].folded;
  const std::string_view before = first > 0 ? std::string_view(tokens[first - 1].folded) : std::string_view();
  const std::string_view behind =
      end < tokens.size() ? std::string_view(tokens[end].folded) : std::string_view();
  if (word == "vehicle" || word == "vehicles") return before != "motor" && behind != "accidents";
  if (!word.starts_with("control")) return true;
  if (word != "control" && word != "controls") return false;  // "controlled", "controlling"
  static constexpr std::string_view kOpposed[] = {"versus", "vs", "v", "than"};
  static constexpr std::string_view kLinks[] = {
      "the",       "a",      "in",    "and",  "or",  "of",      "to",    "than", "with",    "from",
      "for",       "by",     "among", "both", "its", "between", "while", "v",    "whereas", "but",
      "untreated", "versus", "vs",    "our",  "on",  "two",     "one",   "as"};
  const bool linked = opens_part(text, tokens[first]) || any_of_words(before, kLinks);
  if (end - first > 1) return word == "control" && linked;
  if (word == "controls") {
    // "It eases pain and controls the bleeding" has a verb.
    static constexpr std::string_view kObjects[] = {"the",   "a",    "an",    "this",
                                                    "these", "your", "their", "its"};
    return linked && !any_of_words(behind, kObjects);
  }
  // "Control" alone: what something is set against.
  const std::string_view earlier =
      first > 1 ? std::string_view(tokens[first - 2].folded) : std::string_view();
  const bool compared = (before == "with" || before == "to") && earlier == "compared";
  return (compared || any_of_words(before, kOpposed)) && behind != "of";
}

}  // namespace attest
