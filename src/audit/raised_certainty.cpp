#include "audit/raised_certainty.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

struct Certainty {
  std::string_view said;
  std::span<const std::string_view> held;  // what a source has that is as sure
};

// A source that proves or confirms something has shown it; one in which all or none were so may be told as
// "always" and "never".
constexpr std::string_view kProof[] = {"prove*",      "proof",      "confirm*",
                                       "demonstrat*", "establish*", "definit*"};
constexpr std::string_view kAll[] = {
    "always", "all patients", "all of", "every*", "100%",        "100 %",      "invariabl*",       "in all",
    "each",   "all the",      "never",  "none",   "no patient*", "universal*", "without exception"};

constexpr Certainty kCertainties[] = {
    {"proven", kProof},      {"proves", kProof},        {"proved", kProof},     {"proof", kProof},
    {"undoubtedly", kProof}, {"without doubt", kProof}, {"no doubt", kProof},   {"beyond doubt", kProof},
    {"definitely", kProof},  {"definitively", kProof},  {"certainly", kProof},  {"always", kAll},
    {"never", kAll},         {"every patient", kAll},   {"all patients", kAll}, {"every woman", kAll},
    {"every child", kAll},   {"everyone", kAll},        {"in all cases", kAll}, {"in every case", kAll},
    {"invariably", kAll},    {"guarantees", kAll},      {"guaranteed", kAll},   {"without exception", kAll},
};

// "Has not been proven", "is not always": less, and not more.
bool is_taken_back_before(std::string_view lower, size_t at) {
  constexpr size_t kReach = 24;
  static constexpr std::string_view kDenied[] = {"not",    "no",  "never",   "nor",
                                                 "cannot", "yet", "neither", "hardly"};
  const size_t from = at > kReach ? at - kReach : 0;
  return has_any_phrase(lower.substr(from, at - from), kDenied);
}

// "Almost all patients" are not all of them.
bool has_any_fully(std::string_view lower, std::span<const std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
    for (size_t at = find_phrase(lower, phrase); at != std::string_view::npos;
         at = find_phrase(lower, phrase, at + 1)) {
      const std::string_view before = lower.substr(0, at);
      if (!before.ends_with("almost ") && !before.ends_with("nearly ") && !before.ends_with("not ") &&
          !before.ends_with("almost in "))
        return true;
    }
    return false;
  });
}

}  // namespace

std::string raised_certainty(const PageClaim& claim, const std::vector<const AnswerSource*>& cited) {
  const std::string said = lower_ascii(claim.sentence.text);
  for (const Certainty& one : kCertainties) {
    const size_t at = find_phrase(said, one.said);
    if (at == std::string_view::npos || is_taken_back_before(said, at)) continue;
    const bool held = std::any_of(cited.begin(), cited.end(), [&](const AnswerSource* source) {
      return has_any_fully(lower_ascii(source->document.text), one.held);
    });
    if (!held && !cited.empty()) return claim.sentence.text.substr(at, one.said.size());
  }
  return {};
}

}  // namespace attest::audit
