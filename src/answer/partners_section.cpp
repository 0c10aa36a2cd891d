#include "answer/partners_section.h"

#include <string_view>
#include <vector>

#include "answer/choice/finding_order.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "text/phrases.h"
#include "text/readability.h"

namespace attest {

AnswerSection partners_section(const Evidence& evidence) {
  static constexpr std::string_view kPeople[] = {"partner*", "couple*", "carer*",  "caregiver*",
                                                 "spouse*",  "husband", "consent", "family members"};
  constexpr size_t kStatements = 3;
  AnswerSection section{"partners", "Partners and carers", {}};
  std::vector<const Finding*> found;
  for (const AnswerSource& source : evidence.sources) {
    if (!evidence.reports_evidence(source) || !source.about_condition) continue;
    for (const Finding& finding : source.findings) {
      const bool background = finding.kind == FindingKind::kMethod || finding.background;
      if (background || finding.condition_match == 0) continue;
      const std::string_view sentence = evidence.sentence_of(finding);
      if (!has_any_phrase(lower_ascii(sentence), kPeople) || !easy_to_read(sentence, finding)) continue;
      found.push_back(&finding);
    }
  }
  for (const Finding* finding : pick_findings(evidence, found, kStatements))
    section.statements.push_back(quote_finding(evidence, *finding));
  return section;
}

}  // namespace attest
