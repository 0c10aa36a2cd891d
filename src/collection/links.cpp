#include "collection/links.h"
#include "base/ascii.h"
#include "text/phrases.h"

#include <algorithm>
#include <array>

namespace attest {

namespace {

struct Opposite {
  std::string_view in;
  std::string_view of;
};

constexpr std::array<Opposite, 13> kOpposites = {{
    {"RetractionIn", "RetractionOf"},
    {"PartialRetractionIn", "PartialRetractionOf"},
    {"ReinstatementIn", "ReinstatementOf"},
    {"RetractedandRepublishedIn", "RetractedandRepublishedFrom"},
    {"CorrectedandRepublishedIn", "CorrectedandRepublishedFrom"},
    {"RepublishedIn", "RepublishedFrom"},
    {"ExpressionOfConcernIn", "ExpressionOfConcernFor"},
    {"ErratumIn", "ErratumFor"},
    {"UpdateIn", "UpdateOf"},
    {"CommentIn", "CommentOn"},
    {"ReprintIn", "ReprintOf"},
    {"SummaryForPatientsIn", "OriginalReportIn"},
    {"AssociatedPublication", "AssociatedPublication"},
}};

// "E034; E035" → its parts.
std::vector<std::string> split_keys(std::string_view value) {
  std::vector<std::string> keys;
  std::string key;
  for (const char byte : value) {
    if (byte == ',' || byte == ';' || byte == ' ' || byte == '\t' || byte == '\n') {
      if (!key.empty()) keys.push_back(std::move(key));
      key.clear();
    } else {
      key += byte;
    }
  }
  if (!key.empty()) keys.push_back(std::move(key));
  return keys;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

StatedLink link_to_key(std::string_view kind, std::string_view key) {
  StatedLink link;
  link.kind = kind;
  const std::string lower = lower_ascii(key);
  if (lower.starts_with("pmid:")) {
    link.pmid = key.substr(5);
  } else if (all_digits(key)) {
    link.pmid = key;
  } else if (lower.starts_with("doi:")) {
    link.doi = lower.substr(4);
  } else if (lower.starts_with("10.")) {
    link.doi = lower;
  } else {
    link.key = key;
  }
  return link;
}

bool has(const std::vector<PublicationLink>& links, std::string_view kind) {
  return std::any_of(links.begin(), links.end(),
                     [&](const PublicationLink& link) { return link.kind == kind; });
}

}  // namespace

std::string_view opposite_kind(std::string_view kind) {
  for (const Opposite& pair : kOpposites) {
    if (kind == pair.in) return pair.of;
    if (kind == pair.of) return pair.in;
  }
  return {};
}

std::vector<StatedLink> stated_links(const BibliographicRecord& record) {
  std::vector<StatedLink> links;
  for (const RelatedPublication& related : record.related) {
    if (related.kind.empty() || related.kind == "Cites") continue;
    StatedLink link;
    link.kind = related.kind;
    link.pmid = related.pmid;
    link.doi = lower_ascii(related.doi);
    link.citation = related.citation;
    links.push_back(std::move(link));
  }
  for (const Identifier& statement : record.statements) {
    std::string_view kind;
    if (statement.scheme == "superseded_by") kind = "UpdateIn";
    if (statement.scheme == "supersedes") kind = "UpdateOf";
    if (statement.scheme == "retracted_by") kind = "RetractionIn";
    if (kind.empty()) continue;
    for (const std::string& key : split_keys(statement.value)) links.push_back(link_to_key(kind, key));
  }
  return links;
}

uint32_t publication_flags(const BibliographicRecord& record) {
  uint32_t flags = 0;
  for (const PublicationType& type : record.publication_types) {
    if (type.ui == "D016441" || lower_ascii(type.name) == "retracted publication") flags |= kFlagRetracted;
  }
  const std::string status = lower_ascii(record.statement("status"));
  if (status == "retracted" || status == "withdrawn") flags |= kFlagRetracted;
  if (status == "superseded") flags |= kFlagSuperseded;
  if (status == "expression of concern" || status == "concern") flags |= kFlagConcern;
  if (status == "corrected") flags |= kFlagCorrected;
  return flags;
}

PublicationStatus status_of(uint32_t flags, const std::vector<PublicationLink>& links,
                            bool retraction_withdrawn) {
  const bool retracted =
      (flags & kFlagRetracted) != 0 || has(links, "RetractionIn") || has(links, "RetractedandRepublishedIn");
  if (retracted && (retraction_withdrawn || has(links, "ReinstatementIn")))
    return PublicationStatus::kReinstated;
  if (retracted) return PublicationStatus::kRetracted;
  // A part that is withdrawn puts the rest under a cloud, which "corrected" would not say.
  if ((flags & kFlagConcern) != 0 || has(links, "ExpressionOfConcernIn") ||
      has(links, "PartialRetractionIn")) {
    return PublicationStatus::kConcern;
  }
  // A republished version replaces this one as an update does.
  if ((flags & kFlagSuperseded) != 0 || has(links, "UpdateIn") || has(links, "CorrectedandRepublishedIn") ||
      has(links, "RepublishedIn")) {
    return PublicationStatus::kSuperseded;
  }
  if ((flags & kFlagCorrected) != 0 || has(links, "ErratumIn")) return PublicationStatus::kCorrected;
  return PublicationStatus::kCurrent;
}

const char* publication_status_name(PublicationStatus status) {
  switch (status) {
    case PublicationStatus::kCurrent: return "current";
    case PublicationStatus::kCorrected: return "corrected";
    case PublicationStatus::kConcern: return "expression of concern";
    case PublicationStatus::kRetracted: return "retracted";
    case PublicationStatus::kSuperseded: return "superseded";
    case PublicationStatus::kReinstated: return "reinstated";
  }
  return "current";
}

}  // namespace attest
