// Bytes of a segment: little-endian integers and LEB128 varints (seven bits a byte, lowest first, the top bit
// says that more follow), written to a string and read back with every access checked.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace attest::index {

// Segments are read in place, so that their integers must be the machine's own.
static_assert(std::endian::native == std::endian::little,
              "segments are read in place on little-endian machines");

inline uint32_t load_u32(const char* at) {
  uint32_t value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

inline uint64_t load_u64(const char* at) {
  uint64_t value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

inline void put_u32(std::string& out, uint32_t value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

inline void put_u64(std::string& out, uint64_t value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

inline void put_varint(std::string& out, uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>((value & 0x7f) | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

// Signed to unsigned so that small magnitudes stay small: 0, -1, 1, -2 → 0, 1, 2, 3.
inline uint64_t zigzag(int64_t value) {
  return (static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63);
}
inline int64_t unzigzag(uint64_t value) {
  return static_cast<int64_t>(value >> 1) ^ -static_cast<int64_t>(value & 1);
}

// Reads forward over bytes that nobody has vouched for. The first access beyond the end, or a varint of more
// than ten bytes, makes the reader fail for good: it then gives zeros and ok() is false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  bool ok() const { return ok_; }
  size_t remaining() const { return static_cast<size_t>(end_ - at_); }

  uint8_t u8() {
    if (at_ == end_) return static_cast<uint8_t>(failed());
    return static_cast<uint8_t>(*at_++);
  }
  uint32_t u32() {
    const std::string_view four = bytes(4);
    return four.empty() ? 0 : load_u32(four.data());
  }
  uint64_t u64() {
    const std::string_view eight = bytes(8);
    return eight.empty() ? 0 : load_u64(eight.data());
  }
  uint64_t varint() {
    if (at_ != end_ && static_cast<uint8_t>(*at_) < 0x80) return static_cast<uint8_t>(*at_++);
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 70; shift += 7) {
      if (at_ == end_) return failed();
      const auto byte = static_cast<uint8_t>(*at_++);
      if (shift == 63 && byte > 1) return failed();
      value |= static_cast<uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    return failed();
  }
  // A varint that must not pass `most`.
  uint64_t varint_up_to(uint64_t most) {
    const uint64_t value = varint();
    return value <= most ? value : failed();
  }
  std::string_view bytes(uint64_t count) {
    if (count > remaining()) {
      failed();
      return {};
    }
    const std::string_view view(at_, static_cast<size_t>(count));
    at_ += count;
    return view;
  }

 private:
  uint64_t failed() {
    ok_ = false;
    at_ = end_;
    return 0;
  }

  const char* at_;
  const char* end_;
  bool ok_ = true;
};

}  // namespace attest::index
