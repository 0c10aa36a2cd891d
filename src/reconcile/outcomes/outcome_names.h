// What a result counts or measures, by a list of names: two sentences are held against each other only where
// they speak of the same outcome, and "less" is good or bad by what there is less of.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attest {

// A place in a sentence that names an outcome.
struct OutcomePlace {
  std::string name;    // "death", "postoperative pain": equal for the same outcome
  int wanted = 0;      // 1: more of it is good ("remission"), -1: bad ("death"), 0: it depends
  int sense = 1;       // -1 where the words say its opposite: "survival" of death
  bool result = true;  // false: not a result of people's illness: a cost, how long something took
  size_t start = 0;
  size_t end = 0;
};

// The outcomes that `lower` names, in their order. A word before the name that narrows it is part of the name
// ("cardiovascular death"); words of size, time and grammar are not ("lower 28-day mortality").
std::vector<OutcomePlace> find_outcomes(std::string_view lower);

// The words right before `start` that narrow what stands there, or "".
std::string narrowing_word(std::string_view lower, size_t start);

// Events and diseases of heart and vessels, which studies count together in many ways.
bool is_of_heart(std::string_view words);

}  // namespace attest
