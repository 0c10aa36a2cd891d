// Reading one sentence: its quantities, what it names, and from both (with the cue words) its kind. The kinds
// are tried from the most telling sign to the least; a sentence that only describes how a study was done
// stays a kMethod and is never shown as a result.
#include "findings/extract.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/ascii.h"
#include "findings/advice/advice.h"
#include "findings/advice/line_statements.h"
#include "findings/arms/arm_mentions.h"
#include "findings/arms/arms.h"
#include "findings/arms/group_labels.h"
#include "findings/cues.h"
#include "findings/effects/direction.h"
#include "findings/effects/null_results.h"
#include "findings/effects/outcome.h"
#include "findings/effects/told_changes.h"
#include "findings/figures/dose_owners.h"
#include "findings/figures/figure_owners.h"
#include "findings/figures/figure_times.h"
#include "findings/figures/harmful_amounts.h"
#include "findings/figures/rate_outcomes.h"
#include "findings/names/between_names.h"
#include "findings/names/class_members.h"
#include "findings/names/combinations.h"
#include "findings/names/measured.h"
#include "findings/names/populations.h"
#include "findings/names/title_treatment.h"
#include "findings/sentences/prose.h"
#include "findings/sentences/told_conclusion.h"
#include "text/brackets.h"
#include "text/phrases.h"

