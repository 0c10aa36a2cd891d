// Parts that articles and books of PubMed XML have in common. Each function takes the element named in its
// comment and adds what it holds to the record or text.
#pragma once

#include <pugixml.hpp>

#include "document/document.h"

namespace attest::pubmed {

// Text of an element, cleaned, on one line.
std::string line_text(pugi::xml_node node);
// <AuthorList> (or <EditorList>) into `people`; authors marked ValidYN="N" were corrected by a later one.
void read_people(pugi::xml_node list, std::vector<Author>& people);
// <PubDate>, <ArticleDate>, <DateRevised>…: Year, Month, Day, Season, MedlineDate.
PartialDate read_date(pugi::xml_node node);
// <Abstract> or <OtherAbstract>; false when it holds no text.
bool read_abstract(pugi::xml_node abstract, SectionKind kind, TextBuilder& text, BibliographicRecord& record);
// <ArticleIdList>.
void read_article_ids(pugi::xml_node list, BibliographicRecord& record);
// <ELocationID>.
void read_location_id(pugi::xml_node node, BibliographicRecord& record);
// <PublicationType>, <Keyword> of a <KeywordList>, <Grant> of a <GrantList>, <Language>.
void read_publication_type(pugi::xml_node node, BibliographicRecord& record);
void read_keywords(pugi::xml_node list, BibliographicRecord& record);
void read_grants(pugi::xml_node list, BibliographicRecord& record);
void read_language(pugi::xml_node node, BibliographicRecord& record);
// <ReferenceList>, which may hold further lists.
void read_references(pugi::xml_node list, BibliographicRecord& record);

}  // namespace attest::pubmed
