// "What helps hot flushes without hormones?": what the question leaves out is no option.
#pragma once

#include <string>
#include <vector>

#include "evidence/sources.h"

namespace attest {

// The question asks for other things than this treatment, its kind, or what is called by its name. `name`: of
// the treatment `id`.
class LeftOut {
 public:
  explicit LeftOut(const Evidence& evidence);
  bool holds(const std::string& id, const std::string& name) const;

 private:
  const Evidence& evidence_;
  std::vector<std::string> ids_;
  std::vector<std::string> words_;  // in small letters, without the ending of a plural
};

}  // namespace attest
