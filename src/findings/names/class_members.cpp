#include "findings/names/class_members.h"

#include <algorithm>
#include <iterator>

#include "findings/names/between_names.h"

namespace attest {
namespace {

std::string_view words_between(std::string_view lower, const Mention& a, const Mention& b) {
  const size_t from = std::min<size_t>(a.span.end, lower.size());
  return lower.substr(from, std::max<size_t>(b.span.start, from) - from);
}

std::string_view trimmed(std::string_view gap, std::string_view marks) {
  const size_t first = gap.find_first_not_of(marks);
  if (first == std::string_view::npos) return {};
  return gap.substr(first, gap.find_last_not_of(marks) - first + 1);
}

// What stands between a class and a thing says that the thing is of the class.
bool introduces_member(std::string_view gap) {
  static constexpr std::string_view kWords[] = {"is",
                                                "are",
                                                "of choice is",
                                                "of choice are",
                                                "such as",
                                                "e.g",
                                                "for example",
                                                "for instance",
                                                "including",
                                                "namely",
                                                "i.e",
                                                "eg",
                                                "of choice: ",
                                                "agents such as",
                                                "drugs such as",
                                                "of choice is the",
                                                "therapy is",
                                                "treatment is"};
  const std::string_view words = trimmed(gap, " ,(.:");
  return std::find(std::begin(kWords), std::end(kWords), words) != std::end(kWords);
}

// The members that stand right behind the class `at`.
std::vector<size_t> members_behind(std::string_view lower, const std::vector<Mention>& named,
                                   const Vocabulary& vocabulary, size_t at) {
  const Mention& whole = named[at];
  const auto is_member = [&](size_t i) {
    return named[i].id != whole.id && vocabulary.is_a(named[i].id, whole.id);
  };
  // "Proton pump inhibitors (PPIs) such as": the same name once more.
  size_t before = at;
  size_t first = at + 1;
  while (first < named.size() && named[first].id == whole.id) before = first++;
  if (first >= named.size() || named[first].is_control) return {};
  const std::string_view gap = words_between(lower, named[before], named[first]);
  const bool bracket = gap.find('(') != std::string_view::npos;
  if (!introduces_member(gap) && !(bracket && trimmed(gap, " )") == "(" && is_member(first))) return {};
  std::vector<size_t> members{first};
  const bool known = is_member(first);
  for (size_t i = first + 1; i < named.size() && !named[i].is_control; ++i) {
    const std::string_view between = words_between(lower, named[i - 1], named[i]);
    if (!is_list_gap(between) || (bracket && between.find(')') != std::string_view::npos)) break;
    if (known && !bracket && !is_member(i)) break;
    members.push_back(i);
  }
  // "Antibiotics (gentamicin plus ampicillin)": said of both together.
  const bool together = std::any_of(members.begin(), members.end(), [&](size_t member) {
    return is_part_of_combination(lower, named[member].span);
  });
  if (together) members.clear();
  return members;
}

}  // namespace

void prefer_members(std::string_view lower, const std::vector<Mention>& named, const Vocabulary& vocabulary,
                    std::vector<std::string>& of) {
  const auto has = [&](const std::string& id) { return std::find(of.begin(), of.end(), id) != of.end(); };
  for (size_t i = 0; i < named.size(); ++i) {
    if (!has(named[i].id)) continue;
    const std::vector<size_t> members = members_behind(lower, named, vocabulary, i);
    if (members.empty()) continue;
    std::erase(of, named[i].id);
    for (const size_t member : members) {
      if (!has(named[member].id)) of.push_back(named[member].id);
    }
  }
}

}  // namespace attest
