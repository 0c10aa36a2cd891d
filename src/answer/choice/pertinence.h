// How likely a finding answers what was asked, in the place where it would stand: a result under a treatment,
// a harm, a dose, a cause. Relevance (relevance.h) counts what is named; this weighs it against what the
// sentence does, how firmly and where it stands, by a linear model trained on statements that readers judged
// (eval/answers/README.md).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "answer/choice/section_plans.h"
#include "evidence/sources.h"
#include "learn/features.h"
#include "learn/linear_model.h"
#include "text/tokens.h"

namespace attest {

// Where a finding would stand: the kind of a section ("harms", "causes") or, under a treatment option, one of
// these.
inline constexpr std::string_view kOptionResult = "option result";
inline constexpr std::string_view kOptionAdvice = "option advice";
inline constexpr std::string_view kOptionHarm = "option harm";
inline constexpr std::string_view kOptionDose = "option dose";

// What is shown to a clinician, and to those for whom less can be put plainly: thresholds of read().
inline constexpr float kPertinenceMin = 0.4f;
inline constexpr float kPertinenceMinPlain = 0.3f;

// "These were…", "They also…", "Other treatments…": what the sentence speaks of stands before it.
bool points_back(std::string_view lower);

// One for each answer. Keeps a reference to the evidence; remembers what it has read.
class PertinenceReader {
 public:
  explicit PertinenceReader(const Evidence& evidence);

  // False in a build without the model: then relevance alone decides.
  bool trained() const { return model_ != nullptr; }
  // 0..1. `intervention`: the id of the option under which it would stand; empty in a section. Without
  // the model it is the finding's relevance.
  float read(const Finding& finding, std::string_view place, std::string_view intervention) const;
  // What the model data/models/pertinence.model sees.
  Features features(const Finding& finding, std::string_view place, std::string_view intervention) const;

 private:
  struct Asked {
    std::string id;
    std::string role;
  };

  struct ByWords {
    float probability = 0;  // of answering, by the model of search/passage_ranking.h
    float share = 0;        // 1 for the sentence that it puts first, 0 for the last
  };

  void rank_sentences() const;
  void add_likeness(Features& features, const AnswerSource& source, const std::vector<std::string>& stems,
                    const std::string& at) const;

  const Evidence& evidence_;
  mutable std::unordered_map<const Finding*, ByWords> by_words_;
  mutable Stemmer stemmer_;
  mutable std::optional<std::vector<uint32_t>> question_words_;  // numbers of the word table
  mutable std::unordered_map<const AnswerSource*, std::vector<uint32_t>> title_words_;
  const LinearModel* model_ = nullptr;
  mutable std::map<std::tuple<const Finding*, std::string, std::string>, float> known_;
  std::string intent_;
  std::vector<SectionPlan> plans_;
  std::vector<Asked> asked_;
  std::vector<std::string> asked_interventions_;
  float best_score_ = 1;
};

}  // namespace attest
