// answer: from findings to an answer. Takes an understood question and its sources, gives an Answer: bottom
// line, lines of therapy, sections, disagreements, checks, gaps. May include everything before it on the
// road.
//
// The members stand in the order of the JSON (docs/schema/answer-1.schema.json); see answer_json.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "appraise/appraisal.h"
#include "base/byte_span.h"
#include "document/document.h"
#include "evidence/study_links.h"
#include "quantities/quantities.h"
#include "question/emergencies.h"
#include "question/question.h"

namespace attest {

// A span of a document that supports a statement. quote == text[start:end], always.
struct Citation {
  std::string document;
  uint32_t reference = 0;  // number in Answer::references, from 1
  ByteSpan span;
  std::string quote;
  uint32_t page = 0;  // PDF page, 0 when unknown
};

// How a number that stands in a statement but not in its quotes was computed.
struct Computation {
  std::string rule;    // "count / total", "per 10 people", "Fisher's exact test", "Wilson 95 % interval"…
  std::string inputs;  // "17/24, 12/24"
  std::string result;  // the number as it stands in the text: "0.24"
};

struct Statement {
  std::string text;
  std::vector<Citation> citations;
  bool quoted = false;   // the text is the sentence of the source; otherwise worded from its findings
  std::string strength;  // "randomised trial, n = 109, abstract only"
  std::string kind;      // finding kind it came from
  std::vector<Computation> computations;
  std::vector<std::string> ranks = {};  // ids of what a bottom line calls the first; not in the JSON
  // To the point as it stands: advice against what the question names, or a result on the outcome that it
  // asks after; not in the JSON.
  bool of_asked = false;
};

struct Outcome {
  std::string kind;           // "proportion", "odds ratio", "risk ratio", "mean difference", …
  double value = kNotStated;  // percent for a proportion
  double low = kNotStated;
  double high = kNotStated;
  double events = kNotStated;
  double total = kNotStated;
  std::string follow_up;  // ISO 8601 duration ("P6M"), "" when not stated
  std::string arm;
  std::string comparator;
  std::string name;  // what was counted: "major improvement"
  bool harm = false;
  int statement = -1;  // index into the statements of the same line
};

struct TherapyLine {
  int rank = 0;  // 0: options for which no source says an order
  std::string intervention;
  std::string intervention_id;
  std::string plain_name;           // for patients
  std::string rank_reason;          // "3 guidelines recommend it first", "after failed biofeedback (…)"
  std::vector<Citation> ranked_by;  // the sentences of the sources that the reason names
  bool of_others = false;           // than those in whom something has failed, as was asked
  bool rank_may_go = false;         // no guideline gives the rank: it goes where no sentence comes near what
                                    // was asked; not in the JSON
  std::vector<Statement> statements;
  std::vector<Outcome> outcomes;
  std::vector<Statement> harms;
  std::vector<Statement> doses;
  std::vector<Statement> move_on_when;
};

struct AnswerSection {
  std::string kind;  // "diagnosis", "harms", "predictors", "definition", "warning signs", …
  std::string title;
  std::vector<Statement> statements;
};

struct DisagreementSide {
  std::string position;  // "for", "no difference", …; short
  std::vector<Statement> statements;
};

struct Disagreement {
  std::string about;
  std::vector<DisagreementSide> sides;
  std::vector<std::string> likely_reasons;  // computed from differences, never guessed
};

// A mismatch found by recomputing, or sources counted once.
struct Check {
  std::string kind;  // figure_check_name, "same study", "superseded", "retracted"
  Statement statement;
};

struct Reference {
  uint32_t number = 0;
  std::string document;
  BibliographicRecord record;
  Appraisal appraisal;
  std::string status;                     // publication_status_name
  std::vector<std::string> status_links;  // "replaced by pmid:…"
  std::vector<StudyLink> same_study;      // every other report of that study
  std::vector<StudyLink> included_in;     // reviews and pooled analyses that hold its results
};

struct Answer {
  std::string question;
  UnderstoodQuestion understood;
  std::optional<PreviousTurn> before;  // the turn that a follow-up was resolved against
  int line_in_focus = 0;               // rank that this answer is about, for the next follow-up; 0: derived
  Audience audience = Audience::kClinician;
  std::string snapshot;
  uint64_t collection_documents = 0;
  std::string version;
  std::vector<SafetyNotice> safety_notices;  // printed before everything else
  enum class Verdict : uint8_t { kAnswered, kPartly, kNoDirectEvidence } verdict = Verdict::kNoDirectEvidence;
  std::string scope;  // "41 sources on this condition: 6 guidelines, 4 reviews, 9 randomised trials"
  uint64_t sources_considered = 0;
  std::vector<Statement> bottom_line;
  std::vector<Statement> warnings;  // red flags, first for patients
  std::vector<TherapyLine> lines;
  std::vector<AnswerSection> sections;
  std::vector<Disagreement> disagreements;
  std::vector<Check> checks;
  std::vector<std::string> gaps;
  std::vector<std::string> follow_ups;
  std::vector<std::string> near_misses;  // "asked about X; the collection has Y (different condition)"
  std::vector<Reference> references;
};

const char* verdict_name(Answer::Verdict verdict);  // "answered", "partly answered", "no direct evidence"

}  // namespace attest
