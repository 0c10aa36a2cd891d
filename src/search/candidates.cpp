#include "search/candidates.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace attest {
namespace {

constexpr float kAskedWeight = 1.0f;      // stems of the words that were asked
constexpr float kOtherNameWeight = 0.35f; // stems of other names of the same thing
constexpr float kOptionalWeight = 0.5f;   // concepts and words that only colour the question
constexpr float kGenericDamping = 0.35f;
constexpr float kOneNameScore = 0.15f;    // of a document that only the query for one name brought
constexpr size_t kNameQueriesMax = 12;
constexpr size_t kNameQueryDocuments = 60;

// Stems that many names share and that say little alone.
constexpr auto kGenericStems = std::to_array<std::string_view>(
    {"floor", "syndrom", "function", "disord", "diseas", "muscl", "type", "pain", "chronic", "acut", "treatment",
     "therapi", "train", "test", "inject", "outlet", "dysfunct", "contract", "primari", "infect", "failur",
     "primari", "studi", "patient", "use", "effect", "care", "program", "surgeri", "trial", "relax"});

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

std::vector<index::WeightedTerm> whole_query(const UnderstoodQuestion& question) {
  Weights weights;
  for (const Concept& wanted : question.concepts) {
    const float importance = wanted.required ? 1.0f : kOptionalWeight;
    for (size_t i = 0; i < wanted.variants.size(); ++i) {
      const ConceptVariant& variant = wanted.variants[i];
      const float name = i == 0 ? kAskedWeight : kOtherNameWeight * variant.weight;
      for (const std::string& stem : variant.stems) raise(weights, stem, importance * name, i > 0);
    }
  }
  for (const std::string& stem : question.other_stems) raise(weights, stem, kOptionalWeight, false);
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
    std::stable_sort(ranked.begin(), ranked.end(), [](const Query& a, const Query& b) { return a.rarest < b.rarest; });
    if (ranked.size() > kNameQueriesMax) ranked.resize(kNameQueriesMax);
    for (Query& query : ranked) queries.push_back(std::move(query.terms));
    if (queries.size() >= kNameQueriesMax * 2) break;
  }
  return queries;
}

}  // namespace

Result<std::vector<Candidate>> find_candidates(const UnderstoodQuestion& question, const Collection& collection,
                                               size_t count) {
  std::vector<Candidate> candidates;
  const std::vector<index::WeightedTerm> whole = whole_query(question);
  if (whole.empty() || count == 0) return candidates;
  std::map<std::pair<uint32_t, uint32_t>, float> scores;
  ATTEST_ASSIGN(const std::vector<index::RankedDocument> ranked, index::search(collection.segments(), whole, count));
  const float best = ranked.empty() ? 1.0f : std::max(ranked.front().score, 1e-6f);
  for (const index::RankedDocument& one : ranked) scores[{one.segment, one.document}] = one.score / best;
  for (const std::vector<index::WeightedTerm>& terms : name_queries(question, collection)) {
    ATTEST_ASSIGN(const std::vector<index::RankedDocument> named,
                  index::search(collection.segments(), terms, kNameQueryDocuments));
    for (const index::RankedDocument& one : named) scores.emplace(std::make_pair(one.segment, one.document), kOneNameScore);
  }
  for (const auto& [place, score] : scores) candidates.push_back({{place.first, place.second}, score});
  return candidates;
}

}  // namespace attest
