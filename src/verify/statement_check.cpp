#include "verify/statement_check.h"

#include <cstdint>

#include "verify/claim.h"

namespace attest {
namespace {

// A statement that is dropped for nothing is lost to the reader, so that the checker must be sure.
constexpr double kContradictedFrom = 0.7;

}  // namespace

std::optional<std::string> contradicted_by_quotes(std::string_view statement,
                                                  std::span<const std::string> quotes) {
  std::string text;
  ClaimSource source;
  for (const std::string& quote : quotes) {
    const auto start = static_cast<uint32_t>(text.size());
    text += quote;
    if (!quote.empty()) source.sentences.push_back({start, static_cast<uint32_t>(text.size())});
    text += '\n';
  }
  if (source.sentences.empty()) return std::nullopt;
  source.text = text;
  const ClaimVerdict verdict = verify_against(statement, source, SourceChoice::kNamed);
  if (verdict.label != ClaimLabel::kContradicted || verdict.confidence < kContradictedFrom)
    return std::nullopt;
  // Without a reason that a person can check there is none to drop it for.
  for (const std::string& reason : verdict.decided_by) {
    if (reason.starts_with("opposite direction") || reason.starts_with("negation on one side")) return reason;
  }
  return std::nullopt;
}

}  // namespace attest
