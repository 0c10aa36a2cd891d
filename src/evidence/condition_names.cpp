#include "evidence/condition_names.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/ascii.h"
#include "text/spelling.h"

namespace attest {
namespace {

std::string_view without_attribute(std::string_view name) {
  static constexpr std::string_view kAttributes[] = {"acute ",         "chronic ",    "severe ",
                                                     "mild ",          "moderate ",   "recurrent ",
                                                     "uncomplicated ", "persistent ", "advanced "};
  const auto* attribute = std::find_if(std::begin(kAttributes), std::end(kAttributes),
                                       [&](std::string_view one) { return name.starts_with(one); });
  return attribute == std::end(kAttributes) ? std::string_view() : name.substr(attribute->size());
}

// "STROKE (BRAIN ATTACK, APOPLEXY)", "PEPTIC ULCER DISEASE_2": the name that stands first.
std::string chapter_name(std::string_view title) {
  std::string name = lower_ascii(title.substr(0, title.find_first_of("(_")));
  while (!name.empty() && name.back() == ' ') name.pop_back();
  return name;
}

}  // namespace

std::vector<std::string> condition_names(const UnderstoodQuestion& question, bool any) {
  constexpr float kSameThing = 0.75F;
  const bool known = std::any_of(question.concepts.begin(), question.concepts.end(),
                                 [](const Concept& one) { return one.role == ConceptRole::kCondition; });
  const ConceptRole wanted = known || !any ? ConceptRole::kCondition : ConceptRole::kOther;
  std::vector<std::string> names;
  const auto add = [&](std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  };
  for (const Concept& asked : question.concepts) {
    if (asked.role != wanted) continue;
    for (const ConceptVariant& variant : asked.variants) {
      if (variant.weight < kSameThing) continue;
      add(lower_ascii(variant.words));
      add(american_words(lower_ascii(variant.words)));
    }
  }
  return names;
}

std::string name_without_attribute(const Concept& condition) {
  if (condition.role != ConceptRole::kCondition) return {};
  const auto wider = [&](std::string_view name) -> std::string {
    const std::string lower = lower_ascii(name);
    const std::string rest(without_attribute(lower));
    const bool known = std::any_of(
        condition.variants.begin(), condition.variants.end(),
        [&](const ConceptVariant& one) { return one.weight < 0.5F && lower_ascii(one.words) == rest; });
    return known ? rest : std::string();
  };
  const std::string name = wider(condition.asked_as);
  return name.empty() ? wider(condition.label) : name;
}

std::string asked_in_chapter(const UnderstoodQuestion& question, const Document& document) {
  if (document.record.type != "chapter") return {};
  const std::string title = chapter_name(document.record.title);
  for (const Concept& asked : question.concepts) {
    const std::string name = name_without_attribute(asked);
    if (!name.empty() && (title == name || title == american_words(name))) return asked.label;
  }
  return {};
}

}  // namespace attest
