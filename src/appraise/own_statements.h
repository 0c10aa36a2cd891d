// What of a text says how its own study was done. Abstracts speak of other people's
// trials, and of trials that should be done, in the words in which they would name their own.
#pragma once

#include <string>
#include <string_view>

namespace attest {

// `text` in lower case, with blanks for sentences about studies of others or of the future, and for words
// that name a design elsewhere ("randomly selected"). As long as `text`, so that places stay the same.
std::string own_statements(std::string_view text);

// Whether a sentence (in lower case) says that studies are wanted, planned or under way.
bool is_of_the_future(std::string_view lower_sentence);

// Whether a sentence (in lower case) speaks of studies that others did.
bool is_of_others(std::string_view lower_sentence);

// Whether a sentence, as it is written, reports a study under its author's name or its place in a journal.
bool names_its_authors(std::string_view sentence);

// Whether the text tells how literature was searched for: a review that says how it was made.
bool tells_a_search(std::string_view lower);

// Whether the text plans a study: it says again and again what will be done, and hardly what was.
bool plans_a_study(std::string_view lower);

}  // namespace attest
