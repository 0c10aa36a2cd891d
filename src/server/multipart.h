// Uploaded forms: multipart/form-data (RFC 7578 on RFC 2046, 5.1.1), as browsers send them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attest {

struct FormPart {
  std::string name;
  std::string file_name;  // "" for a plain field; without folders
  std::string content_type;
  std::string_view bytes;  // in the body that was given
};

// `content_type` is the request's. At most limits::kMultipartPartsMax parts, with headers of at most
// limits::kMultipartHeaderBytesMax. The views live as long as `body`.
Result<std::vector<FormPart>> parse_multipart(std::string_view content_type, std::string_view body);

// The bytes of the first part of this name; empty when there is none.
std::string_view part_bytes(const std::vector<FormPart>& parts, std::string_view name);

}  // namespace attest
