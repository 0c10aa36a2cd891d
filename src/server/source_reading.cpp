#include "server/source_reading.h"

#include <algorithm>

#include <fmt/format.h>

#include "evidence/sources.h"
#include "pipeline/read_document.h"
#include "render/presentation.h"
#include "search/search.h"

namespace attest {
namespace {

constexpr size_t kSimilarMax = 6;
constexpr size_t kQuestionsMax = 6;

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
  ATTEST_ASSIGN(DocumentReading read, read_document(collection, snapshot.shared_thesaurus(), ref));
  SourceReading reading;
  reading.questions = questions_of(read.source, main_condition(read.about));
  reading.document = std::move(read.source.document);
  reading.similar = similar_to(snapshot, reading.document);
  reading.findings = std::move(read.source.findings);
  reading.status = std::move(read.source.status);
  reading.appraisal = std::move(read.source.appraisal);
  return reading;
}

}  // namespace attest
