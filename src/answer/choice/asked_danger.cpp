#include "answer/choice/asked_danger.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kAsksDanger[] = {"dangerous", "danger",           "dangers", "serious", "fatal",
                                            "deadly",    "lethal",           "kill",    "kills",   "die",
                                            "dying",     "life threatening", "bad"};
constexpr std::string_view kDangers[] = {
    "death*",   "died",      "die",           "dies",      "dying",     "fatal*",      "mortality",
    "lethal",   "deadly",    "surviv*",       "dangerous", "serious*",  "threatening", "life expectancy",
    "lifespan", "life span", "complication*", "lead to",   "leads to",  "can cause",   "may cause",
    "damage*",  "failure",   "harmless",      "benign",    "prognosis", "outlook",     "emergency"};
// Of other deaths: of vermin and cells, of those who were left out, and sentences on what is planned.
constexpr std::string_view kOtherDeaths[] = {
    "mites", "lice", "larvae",    "cell death", "killer",      "withdr*",       "excluded",
    "aim",   "aims", "objective", "to assess",  "to evaluate", "to investigate"};

}  // namespace

bool asks_for_danger(const UnderstoodQuestion& question) {
  return question.intent == Intent::kPrognosis && has_any_phrase(lower_ascii(question.resolved), kAsksDanger);
}

bool may_answer_danger(const UnderstoodQuestion& question, const Finding& finding, std::string_view lower) {
  if (!asks_for_danger(question)) return true;
  if (has_any_phrase(lower, kOtherDeaths)) return false;
  size_t told = std::string_view::npos;
  for (const std::string_view danger : kDangers) told = std::min(told, find_phrase(lower, danger));
  // What stands before it does it, or keeps it off: "warfarin lowered mortality".
  return told != std::string_view::npos &&
         std::none_of(finding.interventions.begin(), finding.interventions.end(), [&](const Mention& one) {
           return !one.span.empty() && !one.is_control && one.span.start < finding.sentence.start + told;
         });
}

}  // namespace attest
