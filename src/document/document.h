// document: what one source is, whatever file it came from. Takes nothing but text and spans; gives
// Document, BibliographicRecord and the builder that lays a document's text out. May include base, text.
//
// The text of a document is one UTF-8 buffer, stored once and never changed:
//
//     TITLE "\n\n" ( [HEADING "\n"] BODY "\n\n" )*
//
// Where a source has its headings in its running text they stay there, and " " stands for both gaps.
//
// Everything later (sentence, finding, citation) is a ByteSpan of that buffer.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"

namespace attest {

// What part of the source a section is.
enum class SectionKind : uint8_t {
  kTitle,
  kAbstract,       // an abstract, or one labelled part of it
  kBody,           // full text
  kTable,          // table rows as text, one row a line, cells separated by " | "; the heading is the caption
  kFigure,         // a figure's caption
  kReferences,     // the reference list: shown, never searched for answers
  kOtherAbstract,  // translated or plain-language abstract
  kQuestion,       // the question of a question-answer pair
  kSupplement,     // statements (conflicts of interest, funding, data availability)
};

// Name of a kind as it stands in JSON: "title", "abstract", "other abstract", …; and back.
const char* section_kind_name(SectionKind kind);
std::optional<SectionKind> section_kind_from_name(std::string_view name);

struct Section {
  SectionKind kind = SectionKind::kBody;
  ByteSpan heading;  // empty when there is none; otherwise ends before `body` starts
  ByteSpan body;
  std::string category;  // NlmCategory of a labelled abstract or sec-type of JATS, lower case: "results"
  uint32_t page = 0;     // first page in a PDF, 1-based; 0 when unknown
  uint8_t level = 1;     // depth of the heading in full text
};

// How much of the source we hold. Shown beside every citation.
enum class Depth : uint8_t {
  kTitle,
  kAbstract,
  kSummary,
  kFullText,
  kRegistration,
  kPatientPage,
  kGuideline
};

// Name of a depth as it stands in JSON: "title", "abstract", "summary", "full text", …
const char* depth_name(Depth depth);

struct Author {
  std::string family;
  std::string given;       // given names or initials, as the source has them
  std::string collective;  // a group's name; then family and given are empty
  std::string orcid;
  std::vector<std::string> affiliations;
};

// A date as far as it is stated; 0 means not stated.
struct PartialDate {
  uint16_t year = 0;
  uint8_t month = 0;
  uint8_t day = 0;
  std::string as_stated;  // "1998 Dec-1999 Jan": kept when it says more than the numbers

  bool operator==(const PartialDate&) const = default;
};

struct PublicationType {
  std::string name;  // "Randomized Controlled Trial"
  std::string ui;    // "D016449", empty when the source has none
};

struct MeshQualifier {
  std::string name;
  std::string ui;
  bool major = false;
};

struct MeshHeading {
  std::string descriptor;
  std::string ui;
  bool major = false;
  std::vector<MeshQualifier> qualifiers;
};

struct Chemical {
  std::string name;
  std::string ui;
  std::string registry_number;
};

struct DataBank {
  std::string name;                     // "ClinicalTrials.gov"
  std::vector<std::string> accessions;  // "NCT00000001"
};

// A link that the source states to another publication.
struct RelatedPublication {
  std::string
      kind;  // RefType of the PubMed DTD: "RetractionIn", "ErratumFor", "UpdateOf", "CommentIn", "Cites"…
  std::string pmid;
  std::string doi;
  std::string citation;  // as stated
  std::string note;
};

struct Identifier {
  std::string scheme;  // "pii", "mid", "isbn", "nct", "openalex", "url"…
  std::string value;
};

struct Journal {
  std::string title;
  std::string abbreviation;
  std::string issn;
  std::string nlm_id;
  std::string volume;
  std::string issue;
  std::string pages;
  std::string publisher;
};

// A reference of a full text's list.
struct ListedReference {
  std::string label;  // id or number in the source: "B12"
  std::string pmid;
  std::string doi;
  std::string citation;
};

struct BibliographicRecord {
  std::string pmid;
  std::string pmcid;  // with its prefix: "PMC3910270"
  std::string doi;    // lower case, without resolver
  std::vector<Identifier> identifiers;
  uint32_t version = 0;  // of the PubMed record; 0 when the format has none
  std::string type;      // CSL type: "article-journal", "book", "chapter", "report", "webpage", "document"…
  std::string source;  // where the record came from: "PubMed", "ClinicalTrials.gov", "MedlinePlus", a site…
  std::string title;
  std::string vernacular_title;
  std::vector<Author> authors;
  std::vector<Author> editors;
  Journal journal;
  PartialDate published;
  PartialDate electronic;
  PartialDate revised;
  std::string languages;  // ISO 639-2 codes, comma separated
  std::vector<PublicationType> publication_types;
  std::vector<MeshHeading> mesh;
  std::vector<std::string> keywords;
  std::vector<Chemical> chemicals;
  std::vector<DataBank> data_banks;
  std::vector<std::string> grants;
  std::string conflict_of_interest;
  std::string licence;
  std::string country;
  std::string url;
  std::string note;
  std::vector<RelatedPublication> related;
  std::vector<ListedReference> references;
  // Statements that a curated record makes about itself (CSL `custom`): "design", "n", "tier", "society",
  // "superseded_by", "same_study_as"… Values as text.
  std::vector<Identifier> statements;

  // First value of a statement, or "".
  std::string_view statement(std::string_view name) const;
};

struct Document {
  // Unique in a collection: "pmid:123", else "pmcid:PMC1", "doi:10.1/x", or the id that the file gives,
  // unchanged (JSON Lines); files without any identifier get "file:<content hash>".
  std::string id;
  BibliographicRecord record;
  std::string text;
  std::vector<Section> sections;  // in the order of the text; the first is the title when there is one
  Depth depth = Depth::kAbstract;
};

// Lays out a document's text as the grammar above says. Cleans what it is given: invalid UTF-8 becomes
// U+FFFD, NUL and control characters become spaces, bidirectional controls and zero-width characters are
// dropped, runs of spaces and newlines inside a paragraph become one space, texts over the limits are cut at
// a character border and the cut is reported by `truncated()`.
class TextBuilder {
 public:
  // May be called at any time; the last title stands. An empty one leaves the document without a title.
  void set_title(std::string_view title);
  // Appends a section; an empty body is skipped. The category is lowered. Paragraphs of `body` are separated
  // by "\n".
  void add_section(SectionKind kind, std::string_view heading, std::string_view body,
                   std::string_view category = {}, uint32_t page = 0, uint8_t level = 1);
  // The body of the last section as it was cleaned; valid until something is added.
  std::string_view last_body() const;
  // Makes sections of it: at each of `headings`, spans of last_body() in their order, one starts. The text
  // stays as it is; of what stands before the first a section without a heading is made.
  void divide_last_section(std::span<const ByteSpan> headings);
  bool truncated() const { return truncated_; }
  // Moves text and sections into `document`.
  void finish(Document& document) &&;

 private:
  ByteSpan append(std::string_view piece);

  std::string text_;
  std::vector<Section> sections_;
  bool truncated_ = false;
};

// The text cleaned as TextBuilder does it; `keep_newlines` keeps "\n" as paragraph breaks.
std::string clean_text(std::string_view raw, bool keep_newlines);

}  // namespace attest
