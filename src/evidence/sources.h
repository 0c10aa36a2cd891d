// evidence: what an answer may be made of. Takes an understood question and what search found; gives the
// sources, each with its appraisal, its status and its findings, and what governs these where they stand:
// headings, the scope of a guideline, for whom and for what a sentence is meant. May include base, text,
// document, appraise, collection, question, search, findings.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "appraise/appraisal.h"
#include "collection/collection.h"
#include "document/document.h"
#include "evidence/study_links.h"
#include "findings/finding.h"
#include "findings/names/mentions.h"
#include "question/question.h"
#include "search/search.h"

namespace attest {

struct AnswerSource {
  std::string id;
  Document document;
  Appraisal appraisal;
  DocumentStatus status;
  std::vector<Finding> findings;  // in the order of the text; Finding::source is the index of this source
  std::vector<Mention> title_interventions;
  std::optional<Intent> title_asks;   // of a title that is a question: "What are the symptoms of asthma?"
  float score = 0;                    // of the document, from search
  uint8_t naming = 0;                 // the condition: 3 in the title, 2 at the start, 1 elsewhere, 0 nowhere
  bool about_condition = true;        // false: only about a broader group ("chronic constipation")
  uint32_t study = 0;                 // sources with the same number report one study
  std::vector<StudyLink> same_study;  // every other report of that study
  std::vector<StudyLink> included_in;  // reviews and pooled analyses that hold its results
};

// What each document is: read once, however many searches find it.
class Appraisals {
 public:
  const Appraisal& of(DocumentRef ref, const Document& document);

 private:
  std::map<std::pair<uint32_t, uint32_t>, Appraisal> known_;  // by segment and document
};

// A guideline or a consensus: what it says is advice, not only a result.
bool is_guidance(const AnswerSource& source);
// A guideline, or a page written for patients: each of its sentences is meant to be followed or known.
bool advises(const AnswerSource& source);
// "Ceftriaxone 50 mg/kg" under "Sepsis", asked of a stye: a guideline's dose or advice is for what its
// chapter is about, where neither the sentence nor a heading above it names the condition asked about.
bool is_for_another_chapter(const AnswerSource& source, const Finding& finding);

// A guideline on the condition says it under a heading of another thing, or says that it is for others.
bool is_said_of_others(const AnswerSource& source, const Finding& finding);

// Everything that composing an answer looks at.
struct Evidence {
  UnderstoodQuestion question;
  Audience audience = Audience::kClinician;
  std::shared_ptr<const Vocabulary> vocabulary;
  std::shared_ptr<const Thesaurus> thesaurus;
  std::vector<AnswerSource> sources;  // best first
  uint64_t matching_documents = 0;
  uint64_t registrations = 0;  // of these: studies registered, without results
  bool for_reader = false;     // who reads a document: outcomes and groups without a name are read too

  const AnswerSource& source_of(const Finding& finding) const { return sources[finding.source]; }
  std::string_view sentence_of(const Finding& finding) const {
    return finding.sentence.of(sources[finding.source].document.text);
  }
  // A source that may support a statement: not retracted, not a notice.
  bool usable(const AnswerSource& source) const {
    return source.status.status != PublicationStatus::kRetracted &&
           source.appraisal.design != StudyDesign::kNotice;
  }
  // A usable source whose sentences can be evidence in people: no plan of a study, no animals, no laboratory.
  bool reports_evidence(const AnswerSource& source) const {
    switch (source.appraisal.design) {
      case StudyDesign::kRegistration:
      case StudyDesign::kProtocol:
      case StudyDesign::kAnimal:
      case StudyDesign::kLaboratory: return false;
      default: return usable(source);
    }
  }
};

// What the finding stands under names what was asked: the heading of its section, or a title that asks it.
bool asks_the_same(const Evidence& evidence, const Finding& finding);

// Loads documents of a search result and reads their findings: every sentence of titles, abstracts and short
// texts; of long texts the sentences that search chose and the abstract.
Result<std::vector<AnswerSource>> load_sources(const SearchResult& result, const Collection& collection,
                                               Appraisals& appraisals);
void read_findings(Evidence& evidence, const SearchResult& result);

// Ids of the interventions that the question itself names.
std::vector<std::string> asked_interventions(const Evidence& evidence);

}  // namespace attest
