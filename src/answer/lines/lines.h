// Lines of therapy: what is given first, what next and when, each rank with the reason a source gives for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "answer/choice/pertinence.h"
#include "evidence/sources.h"

namespace attest {

// Everything the sources say about one intervention for the condition.
struct InterventionEvidence {
  std::string id;
  std::string name;
  std::vector<const Finding*> recommended;  // for it
  std::vector<const Finding*> advised_against;
  std::vector<const Finding*> results;  // rates and effects, best source first
  std::vector<const Finding*>
      results_of_all;  // asked what comes next: in others than those in whom one failed
  std::vector<const Finding*> harms;
  std::vector<const Finding*> doses;
  std::vector<const Finding*> durations;
  std::vector<const Finding*> doubts;
  std::vector<const Finding*> after_failure;  // it was given after something else had failed
  std::vector<const Finding*> move_on;        // when to leave it
  int rank = 0;
  bool of_others = false;   // what stands here is of others than those in whom something has failed
  bool narrow = false;      // it has its rank only for something narrower than what was asked
  bool by_opinion = false;  // first by what single authors say: no guideline, no systematic review
  size_t ranked_by = 0;     // studies and bodies that call it the first
  std::string rank_reason;
  std::vector<const Finding*> rank_sentences;  // of the sources that the reason names
  const Finding* rank_evidence = nullptr;      // the sentence a rank rests on when it names no intervention
  bool direct = false;                         // some finding names the condition itself
  bool is_subject = false;                     // some source is about it, not only compared with it
  double weight = 0;                           // for ordering among equals
};

// Groups findings by intervention, ranks them, best first. Only sources about the condition count for ranks.
std::vector<InterventionEvidence> gather_interventions(const Evidence& evidence);

std::vector<TherapyLine> word_lines(const Evidence& evidence, const PertinenceReader& reader,
                                    const std::vector<InterventionEvidence>& interventions);

}  // namespace attest
