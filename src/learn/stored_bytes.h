// What the files of this folder share on disk: fixed-width little-endian values, and how hard they are
// packed.
#pragma once

#include <array>
#include <cstring>
#include <string>

namespace attest {

constexpr int kStoredModelLevel = 19;  // of Zstandard: written once, read often

template <typename T>
void put_value(std::string& out, T value) {
  std::array<char, sizeof(T)> bytes;
  std::memcpy(bytes.data(), &value, sizeof(T));
  out.append(bytes.data(), bytes.size());
}

}  // namespace attest
