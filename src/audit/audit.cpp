#include "audit/audit.h"

#include <algorithm>

#include <fmt/format.h>

#include "audit/work.h"

namespace attest {

namespace {

struct KindName {
  const char* name;
  const char* title;
};

// In the order of RemarkKind.
constexpr KindName kKinds[] = {
    {"contradicted", "The cited source says otherwise"},
    {"other-subject", "The cited source is about something else"},
    {"number-not-in-source", "The number is not in the cited source"},
    {"not-in-source", "The cited source does not say this"},
    {"uncited-contradicted", "Sources here say otherwise"},
    {"one-study-as-general", "One study’s figure given as general"},
    {"figure-differs", "Sources here give other figures"},
    {"harms-left-out", "Harms left out"},
    {"figures-disagree", "Figures that do not fit each other"},
    {"no-denominator", "Rates without number of people or time"},
    {"quotation-not-found", "Quotation without a source"},
    {"unnamed-studies", "Studies that are not named"},
    {"uncited", "Statements without a source"},
    {"cited-not-listed", "Cited but not listed"},
    {"listed-not-cited", "Listed but not cited"},
    {"unnumbered-list", "Numbers cited, list without numbers"},
    {"duplicate-reference", "Listed twice"},
    {"identifier-mismatch", "Identifier of another publication"},
    {"wrong-details", "Details differ from the record"},
    {"retracted", "Retracted source"},
    {"concern", "Source under an expression of concern"},
    {"superseded", "Source that has been replaced"},
    {"corrected", "Corrected source"},
    {"own-source", "Source of the page’s own publisher"},
    {"no-publication", "Reference that nobody can find"},
    {"review-state", "Contradictory statements about its own review"},
    {"other-page-differs", "The same publisher says something else"},
};
static_assert(std::size(kKinds) == kRemarkKinds);

void order_remarks(AuditReport& report) {
  const auto start = [](const Remark& remark) {
    return remark.places.empty() ? 0u : remark.places.front().span.start;
  };
  std::stable_sort(report.remarks.begin(), report.remarks.end(), [&](const Remark& a, const Remark& b) {
    if (a.severity != b.severity) return a.severity < b.severity;
    if (a.kind != b.kind) return a.kind < b.kind;
    return start(a) < start(b);
  });
}

// The same remark about several sentences is one remark with several places.
void join_remarks(AuditReport& report) {
  std::vector<Remark> joined;
  for (Remark& remark : report.remarks) {
    const auto same = std::find_if(joined.begin(), joined.end(), [&](const Remark& other) {
      return other.kind == remark.kind && other.severity == remark.severity &&
             other.message == remark.message;
    });
    if (same == joined.end()) {
      joined.push_back(std::move(remark));
      continue;
    }
    for (PagePlace& place : remark.places) {
      const bool known = std::any_of(same->places.begin(), same->places.end(), [&](const PagePlace& other) {
        return other.span == place.span && other.page == place.page;
      });
      if (!known) same->places.push_back(std::move(place));
    }
  }
  report.remarks = std::move(joined);
}

// One state for each statement: what a serious remark speaks against is not supported, whatever source has
// its words.
void settle_states(AuditReport& report) {
  for (AuditedClaim& claim : report.claims) {
    if (claim.verdict != AuditVerdict::kSupported) continue;
    for (size_t i = 0; i < report.remarks.size(); ++i) {
      const Remark& remark = report.remarks[i];
      // What the page leaves out does not make wrong what it says.
      const bool about_it =
          remark.severity == Severity::kSerious && remark.kind <= RemarkKind::kFiguresDisagree &&
          remark.kind != RemarkKind::kHarmsLeftOut &&
          std::any_of(remark.places.begin(), remark.places.end(), [&](const PagePlace& one) {
            return one.page == 0 && one.span.overlaps(claim.place.span);
          });
      if (!about_it) continue;
      claim.verdict = AuditVerdict::kNotEnough;
      claim.note = fmt::format("a source has it, and remark {} speaks against it", i + 1);
      break;
    }
  }
}

std::string subject_of(const audit::Work& work) {
  std::vector<std::string> names;
  for (const std::string& id : work.conditions) {
    const VocabularyEntry* entry = work.lexicon->vocabulary().find_id(id);
    if (entry != nullptr) names.push_back(entry->name);
  }
  return audit::listed(names);
}

}  // namespace

const char* severity_name(Severity severity) {
  switch (severity) {
    case Severity::kSerious: return "serious";
    case Severity::kWarning: return "warning";
    case Severity::kNote: return "note";
  }
  return "note";
}

const char* remark_kind_name(RemarkKind kind) { return kKinds[static_cast<size_t>(kind)].name; }
const char* remark_kind_title(RemarkKind kind) { return kKinds[static_cast<size_t>(kind)].title; }

const char* audit_verdict_name(AuditVerdict verdict) {
  switch (verdict) {
    case AuditVerdict::kSupported: return "supported";
    case AuditVerdict::kContradicted: return "contradicted";
    case AuditVerdict::kNotEnough: return "not enough evidence";
    case AuditVerdict::kNotChecked: return "not checked";
  }
  return "not checked";
}

size_t AuditReport::count(Severity severity) const {
  return static_cast<size_t>(std::count_if(
      remarks.begin(), remarks.end(), [&](const Remark& remark) { return remark.severity == severity; }));
}

size_t AuditReport::count(AuditVerdict verdict) const {
  return static_cast<size_t>(std::count_if(
      claims.begin(), claims.end(), [&](const AuditedClaim& claim) { return claim.verdict == verdict; }));
}

Result<AuditReport> audit_page(const AuditRequest& request, std::shared_ptr<const Collection> collection,
                               std::shared_ptr<const Thesaurus> thesaurus) {
  audit::Work work;
  work.request = &request;
  work.collection = std::move(collection);
  work.thesaurus = std::move(thesaurus);
  work.backend = make_collection_backend(work.collection);

  // 1. The page: its list, its citations, its sentences.
  work.page = audit::lay_out(request.page, request.file);
  work.list = audit::read_reference_list(work.page);
  work.citations = audit::find_citations(work.page, work.list);
  work.sentences = audit::page_sentences(work.page, work.list, work.citations);
  work.publishers = audit::publisher_names(work.page, request.publisher);

  // 2. The library: what the list names, and what there is on the subject.
  ATTEST_TRY(audit::match_references(work));
  ATTEST_TRY(audit::gather_evidence(work));
  audit::resolve_citations(work);

  // 3. References, then claims, then the page itself.
  audit::check_listing(work);
  audit::check_sources(work);
  audit::check_claims(work);
  audit::check_figures(work);
  check_harms(work);
  audit::recompute_figures(work);
  ATTEST_TRY(audit::check_quotations(work));
  audit::check_review_state(work);
  audit::compare_pages(work);

  AuditReport report = std::move(work.report);
  report.file = request.file;
  report.format = format_name(request.page.format);
  report.title = work.page.title;
  report.publisher = work.publishers.empty() ? "" : work.publishers.front();
  report.subject = subject_of(work);
  report.text = work.page.text;
  report.blocks = request.page.blocks;
  for (const audit::Block& block : work.page.blocks) report.block_spans.push_back(block.span);
  report.snapshot = work.collection->snapshot();
  report.collection_documents = work.collection->document_count();
  report.version = ATTEST_VERSION;
  report.citations = work.citations.size();
  join_remarks(report);
  order_remarks(report);
  settle_states(report);
  return report;
}

}  // namespace attest
