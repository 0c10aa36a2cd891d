// Open addressing with linear probing (Knuth, The Art of Computer Programming, volume 3, section 6.4). A slot
// holds a part of the hash beside the place of the name: what differs there is told apart without the name.
#include "findings/names/name_numbers.h"

#include <functional>
#include <utility>

namespace attest {
namespace {

constexpr size_t kSlotsAtFirst = 16;

uint32_t tag_of(uint64_t hash) { return static_cast<uint32_t>(hash >> 32); }

}  // namespace

uint64_t NameNumbers::hash_of(std::string_view name) { return std::hash<std::string_view>{}(name); }

size_t NameNumbers::slot_of(std::string_view name, uint64_t hash) const {
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  while (slots_[at].place != 0) {
    if (slots_[at].tag == tag_of(hash) && names_[slots_[at].place - 1].name == name) break;
    at = (at + 1) & mask;
  }
  return at;
}

std::optional<uint32_t> NameNumbers::find(std::string_view name, uint64_t hash) const {
  if (names_.empty()) return std::nullopt;
  const uint32_t place = slots_[slot_of(name, hash)].place;
  return place == 0 ? std::nullopt : std::optional(names_[place - 1].number);
}

bool NameNumbers::try_emplace(std::string_view name, uint32_t number) {
  make_room();
  const uint64_t hash = hash_of(name);
  Slot& slot = slots_[slot_of(name, hash)];
  if (slot.place != 0) return false;
  names_.push_back({std::string(name), number});
  slot = {tag_of(hash), static_cast<uint32_t>(names_.size())};
  return true;
}

void NameNumbers::put(std::string_view name, uint32_t number) {
  if (!try_emplace(name, number)) names_[slots_[slot_of(name, hash_of(name))].place - 1].number = number;
}

void NameNumbers::make_room() {
  if (slots_.empty()) slots_.resize(kSlotsAtFirst);
  if ((names_.size() + 1) * 2 <= slots_.size()) return;
  slots_.assign(slots_.size() * 2, {});
  const size_t mask = slots_.size() - 1;
  for (size_t place = 0; place < names_.size(); ++place) {
    const uint64_t hash = hash_of(names_[place].name);
    size_t at = hash & mask;
    while (slots_[at].place != 0) at = (at + 1) & mask;
    slots_[at] = {tag_of(hash), static_cast<uint32_t>(place + 1)};
  }
}

}  // namespace attest
