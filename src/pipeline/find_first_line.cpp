#include "pipeline/find_first_line.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "findings/cues.h"
#include "text/phrases.h"
#include "text/sentences.h"

namespace attest {
namespace {

constexpr size_t kTextsRanked = 150;
constexpr size_t kSourcesMax = 6;
constexpr size_t kSentencesOfSource = 2;
constexpr size_t kSentenceBytesMax = 600;

const Concept* asked_condition(const UnderstoodQuestion& question) {
  const auto condition = std::find_if(question.concepts.begin(), question.concepts.end(),
                                      [](const Concept& one) { return one.role == ConceptRole::kCondition; });
  return condition == question.concepts.end() ? nullptr : &*condition;
}

std::vector<std::string> own_names(const Concept& condition) {
  constexpr float kOwnNameMin = 0.9F;  // no wider or narrower thing
  std::vector<std::string> names;
  for (const ConceptVariant& variant : condition.variants) {
    if (variant.weight >= kOwnNameMin) names.push_back(lower_ascii(variant.words));
  }
  return names;
}

// The sentences of a text that speak of a first line for the condition.
std::vector<SentenceHit> sentences_on_first_line(const Document& document,
                                                 const std::vector<std::string>& names) {
  const std::vector<std::string_view> views(names.begin(), names.end());
  std::vector<SentenceHit> hits;
  for (size_t number = 0; number < document.sections.size(); ++number) {
    const Section& section = document.sections[number];
    if (section.kind != SectionKind::kAbstract && section.kind != SectionKind::kBody) continue;
    const std::string_view body = section.body.of(document.text);
    const std::string lower_body = lower_ascii(body);
    if (cues::line_of_therapy(lower_body) == 0 || !has_any_phrase(lower_body, views)) continue;
    for (ByteSpan span : split_sentences(body)) {
      if (span.size() > kSentenceBytesMax) continue;
      const std::string_view lower = span.of(lower_body);
      if (cues::line_of_therapy(lower) != 1 || !has_any_phrase(lower, views)) continue;
      span.start += section.body.start;
      span.end += section.body.start;
      hits.push_back({0, span, static_cast<uint16_t>(number), 1.0F, {}});
      if (hits.size() == kSentencesOfSource) return hits;
    }
  }
  return hits;
}

// Documents with the words of a first line beside the condition's name, and beside its shortest: a full text
// spells it out once. The words are many; no sentence has all of them.
Result<std::vector<DocumentHit>> rank_by_names(const Concept& condition,
                                               const std::vector<std::string>& names,
                                               const Backend& backend) {
  const std::string& shortest =
      *std::min_element(names.begin(), names.end(),
                        [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
  std::vector<std::string> queries = {
      condition.label + " first-line mainstay",
      condition.label + " first-line choice mainstay cornerstone preferred reference treatment"};
  if (shortest != lower_ascii(condition.label)) queries.push_back(shortest + " first-line mainstay");
  std::vector<DocumentHit> ranked;
  std::set<std::string> ids;
  for (const std::string& query : queries) {
    ATTEST_ASSIGN(std::vector<DocumentHit> hits, backend.rank(query, kTextsRanked));
    for (DocumentHit& hit : hits) {
      if (ids.insert(hit.id).second) ranked.push_back(std::move(hit));
    }
  }
  return ranked;
}

}  // namespace

Result<FirstLineTexts> find_first_line(const Evidence& evidence, const Library& library) {
  FirstLineTexts found;
  const Concept* condition = asked_condition(evidence.question);
  if (condition == nullptr || evidence.sources.empty() || !is_treatment_question(evidence.question) ||
      evidence.question.line_of_therapy > 1)
    return found;
  const std::vector<std::string> names = own_names(*condition);
  if (names.empty()) return found;
  ATTEST_ASSIGN(const std::vector<DocumentHit> ranked, rank_by_names(*condition, names, library.backend));
  for (const DocumentHit& hit : ranked) {
    if (found.sources.size() == kSourcesMax) break;
    const auto known = std::find_if(evidence.sources.begin(), evidence.sources.end(),
                                    [&](const AnswerSource& source) { return source.id == hit.id; });
    const bool is_known = known != evidence.sources.end();
    AnswerSource source;
    if (!is_known) {
      ATTEST_ASSIGN(source.document, library.collection.document(hit.ref));
    }
    std::vector<SentenceHit> hits =
        sentences_on_first_line(is_known ? known->document : source.document, names);
    if (hits.empty()) continue;
    size_t place = static_cast<size_t>(known - evidence.sources.begin());
    if (!is_known) {
      ATTEST_ASSIGN(source.status, library.collection.status(hit.ref));
      source.appraisal = library.appraisals.of(hit.ref, source.document);
      if (!evidence.reports_evidence(source)) continue;
      source.id = hit.id;
      source.score = evidence.sources.back().score;
      place = evidence.sources.size() + found.sources.size();
      found.sources.push_back(std::move(source));
    }
    for (SentenceHit& one : hits) {
      one.document = static_cast<uint32_t>(place);
      found.sentences.push_back(std::move(one));
    }
  }
  return found;
}

}  // namespace attest
