// Task "yes-no": a yes-or-no question answered from the abstract without its conclusion.
#include <fmt/format.h>

#include "evaluate/datasets/pubmedqa.h"
#include "evaluate/measures.h"
#include "evaluate/tasks.h"
#include "findings/effects/affirmation.h"

namespace attest {

Result<TaskReport> run_yes_no_task(const EvaluationOptions& options) {
  ATTEST_ASSIGN(const auto questions, read_answered_questions(options.data));
  Confusion answers;
  TaskReport report;
  for (const AnsweredQuestion& question : questions) {
    if (!is_measured(options, question.id)) continue;
    const AffirmationReading reading = read_affirmation(question.question, question.views());
    answers.add(affirmation_name(question.answer), affirmation_name(reading.answer));
    if (!options.verbose || reading.answer == question.answer) continue;
    report.notes.push_back(fmt::format(
        "{} {}\n  wanted {}, said {} ({:.2f} {:.2f} {:.2f}) {}", question.id, question.question,
        affirmation_name(question.answer), affirmation_name(reading.answer), reading.probabilities[0],
        reading.probabilities[1], reading.probabilities[2], question.sentences[reading.sentence].text));
  }
  report.data = fmt::format("pubmedqa: {} questions", answers.examples());
  report.baseline = "the most frequent class (" + answers.most_frequent() + ")";
  report.measures = {
      {"accuracy", answers.accuracy(), answers.baseline_accuracy(), 0.68},
      {"macro-F1", answers.macro_f1(), answers.baseline_macro_f1(), 0.50},
  };
  report.notes.push_back(answers.to_text());
  return report;
}

}  // namespace attest
