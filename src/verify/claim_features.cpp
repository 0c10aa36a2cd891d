#include "verify/claim_features.h"

#include <algorithm>
#include <cmath>

#include "base/limits.h"
#include "findings/sentences/sentence_role.h"
#include "verify/feature_values.h"

namespace attest {
namespace {

constexpr size_t kRationaleMax = 3;
// Of one source, before the nearest are chosen: a book, so that the time for one claim is bounded.
constexpr size_t kSentencesReadMax = 20 * limits::kClaimSentencesMax;

constexpr double kSurely = 0.5;
constexpr double kBesideBest = 0.4;  // of the best sentence's probability

struct Most {
  double covered = 1e-6;
  double exactly = 1e-6;
  double trigrams = 1e-6;
  double local = 1e-6;
};

// Share of the claim's words that a sentence covers, where a word that the whole abstract repeats says little
// about which of its sentences is meant.
std::vector<double> local_cover(const SourceBeside& beside) {
  const size_t words = beside.claim.words.size();
  std::vector<double> weights(words, 0.0);
  double sum = 0;
  for (size_t i = 0; i < words; ++i) {
    double holding = 0;
    for (const SentenceBeside& sentence : beside.sentences) {
      holding += static_cast<double>(sentence.comparison.aligned[i].strength);
    }
    if (holding <= 0) continue;
    weights[i] = static_cast<double>(beside.claim.words[i].weight) / (1 + holding);
    sum += weights[i];
  }
  std::vector<double> covers;
  for (const SentenceBeside& sentence : beside.sentences) {
    double cover = 0;
    for (size_t i = 0; i < words; ++i) {
      cover += weights[i] * static_cast<double>(sentence.comparison.aligned[i].strength);
    }
    covers.push_back(sum > 0 ? cover / sum : 0);
  }
  return covers;
}

size_t rank_of(const std::vector<double>& values, size_t at) {
  return static_cast<size_t>(
      std::count_if(values.begin(), values.end(), [&](double value) { return value > values[at]; }));
}

}  // namespace

double cover_with(const ReadText& claim, const Comparison& first, const Comparison& second) {
  double sum = 0;
  double covered = 0;
  for (size_t i = 0; i < claim.words.size(); ++i) {
    if (!claim.words[i].topic) continue;
    const double weight = static_cast<double>(claim.words[i].weight);
    sum += weight;
    covered += weight * static_cast<double>(std::max(first.aligned[i].strength, second.aligned[i].strength));
  }
  return sum > 0 ? covered / sum : 0;
}

SourceBeside hold_beside(std::string_view claim, const ClaimSource& source, Stemmer& stemmer,
                         std::span<const SameMeaning> known) {
  SourceBeside beside;
  beside.meanings = abbreviations_of(source.text, stemmer);
  beside.meanings.insert(beside.meanings.end(), known.begin(), known.end());
  const std::vector<SameMeaning>& meanings = beside.meanings;
  beside.claim = read_claim_text(claim, meanings, stemmer);
  beside.title = compare(beside.claim, read_claim_text(source.title.of(source.text), meanings, stemmer));
  beside.sentence_count = source.sentences.size();
  const size_t read = std::min(source.sentences.size(), kSentencesReadMax);
  for (size_t i = 0; i < read; ++i) {
    SentenceBeside sentence;
    sentence.span = source.sentences[i];
    sentence.index = i;
    sentence.read = read_claim_text(sentence.span.of(source.text), meanings, stemmer);
    sentence.comparison = compare(beside.claim, sentence.read);
    beside.sentences.push_back(std::move(sentence));
  }
  for (const AlignedWord& aligned : beside.title.aligned) beside.anywhere.push_back(aligned.strength);
  for (const SentenceBeside& sentence : beside.sentences) {
    for (size_t i = 0; i < beside.anywhere.size(); ++i) {
      beside.anywhere[i] = std::max(beside.anywhere[i], sentence.comparison.aligned[i].strength);
    }
  }
  // A table that was run into one sentence names everything and says nothing of it.
  constexpr size_t kTableBytes = 1200;
  const auto is_table = [](const SentenceBeside& one) { return one.span.size() > kTableBytes; };
  if (!std::all_of(beside.sentences.begin(), beside.sentences.end(), is_table))
    std::erase_if(beside.sentences, is_table);
  if (beside.sentences.size() > limits::kClaimSentencesMax) {
    // A full text: its nearest sentences, in reading order.
    auto& all = beside.sentences;
    std::stable_sort(all.begin(), all.end(), [](const SentenceBeside& a, const SentenceBeside& b) {
      return a.comparison.all_covered > b.comparison.all_covered;
    });
    all.resize(limits::kClaimSentencesMax);
    std::sort(all.begin(), all.end(),
              [](const SentenceBeside& a, const SentenceBeside& b) { return a.index < b.index; });
  }
  for (SentenceBeside& sentence : beside.sentences) {
    SentencePlace place{sentence.span.of(source.text), {}, {}, sentence.index, beside.sentence_count};
    if (sentence.index > 0) place.before = source.sentences[sentence.index - 1].of(source.text);
    if (sentence.index + 1 < beside.sentence_count) {
      place.after = source.sentences[sentence.index + 1].of(source.text);
    }
    const RoleEstimate estimate = estimate_sentence_role(place);
    sentence.role = estimate.role;
    const bool concludes = estimate.role == SentenceRole::kConclusion;
    sentence.conclusion = concludes ? estimate.probability : 0;
    sentence.result = std::max(0.0, estimate.evidence - sentence.conclusion);
    sentence.background = estimate.role == SentenceRole::kBackground ? estimate.probability : 0;
  }
  return beside;
}

std::vector<Features> sentence_features(const SourceBeside& beside) {
  const std::vector<double> local = local_cover(beside);
  std::vector<double> covered;
  std::vector<double> trigrams;
  Most most;
  for (size_t i = 0; i < beside.sentences.size(); ++i) {
    const Comparison& c = beside.sentences[i].comparison;
    covered.push_back(c.all_covered);
    trigrams.push_back(c.trigrams);
    most.covered = std::max(most.covered, c.all_covered);
    most.exactly = std::max(most.exactly, c.covered_exactly);
    most.trigrams = std::max(most.trigrams, c.trigrams);
    most.local = std::max(most.local, local[i]);
  }
  std::vector<Features> all;
  for (size_t i = 0; i < beside.sentences.size(); ++i) {
    const SentenceBeside& sentence = beside.sentences[i];
    const Comparison& c = sentence.comparison;
    Features f;
    add_share(f, "covered", c.covered);
    add_share(f, "exactly", c.covered_exactly);
    add_share(f, "all covered", c.all_covered);
    add_share(f, "pairs", c.pairs_covered);
    add_share(f, "trigrams", c.trigrams);
    add_share(f, "used", c.evidence_used);
    add_share(f, "local", local[i]);
    add_share(f, "covered of most", c.all_covered / most.covered);
    add_share(f, "exactly of most", c.covered_exactly / most.exactly);
    add_share(f, "trigrams of most", c.trigrams / most.trigrams);
    add_share(f, "local of most", local[i] / most.local);
    f.add_binned("rank by cover", static_cast<float>(rank_of(covered, i)), kCounts);
    f.add_binned("rank by trigrams", static_cast<float>(rank_of(trigrams, i)), kCounts);
    f.add_binned("rank by local", static_cast<float>(rank_of(local, i)), kCounts);
    add_share(f, "with title", cover_with(beside.claim, c, beside.title));
    if (i > 0) {
      add_share(f, "with the one before", cover_with(beside.claim, c, beside.sentences[i - 1].comparison));
    }
    const double before = i > 0 ? covered[i - 1] : 0;
    const double after = i + 1 < covered.size() ? covered[i + 1] : 0;
    f.add("before covers", static_cast<float>(before));
    f.add("after covers", static_cast<float>(after));
    if (covered[i] > before && covered[i] > after) f.add("covers more than its neighbours");
    add_share(f, "result", sentence.result);
    add_share(f, "conclusion", sentence.conclusion);
    add_share(f, "background", sentence.background);
    f.add("result and covered", static_cast<float>(sentence.result * c.all_covered / most.covered));
    f.add("conclusion and covered", static_cast<float>(sentence.conclusion * c.all_covered / most.covered));
    f.add("conclusion and local", static_cast<float>(sentence.conclusion * local[i] / most.local));
    f.add_binned("rarest missing", static_cast<float>(c.rarest_missing), kRarities);
    if (c.first_covered > 0) f.add("first covered");
    if (c.last_covered > 0) f.add("last covered");
    f.add_binned("same direction words", static_cast<float>(c.same_direction_words), kCounts);
    f.add_binned("antonyms", static_cast<float>(c.antonyms), kCounts);
    f.add("direction agrees", static_cast<float>(c.direction_agrees * c.covered));
    f.add("direction opposed", static_cast<float>(c.direction_opposed * c.covered));
    if (sentence.read.no_effect) f.add(beside.claim.negated ? "no effect in both" : "no effect found");
    if (sentence.read.hedged) f.add("hedged");
    if (beside.claim.compares && sentence.read.compares) f.add("both compare");
    if (c.numbers > 0) {
      add_share(f, "numbers", static_cast<double>(c.numbers_found) / static_cast<double>(c.numbers));
      if (c.evidence_numbers > 0) f.add("both have numbers");
    }
    f.add_binned("length", static_cast<float>(sentence.read.words.size()), kLengths);
    f.add_binned("sentences", static_cast<float>(beside.sentence_count), kCounts);
    if (sentence.index == 0) f.add("first sentence");
    if (sentence.index + 1 == beside.sentence_count) f.add("last sentence");
    f.add("place", static_cast<float>(sentence.index + 1) / static_cast<float>(beside.sentence_count));
    all.push_back(std::move(f));
  }
  return all;
}

bool is_aim(const SentenceBeside& sentence) {
  const size_t last = sentence.read.lower.find_last_not_of(" \t\n\"'");
  if (last != std::string::npos && sentence.read.lower[last] == '?') return true;
  return only_asks(sentence.read.lower) ||
         (sentence.role == SentenceRole::kAim && says_what_was_done(sentence.read.lower));
}

std::vector<double> decide_probabilities(const SourceBeside& beside, std::span<Features> features,
                                         const LinearModel& sentences) {
  constexpr double kOfAim = 0.3;
  const bool plan = tells_of_plan(beside.claim.lower);
  std::vector<double> probabilities;
  for (size_t i = 0; i < features.size(); ++i) {
    const double probability = sentences.probability(features[i], "decides");
    probabilities.push_back(is_aim(beside.sentences[i]) && !plan ? kOfAim * probability : probability);
  }
  return probabilities;
}

std::vector<size_t> choose_rationale(std::span<const double> probabilities) {
  std::vector<size_t> order(probabilities.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return probabilities[a] > probabilities[b]; });
  std::vector<size_t> chosen;
  for (const size_t i : order) {
    if (chosen.size() == kRationaleMax) break;
    const double best = probabilities[order[0]];
    if (!chosen.empty() && probabilities[i] < kSurely && probabilities[i] < best * kBesideBest) break;
    chosen.push_back(i);
  }
  return chosen;
}

}  // namespace attest
