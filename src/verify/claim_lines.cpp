#include "verify/claim_lines.h"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "document/document.h"

namespace attest {
namespace {

using nlohmann::json;

constexpr int kDepthMax = 8;  // ours has two levels; members that we do not know may have a few more
constexpr double kDigits = 10'000;

constexpr const char* kShape = R"(write {"id": "1", "claim": "…", "documents": ["pmid:1"]} on one line)";

tl::unexpected<Error> wrong(std::string message, const std::string& place) {
  return fail(ErrorCode::kInput, std::move(message), place, kShape);
}

double rounded(double value) { return std::round(value * kDigits) / kDigits; }

Result<std::vector<std::string>> read_documents(const json& list, const std::string& place) {
  if (!list.is_array()) return wrong("\"documents\" is not a list", place);
  if (list.size() > limits::kClaimDocumentsMax) {
    return fail(ErrorCode::kLimit,
                fmt::format("more than {} documents for one claim", limits::kClaimDocumentsMax), place,
                "name fewer, or none to search the collection");
  }
  std::vector<std::string> ids;
  for (const json& id : list) {
    if (id.is_number_integer()) {
      ids.push_back(id.dump());
    } else if (id.is_string() && id.get_ref<const std::string&>().size() <= limits::kIdentifierBytesMax) {
      ids.push_back(id.get<std::string>());
    } else {
      return wrong("\"documents\" holds something that is no id", place);
    }
  }
  return ids;
}

}  // namespace

Result<ClaimLine> read_claim_line(std::string_view line, size_t number, const std::string& place,
                                  bool plain_text) {
  if (line.size() > limits::kClaimLineBytesMax) {
    return fail(ErrorCode::kLimit, fmt::format("longer than {} KiB", limits::kClaimLineBytesMax >> 10), place,
                kShape);
  }
  ClaimLine out;
  out.id = std::to_string(number);
  const size_t first = line.find_first_not_of(" \t");
  const bool object = first != std::string_view::npos && line[first] == '{';
  if (!object) {
    if (!plain_text) return wrong("not a JSON object", place);
    out.claim = clean_text(line, false);
  } else {
    const auto shallow = [](int depth, json::parse_event_t, json&) { return depth <= kDepthMax; };
    const json value = json::parse(line, shallow, /*allow_exceptions=*/false);
    if (value.is_discarded() || !value.is_object()) return wrong("not a JSON object", place);
    const auto claim = value.find("claim");
    if (claim == value.end() || !claim->is_string()) return wrong("without a \"claim\" in words", place);
    out.claim = clean_text(claim->get_ref<const std::string&>(), false);
    if (const auto id = value.find("id"); id != value.end()) {
      if (!id->is_string() && !id->is_number())
        return wrong("the \"id\" is neither text nor a number", place);
      out.id = id->dump(-1, ' ', false, json::error_handler_t::replace);
    }
    const auto documents = value.find("documents");
    if (documents != value.end() && !documents->is_null()) {
      ATTEST_ASSIGN(out.documents, read_documents(*documents, place));
    }
  }
  if (out.claim.empty()) return wrong("the claim is empty", place);
  if (out.claim.size() > limits::kClaimBytesMax) {
    return fail(ErrorCode::kLimit, fmt::format("a claim longer than {} KiB", limits::kClaimBytesMax >> 10),
                place, "one sentence is one claim");
  }
  return out;
}

std::string verdict_line(const ClaimLine& line, const ClaimVerdict& verdict) {
  nlohmann::ordered_json out;
  const json id = json::parse(line.id, nullptr, false);
  out["id"] = id.is_discarded() ? json(line.id) : id;
  out["label"] = claim_label_name(verdict.label);
  out["confidence"] = rounded(verdict.confidence);
  out["rationale"] = nlohmann::ordered_json::array();
  for (const RationaleSpan& rationale : verdict.rationale) {
    out["rationale"].push_back({{"document", rationale.document},
                                {"start", rationale.span.start},
                                {"end", rationale.span.end},
                                {"quote", rationale.quote}});
  }
  out["decided_by"] = verdict.decided_by;
  return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace attest