namespace attest {

namespace {

Mention to_mention(const VocabularyEntry& entry, ByteSpan span) {
  return {entry.id, entry.name, span, entry.is_control};
}

bool is_intervention(const VocabularyEntry& entry) {
  return entry.is_control || entry.role == ConceptRole::kIntervention;
}

// What came before the study, what it asked and how it was done is no evidence, whatever figures and names
// the sentence has. Doses stand in methods, definitions and frequencies in introductions.
FindingKind as_role_allows(FindingKind kind, const SentenceContext& context) {
  constexpr double kEvidenceMin = 0.3;
  constexpr double kSure = 0.5;
  if (context.role.evidence >= kEvidenceMin || context.role.probability < kSure) return kind;
  if (kind == FindingKind::kWarning) return kind;
  switch (context.role.role) {
    case SentenceRole::kAim: return FindingKind::kMethod;
    case SentenceRole::kMethod: return kind == FindingKind::kDose ? kind : FindingKind::kMethod;
    case SentenceRole::kBackground:
      switch (kind) {
        case FindingKind::kRate:
        case FindingKind::kEffect:
        case FindingKind::kDuration:
        case FindingKind::kPredictor:
        case FindingKind::kAccuracy: return FindingKind::kOther;
        default: return kind;
      }
    default: return kind;
  }
}

// "X is reserved for…", "X is a second-line drug", "second-line drugs are X" give X its place and need no
// "recommended". "Second-line therapy with X improved survival" gives a result.
bool states_later_line(const Finding& finding, std::string_view lower) {
  static constexpr std::string_view kByItself[] = {"reserved for", "last resort", "last choice"};
  static constexpr std::string_view kVerbs[] = {"is",          "are",     "be",      "remain*",  "considered",
                                                "regarded as", "used as", "kept as", "serve* as"};
  constexpr size_t kNear = 24;
  return std::any_of(finding.lines.begin(), finding.lines.end(), [&](const LineStatement& said) {
    if (said.line < 2 || said.denied || said.of.empty()) return false;
    const size_t start = said.cue.start - finding.sentence.start;
    const size_t end = said.cue.end - finding.sentence.start;
    if (has_any_phrase(lower.substr(start, end - start), kByItself)) return true;
    const std::string_view before = lower.substr(start - std::min(kNear, start), std::min(kNear, start));
    std::string_view behind = lower.substr(end, kNear);
    behind = behind.substr(0, behind.find_first_of(",;"));
    return has_any_phrase(before.substr(before.find_last_of(",;") + 1), kVerbs) ||
           has_any_phrase(behind, kVerbs) || behind.find(':') != std::string_view::npos;
  });
}

// "X was lower with Y compared with Z", and not what was held against what.
bool tells_result(const Finding& finding, std::string_view lower) {
  if (finding.direction != Direction::kUnstated) return true;
  static constexpr std::string_view kResults[] = {"significantly", "was associated with",
                                                  "were associated with", "resulted in", "led to"};
  return !has_phrase(lower, "whether") && (find_null(lower).found() || has_any_phrase(lower, kResults));
}

FindingKind classify(const Finding& finding, std::string_view lower, const SentenceContext& context) {
  const auto has = [&](QuantityKind kind) {
    return std::any_of(finding.quantities.begin(), finding.quantities.end(),
                       [&](const Quantity& q) { return q.kind == kind; });
  };
  const size_t shown = start_of_conclusion(lower);
  const bool concludes =
      shown < lower.size() && (finding.direction != Direction::kUnstated || cues::tells_direction(lower));
  const bool method = cues::describes_study(concludes ? lower.substr(shown) : lower) ||
                      (has_phrase(lower, "compared with") && !tells_result(finding, lower));
  const bool figures = !finding.rates.empty() || has(QuantityKind::kRatio) ||
                       has(QuantityKind::kDifference) || has(QuantityKind::kPValue);
  const StudyDesign design = context.appraisal->design;
  const bool guidance = design == StudyDesign::kGuideline || design == StudyDesign::kConsensus;

  if (cues::no_information(lower) || !is_prose(finding.sentence.of(context.document->text)))
    return FindingKind::kMethod;
  const bool own_kind = !concludes && tells_of_itself(lower);
  if ((own_kind || (method && lower.starts_with("it tabulates"))) && !figures && !guidance &&
      !has(QuantityKind::kDose) && !cues::line_of_therapy(lower)) {
    return FindingKind::kMethod;
  }
  if (cues::warning_sign(lower)) return FindingKind::kWarning;
  if (has(QuantityKind::kAccuracy)) return FindingKind::kAccuracy;
  // Before advice: "a range that should not be applied to everyone" is about the figure.
  if (cues::prevalence(lower) && (figures || has(QuantityKind::kNumber) || has(QuantityKind::kCount) ||
                                  has(QuantityKind::kRange) || has_phrase(lower, "up to half"))) {
    return FindingKind::kPrevalence;
  }
  // "Tetracycline (not recommended for young children) … 500 mg daily": an aside in a list of doses.
  const bool aside = guidance && has(QuantityKind::kDose) && !gives_advice(without_round_brackets(lower));
  if (gives_advice(lower) && !aside) {
    const bool quoted_elsewhere = method && !guidance && !cues::line_of_therapy(lower);
    if (!quoted_elsewhere) return FindingKind::kRecommendation;
  }
  if (!figures && !method && states_later_line(finding, lower)) return FindingKind::kRecommendation;
  if (cues::uncertainty(lower) && finding.rates.empty()) return FindingKind::kUncertainty;
  if (cues::predictor(lower) && !finding.about_harm) return FindingKind::kPredictor;
  if (finding.about_harm && (figures || has(QuantityKind::kCount) || !method)) return FindingKind::kHarm;
  if (cues::effect_duration(lower) && has(QuantityKind::kDuration)) {
    return finding.rates.empty() ? FindingKind::kDuration : FindingKind::kRate;
  }
  if (!finding.rates.empty() && cues::benefit_outcome(lower)) return FindingKind::kRate;
  if (has(QuantityKind::kRatio) || has(QuantityKind::kDifference)) return FindingKind::kEffect;
  // A dose among results ("recurred in 22 % with 2.5 mg") names an arm and is no dosing.
  const bool result = !finding.rates.empty() || has(QuantityKind::kPValue) || cues::compares(lower);
  const bool in_method = context.role.role == SentenceRole::kMethod && context.role.evidence < 0.5;
  const bool dose = std::any_of(finding.quantities.begin(), finding.quantities.end(), [&](Quantity one) {
    one.span = {one.span.start - finding.sentence.start, one.span.end - finding.sentence.start};
    return one.kind == QuantityKind::kDose && !is_amount_of_harm(lower, one);
  });
  if (dose && !finding.interventions.empty() && (!result || in_method)) return FindingKind::kDose;
  // A sentence that says two directions tells of an effect too.
  const bool directed = finding.direction != Direction::kUnstated || cues::tells_direction(lower);
  if (directed && (cues::compares(lower) || has(QuantityKind::kPValue)) && !(method && !figures)) {
    return FindingKind::kEffect;
  }
  if (cues::definition(lower)) return FindingKind::kDefinition;
  if (cues::tells_diagnosis(lower) && !(method && !figures)) return FindingKind::kDiagnosis;
  if (!finding.rates.empty()) return FindingKind::kRate;
  if (method) return FindingKind::kMethod;
  if (cues::mechanism(lower)) return FindingKind::kMechanism;
  if (directed && !finding.interventions.empty()) return FindingKind::kEffect;
  return FindingKind::kOther;
}

// Its groups are arms: people were allocated to them, and not sorted by what they are.
bool allocates(const Appraisal& appraisal) {
  return appraisal.design == StudyDesign::kRandomisedTrial ||
         appraisal.design == StudyDesign::kNonRandomisedTrial;
}

// "Exclusion criteria were: current use of X": of who may enter a study, not of what helps. A guideline tells
// so who should be treated, and figures make a result of it.
bool tells_who_may_enter(const Finding& finding, std::string_view lower, const SentenceContext& context) {
  const StudyDesign design = context.appraisal->design;
  if (design == StudyDesign::kGuideline || design == StudyDesign::kConsensus ||
      design == StudyDesign::kPatientPage || !finding.rates.empty())
    return false;
  const bool result =
      std::any_of(finding.quantities.begin(), finding.quantities.end(), [](const Quantity& one) {
        return one.kind == QuantityKind::kPValue || one.kind == QuantityKind::kRatio ||
               one.kind == QuantityKind::kDifference;
      });
  return !result && cues::admission(lower);
}

void say_nothing_of_treatment(Finding& finding) {
  finding.kind = FindingKind::kMethod;
  finding.lines.clear();
  finding.line_of_therapy = 0;
  finding.advice.clear();
  finding.strength.clear();
  finding.dose_of.clear();
  finding.trigger.clear();
  finding.trigger_span = {};
}

}  // namespace

std::vector<Mention> title_interventions(const Document& document, const Vocabulary& vocabulary,
                                         Stemmer& stemmer, const LocalNames* local_names) {
  std::vector<Mention> mentions;
  const std::string_view title = document.record.title;
  const std::string lower = lower_ascii(title);
  const std::vector<Token> tokens = tokenize(title);
  for (const VocabularyMatch& match : vocabulary.match(title, tokens, stemmer, local_names)) {
    const VocabularyEntry& entry = vocabulary.entry(match.entry);
    if (is_intervention(entry) && !is_measured(lower, match.span) && !is_excepted(lower, match.span.start))
      mentions.push_back(to_mention(entry, match.span));
  }
  return mentions;
}

std::string people_of_title(std::string_view title) {
  std::vector<std::string> people = people_in(lower_ascii(title));
  return people.size() == 1 ? std::move(people.front()) : std::string();
}

Finding extract_finding(const SentenceContext& context, ByteSpan span, const Vocabulary& vocabulary,
                        Stemmer& stemmer) {
  Finding finding;
  finding.source = context.source;
  finding.sentence = span;
  finding.condition_match = context.condition_match;
  finding.role = context.role;
  const std::string_view sentence = span.of(context.document->text);
  const std::string lower = lower_ascii(sentence);

  const std::vector<Token> tokens = tokenize(sentence);
  std::vector<Mention> named;
  for (const VocabularyMatch& match : vocabulary.match(sentence, tokens, stemmer, context.local_names)) {
    const VocabularyEntry& entry = vocabulary.entry(match.entry);
    if (is_intervention(entry) && !is_measured(lower, match.span) && !is_excepted(lower, match.span.start))
      named.push_back(to_mention(entry, match.span));
  }
  const std::string& title = context.document->record.title;
  insert_in_order(named, mentions_by_group(lower, title, context.title_interventions, named));
  std::vector<Quantity> quantities = find_quantities(sentence);
  const bool accuracy = std::any_of(quantities.begin(), quantities.end(),
                                    [](const Quantity& q) { return q.kind == QuantityKind::kAccuracy; });
  std::vector<Mention> owners = named;
  if (context.for_reader)
    owners = groups_for_reader(sentence, context.appraisal->facts.arms, named, quantities, context.meanings);
  if (!accuracy) finding.rates = attach_rates(sentence, quantities, owners);
  if (std::vector<std::string> people = people_in(lower); !people.empty())
    finding.population = std::move(people.front());
  finding.stated_population = stated_people(sentence, lower);
  finding.hedged = cues::hedged(lower);
  finding.negated = cues::negated(lower);
  finding.about_harm = cues::about_harm(lower);
  finding.attendance = !finding.rates.empty() && cues::attendance(lower);
  const std::vector<Mention> arms = allocates(*context.appraisal) ? with_groups(lower, named) : named;
  finding.direction = read_direction(lower, quantities, arms);
  if (context.for_reader) finding.changes = told_changes(lower, arms);
  if (finding.direction == Direction::kNoDifference) leave_to_chance(finding.changes);
  const std::vector<Mention> things = join_combinations(lower, named);
  finding.lines = read_lines(lower, things);
  for (LineStatement& said : finding.lines) {
    prefer_members(lower, named, vocabulary, said.of);
    if (!said.denied && finding.line_of_therapy == 0) finding.line_of_therapy = said.line;
  }
  finding.advice = read_advice(lower, things);
  for (AdviceStatement& said : finding.advice) {
    if (!said.against) prefer_members(lower, named, vocabulary, said.of);
  }
  finding.strength = std::string(cues::recommendation_strength(lower));

  const cues::Trigger trigger = cues::find_trigger(lower);
  if (trigger.found()) {
    finding.trigger = std::string(sentence.substr(trigger.start, trigger.end - trigger.start));
    finding.trigger_span = {span.start + static_cast<uint32_t>(trigger.start),
                            span.start + static_cast<uint32_t>(trigger.end)};
  }
  if (!finding.rates.empty()) {
    const ByteSpan first = finding.rates.front().span;
    finding.outcome = outcome_words(sentence, first.start, first.end);
    attach_outcomes(lower, owners, finding.rates);
    // One outcome for the finding only where its figures do not count different things.
    if (!holds_for_all(lower, finding.outcome, owners, finding.rates)) finding.outcome.clear();
  }
  // The time that holds for the whole sentence.
  for (const Quantity& quantity : quantities) {
    if (quantity.kind == QuantityKind::kDuration && quantity.follow_up &&
        !is_time_of_condition(lower, quantity)) {
      finding.follow_up = std::string(quantity.span.of(sentence));
      finding.follow_up_days = duration_days(quantity);
      break;
    }
  }

  finding.figures = attach_figures(lower, sentence, quantities, owners, finding.rates);
  finding.dose_of = dose_owners(lower, quantities, named, context.title_interventions);

  // From here on spans are those of the document.
  const auto shift = [&](ByteSpan& local) {
    local.start += span.start;
    local.end += span.start;
  };
  for (Quantity& quantity : quantities) shift(quantity.span);
  finding.quantities = std::move(quantities);
  const auto shift_statement = [&](auto& said) {
    shift(said.clause);
    shift(said.cue);
  };
  std::for_each(finding.lines.begin(), finding.lines.end(), shift_statement);
  std::for_each(finding.advice.begin(), finding.advice.end(), shift_statement);
  for (ArmRate& rate : finding.rates) {
    shift(rate.span);
    if (!rate.arm.span.empty()) shift(rate.arm.span);
  }
  for (AttachedFigure& figure : finding.figures) {
    shift(figure.span);
    if (!figure.arm.span.empty()) shift(figure.arm.span);
    if (!figure.against.span.empty()) shift(figure.against.span);
  }
  for (size_t i = 0; i < named.size(); ++i) {
    Mention& mention = named[i];
    const size_t gap_start = i > 0 ? named[i - 1].span.end - span.start : 0;
    const bool opposed =
        i > 0 && stands_opposed(std::string_view(lower).substr(
                     gap_start, mention.span.start - std::min<size_t>(gap_start, mention.span.start)));
    shift(mention.span);
    if (mention.is_control || opposed) {
      if (finding.comparator.name.empty()) finding.comparator = mention;
      continue;
    }
    const bool in_trigger = trigger.found() && finding.trigger_span.contains(mention.span);
    if (in_trigger) continue;  // what failed before is not what was given
    const bool known = std::any_of(finding.interventions.begin(), finding.interventions.end(),
                                   [&](const Mention& m) { return m.id == mention.id; });
    if (!known) finding.interventions.push_back(mention);
  }
  // What is advised together stands beside its parts, of which the advice says nothing.
  for (Mention thing : things) {
    if (!is_combination(thing.id) ||
        (line_statement_of(finding, thing.id) == nullptr && advice_on(finding, thing.id) == nullptr))
      continue;
    shift(thing.span);
    finding.interventions.push_back(std::move(thing));
  }
  finding.kind = as_role_allows(classify(finding, lower, context), context);
  if (tells_who_may_enter(finding, lower, context)) say_nothing_of_treatment(finding);
  finding.background = context.role.role == SentenceRole::kBackground && context.role.evidence < 0.5;
  // A result sentence of a study of one treatment that does not repeat its name is about that treatment.
  if (finding.interventions.empty() && may_be_of_title(finding, lower)) {
    if (const Mention* treatment =
            treatment_of_title(context.document->record.title, context.title_interventions)) {
      Mention mention = *treatment;
      mention.span = {};
      finding.interventions.push_back(std::move(mention));
    }
  }
  return finding;
}

const char* finding_kind_name(FindingKind kind) {
  switch (kind) {
    case FindingKind::kRecommendation: return "recommendation";
    case FindingKind::kEffect: return "effect";
    case FindingKind::kRate: return "rate";
    case FindingKind::kDose: return "dose";
    case FindingKind::kDuration: return "duration";
    case FindingKind::kPredictor: return "predictor";
    case FindingKind::kHarm: return "harm";
    case FindingKind::kAccuracy: return "accuracy";
    case FindingKind::kPrevalence: return "prevalence";
    case FindingKind::kDefinition: return "definition";
    case FindingKind::kMechanism: return "mechanism";
    case FindingKind::kUncertainty: return "uncertainty";
    case FindingKind::kDiagnosis: return "diagnosis";
    case FindingKind::kMethod: return "method";
    case FindingKind::kWarning: return "warning";
    case FindingKind::kOther: break;
  }
  return "other";
}

const char* outcome_course_name(OutcomeCourse course) {
  switch (course) {
    case OutcomeCourse::kIncreased: return "increased";
    case OutcomeCourse::kDecreased: return "decreased";
    case OutcomeCourse::kImproved: return "improved";
    case OutcomeCourse::kWorsened: return "worsened";
    case OutcomeCourse::kNoDifference: break;
  }
  return "no difference";
}

const char* direction_name(Direction direction) {
  switch (direction) {
    case Direction::kFavours: return "favours";
    case Direction::kNoDifference: return "no difference";
    case Direction::kAgainst: return "against";
    case Direction::kUnstated: break;
  }
  return "not stated";
}

}  // namespace attest
