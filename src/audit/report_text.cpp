// The report on a terminal: counts, then every remark with the page's words and the source's, the worst
// first, then the references, then what could not be checked.
#include <algorithm>

#include <fmt/format.h>

#include "audit/audit.h"
#include "audit/work.h"
#include "render/presentation.h"
#include "render/terminal_page.h"

namespace attest {

namespace {

constexpr size_t kPlacesShown = 4;
constexpr size_t kEvidenceShown = 3;
constexpr size_t kPlaceBytes = 200;
constexpr size_t kQuoteBytes = 300;

std::string quoted(std::string_view text, size_t bytes) {
  return "“" + audit::shortened(plain(text), bytes) + "”";
}

std::string counts_line(const AuditReport& report) {
  using audit::counted;
  return counted(report.count(Severity::kSerious), "serious remark", "serious remarks") + ", " +
         counted(report.count(Severity::kWarning), "warning", "warnings") + ", " +
         counted(report.count(Severity::kNote), "note", "notes");
}

std::string claims_line(const AuditReport& report) {
  const size_t supported = report.count(AuditVerdict::kSupported);
  const size_t contradicted = report.count(AuditVerdict::kContradicted);
  return fmt::format("{}: {} supported, {} contradicted, {} undecided",
                     audit::counted(report.claims.size(), "statement", "statements"), supported, contradicted,
                     report.claims.size() - supported - contradicted);
}

std::string references_line(const AuditReport& report) {
  const auto found = std::count_if(report.references.begin(), report.references.end(),
                                   [](const AuditedReference& one) { return !one.document.empty(); });
  return fmt::format("{} in the text, {}, {} of them in the collection",
                     audit::counted(report.citations, "citation", "citations"),
                     audit::counted(report.references.size(), "listed reference", "listed references"),
                     found);
}

void print_remark(TerminalPage& page, const Remark& remark, size_t number) {
  page.blank();
  const std::string lead = fmt::format("{}. ", number);
  page.paragraph({.indent = 0, .hanging = 3}, remark.message, {}, lead);
  for (size_t i = 0; i < remark.places.size() && i < kPlacesShown; ++i) {
    const PagePlace& place = remark.places[i];
    const std::string where = place.page == 0 ? "Page:   " : "Other:  ";
    page.paragraph({.indent = 3, .hanging = 11}, where + quoted(place.quote, kPlaceBytes));
  }
  if (remark.places.size() > kPlacesShown)
    page.paragraph({.indent = 11, .hanging = 11, .dim = true},
                   fmt::format("and {} more places", remark.places.size() - kPlacesShown));
  for (size_t i = 0; i < remark.evidence.size() && i < kEvidenceShown; ++i) {
    const SourceEvidence& evidence = remark.evidence[i];
    page.paragraph({.indent = 3, .hanging = 11}, "Source: " + quoted(evidence.quote, kQuoteBytes));
    page.paragraph({.indent = 11, .hanging = 11, .dim = true},
                   fmt::format("{}; {} {}:{}", plain(evidence.label), evidence.document, evidence.span.start,
                               evidence.span.end));
  }
  if (remark.evidence.size() > kEvidenceShown)
    page.paragraph({.indent = 11, .hanging = 11, .dim = true},
                   fmt::format("and {} more", remark.evidence.size() - kEvidenceShown));
}

// Statements that nothing decides, beside the sentence of the collection that is nearest to each.
void print_nearest(TerminalPage& page, const AuditReport& report) {
  constexpr size_t kShown = 6;
  size_t shown = 0;
  size_t more = 0;
  for (const AuditedClaim& claim : report.claims) {
    if (claim.verdict != AuditVerdict::kNotEnough || claim.evidence.empty()) continue;
    if (shown == kShown) {
      ++more;
      continue;
    }
    if (shown++ == 0) page.heading("Undecided, with the nearest sentence here");
    page.blank();
    page.paragraph({.indent = 0, .hanging = 8}, "Page:   " + quoted(claim.place.quote, kPlaceBytes));
    page.paragraph({.indent = 0, .hanging = 8},
                   "Source: " + quoted(claim.evidence.front().quote, kQuoteBytes));
    page.paragraph({.indent = 8, .hanging = 8, .dim = true},
                   plain(claim.evidence.front().label) + "; " + claim.evidence.front().document);
    if (claim.against_cited && !claim.note.empty())
      page.paragraph({.indent = 8, .hanging = 8, .dim = true}, plain(claim.note));
  }
  if (more == 0) return;
  page.blank();
  page.paragraph({.indent = 0, .hanging = 0, .dim = true},
                 fmt::format("And {} more: --format html shows each in its place, --json lists them.",
                             audit::counted(more, "undecided statement", "undecided statements")));
}

// What was found to be right, and by what: shortly, for who wants to look it up.
void print_supported(TerminalPage& page, const AuditReport& report) {
  constexpr size_t kSupportedBytes = 110;
  bool any = false;
  for (const AuditedClaim& claim : report.claims) {
    if (claim.verdict != AuditVerdict::kSupported || claim.evidence.empty()) continue;
    if (!any) page.heading("Supported");
    if (!any) page.blank();
    any = true;
    const SourceEvidence& evidence = claim.evidence.front();
    page.paragraph({.indent = 0, .hanging = 2}, "• " + quoted(claim.place.quote, kSupportedBytes));
    page.paragraph({.indent = 2, .hanging = 2}, quoted(evidence.quote, kQuoteBytes));
    page.paragraph(
        {.indent = 2, .hanging = 2, .dim = true},
        fmt::format("{}: {}; {} {}:{}",
                    claim.against_cited ? "by what it cites" : "by a document that it does not cite",
                    plain(evidence.label), evidence.document, evidence.span.start, evidence.span.end));
  }
}

void print_reference(TerminalPage& page, const AuditedReference& reference) {
  const std::string number = reference.number == 0       ? "–"
                             : reference.number_inferred ? std::to_string(reference.number) + "?"
                                                         : std::to_string(reference.number);
  page.paragraph(
      {.indent = 0, .hanging = 5},
      audit::shortened(plain(reference.title.empty() ? reference.place.quote : reference.title), 160), {},
      number + std::string(number == "–" || number.size() < 2 ? 4
                           : number.size() < 5                ? 5 - number.size()
                                                              : 1,
                           ' '));
  std::string about = reference.document.empty()
                          ? "not in the collection"
                          : fmt::format("{}, {} (matched by {}, confidence {:.2f})", reference.document,
                                        reference.description, reference.matched_by, reference.confidence);
  if (!reference.status.empty() && reference.status != "current") about += "; " + reference.status;
  about += reference.times_cited > 0
               ? fmt::format("; cited {}", audit::counted(reference.times_cited, "time", "times"))
               : "";
  page.paragraph({.indent = 5, .hanging = 5, .dim = true}, about);
}

}  // namespace

std::string render_audit_terminal(const AuditReport& report, const TerminalStyle& style) {
  TerminalPage page(style);
  page.paragraph({.bold = true}, report.title.empty() ? report.file : plain(report.title));
  std::string about = plain(report.file) + " (" + report.format + ")";
  if (!report.publisher.empty()) about += ", published by " + plain(report.publisher);
  if (!report.subject.empty()) about += ", read as a page about " + plain(report.subject);
  page.paragraph({.dim = true}, about);
  page.blank();
  page.paragraph({.bold = true}, counts_line(report));
  page.paragraph({}, claims_line(report));
  page.paragraph({}, references_line(report));

  size_t number = 0;
  const Severity* last = nullptr;
  RemarkKind last_kind = RemarkKind::kReviewState;
  for (const Remark& remark : report.remarks) {
    if (last == nullptr || *last != remark.severity) {
      const char* heading = remark.severity == Severity::kSerious   ? "Serious"
                            : remark.severity == Severity::kWarning ? "To be mended"
                                                                    : "Notes";
      page.heading(heading);
    }
    if (last == nullptr || *last != remark.severity || last_kind != remark.kind) {
      page.blank();
      page.paragraph({.bold = true}, remark_kind_title(remark.kind));
    }
    last = &remark.severity;
    last_kind = remark.kind;
    print_remark(page, remark, ++number);
  }
  if (report.remarks.empty()) {
    page.blank();
    page.paragraph({}, "Nothing was found that is wrong, as far as it could be checked.");
  }
  if (!report.references.empty()) {
    page.heading("References of the page");
    page.blank();
    for (const AuditedReference& reference : report.references) print_reference(page, reference);
  }
  print_supported(page, report);
  print_nearest(page, report);
  if (!report.unchecked.empty()) {
    page.heading("Not checked");
    page.blank();
    for (const Unchecked& one : report.unchecked)
      page.paragraph({.indent = 0, .hanging = 2}, "• " + plain(one.what) + ": " + one.why + ".");
  }
  page.blank();
  page.paragraph(
      {.dim = true},
      fmt::format("Checked against {} documents, snapshot {}, attest {}. A remark is a reason to look, "
                  "not a verdict on the page.",
                  report.collection_documents, report.snapshot.substr(0, 12), report.version));
  return std::move(page).take();
}

}  // namespace attest
