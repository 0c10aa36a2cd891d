// The page itself, marked: each place that a remark is about is highlighted and linked to the remark, each
// remark links back. One file, no script, no request to anywhere; the content security policy allows this
// page's own style sheet by its SHA-256 digest and nothing else.
#include <algorithm>

#include <set>
#include <utility>

#include <fmt/format.h>

#include "audit/audit.h"
#include "audit/report_style.h"
#include "audit/work.h"
#include "render/html_style.h"
#include "render/html_writer.h"
#include "render/presentation.h"

namespace attest {

namespace {

const char* severity_class(Severity severity) {
  switch (severity) {
    case Severity::kSerious: return "serious";
    case Severity::kWarning: return "warning";
    case Severity::kNote: return "note";
  }
  return "note";
}

class AuditPageWriter {
 public:
  AuditPageWriter(HtmlWriter& html, const AuditReport& report, const SourceAddress& source_address)
      : report_(report), source_address_(source_address), html_(html) {
    for (size_t i = 0; i < report.remarks.size(); ++i) {
      for (const PagePlace& place : report.remarks[i].places) {
        if (place.page == 0 && !place.span.empty()) places_.push_back({place.span, i});
      }
    }
    std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) {
      return a.span != b.span ? a.span < b.span : a.remark < b.remark;
    });
  }

  void whole_page() {
    head();
    html_.open("header").line_end();
    title();
    html_.close().line_end().open("main").line_end();
    body();
    html_.close().line_end().open("footer").line_end();
    closing();
    html_.close().line_end();
  }

  void title() {
    html_.element("h1", report_.title.empty() ? report_.file : plain(report_.title)).line_end();
    std::string about = plain(report_.file) + " (" + report_.format + ")";
    if (!report_.publisher.empty()) about += ", published by " + plain(report_.publisher);
    html_.element("p", about, {{"class", "soft"}}).line_end();
    summary();
  }

  void body() {
    remarks();
    page();
    supported();
    references();
    unchecked();
  }

  void closing() {
    html_.element(
        "p", fmt::format(
                 "Checked against {} documents, snapshot {}, attest {}. A remark is a reason to look, not a "
                 "verdict on the page.",
                 report_.collection_documents, report_.snapshot, report_.version));
  }

 private:
  struct Place {
    ByteSpan span;
    size_t remark = 0;
  };

  void head() {
    write_file_head(html_, "Audit: " + plain(report_.title.empty() ? report_.file : report_.title),
                    {kHtmlStyle, kAuditStyle});
    html_.open("body").line_end();
  }

  void summary() {
    using audit::counted;
    html_.open("p");
    html_.element("span", counted(report_.count(Severity::kSerious), "serious remark", "serious remarks"),
                  {{"class", report_.count(Severity::kSerious) > 0 ? "verdict none" : "verdict"}});
    const size_t supported = report_.count(AuditVerdict::kSupported);
    const size_t contradicted = report_.count(AuditVerdict::kContradicted);
    html_.text(fmt::format("{}, {}; {}: {} supported, {} contradicted, {} undecided; {} in the text, {}.",
                           counted(report_.count(Severity::kWarning), "warning", "warnings"),
                           counted(report_.count(Severity::kNote), "note", "notes"),
                           counted(report_.claims.size(), "statement", "statements"), supported, contradicted,
                           report_.claims.size() - supported - contradicted,
                           counted(report_.citations, "citation", "citations"),
                           counted(report_.references.size(), "listed reference", "listed references")));
    html_.close().line_end();
  }

