// Guidelines that advise differently of one intervention for the same condition, people and limits. Of two
// texts of one body the newer stands; the older is named as replaced by it.
#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "answer/choice/finding_order.h"
#include "answer/disagreements/disagreement_kinds.h"
#include "answer/disagreements/stated_advice.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "evidence/indication.h"
#include "text/phrases.h"

namespace attest {

namespace {

constexpr size_t kAdviceSideMax = 2;

struct BodyAdvice {
  const AnswerSource* source = nullptr;
  std::string body;
  Advice advice;
};

bool same_body(const BodyAdvice& a, const BodyAdvice& b) { return !a.body.empty() && a.body == b.body; }

// Advice on a class and advice on one of its members are not about the same thing.
bool differ(const Advice& a, const Advice& b) {
  return a.intervention == b.intervention && a.conditions == b.conditions &&
         (a.against != b.against || a.firmness * b.firmness < 0);
}

ComparedSource compared(const Advice& advice) {
  ComparedSource source;
  source.finding = advice.finding;
  return source;
}

Statement quote(const Evidence& evidence, const Advice& advice, const std::string& id) {
  return side_statement(evidence, *advice.finding, id);
}

std::string stance(const Advice& advice) {
  std::string how = advice.firmness > 0 ? "strong" : advice.firmness < 0 ? "conditional" : "";
  if (how.empty()) return advice.against ? "advises against it" : "recommends it";
  return how + (advice.against ? " advice against it" : " recommendation");
}

std::string name_of(const Evidence& evidence, const Advice& advice) {
  const VocabularyEntry* entry = evidence.vocabulary->find_id(advice.intervention);
  if (entry != nullptr) return name_for(evidence, entry->id, entry->name);
  for (const Mention& mention : advice.finding->interventions) {
    if (mention.id == advice.intervention) return name_for(evidence, mention.id, mention.name);
  }
  return advice.intervention;
}

// Of each body the newest text; where an older one says otherwise, that is told.
std::vector<BodyAdvice> keep_newest(const Evidence& evidence, std::vector<BodyAdvice> all,
                                    const std::string& id, std::vector<Disagreement>& found) {
  std::set<std::string> told;
  std::set<std::pair<const AnswerSource*, std::string>> replaced;
  for (const BodyAdvice& old : all) {
    for (const BodyAdvice& recent : all) {
      if (!same_body(old, recent) || old.advice.intervention != recent.advice.intervention ||
          old.source->appraisal.year == 0 || old.source->appraisal.year >= recent.source->appraisal.year)
        continue;
      replaced.emplace(old.source, old.advice.intervention);
      if (!differ(old.advice, recent.advice) || !told.insert(old.body + old.advice.intervention).second)
        continue;
      Disagreement disagreement;
      disagreement.about =
          fmt::format("What {} says of {} has changed", old.body, name_of(evidence, old.advice));
      disagreement.sides.push_back({fmt::format("{}, the newer, which stands: {}",
                                                recent.source->appraisal.year, stance(recent.advice)),
                                    {quote(evidence, recent.advice, id)}});
      disagreement.sides.push_back(
          {fmt::format("{}, {}: {}", old.source->appraisal.year, kReplacedSide, stance(old.advice)),
           {quote(evidence, old.advice, id)}});
      disagreement.likely_reasons.push_back(fmt::format("newer text of the same body ({} v {})",
                                                        recent.source->appraisal.year,
                                                        old.source->appraisal.year));
      found.push_back(std::move(disagreement));
    }
  }
  std::erase_if(all, [&](const BodyAdvice& one) {
    return replaced.contains({one.source, one.advice.intervention});
  });
  return all;
}

using About = std::pair<std::string_view, std::string_view>;  // around the name of what is advised
using Chosen = std::function<bool(const Advice&)>;

// The first pair, one of each kind, whose limits are the same.
std::optional<Disagreement> oppose(const Evidence& evidence, const std::vector<BodyAdvice>& all,
                                   const std::string& id, const About& about,
                                   const std::pair<std::string, Chosen>& first,
                                   const std::pair<std::string, Chosen>& second) {
  for (const BodyAdvice& a : all) {
    if (!first.second(a.advice)) continue;
    for (const BodyAdvice& b : all) {
      if (!second.second(b.advice) || a.advice.intervention != b.advice.intervention ||
          a.advice.conditions != b.advice.conditions || same_body(a, b) || a.source->study == b.source->study)
        continue;
      Disagreement disagreement;
      disagreement.about = fmt::format("{}{}{}", about.first, name_of(evidence, a.advice), about.second);
      for (const auto& [position, chosen] : {first, second}) {
        DisagreementSide side{position, {}};
        for (const BodyAdvice& one : all) {
          if (chosen(one.advice) && one.advice.intervention == a.advice.intervention &&
              one.advice.conditions == a.advice.conditions && side.statements.size() < kAdviceSideMax)
            side.statements.push_back(quote(evidence, one.advice, id));
        }
        disagreement.sides.push_back(std::move(side));
      }
      disagreement.likely_reasons = study_differences(evidence, compared(a.advice), compared(b.advice));
      return disagreement;
    }
  }
  return std::nullopt;
}

// A guideline calls its advice strong or its evidence high, a review doubts the trials.
std::optional<Disagreement> certainty(const Evidence& evidence, const InterventionEvidence& group) {
  std::vector<const Finding*> graded;
  for (const Finding* finding : group.recommended) {
    const AnswerSource& source = evidence.source_of(*finding);
    const bool high = std::any_of(source.appraisal.grades.begin(), source.appraisal.grades.end(),
                                  [&](const StatedGrade& grade) {
                                    const std::string lower = lower_ascii(grade.text);
                                    return finding->sentence.overlaps(grade.span) &&
                                           (has_phrase(lower, "strong*") || has_phrase(lower, "high*") ||
                                            has_phrase(lower, "grade a") || has_phrase(lower, "level i"));
                                  });
    if (high && source.status.status != PublicationStatus::kSuperseded) graded.push_back(finding);
  }
  std::vector<const Finding*> warnings;
  for (const Finding* finding : group.doubts) {
    const AnswerSource& source = evidence.source_of(*finding);
    if (source.appraisal.design != StudyDesign::kSystematicReview || !source.about_condition) continue;
    const std::string lower = lower_ascii(evidence.sentence_of(*finding));
    if (has_phrase(lower, "risk of bias") || has_phrase(lower, "low certainty") ||
        has_phrase(lower, "low quality") || has_phrase(lower, "low-certainty") ||
        has_phrase(lower, "low-quality") || has_phrase(lower, "certainty of the evidence")) {
      warnings.push_back(finding);
    }
  }
  if (graded.empty() || warnings.empty()) return std::nullopt;
  Disagreement disagreement;
  disagreement.about = "How sure the evidence for " + name_for(evidence, group.id, group.name) + " is";
  DisagreementSide for_it{"graded high by guidelines", {}};
  for (const Finding* finding : pick_findings(evidence, graded, 3))
    for_it.statements.push_back(quote_finding(evidence, *finding));
  DisagreementSide against{"doubted by reviews", {}};
  for (const Finding* finding : pick_findings(evidence, warnings, kAdviceSideMax))
    against.statements.push_back(quote_finding(evidence, *finding));
  disagreement.sides = {std::move(for_it), std::move(against)};
  disagreement.likely_reasons.emplace_back(
      "different questions: the strength of a recommendation is not the risk of bias of the trials behind "
      "it");
  const AnswerSource& review = evidence.source_of(*warnings.front());
  const AnswerSource& guideline = evidence.source_of(*graded.front());
  if (review.appraisal.year != 0 && guideline.appraisal.year > review.appraisal.year) {
    disagreement.likely_reasons.push_back(
        fmt::format("the guideline is newer ({} v {})", guideline.appraisal.year, review.appraisal.year));
  }
  return disagreement;
}

// The advice of all bodies that stands; in `found` what replaced texts of theirs said otherwise.
std::vector<BodyAdvice> standing_advice(const Evidence& evidence, const InterventionEvidence& group,
                                        std::vector<Disagreement>& found) {
  std::vector<BodyAdvice> all;
  for (const AnswerSource& source : evidence.sources) {
    if (source.appraisal.second_hand) continue;
    for (Advice& advice : read_advice(evidence, source, group.id))
      all.push_back({&source, advising_body(source), std::move(advice)});
  }
  all = keep_newest(evidence, std::move(all), group.id, found);
  std::erase_if(
      all, [](const BodyAdvice& one) { return one.source->status.status == PublicationStatus::kSuperseded; });
  return all;
}

}  // namespace

std::vector<const Finding*> advice_against_same(const Evidence& evidence, const InterventionEvidence& group,
                                                const std::vector<const Finding*>& stated) {
  std::vector<const Finding*> against;
  std::vector<Disagreement> ignored;
  std::set<uint32_t> told;
  for (const BodyAdvice& one : standing_advice(evidence, group, ignored)) {
    const Finding& finding = *one.advice.finding;
    if (!one.advice.against || one.advice.intervention != group.id) continue;
    const Indication indication = indication_of(evidence, finding, group.id);
    const std::set<std::string> limits = without_lines(one.advice.conditions);
    const bool clashes = std::any_of(stated.begin(), stated.end(), [&](const Finding* other) {
      const AnswerSource& source = evidence.source_of(*other);
      const std::string body = advising_body(source);
      const Indication told_of = indication_of(evidence, *other, group.id);
      return source.study != one.source->study && (body.empty() || body != one.body) &&
             told_of.fit == indication.fit && told_of.words == indication.words &&
             without_lines(limits_of(evidence, *other)) == limits;
    });
    if (clashes && told.insert(one.source->study).second) against.push_back(&finding);
  }
  return against;
}

std::vector<Disagreement> opposed_advice(const Evidence& evidence, const InterventionEvidence& group) {
  std::vector<Disagreement> found;
  const std::vector<BodyAdvice> all = standing_advice(evidence, group, found);
  auto advice = oppose(evidence, all, group.id, {"Whether to use ", ""},
                       {"recommended", [](const Advice& one) { return !one.against; }},
                       {"advised against", [](const Advice& one) { return one.against; }});
  if (!advice) {
    advice = oppose(
        evidence, all, group.id, {"How firmly ", " is recommended"},
        {"strong recommendation", [](const Advice& one) { return !one.against && one.firmness > 0; }},
        {"conditional recommendation", [](const Advice& one) { return !one.against && one.firmness < 0; }});
  }
  if (!advice) {
    advice = oppose(evidence, all, group.id, {"How sure the evidence for ", " is"},
                    {"high certainty", [](const Advice& one) { return !one.against && one.certainty > 0; }},
                    {"low certainty", [](const Advice& one) { return !one.against && one.certainty < 0; }});
  }
  if (advice) found.push_back(std::move(*advice));
  if (auto doubted = certainty(evidence, group)) found.push_back(std::move(*doubted));
  return found;
}

}  // namespace attest
