#include "findings/effects/less_harm.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/phrases.h"

namespace attest {

namespace {

// "Urge incontinence episodes were reduced", "a decrease in the number of incontinence episodes": a complaint
// that one is treated for, and that became less. Where it is a harm, it came.
bool tells_of_less_complaint(std::string_view lower) {
  static constexpr std::string_view kComplaints[] = {"incontinence*"};
  static constexpr std::string_view kAbated[] = {"reduc*",     "decreas*",    "fewer",  "improv*",   "cure*",
                                                 "controlled", "control of",  "resol*", "reliev*",   "relief",
                                                 "declin*",    "no episodes", "treat*", "continent", "dry"};
  static constexpr std::string_view kCame[] = {"developed",
                                               "new",
                                               "caused incontinence",
                                               "causes incontinence",
                                               "worsen*",
                                               "risk of",
                                               "de novo",
                                               "complication*",
                                               "adverse",
                                               "side effect*"};
  constexpr size_t kNearBytes = 60;
  const std::string_view complaint = first_phrase(lower, kComplaints);
  if (complaint.empty() || has_any_phrase(lower, kCame)) return false;
  const size_t at = find_phrase(lower, complaint);
  const size_t from = at > kNearBytes ? at - kNearBytes : 0;
  return has_any_phrase(lower.substr(from, at - from), kAbated) ||
         has_any_phrase(lower.substr(at, 2 * kNearBytes), kAbated);
}

// "The placebo group gained more weight": it came to those who did not have the treatment.
bool came_without_it(std::string_view lower) {
  static constexpr std::string_view kSubjects[] = {"the placebo group ",
                                                   "placebo recipients ",
                                                   "the control group ",
                                                   "patients on placebo ",
                                                   "patients in the placebo group ",
                                                   "subjects on placebo ",
                                                   "placebo-treated patients ",
                                                   "those on placebo ",
                                                   "controls ",
                                                   "patients in the control group "};
  static constexpr std::string_view kMore[] = {"more", "higher", "greater", "worse", "increased"};
  constexpr size_t kNextBytes = 50;
  return std::any_of(std::begin(kSubjects), std::end(kSubjects), [&](std::string_view subject) {
    return lower.starts_with(subject) && has_any_phrase(lower.substr(subject.size(), kNextBytes), kMore);
  });
}

}  // namespace

bool tells_of_less_harm(std::string_view lower) {
  if (tells_of_less_complaint(lower) || came_without_it(lower)) return true;
  static constexpr std::string_view kLess[] = {"reduce",    "reduces",    "reduced",   "reducing",
                                               "reduction", "reductions", "lower",     "lowers",
                                               "lowered",   "decreased",  "decreases", "decrease",
                                               "fewer",     "prevents",   "prevented", "protects against"};
  static constexpr std::string_view kHarms[] = {"risk of",      "risk for",      "rate of",   "rates of",
                                                "incidence of", "complication*", "bleeding",  "incidence by",
                                                "mortality by", "adverse",       "toxicity",  "side effect*",
                                                "side-effect*", "infection*",    "fracture*", "incontinence"};
  // What else it says may be of a harm.
  static constexpr std::string_view kMore[] = {
      "increas*", "higher",  "more",     "caus*",       "worse*",
      "but",      "however", "although", "while",       "whereas",
      "despite",  "dose",    "doses",    "discontinu*", "stop*",
      "not",      "no",      "fail*",    "withdraw*",   "side effects included"};
  // "All-cause mortality" causes nothing.
  std::string said(lower);
  for (const std::string_view cause : {"all-cause", "any cause", "all cause"}) {
    for (size_t at = said.find(cause); at != std::string::npos; at = said.find(cause))
      said.erase(at, cause.size());
  }
  if (has_any_phrase(said, kMore)) return false;
  constexpr size_t kNext = 48;
  return std::any_of(std::begin(kLess), std::end(kLess), [&](std::string_view less) {
    const size_t at = find_phrase(lower, less);
    return at != std::string_view::npos && has_any_phrase(lower.substr(at + less.size(), kNext), kHarms);
  });
}

bool brings_no_harm(std::string_view lower) {
  static constexpr std::string_view kNotBrought[] = {
      "not induce",      "not cause",         "not lead to",
      "not increase",    "not provoke",       "not produce",
      "never causes",    "nor cause",         "not associated with",
      "no increase in",  "no increased risk", "delays",
      "delayed",         "prevents",          "prevented",
      "protects against"};
  static constexpr std::string_view kByWord[] = {
      "hypogly*", "bleeding",    "complication*", "harm*",       "adverse*",   "side effect*", "side-effect*",
      "toxic*",   "weight gain", "nausea",        "damage",      "infection*", "fracture*",    "loss",
      "sedation", "dependence",  "haemorrhage*",  "hemorrhage*", "death*",     "syndrome",     "acidosis"};
  constexpr size_t kNextBytes = 60;
  return std::any_of(std::begin(kNotBrought), std::end(kNotBrought), [&](std::string_view phrase) {
    const size_t at = find_phrase(lower, phrase);
    return at != std::string_view::npos &&
           has_any_phrase(lower.substr(at + phrase.size(), kNextBytes), kByWord);
  });
}

}  // namespace attest
