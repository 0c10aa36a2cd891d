#include "pipeline/gather_evidence.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "answer/disagreements/replaced_advice.h"
#include "answer/lines/after_failure.h"
#include "answer/lines/lines.h"
#include "base/ascii.h"
#include "evidence/build_vocabulary.h"
#include "pipeline/find_first_line.h"
#include "pipeline/find_guidance.h"
#include "pipeline/find_nearest.h"
#include "question/failed_treatment.h"
#include "reconcile/studies/same_study.h"

namespace attest {

namespace {

const Concept* main_condition(const UnderstoodQuestion& question) {
  for (const Concept& asked : question.concepts) {
    if (asked.role == ConceptRole::kCondition) return &asked;
  }
  return nullptr;
}

// Sources that are only about a broader group than the one asked about ("chronic constipation" for anismus),
// taken in only as strong evidence on an intervention of the answer, and labelled as what they are.
// `options`: the interventions of the answer, the best first.
Result<SearchResult> search_broader(const Evidence& evidence,
                                    const std::vector<InterventionEvidence>& options,
                                    const Backend& backend) {
  const Concept* condition = main_condition(evidence.question);
  if (condition == nullptr || evidence.thesaurus == nullptr) return SearchResult{};
  const Thesaurus::Entry* entry = evidence.thesaurus->find_by_id(condition->thesaurus_id);
  if (entry == nullptr || entry->broader.empty()) return SearchResult{};
  UnderstoodQuestion broader = evidence.question;
  std::erase_if(broader.concepts, [&](const Concept& c) { return c.role == ConceptRole::kCondition; });
  Concept group;
  group.role = ConceptRole::kCondition;
  group.label = entry->broader.front();
  Stemmer stemmer;
  for (const std::string& name : entry->broader)
    group.variants.push_back({name, stems_of(name, stemmer), 1.0f});
  broader.concepts.insert(broader.concepts.begin(), group);
  for (const InterventionEvidence& line : options) {
    if (line.rank != 1) continue;
    const Thesaurus::Entry* named = evidence.thesaurus->find_by_id(line.id);
    Concept treatment;
    treatment.role = ConceptRole::kIntervention;
    treatment.label = line.name;
    const std::vector<std::string> names =
        named != nullptr ? named->names : std::vector<std::string>{line.name};
    for (const std::string& name : names) treatment.variants.push_back({name, stems_of(name, stemmer), 1.0f});
    broader.concepts.push_back(std::move(treatment));
    SearchOptions limits;
    limits.candidates = 100;
    limits.documents = 20;
    limits.sentences = 80;
    return backend.search(broader, limits);
  }
  return SearchResult{};
}

bool strong_enough(const AnswerSource& source) {
  return source.appraisal.design == StudyDesign::kSystematicReview ||
         source.appraisal.design == StudyDesign::kRandomisedTrial ||
         source.appraisal.design == StudyDesign::kGuideline;
}

// Who asks what comes next is told of people in whom something has failed: what speaks of them ranks higher.
UnderstoodQuestion with_words_of_failure(UnderstoodQuestion question) {
  Concept failed;
  failed.label = "failed before";
  failed.required = false;
  Stemmer stemmer;
  for (const char* words :
       {"refractory", "resistant", "inadequate response", "unresponsive", "failed", "failure", "second line",
        "salvage", "rescue", "despite", "uncontrolled", "intolerant", "nonresponders", "previously treated"})
    failed.variants.push_back({words, stems_of(words, stemmer), 1.0f});
  question.concepts.push_back(std::move(failed));
  return question;
}

bool cannot_take_what_failed(const UnderstoodQuestion& question) {
  return read_failed_treatment(lower_ascii(question.resolved)).not_tolerated;
}

UnderstoodQuestion without_what_failed(UnderstoodQuestion question) {
  std::erase_if(question.concepts,
                [](const Concept& one) { return one.role == ConceptRole::kIntervention && !one.required; });
  return question;
}

void add_new(const SearchResult& other, SearchResult& found) {
  std::map<std::string, uint32_t> places;
  for (const DocumentHit& hit : found.documents) places.emplace(hit.id, static_cast<uint32_t>(places.size()));
  std::set<std::pair<uint32_t, uint32_t>> known;
  for (const SentenceHit& hit : found.sentences) known.emplace(hit.document, hit.span.start);
  for (const DocumentHit& hit : other.documents) {
    if (places.emplace(hit.id, static_cast<uint32_t>(found.documents.size())).second)
      found.documents.push_back(hit);
  }
  for (SentenceHit hit : other.sentences) {
    hit.document = places.at(other.documents[hit.document].id);
    if (known.emplace(hit.document, hit.span.start).second) found.sentences.push_back(std::move(hit));
  }
}

Result<SearchResult> search_what_is_asked(const UnderstoodQuestion& question, const Backend& backend) {
  const bool next =
      is_treatment_question(question) && (question.line_of_therapy >= 2 || asks_of_refractory(question));
  if (!next) return backend.search(question, SearchOptions{});
  // Plans of trials speak of such people more than results do, and take many of the places.
  SearchOptions options;
  options.candidates = 900;
  options.documents = 90;
  options.sentences = 350;
  ATTEST_ASSIGN(SearchResult found, backend.search(with_words_of_failure(question), options));
  ATTEST_ASSIGN(const SearchResult plain, backend.search(question, SearchOptions{}));
  add_new(plain, found);
  // Who cannot take a treatment may take all others: most texts on these do not name it.
  if (cannot_take_what_failed(question)) {
    constexpr size_t kOtherDocuments = 120;
    options.documents = kOtherDocuments;
    ATTEST_ASSIGN(const SearchResult others, backend.search(without_what_failed(question), options));
    add_new(others, found);
  }
  return found;
}

void learn_names(const SearchResult& found, const Library& library, Evidence& evidence) {
  std::vector<std::string_view> texts;
  for (const AnswerSource& source : evidence.sources) texts.push_back(source.document.record.title);
  constexpr size_t kTextsForNames = 120;
  for (const SentenceHit& hit : found.sentences) {
    if (texts.size() >= evidence.sources.size() + kTextsForNames) break;
    texts.push_back(hit.span.of(evidence.sources[hit.document].document.text));
  }
  evidence.vocabulary = build_vocabulary(evidence.question, evidence.thesaurus, library.collection, texts);
}

bool ranks_any_first(const std::vector<InterventionEvidence>& options) {
  return std::any_of(options.begin(), options.end(),
                     [](const InterventionEvidence& one) { return one.rank == 1; });
}

// What kind of sources these are, and what they say.
Status read_sources(Evidence& evidence, const SearchResult& found, const Library& library,
                    bool with_guidance) {
  ATTEST_ASSIGN(evidence.sources, load_sources(found, library.collection, library.appraisals));
  if (with_guidance) {
    ATTEST_ASSIGN(std::vector<AnswerSource> chapters,
                  find_chapters(evidence.question, evidence.sources, library));
    for (AnswerSource& source : chapters) evidence.sources.push_back(std::move(source));
    ATTEST_ASSIGN(std::vector<AnswerSource> guidance,
                  find_guidance(evidence.question, evidence.sources, library));
    for (AnswerSource& source : guidance) evidence.sources.push_back(std::move(source));
  }
  learn_names(found, library, evidence);
  read_findings(evidence, found);
  return {};
}

}  // namespace

Result<Evidence> gather_evidence(UnderstoodQuestion question, Audience audience, const Library& library) {
  Evidence evidence;
  evidence.audience = audience;
  evidence.thesaurus = library.thesaurus;
  evidence.question = std::move(question);

  // 2. Where it may stand: documents, then sentences.
  ATTEST_ASSIGN(SearchResult found, search_what_is_asked(evidence.question, library.backend));
  evidence.matching_documents = found.matching_documents;
  evidence.registrations = found.registrations;

  // 3 and 4. What kind of sources these are, and what they say.
  ATTEST_TRY(read_sources(evidence, found, library, true));

  // Where none of them ranks anything, those that do.
  std::vector<InterventionEvidence> options = gather_interventions(evidence);
  if (is_treatment_question(evidence.question) && !ranks_any_first(options)) {
    ATTEST_ASSIGN(FirstLineTexts ranking, find_first_line(evidence, library));
    if (!ranking.sentences.empty()) {
      for (AnswerSource& source : ranking.sources) evidence.sources.push_back(std::move(source));
      found.sentences.insert(found.sentences.begin(), std::make_move_iterator(ranking.sentences.begin()),
                             std::make_move_iterator(ranking.sentences.end()));
      learn_names(found, library, evidence);
      read_findings(evidence, found);
      options = gather_interventions(evidence);
    }
  }

  // 5. Strong evidence on the same treatment in a broader group.
  ATTEST_ASSIGN(SearchResult broader, search_broader(evidence, options, library.backend));
  if (!broader.documents.empty()) {
    ATTEST_ASSIGN(std::vector<AnswerSource> extra,
                  load_sources(broader, library.collection, library.appraisals));
    std::set<std::string> known;
    for (const AnswerSource& source : evidence.sources) known.insert(source.id);
    for (AnswerSource& source : extra) {
      if (known.contains(source.id) || !strong_enough(source)) continue;
      source.about_condition = false;
      evidence.sources.push_back(std::move(source));
    }
    read_findings(evidence, found);
  }

  // 6. Which of them report one study, and which advice no longer stands.
  group_same_studies(evidence);
  take_back_replaced_advice(evidence);
  return evidence;
}

Result<Evidence> gather_nearest(UnderstoodQuestion question, const QuestionCoverage& coverage,
                                Audience audience, const Library& library, const CitedSpans& cited) {
  Evidence evidence;
  evidence.audience = audience;
  evidence.thesaurus = library.thesaurus;
  evidence.question = std::move(question);
  ATTEST_ASSIGN(const SearchResult found, find_nearest(evidence.question, coverage, library, cited));
  evidence.matching_documents = found.matching_documents;
  evidence.registrations = found.registrations;
  if (found.documents.empty()) return evidence;
  ATTEST_TRY(read_sources(evidence, found, library, false));
  group_same_studies(evidence);
  take_back_replaced_advice(evidence);
  return evidence;
}

Result<Evidence> gather_from(UnderstoodQuestion question, Audience audience, const SearchResult& found,
                             const Library& library) {
  Evidence evidence;
  evidence.audience = audience;
  evidence.thesaurus = library.thesaurus;
  evidence.question = std::move(question);
  evidence.matching_documents = found.matching_documents;
  evidence.registrations = found.registrations;
  if (!found.documents.empty()) ATTEST_TRY(read_sources(evidence, found, library, false));
  return evidence;
}

void take_new_sources(Evidence&& from, Evidence& evidence) {
  std::set<std::string> loaded;
  for (const AnswerSource& source : evidence.sources) loaded.insert(source.id);
  for (AnswerSource& source : from.sources) {
    if (!loaded.contains(source.id)) evidence.sources.push_back(std::move(source));
  }
}

}  // namespace attest
