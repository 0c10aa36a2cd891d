#include "findings/effects/effect_features.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace attest {
namespace {

constexpr std::array<float, 9> kEffectShares = {0.05F, 0.15F, 0.25F, 0.35F, 0.5F, 0.65F, 0.8F, 0.9F, 0.99F};
constexpr size_t kPatternMax = 60;  // symbols looked at: a longer sentence is a table

std::string_view mark_symbol(EffectMark mark) {
  switch (mark) {
    case EffectMark::kOutcome: return "O";
    case EffectMark::kIntervention: return "I";
    case EffectMark::kComparator: return "C";
    case EffectMark::kArms: return "A";
    default: return {};
  }
}

bool is_direction(std::string_view symbol) {
  return symbol == "UP" || symbol == "DOWN" || symbol == "BETTER" || symbol == "WORSE" || symbol == "FAST" ||
         symbol == "SLOW";
}

// The sentence as marks and cue classes only, the same symbol twice in a row once.
std::vector<std::string> pattern_of(const MarkedSentence& sentence, bool focus_only) {
  std::vector<std::string> pattern;
  for (const EffectToken& token : sentence.tokens) {
    if (focus_only && token.clause != sentence.focus) continue;
    std::string_view symbol = mark_symbol(token.mark);
    if (symbol.empty()) symbol = token.symbol;
    if (symbol.empty() || symbol == "#" || symbol == "A" || symbol == "GROUP" || symbol == "STAT") continue;
    std::string item(symbol);
    // "weight reduction" as the outcome, "weight was reduced" in the sentence.
    if (token.mark == EffectMark::kOutcome && is_direction(token.symbol))
      item += "/" + std::string(token.symbol);
    if (!pattern.empty() && pattern.back() == item) continue;
    pattern.push_back(std::move(item));
    if (pattern.size() == kPatternMax) break;
  }
  return pattern;
}

void add_sequences(Features& features, const std::string& family, const std::vector<std::string>& items,
                   size_t longest) {
  for (size_t i = 0; i < items.size(); ++i) {
    std::string joined;
    for (size_t length = 0; length < longest && i + length < items.size(); ++length) {
      joined += (length > 0 ? " " : "") + items[i + length];
      features.add(family, joined);
    }
  }
}

// Words, names replaced by their marks, numbers by their signs.
std::vector<std::string> masked_words(const MarkedSentence& sentence, bool focus_only) {
  std::vector<std::string> words;
  for (const EffectToken& token : sentence.tokens) {
    if (focus_only && token.clause != sentence.focus) continue;
    std::string_view symbol = mark_symbol(token.mark);
    if (token.mark == EffectMark::kQuantity) symbol = token.symbol;
    std::string word = symbol.empty() ? token.word : "<" + std::string(symbol) + ">";
    if (words.empty() || words.back() != word) words.push_back(std::move(word));
  }
  return words;
}

// Which arm the direction word at `at` is about: the arm before it, the arm after it, the arm after "than".
void add_orientation(Features& features, const std::vector<std::string>& pattern, size_t at,
                     std::string_view polarity, const std::string& family) {
  std::string cue = pattern[at];
  if (cue != "UP" && cue != "DOWN") cue += std::string(" ") + std::string(polarity);
  std::string before = "-";
  std::string than = "-";
  bool negated = false;
  for (size_t back = at; back-- > 0 && at - back <= 8;) {
    const std::string& symbol = pattern[back];
    if (symbol == "BUT") break;
    if (at - back <= 3 && symbol == "NOT") negated = true;
    if (before == "-" && (symbol == "I" || symbol == "C")) before = symbol;
    // "A versus B had lower": the arm before is A.
    const bool compares =
        symbol == "CMP" && before != "-" && (pattern[back + 1] == "I" || pattern[back + 1] == "C");
    const bool has_subject =
        back > 0 && std::any_of(pattern.begin(), pattern.begin() + static_cast<std::ptrdiff_t>(back),
                                [](const std::string& item) { return item == "I" || item == "C"; });
    if (compares && has_subject && than == "-") {
      than = before;
      before = "-";
    }
  }
  std::string after = "-";
  bool compared = false;
  std::string verdict = "-";
  for (size_t on = at + 1; on < pattern.size() && on - at <= 10; ++on) {
    const std::string& symbol = pattern[on];
    if (symbol == "BUT") break;
    if (symbol == "CMP") compared = true;
    if (symbol == "I" || symbol == "C") {
      std::string& place = compared ? than : after;
      if (place == "-") place = symbol;
    }
    if (verdict == "-" && (symbol.starts_with("P") || symbol.starts_with("R") || symbol.starts_with("D>") ||
                           symbol.starts_with("D<") || symbol.starts_with("D="))) {
      verdict = symbol;
    }
  }
  if (negated) cue = "NOT " + cue;
  features.add(family + " cue", cue);
  features.add(family + " verdict", cue + " " + verdict);
  features.add(family + " before", cue + " " + before);
  features.add(family + " after", cue + " " + after);
  features.add(family + " than", cue + " " + than);
  features.add(family + " arms", cue + " " + before + " " + after + " " + than);
}

// For every direction word, and apart for the one that stands nearest to the outcome.
void add_orientations(Features& features, const std::vector<std::string>& pattern, std::string_view polarity,
                      const std::string& family) {
  size_t nearest = pattern.size();
  size_t distance = pattern.size();
  for (size_t i = 0; i < pattern.size(); ++i) {
    if (!is_direction(pattern[i])) continue;
    add_orientation(features, pattern, i, polarity, family);
    for (size_t o = 0; o < pattern.size(); ++o) {
      if (!pattern[o].starts_with("O")) continue;
      const size_t apart = o > i ? o - i : i - o;
      if (apart < distance) {
        distance = apart;
        nearest = i;
      }
    }
  }
  if (nearest < pattern.size()) {
    add_orientation(features, pattern, nearest, polarity, family + " nearest");
    features.add(family + " nearest at",
                 pattern[nearest] + " " + std::to_string(std::min<size_t>(distance, 4)));
  } else {
    features.add(family + " none");
  }
}

// "12 % in the intervention group and 24 % in the control group": which value is the larger.
std::string larger_value(const MarkedSentence& sentence, bool focus_only) {
  struct Place {
    size_t at = 0;
    double value = 0;
    bool intervention = false;
  };
  std::vector<Place> values;
  std::vector<Place> arms;
  for (size_t i = 0; i < sentence.tokens.size(); ++i) {
    const EffectToken& token = sentence.tokens[i];
    if (focus_only && token.clause != sentence.focus) continue;
    if (token.mark == EffectMark::kQuantity && token.comparable) values.push_back({i, token.value, false});
    if (token.mark == EffectMark::kIntervention) arms.push_back({i, 0, true});
    if (token.mark == EffectMark::kComparator) arms.push_back({i, 0, false});
  }
  if (values.size() < 2) return "none";
  const bool two_arms =
      std::any_of(arms.begin(), arms.end(), [](const Place& arm) { return arm.intervention; }) &&
      std::any_of(arms.begin(), arms.end(), [](const Place& arm) { return !arm.intervention; });
  if (!two_arms) {
    return values[0].value > values[1].value   ? "first"
           : values[0].value < values[1].value ? "second"
                                               : "equal";
  }
  // The value nearest to each arm; where both have the same, the order decides.
  const auto nearest = [&values, &arms](bool intervention) {
    size_t best = 0;
    size_t distance = static_cast<size_t>(-1);
    for (size_t v = 0; v < values.size(); ++v) {
      for (const Place& arm : arms) {
        if (arm.intervention != intervention) continue;
        const size_t apart = values[v].at > arm.at ? values[v].at - arm.at : arm.at - values[v].at;
        if (apart < distance) {
          distance = apart;
          best = v;
        }
      }
    }
    return best;
  };
  size_t with = nearest(true);
  size_t without = nearest(false);
  if (with == without) {
    with = arms.front().intervention ? 0 : 1;
    without = 1 - with;
  }
  if (values[with].value == values[without].value) return "equal";
  return values[with].value > values[without].value ? "I" : "C";
}

std::string verdict_of(const MarkedSentence& sentence, bool focus_only) {
  bool yes = false;
  bool no = false;
  for (const EffectToken& token : sentence.tokens) {
    if (focus_only && token.clause != sentence.focus) continue;
    yes = yes || token.symbol == "P+" || token.symbol == "R>" || token.symbol == "R<" ||
          token.symbol == "D>" || token.symbol == "D<";
    no = no || token.symbol == "P-" || token.symbol == "R=" || token.symbol == "D=" || token.symbol == "NS";
  }
  return yes ? (no ? "both" : "yes") : (no ? "no" : "-");
}

void add_share(Features& features, const std::string& name, double value) {
  features.add_binned(name, static_cast<float>(value), kEffectShares);
}

}  // namespace

