// What is done against a disease, in everyday words.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace attest {

// The everyday words for treatments that a sentence has: "surgery", "creams". `lower`: in small letters.
std::set<std::string> named_in_plain_words(std::string_view lower);

// How much it tells of treatment, as telling() of page_telling.h; `named`: how many treatments it names.
double telling_treatment(std::string_view lower, size_t named);

}  // namespace attest
