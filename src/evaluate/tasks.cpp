#include "evaluate/tasks.h"

#include <array>

#include "base/checksum.h"

namespace attest {

std::span<const EvaluationTask> evaluation_tasks() {
  static constexpr std::array kTasks = {
      EvaluationTask{"sentence-role", "what a sentence does in its abstract, its label hidden",
                     run_sentence_role_task},
      EvaluationTask{"effect-direction", "what an intervention did to an outcome, from the abstract",
                     run_effect_direction_task},
      EvaluationTask{"pico", "words for population, intervention, comparator and outcome", run_pico_task},
      EvaluationTask{"yes-no", "a yes-or-no question answered from the abstract", run_yes_no_task},
      EvaluationTask{"snippets", "snippets that answer a question, among those of its batch",
                     run_snippets_task},
      EvaluationTask{"scifact-oracle", "claims beside the abstracts that they cite: label and rationale",
                     run_scifact_oracle_task},
      EvaluationTask{"scifact-open", "claims beside what a search of 5,183 abstracts finds",
                     run_scifact_open_task},
      EvaluationTask{"citation-integrity", "whether a cited paper supports the citing sentence",
                     run_citation_integrity_task},
      EvaluationTask{"quantities", "numbers with their kind and span, in annotated sentences",
                     run_quantities_task},
      EvaluationTask{"abbreviations", "pairs of an abbreviation and its long form", run_abbreviations_task},
      EvaluationTask{"study-design", "the design of a study, from the text and from the whole record",
                     run_study_design_task},
      EvaluationTask{"claims", "whether a document supports what people say of it", run_claims_task, true},
      EvaluationTask{"asked-effects", "what is said of a trial to \"does X change Y?\"",
                     run_asked_effects_task, true},
      EvaluationTask{"answers", "clinical questions to a whole collection: what the answers must cite",
                     run_answers_task, true},
  };
  return kTasks;
}

bool is_held_out(std::string_view id) { return checksum64(id) % 5 == 0; }

bool is_measured(const EvaluationOptions& options, std::string_view id) {
  return options.whole || is_held_out(id);
}

}  // namespace attest
