// What trials are called: "the PROSPER trial", "Carvedilol Or Metoprolol European Trial (COMET)".
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace attest {

// Names in capitals with the word trial or study behind them, or in brackets behind the words that they stand
// for. A number is part of a name: "HOPE" and "HOPE-3" are two.
std::set<std::string> trial_names(std::string_view text);

}  // namespace attest
