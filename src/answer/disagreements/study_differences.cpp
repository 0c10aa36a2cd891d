#include "answer/disagreements/study_differences.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "answer/disagreements/stated_doses.h"
#include "answer/disagreements/study_length.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/cues.h"
#include "reconcile/studies/study_contrasts.h"
#include "text/phrases.h"

namespace attest {

namespace {

// The words behind "success was defined as"; only where the text defines what it counted.
std::string definition_of_success(const Document& document) {
  const std::string lower = lower_ascii(document.text);
  static constexpr std::string_view kSuccess[] = {"success",  "response", "responder*", "remission",
                                                  "improve*", "cure",     "healing",    "recovery"};
  for (const std::string_view phrase : {"defined as ", "defined by "}) {
    for (size_t at = lower.find(phrase); at != std::string::npos; at = lower.find(phrase, at + 1)) {
      constexpr size_t kBytesBefore = 60;
      const size_t from = at > kBytesBefore ? at - kBytesBefore : 0;
      const std::string_view before = std::string_view(lower).substr(from, at - from);
      const size_t stop = before.rfind(". ");
      if (!has_any_phrase(before.substr(stop == std::string_view::npos ? 0 : stop), kSuccess)) continue;
      const size_t start = at + phrase.size();
      size_t end = start;
      constexpr size_t kBytesMax = 70;
      while (end < lower.size() && end - start < kBytesMax && lower[end] != ';' && lower[end] != ')' &&
             lower[end] != ',' && lower.compare(end, 2, ". ") != 0 && lower[end] != '\n')
        ++end;
      while (end > start && end < lower.size() && is_word_byte(lower[end]) && is_word_byte(lower[end - 1]))
        --end;
      while (end > start && !is_word_byte(lower[end - 1]) && lower[end - 1] != '%') --end;
      return document.text.substr(start, end - start);
    }
  }
  return {};
}

// "Open" or "blinded", where the text says so of its own design.
std::string blinding(const Document& document) {
  constexpr size_t kStartBytes = 6000;
  const std::string lower = lower_ascii(std::string_view(document.text).substr(0, kStartBytes));
  const bool blinded = has_phrase(lower, "double-blind*") || has_phrase(lower, "double blind*") ||
                       has_phrase(lower, "triple-blind*") || has_phrase(lower, "double-masked");
  const bool open = has_phrase(lower, "open-label") || has_phrase(lower, "open label") ||
                    has_phrase(lower, "unblinded") || has_phrase(lower, "non-blinded");
  if (blinded == open) return {};
  return blinded ? "double-blind" : "open-label";
}

// A condition of one title to which none of the other title is related; "" where each finds its like. What
// the two disagree on (`outcome`) is none.
std::string condition_of_its_own(const Evidence& evidence, const std::set<std::string>& of_one,
                                 const std::set<std::string>& of_other, const std::string& outcome) {
  for (const std::string& id : of_one) {
    // "Ondansetron for vomiting": what is counted, and nobody's condition.
    const VocabularyEntry* counted = evidence.vocabulary->find_id(id);
    if (counted != nullptr && !outcome.empty() && has_phrase(outcome, lower_ascii(counted->name))) continue;
    const bool shared = std::any_of(of_other.begin(), of_other.end(), [&](const std::string& other) {
      return id == other || evidence.vocabulary->is_a(id, other) || evidence.vocabulary->is_a(other, id);
    });
    if (shared) continue;
    if (const VocabularyEntry* entry = evidence.vocabulary->find_id(id)) return lower_ascii(entry->name);
  }
  return {};
}

// A review pools studies of many doses: only its sentence tells of one.
std::string_view text_on_doses(const Evidence& evidence, const Finding& finding) {
  const AnswerSource& source = evidence.source_of(finding);
  const bool pools = source.appraisal.design == StudyDesign::kSystematicReview ||
                     source.appraisal.meta_analysis || source.appraisal.pools_studies;
  return pools ? evidence.sentence_of(finding) : std::string_view(source.document.text);
}

// What a review pools: "observational studies", "randomised trials"; by its sentence, else by how its text
// begins; "" where neither names one kind alone.
std::string pooled_studies(const Evidence& evidence, const Finding& finding) {
  const AnswerSource& source = evidence.source_of(finding);
  if (source.appraisal.design != StudyDesign::kSystematicReview && !source.appraisal.pools_studies) return {};
  static constexpr std::string_view kObserved[] = {"observational", "epidemiolog*", "cohort*", "case-control",
                                                   "prospective studies"};
  static constexpr std::string_view kAssigned[] = {"randomi*", "rct", "rcts", "controlled trials"};
  constexpr size_t kStartBytes = 2500;
  for (const std::string_view text :
       {evidence.sentence_of(finding), std::string_view(source.document.text).substr(0, kStartBytes)}) {
    const std::string lower = lower_ascii(text);
    const bool observed = has_any_phrase(lower, kObserved);
    const bool assigned = has_any_phrase(lower, kAssigned);
    if (observed != assigned) return observed ? "observational studies" : "randomised trials";
    if (observed) return {};
  }
  return {};
}

// "High-dosage": where a sentence says which dose without a figure.
std::string worded_dose(const Evidence& evidence, const Finding& finding) {
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  static constexpr std::string_view kHigh[] = {"high-dose*", "high dose*", "high-dosage*", "high dosage*"};
  static constexpr std::string_view kLow[] = {"low-dose*", "low dose*", "low-dosage*", "low dosage*"};
  const bool high = has_any_phrase(lower, kHigh);
  if (high == has_any_phrase(lower, kLow)) return "not stated";
  return high ? "high" : "low";
}

class Reasons {
 public:
  explicit Reasons(const Evidence& evidence) : clinician_(evidence.audience == Audience::kClinician) {}

