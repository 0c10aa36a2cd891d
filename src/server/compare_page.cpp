// What to compare, and the comparison: two sources; the answers to two questions, of which two names of one
// condition and two treatments of it are kinds; or an answer that somebody kept with the answer of today.
#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "base/white_space.h"
#include "pipeline/ask_question.h"
#include "render/presentation.h"
#include "server/asking.h"
#include "server/compare_parts.h"
#include "server/multipart.h"
#include "server/page.h"
#include "server/problems.h"
#include "server/routes.h"

namespace attest {
namespace {

// ---- forms

void field(HtmlWriter& html, const char* id, const char* name, const char* label, std::string_view value) {
  html.open("div").element("label", label, {{"for", id}});
  html.empty("input", {{"id", id},
                       {"name", name},
                       {"value", std::string(value)},
                       {"maxlength", "2000"},
                       {"required", ""},
                       {"autocomplete", "off"}});
  html.close().line_end();
}

void form(HtmlWriter& html, const char* title, const std::function<void()>& fields) {
  html.open("form", {{"action", "/compare"}, {"method", "get"}, {"class", "compare"}});
  html.element("h2", title).open("div", {{"class", "filters"}});
  fields();
  html.element("button", "Compare", {{"type", "submit"}, {"class", "primary"}}).close().close().line_end();
}

void file_field(HtmlWriter& html, const char* name, const char* label) {
  html.open("div").element("label", label, {{"for", name}});
  html.empty("input", {{"id", name}, {"name", name}, {"type", "file"}, {"accept", ".json,application/json"}});
  html.close().line_end();
}

void kept_form(HtmlWriter& html) {
  html.open("form", {{"action", "/compare"},
                     {"method", "post"},
                     {"enctype", "multipart/form-data"},
                     {"class", "compare"},
                     {"id", "kept"}});
  html.element("h2", "An answer you kept").line_end();
  html.element("p",
               "Its JSON, downloaded earlier, is held beside the answer of today: the same bytes, or what "
               "changed. With a second file, the two are compared. Nothing of them is kept here.",
               {{"class", "soft"}});
  html.open("div", {{"class", "filters"}}).line_end();
  file_field(html, "first", "The kept answer (JSON)");
  file_field(html, "second", "Another one, instead of today’s (optional)");
  html.close().open("details").element("summary", "Paste it instead");
  html.open("div", {{"class", "upload"}})
      .open("div")
      .element("label", "The kept answer, as JSON", {{"for", "text"}})
      .open("textarea", {{"id", "text"}, {"name", "text"}, {"rows", "5"}, {"spellcheck", "false"}})
      .close()
      .close()
      .close()
      .close()
      .line_end();
  html.element("button", "Compare", {{"type", "submit"}, {"class", "primary"}}).close().line_end();
}

void write_forms(HtmlWriter& html, const AddressQuery& query) {
  form(html, "Two questions", [&] {
    field(html, "q", "q", "One question", query.first("q"));
    field(html, "r", "r", "The other", query.first("r"));
  });
  form(html, "Two names of one thing", [&] {
    field(html, "named", "q", "A question", query.first("q"));
    field(html, "name", "name", "A name in it", query.first("name"));
    field(html, "other", "other", "Its other name", query.first("other"));
  });
  form(html, "Two treatments", [&] {
    field(html, "x", "x", "One treatment", query.first("x"));
    field(html, "y", "y", "The other", query.first("y"));
    field(html, "of", "of", "For the condition", query.first("of"));
  });
  form(html, "Two sources", [&] {
    field(html, "a", "a", "Id of one source", query.first("a"));
    field(html, "b", "b", "Id of the other", query.first("b"));
  });
  kept_form(html);
}

Response whole(const Site& site, Audience audience, const AddressQuery& query,
               const std::function<void(HtmlWriter&)>& result) {
  Page page;
  page.title = "Compare";
  page.active = "compare";
  page.audience = audience;
  if (is_lay(audience)) page.quick_exit = site.settings().quick_exit_address;
  Response response = respond("text/html; charset=utf-8", std::move(page).with([&](HtmlWriter& html) {
    html.open("div", {{"class", "wide"}}).element("h1", "Compare").line_end();
    result(html);
    html.open("section", {{"class", "choices"}, {"aria-label", "What to compare"}});
    write_forms(html, query);
    html.close().close().line_end();
  }));
  if (is_lay(audience)) response.with("Cache-Control", "no-store");
  return response;
}

// ---- what is compared

Response compare_sources(const Site& site, const OpenSnapshot& snapshot, const Request& request) {
  const auto a = read_source(snapshot, request.query.first("a"));
  if (!a) return problem(request, a.error());
  const auto b = read_source(snapshot, request.query.first("b"));
  if (!b) return problem(request, b.error());
  return whole(site, Audience::kClinician, request.query,
               [&](HtmlWriter& html) { write_source_comparison(html, *a, *b); });
}

Response compare_questions(const Site& site, const OpenSnapshot& snapshot, const Request& request,
                           std::string_view first, std::string_view second) {
  const auto audience = read_audience(request.query);
  if (!audience) return problem(request, audience.error());
  std::vector<StoredAnswer> answers;
  for (const std::string_view text : {first, second}) {
    const auto question = clean_question(text);
    if (!question) return problem(request, question.error());
    const auto answer = snapshot.ask({&*question, 1}, *audience);
    if (!answer) return problem(request, answer.error());
    auto stored = read_stored_answer(answer_to_json(**answer), "the answer");
    if (!stored) return problem(request, stored.error());
    answers.push_back(std::move(*stored));
  }
  const auto address = [&](const StoredAnswer& answer) {
    return answer_address({&answer.question, 1}, *audience);
  };
  return whole(site, *audience, request.query, [&](HtmlWriter& html) {
    write_answer_comparison(html, {answers[0], "the first", address(answers[0])},
                            {answers[1], "the second", address(answers[1])});
  });
}

Response compare_page(Site& site, const Request& request) {
  const AddressQuery& query = request.query;
  const auto snapshot = site.snapshot();
  const auto all_given = [&](std::initializer_list<const char*> names) {
    return std::none_of(names.begin(), names.end(),
                        [&](const char* name) { return query.first(name).empty(); });
  };
  if (all_given({"a", "b"})) return compare_sources(site, *snapshot, request);
  if (all_given({"q", "r"}))
    return compare_questions(site, *snapshot, request, query.first("q"), query.first("r"));
  if (all_given({"q", "name", "other"})) {
    const std::string question(query.first("q"));
    const std::string other =
        with_other_name(question, std::string(query.first("name")), std::string(query.first("other")));
    if (other == question)
      return problem(request, 400, "the question does not have that name in it",
                     "write the name as it stands in the question");
    return compare_questions(site, *snapshot, request, question, other);
  }
  if (all_given({"x", "y", "of"})) {
    const auto question = [&](const char* name) {
      return fmt::format("Does {} help with {}?", query.first(name), query.first("of"));
    };
    return compare_questions(site, *snapshot, request, question("x"), question("y"));
  }
  return whole(site, Audience::kClinician, query, [](HtmlWriter& html) {
    html.element("p", "See what two sources or two answers share, and where they part.", {{"class", "lead"}});
  });
}

// ---- answers that were kept

std::string_view then_and_now(const StoredAnswer& then, const StoredAnswer& now) {
  if (then.snapshot != now.snapshot && then.version != now.version)
    return "Collection and program have changed since it was kept.";
  if (then.snapshot != now.snapshot) return "The collection has changed since it was kept.";
  if (then.version != now.version) return "The program has changed since it was kept.";
  return "Neither collection nor version differs: the file was edited, or another build wrote it.";
}

Result<StoredAnswer> answer_of_today(const OpenSnapshot& snapshot, const StoredAnswer& kept) {
  ATTEST_ASSIGN(const AskResult result,
                ask_question(request_of(kept), snapshot.shared_collection(), snapshot.shared_thesaurus()));
  return read_stored_answer(answer_to_json(result.answer), "the answer of today");
}

Response compare_kept(Site& site, const Request& request) {
  const auto parts = parse_multipart(request.header("content-type"), request.body);
  if (!parts) return problem(request, parts.error());
  std::string_view first_bytes = part_bytes(*parts, "first");
  if (first_bytes.empty()) first_bytes = trimmed(part_bytes(*parts, "text"));
  if (first_bytes.empty())
    return problem(request, 400, "there is no answer to compare",
                   "choose the JSON file of an answer, or paste it");
  const auto first = read_stored_answer(first_bytes, "the kept answer");
  if (!first) return problem(request, first.error());
  const std::string_view second_bytes = part_bytes(*parts, "second");
  const bool of_today = second_bytes.empty();
  const auto second = of_today ? answer_of_today(*site.snapshot(), *first)
                               : read_stored_answer(second_bytes, "the other kept answer");
  if (!second) return problem(request, second.error());
  const Audience audience = parse_audience(first->audience).value_or(Audience::kClinician);
  const bool whole_question = of_today && !first->has_before;
  const std::string address =
      whole_question ? answer_address({&second->question, 1}, audience) : std::string();
  return whole(site, audience, {}, [&](HtmlWriter& html) {
    if (of_today && !changes_between(*first, *second).same_bytes)
      html.element("p", then_and_now(*first, *second), {{"class", "note changed"}, {"role", "note"}});
    write_answer_comparison(html, {*first, of_today ? "the kept answer" : "the first", ""},
                            {*second, of_today ? "the answer of today" : "the second", address});
  });
}

constexpr Route kCompareRoutes[] = {
    {"GET", "/compare", "compare", Freshness::kSnapshot, compare_page, 0},
    {"POST", "/compare", "compare", Freshness::kNever, compare_kept, kUpload},
};

}  // namespace

std::span<const Route> compare_routes() { return kCompareRoutes; }

}  // namespace attest
