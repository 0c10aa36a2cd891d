// Merging: the dictionaries are walked side by side, and each term's postings are copied from input after
// input with new document numbers; then the documents' sentences follow, with new term numbers. Impacts do
// not depend on the collection (index/impact.h), so that nothing is computed again and the result is, byte
// for byte, the segment that building all live documents at once would have given.
//
// In memory: four bytes for each document and each term of the inputs, and what SegmentWriter holds.
#include <algorithm>

#include <fmt/format.h>

#include "index/posting_cursor.h"
#include "index/segment_file.h"
#include "index/segment_writer.h"

namespace attest::index {

namespace {

constexpr uint32_t kGone = UINT32_MAX;
constexpr uint64_t kMergedDocumentsMax = (1ull << 31) - 1;

struct Input {
  const SegmentFile* segment;
  std::vector<uint32_t> documents;  // old number → new
  std::vector<uint32_t> terms;      // old ordinal → new
  TermIterator iterator;
  bool has_term = false;
};

Status advance(Input& input) {
  ATTEST_ASSIGN(input.has_term, input.iterator.next());
  return {};
}

// Copies the live postings of `input`'s current term; begins the term at the first one.
Result<bool> copy_postings(Input& input, const std::string& term, bool begun, SegmentWriter& writer) {
  ATTEST_ASSIGN(PostingCursor cursor, PostingCursor::open(*input.segment, input.iterator.entry()));
  while (cursor.next_block()) {
    for (uint32_t i = 0; i < cursor.block_size(); ++i) {
      const uint32_t document = input.documents[cursor.block_documents()[i]];
      if (document == kGone) continue;
      if (!begun) writer.begin_term(term);
      begun = true;
      writer.add_posting(document, cursor.block_impacts()[i]);
    }
  }
  ATTEST_TRY(cursor.status());
  return begun;
}

Status merge_terms(std::vector<Input>& inputs, SegmentWriter& writer) {
  for (Input& input : inputs) ATTEST_TRY(advance(input));
  std::string term_before;
  std::vector<Input*> holders;
  for (bool is_first = true;; is_first = false) {
    const Input* least = nullptr;
    for (const Input& input : inputs) {
      if (input.has_term && (least == nullptr || input.iterator.term() < least->iterator.term()))
        least = &input;
    }
    if (least == nullptr) return {};
    const std::string term = least->iterator.term();
    if (!is_first && term <= term_before) {
      return least->segment->damaged("the terms of the dictionary are out of order", 0);
    }
    bool begun = false;
    holders.clear();
    const uint32_t ordinal = writer.term_count();
    for (Input& input : inputs) {
      if (!input.has_term || input.iterator.term() != term) continue;
      ATTEST_ASSIGN(begun, copy_postings(input, term, begun, writer));
      holders.push_back(&input);
    }
    if (begun) writer.end_term();
    for (Input* input : holders) {
      // Without a live document the term is dropped.
      if (begun) input->terms[input->iterator.entry().ordinal] = ordinal;
      ATTEST_TRY(advance(*input));
    }
    term_before = term;
  }
}

Status merge_documents(const std::vector<Input>& inputs, SegmentWriter& writer) {
  std::vector<ForwardSentence> sentences;
  for (const Input& input : inputs) {
    for (uint32_t document = 0; document < input.documents.size(); ++document) {
      if (input.documents[document] == kGone) continue;
      ATTEST_TRY(input.segment->read_sentences(document, sentences));
      for (ForwardSentence& sentence : sentences) {
        for (uint32_t& term : sentence.terms) {
          term = input.terms[term];
          if (term == kGone) {
            return input.segment->damaged(fmt::format("document {} has a term without postings", document),
                                          0);
          }
        }
      }
      writer.add_document(sentences);
    }
  }
  return {};
}

}  // namespace

Result<std::vector<std::vector<uint32_t>>> merge_segments(std::span<const SegmentView> views,
                                                          const std::filesystem::path& path) {
  std::vector<Input> inputs;
  uint64_t documents = 0;
  for (const SegmentView& view : views) {
    ATTEST_ASSIGN(const SegmentFile* segment, segment_file(view.segment));
    Input& input = inputs.emplace_back(
        Input{segment, {}, std::vector<uint32_t>(segment->term_count(), kGone), TermIterator(*segment, 0)});
    input.documents.resize(segment->document_count());
    for (uint32_t document = 0; document < input.documents.size(); ++document) {
      const bool is_gone = view.deleted && view.deleted->contains(document);
      input.documents[document] = is_gone ? kGone : static_cast<uint32_t>(documents++);
    }
  }
  if (documents > kMergedDocumentsMax) {
    return fail(
        ErrorCode::kLimit,
        fmt::format("a segment of {} documents passes the limit of {}", documents, kMergedDocumentsMax),
        path.string(), "merge fewer segments");
  }
  SegmentWriter writer(path);
  ATTEST_TRY(merge_terms(inputs, writer));
  writer.end_terms();
  ATTEST_TRY(merge_documents(inputs, writer));
  ATTEST_TRY(writer.finish());
  std::vector<std::vector<uint32_t>> renumbered;
  for (Input& input : inputs) renumbered.push_back(std::move(input.documents));
  return renumbered;
}

}  // namespace attest::index
