#include "answer/lay/asked_focus.h"

#include <algorithm>
#include <span>

#include "question/intents.h"
#include "question/words.h"
#include "text/phrases.h"

namespace attest {
namespace {

struct FocusWords {
  Focus focus;
  std::string_view asked;  // a pattern of question/intents.h
  std::span<const std::string_view> told;
};

constexpr std::string_view kOfDeath[] = {"die",
                                         "dies",
                                         "death*",
                                         "fatal",
                                         "deadly",
                                         "life-threatening",
                                         "surviv*",
                                         "life expectancy",
                                         "lifespan",
                                         "life span",
                                         "life threatening"};
constexpr std::string_view kOfDanger[] = {
    "die",          "dies",     "death*",        "fatal",      "deadly",           "life-threatening",
    "dangerous",    "serious",  "complication*", "lead to",    "leads to",         "damage*",
    "emergency",    "harmless", "not harmful",   "no danger",  "life threatening", "benign",
    "is mild",      "are mild", "usually mild",  "disability", "blindness",        "life expectancy",
    "can be severe"};
constexpr std::string_view kOfUntreated[] = {
    "not treated",        "isn't treated",      "aren't treated",     "untreated",
    "without treatment",  "if left alone",      "is not removed",     "without surgery",
    "left unchecked",     "not controlled",     "is not treated",     "uncontrolled",
    "are not treated",    "delay in treatment", "if you don't treat", "if you do not treat",
    "wait to get treated"};
// What a disease does is what comes of it.
constexpr std::string_view kOfCourse[] = {"lead to", "leads to",  "complication*",
                                          "damage*", "can cause", "may cause"};
constexpr std::string_view kOfGrowth[] = {"outgrow*",  "grow out",  "go away",    "goes away",  "disappear*",
                                          "get older", "adulthood", "gets older", "grow older", "as adults"};
constexpr std::string_view kOfRecovery[] = {"recover*", "get better",   "gets better", "heal*",   "improve*",
                                            "go away",  "rehabilitat*", "goes away",   "regain*", "cured"};
constexpr std::string_view kOfCure[] = {"cure", "cured", "curable", "cures", "remission", "incurable"};
constexpr std::string_view kOfLeaving[] = {"go away",      "goes away",  "gone",
                                           "disappear*",   "clear* up",  "get better",
                                           "gets better",  "lifelong",   "life-long",
                                           "lifetime",     "permanent*", "chronic",
                                           "come back",    "comes back", "comes and goes",
                                           "long-lasting", "recur*",     "last* a long time",
                                           "long-term",    "outgrow*",   "resolve*",
                                           "flare*",       "remission",  "never go",
                                           "last for",     "cured",      "stays in your body",
                                           "for life",     "no cure"};
// Not "progressive multiple sclerosis", which is a name.
constexpr std::string_view kOfWorsening[] = {
    "worse",  "worsen*",    "progressive disease", "progressive disorder", "over time",      "gradually",
    "slowly", "progresses", "progressive loss",    "is progressive",       "progressive and"};
constexpr std::string_view kOfCatching[] = {"contagious",       "spread*",         "pass it",
                                            "pass them",        "passed",          "can catch",
                                            "catch it",         "catch the",       "infectious",
                                            "transmitted",      "transmit",        "person to person",
                                            "passes",           "catching",        "from one person",
                                            "infected partner", "infected person", "pass through the air"};
// Within one body, or of the germ alone.
constexpr std::string_view kOfSpreadWithin[] = {
    "rest of the body",    "parts of the body", "part of the body", "spread to other organs",
    "throughout the body", "genotyping",        "through the body", "to the lungs"};

constexpr FocusWords kFoci[] = {
    {Focus::kDeath, "die|dies|dying|kill|kills|fatal|deadly|terminal|survive|survival|lethal", kOfDeath},
    {Focus::kDanger, "dangerous|danger|dangers|serious|harmful|harmless|worry|worried|worrying", kOfDanger},
    {Focus::kDanger, "how bad", kOfDanger},
    {Focus::kUntreated, "untreated|unchecked", kOfUntreated},
    {Focus::kUntreated, "unattended", kOfCourse},
    {Focus::kUntreated, "not|dont|doesnt|isnt|never|without treat|treated|treating|treatment", kOfUntreated},
    {Focus::kUntreated, "not|never be|being|get|getting treated", kOfUntreated},
    {Focus::kUntreated, "ignore|ignored|ignoring|leave|left it|them", kOfUntreated},
    {Focus::kUntreated, "happens|happen * ignore|ignored|ignoring|leave|left", kOfUntreated},
    {Focus::kGrowsOut, "grow|grows|grown|grew out", kOfGrowth},
    {Focus::kGrowsOut, "outgrow|outgrown", kOfGrowth},
    {Focus::kRecovery, "recover|recovers|heal|heals|improve", kOfRecovery},
    {Focus::kCure, "cure|cured|curable|incurable", kOfCure},
    {Focus::kGoesAway, "go|goes|going|gone away", kOfLeaving},
    {Focus::kGoesAway, "come|comes|coming back", kOfLeaving},
    {Focus::kGoesAway, "permanent|forever|lifelong", kOfLeaving},
    {Focus::kGoesAway, "get|gets|getting better", kOfLeaving},
    {Focus::kGoesAway, "for life", kOfLeaving},
    {Focus::kGoesWorse, "get|gets|getting|become|becomes|grow|grows worse", kOfWorsening},
    {Focus::kGoesWorse, "progress|progresses|worsen|worsens", kOfWorsening},
    {Focus::kCatching, "contagious|catch|catching|infectious|spread|spreads|transmitted|infect", kOfCatching},
    {Focus::kCatching,
     "can|could|will|did|might i|we|you|he|she|they get|have|got it|this|that|them from|by|through",
     kOfCatching},
    {Focus::kCatching, "pass|passed|passing|give * on|to", kOfCatching},
};

}  // namespace

std::vector<Focus> foci_of(const UnderstoodQuestion& question) {
  const std::vector<PlainWord> words = plain_words(question.resolved);
  std::vector<std::pair<size_t, Focus>> found;
  for (const FocusWords& one : kFoci) {
    // "How can I make it go away?" asks for what helps, whatever else its words may tell.
    if (one.focus != Focus::kUntreated && is_treatment_question(question)) continue;
    const bool known =
        std::any_of(found.begin(), found.end(), [&](const auto& other) { return other.second == one.focus; });
    if (known) continue;
    for (size_t at = 0; at < words.size(); ++at) {
      if (!matches_pattern_at(words, at, one.asked)) continue;
      found.emplace_back(at, one.focus);
      break;
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Focus> foci;
  for (const auto& [at, focus] : found) foci.push_back(focus);
  return foci;
}

bool tells_of(Focus focus, std::string_view lower) {
  // "A leading cause of death", "one death every four minutes": how many, not whether somebody will.
  static constexpr std::string_view kCounts[] = {
      "cause of death", "cause of illness", "causes of death", "each year",        "every year",
      "a year",         "minutes",          "worldwide",       "around the world", "the world",
      "deaths in",      "million*",         "death rate"};
  if ((focus == Focus::kDeath || focus == Focus::kDanger) && has_any_phrase(lower, kCounts)) return false;
  if (focus == Focus::kCatching && has_any_phrase(lower, kOfSpreadWithin)) return false;
  // "Many who recover will have another": of what comes after.
  static constexpr std::string_view kAgain[] = {"another", "recurren*", "a second"};
  if (focus == Focus::kRecovery && has_any_phrase(lower, kAgain)) return false;
  // "The mites do not survive more than two days": the germ dies, not who has it.
  static constexpr std::string_view kGerms[] = {
      "mite*", "lice", "larva*", "egg*", "away from", "bacteria survive", "grow and survive"};
  if (focus == Focus::kDeath && has_any_phrase(lower, kGerms)) return false;
  return std::any_of(std::begin(kFoci), std::end(kFoci), [&](const FocusWords& one) {
    return one.focus == focus && has_any_phrase(lower, one.told);
  });
}

double telling_focus(Focus focus, std::string_view lower) {
  if (!tells_of(focus, lower)) return 0;
  constexpr double kTold = 2.2;
  constexpr double kInSoManyWords = 2.9;
  // "Can leave scars" tells less of a danger than "can be fatal".
  static constexpr std::string_view kMild[] = {"can cause", "may cause", "failure"};
  switch (focus) {
    case Focus::kDanger:
      if (tells_of(Focus::kDeath, lower)) return kInSoManyWords;
      return has_any_phrase(lower, kMild) ? kTold - 0.3 : kTold;
    case Focus::kUntreated: return has_any_phrase(lower, kOfUntreated) ? kInSoManyWords : kTold - 0.3;
    case Focus::kDeath:
    case Focus::kCure: return kInSoManyWords;
    case Focus::kCatching: {
      static constexpr std::string_view kDirect[] = {"contagious", "person to person", "from one person",
                                                     "infectious"};
      return has_any_phrase(lower, kDirect) ? kInSoManyWords : kTold;
    }
    default: return kTold;
  }
}

}  // namespace attest
