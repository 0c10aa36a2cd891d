// Pruned search against the oracle, and the oracle against a reckoning that knows nothing of segments.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "index/impact.h"
#include "index/test_collection.h"

namespace attest::index {
namespace {

std::string as_text(const std::vector<RankedDocument>& ranked) {
  std::string text;
  for (const RankedDocument& document : ranked) {
    char line[80];
    std::snprintf(line, sizeof line, "%u:%u %a\n", document.segment, document.document, document.score);
    text += line;
  }
  return text;
}

void expect_same(const std::vector<SegmentView>& views, const std::vector<WeightedTerm>& query, size_t k) {
  const auto pruned = search(views, query, k);
  const auto exhaustive = search_exhaustively(views, query, k);
  ASSERT_TRUE(pruned) << pruned.error().to_line();
  ASSERT_TRUE(exhaustive) << exhaustive.error().to_line();
  ASSERT_EQ(as_text(*pruned), as_text(*exhaustive)) << "k " << k;
  EXPECT_LE(pruned->size(), k);
}

struct Collection {
  TestFolder folder;
  std::vector<std::vector<IndexDocument>> documents;
  std::vector<SegmentView> views;

  void add_segment(std::vector<IndexDocument> segment_documents) {
    auto segment = build_segment(segment_documents, folder / std::to_string(views.size()));
    ASSERT_TRUE(segment) << segment.error().to_line();
    views.push_back({*segment, nullptr});
    documents.push_back(std::move(segment_documents));
  }
};

std::vector<WeightedTerm> random_query(Random& random, uint32_t vocabulary) {
  constexpr float kWeights[] = {1.0f, 1.0f, 1.0f, 0.5f, 2.0f, 0.0f, 1e-6f, 300.0f};
  std::vector<WeightedTerm> query(random() % 12);
  for (WeightedTerm& term : query) {
    term.term = random() % 10 == 0 ? "unknown" : random_word(random, vocabulary);
    term.weight = kWeights[random() % std::size(kWeights)];
  }
  return query;
}

TEST(Search, PrunedIsExhaustiveOnRandomCollections) {
  for (uint32_t seed = 0; seed < 40; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    Collection collection;
    const uint32_t segments = 1 + random() % 4;
    const uint32_t vocabulary = 2 + random() % 60;
    for (uint32_t i = 0; i < segments; ++i) {
      const uint32_t size = seed % 8 == 0 ? 6000 : random() % 700;
      collection.add_segment(random_documents({size, vocabulary, 12}, random));
      if (random() % 2 == 0) continue;
      auto deleted = std::make_shared<DeletedSet>();
      for (uint32_t j = 0; j < size; ++j) {
        if (random() % 4 == 0) deleted->insert(j);
      }
      collection.views.back().deleted = deleted;
    }
    for (int i = 0; i < 20; ++i) {
      const auto query = random_query(random, vocabulary);
      for (const size_t k : {size_t{1}, size_t{10}, size_t{400}}) expect_same(collection.views, query, k);
    }
    const auto query = random_query(random, vocabulary);
    expect_same(collection.views, query, 0);
    expect_same(collection.views, query, 1'000'000);
    expect_same(collection.views, query, SIZE_MAX);
  }
}

// Rare and frequent terms over many windows: blocks wider than a window, windows without any posting.
TEST(Search, PrunedIsExhaustiveOverManyWindows) {
  Random random(99);
  std::vector<IndexDocument> documents(30'000);
  for (uint32_t i = 0; i < documents.size(); ++i) {
    std::vector<std::string> body;
    if (i % 2 == 0) body.push_back("half");
    if (random() % 20 == 0) body.push_back("some");
    if (random() % 300 == 0) body.push_back("few");
    if (random() % 5000 == 0) body.push_back("rare");
    if (i > 20'000 && i < 21'000) body.insert(body.end(), 1 + random() % 6, "local");
    documents[i] = make_document({}, std::move(body));
  }
  Collection collection;
  collection.add_segment(std::move(documents));
  const std::vector<std::string> words = {"half", "some", "few", "rare", "local"};
  for (uint32_t chosen = 1; chosen < 32; ++chosen) {
    std::vector<WeightedTerm> query;
    for (size_t i = 0; i < words.size(); ++i) {
      if ((chosen >> i & 1) != 0) query.push_back({words[i], 1.0f});
    }
    for (const size_t k : {size_t{1}, size_t{10}, size_t{1000}}) expect_same(collection.views, query, k);
  }
}

// A reckoning from the documents themselves, in floating point: right within the rounding of the impacts.
TEST(Search, ScoresAreBm25fWithinTheRoundingOfImpacts) {
  Random random(5);
  const auto documents = random_documents({300, 30, 12}, random);
  Collection collection;
  collection.add_segment(documents);
  const std::vector<WeightedTerm> query = {{"w1", 1.0f}, {"w7", 2.0f}, {"w1", 0.5f}, {"w12", 1.0f}};
  const std::map<std::string, double> weights = {{"w1", 1.5}, {"w7", 2.0}, {"w12", 1.0}};
  std::vector<std::map<std::string, FieldCounts>> frequencies(documents.size());
  std::vector<FieldCounts> lengths(documents.size());
  std::map<std::string, double> holders;
  for (size_t i = 0; i < documents.size(); ++i) {
    const auto count = [&](const std::string& term, size_t field) {
      ++frequencies[i][term][field];
      ++lengths[i][field];
    };
    for (const auto& sentence : documents[i].sentences) {
      for (const auto& term : sentence.terms) count(term, sentence.field);
    }
    for (const auto& term : documents[i].heading_terms) count(term, 1);
    for (const auto& term : documents[i].subject_terms) count(term, 3);
    for (const auto& [term, counts] : frequencies[i]) ++holders[term];
  }
  const auto ranked = search(collection.views, query, 1000).value();
  std::set<uint32_t> found;
  for (const RankedDocument& hit : ranked) {
    double expected = 0;
    for (const auto& [term, weight] : weights) {
      const auto at = frequencies[hit.document].find(term);
      if (at == frequencies[hit.document].end()) continue;
      double frequency = 0;
      for (size_t field = 0; field < kFieldCount; ++field) {
        const FieldSetting& setting = kImpactSettings.fields[field];
        const double b = setting.b_hundredths / 100.0;
        const double length = std::min<double>(lengths[hit.document][field],
                                               setting.pivot_terms * kImpactSettings.length_cap_pivots);
        frequency +=
            setting.weight_tenths / 10.0 * at->second[field] / (1 - b + b * length / setting.pivot_terms);
      }
      const double idf =
          std::log2((2.0 * static_cast<double>(documents.size()) + 2) / (2 * holders[term] + 1));
      expected += weight * idf * frequency / (kImpactSettings.k1_hundredths / 100.0 + frequency);
    }
    EXPECT_NEAR(hit.score, expected, 0.02 * expected + 0.05);
    found.insert(hit.document);
  }
  for (uint32_t i = 0; i < documents.size(); ++i) {
    const bool matches =
        frequencies[i].count("w1") + frequencies[i].count("w7") + frequencies[i].count("w12") > 0;
    EXPECT_EQ(found.count(i) == 1, matches) << i;
  }
}

TEST(Search, TiesGoToTheLowerSegmentAndDocument) {
  Collection collection;
  const std::vector<IndexDocument> same(5000, make_document({"bowel"}, {"rectum", "pelvis"}));
  collection.add_segment(same);
  collection.add_segment(same);
  const auto ranked =
      search(collection.views, std::vector<WeightedTerm>{{"pelvis", 1}, {"bowel", 1}}, 3).value();
  ASSERT_EQ(ranked.size(), 3u);
  for (uint32_t i = 0; i < 3; ++i) {
    EXPECT_EQ(ranked[i].segment, 0u);
    EXPECT_EQ(ranked[i].document, i);
  }
  expect_same(collection.views, {{"pelvis", 1}, {"bowel", 1}}, 5001);
}

TEST(Search, OddQueriesGiveNothing) {
  Collection collection;
  collection.add_segment({make_document({"a"}, {"b"})});
  collection.add_segment({});
  const auto count = [&](std::vector<WeightedTerm> query, size_t k) {
    return search(collection.views, query, k)->size();
  };
  EXPECT_EQ(count({}, 10), 0u);
  EXPECT_EQ(count({{"zzz", 1}}, 10), 0u);
  EXPECT_EQ(count({{"a", 0}}, 10), 0u);
  EXPECT_EQ(count({{"a", -1}}, 10), 0u);
  EXPECT_EQ(count({{"a", std::nanf("")}}, 10), 0u);
  EXPECT_EQ(count({{"", 1}}, 10), 0u);
  EXPECT_EQ(count({{"a", 1}}, 0), 0u);
  EXPECT_EQ(count({{"a", INFINITY}, {"b", 1e-30f}}, 10), 1u);
  EXPECT_EQ(index::search({}, std::vector<WeightedTerm>{{"a", 1}}, 10)->size(), 0u);
  EXPECT_EQ(document_frequency(collection.views, "a"), 1u);
  EXPECT_EQ(document_frequency(collection.views, "zzz"), 0u);
}

TEST(Search, ManyHeavyTermsStayInRange) {
  Collection collection;
  std::vector<std::string> words;
  std::vector<WeightedTerm> query;
  for (int i = 0; i < 300; ++i) {
    words.push_back("t" + std::to_string(i));
    query.push_back({words.back(), 1e6f});
  }
  std::vector<IndexDocument> documents(50, make_document({"x"}, {"y"}));
  documents[20] = make_document(words, words);
  collection.add_segment(documents);
  const auto ranked = search(collection.views, query, 5).value();
  ASSERT_EQ(ranked.size(), 1u);
  EXPECT_EQ(ranked[0].document, 20u);
  EXPECT_GT(ranked[0].score, 1e7f);
}

TEST(Search, ADeletedDocumentDoesNotRaiseTheThreshold) {
  Collection collection;
  std::vector<IndexDocument> documents(200, make_document({}, {"weak", "a", "b", "c", "d"}));
  documents[3] = make_document({"weak"}, {"weak", "weak"});
  collection.add_segment(documents);
  auto deleted = std::make_shared<DeletedSet>();
  deleted->insert(3);
  collection.views[0].deleted = deleted;
  const auto ranked = search(collection.views, std::vector<WeightedTerm>{{"weak", 1}}, 1).value();
  ASSERT_EQ(ranked.size(), 1u);
  EXPECT_EQ(ranked[0].document, 0u);
}

}  // namespace
}  // namespace attest::index
