// For tests: evidence made of sources of a few sentences each.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "evidence/sources.h"
#include "findings/arms/control_arms.h"
#include "findings/extract.h"

namespace attest::test {

// A source on the condition that was asked about; its title is its first sentence.
inline AnswerSource& add_source(Evidence& evidence, Stemmer& stemmer, const std::string& title,
                                const std::vector<std::string>& sentences, StudyDesign design) {
  AnswerSource source;
  const auto number = static_cast<uint32_t>(evidence.sources.size());
  source.id = "s" + std::to_string(number);
  source.study = number;
  source.naming = 3;
  source.document.record.title = title;
  source.document.text = title + ".";
  std::vector<ByteSpan> spans;
  for (const std::string& sentence : sentences) {
    const auto start = static_cast<uint32_t>(source.document.text.size() + 1);
    source.document.text += " " + sentence;
    spans.push_back({start, static_cast<uint32_t>(source.document.text.size())});
  }
  source.appraisal = appraise(source.document);
  source.appraisal.design = design;
  source.title_interventions = title_interventions(source.document, *evidence.vocabulary, stemmer, nullptr);
  for (const ByteSpan span : spans) {
    const SentenceContext context{
        &source.document, &source.appraisal, number, "", 2, source.title_interventions, {}, nullptr};
    source.findings.push_back(extract_finding(context, span, *evidence.vocabulary, stemmer));
  }
  evidence.sources.push_back(std::move(source));
  return evidence.sources.back();
}

// Treatments and conditions, each known by the one name that is its id, and control arms.
inline std::shared_ptr<Vocabulary> vocabulary_of(const std::vector<std::string>& treatments,
                                                 const std::vector<std::string>& conditions,
                                                 Stemmer& stemmer) {
  auto vocabulary = std::make_shared<Vocabulary>();
  add_control_arms(*vocabulary, stemmer);
  for (const std::string& name : treatments)
    vocabulary->add({name, name, "", ConceptRole::kIntervention, false, {}}, std::vector<std::string>{name},
                    stemmer);
  for (const std::string& name : conditions)
    vocabulary->add({name, name, "", ConceptRole::kCondition, false, {}}, std::vector<std::string>{name},
                    stemmer);
  return vocabulary;
}

}  // namespace attest::test
