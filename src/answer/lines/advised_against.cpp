// The sentence is quoted to every reader, even in doctors' words: it alone says for whom the advice holds,
// and of which of the treatments that have one name.
#include "answer/lines/advised_against.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "answer/choice/finding_order.h"
#include "answer/choice/section_plans.h"
#include "answer/lay/plain_quotes.h"
#include "answer/sections.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "evidence/indication.h"
#include "findings/cues.h"

namespace attest {
namespace {

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

// To those who are no clinicians: of a list of points it is hard to see which one is meant.
bool may_be_quoted(std::string_view sentence) {
  return may_be_read_by_lay(sentence) && sentence.find("•") == std::string_view::npos;
}

// Best first.
std::vector<Advice> collect(const Evidence& evidence,
                            const std::vector<InterventionEvidence>& interventions) {
  std::vector<Advice> found;
  for (const InterventionEvidence& group : interventions) {
    // "Avoid X", where neither the sentence nor the title names the condition, answers only who asks of X.
    const bool asked = is_asked(evidence, group.id);
    for (const Finding* finding : group.advised_against) {
      // What a body recommended and took back others may still give.
      const bool treats = !group.recommended.empty() || finding->takes_back;
      const bool as_line = cues::line_of_therapy(lower_ascii(evidence.sentence_of(*finding))) > 0;
      const AnswerSource& source = evidence.source_of(*finding);
      const bool of_condition = finding->condition_match == 2 || source.naming == 3;
      if (!asked && !treats && !as_line && !of_condition) continue;
      if (evidence.audience != Audience::kClinician && !may_be_quoted(evidence.sentence_of(*finding)))
        continue;
      if (!source.about_condition || source.status.status == PublicationStatus::kSuperseded ||
          finding->background)
        continue;
      // "X is not recommended" of a guideline on people after surgery is said of nobody else.
      const Indication of = indication_of(evidence, *finding, group.id);
      if (of.fit == IndicationFit::kOther || (of.other_people && !asked)) continue;
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
  if (evidence.audience != Audience::kClinician) return statement;
  const std::string sentence = std::move(statement.text);
  statement.quoted = false;
  statement.text = "Advised against: " + advice.group->name + ", by " +
                   source_label(source, statement.computations) + ": “" + sentence + "”";
  return statement;
}

}  // namespace

bool advises_against_use(std::string_view lower) {
  static constexpr std::string_view kLimits[] = {
      "unless", "unless it is", "unless they are", "if not", "when not", "where not", "could", "was", "were"};
  bool any = false;
  for (const cues::AdviceCue& cue : cues::find_advice(lower)) {
    if (!cue.against) continue;
    any = true;
    std::string_view before = lower.substr(0, cue.start);
    while (before.ends_with(' ')) before.remove_suffix(1);
    const bool limits = std::any_of(std::begin(kLimits), std::end(kLimits), [&](std::string_view words) {
      return before.ends_with(words) &&
             (before.size() == words.size() || before[before.size() - words.size() - 1] == ' ');
    });
    if (!limits) return true;
  }
  return !any;
}

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
    Statement statement = quote_finding(evidence, *advice.finding);
    statement.of_asked = advice.asked;
    if (told.insert(statement.text).second) section.statements.push_back(std::move(statement));
  }
  return section;
}

}  // namespace attest
