// What a sentence makes of its words of advice: "is recommended", "is not recommended", "it is unclear
// whether it can be recommended" hold the same word and say three things. See the head of stance.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace attest {

// kNone: denied without advice against it, doubted, past, or only looked into.
enum class Stance : uint8_t { kNone, kFor, kAgainst };

// Bytes of the sentence.
struct Clause {
  size_t start = 0;
  size_t end = 0;
};

// `lower`: the sentence in small letters.

// The clause that holds the byte `at`.
Clause clause_at(std::string_view lower, size_t at);
// All that say something, in their order.
std::vector<Clause> clauses_of(std::string_view lower);

// How the sentence means the cue of advice between `start` and `end`. `is_line`: the cue names a place among
// treatments ("first-line") and gives no advice by itself.
Stance stance_of_cue(std::string_view lower, size_t start, size_t end, bool is_line);

// The same of a cue of advice against ("should be avoided"): kAgainst or kNone.
Stance stance_of_warning(std::string_view lower, size_t start, size_t end);

}  // namespace attest
