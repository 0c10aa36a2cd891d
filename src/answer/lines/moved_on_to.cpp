#include "answer/lines/moved_on_to.h"

#include <algorithm>

#include "text/phrases.h"

namespace attest {

bool is_moved_on_to(const Finding& finding, const Mention& mention, std::string_view lower) {
  bool others = false;
  for (const Mention& one : finding.interventions) {
    if (one.span.empty() || one.is_control || one.span.start < finding.trigger_span.start ||
        one.span.end > finding.trigger_span.end)
      continue;
    if (one.id == mention.id) return false;
    others = true;
  }
  if (others) return true;
  if (mention.span.empty() || mention.span.start < finding.sentence.start) return false;
  static constexpr std::string_view kTo[] = {"switched to", "switch to",   "switching to", "changed to",
                                             "change to",   "replaced by", "replaced with"};
  constexpr size_t kNear = 45;
  const size_t start = std::min<size_t>(mention.span.start - finding.sentence.start, lower.size());
  const size_t from = start > kNear ? start - kNear : 0;
  return has_any_phrase(lower.substr(from, start - from), kTo);
}

}  // namespace attest
