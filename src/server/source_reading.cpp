#include "server/source_reading.h"

#include <algorithm>

#include <fmt/format.h>

#include "answer/build_vocabulary.h"
#include "answer/sources.h"
#include "render/presentation.h"
#include "search/search.h"
#include "text/sentences.h"

namespace attest {
namespace {

constexpr size_t kSimilarMax = 6;
constexpr size_t kQuestionsMax = 6;
constexpr size_t kSentencesReadMax = 500;  // of a full text; an abstract is read whole

bool says_something(const Finding& finding) {
  return finding.kind != FindingKind::kOther && finding.kind != FindingKind::kMethod;
}

// Where a full text says what was found.
bool is_read(const Section& section) {
  if (section.kind == SectionKind::kAbstract || section.kind == SectionKind::kTable) return true;
  if (section.kind != SectionKind::kBody) return false;
  for (const char* category : {"results", "conclusion", "discussion", "recommendation", "summary"}) {
    if (section.category.find(category) != std::string::npos) return true;
  }
  return section.category.empty();
}

SearchResult whole_document(DocumentRef ref, const std::string& id, const Document& document) {
  SearchResult found;
  found.documents.push_back({ref, id, 1.0f, {}});
  for (size_t number = 0; number < document.sections.size(); ++number) {
    const Section& section = document.sections[number];
    if (!is_read(section)) continue;
    for (ByteSpan span : split_sentences(section.body.of(document.text))) {
      if (found.sentences.size() >= kSentencesReadMax) return found;
      span.start += section.body.start;
      span.end += section.body.start;
      found.sentences.push_back({0, span, static_cast<uint16_t>(number), 1.0f, {}});
    }
  }
  return found;
}

std::string main_condition(const UnderstoodQuestion& understood) {
  for (const Concept& asked : understood.concepts) {
    if (asked.role == ConceptRole::kCondition) return asked.label;
  }
  return {};
}

// The question to which a finding of this kind is part of the answer.
std::string question_for(const Finding& finding, const std::string& condition, const std::string& treatment) {
  switch (finding.kind) {
    case FindingKind::kRecommendation:
    case FindingKind::kEffect:
    case FindingKind::kRate:
      if (!treatment.empty()) return fmt::format("Does {} help with {}?", treatment, condition);
      return fmt::format("What helps with {}?", condition);
    case FindingKind::kDose:
      if (!treatment.empty()) return fmt::format("What dose of {} is used for {}?", treatment, condition);
      break;
    case FindingKind::kHarm:
      if (!treatment.empty()) return fmt::format("What harms does {} have in {}?", treatment, condition);
      break;
    case FindingKind::kDuration: return fmt::format("How long does treatment of {} last?", condition);
    case FindingKind::kPredictor: return fmt::format("What predicts the outcome of {}?", condition);
    case FindingKind::kAccuracy:
    case FindingKind::kDiagnosis: return fmt::format("How is {} diagnosed?", condition);
    case FindingKind::kPrevalence: return fmt::format("How common is {}?", condition);
    case FindingKind::kDefinition: return fmt::format("What is {}?", condition);
    case FindingKind::kMechanism: return fmt::format("What causes {}?", condition);
    case FindingKind::kWarning: return fmt::format("What are the warning signs of {}?", condition);
    default: break;
  }
  return {};
}

std::vector<std::string> questions_of(const AnswerSource& source, const std::string& condition) {
  std::vector<std::string> questions;
  if (condition.empty()) return questions;
  for (const Finding& finding : source.findings) {
    if (questions.size() >= kQuestionsMax) break;
    std::string treatment;
    for (const Mention& mention : finding.interventions) {
      if (!mention.is_control && treatment.empty()) treatment = mention.name;
    }
    if (treatment.empty() && !source.title_interventions.empty())
      treatment = source.title_interventions.front().name;
    std::string question = question_for(finding, condition, treatment);
    if (question.empty() || std::find(questions.begin(), questions.end(), question) != questions.end())
      continue;
    questions.push_back(std::move(question));
  }
  return questions;
}

std::vector<SimilarSource> similar_to(const OpenSnapshot& snapshot, const Document& document) {
  std::vector<SimilarSource> similar;
  const auto backend = make_collection_backend(snapshot.shared_collection());
  const auto hits = backend->rank(document.record.title, kSimilarMax + 1);
  if (!hits) return similar;
  for (const DocumentHit& hit : *hits) {
    if (hit.id == document.id || similar.size() >= kSimilarMax) continue;
    const auto other = snapshot.collection().document(hit.ref);
    if (!other) continue;
    Reference reference;
    reference.record = other->record;
    reference.document = hit.id;
    similar.push_back({hit.id, title_of(reference), other->record.published.year});
  }
  return similar;
}

}  // namespace

Result<SourceReading> read_source(const OpenSnapshot& snapshot, std::string_view id) {
  const Collection& collection = snapshot.collection();
  ATTEST_ASSIGN(const DocumentRef ref, collection.find(id));
  ATTEST_ASSIGN(const std::string own_id, collection.id(ref));
  SourceReading reading;
  ATTEST_ASSIGN(reading.document, collection.document(ref));

  Evidence evidence;
  const std::string& title = reading.document.record.title;
  ATTEST_ASSIGN(evidence.question, understand(title, collection, snapshot.thesaurus(), std::nullopt));
  const SearchResult found = whole_document(ref, own_id, reading.document);
  ATTEST_ASSIGN(evidence.sources, load_sources(found, collection));
  std::vector<std::string_view> texts{title};
  for (const SentenceHit& sentence : found.sentences)
    texts.push_back(sentence.span.of(reading.document.text));
  evidence.vocabulary = build_vocabulary(evidence.question, snapshot.shared_thesaurus(), collection, texts);
  read_findings(evidence, found);

  AnswerSource& source = evidence.sources.front();
  std::erase_if(source.findings, [](const Finding& finding) { return !says_something(finding); });
  reading.questions = questions_of(source, main_condition(evidence.question));
  reading.similar = similar_to(snapshot, reading.document);
  reading.findings = std::move(source.findings);
  reading.status = std::move(source.status);
  reading.appraisal = std::move(source.appraisal);
  return reading;
}

}  // namespace attest
