// The answer to a question, or to the last question of a thread.
#include <fmt/format.h>

#include "base/ascii.h"
#include "render/answer_parts.h"
#include "render/presentation.h"
#include "server/asking.h"
#include "server/compare_parts.h"
#include "server/page.h"
#include "server/problems.h"
#include "server/routes.h"

namespace attest {
namespace {

struct FileLink {
  const char* name;
  const char* path;
};
constexpr FileLink kFileLinks[] = {{"JSON", "/answer.json"},
                                   {"Markdown", "/answer.md"},
                                   {"Text", "/answer.txt"},
                                   {"RIS", "/answer.ris"},
                                   {"BibTeX", "/answer.bib"},
                                   {"CSL-JSON", "/answer.csl.json"},
                                   {"References, AMA style", "/answer.ama.txt"}};

class AnswerPage {
 public:
  AnswerPage(HtmlWriter& html, const SiteSettings& settings, const Asking& asking, const Answer& answer)
      : html_(html),
        settings_(settings),
        asking_(asking),
        answer_(answer),
        shown_(answer),
        links_{[this](const std::string& document, ByteSpan span) {
                 return source_address(document, span, asking_.audience);
               },
               [this](const std::string& question) { return follow_up_address(question); }},
        parts_(html, shown_, &links_) {}

  void write() {
    html_.open("div", {{"class", "columns"}}).line_end();
    html_.open("article", {{"class", "answer"}}).line_end();
    thread();
    html_.element("h1", plain(answer_.question)).line_end();
    audience_switch();
    changes();
    parts_.understood();
    nothing_found();
    support();
    parts_.body();
    ask_on();
    parts_.sources();
    html_.open("div", {{"class", "closing"}});
    parts_.closing();
    html_.close().line_end().close().line_end();
    aside();
    html_.close().line_end();
  }

 private:
  std::string follow_up_address(const std::string& question) const {
    std::vector<std::string> thread = asking_.thread;
    thread.push_back(question);
    return answer_address(thread, asking_.audience);
  }

  // The questions before this one; each leads back to its own answer.
  void thread() {
    if (asking_.thread.size() < 2) return;
    html_.open("nav", {{"aria-label", "Earlier questions"}, {"class", "thread"}})
        .open("ol", {{"role", "list"}});
    for (size_t i = 0; i + 1 < asking_.thread.size(); ++i) {
      const std::span<const std::string> so_far(asking_.thread.data(), i + 1);
      html_.open("li")
          .element("a", asking_.thread[i], {{"href", answer_address(so_far, asking_.audience)}})
          .close();
    }
    html_.close().close().line_end();
  }

  void audience_switch() {
    html_.open("nav", {{"aria-label", "Who this is written for"}, {"class", "audience"}})
        .element("span", "Written for", {{"aria-hidden", "true"}})
        .open("ul", {{"role", "list"}});
    static constexpr std::pair<Audience, const char*> kAudiences[] = {
        {Audience::kClinician, "Clinicians"},
        {Audience::kPatient, "Patients"},
        {Audience::kPartner, "Partners, carers"}};
    for (const auto& [audience, name] : kAudiences) {
      std::vector<Attribute> attributes{{"href", answer_address(asking_.thread, audience)},
                                        {"data-keep-place", ""}};
      if (audience == asking_.audience) attributes.push_back({"aria-current", "true"});
      html_.open("li").element("a", name, attributes).close();
    }
    html_.close().close().line_end();
  }

  void changes() {
    if (asking_.snapshot.empty()) return;
    const Changes changes = changes_since(asking_, answer_);
    html_.open("div", {{"class", changes.other_answer ? "note changed" : "note"}, {"role", "note"}});
    const std::string then = asking_.snapshot.substr(0, 8);
    const std::string now = answer_.snapshot.substr(0, 8);
    if (!changes.other_snapshot && !changes.other_answer) {
      html_.element("p", fmt::format("This is the answer that the link was made to: snapshot {}.", then));
    } else if (!changes.other_answer) {
      html_.element("p",
                    fmt::format("The collection has grown since this link was made (snapshot {} then, {} "
                                "now). The answer says the same.",
                                then, now));
    } else {
      html_.element("p",
                    changes.other_snapshot
                        ? fmt::format("The answer has changed since this link was made (snapshot {} "
                                      "then, {} now).",
                                      then, now)
                        : fmt::format("The answer has changed since this link was made: the collection is "
                                      "the same (snapshot {}), the program is another.",
                                      then));
      changed_sources("Newly cited: ", changes.newly_cited);
      changed_sources("No longer cited: ", changes.no_longer_cited);
      html_.open("p").element("a", "Compare with a copy that you kept", {{"href", "/compare#kept"}}).close();
    }
    html_.close().line_end();
  }

  void changed_sources(const char* label, const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    html_.open("p").text(label);
    for (size_t i = 0; i < ids.size(); ++i) {
      if (i > 0) html_.text(", ");
      html_.element("a", ids[i], {{"href", source_address(ids[i], {}, asking_.audience)}});
    }
    html_.close();
  }

  // The words can still be searched for.
  void nothing_found() {
    if (answer_.verdict != Answer::Verdict::kNoDirectEvidence) return;
    AddressQuery query;
    query.add("q", asking_.thread.back());
    html_.open("p")
        .text("This does not mean that there is nothing on it: only that it is not in this collection. ")
        .element("a", "Search the collection for these words", {{"href", address_of("/search", query)}})
        .text(".")
        .close()
        .line_end();
  }

