// Private to cue_subjects.cpp: what the text between a name and a cue ("recommended", "first-line") says of
// the two. `gap`: that text, in small letters.
#pragma once

#include <string_view>

namespace attest {

// "Is", "was", "remains", "as".
bool has_linking_verb(std::string_view gap);
// The name stands first, and a verb, "as" or an apposition leads from it to the cue.
bool is_linked_before(std::string_view gap);
// The cue stands first, and the name follows it closely or behind a verb, a colon or a bracket.
bool is_linked_behind(std::string_view gap);
// "As first strategy, | the Task Force recommends | X".
bool is_advised_behind(std::string_view gap);

// "First-line X", "first-line therapy with X": said of X where the clause also says what ought to be.
bool says_what_ought_to_be(std::string_view clause);

// "Since X passes into milk, breast feeding should be avoided": the cue has a subject of its own.
bool has_own_subject(std::string_view gap);

// "Careful monitoring is recommended where X is given": what is advised is named by words that no vocabulary
// knows, and X is not it. "It is recommended that X…", "treatment should be started with X": X is. `before`:
// what stands before the cue.
bool speaks_of_something_else(std::string_view before, std::string_view gap);

// "Steroid-sparing", "steroid-free": a quality of something else. `behind`: what follows the name.
bool is_quality(std::string_view behind);

}  // namespace attest
