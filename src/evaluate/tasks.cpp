#include "evaluate/tasks.h"

#include <array>

#include "base/checksum.h"

namespace attest {

std::span<const EvaluationTask> evaluation_tasks() {
  static constexpr std::array kTasks = {
      EvaluationTask{"sentence-role", "what a sentence does in its abstract, its label hidden",
                     run_sentence_role_task},
      EvaluationTask{"scifact-oracle", "claims beside the abstracts that they cite: label and rationale",
                     run_scifact_oracle_task},
      EvaluationTask{"scifact-open", "claims beside what a search of 5,183 abstracts finds",
                     run_scifact_open_task},
      EvaluationTask{"citation-integrity", "whether a cited paper supports the citing sentence",
                     run_citation_integrity_task},
  };
  return kTasks;
}

bool is_held_out(std::string_view id) { return checksum64(id) % 5 == 0; }

}  // namespace attest
