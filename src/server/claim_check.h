// Claims held beside the collection, as attest verify does it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "server/open_snapshot.h"

namespace attest {

// One line of attest verify in, its verdict out: {"id", "claim", "documents"?} → a line of JSON. `number` is
// the id of a line that has none.
Result<std::string> check_claim_line(const OpenSnapshot& snapshot, std::string_view line, size_t number);

// The verdict in words, with the sentences that decided. `claim` is a line of JSON as above.
Result<std::string> check_claim_in_words(const OpenSnapshot& snapshot, std::string_view line);

}  // namespace attest
