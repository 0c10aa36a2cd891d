// parse: from files to Documents. Takes paths, gives Documents, deletions and one clear Error for each thing
// that is broken. May include base, text, document. Formats are told by content, never by name.
//
// All parsers stream into a DocumentSink: the largest thing in memory is one record.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace attest {

enum class Format : uint8_t {
  kUnknown,
  kPubmedXml,
  kMedline,
  kRis,
  kBibtex,
  kCslJson,
  kJsonLines,
  kJats,
  kMedlinePlus,
  kMedquad,
  kHtml,
  kMarkdown,
  kPlainText,
  kPdf,
  kDocx,
  kMeshXml,
  kMeshTable,
};
const char* format_name(Format format);  // "PubMed XML"

struct ThesaurusConcept;

// Where a parser delivers. Each callback returns false to stop (interrupted, disk full); the parser then
// returns at once with success.
struct DocumentSink {
  std::function<bool(Document&&)> document;
  // DeleteCitation: the document with this id ("pmid:123") is withdrawn.
  std::function<bool(std::string_view id)> deletion;
  // One record is broken; the parser goes on with the next.
  std::function<bool(Error&&)> problem;
  // A term of a thesaurus file (MeSH): preferred name, its id, tree numbers, entry terms.
  std::function<bool(ThesaurusConcept&&)> concept_;
  // Bytes of the input consumed so far (compressed bytes where compressed); for progress.
  std::function<void(uint64_t bytes)> progress;
};

struct ThesaurusConcept {
  std::string id;  // "D003248"
  std::string name;
  std::vector<std::string> tree_numbers;  // "C23.888.821.150"
  std::vector<std::string> terms;         // entry terms, without the name
  std::string scope_note;
};

// Parses one file (or, for kUnknown content, fails and says what was seen). An Error return is a failure of
// the whole file from that point on; documents delivered before stand.
Status parse_file(const std::filesystem::path& path, const DocumentSink& sink);

// What the first bytes (decompressed, at most limits::kDetectBytes) look like. `name` is only a tie-breaker
// between Markdown and plain text.
Format detect_format(std::string_view head, std::string_view name);

// All regular files under `paths` in a stable order. Follows links to files; a folder reached twice (a loop)
// is walked once; hidden files and folders inside a walked folder are skipped; problems (unreadable, missing)
// go to `problem`.
std::vector<std::filesystem::path> walk_paths(const std::vector<std::filesystem::path>& paths,
                                              const std::function<void(Error&&)>& problem);

}  // namespace attest
