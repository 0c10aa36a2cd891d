// Private to figures: the checks of one sentence, and of a document as a whole. Each adds what does not fit.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "figures/passage.h"

namespace attest::figures {

// "36/50 (82 %)", "36/50 and 20/50 (82 % and 40 %)".
void check_percentages(const Passage& passage, std::vector<FigureCheck>& checks);
// "(n = 50) had 36 (82 %)", "of the 200 women, 90 (40 %) smoked", and sizes stated in the sentences `before`.
void check_group_sizes(const Passage& passage, std::span<const Passage> before, std::string_view whole_text,
                       std::vector<FigureCheck>& checks);

// "30 (25%), 54 (45%) and 18 (21%)" of the 120 that the abstract enrolled.
void check_stated_totals(std::span<const Passage> passages, std::string_view whole_text,
                         std::vector<FigureCheck>& checks);

// What is said of two groups' shares: p-values, ratios, differences, numbers needed.
void check_comparisons(const Passage& passage, std::vector<FigureCheck>& checks);

// "significantly more", "no significant difference" beside the counts of two groups.
void check_significance(const Passage& passage, std::vector<FigureCheck>& checks);
// "The early difference was significant" of counts in one of the sentences `before`, of the same time.
void check_later_claim(const Passage& passage, std::span<const Passage> before,
                       std::vector<FigureCheck>& checks);

// Intervals: around their estimate, against the counts, against the p-value beside them.
void check_intervals(const Passage& passage, std::vector<FigureCheck>& checks);

// "12% v 6% (RR 1.2)", "an absolute reduction of 5% (NNT 10)".
void check_rate_effects(const Passage& passage, std::vector<FigureCheck>& checks);

// "A 26% reduction (RR 0.74)", "RRR 62%; RR 0.38".
void check_relative_changes(const Passage& passage, std::vector<FigureCheck>& checks);

// "16 of 30: 5 of 12 with the drug and 9 of 18 without".
void check_sums_of_shares(const Passage& passage, std::vector<FigureCheck>& checks);

// "Two thirds (45/100)", "more than half (45%)".
void check_fractions_in_words(const Passage& passage, std::vector<FigureCheck>& checks);

// "Fell from 20 to 10 (a 30% decrease)".
void check_changes(const Passage& passage, std::vector<FigureCheck>& checks);

// "Fell from 140 to 128 mm Hg (a fall of 15 mm Hg)".
void check_absolute_changes(const Passage& passage, std::vector<FigureCheck>& checks);

// "Less often with A (66%) than with B (40%)", "raised the risk (RR 0.74)".
void check_stated_order(const Passage& passage, std::vector<FigureCheck>& checks);

// "12.3 ± 2.1 (n = 40) v 10.1 ± 2.0 (n = 40), P = 0.5".
void check_means(const Passage& passage, std::vector<FigureCheck>& checks);

// "12.3 v 10.1 (mean difference 3.5)", "12.3 (SD 4.0, 95% CI 12.2 to 12.4; n = 40)".
void check_mean_differences(const Passage& passage, std::vector<FigureCheck>& checks);

// "sensitivity 90% (40/50)", and from the four cells of a table in words, here or in the sentence before.
void check_accuracy(const Passage& passage, const Passage* before, std::vector<FigureCheck>& checks);

// "mild in 40%, moderate in 35% and severe in 45%".
void check_partitions(const Passage& passage, std::vector<FigureCheck>& checks);

// "120 were randomised to A (n = 50) or B (n = 50)", "150 patients (80 women, 90 men)".
void check_totals(const Passage& passage, std::span<const Passage> before, std::vector<FigureCheck>& checks);

// Figures of the abstract's sentences that those of the full text give otherwise. `rest`: tables and
// captions, where a figure of the abstract may stand too.
void check_abstract(std::string_view text, std::span<const ByteSpan> abstract, std::span<const ByteSpan> body,
                    std::span<const ByteSpan> rest, std::vector<FigureCheck>& checks);

}  // namespace attest::figures
