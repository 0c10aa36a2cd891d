#include "findings/less_harm.h"

#include <algorithm>
#include <iterator>

#include "text/phrases.h"

namespace attest {

bool tells_of_less_harm(std::string_view lower) {
  static constexpr std::string_view kLess[] = {"reduce",    "reduces",    "reduced",   "reducing",
                                               "reduction", "reductions", "lower",     "lowers",
                                               "lowered",   "decreased",  "decreases", "decrease",
                                               "fewer",     "prevents",   "prevented", "protects against"};
  static constexpr std::string_view kHarms[] = {
      "risk of", "risk for", "rate of",      "rates of",     "incidence of", "complication*", "bleeding",
      "adverse", "toxicity", "side effect*", "side-effect*", "infection*",   "fracture*",     "incontinence"};
  // What else it says may be of a harm.
  static constexpr std::string_view kMore[] = {
      "increas*", "higher",  "more",     "caus*",       "worse*",
      "but",      "however", "although", "while",       "whereas",
      "despite",  "dose",    "doses",    "discontinu*", "stop*",
      "not",      "no",      "fail*",    "withdraw*",   "side effects included"};
  if (has_any_phrase(lower, kMore)) return false;
  constexpr size_t kNext = 48;
  return std::any_of(std::begin(kLess), std::end(kLess), [&](std::string_view less) {
    const size_t at = find_phrase(lower, less);
    return at != std::string_view::npos && has_any_phrase(lower.substr(at + less.size(), kNext), kHarms);
  });
}

}  // namespace attest
