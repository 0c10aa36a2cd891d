// Which named arm stands next to a figure. All spans are relative to the sentence, given in small letters.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest {

// The words of a part of a sentence, as words_outside_brackets() gives them.
bool opposes(std::string_view word);     // "than", "versus": sets the next name against another
bool breaks_off(std::string_view word);  // a word behind which another arm or another time is told of
bool any_breaks_off(const std::vector<std::string>& words);
bool may_lead_to_name(std::string_view word);  // "the", "oral", "5": stands between "with" and a name

// A name that stands for people who were given it, not "placebo-controlled", "X-resistant", "X was used in".
bool may_be_arm(std::string_view lower, const Mention& mention);

// The first arm after `from` and before `until`, where the words between lead to it.
const Mention* arm_after(std::string_view lower, size_t from, size_t until, std::span<const Mention> arms);

// "6 of 24 botulinum toxin procedures (25%)": the name is part of the figure.
const Mention* arm_inside(ByteSpan figure, std::span<const Mention> arms);

struct ArmBefore {
  const Mention* arm = nullptr;
  bool opposed = false;    // "than with placebo (38%)": only beside another arm's figure
  bool at_a_sign = false;  // a comma or a colon stands between
  bool sure = false;       // not only "X (40%)", which may as well count who was given X
};
// The last arm between `from` and the figure, where nothing but its group stands between.
ArmBefore arm_before(std::string_view lower, size_t from, size_t figure, std::span<const Mention> arms);

// Nothing behind a figure names a group that no vocabulary knows ("of those on the new drug"). `one_arm`: the
// sentence names no other, so that "patients with" tells what they suffer from.
bool names_no_group(std::string_view tail, bool one_arm);

// Behind the bracket that a figure stands in: "43 (80%; p < 0.01) in …" → " in …".
size_t behind_bracket(std::string_view lower, size_t from);

}  // namespace attest
