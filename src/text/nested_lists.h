// Lists within an item of a list whose lines were joined: "Antithyroid drugs - Carbimazole - Adult: 30 mg
// daily - Child: … - Propylthiouracil - Adult: …".
#pragma once

#include <string_view>
#include <vector>

#include "base/byte_span.h"

namespace attest {

// The mark before an item of a list ("•", "・", "▪"); not "-", which stands for more.
bool is_list_mark(char32_t character);

// `sentence` of `text` in parts, one for each thing whose labelled items follow it (a drug with its doses for
// adults and for children), so that what is said of each keeps its name; as it is when it is not such a list
// or not too long for one sentence. Linear in the sentence.
std::vector<ByteSpan> split_nested_list(std::string_view text, ByteSpan sentence);

}  // namespace attest
