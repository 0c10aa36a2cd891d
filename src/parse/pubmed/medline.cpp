// Cuts PubMed's MEDLINE display format into citations and fields. A field is "TAG" padded to four columns,
// "- ", the value; continuation lines are indented by six; an empty line or the next PMID ends a citation.
// Format: https://www.nlm.nih.gov/bsd/mms/medlineelements.html
#include <fmt/format.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/white_space.h"
#include "parse/citations/citation_fields.h"
#include "parse/format_parsers.h"
#include "parse/pubmed/medline_record.h"
#include "parse/stream/line_reader.h"

namespace attest {

namespace {

bool is_tag_character(char c) { return is_upper(c) || is_digit(c); }

// The tag of a field's first line; empty for a continuation.
std::string_view tag_of(std::string_view line) {
  if (line.size() < 5 || line[4] != '-' || !is_tag_character(line[0])) return {};
  const std::string_view tag = trimmed(line.substr(0, 4));
  for (const char c : tag) {
    if (!is_tag_character(c)) return {};
  }
  return tag;
}

// Collects the fields of one citation.
class Citation {
 public:
  bool empty() const { return fields_.empty() && !too_large_; }
  bool has(std::string_view tag) const {
    for (const MedlineField& field : fields_) {
      if (field.tag == tag) return true;
    }
    return false;
  }
  void start(std::string here) { here_ = std::move(here); }
  void add(std::string_view tag, std::string_view value) {
    if (!grow(tag.size() + value.size())) return;
    fields_.push_back({std::string(tag), std::string(value)});
  }
  void continue_last(std::string_view value) {
    if (fields_.empty() || !grow(value.size() + 1)) return;
    std::string& last = fields_.back().value;
    if (!last.empty()) last += ' ';
    last += value;
  }
  // Hands the citation out and starts anew.
  bool finish(const DocumentSink& sink) {
    bool go_on = true;
    if (too_large_) {
      go_on = report(
          sink, ErrorCode::kLimit,
          fmt::format("a citation has more than {} MiB and was left out", limits::kRecordBytesMax >> 20),
          here_);
    } else if (!fields_.empty()) {
      go_on = deliver_medline(fields_, here_, sink);
    }
    fields_.clear();
    bytes_ = 0;
    too_large_ = false;
    return go_on;
  }

 private:
  bool grow(size_t bytes) {
    bytes_ += bytes + sizeof(MedlineField);
    if (bytes_ <= limits::kRecordBytesMax) return true;
    too_large_ = true;
    fields_.clear();
    return false;
  }

  std::vector<MedlineField> fields_;
  std::string here_;
  size_t bytes_ = 0;
  bool too_large_ = false;
};

}  // namespace

Status parse_medline(ByteSource& source, std::string_view place, const DocumentSink& sink) {
  LineReader lines(source, place, limits::kLineBytesMax);
  Citation citation;
  while (true) {
    auto next = lines.next();
    if (!next) {
      // The citation in hand is whole only if it has been closed by an empty line: it is left out.
      return tl::unexpected(std::move(next.error()));
    }
    if (!*next) break;
    const std::string_view line = **next;
    if (trimmed(line).empty()) {
      if (!citation.finish(sink)) return {};
      continue;
    }
    const std::string_view tag = tag_of(line);
    if (tag.empty()) {
      citation.continue_last(trimmed(line));
      continue;
    }
    if (tag == "PMID" && citation.has("PMID") && !citation.finish(sink)) return {};
    if (citation.empty()) citation.start(lines.here());
    citation.add(tag, trimmed(line.substr(5)));
  }
  citation.finish(sink);
  return {};
}

}  // namespace attest
