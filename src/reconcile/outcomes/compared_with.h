// Against what a result was held.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "evidence/sources.h"

namespace attest {

struct Comparator {
  std::string id;
  std::string name;
  bool alike = false;  // both are one subject ("A and B were equally effective"): no way round is told
};

inline constexpr std::string_view kControlGroup = "control:group";  // does not say what they got

// Every control that gives nothing is one comparator; usual care is something, whatever it was.
Comparator comparator_of(const Mention& mention);

// What the finding is compared with by its own words; `lower`: its sentence in small letters. An empty id:
// the words do not say; nothing: they name more than two things, or a combination, or `intervention` is what
// others were compared with.
std::optional<Comparator> own_comparator(const Evidence& evidence, const Finding& finding,
                                         const std::string& intervention, std::string_view lower);

// The one comparator that the title or the other sentences name; nothing where they name several or none.
std::optional<Comparator> comparator_of_source(const Evidence& evidence, const AnswerSource& source,
                                               const std::string& intervention);

}  // namespace attest
