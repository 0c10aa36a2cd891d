// A substance of the body may be given or measured: "serum uric acid fell" names no treatment.
#pragma once

#include <string_view>

#include "base/byte_span.h"

namespace attest {

// `lower`: the sentence or title in small letters; `name`: where the substance stands in it.
bool is_measured(std::string_view lower, ByteSpan name);

}  // namespace attest
