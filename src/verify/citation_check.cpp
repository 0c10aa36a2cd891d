#include "verify/citation_check.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "verify/claim_features.h"
#include "verify/plain_signs.h"

namespace attest {
namespace {

constexpr std::array kLabels = {CitationLabel::kSupported, CitationLabel::kNotSupported,
                                CitationLabel::kUnrelated};
constexpr std::array kCitingBytes = {60.0F, 100.0F, 150.0F, 200.0F, 300.0F, 400.0F};

bool all_marks(std::string_view inside) {
  bool digit = false;
  for (size_t i = 0; i < inside.size(); ++i) {
    const auto c = static_cast<unsigned char>(inside[i]);
    digit = digit || is_digit(c);
    const bool fits = is_digit(c) || c == ',' || c == ' ' || c == '-' || c == ';' || c >= 0x80;
    if (!fits) return false;
  }
  return digit;
}

// The sentence without "[12]", "(3–5)" and "<|cit|>": they are not words, and their numbers are no figures.
std::string without_marks(std::string_view sentence) {
  std::string out;
  for (size_t i = 0; i < sentence.size(); ++i) {
    if (sentence.substr(i, 2) == "<|") {
      const size_t end = sentence.find("|>", i);
      if (end != std::string_view::npos) {
        i = end + 1;
        continue;
      }
    }
    if (sentence[i] == '[' || sentence[i] == '(') {
      const size_t end = sentence.find(sentence[i] == '[' ? ']' : ')', i);
      if (end != std::string_view::npos && all_marks(sentence.substr(i + 1, end - i - 1))) {
        i = end;
        continue;
      }
    }
    out += sentence[i];
  }
  return out;
}

constexpr std::string_view kMeant = "<|cit|>";
constexpr std::string_view kMeantWithOthers = "<|multi_cit|>";
constexpr std::string_view kNotMeant = "<|other_cit|>";

// What the citation that is meant stands for: from another citation before it on, or else up to itself where
// another follows. The whole sentence where none is marked, or little is left.
std::string_view part_cited(std::string_view sentence) {
  constexpr size_t kPartBytesMin = 40;
  const size_t meant = std::min(sentence.find(kMeant), sentence.find(kMeantWithOthers));
  if (meant == std::string_view::npos) return sentence;
  const size_t before = sentence.substr(0, meant).rfind(kNotMeant);
  std::string_view part = sentence;
  if (before != std::string_view::npos) {
    part.remove_prefix(before + kNotMeant.size());
  } else if (sentence.find(kNotMeant, meant) != std::string_view::npos) {
    part = part.substr(0, meant);
  }
  return part.size() >= kPartBytesMin ? part : sentence;
}

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

size_t count_of(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

// How a sentence cites: "several studies have shown", "is required for", "we used". Words of a subject, which
// are rare, are left out.
void add_manner(Features& features, const ReadText& citing) {
  constexpr float kCommonBelow = 5.5F;
  constexpr float kShare = 0.5F;
  std::string_view before;
  for (const ClaimWord& word : citing.words) {
    if (word.number || word.weight >= kCommonBelow) {
      before = {};
      continue;
    }
    features.add("cites by", word.folded, kShare);
    if (!before.empty()) features.add("cites by two", std::string(before) + " " + word.folded, kShare);
    before = word.folded;
  }
}

}  // namespace

const char* citation_label_name(CitationLabel label) {
  switch (label) {
    case CitationLabel::kSupported: return "supported";
    case CitationLabel::kNotSupported: return "not supported";
    case CitationLabel::kUnrelated: break;
  }
  return "unrelated";
}

Features citation_features(std::string_view sentence, const ClaimSource& cited, const LinearModel& sentences,
                           Stemmer& stemmer) {
  const std::string claim = without_marks(part_cited(sentence));
  const SourceBeside beside = hold_beside(claim, cited, stemmer);
  std::vector<Features> of_sentences = sentence_features(beside);
  const std::vector<double> probabilities = decide_probabilities(beside, of_sentences, sentences);
  const PlainSigns signs =
      plain_signs(claim, beside, cited, choose_rationale(probabilities), is_copied(beside, probabilities));
  Features features = label_features(beside, cited, probabilities, signs, stemmer);
  features.add_binned("citing bytes", static_cast<float>(sentence.size()), kCitingBytes);
  // One citation among several is responsible for a part of the sentence only.
  features.add_binned("citations", static_cast<float>(count_of(sentence, "[") + count_of(sentence, "<|")),
                      std::array{2.0F, 3.0F, 4.0F});
  add_manner(features, beside.claim);
  if (holds(sentence, kMeantWithOthers)) features.add("cited with others");
  if (holds(sentence, kNotMeant)) features.add("others cited elsewhere");
  return features;
}

CitationVerdict check_citation(std::string_view sentence, const ClaimSource& cited) {
  static const LinearModel* const citation = built_in_model("citation");
  static const LinearModel* const sentences = built_in_model("claim_sentence");
  CitationVerdict verdict;
  const std::string plain = without_marks(sentence);
  verdict.claim = verify_against(plain, cited, SourceChoice::kNamed);
  if (citation == nullptr || sentences == nullptr || cited.sentences.empty()) return verdict;
  Stemmer stemmer;
  Features features = citation_features(sentence, cited, *sentences, stemmer);
  for (const CitationLabel label : kLabels) {
    const double probability = citation->probability(features, citation_label_name(label));
    if (label == CitationLabel::kSupported) verdict.supported = probability;
    if (probability <= verdict.confidence) continue;
    verdict.confidence = probability;
    verdict.label = label;
  }
  return verdict;
}

}  // namespace attest
