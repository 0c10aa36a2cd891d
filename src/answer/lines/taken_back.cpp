#include "answer/lines/taken_back.h"

#include <algorithm>
#include <iterator>

#include "base/affix.h"
#include "base/ascii.h"
#include "findings/names/combinations.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kStopped[] = {"withdrawn because",          "withdrawn due to",
                                         "withdrawn owing to",         "withdrawn from the",
                                         "withdrawal from the market", "removed from the market",
                                         "taken off the market",       "discontinued because",
                                         "discontinued due to",        "suspended because",
                                         "suspended due to",           "abandoned because",
                                         "abandoned due to",           "stopped early because",
                                         "stopped early due to",       "stopped prematurely because",
                                         "terminated early because",   "terminated early due to",
                                         "preclude further use",       "precludes further use",
                                         "preclude the use",           "precludes the use",
                                         "preclude its use",           "precludes its use",
                                         "no longer be used",          "no longer recommended",
                                         "no longer be recommended",   "no longer marketed"};
constexpr std::string_view kHarms[] = {
    "adverse",  "side effect*", "side-effect*", "toxic*",    "hepat*",  "risk*",   "safety", "death*",
    "fatal*",   "mortality",    "anemia",       "anaemia",   "failure", "bleed*",  "harm*",  "serious",
    "severe*",  "cancer*",      "malignan*",    "arrhythm*", "stroke*", "injury",  "liver",  "market",
    "infarct*", "neutropeni*",  "agranulocyt*", "seizure*",  "deaths",  "dangers", "danger", "complication*"};
// Who left, not what was stopped.
constexpr std::string_view kPeople[] = {
    "patient*", "subject*", "participant*", "people",  "person*", "women", "men",   "children", "cases",
    "case",     "those",    "volunteer*",   "who",     "one",     "two",   "three", "four",     "five",
    "six",      "percent",  "adults",       "infants", "man",     "woman", "each",  "none"};

// "The drug was withdrawn": of what the title names.
bool points_to_treatment(std::string_view lower) {
  static constexpr std::string_view kOpenings[] = {
      "the drug ",   "this drug ",     "it ",        "treatment ", "the agent ",
      "this agent ", "the treatment ", "the trial ", "the study ", "its use "};
  return starts_with_one_of(lower, kOpenings);
}

bool is_of(const AnswerSource& source, const Finding& finding, const std::string& intervention,
           std::string_view lower) {
  const auto is_it = [&](const Mention& one) { return is_or_has_part(intervention, one.id); };
  const bool named =
      std::any_of(finding.interventions.begin(), finding.interventions.end(), [&](const Mention& one) {
        return is_it(one) && !one.span.empty() && finding.sentence.contains(one.span);
      });
  const std::vector<Mention>& title = source.title_interventions;
  return named || (points_to_treatment(lower) && title.size() == 1 && is_it(title.front()));
}

}  // namespace

bool tells_of_stopping(std::string_view lower) {
  if (!has_any_phrase(lower, kHarms)) return false;
  constexpr size_t kReach = 40;
  for (const std::string_view cue : kStopped) {
    const size_t at = find_phrase(lower, cue);
    if (at == std::string_view::npos) continue;
    std::string_view before = lower.substr(0, at);
    before = before.substr(before.size() - std::min(before.size(), kReach));
    before = before.substr(before.find_last_of(".;") + 1);
    if (before.find('%') == std::string_view::npos && !has_any_phrase(before, kPeople)) return true;
  }
  return false;
}

std::vector<const Finding*> taken_back(const Evidence& evidence, const std::string& intervention,
                                       const std::vector<Statement>& statements) {
  const auto quotes = [&](const auto& same) {
    return std::any_of(statements.begin(), statements.end(), [&](const Statement& statement) {
      return !statement.citations.empty() && same(statement.citations.front());
    });
  };
  std::vector<const Finding*> found;
  for (const AnswerSource& source : evidence.sources) {
    if (!quotes([&](const Citation& citation) { return citation.document == source.id; })) continue;
    for (const Finding& finding : source.findings) {
      const std::string_view sentence = evidence.sentence_of(finding);
      const std::string lower = lower_ascii(sentence);
      if (!tells_of_stopping(lower) || !is_of(source, finding, intervention, lower)) continue;
      const bool told = quotes([&](const Citation& citation) { return citation.quote == sentence; }) ||
                        std::any_of(found.begin(), found.end(), [&](const Finding* one) {
                          return evidence.sentence_of(*one) == sentence;
                        });
      if (!told) found.push_back(&finding);
    }
  }
  return found;
}

}  // namespace attest
