#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace attest {

// Trial registration numbers of a record's data banks and of its text, sorted, without repeats:
// NCT + 8 digits (ClinicalTrials.gov), ISRCTN + 8 digits, ACTRN + 14 digits, EudraCT yyyy-nnnnnn-nn, PROSPERO
// CRD.
std::vector<std::string> find_registrations(const BibliographicRecord& record, std::string_view text);

}  // namespace attest
