#include "server/claim_check.h"

#include <vector>

#include <fmt/format.h>

#include "render/presentation.h"
#include "search/search.h"
#include "verify/claim_lines.h"
#include "verify/claim_sources.h"

namespace attest {
namespace {

Result<ClaimVerdict> judge(const OpenSnapshot& snapshot, const ClaimLine& line) {
  std::vector<LoadedSource> loaded;
  if (line.documents) {
    ATTEST_ASSIGN(loaded, named_sources(*line.documents, snapshot.collection()));
  } else {
    const auto backend = make_collection_backend(snapshot.shared_collection());
    ATTEST_ASSIGN(loaded, found_sources(line.claim, *backend, snapshot.collection()));
  }
  std::vector<ClaimSource> sources;
  for (const LoadedSource& source : loaded) sources.push_back(source.view());
  ATTEST_ASSIGN(const auto meanings,
                meanings_in_claim(line.claim, snapshot.thesaurus(), snapshot.collection()));
  return verify_claim(line.claim, sources, line.documents ? SourceChoice::kNamed : SourceChoice::kFound,
                      meanings);
}

}  // namespace

Result<std::string> check_claim_line(const OpenSnapshot& snapshot, std::string_view line, size_t number) {
  ATTEST_ASSIGN(const ClaimLine claim,
                read_claim_line(line, number, fmt::format("the body, line {}", number), false));
  ATTEST_ASSIGN(const ClaimVerdict verdict, judge(snapshot, claim));
  return verdict_line(claim, verdict);
}

Result<std::string> check_claim_in_words(const OpenSnapshot& snapshot, std::string_view line) {
  ATTEST_ASSIGN(const ClaimLine claim, read_claim_line(line, 1, "the claim", false));
  ATTEST_ASSIGN(const ClaimVerdict verdict, judge(snapshot, claim));
  std::string out = fmt::format("**{}** (probability {:.2f}): {}\n", claim_label_name(verdict.label),
                                verdict.confidence, plain(claim.claim));
  for (const std::string& reason : verdict.decided_by) out += "- " + plain(reason) + "\n";
  for (const RationaleSpan& rationale : verdict.rationale) {
    out += fmt::format("> {} (`{}`, bytes {}-{})\n", plain(rationale.quote), rationale.document,
                       rationale.span.start, rationale.span.end);
  }
  return out;
}

}  // namespace attest
