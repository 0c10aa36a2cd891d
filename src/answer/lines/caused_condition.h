// A treatment that causes the condition asked about is no treatment of it. See the head of
// caused_condition.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "answer/lines/lines.h"
#include "evidence/sources.h"

namespace attest {

// What the sources say between treatments and the condition asked about, read once for all treatments.
class ConditionCauses {
 public:
  explicit ConditionCauses(const Evidence& evidence);

  // Sources say that it causes the condition, and none, or far fewer sentences, that it is for it or makes it
  // rarer.
  bool only_causes(const std::string& treatment) const;
  // Some source gives it for the condition, or tells that it eased it.
  bool treats(const std::string& treatment) const;
  // The figures of the sentence tell how often the condition came up under treatment, as a harm: none of
  // them is a result of treating it.
  bool counts_condition(const Finding& finding) const;

 private:
  void read(std::string_view text, const std::vector<Mention>& named, size_t start,
            const std::vector<Mention>& of_title, bool is_title);
  void note_use(std::string_view lower, ByteSpan condition, const std::string& treatment);
  size_t count(const std::map<std::string, size_t>& sentences, const std::string& treatment) const;

  const Evidence& evidence_;
  std::vector<std::string> names_;  // of the condition, in small letters
  // How many sentences say it of a treatment, by its id.
  std::map<std::string, size_t> causes_;
  std::map<std::string, size_t> treats_;
  std::map<std::string, size_t> eases_;  // those, and what made it rarer
};

// Takes options that only cause the condition out of `groups`, and results that count it as a harm.
void drop_causes(const Evidence& evidence, std::vector<InterventionEvidence>& groups);

}  // namespace attest
