// "A 12-week trial", "for 12 weeks", "followed for 2 years": only where the text names one length. Other
// spans, such as how long people had been ill, are none.
#include "answer/disagreements/study_length.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "base/ascii.h"
#include "quantities/quantities.h"
#include "text/phrases.h"

namespace attest {
namespace {

bool tells_length(std::string_view before, std::string_view behind) {
  static constexpr std::string_view kBefore[] = {
      " for ",  "followed for ", "follow-up of ", "duration of ",  "followed up for ",
      " over ", "lasted ",       "period of ",    "randomly for ", "follow-up was ",
      "after "};
  static constexpr std::string_view kBehind[] = {
      "double-blind", "randomi*",     "trial",      "study",       "treatment",          "follow-up",
      "period",       "course",       "controlled", "open-label",  "placebo-controlled", "multicent*",
      "crossover",    "of treatment", "phase",      "maintenance", "extension",          "open"};
  const bool glued = behind.starts_with('-') || behind.starts_with(' ');
  const std::string_view next = behind.substr(glued ? 1 : 0, 34);
  return std::any_of(std::begin(kBefore), std::end(kBefore),
                     [&](std::string_view words) { return before.ends_with(words); }) ||
         has_any_phrase(next.substr(0, next.find_first_of(",.;(")), kBehind);
}

StatedLength length_in(std::string_view lower) {
  StatedLength found;
  for (const Quantity& quantity : find_quantities(lower)) {
    const double days = quantity.kind == QuantityKind::kDuration ? duration_days(quantity) : NAN;
    // Hours are no length of a study.
    if (std::isnan(days) || days < 1) continue;
    const std::string_view behind = lower.substr(quantity.span.end);
    if (behind.starts_with("-old") || behind.starts_with(" old") || behind.starts_with(" of age")) continue;
    if (!tells_length(lower.substr(0, quantity.span.start), behind)) continue;
    if (found.days > 0 && std::abs(found.days - days) > found.days / 10) return {};
    found.days = days;
    found.words = fmt::format("{:g} {}{}", quantity.value, quantity.unit, quantity.value == 1 ? "" : "s");
  }
  return found;
}

}  // namespace

StatedLength study_length(const Document& document) {
  constexpr size_t kStartBytes = 4000;
  StatedLength of_title = length_in(lower_ascii(document.record.title));
  if (of_title.days > 0) return of_title;
  return length_in(lower_ascii(std::string_view(document.text).substr(0, kStartBytes)));
}

}  // namespace attest
