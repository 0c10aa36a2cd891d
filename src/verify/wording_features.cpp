// Two denials make none, and a denial beside the opposite word agrees with it: a linear model cannot learn
// that from each of them alone, so it is told what they are together.
#include "verify/wording_features.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/one_of.h"
#include "verify/assertions.h"
#include "verify/feature_values.h"
#include "verify/told_shares.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

// Words of a claim that change what has to be shown for it, and that count as nothing where texts are only
// held beside each other for what they are about.
constexpr std::array kWeighty = {
    "all"sv,         "every"sv,      "always"sv,    "any"sv,      "never"sv,     "none"sv,
    "nobody"sv,      "only"sv,       "alone"sv,     "most"sv,     "mostly"sv,    "many"sv,
    "majority"sv,    "minority"sv,   "few"sv,       "half"sv,     "rare"sv,      "rarely"sv,
    "seldom"sv,      "hardly"sv,     "usually"sv,   "often"sv,    "sometimes"sv, "common"sv,
    "may"sv,         "might"sv,      "can"sv,       "could"sv,    "proven"sv,    "proved"sv,
    "clearly"sv,     "completely"sv, "entirely"sv,  "markedly"sv, "slightly"sv,  "significantly"sv,
    "significant"sv, "regardless"sv, "still"sv,     "already"sv,  "equally"sv,   "same"sv,
    "similar"sv,     "alike"sv,      "different"sv, "than"sv,     "as"sv,        "not"sv,
    "no"sv,          "without"sv,    "neither"sv,   "nor"sv,      "cause"sv,     "causes"sv,
    "cures"sv,       "prevents"sv,   "better"sv,    "worse"sv,    "best"sv,      "first"sv,
    "safe"sv,        "normal"sv,     "healthy"sv,   "long"sv,     "soon"sv,      "even"sv,
    "both"sv,        "either"sv,     "instead"sv,   "should"sv,   "must"sv,      "unknown"sv,
    "because"sv,     "after"sv,      "before"sv,    "twice"sv,    "doubled"sv,   "doubles"sv};

const char* kind_named(KindNamed named) {
  switch (named) {
    case KindNamed::kNear: return "near";
    case KindNamed::kElsewhere: return "elsewhere";
    case KindNamed::kAnotherNear: return "another near";
    case KindNamed::kOnlyAnother: return "only another";
    case KindNamed::kNowhere: break;
  }
  return "nowhere";
}

bool has_word(const ReadText& text, const std::string& folded) {
  return std::any_of(text.words.begin(), text.words.end(),
                     [&](const ClaimWord& word) { return word.folded == folded; });
}

void add_weighty(Features& features, const SourceBeside& beside, const SentenceBeside& best) {
  for (const ClaimWord& word : beside.claim.words) {
    if (!is_one_of(word.folded, kWeighty)) continue;
    const bool near = has_word(best.read, word.folded);
    const bool anywhere =
        near || std::any_of(beside.sentences.begin(), beside.sentences.end(),
                            [&](const SentenceBeside& one) { return has_word(one.read, word.folded); });
    features.add(near ? "weighty near" : anywhere ? "weighty elsewhere" : "weighty nowhere", word.folded);
  }
}

// Words that go some way or deny, each by itself, where only one of the two has them; and the pairs of them.
void add_words_of_one(Features& features, const ReadText& claim, const ReadText& best) {
  const auto goes = [](const ClaimWord& word) { return word.direction || word.negation; };
  const auto has_stem = [](const ReadText& text, const ClaimWord& word) {
    return std::any_of(text.words.begin(), text.words.end(),
                       [&](const ClaimWord& other) { return other.stem == word.stem; });
  };
  std::vector<std::string_view> of_claim;
  std::vector<std::string_view> of_best;
  for (const ClaimWord& word : claim.words) {
    if (!goes(word)) continue;
    const bool both = has_stem(best, word);
    features.add(both ? "way in both" : "way of the claim", word.stem);
    if (!both) of_claim.push_back(word.stem);
  }
  for (const ClaimWord& word : best.words) {
    if (!goes(word) || has_stem(claim, word)) continue;
    features.add("way of the source", word.stem);
    of_best.push_back(word.stem);
  }
  for (const std::string_view one : of_claim) {
    for (const std::string_view other : of_best)
      features.add("ways", std::string(one) + " " + std::string(other));
  }
}

// How often what is said is turned round between the two.
void add_turns(Features& features, const ReadText& claim, const SentenceBeside& best) {
  const Comparison& c = best.comparison;
  const bool claim_denies = claim.negated || claim.no_effect;
  const bool best_denies = best.read.negated || best.read.no_effect;
  const bool opposite = c.antonyms > 0 && c.same_direction_words == 0;
  const std::string turns = std::string(claim_denies ? "c" : "-") + (best_denies ? "e" : "-") +
                            (opposite ? "o" : "-") + (c.prefix_antonym ? "p" : "-");
  const bool odd = (claim_denies != best_denies) != (opposite != c.prefix_antonym);
  features.add("turns", turns);
  features.add(odd ? "turned" : "not turned", static_cast<float>(c.covered_exactly));
  constexpr double kMostly = 0.7;
  if (c.covered_exactly >= kMostly) features.add("turns where covered", turns);
  if (c.same_direction_words > 0 && claim_denies == best_denies)
    features.add("the same way", static_cast<float>(c.covered_exactly));
}

}  // namespace

void add_wording(Features& features, const SourceBeside& beside, const PlainSigns& signs,
                 std::span<const size_t> chosen) {
  for (const KindBeside& kind : signs.kinds) {
    features.add("kind", kind_named(kind.named));
    features.add(std::string("kind of ") + std::string(kind.of), kind_named(kind.named));
  }
  size_t lost = 0;
  for (const KindBeside& kind : signs.kinds) lost += kind.named == KindNamed::kOnlyAnother ? 1 : 0;
  if (lost > 0) features.add("a kind is only another");
  if (!chosen.empty()) {
    const SentenceBeside& best = beside.sentences[chosen.front()];
    add_weighty(features, beside, best);
    add_turns(features, beside.claim, best);
    add_words_of_one(features, beside.claim, best.read);
  }
  const auto way = [](int held) { return held > 0 ? "for" : held < 0 ? "against" : "open"; };
  if (signs.claims_share) features.add("share told", way(signs.by_shares));
  if (signs.by_sides != 0) features.add("sides told anywhere", way(signs.by_sides));
  if (signs.by_other_results != 0) features.add("results told elsewhere", way(signs.by_other_results));
  // "t(14;19)" is a name and no figure; but it is the source's name too.
  if (!beside.claim.numbers.empty()) {
    size_t found = 0;
    for (const std::string& number : beside.claim.numbers) {
      found += std::any_of(beside.sentences.begin(), beside.sentences.end(),
                           [&](const SentenceBeside& one) {
                             return std::find(one.read.numbers.begin(), one.read.numbers.end(), number) !=
                                    one.read.numbers.end();
                           })
                   ? 1
                   : 0;
    }
    add_share(features, "numbers anywhere",
              static_cast<double>(found) / static_cast<double>(beside.claim.numbers.size()));
  }
}

}  // namespace attest
