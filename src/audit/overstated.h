// What a statement makes of a sentence that has its words: other people, figures or treatments, a duty, a
// significance, a comparison, that the sentence does not tell.
#pragma once

#include <vector>

#include "audit/claims.h"
#include "audit/lexicon.h"
#include "evidence/sources.h"

namespace attest::audit {

// The sentence (of `source`, one of `cited`) does not carry the claim, whatever words the two share.
bool says_more(const PageClaim& claim, const std::vector<const AnswerSource*>& cited,
               const AnswerSource& source, ByteSpan sentence, const Lexicon& lexicon);

}  // namespace attest::audit
