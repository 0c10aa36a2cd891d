// Private to quantities: what the patterns of proportions share.
#pragma once

#include <optional>

#include "quantities/reader.h"

namespace attest::quantities {

// A whole number, in digits or words, that is no fraction.
bool whole(const Reader& reader, size_t at);

// Passes over the words of a noun phrase up to a counted noun; `at` itself when there is none.
size_t skip_noun(const Reader& reader, size_t at);

bool is_unit(const Reader& reader, size_t at);

struct Percent {
  double value = 0;
  size_t end = 0;
};

// "(80%)", ", 80%", "= 80%", "[80 %]", "(80%, 95% CI 70-88)" with the interval left to the caller; `open`
// says whether it stands in brackets.
std::optional<Percent> percent_after(const Reader& reader, size_t at, bool& open);

// Adds "(80%)" and an interval after or inside the brackets; returns the lexeme after what was used.
size_t add_percent(const Reader& reader, size_t at, Quantity& quantity);

// "half", "two thirds of 60 patients". fractions.cpp
Found fraction_words_at(const Reader& reader, size_t at);

}  // namespace attest::quantities
