#include "reconcile/outcomes/comparison_cues.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

namespace {

// "Fell by 1 kg (P < 0.001 vs. baseline)": one arm at two times, where nothing else is compared.
bool compares_with_baseline(std::string_view lower) {
  if (!has_phrase(lower, "baseline")) return false;
  static constexpr std::string_view kComparing[] = {"than", "compared with", "compared to", "versus",
                                                    "vs",   "relative to",   "between"};
  for (const std::string_view word : kComparing) {
    for (size_t at = find_phrase(lower, word); at != std::string_view::npos;
         at = find_phrase(lower, word, at + 1)) {
      constexpr size_t kNearBytes = 14;
      if (lower.substr(at + word.size(), kNearBytes).find("baseline") == std::string_view::npos) return false;
    }
  }
  return true;
}

// "A significant decrease with A and also a significant decrease with B": each arm against its own start.
bool tells_each_change(std::string_view lower) {
  static constexpr std::string_view kEachChange[] = {
      "significant decrease",  "significant reduction",  "significant improvement", "significant increase",
      "significant decreases", "significant reductions", "significant improvements"};
  static constexpr std::string_view kComparative[] = {"more",     "less",    "greater", "than", "versus",
                                                      "compared", "between", "vs",      "both"};
  size_t changes = 0;
  for (const std::string_view change : kEachChange) {
    for (size_t at = find_phrase(lower, change); at != std::string_view::npos;
         at = find_phrase(lower, change, at + 1))
      ++changes;
  }
  return changes > 1 && !has_any_phrase(lower, kComparative);
}

}  // namespace

bool is_within_arms(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {"according to",
                                                  "regardless of",
                                                  "irrespective of",
                                                  "subgroup*",
                                                  "sub-group*",
                                                  "stratif*",
                                                  "interaction*",
                                                  "correlat*",
                                                  "predict*",
                                                  "at baseline",
                                                  "baseline characteristics",
                                                  "quartile*",
                                                  "tertile*",
                                                  "quintile*",
                                                  "dose-response",
                                                  "dose-dependent*",
                                                  "different doses",
                                                  "doses of",
                                                  "all doses",
                                                  "across doses",
                                                  "in all of the",
                                                  "in all treatment groups",
                                                  "across all",
                                                  "dose groups",
                                                  "low-dose group",
                                                  "high-dose group",
                                                  "higher doses",
                                                  "responders and",
                                                  "non-responders",
                                                  "nonresponders",
                                                  "positive patients",
                                                  "before and after",
                                                  "pre- and post*",
                                                  "over time",
                                                  "within-group",
                                                  "within group*",
                                                  "each arm",
                                                  "in each group",
                                                  "in both groups",
                                                  "both groups improved",
                                                  "in both arms",
                                                  "heterogeneity",
                                                  "publication bias",
                                                  "per year",
                                                  "per unit",
                                                  "trend toward*",
                                                  "tended to",
                                                  "a trend",
                                                  "trends toward*",
                                                  "whether",
                                                  "hypothesi*",
                                                  "noninferior*",
                                                  "non-inferior*",
                                                  "cost-effective*",
                                                  "cost effective*",
                                                  "dropout*",
                                                  "indirect comparison*",
                                                  "levels of",
                                                  "as a function of",
                                                  "those who responded",
                                                  "mechanism*",
                                                  "sensitivity analys*",
                                                  "serum",
                                                  "plasma",
                                                  "expression",
                                                  "polymorphism*",
                                                  "genotype*",
                                                  "should",
                                                  "further studies",
                                                  "further research",
                                                  "compliance",
                                                  "adherence",
                                                  "aim",
                                                  "objective",
                                                  "protocol",
                                                  "insufficient",
                                                  "inconclusive",
                                                  "compared with men",
                                                  "compared with women",
                                                  "compared to men",
                                                  "than men",
                                                  "than women",
                                                  "than in men",
                                                  "than in women",
                                                  "men and women",
                                                  "women and men",
                                                  "younger",
                                                  "compared with before",
                                                  "compared to before",
                                                  "paired",
                                                  "withdrawal of",
                                                  "treatment withdrawal",
                                                  "drug withdrawal",
                                                  "after withdrawal",
                                                  "cessation of",
                                                  "tapering",
                                                  "minimized by",
                                                  "probability that",
                                                  "et al",
                                                  "previous studies",
                                                  "other studies",
                                                  "several studies",
                                                  "in that study",
                                                  "our study population",
                                                  "the study of",
                                                  "gradual",
                                                  "number needed to harm",
                                                  "to determine",
                                                  "to compare",
                                                  "to assess",
                                                  "to evaluate",
                                                  "to investigate",
                                                  "we compared",
                                                  "were randomi*",
                                                  "was randomi*",
                                                  "were assigned",
                                                  "randomly",
                                                  "investigated",
                                                  "we aimed",
                                                  "eligible",
                                                  "were enrolled",
                                                  "inclusion",
                                                  "at the start of",
                                                  "start of the",
                                                  "later randomi*",
                                                  "prior reports",
                                                  "previous reports",
                                                  "earlier reports",
                                                  "previously reported",
                                                  "prior studies",
                                                  "earlier studies",
                                                  "prior trials",
                                                  "previous trials",
                                                  "earlier trials",
                                                  "conflicting",
                                                  "cats",
                                                  "dogs",
                                                  "rats",
                                                  "mice",
                                                  "controversial",
                                                  "sample size",
                                                  "statistical power",
                                                  "was lowest",
                                                  "would",
                                                  "but not men",
                                                  "but not women",
                                                  "but not in",
                                                  "not in those",
                                                  "confined to",
                                                  "restricted to",
                                                  "limited to",
                                                  "was highest",
                                                  "unclear"};
  return has_any_phrase(lower, kPhrases) || compares_with_baseline(lower) || tells_each_change(lower);
}

