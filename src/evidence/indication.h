// For what a sentence calls a treatment first or recommends it: for what was asked, for something narrower,
// or for something else. See the head of indication.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "evidence/sources.h"

namespace attest {

enum class IndicationFit : uint8_t { kAsked, kNarrower, kOther };

struct Indication {
  IndicationFit fit = IndicationFit::kAsked;
  std::string words;          // of the sentence or the title, where it is narrower: "for infantile spasms"
  bool other_people = false;  // narrower, and of people or an occasion that was not asked about
  bool by_title = false;      // narrower, and only the title of the document says so
  bool only_excepts = false;  // narrower only by whom it leaves out: "unless they are at low risk"
};

// Of what the finding says of `intervention`: its line, else the advice on it.
Indication indication_of(const Evidence& evidence, const Finding& finding, std::string_view intervention);

// Of words alone, in small letters: "severe malaria".
IndicationFit fit_of_phrase(const Evidence& evidence, std::string_view phrase);

// Of the dose that the finding gives: its sentence or its title gives it for another condition, for
// prevention where treatment was asked, or (the title alone) for people who were not asked about.
bool is_dose_for_other(const Evidence& evidence, const Finding& finding);

}  // namespace attest
