// What a question says to do something: "zorblax" in "does zorblax reduce pain?".
#pragma once

#include <string_view>

namespace attest {

// `words` of the question stand before its verb of effect and behind the word that asks ("does", "can").
bool is_said_to_act(std::string_view question, std::string_view words);

}  // namespace attest
