// A list of options does not say which of them comes first; a single sentence above it does, whatever it
// says. So one leads only where it answers the question by itself: advice of a guideline or review for the
// condition as it was asked, else what a review of its treatment found; then what is said of a kind of it.
// A single trial leads where its treatment is the only option, or is asked about. Else nothing leads.
#include "answer/lines/unranked_first.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "answer/choice/pertinence.h"
#include "answer/lines/cited_finding.h"
#include "answer/sections.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "evidence/indication.h"
#include "evidence/narrower_titles.h"
#include "findings/cues.h"
#include "findings/effects/null_results.h"
#include "findings/sentences/told_conclusion.h"
#include "reconcile/outcomes/serious_harms.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr uint8_t kTitleNames = 3;
constexpr uint8_t kSentenceNames = 2;
constexpr size_t kLeadingMax = 2;

// What leads to a statement, and is none: an aim, a count of trials, what a text holds.
bool tells_no_result(std::string_view lower) {
  static constexpr std::string_view kAims[] = {"we evaluated",
                                               "we aimed",
                                               "we assessed",
                                               "we investigated",
                                               "we studied",
                                               "we examined",
                                               "we tested",
                                               "we sought",
                                               "we compared",
                                               "aim of",
                                               "aims of",
                                               "aimed to",
                                               "purpose of",
                                               "objective*",
                                               "to evaluate",
                                               "to assess",
                                               "to determine",
                                               "to investigate",
                                               "to examine",
                                               "to compare",
                                               "were identified",
                                               "were found that",
                                               "was undertaken",
                                               "were reviewed",
                                               "is reviewed",
                                               "are reviewed",
                                               "is unclear",
                                               "is uncertain",
                                               "be evaluated",
                                               "be investigated",
                                               "insufficient",
                                               "no evidence",
                                               "not known",
                                               "both agents",
                                               "both drugs",
                                               "both groups",
                                               "both treatments",
                                               "cost",
                                               "costs",
                                               "cost-effective*",
                                               "are needed",
                                               "is needed",
                                               "cannot be",
                                               "as follows",
                                               "remains to be",
                                               "one trial",
                                               "one study",
                                               "one small",
                                               "single trial",
                                               "single trials",
                                               "a single",
                                               "little evidence",
                                               "limited evidence",
                                               "none of",
                                               "neither",
                                               "worse",
                                               "less effective",
                                               "might be",
                                               "increased use",
                                               "better access",
                                               "similar figures",
                                               "similar results",
                                               "similar findings"};
  if (has_any_phrase(lower, kAims) || cues::announces_study(lower) || cues::who_was_studied(lower))
    return true;
  static constexpr std::string_view kTexts[] = {"document",  "guideline", "guidelines", "article",
                                                "paper",     "review",    "chapter",    "statement",
                                                "consensus", "authors",   "manuscript"};
  static constexpr std::string_view kHolds[] = {"contain*",  "summari*", "discuss*", "present*", "provide*",
                                                "describe*", "address*", "outlin*",  "updat*",   "focus*",
                                                "detailed",  "cover*",   "evaluat*", "examin*"};
  return has_any_phrase(lower, kTexts) && has_any_phrase(lower, kHolds);
}

// "Miller 1989 found that…": what one of the studies of a review found.
bool tells_of_one_study(std::string_view sentence) {
  const size_t space = sentence.find(' ');
  if (space == std::string_view::npos || !is_upper(sentence.front())) return false;
  const std::string_view next = sentence.substr(space + 1, 4);
  return next.size() == 4 && (next.starts_with("19") || next.starts_with("20")) && is_digit(next[2]) &&
         is_digit(next[3]);
}

// "This review suggests that X is effective" points at nothing but its own source.
bool points_to_others(std::string_view lower) {
  return points_back(lower) && start_of_conclusion(lower) == std::string_view::npos;
}

// "Therapy" stands for what the title names: read alone the sentence names nothing.
bool is_named_by_kind(std::string_view lower) {
  static constexpr std::string_view kKinds[] = {"therapy",   "treatment",    "treatments",
                                                "therapies", "drug",         "drugs",
                                                "group",     "intervention", "interventions"};
  return is_one_of(lower, kKinds);
}

enum class Strength : uint8_t { kGuidance, kReview, kOther, kNarrowGuidance, kNarrowReview, kNarrowOther };

Strength as_narrower(Strength strength) {
  switch (strength) {
    case Strength::kGuidance: return Strength::kNarrowGuidance;
    case Strength::kReview: return Strength::kNarrowReview;
    default: return Strength::kNarrowOther;
  }
}

