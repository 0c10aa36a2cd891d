#include "findings/names/longer_names.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/affix.h"
#include "base/one_of.h"

namespace attest {
namespace {

bool is_enzyme(std::string_view word) {
  constexpr size_t kBytesMin = 5;
  static constexpr std::string_view kOthers[] = {"base",    "case",     "chase",    "database", "decrease",
                                                 "disease", "increase", "phase",    "phrase",   "purchase",
                                                 "release", "showcase", "suitcase", "lease"};
  return word.size() >= kBytesMin && word.ends_with("ase") && !is_one_of(word, kOthers);
}

// "Xanthine oxidase", "calcium channel blocking agents", "angiotensin II type 1 receptor antagonists": a
// longer name whose head is an enzyme or a drug against what begins it.
bool begins_longer_name(std::string_view text, std::span<const Token> tokens, size_t next) {
  static constexpr std::string_view kHeads[] = {
      "activator", "activators", "agonist",   "agonists",   "antagonist", "antagonists", "blocker",
      "blockers",  "blocking",   "inhibitor", "inhibitors", "modulator",  "modulators"};
  static constexpr std::string_view kJoining[] = {"and", "or", "plus", "versus", "vs", "with"};
  constexpr size_t kWordsMax = 6;
  for (size_t at = next; at < std::min(tokens.size(), next + kWordsMax); ++at) {
    const uint32_t from = tokens[at - 1].span.end;
    const std::string_view gap = text.substr(from, tokens[at].span.start - from);
    if (gap != " " && gap != "-") return false;
    const std::string& word = tokens[at].folded;
    if (is_one_of(word, kHeads) || is_enzyme(word)) return true;
    if (is_stop_word(word) || is_one_of(word, kJoining)) return false;
  }
  return false;
}

// "Steroid-free remission" is that of people who take none.
bool is_done_without(std::string_view text, std::span<const Token> tokens, size_t end, size_t next) {
  const uint32_t from = tokens[next - 1].span.end;
  return next == end && tokens[next].folded == "free" &&
         text.substr(from, tokens[next].span.start - from) == "-";
}

}  // namespace

bool is_of_longer_name(std::string_view text, std::span<const Token> tokens, size_t end, size_t next,
                       bool treats) {
  if (next == tokens.size()) return false;
  // In the singular, as below: "axis" has lost its last letter.
  static constexpr std::string_view kHeads[] = {
      "abuse",      "abuser",     "agonist",    "analog",    "analogue",     "antagonism",
      "antagonist", "calf",       "calve",      "cattle",    "cow",          "herd",
      "antibody",   "antidote",   "blockade",   "blocker",   "deficiency",   "dependence",
      "dependency", "derivative", "inhibition", "inhibitor", "intoxication", "mimetic",
      "misuse",     "overdose",   "poisoning",  "precursor", "receptor",     "secretagogue",
      "sensitiser", "sensitizer", "withdrawal", "modulator", "blocking",     "axi"};
  std::string head = tokens[next].folded;
  if (head.ends_with("ies")) head.replace(head.size() - 3, 3, "y");
  if (head.ends_with('s') && !head.ends_with("ss")) head.pop_back();
  // What a comma or a full stop parts from the name is no part of it.
  const uint32_t from = tokens[next - 1].span.end;
  const std::string_view gap = text.substr(from, tokens[next].span.start - from);
  if (gap.find_first_of(",;:.") != std::string_view::npos) return false;
  if (std::find(std::begin(kHeads), std::end(kHeads), head) != std::end(kHeads)) return true;
  if (treats && (begins_longer_name(text, tokens, next) || is_done_without(text, tokens, end, next)))
    return true;
  // "Serotonin agents" act on serotonin; "antibiotic agents" are antibiotics.
  static constexpr std::string_view kSubstances[] = {"in", "ine", "gen", "ium"};
  const std::string& name = tokens[end - 1].folded;
  if (head == "agent" && !name.ends_with("statin") && ends_with_one_of(name, kSubstances)) return true;
  // "Insulin-like", "steroid-sparing": only as one word.
  static constexpr std::string_view kJoined[] = {
      "like",        "sparing",     "resistant",  "refractory", "dependent", "naive",
      "sensitising", "sensitizing", "sensitive",  "mimicking",  "releasing", "binding",
      "responsive",  "deficient",   "intolerant", "degrading",  "degrader",  "converting"};
  return next == end && gap == "-" &&
         std::find(std::begin(kJoined), std::end(kJoined), head) != std::end(kJoined);
}

}  // namespace attest
