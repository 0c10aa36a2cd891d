// Bibliographic statements of web pages and front matter: one name and one value at a time.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace attest {

// "2021-03-05", "2021/3", "March 5, 2021", "5 Mar 2021". as_stated keeps what is not understood.
PartialDate page_date(std::string_view text);
// "Jane Q. Doe", "Doe, Jane Q." → family and given; a name that looks like a body's becomes collective.
Author page_author(std::string_view text);

// Takes one statement into the record where its name is known: Highwire Press citation_*, Dublin Core dc.*
// and dcterms.*, Open Graph, and plain words (title, author, date, url, pmid, doi, language, keywords,
// journal, licence). Earlier statements win over later ones, except that authors and keywords are lists.
// False when the name is not known.
bool take_statement(std::string_view name, std::string_view value, BibliographicRecord& record);

// Takes the front matter of a Markdown file off `page` and into the record. Lists are "[a, b]" or lines "-
// a".
void take_front_matter(std::string_view& page, BibliographicRecord& record);

// "&alpha;" → "α"; the reference itself when it is not known.
std::string character_reference(std::string_view reference);

}  // namespace attest
