// Identifiers as people write them, in the bare form that records hold.
#pragma once

#include <string>
#include <string_view>

namespace attest {

// "https://doi.org/10.1/X", "doi:10.1/X" → "10.1/x"; "" when there is no DOI.
std::string bare_doi(std::string_view text);
// Digits only, or "".
std::string bare_pmid(std::string_view text);
// "2601017", "PMC2601017", "pmc2601017.1" → "PMC2601017"; "" when there are no digits.
std::string prefixed_pmcid(std::string_view text);

}  // namespace attest
