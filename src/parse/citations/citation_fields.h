// The small pieces that every citation format shares: identifiers, dates and names brought into one form,
// and the last steps from a record to a Document.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "document/document.h"
#include "parse/parser.h"
#include "parse/stream/markup_tree.h"

namespace attest {

bool equal_ignoring_case(std::string_view a, std::string_view b);

// The digits of a PubMed id ("PMID: 123", "123"), or "" when it is none.
std::string normal_pmid(std::string_view text);
// "PMC3910270" out of "pmc-id: PMC3910270;", "3910270" or an address; "" when there is none.
std::string normal_pmcid(std::string_view text);
// A DOI in lower case without resolver or "doi:"; "" when there is none. Finds the first in running text.
std::string normal_doi(std::string_view text);
// "0000-0002-1825-0097" out of any spelling; "" when it is none.
std::string normal_orcid(std::string_view text);

// An address that a page may link to: http, https, ftp, or without a scheme ("www.example.org"); "" for any
// other, "javascript:…" say.
std::string web_address(std::string_view text);

// 1–12 out of "3", "03", "Mar", "March"; 0 otherwise.
uint8_t month_number(std::string_view text);
// A date as people write them in citations: "2009", "2009 Dec 16", "2009/12/16", "2009-12-16", "16 Dec 2009",
// "1998 Dec-1999 Jan", "2007 Fall". What the three numbers do not say is kept in as_stated.
PartialDate parse_date(std::string_view text);

// "Last, First Middle" (or "Last F" with `initials_last`) as an Author; a name without comma is taken as one
// family name.
Author author_from_inverted_name(std::string_view name);

// The ISO 639-2 code of a language given as code or English name ("en", "English" → "eng"); unknown ones
// stay.
std::string language_code(std::string_view language);

// "pmid:…", "pmcid:…", "doi:…" by what the record has, else `fallback`, else "file:" and the hash of `raw`.
std::string document_id(const BibliographicRecord& record, std::string_view fallback, std::string_view raw);

// Adds an identifier unless it is empty or there already.
void add_identifier(BibliographicRecord& record, std::string_view scheme, std::string_view value);

// Hands out a finished document; a text that had to be cut is reported. False means stop.
bool deliver(Document&& document, TextBuilder&& builder, std::string_view place, const DocumentSink& sink);
// Reports a problem with one record; false means stop.
bool report(const DocumentSink& sink, ErrorCode code, std::string message, std::string place,
            std::string remedy = {});

}  // namespace attest
