#include "question/asks_to_prevent.h"

#include <string>

#include "base/ascii.h"

namespace attest {

bool asks_to_prevent(const UnderstoodQuestion& question) {
  if (!is_treatment_question(question)) return false;
  const std::string lower = lower_ascii(question.resolved.empty() ? question.asked : question.resolved);
  return lower.find("prevent") != std::string::npos || lower.find("prophyla") != std::string::npos;
}

}  // namespace attest
