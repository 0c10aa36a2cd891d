// Sentences of a document that was found: those that hold what was asked, speak in the intent's words and
// have numbers where numbers answer. What a title says of the whole document counts a little for each of its
// sentences, because abstracts name their subject once and then say "the patients".
#include "search/sentences.h"

#include <algorithm>
#include <string_view>

#include "search/cues.h"

namespace attest {
namespace {

constexpr size_t kShingleTerms = 3;
constexpr size_t kShingledTermsMax = 160;
constexpr size_t kShapeSentences = 12;
constexpr size_t kSentencesPerDocument = 24;
constexpr size_t kTermsMin = 3;        // shorter sentences say nothing
constexpr size_t kRepeatTermsMin = 5;  // shorter sentences may be alike by chance

// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
uint64_t fnv(std::string_view text) {
  uint64_t hash = 14695981039346656037ull;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

float role_weight(const Concept& wanted) {
  switch (wanted.role) {
    case ConceptRole::kIntervention: return 1.0f;
    case ConceptRole::kTest: return 0.9f;
    case ConceptRole::kCondition: return 0.7f;
    case ConceptRole::kPopulation: return 0.3f;
    default: return 0.6f;
  }
}

float concept_part(const UnderstoodQuestion& question, const ReadDocument& document, size_t sentence) {
  float part = 0;
  for (size_t subject = 0; subject < question.concepts.size(); ++subject) {
    const float weight = role_weight(question.concepts[subject]);
    const uint8_t here = document.held(sentence, subject);
    if (here >= kInText) {
      part += weight;
    } else if (here == kWeak || document.concepts[subject] == kInTitle) {
      part += 0.35f * weight;
    } else if (document.concepts[subject] == kInText) {
      part += 0.2f * weight;
    }
  }
  return part;
}

float word_part(const UnderstoodQuestion& question, const SegmentReader& reader,
                const std::vector<uint32_t>& terms) {
  size_t cues = 0;
  size_t numbers = 0;
  size_t others = 0;
  for (const uint32_t term : terms) {
    cues += reader.is_cue(term) ? 1u : 0u;
    numbers += reader.is_number(term) ? 1u : 0u;
    others += reader.is_other(term) ? 1u : 0u;
  }
  const float number_value = wants_numbers(question.intent) ? 0.12f : 0.04f;
  float part = 0.25f * static_cast<float>(std::min<size_t>(cues, 3));
  part += number_value * static_cast<float>(std::min<size_t>(numbers, 4));
  if (reader.other_count() > 0) {
    part += 0.8f * static_cast<float>(std::min(others, reader.other_count())) /
            static_cast<float>(reader.other_count());
  }
  return part;
}

// How many values two sorted lists share.
template <typename Value>
size_t shared_count(const std::vector<Value>& a, const std::vector<Value>& b) {
  size_t shared = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++shared;
      ++i;
      ++j;
    } else if (a[i] < b[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return shared;
}

// Nine tenths of the shorter sentence's terms are in the other.
bool repeats(std::vector<uint32_t> a, std::vector<uint32_t> b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kRepeatTermsMin || a.size() * 10 < b.size() * 8) return false;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return shared_count(a, b) * 10 >= a.size() * 9;
}

// Copies of one text have mostly sentences of the same lengths, in the same order.
bool same_shape(const ReadDocument& a, const ReadDocument& b) {
  const size_t smaller = std::min(a.sentences.size(), b.sentences.size());
  const size_t greater = std::max(a.sentences.size(), b.sentences.size());
  if (smaller == 0 || smaller * 10 < greater * 7) return false;
  const size_t compared = std::min(smaller, kShapeSentences);
  for (const size_t shift : {0u, 1u}) {  // one of them may lack its title or a heading
    for (const bool first_longer : {true, false}) {
      size_t same = 0;
      for (size_t i = 0; i < compared; ++i) {
        const size_t in_a = i + (first_longer ? shift : 0);
        const size_t in_b = i + (first_longer ? 0 : shift);
        if (in_a >= a.sentences.size() || in_b >= b.sentences.size()) break;
        same += a.sentences[in_a].terms.size() == b.sentences[in_b].terms.size() ? 1u : 0u;
      }
      if (same * 2 > compared) return true;
    }
  }
  return false;
}

// Sorted hashes of three terms in a row over a document's beginning.
std::vector<uint64_t> shingles_of(const ReadDocument& document, TermHashes* texts) {
  std::vector<uint64_t> terms;
  for (const index::ForwardSentence& sentence : document.sentences) {
    for (const uint32_t term : sentence.terms) {
      if (terms.size() == kShingledTermsMax) break;
      terms.push_back(texts != nullptr ? texts->hash(document.ref.segment, term) : term);
    }
  }
  std::vector<uint64_t> shingles;
  for (size_t i = 0; i + kShingleTerms <= terms.size(); ++i) {
    shingles.push_back((terms[i] * 1'000'003 + terms[i + 1]) * 1'000'003 + terms[i + 2]);
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

}  // namespace

uint64_t TermHashes::hash(uint32_t segment, uint32_t term) {
  const auto [place, is_new] = seen_[segment].emplace(term, 0);
  if (is_new) {
    const Result<std::string> text = segments_[segment].segment->term_text(term);
    place->second = text ? fnv(*text) : fnv(std::to_string(term));
  }
  return place->second;
}

bool nearly_same(const ReadDocument& a, const ReadDocument& b, TermHashes& hashes) {
  if (!same_shape(a, b)) return false;
  // Within a segment the term numbers themselves can be compared.
  TermHashes* texts = a.ref.segment == b.ref.segment ? nullptr : &hashes;
  const std::vector<uint64_t> one = shingles_of(a, texts);
  const std::vector<uint64_t> two = shingles_of(b, texts);
  const size_t smaller = std::min(one.size(), two.size());
  return smaller >= kRepeatTermsMin && shared_count(one, two) * 10 >= smaller * 9;
}

std::vector<SentenceHit> best_sentences(const UnderstoodQuestion& question, const SegmentReader& reader,
                                        const ReadDocument& document, uint32_t number, float relative_score) {
  struct Scored {
    size_t sentence;
    float score;
  };
  std::vector<Scored> ranked;
  const size_t count = document.sentences.size();
  for (size_t i = 0; i < count; ++i) {
    const index::ForwardSentence& sentence = document.sentences[i];
    if (sentence.terms.size() < kTermsMin) continue;
    float score = concept_part(question, document, i) + word_part(question, reader, sentence.terms);
    // Conclusions stand at the end; titles name more than they say.
    if (count > 4 && i * 5 >= count * 4) score += 0.15f;
    if (sentence.field == static_cast<uint8_t>(index::Field::kTitle)) score -= 0.3f;
    ranked.push_back({i, score + 0.6f * relative_score});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Scored& a, const Scored& b) { return a.score > b.score; });
  std::vector<SentenceHit> hits;
  std::vector<size_t> taken;
  for (const Scored& one : ranked) {
    if (hits.size() == kSentencesPerDocument) break;
    const index::ForwardSentence& sentence = document.sentences[one.sentence];
    const bool said = std::any_of(taken.begin(), taken.end(), [&](size_t other) {
      return repeats(document.sentences[other].terms, sentence.terms);
    });
    if (said) continue;
    taken.push_back(one.sentence);
    SentenceHit hit;
    hit.document = number;
    hit.span = sentence.span;
    hit.section = sentence.section;
    hit.score = one.score;
    for (size_t subject = 0; subject < document.concepts.size(); ++subject) {
      const bool in_document = document.concepts[subject] >= kInText;
      const bool here = document.held(one.sentence, subject) >= kInText;
      hit.concepts.push_back(here ? kInText : in_document ? kWeak : kAbsent);
    }
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace attest
