#include "answer/lay/blame.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "answer/lay/plain_quotes.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "question/intents.h"
#include "question/words.h"
#include "text/phrases.h"

namespace attest {

bool asks_for_blame(const UnderstoodQuestion& question) {
  static constexpr std::string_view kPatterns[] = {"my|your|own|his|her|their|our|mother|parents fault",
                                                   "am|is|are|was i|he|she|it|we|they|my|the * to blame",
                                                   "blame|blaming myself|me|him|her|them",
                                                   "am i broken|weird|abnormal|defective|normal|bad|weak",
                                                   "ashamed|shameful|shame",
                                                   "did i|we cause it|this"};
  const std::vector<PlainWord> words = plain_words(question.resolved);
  return std::any_of(std::begin(kPatterns), std::end(kPatterns),
                     [&](std::string_view pattern) { return matches_pattern(words, pattern); });
}

bool says_no_blame(std::string_view lower) {
  static constexpr std::string_view kDenials[] = {"not",    "no",      "never",   "nobody's", "nobody",
                                                  "no one", "nothing", "neither", "isn't",    "aren't"};
  static constexpr std::string_view kBlame[] = {"fault", "to blame", "blamed", "ashamed", "shame"};
  constexpr size_t kBetweenBytes = 32;
  if (has_phrase(lower, "is not chosen") || has_phrase(lower, "not a choice")) return true;
  for (const std::string_view blame : kBlame) {
    const size_t at = find_phrase(lower, blame);
    if (at == std::string_view::npos) continue;
    const size_t from = at > kBetweenBytes ? at - kBetweenBytes : 0;
    std::string_view before = lower.substr(from, at - from);
    if (const size_t end = before.find_last_of(",;:"); end != std::string_view::npos)
      before.remove_prefix(end + 1);
    if (std::any_of(std::begin(kDenials), std::end(kDenials),
                    [&](std::string_view denial) { return has_phrase(before, denial); }))
      return true;
  }
  return false;
}

std::vector<Statement> words_on_blame(const Evidence& evidence) {
  constexpr size_t kStatements = 2;
  std::vector<Statement> statements;
  for (const AnswerSource& source : evidence.sources) {
    if (!evidence.reports_evidence(source) || !source.about_condition) continue;
    for (const Finding& finding : source.findings) {
      if (statements.size() == kStatements) return statements;
      if (finding.condition_match != 2 && (finding.condition_match == 0 || finding.other_conditions > 0))
        continue;
      const std::string_view sentence = evidence.sentence_of(finding);
      if (!says_no_blame(lower_ascii(sentence))) continue;
      if (evidence.audience != Audience::kClinician && !is_for_lay_readers(sentence)) continue;
      const bool said = std::any_of(statements.begin(), statements.end(),
                                    [&](const Statement& one) { return one.text == sentence; });
      if (!said) statements.push_back(quote_finding(evidence, finding));
    }
  }
  return statements;
}

void drop_beside_blame(Evidence& evidence) {
  for (AnswerSource& source : evidence.sources) {
    std::erase_if(source.findings, [](const Finding& finding) {
      const bool of_another = finding.condition_match != 2 && finding.other_conditions > 0;
      return finding.kind == FindingKind::kOther || (of_another && finding.kind != FindingKind::kWarning);
    });
  }
}

}  // namespace attest
