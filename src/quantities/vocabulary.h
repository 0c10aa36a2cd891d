// Private to quantities: the words that decide what a number is. All words are in lower letters.
#pragma once

#include <string_view>

namespace attest::quantities {

bool is_number_word(std::string_view word);

// "patients", "rats", "biopsies": what a sample is made of.
bool is_sample_noun(std::string_view word);

// "spss", "stata": a number after it is a version.
bool is_program_name(std::string_view word);

// "Figure", "type", "grade", and names of programs: a number after it is a label.
bool labels_number(std::string_view word);

// "randomised", "enrolled", "included": the verbs of a sample size.
bool is_enrolment_word(std::string_view word);

// "daily", "twice", "orally": part of a dosing schedule or a route.
bool is_schedule_word(std::string_view word);

// Prepositions, conjunctions, determiners, verbs: a counted noun does not lie beyond them.
bool ends_noun_phrase(std::string_view word);

bool is_month_name(std::string_view word);

// "score", "age", "BMI": a number right after it is its value, not a label.
bool takes_value(std::string_view word);

// "item", "drug", "session": "26-item" counts, where "4-aminopyridine" only names.
bool is_counted_part(std::string_view word);

// "level", "serum", "excretion": an amount near it was measured, not given.
bool says_measured(std::string_view word);

// "dose", "injected", "orally": an amount near it was given.
bool says_given(std::string_view word);

// "died", "developed", "observed": people with an event, not the sample.
bool is_event_verb(std::string_view word);

// "studied", "performed", "measured": what was done with a sample.
bool is_study_verb(std::string_view word);

// "trial", "cohort", "series": "a series of 100 women".
bool is_study_noun(std::string_view word);

// Plural by its letters or by a list: "criteria", "people", "trials".
bool is_plural(std::string_view word);

}  // namespace attest::quantities
