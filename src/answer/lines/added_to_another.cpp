#include "answer/lines/added_to_another.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/affix.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

bool is_added_to_another(const Evidence& evidence, const Finding& finding, const std::string& intervention) {
  static constexpr std::string_view kAdded[] = {"add-on",      "adjunct*", "rescue",
                                                "addition to", "added to", "complement to"};
  // "Are recommended as alternative treatments": alternatives to what is first.
  static constexpr std::string_view kInstead[] = {"as alternative", "as alternatives", "as an alternative",
                                                  "as possible alternatives", "as a possible alternative"};
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  // "As a complement to drugs, X…".
  static constexpr std::string_view kOpenings[] = {"as a complement to", "as complement to",
                                                   "as an adjunct to", "as adjuncts to"};
  if (starts_with_one_of(lower, kOpenings)) return true;
  for (const Mention& mention : finding.interventions) {
    if (mention.id != intervention || mention.span.empty() || !finding.sentence.contains(mention.span))
      continue;
    const size_t start = mention.span.start - finding.sentence.start;
    const size_t end = mention.span.end - finding.sentence.start;
    size_t next = std::min(lower.find_first_of(";:", end), lower.size());
    for (const Mention& other : finding.interventions) {
      if (other.id != intervention && other.span.start >= mention.span.end)
        next = std::min<size_t>(next, other.span.start - finding.sentence.start);
    }
    constexpr size_t kBefore = 26;
    std::string_view before = std::string_view(lower).substr(0, start);
    before = before.substr(before.size() - std::min(before.size(), kBefore));
    before = before.substr(before.find_last_of(",;:.") + 1);
    if (has_any_phrase(std::string_view(lower).substr(end, next - end), kAdded) ||
        has_any_phrase(before, kAdded))
      return true;
    if (line_said_of(finding, intervention) == 0 &&
        has_any_phrase(std::string_view(lower).substr(end), kInstead))
      return true;
  }
  return false;
}

}  // namespace attest
