// Private to appraise: the readers of StudyFacts. `text` is the first bytes of the document's text, which
// describe the study; `own` is own_statements() of it. Precision before completeness: where it is not certain
// that a fact is the study's own, nothing is said.
#pragma once

#include <string_view>

#include "appraise/appraisal.h"
#include "document/document.h"

namespace attest {

// Groups of a trial that people were assigned to, from the first sentence that names them all.
void find_arms(std::string_view text, Appraisal& appraisal);

// "Open-label" said of the study itself and not of a part of it.
bool names_open_label(std::string_view own);

void find_blinding(std::string_view own, Appraisal& appraisal);
// Centres, kind of place, countries.
void find_settings(const Document& document, std::string_view text, std::string_view own,
                   Appraisal& appraisal);
// "between May 1990 and June 1992": of recruitment or of the study, not of a search for literature.
void find_period(std::string_view text, std::string_view own, Appraisal& appraisal);

// Who paid, and conflicts of interest: sections of that name, sentences that say so, the record's fields.
void find_interests(const Document& document, StudyFacts& facts);

}  // namespace attest
