#include "answer/choice/compared_apart.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "evidence/relevance.h"
#include "text/phrases.h"

namespace attest {
namespace {

// What stands between two things that are given together; `before` is what stands before the first.
bool joins(std::string_view between, std::string_view before) {
  while (!between.empty() && (between.front() == ' ' || between.front() == '(')) between.remove_prefix(1);
  // "0.005% latanoprost and 0.5% timolol": how much of it is no matter.
  static constexpr std::string_view kUnits[] = {"%", "mg", "mcg", "microg", "g", "iu"};
  while (!between.empty() && between.back() == ' ') between.remove_suffix(1);
  for (const std::string_view unit : kUnits) {
    std::string_view amount = between;
    if (!amount.ends_with(unit)) continue;
    amount.remove_suffix(unit.size());
    while (!amount.empty() && amount.back() == ' ') amount.remove_suffix(1);
    const size_t digits = amount.size();
    while (!amount.empty() && (is_digit(amount.back()) || amount.back() == '.')) amount.remove_suffix(1);
    if (amount.size() < digits) between = amount;
  }
  while (!between.empty() && between.back() == ' ') between.remove_suffix(1);
  static constexpr std::string_view kJoins[] = {"+",
                                                "-",
                                                "/",
                                                "plus",
                                                "with",
                                                "added to",
                                                "combined with",
                                                "in combination with",
                                                "together with",
                                                "in addition to",
                                                "and also"};
  if (is_one_of(between, kJoins)) return true;
  static constexpr std::string_view kAdding[] = {"addition of",    "adding",    "added",
                                                 "combination of", "combining", "combined"};
  constexpr size_t kNear = 24;
  const std::string_view near = before.substr(before.size() - std::min(kNear, before.size()));
  return (between == "to" || between == "and" || between == "with") && has_any_phrase(near, kAdding);
}

bool opens_combination(std::string_view before) {
  static constexpr std::string_view kOpens[] = {"combination of ", "addition of ", "adding ", "added "};
  return ends_with_one_of(before, kOpens);
}

}  // namespace

bool only_combines(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  struct Named {
    ByteSpan span;
    std::string asked;  // which of those asked about
  };
  const std::vector<std::string> asked = asked_interventions(evidence);
  std::vector<Named> named;
  for (const Mention& one : finding.interventions) {
    if (one.span.start < finding.sentence.start || one.span.end > finding.sentence.start + lower.size() ||
        one.span.empty())
      continue;
    const auto meant = std::find_if(asked.begin(), asked.end(), [&](const std::string& id) {
      return one.id == id || evidence.vocabulary->is_a(one.id, id);
    });
    if (meant != asked.end()) named.push_back({one.span, *meant});
  }
  std::sort(named.begin(), named.end(),
            [](const Named& a, const Named& b) { return a.span.start < b.span.start; });
  // Those that are given together make one.
  std::vector<std::set<std::string>> units;
  for (size_t i = 0; i < named.size(); ++i) {
    const size_t start = named[i].span.start - finding.sentence.start;
    bool joined = false;
    if (i > 0 && named[i - 1].span.end <= named[i].span.start) {
      const size_t first = named[i - 1].span.start - finding.sentence.start;
      const size_t end = named[i - 1].span.end - finding.sentence.start;
      joined = joins(lower.substr(end, start - end), lower.substr(0, first));
    }
    if (!joined) units.emplace_back();
    units.back().insert(named[i].asked);
    // "Compared with A alone, a combination of B and A": what is joined to B was named before.
    if (opens_combination(lower.substr(0, start))) units.back().insert(asked.begin(), asked.end());
  }
  const bool together = std::any_of(units.begin(), units.end(),
                                    [](const std::set<std::string>& one) { return one.size() > 1; });
  const auto apart = [](const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::none_of(a.begin(), a.end(), [&](const std::string& id) { return b.contains(id); });
  };
  for (size_t i = 0; together && i < units.size(); ++i) {
    for (size_t j = i + 1; j < units.size(); ++j) {
      if (apart(units[i], units[j])) return false;
    }
  }
  return together;
}

}  // namespace attest
