// Exact top-k over a disjunction of terms: block-max MaxScore, one window of documents after the other.
//
// MaxScore (Turtle & Flood, "Query evaluation: strategies and optimizations", 1995): when the k-th best score
// is already T, the terms whose largest impacts together stay at or below T cannot lift a document on their
// own. Only the other, essential, terms are scored in full; what they leave in the running is looked up in
// the rest. Following Ding & Suel ("Faster top-k document retrieval using block-max indexes", SIGIR 2011) the
// largest impacts are those of the blocks at hand. Windows of 4096 documents keep the scores in the
// first-level cache and make the division into essential and other terms once for many documents. Clinical
// questions have nine terms and more, where this beats WAND's document-at-a-time skipping several times over.
//
// Scores are integers, so that the order in which terms are added changes nothing, and the pruned result is
// the exhaustive result to the byte.
#include <algorithm>
#include <array>
#include <memory>
#include <numeric>

#include "index/posting_cursor.h"
#include "index/query_plan.h"
#include "index/segment.h"
#include "index/top_documents.h"

namespace attest::index {

namespace {

constexpr uint32_t kWindowDocuments = 4096;
// A look-up costs about this many postings added blindly.
constexpr uint32_t kLookupCost = 6;

struct TermCursor {
  PostingCursor cursor;
  uint32_t weight = 0;
  uint32_t bound = 0;  // of weight · impact in the current window
};

class SegmentSearch {
 public:
  SegmentSearch(const SegmentFile& segment, const DeletedSet* deleted, uint32_t number, TopDocuments& top)
      : deleted_(deleted), number_(number), documents_(segment.document_count()), top_(top) {}

  Status run(const QueryPlan& plan) {
    for (const PlannedTerm& term : plan.terms) {
      if (!term.entries[number_]) continue;
      ATTEST_ASSIGN(PostingCursor cursor,
                    PostingCursor::open(*plan.segments[number_], *term.entries[number_]));
      terms_.push_back({cursor, term.weight, 0});
    }
    order_.resize(terms_.size());
    std::iota(order_.begin(), order_.end(), 0u);
    bounds_before_.resize(terms_.size() + 1);
    if (terms_.empty()) return {};
    for (uint32_t from = 0; from < documents_;) from = search_window(from);
    for (const TermCursor& term : terms_) ATTEST_TRY(term.cursor.status());
    return {};
  }

 private:
  // Scores the window that starts at `from`; returns where the next one starts.
  uint32_t search_window(uint32_t from) {
    const uint32_t to = from + std::min(kWindowDocuments, documents_ - from);
    const size_t essential = divide_terms(from, to);
    if (essential == terms_.size()) {
      return bounds_before_.back() == 0 ? std::max(to, next_document()) : to;
    }
    for (size_t i = essential; i < order_.size(); ++i) {
      TermCursor& term = terms_[order_[i]];
      if (term.bound != 0) term.cursor.accumulate(from, to, term.weight, scores_.data());
    }
    collect_candidates(to - from, bounds_before_[essential]);
    for (size_t i = essential; i-- > 0 && candidate_count_ > 0;) {
      if (terms_[order_[i]].bound != 0) refine(terms_[order_[i]], from, to, bounds_before_[i]);
    }
    for (uint32_t i = 0; i < candidate_count_; ++i) {
      const uint32_t at = candidates_[i];
      if (scores_[at] <= top_.threshold()) continue;
      if (deleted_ != nullptr && deleted_->contains(from + at)) continue;
      top_.add({scores_[at], number_, from + at});
    }
    std::fill_n(scores_.begin(), to - from, 0u);
    return to;
  }

  // Orders the terms by what they can add in the window, least first, and returns how many of them cannot
  // pass the threshold together. bounds_before_[i] becomes the sum of the first i bounds.
  size_t divide_terms(uint32_t from, uint32_t to) {
    for (TermCursor& term : terms_) term.bound = term.weight * term.cursor.impact_bound(from, to);
    for (size_t i = 1; i < order_.size(); ++i) {  // nearly sorted from the window before
      for (size_t j = i; j > 0 && terms_[order_[j]].bound < terms_[order_[j - 1]].bound; --j) {
        std::swap(order_[j], order_[j - 1]);
      }
    }
    size_t essential = 0;
    for (size_t i = 0; i < order_.size(); ++i) {
      bounds_before_[i + 1] = bounds_before_[i] + terms_[order_[i]].bound;
      if (bounds_before_[i + 1] <= top_.threshold()) essential = i + 1;
    }
    return essential;
  }

  uint32_t next_document() const {
    uint32_t next = documents_;
    for (const TermCursor& term : terms_) next = std::min(next, term.cursor.next_document_bound());
    return next;
  }

