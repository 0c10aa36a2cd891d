#include "findings/spans/pico_spans.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/ascii.h"
#include "base/limits.h"
#include "learn/sequence.h"

namespace attest {
namespace {

constexpr std::array<const char*, kPicoClasses> kPicoNames = {"none", "population", "intervention",
                                                              "comparator", "outcome"};
constexpr size_t kTokensMax = 400;  // of one sentence; the rest of a longer one has no spans

PicoClass class_of(std::string_view label) {
  for (size_t i = 0; i < kPicoNames.size(); ++i) {
    if (label == kPicoNames[i]) return static_cast<PicoClass>(i);
  }
  return PicoClass::kNone;
}

}  // namespace

const char* pico_class_name(PicoClass value) { return kPicoNames[static_cast<size_t>(value)]; }

std::vector<ByteSpan> pico_tokens(std::string_view text) {
  std::vector<ByteSpan> tokens;
  for (size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      ++at;
      continue;
    }
    size_t end = at + 1;
    if (is_word_byte(text[at])) {
      while (end < text.size() && is_word_byte(text[end])) ++end;
    }
    tokens.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    at = end;
  }
  return tokens;
}

std::vector<std::vector<PicoClass>> label_pico_tokens(std::span<const PicoTokens> abstract) {
  static const LinearModel* const model = built_in_model("pico");
  std::vector<std::vector<PicoClass>> labels;
  for (const PicoTokens& sentence : abstract) labels.emplace_back(sentence.words.size(), PicoClass::kNone);
  if (model == nullptr) return labels;
  auto features = pico_features(abstract);
  for (size_t s = 0; s < abstract.size(); ++s) {
    const auto path = label_sequence(*model, features[s]);
    for (size_t i = 0; i < path.size(); ++i) labels[s][i] = class_of(model->labels()[path[i]]);
  }
  return labels;
}

std::vector<PicoSpan> find_pico_spans(std::span<const PicoSentence> sentences) {
  sentences = sentences.first(std::min(sentences.size(), limits::kEffectSentencesMax));
  std::vector<PicoTokens> abstract;
  std::vector<std::vector<ByteSpan>> places;
  for (const PicoSentence& sentence : sentences) {
    auto& spans = places.emplace_back(pico_tokens(sentence.text));
    if (spans.size() > kTokensMax) spans.resize(kTokensMax);
    PicoTokens tokens{{}, sentence.title};
    for (const ByteSpan& span : spans) {
      tokens.words.emplace_back(sentence.text.substr(span.start, span.end - span.start));
    }
    abstract.push_back(std::move(tokens));
  }
  const auto labels = label_pico_tokens(abstract);
  std::vector<PicoSpan> found;
  for (size_t s = 0; s < labels.size(); ++s) {
    for (size_t i = 0; i < labels[s].size(); ++i) {
      const PicoClass label = labels[s][i];
      if (label == PicoClass::kNone) continue;
      const bool goes_on = i > 0 && labels[s][i - 1] == label;
      if (goes_on) {
        found.back().span.end = places[s][i].end;
      } else {
        found.push_back({label, s, places[s][i]});
      }
    }
  }
  return found;
}

}  // namespace attest
