#include "findings/advice/cautions.h"

#include <algorithm>

#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kSparing[] = {
    "cautious*",      "carefully",       "sparingly",      "judiciously",     "reluctantly",
    "with caution",   "with care",       "with restraint", "circumspection",  "as little as",
    "as rarely as",   "great caution",   "great care",     "extreme caution", "extreme care",
    "special care",   "particular care", "extra care",     "more caution",    "caution only",
    "utmost caution", "utmost care",     "much caution",   "some caution",    "increased caution",
    "due caution",    "due care",        "only with",      "caution because", "careful consideration",
};
constexpr std::string_view kSubjects[] = {
    "caution",    "cautiousness", "vigilance",       "restraint",         "special care",
    "great care", "extra care",   "particular care", "careful selection", "prudence"};

}  // namespace

bool urges_caution(std::string_view before, std::string_view behind) {
  // "X should be used in the elderly with great care".
  constexpr size_t kNext = 64;
  std::string_view next = behind.substr(0, std::min(behind.find_first_of(",;:("), kNext));
  if (has_any_phrase(next, kSparing)) return true;
  // "Caution is therefore advised".
  std::string_view near = before.substr(before.find_last_of(",;:(") + 1);
  for (const std::string_view subject : kSubjects) {
    const size_t at = find_phrase(near, subject);
    if (at == std::string_view::npos) continue;
    constexpr std::ptrdiff_t kSpacesMax = 4;
    const std::string_view between = near.substr(at + subject.size());
    if (std::count(between.begin(), between.end(), ' ') <= kSpacesMax) return true;
  }
  return false;
}

}  // namespace attest
