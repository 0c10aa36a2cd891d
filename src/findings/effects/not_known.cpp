#include "findings/effects/not_known.h"

#include "text/phrases.h"

namespace attest {

bool tells_that_none_knows(std::string_view lower) {
  static constexpr std::string_view kNotKnown[] = {"not been examined",
                                                   "not been studied",
                                                   "not been tested",
                                                   "not been investigated",
                                                   "not been evaluated",
                                                   "not been reported",
                                                   "not been assessed",
                                                   "were not reported",
                                                   "was not reported",
                                                   "were not assessed",
                                                   "was not assessed",
                                                   "were not measured",
                                                   "was not measured",
                                                   "were not studied",
                                                   "no trials",
                                                   "no studies",
                                                   "no data",
                                                   "rule out",
                                                   "ruled out",
                                                   "insufficient evidence",
                                                   "not enough evidence",
                                                   "is unknown",
                                                   "are unknown",
                                                   "is unclear",
                                                   "similar trend*",
                                                   "similar qualitative",
                                                   "similar pattern*"};
  return has_any_phrase(lower, kNotKnown);
}

bool wishes_for_confirmation(std::string_view lower) {
  static constexpr std::string_view kWished[] = {"to be confirmed", "be confirmed in", "needs confirmation",
                                                 "need confirmation", "be verified in"};
  return has_any_phrase(lower, kWished);
}

}  // namespace attest
