// The report as JSON; the members stand in the order of docs/schema/audit-1.schema.json.
#include <cmath>

#include <nlohmann/json.hpp>

#include "audit/audit.h"

namespace attest {

namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) { return std::round(value * 100) / 100; }

Json place_json(const PagePlace& place) {
  Json json = {{"start", place.span.start}, {"end", place.span.end}, {"quote", place.quote}};
  if (place.page > 0) json["page"] = place.page;
  return json;
}

Json places_json(const std::vector<PagePlace>& places) {
  Json list = Json::array();
  for (const PagePlace& place : places) list.push_back(place_json(place));
  return list;
}

Json evidence_json(const std::vector<SourceEvidence>& evidence) {
  Json list = Json::array();
  for (const SourceEvidence& one : evidence)
    list.push_back({{"document", one.document},
                    {"start", one.span.start},
                    {"end", one.span.end},
                    {"quote", one.quote},
                    {"label", one.label}});
  return list;
}

Json remark_json(const Remark& remark) {
  return {{"kind", remark_kind_name(remark.kind)},
          {"severity", severity_name(remark.severity)},
          {"message", remark.message},
          {"confidence", rounded(remark.confidence)},
          {"places", places_json(remark.places)},
          {"evidence", evidence_json(remark.evidence)},
          {"references", remark.references}};
}

Json claim_json(const AuditedClaim& claim) {
  Json json = place_json(claim.place);
  json["about"] = claim.about;
  json["kind"] = claim.kind;
  json["cited_as"] = claim.cited_as;
  json["references"] = claim.references;
  json["verdict"] = audit_verdict_name(claim.verdict);
  json["against"] = claim.verdict == AuditVerdict::kNotChecked ? "nothing"
                    : claim.against_cited                      ? "cited source"
                                                               : "collection";
  json["confidence"] = rounded(claim.confidence);
  json["evidence"] = evidence_json(claim.evidence);
  if (!claim.note.empty()) json["note"] = claim.note;
  return json;
}

Json reference_json(const AuditedReference& reference) {
  Json json = place_json(reference.place);
  json["number"] = reference.number == 0 ? Json() : Json(reference.number);
  json["number_inferred"] = reference.number_inferred;
  json["title"] = reference.title;
  json["document"] = reference.document.empty() ? Json() : Json(reference.document);
  json["confidence"] = rounded(reference.confidence);
  json["matched_by"] = reference.matched_by;
  json["description"] = reference.description;
  json["status"] = reference.status;
  json["times_cited"] = reference.times_cited;
  return json;
}

}  // namespace

std::string audit_to_json(const AuditReport& report) {
  Json json;
  json["schema"] = "attest.audit/1";
  json["file"] = report.file;
  json["format"] = report.format;
  json["title"] = report.title;
  json["publisher"] = report.publisher;
  json["subject"] = report.subject;
  json["collection"] = {{"snapshot", report.snapshot}, {"documents", report.collection_documents}};
  json["version"] = report.version;
  json["counts"] = {{"serious", report.count(Severity::kSerious)},
                    {"warning", report.count(Severity::kWarning)},
                    {"note", report.count(Severity::kNote)},
                    {"claims", report.claims.size()},
                    {"supported", report.count(AuditVerdict::kSupported)},
                    {"contradicted", report.count(AuditVerdict::kContradicted)},
                    {"citations", report.citations},
                    {"references", report.references.size()}};
  json["other_pages"] = report.other_pages;
  json["remarks"] = Json::array();
  for (const Remark& remark : report.remarks) json["remarks"].push_back(remark_json(remark));
  json["claims"] = Json::array();
  for (const AuditedClaim& claim : report.claims) json["claims"].push_back(claim_json(claim));
  json["references"] = Json::array();
  for (const AuditedReference& reference : report.references)
    json["references"].push_back(reference_json(reference));
  json["unchecked"] = Json::array();
  for (const Unchecked& one : report.unchecked)
    json["unchecked"].push_back({{"what", one.what}, {"why", one.why}, {"places", places_json(one.places)}});
  json["text"] = report.text;
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace attest
