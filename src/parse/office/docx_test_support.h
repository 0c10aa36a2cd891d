// For the tests and the fuzz target of DOCX: a Word document made of given parts, through libzip.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <zip.h>

namespace attest::test {

using DocxParts = std::vector<std::pair<std::string, std::string>>;

// The bytes of a ZIP archive with these entries, in order; "" when libzip refuses.
inline std::string make_archive(const DocxParts& parts) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  if (target == nullptr) return {};
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  if (archive == nullptr) {
    zip_source_free(target);
    zip_source_free(target);
    return {};
  }
  for (const auto& [name, content] : parts) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    if (source != nullptr && zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0)
      zip_source_free(source);
  }
  if (zip_close(archive) != 0) zip_discard(archive);
  std::string bytes;
  if (zip_source_open(target) == 0) {
    char buffer[4096];
    for (;;) {
      const zip_int64_t count = zip_source_read(target, buffer, sizeof buffer);
      if (count <= 0) break;
      bytes.append(buffer, static_cast<size_t>(count));
    }
    zip_source_close(target);
  }
  zip_source_free(target);
  return bytes;
}

inline std::string word_document(const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
         "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
         "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>" +
         body + "</w:body></w:document>";
}

inline std::string make_docx(const std::string& body, DocxParts more = {}) {
  DocxParts parts = {{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", word_document(body)}};
  parts.insert(parts.end(), more.begin(), more.end());
  return make_archive(parts);
}

}  // namespace attest::test
