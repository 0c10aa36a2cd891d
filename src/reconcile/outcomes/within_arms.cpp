// Words by which a sentence compares no arms: parts of one arm, times of it, what goes with what, plans.
#include <algorithm>
#include <cstddef>
#include <string>

#include "reconcile/outcomes/comparison_cues.h"
#include "text/phrases.h"

namespace attest {

namespace {

// "… (with significant heterogeneity)", "…, suggesting that it should be given": a remark beside the result.
std::string without_remarks(std::string_view lower) {
  static constexpr std::string_view kTails[] = {", suggesting that ", ", indicating that ", " and should ",
                                                ", and should ",      "; therefore",        ", but further ",
                                                " but further "};
  std::string text(lower);
  for (const std::string_view tail : kTails) {
    constexpr size_t kResultBytesMin = 40;
    const size_t at = text.find(tail);
    if (at != std::string::npos && at >= kResultBytesMin) text.resize(at);
  }
  for (size_t open = text.find('('); open != std::string::npos; open = text.find('(', open + 1)) {
    const size_t close = text.find(')', open);
    if (close == std::string::npos) break;
    if (!has_phrase(std::string_view(text).substr(open, close - open), "heterogeneity")) continue;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(open),
              text.begin() + static_cast<std::ptrdiff_t>(close), ' ');
  }
  return text;
}

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

bool is_within_arms(std::string_view whole) {
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
  const std::string lower = without_remarks(whole);
  return has_any_phrase(lower, kPhrases) || compares_with_baseline(lower) || tells_each_change(lower);
}

}  // namespace attest
