// What was compared is read from the sentence; where it does not say against what, from the title and the
// rest of the source, when these know one comparator only. An unread comparator compares with nothing.
#include "reconcile/outcomes/arm_comparisons.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "findings/names/between_names.h"
#include "reconcile/outcomes/compared_shares.h"
#include "reconcile/outcomes/comparison_cues.h"
#include "reconcile/outcomes/others_results.h"
#include "reconcile/outcomes/outcome_changes.h"
#include "reconcile/outcomes/worded_outcomes.h"
#include "text/phrases.h"

namespace attest {

namespace {

struct Comparator {
  std::string id;
  std::string name;
};

constexpr std::string_view kControlGroup = "control:group";  // does not say what they got

Comparator comparator_of(const Mention& mention) {
  // Those in usual care got something, whatever it was.
  if (mention.is_control && mention.id != "attest:standard-care") return {kNothing, mention.name};
  return {mention.id, mention.name};
}

bool is_related(const Evidence& evidence, const std::string& a, const std::string& b) {
  return a == b || evidence.vocabulary->is_a(a, b) || evidence.vocabulary->is_a(b, a);
}

// Two members of one class named in one sentence ("carvedilol … metoprolol"), beyond a short form in
// brackets: which of them stands on which side is not known.
bool names_two_members(const Evidence& evidence, std::string_view sentence, std::string_view lower,
                       const std::string& intervention) {
  Stemmer stemmer;
  std::set<std::string> names;
  for (const VocabularyMatch& match : evidence.vocabulary->match(sentence, tokenize(sentence), stemmer)) {
    if (!is_of_family(evidence, evidence.vocabulary->entry(match.entry).id, intervention)) continue;
    if (match.span.start > 0 && lower[match.span.start - 1] == '(') continue;
    std::string name(match.span.of(lower));
    while (name.ends_with('s')) name.pop_back();
    names.insert(std::move(name));
  }
  return names.size() > 1;
}

// "After surgery", "intensive care unit": where and when, not what was given.
bool is_around(const Mention& mention, const Finding& finding, std::string_view lower) {
  if (mention.span.empty()) return false;
  const std::string_view behind = lower.substr(mention.span.end - finding.sentence.start);
  return behind.starts_with(" unit") || is_setting(lower, mention.span.start - finding.sentence.start);
}

// "More in the placebo group than in the other": the result is told of the comparator.
bool leads_with(const Mention& comparator, const std::vector<Mention>& own, const Finding& finding,
                std::string_view lower) {
  static constexpr std::string_view kTurns[] = {"than", "compared with", "compared to", "versus", "vs"};
  const size_t end = comparator.span.end - finding.sentence.start;
  for (const std::string_view turn : kTurns) {
    const size_t at = find_phrase(lower, turn, std::min(end, lower.size()));
    if (at == std::string_view::npos) continue;
    const bool ours_first = std::any_of(own.begin(), own.end(), [&](const Mention& one) {
      return !one.span.empty() && one.span.start - finding.sentence.start < at;
    });
    if (!ours_first) return true;
  }
  return false;
}

// "Pain control" has the word of a control group and names none.
bool is_mere_control(const AnswerSource& source, const Mention& mention) {
  return mention.id == kControlGroup && lower_ascii(mention.span.of(source.document.text)) == "control";
}

// What the finding is compared with by its own words. An empty id: the words do not say; nothing: they name
// more than two things, or a combination, or `intervention` is what others were compared with.
std::optional<Comparator> own_comparator(const Evidence& evidence, const Finding& finding,
                                         const std::string& intervention, std::string_view lower) {
  const auto ours = [&](const Mention& mention) { return is_of_family(evidence, mention.id, intervention); };
  std::vector<Mention> own;
  std::vector<Mention> others;
  for (const Mention& mention : finding.interventions) {
    if (ours(mention))
      own.push_back(mention);
    else if (!is_related(evidence, mention.id, intervention) && !is_around(mention, finding, lower))
      others.push_back(mention);
  }
  const bool named = !finding.comparator.name.empty();
  if (named && is_mere_control(evidence.source_of(finding), finding.comparator)) return std::nullopt;
  if (own.empty() || is_joined(lower) || (named && ours(finding.comparator))) return std::nullopt;
  if (names_two_members(evidence, evidence.sentence_of(finding), lower, intervention)) return std::nullopt;
  for (const Mention& one : own) {
    const ByteSpan place{one.span.start - finding.sentence.start, one.span.end - finding.sentence.start};
    if (!one.span.empty() && (is_setting(lower, place.start) || is_part_of_combination(lower, place)))
      return std::nullopt;
    if (!is_related(evidence, one.id, own.front().id)) return std::nullopt;
    // The first thing named may be what the other was compared with.
    if (!one.span.empty() && opens_comparison(lower, one.span.start - finding.sentence.start))
      return std::nullopt;
  }
  if (named && leads_with(finding.comparator, own, finding, lower)) return std::nullopt;
  if (named) std::erase_if(others, [&](const Mention& m) { return m.id == finding.comparator.id; });
  // What "controls" got is known from the rest of the source or not at all.
  if (named && others.empty() && finding.comparator.id == kControlGroup) return Comparator{};
  if (named) return others.empty() ? std::optional(comparator_of(finding.comparator)) : std::nullopt;
  if (others.empty()) return names_comparison(lower) ? std::nullopt : std::optional(Comparator{});
  if (others.size() > 1) return std::nullopt;
  const Mention& other = others.front();
  const size_t other_at = other.span.start - finding.sentence.start;
  const Mention& first = own.front();
  if (opens_comparison(lower, other_at)) return comparator_of(other);
  const ByteSpan left = first.span < other.span ? first.span : other.span;
  const ByteSpan right = first.span < other.span ? other.span : first.span;
  if (first.span.empty()) return std::nullopt;
  const std::string_view before = lower.substr(0, left.start - finding.sentence.start);
  const std::string_view gap = lower.substr(left.end - finding.sentence.start, right.start - left.end);
  const bool between =
      (before.ends_with("between ") || before.ends_with("between the ")) && has_phrase(gap, "and");
  return between ? std::optional(comparator_of(other)) : std::nullopt;
}

// The one comparator that the title or the other sentences name; nothing where they name several or none.
std::optional<Comparator> comparator_of_source(const Evidence& evidence, const AnswerSource& source,
                                               const std::string& intervention) {
  std::map<std::string, std::string> found;
  const auto add = [&](const Mention& mention) {
    if (mention.name.empty() || mention.id == kControlGroup || is_related(evidence, mention.id, intervention))
      return;
    Comparator one = comparator_of(mention);
    found.emplace(std::move(one.id), std::move(one.name));
  };
  for (const Mention& mention : source.title_interventions) add(mention);
  for (const Finding& finding : source.findings) {
    if (!is_mere_control(source, finding.comparator)) add(finding.comparator);
  }
  if (found.empty()) {
    constexpr size_t kStartBytes = 4000;
    const std::string lower = lower_ascii(std::string_view(source.document.text).substr(0, kStartBytes));
    if (has_phrase(lower, "placebo")) return Comparator{kNothing, "placebo"};
  }
  if (found.size() != 1) return std::nullopt;
  return Comparator{found.begin()->first, found.begin()->second};
}

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
    for (const OutcomeChange& change : read_outcome_changes(lower, finding.quantities, finding.sentence.start,
                                                            further_outcomes(evidence, sentence, lower))) {
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
