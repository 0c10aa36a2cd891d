// Private to figures: a sentence of the abstract or of the full text as it is compared with the other.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "figures/passage.h"

namespace attest::figures {

// One number of a sentence, and what it is: an odds ratio, the upper limit of one, a p-value, an age.
struct LabelledFigure {
  std::string label;
  Printed printed;
  Relation relation = Relation::kEqual;
  ByteSpan span;  // of its whole expression, in the document
};
std::vector<LabelledFigure> labelled_figures(std::string_view words, std::span<const Quantity> quantities);

// "300 women were enrolled": how many, and by which verb.
struct SizeSaid {
  std::string_view verb;
  double people = 0;
  ByteSpan span;  // in the document
};

struct Told {
  ByteSpan sentence;
  std::set<std::string> stems;   // content words without numbers
  std::vector<Quantity> shares;  // counts of a total; spans in the document
  std::vector<LabelledFigure> figures;
  std::vector<SizeSaid> sizes;
  double randomised = kNotStated;
  ByteSpan randomised_span;
};

// Stems that both have, as a share of the larger set.
double likeness(const std::set<std::string>& a, const std::set<std::string>& b);

// Every number in digits of `words`.
void collect_printed(std::string_view words, std::vector<Printed>& printed);

// One figure of the sentence `said` differs from that of a sentence of the body that has all its others, and
// stands nowhere in `printed`.
void check_told_figures(std::string_view text, const Told& said, std::span<const Told> body,
                        std::span<const Printed> printed, std::vector<FigureCheck>& checks);

// "36.9 ± 16.2" where the text has "33.9 ± 16.2" and no other mean with that deviation.
void check_told_means(std::string_view text, const Told& said, std::span<const Told> body,
                      std::span<const Printed> printed, std::vector<FigureCheck>& checks);

// "The median follow-up was 24 months": the figure that the abstract and the text each give once.
void check_named_summaries(std::string_view text, std::span<const ByteSpan> abstract,
                           std::span<const ByteSpan> body, std::span<const Printed> printed,
                           std::vector<FigureCheck>& checks);
// May one be the other, rounded or cut?
bool may_be_same(const Printed& a, const Printed& b);

}  // namespace attest::figures
