// The cue words that decide what a sentence says. Lists are in English; each entry is a phrase of
// text/phrases.h ('*' at the end allows more letters).
#pragma once

#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest::cues {

bool recommends(std::string_view lower);  // some word of advice, whatever the sentence makes of it (advice.h)
bool recommends_against(std::string_view lower);
// The words of a cue are an order: "offer", "consider".
bool is_order(std::string_view cue);
// A question ("Should X be…?"), or what somebody proposes and the writer does not: neither advises.
bool asks_or_disagrees(std::string_view lower);
bool hedged(std::string_view lower);
bool negated(std::string_view lower);
bool about_harm(std::string_view lower);
// People who stayed in a study or left it.
bool attendance(std::string_view lower);
bool no_harm(std::string_view lower);  // "no morbidity was observed"
bool speaks_of_harm(
    std::string_view lower);  // harm or safety by any general word: "risk", "safe", "toxicity"
bool uncertainty(std::string_view lower);
bool warning_sign(std::string_view lower);
// Of a warning sign: that one should act, not that people do ("patients often seek medical attention").
bool urges(std::string_view lower);
bool prevalence(std::string_view lower);
bool predictor(std::string_view lower);
bool definition(std::string_view lower);
bool diagnosis(std::string_view lower);  // by any word of it
// How it is found or told from others, and not only in whom it was: "newly diagnosed", "eligibility
// criteria".
bool tells_diagnosis(std::string_view lower);
bool mechanism(std::string_view lower);
bool effect_duration(std::string_view lower);   // how long a benefit lasts
bool lasts(std::string_view lower);             // for how long something goes on
bool time_to_effect(std::string_view lower);    // when a treatment begins to work
bool speed_in_words(std::string_view lower);    // "rapid onset", "immediately"
bool treatment_length(std::string_view lower);  // for how long or how often it is given
bool contraindication(std::string_view lower);
bool indication(std::string_view lower);       // when, or in whom, something is begun, changed or ended
bool target(std::string_view lower);           // a value to be reached or kept
bool describes_study(std::string_view lower);  // design and arms, not results
bool announces_study(std::string_view lower);  // what a study will do or was made for
bool who_was_studied(std::string_view lower);  // "two infants with tongue-tie were included"
bool admission(std::string_view lower);        // "exclusion criteria were…": who may enter a study
bool monitoring(std::string_view lower);
bool symptoms(std::string_view lower);
bool prevention(std::string_view lower);
// And of no treatment: "first-line treatment for prophylaxis" treats nothing.
bool prevention_alone(std::string_view lower);
bool prognosis(std::string_view lower);
bool cause(std::string_view lower);
bool benefit_outcome(std::string_view lower);
bool no_information(std::string_view lower);  // "no figures were available in the record"
bool compares(std::string_view lower);
bool tells_direction(std::string_view lower);  // how something went, whichever way and whether wanted or not

// 1 for "first-line", 2, 3; 0 when no line is said.
// 1 first line, 2, 3; 0 when the sentence says none. With the place of the words that say so.
struct LineCue {
  int line = 0;
  size_t start = 0;
  size_t end = 0;
};
LineCue find_line_of_therapy(std::string_view lower);
// "Regardless of choice", "freedom of choice": "of choice" at `at` gives no place.
bool is_free_choice(std::string_view lower, size_t at);
// A word of advice, with its place.
struct AdviceCue {
  size_t start = 0;
  size_t end = 0;
  bool against = false;  // "should be avoided", "do not offer"
  bool line = false;     // "first-line", "mainstay of"
};
// All of a sentence, in its order; they do not overlap.
std::vector<AdviceCue> find_advice(std::string_view lower);
int line_of_therapy(std::string_view lower);
// Words like "strong", "conditional" of a recommendation, or "".
std::string_view recommendation_strength(std::string_view lower);

// "after failed biofeedback", "in whom at least three sessions of biofeedback had failed", "refractory to
// drugs": where in the sentence, relative to it; empty when there is none. `before` = the sentence names what
// must come before something else ("should be completed before constipation is called refractory").
struct Trigger {
  size_t start = 0;
  size_t end = 0;
  bool found() const { return end > start; }
};
Trigger find_trigger(std::string_view lower);
// The sentence says when to stop or change a treatment.
bool move_on(std::string_view lower);

}  // namespace attest::cues
