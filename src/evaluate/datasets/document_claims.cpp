#include "evaluate/datasets/document_claims.h"

#include <charconv>
#include <map>
#include <sstream>
#include <string_view>

#include <fmt/format.h>

#include "base/file.h"
#include "base/limits.h"

namespace attest {
namespace {

constexpr size_t kColumns = 5;

Result<ClaimLabel> read_label(std::string_view name, const std::string& place) {
  for (const ClaimLabel label :
       {ClaimLabel::kSupported, ClaimLabel::kContradicted, ClaimLabel::kNotEnoughEvidence}) {
    if (name == claim_label_name(label)) return label;
  }
  return fail(ErrorCode::kInput, "no label: " + std::string(name), place,
              "SUPPORTED, CONTRADICTED or NOT_ENOUGH_EVIDENCE");
}

// "812-1003"
Result<ByteSpan> read_span(std::string_view text, const std::string& place) {
  ByteSpan span;
  const char* const end = text.data() + text.size();
  const auto start = std::from_chars(text.data(), end, span.start);
  const bool divided = start.ec == std::errc() && start.ptr != end && *start.ptr == '-';
  const auto stop = divided ? std::from_chars(start.ptr + 1, end, span.end) : start;
  if (!divided || stop.ec != std::errc() || stop.ptr != end || span.end <= span.start)
    return fail(ErrorCode::kInput, "no span of bytes: " + std::string(text), place, "START-END");
  return span;
}

}  // namespace

Result<std::vector<DocumentClaim>> read_document_claims(const std::filesystem::path& file) {
  ATTEST_ASSIGN(const std::string bytes, read_file(file, limits::kRecordBytesMax));
  std::vector<DocumentClaim> claims;
  std::istringstream lines(bytes);
  size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::string place = fmt::format("{}, line {}", file.string(), number);
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(std::move(cell));
    if (cells.size() != kColumns || cells[0].empty() || cells[4].empty())
      return fail(ErrorCode::kInput, "a row needs five columns", place, "mend the row");
    DocumentClaim claim;
    claim.document = cells[0];
    ATTEST_ASSIGN(claim.label, read_label(cells[1], place));
    std::istringstream spans(cells[2] == "-" ? std::string() : cells[2]);
    for (std::string span; std::getline(spans, span, ',');) {
      ATTEST_ASSIGN(const ByteSpan read, read_span(span, place));
      claim.decided_by.push_back(read);
    }
    claim.kind = cells[3];
    claim.text = cells[4];
    claims.push_back(std::move(claim));
  }
  return claims;
}

Result<std::vector<LoadedClaim>> load_document_claims(const std::filesystem::path& file,
                                                      const Collection& collection,
                                                      const Thesaurus& thesaurus) {
  ATTEST_ASSIGN(std::vector<DocumentClaim> claims, read_document_claims(file));
  std::vector<LoadedClaim> loaded;
  std::map<std::string, LoadedSource> sources;
  for (DocumentClaim& claim : claims) {
    if (!sources.contains(claim.document)) {
      ATTEST_ASSIGN(std::vector<LoadedSource> named,
                    named_sources(std::span(&claim.document, 1), collection));
      sources.emplace(claim.document, std::move(named.front()));
    }
    LoadedClaim one;
    one.source = sources.at(claim.document);
    ATTEST_ASSIGN(one.meanings, meanings_in_claim(claim.text, thesaurus, collection));
    one.claim = std::move(claim);
    loaded.push_back(std::move(one));
  }
  return loaded;
}

}  // namespace attest
