// Private to appraise: the names of the groups of a trial among the words of a sentence.
#pragma once

#include <string_view>

#include "base/byte_span.h"

namespace attest {

size_t arm_word_count(std::string_view text);

// Takes separators and little words off both ends.
ByteSpan trimmed_arm(std::string_view text, ByteSpan span);

// Whether the words can be the name of a group: no sentence, no number of people, no sex.
bool is_arm_name(std::string_view name);

// Where the name of a first arm starts: behind the last word that introduces it.
size_t arm_name_start(std::string_view lower);

// "We randomised 200 patients with hypertension to …": behind people who are put into groups, the first "to".
// 0 where there is none, or it is not sure which it is.
size_t behind_those_assigned(std::string_view lower);

// "Patients received either …", "they received …": behind the verb; 0 where a part of them may be meant.
size_t behind_those_who_got(std::string_view lower);

// Where a name ends that nothing closes: at what says how, how long, for what.
size_t arm_name_end(std::string_view lower);

// The same for a list of names: how often each is taken ends none, "A 40 mg once daily or placebo".
size_t arm_list_end(std::string_view lower);

}  // namespace attest
