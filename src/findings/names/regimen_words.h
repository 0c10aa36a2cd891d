// What the words between, before and behind names tell of what is given together. All texts in small letters;
// `before` and `behind` the names go to the ends of the sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest {

// How one name goes on to the next: not at all, "plus", a list, "or".
enum class Joining : uint8_t { kApart, kFirmly, kListed, kChoice };

// `before_gap`: all that stands before the gap.
Joining joining_of(std::string_view before, std::string_view before_gap, std::string_view gap);

// A word or a mark, without the full stops of an abbreviation.
struct Piece {
  std::string_view word;
  std::string plain;
  size_t start = 0;
};
// "Pantoprazole," is two of them.
std::vector<Piece> pieces_of(std::string_view text);

// Where the words begin that introduce a regimen at the end of `before`, "triple therapy with"; its size
// where none do.
size_t introduction(std::string_view before);

// How many things the word of number in an introduction promises; 0 where there is none.
size_t promised(std::string_view words);

// "-based triple therapy", "in combination", "(triple therapy)": how many bytes of `behind` that takes, 0
// where nothing of the kind stands there.
size_t conclusion(std::string_view behind);

// "ABVD (": where the short form begins that the names from `first` to `last` spell out; the size of `before`
// where there is none.
size_t short_form(std::string_view before, std::string_view behind, const std::vector<Mention>& named,
                  size_t first, size_t last);

// "The lansoprazole and amoxicillin group" is one group; "patients taking A, B and C" took all of them,
// unless groups are compared.
bool are_of_one_group(std::string_view lower, std::string_view before, std::string_view names,
                      std::string_view behind);

// "Melphalan and prednisone remain an effective treatment", "carboplatin and paclitaxel was better".
bool is_one_subject(std::string_view before, std::string_view names, std::string_view behind);

}  // namespace attest
