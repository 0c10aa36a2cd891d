#include "findings/advice/mere_use.h"

#include <algorithm>
#include <iterator>

#include "text/phrases.h"

namespace attest {
namespace {

constexpr size_t kNowhere = std::string_view::npos;

constexpr std::string_view kUse[] = {
    "used",       "prescribed",  "prescribe", "employed",        "chosen",      "popular",    "traditionally",
    "in use",     "practised",   "practiced", "dispensed",       "utilized",    "utilised",   "approved",
    "approval",   "approves",    "licensed",  "licenced",        "licence",     "license",    "authorised",
    "authorized", "registered",  "marketed",  "available",       "marketing",   "reimbursed", "market",
    "commonest",  "most common", "commonly",  "frequently used", "widely used", "popularly",
};
// Who says so of what ought to be done.
constexpr std::string_view kOught[] = {
    "recommend*", "should",    "advis*", "suggest*", "guideline*", "guidance", "consensus", "prefer*",
    "must",       "consider*", "may be", "can be",   "could be",   "endors*",  "ought",
};

}  // namespace

bool tells_of_use(std::string_view before, std::string_view behind) {
  // "The most commonly used | first-line | treatment", "first-line treatments | available in…".
  constexpr size_t kNear = 40;
  constexpr size_t kNext = 32;
  std::string_view near = before.substr(before.size() - std::min(before.size(), kNear));
  near = near.substr(near.find_last_of(",;:(") + 1);
  if (const size_t joined = near.rfind(" and "); joined != kNowhere) near = near.substr(joined + 5);
  const std::string_view next = behind.substr(0, std::min(behind.size(), kNext));
  const std::string_view said_next = next.substr(0, next.find_first_of(",;.("));
  const bool used = has_any_phrase(near, kUse) || has_any_phrase(said_next, kUse);
  return used && !has_any_phrase(before, kOught) && !has_any_phrase(behind, kOught);
}

bool is_condition_of_another(std::string_view before, std::string_view behind) {
  static constexpr std::string_view kIf[] = {"if", "when", "where", "whenever", "once"};
  // Finite verbs behind the conjunction belong to the condition; then the cue stands in the main clause.
  static constexpr std::string_view kFinite[] = {"is",    "are",  "was", "were", "has", "have", "should",
                                                 "fail*", "does", "do",  "can",  "not", "then"};
  const size_t comma = before.rfind(',');
  const std::string_view part = comma == kNowhere ? before : before.substr(comma + 1);
  for (const std::string_view word : kIf) {
    const size_t at = find_phrase(part, word);
    if (at == kNowhere) continue;
    if (!has_any_phrase(part.substr(at + word.size()), kFinite)) return behind.find(',') != kNowhere;
  }
  return false;
}

}  // namespace attest
