#include "pipeline/find_guidance.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "answer/choice/section_plans.h"
#include "base/ascii.h"
#include "evidence/condition_names.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr size_t kRanked = 150;
constexpr size_t kGuidanceMax = 4;

bool names_condition(std::string_view lower_title, const Concept& condition) {
  constexpr float kOwnNameMin = 0.9F;  // no wider or narrower thing
  return std::any_of(
      condition.variants.begin(), condition.variants.end(), [&](const ConceptVariant& variant) {
        return variant.weight >= kOwnNameMin && has_phrase(lower_title, lower_ascii(variant.words));
      });
}

// Titles of guidance say so; others need not be read.
bool may_be_guidance(std::string_view lower_title) {
  static constexpr std::string_view kWords[] = {"guideline*", "recommendation*",    "consensus",
                                                "guidance",   "position statement", "practice parameter*",
                                                "statement",  "standards of",       "algorithm*"};
  return has_any_phrase(lower_title, kWords);
}

}  // namespace

Result<std::vector<AnswerSource>> find_guidance(const UnderstoodQuestion& question,
                                                const std::vector<AnswerSource>& sources,
                                                const Library& library) {
  std::vector<AnswerSource> guidance;
  const auto condition =
      std::find_if(question.concepts.begin(), question.concepts.end(),
                   [](const Concept& asked) { return asked.role == ConceptRole::kCondition; });
  if (!is_treatment_question(question) || condition == question.concepts.end() || sources.empty() ||
      std::any_of(sources.begin(), sources.end(), is_guidance))
    return guidance;
  ATTEST_ASSIGN(
      const std::vector<DocumentHit> ranked,
      library.backend.rank(condition->label + " management treatment guideline recommendations", kRanked));
  for (const DocumentHit& hit : ranked) {
    const bool known = std::any_of(sources.begin(), sources.end(),
                                   [&](const AnswerSource& source) { return source.id == hit.id; });
    if (known) continue;
    AnswerSource source;
    ATTEST_ASSIGN(source.document, library.collection.document(hit.ref));
    const std::string title = lower_ascii(source.document.record.title);
    if (!may_be_guidance(title) || !names_condition(title, *condition)) continue;
    ATTEST_ASSIGN(source.status, library.collection.status(hit.ref));
    source.appraisal = library.appraisals.of(hit.ref, source.document);
    source.id = hit.id;
    source.score = sources.back().score;
    if (is_guidance(source) && Evidence().usable(source)) guidance.push_back(std::move(source));
  }
  // Guidelines before consensus, the newest first.
  std::stable_sort(guidance.begin(), guidance.end(), [](const AnswerSource& a, const AnswerSource& b) {
    const auto rank = [](const AnswerSource& one) { return design_rank(one.appraisal.design); };
    return rank(a) != rank(b) ? rank(a) < rank(b) : a.appraisal.year > b.appraisal.year;
  });
  if (guidance.size() > kGuidanceMax) guidance.resize(kGuidanceMax);
  return guidance;
}

Result<std::vector<AnswerSource>> find_chapters(const UnderstoodQuestion& question,
                                                const std::vector<AnswerSource>& sources,
                                                const Library& library) {
  constexpr size_t kChaptersRanked = 40;
  constexpr size_t kChaptersMax = 2;
  std::vector<AnswerSource> chapters;
  if (!is_treatment_question(question)) return chapters;
  for (const Concept& asked : question.concepts) {
    const std::string name = name_without_attribute(asked);
    if (name.empty()) continue;
    ATTEST_ASSIGN(const std::vector<DocumentHit> ranked,
                  library.backend.rank(name + " treatment of " + name + " drug treatment", kChaptersRanked));
    for (const DocumentHit& hit : ranked) {
      const auto has = [&](const std::vector<AnswerSource>& list) {
        return std::any_of(list.begin(), list.end(),
                           [&](const AnswerSource& source) { return source.id == hit.id; });
      };
      if (chapters.size() == kChaptersMax || has(sources) || has(chapters)) continue;
      AnswerSource source;
      ATTEST_ASSIGN(source.document, library.collection.document(hit.ref));
      if (asked_in_chapter(question, source.document).empty()) continue;
      ATTEST_ASSIGN(source.status, library.collection.status(hit.ref));
      source.appraisal = library.appraisals.of(hit.ref, source.document);
      source.id = hit.id;
      source.score = sources.empty() ? 1 : sources.back().score;
      if (is_guidance(source) && Evidence().usable(source)) chapters.push_back(std::move(source));
    }
  }
  return chapters;
}

}  // namespace attest
