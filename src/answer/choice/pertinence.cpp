#include "answer/choice/pertinence.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "answer/choice/finding_order.h"
#include "answer/sections.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "evidence/relevance.h"
#include "findings/cues.h"
#include "findings/names/combinations.h"
#include "learn/word_table.h"
#include "search/passage_ranking.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr float kRelevanceBorders[] = {0.3f, 0.4f, 0.5f, 0.55f, 0.6f, 0.65f, 0.7f, 0.75f, 0.8f, 0.9f};
constexpr float kShareBorders[] = {0.1f, 0.25f, 0.4f, 0.5f, 0.6f, 0.75f, 0.9f};
constexpr float kProbabilityBorders[] = {0.02f, 0.05f, 0.1f, 0.15f, 0.2f, 0.3f, 0.4f, 0.6f};
constexpr float kLikenessBorders[] = {0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f, 0.9f, 0.99f};
constexpr float kWordShare = 0.7f;  // of one word's say beside that of a feature that was thought of
constexpr float kCountBorders[] = {1, 2, 3, 5, 8};
constexpr float kBytesBorders[] = {60, 100, 150, 200, 260, 340, 450};

bool contains(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

bool points_back(std::string_view lower) {
  static constexpr std::string_view kOpenings[] = {
      "this ",       "these ", "it ",      "they ",     "such ", "those ", "the latter", "however",
      "in addition", "also",   "moreover", "similarly", "both ", "other ", "others ",    "another "};
  return starts_with_one_of(lower, kOpenings);
}

namespace {

void add_cues(Features& features, std::string_view lower, const std::string& intent_and_place) {
  struct Cue {
    const char* name;
    bool (*said)(std::string_view);
  };
  static constexpr Cue kCues[] = {
      {"recommends", cues::recommends},   {"harm", cues::about_harm},
      {"no harm", cues::no_harm},         {"uncertain", cues::uncertainty},
      {"prevalence", cues::prevalence},   {"predictor", cues::predictor},
      {"definition", cues::definition},   {"diagnosis", cues::diagnosis},
      {"mechanism", cues::mechanism},     {"lasts", cues::effect_duration},
      {"study", cues::describes_study},   {"monitoring", cues::monitoring},
      {"symptoms", cues::symptoms},       {"prevention", cues::prevention},
      {"prognosis", cues::prognosis},     {"cause", cues::cause},
      {"benefit", cues::benefit_outcome}, {"no information", cues::no_information},
      {"compares", cues::compares},       {"attendance", cues::attendance},
  };
  for (const Cue& cue : kCues) {
    if (!cue.said(lower)) continue;
    features.add("cue", cue.name);
    features.add("cue in " + intent_and_place, cue.name);
  }
}

// The kind of question nearest to one that the model was not trained on.
Intent kindred_intent(Intent intent) {
  switch (intent) {
    case Intent::kTimeToEffect:
    case Intent::kTreatmentLength: return Intent::kDuration;
    case Intent::kContraindication: return Intent::kHarm;
    case Intent::kIndication: return Intent::kTreatment;
    case Intent::kTarget: return Intent::kMonitoring;
    default: return intent;
  }
}

}  // namespace

PertinenceReader::PertinenceReader(const Evidence& evidence)
    : evidence_(evidence),
      model_(built_in_model("pertinence")),
      intent_(intent_name(kindred_intent(evidence.question.intent))),
      plans_(section_plans(evidence.question)) {
  for (const Concept& one : evidence.question.concepts) {
    asked_.push_back(
        {vocabulary_id(one), std::string(one.required ? "" : "optional ") + concept_role_name(one.role)});
    if (one.role == ConceptRole::kIntervention) asked_interventions_.push_back(vocabulary_id(one));
  }
  best_score_ = 1e-6f;
  for (const AnswerSource& source : evidence.sources) best_score_ = std::max(best_score_, source.score);
}

// How well each sentence answers by its words, among all that might stand in the answer.
void PertinenceReader::rank_sentences() const {
  std::vector<Passage> passages;
  std::vector<const Finding*> findings;
  for (const AnswerSource& source : evidence_.sources) {
    for (const Finding& finding : source.findings) {
      if (finding.condition_match == 0 || finding.kind == FindingKind::kMethod) continue;
      passages.push_back({evidence_.sentence_of(finding), finding.source});
      findings.push_back(&finding);
    }
  }
  const std::vector<PassageScore> ranked = PassagePool(passages).rank(evidence_.question.resolved);
  for (size_t i = 0; i < ranked.size(); ++i) {
    const float share = 1.0f - static_cast<float>(i) / static_cast<float>(ranked.size());
    by_words_[findings[ranked[i].passage]] = {static_cast<float>(ranked[i].probability), share};
  }
}

// How near the words of the question are, one by one, to words of the sentence, by their use elsewhere.
void PertinenceReader::add_likeness(Features& features, const AnswerSource& source,
                                    const std::vector<std::string>& stems, const std::string& at) const {
  const WordTable* const table = built_in_words();
  if (table == nullptr) return;
  constexpr float kRarityMin = 2.0f;  // ln: words of fewer than a seventh of all documents
  const auto numbers = [&](const std::vector<std::string>& of) {
    std::vector<uint32_t> words;
    for (const std::string& stem : of) {
      const uint32_t word = table->find(stem);
      if (word != WordTable::kUnknown) words.push_back(word);
    }
    return words;
  };
  if (!question_words_) question_words_ = numbers(stems_of(evidence_.question.resolved, stemmer_));
  const auto [known, is_new] = title_words_.try_emplace(&source);
  if (is_new) known->second = numbers(stems_of(source.document.record.title, stemmer_));
  const std::vector<uint32_t> here = numbers(stems);
  float weight = 0;
  float sum_here = 0;
  float sum_any = 0;
  float weakest = 1;
  for (const uint32_t word : *question_words_) {
    const float rarity = table->rarity(word);
    if (rarity < kRarityMin) continue;
    const auto nearest = [&](const std::vector<uint32_t>& words) {
      float best = 0;
      for (const uint32_t other : words)
        best = std::max(best, other == word ? 1.0f : table->similarity(word, other));
      return best;
    };
    const float in_sentence = nearest(here);
    const float anywhere = std::max(in_sentence, nearest(known->second));
    weight += rarity;
    sum_here += rarity * in_sentence;
    sum_any += rarity * anywhere;
    weakest = std::min(weakest, anywhere);
  }
  if (weight <= 0) return;
  features.add_binned("like here", sum_here / weight, kLikenessBorders);
  features.add_binned("like here at " + at, sum_here / weight, kLikenessBorders);
  features.add_binned("like anywhere", sum_any / weight, kLikenessBorders);
  features.add_binned("like anywhere for " + intent_, sum_any / weight, kLikenessBorders);
  features.add_binned("least like", weakest, kLikenessBorders);
}

Features PertinenceReader::features(const Finding& finding, std::string_view place,
                                    std::string_view intervention) const {
  const AnswerSource& source = evidence_.source_of(finding);
  const std::string_view sentence = evidence_.sentence_of(finding);
  const std::string lower = lower_ascii(sentence);
  const std::string at(place);
  const std::string intent_and_place = intent_ + "/" + at;
  const std::string kind = finding_kind_name(finding.kind);
  Features features;
  features.add("place", at);
  features.add("intent and place", intent_and_place);
  features.add("kind", kind);
  features.add("kind at " + at, kind);

  if (intervention.empty()) {
    const auto plan =
        std::find_if(plans_.begin(), plans_.end(), [&](const SectionPlan& one) { return place == one.kind; });
    const bool of_kind = plan != plans_.end() && is_of_kind(evidence_, *plan, finding, lower);
    const std::string wanted = of_kind ? "yes" : "no";
    features.add("kind wanted", wanted);
    features.add("kind wanted at " + at, wanted);
    features.add("kind wanted in " + intent_and_place, wanted);
    const bool first = plan == plans_.begin() && !is_treatment_question(evidence_.question);
    if (first) features.add("kind wanted first", wanted);
  }

  // What was asked, and where it is named.
  features.add_binned("relevance", finding.relevance, kRelevanceBorders);
  features.add_binned("relevance at " + at, finding.relevance, kRelevanceBorders);
  size_t here = 0;
  for (const Asked& one : asked_) {
    const bool in_sentence = contains(finding.asked_here, one.id);
    const char* where = in_sentence ? "here" : contains(finding.asked, one.id) ? "title" : "nowhere";
    here += in_sentence ? 1 : 0;
    features.add("named " + one.role, where);
    features.add("named " + one.role + " for " + intent_, where);
  }
  if (!asked_.empty())
    features.add_binned("share named", static_cast<float>(here) / static_cast<float>(asked_.size()),
                        kShareBorders);
  if (!evidence_.question.other_stems.empty()) {
    features.add_binned("words", finding.asked_words, kShareBorders);
    features.add_binned("words for " + intent_, finding.asked_words, kShareBorders);
  }
  if (by_words_.empty()) rank_sentences();
  if (const auto found = by_words_.find(&finding); found != by_words_.end()) {
    features.add_binned("answers by words", found->second.probability, kProbabilityBorders);
    features.add_binned("answers by words at " + at, found->second.probability, kProbabilityBorders);
    features.add_binned("ranked by words", found->second.share, kShareBorders);
  }
  if (finding.other_subject) features.add("title of another condition");
  features.add_binned("other conditions", finding.other_conditions, kCountBorders);
  features.add("condition", std::to_string(finding.condition_match) + std::to_string(source.naming));
  if (!source.about_condition) features.add("not about the condition");

  // Its document among the others.
  features.add_binned("document score", std::max(0.0f, source.score) / best_score_, kShareBorders);
  if (source.title_asks || finding.under_heading) {
    const std::string asks = asks_the_same(evidence_, finding) ? "the same" : "else";
    features.add("title asks", asks);
    features.add("title asks for " + intent_, asks);
    features.add("title asks " + asks + " at", at);
  }
  features.add("design", study_design_name(source.appraisal.design));
  features.add("depth", depth_name(source.appraisal.depth));
  features.add("depth at " + at, depth_name(source.appraisal.depth));
  if (source.appraisal.second_hand) features.add("second hand");

  // What the sentence does.
  features.add_binned("evidence", static_cast<float>(finding.role.evidence), kShareBorders);
  features.add("role", sentence_role_name(finding.role.role));
  features.add("direction", direction_name(finding.direction));
  if (finding.hedged) features.add("hedged");
  if (finding.negated) features.add("negated");
  if (finding.background) features.add("background");
  if (finding.attendance) features.add("attendance");
  if (finding.about_harm) features.add("harm at", at);
  if (!finding.outcome.empty()) features.add("outcome stated");
  if (!finding.comparator.name.empty()) features.add("comparator");
  if (!finding.population.empty() && evidence_.question.population.empty()) features.add("narrower people");
  features.add_binned("rates", static_cast<float>(finding.rates.size()), kCountBorders);
  features.add_binned("quantities", static_cast<float>(finding.quantities.size()), kCountBorders);
  features.add_binned("informative", static_cast<float>(informativeness(finding)), kCountBorders);
  for (const Quantity& quantity : finding.quantities) {
    const std::string figure = quantity_kind_name(quantity.kind);
    features.add("figure", figure);
    features.add("figure in " + intent_and_place, figure);
  }
  add_cues(features, lower, intent_and_place);

  // Its treatments.
  features.add_binned("treatments", static_cast<float>(finding.interventions.size()), kCountBorders);
  if (!intervention.empty()) {
    const auto named = std::find_if(finding.interventions.begin(), finding.interventions.end(),
                                    [&](const Mention& m) { return is_or_has_part(intervention, m.id); });
    const bool inherited = named != finding.interventions.end() && named->span.empty();
    features.add("option", named == finding.interventions.end() ? "not named"
                           : inherited                          ? "by title"
                                                                : "named");
    const bool in_title = std::any_of(source.title_interventions.begin(), source.title_interventions.end(),
                                      [&](const Mention& m) { return is_or_has_part(intervention, m.id); });
    features.add("option in title", in_title ? "yes" : "no");
    const std::string_view known = named == finding.interventions.end() ? intervention : named->id;
    features.add("option from", known.substr(0, known.find(':')));
    if (named != finding.interventions.end() && named == finding.interventions.begin())
      features.add("option first");
    if (finding.comparator.id == intervention) features.add("option is comparator");
    if (contains(asked_interventions_, intervention)) features.add("option asked");
  }
  for (const std::string& asked : asked_interventions_) {
    if (finding.comparator.id == asked) features.add("asked is comparator");
    if (!finding.interventions.empty() && finding.interventions.front().id == asked)
      features.add("asked comes first");
  }
  const bool others_in_title =
      !asked_interventions_.empty() && !source.title_interventions.empty() &&
      std::none_of(source.title_interventions.begin(), source.title_interventions.end(),
                   [&](const Mention& m) { return contains(asked_interventions_, m.id); });
  if (others_in_title) features.add("title of other treatments");

  // Its words.
  const std::vector<std::string> stems = stems_of(sentence, stemmer_);
  add_likeness(features, source, stems, at);
  for (const std::string& stem : stems) {
    features.add("word at " + at, stem, kWordShare);
    features.add("word for " + intent_, stem, kWordShare);
  }

  // Its form.
  features.add_binned("bytes", static_cast<float>(sentence.size()), kBytesBorders);
  if (points_back(lower)) features.add("points back");
  if (!sentence.empty() && is_lower(sentence.front())) features.add("starts small");
  if (lower.find('?') != std::string::npos) features.add("asks");
  const size_t text_bytes = std::max<size_t>(1, source.document.text.size());
  const float position = static_cast<float>(finding.sentence.start) / static_cast<float>(text_bytes);
  features.add_binned("position", position, kShareBorders);
  return features;
}

float PertinenceReader::read(const Finding& finding, std::string_view place,
                             std::string_view intervention) const {
  if (model_ == nullptr) return finding.relevance;
  const auto [known, is_new] =
      known_.try_emplace({&finding, std::string(place), std::string(intervention)}, 0.0f);
  if (is_new) {
    Features seen = features(finding, place, intervention);
    known->second = static_cast<float>(model_->probability(seen, "to the point"));
  }
  return known->second;
}

}  // namespace attest
