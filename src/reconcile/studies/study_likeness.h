// Whether two sources without a common number look like reports of one study.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "evidence/sources.h"

namespace attest {

// What is compared of a source, read once.
struct StudyFeatures {
  struct Person {
    std::string family;    // folded
    std::string initials;  // of the given names; "" when none are stated
  };
  std::vector<Person> authors;
  std::vector<std::string> title_stems;  // sorted: what the study is on, without the words of every study
  std::set<std::string> results;         // long sentences with several figures
  std::set<std::string> trials;          // what the title calls the trial
  std::string title;                     // folded
  bool studies_people = false;           // a design that people were studied by, or the plan of one
  bool trial = false;
  bool observed = false;
  bool planned = false;    // a protocol or a register's entry
  bool follow_up = false;  // says in its title that it looks at people of a study later
  bool interim = false;
  bool preliminary = false;  // interim only where nobody else is counted later: often a study of its own
  bool meeting = false;      // an abstract of a congress
};

StudyFeatures read_study_features(const AnswerSource& source);

// Why they probably report one study; "" where they do not, or where it cannot be told.
std::string look_alike(const AnswerSource& a, const StudyFeatures& features_of_a, const AnswerSource& b,
                       const StudyFeatures& features_of_b);

// Both state one result with its figures in the same words, and not in different years: two copies of one
// report, from two lists or journals.
bool same_result_word_by_word(const AnswerSource& a, const StudyFeatures& features_of_a,
                              const AnswerSource& b, const StudyFeatures& features_of_b);

}  // namespace attest
