#include "answer/lay/unsaid_qualifier.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "question/age_groups.h"
#include "question/intents.h"
#include "question/words.h"
#include "search/coverage.h"
#include "text/phrases.h"

namespace attest {
namespace {

// Where the question itself begins again.
constexpr std::string_view kQuestionBegins =
    "can|could|will|would|is|are|do|does|did|should|may|might|am|was|has|have "
    "i|he|she|it|they|we|you|my|his|her|this|that|there";
constexpr std::string_view kAskingWords = "what|how|why|when|which|who|where|any|anything";

// Before what is told: "but he is …", "but it has been …".
constexpr std::string_view kLeadingWords =
    "i|he|she|it|they|we|you|is|am|are|was|were|been|has|have|had|be|a|an|the|my|his|her|also|still|just";

// How it is for the asker, or that something did not help, which is read elsewhere.
constexpr std::string_view kOfAsker =
    "know|sure|scared|afraid|worried|worry|nervous|embarrassed|think|thought|heard|read|told|tell|tells|says|"
    "said|say|wonder|wondering|want|wants|need|find|understand|help|helps|helped|helping|work|works|working|"
    "worked|better|worse|tried|remember|nothing|not";

bool ends_clause(std::string_view between) { return between.find_first_of(",.;:?!()") != between.npos; }

// From word `first` to where the clause ends, as typed.
std::string clause_from(std::string_view text, const std::vector<PlainWord>& words, size_t first) {
  size_t last = first;
  for (size_t at = first; at < words.size(); ++at) {
    const bool new_clause =
        at > first && ends_clause(text.substr(
                          words[at - 1].span.end,
                          words[at].span.start - std::min(words[at].span.start, words[at - 1].span.end)));
    if (new_clause || matches_pattern_at(words, at, kQuestionBegins) ||
        matches_pattern_at(words, at, kAskingWords))
      break;
    last = at + 1;
  }
  while (first < last && matches_pattern_at(words, first, kLeadingWords)) ++first;
  if (first >= last) return {};
  return std::string(
      text.substr(words[first].span.start, words[last - 1].span.end - words[first].span.start));
}

template <typename Holds>
bool any_statement(const Answer& answer, const Holds& holds) {
  const auto any = [&](const std::vector<Statement>& statements) {
    return std::any_of(statements.begin(), statements.end(), holds);
  };
  return any(answer.bottom_line) || any(answer.warnings) ||
         std::any_of(answer.sections.begin(), answer.sections.end(),
                     [&](const AnswerSection& one) { return any(one.statements); }) ||
         std::any_of(answer.lines.begin(), answer.lines.end(),
                     [&](const TherapyLine& one) { return any(one.statements); });
}

bool is_qualifier_told(const Answer& answer, const StemSet& stems, std::string_view qualifier) {
  Stemmer stemmer;
  const auto holds = [&](const Statement& one) {
    const StemSet told = stem_set(one.text, stemmer);
    return std::any_of(stems.begin(), stems.end(),
                       [&](const std::string& stem) { return told.contains(stem); });
  };
  // By another name.
  const std::string lower = lower_ascii(qualifier);
  for (const Concept& asked : answer.understood.concepts) {
    if (!has_phrase(lower, lower_ascii(asked.asked_as))) continue;
    const auto names = [&](const Statement& one) {
      const std::string told = lower_ascii(one.text);
      return std::any_of(asked.variants.begin(), asked.variants.end(), [&](const ConceptVariant& variant) {
        return has_phrase(told, lower_ascii(variant.words));
      });
    };
    if (any_statement(answer, names)) return true;
  }
  return any_statement(answer, holds);
}

}  // namespace

std::string qualifier_of(const UnderstoodQuestion& question) {
  const std::string_view text = question.resolved;
  const std::vector<PlainWord> words = plain_words(text);
  for (size_t at = 0; at + 1 < words.size(); ++at) {
    if (!matches_pattern_at(words, at, "but")) continue;
    std::string clause = clause_from(text, words, at + 1);
    if (clause.empty() || matches_pattern(plain_words(clause), kOfAsker)) continue;
    return clause;
  }
  if (!tells_of_own_childbirth(text)) return {};
  for (size_t at = 0; at + 1 < words.size(); ++at) {
    if (matches_pattern_at(words, at, "since|after")) return clause_from(text, words, at);
  }
  return {};
}

void tell_unsaid_qualifier(Answer& answer) {
  if (answer.audience == Audience::kClinician ||
      (answer.bottom_line.empty() && answer.lines.empty() && answer.sections.empty()))
    return;
  const std::string qualifier = qualifier_of(answer.understood);
  if (qualifier.empty()) return;
  Stemmer stemmer;
  StemSet stems;
  for (const QuestionWord& word : question_words(qualifier, stemmer)) {
    if (!word.stop) stems.insert(word.stem);
  }
  // "These words were left out: giving birth."
  const auto is_said = [&](const std::string& gap) {
    const StemSet said = stem_set(gap, stemmer);
    return std::any_of(stems.begin(), stems.end(),
                       [&](const std::string& stem) { return said.contains(stem); });
  };
  if (stems.empty() || is_qualifier_told(answer, stems, qualifier) ||
      std::any_of(answer.gaps.begin(), answer.gaps.end(), is_said))
    return;
  answer.gaps.insert(answer.gaps.begin(),
                     "Nothing here takes account of “" + qualifier + "”, which may change the answer.");
  if (answer.verdict == Answer::Verdict::kAnswered) answer.verdict = Answer::Verdict::kPartly;
}

}  // namespace attest
