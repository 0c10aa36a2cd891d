// Formats whose parser does not exist yet say so. Each definition moves to a file of its own.
#include "parse/format_parsers.h"

namespace attest {

namespace {
tl::unexpected<Error> not_read(std::string_view format, std::string_view place) {
  return fail(ErrorCode::kInput, std::string(format) + " is not read by this version", std::string(place));
}
}  // namespace

Status parse_jats(ByteSource&, std::string_view place, const DocumentSink&) { return not_read("JATS", place); }
Status parse_medlineplus(ByteSource&, std::string_view place, const DocumentSink&) {
  return not_read("MedlinePlus XML", place);
}
Status parse_medquad(ByteSource&, std::string_view place, const DocumentSink&) {
  return not_read("MedQuAD XML", place);
}
Status parse_html(std::string_view, std::string_view place, const DocumentSink&) {
  return not_read("HTML", place);
}
Status parse_markdown(std::string_view, std::string_view place, const DocumentSink&) {
  return not_read("Markdown", place);
}
Status parse_plain_text(std::string_view, std::string_view place, const DocumentSink&) {
  return not_read("plain text", place);
}
Status parse_pdf(const std::filesystem::path& path, const DocumentSink&) {
  return not_read("PDF", path.string());
}

}  // namespace attest
