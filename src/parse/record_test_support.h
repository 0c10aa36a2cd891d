// For the tests of the citation formats: files made on the spot, and a sink that keeps everything.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <zlib.h>
#include <zstd.h>

#include "base/temporary_folder.h"
#include "parse/parser.h"
#include "parse/stream/byte_source.h"

namespace attest::test {

// All that one parse gave.
struct Harvest {
  std::vector<Document> documents;
  std::vector<std::string> deletions;
  std::vector<Error> problems;
  std::vector<ThesaurusConcept> concepts;
  Status status;
  size_t documents_max = SIZE_MAX;  // stop after so many

  DocumentSink sink() {
    DocumentSink sink;
    sink.document = [this](Document&& document) {
      documents.push_back(std::move(document));
      return documents.size() < documents_max;
    };
    sink.deletion = [this](std::string_view id) {
      deletions.emplace_back(id);
      return true;
    };
    sink.problem = [this](Error&& error) {
      problems.push_back(std::move(error));
      return true;
    };
    sink.concept_ = [this](ThesaurusConcept&& entry) {
      concepts.push_back(std::move(entry));
      return true;
    };
    return sink;
  }
};

using StreamParser = Status (*)(ByteSource&, std::string_view, const DocumentSink&);
using BytesParser = Status (*)(std::string_view, std::string_view, const DocumentSink&);

inline Harvest harvest(StreamParser parser, std::string bytes, size_t documents_max = SIZE_MAX) {
  Harvest result;
  result.documents_max = documents_max;
  auto source = ByteSource::from_bytes(std::move(bytes), "test");
  result.status = source ? parser(**source, "test", result.sink()) : tl::unexpected(source.error());
  return result;
}

inline Harvest harvest(BytesParser parser, std::string_view bytes) {
  Harvest result;
  result.status = parser(bytes, "test", result.sink());
  return result;
}

inline Harvest harvest_file(const std::filesystem::path& path) {
  Harvest result;
  result.status = parse_file(path, result.sink());
  return result;
}

inline std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

inline std::string zstd_compressed(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

inline std::string body(const Document& document, size_t section) {
  return section < document.sections.size() ? std::string(document.sections[section].body.of(document.text))
                                            : "";
}
inline std::string heading(const Document& document, size_t section) {
  return section < document.sections.size()
             ? std::string(document.sections[section].heading.of(document.text))
             : "";
}

}  // namespace attest::test
