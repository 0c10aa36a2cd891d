// The most recently used values by key, held to a budget. Safe for concurrent use; values are shared, so that
// one that is being sent may be dropped here.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace attest {

template <typename Value>
class RecentCache {
 public:
  // `budget` and the cost of each value are in any one unit: bytes, or entries of cost 1.
  explicit RecentCache(size_t budget) : budget_(budget) {}

  // Null when there is none.
  std::shared_ptr<const Value> find(const std::string& key) const {
    const std::lock_guard lock(mutex_);
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->value;
  }

  // A value that alone is over the budget is not kept.
  void put(const std::string& key, std::shared_ptr<const Value> value, size_t cost = 1) {
    if (cost > budget_) return;
    const std::lock_guard lock(mutex_);
    if (const auto known = by_key_.find(key); known != by_key_.end()) drop(known->second);
    entries_.push_front({key, std::move(value), cost});
    by_key_.emplace(entries_.front().key, entries_.begin());
    cost_ += cost;
    while (cost_ > budget_) drop(std::prev(entries_.end()));
  }

  size_t cost() const {
    const std::lock_guard lock(mutex_);
    return cost_;
  }

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const Value> value;
    size_t cost = 0;
  };
  using Place = typename std::list<Entry>::iterator;

  void drop(Place entry) {
    cost_ -= entry->cost;
    by_key_.erase(entry->key);
    entries_.erase(entry);
  }

  const size_t budget_;
  mutable std::mutex mutex_;
  mutable std::list<Entry> entries_;                    // most recent first
  std::unordered_map<std::string_view, Place> by_key_;  // keys live in the entries
  size_t cost_ = 0;
};

}  // namespace attest
