// Figures of the page that do not follow from each other, and those of a cited source where the page takes
// one of them over: figures/figures.h says which are compared.
#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "audit/work.h"
#include "base/ascii.h"
#include "base/white_space.h"
#include "figures/figures.h"

namespace attest::audit {

namespace {

// Tests and intervals are computed in several ways; a share, a total or a text that differs from its own
// abstract is not.
Severity severity_of(FigureCheckKind kind) {
  switch (kind) {
    case FigureCheckKind::kPValue:
    case FigureCheckKind::kSignificance:
    case FigureCheckKind::kInterval:
    case FigureCheckKind::kChange: return Severity::kWarning;
    default: return Severity::kSerious;
  }
}

// The page without the marks of its citations, byte for byte at the same places: "40 %¹² of 50" reads on.
std::string without_citations(const Work& work) {
  std::string text = work.page.text;
  for (const InTextCitation& citation : work.citations) {
    const bool words = citation.style == CitationStyle::kLink && citation.numbers.empty();
    if (words || citation.span.end > text.size()) continue;
    std::fill(text.begin() + citation.span.start, text.begin() + citation.span.end, ' ');
  }
  return text;
}

// A manuscript's abstract: what stands under that heading and the headings below it. Where all headings have
// one rank (plain text), what stands before the introduction.
ByteSpan abstract_of(const Page& page) {
  const auto headed = [&](const Block& block, std::string_view name) {
    return block.kind == PageBlock::Kind::kHeading && lower_ascii(trimmed(page.of(block))).starts_with(name);
  };
  const auto introduction = [&](const Block& block) { return headed(block, "introduction"); };
  const auto start = std::find_if(page.blocks.begin(), page.blocks.end(), [&](const Block& block) {
    return headed(block, "abstract") || headed(block, "summary");
  });
  if (start == page.blocks.end()) return {};
  const bool introduced = std::any_of(start, page.blocks.end(), introduction);
  const auto end = std::find_if(start + 1, page.blocks.end(), [&](const Block& block) {
    const bool other = block.kind == PageBlock::Kind::kHeading && block.level <= start->level;
    return introduced ? introduction(block) : other;
  });
  return {start->span.end,
          end == page.blocks.end() ? static_cast<uint32_t>(page.text.size()) : end->span.start};
}

void part(const Work& work, std::vector<ByteSpan>& abstract, std::vector<ByteSpan>& body) {
  const ByteSpan whole = abstract_of(work.page);
  for (const PageSentence& sentence : work.sentences)
    (whole.contains(sentence.span) ? abstract : body).push_back(sentence.span);
}

void own_figures(Work& work) {
  std::vector<ByteSpan> abstract;
  std::vector<ByteSpan> body;
  part(work, abstract, body);
  for (const FigureCheck& check : check_figures(without_citations(work), abstract, body)) {
    Remark& remark =
        work.add(RemarkKind::kFiguresDisagree, severity_of(check.kind), "The page " + check.said);
    remark.confidence = 0.9;
    for (const ByteSpan sentence : check.sentences) remark.places.push_back(work.place(sentence));
  }
}

// One figure, taken over: "36 of 50 patients (82%)" is the "82%" of the page.
bool is_taken_over(const StatedFigure& own, const StatedFigure& theirs) {
  const auto is_share = [](const StatedFigure& figure) {
    return figure.kind == QuantityKind::kPercentage || figure.kind == QuantityKind::kProportion;
  };
  constexpr double kSame = 1e-6;
  if (is_share(own) && is_share(theirs))
    return std::fabs(own.low - theirs.low) < kSame && std::fabs(own.high - theirs.high) < kSame;
  return own.kind == theirs.kind && figures_agree(own, theirs);
}

// Does the page take over a figure of the source that the check is about?
bool relies_on(const PageClaim& claim, const AnswerSource& source, const FigureCheck& check) {
  for (const Finding& finding : source.findings) {
    if (!finding.sentence.overlaps(check.figure)) continue;
    for (const StatedFigure& theirs : stated_figures(finding.quantities, source.document.text)) {
      if (!theirs.span.overlaps(check.figure)) continue;
      const bool same = std::any_of(claim.figures.begin(), claim.figures.end(),
                                    [&](const StatedFigure& own) { return is_taken_over(own, theirs); });
      if (same) return true;
    }
  }
  return false;
}

void figures_of_sources(Work& work) {
  std::map<std::string, std::vector<FigureCheck>> known;  // of each document
  for (const PageClaim& claim : work.claims) {
    if (claim.figures.empty()) continue;
    std::map<std::string, std::pair<const AnswerSource*, uint32_t>> cited;  // and the number of the work
    const auto cites = [&](const WorkMatch& match, uint32_t number) {
      if (const AnswerSource* source = work.source_of(match)) cited.try_emplace(source->id, source, number);
    };
    for (const size_t c : claim.sentence.citations) {
      for (const size_t index : work.citations[c].works)
        cites(work.matches[index], static_cast<uint32_t>(index + 1));
      cites(work.links[c], 0);
    }
    for (const auto& [id, one] : cited) {
      const auto& [source, number] = one;
      const auto [checks, added] = known.try_emplace(id);
      if (added) checks->second = check_figures(source->document);
      for (const FigureCheck& check : checks->second) {
        if (!relies_on(claim, *source, check)) continue;
        Remark& remark = work.add(RemarkKind::kFiguresDisagree, Severity::kWarning,
                                  fmt::format("The source of this figure does not fit itself: {} {}",
                                              short_label(*source), check.said));
        remark.confidence = 0.8;
        remark.places.push_back(work.place(claim.sentence.span));
        if (number > 0) remark.references.push_back(number);
        for (const ByteSpan sentence : check.sentences)
          remark.evidence.push_back(work.quote(*source, sentence));
      }
    }
  }
}

}  // namespace

void recompute_figures(Work& work) {
  own_figures(work);
  figures_of_sources(work);
}

}  // namespace attest::audit
