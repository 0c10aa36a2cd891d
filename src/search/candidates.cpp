#include "search/candidates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

#include "text/tokens.h"

namespace attest {
namespace {

constexpr float kAskedWeight = 1.0f;       // stems of the words that were asked
constexpr float kOtherNameWeight = 0.35f;  // stems of other names of the same thing
constexpr float kOptionalWeight = 0.5f;    // concepts and words that only colour the question
constexpr float kGenericDamping = 0.35f;
constexpr float kPlainWeight = 0.4f;  // words that are in no concept and of no particular content
constexpr float kPopulationWeight = 0.6f;
constexpr size_t kNameQueriesMax = 12;
constexpr size_t kNameQueryDocuments = 60;
constexpr size_t kNameShare = 3;         // one part in so many of the candidates may come from single names
constexpr float kAskedWordShare = 0.3f;  // of a word's weight where it stands alone, outside its asked name

// Stems that many names share and that say little alone.
constexpr auto kGenericStems = std::to_array<std::string_view>(
    {"floor",    "syndrom",  "function",  "disord",  "diseas",  "muscl",   "type",   "pain",
     "chronic",  "acut",     "treatment", "therapi", "train",   "test",    "inject", "outlet",
     "dysfunct", "contract", "primari",   "infect",  "failur",  "primari", "studi",  "patient",
     "use",      "effect",   "care",      "program", "surgeri", "trial",   "relax"});

bool is_generic(std::string_view stem) {
  return std::find(kGenericStems.begin(), kGenericStems.end(), stem) != kGenericStems.end();
}

using Weights = std::map<std::string, float>;

void raise(Weights& weights, const std::string& stem, float weight, bool damp) {
  const float damped = damp && is_generic(stem) ? weight * kGenericDamping : weight;
  float& known = weights[stem];
  known = std::max(known, damped);
}

std::vector<index::WeightedTerm> terms_of(const Weights& weights) {
  std::vector<index::WeightedTerm> terms;
  for (const auto& [stem, weight] : weights) terms.push_back({stem, weight});
  return terms;
}

bool is_other(const UnderstoodQuestion& question, const std::string& stem) {
  return std::find(question.other_stems.begin(), question.other_stems.end(), stem) !=
         question.other_stems.end();
}

std::vector<index::WeightedTerm> whole_query(const UnderstoodQuestion& question,
                                             const std::vector<std::pair<std::string, float>>& words) {
  Weights weights;
  for (const Concept& wanted : question.concepts) {
    const float importance = wanted.required ? 1.0f : kOptionalWeight;
    for (size_t i = 0; i < wanted.variants.size(); ++i) {
      const ConceptVariant& variant = wanted.variants[i];
      const float name = i == 0 ? kAskedWeight : kOtherNameWeight * variant.weight;
      for (const std::string& stem : variant.stems) raise(weights, stem, importance * name, i > 0);
    }
  }
  for (const auto& [stem, weight] : words)
    raise(weights, stem, is_other(question, stem) ? 0.8f : 0.3f, false);
  return terms_of(weights);
}

// One query for each name of a thing, the rarest names last: the common ones fill the first query anyway.
std::vector<std::vector<index::WeightedTerm>> name_queries(const UnderstoodQuestion& question,
                                                           const Collection& collection) {
  struct Query {
    uint64_t rarest = 0;
    std::vector<index::WeightedTerm> terms;
  };
  std::vector<std::vector<index::WeightedTerm>> queries;
  for (const Concept& wanted : question.concepts) {
    if (!wanted.required || wanted.variants.size() < 2) continue;
    std::vector<Query> ranked;
    std::set<std::set<std::string>> seen;
    for (const ConceptVariant& variant : wanted.variants) {
      if (variant.weight < kOptionalWeight || variant.abbreviation) continue;
      const std::set<std::string> stems(variant.stems.begin(), variant.stems.end());
      if (!seen.insert(stems).second) continue;
      Query query;
      query.rarest = UINT64_MAX;
      for (const std::string& stem : stems) {
        query.rarest = std::min(query.rarest, index::document_frequency(collection.segments(), stem));
        query.terms.push_back({stem, 1.0f});
      }
      if (query.rarest > 0) ranked.push_back(std::move(query));
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Query& a, const Query& b) { return a.rarest < b.rarest; });
    if (ranked.size() > kNameQueriesMax) ranked.resize(kNameQueriesMax);
    for (Query& query : ranked) queries.push_back(std::move(query.terms));
    if (queries.size() >= kNameQueriesMax * 2) break;
  }
  return queries;
}

}  // namespace

