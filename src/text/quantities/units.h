// Private to quantities: units and the vocabularies that decide what a number counts.
#pragma once

#include <optional>
#include <string_view>

namespace attest::quantities {

enum class UnitClass { kDose, kTime, kMeasurement };

struct Unit {
  std::string_view canonical;
  UnitClass unit_class = UnitClass::kMeasurement;
};

// `word` lowered. "hours" → hour, "µg" ("ug") → microgram.
std::optional<Unit> unit_of(std::string_view word);

bool is_number_word(std::string_view word);

// "patients", "women", "participants"…: what a sample is made of.
bool is_person_noun(std::string_view word);

// "Figure", "type", "grade": a number after it is a label.
bool labels_number(std::string_view word);

// "randomised", "enrolled", "included": the verbs of a sample size.
bool is_enrolment_word(std::string_view word);

// "daily", "twice", "orally": part of a dosing schedule or a route.
bool is_schedule_word(std::string_view word);

// Prepositions, conjunctions, verbs: a counted noun does not lie beyond them.
bool ends_noun_phrase(std::string_view word);

bool is_month_name(std::string_view word);

}  // namespace attest::quantities
