#include "question/said_to_act.h"

#include <string>

#include "base/affix.h"
#include "base/ascii.h"
#include "question/asked_outcome.h"
#include "text/phrases.h"

namespace attest {

bool is_said_to_act(std::string_view question, std::string_view words) {
  static constexpr std::string_view kAsking[] = {"does ", "do ", "can ", "could ", "will ", "would ", "did "};
  const std::string lower = lower_ascii(question);
  if (words.empty() || !starts_with_one_of(lower, kAsking)) return false;
  const AskedOutcome asked = asked_outcome(question);
  const size_t at = find_phrase(lower, lower_ascii(words));
  if (asked.words.empty() || at == std::string_view::npos || at + words.size() >= asked.behind) return false;
  // "Does duloxetine for melancholic people": whom, or what it is a part of.
  static constexpr std::string_view kToOthers[] = {"for", "in", "of", "among", "during", "after"};
  return !has_any_phrase(std::string_view(lower).substr(0, at), kToOthers);
}

}  // namespace attest