QuestionWeights weigh(const UnderstoodQuestion& question, const Collection& collection) {
  const auto& segments = collection.segments();
  const auto rarity = [&](uint64_t documents) {
    const auto count = static_cast<float>(std::max<uint64_t>(collection.document_count(), 1));
    return std::log(1.0f + count / (1.0f + static_cast<float>(documents)));
  };
  QuestionWeights weights;
  std::set<std::string> named;
  for (const Concept& wanted : question.concepts) {
    // A concept is as common as its commonest name, whichever name was asked.
    uint64_t documents = 0;
    for (const ConceptVariant& variant : wanted.variants) {
      if (variant.weight < kOptionalWeight || variant.abbreviation) continue;
      uint64_t rarest = UINT64_MAX;
      for (const std::string& stem : variant.stems) {
        rarest = std::min(rarest, index::document_frequency(segments, stem));
      }
      if (rarest != UINT64_MAX) documents = std::max(documents, rarest);
    }
    const bool population = wanted.role == ConceptRole::kPopulation;
    const float importance = population ? kPopulationWeight : wanted.required ? 1.0f : kOptionalWeight;
    weights.concepts.push_back(importance * rarity(documents));
    weights.total += weights.concepts.back();
    // Names of our own thesaurus are complete: a question ranks alike by whichever it was asked. Other names
    // are not; texts that have some of the asked words count a little.
    const bool complete = wanted.thesaurus_id.rfind("attest:", 0) == 0;
    for (const std::string& stem : wanted.variants.front().stems) {
      if (!named.insert(stem).second || complete || wanted.variants.front().stems.size() < 2) continue;
      weights.words.emplace_back(
          stem, kAskedWordShare * importance * rarity(index::document_frequency(segments, stem)));
      weights.total += weights.words.back().second;
    }
  }
  Stemmer stemmer;
  for (const std::string& stem : stems_of(question.resolved, stemmer)) {
    if (!named.insert(stem).second) continue;
    const float weight =
        (is_other(question, stem) ? 1.0f : kPlainWeight) * rarity(index::document_frequency(segments, stem));
    weights.words.emplace_back(stem, weight);
    weights.total += weight;
  }
  return weights;
}

Result<std::vector<Candidate>> find_candidates(const UnderstoodQuestion& question,
                                               const QuestionWeights& weights, const Collection& collection,
                                               size_t count) {
  std::vector<Candidate> candidates;
  const std::vector<index::WeightedTerm> whole = whole_query(question, weights.words);
  if (whole.empty() || count == 0) return candidates;
  std::set<std::pair<uint32_t, uint32_t>> places;
  const auto queries = name_queries(question, collection);
  const size_t for_whole = queries.empty() ? count : count - count / kNameShare;
  ATTEST_ASSIGN(const std::vector<index::RankedDocument> ranked,
                index::search(collection.segments(), whole, for_whole));
  for (const index::RankedDocument& one : ranked) places.emplace(one.segment, one.document);
  // The names take turns, so that each has its best documents in.
  std::vector<std::vector<index::RankedDocument>> named;
  for (const std::vector<index::WeightedTerm>& terms : queries) {
    ATTEST_ASSIGN(std::vector<index::RankedDocument> found,
                  index::search(collection.segments(), terms, kNameQueryDocuments));
    named.push_back(std::move(found));
  }
  for (size_t rank = 0; rank < kNameQueryDocuments; ++rank) {
    for (const auto& found : named) {
      if (rank < found.size() && places.size() < count)
        places.emplace(found[rank].segment, found[rank].document);
    }
  }
  for (const auto& [segment, document] : places) candidates.push_back({{segment, document}});
  return candidates;
}

}  // namespace attest
