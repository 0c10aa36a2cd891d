// Second stage. Each candidate is read in the forward index, never in its text: which names of which concept
// stand in which sentence. A document must hold every condition that the question requires (all but one of
// three or more), because an answer about another condition is worse than none; where no condition is asked
// for, at least half of what is required. A treatment or test that no remaining document mentions means that
// there is no direct evidence at all.
//
// The score adds up: the first stage; each concept by where and how often it stands; required concepts
// together in one sentence; and a small prior for the kind of source that its own title announces.
#include "search/documents.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "search/cues.h"

namespace attest {
namespace {

constexpr float kFirstStage = 1.2f;
constexpr float kTogether = 0.5f;
constexpr float kStrongWeight = 0.5f;   // variants from here on are the thing itself
constexpr float kBodyEvidence = 0.25f;  // what an evidence word counts for outside the title
constexpr float kBodyEvidenceMax = 0.1f;

struct EvidenceWord {
  std::string_view stem;
  float value;
};
constexpr auto kEvidenceWords = std::to_array<EvidenceWord>({{"guidelin", 0.45f},
                                                             {"consensus", 0.3f},
                                                             {"recommend", 0.2f},
                                                             {"cochran", 0.35f},
                                                             {"meta", 0.3f},
                                                             {"systemat", 0.3f},
                                                             {"random", 0.3f},
                                                             {"rct", 0.2f},
                                                             {"trial", 0.1f},
                                                             {"placebo", 0.1f},
                                                             {"review", 0.05f},
                                                             {"protocol", -0.35f},
                                                             {"letter", -0.2f},
                                                             {"case", -0.1f}});

float importance(const Concept& wanted) {
  if (wanted.role == ConceptRole::kPopulation) return 0.7f;
  if (!wanted.required) return 0.35f;
  return wanted.role == ConceptRole::kCondition ? 1.3f : 1.0f;
}

bool only_abbreviations(const Concept& wanted) {
  return std::all_of(wanted.variants.begin(), wanted.variants.end(),
                     [](const ConceptVariant& variant) { return variant.abbreviation; });
}

}  // namespace

SegmentReader::SegmentReader(const UnderstoodQuestion& question, const index::Segment& segment)
    : question_(question), segment_(segment), matcher_(question, segment) {
  cues_ = ordinals(intent_cue_stems(question.intent));
  others_ = ordinals(question.other_stems);
  for (const EvidenceWord& word : kEvidenceWords) {
    if (const auto ordinal = segment.term_ordinal(word.stem)) evidence_.emplace_back(*ordinal, word.value);
  }
  // Terms are numbered in the order of the dictionary: those that start with a digit are neighbours.
  const auto first_from = [&](std::string_view from) {
    uint32_t found = static_cast<uint32_t>(segment.term_count());
    const Status walked = segment.for_each_term(from, [&](std::string_view, uint32_t ordinal) {
      found = ordinal;
      return false;
    });
    return walked ? found : 0u;
  };
  first_number_ = first_from("0");
  end_of_numbers_ = first_from(":");
}

bool SegmentReader::contains(const std::vector<uint32_t>& sorted, uint32_t term) {
  return std::binary_search(sorted.begin(), sorted.end(), term);
}

std::vector<uint32_t> SegmentReader::ordinals(const std::vector<std::string>& stems) const {
  std::vector<uint32_t> found;
  for (const std::string& stem : stems) {
    if (const auto ordinal = segment_.term_ordinal(stem)) found.push_back(*ordinal);
  }
  std::sort(found.begin(), found.end());
  return found;
}

Result<ReadDocument> SegmentReader::read(const Candidate& candidate) const {
  ReadDocument document;
  document.ref = candidate.ref;
  ATTEST_ASSIGN(document.sentences, segment_.sentences(candidate.ref.document));
  find_concepts(document);
  if (is_about(question_, document.concepts)) document.score = score(document, candidate.score);
  return document;
}

void SegmentReader::find_concepts(ReadDocument& document) const {
  const size_t count = question_.concepts.size();
  document.concepts.assign(count, kAbsent);
  document.sentence_concepts.assign(document.sentences.size(), std::vector<uint8_t>(count, kAbsent));
  std::vector<std::vector<size_t>> abbreviated(count);  // sentences that have only an abbreviation
  std::vector<PhraseMatch> matches;
  for (size_t i = 0; i < document.sentences.size(); ++i) {
    const index::ForwardSentence& sentence = document.sentences[i];
    matcher_.find(sentence.terms, matches);
    for (const PhraseMatch& match : matches) {
      if (match.abbreviation) {
        abbreviated[match.subject].push_back(i);
        continue;
      }
      const bool strong = match.weight >= kStrongWeight;
      const bool title = sentence.field == static_cast<uint8_t>(index::Field::kTitle);
      uint8_t& here = document.sentence_concepts[i][match.subject];
      uint8_t& whole = document.concepts[match.subject];
      here = std::max(here, strong ? kInText : kWeak);
      whole = std::max(whole, !strong ? kWeak : title ? kInTitle : kInText);
    }
  }
  // "DD" stands for the concept where the document spells it out, or where nothing else was asked for.
  for (size_t subject = 0; subject < count; ++subject) {
    const bool alone = only_abbreviations(question_.concepts[subject]);
    if (!alone && document.concepts[subject] < kInText) continue;
    for (const size_t i : abbreviated[subject]) {
      document.sentence_concepts[i][subject] = kInText;
      document.concepts[subject] = std::max(document.concepts[subject], kInText);
    }
  }
}

float SegmentReader::score(const ReadDocument& document, float first_stage) const {
  const size_t count = question_.concepts.size();
  float total = kFirstStage * first_stage;
  for (size_t subject = 0; subject < count; ++subject) {
    size_t sentences = 0;
    for (const auto& held : document.sentence_concepts) sentences += held[subject] >= kInText ? 1u : 0u;
    const float often = std::min(1.0f, std::log2(1.0f + static_cast<float>(sentences)) / 3.0f);
    float held = 0;
    if (document.concepts[subject] == kWeak) held = 0.15f;
    if (document.concepts[subject] == kInText) held = 0.45f + 0.25f * often;
    if (document.concepts[subject] == kInTitle) held = 0.75f + 0.25f * often;
    total += importance(question_.concepts[subject]) * held;
  }
  size_t required = 0;
  size_t together = 0;
  for (const Concept& wanted : question_.concepts) required += wanted.required ? 1u : 0u;
  for (const auto& held : document.sentence_concepts) {
    size_t here = 0;
    for (size_t subject = 0; subject < count; ++subject) {
      if (question_.concepts[subject].required && held[subject] >= kInText) ++here;
    }
    together = std::max(together, here);
  }
  if (required > 1) total += kTogether * static_cast<float>(together) / static_cast<float>(required);
  return total + evidence(document);
}

float SegmentReader::evidence(const ReadDocument& document) const {
  float title = 0;
  float body = 0;
  for (const index::ForwardSentence& sentence : document.sentences) {
    const bool is_title = sentence.field == static_cast<uint8_t>(index::Field::kTitle);
    if (!is_title && body >= kBodyEvidenceMax) continue;
    for (const auto& [term, value] : evidence_) {
      if (std::find(sentence.terms.begin(), sentence.terms.end(), term) == sentence.terms.end()) continue;
      if (is_title) title += value;
      if (!is_title && value > 0) body += value * kBodyEvidence;
    }
  }
  return std::clamp(title, -0.4f, 0.6f) + std::min(body, kBodyEvidenceMax);
}

bool is_about(const UnderstoodQuestion& question, const std::vector<uint8_t>& concepts) {
  size_t conditions = 0;
  size_t conditions_held = 0;
  size_t required = 0;
  size_t held = 0;
  for (size_t i = 0; i < question.concepts.size(); ++i) {
    const Concept& wanted = question.concepts[i];
    if (!wanted.required) continue;
    const bool has = concepts[i] >= kInText;
    ++required;
    held += has ? 1u : 0u;
    if (wanted.role != ConceptRole::kCondition) continue;
    ++conditions;
    conditions_held += has ? 1u : 0u;
  }
  if (conditions > 0) return conditions_held + (conditions >= 3 ? 1u : 0u) >= conditions;
  return held * 2 >= required;
}

bool lacks_evidence(const UnderstoodQuestion& question, const std::vector<ReadDocument>& documents) {
  for (size_t i = 0; i < question.concepts.size(); ++i) {
    const Concept& wanted = question.concepts[i];
    if (!wanted.required || wanted.role == ConceptRole::kPopulation) continue;
    const bool somewhere = std::any_of(documents.begin(), documents.end(), [&](const ReadDocument& document) {
      return document.concepts[i] >= kInText;
    });
    if (!somewhere) return true;
  }
  return false;
}

}  // namespace attest
