// Options of which only a sentence tells that stands under another one already.
#pragma once

#include <string>
#include <vector>

#include "answer/answer.h"
#include "answer/lines/lines.h"
#include "evidence/sources.h"

namespace attest {

// "Atenolol, metoprolol and diltiazem are recommended", under atenolol: the others would be missing from the
// list as if it were a choice.
class ListedOptions {
 public:
  // `line`: of `group`, with nothing that does not stand under another option.
  void add(const Evidence& evidence, const InterventionEvidence& group, const TherapyLine& line);

  // Names them with the option under which their sentence stands, where the sentence lists them with it and
  // is all that is told of it; else in a line of their own.
  void join(std::vector<TherapyLine>& lines) const;

 private:
  struct Listed {
    TherapyLine line;               // with the one sentence that lists it
    std::vector<std::string> with;  // ids of what the sentence lists it with
  };
  std::vector<Listed> listed_;
};

}  // namespace attest