MarkedAbstract mark_abstract(EffectMarker& marker, std::span<const EffectSentence> sentences) {
  MarkedAbstract abstract;
  for (size_t i = 0; i < sentences.size(); ++i) {
    abstract.sentences.push_back(marker.mark(sentences[i].text));
    if (sentences[i].role) {
      const SentenceRole role = *sentences[i].role;
      abstract.roles.push_back(role == SentenceRole::kResult || role == SentenceRole::kConclusion ? 1 : 0);
      continue;
    }
    SentencePlace place{sentences[i].text, {}, {}, i, sentences.size()};
    if (i > 0) place.before = sentences[i - 1].text;
    if (i + 1 < sentences.size()) place.after = sentences[i + 1].text;
    abstract.roles.push_back(estimate_sentence_role(place).evidence);
  }
  return abstract;
}

Features effect_evidence_features(const MarkedAbstract& abstract, size_t index) {
  const MarkedSentence& sentence = abstract.sentences[index];
  double best_outcome = 0;
  double best_arms = 0;
  size_t better = 0;
  for (const MarkedSentence& other : abstract.sentences) {
    best_outcome = std::max(best_outcome, other.outcome);
    best_arms = std::max(best_arms, other.arms);
    if (other.outcome > sentence.outcome) ++better;
  }
  const double outcome = best_outcome > 0 ? sentence.outcome / best_outcome : 0;
  const double arms = best_arms > 0 ? sentence.arms / best_arms : 0;
  const double role = abstract.roles[index];
  Features features;
  add_share(features, "outcome", sentence.outcome);
  add_share(features, "outcome of best", outcome);
  add_share(features, "intervention", sentence.intervention);
  add_share(features, "comparator", sentence.comparator);
  add_share(features, "arms of best", arms);
  add_share(features, "role", role);
  add_share(features, "outcome and role", outcome * role);
  add_share(features, "all", (outcome + 0.5 * arms) * role / 1.5);
  features.add("better", std::to_string(std::min<size_t>(better, 5)));
  if (index > 0) add_share(features, "outcome before", abstract.sentences[index - 1].outcome);
  if (index + 1 < abstract.sentences.size()) {
    add_share(features, "outcome after", abstract.sentences[index + 1].outcome);
  }
  const auto place = static_cast<float>(index) / static_cast<float>(abstract.sentences.size());
  features.add("place", std::to_string(static_cast<int>(place * 8)));
  if (index + 1 == abstract.sentences.size()) features.add("last");

  const char* const strength = outcome * role >= 0.6 ? "+" : outcome * role >= 0.25 ? "~" : "-";
  const auto pattern = pattern_of(sentence, false);
  std::set<std::string> symbols(pattern.begin(), pattern.end());
  for (const std::string& symbol : symbols) {
    features.add("symbol", symbol);
    features.add("symbol with", symbol + strength);
  }
  features.add("verdict", verdict_of(sentence, false) + strength);
  add_sequences(features, "sequence", pattern_of(sentence, true), 2);
  for (const std::string& word : masked_words(sentence, false)) features.add("word", word);
  return features;
}