  // Documents that could still pass the threshold if every other term gave its most.
  void collect_candidates(uint32_t documents, uint32_t others) {
    constexpr uint32_t kStride = 16;
    const uint32_t threshold = top_.threshold();
    const auto least = static_cast<int32_t>(threshold > others ? threshold - others : 0);
    candidate_count_ = 0;
    for (uint32_t at = 0; at < documents; at += kStride) {  // scores_ is 0 beyond the window
      int32_t any = 0;
      for (uint32_t i = 0; i < kStride; ++i) any |= static_cast<int32_t>(scores_[at + i]) > least ? -1 : 0;
      if (any == 0) continue;
      for (uint32_t i = at; i < at + kStride; ++i) {
        candidates_[candidate_count_] = static_cast<uint16_t>(i);
        candidate_count_ += static_cast<int32_t>(scores_[i]) > least ? 1 : 0;
      }
    }
  }

  // Adds one more term to the candidates and drops those that the rest, at most `others`, cannot lift.
  void refine(TermCursor& term, uint32_t from, uint32_t to, uint32_t others) {
    if (candidate_count_ > term.cursor.expected_postings(to - from) / kLookupCost) {
      term.cursor.accumulate(from, to, term.weight, scores_.data());
    } else {
      for (uint32_t i = 0; i < candidate_count_; ++i) {
        scores_[candidates_[i]] += term.weight * term.cursor.impact_in(from + candidates_[i]);
      }
    }
    const uint32_t threshold = top_.threshold();
    const uint32_t least = threshold > others ? threshold - others : 0;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < candidate_count_; ++i) {
      candidates_[kept] = candidates_[i];
      kept += scores_[candidates_[i]] > least ? 1 : 0;
    }
    candidate_count_ = kept;
  }

  const DeletedSet* deleted_;
  uint32_t number_;
  uint32_t documents_;
  TopDocuments& top_;
  std::vector<TermCursor> terms_;
  std::vector<uint32_t> order_;
  std::vector<uint32_t> bounds_before_;
  uint32_t candidate_count_ = 0;
  std::array<uint16_t, kWindowDocuments + 1> candidates_;
  alignas(64) std::array<uint32_t, kWindowDocuments> scores_{};
};

std::vector<RankedDocument> to_ranked(const std::vector<ScoredDocument>& scored, const QueryPlan& plan) {
  std::vector<RankedDocument> ranked;
  ranked.reserve(scored.size());
  for (const ScoredDocument& document : scored) {
    ranked.push_back({document.segment, document.document, plan.score(document.sum)});
  }
  return ranked;
}

}  // namespace

Result<std::vector<RankedDocument>> search(std::span<const SegmentView> segments,
                                           std::span<const WeightedTerm> terms, size_t k) {
  if (k == 0) return std::vector<RankedDocument>{};
  ATTEST_ASSIGN(const QueryPlan plan, plan_query(segments, terms));
  TopDocuments top(k);
  for (uint32_t i = 0; i < segments.size(); ++i) {
    const auto segment =
        std::make_unique<SegmentSearch>(*plan.segments[i], segments[i].deleted.get(), i, top);
    ATTEST_TRY(segment->run(plan));
  }
  return to_ranked(top.take_sorted(), plan);
}

Result<std::vector<RankedDocument>> search_exhaustively(std::span<const SegmentView> segments,
                                                        std::span<const WeightedTerm> terms, size_t k) {
  ATTEST_ASSIGN(const QueryPlan plan, plan_query(segments, terms));
  std::vector<ScoredDocument> all;
  for (uint32_t i = 0; i < segments.size(); ++i) {
    std::vector<uint32_t> sums(plan.segments[i]->document_count());
    for (const PlannedTerm& term : plan.terms) {
      if (!term.entries[i]) continue;
      ATTEST_ASSIGN(PostingCursor cursor, PostingCursor::open(*plan.segments[i], *term.entries[i]));
      while (cursor.next_block()) {
        for (uint32_t j = 0; j < cursor.block_size(); ++j) {
          sums[cursor.block_documents()[j]] += term.weight * cursor.block_impacts()[j];
        }
      }
      ATTEST_TRY(cursor.status());
    }
    for (uint32_t document = 0; document < sums.size(); ++document) {
      if (sums[document] == 0) continue;
      if (segments[i].deleted && segments[i].deleted->contains(document)) continue;
      all.push_back({sums[document], i, document});
    }
  }
  std::sort(all.begin(), all.end(), is_better);
  if (all.size() > k) all.resize(k);
  return to_ranked(all, plan);
}

uint64_t document_frequency(std::span<const SegmentView> segments, std::string_view term) {
  uint64_t frequency = 0;
  for (const SegmentView& view : segments) {
    if (!view.segment) continue;
    const auto ordinal = view.segment->term_ordinal(term);
    if (ordinal) frequency += view.segment->statistics(*ordinal).document_frequency;
  }
  return frequency;
}

}  // namespace attest::index
