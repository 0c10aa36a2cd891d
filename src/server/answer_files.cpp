// An answer as files: the JSON of attest ask --json, Markdown, text, and its references for reference
// managers.
#include <array>

#include "answer/json/answer_json.h"
#include "render/render.h"
#include "server/asking.h"
#include "server/citation_files.h"
#include "server/problems.h"
#include "server/routes.h"

namespace attest {
namespace {

struct AnswerFile {
  std::string_view path;
  const char* content_type;
  const char* name;  // proposed to who saves it
  std::string (*write)(const Answer& answer);
};

std::string as_text(const Answer& answer) {
  TerminalStyle style;
  style.width = 80;
  return render_terminal(answer, style);
}

constexpr std::array<AnswerFile, 7> kAnswerFiles = {{
    {"/answer.json", "application/json", "answer.json", answer_to_json},
    {"/answer.md", "text/markdown; charset=utf-8", "answer.md", render_markdown},
    {"/answer.txt", "text/plain; charset=utf-8", "answer.txt", as_text},
    {"/answer.ris", "application/x-research-info-systems", "references.ris",
     [](const Answer& answer) { return references_to_ris(answer.references); }},
    {"/answer.bib", "application/x-bibtex; charset=utf-8", "references.bib",
     [](const Answer& answer) { return references_to_bibtex(answer.references); }},
    {"/answer.csl.json", "application/vnd.citationstyles.csl+json", "references.csl.json",
     [](const Answer& answer) { return references_to_csl_json(answer.references); }},
    {"/answer.ama.txt", "text/plain; charset=utf-8", "references.txt",
     [](const Answer& answer) { return references_to_ama(answer.references); }},
}};

Response answer_file(Site& site, const Request& request) {
  const AnswerFile* file = nullptr;
  for (const AnswerFile& known : kAnswerFiles) {
    if (known.path == request.path) file = &known;
  }
  if (file == nullptr) return problem(request, 404, "there is no such file of an answer");
  const auto asking = read_asking(request.query);
  if (!asking) return problem(request, asking.error());
  const auto answer = site.snapshot()->ask(asking->thread, asking->audience);
  if (!answer) return problem(request, answer.error());
  Response response = respond(file->content_type, file->write(**answer));
  response.with("Content-Disposition", std::string("attachment; filename=\"") + file->name + "\"");
  if (asking->audience != Audience::kClinician) response.with("Cache-Control", "no-store");
  return response;
}

constexpr Route kAnswerFileRoutes[] = {
    {"GET", "/answer.*", "answer file", Freshness::kSnapshot, answer_file, 0},
};

}  // namespace

std::span<const Route> answer_file_routes() { return kAnswerFileRoutes; }

}  // namespace attest
