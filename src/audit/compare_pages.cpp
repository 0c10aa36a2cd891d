// The same publisher on another page: statements about the same treatment that exclude each other.
#include <algorithm>

#include <fmt/format.h>

#include "audit/work.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

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

}  // namespace

void compare_pages(Work& work) {
  uint32_t number = 0;
  for (const auto& [file, marked] : work.request->other_pages) {
    ++number;
    work.report.other_pages.push_back(file);
    const OtherPage other = read_other(work, marked, file, number);
    bool shares_treatment = false;
    std::vector<PagePlace> alone;
    for (const PageClaim& claim : work.claims) {
      bool met = false;
      bool compared = false;
      for (const PageClaim& there : other.claims) {
        if (claim.interventions.empty() || !work.lexicon->share(claim.interventions, there.interventions))
          continue;
        met = true;
        const PageDifference found = difference_of(claim, there, *work.lexicon);
        compared |= found.comparable;
        if (found.words.empty()) continue;
        Remark& remark = work.add(RemarkKind::kOtherPageDiffers, Severity::kSerious,
                                  fmt::format("{} says something else: {}.", file, found.words));
        remark.places.push_back(work.place(claim.sentence.span));
        remark.places.push_back(
            {there.sentence.span, std::string(there.sentence.span.of(other.page.text)), number});
        remark.confidence = 0.7;
        break;
      }
      shares_treatment |= met;
      if (met && !compared) alone.push_back(work.place(claim.sentence.span));
    }
    if (!shares_treatment)
      work.report.unchecked.push_back(
          {"agreement with " + file, "the two pages make no claims about the same treatment", {}});
    if (!alone.empty())
      work.report.unchecked.push_back(
          {fmt::format("agreement of {} with {}", counted(alone.size(), "statement", "statements"), file),
           "it says nothing of the same kind about the treatment, or in words that were not compared",
           std::move(alone)});
  }
}

}  // namespace attest::audit
