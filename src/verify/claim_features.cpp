#include "verify/claim_features.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/limits.h"
#include "findings/sentence_role.h"

namespace attest {
namespace {

constexpr std::array kTenths = {0.1F, 0.2F, 0.3F, 0.4F, 0.5F, 0.6F, 0.7F, 0.8F, 0.9F, 0.99F};
constexpr std::array kFifths = {-0.6F, -0.2F, 0.01F, 0.2F, 0.4F, 0.6F, 0.8F};
constexpr std::array kRarities = {2.0F, 3.0F, 4.0F, 5.0F, 6.0F, 7.0F, 8.0F};
constexpr std::array kMissing = {0.1F, 3.0F, 6.0F, 10.0F, 15.0F, 20.0F, 30.0F};
constexpr std::array kCounts = {1.0F, 2.0F, 3.0F, 5.0F, 8.0F, 12.0F, 20.0F};
constexpr std::array kLengths = {5.0F, 10.0F, 15.0F, 20.0F, 30.0F, 40.0F, 60.0F};
constexpr size_t kRationaleMax = 3;
// Of one source, before the nearest are chosen: a book, so that the time for one claim is bounded.
constexpr size_t kSentencesReadMax = 20 * limits::kClaimSentencesMax;

constexpr double kSurely = 0.5;
constexpr double kBesideBest = 0.4;  // of the best sentence's probability

void add_value(Features& features, const std::string& name, double value, std::span<const float> borders) {
  features.add(name, static_cast<float>(value));
  features.add_binned(name + " bin", static_cast<float>(value), borders);
}

void add_share(Features& features, const std::string& name, double value) {
  add_value(features, name, value, kTenths);
}

char sign_letter(AxisSigns signs) { return "0+-b"[static_cast<size_t>(signs)]; }

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

// Share of the claim's topic words covered by a sentence or by something else that is known beside it.
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

size_t rank_of(const std::vector<double>& values, size_t at) {
  return static_cast<size_t>(
      std::count_if(values.begin(), values.end(), [&](double value) { return value > values[at]; }));
}

void add_comparison(Features& features, const std::string& family, const ReadText& claim,
                    const ReadText& evidence, const Comparison& c) {
  const auto name = [&family](const char* what) { return family + " " + what; };
  add_share(features, name("covered"), c.covered);
  add_share(features, name("exactly"), c.covered_exactly);
  add_share(features, name("all covered"), c.all_covered);
  add_share(features, name("pairs"), c.pairs_covered);
  add_share(features, name("trigrams"), c.trigrams);
  add_share(features, name("used"), c.evidence_used);
  add_value(features, name("rarest missing"), c.rarest_missing / 10, {});
  features.add_binned(name("rarest missing"), static_cast<float>(c.rarest_missing), kRarities);
  features.add_binned(name("missing"), static_cast<float>(c.missing), kMissing);
  if (c.first_covered > 0) features.add(name("first"));
  if (c.last_covered > 0) features.add(name("last"));
  add_value(features, name("order"), c.order, kFifths);
  features.add(name("direction agrees"), static_cast<float>(c.direction_agrees));
  features.add(name("direction opposed"), static_cast<float>(c.direction_opposed));
  features.add(name("chain agrees"), static_cast<float>(c.chain_agrees));
  features.add(name("chain opposed"), static_cast<float>(c.chain_opposed));
  features.add(name("denial differs"), static_cast<float>(c.denial_differs));
  features.add(name("agrees less opposed"), static_cast<float>(c.direction_agrees - c.direction_opposed));
  features.add(name("chain less opposed"), static_cast<float>(c.chain_agrees - c.chain_opposed));
  features.add_binned(name("same direction words"), static_cast<float>(c.same_direction_words), kCounts);
  features.add_binned(name("antonyms"), static_cast<float>(c.antonyms), kCounts);
  if (c.antonyms > 0 && c.same_direction_words == 0) features.add(name("only antonyms"));
  if (c.antonyms == 0 && c.same_direction_words > 0) features.add(name("only the same direction"));
  if (c.prefix_antonym) features.add(name("prefix antonym"));
  bool claim_directed = false;
  for (size_t axis = 0; axis < kDirectionAxes; ++axis) {
    if (c.claim_signs[axis] == AxisSigns::kNone) continue;
    claim_directed = true;
    const bool same = c.claim_signs[axis] == c.evidence_signs[axis];
    const bool opposite =
        (c.claim_signs[axis] == AxisSigns::kPositive && c.evidence_signs[axis] == AxisSigns::kNegative) ||
        (c.claim_signs[axis] == AxisSigns::kNegative && c.evidence_signs[axis] == AxisSigns::kPositive);
    if (same) features.add(name("axis same"));
    if (opposite) features.add(name("axis opposite"));
    features.add(name("axis"), std::string(direction_axis_name(static_cast<DirectionAxis>(axis))) + " " +
                                   sign_letter(c.claim_signs[axis]) + sign_letter(c.evidence_signs[axis]));
  }
  const bool denial = claim.negated || claim.no_effect;
  const bool evidence_denial = evidence.negated || evidence.no_effect;
  features.add(name("negations"),
               std::string(denial ? "claim" : "-") + (evidence_denial ? " evidence" : " -"));
  features.add(name("no effect"),
               std::string(claim.no_effect ? "claim" : "-") + (evidence.no_effect ? " evidence" : " -"));
  if (!denial && claim_directed && evidence.no_effect) features.add(name("effect claimed, none found"));
  if (denial && !evidence_denial) {
    features.add(name("denied, not denied and covered"), static_cast<float>(c.covered));
  }
  if (denial == evidence_denial)
    features.add(name("denial agrees and covered"), static_cast<float>(c.covered));
  if (evidence.hedged && !claim.hedged) features.add(name("hedged"));
  if (claim.compares) {
    features.add(name("compares"), evidence.compares ? "both" : "claim");
    add_value(features, name("order of comparison"), c.order, kFifths);
  }
  if (c.numbers > 0) {
    const double found = static_cast<double>(c.numbers_found) / static_cast<double>(c.numbers);
    add_share(features, name("numbers"), found);
    if (c.numbers_found < c.numbers && c.evidence_numbers > 0) features.add(name("other numbers"));
    if (c.evidence_numbers == 0) features.add(name("numbers in the claim only"));
  }
  // A direction counts as far as the two speak of the same things.
  features.add(name("opposed and covered"), static_cast<float>(c.direction_opposed * c.covered));
  features.add(name("agrees and covered"), static_cast<float>(c.direction_agrees * c.covered));
  features.add(name("antonym and covered"),
               c.antonyms > 0 && c.same_direction_words == 0 ? static_cast<float>(c.covered) : 0.0F);
}

// How much of the claim stands anywhere in the source, and the rarest word of it that does not.
void add_cover_anywhere(Features& features, const SourceBeside& beside) {
  double sum = 0;
  double anywhere = 0;
  double rarest = 0;
  double missing = 0;
  for (size_t i = 0; i < beside.claim.words.size(); ++i) {
    if (!beside.claim.words[i].topic) continue;
    const double weight = static_cast<double>(beside.claim.words[i].weight);
    sum += weight;
    anywhere += weight * static_cast<double>(beside.anywhere[i]);
    if (beside.anywhere[i] < 0.5F) {
      rarest = std::max(rarest, weight);
      missing += weight;
    }
  }
  add_share(features, "anywhere", sum > 0 ? anywhere / sum : 0);
  features.add_binned("rarest missing anywhere", static_cast<float>(rarest), kRarities);
  features.add_binned("missing anywhere", static_cast<float>(missing), kMissing);
}

}  // namespace

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

Features label_features(const SourceBeside& beside, const ClaimSource& source,
                        std::span<const double> probabilities, Stemmer& stemmer) {
  Features features;
  const ReadText& claim = beside.claim;
  const std::vector<size_t> chosen = choose_rationale(probabilities);
  std::string together;
  for (size_t i = 0; i < chosen.size(); ++i) {
    const SentenceBeside& sentence = beside.sentences[chosen[i]];
    if (i == 0) add_comparison(features, "best", claim, sentence.read, sentence.comparison);
    together += sentence.span.of(source.text);
    together += ' ';
  }
  if (!chosen.empty()) {
    const SentenceBeside& best = beside.sentences[chosen[0]];
    add_share(features, "best probability", probabilities[chosen[0]]);
    add_share(features, "best conclusion", best.conclusion);
    add_share(features, "best result", best.result);
    add_share(features, "best with title", cover_with(claim, best.comparison, beside.title));
    const ReadText read = read_claim_text(together, beside.meanings, stemmer);
    add_comparison(features, "together", claim, read, compare(claim, read));
  }
  add_cover_anywhere(features, beside);
  add_share(features, "title covered", beside.title.covered);
  add_share(features, "title exactly", beside.title.covered_exactly);
  double sure = 0;
  for (const double probability : probabilities) sure += probability >= kSurely ? 1 : 0;
  features.add_binned("sure sentences", static_cast<float>(sure), kCounts);
  features.add_binned("claim length", static_cast<float>(claim.words.size()), kLengths);
  return features;
}

Features document_features(const SourceBeside& beside, std::span<const double> probabilities,
                           const ClaimSource& source, double decided) {
  Features features;
  add_share(features, "decided", decided);
  add_share(features, "score", source.relative_score);
  features.add_binned("rank", static_cast<float>(source.rank), kCounts);
  double best = 0;
  double covered = 0;
  double exactly = 0;
  double pairs = 0;
  for (size_t i = 0; i < beside.sentences.size(); ++i) {
    const Comparison& c = beside.sentences[i].comparison;
    best = std::max(best, probabilities[i]);
    covered = std::max(covered, c.covered);
    exactly = std::max(exactly, c.covered_exactly);
    pairs = std::max(pairs, c.pairs_covered);
  }
  add_share(features, "best probability", best);
  add_share(features, "covered", covered);
  add_share(features, "exactly", exactly);
  add_share(features, "pairs", pairs);
  add_share(features, "title covered", beside.title.covered);
  add_share(features, "title exactly", beside.title.covered_exactly);
  add_cover_anywhere(features, beside);
  return features;
}

}  // namespace attest
