#include "train/claim_mutations.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/checksum.h"
#include "findings/names/word_kind.h"
#include "findings/sentences/sentence_role.h"
#include "learn/word_table.h"
#include "text/tokens.h"
#include "verify/claim_text.h"

namespace attest::train {
namespace {

using namespace std::string_view_literals;

constexpr size_t kBytesMin = 50;
constexpr size_t kBytesMax = 260;
constexpr size_t kSentencesMax = 2;  // of one source
constexpr double kEvidenceMin = 0.5;
constexpr float kLikeMin = 0.35F;  // of a drug that is put in the place of another
constexpr float kLikeMax = 0.9F;

struct Pair {
  std::string_view from;
  std::string_view to;
};

// Each is read both ways.
constexpr std::array kOpposites = {
    Pair{"increased", "decreased"},
    Pair{"increase", "decrease"},
    Pair{"increases", "decreases"},
    Pair{"higher", "lower"},
    Pair{"more", "less"},
    Pair{"greater", "smaller"},
    Pair{"improved", "worsened"},
    Pair{"improves", "worsens"},
    Pair{"effective", "ineffective"},
    Pair{"better", "worse"},
    Pair{"superior", "inferior"},
    Pair{"longer", "shorter"},
    Pair{"reduced", "raised"},
    Pair{"reduces", "raises"},
    Pair{"reduction", "increase"},
    Pair{"safe", "harmful"},
    Pair{"faster", "slower"},
    Pair{"earlier", "later"},
    Pair{"prevented", "caused"},
    Pair{"prevents", "causes"},
    Pair{"high", "low"},
    Pair{"positive", "negative"},
    Pair{"fewer", "more"},
    Pair{"rare", "common"},
    Pair{"majority", "minority"},
    Pair{"stimulated", "inhibited"},
    Pair{"beneficial", "harmful"},
};
constexpr std::array kDenials = {
    Pair{"no significant difference", "a significant difference"},
    Pair{"no significant differences", "significant differences"},
    Pair{"did not differ", "differed"},
    Pair{"was not", "was"},
    Pair{"were not", "were"},
    Pair{"is not", "is"},
    Pair{"had no effect", "had a clear effect"},
    Pair{"no effect", "a clear effect"},
    Pair{"not associated", "associated"},
    Pair{"not significantly", "significantly"},
};
constexpr std::array kDenied = {Pair{"was significantly", "was not significantly"},
                                Pair{"were significantly", "were not significantly"},
                                Pair{"is effective", "is not effective"},
                                Pair{"was associated", "was not associated"},
                                Pair{"is associated", "is not associated"},
                                Pair{"significantly reduced", "did not reduce"},
                                Pair{"significantly increased", "did not increase"},
                                Pair{"significantly improved", "did not improve"}};

// Other words for the same.
constexpr std::array kSynonyms = {
    Pair{"increased", "raised"},
    Pair{"decreased", "lowered"},
    Pair{"reduced", "lowered"},
    Pair{"higher", "greater"},
    Pair{"improved", "made better"},
    Pair{"effective", "efficacious"},
    Pair{"demonstrated", "showed"},
    Pair{"showed", "demonstrated"},
    Pair{"however", "but"},
    Pair{"children", "young people"},
    Pair{"patients", "people"},
    Pair{"subjects", "participants"},
    Pair{"may be", "can be"},
    Pair{"treatment with", "therapy with"},
    Pair{"occurred in", "was seen in"},
    Pair{"compared with", "in comparison with"},
    Pair{"did not differ", "was no different"},
    Pair{"no significant difference", "no relevant difference"},
};

// Whom or when a source may not have looked at.
constexpr std::array kBeyond = {"in children"sv,
                                "in pregnant women"sv,
                                "in patients with diabetes"sv,
                                "in older people"sv,
                                "in men"sv,
                                "over ten years"sv,
                                "in renal failure"sv,
                                "at lower cost"sv,
                                "in healthy volunteers"sv};

bool is_letter_at(std::string_view text, size_t at) {
  return at < text.size() && is_letter_or_digit(text[at]);
}

// Where a phrase stands as whole words.
size_t find_words(std::string_view lower, std::string_view phrase) {
  for (size_t at = lower.find(phrase); at != std::string_view::npos; at = lower.find(phrase, at + 1)) {
    const bool starts = at == 0 || !is_letter_or_digit(lower[at - 1]);
    if (starts && !is_letter_at(lower, at + phrase.size())) return at;
  }
  return std::string_view::npos;
}

std::optional<std::string> put(std::string_view sentence, std::string_view lower, std::string_view from,
                               std::string_view to) {
  const size_t at = find_words(lower, from);
  if (at == std::string_view::npos) return std::nullopt;
  return std::string(sentence.substr(0, at)) + std::string(to) +
         std::string(sentence.substr(at + from.size()));
}

template <typename List>
std::optional<std::string> put_any(std::string_view sentence, const List& list, bool both_ways) {
  const std::string lower = lower_ascii(sentence);
  for (const Pair& pair : list) {
    if (auto text = put(sentence, lower, pair.from, pair.to)) return text;
    if (!both_ways) continue;
    if (auto text = put(sentence, lower, pair.to, pair.from)) return text;
  }
  return std::nullopt;
}

// Without what stands in brackets.
std::optional<std::string> without_brackets(std::string_view sentence) {
  std::string text;
  size_t depth = 0;
  for (const char c : sentence) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) text += c;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  if (text.size() == sentence.size() || text.size() < kBytesMin / 2) return std::nullopt;
  return text;
}

// What stands before a semicolon or ", but": a part of what is said.
std::optional<std::string> first_part(std::string_view sentence) {
  for (const std::string_view end : {";"sv, ", but "sv, ", whereas "sv, ", while "sv, ", and "sv}) {
    const size_t at = sentence.find(end);
    if (at != std::string_view::npos && at >= kBytesMin / 2) return std::string(sentence.substr(0, at)) + ".";
  }
  return std::nullopt;
}

// Of people, or beyond a time, that the source does not name.
std::optional<std::string> beyond(std::string_view sentence, std::string_view lower_source) {
  const size_t first = checksum64(sentence) % kBeyond.size();
  for (size_t i = 0; i < kBeyond.size(); ++i) {
    const std::string_view more = kBeyond[(first + i) % kBeyond.size()];
    const std::string_view word = more.substr(more.rfind(' ') + 1);
    if (lower_source.find(word.substr(0, word.size() - 1)) != std::string_view::npos) continue;
    std::string text(sentence);
    while (!text.empty() && !is_letter_or_digit(text.back()) && text.back() != ')') text.pop_back();
    return text + " " + std::string(more) + ".";
  }
  return std::nullopt;
}

// The first percentage, or else the first other number that is no label, by another value.
std::optional<std::string> other_figure(std::string_view sentence, Stemmer& stemmer) {
  const ReadText read = read_claim_text(sentence, {}, stemmer);
  const ClaimWord* chosen = nullptr;
  for (const ClaimWord& word : read.words) {
    if (!word.number || !word.value || *word.value < 2) continue;
    if (word.percent && *word.value == 95) continue;  // the level of an interval
    if (chosen == nullptr || (word.percent && !chosen->percent)) chosen = &word;
  }
  if (chosen == nullptr) return std::nullopt;
  const double value = *chosen->value;
  const double other = chosen->percent ? (value < 50 ? value + 23 : value - 31) : value * 2 + 1;
  const bool whole = value == std::floor(value);
  return std::string(sentence.substr(0, chosen->span.start)) +
         (whole ? fmt::format("{}", static_cast<long>(other)) : fmt::format("{:.1f}", other)) +
         std::string(sentence.substr(chosen->span.end));
}

struct Drug {
  std::string folded;
  uint32_t known = WordTable::kUnknown;
};

bool is_chemical(std::string_view folded) {
  constexpr double kSurely = 0.8;
  constexpr size_t kLongEnough = 6;
  const WordKindEstimate kind = estimate_word_kind(folded);
  return folded.size() >= kLongEnough && kind.kind == WordKind::kChemical && kind.probability >= kSurely;
}

// Another drug, which the source does not name, in the place of one.
std::optional<std::string> other_drug(std::string_view sentence, std::string_view lower_source,
                                      std::span<const std::string> drugs, Stemmer& stemmer) {
  const WordTable* const table = built_in_words();
  if (table == nullptr) return std::nullopt;
  for (const Token& token : tokenize(sentence)) {
    if (!is_chemical(token.folded)) continue;
    const uint32_t known = table->find(stemmer.stem(token.folded));
    if (known == WordTable::kUnknown) continue;
    const size_t first = checksum64(token.folded) % std::max<size_t>(1, drugs.size());
    for (size_t i = 0; i < drugs.size(); ++i) {
      const std::string& other = drugs[(first + i) % drugs.size()];
      const float like = table->similarity(known, table->find(stemmer.stem(other)));
      if (like < kLikeMin || like > kLikeMax || lower_source.find(other) != std::string_view::npos) continue;
      return std::string(sentence.substr(0, token.span.start)) + other +
             std::string(sentence.substr(token.span.end));
    }
  }
  return std::nullopt;
}

// "A … than B": the two words that stand around what sets them apart change places.
std::optional<std::string> exchanged(std::string_view sentence, Stemmer& stemmer) {
  const ReadText read = read_claim_text(sentence, {}, stemmer);
  for (size_t i = 2; i + 1 < read.words.size(); ++i) {
    const std::string& marker = read.words[i].folded;
    if (marker != "than" && marker != "versus" && marker != "vs") continue;
    const ClaimWord* left = nullptr;
    const ClaimWord* right = nullptr;
    for (size_t j = i + 1; j < read.words.size() && j < i + 5 && right == nullptr; ++j) {
      if (read.words[j].topic && is_chemical(read.words[j].folded)) right = &read.words[j];
    }
    for (size_t j = 0; j < i && left == nullptr; ++j) {
      if (read.words[j].topic && is_chemical(read.words[j].folded)) left = &read.words[j];
    }
    if (left == nullptr || right == nullptr || left->folded == right->folded) continue;
    std::string text(sentence.substr(0, left->span.start));
    text += right->span.of(sentence);
    text += sentence.substr(left->span.end, right->span.start - left->span.end);
    text += left->span.of(sentence);
    text += sentence.substr(right->span.end);
    return text;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> drugs_named(const LoadedSource& source) {
  std::vector<std::string> drugs;
  for (const Token& token : tokenize(source.text)) {
    const bool known = std::find(drugs.begin(), drugs.end(), token.folded) != drugs.end();
    if (!known && is_chemical(token.folded)) drugs.push_back(token.folded);
  }
  return drugs;
}

std::vector<MutatedClaim> mutated_claims(const LoadedSource& source, std::span<const std::string> drugs) {
  Stemmer stemmer;
  std::vector<MutatedClaim> claims;
  const std::string lower = lower_ascii(source.text);
  size_t used = 0;
  for (size_t i = 0; i < source.sentences.size() && used < kSentencesMax; ++i) {
    const std::string_view sentence = source.sentences[i].of(source.text);
    if (sentence.size() < kBytesMin || sentence.size() > kBytesMax) continue;
    SentencePlace place{sentence, {}, {}, i, source.sentences.size()};
    if (i > 0) place.before = source.sentences[i - 1].of(source.text);
    if (i + 1 < source.sentences.size()) place.after = source.sentences[i + 1].of(source.text);
    if (estimate_sentence_role(place).evidence < kEvidenceMin) continue;
    ++used;
    const auto add = [&](std::optional<std::string> text, ClaimLabel label) {
      if (text) claims.push_back({std::move(*text), label, i});
    };
    claims.push_back({std::string(sentence), ClaimLabel::kSupported, i});
    const auto other_words = put_any(sentence, kSynonyms, false);
    add(other_words, ClaimLabel::kSupported);
    add(first_part(sentence), ClaimLabel::kSupported);
    if (const auto bare = without_brackets(sentence)) {
      add(bare, ClaimLabel::kSupported);
      add(put_any(*bare, kSynonyms, false), ClaimLabel::kSupported);
    }
    // Of the ways to contradict it two at most, so that each sentence teaches as much of either.
    const size_t before = claims.size();
    for (auto& text :
         {put_any(sentence, kDenials, false), exchanged(sentence, stemmer), other_figure(sentence, stemmer),
          put_any(sentence, kOpposites, true), put_any(sentence, kDenied, false)}) {
      if (claims.size() < before + 2) add(text, ClaimLabel::kContradicted);
    }
    add(other_drug(sentence, lower, drugs, stemmer), ClaimLabel::kNotEnoughEvidence);
    add(beyond(sentence, lower), ClaimLabel::kNotEnoughEvidence);
  }
  return claims;
}

}  // namespace attest::train
