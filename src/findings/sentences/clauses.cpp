// A clause ends at a semicolon or at a word that sets one statement against another or gives its reason.
#include <algorithm>

#include "base/one_of.h"
#include "findings/advice/stance.h"
#include "text/phrases.h"
#include "text/verb_words.h"

namespace attest {
namespace {

// clang-format off
constexpr std::string_view kClauseLeads[] = {
    "but", "whereas", "however", "although", "though", "while", "unless", "because", "therefore", "thus",
};
constexpr std::string_view kOnlyPart[] = {"not only", "not just", "not merely"};
constexpr std::string_view kDeniedBefore[] = {"not", "never", "cannot", "no longer", "nor", "neither"};
// clang-format on

// "X works slowly and therefore should be…": what follows is said of X.
bool keeps_subject(std::string_view lower, size_t start, size_t end) {
  if (!lower.substr(0, start).ends_with(" and ") || has_any_phrase(lower.substr(0, start), kDeniedBefore))
    return false;
  const size_t next = lower.find_first_not_of(" ,", end);
  if (next == std::string_view::npos) return false;
  return is_one_of(lower.substr(next, lower.find(' ', next) - next), kFiniteVerbs);
}

// What parts clauses from one another, in the order of the sentence.
std::vector<Clause> clause_marks(std::string_view lower) {
  std::vector<Clause> marks;
  for (size_t i = lower.find(';'); i != std::string_view::npos; i = lower.find(';', i + 1))
    marks.push_back({i, i + 1});
  for (const std::string_view lead : kClauseLeads) {
    for (size_t i = find_phrase(lower, lead); i != std::string_view::npos;
         i = find_phrase(lower, lead, i + 1)) {
      // "Not only cheap but the first-line treatment": one statement.
      if (lead == "but" && has_any_phrase(lower.substr(0, i), kOnlyPart)) continue;
      if ((lead == "therefore" || lead == "thus") && keeps_subject(lower, i, i + lead.size())) continue;
      marks.push_back({i, i + lead.size()});
    }
  }
  std::sort(marks.begin(), marks.end(), [](Clause a, Clause b) { return a.start < b.start; });
  return marks;
}

}  // namespace

Clause clause_at(std::string_view lower, size_t at) {
  Clause clause{0, lower.size()};
  for (const Clause mark : clause_marks(lower)) {
    if (mark.end <= at) clause.start = std::max(clause.start, mark.end);
    if (mark.start >= at && mark.start > clause.start) clause.end = std::min(clause.end, mark.start);
  }
  return clause;
}

std::vector<Clause> clauses_of(std::string_view lower) {
  std::vector<Clause> clauses;
  size_t start = 0;
  const auto add = [&](size_t end) {
    if (lower.find_first_not_of(" ,.", start) < end) clauses.push_back({start, end});
  };
  for (const Clause mark : clause_marks(lower)) {
    if (mark.start > start) add(mark.start);
    start = std::max(start, mark.end);
  }
  add(lower.size());
  return clauses;
}

}  // namespace attest
