// What a sentence says in words of two figures, or of a ratio, that its own figures turn round: "less often
// with A (66 %) than with B (40 %)", "raised the risk (relative risk 0.74)".
#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "figures/checks.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

bool denies_order(std::string_view lower) {
  static constexpr std::string_view kDenials[] = {"not",   "no",     "nor",    "neither",
                                                  "never", "failed", "without"};
  return has_any_phrase(lower, kDenials);
}

// 1 more, -1 less; 0 where neither or both are said. "More than 12 %" compares nothing.
int said_order(std::string_view lower) {
  static constexpr std::array<std::string_view, 4> kMore = {"more", "higher", "greater", "larger"};
  static constexpr std::array<std::string_view, 5> kLess = {"less", "fewer", "lower", "smaller", "rarer"};
  const auto says = [&](std::string_view word) {
    const size_t at = find_phrase(lower, word);
    return at != std::string_view::npos && !lower.substr(at + word.size()).starts_with(" than") &&
           !lower.substr(0, at).ends_with(" or ");
  };
  const bool more = std::any_of(kMore.begin(), kMore.end(), says);
  const bool less = std::any_of(kLess.begin(), kLess.end(), says);
  return (more ? 1 : 0) - (less ? 1 : 0);
}

// Alone in its brackets: "(12%)", "(33 of 50, 66%)".
bool closes_its_bracket(const Passage& passage, const Quantity& quantity) {
  const size_t open = passage.lower.rfind('(', quantity.span.start);
  const size_t close = passage.lower.find_first_of("();[", quantity.span.end);
  constexpr size_t kLeadMax = 16;
  return open != std::string::npos && quantity.span.start - open <= kLeadMax && close != std::string::npos &&
         passage.lower[close] != '(' && close - quantity.span.end <= 2;
}

void check_two_shares(const Passage& passage, std::vector<FigureCheck>& checks) {
  std::vector<const Quantity*> shares;
  for (const Quantity& one : passage.quantities) {
    if (one.kind == QuantityKind::kPercentage) shares.push_back(&one);
  }
  if (shares.size() != 2) return;
  const Quantity& first = *shares[0];
  const Quantity& second = *shares[1];
  if (std::isnan(first.value) || std::isnan(second.value) || first.value == second.value || first.value < 0 ||
      second.value < 0 ||  // a greater fall: -17 % against -7 %
      first.relation != Relation::kEqual || second.relation != Relation::kEqual ||
      !closes_its_bracket(passage, first) || !closes_its_bracket(passage, second))
    return;
  const std::string_view lead = passage.between(0, first.span.start);
  const std::string_view between = passage.between(first.span.end, second.span.start);
  if (between.find(" than ") == std::string_view::npos || denies_order(lead) || denies_order(between)) return;
  static constexpr std::string_view kApart[] = {"but", "while", "whereas", "although"};
  if (has_any_phrase(between, kApart) || between.find("; ") != std::string_view::npos) return;
  const int order = said_order(lead);
  // What is told behind the first figure may turn the comparison: "(12%) … less often than".
  const size_t than = between.find(" than ");
  if (order == 0 || said_order(between.substr(0, than)) != 0) return;
  if ((order > 0) == (first.value > second.value)) return;
  FigureCheck check = passage.check(FigureCheckKind::kDifference, {first.span.start, second.span.end});
  check.inputs = fmt::format("{} and {}", first.span.of(passage.text), second.span.of(passage.text));
  check.stated = order > 0 ? "more" : "less";
  check.computed = order > 0 ? "less" : "more";
  check.rule = "the first figure against the second";
  check.tolerance = "none";
  check.said = fmt::format("says {} and gives {}.", check.stated, check.inputs);
  checks.push_back(std::move(check));
}

