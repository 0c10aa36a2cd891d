#include "learn/features.h"

#include <algorithm>
#include <string>

#include "base/checksum.h"

namespace attest {

void Features::add(std::string_view name, float value) {
  entries_.push_back({static_cast<uint32_t>(checksum64(name) >> (64 - kFeatureBits)), value});
  sorted_ = false;
}

void Features::add(std::string_view family, std::string_view name, float value) {
  std::string full;
  full.reserve(family.size() + name.size() + 1);
  full.append(family).append(1, '\0').append(name);
  add(full, value);
}

void Features::add_binned(std::string_view name, float value, std::span<const float> borders) {
  for (size_t i = 0; i < borders.size(); ++i) {
    if (value >= borders[i]) add(name, std::to_string(i));
  }
}

std::span<const Feature> Features::entries() {
  if (!sorted_) {
    std::sort(entries_.begin(), entries_.end(), [](const Feature& a, const Feature& b) {
      return a.bucket != b.bucket ? a.bucket < b.bucket : a.value < b.value;
    });
    size_t kept = 0;
    for (size_t i = 0; i < entries_.size(); ++i) {
      if (kept > 0 && entries_[kept - 1].bucket == entries_[i].bucket) {
        entries_[kept - 1].value += entries_[i].value;
      } else {
        entries_[kept++] = entries_[i];
      }
    }
    entries_.resize(kept);
    sorted_ = true;
  }
  return entries_;
}

}  // namespace attest
