// The parts of the JATS reader; jats_parser.cpp calls them in this order for each article.
#pragma once

#include <pugixml.hpp>

#include "document/document.h"

namespace attest::jats {

// <front>: identifiers, titles, contributors, journal, dates, licence, keywords, funding, related articles.
void read_front(pugi::xml_node article, BibliographicRecord& record);
// Publication types from article-type and the headings of the journal; called by read_front().
void read_types(pugi::xml_node article, pugi::xml_node meta, BibliographicRecord& record);
// <related-article>: corrections, retractions, comments; called by read_front().
void read_related(pugi::xml_node article, BibliographicRecord& record);
// <abstract>, <trans-abstract>.
void read_abstracts(pugi::xml_node article, TextBuilder& text);
// <body>, <floats-group> and what of <back> is not references. True when there is full text.
bool read_body(pugi::xml_node article, BibliographicRecord& record, TextBuilder& text);
// Every <ref-list>.
void read_references(pugi::xml_node article, Document& document, TextBuilder& text);
// Trial registry numbers, where the article states its own: abstract, links and custom fields of its front
// matter, sections about registration, paragraphs of the methods that speak of registration.
void read_registrations(pugi::xml_node article, BibliographicRecord& record);

}  // namespace attest::jats
