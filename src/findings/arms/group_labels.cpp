#include "findings/arms/group_labels.h"

#include <algorithm>
#include <string>

#include "base/one_of.h"
#include "text/tokens.h"

namespace attest {
namespace {

// Words of a name that say what kind of thing it is, not which.
constexpr std::string_view kKinds[] = {
    "therapy",  "treatment",    "training", "drug",    "drugs",     "care",    "control", "active",
    "combined", "combination",  "standard", "study",   "trial",     "patient", "high",    "low",
    "dose",     "intervention", "program",  "surgery", "programme", "medical", "group",   "other"};
constexpr size_t kWordBytesMin = 4;

bool is_part_of(std::string_view word, const Mention& treatment, std::string_view title) {
  const auto holds = [&](std::string_view name) {
    const std::vector<Token> words = tokenize(name);
    return std::any_of(words.begin(), words.end(), [&](const Token& one) { return one.folded == word; });
  };
  const bool in_title = !treatment.span.empty() && treatment.span.end <= title.size();
  return holds(treatment.name) || (in_title && holds(treatment.span.of(title)));
}

}  // namespace

std::vector<Mention> mentions_by_group(std::string_view lower, std::string_view title,
                                       std::span<const Mention> of_title, std::span<const Mention> named) {
  std::vector<Mention> found;
  if (of_title.empty()) return found;
  const std::vector<Token> words = tokenize(lower);
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string_view next = words[i + 1].folded;
    const std::string& word = words[i].folded;
    if ((next != "group" && next != "arm") || word.size() < kWordBytesMin || is_one_of(word, kKinds))
      continue;
    const ByteSpan span = words[i].span;
    const bool known = std::any_of(named.begin(), named.end(), [&](const Mention& one) {
      return one.span.start < span.end && span.start < one.span.end;
    });
    if (known) continue;
    const Mention* treatment = nullptr;
    bool one = true;
    for (const Mention& mention : of_title) {
      if (mention.is_control || !is_part_of(word, mention, title)) continue;
      one = one && (treatment == nullptr || treatment->id == mention.id);
      treatment = &mention;
    }
    if (treatment == nullptr || !one) continue;
    found.push_back(*treatment);
    found.back().span = span;
  }
  return found;
}

}  // namespace attest
