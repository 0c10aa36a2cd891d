#include "server/multipart.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/white_space.h"
#include "document/document.h"
#include "server/address.h"

namespace attest {
namespace {

constexpr size_t kBoundaryBytesMax = 70;  // RFC 2046, 5.1.1
constexpr size_t kFileNameBytesMax = 255;

tl::unexpected<Error> broken_upload(const char* what) {
  return fail(ErrorCode::kInput, what, "the form", "send it from the page itself");
}

bool equal_without_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return to_lower(x) == to_lower(y); });
}

// The value of `name` among "; name=value; name="quoted"" parameters. In quoted values browsers write a quote
// as %22 and line breaks as %0D and %0A; a backslash stands for itself.
std::string parameter(std::string_view field, std::string_view name) {
  size_t at = std::min(field.find(';'), field.size());
  while (at < field.size()) {
    ++at;
    const size_t equals = field.find('=', at);
    if (equals == std::string_view::npos) return {};
    const std::string_view known = trimmed(field.substr(at, equals - at));
    std::string_view value;
    if (equals + 1 < field.size() && field[equals + 1] == '"') {
      const size_t end = std::min(field.find('"', equals + 2), field.size());
      value = field.substr(equals + 2, end - equals - 2);
      at = std::min(field.find(';', end), field.size());
    } else {
      at = std::min(field.find(';', equals), field.size());
      value = trimmed(field.substr(equals + 1, at - equals - 1));
    }
    if (equal_without_case(known, name)) return std::string(value);
  }
  return {};
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// Without folders, of either kind of system.
std::string plain_file_name(std::string name) {
  replace_all(name, "%22", "\"");
  name = clean_text(name.substr(name.find_last_of("/\\") + 1), false);
  if (name.size() > kFileNameBytesMax) name.erase(0, name.size() - kFileNameBytesMax);
  return clean_text(name, false);
}

Status read_header(std::string_view header, FormPart& part) {
  bool disposed = false;
  for (size_t at = 0; at < header.size();) {
    const size_t end = std::min(header.find("\r\n", at), header.size());
    const std::string_view line = header.substr(at, end - at);
    at = end + 2;
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) return broken_upload("a part's header has a line without a colon");
    const std::string_view name = trimmed(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (equal_without_case(name, "content-type")) part.content_type = clean_text(value, false);
    if (!equal_without_case(name, "content-disposition")) continue;
    if (!equal_without_case(trimmed(value.substr(0, value.find(';'))), "form-data"))
      return broken_upload("a part is no field of a form");
    disposed = true;
    part.name = clean_text(parameter(value, "name"), false);
    part.file_name = plain_file_name(parameter(value, "filename"));
  }
  if (!disposed || part.name.empty()) return broken_upload("a part has no name");
  return {};
}

}  // namespace

Result<std::vector<FormPart>> parse_multipart(std::string_view content_type, std::string_view body) {
  if (!equal_without_case(trimmed(content_type.substr(0, content_type.find(';'))), "multipart/form-data"))
    return broken_upload("this is no uploaded form");
  const std::string boundary = parameter(content_type, "boundary");
  if (boundary.empty() || boundary.size() > kBoundaryBytesMax)
    return broken_upload("the form has no boundary");
  const std::string delimiter = "\r\n--" + boundary;

  // The first delimiter may stand at the very start, without the line break before it.
  size_t at = 0;
  if (body.starts_with(std::string_view(delimiter).substr(2))) {
    at = delimiter.size() - 2;
  } else {
    at = body.find(delimiter);
    if (at == std::string_view::npos) return broken_upload("the form's boundary is not in it");
    at += delimiter.size();
  }
  std::vector<FormPart> parts;
  while (!body.substr(at).starts_with("--")) {
    // White space may stand between a delimiter and its line's end.
    at = std::min(body.find_first_not_of(" \t", at), body.size());
    if (!body.substr(at).starts_with("\r\n")) return broken_upload("the form ends early");
    if (parts.size() >= limits::kMultipartPartsMax) {
      return fail(ErrorCode::kLimit,
                  fmt::format("more than {} parts (kMultipartPartsMax)", limits::kMultipartPartsMax),
                  "the form", "send fewer files at a time");
    }
    at += 2;
    const size_t header_end =
        body.substr(0, std::min(body.size(), at + limits::kMultipartHeaderBytesMax)).find("\r\n\r\n", at);
    if (header_end == std::string_view::npos) return broken_upload("a part's header does not end");
    FormPart part;
    ATTEST_TRY(read_header(body.substr(at, header_end - at), part));
    const size_t start = header_end + 4;
    // An empty part ends with the line break that its header ended with.
    const size_t end = body.find(delimiter, start - 2);
    if (end == std::string_view::npos) return broken_upload("the form ends early");
    part.bytes = end < start ? std::string_view() : body.substr(start, end - start);
    parts.push_back(std::move(part));
    at = end + delimiter.size();
  }
  return parts;
}

std::string_view part_bytes(const std::vector<FormPart>& parts, std::string_view name) {
  for (const FormPart& part : parts) {
    if (part.name == name) return part.bytes;
  }
  return {};
}

}  // namespace attest
