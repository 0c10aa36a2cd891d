#include "findings/advice/line_statements.h"

#include <algorithm>

#include "findings/advice/line_words.h"
#include "findings/advice/stance.h"
#include "findings/cue_subjects.h"
#include "findings/cues.h"
#include "text/phrases.h"

namespace attest {

namespace {

// The cue that stands first; of several, cues give the latest line.
cues::LineCue first_cue(std::string_view lower) {
  cues::LineCue first = cues::find_line_of_therapy(lower);
  for (cues::LineCue before = first; before.line > 0;) {
    first = before;
    before = cues::find_line_of_therapy(lower.substr(0, first.start));
  }
  return first;
}

// The first thing that is named between the two, `named.size()` when none is.
size_t first_named(const std::vector<Mention>& named, size_t start, size_t end) {
  size_t i = 0;
  while (i < named.size() && (named[i].span.start < start || named[i].span.end > end)) ++i;
  return i < named.size() ? i : named.size();
}

// A statement of its own begins at `start`: a cue and the thing it is said of stand there, one of them at
// once. After "X is first-line" that may be "Y second-line" or "second-line is Y"; after "first-line X" only
// "second-line Y", since in "first-line X, Y, second-line Z" Y belongs to what is before it.
bool begins_statement(std::string_view lower, size_t start, size_t end, const std::vector<Mention>& named,
                      bool name_first) {
  const cues::LineCue cue = first_cue(lower.substr(start, end - start));
  const size_t name = first_named(named, start, end);
  if (cue.line == 0 || name == named.size()) return false;
  const size_t name_at = named[name].span.start - start;
  constexpr size_t kNearBytes = 30;
  const size_t first = std::min(name_at, cue.start);
  if (first > kNearBytes || lower.substr(start, first).find(',') != std::string_view::npos) return false;
  return name_first || cue.start < name_at;
}

// Where the statement that begins at `start` ends: "X is first-line, Y second-line and Z is reserved for…".
size_t end_of_statement(std::string_view lower, size_t start, size_t end, const std::vector<Mention>& named) {
  const cues::LineCue cue = first_cue(lower.substr(start, end - start));
  const size_t name = first_named(named, start, end);
  if (cue.line == 0 || name == named.size()) return end;
  const bool name_first = named[name].span.start < start + cue.start;
  const size_t from = std::max<size_t>(start + cue.end, name_first ? 0 : named[name].span.end);
  static constexpr std::string_view kJoints[] = {", and ", ", while ", ", whereas ", ", but ",    ", with ",
                                                 ", ",     " and ",    " while ",    " whereas ", " but "};
  int depth = 0;
  for (size_t at = from; at < end; ++at) {
    depth += lower[at] == '(' ? 1 : lower[at] == ')' ? -1 : 0;
    if (depth > 0) continue;
    for (const std::string_view joint : kJoints) {
      if (!lower.substr(at, end - at).starts_with(joint)) continue;
      if (begins_statement(lower, at + joint.size(), end, named, name_first)) return at + joint.size() - 1;
      break;
    }
  }
  return end;
}

}  // namespace

namespace {

// "Better as second-line than as first-line therapy": two lines of one thing are held against each other.
bool compares_lines(std::string_view lower) {
  static constexpr std::string_view kAgainst[] = {
      "than", "versus", "vs", "compared with", "rather than", "compared to", "in comparison"};
  // "Should be given first-line rather than second-line": advice.
  static constexpr std::string_view kAdvises[] = {"should", "recommend*", "prefer*", "advis*", "suggest*"};
  if (has_any_phrase(lower, kAdvises)) return false;
  for (const std::string_view word : kAgainst) {
    for (size_t at = find_phrase(lower, word); at != std::string_view::npos;
         at = find_phrase(lower, word, at + 1)) {
      std::string_view before = lower.substr(0, at);
      before = before.substr(before.find_last_of(";:") + 1);
      std::string_view behind = lower.substr(at + word.size());
      behind = behind.substr(0, behind.find_first_of(";:,"));
      const int one = cues::line_of_therapy(before);
      const int other = cues::line_of_therapy(behind);
      if (one > 0 && other > 0 && one != other) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<LineStatement> read_lines(std::string_view lower, const std::vector<Mention>& named) {
  std::vector<LineStatement> lines;
  if (cues::asks_or_disagrees(lower) || compares_lines(lower)) return lines;
  for (size_t start = 0; start < lower.size();) {
    size_t end = std::min(lower.find(';', start), lower.size());
    // "Some need other drugs first-line: in angina beta-blockers are first-line": two statements.
    for (size_t colon = lower.find(':', start); colon < end; colon = lower.find(':', colon + 1)) {
      if (cues::line_of_therapy(lower.substr(start, colon - start)) > 0 &&
          cues::line_of_therapy(lower.substr(colon, end - colon)) > 0)
        end = colon;
    }
    end = end_of_statement(lower, start, end, named);
    const cues::LineCue cue = cues::find_line_of_therapy(lower.substr(start, end - start));
    if (cue.line > 0) {
      const size_t from = start + cue.start;
      const size_t to = start + cue.end;
      LineStatement said{cue.line, {}, false, {}, {static_cast<uint32_t>(from), static_cast<uint32_t>(to)}};
      Clause clause = clause_at(lower, from);
      clause = {std::max(clause.start, start), std::min(clause.end, end)};
      said.clause = {static_cast<uint32_t>(clause.start), static_cast<uint32_t>(clause.end)};
      // What comes after a first line may be said of a failure: "after first-line therapy had failed".
      said.denied = stance_of_cue(lower, from, to, cue.line == 1) != Stance::kFor;
      std::vector<size_t> subjects;
      if (!said.denied) subjects = subjects_of_cue(lower, clause, from, to, named, CueForm::kLine);
      // "Despite treatment with a first-line X": what stands behind the cue is what had failed.
      const bool after_first =
          cue.line == 2 && has_any_phrase(lower.substr(from, to - from), cues::kFirstPlace);
      if (after_first) std::erase_if(subjects, [&](size_t i) { return named[i].span.start >= to; });
      for (const size_t i : subjects) said.of.push_back(named[i].id);
      lines.push_back(std::move(said));
    }
    start = end + 1;
  }
  return lines;
}

const LineStatement* line_statement_of(const Finding& finding, std::string_view intervention) {
  for (const LineStatement& said : finding.lines) {
    if (std::find(said.of.begin(), said.of.end(), intervention) != said.of.end()) return &said;
  }
  return nullptr;
}

int line_said_of(const Finding& finding, std::string_view intervention) {
  const LineStatement* said = line_statement_of(finding, intervention);
  return said == nullptr ? 0 : said->line;
}

}  // namespace attest
