#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace attest {

// Registry numbers of a document: under which its study is registered, and those of other studies.
struct Registrations {
  std::vector<std::string> own;     // under which the reported study itself is registered
  std::vector<std::string> others;  // of studies that the text names
};

// Registry numbers (text/registry_numbers.h) of a record's data banks and of `text`, sorted, without repeats.
// A number of the text is the study's own only where the text says so, unless a field of the record has it.
Registrations find_registrations(const BibliographicRecord& record, std::string_view text);
// The same of a registry's entry: other entries that its text tells of are other studies.
Registrations find_registrations_of_entry(const BibliographicRecord& record, std::string_view text);
// The same of a text on studies of others, as reviews are: only its own registration in PROSPERO is its own.
Registrations find_registrations_of_review(const BibliographicRecord& record, std::string_view text);

// The registry of one number, or "".
std::string_view registry_of(std::string_view number);

// Several studies are analysed as one: their results are no report of one of them.
bool pools_studies(std::string_view title, std::string_view text);

}  // namespace attest
