// Opens a file, looks at its first decompressed bytes, and gives the stream to the parser of that format.
// The bytes looked at are replayed, so that a file is read once.
#include "parse/parser.h"

#include <algorithm>
#include <cstring>

#include "base/limits.h"
#include "parse/detect.h"
#include "parse/format_parsers.h"
#include "parse/stream/byte_source.h"

namespace attest {

namespace {

// Gives `head` first, then the rest of `source`, and reports progress as it goes.
class ReplayingSource final : public ByteSource {
 public:
  ReplayingSource(std::string head, ByteSource& source, const DocumentSink& sink)
      : head_(std::move(head)), source_(source), sink_(sink) {}

  Result<size_t> read(std::span<char> buffer) override {
    if (head_position_ < head_.size()) {
      const size_t count = std::min(buffer.size(), head_.size() - head_position_);
      std::memcpy(buffer.data(), head_.data() + head_position_, count);
      head_position_ += count;
      return count;
    }
    std::string().swap(head_);
    head_position_ = 0;
    auto count = source_.read(buffer);
    if (sink_.progress) sink_.progress(source_.position());
    return count;
  }
  uint64_t position() const override { return source_.position(); }
  uint64_t size() const override { return source_.size(); }

 private:
  std::string head_;
  size_t head_position_ = 0;
  ByteSource& source_;
  const DocumentSink& sink_;
};

Result<std::string> read_head(ByteSource& source) {
  std::string head(limits::kDetectBytes, '\0');
  size_t filled = 0;
  while (filled < head.size()) {
    auto count = source.read(std::span<char>(head).subspan(filled));
    if (!count) {
      if (filled == 0) return tl::unexpected(std::move(count.error()));
      break;  // the error comes again when the parser reads on
    }
    if (*count == 0) break;
    filled += *count;
  }
  head.resize(filled);
  return head;
}

Status parse_whole(Format format, ByteSource& source, std::string_view place, const DocumentSink& sink) {
  ATTEST_ASSIGN(const std::string bytes, read_whole(source, place));
  switch (format) {
    case Format::kRis: return parse_ris(bytes, place, sink);
    case Format::kBibtex: return parse_bibtex(bytes, place, sink);
    case Format::kCslJson: return parse_csl_json(bytes, place, sink);
    case Format::kHtml: return parse_html(bytes, place, sink);
    case Format::kMarkdown: return parse_markdown(bytes, place, sink);
    case Format::kDocx: return parse_docx(bytes, place, sink);
    default: return parse_plain_text(bytes, place, sink);
  }
}

}  // namespace

const char* format_name(Format format) {
  switch (format) {
    case Format::kUnknown: return "unknown";
    case Format::kPubmedXml: return "PubMed XML";
    case Format::kMedline: return "MEDLINE";
    case Format::kRis: return "RIS";
    case Format::kBibtex: return "BibTeX";
    case Format::kCslJson: return "CSL-JSON";
    case Format::kJsonLines: return "JSON Lines";
    case Format::kJats: return "JATS";
    case Format::kMedlinePlus: return "MedlinePlus XML";
    case Format::kMedquad: return "MedQuAD XML";
    case Format::kHtml: return "HTML";
    case Format::kMarkdown: return "Markdown";
    case Format::kPlainText: return "plain text";
    case Format::kPdf: return "PDF";
    case Format::kDocx: return "DOCX";
    case Format::kMeshXml: return "MeSH XML";
    case Format::kMeshTable: return "MeSH table";
  }
  return "unknown";
}

Status parse_file(const std::filesystem::path& path, const DocumentSink& sink) {
  ATTEST_ASSIGN(const auto file, ByteSource::open(path));
  ATTEST_ASSIGN(std::string head, read_head(*file));
  const std::string place = path.string();
  const Format format = detect_format(head, path.filename().string());
  const std::string description = format == Format::kUnknown ? describe_content(head) : std::string();
  ReplayingSource source(std::move(head), *file, sink);
  switch (format) {
    case Format::kPubmedXml: return parse_pubmed_xml(source, place, sink);
    case Format::kMedline: return parse_medline(source, place, sink);
    case Format::kJsonLines: return parse_json_lines(source, place, sink);
    case Format::kJats: return parse_jats(source, place, sink);
    case Format::kMedlinePlus: return parse_medlineplus(source, place, sink);
    case Format::kMedquad: return parse_medquad(source, place, sink);
    case Format::kMeshXml: return parse_mesh_xml(source, place, sink);
    case Format::kMeshTable: return parse_mesh_table(source, place, sink);
    case Format::kPdf: return parse_pdf(path, sink);
    case Format::kUnknown:
      return fail(ErrorCode::kInput, "this is " + description + ", which is not a format that Attest reads",
                  place, "the formats are listed in docs/format/inputs.md");
    default: return parse_whole(format, source, place, sink);
  }
}

}  // namespace attest
