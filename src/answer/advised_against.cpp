// A patient reads the sentence where it is easy, else who advises against what; that it may hold for some
// only is always said then, since a sentence that is hard to read often says for whom.
#include "answer/advised_against.h"

#include <algorithm>
#include <set>

#include "answer/finding_order.h"
#include "answer/indication.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "findings/cues.h"

namespace attest {
namespace {

Statement say_plainly(const Evidence& evidence, const Finding& finding, const InterventionEvidence& group) {
  Statement statement = quote_finding(evidence, finding);
  if (easy_to_read(statement.text, finding)) return statement;
  const AnswerSource& source = evidence.source_of(finding);
  const bool as_first = cues::line_of_therapy(lower_ascii(evidence.sentence_of(finding))) == 1;
  statement.quoted = false;
  statement.text = std::string(is_guidance(source) ? "Expert groups advise" : "A published paper advises") +
                   " against " + short_plain_name(evidence, group.id, group.name) +
                   (as_first ? " as the first treatment." : " for some people.");
  return statement;
}

}  // namespace

AnswerSection word_advised_against(const Evidence& evidence,
                                   const std::vector<InterventionEvidence>& interventions) {
  constexpr size_t kStatements = 3;
  AnswerSection section{"advised against", "Advised against", {}};
  struct Advice {
    const Finding* finding;
    const InterventionEvidence* group;
  };
  std::vector<Advice> found;
  for (const InterventionEvidence& group : interventions) {
    // "Avoid X in people with this condition": X is no treatment of it.
    const bool treats = !group.recommended.empty();
    for (const Finding* finding : group.advised_against) {
      const bool as_line = cues::line_of_therapy(lower_ascii(evidence.sentence_of(*finding))) > 0;
      if (!treats && !as_line) continue;
      const AnswerSource& source = evidence.source_of(*finding);
      if (!source.about_condition || source.status.status == PublicationStatus::kSuperseded ||
          finding->background || indication_of(evidence, *finding, group.id).fit == IndicationFit::kOther)
        continue;
      found.push_back({finding, &group});
    }
  }
  std::stable_sort(found.begin(), found.end(), [&](const Advice& a, const Advice& b) {
    return better_finding(evidence, *a.finding, *b.finding);
  });
  std::set<std::string> told;
  for (const Advice& advice : found) {
    if (section.statements.size() >= kStatements) break;
    Statement statement = evidence.audience == Audience::kClinician
                              ? quote_finding(evidence, *advice.finding)
                              : say_plainly(evidence, *advice.finding, *advice.group);
    if (told.insert(statement.text).second) section.statements.push_back(std::move(statement));
  }
  return section;
}

}  // namespace attest
