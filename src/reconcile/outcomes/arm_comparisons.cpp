// What was compared is read from the sentence; where it does not say against what, from the title and the
// rest of the source, when these know one comparator only. An unread comparator compares with nothing.
#include "reconcile/outcomes/arm_comparisons.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "reconcile/outcomes/alike_arms.h"
#include "reconcile/outcomes/compared_shares.h"
#include "reconcile/outcomes/compared_with.h"
#include "reconcile/outcomes/comparison_cues.h"
#include "reconcile/outcomes/others_results.h"
#include "reconcile/outcomes/outcome_changes.h"
#include "reconcile/outcomes/worded_outcomes.h"
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
  const std::vector<std::string> asked = asked_interventions(evidence);
  return std::find(asked.begin(), asked.end(), id) != asked.end() && evidence.vocabulary->is_a(mention, id);
}

bool reports_arms(const Evidence& evidence, const Finding& finding) {
  const AnswerSource& source = evidence.source_of(finding);
  // "Reduced pain compared with placebo" may read as a description of the study: its role decides.
  constexpr double kEvidenceMin = 0.5;
  const bool plain = finding.kind == FindingKind::kMethod || finding.kind == FindingKind::kOther;
  const std::string_view sentence = evidence.sentence_of(finding);
  const std::string lower = lower_ascii(sentence);
  const bool kind = finding.kind == FindingKind::kEffect || finding.kind == FindingKind::kRate ||
                    finding.kind == FindingKind::kHarm || finding.kind == FindingKind::kPrevalence ||
                    finding.kind == FindingKind::kDuration ||
                    (plain && (finding.role.evidence >= kEvidenceMin || states_result(lower)));
  if (!kind || finding.background || finding.attendance || finding.condition_match == 0 ||
      finding.other_subject || !source.about_condition)
    return false;
  if (finding.hedged && source.appraisal.design != StudyDesign::kSystematicReview) return false;
  return !is_within_arms(lower) && !cites_others(sentence) && !is_told_of_others(source, finding);
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

std::vector<ArmComparison> all_comparisons(const Evidence& evidence, const AnswerSource& source,
                                           const std::string& intervention) {
  const StudyDesign design = source.appraisal.design;
  const bool controlled = design == StudyDesign::kRandomisedTrial ||
                          design == StudyDesign::kSystematicReview ||
                          design == StudyDesign::kNonRandomisedTrial;
  const bool observed = design == StudyDesign::kCohort || design == StudyDesign::kCaseControl;
  if ((!controlled && !observed) || !evidence.reports_evidence(source)) return {};
  const std::optional<Comparator> of_source = comparator_of_source(evidence, source, intervention);
  std::vector<ArmComparison> comparisons;
  for (const Finding& finding : source.findings) {
    if (!reports_arms(evidence, finding)) continue;
    const std::string_view sentence = evidence.sentence_of(finding);
    const std::string lower = lower_ascii(sentence);
    if (controlled) {
      if (auto shares = read_compared_shares(evidence, finding, intervention, lower)) {
        Comparator other = comparator_of(shares->comparator);
        if (shares->comparator.id == kControlGroup && of_source) other = *of_source;
        comparisons.push_back({&finding, shares->given.name, other.id, other.name, shares->outcome,
                               shares->wanted, shares->change, nullptr});
        continue;
      }
    }
    std::optional<Comparator> comparator = own_comparator(evidence, finding, intervention, lower);
    if (!comparator) continue;
    if (comparator->id.empty()) {
      if (!of_source || counts_some_of_one_arm(finding, lower)) continue;
      comparator = of_source;
    }
    const auto given = std::find_if(
        finding.interventions.begin(), finding.interventions.end(),
        [&](const Mention& mention) { return is_of_family(evidence, mention.id, intervention); });
    const std::vector<OutcomePlace> further = further_outcomes(evidence, sentence, lower);
    const std::vector<OutcomeChange> changes =
        comparator->alike ? read_alike(lower, further)
                          : read_outcome_changes(clauses_on(evidence, finding, intervention, lower),
                                                 finding.quantities, finding.sentence.start, further);
    for (const OutcomeChange& change : changes) {
      // Who was not assigned to an arm may differ in more than it: words alone say too little.
      if (observed && change.estimate == nullptr) continue;
      comparisons.push_back({&finding, given->name, comparator->id, comparator->name, change.outcome,
                             change.wanted, change.change, change.estimate});
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

}  // namespace

std::vector<ArmComparison> read_comparisons(const Evidence& evidence, const AnswerSource& source,
                                            const std::string& intervention) {
  std::vector<ArmComparison> comparisons = all_comparisons(evidence, source, intervention);
  std::set<std::pair<std::string, std::string>> unclear;
  for (const ArmComparison& a : comparisons) {
    for (const ArmComparison& b : comparisons) {
      if (a.outcome == b.outcome && a.comparator == b.comparator && a.change != b.change)
        unclear.emplace(a.outcome, a.comparator);
    }
  }
  std::erase_if(comparisons, [&](const ArmComparison& one) {
    return unclear.contains({one.outcome, one.comparator});
  });
  return comparisons;
}

std::vector<SplitResult> read_split_results(const Evidence& evidence, const AnswerSource& source,
                                            const std::string& intervention) {
  std::vector<SplitResult> split;
  const std::vector<ArmComparison> comparisons = all_comparisons(evidence, source, intervention);
  for (const ArmComparison& whole : comparisons) {
    const std::string overall = lower_ascii(evidence.sentence_of(*whole.finding));
    if (!has_phrase(overall, "overall") || !form_given(overall).empty()) continue;
    for (const ArmComparison& part : comparisons) {
      std::string form = form_given(lower_ascii(evidence.sentence_of(*part.finding)));
      if (part.outcome != whole.outcome || part.comparator != whole.comparator || form.empty() ||
          part.change == whole.change)
        continue;
      split.push_back({whole, part, std::move(form)});
      return split;
    }
  }
  return split;
}

}  // namespace attest
