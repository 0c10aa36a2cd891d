// "Refractory gout", "depression that did not respond to two antidepressants": which findings are of people
// in whom a treatment has failed. In such questions nothing else answers.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/sources.h"

namespace attest {

class FailedPeople {
 public:
  explicit FailedPeople(const Evidence& evidence);

  // The question is of such people, or asks for a later line.
  bool asked() const { return asked_; }
  // Something named in the question failed, or cannot be taken.
  bool any_named() const { return !failed_.empty(); }
  bool not_tolerated() const { return not_tolerated_; }
  // The treatment is what failed, or of its kind.
  bool has_failed(const std::string& id) const;
  // The finding is of such people: its sentence, the title of its source or, of a study, who took part.
  bool are_those_of(const Finding& finding) const;

  // Its sentence says so.
  bool tells_itself(const Finding& finding) const;
  // "X in combination with a cephalosporin", where that cannot be taken.
  bool gives_with_it(const Finding& finding) const;
  // "X is first-line, Y is second-line": of X, where Y is asked for.
  bool is_first_elsewhere(const Finding& finding, const std::string& id) const;

 private:
  enum class Named : uint8_t { kNone, kOther, kClass, kFailed };
  Named named_in(std::string_view lower) const;
  bool names_other_behind(std::string_view lower, size_t at) const;
  bool names_failed_in(std::string_view lower) const;
  bool is_named_as_members(const std::string& id) const;
  void read_endings();
  Named named_near(std::string_view lower, size_t at) const;
  bool fails_named(std::string_view lower, size_t at, std::string_view cue) const;
  bool tells_failure_of(std::string_view lower, Named wanted) const;
  bool is_held_against_failed(const Finding& finding) const;
  // A smaller share of those who had what failed got better there than of the others.
  bool did_worse(const Finding& finding) const;
  bool tells_of_them(std::string_view lower) const;
  bool is_study_in_them(const AnswerSource& source) const;

  const Evidence& evidence_;
  bool asked_ = false;
  bool of_refractory_ = false;
  bool not_tolerated_ = false;
  bool regimen_failed_ = false;               // several treatments together, one of them named
  std::vector<std::string> failed_;           // ids
  std::vector<std::string> failed_kinds_;     // those of which the whole class has failed
  std::vector<std::string> endings_;          // of the names of their members
  mutable std::map<uint32_t, bool> in_them_;  // by number of the source
};

}  // namespace attest
