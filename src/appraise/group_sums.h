// Private to appraise: the size of a study from the counts of its groups in one sentence. Nothing where the
// counts may be parts of each other.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "appraise/people_counts.h"
#include "base/byte_span.h"

namespace attest {

struct Size {
  uint32_t value = 0;
  ByteSpan span;  // in the sentence
};

// "Of the 758 allocated to tight control, 400 …": a group of the study, which has others; "randomised to A or
// B" is all of it. The sentence in lower case.
bool is_one_group(std::string_view lower, const Counted& count);

// The sum of groups that follow each other, unless their whole stands in the same sentence.
std::optional<Size> sum_of_groups(std::string_view words, const std::vector<Counted>& counts);

// "Of 134 randomised, 69 took A and 65 B", "238 (115 to A, 123 to B)": the count that its two or three parts
// follow and come to, when none of them was lost or never taken.
std::optional<Size> whole_of_parts(std::string_view words, const std::vector<Counted>& counts,
                                   uint32_t enrolled);

// "31 veterans with the disease, 28 without and 69 offspring were studied", "434 male and 137 female
// residents", "20 patients compared with the old one in 20": groups told one after the other, all of whom
// took part.
std::optional<Size> sum_of_listed(std::string_view words, const std::vector<Counted>& counts);

// "307 patients and an equal number of controls": twice as many.
std::optional<Size> doubled_by_controls(std::string_view lower, const std::vector<Counted>& counts);

// "60 were randomised to A and 62 to B": both parts of the whole.
std::optional<Size> sum_of_assigned(std::string_view words, const std::vector<Counted>& counts);

// "to A (n = 60) or B (n = 62)".
std::optional<Size> sum_of_bracketed(const std::vector<Counted>& counts);

// "Four groups were studied: ten …; ten …; ten …; ten …": as many counts as there are groups.
std::optional<Size> sum_of_named_groups(std::string_view words, const std::vector<Counted>& counts);

}  // namespace attest
