// Sentences that say the same in nearly the same words: the abstract of a review and of its next edition, a
// page that repeats itself. An answer tells them once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attest {

// What a sentence says, word by word in small letters, without "we conclude that", articles and marks.
std::vector<std::string> telling_words(std::string_view sentence);

// One has all words of the other in their order, and few more: none of them a number, a denial, or a word of
// direction, time or people ("not", "lower", "after", "children").
bool says_the_same(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace attest
