// Statements that tell no result: how something is, what is done, what to do. They have no figure and no side
// by which they could be held against a source; nearly all of their words must stand in one sentence of it.
#include <algorithm>
#include <iterator>

#include "audit/accord.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "base/white_space.h"
#include "findings/cues.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

constexpr float kTelling = 0.3F;     // weight of a word that says what a sentence is about
constexpr double kNearlyAll = 0.85;  // of the claim's words, in the sentence

// Words that make more of a sentence than its other words do: the source must have them too.
bool claims_more(std::string_view said, std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "only",     "always",   "all",    "every",      "must",    "usually", "often",    "typically",
      "commonly", "most",     "rarely", "caus*",      "because", "due to",  "lead to",  "leads to",
      "risk*",    "prevent*", "safe",   "proven",     "best",    "first",   "require*", "necessary",
      "more",     "less",     "cure*",  "effective*", "before",  "after",   "instead",  "mandatory",
      "second",   "third",    "last",   "one",        "two",     "three",   "high*",    "low*",
      "long*",    "short*",   "early",  "late",       "new",     "old"};
  if (cues::recommends(said) && !cues::recommends(lower)) return true;
  if (cues::line_of_therapy(said) != cues::line_of_therapy(lower)) return true;
  return std::any_of(std::begin(kPhrases), std::end(kPhrases), [&](std::string_view phrase) {
    return find_phrase(said, phrase) != std::string_view::npos &&
           find_phrase(lower, phrase) == std::string_view::npos;
  });
}

// Verbs that say little: "get painful" is pain.
bool is_light_verb(std::string_view key) {
  static constexpr std::string_view kStems[] = {"get", "becom", "go", "make", "let", "keep", "put", "happen"};
  return std::find(std::begin(kStems), std::end(kStems), key) != std::end(kStems);
}

bool is_word_of_advice(std::string_view key) {
  static constexpr std::string_view kStems[] = {"approach", "option",    "strategi", "choic",
                                                "standard", "prefer",    "strong",   "strongli",
                                                "advis",    "intervent", "suggest",  "offer"};
  return std::find(std::begin(kStems), std::end(kStems), key) != std::end(kStems);
}

// "Without", unless it names the other arm of a comparison: "60 h with zinc and 78 h without it".
bool goes_without(std::string_view lower) {
  const size_t at = find_phrase(lower, "without");
  if (at == std::string_view::npos) return false;
  const std::string_view before = trimmed(lower.substr(0, at));
  const std::string_view after = lower.substr(at);
  // "In patients without previous stroke": who they were.
  static constexpr std::string_view kPeople[] = {" patients", " people",   " those",    " women",
                                                 " men",      " children", " subjects", " participants",
                                                 " adults",   " persons",  " infants",  " individuals"};
  const bool of_people = ends_with_one_of(before, kPeople);
  return !of_people && !after.starts_with("without it") && !after.starts_with("without them") &&
         !before.ends_with(" than") && !before.ends_with(" or") && !before.ends_with("%");
}

}  // namespace

bool denies(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "no",          "not",      "never",           "neither", "nor",    "cannot", "none",   "failed to",
      "lack of",     "fails to", "doesn't",         "don't",   "didn't", "isn't",  "aren't", "unlikely",
      "ineffective", "rarely",   "poorly tolerated"};
  return has_any_phrase(lower, kPhrases) || goes_without(lower);
}

int trend(std::string_view lower) {
  static constexpr std::string_view kMore[] = {"increas*", "raise*", "higher",       "elevat*",  "more often",
                                               "rises",    "rose",   "greater risk", "prolong*", "lengthen*"};
  static constexpr std::string_view kLess[] = {"decreas*", "reduc*", "lower*",    "fewer",   "less often",
                                               "fell",     "falls",  "diminish*", "declin*", "shorten*"};
  return (has_any_phrase(lower, kMore) ? 1 : 0) - (has_any_phrase(lower, kLess) ? 1 : 0);
}

bool opposite_trends(std::string_view one, std::string_view other) {
  // Longer survival and fewer deaths are one result.
  const bool same_end = has_phrase(one, "surviv*") == has_phrase(other, "surviv*");
  return same_end && trend(one) * trend(other) < 0;
}

bool advises_against(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {"recommendation against", "recommendations against",
                                                  "recommend* against", "advis* against", "advice against"};
  return cues::recommends_against(lower) || has_any_phrase(lower, kPhrases);
}

