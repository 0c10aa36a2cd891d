// Which things that a sentence names were given together as one regimen, so that its result is of all of them
// and of none alone: "quadruple therapy with pantoprazole, bismuth, tetracycline and metronidazole",
// "lenalidomide plus dexamethasone", "ABVD (doxorubicin, bleomycin…)". Advice is read more strictly
// (findings/names/combinations.h): there one of several may be what is recommended.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest {

// `named` in the order of the sentence, spans local to `lower`. Each regimen stands in the place of its parts
// and spans the words that introduce it, too. A part that is only one of a regimen's ("bismuth-based
// quadruple therapy") is named as that regimen.
std::vector<Mention> join_regimens(std::string_view lower, const std::vector<Mention>& named);

// `title` in small letters, `named` in it: the one regimen that the study is of. Its name is empty where
// there is none, or another treatment beside it.
Mention regimen_of_title(std::string_view title, const std::vector<Mention>& named);

// Words beside the names from `first` to `last`, or the short form that they spell out, say that all of them
// were given together.
bool is_said_together(std::string_view lower, const std::vector<Mention>& named, size_t first, size_t last);

// Where the short form stands that spells them out, "| ABVD (": npos where none does.
size_t start_of_short_form(std::string_view lower, const std::vector<Mention>& named, size_t first,
                           size_t last);

}  // namespace attest
