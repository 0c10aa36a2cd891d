#include "verify/statement_check.h"

#include <cstdint>

#include "verify/claim.h"

namespace attest {
namespace {

// A statement that is dropped for nothing is lost to the reader, so that the checker must be sure.
constexpr double kContradictedFrom = 0.7;

std::optional<std::string> contradicted_by_quote(std::string_view statement, const std::string& quote) {
  ClaimSource source;
  source.text = quote;
  source.sentences.push_back({0, static_cast<uint32_t>(quote.size())});
  const ClaimVerdict verdict = verify_against(statement, source, SourceChoice::kNamed);
  if (verdict.label != ClaimLabel::kContradicted || verdict.contradicted < kContradictedFrom)
    return std::nullopt;
  // Without a reason that a person can check there is none to drop it for.
  for (const std::string& reason : verdict.decided_by) {
    if (reason.starts_with("opposite direction") || reason.starts_with("negation on one side")) return reason;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> contradicted_by_quotes(std::string_view statement,
                                                  std::span<const std::string> quotes) {
  std::optional<std::string> reason;
  for (const std::string& quote : quotes) {
    if (quote.empty()) continue;
    std::optional<std::string> against = contradicted_by_quote(statement, quote);
    if (!against) return std::nullopt;
    if (!reason) reason = std::move(against);
  }
  return reason;
}

}  // namespace attest
