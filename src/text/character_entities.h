// "p &lt; 0.05": some sources hold the entities of HTML as text. Stored texts keep them, so that spans stay
// true; whoever reads is shown the characters that they stand for.
#pragma once

#include <string>
#include <string_view>

namespace attest {

// Named entities that scientific texts have, and numbered ones; what is none stays as it is. What comes out
// is not clean: a number may stand for a control character.
std::string decode_entities(std::string_view text);

}  // namespace attest
