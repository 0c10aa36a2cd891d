#pragma once

#include <memory>

#include "base/result.h"
#include "question/question.h"

namespace attest {

// The thesaurus that ships with the program: $ATTEST_THESAURUS, else share/attest/thesaurus beside the
// program (build folder or installation).
Result<std::shared_ptr<const Thesaurus>> load_program_thesaurus();

}  // namespace attest
