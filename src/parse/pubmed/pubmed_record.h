// From the tree of one PubMed citation to a Document.
#pragma once

#include <pugixml.hpp>

#include "base/result.h"
#include "document/document.h"

namespace attest {

struct PubmedDocument {
  Document document;
  TextBuilder text;  // to be finished into the document by the caller
};

// `citation`: <PubmedArticle> or a bare <MedlineCitation>. An Error (without place) says why it cannot be
// used.
Result<PubmedDocument> pubmed_article(pugi::xml_node citation);

// `article`: <PubmedBookArticle> or a bare <BookDocument>.
Result<PubmedDocument> pubmed_book(pugi::xml_node article);

}  // namespace attest
