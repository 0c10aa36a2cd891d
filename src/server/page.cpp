#include "server/page.h"

#include <attest_assets.h>
#include <fmt/format.h>

#include "audit/report_style.h"
#include "base/checksum.h"
#include "render/html_style.h"
#include "render/presentation.h"

namespace attest {
namespace {

struct Destination {
  const char* id;
  const char* name;
  const char* address;
};
constexpr Destination kNavigation[] = {{"ask", "Ask", "/"},
                                       {"search", "Search", "/search"},
                                       {"compare", "Compare", "/compare"},
                                       {"audit", "Audit", "/audit"},
                                       {"collection", "Collection", "/collection"},
                                       {"about", "About", "/about"}};

// What a <style> element holds: the answer's style sheet, then the site's.
std::string whole_style() { return std::string(kHtmlStyle) + kAuditStyle + kSiteStyle; }

void write_head(HtmlWriter& html, const Page& page) {
  html.open("head").line_end().empty("meta", {{"charset", "utf-8"}}).line_end();
  html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}).line_end();
  html.element("title", page.title.empty() ? "Attest" : page.title + " · Attest").line_end();
  html.empty("meta", {{"name", "description"},
                      {"content", "Clinical answers in which every sentence opens at its source."}})
      .line_end();
  if (!page.indexed) html.empty("meta", {{"name", "robots"}, {"content", "noindex"}}).line_end();
  html.empty("link", {{"rel", "icon"}, {"href", "/favicon.svg"}, {"type", "image/svg+xml"}}).line_end();
  if (!page.feed.empty()) {
    html.empty("link", {{"rel", "alternate"},
                        {"type", "application/atom+xml"},
                        {"title", "This search as a feed"},
                        {"href", page.feed}})
        .line_end();
  }
  html.open("style").literal(kHtmlStyle).literal(kAuditStyle).literal(kSiteStyle).close().line_end();
  if (page.refresh_seconds > 0) {
    html.open("noscript")
        .empty("meta", {{"http-equiv", "refresh"}, {"content", std::to_string(page.refresh_seconds)}})
        .close()
        .line_end();
  }
  html.open("script", {{"src", script_address()}, {"defer", ""}}).close().line_end();
  html.close().line_end();
}

void write_top(HtmlWriter& html, const Page& page) {
  html.open("header", {{"class", "top"}}).open("div", {{"class", "bar"}}).line_end();
  if (!page.quick_exit.empty()) {
    html.open("a", {{"class", "exit"}, {"href", page.quick_exit}, {"rel", "noreferrer"}, {"data-exit", ""}})
        .text("Leave this page")
        .element("small", "or press Esc", {{"class", "only-script"}})
        .close()
        .line_end();
  }
  html.element("a", "Attest", {{"class", "brand"}, {"href", "/"}}).line_end();
  html.open("nav", {{"aria-label", "Main"}}).open("ul", {{"role", "list"}});
  for (const Destination& place : kNavigation) {
    std::vector<Attribute> attributes{{"href", place.address}};
    if (page.active == place.id) attributes.push_back({"aria-current", "page"});
    html.open("li").element("a", place.name, attributes).close();
  }
  html.close().close().line_end();
  html.close().close().line_end();
}

void write_foot(HtmlWriter& html) {
  html.open("footer", {{"class", "foot"}}).open("div", {{"class", "bar"}});
  html.element("p",
               "General information from the literature in this collection. It supports a decision; it "
               "does not make one.");
  html.open("p").element("a", "How answers are made", {{"href", "/about"}}).text(" · ");
  html.element("a", "What is in the collection", {{"href", "/collection"}}).text(" · ");
  html.element("a", "Privacy", {{"href", "/about#privacy"}}).text(" · ");
  html.element("a", "API", {{"href", "/about#api"}}).close();
  html.close().close().line_end();
}

}  // namespace

std::string Page::with(const std::function<void(HtmlWriter&)>& main) && {
  HtmlWriter html;
  html.literal("<!DOCTYPE html>\n").open("html", {{"lang", "en"}}).line_end();
  write_head(html, *this);
  html.open("body").line_end();
  html.element("a", "Skip to the content", {{"class", "skip"}, {"href", "#main"}}).line_end();
  write_top(html, *this);
  html.open("main", {{"id", "main"}, {"tabindex", "-1"}}).line_end();
  main(html);
  html.close().line_end();
  write_foot(html);
  return std::move(html).finish();
}

const std::string& content_security_policy() {
  static const std::string policy = fmt::format(
      "default-src 'none'; style-src 'sha256-{}'; script-src 'self'; img-src 'self'; connect-src 'self'; "
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
      style_digest(whole_style()));
  return policy;
}

const std::string& script_address() {
  static const std::string address =
      fmt::format("/assets/site-{}.js", content_hash(kSiteScript).substr(0, 12));
  return address;
}

void write_question_field(HtmlWriter& html, const QuestionField& field) {
  html.open("form", {{"action", "/answer"},
                     {"method", "get"},
                     {"class", field.large ? "ask large" : "ask"},
                     {"role", "search"},
                     {"data-ask", ""}})
      .line_end();
  for (const std::string& earlier : field.before)
    html.empty("input", {{"type", "hidden"}, {"name", "q"}, {"value", earlier}}).line_end();
  html.element("label", field.label, {{"for", "question"}}).line_end();
  html.open("div", {{"class", "field"}});
  std::vector<Attribute> attributes{{"id", "question"},     {"name", "q"},         {"type", "search"},
                                    {"required", ""},       {"maxlength", "2000"}, {"autocomplete", "off"},
                                    {"enterkeyhint", "go"}, {"value", field.value}};
  if (!field.placeholder.empty()) attributes.push_back({"placeholder", field.placeholder});
  html.empty("input", attributes);
  html.element("button", "Ask", {{"type", "submit"}, {"class", "primary"}}).close().line_end();
  if (field.audience_asked) {
    html.open("fieldset", {{"class", "choice"}}).element("legend", "Which best describes you?");
    static constexpr std::pair<Audience, const char*> kChoices[] = {{Audience::kClinician, "Clinician"},
                                                                    {Audience::kPatient, "Patient"},
                                                                    {Audience::kPartner, "Partner or carer"}};
    for (const auto& [audience, name] : kChoices) {
      std::vector<Attribute> radio{{"type", "radio"}, {"name", "for"}, {"value", audience_name(audience)}};
      if (audience == field.audience) radio.push_back({"checked", ""});
      html.open("label").empty("input", radio).text(" ").element("span", name).close();
    }
    html.close().line_end();
  } else {
    html.empty("input", {{"type", "hidden"}, {"name", "for"}, {"value", audience_name(field.audience)}})
        .line_end();
  }
  html.close().line_end();
}

std::string answer_address(std::span<const std::string> thread, Audience audience, std::string_view path) {
  AddressQuery query;
  for (const std::string& question : thread) query.add("q", question);
  query.add("for", audience_name(audience));
  return address_of(path, query);
}

std::string source_address(std::string_view document, ByteSpan span, Audience audience) {
  AddressQuery query;
  if (!span.empty()) query.add("span", fmt::format("{}-{}", span.start, span.end));
  if (audience != Audience::kClinician) query.add("for", audience_name(audience));
  // A question mark or hash of an id would end the path: encoded_path escapes both.
  return address_of("/source/" + std::string(document), query) + (span.empty() ? "" : "#sentence");
}

std::string plain_sentence(std::string_view text) { return full_stop(capitalised_name(text)); }

}  // namespace attest