  // `plain` for other readers than clinicians; "" is not said to them.
  void add(std::string learned, std::string plain) {
    std::string reason = clinician_ ? std::move(learned) : std::move(plain);
    if (!reason.empty() && std::find(reasons_.begin(), reasons_.end(), reason) == reasons_.end())
      reasons_.push_back(std::move(reason));
  }
  void add_values(std::string_view what, const std::string& x, const std::string& y, std::string_view plain) {
    if (!x.empty() && !y.empty() && x != y)
      add(fmt::format("{} ({} v {})", what, x, y), fmt::format("{} ({} and {})", plain, x, y));
  }
  // What only one side says is a difference where its title says it.
  void add_people(std::string_view what, const std::string& x, const std::string& y, bool title_x,
                  bool title_y, std::string_view plain) {
    constexpr const char* kNotSaid = "not stated";
    if (x.empty() && !y.empty() && title_y) return add_values(what, kNotSaid, y, plain);
    if (y.empty() && !x.empty() && title_x) return add_values(what, x, kNotSaid, plain);
    add_values(what, x, y, plain);
  }
  std::vector<std::string> take() { return std::move(reasons_); }

 private:
  bool clinician_;
  std::vector<std::string> reasons_;
};

}  // namespace

std::set<std::string> title_conditions(const Evidence& evidence, const AnswerSource& source) {
  const std::string& title = source.document.record.title;
  Stemmer stemmer;
  std::set<std::string> ids;
  for (const VocabularyMatch& match : evidence.vocabulary->match(title, tokenize(title), stemmer)) {
    const VocabularyEntry& entry = evidence.vocabulary->entry(match.entry);
    if (entry.role == ConceptRole::kCondition) ids.insert(entry.id);
  }
  return ids;
}

std::vector<std::string> study_differences(const Evidence& evidence, const ComparedSource& a,
                                           const ComparedSource& b) {
  const AnswerSource& x = evidence.source_of(*a.finding);
  const AnswerSource& y = evidence.source_of(*b.finding);
  Reasons reasons(evidence);
  reasons.add_values("what was given", a.given, b.given, "not the same thing was given");
  reasons.add_values("compared with", a.against, b.against, "it was compared with different things");
  constexpr std::string_view kPeople = "different people took part";
  const StudiedPeople who_x = studied_people(x.document);
  const StudiedPeople who_y = studied_people(y.document);
  const StudiedPeople title_x = studied_people_of_title(x.document);
  const StudiedPeople title_y = studied_people_of_title(y.document);
  const auto add_people = [&](std::string_view what, std::string StudiedPeople::*value) {
    reasons.add_people(what, who_x.*value, who_y.*value, !(title_x.*value).empty(), !(title_y.*value).empty(),
                       kPeople);
  };
  const auto includes = [](const AnswerSource& review, const AnswerSource& study) {
    return std::any_of(study.included_in.begin(), study.included_in.end(),
                       [&](const StudyLink& link) { return link.document == review.id; });
  };
  if (includes(x, y) || includes(y, x))
    reasons.add("one includes the other", "one of them counts the other among its studies");
  const std::string_view dosed_x = text_on_doses(evidence, *a.finding);
  const std::string_view dosed_y = text_on_doses(evidence, *b.finding);
  const auto [dose_x, dose_y] = differing_doses({dosed_x, a.given, a.against}, {dosed_y, b.given, b.against});
  reasons.add_values("dose", dose_x, dose_y, "not the same dose was given");
  if (dose_x.empty() || dose_y.empty())
    reasons.add_values("dose", worded_dose(evidence, *a.finding), worded_dose(evidence, *b.finding),
                       "not the same dose was given");
  const auto [other_x, other_y] =
      differing_doses({dosed_x, a.against, a.given}, {dosed_y, b.against, b.given});
  reasons.add_values("dose of " + a.against, other_x, other_y, "not the same dose was compared with");
  for (const auto& [kind, of_x, of_y] : differing_forms(x.document.record.title, y.document.record.title))
    reasons.add_values(kind, of_x, of_y, "it was not given in the same way, or not for the same part");
  add_people("age", &StudiedPeople::age);
  reasons.add_values("age", who_x.ages, who_y.ages, kPeople);
  reasons.add_values("sex", who_x.sex, who_y.sex, kPeople);
  add_people("who was included", &StudiedPeople::state);
  add_people("severity", &StudiedPeople::severity);
  add_people("treatment before", &StudiedPeople::treatment);
  add_people("setting", &StudiedPeople::setting);
  add_people("after what", &StudiedPeople::after);
  const std::set<std::string> conditions_x = title_conditions(evidence, x);
  const std::set<std::string> conditions_y = title_conditions(evidence, y);
  const std::string outcome = lower_ascii(a.finding->outcome + " " + b.finding->outcome);
  std::string own_x = condition_of_its_own(evidence, conditions_x, conditions_y, outcome);
  std::string own_y = condition_of_its_own(evidence, conditions_y, conditions_x, outcome);
  // "Hypertensive diabetic patients" beside "hypertension".
  if (own_x.empty() != own_y.empty() && !conditions_x.empty() && !conditions_y.empty())
    (own_x.empty() ? own_x : own_y) = "not stated";
  reasons.add_values("condition in the title", own_x, own_y, kPeople);
  if (const auto modifiers = differing_modifiers(x.document.record.title, y.document.record.title))
    reasons.add_values("in the title", modifiers->first, modifiers->second, kPeople);
  const std::string success_x = definition_of_success(x.document);
  const std::string success_y = definition_of_success(y.document);
  if (!success_x.empty() && !success_y.empty() && success_x != success_y) {
    reasons.add(fmt::format("definition of success (“{}” v “{}”)", success_x, success_y),
                "they did not count the same thing as getting better");
  }
  constexpr double kLonger = 1.5;
  if (a.follow_up_days > kLonger * b.follow_up_days || b.follow_up_days > kLonger * a.follow_up_days) {
    reasons.add_values("follow-up", a.follow_up, b.follow_up, "they looked at different times");
  } else if (!(a.follow_up_days > 0 && b.follow_up_days > 0)) {
    const StatedLength long_x = study_length(x.document);
    const StatedLength long_y = study_length(y.document);
    if (long_x.days > kLonger * long_y.days || long_y.days > kLonger * long_x.days)
      reasons.add_values("length of the study", long_x.words, long_y.words, "they did not last as long");
  }
  constexpr double kLarger = 3;
  if (a.people > 0 && b.people > 0 && (a.people >= kLarger * b.people || b.people >= kLarger * a.people)) {
    reasons.add(
        fmt::format("size ({} v {})", print_number(a.people), print_number(b.people)),
        fmt::format("one study had {} people, the other {}", print_number(a.people), print_number(b.people)));
  }
  if (x.appraisal.design != y.appraisal.design) {
    reasons.add_values("design", study_design_name(x.appraisal.design), study_design_name(y.appraisal.design),
                       "the studies were done in different ways");
  }
  reasons.add_values("studies that were pooled", pooled_studies(evidence, *a.finding),
                     pooled_studies(evidence, *b.finding), "the studies were done in different ways");
  reasons.add_values("blinding", blinding(x.document), blinding(y.document),
                     "in one of them people knew what they got");
  constexpr int kEra = 10;
  if (x.appraisal.year != 0 && y.appraisal.year != 0 &&
      std::abs(int{x.appraisal.year} - int{y.appraisal.year}) >= kEra) {
    reasons.add_values("era", std::to_string(x.appraisal.year), std::to_string(y.appraisal.year),
                       "they are years apart");
  }
  for (const AnswerSource* source : {&x, &y}) {
    for (const std::string& limit : source->appraisal.limits) {
      const bool telling = limit == "single centre" || limit == "high risk of bias" ||
                           limit == "called inconclusive by its authors" || limit == "small";
      if (!telling) continue;
      std::vector<Computation> ignored;
      reasons.add(limit + " (" + source_label(*source, ignored) + ")", "");
    }
  }
  return reasons.take();
}

}  // namespace attest
