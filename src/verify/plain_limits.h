// What a person sees at once and no probability outweighs: figures of two sides, two sides that were
// exchanged, a denial beside the point.
#pragma once

#include <span>
#include <string>

#include "verify/claim_features.h"

namespace attest {

// "A works better than B", "more often with A than with B" beside "80 % with A and 22 % with B": 1 where the
// figures say so, -1 where they say the opposite, 0 where it cannot be told whose they are or whether more is
// better.
int sides_by_figures(const SourceBeside& beside, std::span<const size_t> chosen);

// The claim tells of more or less of something, and the sentence only of what should be done.
bool only_advises(const ReadText& claim, const ReadText& sentence);

// The sentence compares the two that the claim compares, in its very words, and the other way round: "A does
// more than B" beside "B does more than A".
bool sides_exchanged(const SourceBeside& beside, size_t best);

// Both say that two do not differ, or that one is not inferior, and mostly in the same words.
bool both_say_alike(const SourceBeside& beside, size_t best);

// What the claim says is alike, the sentence says went one way, and something else was alike.
bool alike_of_another(const SourceBeside& beside, size_t best);

// Only one of the two has a negation, and it stands in a clause or in brackets beside what the sentence says:
// "when it could not be prevented, A was better than B" does not deny that A was better.
bool denies_beside_the_point(const ReadText& claim, const ReadText& sentence);

// Why the `best` sentence does not contradict the claim, though the words that go up and down or deny make it
// look so; empty where it may.
std::string not_against(const SourceBeside& beside, size_t best);

}  // namespace attest
