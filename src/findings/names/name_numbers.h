// Names and the numbers that they stand for, to be asked for every word of every text that is read. Nearly
// all that is asked for is no name: that is told by one look into a small table, and no name is read for it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attest {

class NameNumbers {
 public:
  // Of a name, the same in all tables: who asks several of them makes it once.
  static uint64_t hash_of(std::string_view name);

  std::optional<uint32_t> find(std::string_view name, uint64_t hash) const;
  std::optional<uint32_t> find(std::string_view name) const { return find(name, hash_of(name)); }
  // False, and the name keeps its number, where it has one. At most 2^32 - 1 names.
  bool try_emplace(std::string_view name, uint32_t number);
  // Whatever number the name had.
  void put(std::string_view name, uint32_t number);

 private:
  struct Slot {
    uint32_t tag = 0;    // of the name's hash
    uint32_t place = 0;  // in names_, counted from 1; 0: free
  };
  struct Named {
    std::string name;
    uint32_t number = 0;
  };

  // The slot of the name, or the free one where it belongs. There are free ones always.
  size_t slot_of(std::string_view name, uint64_t hash) const;
  void make_room();

  std::vector<Slot> slots_;  // a power of two; half of them free at least
  std::vector<Named> names_;
};

}  // namespace attest
