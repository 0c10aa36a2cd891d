// The reference list against the text: what is cited and not listed, listed and not cited, listed twice.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "audit/work.h"

namespace attest::audit {

namespace {

constexpr size_t kPlacesListed = 12;

uint32_t position(size_t index) { return static_cast<uint32_t>(index + 1); }

std::string number_list(const std::vector<uint32_t>& numbers) {
  std::vector<std::string> words;
  for (size_t i = 0; i < numbers.size();) {
    size_t end = i;
    while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1) ++end;
    words.push_back(end > i + 1 ? fmt::format("{}–{}", numbers[i], numbers[end])
                                : std::to_string(numbers[i]));
    if (end == i + 1) words.push_back(std::to_string(numbers[end]));
    i = end + 1;
  }
  return listed(words);
}

// A list that was read from laid-out text and has gaps was not read whole: what is missing from it may well
// stand there.
bool is_torn(const Work& work) {
  const Format format = work.request->page.format;
  return !work.list.missing.empty() && (format == Format::kPdf || format == Format::kPlainText);
}

void unlisted_numbers(Work& work) {
  std::set<uint32_t> listed_numbers;
  for (const ListedWork& one : work.list.works) listed_numbers.insert(one.number);
  std::map<uint32_t, std::vector<ByteSpan>> missing;
  for (const InTextCitation& citation : work.citations) {
    // A link to an entry of the list says which one, whatever number is printed.
    if (!citation.anchor.empty() && !citation.works.empty()) continue;
    // On a page without a list, a number that is itself a link leads to its source.
    if (work.list.works.empty() && !citation.link.url.empty()) continue;
    for (const uint32_t number : citation.numbers) {
      const bool known =
          work.list.numbered ? listed_numbers.contains(number) : number <= work.list.works.size();
      if (!known) missing[number].push_back(citation.span);
    }
  }
  if (missing.empty()) return;
  std::vector<uint32_t> numbers;
  std::vector<PagePlace> places;
  for (const auto& [number, spans] : missing) {
    numbers.push_back(number);
    for (const ByteSpan span : spans) {
      if (places.size() < kPlacesListed) places.push_back(work.place(span));
    }
  }
  if (is_torn(work)) {
    work.add(RemarkKind::kCitedNotListed, Severity::kNote,
             fmt::format("The reference list could not be read whole ({} found, {} missing between them), so "
                         "that it is not known what {} {}.",
                         counted(work.list.works.size(), "entry", "entries"), number_list(work.list.missing),
                         number_list(numbers), numbers.size() == 1 ? "means" : "mean"))
        .places = places;
    work.report.unchecked.push_back({"the whole reference list", "it could not be read", std::move(places)});
    return;
  }
  const bool from_pdf = work.request->page.format == Format::kPdf;
  const std::string what = numbers.size() == 1 ? "Number " : "Numbers ";
  std::string message = work.list.works.empty()
                            ? what + number_list(numbers) + (numbers.size() == 1 ? " is" : " are") +
                                  (from_pdf ? " cited, and no reference list was found in the PDF."
                                            : " cited, and the page has no reference list.")
                            : fmt::format("{}{} {} cited; the list has {}{}.", what, number_list(numbers),
                                          numbers.size() == 1 ? "is" : "are",
                                          counted(work.list.works.size(), "entry", "entries"),
                                          work.list.numbered ? "" : ", so that at least so many are missing");
  // A list that a PDF hides is no fault of its author's.
  const bool hidden = from_pdf && work.list.works.empty();
  work.add(RemarkKind::kCitedNotListed, hidden ? Severity::kWarning : Severity::kSerious, std::move(message))
      .places = std::move(places);
}

void unlisted_names(Work& work) {
  for (const InTextCitation& citation : work.citations) {
    if (work.list.works.empty() && !citation.link.url.empty()) continue;
    for (const NamedWork& named : citation.names) {
      if (!works_named(named, work.list).empty()) continue;
      // The same author with another year is most often a slip.
      std::string hint;
      for (const ListedWork& one : work.list.works) {
        if (!one.names.empty() && one.names.front() == named.names.front() && one.year != named.year &&
            one.year > 0)
          hint = fmt::format(" The list has this author with the year {}.", one.year);
      }
      Remark& remark = work.add(RemarkKind::kCitedNotListed, Severity::kSerious,
                                "“" + named.printed + "” is cited and not in the list." + hint);
      remark.places.push_back(work.place(citation.span));
    }
  }
}

void uncited_works(Work& work) {
  if (work.list.works.empty()) return;
  if (work.citations.empty()) {
    Remark& remark = work.add(
        RemarkKind::kListedNotCited, Severity::kWarning,
        fmt::format(
            "The list has {}, and the text cites none of them: no statement can be traced to its source.",
            counted(work.list.works.size(), "entry", "entries")));
    remark.places.push_back(work.place(work.list.works.front().span));
    return;
  }
  // Without numbers it cannot be known which entry a number means.
  const bool known =
      work.list.numbered || std::any_of(work.citations.begin(), work.citations.end(),
                                        [](const InTextCitation& one) { return !one.names.empty(); });
  const bool by_order = std::all_of(work.report.references.begin(), work.report.references.end(),
                                    [](const AuditedReference& one) { return one.number > 0; });
  if (!known && !by_order) return;
  std::vector<std::string> names;
  std::vector<PagePlace> places;
  std::vector<uint32_t> references;
  for (size_t i = 0; i < work.list.works.size(); ++i) {
    if (work.report.references[i].times_cited > 0) continue;
    names.push_back(name_of_work(work, i));
    if (places.size() < kPlacesListed) places.push_back(work.place(work.list.works[i].span));
    references.push_back(position(i));
  }
  if (names.empty()) return;
  const size_t count = names.size();
  constexpr size_t kNamesShown = 8;
  if (names.size() > kNamesShown) {
    names.resize(kNamesShown);
    names.push_back(fmt::format("{} more", count - kNamesShown));
  }
  Remark& remark =
      work.add(RemarkKind::kListedNotCited, Severity::kWarning,
               listed(names) + (count == 1 ? " is" : " are") + " listed and not cited in the text.");
  remark.places = std::move(places);
  remark.references = std::move(references);
}

void repeated_works(Work& work) {
  for (size_t i = 0; i < work.list.works.size(); ++i) {
    for (size_t j = i + 1; j < work.list.works.size(); ++j) {
      const ListedWork& a = work.list.works[i];
      const ListedWork& b = work.list.works[j];
      const auto& match_a = work.matches[i];
      const auto& match_b = work.matches[j];
      if (match_a.identifier_elsewhere || match_b.identifier_elsewhere) continue;
      const bool same = (!a.pmid.empty() && a.pmid == b.pmid) || (!a.doi.empty() && a.doi == b.doi) ||
                        (!match_a.document.empty() && match_a.document == match_b.document) ||
                        (a.title.size() > 30 && squeezed(a.title) == squeezed(b.title) && a.year == b.year);
      if (!same) continue;
      Remark& remark = work.add(RemarkKind::kDuplicateReference, Severity::kWarning,
                                fmt::format("{} and {} are one publication, counted twice.",
                                            name_of_work(work, i), name_of_work(work, j)));
      remark.places = {work.place(a.span), work.place(b.span)};
      remark.references = {position(i), position(j)};
    }
  }
}

void unnumbered_list(Work& work) {
  const bool numbers =
      std::any_of(work.citations.begin(), work.citations.end(),
                  [](const InTextCitation& one) { return !one.numbers.empty() && one.anchor.empty(); });
  if (!numbers || work.list.numbered || work.list.works.empty()) return;
  const bool all_known = std::all_of(work.report.references.begin(), work.report.references.end(),
                                     [](const AuditedReference& one) { return one.number > 0; });
  std::vector<std::string> guesses;
  for (size_t i = 0; i < work.report.references.size(); ++i) {
    const AuditedReference& one = work.report.references[i];
    if (one.number > 0 && !all_known)
      guesses.push_back(fmt::format("{} is probably “{}”", one.number, shortened(one.title, 60)));
  }
  std::string message =
      all_known ? "The text cites numbers and the list has none; its entries were taken in their order."
                : "The text cites numbers and the list has none: which entry a number means cannot be known.";
  if (!guesses.empty()) message += " By what it is cited for, " + listed(guesses) + ".";
  Remark& remark = work.add(RemarkKind::kUnnumberedList, all_known ? Severity::kNote : Severity::kSerious,
                            std::move(message));
  const size_t at = work.list.heading < work.page.blocks.size() ? work.list.heading : work.list.first;
  remark.places.push_back(work.place(work.page.blocks[at].span));
}

}  // namespace

void check_listing(Work& work) {
  unlisted_numbers(work);
  unlisted_names(work);
  unnumbered_list(work);
  uncited_works(work);
  repeated_works(work);
}

}  // namespace attest::audit
