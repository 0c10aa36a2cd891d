#include "answer/lines/cited_finding.h"

#include <algorithm>

#include "findings/names/combinations.h"

namespace attest {

const Finding* cited_finding(const Evidence& evidence, const Citation& citation,
                             std::string_view intervention) {
  for (const AnswerSource& source : evidence.sources) {
    if (source.id != citation.document) continue;
    for (const Finding& finding : source.findings) {
      const bool named =
          intervention.empty() ||
          std::any_of(finding.interventions.begin(), finding.interventions.end(),
                      [&](const Mention& one) { return is_or_has_part(intervention, one.id); });
      if (named && finding.sentence.overlaps(citation.span)) return &finding;
    }
  }
  return nullptr;
}

}  // namespace attest