  void remarks() {
    html_.element("h2", "Remarks, the worst first").line_end();
    if (report_.remarks.empty())
      html_.element("p", "Nothing was found that is wrong, as far as it could be checked.").line_end();
    for (size_t i = 0; i < report_.remarks.size(); ++i) {
      const Remark& remark = report_.remarks[i];
      html_.open("div", {{"class", std::string("remark ") + severity_class(remark.severity)},
                         {"id", fmt::format("remark-{}", i + 1)}});
      html_.open("p").element("span", fmt::format("R{}. {}", i + 1, remark_kind_title(remark.kind)),
                              {{"class", "kind"}});
      html_.text(fmt::format(" ({})", severity_name(remark.severity)));
      html_.text(": " + plain(remark.message)).close();
      html_.open("p", {{"class", "soft"}});
      size_t shown = 0;
      for (const PagePlace& place : remark.places) {
        if (place.page > 0) {
          html_.text("The other page: “" + plain(place.quote) + "” ");
          continue;
        }
        ++shown;
        constexpr size_t kPlacesQuoted = 3;
        constexpr size_t kQuoteBytes = 240;
        const std::string quote = audit::shortened(plain(place.quote), kQuoteBytes);
        html_.element(
            "a",
            shown <= kPlacesQuoted ? fmt::format("The page: “{}”", quote) : fmt::format("place {}", shown),
            {{"href", fmt::format("#at-{}-{}", i + 1, place.span.start)}});
        html_.text(" ");
      }
      html_.close();
      for (const SourceEvidence& evidence : remark.evidence) source(evidence);
      html_.close().line_end();
    }
  }

  void source(const SourceEvidence& evidence) {
    html_.open("blockquote").text("“" + plain(evidence.quote) + "”").empty("br");
    html_.element("span",
                  fmt::format("{}; {} {}:{}", plain(evidence.label), evidence.document, evidence.span.start,
                              evidence.span.end),
                  {{"class", "soft"}});
    if (source_address_)
      html_.text(" ").element("a", "Read it in its source",
                              {{"href", source_address_(evidence.document, evidence.span)}});
    html_.close();
  }

  void page() {
    html_.element("h2", "The page").line_end();
    html_.open("p", {{"class", "legend soft"}});
    for (const auto& [name, words] : {std::pair{"serious", "serious"}, std::pair{"warning", "to be mended"},
                                      std::pair{"note", "note"}, std::pair{"fits", "supported"}})
      html_.element("mark", words, {{"class", name}}).text(" ");
    html_.text("R1, R2 … lead to the remarks.").close().line_end();
    html_.open("div", {{"class", "page"}}).line_end();
    for (size_t i = 0; i < report_.blocks.size() && i < report_.block_spans.size(); ++i) {
      const PageBlock& block = report_.blocks[i];
      switch (block.kind) {
        case PageBlock::Kind::kHeading: html_.open("h3"); break;
        case PageBlock::Kind::kListItem:
          html_.open("p", {{"class", std::string(block.level > 1 ? "item deep" : "item") +
                                         (block.number > 0 ? " numbered" : "")}});
          if (block.number > 0) html_.text(fmt::format("{}. ", block.number));
          break;
        case PageBlock::Kind::kTableRow: html_.open("p", {{"class", "row"}}); break;
        case PageBlock::Kind::kParagraph: html_.open("p", {{"class", block.aside ? "aside" : "text"}}); break;
      }
      marked_text(report_.block_spans[i], block);
      html_.close().line_end();
    }
    html_.close().line_end();
  }

  // The text of a block, cut at every border of a place; each piece carries all remarks that cover it.
  void marked_text(ByteSpan block, const PageBlock& from) {
    std::set<uint32_t> borders = {block.start, block.end};
    raised_.clear();
    for (const PageMark& mark : from.marks) {
      if (mark.kind != PageMark::Kind::kRaised || mark.span.end > block.size()) continue;
      raised_.push_back({block.start + mark.span.start, block.start + mark.span.end});
      borders.insert(raised_.back().start);
      borders.insert(raised_.back().end);
    }
    std::vector<const Place*> here;
    for (const AuditedClaim& claim : report_.claims) {
      if (claim.verdict != AuditVerdict::kSupported || !claim.place.span.overlaps(block)) continue;
      borders.insert(std::max(claim.place.span.start, block.start));
      borders.insert(std::min(claim.place.span.end, block.end));
    }
    for (const Place& place : places_) {
      if (!place.span.overlaps(block)) continue;
      here.push_back(&place);
      borders.insert(std::max(place.span.start, block.start));
      borders.insert(std::min(place.span.end, block.end));
    }
    for (auto border = borders.begin(); std::next(border) != borders.end(); ++border) {
      const ByteSpan piece{*border, *std::next(border)};
      std::vector<const Place*> covering;
      for (const Place* place : here) {
        if (place->span.contains(piece)) covering.push_back(place);
      }
      if (covering.empty()) {
        if (is_supported(piece)) html_.open("mark", {{"class", "fits"}});
        printed(piece);
        if (is_supported(piece)) html_.close();
        continue;
      }
      Severity worst = Severity::kNote;
      for (const Place* place : covering) worst = std::min(worst, report_.remarks[place->remark].severity);
      html_.open("mark", {{"class", severity_class(worst)}});
      for (const Place* place : covering) {
        if (std::max(place->span.start, block.start) != piece.start) continue;
        const std::string id = fmt::format("at-{}-{}", place->remark + 1, place->span.start);
        // A place that runs over several blocks has one beginning.
        if (ids_.insert(id).second) html_.open("span", {{"id", id}}).close();
      }
      printed(piece);
      html_.close();
      for (const Place* place : covering) {
        if (std::min(place->span.end, block.end) != piece.end) continue;
        html_.element("a", fmt::format("R{}", place->remark + 1),
                      {{"class", "see"}, {"href", fmt::format("#remark-{}", place->remark + 1)}});
      }
    }
  }

