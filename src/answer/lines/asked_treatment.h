// Who asks whether a treatment is recommended is answered by what is said of that treatment.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answer/answer.h"
#include "answer/choice/pertinence.h"
#include "answer/lines/lines.h"
#include "evidence/sources.h"

namespace attest {

// "Should X be used", "is X recommended", "is X indicated".
bool asks_for_advice(const UnderstoodQuestion& question);

// The thing asked about, a member of it, or a combination with it.
bool is_of_asked(const Evidence& evidence, const std::vector<std::string>& asked, const std::string& id);

// The best advice on what is asked about, for or against; none where nobody advises.
std::optional<Statement> advice_on_asked(const Evidence& evidence, const PertinenceReader& reader,
                                         const std::vector<std::string>& asked);

}  // namespace attest
