// Whether two figures of a sentence measure the same, of other arms or at other times.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "findings/finding.h"

namespace attest {

// The words of `between`, which begins at `from` in the sentence: nothing but arms, groups, times or a
// comparison parts two figures ("5.2 in X and 6.1 in Y").
bool only_links(std::string_view between, std::span<const Mention> named, size_t from);

// The same where the second figure is an estimate or a p-value, whose name may stand before it ("20% in Y
// (hazard ratio 0.58").
bool only_links_to_estimate(std::string_view between, std::span<const Mention> named, size_t from);

// How many bytes of `between` are links to the figure before it: up to the first word that is none.
size_t links_end(std::string_view between, std::span<const Mention> named, size_t from);

}  // namespace attest
