#include "answer/choice/torn_results.h"

#include <algorithm>
#include <iterator>

#include "base/affix.h"
#include "text/phrases.h"

namespace attest {

bool is_torn_result(std::string_view lower) {
  static constexpr std::string_view kPointing[] = {"this ", "these ", "those ", "such ", "the same "};
  static constexpr std::string_view kMeant[] = {"result*",  "effect*",      "difference*", "improvement*",
                                                "benefit*", "reduction*",   "increase*",   "decrease*",
                                                "risk*",    "association*", "outcome*",    "change*",
                                                "rate*",    "value*",       "trend*",      "finding*"};
  static constexpr std::string_view kConcluding[] = {"suggest*",   "show*",       "indicat*", "support*",
                                                     "confirm*",   "demonstrat*", "impl*",    "provid*",
                                                     "establish*", "reveal*"};
  const bool points = starts_with_one_of(lower, kPointing);
  if (!points) return false;
  constexpr size_t kOpeningWords = 4;
  constexpr size_t kConclusionBytes = 70;
  size_t end = 0;
  for (size_t words = 0; words < kOpeningWords && end < lower.size(); ++words) {
    const size_t space = lower.find(' ', end);
    end = space == std::string_view::npos ? lower.size() : space + 1;
  }
  return has_any_phrase(lower.substr(0, end), kMeant) &&
         !has_any_phrase(lower.substr(0, std::min(kConclusionBytes, lower.size())), kConcluding);
}

}  // namespace attest
