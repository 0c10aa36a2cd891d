// The same publisher on another page: figures, lines of therapy and doses of the same treatment that exclude
// each other, and pages that disagree about their review.
#include <algorithm>

#include <fmt/format.h>

#include "audit/work.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

constexpr double kOtherPagePoints = 8;

struct OtherPage {
  Page page;
  std::vector<PageClaim> claims;
  uint32_t number = 0;
};

OtherPage read_other(const Work& work, const MarkedPage& marked, const std::string& file, uint32_t number) {
  OtherPage other;
  other.number = number;
  other.page = lay_out(marked, file);
  const ReferenceList list = read_reference_list(other.page);
  const auto citations = find_citations(other.page, list);
  other.claims = find_claims(page_sentences(other.page, list, citations), *work.lexicon);
  return other;
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b, const Lexicon& lexicon) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& x) {
    return std::any_of(b.begin(), b.end(),
                       [&](const std::string& y) { return lexicon.same_or_kind_of(x, y); });
  });
}

// What differs between two claims about one treatment, in words; "" when nothing does.
std::string difference(const PageClaim& a, const PageClaim& b) {
  const int line_a = a.finding.line_of_therapy;
  const int line_b = b.finding.line_of_therapy;
  if (line_a > 0 && line_b > 0 && line_a != line_b && a.names_intervention && b.names_intervention &&
      a.interventions.size() == 1 && b.interventions.size() == 1)
    return fmt::format("line {} of therapy here, line {} there", line_a, line_b);
  if (a.finding.about_harm != b.finding.about_harm) return {};
  const bool times =
      a.time == b.time || a.time == TimeOfResult::kUnstated || b.time == TimeOfResult::kUnstated;
  for (const StatedFigure& x : a.figures) {
    bool comparable = false;
    bool agrees = false;
    const StatedFigure* nearest = nullptr;
    for (const StatedFigure& y : b.figures) {
      if (x.kind == QuantityKind::kPercentage && y.kind == QuantityKind::kPercentage && times) {
        comparable = true;
        if (nearest == nullptr) nearest = &y;
        agrees |= x.low <= y.high + kOtherPagePoints && y.low <= x.high + kOtherPagePoints;
      } else if (x.kind == QuantityKind::kDose && y.kind == QuantityKind::kDose && x.unit == y.unit) {
        comparable = true;
        if (nearest == nullptr) nearest = &y;
        agrees |= x.low <= y.high && y.low <= x.high;
      }
    }
    if (comparable && !agrees) return fmt::format("{} here, {} there", x.printed, nearest->printed);
  }
  return {};
}

}  // namespace

void compare_pages(Work& work) {
  uint32_t number = 0;
  for (const auto& [file, marked] : work.request->other_pages) {
    ++number;
    work.report.other_pages.push_back(file);
    const OtherPage other = read_other(work, marked, file, number);
    size_t compared = 0;
    for (const PageClaim& claim : work.claims) {
      for (const PageClaim& there : other.claims) {
        if (claim.interventions.empty() || !share(claim.interventions, there.interventions, *work.lexicon))
          continue;
        ++compared;
        const std::string what = difference(claim, there);
        if (what.empty()) continue;
        Remark& remark = work.add(RemarkKind::kOtherPageDiffers, Severity::kSerious,
                                  fmt::format("{} says something else: {}.", file, what));
        remark.places.push_back(work.place(claim.sentence.span));
        remark.places.push_back(
            {there.sentence.span, std::string(there.sentence.span.of(other.page.text)), number});
        remark.confidence = 0.7;
        break;
      }
    }
    if (compared == 0)
      work.report.unchecked.push_back(
          {"agreement with " + file, "the two pages make no claims about the same treatment", {}});
  }
}

}  // namespace attest::audit
