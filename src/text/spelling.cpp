#include "text/spelling.h"

namespace attest {

void to_american_spelling(std::string&) {}

}  // namespace attest