bool states_result(std::string_view lower) {
  static constexpr std::string_view kFound[] = {"reduced",    "increased",  "improved",    "decreased",
                                                "lowered",    "prevented",  "did not",     "was lower",
                                                "were lower", "was higher", "were higher", "prolonged",
                                                "shortened",  "raised",     "worsened"};
  static constexpr std::string_view kAgainst[] = {"compared with", "compared to", "than", "versus"};
  static constexpr std::string_view kPlanned[] = {"will", "may", "might", "could", "would", "if"};
  return has_any_phrase(lower, kFound) && has_any_phrase(lower, kAgainst) && !has_any_phrase(lower, kPlanned);
}

bool cites_others(std::string_view sentence) {
  for (size_t i = 0; i + 1 < sentence.size(); ++i) {
    if ((sentence[i] != '[' && sentence[i] != '(') || !is_digit(sentence[i + 1])) continue;
    size_t end = i + 1;
    constexpr size_t kDigitsMax = 3;
    size_t digits = 0;
    size_t longest = 0;
    while (end < sentence.size() &&
           (is_digit(sentence[end]) || sentence[end] == ',' || sentence[end] == ' ' || sentence[end] == '-' ||
            !is_ascii(sentence[end]))) {
      digits = is_digit(sentence[end]) ? digits + 1 : 0;
      longest = std::max(longest, digits);
      ++end;
    }
    const bool closed = end < sentence.size() && sentence[end] == (sentence[i] == '[' ? ']' : ')');
    if (closed && longest <= kDigitsMax) return true;
  }
  return false;
}

namespace {

// "X or Y": a word stands between two things that were given, and not between outcomes.
bool stands_beside(std::string_view lower, size_t at, size_t bytes, std::span<const ByteSpan> own) {
  constexpr size_t kBytesBetween = 12;
  return own.empty() || std::any_of(own.begin(), own.end(), [&](ByteSpan span) {
           const bool behind = at >= span.end && at - span.end <= kBytesBetween &&
                               lower.substr(span.end, at - span.end).find(',') == std::string_view::npos;
           return behind || (at + bytes <= span.start && span.start - at - bytes <= kBytesBetween);
         });
}

// "Over 5 years", "protects against stroke", "both morbidity and mortality": words of other uses.
bool has_other_use(std::string_view word, std::string_view before, std::string_view behind) {
  static constexpr std::string_view kProtects[] = {"protect ",    "protects ",   "protected ", "protective ",
                                                   "protection ", "effective ",  "efficacy ",  "prophylaxis ",
                                                   "prevention ", "beneficial ", "benefit "};
  static constexpr std::string_view kTime[] = {"a ", "an ", "the ", "one ", "two ", "three ", "time"};
  static constexpr std::string_view kArms[] = {
      " groups", " arms", " treatments", " drugs", " therapies", " regimens", " agents",    " interventions",
      " were",   " had",  " showed",     " are",   " have",      " study",    " treatment", " strategies"};
  const auto starts = [&](std::string_view one) { return behind.starts_with(one); };
  if (word == "against")
    return std::any_of(std::begin(kProtects), std::end(kProtects),
                       [&](std::string_view one) { return before.ends_with(one); });
  const std::string_view next = behind.empty() ? behind : behind.substr(1);
  if (word == "over" && !next.empty())
    return is_digit(next.front()) || std::any_of(std::begin(kTime), std::end(kTime),
                                                 [&](std::string_view one) { return next.starts_with(one); });
  if (word == "both" || word == "either") return std::none_of(std::begin(kArms), std::end(kArms), starts);
  return word == "between" && !next.empty() && is_digit(next.front());
}

}  // namespace