Features effect_direction_features(const MarkedSentence& sentence, std::string_view polarity) {
  Features features;
  const auto whole = pattern_of(sentence, false);
  const auto focus = pattern_of(sentence, true);
  add_sequences(features, "pattern", whole, 4);
  add_sequences(features, "focus pattern", focus, 4);
  add_orientations(features, whole, polarity, "whole");
  add_orientations(features, focus, polarity, "focus");
  add_sequences(features, "word", masked_words(sentence, false), 2);
  add_sequences(features, "focus word", masked_words(sentence, true), 2);

  const std::string verdict = verdict_of(sentence, false);
  const std::string focus_verdict = verdict_of(sentence, true);
  features.add("verdict", verdict);
  features.add("focus verdict", focus_verdict);
  const std::string larger = larger_value(sentence, false);
  const std::string focus_larger = larger_value(sentence, true);
  features.add("larger", larger + " " + verdict);
  features.add("focus larger", focus_larger);
  features.add("focus larger", focus_larger + " " + focus_verdict);
  const bool told =
      std::any_of(focus.begin(), focus.end(), [](const std::string& item) { return is_direction(item); });
  if (!told) features.add("larger untold", focus_larger + " " + focus_verdict);
  features.add("polarity", std::string(polarity));
  return features;
}

}  // namespace attest
