// Adding files to the collection, where the host allows it: a form, and the progress of what was sent.
#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>

#include "base/file.h"
#include "render/presentation.h"
#include "server/json_text.h"
#include "server/multipart.h"
#include "server/page.h"
#include "server/problems.h"
#include "server/routes.h"

namespace attest {
namespace {

namespace fs = std::filesystem;
constexpr unsigned kEventSeconds =
    5;  // an event at least this often, so that a reader that has gone is noticed

Response not_allowed(const Request& request) {
  return problem(request, 403, "this site does not take files",
                 "the host allows it with --allow-adding, or adds them with attest add");
}

std::string progress_text(const Adding::State& state) {
  const AddProgress& progress = state.progress;
  if (state.running) {
    return fmt::format("{} of {} files, {} documents so far.", progress.files_done,
                       std::max<uint64_t>(progress.files_total, 1), progress.documents);
  }
  if (!state.failure.empty()) return "It could not be done: " + plain_sentence(state.failure);
  if (!state.report) return "";
  const AddReport& report = *state.report;
  return fmt::format("Done: {} added, {} replaced, {} unchanged; {} files could not be read to their end.",
                     report.documents.added, report.documents.replaced, report.documents.unchanged,
                     report.files_failed);
}

Response add_page(Site& site, const Request& request) {
  if (!site.settings().adding_allowed) return not_allowed(request);
  const Adding::State state = site.adding().state();
  Page page;
  page.title = "Add files";
  page.active = "collection";
  if (state.running) page.refresh_seconds = 3;
  return respond("text/html; charset=utf-8", std::move(page).with([&](HtmlWriter& html) {
    html.open("div", {{"class", "measure"}}).element("h1", "Add files to the collection").line_end();
    const std::string text = progress_text(state);
    std::vector<Attribute> live{{"role", "status"}, {"class", "note"}};
    if (state.running) live.push_back({"data-progress", "/collection/add/events"});
    if (!text.empty()) html.element("p", text, live).line_end();
    if (!state.problems.empty()) {
      html.element("h2", "What could not be used").open("ul");
      for (const std::string& line : state.problems) html.element("li", plain(line));
      html.close().line_end();
    }
    if (!state.running) {
      html.open("form", {{"action", "/collection/add"},
                         {"method", "post"},
                         {"enctype", "multipart/form-data"},
                         {"class", "upload"}});
      html.open("div")
          .element("label", "PubMed XML, NBIB, RIS, BibTeX, CSL-JSON, JATS, HTML, Markdown, PDF…",
                   {{"for", "files"}})
          .empty("input",
                 {{"id", "files"}, {"name", "files"}, {"type", "file"}, {"multiple", ""}, {"required", ""}})
          .close();
      html.element("button", "Add them", {{"type", "submit"}, {"class", "primary"}}).close().line_end();
    }
    html.open("p").element("a", "What is in the collection", {{"href", "/collection"}}).close().close();
  }));
}

// Each file under its own name in a folder of its own: two may be named alike.
Result<fs::path> keep(const std::vector<FormPart>& parts) {
  std::error_code error;
  std::string name = (fs::temp_directory_path(error) / "attest-add-XXXXXX").string();
  if (error || ::mkdtemp(name.data()) == nullptr)
    return fail(ErrorCode::kEnvironment, "no temporary folder could be made");
  const fs::path folder = name;
  size_t number = 0;
  for (const FormPart& part : parts) {
    if (part.name != "files" || part.bytes.empty()) continue;
    const fs::path own = folder / std::to_string(++number);
    fs::create_directory(own, error);
    const bool odd = part.file_name.empty() || part.file_name.front() == '.';
    Status written = write_file_atomically(own / (odd ? "file" : part.file_name), part.bytes);
    if (written) continue;
    fs::remove_all(folder, error);
    return tl::unexpected(std::move(written.error()));
  }
  if (number == 0) {
    fs::remove_all(folder, error);
    return fail(ErrorCode::kUsage, "there are no files", "", "choose some");
  }
  return folder;
}

Response add(Site& site, const Request& request) {
  if (!site.settings().adding_allowed) return not_allowed(request);
  const auto parts = parse_multipart(request.header("content-type"), request.body);
  if (!parts) return problem(request, parts.error());
  const auto folder = keep(*parts);
  if (!folder) return problem(request, folder.error());
  const Status started =
      site.adding().start(site.settings().collection, *folder, [&site] { (void)site.look(); });
  if (!started) {
    std::error_code ignored;
    fs::remove_all(*folder, ignored);
    return problem(request, 503, started.error().message, started.error().remedy);
  }
  return redirect_to("/collection/add");
}

// "progress" with a line of text and a share, until the run has ended: then "done".
Response events(Site& site, const Request& request) {
  if (!site.settings().adding_allowed) return not_allowed(request);
  Response response;
  response.content_type = "text/event-stream";
  response.events = [&site](EventSink& sink) {
    Adding::State state = site.adding().state();
    while (state.running) {
      const AddProgress& progress = state.progress;
      const double share = progress.bytes_total == 0 ? 0
                                                     : static_cast<double>(progress.bytes_done) /
                                                           static_cast<double>(progress.bytes_total);
      if (!sink.send("progress", json_line({{"text", progress_text(state)}, {"share", share}}))) return;
      state = site.adding().wait(state.change, kEventSeconds);
    }
    sink.send("done", json_line({{"text", progress_text(state)}}));
  };
  return response;
}

constexpr Route kAddRoutes[] = {
    {"GET", "/collection/add", "add files", Freshness::kNever, add_page, 0},
    {"POST", "/collection/add", "add files", Freshness::kNever, add, kUpload},
    {"GET", "/collection/add/events", "add events", Freshness::kNever, events, 0},
};

}  // namespace

std::span<const Route> add_routes() { return kAddRoutes; }

}  // namespace attest
