// The plain text behind LaTeX as bibliographies use it.
#pragma once

#include <string>
#include <string_view>

namespace attest {

// Accents (\"{o}, \'e, \c{c}), special letters (\ss, \o, \alpha) and escapes (\&, --, ~) as Unicode in NFC
// where a composed letter exists; formatting commands (\emph{…}) give their argument; braces are removed.
// Unknown commands are left out, their arguments kept.
std::string latex_to_text(std::string_view latex);

}  // namespace attest
