// Little-endian integers in strings: how the collection's own files and blobs hold numbers.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace attest {

template <typename Integer>
void append_integer(std::string& out, Integer value) {
  for (size_t i = 0; i < sizeof(Integer); ++i) out += static_cast<char>((value >> (8 * i)) & 0xff);
}

// The integer at `offset`; the caller has checked that the bytes are there.
template <typename Integer>
Integer load_integer(std::string_view bytes, size_t offset) {
  Integer value = 0;
  for (size_t i = 0; i < sizeof(Integer); ++i) {
    value |=
        static_cast<Integer>(static_cast<Integer>(static_cast<unsigned char>(bytes[offset + i])) << (8 * i));
  }
  return value;
}

}  // namespace attest
