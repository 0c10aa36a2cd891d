#include "index/forward_codec.h"

#include <limits>

#include "base/stored_bytes.h"

namespace attest::index {

void encode_sentences(std::span<const ForwardSentence> sentences, std::string& out) {
  put_varint(out, sentences.size());
  int64_t end_before = 0;
  int64_t section_before = 0;
  for (const ForwardSentence& sentence : sentences) {
    put_varint(out, zigzag(int64_t{sentence.span.start} - end_before));
    put_varint(out, sentence.span.size());
    put_varint(out, zigzag(int64_t{sentence.section} - section_before) << 2 | sentence.field);
    put_varint(out, sentence.terms.size());
    for (const uint32_t term : sentence.terms) put_varint(out, term);
    end_before = int64_t{sentence.span.start} + sentence.span.size();
    section_before = sentence.section;
  }
}

bool decode_sentences(std::string_view bytes, uint32_t term_count, std::vector<ForwardSentence>& sentences) {
  constexpr int64_t kOffsetMax = std::numeric_limits<uint32_t>::max();
  ByteReader reader(bytes);
  const uint64_t count = reader.varint();
  if (count > reader.remaining() / 4) return false;  // a sentence has at least four bytes
  sentences.resize(count);
  int64_t end_before = 0;
  int64_t section_before = 0;
  for (ForwardSentence& sentence : sentences) {
    // Distances are bounded before they are added, so that no sum leaves 64 bits.
    const int64_t start = end_before + unzigzag(reader.varint_up_to(uint64_t{1} << 34));
    const int64_t end = start + static_cast<int64_t>(reader.varint_up_to(uint64_t{1} << 33));
    const uint64_t place = reader.varint_up_to(uint64_t{1} << 20);
    const int64_t section = section_before + unzigzag(place >> 2);
    const uint64_t terms = reader.varint();
    if (!reader.ok() || start < 0 || end > kOffsetMax || section < 0 || section > 0xffff) return false;
    if (terms > reader.remaining()) return false;
    sentence.span = {static_cast<uint32_t>(start), static_cast<uint32_t>(end)};
    sentence.field = static_cast<uint8_t>(place & 3);
    sentence.section = static_cast<uint16_t>(section);
    sentence.terms.resize(terms);
    for (uint32_t& term : sentence.terms) {
      const uint64_t value = reader.varint();
      if (value >= term_count) return false;
      term = static_cast<uint32_t>(value);
    }
    end_before = end;
    section_before = section;
  }
  return reader.ok() && reader.remaining() == 0;
}

}  // namespace attest::index
