// audit: somebody's page or manuscript held against the collection. Takes a page as its author laid it out,
// and perhaps other pages of the same publisher; gives a report: what is wrong, where, and what could not be
// checked. May include base, text, document, parse, appraise, collection, question, search, findings, answer,
// verify, render.
//
// Every remark is about a span of the page, and what speaks against the page is a span of a source: both can
// be opened and checked. What the audit could not decide it says, instead of guessing.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "answer/answer.h"
#include "base/byte_span.h"
#include "base/result.h"
#include "collection/collection.h"
#include "parse/pages/marked_page.h"
#include "question/question.h"

namespace attest {

class HtmlWriter;
struct TerminalStyle;

enum class Severity : uint8_t {
  kSerious,  // a reader may be misled, or the page refutes itself
  kWarning,  // should be mended
  kNote,     // worth knowing; alone it does not make the exit status 1
};
const char* severity_name(Severity severity);

enum class RemarkKind : uint8_t {
  // What the page says, against what it cites or against the collection.
  kContradicted,         // the cited source says otherwise
  kOtherSubject,         // the cited source is about something else
  kNumberNotInSource,    // the cited source is about it, but does not have the number
  kNotInSource,          // the cited source is about it, but does not say this
  kUncitedContradicted,  // nothing is cited, and the collection says otherwise
  kOneStudyAsGeneral,    // the figure of one study, given as if it held in general
  kFigureDiffers,        // the sources of the collection give other figures
  kHarmsLeftOut,         // a treatment is praised and its harms are not mentioned
  kFiguresDisagree,      // a figure does not follow from the figures beside it
  kNoDenominator,        // a rate without how many people, or without how long
  kQuotationNotFound,    // words in quotation marks from a source that is not named or does not hold them
  kUnnamedStudies,       // "studies show", and none is named
  kUncited,              // a figure or a recommendation without a source
  // References.
  kCitedNotListed,
  kListedNotCited,
  kUnnumberedList,  // numbers are cited, and the list has none
  kDuplicateReference,
  kIdentifierMismatch,  // the identifier belongs to another publication
  kWrongDetails,        // year or first author differ from the record
  kRetracted,
  kConcern,
  kSuperseded,
  kCorrected,
  kOwnSource,      // published by the page's own publisher
  kNoPublication,  // names no publication that could be found by anybody
  // The page itself.
  kReviewState,       // statements about its own review that exclude each other
  kOtherPageDiffers,  // the same publisher says something else on another page
};
constexpr size_t kRemarkKinds = static_cast<size_t>(RemarkKind::kOtherPageDiffers) + 1;
// Name in JSON ("cited-not-listed") and heading in a report ("Cited but not listed").
const char* remark_kind_name(RemarkKind kind);
const char* remark_kind_title(RemarkKind kind);

// A place on the page (or on another page that was given, by its number from 1).
struct PagePlace {
  ByteSpan span;
  std::string quote;  // == text[start:end] of that page
  uint32_t page = 0;  // 0: the audited page
};

// A sentence of the collection.
struct SourceEvidence {
  std::string document;
  ByteSpan span;
  std::string quote;
  std::string label;  // "Farid 2009, randomised trial, n = 48"
};

struct Remark {
  RemarkKind kind = RemarkKind::kUncited;
  Severity severity = Severity::kNote;
  std::string message;  // one sentence, in words of our own
  std::vector<PagePlace> places;
  std::vector<SourceEvidence> evidence;
  std::vector<uint32_t> references;  // positions in AuditReport::references, from 1
  double confidence = 1;
};

enum class AuditVerdict : uint8_t { kSupported, kContradicted, kNotEnough, kNotChecked };
const char* audit_verdict_name(AuditVerdict verdict);

struct AuditedClaim {
  PagePlace place;
  std::string about;  // what the sentence leaves to its heading: "First-Line Treatment: Biofeedback Therapy"
  std::string kind;   // finding kind
  std::vector<uint32_t> references;   // positions of the listed works it cites
  std::vector<std::string> cited_as;  // "1", "Rao 2010"
  AuditVerdict verdict = AuditVerdict::kNotChecked;
  bool against_cited = false;  // the verdict rests on a cited source, not on the collection at large
  double confidence = 0;
  std::vector<SourceEvidence>
      evidence;      // what decided; when nothing did, the nearest sentence, if one is near
  std::string note;  // why it could not be checked
};

struct AuditedReference {
  uint32_t number = 0;           // as the page numbers it; 0 when it does not
  bool number_inferred = false;  // taken from its place in the list, or from what it is cited for
  PagePlace place;
  std::string title;        // as far as it can be told
  std::string document;     // id in the collection, "" when it was not found there
  double confidence = 0;    // that the document is the one that is meant
  std::string matched_by;   // "PubMed id", "DOI", "PubMed Central id", "title and year", …
  std::string description;  // "randomised trial, n = 48, abstract only"
  std::string status;       // publication status; "" when not found
  uint32_t times_cited = 0;
};

struct Unchecked {
  std::string what;
  std::string why;
  std::vector<PagePlace> places;
};

struct AuditReport {
  std::string file;
  std::string format;
  std::string title;
  std::string publisher;              // "" when the page does not say
  std::string subject;                // what the page was understood to be about
  std::string text;                   // of the page: all spans are in it
  std::vector<PageBlock> blocks;      // with spans of marks inside the block's own text
  std::vector<ByteSpan> block_spans;  // of each block in `text`
  std::vector<std::string> other_pages;
  std::string snapshot;
  uint64_t collection_documents = 0;
  std::string version;
  size_t citations = 0;         // places in the text that cite something
  std::vector<Remark> remarks;  // the worst first
  std::vector<AuditedClaim> claims;
  std::vector<AuditedReference> references;
  std::vector<Unchecked> unchecked;

  size_t count(Severity severity) const;
  size_t count(AuditVerdict verdict) const;
  // Something must be mended.
  bool has_problems() const { return count(Severity::kSerious) + count(Severity::kWarning) > 0; }
};

struct AuditRequest {
  std::string file;  // name of the page in the report
  MarkedPage page;
  std::string publisher;  // given by the person who asks; "" → read from the page
  std::vector<std::pair<std::string, MarkedPage>> other_pages;  // of the same publisher
};

// A function of the request, the collection's snapshot and the program's version.
Result<AuditReport> audit_page(const AuditRequest& request, std::shared_ptr<const Collection> collection,
                               std::shared_ptr<const Thesaurus> thesaurus);

// docs/schema/audit-1.schema.json
std::string audit_to_json(const AuditReport& report);
std::string render_audit_terminal(const AuditReport& report, const TerminalStyle& style);
// The page itself with every remark at its place: one file, no script, no request to anywhere.
std::string render_audit_html(const AuditReport& report);

// The inside of that page, for a site that builds its own around it (style: report_style.h). `source` gives
// the address of a sentence in its source; when it is empty, nothing leads there.
using SourceAddress = std::function<std::string(const std::string& document, ByteSpan sentence)>;
void write_audit(HtmlWriter& html, const AuditReport& report, const SourceAddress& source);

}  // namespace attest
