#include "reconcile/outcomes/given_treatment.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "evidence/relevance.h"
#include "reconcile/outcomes/arm_comparisons.h"
#include "reconcile/outcomes/comparison_cues.h"
#include "reconcile/outcomes/verdict_sentences.h"
#include "text/phrases.h"

namespace attest {

namespace {

// Against what, where it is nothing or usual care; nothing where it is another treatment or not known.
std::optional<Comparator> passive_comparator(const Evidence& evidence, const AnswerSource& source,
                                             const Finding& finding, const std::string& intervention) {
  Comparator none{kNothing, ""};
  if (!finding.comparator.name.empty()) {
    Comparator stated = comparator_of(finding.comparator);
    return stated.id == kNothing || stated.id == kUsualCare ? std::optional(std::move(stated)) : std::nullopt;
  }
  std::optional<Comparator> known = comparator_of_source(evidence, source, intervention);
  if (known && (known->id == kNothing || known->id == kUsualCare)) return known;
  const bool has_arms = source.appraisal.design == StudyDesign::kRandomisedTrial ||
                        source.appraisal.design == StudyDesign::kNonRandomisedTrial ||
                        source.appraisal.design == StudyDesign::kUnclear;
  if (!has_arms) return none;
  const bool controlled =
      names_control(evidence.sentence_of(finding)) || names_control(source.document.record.title);
  return !known && controlled ? std::optional(std::move(none)) : std::nullopt;
}

// "Vitamin D deficiency", "oestrogen levels".
bool names_lack_or_level(const Mention& one, const Finding& finding, std::string_view lower) {
  if (one.span.empty()) return false;
  static constexpr std::string_view kBehind[] = {" defici",      "-defici",        " level", " status",
                                                 " insufficien", " concentration", " intake"};
  return starts_with_one_of(lower.substr(one.span.end - finding.sentence.start), kBehind);
}

}  // namespace

bool GivenTreatment::is_given(const Mention& one) const { return is_of_family(evidence_, one.id, id_); }

bool GivenTreatment::is_against(const Mention& one) const {
  return !against_.empty() && (one.id == against_ || evidence_.vocabulary->is_a(one.id, against_));
}

// A kind that it is of ("hormones"), or a word of its name that no thesaurus knows ("the hormone group").
bool GivenTreatment::is_related(const Mention& one) const {
  constexpr std::string_view kDiscovered = "text:";
  return is_given(one) || std::any_of(family_.begin(), family_.end(), [&](const std::string& id) {
           const VocabularyEntry* entry = evidence_.vocabulary->find_id(id);
           return evidence_.vocabulary->is_a(id, one.id) ||
                  (one.id.starts_with(kDiscovered) && entry != nullptr &&
                   has_phrase(lower_ascii(entry->name), lower_ascii(one.name)));
         });
}

bool GivenTreatment::begin_source(const AnswerSource& source) {
  std::map<std::string, int> names;
  family_ = {id_};
  bool named = std::any_of(source.title_interventions.begin(), source.title_interventions.end(),
                           [&](const Mention& one) { return is_given(one); });
  for (const Finding& finding : source.findings) {
    for (const Mention& one : finding.interventions) {
      if (!is_given(one)) continue;
      named = true;
      family_.insert(one.id);
      if (!one.span.empty()) ++names[lower_ascii(one.span.of(source.document.text))];
    }
  }
  const VocabularyEntry* entry = evidence_.vocabulary->find_id(id_);
  words_ = entry == nullptr ? std::string() : lower_ascii(entry->name);
  if (!names.empty()) {
    words_ = std::max_element(names.begin(), names.end(), [](const auto& a, const auto& b) {
               return a.second < b.second;
             })->first;
  }
  return named;
}

std::string GivenTreatment::words_against(const AnswerSource& source) const {
  if (!against_.empty()) {
    const VocabularyEntry* entry = evidence_.vocabulary->find_id(against_);
    for (const Finding& finding : source.findings) {
      for (const Mention& one : finding.interventions) {
        if (is_against(one) && !one.span.empty()) return lower_ascii(one.span.of(source.document.text));
      }
    }
    return entry == nullptr ? std::string() : lower_ascii(entry->name);
  }
  const std::optional<Comparator> known = comparator_of_source(evidence_, source, id_);
  return known && !known->name.empty() ? known->name : "control";
}

std::string GivenTreatment::name_in(const Finding& finding) const {
  const auto given = std::find_if(finding.interventions.begin(), finding.interventions.end(),
                                  [&](const Mention& one) { return is_given(one); });
  if (given != finding.interventions.end()) return given->name;
  const VocabularyEntry* entry = evidence_.vocabulary->find_id(id_);
  return entry == nullptr ? std::string() : entry->name;
}

// The title names it, and of other treatments only those that it is held against.
bool GivenTreatment::is_titled_alone(const AnswerSource& source) const {
  const std::vector<Mention>& named = source.title_interventions;
  const std::string title = lower_ascii(source.document.record.title);
  return std::any_of(named.begin(), named.end(), [&](const Mention& one) { return is_given(one); }) &&
         std::all_of(named.begin(), named.end(), [&](const Mention& one) {
           const size_t at = title.find(lower_ascii(one.name));
           return one.is_control || is_related(one) || is_against(one) || one.id.starts_with("text:") ||
                  (at != std::string::npos && is_setting(title, at));
         });
}

bool GivenTreatment::is_told_of(const AnswerSource& source, const Finding& finding, std::string_view lower,
                                ByteSpan outcome) const {
  bool named = false;
  for (const Mention& one : finding.interventions) {
    if (is_given(one)) {
      if (names_lack_or_level(one, finding, lower)) return false;
      named = true;
    }
    if (one.is_control || is_related(one) || is_against(one) || one.span.empty()) continue;
    if (outcome.contains({one.span.start - finding.sentence.start, one.span.end - finding.sentence.start}))
      continue;
    const std::string_view behind = lower.substr(one.span.end - finding.sentence.start);
    if (!is_setting(lower, one.span.start - finding.sentence.start) && !behind.starts_with(" unit"))
      return false;
  }
  // What goes with what is told of no treatment unless the sentence names it.
  static constexpr std::string_view kTraits[] = {"associat*", "predict*", "correlat*", "genotype*",
                                                 "phenotype*"};
  return named || (!has_any_phrase(lower, kTraits) && is_titled_alone(source));
}

// "After surgery", "adherence to antiretroviral therapy": the question names it, and not as what does it.
bool GivenTreatment::is_asked_beside(const Mention& one) const {
  const std::vector<Concept>& asked = evidence_.question.concepts;
  return one.id != id_ && std::any_of(asked.begin(), asked.end(), [&](const Concept& subject) {
           return vocabulary_id(subject) == one.id;
         });
}

// "Beta-carotene or vitamin E": both are said to do it.
bool stands_beside(std::string_view between) {
  static constexpr std::string_view kJoined[] = {" or ", " and ", ", ", " and/or ", ", and ", ", or "};
  return is_one_of(between, kJoined);
}

bool GivenTreatment::leads(const Finding& finding, std::string_view lower) const {
  std::vector<const Mention*> named;
  for (const Mention& one : finding.interventions) {
    const bool other = !is_given(one) && (is_related(one) || is_asked_beside(one));
    if (!one.is_control && !one.span.empty() && !other) named.push_back(&one);
  }
  std::sort(named.begin(), named.end(),
            [](const Mention* a, const Mention* b) { return a->span.start < b->span.start; });
  const auto place = [&](size_t at) { return at - finding.sentence.start; };
  size_t at = 0;
  while (at + 1 < named.size() && !is_given(*named[at])) {
    const size_t from = place(named[at]->span.end);
    const size_t to = place(named[at + 1]->span.start);
    if (to <= from || !stands_beside(lower.substr(from, to - from))) return false;
    ++at;
  }
  if (at == named.size() || !is_given(*named[at])) return false;
  // "Two drugs had similar effects": held against each other.
  static constexpr std::string_view kAlike[] = {"similar*", "equal*", "comparable", "equivalent"};
  if (at > 0 && has_any_phrase(lower, kAlike)) return false;
  // "Vitamin D deficiency", "lactating women".
  static constexpr std::string_view kWomen[] = {"women", "woman", "mother", "mothers"};
  if (ends_with_one_of(lower.substr(0, place(named[at]->span.end)), kWomen)) return false;
  static constexpr std::string_view kElse[] = {" defici",        "-defici",      " level",
                                               " status",        " insufficien", " women",
                                               " concentration", " woman",       " mother"};
  if (starts_with_one_of(lower.substr(place(named[at]->span.end)), kElse)) return false;
  static constexpr std::string_view kGiven[] = {"treatment with ", "therapy with ", "treated with ",
                                                "supplementation with ", "intervention with "};
  static constexpr std::string_view kHeldAgainst[] = {"than ",        "versus ", "vs ",    "compared with ",
                                                      "compared to ", "with ",   "after ", "following "};
  const std::string_view before = lower.substr(0, place(named.front()->span.start));
  return ends_with_one_of(before, kGiven) || !ends_with_one_of(before, kHeldAgainst);
}

bool GivenTreatment::is_given_with_more(const Finding& finding, std::string lower) const {
  for (const Mention& one : finding.interventions) {
    if (one.span.empty() || !is_given(one)) continue;
    const size_t bytes = one.span.end - one.span.start;
    lower.replace(one.span.start - finding.sentence.start, bytes, bytes, ' ');
  }
  static constexpr std::string_view kMore[] = {"in combination with", "combined with",
                                               "combination of",      "together with",
                                               "given with other",    "with other supplements"};
  return has_any_phrase(lower, kMore);
}

bool GivenTreatment::is_titled_with_another(const AnswerSource& source) const {
  return has_phrase(lower_ascii(source.document.record.title), "or") &&
         std::any_of(
             source.title_interventions.begin(), source.title_interventions.end(), [&](const Mention& one) {
               return !one.is_control && !is_related(one) && !is_against(one) && !one.id.starts_with("text:");
             });
}

// The sentence names both, or the title does where the sentence names one or none.
bool GivenTreatment::holds_against_asked(const AnswerSource& source, const Finding& finding) const {
  const auto against = [&](const Mention& one) { return is_against(one); };
  return against(finding.comparator) ||
         std::any_of(finding.interventions.begin(), finding.interventions.end(), against) ||
         std::any_of(source.title_interventions.begin(), source.title_interventions.end(), against);
}

std::optional<Comparator> GivenTreatment::comparator(const AnswerSource& source,
                                                     const Finding& finding) const {
  if (against_.empty()) return passive_comparator(evidence_, source, finding, id_);
  if (!holds_against_asked(source, finding)) return std::nullopt;
  const VocabularyEntry* entry = evidence_.vocabulary->find_id(against_);
  return Comparator{against_, entry == nullptr ? against_ : entry->name};
}

}  // namespace attest
