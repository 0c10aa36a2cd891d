// What was compared is read from the sentence; where it does not say against what, from the title and the
// rest of the source, when these know one comparator only. An unread comparator compares with nothing.
#include "reconcile/outcomes/arm_comparisons.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "evidence/relevance.h"
#include "reconcile/outcomes/alike_arms.h"
#include "reconcile/outcomes/compared_shares.h"
#include "reconcile/outcomes/compared_with.h"
#include "reconcile/outcomes/comparison_cues.h"
#include "reconcile/outcomes/main_statement.h"
#include "reconcile/outcomes/others_results.h"
#include "reconcile/outcomes/outcome_changes.h"
#include "reconcile/outcomes/own_results.h"
#include "reconcile/outcomes/stated_benefit.h"
#include "reconcile/outcomes/worded_outcomes.h"
#include "reconcile/studies/trial_names.h"
#include "text/phrases.h"

namespace attest {

namespace {

// Diseases that the thesaurus knows, where words before them say that they are counted.
std::vector<OutcomePlace> counted_conditions(const Evidence& evidence, std::string_view sentence,
                                             std::string_view lower) {
  static constexpr std::string_view kBefore[] = {
      "risk of ",      "risks of ",   "incidence of ",  "incidences of ", "rate of ",
      "rates of ",     "odds of ",    "occurrence of ", "likelihood of ", "development of ",
      "frequency of ", "number of ",  "episodes of ",   "prevents ",      "prevented ",
      "prevent ",      "preventing ", "prevention of ", "fewer ",         "less ",
      "reduced ",      "reduces ",    "developed ",     "cases of "};
  std::vector<OutcomePlace> places;
  Stemmer stemmer;
  for (const VocabularyMatch& match : evidence.vocabulary->match(sentence, tokenize(sentence), stemmer)) {
    const VocabularyEntry& entry = evidence.vocabulary->entry(match.entry);
    if (entry.role != ConceptRole::kCondition) continue;
    const std::string_view before = lower.substr(0, match.span.start);
    const std::string_view behind = lower.substr(match.span.end, 24);
    const bool counted = std::any_of(std::begin(kBefore), std::end(kBefore),
                                     [&](std::string_view phrase) { return before.ends_with(phrase); }) ||
                         behind.starts_with(" rate") || behind.starts_with(" incidence") ||
                         behind.starts_with(" occurred");
    OutcomePlace place{lower_ascii(entry.name), -1, 1, true, match.span.start, match.span.end};
    // "Relief of constipation", "constipation symptoms": of the condition itself, the first the other way
    // round.
    static constexpr std::string_view kRelief[] = {"relief of ",      "relief from ",     "improvement of ",
                                                   "improvement in ", "improvements in ", "resolution of "};
    static constexpr std::string_view kSame[] = {" symptoms", " symptom scores", " severity", " scores"};
    const auto relief = std::find_if(std::begin(kRelief), std::end(kRelief),
                                     [&](std::string_view phrase) { return before.ends_with(phrase); });
    const auto same = std::find_if(std::begin(kSame), std::end(kSame),
                                   [&](std::string_view phrase) { return behind.starts_with(phrase); });
    if (relief != std::end(kRelief)) {
      place.start -= relief->size();
      place.sense = -1;
    } else if (same != std::end(kSame)) {
      place.end += same->size();
    } else if (!counted) {
      continue;
    }
    places.push_back(std::move(place));
  }
  return places;
}

// "Did not fall in 3 patients": some of one arm, where neither an estimate nor a p-value compares.
bool counts_some_of_one_arm(const Finding& finding, std::string_view lower) {
  const bool compares =
      std::any_of(finding.quantities.begin(), finding.quantities.end(), [](const Quantity& quantity) {
        return quantity.kind == QuantityKind::kPValue || quantity.kind == QuantityKind::kRatio;
      });
  if (compares) return false;
  for (size_t at = lower.find(" in "); at != std::string_view::npos; at = lower.find(" in ", at + 1)) {
    const size_t number = at + std::string_view(" in ").size();
    size_t end = number;
    while (end < lower.size() && is_digit(lower[end])) ++end;
    if (end == number) continue;
    const std::string_view behind = lower.substr(end);
    static constexpr std::string_view kCounted[] = {" patients", " of ",         " subjects", " women",
                                                    " men",      " children",    " cases",    " people",
                                                    " eyes",     " participants"};
    if (std::any_of(std::begin(kCounted), std::end(kCounted),
                    [&](std::string_view word) { return behind.starts_with(word); }))
      return true;
  }
  return false;
}

// Outcomes beyond the list: diseases that are counted, and what words of direction govern.
std::vector<OutcomePlace> further_outcomes(const Evidence& evidence, std::string_view sentence,
                                           std::string_view lower) {
  std::vector<OutcomePlace> places = counted_conditions(evidence, sentence, lower);
  std::vector<OutcomePlace> worded = worded_outcomes(lower);
  const auto overlaps = [](const OutcomePlace& place, size_t start, size_t end) {
    return place.start < end && start < place.end;
  };
  Stemmer stemmer;
  for (const VocabularyMatch& match : evidence.vocabulary->match(sentence, tokenize(sentence), stemmer)) {
    if (evidence.vocabulary->entry(match.entry).role != ConceptRole::kIntervention) continue;
    std::erase_if(
        worded, [&](const OutcomePlace& place) { return overlaps(place, match.span.start, match.span.end); });
  }
  std::erase_if(worded, [&](const OutcomePlace& place) {
    return std::any_of(places.begin(), places.end(),
                       [&](const OutcomePlace& known) { return overlaps(place, known.start, known.end); });
  });
  places.insert(places.end(), worded.begin(), worded.end());
  return places;
}

}  // namespace

bool is_of_family(const Evidence& evidence, const std::string& mention, const std::string& id) {
  if (mention == id) return true;
  const bool asked = std::any_of(
      evidence.question.concepts.begin(), evidence.question.concepts.end(),
      [&](const Concept& one) { return one.role == ConceptRole::kIntervention && vocabulary_id(one) == id; });
  return asked && evidence.vocabulary->is_a(mention, id);
}

namespace {

// What the sentence says of the intervention: a clause that names only another treatment is blank. "A caused
// more nausea; those for B were headaches."
std::string clauses_on(const Evidence& evidence, const Finding& finding, const std::string& intervention,
                       const std::string& lower) {
  static constexpr std::string_view kStarts[] = {"; ", " whereas ", " while "};
  std::vector<size_t> cuts{0};
  for (const std::string_view mark : kStarts) {
    for (size_t at = lower.find(mark); at != std::string::npos; at = lower.find(mark, at + 1))
      cuts.push_back(at);
  }
  if (cuts.size() == 1) return lower;
  std::sort(cuts.begin(), cuts.end());
  cuts.push_back(lower.size());
  std::string kept = lower;
  for (size_t i = 0; i + 1 < cuts.size(); ++i) {
    const auto stands_here = [&](const Mention& mention) {
      if (mention.span.empty()) return false;
      const size_t at = mention.span.start - finding.sentence.start;
      return at >= cuts[i] && at < cuts[i + 1];
    };
    const bool other = (!finding.comparator.name.empty() && stands_here(finding.comparator)) ||
                       std::any_of(finding.interventions.begin(), finding.interventions.end(), stands_here);
    const bool ours = std::any_of(
        finding.interventions.begin(), finding.interventions.end(),
        [&](const Mention& one) { return stands_here(one) && is_of_family(evidence, one.id, intervention); });
    if (other && !ours)
      std::fill(kept.begin() + static_cast<std::ptrdiff_t>(cuts[i]),
                kept.begin() + static_cast<std::ptrdiff_t>(cuts[i + 1]), ' ');
  }
  return kept;
}

// What goes with taking it is held against not taking it, where a review says so.
bool is_association(const AnswerSource& source, std::string_view lower) {
  return source.appraisal.design == StudyDesign::kSystematicReview && has_phrase(lower, "associated with");
}

// A sentence that does not name it is on it only where the title is on it alone, and not on how much of it
// was found in somebody's blood.
bool is_its_own(const Evidence& evidence, const AnswerSource& source, const Mention& given) {
  if (!given.span.empty() || source.appraisal.design == StudyDesign::kRandomisedTrial) return true;
  static constexpr std::string_view kMeasured[] = {"plasma",  "serum",  "level*", "concentration*",
                                                   "dietary", "intake", "status", "blood"};
  return std::all_of(source.title_interventions.begin(), source.title_interventions.end(),
                     [&](const Mention& one) {
                       return one.is_control || is_of_family(evidence, one.id, given.id);
                     }) &&
         !has_any_phrase(lower_ascii(source.document.record.title), kMeasured);
}

// "X is effective in Y" of the condition that was asked about: the sentence names it, or the title names
// both.
std::optional<int> benefit_of_asked(const Evidence& evidence, const Finding& finding, const Mention& given,
                                    const std::string& lower) {
  constexpr uint8_t kInSentence = 2;
  constexpr uint8_t kInTitle = 3;
  const AnswerSource& source = evidence.source_of(finding);
  const bool titled = source.naming == kInTitle &&
                      std::any_of(source.title_interventions.begin(), source.title_interventions.end(),
                                  [&](const Mention& one) { return one.id == given.id; });
  if (given.span.empty() || (finding.condition_match != kInSentence && !titled)) return std::nullopt;
  const uint32_t shift = finding.sentence.start;
  return read_benefit(lower, {given.span.start - shift, given.span.end - shift});
}

// Most sentences of a source do not name the treatment, and compare nothing with it.
bool names_family(const Evidence& evidence, const Finding& finding, const std::string& intervention) {
  return std::any_of(finding.interventions.begin(), finding.interventions.end(),
                     [&](const Mention& one) { return is_of_family(evidence, one.id, intervention); }) ||
         std::any_of(finding.rates.begin(), finding.rates.end(),
                     [&](const ArmRate& rate) { return is_of_family(evidence, rate.arm.id, intervention); });
}

std::vector<ArmComparison> all_comparisons(const Evidence& evidence, const AnswerSource& source,
                                           const std::string& intervention) {
  const StudyDesign design = source.appraisal.design;
  const bool controlled = design == StudyDesign::kRandomisedTrial ||
                          design == StudyDesign::kSystematicReview ||
                          design == StudyDesign::kNonRandomisedTrial;
  const bool observed = design == StudyDesign::kCohort || design == StudyDesign::kCaseControl;
  // A review without a search tells what trials found that are not here themselves.
  const bool tells = design == StudyDesign::kReview;
  if ((!controlled && !observed && !tells) || !evidence.reports_evidence(source)) return {};
  const std::optional<Comparator> of_source = comparator_of_source(evidence, source, intervention);
  std::vector<ArmComparison> comparisons;
  for (const Finding& whole : source.findings) {
    if (!names_family(evidence, whole, intervention)) continue;
    const Finding finding = main_statement(evidence, whole, intervention);
    if (!reports_arms(evidence, finding)) continue;
    const std::string_view sentence = evidence.sentence_of(finding);
    const std::string lower = lower_ascii(sentence);
    // The end of an interval told in words is no result.
    if (has_phrase(lower, "at worst") || has_phrase(lower, "at best")) continue;
    if (controlled) {
      if (auto shares = read_compared_shares(evidence, finding, intervention, lower)) {
        Comparator other = comparator_of(shares->comparator);
        if (shares->comparator.id == kControlGroup && of_source) other = *of_source;
        comparisons.push_back({&whole, shares->given.name, other.id, other.name, shares->outcome,
                               shares->wanted, shares->change, nullptr, false});
        continue;
      }
    }
    std::optional<Comparator> comparator = own_comparator(evidence, finding, intervention, lower);
    if (!comparator) continue;
    if (comparator->id.empty()) {
      const bool known = of_source || tells || is_association(source, lower);
      if (!known || counts_some_of_one_arm(finding, lower)) continue;
      comparator = of_source ? of_source : Comparator{kNothing, ""};
    }
    const auto given = std::find_if(
        finding.interventions.begin(), finding.interventions.end(),
        [&](const Mention& mention) { return is_of_family(evidence, mention.id, intervention); });
    if (!is_its_own(evidence, source, *given) || (tells && given->span.empty())) continue;
    const std::vector<OutcomePlace> further = further_outcomes(evidence, sentence, lower);
    // The quantities of the whole: a change keeps the place of its estimate.
    std::vector<OutcomeChange> changes =
        comparator->alike ? read_alike(lower, further)
                          : read_outcome_changes(clauses_on(evidence, finding, intervention, lower),
                                                 whole.quantities, finding.sentence.start, further);
    // "Supports the use of X to prevent Y": what stands behind is an aim.
    if (has_phrase(lower, "support*"))
      std::erase_if(changes, [](const OutcomeChange& one) { return one.estimate == nullptr; });
    if (changes.empty() && comparator->id == kNothing && !observed) {
      if (const std::optional<int> benefit = benefit_of_asked(evidence, finding, *given, lower))
        comparisons.push_back(
            {&whole, given->name, comparator->id, comparator->name, kBenefit, 1, *benefit, nullptr, tells});
    }
    const bool loose = observed || (tells && trial_names(sentence).empty());
    for (const OutcomeChange& change : changes) {
      comparisons.push_back({&whole, given->name, comparator->id, comparator->name, change.outcome,
                             change.wanted, change.change, change.estimate,
                             loose && change.estimate == nullptr});
    }
  }
  return comparisons;
}

// Which form of it a sentence speaks of: "long course, low dose"; "" where it speaks of all.
std::string form_given(std::string_view lower) {
  static constexpr std::string_view kForms[] = {
      "long course", "long courses", "short course", "short courses", "low dose", "low-dose", "high dose",
      "high-dose",   "long-term",    "short-term",   "intravenous",   "oral",     "early",    "late"};
  std::string given;
  for (const std::string_view form : kForms) {
    if (!has_phrase(lower, form)) continue;
    if (!given.empty()) given += ", ";
    given += form;
  }
  return given;
}

// "Low dose steroids", right before the name, where the title speaks of all: words for the form; else "".
std::string form_beside(const Evidence& evidence, const ArmComparison& one) {
  const Finding& finding = *one.finding;
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  constexpr size_t kWordBytes = 18;  // "low dose" and the space behind it
  for (const Mention& mention : finding.interventions) {
    if (mention.name != one.given || mention.span.empty()) continue;
    const size_t start = mention.span.start - finding.sentence.start;
    const size_t from = start > kWordBytes ? start - kWordBytes : 0;
    const std::string form = form_given(std::string_view(lower).substr(from, start - from));
    if (form.empty()) continue;
    if (!form_given(lower_ascii(evidence.source_of(finding).document.record.title)).empty()) return {};
    return form_given(std::string_view(lower).substr(0, start));
  }
  return {};
}

bool same_measured(const ArmComparison& a, const ArmComparison& b) {
  return a.outcome == b.outcome && a.comparator == b.comparator;
}

// What a source says of all its people and of the treatment as a whole stands before what it says of a form.
void drop_forms(const Evidence& evidence, std::vector<ArmComparison>& comparisons) {
  std::vector<bool> formed;
  for (const ArmComparison& one : comparisons) formed.push_back(!form_beside(evidence, one).empty());
  std::vector<bool> beside_whole(comparisons.size(), false);
  for (size_t i = 0; i < comparisons.size(); ++i) {
    for (size_t j = 0; j < comparisons.size(); ++j) {
      if (formed[i] && !formed[j] && same_measured(comparisons[i], comparisons[j])) beside_whole[i] = true;
    }
  }
  size_t i = 0;
  std::erase_if(comparisons, [&](const ArmComparison&) { return beside_whole[i++]; });
}

}  // namespace

std::vector<ArmComparison> read_comparisons(const Evidence& evidence, const AnswerSource& source,
                                            const std::string& intervention) {
  std::vector<ArmComparison> comparisons = all_comparisons(evidence, source, intervention);
  drop_forms(evidence, comparisons);
  // A part of the people may differ from all of them.
  std::vector<std::string> parts;
  for (const ArmComparison& one : comparisons)
    parts.push_back(part_of_people(evidence, main_statement(evidence, *one.finding, intervention)));
  std::vector<bool> unclear(comparisons.size(), false);
  for (size_t i = 0; i < comparisons.size(); ++i) {
    for (size_t j = 0; j < comparisons.size(); ++j) {
      if (same_measured(comparisons[i], comparisons[j]) && parts[i] == parts[j] &&
          comparisons[i].change != comparisons[j].change)
        unclear[i] = true;
    }
  }
  size_t at = 0;
  std::erase_if(comparisons, [&](const ArmComparison&) { return unclear[at++]; });
  return comparisons;
}

std::vector<SplitResult> read_split_results(const Evidence& evidence, const AnswerSource& source,
                                            const std::string& intervention) {
  std::vector<SplitResult> split;
  const std::vector<ArmComparison> comparisons = all_comparisons(evidence, source, intervention);
  for (const ArmComparison& whole : comparisons) {
    const std::string overall = lower_ascii(evidence.sentence_of(*whole.finding));
    if (!form_given(overall).empty() || tells_of_subgroup(overall)) continue;
    const bool says_overall = has_phrase(overall, "overall");
    for (const ArmComparison& part : comparisons) {
      std::string form = says_overall ? form_given(lower_ascii(evidence.sentence_of(*part.finding)))
                                      : form_beside(evidence, part);
      if (!same_measured(part, whole) || form.empty() || part.change == whole.change) continue;
      split.push_back({whole, part, std::move(form)});
      return split;
    }
  }
  return split;
}

}  // namespace attest
