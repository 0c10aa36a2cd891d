// The answers of NCBI E-utilities, and the state of an unfinished run.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attest {

// What esearch says (https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESearch).
struct SearchAnswer {
  uint64_t count = 0;
  std::string web_env;
  std::string query_key;
  std::string query_translation;
  std::vector<std::string> phrases_not_found;
  std::vector<std::string> notes;  // warnings in NCBI's words
};

// Fails with kUsage when PubMed refuses the query, kNotFound when it finds nothing, kEnvironment when the
// answer is not one of esearch.
Result<SearchAnswer> read_search_answer(std::string_view xml, std::string_view query);

// What is wrong with an efetch answer, or "" when it looks whole: an <ERROR> in it, an HTML page in place of
// XML, an end that is missing. `retry` says whether asking again can help.
struct BatchVerdict {
  std::string problem;
  bool retry = false;
  bool expired = false;  // the history at NCBI is gone: search again
};
BatchVerdict judge_batch(std::string_view body);

// Where a run stopped. Kept as JSON.
struct ResumeState {
  std::string query;
  std::string base_url;
  std::string web_env;
  std::string query_key;
  uint64_t count = 0;
  uint64_t next_offset = 0;
};

std::string resume_to_json(const ResumeState& state);
Result<ResumeState> resume_from_json(std::string_view json);

}  // namespace attest
