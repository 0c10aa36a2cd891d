// Private to appraise: pages of books and for patients, told by how they are laid out.
#pragma once

#include <string_view>

#include "document/document.h"

namespace attest {

// A chapter of a national treatment guideline.
bool is_guideline_chapter(const BibliographicRecord& record, std::string_view text);

// Pages for patients are titled by what patients ask ("How to diagnose asthma?"), and no journal, author or
// number stands on them. Papers whose title is a question ask whether something works, or have these.
bool is_answer_for_patients(const BibliographicRecord& record, std::string_view lower_title);

}  // namespace attest
