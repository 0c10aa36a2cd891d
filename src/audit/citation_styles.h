// How the places that find_citations() sees in the text become citations: a style that is doubtful by itself
// counts where the page as a whole shows that it is used.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/citations.h"

namespace attest::audit {

// The word that ends just before `at`, lower case.
std::string word_before(std::string_view text, size_t at);
// "… (2011) showed": what follows a name and a year says what somebody found.
bool tells_of_a_work(std::string_view after);

// Takes out numbers in parentheses and at ends of lines, unless the page cites by them. `text`: the page's.
void drop_unlikely_styles(std::vector<InTextCitation>& found, const ReferenceList& list,
                          std::string_view text);
// Adds those of `doubtful`, one name and a year each, on a page that cites by names and years.
void keep_likely_names(std::vector<InTextCitation>& found, std::vector<InTextCitation>& doubtful,
                       const ReferenceList& list);
// A link around "[3]" and the brackets themselves are one citation. `found` is in the order of the text.
std::vector<InTextCitation> merged(std::vector<InTextCitation> found);

}  // namespace attest::audit