  // The page's own raised numbers stay raised.
  void printed(ByteSpan piece) {
    const std::string_view words = piece.of(report_.text);
    const bool raised =
        std::any_of(raised_.begin(), raised_.end(), [&](ByteSpan span) { return span.contains(piece); });
    if (raised)
      html_.element("sup", words);
    else
      html_.text(words);
  }

  bool is_supported(ByteSpan piece) const {
    return std::any_of(report_.claims.begin(), report_.claims.end(), [&](const AuditedClaim& claim) {
      return claim.verdict == AuditVerdict::kSupported && claim.place.span.contains(piece);
    });
  }

  void supported() {
    bool any = false;
    for (const AuditedClaim& claim : report_.claims) {
      if (claim.verdict != AuditVerdict::kSupported || claim.evidence.empty()) continue;
      if (!any) html_.element("h2", "Supported").line_end();
      any = true;
      html_.open("div", {{"class", "remark fits"}});
      html_.element("p", "“" + plain(claim.place.quote) + "”");
      html_.element("p", claim.against_cited ? "By what it cites:" : "By a document that it does not cite:",
                    {{"class", "soft"}});
      source(claim.evidence.front());
      html_.close().line_end();
    }
  }

  void references() {
    if (report_.references.empty()) return;
    html_.element("h2", "References of the page").line_end();
    html_.open("table").open("thead").open("tr");
    for (const char* name : {"Number", "Work", "In the collection", "Cited"}) {
      html_.open("th").text(name).close();
    }
    html_.close().close().open("tbody");
    for (const AuditedReference& one : report_.references) {
      html_.open("tr");
      const std::string number = one.number == 0
                                     ? "not known"
                                     : std::to_string(one.number) + (one.number_inferred ? ", inferred" : "");
      html_.element("td", number);
      html_.element("td", plain(one.title.empty() ? one.place.quote : one.title));
      html_.open("td");
      if (one.document.empty()) {
        html_.text("not found");
      } else {
        html_.text(fmt::format("{}, {}", one.document, plain(one.description)));
        html_.element("small", fmt::format("matched by {}, confidence {:.2f}{}", one.matched_by,
                                           one.confidence, one.status == "current" ? "" : "; " + one.status));
      }
      html_.close();
      html_.element("td", std::to_string(one.times_cited));
      html_.close();
    }
    html_.close().close().line_end();
  }

  void unchecked() {
    if (report_.unchecked.empty()) return;
    html_.element("h2", "Not checked").line_end().open("ul");
    for (const Unchecked& one : report_.unchecked)
      html_.element("li", plain(one.what) + ": " + one.why + ".");
    html_.close().line_end();
  }

  const AuditReport& report_;
  const SourceAddress& source_address_;
  std::vector<Place> places_;
  std::set<std::string> ids_;
  std::vector<ByteSpan> raised_;  // of the block that is written
  HtmlWriter& html_;
};

}  // namespace

std::string render_audit_html(const AuditReport& report) {
  HtmlWriter html;
  const SourceAddress nowhere;
  AuditPageWriter(html, report, nowhere).whole_page();
  return std::move(html).finish();
}

void write_audit(HtmlWriter& html, const AuditReport& report, const SourceAddress& source) {
  AuditPageWriter writer(html, report, source);
  writer.title();
  writer.body();
  writer.closing();
}

}  // namespace attest
