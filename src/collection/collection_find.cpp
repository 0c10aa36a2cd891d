// Finding documents by any of their names, and what links between publications say about them.
#include <algorithm>

#include <fmt/format.h>

#include "base/ascii.h"
#include "collection/collection_reader.h"
#include "collection/links.h"
#include "text/phrases.h"

namespace attest {

namespace {

constexpr size_t kLinksMax = 10'000;

void add_link(std::vector<PublicationLink>& links, PublicationLink&& link) {
  for (PublicationLink& known : links) {
    if (known.kind == link.kind && known.other_id == link.other_id) {
      if (known.citation.empty()) known.citation = std::move(link.citation);
      return;
    }
  }
  if (links.size() < kLinksMax) links.push_back(std::move(link));
}

}  // namespace

Result<std::optional<CollectionReader::Identity>> CollectionReader::identity(const std::string& column,
                                                                             std::string_view value) const {
  Query* query = &by_id_;
  if (column == "pmid") query = &by_pmid_;
  if (column == "pmcid") query = &by_pmcid_;
  if (column == "doi") query = &by_doi_;
  if (column == "evidence_id") query = &by_evidence_;
  Cursor row = query->select(value);
  ATTEST_ASSIGN(const bool found, row.next());
  if (!found) return std::optional<Identity>();
  Identity identity;
  identity.number = static_cast<uint64_t>(row.integer(0));
  identity.id = row.text(1);
  identity.pmid = row.text(2);
  identity.doi = row.text(3);
  identity.evidence_id = row.text(4);
  identity.flags = row.number32(5);
  return std::optional<Identity>(std::move(identity));
}

Result<std::optional<uint64_t>> CollectionReader::find_number(std::string_view id) const {
  std::vector<std::pair<std::string, std::string>> ways = {{"id", std::string(id)}};
  const std::string lower = lower_ascii(id);
  if (lower.starts_with("pmid:")) ways.emplace_back("pmid", lower.substr(5));
  if (lower.starts_with("doi:")) ways.emplace_back("doi", lower.substr(4));
  if (lower.starts_with("https://doi.org/")) ways.emplace_back("doi", lower.substr(16));
  if (lower.starts_with("10.")) ways.emplace_back("doi", lower);
  if (lower.starts_with("pmcid:")) {
    const std::string number = upper_ascii(id.substr(6));
    ways.emplace_back("pmcid", number.starts_with("PMC") ? number : "PMC" + number);
  }
  if (lower.starts_with("pmc")) ways.emplace_back("pmcid", upper_ascii(id));
  ways.emplace_back("evidence_id", std::string(id));
  for (const auto& [column, value] : ways) {
    ATTEST_ASSIGN(const auto found, identity(column, value));
    if (found) return std::optional<uint64_t>(found->number);
  }
  return std::optional<uint64_t>();
}

Result<DocumentRef> CollectionReader::find(std::string_view id) const {
  std::optional<uint64_t> number;
  {
    const std::lock_guard lock(catalog_mutex_);
    ATTEST_ASSIGN(number, find_number(id));
  }
  if (!number) {
    return fail(ErrorCode::kNotFound, "no document of this collection has this id",
                std::string(id.substr(0, 200)),
                "ids look like pmid:17294322, pmcid:PMC3910270 or doi:10.1000/xyz; attest search finds them");
  }
  return ref_of(*number);
}

Result<std::vector<PublicationLink>> CollectionReader::links_of(
    const Identity& self, std::vector<uint64_t>& retraction_notices) const {
  std::vector<PublicationLink> links;
  std::vector<StatedLink> own;
  {
    Cursor row = own_links_.select(self.number);
    while (true) {
      ATTEST_ASSIGN(const bool found, row.next());
      if (!found) break;
      own.push_back({std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
                     std::string(row.text(3)), std::string(row.text(4))});
    }
  }
  for (const StatedLink& stated : own) {
    PublicationLink link;
    link.kind = stated.kind;
    link.citation = stated.citation;
    std::optional<Identity> other;
    if (!stated.pmid.empty()) {
      ATTEST_ASSIGN(other, identity("pmid", stated.pmid));
      link.other_id = "pmid:" + stated.pmid;
    }
    if (!other && !stated.doi.empty()) {
      ATTEST_ASSIGN(other, identity("doi", stated.doi));
      if (link.other_id.empty()) link.other_id = "doi:" + stated.doi;
    }
    if (!other && !stated.key.empty()) {
      ATTEST_ASSIGN(other, identity("id", stated.key));
      if (!other) {
        ATTEST_ASSIGN(other, identity("evidence_id", stated.key));
      }
      link.other_id = stated.key;
    }
    // A notice that is part of the same record (some sources list themselves) says nothing.
    if (other && other->number == self.number) continue;
    if (other) {
      link.other_id = other->id;
      link.other_present = true;
      if (link.kind == "RetractionIn") retraction_notices.push_back(other->number);
    }
    add_link(links, std::move(link));
  }
  const auto add_incoming = [&](Query& query, std::string_view key) -> Status {
    if (key.empty()) return {};
    Cursor row = query.select(key);
    while (true) {
      ATTEST_ASSIGN(const bool found, row.next());
      if (!found) break;
      const std::string_view kind = opposite_kind(row.text(0));
      const auto number = static_cast<uint64_t>(row.integer(2));
      if (kind.empty() || number == self.number) continue;
      if (kind == "RetractionIn") retraction_notices.push_back(number);
      add_link(links, {std::string(kind), std::string(row.text(3)), "", true});
    }
    return {};
  };
  ATTEST_TRY(add_incoming(links_to_pmid_, self.pmid));
  ATTEST_TRY(add_incoming(links_to_doi_, self.doi));
  ATTEST_TRY(add_incoming(links_to_key_, self.evidence_id));
  if (self.evidence_id != self.id) ATTEST_TRY(add_incoming(links_to_key_, self.id));
  return links;
}

Result<DocumentStatus> CollectionReader::status(DocumentRef ref) const {
  ATTEST_ASSIGN(const uint64_t number, number_of(ref));
  const std::lock_guard lock(catalog_mutex_);
  Identity self;
  {
    Cursor row = by_number_.select(number);
    ATTEST_ASSIGN(const bool found, row.next());
    if (!found) return fail(ErrorCode::kNotFound, fmt::format("document number {} has been deleted", number));
    self.number = number;
    self.id = row.text(1);
    self.pmid = row.text(2);
    self.doi = row.text(3);
    self.evidence_id = row.text(4);
    self.flags = row.number32(5);
  }
  DocumentStatus status;
  std::vector<uint64_t> notices;
  ATTEST_ASSIGN(status.links, links_of(self, notices));
  // A retraction is withdrawn when all its known notices are retracted themselves and no other is stated.
  std::sort(notices.begin(), notices.end());
  notices.erase(std::unique(notices.begin(), notices.end()), notices.end());
  size_t withdrawn = 0;
  for (const uint64_t notice : notices) {
    Identity identity_of_notice;
    {
      Cursor row = by_number_.select(notice);
      ATTEST_ASSIGN(const bool found, row.next());
      if (!found) continue;
      identity_of_notice.number = notice;
      identity_of_notice.id = row.text(1);
      identity_of_notice.pmid = row.text(2);
      identity_of_notice.doi = row.text(3);
      identity_of_notice.evidence_id = row.text(4);
      identity_of_notice.flags = row.number32(5);
    }
    std::vector<uint64_t> ignored;
    ATTEST_ASSIGN(const auto notice_links, links_of(identity_of_notice, ignored));
    if (status_of(identity_of_notice.flags, notice_links, false) == PublicationStatus::kRetracted)
      ++withdrawn;
  }
  const auto stated = static_cast<size_t>(
      std::count_if(status.links.begin(), status.links.end(),
                    [](const PublicationLink& link) { return link.kind == "RetractionIn"; }));
  status.status = status_of(self.flags, status.links, withdrawn > 0 && withdrawn == stated);
  return status;
}

}  // namespace attest
