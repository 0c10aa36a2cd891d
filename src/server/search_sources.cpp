#include "server/search_sources.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include <fmt/format.h>

#include "base/limits.h"
#include "search/search.h"

namespace attest {
namespace {

constexpr size_t kSentencesOfOne = 2;

Result<unsigned> read_year(const AddressQuery& query, std::string_view name) {
  const std::string_view text = query.first(name);
  if (text.empty()) return 0u;
  unsigned year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || year > 9999)
    return fail(ErrorCode::kUsage, "a year is a number of four digits", std::string(name));
  return year;
}

Result<FoundSource> load(const Collection& collection, const DocumentHit& hit) {
  FoundSource found;
  found.score = hit.score;
  ATTEST_ASSIGN(Document document, collection.document(hit.ref));
  ATTEST_ASSIGN(const DocumentStatus status, collection.status(hit.ref));
  found.reference.document = hit.id;
  found.reference.appraisal = appraise(document);
  found.reference.record = std::move(document.record);
  found.reference.status = publication_status_name(status.status);
  return found;
}

// Everything but the named field; so that a choice shows what the other values of its field would give.
bool passes(const FoundSource& source, const SearchFilter& filter, std::string_view without = {}) {
  const Reference& reference = source.reference;
  const auto wrong = [&](std::string_view field, const std::string& wanted, std::string_view has) {
    return field != without && !wanted.empty() && wanted != has;
  };
  if (wrong("design", filter.design, study_design_name(reference.appraisal.design))) return false;
  if (wrong("depth", filter.depth, depth_name(reference.appraisal.depth))) return false;
  if (wrong("status", filter.status, reference.status)) return false;
  if (wrong("part", filter.part, reference.record.source)) return false;
  if (without != "graded" && filter.graded && reference.appraisal.grades.empty()) return false;
  const unsigned year = year_of(source);
  if (filter.year_from != 0 && (year == 0 || year < filter.year_from)) return false;
  return filter.year_to == 0 || (year != 0 && year <= filter.year_to);
}

}  // namespace

uint16_t year_of(const FoundSource& source) {
  const BibliographicRecord& record = source.reference.record;
  if (record.published.year != 0) return record.published.year;
  return record.electronic.year != 0 ? record.electronic.year : source.reference.appraisal.year;
}

Result<SearchFilter> read_filter(const AddressQuery& query) {
  SearchFilter filter;
  filter.design = query.first("design");
  filter.depth = query.first("depth");
  filter.status = query.first("status");
  filter.part = query.first("part");
  filter.graded = !query.first("graded").empty();
  ATTEST_ASSIGN(filter.year_from, read_year(query, "from"));
  ATTEST_ASSIGN(filter.year_to, read_year(query, "to"));
  const std::string_view sort = query.first("sort");
  if (sort == "newest")
    filter.sort = SearchFilter::Sort::kNewest;
  else if (sort == "oldest")
    filter.sort = SearchFilter::Sort::kOldest;
  else if (sort == "strongest")
    filter.sort = SearchFilter::Sort::kStrongest;
  else if (!sort.empty() && sort != "relevance")
    return fail(ErrorCode::kUsage, "sort is relevance, newest, oldest or strongest", "sort");
  return filter;
}

Result<std::shared_ptr<const SearchedSources>> search_sources(const OpenSnapshot& snapshot,
                                                              const std::string& words) {
  if (auto known = snapshot.searches().find(words)) return known;
  const Collection& collection = snapshot.collection();
  auto searched = std::make_shared<SearchedSources>();
  ATTEST_ASSIGN(const UnderstoodQuestion understood,
                understand(words, collection, snapshot.thesaurus(), std::nullopt));
  if (!understood.concepts.empty()) searched->understood = understood.summary();
  searched->spelling = understood.spelling;
  const auto backend = make_collection_backend(snapshot.shared_collection());
  SearchOptions options;
  options.documents = limits::kSearchSourcesMax;
  options.sentences = 2 * limits::kSearchSourcesMax;
  ATTEST_ASSIGN(SearchResult found, backend->search(understood, options));
  ATTEST_ASSIGN(const std::vector<DocumentHit> ranked, backend->rank(words, limits::kSearchSourcesMax + 1));
  searched->more = ranked.size() > limits::kSearchSourcesMax;

  std::unordered_map<std::string, size_t> place;
  const auto add = [&](const DocumentHit& hit) -> Status {
    if (searched->sources.size() >= limits::kSearchSourcesMax || place.contains(hit.id)) return {};
    ATTEST_ASSIGN(FoundSource source, load(collection, hit));
    place.emplace(hit.id, searched->sources.size());
    source.reference.number = static_cast<uint32_t>(searched->sources.size() + 1);
    searched->sources.push_back(std::move(source));
    return {};
  };
  for (const DocumentHit& hit : found.documents) ATTEST_TRY(add(hit));
  for (const DocumentHit& hit : ranked) ATTEST_TRY(add(hit));

  for (const SentenceHit& hit : found.sentences) {
    const DocumentHit& document = found.documents[hit.document];
    const auto at = place.find(document.id);
    if (at == place.end()) continue;
    std::vector<FoundSentence>& sentences = searched->sources[at->second].sentences;
    if (sentences.size() >= kSentencesOfOne) continue;
    ATTEST_ASSIGN(const std::string text, collection.text(document.ref));
    sentences.push_back({hit.span, std::string(hit.span.of(text))});
  }
  snapshot.searches().put(words, searched);
  return std::shared_ptr<const SearchedSources>(std::move(searched));
}

std::vector<const FoundSource*> filtered(const SearchedSources& searched, const SearchFilter& filter) {
  std::vector<const FoundSource*> list;
  for (const FoundSource& source : searched.sources) {
    if (passes(source, filter)) list.push_back(&source);
  }
  const auto by = [&](auto key) {
    std::stable_sort(list.begin(), list.end(),
                     [&](const FoundSource* a, const FoundSource* b) { return key(*a) < key(*b); });
  };
  switch (filter.sort) {
    case SearchFilter::Sort::kRelevance: break;
    case SearchFilter::Sort::kNewest: by([](const FoundSource& s) { return -int{year_of(s)}; }); break;
    case SearchFilter::Sort::kOldest:
      by([](const FoundSource& s) { return year_of(s) == 0 ? 10'000 : int{year_of(s)}; });
      break;
    case SearchFilter::Sort::kStrongest:
      by([](const FoundSource& s) { return design_rank(s.reference.appraisal.design); });
      break;
  }
  return list;
}

FilterCounts count_values(const SearchedSources& searched, const SearchFilter& filter) {
  FilterCounts counts;
  for (const FoundSource& source : searched.sources) {
    const Reference& reference = source.reference;
    if (passes(source, filter, "design")) ++counts.designs[study_design_name(reference.appraisal.design)];
    if (passes(source, filter, "depth")) ++counts.depths[depth_name(reference.appraisal.depth)];
    if (passes(source, filter, "status")) ++counts.statuses[reference.status];
    if (passes(source, filter, "part")) ++counts.parts[reference.record.source];
    if (passes(source, filter, "graded") && !reference.appraisal.grades.empty()) ++counts.graded;
  }
  return counts;
}

}  // namespace attest
