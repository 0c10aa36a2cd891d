// attest audit: somebody's page or manuscript held against the collection.
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "audit/audit.h"
#include "cli/commands.h"
#include "cli/default_collection.h"
#include "cli/terminal.h"
#include "cli/thesaurus_file.h"
#include "render/render.h"

namespace attest {

namespace {

struct AuditOptions {
  std::string collection;
  std::string file;
  std::vector<std::string> with;
  std::string publisher;
  std::string format = "text";
  bool json = false;
};

Result<AuditReport> audit_file(const AuditOptions& options) {
  AuditRequest request;
  request.file = std::filesystem::path(options.file).filename().string();
  request.publisher = options.publisher;
  ATTEST_ASSIGN(request.page, read_marked_page(options.file));
  for (const std::string& other : options.with) {
    ATTEST_ASSIGN(MarkedPage page, read_marked_page(other));
    request.other_pages.emplace_back(std::filesystem::path(other).filename().string(), std::move(page));
  }
  ATTEST_ASSIGN(const std::filesystem::path directory, collection_to_read(options.collection));
  ATTEST_ASSIGN(const std::shared_ptr<const Collection> collection, Collection::open(directory));
  ATTEST_ASSIGN(const std::shared_ptr<const Thesaurus> thesaurus, load_program_thesaurus());
  return audit_page(request, collection, thesaurus);
}

int run_audit(const AuditOptions& options) {
  if (options.format != "text" && options.format != "json" && options.format != "html")
    return report_error(
        {ErrorCode::kUsage, "unknown format “" + options.format + "”", {}, "use text, json or html"});
  const auto report = audit_file(options);
  if (!report) return report_error(report.error());
  std::string text;
  if (options.format == "json") {
    text = audit_to_json(*report);
  } else if (options.format == "html") {
    text = render_audit_html(*report);
  } else {
    text = render_audit_terminal(*report, {output_width(), output_has_colour()});
  }
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (!text.ends_with('\n')) std::fputc('\n', stdout);
  return report->has_problems() ? 1 : 0;
}

}  // namespace

void register_audit(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<AuditOptions>();
  CLI::App* audit = app.add_subcommand("audit", "Check somebody's page or manuscript against the collection");
  audit->add_option("-c,--collection", options->collection,
                    "Collection to read (default: $ATTEST_COLLECTION, then your own, then the starter)");
  audit->add_option("--with", options->with,
                    "Another page of the same publisher, to be compared; may be repeated");
  audit->add_option("--publisher", options->publisher,
                    "Who publishes the page, where it does not say so itself");
  audit->add_option("--format", options->format, "text, json or html")->capture_default_str();
  audit->add_flag("--json", options->json, "Same as --format json");
  audit->add_option("file", options->file, "HTML, Markdown, text, PDF, DOCX or JATS")->required();
  audit->footer(
      "Examples:\n"
      "  attest audit page.html\n"
      "  attest audit --format html manuscript.docx > annotated.html\n"
      "  attest audit --with other.html page.html\n"
      "Exit status: 0 nothing to mend, 1 something to mend, 2 usage, 3 input or environment.");
  audit->callback([options, &exit_status] {
    if (options->json) options->format = "json";
    exit_status = run_audit(*options);
  });
}

}  // namespace attest