bool is_urgent(std::string_view lower) {
  static constexpr std::string_view kUrgent[] = {"emergenc*", "crisis", "crises", "urgen*"};
  return has_any_phrase(lower, kUrgent);
}

bool is_on_treatment(std::string_view title) {
  static constexpr std::string_view kTreats[] = {"treat*",   "therap*", "manag*", "intervention*", "for",
                                                 "efficac*", "versus",  "vs",     "effective*"};
  return has_any_phrase(title, kTreats);
}

// "X for hirsutism or acne": what its sentences tell may be of the other.
bool is_of_either(const Finding& finding, const AnswerSource& source) {
  const std::string title = lower_ascii(source.document.record.title);
  return finding.other_subject && (has_phrase(title, "or") || has_phrase(title, "and/or"));
}

class Leaders {
 public:
  Leaders(const Evidence& evidence, const std::vector<TherapyLine>& lines)
      : evidence_(evidence),
        asked_(asked_interventions(evidence)),
        only_one_(lines.size() == 1),
        are_few_(lines.size() <= kLeadingMax) {}

  // How strongly the statement leads; nothing where it does not answer by itself.
  std::optional<Strength> strength(const Finding& finding, const std::string& intervention) const {
    const AnswerSource& source = evidence_.source_of(finding);
    const std::string lower = lower_ascii(evidence_.sentence_of(finding));
    const bool here = finding.condition_match == kSentenceNames;
    if (!here && (source.naming != kTitleNames || is_of_either(finding, source))) return std::nullopt;
    constexpr size_t kLeadingBytesMax = 400;
    const bool later = evidence_.question.line_of_therapy >= 2;
    if (lower.size() > kLeadingBytesMax || (!finding.trigger.empty() && !later)) return std::nullopt;
    if (finding.background || finding.attendance || points_to_others(lower) || tells_no_result(lower) ||
        is_of_other_occasion(evidence_, source))
      return std::nullopt;
    const std::optional<Strength> strength = finding.kind == FindingKind::kRecommendation
                                                 ? of_advice(finding, intervention)
                                                 : of_result(finding, intervention, lower);
    const Indication indication = indication_of(evidence_, finding, intervention);
    // A chapter says of its only treatment whom it is for in its title.
    const bool only_title = indication.by_title && !(only_one_ && is_guidance(source));
    if (!strength || indication.fit == IndicationFit::kOther || only_title) return std::nullopt;
    if (indication.fit == IndicationFit::kAsked && !indication.other_people) return strength;
    // What says itself whom it is for may lead where nothing says it of all.
    if (indication.other_people &&
        (finding.kind != FindingKind::kRecommendation || !here || is_urgent(lower)))
      return std::nullopt;
    return as_narrower(*strength);
  }

