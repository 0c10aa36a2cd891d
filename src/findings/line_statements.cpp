#include "findings/line_statements.h"

#include <algorithm>

#include "findings/between_names.h"
#include "findings/cues.h"

namespace attest {

namespace {

// What the sentence sets the rest against, and what is listed with it: "…fewer attacks than are insulin and
// sulphonylureas, it may be the first-line treatment" is said of neither.
std::vector<Mention> without_opposed(const std::vector<Mention>& named, std::string_view lower) {
  std::vector<Mention> kept;
  bool opposed = false;
  for (size_t i = 0; i < named.size(); ++i) {
    const size_t from = i == 0 ? 0 : std::min<size_t>(named[i - 1].span.end, lower.size());
    const std::string_view gap = lower.substr(from, std::max<size_t>(named[i].span.start, from) - from);
    opposed = (opposed && is_list_gap(gap)) || (i > 0 && stands_opposed(gap));
    if (!opposed) kept.push_back(named[i]);
  }
  return kept.empty() ? named : kept;
}

// Of what a cue between `start` and `end` speaks: the nearest thing named, and what is listed with it.
// `named` in the order of the sentence, spans local to it.
std::vector<std::string> named_at(const std::vector<Mention>& named, size_t start, size_t end,
                                  std::string_view lower) {
  constexpr size_t kFarBytes = 110;
  size_t nearest = named.size();
  size_t least = kFarBytes + 1;
  for (size_t i = 0; i < named.size(); ++i) {
    if (named[i].is_control) continue;
    const ByteSpan span = named[i].span;
    const size_t gap = span.start >= end ? span.start - end : span.end <= start ? start - span.end : 0;
    if (gap < least) {
      least = gap;
      nearest = i;
    }
  }
  std::vector<std::string> ids;
  if (nearest == named.size()) return ids;
  // "Initial therapy with glyburide/metformin": said of both together, of neither alone.
  if (is_part_of_combination(lower, named[nearest].span)) return ids;
  size_t first = nearest;
  size_t last = nearest;
  const auto gap_after = [&](size_t i) {
    const size_t from = std::min<size_t>(named[i].span.end, lower.size());
    const size_t to = std::max<size_t>(named[i + 1].span.start, from);
    return lower.substr(from, to - from);
  };
  while (first > 0 && is_list_gap(gap_after(first - 1))) --first;
  while (last + 1 < named.size() && is_list_gap(gap_after(last))) ++last;
  for (size_t i = first; i <= last; ++i) ids.push_back(named[i].id);
  return ids;
}

}  // namespace

std::vector<LineStatement> read_lines(std::string_view lower, const std::vector<Mention>& named) {
  std::vector<LineStatement> lines;
  for (size_t start = 0; start < lower.size();) {
    const size_t end = std::min(lower.find(';', start), lower.size());
    const cues::LineCue cue = cues::find_line_of_therapy(lower.substr(start, end - start));
    if (cue.line > 0) {
      std::vector<Mention> here;
      for (const Mention& mention : named) {
        if (mention.span.start >= start && mention.span.end <= end) here.push_back(mention);
      }
      // "…is given; it is the first-line treatment": what is named before.
      if (here.empty()) here = named;
      lines.push_back(
          {cue.line, named_at(without_opposed(here, lower), start + cue.start, start + cue.end, lower)});
    }
    start = end + 1;
  }
  return lines;
}

int line_said_of(const Finding& finding, std::string_view intervention) {
  for (const LineStatement& said : finding.lines) {
    if (std::find(said.of.begin(), said.of.end(), intervention) != said.of.end()) return said.line;
  }
  return 0;
}

}  // namespace attest
