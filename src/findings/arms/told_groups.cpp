#include "findings/arms/told_groups.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/arms/group_reader.h"
#include "findings/arms/sentence_pieces.h"
#include "text/phrases.h"

namespace attest {
namespace {

bool holds_span(std::span<const Mention> groups, ByteSpan span) {
  return std::any_of(groups.begin(), groups.end(), [&](const Mention& one) {
    return one.span.start < span.end && span.start < one.span.end;
  });
}

size_t different(std::span<const Mention> groups) {
  std::vector<std::string_view> ids;
  for (const Mention& one : groups) ids.emplace_back(one.id);
  std::sort(ids.begin(), ids.end());
  return static_cast<size_t>(std::unique(ids.begin(), ids.end()) - ids.begin());
}

// "The ranitidine group (group 1)": one group by two names. The second takes the first one's, here and
// wherever it stands in the sentence.
void join_second_names(std::string_view lower, std::span<const Mention> named, std::vector<Mention>& groups) {
  for (size_t i = 0; i < groups.size(); ++i) {
    const ByteSpan label = groups[i].span;
    const std::string_view before = lower.substr(0, label.start);
    const size_t word = lower.substr(label.start).find(' ');
    if (!before.ends_with(" (") || word == std::string_view::npos ||
        !names_group(lower.substr(label.start, word)))
      continue;
    const auto stands_before = [&](const Mention& one) {
      if (one.span.end >= label.start) return false;
      const std::string_view gap = lower.substr(one.span.end, label.start - one.span.end);
      return gap == " (" || gap == " group (" || gap == " arm (";
    };
    std::optional<Mention> first;
    for (const std::span<const Mention> names : {std::span<const Mention>(groups), named}) {
      const auto found = std::find_if(names.begin(), names.end(), stands_before);
      if (!first && found != names.end()) first = *found;
    }
    if (!first) continue;
    const std::string id = groups[i].id;
    // Where it stands in the bracket it is the name before it, so that a figure behind it is of that.
    const bool known = holds_span(groups, first->span);
    for (Mention& one : groups) {
      if (one.id != id || &one == &groups[i]) continue;
      one.id = first->id;
      one.name = first->name;
      one.is_control = first->is_control;
    }
    if (known) {
      groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(i));
      --i;
    } else {
      groups[i] = *first;
    }
  }
}

// Elsewhere the document calls its groups by two names at least, and none of them is this.
bool is_none_of_groups(std::string_view name, std::span<const GroupMeaning> meanings) {
  size_t labels = 0;
  for (const GroupMeaning& one : meanings) {
    if (!one.meaning.empty() || one.label.size() < 4) return false;
    if (has_phrase(one.label, name) || has_phrase(name, one.label)) return false;
    ++labels;
  }
  return labels >= 2;
}

}  // namespace

std::vector<std::string> group_labels(std::string_view sentence) {
  const std::string lower = lower_ascii(sentence);
  std::vector<std::string> labels;
  for (const Mention& one : labelled_mentions({sentence, lower})) {
    std::string label(one.span.of(std::string_view(lower)));
    for (const std::string_view end : kJoinedToNames) {
      if (label.ends_with(end)) label.resize(label.size() - end.size());
    }
    labels.push_back(std::move(label));
  }
  return labels;
}

bool is_told_group(const Mention& mention) { return mention.id.starts_with("group:"); }

std::vector<Mention> told_groups(std::string_view sentence, std::string_view lower,
                                 std::span<const Mention> named, std::span<const Quantity> quantities,
                                 std::span<const GroupMeaning> meanings) {
  const GroupSentence read{sentence, lower, quantities, meanings, named};
  std::vector<Mention> groups = labelled_mentions(read);
  join_second_names(lower, named, groups);
  const size_t labels = different(groups);
  const auto take = [&](std::vector<Mention> more) {
    for (Mention& one : more) {
      if (!holds_span(groups, one.span)) groups.push_back(std::move(one));
    }
  };
  if (labels < 2) {
    take(treated_mentions(read));
    for (const Mention& one : named) {
      if (one.is_control && !holds_span(groups, one.span)) groups.push_back(one);
    }
    if (different(groups) < 2) take(contrasted_mentions(read, groups));
  }
  // A group that has the name of a thing is that thing: its id stands in other sentences too.
  for (Mention& group : groups) {
    for (const Mention& one : named) {
      if (!is_told_group(group) || one.span.start != group.span.start) continue;
      const std::string_view rest = one.span.end < group.span.end
                                        ? lower.substr(one.span.end, group.span.end - one.span.end)
                                        : std::string_view();
      if (one.span.end != group.span.end && !is_one_of(rest, kJoinedToNames)) continue;
      group.id = "group:" + one.id;
      group.name = one.name;
      group.is_control = one.is_control;
    }
  }
  const bool told = different(groups) >= 2;
  for (const Mention& one : named) {
    if (!one.is_control && is_none_of_groups(one.span.of(lower), meanings)) continue;
    if ((!told || one.is_control) && !holds_span(groups, one.span)) groups.push_back(one);
  }
  // Beside groups a thing stands for who got it.
  if (std::any_of(groups.begin(), groups.end(), is_told_group)) {
    for (Mention& group : groups) {
      if (!is_told_group(group)) group.id.insert(0, "group:");
    }
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Mention& a, const Mention& b) { return a.span.start < b.span.start; });
  return groups;
}

}  // namespace attest
