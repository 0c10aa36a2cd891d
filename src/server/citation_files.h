// References as files that reference managers and manuscripts take: RIS, BibTeX, CSL-JSON, AMA style.
#pragma once

#include <string>
#include <vector>

#include "answer/answer.h"

namespace attest {

// RIS (https://en.wikipedia.org/wiki/RIS_(file_format), tags as reference managers read them); CRLF lines.
std::string references_to_ris(const std::vector<Reference>& references);
// BibTeX, in UTF-8; keys are unique in the file.
std::string references_to_bibtex(const std::vector<Reference>& references);
// A CSL-JSON array (https://docs.citationstyles.org).
std::string references_to_csl_json(const std::vector<Reference>& references);
// A numbered list in the style of the AMA Manual, 11th edition: up to six authors, else three and "et al".
std::string references_to_ama(const std::vector<Reference>& references);

}  // namespace attest
