// The models that are part of the program. CMakeLists.txt lays each file of data/models between two symbols.
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "learn/linear_model.h"

extern "C" {
#define ATTEST_MODEL(name)               \
  extern const char attest_model_##name; \
  extern const char attest_model_##name##_end;
#include <models.inc>
#undef ATTEST_MODEL
}

namespace attest {
namespace {

// Unpacked when first asked for: a command that needs no model pays for none.
struct Entry {
  std::string_view bytes;
  std::once_flag once;
  std::optional<LinearModel> model;
};

using Entries = std::map<std::string, std::unique_ptr<Entry>, std::less<>>;

Entries make_entries() {
  Entries entries;
  const auto add = [&entries](const char* name, const char* begin, const char* end) {
    auto entry = std::make_unique<Entry>();
    entry->bytes = {begin, static_cast<size_t>(end - begin)};
    entries.emplace(name, std::move(entry));
  };
#define ATTEST_MODEL(name) add(#name, &attest_model_##name, &attest_model_##name##_end);
#include <models.inc>
#undef ATTEST_MODEL
  (void)add;
  return entries;
}

const Entries& all_entries() {
  static const Entries entries = make_entries();
  return entries;
}

}  // namespace

const LinearModel* built_in_model(std::string_view name) {
  const auto found = all_entries().find(name);
  if (found == all_entries().end()) return nullptr;
  Entry& entry = *found->second;
  std::call_once(entry.once, [&entry] {
    if (auto model = LinearModel::from_bytes(entry.bytes)) entry.model = std::move(*model);
  });
  return entry.model ? &*entry.model : nullptr;
}

std::vector<std::string> built_in_model_names() {
  std::vector<std::string> names;
  for (const auto& [name, entry] : all_entries()) names.push_back(name);
  return names;
}

}  // namespace attest