bool names_comparison(std::string_view lower, std::span<const ByteSpan> own) {
  static constexpr std::string_view kOwnGroups[] = {
      "between groups",           "between the groups",
      "between the two groups",   "between two groups",
      "between both groups",      "between the 2 groups",
      "between the arms",         "between the two arms",
      "between treatment groups", "between the treatment groups"};
  if (has_any_phrase(lower, kOwnGroups)) return false;
  static constexpr std::string_view kPhrases[] = {
      "compared", "comparison", "versus",     "vs",         "than",       "relative to", "superior",
      "inferior", "equivalent", "two groups", "all groups", "the groups", "other"};
  if (has_any_phrase(lower, kPhrases)) return true;
  static constexpr std::string_view kOften[] = {"over",    "against", "both", "either",
                                                "between", "or",      "alone"};
  for (const std::string_view word : kOften) {
    for (size_t at = find_phrase(lower, word); at != std::string_view::npos;
         at = find_phrase(lower, word, at + 1)) {
      // "X alone" is X and nothing else.
      const bool by_itself = word == "alone" && std::any_of(own.begin(), own.end(), [&](ByteSpan span) {
                               return span.end + 1 == at;
                             });
      if (by_itself) continue;
      const bool counts = word == "or"
                              ? stands_beside(lower, at, word.size(), own)
                              : !has_other_use(word, lower.substr(0, at), lower.substr(at + word.size()));
      if (counts) return true;
    }
  }
  return false;
}

bool is_setting(std::string_view lower, size_t start) {
  static constexpr std::string_view kBefore[] = {
      " before ",    " after ",     " undergoing ", " following ", " during ",   " prior to ",
      " requiring ", " receiving ", " history of ", " need for ",  " standard ", " background "};
  const std::string_view before = lower.substr(0, start);
  return std::any_of(std::begin(kBefore), std::end(kBefore),
                     [&](std::string_view phrase) { return before.ends_with(phrase); });
}

bool is_joined(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "plus",       "combined with", "in combination", "combination",  "combinations",
      "added to",   "adding",        "addition of",    "adjunct*",     "add-on",
      "continuing", "together with", "followed by",    "supplemented", "with or without"};
  return has_any_phrase(lower, kPhrases);
}

bool opens_comparison(std::string_view lower, size_t start) {
  std::string_view before = lower.substr(0, start);
  // "Than did standard-dose X": how it was given, back to the word that compares.
  static constexpr std::string_view kForms[] = {"the ",
                                                "that of ",
                                                "those of ",
                                                "those with ",
                                                "those on ",
                                                "in ",
                                                "with ",
                                                "for ",
                                                "by ",
                                                "high-dose ",
                                                "low-dose ",
                                                "standard-dose ",
                                                "high dose ",
                                                "low dose ",
                                                "standard ",
                                                "oral ",
                                                "intravenous ",
                                                "twice-daily ",
                                                "conventional ",
                                                "subcutaneous ",
                                                "patients on ",
                                                "did ",
                                                "either ",
                                                "was ",
                                                "group ",
                                                "once-daily ",
                                                "patients receiving ",
                                                "patients taking ",
                                                "those receiving "};
  for (bool stripped = true; stripped;) {
    stripped = false;
    for (const std::string_view form : kForms) {
      if (!before.ends_with(form) || (form == "with " && before.ends_with("compared with ")) ||
          (form == "with " && before.ends_with("comparison with ")))
        continue;
      before.remove_suffix(form.size());
      stripped = true;
    }
  }
  static constexpr std::string_view kBefore[] = {"compared with ",
                                                 "compared to ",
                                                 "relative to ",
                                                 "in comparison with ",
                                                 "in comparison to ",
                                                 "versus ",
                                                 "as compared with ",
                                                 "than ",
                                                 "unlike ",
                                                 "superior to ",
                                                 "inferior to ",
                                                 "as effective as ",
                                                 "equivalent to ",
                                                 "comparable to ",
                                                 "similar to ",
                                                 "advantage over ",
                                                 "benefit over ",
                                                 "superiority over ",
                                                 "different from ",
                                                 "comparable with ",
                                                 "as efficacious as ",
                                                 "advantages over "};
  return std::any_of(std::begin(kBefore), std::end(kBefore),
                     [&](std::string_view phrase) { return before.ends_with(phrase); });
}

}  // namespace attest
