#include "answer/choice/nearness.h"

#include <algorithm>
#include <string>
#include <vector>

#include "learn/linear_model.h"

namespace attest {
namespace {

constexpr float kNearShareBorders[] = {0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f, 0.9f, 0.99f};
constexpr float kNearValueBorders[] = {0.01f, 0.02f, 0.05f, 0.1f, 0.15f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.8f};
constexpr float kNearPlaceBorders[] = {1, 2, 3, 4, 6, 8, 12};
constexpr float kNearCountBorders[] = {1, 2, 3, 4, 6, 9};
constexpr float kNearAskedBytesBorders[] = {35, 50, 65, 80, 100, 130};
constexpr float kNearBytesBorders[] = {60, 100, 150, 200, 260, 340, 450};
// What pertinence.h sees is trained for finished places; here it speaks with half its voice.
constexpr float kPertinenceVoice = 0.5f;

}  // namespace

Features nearness_features(const Evidence& evidence, const NearFinding& near,
                           const PertinenceReader& pertinence, const NearPlace& at) {
  const Finding& finding = *near.finding;
  const AnswerSource& source = evidence.source_of(finding);
  Features seen = pertinence.features(finding, at.place, at.intervention);
  std::vector<Feature> entries(seen.entries().begin(), seen.entries().end());
  for (Feature& entry : entries) entry.value *= kPertinenceVoice;
  Features features(std::move(entries));

  const auto add_share = [&](const std::string& name, double value) {
    features.add_binned("near " + name, static_cast<float>(value), kNearShareBorders);
  };
  const auto add_measure = [&](const std::string& name, const NearMeasure& measure) {
    features.add_binned("near " + name, static_cast<float>(measure.value), kNearValueBorders);
    add_share(name + " of best", measure.of_best);
    add_share(name + " above", measure.above);
  };
  const auto add_yes = [&](const std::string& name, bool value) {
    features.add("near " + name, value ? "yes" : "no");
  };
  add_share("alone", near.alone);
  add_share("in text", near.in_text);
  add_measure("fits", near.fits);
  features.add_binned("near place", static_cast<float>(near.place), kNearPlaceBorders);
  add_measure("with title", near.with_title);
  add_measure("by rarity", near.by_rarity);
  add_measure("about", near.about);
  add_measure("document", near.document);
  add_measure("titled", near.titled);
  add_measure("by words", near.by_words);
  add_measure("pertinence", near.pertinence);
  add_measure("blend", near.blend);
  add_yes("short text", near.short_text);
  add_yes("subjects", near.subjects_near);
  add_yes("subjects close", near.subjects_close);
  add_yes("all subjects", near.all_subjects);
  add_yes("people", near.people);
  add_yes("has subject", near.has_subject);
  add_share("relevance", static_cast<double>(finding.relevance));
  add_share("other words", static_cast<double>(finding.asked_words));
  add_share("evidence", static_cast<double>(finding.role.evidence));
  features.add_binned("near bytes", static_cast<float>(finding.sentence.end - finding.sentence.start),
                      kNearBytesBorders);
  add_yes("other subject", finding.other_subject);
  features.add("near condition", std::to_string(finding.condition_match) + std::to_string(source.naming));

  const std::string intent = intent_name(evidence.question.intent);
  const std::string kind = finding_kind_name(finding.kind);
  features.add("near part", at.part);
  features.add("near part for " + intent, at.part);
  features.add("near kind at " + at.part, kind);
  if (near.only_cited) features.add("near only cited");
  // How much is asked beyond things that a thesaurus knows.
  const UnderstoodQuestion& question = evidence.question;
  const auto unknown = std::count_if(
      question.concepts.begin(), question.concepts.end(),
      [](const Concept& asked) { return asked.thesaurus_id.empty() || asked.role == ConceptRole::kOther; });
  const auto others = static_cast<float>(question.other_stems.size()) + static_cast<float>(unknown);
  const auto known = static_cast<float>(question.concepts.size()) - static_cast<float>(unknown);
  const std::string stated = at.part == kNearestPart ? "nearest" : "stated";
  features.add_binned("near words asked " + stated, others, kNearCountBorders);
  features.add_binned("near things asked " + stated, known, kNearCountBorders);
  features.add_binned("near asked bytes " + stated, static_cast<float>(question.resolved.size()),
                      kNearAskedBytesBorders);
  features.add_binned(others > 0 ? "near words told" : "near no words asked", static_cast<float>(near.alone),
                      kNearShareBorders);
  if (!near.people) features.add("near other people", stated);
  features.add("near intent", intent);
  features.add("near kind", kind);
  features.add("near kind for " + intent, kind);
  const char* form = near.form == NearForm::kFits     ? "fits"
                     : near.form == NearForm::kFigure ? "figure"
                                                      : "other";
  features.add("near form", form);
  features.add("near form for " + intent, form);
  features.add("near design", study_design_name(source.appraisal.design));
  features.add("near role", sentence_role_name(finding.role.role));
  return features;
}

double read_nearness(const Evidence& evidence, const NearFinding& near, const PertinenceReader& pertinence,
                     const NearPlace& at) {
  static const LinearModel* const model = built_in_model("nearness");
  if (model == nullptr) return near.blend.value;
  Features seen = nearness_features(evidence, near, pertinence, at);
  return static_cast<double>(model->probability(seen, "answers"));
}

}  // namespace attest
