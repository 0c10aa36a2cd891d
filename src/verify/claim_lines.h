// Claims in, verdicts out: the lines of `attest verify` (docs/verify.md).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "verify/claim.h"

namespace attest {

struct ClaimLine {
  std::string id;  // as JSON, so that a number stays a number: `"c1"`, `7`
  std::string claim;
  std::optional<std::vector<std::string>> documents;  // nothing: search for them
};

// One line: a JSON object {"id", "claim", "documents"?}, or, when `plain_text`, a claim in words, whose id is
// then `number`. Fails with kInput or kLimit; `place` stands in the error ("claims.jsonl, line 3").
Result<ClaimLine> read_claim_line(std::string_view line, size_t number, const std::string& place,
                                  bool plain_text);

// The verdict as one line of JSON, without a line feed.
std::string verdict_line(const ClaimLine& line, const ClaimVerdict& verdict);

}  // namespace attest
