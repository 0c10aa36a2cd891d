// Likely reasons why two sources differ: differences between them that can be read off their texts and that
// bear on results. Each names both values; nothing is guessed.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "evidence/sources.h"

namespace attest {

// One source as it stands on one side of a disagreement.
struct ComparedSource {
  const Finding* finding = nullptr;
  std::string given;           // what was given, and against what, as the source calls them; may be empty
  std::string against;         //
  double people = kNotStated;  // counted there; of the arm where an arm is compared
  std::string follow_up;
  double follow_up_days = kNotStated;
};

// Who was studied, by the title and by sentences that say who was included; what was excluded never counts.
struct StudiedPeople {
  std::string age;        // "children", "adolescents", "adults", "older people"
  std::string ages;       // in numbers: "18 to 50 years", "75 years or older"
  std::string sex;        // "women", "men"
  std::string state;      // "pregnancy", "healthy volunteers"
  std::string severity;   // "severe", "critically ill", "mild to moderate"
  std::string treatment;  // "after failed surgery", "not treated before"
  std::string setting;    // "intensive care", "primary care"
  std::string after;      // "coronary artery bypass surgery", where the title says after what
};
StudiedPeople studied_people(const Document& document);
StudiedPeople studied_people_of_title(const Document& document);

// Ids of the conditions that the title names.
std::set<std::string> title_conditions(const Evidence& evidence, const AnswerSource& source);

std::vector<std::string> study_differences(const Evidence& evidence, const ComparedSource& a,
                                           const ComparedSource& b);

}  // namespace attest