// "Raised the risk of": a treatment did it, so that the ratio is that of those who had it.
int told_of_risk(std::string_view lower) {
  static constexpr std::string_view kRisks[] = {" the risk of", " the odds of", " the incidence of",
                                                " the hazard of", " the likelihood of"};
  static constexpr std::string_view kUp[] = {"increased", "increases", "raised", "raises"};
  static constexpr std::string_view kDown[] = {"reduced", "reduces", "lowered", "lowers", "decreased"};
  const auto tells = [&](std::string_view verb) {
    return std::any_of(std::begin(kRisks), std::end(kRisks), [&](std::string_view risk) {
      return has_phrase(lower, std::string(verb) + std::string(risk));
    });
  };
  // "Raised mortality", "lowered deaths from any cause".
  static constexpr std::string_view kDeaths[] = {" mortality",
                                                 " all-cause mortality",
                                                 " deaths",
                                                 " overall mortality",
                                                 " total mortality",
                                                 " cardiac mortality",
                                                 " cardiovascular mortality",
                                                 " deaths from"};
  const auto tells_death = [&](std::string_view verb) {
    return std::any_of(std::begin(kDeaths), std::end(kDeaths), [&](std::string_view death) {
      return has_phrase(lower, std::string(verb) + std::string(death));
    });
  };
  const bool up = std::any_of(std::begin(kUp), std::end(kUp), tells) ||
                  std::any_of(std::begin(kUp), std::end(kUp), tells_death);
  const bool down = std::any_of(std::begin(kDown), std::end(kDown), tells) ||
                    std::any_of(std::begin(kDown), std::end(kDown), tells_death);
  if (up || down) return (up ? 1 : 0) - (down ? 1 : 0);
  // "Had a lower risk of death (OR 0.7)": theirs, unless two are compared, of which the ratio may be
  // either's.
  static constexpr std::string_view kCompared[] = {"than",        "compared",      "versus",  "vs",
                                                   "relative to", "in comparison", "contrast"};
  if (has_any_phrase(lower, kCompared)) return 0;
  static constexpr std::string_view kHigher[] = {"higher risk of",   "higher odds of",    "greater risk of",
                                                 "greater odds of",  "increased odds of", "increased risk of",
                                                 "elevated risk of", "raised risk of",    "more likely"};
  static constexpr std::string_view kLower[] = {"lower risk of",   "lower odds of",     "reduced risk of",
                                                "reduced odds of", "decreased risk of", "decreased odds of",
                                                "lowered risk of", "less likely"};
  return (has_any_phrase(lower, kHigher) ? 1 : 0) - (has_any_phrase(lower, kLower) ? 1 : 0);
}

void check_ratio_of_risk(const Passage& passage, std::vector<FigureCheck>& checks) {
  const Quantity* ratio = nullptr;
  for (const Quantity& one : passage.quantities) {
    if (one.kind != QuantityKind::kRatio) continue;
    if (ratio != nullptr) return;
    ratio = &one;
  }
  if (ratio == nullptr || std::isnan(ratio->value) || ratio->value <= 0 || ratio->value == 1 ||
      ratio->relation != Relation::kEqual ||
      (ratio->measure != "RR" && ratio->measure != "OR" && ratio->measure != "HR"))
    return;
  const std::string_view lead = passage.between(0, ratio->span.start);
  const int way = told_of_risk(lead);
  if (way == 0 || denies_order(lead) || (way > 0) == (ratio->value > 1)) return;
  FigureCheck check = passage.check(FigureCheckKind::kRatio, ratio->span);
  check.inputs = std::string(ratio->span.of(passage.text));
  check.stated = way > 0 ? "increased" : "reduced";
  check.computed = way > 0 ? "reduced" : "increased";
  check.rule = "above or below 1";
  check.tolerance = "none";
  check.said = fmt::format("says {} and gives {}, which is {} 1.", check.stated, check.inputs,
                           way > 0 ? "below" : "above");
  checks.push_back(std::move(check));
}

}  // namespace

void check_stated_order(const Passage& passage, std::vector<FigureCheck>& checks) {
  check_two_shares(passage, checks);
  check_ratio_of_risk(passage, checks);
}

}  // namespace attest::figures
