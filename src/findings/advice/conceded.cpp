#include "findings/advice/conceded.h"

#include <algorithm>
#include <iterator>

#include "text/phrases.h"

namespace attest {

bool is_conceded(std::string_view lower, size_t start, size_t end, bool is_line) {
  // "First-line" behind "despite" tells what had been given, which gives others their place.
  static constexpr std::string_view kLast[] = {"last resort", "last choice", "reserved"};
  if (is_line && !has_any_phrase(lower.substr(start, end - start), kLast)) return false;
  std::string_view before = lower.substr(0, start);
  before = before.substr(before.find_last_of(";:") + 1);
  // A list goes on behind its comma.
  static constexpr std::string_view kGoesOn[] = {" including", " such as", " especially", " like"};
  static constexpr std::string_view kDespite[] = {"despite", "in spite of", "notwithstanding"};
  return std::any_of(std::begin(kDespite), std::end(kDespite), [&](std::string_view cue) {
    const size_t at = find_phrase(before, cue);
    if (at == std::string_view::npos) return false;
    for (size_t comma = before.find(',', at); comma != std::string_view::npos;
         comma = before.find(',', comma + 1)) {
      const std::string_view next = before.substr(comma + 1);
      if (std::none_of(std::begin(kGoesOn), std::end(kGoesOn),
                       [&](std::string_view word) { return next.starts_with(word); }))
        return false;
    }
    return true;
  });
}

}  // namespace attest