  // Whom to turn to: the host's own words.
  void support() {
    if (!shown_.lay() || settings_.support_text.empty()) return;
    html_.open("div", {{"class", "note"}, {"role", "note"}}).element("p", settings_.support_text);
    if (!settings_.support_address.empty())
      html_.open("p")
          .element("a", settings_.support_address,
                   {{"href", settings_.support_address}, {"rel", "noreferrer"}})
          .close();
    html_.close().line_end();
  }

  void ask_on() {
    if (asking_.thread.size() >= limits::kThreadTurnsMax) return;
    html_.open("section", {{"class", "ask-on"}, {"aria-labelledby", "ask-on"}})
        .element("h2", shown_.lay() ? "Ask another question" : "Ask a follow-up", {{"id", "ask-on"}})
        .line_end();
    QuestionField field;
    field.label = shown_.lay() ? "It may refer to this answer: “and if that does not help?”"
                               : "It may refer to this answer: “and if that fails?”";
    field.before = asking_.thread;
    field.audience = asking_.audience;
    write_question_field(html_, field);
    html_.open("p").element("a", "Start a new question", {{"href", new_question()}}).close();
    html_.close().line_end();
  }

  std::string new_question() const {
    return asking_.audience == Audience::kClinician
               ? "/"
               : fmt::format("/?for={}", audience_name(asking_.audience));
  }

  void aside() {
    html_.open("aside", {{"aria-label", "This answer"}}).line_end();
    html_.open("nav", {{"aria-labelledby", "contents"}, {"class", "contents"}})
        .element("h2", "On this page", {{"id", "contents"}})
        .open("ul", {{"role", "list"}});
    for (const auto& [id, title] : parts_.contents())
      html_.open("li").element("a", title, {{"href", "#" + id}}).close();
    html_.close().close().line_end();
    html_.open("section", {{"class", "tools"}, {"aria-labelledby", "keep"}})
        .element("h2", "Keep or share", {{"id", "keep"}})
        .line_end();
    html_.open("p", {{"class", "only-script"}});
    for (const auto& [name, path] :
         {std::pair("Copy as text", "/answer.txt"), std::pair("Copy as Markdown", "/answer.md"),
          std::pair("Copy references", "/answer.ama.txt")}) {
      html_.element(
          "button", name,
          {{"type", "button"}, {"data-copy", answer_address(asking_.thread, asking_.audience, path)}});
    }
    html_.element("button", "Print or save as PDF", {{"type", "button"}, {"data-print", ""}});
    html_.close().element("p", "", {{"role", "status"}, {"class", "soft"}, {"data-said", ""}}).line_end();
    html_.element("h3", "Download").open("ul", {{"role", "list"}, {"class", "files"}});
    for (const FileLink& file : kFileLinks) {
      html_.open("li")
          .element("a", file.name,
                   {{"href", answer_address(asking_.thread, asking_.audience, file.path)}, {"download", ""}})
          .close();
    }
    html_.close().line_end();
    html_.open("p").element("a", "Permanent link",
                            {{"href", address_of("/answer", permanent_query(asking_, answer_))}});
    html_.element("small", " to what the collection says today").close().line_end();
    compare();
    html_.close().close().line_end();
  }

  // The same question by the condition's other name, where it has one, and an answer that was kept.
  void compare() {
    html_.element("h3", "Compare").open("ul", {{"role", "list"}}).line_end();
    const std::string other = asked_by_other_name();
    if (!other.empty()) {
      AddressQuery query;
      query.add("q", asking_.thread.back());
      query.add("r", other);
      if (shown_.lay()) query.add("for", audience_name(asking_.audience));
      html_.open("li")
          .element("a", "With “" + plain(other) + "”", {{"href", address_of("/compare", query)}})
          .close();
    }
    html_.open("li").element("a", "With an answer you kept", {{"href", "/compare#kept"}}).close();
    html_.close().line_end();
  }

  std::string asked_by_other_name() const {
    if (asking_.thread.size() != 1) return {};
    const std::string& question = asking_.thread.back();
    for (const Concept& asked : answer_.understood.concepts) {
      if (asked.role != ConceptRole::kCondition) continue;
      for (const ConceptVariant& variant : asked.variants) {
        if (variant.weight < 1.0f || variant.abbreviation) continue;
        std::string other = with_other_name(question, asked.asked_as, variant.words);
        if (lower_ascii(variant.words) != lower_ascii(asked.asked_as) && other != question) return other;
      }
    }
    return {};
  }

  HtmlWriter& html_;
  const SiteSettings& settings_;
  const Asking& asking_;
  const Answer& answer_;
  Presentation shown_;
  AnswerLinks links_;
  AnswerParts parts_;
};

Response answer_page(Site& site, const Request& request) {
  if (request.query.first("q").empty() && request.query.all("q").size() <= 1) return redirect_to("/");
  const auto asking = read_asking(request.query);
  if (!asking) return problem(request, asking.error());
  const auto snapshot = site.snapshot();
  const auto answer = snapshot->ask(asking->thread, asking->audience);
  if (!answer) return problem(request, answer.error());
  Page page;
  page.title = plain(asking->thread.back());
  page.active = "ask";
  page.audience = asking->audience;
  if (is_lay(asking->audience)) page.quick_exit = site.settings().quick_exit_address;
  Response response = respond("text/html; charset=utf-8", std::move(page).with([&](HtmlWriter& html) {
    AnswerPage(html, site.settings(), *asking, **answer).write();
  }));
  // A device at home may be shared.
  if (is_lay(asking->audience)) response.with("Cache-Control", "no-store");
  return response;
}

constexpr Route kAnswerRoutes[] = {
    {"GET", "/answer", "answer", Freshness::kSnapshot, answer_page, 0},
};

}  // namespace

std::span<const Route> answer_routes() { return kAnswerRoutes; }

}  // namespace attest
