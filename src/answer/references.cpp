#include "answer/references.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace attest {
namespace {

template <typename F>
void for_each_citation(Answer& answer, F&& visit_one) {
  const auto visit = [&](Statement& statement) {
    for (Citation& citation : statement.citations) visit_one(citation);
  };
  for (Statement& s : answer.warnings) visit(s);
  for (Statement& s : answer.bottom_line) visit(s);
  for (TherapyLine& line : answer.lines) {
    for (Statement& s : line.statements) visit(s);
    for (Statement& s : line.harms) visit(s);
    for (Statement& s : line.doses) visit(s);
    for (Statement& s : line.move_on_when) visit(s);
    for (Citation& citation : line.ranked_by) visit_one(citation);
  }
  for (AnswerSection& section : answer.sections) {
    for (Statement& s : section.statements) visit(s);
  }
  for (Disagreement& disagreement : answer.disagreements) {
    for (DisagreementSide& side : disagreement.sides) {
      for (Statement& s : side.statements) visit(s);
    }
  }
  for (Check& check : answer.checks) visit(check.statement);
}

}  // namespace

void number_references(const Evidence& evidence, Answer& answer) {
  answer.references.clear();
  std::unordered_map<std::string, uint32_t> index_of;
  for (uint32_t i = 0; i < evidence.sources.size(); ++i) index_of.emplace(evidence.sources[i].id, i);
  std::unordered_map<std::string, uint32_t> numbers;
  for_each_citation(answer, [&](Citation& citation) {
    auto [position, inserted] =
        numbers.try_emplace(citation.document, static_cast<uint32_t>(answer.references.size() + 1));
    citation.reference = position->second;
    if (!inserted) return;
    const AnswerSource& source = evidence.sources[index_of.at(citation.document)];
    Reference reference;
    reference.number = position->second;
    reference.document = source.id;
    reference.record = source.document.record;
    reference.record.references.clear();
    reference.appraisal = source.appraisal;
    reference.status = publication_status_name(source.status.status);
    for (const PublicationLink& link : source.status.links)
      reference.status_links.push_back(link.kind + " " + link.other_id);
    reference.same_study = source.same_study;
    reference.included_in = source.included_in;
    answer.references.push_back(std::move(reference));
  });
  for (Reference& reference : answer.references) {
    for (std::vector<StudyLink>* links : {&reference.same_study, &reference.included_in}) {
      for (StudyLink& link : *links) {
        const auto known = numbers.find(link.document);
        link.reference = known == numbers.end() ? 0 : known->second;
      }
    }
  }
}

const AnswerSource* source_with(const Evidence& evidence, const std::string& document) {
  const auto found = std::find_if(evidence.sources.begin(), evidence.sources.end(),
                                  [&](const AnswerSource& source) { return source.id == document; });
  return found == evidence.sources.end() ? nullptr : &*found;
}

std::set<uint32_t> cited_sources(const Evidence& evidence, Answer& answer) {
  std::set<std::string> ids;
  for_each_citation(answer, [&](const Citation& citation) { ids.insert(citation.document); });
  std::set<uint32_t> cited;
  for (uint32_t i = 0; i < evidence.sources.size(); ++i) {
    if (ids.contains(evidence.sources[i].id)) cited.insert(i);
  }
  return cited;
}

}  // namespace attest
