// Whether the condition was got is no result of treating it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "evidence/sources.h"

namespace attest {

// "Statin users had lower odds of myeloma", "calcium for preventing pre-eclampsia": asked for the treatment
// of a condition, one finds what keeps people from getting it.
class ConditionGot {
 public:
  explicit ConditionGot(const Evidence& evidence);

  // The finding's sentence counts, or its document is of, people who got the condition or did not.
  bool is_outcome_of(const Finding& finding) const;

 private:
  const std::vector<std::string>& names_in(uint32_t source) const;
  std::vector<std::string> names_with_kinds(uint32_t source) const;
  bool is_got_by_others(std::string_view title, const std::vector<std::string>& names) const;

  const Evidence& evidence_;
  std::vector<std::string> names_;  // of the condition, in small letters; empty where nothing is told
  mutable std::map<uint32_t, std::vector<std::string>> names_of_;  // those of a source, by its place
};

}  // namespace attest
