// Private to figures: one sentence with its quantities, and which of its figures are compared with which.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"
#include "figures/figures.h"
#include "figures/printed.h"
#include "figures/statistics.h"
#include "quantities/quantities.h"

namespace attest::figures {

// What a whole text says of how its figures came about.
struct Design {
  bool dependent = false;  // clusters, pairs, periods, both eyes: no test of independent counts holds
  bool adjusted = false;   // models, weights: a ratio need not be that of the counts
  bool pooled = false;     // several studies together
  bool one_sided = false;  // or a test of non-inferiority
};
Design design_of(std::string_view text);

struct Passage {
  std::string_view whole;
  std::string_view text;  // of the sentence
  uint32_t start = 0;     // of the sentence in the whole text
  std::string lower;
  std::vector<Quantity> quantities;  // spans in `text`
  Design design;                     // of the whole text

  ByteSpan span() const { return {start, start + static_cast<uint32_t>(text.size())}; }
  ByteSpan placed(ByteSpan inside) const { return {inside.start + start, inside.end + start}; }
  // Small letters between two places.
  std::string_view between(size_t from, size_t to) const {
    return from < to && to <= lower.size() ? std::string_view(lower).substr(from, to - from)
                                           : std::string_view{};
  }
  // The number at `at` may be the second half of one: "59. |2 % (29/49)", even where a sentence was ended
  // at the point.
  bool breaks_number(size_t at) const { return number_is_broken_before(whole, start + at); }
  FigureCheck check(FigureCheckKind kind, ByteSpan figure) const;
};
Passage read_passage(std::string_view text, ByteSpan sentence, const Design& design);

// A group's figure: a percentage, with its counts where they are stated.
struct Share {
  size_t quantity = 0;  // in Passage::quantities
  ByteSpan span;
  bool counted = false;
  CountOfTotal count;
  std::optional<Printed> percent;

  // As percentages: what the stated figure may have been before it was rounded.
  double low() const;
  double high() const;
  std::string words() const;  // "17/24", else "71 %"
};

// The counts of "17/24", "17 of 24 patients"; none of "4.1/1,000", "17/1,000 patient-years", "17 (71 %)".
std::optional<CountOfTotal> counts_of(const Quantity& quantity, std::string_view words);

// The number at `at` was not read from its start, or is what is left over: "two-hundred |ten of 353",
// "1 |263 of 2 000", "all but |one of 74".
bool goes_on_from_before(const Passage& passage, size_t at);

// Stages, visits, years and acuities are written like counts: "visit 6/7", "1985/1986", "20/40 vision".
bool is_label(const Passage& passage, const Quantity& quantity);

// The shares of two groups that a clause sets beside each other: "36/50 with finasteride v 20/50 with
// placebo". Nothing else that could be a third group stands in the clause.
struct Comparison {
  Share a;
  Share b;
};
std::vector<Comparison> compared_shares(const Passage& passage);

// "20/200 and 40/200 (RR 0.5)", "45% and 30% (difference 15%)": what stands in the bracket compares them. The
// only two shares of the sentence.
std::optional<Comparison> joined_pair(const Passage& passage);

// The first quantity after the comparison that is said of it and no other; of the kinds of a result of two
// groups. Null when there is none. `from`: after which one to look.
const Quantity* result_after(const Passage& passage, const Comparison& comparison, QuantityKind kind);

// A probability that was read to its end: not the 1 of "p = 1×10(-7)".
bool is_whole_p_value(const Passage& passage, const Quantity& quantity);

// "AOR 2.5", "aHR 1.2": the name says that it is of a model.
bool is_named_adjusted(const Passage& passage, const Quantity& quantity);

// The words about a result say that it came from a model, pairs, time to an event, or several studies.
bool is_modelled(std::string_view lower);

}  // namespace attest::figures