 private:
  std::optional<Strength> of_advice(const Finding& finding, const std::string& intervention) const {
    const AnswerSource& source = evidence_.source_of(finding);
    const AdviceStatement* advice = advice_on(finding, intervention);
    const bool advised = line_said_of(finding, intervention) == 1 || (advice != nullptr && !advice->against);
    static constexpr std::string_view kForSome[] = {
        "may be recommended", "in certain",   "in some",  "in selected", "may need", "sometimes", "in rare",
        "if needed",          "occasionally", "may also", "also may"};
    const std::string lower = lower_ascii(evidence_.sentence_of(finding));
    if (!advised || !finding.trigger.empty() || has_any_phrase(lower, kForSome)) return std::nullopt;
    if (advises(source) || is_guidance(source)) return Strength::kGuidance;
    if (source.appraisal.design == StudyDesign::kSystematicReview) return Strength::kReview;
    return finding.condition_match == kSentenceNames ? std::optional<Strength>(Strength::kOther)
                                                     : std::nullopt;
  }
  std::optional<Strength> of_result(const Finding& finding, const std::string& intervention,
                                    std::string_view lower) const {
    const AnswerSource& source = evidence_.source_of(finding);
    const bool here = finding.condition_match == kSentenceNames;
    if (finding.kind == FindingKind::kDose) {
      // Of many doses in a chapter none comes before the others.
      return advises(source) && are_few_ ? std::optional<Strength>(Strength::kGuidance) : std::nullopt;
    }
    if (finding.kind != FindingKind::kRate && finding.kind != FindingKind::kEffect) return std::nullopt;
    const bool good = finding.direction == Direction::kFavours ||
                      (finding.direction == Direction::kUnstated && cues::tells_direction(lower) &&
                       !find_null(lower).found());
    if (!good) return std::nullopt;
    if (advises(source) && source.naming == kTitleNames) return Strength::kReview;
    const bool named =
        std::any_of(finding.interventions.begin(), finding.interventions.end(), [&](const Mention& one) {
          return one.id == intervention && finding.sentence.contains(one.span) &&
                 !is_named_by_kind(lower.substr(one.span.start - finding.sentence.start, one.span.size()));
        });
    if (!named || tells_of_one_study(evidence_.sentence_of(finding))) return std::nullopt;
    const std::string title = lower_ascii(source.document.record.title);
    if (source.appraisal.design == StudyDesign::kSystematicReview)
      return here || is_on_treatment(title) ? std::optional<Strength>(Strength::kReview) : std::nullopt;
    if (!here) return std::nullopt;
    const bool overview = source.appraisal.design == StudyDesign::kReview && source.naming == kTitleNames &&
                          is_on_treatment(title);
    const bool tested = source.appraisal.design == StudyDesign::kRandomisedTrial &&
                        std::any_of(source.title_interventions.begin(), source.title_interventions.end(),
                                    [&](const Mention& one) { return one.id == intervention; });
    return overview || is_asked(intervention) || (tested && only_one_)
               ? std::optional<Strength>(Strength::kOther)
               : std::nullopt;
  }
  bool is_asked(const std::string& intervention) const {
    return std::find(asked_.begin(), asked_.end(), intervention) != asked_.end();
  }

  const Evidence& evidence_;
  std::vector<std::string> asked_;
  bool only_one_;
  bool are_few_;
};

struct Leading {
  Strength strength = Strength::kNarrowOther;
  const Statement* statement = nullptr;
  const Finding* finding = nullptr;
  const std::string* intervention = nullptr;
};

}  // namespace

std::vector<Statement> unranked_first(const Evidence& evidence, const std::vector<TherapyLine>& lines) {
  const Leaders leaders(evidence, lines);
  std::vector<Leading> leading;
  for (const TherapyLine& line : lines) {
    if (line.rank > 1 && evidence.question.line_of_therapy < 2)
      continue;  // what comes after something else is no answer before it
    Leading best;
    for (const Statement& statement : line.statements) {
      if (statement.citations.empty()) continue;
      const Finding* finding = cited_finding(evidence, statement.citations.front());
      if (finding == nullptr) continue;
      const auto strength = leaders.strength(*finding, line.intervention_id);
      if (!strength || (best.statement != nullptr && *strength >= best.strength)) continue;
      best = {*strength, &statement, finding, &line.intervention_id};
    }
    if (best.statement != nullptr) leading.push_back(best);
  }
  std::stable_sort(leading.begin(), leading.end(),
                   [](const Leading& a, const Leading& b) { return a.strength < b.strength; });
  std::vector<Statement> statements;
  std::vector<std::string> told;
  for (const Leading& one : leading) {
    if (told.size() >= kLeadingMax || one.strength != leading.front().strength) break;
    if (std::find(told.begin(), told.end(), one.statement->text) != told.end()) continue;
    const Finding* harm = serious_harm_beside(evidence, evidence.source_of(*one.finding), *one.intervention);
    std::optional<Statement> warning;
    if (harm != nullptr && harm != one.finding) {
      warning = word_for_audience(evidence, *harm, *one.intervention);
      if (!warning) continue;  // a benefit is not told without it
      warning->of_asked = true;
    }
    told.push_back(one.statement->text);
    statements.push_back(*one.statement);
    if (warning) statements.push_back(std::move(*warning));
  }
  return statements;
}

bool options_answer(const UnderstoodQuestion& question, const std::vector<TherapyLine>& lines) {
  // One treatment that nobody calls first is no list of options.
  constexpr std::ptrdiff_t kOptionsMin = 2;
  const bool of_others =
      std::any_of(lines.begin(), lines.end(), [](const TherapyLine& line) { return line.of_others; });
  return is_treatment_question(question) && question.line_of_therapy != 1 && !of_others &&
         (std::any_of(lines.begin(), lines.end(), [](const TherapyLine& line) { return line.rank > 0; }) ||
          std::count_if(lines.begin(), lines.end(),
                        [](const TherapyLine& line) { return !line.statements.empty(); }) >= kOptionsMin);
}

}  // namespace attest
