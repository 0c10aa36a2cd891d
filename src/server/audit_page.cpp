// Somebody's page held against the collection: pasted or uploaded, and given back with its remarks.
#include "audit/audit.h"

#include <fmt/format.h>

#include "base/white_space.h"
#include "render/presentation.h"
#include "server/multipart.h"
#include "server/page.h"
#include "server/problems.h"
#include "server/routes.h"
#include "server/uploaded_page.h"

namespace attest {
namespace {

void write_form(HtmlWriter& html) {
  html.open(
          "form",
          {{"action", "/audit"}, {"method", "post"}, {"enctype", "multipart/form-data"}, {"class", "upload"}})
      .line_end();
  html.open("div")
      .element("label", "Paste a page: its text, Markdown, or HTML", {{"for", "text"}})
      .open("textarea", {{"id", "text"}, {"name", "text"}, {"rows", "10"}, {"spellcheck", "false"}})
      .close()
      .close()
      .line_end();
  html.open("div")
      .element("label", "Or choose a file: HTML, Markdown, text, PDF, DOCX or JATS", {{"for", "page"}})
      .empty("input", {{"id", "page"}, {"name", "page"}, {"type", "file"}})
      .close()
      .line_end();
  html.open("div")
      .element("label", "Who publishes it, where the page does not say so (optional)", {{"for", "publisher"}})
      .empty("input",
             {{"id", "publisher"}, {"name", "publisher"}, {"maxlength", "200"}, {"autocomplete", "off"}})
      .close()
      .line_end();
  html.element("button", "Check it", {{"type", "submit"}, {"class", "primary"}}).close().line_end();
}

Page frame(const char* title) {
  Page page;
  page.title = title;
  page.active = "audit";
  return page;
}

Response audit_form(Site&, const Request&) {
  return respond("text/html; charset=utf-8", frame("Audit").with([](HtmlWriter& html) {
    html.open("div", {{"class", "measure"}}).element("h1", "Check a page").line_end();
    html.element("p",
                 "Its statements, figures, citations and references are held against this collection. You "
                 "get the page back with a remark at each place, and the source that speaks against it.",
                 {{"class", "lead"}});
    write_form(html);
    html.element("p",
                 "The page is read in memory and in a temporary file, and forgotten with the answer. A "
                 "remark is a reason to look, not a verdict.",
                 {{"class", "soft"}});
    html.close();
  }));
}

Response audit(Site& site, const Request& request) {
  const auto parts = parse_multipart(request.header("content-type"), request.body);
  if (!parts) return problem(request, parts.error());
  UploadedPage page;
  for (const FormPart& part : *parts) {
    if (part.name != "page" || part.bytes.empty()) continue;
    page.name = part.file_name;
    page.bytes = part.bytes;
  }
  if (page.bytes.empty()) page.bytes = part_bytes(*parts, "text");
  if (trimmed(page.bytes).empty())
    return problem(request, 400, "there is no page to check", "paste one or choose a file");
  page.publisher = plain(part_bytes(*parts, "publisher"));
  const auto report = audit_uploaded(*site.snapshot(), page);
  if (!report) return problem(request, report.error());
  return respond("text/html; charset=utf-8", frame("Audit").with([&](HtmlWriter& html) {
    html.open("div", {{"class", "measure"}}).line_end();
    write_audit(html, *report, [](const std::string& document, ByteSpan sentence) {
      return source_address(document, sentence, Audience::kClinician);
    });
    html.open("p").element("a", "Check another page", {{"href", "/audit"}}).close();
    html.close();
  }));
}

// The body is the page itself.
Response api_audit(Site& site, const Request& request) {
  if (trimmed(request.body).empty()) return problem(request, 400, "there is no page to check");
  UploadedPage page;
  page.name = plain(request.query.first("name"));
  page.bytes = request.body;
  page.publisher = plain(request.query.first("publisher"));
  const auto report = audit_uploaded(*site.snapshot(), page);
  if (!report) return problem(request, report.error());
  return respond("application/json", audit_to_json(*report));
}

constexpr Route kAuditRoutes[] = {
    {"GET", "/audit", "audit", Freshness::kSnapshot, audit_form, 0},
    {"POST", "/audit", "audit", Freshness::kNever, audit, kUpload},
    {"POST", "/api/v1/audit", "api audit", Freshness::kNever, api_audit, kUpload},
};

}  // namespace

std::span<const Route> audit_routes() { return kAuditRoutes; }

}  // namespace attest
