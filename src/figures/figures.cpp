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
    case FigureCheckKind::kTotal: return "total";
    case FigureCheckKind::kAbstract: return "abstract and text";
  }
  return "percentage";
}

std::vector<FigureCheck> check_figures(std::string_view text, std::span<const ByteSpan> sentences) {
  std::vector<FigureCheck> checks;
  const figures::Design design = figures::design_of(text);
  for (const ByteSpan sentence : sentences) {
    const figures::Passage passage = figures::read_passage(text, sentence, design);
    constexpr size_t kQuantitiesMin = 2;
    if (passage.quantities.empty()) continue;
    figures::check_percentages(passage, text, checks);
    figures::check_intervals(passage, checks);
    if (passage.quantities.size() < kQuantitiesMin) continue;
    figures::check_comparisons(passage, checks);
    figures::check_means(passage, checks);
    figures::check_totals(passage, checks);
  }
  return checks;
}

std::vector<FigureCheck> check_figures(const Document& document) {
  std::vector<ByteSpan> sentences;
  for (const Section& section : document.sections) {
    const bool told = section.kind == SectionKind::kAbstract || section.kind == SectionKind::kBody ||
                      section.kind == SectionKind::kOtherAbstract;
    if (!told) continue;
    for (const ByteSpan sentence : split_sentences(section.body.of(document.text)))
      sentences.push_back({sentence.start + section.body.start, sentence.end + section.body.start});
  }
  std::vector<FigureCheck> checks = check_figures(document.text, sentences);
  figures::check_abstract(document, checks);
  std::stable_sort(checks.begin(), checks.end(), [](const FigureCheck& a, const FigureCheck& b) {
    return a.figure.start < b.figure.start;
  });
  return checks;
}

}  // namespace attest
