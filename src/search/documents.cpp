// Second stage. Each candidate is read in the forward index, never in its text: which names of which concept
// stand in which sentence. A document must hold every condition that the question requires (all but one of
// three or more), because an answer about another condition is worse than none; where no condition is asked
// for, at least half of what is required. A treatment or test that no remaining document mentions means that
// there is no direct evidence at all.
//
// The score is BM25 (Robertson and Zaragoza, 2009) over the question's concepts and remaining words, each
// concept a term of its own whatever name a text uses, so that a question asked by another name ranks alike;
// plus required concepts together in one sentence, plus a small prior for the kind of source that its own
// title announces.
#include "search/documents.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "search/cues.h"

namespace attest {
namespace {

constexpr float kLexical = 4.0f;
constexpr float kSaturation = 1.2f;    // k1
constexpr float kLengthPart = 0.35f;   // b
constexpr float kUsualTerms = 150.0f;  // of an abstract
constexpr float kLongestTerms = 1500.0f;
constexpr float kTitleCount = 3.0f;  // mentions that one in the title is worth
constexpr float kWeakCount = 0.25f;
constexpr float kTogether = 0.5f;
constexpr float kStrongWeight = 0.5f;   // variants from here on are the thing itself
constexpr float kBodyEvidence = 0.25f;  // what an evidence word counts for outside the title
constexpr float kBodyEvidenceMax = 0.1f;
constexpr float kTopic = 0.8f;  // of a title that names what is asked and nothing else

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

bool only_abbreviations(const Concept& wanted) {
  return std::all_of(wanted.variants.begin(), wanted.variants.end(),
                     [](const ConceptVariant& variant) { return variant.abbreviation; });
}

bool is_used(const Concept& wanted, const Collection& collection) {
  return std::any_of(wanted.variants.begin(), wanted.variants.end(), [&](const ConceptVariant& variant) {
    return std::all_of(variant.stems.begin(), variant.stems.end(), [&](const std::string& stem) {
      return index::document_frequency(collection.segments(), stem) > 0;
    });
  });
}

}  // namespace

SegmentReader::SegmentReader(const UnderstoodQuestion& question, const QuestionWeights& weights,
                             const index::Segment& segment)
    : question_(question), weights_(weights), segment_(segment), matcher_(question, segment) {
  for (const auto& [stem, weight] : weights.words) {
    if (const auto ordinal = segment.term_ordinal(stem)) words_.emplace_back(*ordinal, weight);
  }
  std::sort(words_.begin(), words_.end());
  cues_ = ordinals(intent_cue_stems(question.intent));
  others_ = ordinals(question.other_stems);
  for (const EvidenceWord& word : kEvidenceWords) {
    if (const auto ordinal = segment.term_ordinal(word.stem)) evidence_.emplace_back(*ordinal, word.value);
  }
  forms_ = ordinals(title_form_stems());
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
  if (is_about(question_, document.concepts)) {
    document.score = kLexical * lexical(document) + together(document) + evidence(document) + topic(document);
  }
  return document;
}

void SegmentReader::find_concepts(ReadDocument& document) const {
  const size_t count = question_.concepts.size();
  document.concepts.assign(count, kAbsent);
  document.sentence_concepts.assign(document.sentences.size() * count, kAbsent);
  std::vector<std::vector<size_t>> abbreviated(count);  // sentences that have only an abbreviation
  std::vector<PhraseMatch> matches;
  std::vector<float> counted(count);
  document.concept_counts.assign(count, 0.0f);
  for (size_t i = 0; i < document.sentences.size(); ++i) {
    const index::ForwardSentence& sentence = document.sentences[i];
    matcher_.find(sentence.terms, matches);
    if (matches.empty()) continue;
    std::fill(counted.begin(), counted.end(), 0.0f);
    const bool title = sentence.field == static_cast<uint8_t>(index::Field::kTitle);
    for (const PhraseMatch& match : matches) {
      if (match.abbreviation) {
        abbreviated[match.subject].push_back(i);
        continue;
      }
      const bool strong = match.weight >= kStrongWeight;
      counted[match.subject] = std::max(counted[match.subject], strong ? 1.0f : kWeakCount);
      uint8_t& here = document.held(i, match.subject);
      uint8_t& whole = document.concepts[match.subject];
      here = std::max(here, strong ? kInText : kWeak);
      whole = std::max(whole, !strong ? kWeak : title ? kInTitle : kInText);
    }
    for (size_t subject = 0; subject < count; ++subject) {
      document.concept_counts[subject] += counted[subject] * (title ? kTitleCount : 1.0f);
    }
  }
  // "DD" stands for the concept where the document spells it out, or where nothing else was asked for.
  for (size_t subject = 0; subject < count; ++subject) {
    const bool alone = only_abbreviations(question_.concepts[subject]);
    if (!alone && document.concepts[subject] < kInText) continue;
    for (const size_t i : abbreviated[subject]) {
      if (document.held(i, subject) < kInText) document.concept_counts[subject] += 1.0f;
      document.held(i, subject) = kInText;
      document.concepts[subject] = std::max(document.concepts[subject], kInText);
    }
  }
}

float SegmentReader::lexical(const ReadDocument& document) const {
  if (weights_.total <= 0) return 0;
  std::vector<float> counts(words_.size(), 0.0f);
  size_t length = 0;
  for (const index::ForwardSentence& sentence : document.sentences) {
    const float worth = sentence.field == static_cast<uint8_t>(index::Field::kTitle) ? kTitleCount : 1.0f;
    length += sentence.terms.size();
    for (const uint32_t term : sentence.terms) {
      const auto found = std::lower_bound(words_.begin(), words_.end(), std::make_pair(term, -1.0f));
      if (found != words_.end() && found->first == term)
        counts[static_cast<size_t>(found - words_.begin())] += worth;
    }
  }
  const float terms = std::min(static_cast<float>(length), kLongestTerms);
  const float norm = kSaturation * (1.0f - kLengthPart + kLengthPart * terms / kUsualTerms);
  const auto saturated = [&](float count) { return count * (kSaturation + 1.0f) / (count + norm); };
  float sum = 0;
  for (size_t i = 0; i < words_.size(); ++i) sum += words_[i].second * saturated(counts[i]);
  for (size_t i = 0; i < document.concept_counts.size(); ++i) {
    sum += weights_.concepts[i] * saturated(document.concept_counts[i]);
  }
  return sum / (weights_.total * (kSaturation + 1.0f));
}

float SegmentReader::together(const ReadDocument& document) const {
  size_t required = 0;
  size_t most = 0;
  for (const Concept& wanted : question_.concepts) required += wanted.required ? 1u : 0u;
  if (required < 2) return 0;
  for (size_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
    size_t here = 0;
    for (size_t subject = 0; subject < document.concepts.size(); ++subject) {
      if (question_.concepts[subject].required && document.held(sentence, subject) >= kInText) ++here;
    }
    most = std::max(most, here);
  }
  return kTogether * static_cast<float>(most) / static_cast<float>(required);
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

// A chapter or a page whose title is what was asked about, "Glaucoma" or "What causes glaucoma?", is about it
// from end to end, however long it is.
float SegmentReader::topic(const ReadDocument& document) const {
  constexpr float kHalf = 0.5f;  // of a title's words, or it is about something else as well
  std::vector<PhraseMatch> matches;
  float best = 0;
  for (const index::ForwardSentence& sentence : document.sentences) {
    if (sentence.field != static_cast<uint8_t>(index::Field::kTitle)) continue;
    matcher_.find(sentence.terms, matches);
    std::vector<bool> named(sentence.terms.size());
    for (const PhraseMatch& match : matches) {
      if (match.weight < kStrongWeight || !question_.concepts[match.subject].required) continue;
      for (uint32_t i = match.first; i <= match.last; ++i) named[i] = true;
    }
    size_t names = 0;
    size_t others = 0;
    for (size_t i = 0; i < named.size(); ++i) {
      const uint32_t term = sentence.terms[i];
      if (named[i])
        ++names;
      else if (!is_cue(term) && !is_other(term) && !contains(forms_, term))
        ++others;
    }
    if (names == 0) continue;
    best = std::max(best, static_cast<float>(names) / static_cast<float>(names + others));
  }
  return kTopic * std::max(0.0f, best - kHalf) / kHalf;
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
    if ((wanted.role == ConceptRole::kPopulation || wanted.sought) && !has) return false;
    if (wanted.role != ConceptRole::kCondition) continue;
    ++conditions;
    conditions_held += has ? 1u : 0u;
  }
  if (conditions > 0) return conditions_held + (conditions >= 3 ? 1u : 0u) >= conditions;
  return held * 2 >= required;
}

bool lacks_evidence(const UnderstoodQuestion& question, const Collection& collection,
                    const std::vector<ReadDocument>& documents) {
  for (size_t i = 0; i < question.concepts.size(); ++i) {
    const Concept& wanted = question.concepts[i];
    if (!wanted.required || wanted.role == ConceptRole::kPopulation) continue;
    const bool somewhere = std::any_of(documents.begin(), documents.end(), [&](const ReadDocument& document) {
      return document.concepts[i] >= kInText;
    });
    if (somewhere) continue;
    // A word that belongs to no thesaurus may merely colour the question, if documents use it at all.
    const bool plain_word = wanted.role == ConceptRole::kOther && wanted.thesaurus_id.empty();
    if (!plain_word || !is_used(wanted, collection)) return true;
  }
  return false;
}

}  // namespace attest
