#include "reconcile/outcomes/main_statement.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"
#include "reconcile/outcomes/arm_comparisons.h"
#include "reconcile/outcomes/comparison_cues.h"

namespace attest {

Finding main_statement(const Evidence& evidence, const Finding& finding, const std::string& intervention) {
  static constexpr std::string_view kTurns[] = {", although ", ", though ",  ", but ",
                                                "; ",          ", despite ", " despite the use of "};
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  size_t cut = lower.size();
  for (const std::string_view turn : kTurns) cut = std::min(cut, lower.find(turn));
  if (cut >= lower.size()) return finding;
  const auto end = finding.sentence.start + static_cast<uint32_t>(cut);
  const auto ours = [&](const Mention& one) { return is_of_family(evidence, one.id, intervention); };
  const auto stands_before = [&](const Mention& one) { return !one.span.empty() && one.span.end <= end; };
  const bool named = std::any_of(finding.interventions.begin(), finding.interventions.end(),
                                 [&](const Mention& one) { return ours(one) && stands_before(one); });
  const bool other = std::any_of(
      finding.interventions.begin(), finding.interventions.end(),
      [&](const Mention& one) { return !ours(one) && !one.span.empty() && one.span.start >= end; });
  if (!named || (!other && !is_joined(std::string_view(lower).substr(cut)))) return finding;
  Finding main = finding;
  main.sentence.end = end;
  std::erase_if(main.interventions,
                [&](const Mention& one) { return !one.span.empty() && one.span.start >= end; });
  if (!main.comparator.span.empty() && main.comparator.span.start >= end) main.comparator = {};
  return main;
}

}  // namespace attest
