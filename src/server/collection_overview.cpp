#include "server/collection_overview.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace attest {
namespace {

constexpr size_t kLatestShown = 12;
constexpr size_t kDesignsLookedAt = 2000;
constexpr size_t kYearsMax = 40;

// Single years, or decades when that would be too many.
Counted years_of(const CollectionSummary& summary) {
  std::map<unsigned, uint64_t> years(summary.by_year.begin(), summary.by_year.end());
  years.erase(0);
  if (years.empty()) return {};
  const bool decades = years.rbegin()->first - years.begin()->first >= kYearsMax;
  std::map<unsigned, uint64_t> counted;
  for (const auto& [year, count] : years) counted[decades ? year / 10 * 10 : year] += count;
  Counted out;
  // Years without documents are part of the picture.
  const unsigned step = decades ? 10 : 1;
  for (unsigned year = counted.begin()->first; year <= counted.rbegin()->first; year += step)
    out.emplace_back(decades ? fmt::format("{}s", year) : std::to_string(year), counted[year]);
  return out;
}

}  // namespace

Result<CollectionOverview> overview_of(const OpenSnapshot& snapshot) {
  const Collection& collection = snapshot.collection();
  CollectionOverview overview;
  ATTEST_ASSIGN(overview.summary, collection.summary());
  overview.by_year = years_of(overview.summary);
  std::map<std::string, uint64_t> designs;
  // Later segments, and later documents of a segment, were added later.
  for (size_t segment = collection.segments().size(); segment-- > 0;) {
    for (uint32_t number = collection.segments()[segment].segment->document_count(); number-- > 0;) {
      if (overview.designs_of >= kDesignsLookedAt) break;
      const DocumentRef ref{static_cast<uint32_t>(segment), number};
      auto document = collection.document(ref);
      if (!document) continue;  // deleted, or damaged: attest check tells
      ++overview.designs_of;
      Reference reference;
      reference.appraisal = appraise(*document);
      ++designs[study_design_name(reference.appraisal.design)];
      if (overview.latest.size() >= kLatestShown) continue;
      reference.document = document->id;
      reference.record = std::move(document->record);
      overview.latest.push_back(std::move(reference));
    }
  }
  overview.by_design.assign(designs.begin(), designs.end());
  std::stable_sort(overview.by_design.begin(), overview.by_design.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return overview;
}

}  // namespace attest
