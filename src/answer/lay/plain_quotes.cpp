#include "answer/lay/plain_quotes.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "answer/lay/doctors_words.h"
#include "answer/lay/told_harms.h"
#include "answer/lay/torn_sentences.h"
#include "answer/sections.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "findings/finding.h"
#include "quantities/quantities.h"
#include "text/phrases.h"
#include "text/readability.h"

namespace attest {
namespace {

// Said of a source and not of its subject.
constexpr auto kOfSource = std::to_array<std::string_view>({"this guideline",
                                                            "the guideline is",
                                                            "the guideline was",
                                                            "these guidelines",
                                                            "this document",
                                                            "this page",
                                                            "this leaflet",
                                                            "this chapter",
                                                            "this summary",
                                                            "this abstract",
                                                            "this dataset",
                                                            "the source is",
                                                            "the source of",
                                                            "trial registry",
                                                            "clinical trial register",
                                                            "licence",
                                                            "bibliographic",
                                                            "copyright",
                                                            "all rights reserved",
                                                            "readme",
                                                            "search strategy",
                                                            "we searched",
                                                            "were searched",
                                                            "medline",
                                                            "cochrane library",
                                                            "this article",
                                                            "published abstract",
                                                            "the abstract gives",
                                                            "in the abstract",
                                                            "the record seen",
                                                            "counted twice",
                                                            "this paper",
                                                            "in the table",
                                                            "table below",
                                                            "patient in our report",
                                                            "patient in this report",
                                                            "in our report",
                                                            "our patient",
                                                            "our case",
                                                            "the present case",
                                                            "this case report"});
// Who was let into a study.
constexpr auto kOfAdmission = std::to_array<std::string_view>(
    {"were excluded", "was excluded", "exclusion criteria", "inclusion criteria", "were eligible",
     "eligibility criteria", "excluded if", "ineligible"});

// Said of figures by those who reckon with them: bare, they help no patient.
constexpr auto kOfAnalysis = std::to_array<std::string_view>({"odds ratio",
                                                              "odds ratios",
                                                              "hazard ratio",
                                                              "hazard ratios",
                                                              "confidence interval",
                                                              "95% ci",
                                                              "ci 95%",
                                                              "(95% ci",
                                                              "multivariate",
                                                              "multivariable",
                                                              "univariate",
                                                              "regression",
                                                              "intention-to-treat",
                                                              "per-protocol",
                                                              "sensitivity analysis",
                                                              "subgroup analys*",
                                                              "meta-regression",
                                                              "heterogeneity",
                                                              "p-value",
                                                              "p value",
                                                              "propensity",
                                                              "standard deviation",
                                                              "area under the curve",
                                                              "adjusted for"});

// What is not known yet, or was thought, at the head of a study: why it was done and not what it found.
constexpr auto kOfSetUp = std::to_array<std::string_view>({"has not been established",
                                                           "have not been established",
                                                           "has not yet been established",
                                                           "remains to be established",
                                                           "remains to be determined",
                                                           "remains to be elucidated",
                                                           "is unclear whether",
                                                           "it is unclear",
                                                           "remains unclear",
                                                           "is not known whether",
                                                           "it is unknown",
                                                           "is unknown whether",
                                                           "little is known",
                                                           "is thought to be due to",
                                                           "are thought to be due to",
                                                           "it has been suggested that",
                                                           "has been suggested to",
                                                           "it has been proposed",
                                                           "it has been hypothesi*",
                                                           "we hypothesi*",
                                                           "has not been studied",
                                                           "have not been studied",
                                                           "has not been investigated",
                                                           "to determine whether",
                                                           "to investigate whether",
                                                           "to assess whether",
                                                           "to evaluate whether"});

bool gives_dose(std::string_view sentence) {
  const std::vector<Quantity> quantities = find_quantities(sentence);
  return std::any_of(quantities.begin(), quantities.end(),
                     [](const Quantity& quantity) { return quantity.kind == QuantityKind::kDose; });
}

// "OR 2.3", "aOR = 0.7", "HR: 1.2".
bool gives_ratio(std::string_view sentence) {
  static constexpr std::string_view kShortForms[] = {"OR", "HR", "RR", "IRR"};
  constexpr std::string_view kBetween = " =:,";
  for (const std::string_view form : kShortForms) {
    for (size_t at = sentence.find(form); at != std::string_view::npos; at = sentence.find(form, at + 1)) {
      const size_t start = at > 0 && sentence[at - 1] == 'a' ? at - 1 : at;
      if (start > 0 && is_letter_or_digit(sentence[start - 1])) continue;
      const size_t next = sentence.find_first_not_of(kBetween, at + form.size());
      if (next != std::string_view::npos && is_digit(sentence[next])) return true;
    }
  }
  return false;
}

// A page for patients says what is not known; a study begins with it.
bool sets_up_a_study(const Statement& statement) {
  static constexpr std::string_view kTelling[] = {"patient", "guideline", "systematic review", "consensus"};
  const bool tells = starts_with_one_of(statement.strength, kTelling);
  return statement.quoted && !tells && is_of_set_up(statement.text);
}

// Of what is asked how to treat, what it is or how common it is does not answer.
bool passes_treatment_by(const Statement& statement) {
  static constexpr FindingKind kOther[] = {FindingKind::kDefinition, FindingKind::kMechanism,
                                           FindingKind::kPrevalence, FindingKind::kDiagnosis,
                                           FindingKind::kMethod,     FindingKind::kAccuracy};
  return statement.quoted && std::any_of(std::begin(kOther), std::end(kOther), [&](FindingKind kind) {
           return statement.kind == finding_kind_name(kind);
         });
}

// Hard as it may be, it is told: what is easier to read is often the milder harm.
bool names_harm(const Statement& statement) {
  const std::string lower = lower_ascii(statement.text);
  return statement.kind == finding_kind_name(FindingKind::kHarm) && tells_of_harm(lower) &&
         !plays_down_harm(lower);
}

// A harm is told with its ratio, but not as the short answer: under the heading that says whose words it is.
bool label_reckoned_harms(Answer& answer) {
  const auto reckoned = [](const Statement& statement) {
    return statement.quoted && is_of_analysis(statement.text) && may_be_read_by_lay(statement.text) &&
           names_harm(statement);
  };
  AnswerSection section{kDoctorsWordsSection, "In doctors' words", {}};
  std::copy_if(answer.bottom_line.begin(), answer.bottom_line.end(), std::back_inserter(section.statements),
               reckoned);
  if (section.statements.empty()) return false;
  std::erase_if(answer.bottom_line, reckoned);
  answer.sections.insert(answer.sections.begin(), std::move(section));
  return true;
}

}  // namespace

bool may_be_read_by_lay(std::string_view sentence) {
  const std::string lower = lower_ascii(sentence);
  // "MTX = methotrexate; AE = adverse event": a table's footnote.
  constexpr long kEqualsMax = 2;
  const bool footnote = sentence.find(';') != std::string_view::npos &&
                        std::count(sentence.begin(), sentence.end(), '=') > kEqualsMax;
  const bool row_of_table = footnote || sentence.find('|') != std::string_view::npos;
  return !row_of_table && !has_any_phrase(lower, kOfSource) && !has_any_phrase(lower, kOfAdmission) &&
         !gives_dose(sentence);
}

bool is_of_set_up(std::string_view sentence) { return has_any_phrase(lower_ascii(sentence), kOfSetUp); }

bool is_of_analysis(std::string_view sentence) {
  const std::string lower = lower_ascii(sentence);
  return has_any_phrase(lower, kOfAnalysis) || gives_ratio(sentence) ||
         lower.find("p<0") != std::string::npos || lower.find("p < 0") != std::string::npos ||
         lower.find("p&lt;") != std::string::npos || lower.find("p &lt;") != std::string::npos ||
         lower.find("95% ci") != std::string::npos;
}

bool is_for_lay_readers(std::string_view sentence) {
  return may_be_read_by_lay(sentence) && !is_of_analysis(sentence) &&
         reading_grade(sentence) <= kQuotedGradeMax;
}

bool leave_out_set_up(Answer& answer) { return std::erase_if(answer.bottom_line, sets_up_a_study) > 0; }

bool leave_out_hard_quotes(Answer& answer) {
  bool any = leave_out_set_up(answer);
  if (is_treatment_question(answer.understood))
    any = std::erase_if(answer.bottom_line, passes_treatment_by) > 0 || any;
  any = label_reckoned_harms(answer) || any;
  const auto erase = [&](std::vector<Statement>& statements, bool (*may_stay)(std::string_view)) {
    const size_t erased = std::erase_if(statements, [&](const Statement& statement) {
      return statement.quoted && !may_stay(statement.text) &&
             !(may_be_read_by_lay(statement.text) && names_harm(statement));
    });
    any = any || erased > 0;
  };
  // What is only hard to read stays where nothing easier is said.
  const auto clean = [&](std::vector<Statement>& statements) {
    erase(statements, may_be_read_by_lay);
    erase(statements, stands_by_itself);
    erase(statements, [](std::string_view sentence) { return !is_of_analysis(sentence); });
    const bool easier = std::any_of(statements.begin(), statements.end(), [](const Statement& statement) {
      return !statement.quoted || is_for_lay_readers(statement.text);
    });
    if (easier) erase(statements, is_for_lay_readers);
  };
  clean(answer.bottom_line);
  for (AnswerSection& section : answer.sections) clean(section.statements);
  std::erase_if(answer.sections, [](const AnswerSection& section) { return section.statements.empty(); });
  return any;
}

}  // namespace attest
