// The words of a sentence that limit what it says of a treatment: "for… ", "in…", "unless…", a bracket behind
// a name. All but short_form_of take small letters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attest {

// "for the treatment of hypertension in pregnancy": from the preposition, if one of the next words is one.
std::string phrase_at(std::string_view behind);
// What opens a clause: "in children under five, X is…".
std::string opening_phrase(std::string_view clause);
// "For prophylaxis, A as first-line treatment, and B as second-line treatment": the opening of what stands
// `before` a clause holds for it too, unless one is set against the other.
std::string opening_of_sentence(std::string_view before, std::string_view clause);
// What stands before the byte `at` in its row of a list, whose rows " - " parts.
std::string_view row_of(std::string_view clause, size_t at);
// "Except in pregnancy", "unless…": a phrase that leaves people out.
bool is_exception(std::string_view phrase);
// "Beta-blockers (in those under 60)": what a bracket right behind a name limits it to.
std::string bracket_phrase(std::string_view behind);
// "X should be given unless they are at low risk": the exception stands behind the clause.
std::string exception_behind(std::string_view behind);
// "For UC": letters that stand for a condition. Empty where the phrase has other words in their place.
std::string_view short_form_of(std::string_view phrase);

}  // namespace attest
