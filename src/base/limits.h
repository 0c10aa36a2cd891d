// Every limit on untrusted input, in one place (documented for people in docs/limits.md). Passing one is an
// Error with ErrorCode::kLimit that names the limit; nothing is silently cut unless the comment says so.
#pragma once

#include <cstddef>
#include <cstdint>

namespace attest::limits {

// Files and streams.
inline constexpr uint64_t kFileBytesMax = 64ull << 30;             // one input file, as stored
inline constexpr uint64_t kExpandedBytesMax = 64ull << 30;         // one input file, decompressed
inline constexpr uint64_t kExpansionRatioMax = 200;                // decompressed : compressed, checked from
inline constexpr uint64_t kExpansionRatioFromBytes = 64ull << 20;  // this many decompressed bytes on
inline constexpr size_t kStreamBufferBytes = 256u << 10;           // what a streamed file keeps in memory
inline constexpr uint64_t kWholeFileBytesMax = 256ull << 20;  // formats that must be read whole (HTML, PDF…)
inline constexpr size_t kFolderDepthMax = 64;
inline constexpr size_t kDetectBytes = 64u << 10;  // what content detection may look at

// Records and markup.
inline constexpr size_t kRecordBytesMax = 64u << 20;  // one citation or one article
inline constexpr size_t kMarkupDepthMax = 256;        // nesting of XML, HTML or JSON
inline constexpr size_t kElementsPerRecordMax = 2'000'000;
inline constexpr size_t kJsonLineBytesMax = 64u << 20;
inline constexpr size_t kMarkupTagBytesMax = 8u << 20;  // one tag, comment or other indivisible piece of XML
inline constexpr size_t kLineBytesMax = 8u << 20;       // one line of MEDLINE or a MeSH table
inline constexpr size_t kBibtexStringsMax = 100'000;    // @string definitions of a file
inline constexpr size_t kBibtexStringBytesMax = 64u << 10;
inline constexpr size_t kBibtexExpansionMax = 16;  // bytes out of @string names for each byte of the file

// Archives. A part of a Word document is XML; what it expands to is counted, not what the archive states.
inline constexpr size_t kArchiveEntriesMax = 10'000;
inline constexpr size_t kDocxPartBytesMax = 64u << 20;

// Documents.
inline constexpr size_t kTextBytesMax = 64u << 20;
inline constexpr size_t kTitleBytesMax = 64u << 10;
inline constexpr size_t kIdentifierBytesMax = 1024;
inline constexpr size_t kSectionsMax = 100'000;
inline constexpr size_t kAuthorsMax = 20'000;

// The PDF worker process.
inline constexpr size_t kPdfPagesMax = 20'000;
inline constexpr uint64_t kPdfWorkerMemoryBytes = 2ull << 30;
inline constexpr uint32_t kPdfWorkerSeconds = 120;
inline constexpr uint32_t kPdfPageSeconds = 20;

// The index. A longer term is a run of letters that nobody searches for: it is left out of the index.
inline constexpr size_t kIndexTermBytesMax = 512;

// Questions.
inline constexpr size_t kQuestionBytesMax = 8u << 10;
inline constexpr size_t kQuestionTermsMax = 256;
inline constexpr size_t kQuestionConceptsMax = 24;  // the rest of a very long question only ranks
inline constexpr size_t kConceptVariantsMax = 160;  // names of one concept that are searched for
inline constexpr size_t kThesaurusFileBytesMax = 16u << 20;
inline constexpr size_t kThesaurusEntriesMax = 100'000;
inline constexpr size_t kThesaurusNamesMax = 256;  // of one entry, each kind
inline constexpr size_t kThesaurusNameBytesMax = 512;
inline constexpr size_t kSpellingTermsVisitedMax = 2'000'000;  // index terms looked at for one unknown word

// Reading sentences. An abstract has thirty sentences at most; what is longer is read from its start.
inline constexpr size_t kEffectSentencesMax = 2'000;
// Claims that are held beside sources.
inline constexpr size_t kClaimBytesMax = 16u << 10;       // one claim
inline constexpr size_t kClaimWordsMax = 400;             // of a claim or a sentence; the rest is not read
inline constexpr size_t kClaimLineBytesMax = 256u << 10;  // one line of a file of claims
inline constexpr size_t kClaimDocumentsMax = 100;         // that one claim names
inline constexpr size_t kClaimSentencesMax = 400;         // of one document that are held beside a claim

// Stored answers, read back for a replay or a follow-up.
inline constexpr size_t kAnswerBytesMax = 32u << 20;
inline constexpr size_t kAnswerValuesMax = 2'000'000;  // JSON values in it
inline constexpr size_t kAnswerReferencesMax = 10'000;
inline constexpr size_t kAnswerLinesMax = 1'000;  // lines of therapy
inline constexpr size_t kAnswerPartsMax = 4'000;  // lines, sections and other parts with statements

// The web server. Times and numbers that a host sets are server/http_server.h and server/site.h, which take
// their defaults from here.
inline constexpr size_t kHttpTargetBytesMax = 32u << 10;  // an address: path and query, as sent
inline constexpr size_t kHttpHeaderBytesMax = 64u << 10;  // request line and all fields
inline constexpr size_t kHttpParametersMax = 128;
inline constexpr size_t kHttpBodyBytesMax = 1u << 20;        // a form or a JSON request
inline constexpr size_t kHttpUploadBytesMax = 64u << 20;     // a request that uploads files
inline constexpr size_t kHttpBodiesBytesMax = 256u << 20;    // all large bodies that are held at one time
inline constexpr size_t kHttpSmallBodyBytes = 64u << 10;     // bodies up to this size do not count for that
inline constexpr size_t kHttpEventsBytesMax = 1u << 20;      // events that wait for a slow reader
inline constexpr size_t kHttpBytesPerSecondMin = 16u << 10;  // slower bodies and readers run out of time
inline constexpr size_t kHttpRefusedBytesMax = 256u << 10;   // of a refused body that are still read
inline constexpr size_t kHttpWaitingMax = 512;               // requests that wait for a worker
inline constexpr size_t kHttpConnectionsMax = 10'000;        // open at one time
inline constexpr size_t kMultipartPartsMax = 64;
inline constexpr size_t kMultipartHeaderBytesMax = 8u << 10;
inline constexpr size_t kThreadTurnsMax = 12;     // questions of one thread, in its address
inline constexpr size_t kSearchSourcesMax = 200;  // sources that one search reads and an API call gives
inline constexpr size_t kApiClaimsMax = 100;      // of one request; a worker is busy with it
inline constexpr size_t kPagesCachedBytesMax = 64u << 20;  // ready-made responses of one snapshot
inline constexpr size_t kAnswersCachedMax = 256;           // answers of one snapshot
inline constexpr size_t kSearchesCachedMax = 64;           // lists of found sources of one snapshot

}  // namespace attest::limits
