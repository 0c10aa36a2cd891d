#include "reconcile/studies/trial_names.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/ascii.h"
#include "base/one_of.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr size_t kTrialCapitalsMin = 4;

// Most texts have no word with so many capitals, and need not be read as words.
bool may_name_trials(std::string_view text) {
  size_t capitals = 0;
  for (const char c : text) {
    if (is_upper(c) && ++capitals == kTrialCapitalsMin) return true;
    if (is_ascii(c) && !is_word_byte(c)) capitals = 0;
  }
  return false;
}

// "COMET", "ELITE": three capitals and more, and hardly anything else.
bool is_named_so(std::string_view word) {
  const auto capitals = static_cast<size_t>(std::count_if(word.begin(), word.end(), is_upper));
  return capitals >= kTrialCapitalsMin && capitals * 3 >= word.size() * 2;
}

bool is_number_of_trial(std::string_view word) {
  static constexpr std::string_view kTrialNumbers[] = {"I", "II", "III", "IV", "1", "2", "3", "4", "5"};
  return is_one_of(word, kTrialNumbers);
}

bool is_study_word(std::string_view folded) {
  static constexpr std::string_view kStudyWords[] = {"trial",         "study",     "trials",
                                                     "investigators", "trialists", "substudy"};
  return is_one_of(folded, kStudyWords);
}

// The words before a bracket hold one for a study, written as part of a name, whose first letter is in it.
bool stands_for_study(const std::vector<Token>& tokens, size_t at, std::string_view text,
                      std::string_view name) {
  static constexpr std::string_view kOfNames[] = {"Trial",      "Study",        "Studies",    "Evaluation",
                                                  "Prevention", "Intervention", "Assessment", "Project"};
  constexpr size_t kWordsBefore = 9;
  for (size_t i = at > kWordsBefore ? at - kWordsBefore : 0; i < at; ++i) {
    const std::string_view word = tokens[i].span.of(text);
    if (is_one_of(word, kOfNames) && name.find(word.front()) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::set<std::string> trial_names(std::string_view text) {
  std::set<std::string> names;
  if (!may_name_trials(text)) return names;
  const std::vector<Token> tokens = tokenize(text);
  const auto word = [&](size_t i) {
    return i < tokens.size() ? tokens[i].span.of(text) : std::string_view();
  };
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!is_named_so(word(i))) continue;
    std::string name(word(i));
    size_t next = i + 1;
    if (is_number_of_trial(word(next))) name += "-" + std::string(word(next++));
    const bool called =
        i > 0 && tokens[i - 1].folded == "the" && next < tokens.size() && is_study_word(tokens[next].folded);
    const size_t start = tokens[i].span.start;
    const bool bracketed = start > 0 && (text[start - 1] == '(' || text[start - 1] == '[') &&
                           stands_for_study(tokens, i, text, name);
    if (called || bracketed) names.insert(std::move(name));
  }
  return names;
}

}  // namespace attest
