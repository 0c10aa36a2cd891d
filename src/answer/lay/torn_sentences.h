// Sentences that do not stand by themselves on a page that was left.
#pragma once

#include <string_view>

namespace attest {

// "There are several types.", "Here are some of them.": what it speaks of stands elsewhere. `lower`: the
// sentence in small letters.
bool lacks_its_subject(std::string_view lower);

// A sentence that speaks of nothing before it: not "They may also help.", "This type of hormone…".
bool stands_by_itself(std::string_view sentence);

// Of what is being studied, which is not yet done.
bool tells_of_research(std::string_view lower);

}  // namespace attest
