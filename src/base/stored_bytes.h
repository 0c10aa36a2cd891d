// Bytes of the program's own files: little-endian numbers and LEB128 varints (seven bits a byte, lowest
// first, the top bit says that more follow), written to a string and read back with every access checked.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace attest {

// Files are read in place, so that their numbers must be the machine's own.
static_assert(std::endian::native == std::endian::little,
              "files are read in place on little-endian machines");

template <typename T>
T load_number(const char* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}
inline uint32_t load_u32(const char* at) { return load_number<uint32_t>(at); }
inline uint64_t load_u64(const char* at) { return load_number<uint64_t>(at); }

template <typename T>
void put_number(std::string& out, T value) {
  char bytes[sizeof(T)];
  std::memcpy(bytes, &value, sizeof(T));
  out.append(bytes, sizeof(T));
}
inline void put_u32(std::string& out, uint32_t value) { put_number(out, value); }
inline void put_u64(std::string& out, uint64_t value) { put_number(out, value); }

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
  // What was read does not make sense: as if it were not there.
  void refuse() { failed(); }
  size_t remaining() const { return static_cast<size_t>(end_ - at_); }

  uint8_t u8() {
    if (at_ == end_) return static_cast<uint8_t>(failed());
    return static_cast<uint8_t>(*at_++);
  }
  template <typename T>
  T number() {
    const std::string_view own = bytes(sizeof(T));
    return own.empty() ? T{} : load_number<T>(own.data());
  }
  uint32_t u32() { return number<uint32_t>(); }
  uint64_t u64() { return number<uint64_t>(); }
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

}  // namespace attest
