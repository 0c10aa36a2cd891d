// What the PDF worker process writes to its standard output, and how it is read back. The worker may be taken
// over by a hostile file, so the reader trusts nothing: every length is checked.
//
//     stream  := frame*
//     frame   := kind (1 byte) length (u32) payload (length bytes)
//     kind    := 'D' document: pages u32, title, author, XMP metadata (strings)
//              | 'B' page begins: number u32 (1-based)
//              | 'P' page: number u32, width f32, height f32, count u32, box*
//              | 'X' the file cannot be read: reason u32 (PdfFailure), message
//              | 'Z' every page has been written
//     box     := x0 f32, y0 f32, x1 f32, y1 f32, font size f32, space after u32, text (string)
//     string  := length u32, bytes
//
// Numbers in the byte order of the machine: both ends run on it. y grows downwards from the top of the page;
// lengths in points. This header includes nothing of Attest, since the worker links Poppler (GPL) and nothing
// of the engine.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace attest::pdf {

enum class Failure : uint32_t { kBroken = 1, kEncrypted = 2, kUnreadable = 3 };

inline constexpr uint32_t kFrameBytesMax = 64u << 20;
inline constexpr uint32_t kBoxesPerPageMax = 100'000;

struct Box {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  float font_size = 0;
  bool space_after = false;
  std::string text;  // UTF-8
};

struct Page {
  uint32_t number = 0;  // 1-based
  float width = 0, height = 0;
  std::vector<Box> boxes;
};

class PayloadWriter {
 public:
  void number(uint32_t value) { append(&value, sizeof value); }
  void real(float value) { append(&value, sizeof value); }
  void string(std::string_view value) {
    number(static_cast<uint32_t>(value.size()));
    bytes_.append(value);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  void append(const void* data, size_t size) { bytes_.append(static_cast<const char*>(data), size); }
  std::string bytes_;
};

// Reads what PayloadWriter wrote; after any overrun `ok()` is false and every value is zero or empty.
class PayloadReader {
 public:
  explicit PayloadReader(std::string_view bytes) : bytes_(bytes) {}
  uint32_t number() { return take<uint32_t>(); }
  float real() {
    const float value = take<float>();
    // Not a number, or outside any page: such a box is of no use, and arithmetic on it is not safe.
    return value > -1e6F && value < 1e6F ? value : 0.0F;
  }
  std::string_view string() {
    const uint32_t size = number();
    if (!ok_ || size > bytes_.size()) {
      ok_ = false;
      return {};
    }
    const std::string_view value = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return value;
  }
  bool ok() const { return ok_; }

 private:
  template <typename Value>
  Value take() {
    Value value{};
    if (!ok_ || bytes_.size() < sizeof value) {
      ok_ = false;
      return value;
    }
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
    return value;
  }
  std::string_view bytes_;
  bool ok_ = true;
};

inline std::string write_page(const Page& page) {
  PayloadWriter out;
  out.number(page.number);
  out.real(page.width);
  out.real(page.height);
  out.number(static_cast<uint32_t>(page.boxes.size()));
  for (const Box& box : page.boxes) {
    for (const float value : {box.x0, box.y0, box.x1, box.y1, box.font_size}) out.real(value);
    out.number(box.space_after ? 1 : 0);
    out.string(box.text);
  }
  return out.bytes();
}

// False when the payload is not a page.
inline bool read_page(std::string_view payload, Page& page) {
  PayloadReader in(payload);
  page.number = in.number();
  page.width = in.real();
  page.height = in.real();
  const uint32_t count = in.number();
  if (!in.ok() || count > kBoxesPerPageMax) return false;
  page.boxes.clear();
  for (uint32_t i = 0; i < count; ++i) {
    Box box;
    box.x0 = in.real();
    box.y0 = in.real();
    box.x1 = in.real();
    box.y1 = in.real();
    box.font_size = in.real();
    box.space_after = in.number() != 0;
    box.text = in.string();
    if (!in.ok()) return false;
    page.boxes.push_back(std::move(box));
  }
  return true;
}

}  // namespace attest::pdf
