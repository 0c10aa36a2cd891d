// attest show: one document as it is stored, or the bytes behind a citation.
#include <charconv>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "answer/json/finding_json.h"
#include "answer/json/study_json.h"
#include "appraise/appraisal.h"
#include "base/ascii.h"
#include "cli/commands.h"
#include "cli/default_collection.h"
#include "cli/terminal.h"
#include "cli/thesaurus_file.h"
#include "collection/collection.h"
#include "document/record_json.h"
#include "document/title_notes.h"
#include "pipeline/read_document.h"
#include "render/presentation.h"

namespace attest {

namespace {

constexpr size_t kAuthorsShown = 6;
constexpr size_t kContextBytes = 600;

struct ShowOptions {
  std::string collection;
  std::string id;
  std::string span;
  bool json = false;
};

// "812:1003".
std::optional<ByteSpan> parse_span(std::string_view text) {
  ByteSpan span;
  const char* end = text.data() + text.size();
  const auto start = std::from_chars(text.data(), end, span.start);
  if (start.ec != std::errc() || start.ptr == end || *start.ptr != ':') return std::nullopt;
  const auto stop = std::from_chars(start.ptr + 1, end, span.end);
  if (stop.ec != std::errc() || stop.ptr != end || span.empty()) return std::nullopt;
  return span;
}

std::string author_line(const BibliographicRecord& record) {
  std::string line;
  for (size_t i = 0; i < record.authors.size() && i < kAuthorsShown; ++i) {
    const Author& author = record.authors[i];
    if (!line.empty()) line += ", ";
    line += author.collective.empty() ? author.family : author.collective;
    if (author.collective.empty() && !author.given.empty()) line += " " + author.given;
  }
  if (record.authors.size() > kAuthorsShown) line += " et al.";
  return line;
}

std::string source_line(const BibliographicRecord& record) {
  std::string line = record.journal.abbreviation.empty() ? record.journal.title : record.journal.abbreviation;
  const auto add = [&](const std::string& part, const char* separator) {
    if (part.empty()) return;
    if (!line.empty()) line += separator;
    line += part;
  };
  const uint16_t year = record.published.year != 0 ? record.published.year : record.electronic.year;
  if (year != 0) add(std::to_string(year), " ");
  add(record.journal.volume, "; ");
  if (!record.journal.issue.empty()) line += "(" + record.journal.issue + ")";
  add(record.journal.pages, ": ");
  return line;
}

// What must be seen before anything is read: retraction, concern, a newer version.
void print_status(const DocumentStatus& status, bool colour) {
  if (status.status != PublicationStatus::kCurrent) {
    std::string name = publication_status_name(status.status);
    for (char& letter : name) {
      letter = to_upper(letter);
    }
    if (colour)
      fmt::print("\x1b[1;31m*** {} ***\x1b[0m\n", name);
    else
      fmt::print("*** {} ***\n", name);
  }
  for (const PublicationLink& link : status.links) {
    fmt::print("{}: {}{}{}\n", printable(link.kind), printable(link.other_id),
               link.other_id.empty() || link.citation.empty() ? "" : ", ", printable(link.citation));
  }
}

void print_header(const Document& document, const DocumentStatus& status, bool colour) {
  const BibliographicRecord& record = document.record;
  print_status(status, colour);
  const auto line = [](const char* name, const std::string& value) {
    if (!value.empty()) fmt::print("{:<10} {}\n", name, printable(value));
  };
  line("Id", document.id);
  line("Title", std::string(without_title_notes(record.title)));
  line("Authors", author_line(record));
  line("In", source_line(record));
  line("PMID", record.pmid);
  line("PMCID", record.pmcid);
  line("DOI", record.doi);
  line("URL", record.url);
  std::string types;
  for (const PublicationType& type : record.publication_types) {
    if (!types.empty()) types += ", ";
    types += type.name;
  }
  line("Type", types);
  const Appraisal appraisal = appraise(document);
  line("Study", describe(appraisal));
  for (const auto& [name, said] : study_lines(appraisal.facts)) line(name, said);
  std::string numbers;
  for (const std::string& number : appraisal.registrations) numbers += (numbers.empty() ? "" : ", ") + number;
  line("Registered", numbers);
  line("Held", depth_name(document.depth));
  line("Source", record.source);
  line("Licence", record.licence);
  line("Note", record.note);
}

// The span with some of the text around it, marked.
void print_in_context(const Document& document, ByteSpan span) {
  const std::string_view text = document.text;
  uint32_t from = span.start > kContextBytes ? span.start - static_cast<uint32_t>(kContextBytes) : 0;
  auto to = static_cast<uint32_t>(std::min<size_t>(text.size(), span.end + kContextBytes));
  while (from > 0 && text[from] != ' ' && text[from] != '\n' && span.start - from < 2 * kContextBytes) --from;
  while (to < text.size() && text[to] != ' ' && text[to] != '\n' && to - span.end < 2 * kContextBytes) ++to;
  const auto part = [&](uint32_t start, uint32_t end) { return printable(text.substr(start, end - start)); };
  // Wrapped first and marked afterwards would need positions in the wrapped text; marks without width do as
  // well.
  const bool colour = output_has_colour();
  const std::string marked = part(from, span.start) + (colour ? "\x1b[7m" : "[[") +
                             part(span.start, span.end) + (colour ? "\x1b[0m" : "]]") + part(span.end, to);
  fmt::print("{}{}{}\n", from > 0 ? "… " : "", wrap_text(marked, output_width()),
             to < text.size() ? "…" : "");
}

void print_json(const Document& document, const DocumentStatus& status, const DocumentReading& reading,
                const std::optional<ByteSpan>& span) {
  nlohmann::ordered_json json;
  json["id"] = document.id;
  json["depth"] = depth_name(document.depth);
  json["status"] = publication_status_name(status.status);
  json["links"] = nlohmann::ordered_json::array();
  for (const PublicationLink& link : status.links) {
    json["links"].push_back({{"kind", link.kind},
                             {"other", link.other_id},
                             {"citation", link.citation},
                             {"present", link.other_present}});
  }
  json["study"] = study_json(reading.source.appraisal, document.text);
  json["findings"] = nlohmann::ordered_json::array();
  for (const Finding& finding : reading.source.findings)
    json["findings"].push_back(finding_json(finding, document.text));
  // Our own writer wrote these: they parse.
  json["record"] = nlohmann::ordered_json::parse(record_to_json(document.record), nullptr, false);
  json["sections"] = nlohmann::ordered_json::parse(sections_to_json(document.sections), nullptr, false);
  json["text"] = document.text;
  if (span) json["span"] = {{"start", span->start}, {"end", span->end}, {"quote", span->of(document.text)}};
  fmt::print("{}\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

Result<int> run_show(const ShowOptions& options) {
  std::optional<ByteSpan> span;
  if (!options.span.empty()) {
    span = parse_span(options.span);
    if (!span)
      return fail(ErrorCode::kUsage, fmt::format("{} is no span", options.span), "",
                  "write --span START:END with START < END, in bytes");
  }
  ATTEST_ASSIGN(const std::filesystem::path path, collection_to_read(options.collection));
  ATTEST_ASSIGN(const auto collection, Collection::open(path));
  const auto ref = collection->find(options.id);
  if (!ref) {
    report_error(ref.error());
    return ref.error().code == ErrorCode::kNotFound ? 1 : 3;
  }
  ATTEST_ASSIGN(const Document document, collection->document(*ref));
  ATTEST_ASSIGN(const DocumentStatus status, collection->status(*ref));
  if (span && span->end > document.text.size()) {
    return fail(ErrorCode::kUsage,
                fmt::format("the text of {} has {} bytes", document.id, document.text.size()), options.span,
                "give a span inside the text");
  }
  if (options.json) {
    ATTEST_ASSIGN(const std::shared_ptr<const Thesaurus> thesaurus, load_program_thesaurus());
    ATTEST_ASSIGN(const DocumentReading reading, read_document(*collection, thesaurus, *ref));
    print_json(document, status, reading, span);
  } else if (span && !output_is_terminal()) {
    // For programs: the bytes of the citation and nothing else.
    const std::string_view quote = span->of(document.text);
    std::fwrite(quote.data(), 1, quote.size(), stdout);
    if (!quote.ends_with('\n')) std::fputc('\n', stdout);
  } else {
    print_header(document, status, output_has_colour());
    fmt::print("\n");
    if (span)
      print_in_context(document, *span);
    else
      fmt::print("{}", wrap_text(printable(document.text), output_width()));
  }
  return 0;
}

}  // namespace

void register_show(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<ShowOptions>();
  CLI::App* command = app.add_subcommand("show", "Print a document, or the bytes behind a citation");
  command->add_option("-c,--collection", options->collection, "The collection's folder");
  command->add_option("--span", options->span,
                      "START:END, in bytes of the text; on a terminal with what stands around it");
  command->add_flag("--json", options->json,
                    "Print the whole document as JSON, with what was read of the study and of its sentences");
  command->add_option("id", options->id, "Any id of the document: pmid:…, pmcid:…, doi:… or its own")
      ->required();
  command->footer(
      "Examples:\n"
      "  attest show pmid:17294322\n"
      "  attest show doi:10.1007/s10350-006-0814-9 --span 812:1003\n"
      "  attest show -c pubmed pmid:20000000 --json");
  command->callback([options, &exit_status] {
    const auto status = run_show(*options);
    exit_status = status ? *status : report_error(status.error());
  });
}

}  // namespace attest
