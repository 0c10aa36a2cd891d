// Where a sentence tells only a part of what a claim says, however alike the words are: it compares nothing,
// it says "better" where the claim says "as good", what goes the claim's way in it is something else.
#pragma once

#include <span>
#include <vector>

#include "verify/claim_text.h"
#include "verify/comparison.h"

namespace attest {

// The claim's only outcome stands in the sentence only in clauses that do not go the claim's way, and what
// does go that way is something else: "blood pressure was unchanged, but heart rate fell" of a claim that the
// pressure fell. `aligned`: for each word of the claim, its word in the sentence.
bool way_of_another(const ReadText& claim, const ReadText& sentence, const std::vector<AlignedWord>& aligned);

// The claim compares two, and none of the sentences compares anything.
bool compares_alone(const ReadText& claim, std::span<const ReadText* const> sentences);

// The claim says that two are equally good, and the sentences only that one is more of it.
bool equals_alone(const ReadText& claim, std::span<const ReadText* const> sentences);

// The sentence says it of one only, and the claim of both or all: "only allogeneic cells prevented tumours".
bool only_of_one(const ReadText& claim, const ReadText& sentence);

// What the claim is about stands in the sentence only where that says what it does not hold for: "in those
// with an implant, but not among those with injections".
bool is_excepted_there(const ReadText& claim, const ReadText& sentence);

// Nothing like the outcome that the claim says went up or down stands in any of the texts that decide.
// `aligned`: for each of them, for each word of the claim, its word there.
bool outcome_unsaid(const ReadText& claim, std::span<const std::vector<AlignedWord>* const> aligned);

}  // namespace attest
