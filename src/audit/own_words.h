// What of a claim a sentence is about: its own words beyond treatments and title, the clause that tells its
// result, the treatment itself and not another of its kind.
#pragma once

#include <string_view>
#include <vector>

#include "audit/claims.h"
#include "audit/lexicon.h"
#include "evidence/sources.h"

namespace attest::audit {

// The claim's units; when both sides say that something acts, the source's verb counts as said.
std::vector<Unit> with_effects(const std::vector<Unit>& claim, const std::vector<Unit>& held);

// Of a sentence that tells two results ("… was reduced, and no …") the one that the claim is about: a denial
// in the other denies nothing of it.
std::string_view nearest_clause(const PageClaim& claim, std::string_view lower, const Lexicon& lexicon);

// Share of what the claim says beyond its treatments and what the title says already. What neither of the two
// tells cannot be denied by a sentence about something else.
double own_words_shared(const PageClaim& claim, const std::vector<Unit>& held,
                        const std::vector<Unit>& title);

// "In none of them": a figure, which a sentence with a figure holds or does not hold.
bool says_zero(std::string_view said);

// "As frequent with A as with B": alike. Lower case.
bool says_as_much(std::string_view said);

// "Improved in both groups": of each group by itself, and not of one against the other. Lower case.
bool is_within_groups(std::string_view lower);
// The claim compares several, and the sentence names some of them and not all.
bool leaves_out_a_side(const PageClaim& claim, std::string_view sentence, const Lexicon& lexicon);

// Says what came of something, or what is so, beyond how much of it is given.
bool states_result(const PageClaim& claim);

// Figures of one sentence, with spans in it.
std::vector<StatedFigure> figures_in_sentence(const Finding& finding, std::string_view words);

// It has words enough that are its own to share some with what it cites.
bool tells_enough(const PageClaim& claim);
// One sentence has several figures of the claim, whatever words it has.
bool holds_figures_together(const PageClaim& claim, const std::vector<const AnswerSource*>& sources);

bool shares_intervention(const PageClaim& claim, const Finding& finding, const Lexicon& lexicon);

// The sentence names the kind of a treatment that the claim names ("opioids") and another one of that kind.
bool names_only_its_kind(const PageClaim& claim, const Finding& finding, const Lexicon& lexicon);

}  // namespace attest::audit