bool adds_degree(std::string_view said, std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "good",      "poor*",     "excellent", "strong*",    "weak*",     "mild*",    "severe*",    "small",
      "large*",    "common*",   "rare*",     "normal*",    "abnormal*", "internal", "acute",      "positive",
      "negative",  "frequent*", "for years", "for months", "for weeks", "for life", "permanent*", "lifelong",
      "complete*", "cheap*",    "expensive", "never",      "always",    "every",    "best",       "worst"};
  return std::any_of(std::begin(kPhrases), std::end(kPhrases), [&](std::string_view phrase) {
    return find_phrase(said, phrase) != std::string_view::npos &&
           find_phrase(lower, phrase) == std::string_view::npos;
  });
}

bool says_little(const PageClaim& claim) {
  constexpr size_t kTellingMin = 2;
  size_t telling = 0;
  bool says = !claim.interventions.empty();
  for (const Unit& unit : claim.units) {
    if (unit.weight < kTelling) continue;
    ++telling;
    says |= !unit.key.starts_with('=');
  }
  return telling < kTellingMin || !says;
}

bool says_plainly(const PageClaim& claim, std::string_view sentence, const std::vector<Unit>& held) {
  const std::string& text = claim.sentence.text;
  if (!claim.figures.empty() || std::any_of(text.begin(), text.end(), is_digit)) return false;
  constexpr size_t kUnitsMin = 3;
  constexpr ptrdiff_t kTellingMin = 2;
  std::vector<Unit> units;
  std::copy_if(claim.units.begin(), claim.units.end(), std::back_inserter(units),
               [](const Unit& unit) { return !is_light_verb(unit.key); });
  const auto telling =
      std::count_if(units.begin(), units.end(), [](const Unit& unit) { return unit.weight >= kTelling; });
  // Names alone do not tell what is said of them.
  const bool says = std::any_of(units.begin(), units.end(), [](const Unit& unit) {
    return unit.weight >= kTelling && !unit.key.starts_with('=');
  });
  if (units.size() < kUnitsMin || telling < kTellingMin || !says) return false;
  const std::string said = lower_ascii(text);
  const std::string lower = lower_ascii(sentence);
  return Lexicon::coverage(units, held) >= kNearlyAll && !claims_more(said, lower) &&
         !adds_degree(said, lower) && advises_against(said) == advises_against(lower);
}

bool only_advises(const PageClaim& claim, const std::vector<Unit>& held) {
  if (!claim.figures.empty()) return false;
  return std::all_of(claim.units.begin(), claim.units.end(), [&](const Unit& unit) {
    const auto is_unit = [&](const std::string& id) { return unit.key == "=" + id; };
    return unit.weight < kTelling || std::binary_search(held.begin(), held.end(), unit) ||
           std::any_of(claim.interventions.begin(), claim.interventions.end(), is_unit) ||
           is_word_of_advice(unit.key);
  });
}

bool advises_the_same(const PageClaim& claim, std::string_view sentence, std::string_view title,
                      const std::vector<Unit>& with_title, const Lexicon& lexicon) {
  const std::vector<std::string> own = lexicon.named(claim.sentence.text, ConceptRole::kCondition);
  const auto is_held = [&](const std::string& id) {
    return std::any_of(with_title.begin(), with_title.end(), [&](const Unit& unit) {
      return unit.key.starts_with('=') && lexicon.same_or_kind_of(id, std::string_view(unit.key).substr(1));
    });
  };
  if (!own.empty() && std::none_of(own.begin(), own.end(), is_held)) return false;
  static constexpr std::string_view kPeople[] = {"child*",    "infant*", "adolescent*", "pregnan*",
                                                 "childhood", "older",   "newborn*",    "breastfeeding"};
  const std::string said = lower_ascii(claim.sentence.text + " " + claim.about);
  const std::string advised = lower_ascii(sentence);
  const std::string held = advised + " " + lower_ascii(title);
  const auto names = [](std::string_view text, std::string_view people) {
    return find_phrase(text, people) != std::string_view::npos;
  };
  return std::none_of(std::begin(kPeople), std::end(kPeople), [&](std::string_view people) {
    return (names(said, people) && !names(held, people)) || (names(advised, people) && !names(said, people));
  });
}

bool compares_treatments(std::string_view sentence, const Lexicon& lexicon) {
  std::vector<Side> treatments;
  for (const Side& side : sides_of(sentence, lexicon, false)) {
    if (!side.is_control && std::none_of(treatments.begin(), treatments.end(),
                                         [&](const Side& one) { return same_side(one, side, lexicon); }))
      treatments.push_back(side);
  }
  return treatments.size() >= 2;
}

}  // namespace attest::audit
