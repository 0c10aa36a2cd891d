#include "answer/lines/asked_treatment.h"

#include <algorithm>

#include "answer/lines/advised_against.h"
#include "answer/sections.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "evidence/indication.h"
#include "findings/names/combinations.h"
#include "question/intents.h"
#include "question/words.h"
#include "reconcile/outcomes/plain_results.h"

namespace attest {

bool asks_for_advice(const UnderstoodQuestion& question) {
  const std::vector<PlainWord> words = plain_words(question.resolved);
  return matches_pattern(words, "^ should") ||
         matches_pattern(words, "^ is|are * recommended|advised|indicated") ||
         matches_pattern(words, "do|does|is|are * recommend|advise|recommended|advised");
}

bool is_of_asked(const Evidence& evidence, const std::vector<std::string>& asked, const std::string& id) {
  const auto is_asked = [&](const std::string& one) {
    return std::any_of(asked.begin(), asked.end(), [&](const std::string& wanted) {
      return wanted == one || evidence.vocabulary->is_a(one, wanted);
    });
  };
  const std::vector<std::string> parts = parts_of_combination(id);
  return is_asked(id) || std::any_of(parts.begin(), parts.end(), is_asked);
}

std::optional<Statement> advice_on_asked(const Evidence& evidence, const PertinenceReader& reader,
                                         const std::vector<std::string>& asked) {
  if (asked.empty()) return std::nullopt;
  constexpr size_t kLookedAt = 12;
  const SectionPlan plan{"recommendations", "", {FindingKind::kRecommendation}, kLookedAt};
  for (const Finding* finding : findings_for(evidence, reader, plan, asked)) {
    const std::string lower = lower_ascii(evidence.sentence_of(*finding));
    if (finding->background || points_back(lower)) continue;
    for (const Mention& one : finding->interventions) {
      if (!is_of_asked(evidence, asked, one.id)) continue;
      const AdviceStatement* advice = advice_on(*finding, one.id);
      if (advice == nullptr && line_said_of(*finding, one.id) == 0) continue;
      if (advice != nullptr && advice->against && !advises_against_use(lower)) continue;
      const Indication told = indication_of(evidence, *finding, one.id);
      if (told.fit == IndicationFit::kOther || told.other_people) continue;
      if (std::optional<Statement> statement = word_for_audience(evidence, *finding, one.id))
        return statement;
      break;
    }
  }
  return std::nullopt;
}

}  // namespace attest
