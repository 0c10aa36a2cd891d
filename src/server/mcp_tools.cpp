#include "server/mcp_tools.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/white_space.h"
#include "render/presentation.h"
#include "render/render.h"
#include "server/asking.h"
#include "server/claim_check.h"
#include "server/json_parts.h"
#include "server/search_sources.h"
#include "server/source_reading.h"
#include "server/uploaded_page.h"

namespace attest {
namespace {

constexpr size_t kSourcesListed = 10;
constexpr size_t kTextBytesShown = 60'000;

Result<std::string> ask(const OpenSnapshot& snapshot, const Json& arguments) {
  AddressQuery query;
  if (const auto thread = arguments.find("thread"); thread != arguments.end() && thread->is_array()) {
    for (const Json& earlier : *thread) {
      if (earlier.is_string()) query.add("q", earlier.get<std::string>());
    }
  }
  ATTEST_ASSIGN(const std::string question, text_member(arguments, "question"));
  if (trimmed(question).empty()) return fail(ErrorCode::kUsage, "question is missing");
  query.add("q", question);
  ATTEST_ASSIGN(const std::string audience, text_member(arguments, "audience"));
  query.set("for", audience);
  ATTEST_ASSIGN(const Asking asking, read_asking(query));
  ATTEST_ASSIGN(const auto answer, snapshot.ask(asking.thread, asking.audience));
  return render_markdown(*answer);
}

Result<std::string> search(const OpenSnapshot& snapshot, const Json& arguments) {
  ATTEST_ASSIGN(const std::string query, text_member(arguments, "query"));
  ATTEST_ASSIGN(const std::string words, clean_question(query));
  if (words.empty()) return fail(ErrorCode::kUsage, "query is missing");
  ATTEST_ASSIGN(const auto searched, search_sources(snapshot, words));
  SearchFilter filter;
  ATTEST_ASSIGN(filter.design, text_member(arguments, "design"));
  const std::vector<const FoundSource*> list = filtered(*searched, filter);
  if (list.empty()) return fmt::format("Nothing in this collection matches “{}”.", words);
  std::string out =
      fmt::format("{} sources, the best {}:\n", list.size(), std::min(list.size(), kSourcesListed));
  for (size_t i = 0; i < list.size() && i < kSourcesListed; ++i) {
    const Reference& reference = list[i]->reference;
    out += fmt::format("\n{}. {} {} Id: `{}`. {}.", i + 1, full_stop(title_of(reference)),
                       full_stop(journal_and_year(reference)), reference.document,
                       plain(describe(reference.appraisal)));
    if (reference.status != "current") out += fmt::format(" **{}**.", plain(reference.status));
    out += "\n";
    for (const FoundSentence& sentence : list[i]->sentences)
      out += fmt::format("   > {} (bytes {}-{})\n", plain(sentence.text), sentence.span.start,
                         sentence.span.end);
  }
  return out;
}

Result<std::string> show(const OpenSnapshot& snapshot, const Json& arguments) {
  ATTEST_ASSIGN(const std::string id, text_member(arguments, "id"));
  if (id.empty() || id.size() > limits::kIdentifierBytesMax) return fail(ErrorCode::kUsage, "id is missing");
  ATTEST_ASSIGN(const SourceReading reading, read_source(snapshot, id));
  const Document& document = reading.document;
  ATTEST_ASSIGN(const std::string stated, text_member(arguments, "span"));
  if (!stated.empty()) {
    ATTEST_ASSIGN(const ByteSpan span, read_span(stated, document.text.size()));
    return plain(span.of(document.text));
  }
  Reference reference;
  reference.document = document.id;
  reference.record = document.record;
  reference.appraisal = reading.appraisal;
  std::string out = fmt::format("# {}\n\n{} {} {}. Id: `{}`. Status: {}.\n", title_of(reference),
                                full_stop(authors_of(reference, false)),
                                full_stop(journal_and_year(reference)), plain(describe(reading.appraisal)),
                                document.id, publication_status_name(reading.status.status));
  for (const PublicationLink& link : reading.status.links)
    out += fmt::format("{}: {} {}\n", plain(link.kind), plain(link.other_id), plain(link.citation));
  for (const Link& link : links_of(reference)) out += link.url + "\n";
  out += "\n" + clean_text(std::string_view(document.text).substr(0, kTextBytesShown), true);
  if (document.text.size() > kTextBytesShown)
    out += fmt::format("\n\n… {} more bytes; ask for a span.", document.text.size() - kTextBytesShown);
  return out;
}

Result<std::string> audit(const OpenSnapshot& snapshot, const Json& arguments) {
  ATTEST_ASSIGN(const std::string text, text_member(arguments, "text"));
  if (trimmed(text).empty()) return fail(ErrorCode::kUsage, "text is missing");
  UploadedPage page;
  page.bytes = text;
  ATTEST_ASSIGN(page.publisher, text_member(arguments, "publisher"));
  ATTEST_ASSIGN(const AuditReport report, audit_uploaded(snapshot, page));
  TerminalStyle style;
  return render_audit_terminal(report, style);
}

Result<std::string> verify(const OpenSnapshot& snapshot, const Json& arguments) {
  ATTEST_ASSIGN(const std::string claim, text_member(arguments, "claim"));
  if (trimmed(claim).empty()) return fail(ErrorCode::kUsage, "claim is missing");
  Json line = {{"id", 1}, {"claim", claim}};
  if (const auto documents = arguments.find("documents"); documents != arguments.end())
    line["documents"] = *documents;
  return check_claim_in_words(snapshot, json_line(line));
}

constexpr std::array<McpTool, 5> kTools = {{
    {"ask", "Ask the collection",
     "Answers a clinical question from the literature in this collection: bottom line, treatment pathway "
     "with "
     "figures and denominators, harms, disagreements, gaps. Every statement carries numbered citations; the "
     "references at the end have each source's id and the quoted sentences with their byte spans. Nothing is "
     "generated: pass citations on, and say so when there is no direct evidence.",
     R"({"type":"object","properties":{"question":{"type":"string","description":"The question, or a follow-up to the thread"},"thread":{"type":"array","items":{"type":"string"},"description":"Earlier questions of this conversation, oldest first"},"audience":{"type":"string","enum":["clinician","patient","partner"],"description":"For whom it is worded; clinician when left out"}},"required":["question"]})",
     ask},
    {"search", "Search the collection",
     "Ranks the sources of this collection for words, a condition or a treatment, and quotes the sentences "
     "that "
     "match best. Gives ids for show.",
     R"({"type":"object","properties":{"query":{"type":"string"},"design":{"type":"string","description":"Only this kind of source: guideline, systematic review, randomised trial, cohort, …"}},"required":["query"]})",
     search},
    {"show", "Show a source",
     "The whole text of one source with its status (retracted, corrected…), or, with a span, exactly the "
     "bytes "
     "behind a citation, so that a quote can be checked.",
     R"({"type":"object","properties":{"id":{"type":"string","description":"pmid:…, pmcid:…, doi:… or an id from ask or search"},"span":{"type":"string","description":"START-END in bytes of the text"}},"required":["id"]})",
     show},
    {"verify", "Check a claim",
     "Says whether the sources of this collection support one claim, contradict it, or do not decide it, "
     "with "
     "the sentences that decided. A label is a model's judgement with a probability: read the sentences.",
     R"({"type":"object","properties":{"claim":{"type":"string","description":"One statement"},"documents":{"type":"array","items":{"type":"string"},"description":"Ids of the sources to hold it beside; left out, they are searched for"}},"required":["claim"]})",
     verify},
    {"audit", "Check a page",
     "Holds a text about medicine (Markdown, HTML or plain) against this collection: statements that sources "
     "contradict, figures that differ, harms left out, citations and references that do not hold. Each "
     "remark "
     "names the place in the text and the sentence that speaks against it.",
     R"({"type":"object","properties":{"text":{"type":"string","description":"The whole page"},"publisher":{"type":"string","description":"Who publishes it, where it does not say so"}},"required":["text"]})",
     audit},
}};

}  // namespace

std::span<const McpTool> mcp_tools() { return kTools; }

}  // namespace attest
