#include "findings/sentences/told_conclusion.h"

#include <algorithm>
#include <iterator>

#include "base/affix.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kStudies[] = {"study",    "studies",  "trial",         "review",
                                         "analysis", "series",   "meta-analysis", "cohort",
                                         "report",   "overview", "article"};

// "This large randomised trial": behind its last word. Npos where the sentence does not open so.
size_t end_of_study(std::string_view lower) {
  static constexpr std::string_view kOpenings[] = {"this ",
                                                   "our ",
                                                   "the present ",
                                                   "the current ",
                                                   "the results of this ",
                                                   "results of this ",
                                                   "the findings of this ",
                                                   "in conclusion, this ",
                                                   "in summary, this ",
                                                   "conclusion: this ",
                                                   "in this ",
                                                   "in the present ",
                                                   "in our "};
  if (!starts_with_one_of(lower, kOpenings)) return std::string_view::npos;
  constexpr size_t kOpeningMax = 70;
  const std::string_view opening = lower.substr(0, kOpeningMax);
  size_t end = std::string_view::npos;
  for (const std::string_view study : kStudies) {
    const size_t at = opening.find(study);
    if (at == std::string_view::npos || at == 0 || (opening[at - 1] != ' ' && opening[at - 1] != '-'))
      continue;
    if (end == std::string_view::npos || at + study.size() < end) end = at + study.size();
  }
  return end;
}

}  // namespace

size_t start_of_conclusion(std::string_view lower) {
  const size_t study = end_of_study(lower);
  if (study == std::string_view::npos) return study;
  const std::string_view rest = lower.substr(study);
  // "In this trial, X was better than Y".
  if (lower.starts_with("in ") && rest.starts_with(", ")) return study;
  static constexpr std::string_view kShows[] = {"shows that",
                                                "showed that",
                                                "show that",
                                                "has shown that",
                                                "have shown that",
                                                "suggests that",
                                                "suggest that",
                                                "suggested that",
                                                "demonstrates that",
                                                "demonstrated that",
                                                "demonstrate that",
                                                "indicates that",
                                                "indicate that",
                                                "indicated that",
                                                "confirms that",
                                                "confirmed that",
                                                "confirm that",
                                                "found that",
                                                "finds that",
                                                "find that",
                                                "reveals that",
                                                "revealed that",
                                                "reveal that",
                                                "concludes that",
                                                "concluded that",
                                                "provides evidence that",
                                                "provided evidence that",
                                                "supports that",
                                                "establishes that",
                                                "we found that",
                                                "we conclude that",
                                                "found",
                                                "shows",
                                                "demonstrates",
                                                "demonstrated",
                                                "showed"};
  constexpr size_t kNear = 90;
  const std::string_view near = rest.substr(0, kNear);
  size_t start = std::string_view::npos;
  for (const std::string_view words : kShows) {
    const size_t at = near.find(words);
    if (at == std::string_view::npos || at == 0 || near[at - 1] != ' ') continue;
    if (near.substr(0, at).ends_with(" to ")) continue;  // "was designed to show that"
    const size_t end = at + words.size();
    if (end < near.size() && near[end] != ' ') continue;
    start = std::min(start, study + end);
  }
  constexpr std::string_view kThat = " that";
  if (start < lower.size() && lower.substr(start).starts_with(kThat)) start += kThat.size();
  return start;
}

bool tells_of_itself(std::string_view lower) {
  constexpr size_t kOpeningMax = 70;
  static constexpr std::string_view kOwnKind[] = {"review",   "study",     "trial",   "series",
                                                  "article",  "cohort",    "survey",  "report",
                                                  "analysis", "consensus", "abstract"};
  return (lower.starts_with("this ") || lower.starts_with("in this ") || lower.starts_with("it is a")) &&
         has_any_phrase(lower.substr(0, kOpeningMax), kOwnKind);
}

}  // namespace attest
