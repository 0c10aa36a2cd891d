// How hard the files of this folder are packed.
#pragma once

namespace attest {

inline constexpr int kStoredModelLevel = 19;  // of Zstandard: written once, read often

}  // namespace attest
