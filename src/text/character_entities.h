// "p &lt; 0.05": some sources hold the character references of HTML as text. Stored texts keep them, so that
// a quote stays what its source holds and a collection reads the same whenever it was made; whoever reads is
// shown the characters that they stand for.
#pragma once

#include <string>
#include <string_view>

namespace attest {

// Every reference of HTML that ends in a semicolon; what is none stays as it is. What comes out is not clean:
// a number may stand for a control character.
std::string decode_entities(std::string_view text);

}  // namespace attest
