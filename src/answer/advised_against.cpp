// A patient reads the sentence where it is easy, else who advises against what; that it may hold for some
// only is always said then, since a sentence that is hard to read often says for whom.
#include "answer/advised_against.h"

#include <algorithm>
#include <set>

#include "answer/finding_order.h"
#include "answer/indication.h"
#include "answer/plain_quotes.h"
#include "answer/section_plans.h"
#include "answer/sections.h"
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

struct Advice {
  const Finding* finding;
  const InterventionEvidence* group;
  bool asked;  // of what the question names
};

bool is_asked(const Evidence& evidence, const std::string& intervention) {
  const std::vector<std::string> asked = asked_interventions(evidence);
  return std::any_of(asked.begin(), asked.end(), [&](const std::string& id) {
    return id == intervention || evidence.vocabulary->is_a(intervention, id);
  });
}

// Best first.
std::vector<Advice> collect(const Evidence& evidence,
                            const std::vector<InterventionEvidence>& interventions) {
  std::vector<Advice> found;
  for (const InterventionEvidence& group : interventions) {
    // "Avoid X in people with this condition": X is no treatment of it, but an answer to who asks of X.
    const bool asked = is_asked(evidence, group.id);
    for (const Finding* finding : group.advised_against) {
      // What a body recommended and took back others may still give.
      const bool treats = !group.recommended.empty() || finding->takes_back;
      const bool as_line = cues::line_of_therapy(lower_ascii(evidence.sentence_of(*finding))) > 0;
      if (!asked && !treats && !as_line) continue;
      const AnswerSource& source = evidence.source_of(*finding);
      if (!source.about_condition || source.status.status == PublicationStatus::kSuperseded ||
          finding->background || indication_of(evidence, *finding, group.id).fit == IndicationFit::kOther)
        continue;
      found.push_back({finding, &group, asked});
    }
  }
  std::stable_sort(found.begin(), found.end(), [&](const Advice& a, const Advice& b) {
    return better_finding(evidence, *a.finding, *b.finding);
  });
  return found;
}

// The sentence goes with it: it alone says how far the advice goes.
Statement say_against(const Evidence& evidence, const Advice& advice) {
  const Finding& finding = *advice.finding;
  const AnswerSource& source = evidence.source_of(finding);
  Statement statement = quote_finding(evidence, finding);
  if (evidence.audience != Audience::kClinician) {
    if (is_for_lay_readers(statement.text)) return statement;
    return say_plainly(evidence, finding, *advice.group);
  }
  const std::string sentence = std::move(statement.text);
  statement.quoted = false;
  statement.text = "Advised against: " + advice.group->name + ", by " +
                   source_label(source, statement.computations) + ": “" + sentence + "”";
  return statement;
}

}  // namespace

std::vector<Statement> asked_advised_against(const Evidence& evidence,
                                             const std::vector<InterventionEvidence>& interventions) {
  constexpr size_t kStatements = 2;
  const Intent intent = evidence.question.intent;
  const bool whether = is_treatment_question(evidence.question) || intent == Intent::kEffect ||
                       intent == Intent::kIndication || intent == Intent::kGeneral;
  std::vector<Statement> statements;
  if (!whether) return statements;
  std::set<std::string> told;
  for (const Advice& advice : collect(evidence, interventions)) {
    // What a body no longer gives answers how the condition is treated, too.
    const bool news = is_treatment_question(evidence.question) && advice.finding->takes_back;
    if ((!advice.asked && !news) || !advice.group->recommended.empty() || statements.size() >= kStatements)
      continue;
    if (!told.insert(evidence.source_of(*advice.finding).id).second) continue;
    statements.push_back(say_against(evidence, advice));
    statements.back().of_asked = advice.asked;
  }
  return statements;
}

AnswerSection word_advised_against(const Evidence& evidence,
                                   const std::vector<InterventionEvidence>& interventions) {
  constexpr size_t kStatements = 3;
  AnswerSection section{"advised against", "Advised against", {}};
  std::set<std::string> told;
  for (const Advice& advice : collect(evidence, interventions)) {
    if (section.statements.size() >= kStatements) break;
    Statement statement = evidence.audience == Audience::kClinician
                              ? quote_finding(evidence, *advice.finding)
                              : say_plainly(evidence, *advice.finding, *advice.group);
    statement.of_asked = advice.asked;
    if (told.insert(statement.text).second) section.statements.push_back(std::move(statement));
  }
  return section;
}

}  // namespace attest
