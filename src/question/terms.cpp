#include "question/terms.h"

#include <algorithm>

namespace attest {
namespace {

constexpr uint64_t kRareDocumentsMin = 3;  // in a small collection
constexpr uint64_t kRareShare = 500;       // one document in so many, in a large one

}  // namespace

uint64_t CollectionTerms::document_frequency(const std::string& stem) {
  const auto [place, is_new] = seen_.emplace(stem, 0);
  if (!is_new) return place->second;
  for (const index::SegmentView& view : collection_.segments()) {
    const auto ordinal = view.segment->term_ordinal(stem);
    if (ordinal) place->second += view.segment->statistics(*ordinal).document_frequency;
  }
  return place->second;
}

bool CollectionTerms::is_rare(const std::string& stem) {
  return document_frequency(stem) <= std::max(kRareDocumentsMin, collection_.document_count() / kRareShare);
}

}  // namespace attest
