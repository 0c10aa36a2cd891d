// Building a segment: every term of every document goes through one hash table; postings gather behind their
// term as (distance, impact) bytes; the forward index gathers as finished records with the table's numbers.
// Writing sorts the terms and renames the numbers.
#include <algorithm>
#include <numeric>

#include "base/limits.h"
#include "base/stored_bytes.h"
#include "index/byte_lists.h"
#include "index/forward_codec.h"
#include "index/impact.h"
#include "index/segment.h"
#include "index/segment_writer.h"
#include "index/term_table.h"

namespace attest::index {

struct SegmentBuilder::State {
  // What is kept of a term besides its text.
  struct Term {
    ByteLists::List postings;
    uint32_t document_after = 0;  // number after the last document that has the term
    uint32_t place = 0;           // in `found`, valid while `seen_in` is the current document
    uint32_t seen_in = 0;         // number after the document where it was last seen
  };
  struct Found {
    uint32_t term = 0;
    FieldCounts frequencies{};
  };

  // Gives the term's number, and counts one occurrence in `field` of the current document.
  uint32_t count(std::string_view text, uint8_t field, FieldCounts& lengths);

  uint32_t documents = 0;
  TermTable table;
  std::vector<Term> terms;
  ByteLists postings;
  std::string records;  // forward index, one record after the other
  std::vector<size_t> record_ends;
  std::vector<Found> found;  // terms of the current document
  std::vector<ForwardSentence> sentences;
};

uint32_t SegmentBuilder::State::count(std::string_view text, uint8_t field, FieldCounts& lengths) {
  const uint32_t number = table.intern(text);
  if (number == terms.size()) terms.emplace_back();
  Term& term = terms[number];
  if (term.seen_in != documents + 1) {
    term.seen_in = documents + 1;
    term.place = static_cast<uint32_t>(found.size());
    found.push_back({number, {}});
  }
  ++found[term.place].frequencies[field];
  ++lengths[field];
  return number;
}

SegmentBuilder::SegmentBuilder() : state_(std::make_unique<State>()) {}
SegmentBuilder::~SegmentBuilder() = default;
SegmentBuilder::SegmentBuilder(SegmentBuilder&&) noexcept = default;

uint32_t SegmentBuilder::document_count() const { return state_->documents; }

uint32_t SegmentBuilder::add(const IndexDocument& document) {
  State& state = *state_;
  FieldCounts lengths{};
  state.found.clear();
  state.sentences.resize(document.sentences.size());
  const auto is_indexed = [](std::string_view term) {
    return !term.empty() && term.size() <= limits::kIndexTermBytesMax;
  };
  for (size_t i = 0; i < document.sentences.size(); ++i) {
    const IndexedSentence& from = document.sentences[i];
    ForwardSentence& to = state.sentences[i];
    to.span = {from.span.start, std::max(from.span.start, from.span.end)};
    to.field = from.field < kFieldCount ? from.field : static_cast<uint8_t>(Field::kBody);
    to.section = from.section;
    to.terms.clear();
    for (const std::string& term : from.terms) {
      if (is_indexed(term)) to.terms.push_back(state.count(term, to.field, lengths));
    }
  }
  for (const std::string& term : document.heading_terms) {
    if (is_indexed(term)) state.count(term, static_cast<uint8_t>(Field::kHeading), lengths);
  }
  for (const std::string& term : document.subject_terms) {
    if (is_indexed(term)) state.count(term, static_cast<uint8_t>(Field::kSubject), lengths);
  }
  const ImpactScale scale(lengths);
  for (const State::Found& found : state.found) {
    State::Term& term = state.terms[found.term];
    state.postings.append_varint(term.postings, state.documents - term.document_after);
    state.postings.append(term.postings, scale.impact(found.frequencies));
    term.document_after = state.documents + 1;
  }
  encode_sentences(state.sentences, state.records);
  state.record_ends.push_back(state.records.size());
  return state.documents++;
}

size_t SegmentBuilder::memory_bytes() const {
  const State& state = *state_;
  return sizeof state + state.table.memory_bytes() + state.terms.capacity() * sizeof(State::Term) +
         state.postings.memory_bytes() + state.records.capacity() +
         state.record_ends.capacity() * sizeof(size_t) + state.found.capacity() * sizeof(State::Found);
}

Status SegmentBuilder::write(const std::filesystem::path& path) {
  const std::unique_ptr<State> state = std::exchange(state_, std::make_unique<State>());
  std::vector<uint32_t> order(state->table.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](uint32_t a, uint32_t b) { return state->table.text(a) < state->table.text(b); });
  std::vector<uint32_t> ordinals(order.size());
  for (uint32_t ordinal = 0; ordinal < order.size(); ++ordinal) ordinals[order[ordinal]] = ordinal;

  SegmentWriter writer(path);
  std::string bytes;
  for (const uint32_t number : order) {
    writer.begin_term(state->table.text(number));
    state->postings.read(state->terms[number].postings, bytes);
    ByteReader reader(bytes);
    for (uint32_t next = 0; reader.remaining() > 0; ++next) {
      next += static_cast<uint32_t>(reader.varint());
      writer.add_posting(next, reader.u8());
    }
    writer.end_term();
  }
  writer.end_terms();

  std::vector<ForwardSentence> sentences;
  size_t start = 0;
  for (const size_t end : state->record_ends) {
    const std::string_view record = std::string_view(state->records).substr(start, end - start);
    if (!decode_sentences(record, state->table.size(), sentences)) {
      return fail(ErrorCode::kLimit, "a document's sentences cannot be represented", path.string());
    }
    for (ForwardSentence& sentence : sentences) {
      for (uint32_t& term : sentence.terms) term = ordinals[term];
    }
    writer.add_document(sentences);
    start = end;
  }
  return writer.finish();
}

}  // namespace attest::index
