// What the model of labels looks at: the sentences that decide, held beside the claim, and what of the claim
// stands nowhere in the source.
#include <algorithm>
#include <array>
#include <string>

#include "findings/names/word_kind.h"
#include "verify/assertions.h"
#include "verify/claim_features.h"
#include "verify/comparison_sides.h"
#include "verify/feature_values.h"
#include "verify/plain_signs.h"
#include "verify/stated_numbers.h"
#include "verify/wording_features.h"

namespace attest {
namespace {

constexpr std::array kFifths = {-0.6F, -0.2F, 0.01F, 0.2F, 0.4F, 0.6F, 0.8F};
constexpr std::array kMissing = {0.1F, 3.0F, 6.0F, 10.0F, 15.0F, 20.0F, 30.0F};
constexpr double kSureSentence = 0.5;
// From here on a word is the same, another form of it, or of the same root; below it merely keeps the same
// company, as one drug does with another.
constexpr float kSameWordFrom = 0.85F;
constexpr float kCompanionFrom = 0.3F;

char sign_letter(AxisSigns signs) { return "0+-b"[static_cast<size_t>(signs)]; }

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

// The claim's assertions, sides and figures beside those of the sentences.
void add_readings(Features& features, const std::string& family, const ReadText& claim,
                  const ReadText& evidence, const Comparison& c) {
  const auto name = [&family](const char* what) { return family + " " + what; };
  const std::vector<Assertion> claimed = assertions_of(claim);
  const std::vector<Assertion> found = assertions_of(evidence);
  const AssertionsBeside asserted = hold_assertions(claim, claimed, found, c.aligned);
  add_share(features, name("asserted agrees"), asserted.agrees);
  add_share(features, name("asserted opposed"), asserted.opposed);
  add_share(features, name("asserted denied"), asserted.denied);
  add_share(features, name("asserted best"), asserted.best);
  const std::string way = asserted.verdict > 0 ? "agree" : asserted.verdict < 0 ? "opposed" : "open";
  features.add(name("asserted"), way);
  add_share(features, name("covered where asserted ") + way, c.covered_exactly);
  if (!asserted.claimed) features.add(name("nothing asserted"));
  if (!asserted.found) features.add(name("nothing asserted there"));

  const SidesBeside sides = hold_sides(claim, sides_of(claim, claimed), sides_of(evidence, found), c.aligned);
  if (sides.both) {
    features.add(name("sides"), sides.verdict > 0 ? "agree" : sides.verdict < 0 ? "opposed" : "open");
    features.add(name("sides straight"), static_cast<float>(sides.straight));
    features.add(name("sides crossed"), static_cast<float>(sides.crossed));
  }
  const NumbersBeside numbers =
      hold_numbers(claim, stated_numbers(claim), stated_numbers(evidence), c.aligned);
  if (numbers.claimed > 0) {
    const bool all = numbers.held == numbers.claimed;
    features.add(name("figures"), all ? "all" : numbers.held > 0 ? "some" : "none");
    if (numbers.misplaced > 0) features.add(name("figures misplaced"));
    if (numbers.other > 0) features.add(name("figures other"));
    if (numbers.percent_missing) features.add(name("figures percent missing"));
    if (all && numbers.misplaced == 0) add_share(features, name("figures held and covered"), c.covered);
  }
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

// What kind of thing the source does not name, by the very word: another drug of the class, children for
// adults.
void add_unnamed(Features& features, const std::string& family, const SourceBeside& beside,
                 const std::vector<float>& strengths) {
  double missing = 0;
  double rarest = 0;
  double all = 0;
  size_t count = 0;
  for (size_t i = 0; i < beside.claim.words.size(); ++i) {
    const ClaimWord& word = beside.claim.words[i];
    if (!word.topic) continue;
    const double weight = static_cast<double>(word.weight);
    all += weight;
    if (strengths[i] >= kSameWordFrom) continue;
    ++count;
    missing += weight;
    rarest = std::max(rarest, weight);
    const std::string kind = word_kind_name(estimate_word_kind(word.folded).kind);
    features.add(family + " unnamed kind", kind, static_cast<float>(weight / 10));
    if (strengths[i] >= kCompanionFrom)
      features.add(family + " companion kind", kind, static_cast<float>(weight / 10));
    if (word.known == WordTable::kUnknown) features.add(family + " unnamed unknown");
  }
  add_share(features, family + " named", all > 0 ? 1 - missing / all : 1);
  features.add_binned(family + " unnamed", static_cast<float>(missing), kMissing);
  features.add_binned(family + " unnamed rarest", static_cast<float>(rarest), kRarities);
  features.add_binned(family + " unnamed words", static_cast<float>(count), kCounts);
}

// What is plain weighs most, but not always alone.
void add_signs(Features& features, const PlainSigns& signs) {
  const auto way = [](int held) { return held > 0 ? "for" : held < 0 ? "against" : "open"; };
  features.add("sign undecided", signs.undecided.substr(0, signs.undecided.find(':')));
  features.add("sign unsupported", signs.unsupported.substr(0, signs.unsupported.find(':')));
  features.add("sign figures", way(signs.by_figures));
  features.add("sign results", way(signs.by_results));
  if (signs.crossed) features.add("sign crossed");
  if (signs.exchanged) features.add("sign exchanged");
  if (signs.absent) features.add("sign absent", signs.absent->another ? "another" : "lacking");
  if (signs.alike) features.add("sign alike");
  if (signs.other_alike) features.add("sign other alike");
  if (!signs.not_against.empty()) features.add("sign not against");
  if (signs.against()) features.add("sign against");
  if (signs.in_favour()) features.add("sign in favour");
}

}  // namespace

bool is_copied(const SourceBeside& beside, std::span<const double> probabilities) {
  constexpr double kCopiedFrom = 0.7;
  const std::vector<size_t> chosen = choose_rationale(probabilities);
  return !chosen.empty() && beside.sentences[chosen[0]].comparison.trigrams >= kCopiedFrom;
}

Features label_features(const SourceBeside& beside, const ClaimSource& source,
                        std::span<const double> probabilities, const PlainSigns& signs, Stemmer& stemmer) {
  Features features;
  add_signs(features, signs);
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
    const Comparison comparison = compare(claim, read);
    add_comparison(features, "together", claim, read, comparison);
    add_readings(features, "best", claim, best.read, best.comparison);
    add_readings(features, "together", claim, read, comparison);
    features.add("best role", sentence_role_name(best.role));
    std::vector<float> near;
    for (size_t i = 0; i < claim.words.size(); ++i)
      near.push_back(std::max(comparison.aligned[i].strength, beside.title.aligned[i].strength));
    add_unnamed(features, "near", beside, near);
  }
  add_wording(features, beside, signs, chosen);
  add_unnamed(features, "anywhere", beside, beside.anywhere);
  add_cover_anywhere(features, beside);
  add_share(features, "title covered", beside.title.covered);
  add_share(features, "title exactly", beside.title.covered_exactly);
  double sure = 0;
  for (const double probability : probabilities) sure += probability >= kSureSentence ? 1 : 0;
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
