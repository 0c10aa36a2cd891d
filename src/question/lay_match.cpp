#include "question/lay_match.h"

namespace attest {

std::optional<ByteSpan> match_lay(const std::vector<LayWord>& said, size_t start,
                                  const std::vector<std::string>& phrase) {
  constexpr size_t kLayGapMax = 3;
  if (said[start].stem != phrase.front()) return std::nullopt;
  size_t at = start;
  size_t gaps = 0;
  for (size_t i = 1; i < phrase.size(); ++i) {
    ++at;
    while (at < said.size() && said[at].stem != phrase[i] && gaps < kLayGapMax) {
      ++at;
      ++gaps;
    }
    if (at >= said.size() || said[at].stem != phrase[i]) return std::nullopt;
  }
  return ByteSpan{said[start].span.start, said[at].span.end};
}

}  // namespace attest
