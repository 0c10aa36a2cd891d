#include "answer/lay/doctors_words.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "answer/choice/nearest.h"
#include "answer/lay/asked_focus.h"
#include "answer/lay/plain_quotes.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

bool tells_nothing(const Answer& answer) {
  return answer.bottom_line.empty() && answer.lines.empty() &&
         std::all_of(answer.sections.begin(), answer.sections.end(),
                     [](const AnswerSection& section) { return section.kind == kNearMissesSection; });
}

bool tells_in_hard_words_only(const Answer& answer) {
  return answer.bottom_line.empty() && answer.lines.empty() &&
         std::all_of(answer.sections.begin(), answer.sections.end(), [](const AnswerSection& section) {
           return section.kind == kNearMissesSection || section.kind == kNearestSection ||
                  section.kind == kDoctorsWordsSection;
         });
}

namespace {

// Of what a study measured, or with the numbers of its references.
bool is_of_method(std::string_view sentence) {
  static constexpr std::string_view kOfMethod[] = {
      "endpoint*", "end point*", "end-point*",      "questionnaire*", "hypothes*",
      "baseline",  "month 3",    "both treatments", "both groups",    "both drugs"};
  return has_any_phrase(lower_ascii(sentence), kOfMethod) || sentence.find('[') != std::string_view::npos ||
         sentence.find(" = ") != std::string_view::npos;
}

bool has_digit(std::string_view sentence) { return std::any_of(sentence.begin(), sentence.end(), is_digit); }

// "79% in the 21-day EE/DSG group": whose figures these are, a reader of the whole paper knows.
bool counts_in_groups(std::string_view sentence) {
  static constexpr std::string_view kGroups[] = {"group", "groups", "arm", "arms", "cohort"};
  constexpr size_t kShortFormsMax = 2;
  size_t short_forms = 0;
  for (size_t at = 0; at + 1 < sentence.size(); ++at) {
    const bool starts = at == 0 || !is_letter_or_digit(sentence[at - 1]);
    if (starts && is_upper(sentence[at]) && is_upper(sentence[at + 1])) ++short_forms;
  }
  return short_forms > kShortFormsMax ||
         (has_digit(sentence) && has_any_phrase(lower_ascii(sentence), kGroups));
}

// Asked what helps, and of no treatment by name, one trial of one treatment in some people is no answer for
// all.
bool is_of_one_trial(const UnderstoodQuestion& question, const Statement& statement) {
  static constexpr std::string_view kSingle[] = {"randomised", "controlled study", "cohort", "case",
                                                 "cross-sectional"};
  const bool open = is_treatment_question(question) || question.intent == Intent::kPrevention;
  return open && !names_treatment(question) &&
         std::any_of(std::begin(kSingle), std::end(kSingle),
                     [&](std::string_view one) { return statement.strength.starts_with(one); });
}

// "Will it go away?" asks how it goes by itself. Who was chosen for a treatment, and how many of them were
// rid of it then, does not tell that.
bool is_course_of_the_treated(const UnderstoodQuestion& question, std::string_view sentence) {
  const std::vector<Focus> foci = foci_of(question);
  const auto asks_of_course = [](Focus focus) {
    return focus == Focus::kGoesAway || focus == Focus::kGrowsOut || focus == Focus::kRecovery;
  };
  const bool course = std::any_of(foci.begin(), foci.end(), asks_of_course) ||
                      (question.intent == Intent::kDuration && foci.empty());
  static constexpr std::string_view kTreated[] = {
      "achiev*",  "unresponsive", "refractory",        "resistant", "respond*", "treated",
      "treating", "therapy",      "in our experience", "received",  "placebo",  "regimen*"};
  return course && !names_treatment(question) && !is_treatment_question(question) &&
         has_any_phrase(lower_ascii(sentence), kTreated);
}

int ease_of(const Statement& statement) {
  const bool guides =
      statement.strength.starts_with("guideline") || statement.strength.starts_with("patient");
  const bool weighs = statement.strength.starts_with("systematic review") ||
                      statement.strength.starts_with("consensus") || statement.strength.starts_with("review");
  return (guides ? 4 : weighs ? 2 : 0) + (has_digit(statement.text) ? 0 : 1);
}

// A doctor's sentence that does not name what was asked is of something else, as far as anybody can see.
bool names_what_is_asked(const UnderstoodQuestion& question, std::string_view sentence) {
  const std::string lower = lower_ascii(sentence);
  bool any = false;
  for (const Concept& asked : question.concepts) {
    if (asked.role == ConceptRole::kPopulation) continue;
    any = true;
    const bool named = std::any_of(
        asked.variants.begin(), asked.variants.end(),
        [&](const ConceptVariant& variant) { return has_phrase(lower, lower_ascii(variant.words) + "*"); });
    if (named) return true;
  }
  return !any;
}

}  // namespace

bool quote_doctors_words(const Answer& for_clinicians, Answer& answer) {
  constexpr size_t kQuotes = 2;
  constexpr size_t kBytesMax = 400;
  if (for_clinicians.verdict == Answer::Verdict::kNoDirectEvidence) return false;
  AnswerSection section{kDoctorsWordsSection, "In doctors' words", {}};
  std::set<std::string> documents;
  std::set<std::string> texts;
  std::vector<const Statement*> fit;
  const auto take = [&](const std::vector<Statement>& statements) {
    for (const Statement& statement : statements) {
      if (!statement.quoted || statement.text.size() > kBytesMax || !may_be_read_by_lay(statement.text) ||
          is_of_analysis(statement.text) || is_of_set_up(statement.text) || is_of_method(statement.text) ||
          counts_in_groups(statement.text) || is_course_of_the_treated(answer.understood, statement.text) ||
          is_of_one_trial(answer.understood, statement) ||
          !names_what_is_asked(answer.understood, statement.text) || !texts.insert(statement.text).second)
        continue;
      fit.push_back(&statement);
    }
  };
  take(for_clinicians.bottom_line);
  for (const TherapyLine& line : for_clinicians.lines) take(line.statements);
  for (const AnswerSection& one : for_clinicians.sections) {
    if (one.kind != kNearMissesSection && one.kind != kNearestSection) take(one.statements);
  }
  // What many sources weighed together say comes before one trial, and a sentence before its figures.
  std::stable_sort(fit.begin(), fit.end(),
                   [](const Statement* a, const Statement* b) { return ease_of(*a) > ease_of(*b); });
  for (const Statement* one : fit) {
    if (section.statements.size() == kQuotes) break;
    documents.insert(one->citations.front().document);
    section.statements.push_back(*one);
  }
  if (section.statements.empty()) return false;
  answer.verdict = Answer::Verdict::kPartly;
  answer.scope = for_clinicians.scope;
  answer.sections.clear();
  answer.sections.push_back(std::move(section));
  answer.checks = for_clinicians.checks;
  std::erase_if(answer.checks, [&](const Check& check) {
    return std::any_of(check.statement.citations.begin(), check.statement.citations.end(),
                       [&](const Citation& citation) { return !documents.contains(citation.document); });
  });
  answer.gaps.insert(answer.gaps.begin(), kNoEverydayWords);
  return true;
}

}  // namespace attest
