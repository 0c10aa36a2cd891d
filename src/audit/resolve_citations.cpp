// Which listed work each citation means. A numbered list says so. Where the list has no numbers, its order
// does when there are as many entries as numbers; otherwise the numbers are laid along the list so that what
// cites a number fits the entry best (dynamic programming over increasing numbers), and only clear fits are
// taken, marked as inferred.
#include <algorithm>
#include <map>
#include <set>

#include "audit/work.h"

namespace attest::audit {

namespace {

uint32_t highest_number(const Work& work) {
  uint32_t highest = 0;
  for (const InTextCitation& citation : work.citations) {
    for (const uint32_t number : citation.numbers) highest = std::max(highest, number);
  }
  return highest;
}

// How well what the sentences with each number say fits one listed work.
std::vector<double> fits(const Work& work, size_t index, uint32_t numbers) {
  const ListedWork& listed = work.list.works[index];
  std::string held = listed.title;
  if (const AnswerSource* source = work.source_of(work.matches[index])) {
    constexpr size_t kHeldBytes = 8000;
    held += " " + source->document.text.substr(0, kHeldBytes);
  }
  const std::vector<Unit> units = work.lexicon->units(held);
  std::vector<double> sum(numbers + 1, 0);
  std::vector<size_t> count(numbers + 1, 0);
  for (const PageClaim& claim : work.claims) {
    double fit = Lexicon::coverage(claim.units, units);
    // Figures speak louder than words.
    for (const StatedFigure& figure : claim.figures) {
      if (held.find(figure.printed) != std::string::npos) fit += 0.5;
    }
    for (const size_t c : claim.sentence.citations) {
      for (const uint32_t number : work.citations[c].numbers) {
        if (number > numbers) continue;
        // A number that stands alone says more about its source.
        const double share = 1.0 / static_cast<double>(work.citations[c].numbers.size());
        sum[number] += fit * share;
        ++count[number];
      }
    }
  }
  for (uint32_t number = 1; number <= numbers; ++number) {
    if (count[number] > 0) sum[number] /= static_cast<double>(count[number]);
  }
  return sum;
}

// Entry i gets number result[i]; 0 where no fit is clear.
std::vector<uint32_t> infer_numbers(const Work& work, uint32_t numbers) {
  const size_t entries = work.list.works.size();
  std::vector<std::vector<double>> fit(entries);
  for (size_t i = 0; i < entries; ++i) fit[i] = fits(work, i, numbers);
  // best[i][n]: entries 0..i-1 placed on numbers up to n.
  std::vector<std::vector<double>> best(entries + 1, std::vector<double>(numbers + 1, 0));
  for (size_t i = 1; i <= entries; ++i) {
    for (uint32_t n = 0; n <= numbers; ++n) {
      best[i][n] = n < i ? -1e9 : std::max(n > i ? best[i][n - 1] : -1e9, best[i - 1][n - 1] + fit[i - 1][n]);
    }
  }
  std::vector<uint32_t> placed(entries, 0);
  uint32_t n = numbers;
  for (size_t i = entries; i > 0; --i) {
    while (n > i && best[i][n - 1] >= best[i][n]) --n;
    const double own = fit[i - 1][n];
    double other = 0;
    for (uint32_t m = 1; m <= numbers; ++m) {
      if (m != n) other = std::max(other, fit[i - 1][m]);
    }
    constexpr double kClearFit = 0.4;
    constexpr double kClearLead = 1.25;
    if (own >= kClearFit && own >= kClearLead * other) placed[i - 1] = n;
    --n;
  }
  return placed;
}

}  // namespace

void resolve_citations(Work& work) {
  ReferenceList& list = work.list;
  std::map<uint32_t, size_t> by_number;
  const uint32_t highest = highest_number(work);
  std::vector<bool> inferred(list.works.size(), false);
  std::vector<uint32_t> numbers(list.works.size(), 0);
  if (list.numbered) {
    for (size_t i = 0; i < list.works.size(); ++i) numbers[i] = list.works[i].number;
  } else if (highest > 0 && highest <= list.works.size()) {
    for (size_t i = 0; i < list.works.size(); ++i) {
      numbers[i] = static_cast<uint32_t>(i + 1);
      inferred[i] = true;
    }
  } else if (highest > 0 && !list.works.empty()) {
    constexpr uint32_t kNumbersMax = 400;
    numbers = infer_numbers(work, std::min(highest, kNumbersMax));
    for (size_t i = 0; i < numbers.size(); ++i) inferred[i] = numbers[i] > 0;
  }
  for (size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] > 0) by_number.emplace(numbers[i], i);
  }
  std::vector<uint32_t> times(list.works.size(), 0);
  for (InTextCitation& citation : work.citations) {
    std::set<size_t> works;
    for (const uint32_t number : citation.numbers) {
      if (const auto found = by_number.find(number); found != by_number.end()) works.insert(found->second);
    }
    for (const NamedWork& named : citation.names) {
      for (const size_t found : works_named(named, list)) works.insert(found);
    }
    for (size_t i = 0; i < list.works.size(); ++i) {
      const ListedWork& listed = list.works[i];
      const bool anchored =
          !citation.anchor.empty() &&
          std::find(listed.anchors.begin(), listed.anchors.end(), citation.anchor) != listed.anchors.end();
      const ListedWork& link = citation.link;
      const bool linked = (!link.pmid.empty() && link.pmid == listed.pmid) ||
                          (!link.doi.empty() && link.doi == listed.doi) ||
                          (!link.pmcid.empty() && link.pmcid == listed.pmcid) ||
                          (!link.url.empty() && link.url == listed.url);
      if (anchored || linked) works.insert(i);
    }
    citation.works.assign(works.begin(), works.end());
    for (const size_t index : citation.works) ++times[index];
  }
  for (size_t i = 0; i < list.works.size(); ++i) {
    const ListedWork& listed = list.works[i];
    const WorkMatch& match = work.matches[i];
    AuditedReference reference;
    reference.number = numbers[i];
    reference.number_inferred = inferred[i];
    reference.place = work.place(listed.span);
    reference.title = listed.title;
    reference.document = match.document;
    reference.confidence = match.confidence;
    reference.matched_by = match.matched_by;
    reference.times_cited = times[i];
    if (const AnswerSource* source = work.source_of(match)) {
      reference.title = source->document.record.title;
      reference.description = describe(source->appraisal);
      reference.status = publication_status_name(source->status.status);
    }
    work.report.references.push_back(std::move(reference));
  }
}

}  // namespace attest::audit
