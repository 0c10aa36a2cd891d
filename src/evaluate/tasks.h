// One function for each task; evaluation_tasks() lists them. Each lives in the file of its name.
#pragma once

#include "evaluate/task.h"

namespace attest {

Result<TaskReport> run_sentence_role_task(const EvaluationOptions& options);
Result<TaskReport> run_effect_direction_task(const EvaluationOptions& options);
Result<TaskReport> run_pico_task(const EvaluationOptions& options);
Result<TaskReport> run_snippets_task(const EvaluationOptions& options);
Result<TaskReport> run_yes_no_task(const EvaluationOptions& options);
Result<TaskReport> run_scifact_oracle_task(const EvaluationOptions& options);
Result<TaskReport> run_scifact_open_task(const EvaluationOptions& options);
Result<TaskReport> run_citation_integrity_task(const EvaluationOptions& options);
Result<TaskReport> run_quantities_task(const EvaluationOptions& options);
Result<TaskReport> run_abbreviations_task(const EvaluationOptions& options);
Result<TaskReport> run_study_design_task(const EvaluationOptions& options);
Result<TaskReport> run_claims_task(const EvaluationOptions& options);
Result<TaskReport> run_asked_effects_task(const EvaluationOptions& options);
Result<TaskReport> run_answers_task(const EvaluationOptions& options);

}  // namespace attest
