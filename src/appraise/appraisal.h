// appraise: what kind of source a document is. Takes a Document, gives our own description of it: design,
// size, depth, and the grade that it states itself. May include base, text, quantities, learn, document.
//
// Two axes that are never merged into one number (design.md §3): the certainty a source itself states, kept
// as stated, and this description. Publication type is a hint of design, not of quality.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "appraise/study_facts.h"
#include "base/byte_span.h"
#include "document/document.h"

namespace attest {

enum class StudyDesign : uint8_t {
  kGuideline,         // recommendations of a body
  kConsensus,         // definitions, terminology, criteria agreed by a group
  kSystematicReview,  // with or without meta-analysis
  kRandomisedTrial,
  kNonRandomisedTrial,  // controlled, not randomised; quasi-randomised
  kCohort,
  kCaseControl,
  kCrossSectional,
  kDiagnosticStudy,
  kCaseSeries,  // no comparison group
  kCaseReport,
  kQualitative,
  kEconomic,
  kReview,        // narrative
  kOpinion,       // editorial, comment, letter, expert note
  kProtocol,      // planned, no results
  kRegistration,  // a registry's entry
  kPatientPage,
  kAnimal,
  kLaboratory,  // in vitro, ex vivo, computer models
  kNotice,      // retraction, erratum
  kUnclear,
};
// "randomised trial": how it is printed and stored in JSON.
const char* study_design_name(StudyDesign design);

// Rank for ordering sources in an answer, 0 = first (guideline), by honesty rule 3 of design.md §7.
int design_rank(StudyDesign design);
// True for designs whose figures come from people who were studied (not opinion, plans or animals).
bool has_results_in_people(StudyDesign design);

// A grade or certainty in the words of the source.
struct StatedGrade {
  std::string text;    // "strong recommendation, moderate quality of evidence", "Level I, Grade A"
  std::string system;  // "GRADE", "OCEBM", "society", "" when it is not said
  ByteSpan span;       // in the document's text
};

struct Appraisal {
  StudyDesign design = StudyDesign::kUnclear;
  std::string design_basis;  // what decided: "publication type", "title", "text", "wording", "record"…
  bool meta_analysis = false;
  bool second_hand = false;  // known from a news item, a table or a reference list, and the record says so
  uint32_t sample_size = 0;  // people: randomised, else enrolled, else in all groups; 0 when not stated
  ByteSpan sample_size_span;
  StudyFacts facts;
  uint32_t studies = 0;  // reviews: studies included
  std::vector<StatedGrade> grades;
  std::string level;  // "1".."5" after the OCEBM 2011 table for treatment, from the design alone; "" if none
  Depth depth = Depth::kAbstract;
  uint16_t year = 0;
  std::string society;                           // "ACG", "Cochrane"… when the record or title says so
  std::vector<std::string> registrations;        // NCT…, ISRCTN…: those of the study itself
  std::vector<std::string> other_registrations;  // of studies that the text names
  bool pools_studies = false;                    // several studies are analysed as one
  bool tells_of_people = false;                  // people were counted, or said to have been studied
  std::vector<std::string> limits;  // "small", "no comparison group", "high risk of bias": only as stated
};

Appraisal appraise(const Document& document);

// As of its design; where that is not stated, only with a sign that people were studied.
bool has_results_in_people(const Appraisal& appraisal);

// The line under a reference: "randomised trial, n = 109, abstract only".
std::string describe(const Appraisal& appraisal);

}  // namespace attest
