// Where a word of running text begins and ends, with the hyphens and apostrophes in it ("beta-blocker's").
#pragma once

#include <cstddef>
#include <string_view>

namespace attest {

// Behind the word that begins at `start`; `start` itself where none does.
size_t word_end(std::string_view text, size_t start);

// The word that ends before `end`, blanks between them passed over; empty where none does.
std::string_view word_ending(std::string_view text, size_t end);

}  // namespace attest
