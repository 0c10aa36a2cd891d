// How long a study lasted, as its title or its text says.
#pragma once

#include <string>

#include "document/document.h"

namespace attest {

struct StatedLength {
  std::string words;  // "12 weeks"; empty where the text states none, or several
  double days = 0;
};

StatedLength study_length(const Document& document);

}  // namespace attest
