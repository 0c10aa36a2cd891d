// Task "sentence-role": what a sentence does in its abstract, from words, neighbours and place, the label
// hidden.
#include <string>

#include <fmt/format.h>

#include "evaluate/datasets/labelled_abstracts.h"
#include "evaluate/measures.h"
#include "evaluate/tasks.h"
#include "findings/sentences/sentence_role.h"

namespace attest {

Result<TaskReport> run_sentence_role_task(const EvaluationOptions& options) {
  ATTEST_ASSIGN(const auto abstracts, read_labelled_abstracts(options.data));
  Confusion roles;
  Confusion evidence;
  size_t measured = 0;
  for (const LabelledAbstract& abstract : abstracts) {
    if (!is_measured(options, abstract.id)) continue;
    ++measured;
    for (size_t i = 0; i < abstract.sentences.size(); ++i) {
      const auto& sentence = abstract.sentences[i];
      SentencePlace place{sentence.text, {}, {}, i, abstract.sentences.size()};
      if (i > 0) place.before = abstract.sentences[i - 1].text;
      if (i + 1 < abstract.sentences.size()) place.after = abstract.sentences[i + 1].text;
      const RoleEstimate estimate = estimate_sentence_role(place);
      roles.add(sentence_role_name(sentence.role), sentence_role_name(estimate.role));
      const bool wanted =
          sentence.role == SentenceRole::kResult || sentence.role == SentenceRole::kConclusion;
      evidence.add(wanted ? "evidence" : "other", estimate.evidence >= 0.5 ? "evidence" : "other");
    }
  }
  TaskReport report;
  report.data =
      fmt::format("documents.jsonl.zst: {} structured abstracts, {} sentences", measured, roles.examples());
  report.baseline = "the most frequent class (" + roles.most_frequent() + ")";
  report.measures = {
      {"macro-F1", roles.macro_f1(), roles.baseline_macro_f1(), -1},
      {"accuracy", roles.accuracy(), roles.baseline_accuracy(), -1},
      {"F1 of result or conclusion", evidence.f1("evidence"), -1, -1},
  };
  report.notes.push_back(roles.to_text());
  return report;
}

}  // namespace attest
