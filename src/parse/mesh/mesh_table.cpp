// MeSH descriptors as a table: ui, name, tree numbers separated by "|", entry terms separated by "|".
#include <array>

#include "base/limits.h"
#include "base/white_space.h"
#include "parse/citations/citation_fields.h"
#include "parse/format_parsers.h"
#include "parse/stream/line_reader.h"

namespace attest {

namespace {

std::vector<std::string> split_list(std::string_view list) {
  std::vector<std::string> items;
  while (!list.empty()) {
    const size_t bar = std::min(list.find('|'), list.size());
    std::string item = clean_text(list.substr(0, bar), false);
    if (!item.empty()) items.push_back(std::move(item));
    list.remove_prefix(std::min(list.size(), bar + 1));
  }
  return items;
}

}  // namespace

Status parse_mesh_table(ByteSource& source, std::string_view place, const DocumentSink& sink) {
  LineReader lines(source, place, limits::kLineBytesMax);
  while (true) {
    ATTEST_ASSIGN(const auto line, lines.next());
    if (!line) return {};
    if (line->starts_with("ui\t") || trimmed(*line).empty()) continue;
    std::array<std::string_view, 4> columns;
    std::string_view rest = *line;
    for (std::string_view& column : columns) {
      const size_t tab = std::min(rest.find('\t'), rest.size());
      column = rest.substr(0, tab);
      rest.remove_prefix(std::min(rest.size(), tab + 1));
    }
    ThesaurusConcept concept_read;
    concept_read.id = clean_text(columns[0], false);
    concept_read.name = clean_text(columns[1], false);
    concept_read.tree_numbers = split_list(columns[2]);
    concept_read.terms = split_list(columns[3]);
    const bool whole =
        !concept_read.id.empty() && !concept_read.name.empty() && line->find('\t') != std::string_view::npos;
    const bool go_on = whole ? !sink.concept_ || sink.concept_(std::move(concept_read))
                             : report(sink, ErrorCode::kInput,
                                      "the line has no id and name in its first columns", lines.here());
    if (!go_on) return {};
  }
}

}  // namespace attest
