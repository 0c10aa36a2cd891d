#include "answer/lines/option_names.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

bool may_be_given(std::string_view name) {
  const std::string lower = lower_ascii(name);
  static constexpr std::string_view kNever[] = {"antigens",
                                                "surface antigen",
                                                "surface antigens",
                                                "receptors",
                                                "transport proteins",
                                                "membrane proteins",
                                                "biomarkers",
                                                "duration of therapy",
                                                "treatment outcome",
                                                "drug resistance",
                                                "patient compliance",
                                                "medication adherence",
                                                "manifestations",
                                                "double blind",
                                                "double-blind",
                                                "single blind",
                                                "dose-response relationship",
                                                "drug interactions"};
  // Words of every text that some list knows as the name of a thing.
  if (lower == "current" || lower == "alone") return false;
  // What acts on them is given: "receptor antagonists", "antigen vaccines".
  static constexpr std::string_view kActs[] = {"antagonist*", "agonist*",  "inhibitor*", "block*",
                                               "vaccin*",     "anti*body", "antibodies", "modulator*"};
  if (has_any_phrase(lower, kActs)) return true;
  // "Oxidoreductases", "kinases": whole classes of enzymes; of those that are given one is named.
  const bool enzymes = lower.ends_with("ases") && !lower.ends_with("diseases") && !lower.ends_with("cases") &&
                       lower.find(' ') == std::string::npos;
  return !enzymes && !has_any_phrase(lower, kNever);
}

bool is_harmful_thing(std::string_view asked, std::string_view name) {
  static constexpr std::string_view kHarm[] = {" dependen", " addict",   " abuse",   " use disorder",
                                               " misuse",   " poison",   " overdos", " intoxicat",
                                               " withdraw", " toxicity", " cravings"};
  const std::string lower = lower_ascii(asked);
  const std::string thing = lower_ascii(name);
  for (size_t at = find_phrase(lower, thing); at != std::string::npos;
       at = find_phrase(lower, thing, at + 1)) {
    const std::string_view behind = std::string_view(lower).substr(at + thing.size());
    if (std::any_of(std::begin(kHarm), std::end(kHarm),
                    [&](std::string_view harm) { return behind.starts_with(harm); }))
      return true;
  }
  return false;
}

}  // namespace attest
