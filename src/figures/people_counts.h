// Private to figures: counts of people, and a total of them held against its parts.
#pragma once

#include <span>
#include <vector>

#include "figures/passage.h"

namespace attest::figures {

// A whole count or sample size of two or more.
bool is_people(const Quantity& quantity);
// Its noun is one for people, not for schools or studies.
bool counts_people(const Quantity& quantity);

// Adds a check where the parts do not make the total, unless the sentence states their sum too. `told`: the
// sentence of the total where it is not that of the parts.
void add_total(const Passage& passage, const Quantity& total, std::span<const Quantity> parts,
               std::vector<FigureCheck>& checks, const Passage* told = nullptr);

// Both sexes against the total of this sentence, or of the one before it.
void check_sexes(const Passage& passage, const Passage* before, std::vector<FigureCheck>& checks);

}  // namespace attest::figures
