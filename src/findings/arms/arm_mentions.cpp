#include "findings/arms/arm_mentions.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {
namespace {

// "Intravenous DTZ" → "DTZ": its only word in capitals.
std::string_view capitals_of(std::string_view name) {
  std::string_view found;
  for (size_t at = 0; at < name.size();) {
    size_t end = name.find(' ', at);
    if (end == std::string_view::npos) end = name.size();
    const std::string_view word = name.substr(at, end - at);
    const bool capitals = word.size() > 1 && std::count_if(word.begin(), word.end(), is_upper) > 1 &&
                          std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (capitals && !found.empty()) return {};
    if (capitals) found = word;
    at = end + 1;
  }
  return found;
}

}  // namespace

void insert_in_order(std::vector<Mention>& named, std::vector<Mention> more) {
  std::move(more.begin(), more.end(), std::back_inserter(named));
  std::stable_sort(named.begin(), named.end(),
                   [](const Mention& a, const Mention& b) { return a.span.start < b.span.start; });
}

std::vector<Mention> with_named_arms(std::string_view sentence, std::string_view lower,
                                     std::span<const StudyArm> arms, std::vector<Mention> named) {
  for (const StudyArm& arm : arms) {
    constexpr size_t kNameBytesMin = 3;
    const std::string_view capitals = capitals_of(arm.name);
    const std::string_view called = capitals.empty() ? std::string_view(arm.name) : capitals;
    if (called.size() < kNameBytesMin && capitals.empty()) continue;
    const std::string name = lower_ascii(called);
    for (size_t at = find_phrase(lower, name); at != std::string_view::npos;
         at = find_phrase(lower, name, at + name.size())) {
      const ByteSpan span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + name.size())};
      const bool known = std::any_of(named.begin(), named.end(), [&](const Mention& one) {
        return one.span.start < span.end && span.start < one.span.end;
      });
      if (known) continue;
      insert_in_order(named, {{"group:" + name, std::string(span.of(sentence)), span, false}});
    }
  }
  return named;
}

std::vector<Mention> groups_for_reader(std::string_view sentence, std::span<const StudyArm> arms,
                                       const std::vector<Mention>& named,
                                       std::span<const Quantity> quantities,
                                       std::span<const GroupMeaning> meanings) {
  const std::string lower = lower_ascii(sentence);
  return told_groups(sentence, lower, with_named_arms(sentence, lower, arms, named), quantities, meanings);
}

}  // namespace attest
