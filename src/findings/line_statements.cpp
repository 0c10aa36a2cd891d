#include "findings/line_statements.h"

#include <algorithm>

#include "findings/cue_subjects.h"
#include "findings/cues.h"
#include "findings/stance.h"

namespace attest {

std::vector<LineStatement> read_lines(std::string_view lower, const std::vector<Mention>& named) {
  std::vector<LineStatement> lines;
  for (size_t start = 0; start < lower.size();) {
    size_t end = std::min(lower.find(';', start), lower.size());
    // "Some need other drugs first-line: in angina beta-blockers are first-line": two statements.
    for (size_t colon = lower.find(':', start); colon < end; colon = lower.find(':', colon + 1)) {
      if (cues::line_of_therapy(lower.substr(start, colon - start)) > 0 &&
          cues::line_of_therapy(lower.substr(colon, end - colon)) > 0)
        end = colon;
    }
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
