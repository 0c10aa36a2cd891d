#include "figures/figures.h"

#include <algorithm>

#include "figures/checks.h"
#include "text/sentences.h"

namespace attest {

const char* figure_check_name(FigureCheckKind kind) {
  switch (kind) {
    case FigureCheckKind::kPercentage: return "percentage";
    case FigureCheckKind::kPValue: return "p-value";
    case FigureCheckKind::kSignificance: return "significance";
    case FigureCheckKind::kRatio: return "ratio";
    case FigureCheckKind::kDifference: return "difference";
    case FigureCheckKind::kNumberNeeded: return "number needed";
    case FigureCheckKind::kInterval: return "interval";
    case FigureCheckKind::kChange: return "change";
    case FigureCheckKind::kAccuracy: return "accuracy";
    case FigureCheckKind::kTotal: return "total";
    case FigureCheckKind::kAbstract: return "abstract and text";
  }
  return "percentage";
}

std::vector<FigureCheck> check_figures(std::string_view text, std::span<const ByteSpan> abstract,
                                       std::span<const ByteSpan> body, std::span<const ByteSpan> rest) {
  std::vector<FigureCheck> checks;
  const figures::Design design = figures::design_of(text);
  std::vector<figures::Passage> whole;  // of the abstract, or of a text without one
  for (const std::span<const ByteSpan> part : {abstract, body}) {
    const bool first = part.data() == (abstract.empty() ? body : abstract).data();
    std::vector<figures::Passage> before;  // a few sentences with figures
    for (const ByteSpan sentence : part) {
      // Rows of a table that were joined are no sentence: whose figure is whose cannot be told.
      constexpr size_t kSentenceBytesMax = 900;
      if (sentence.size() > kSentenceBytesMax) continue;
      figures::Passage passage = figures::read_passage(text, sentence, design);
      figures::check_later_claim(passage, before, checks);
      if (passage.quantities.empty()) continue;
      figures::check_percentages(passage, checks);
      figures::check_group_sizes(passage, before, text, checks);
      figures::check_intervals(passage, checks);
      figures::check_comparisons(passage, checks);
      figures::check_rate_effects(passage, checks);
      figures::check_relative_changes(passage, checks);
      figures::check_sums_of_shares(passage, checks);
      figures::check_fractions_in_words(passage, checks);
      figures::check_changes(passage, checks);
      figures::check_absolute_changes(passage, checks);
      figures::check_stated_order(passage, checks);
      figures::check_means(passage, checks);
      figures::check_mean_differences(passage, checks);
      figures::check_accuracy(passage, before.empty() ? nullptr : &before.back(), checks);
      figures::check_partitions(passage, checks);
      figures::check_significance(passage, checks);
      figures::check_totals(passage, before, checks);
      constexpr size_t kWholeMax = 40;
      if (first && whole.size() <= kWholeMax) whole.push_back(passage);
      constexpr size_t kBeforeMax = 3;
      if (before.size() == kBeforeMax) before.erase(before.begin());
      before.push_back(std::move(passage));
    }
  }
  constexpr size_t kAbstractMax = 40;
  if (whole.size() <= kAbstractMax) figures::check_stated_totals(whole, text, checks);
  figures::check_abstract(text, abstract, body, rest, checks);
  std::stable_sort(checks.begin(), checks.end(), [](const FigureCheck& a, const FigureCheck& b) {
    return a.figure.start < b.figure.start;
  });
  return checks;
}

std::vector<FigureCheck> check_figures(const Document& document) {
  std::vector<ByteSpan> abstract;
  std::vector<ByteSpan> body;
  std::vector<ByteSpan> rest;
  for (const Section& section : document.sections) {
    const bool in_abstract =
        section.kind == SectionKind::kAbstract || section.kind == SectionKind::kOtherAbstract;
    if (section.kind == SectionKind::kTable || section.kind == SectionKind::kFigure)
      rest.push_back(section.body);
    if (!in_abstract && section.kind != SectionKind::kBody) continue;
    for (const ByteSpan sentence : split_sentences(section.body.of(document.text)))
      (in_abstract ? abstract : body)
          .push_back({sentence.start + section.body.start, sentence.end + section.body.start});
  }
  return check_figures(document.text, abstract, body, rest);
}

}  // namespace attest
