// One publication, two sources: the PubMed record has MeSH, publication types and links; the full text has
// the text. When both carry the same id, the deeper text stays and the records are joined.
#pragma once

#include "document/document.h"

namespace attest {

// Text depth as far as one source may displace the other: title < summary < abstract < the rest.
int depth_rank(Depth depth);

// Completes `record` from `other`: empty members are filled; links, publication types, identifiers and
// statements are united; MeSH, chemicals and data banks of `other` win, because only the indexed record
// carries them and `other` is the indexed one wherever it has them.
void complete_record(BibliographicRecord& record, const BibliographicRecord& other);

}  // namespace attest
