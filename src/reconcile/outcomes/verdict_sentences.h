// Which sources, and which of their sentences, may say what a treatment did to an outcome.
#pragma once

#include <string_view>

#include "evidence/sources.h"
#include "quantities/quantities.h"

namespace attest {

// Trials, observations of groups and reviews that say what a treatment does, given and not measured in
// people.
bool tells_effects(const Evidence& evidence, const AnswerSource& source);
// "High versus low dose", "switching from X": its title holds forms of it, or two treatments, against each
// other.
bool compares_forms(const AnswerSource& source);

// Not behind the abstract of a full text, which tells of others, of parts and of methods as well.
bool is_summed_up(const AnswerSource& source, const Finding& finding);

// "Table 2Adverse eventsPlacebo (n = 9)Zinc (n = 27)Nausea3 (22)2 (7)": cells without their lines.
bool is_table_in_text(std::string_view sentence);

// Neither a plan, nor a condition ("if shorter periods do as well"), nor a table in running text; of a review
// without a search only what it tells of trials. `lower`: the sentence in small letters.
bool tells_what_was_found(const AnswerSource& source, std::string_view sentence, std::string_view lower);

// The words or figures of the sentence bear the change that was read (1 more, -1 less, 0 no difference): no
// difference needs a denial, or a figure that leaves it to chance; a difference needs a word for one, or
// figures that hold two groups apart.
bool bears_change(const Finding& finding, std::string_view lower, int change);
// "Not significantly longer", "this was not statistically significant".
bool denies_significance(std::string_view lower);

// "Only A differed", "no differences except in A": what holds for A and for the rest is another thing.
bool makes_exception(std::string_view lower);

// "One model showed no difference (OR 0.99, 0.94–1.04), another a reduction (OR 0.66, 0.53–0.82)".
bool says_both_ways(const Finding& finding, std::string_view lower);

// "CHD, 1.29 (1.02–1.63); stroke, 1.41 (1.07–1.85)": the ratio with its interval behind the name that ends at
// `end` of the sentence, before the next name; nullptr where there is none.
const Quantity* estimate_beside(const Finding& finding, size_t end, std::string_view lower);

// What was seen in groups that nobody assigned says something only where it compares: "28 could relax, 14
// recovered" does not.
bool compares_groups(std::string_view lower);

// "Higher in Group B": who that is stands elsewhere.
bool calls_groups_by_letters(std::string_view sentence);

// "The composite of stroke or death": of neither of them.
bool counts_together(std::string_view lower);

// "Greater anxiety score (GAD-7) improvement": more of that is less of the outcome that ends at `end`, and
// not every reader sees it.
bool is_improvement_of(std::string_view lower, size_t end);

// "In the placebo group, …": what came of those who were not given it, alone.
bool tells_of_controls_alone(std::string_view lower);

// "Placebo", "sham", "control group" in the sentence.
bool names_control(std::string_view sentence);

}  // namespace attest
