// findings: from sentences to typed claims. Takes sentences of appraised documents, gives Findings: what was
// done to whom, against what, with which result, said how firmly. What the sentence does not say stays empty.
// May include base, text, document, appraise, question.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "appraise/appraisal.h"
#include "base/byte_span.h"
#include "findings/sentences/sentence_role.h"
#include "quantities/quantities.h"

namespace attest {

enum class FindingKind : uint8_t {
  kRecommendation,
  kEffect,
  kRate,
  kDose,
  kDuration,
  kPredictor,
  kHarm,
  kAccuracy,
  kPrevalence,
  kDefinition,
  kMechanism,
  kUncertainty,
  kDiagnosis,
  kMethod,
  kWarning,
  kOther,
};
const char* finding_kind_name(FindingKind kind);

enum class Direction : uint8_t { kUnstated, kFavours, kNoDifference, kAgainst };
const char* direction_name(Direction direction);

// What became of an outcome, whether or not it was wanted.
enum class OutcomeCourse : uint8_t { kNoDifference, kIncreased, kDecreased, kImproved, kWorsened };
const char* outcome_course_name(OutcomeCourse course);  // "no difference", "increased"…

// "Renin was lower with X": one for each outcome that a sentence tells of.
struct ToldChange {
  std::string outcome;  // words of the sentence, in small letters: "renin"
  OutcomeCourse course = OutcomeCourse::kNoDifference;
  std::string arm;  // in whom, in words of the sentence; empty where it does not say
};

// A thing that was given or done, as named in a sentence.
struct Mention {
  std::string id;           // thesaurus id, or "text:<normalised words>" when no thesaurus knows it
  std::string name;         // preferred name
  ByteSpan span;            // in the document's text
  bool is_control = false;  // placebo, sham, usual care, waiting list
};

// One arm's figure.
struct ArmRate {
  Mention arm;  // name empty when the sentence does not say
  double events = kNotStated;
  double total = kNotStated;
  double percent = kNotStated;  // as stated; computed from events/total only when not stated
  bool percent_stated = false;
  bool of_people = false;  // no bound, and nothing says that it is a share of other things ("6 of 24 eyes")
  double follow_up_days = kNotStated;
  std::string follow_up;  // as written: "6 months"
  std::string outcome;    // what is counted, in small letters: "headache"; empty when not said of this one
  ByteSpan span;          // of the quantity
};

// What another figure than a share of people belongs to, as far as the sentence says so: a mean, a median, an
// estimate, a p-value, a dose.
struct AttachedFigure {
  QuantityKind kind = QuantityKind::kNumber;
  ByteSpan span;          // of the quantity
  Mention arm;            // whose it is; of an estimate or a p-value the first of two that are compared
  Mention against;        // of an estimate or a p-value: what the arm is compared with
  std::string outcome;    // words of the sentence, in small letters: "pain score"
  std::string follow_up;  // as written: "12 weeks"
  double follow_up_days = kNotStated;
};

// "First line: diuretics; second line: beta-blockers": one for each line that a sentence gives.
struct LineStatement {
  int line = 0;                 // 1 first line…
  std::vector<std::string> of;  // ids of the interventions that it is said of
  bool denied = false;          // "is not first-line", "it is unclear whether…": said of nothing
  ByteSpan clause;              // in which it stands
  ByteSpan cue;                 // the words that say so
};

// "Offer X; do not offer Y": one for each cue of advice that says something of a thing named.
struct AdviceStatement {
  bool against = false;
  std::vector<std::string> of;  // ids of the interventions
  ByteSpan clause;              // in which it stands
  ByteSpan cue;                 // the words that say so
};

// The headings in running text that a sentence stands under: spans of the document's text, empty where there
// is none.
struct HeadingsAbove {
  ByteSpan part;     // of its chapter: "Prevention"
  ByteSpan subject;  // "Severe malaria"
  ByteSpan people;   // "Pregnant women"
  ByteSpan item;     // what opens its item of a list
};

struct Finding {
  FindingKind kind = FindingKind::kOther;
  uint32_t source = 0;  // index of the document among the sources of one answer
  ByteSpan sentence;    // the evidence: a span of the document's text
  std::vector<Mention> interventions;
  Mention comparator;             // name empty when there is none
  std::string outcome;            // words of the sentence: "major improvement"
  std::string population;         // words of the sentence: "children", "healthy women"
  std::string stated_population;  // as written: "patients with active Crohn disease"
  std::string title_population;   // of the title, where the sentence has none and the title one
  std::vector<ArmRate> rates;
  std::vector<AttachedFigure> figures;  // in the order of the sentence; only those with something attached
  std::vector<Quantity> quantities;     // all of the sentence, spans in the document's text
  Direction direction = Direction::kUnstated;
  std::vector<ToldChange> changes;  // of its outcomes, in the order of the sentence
  bool negated = false;
  bool hedged = false;
  bool attendance = false;  // the figure is of people who stayed in the study, not of people who got better
  bool background = false;  // said of others' work, before the study's own results
  RoleEstimate role;        // what the sentence does in its abstract
  bool about_harm = false;  // the outcome is unwanted: incontinence, complications, adverse events
  std::string follow_up;    // as written, when one time holds for the sentence
  double follow_up_days = kNotStated;
  int line_of_therapy = 0;  // 1 first line… 0 not said; of several, the first that the sentence gives
  std::vector<LineStatement> lines;
  std::vector<AdviceStatement> advice;
  std::string trigger;  // "after failed biofeedback": as written
  ByteSpan trigger_span;
  std::vector<std::string> dose_of;  // ids of the things whose doses the sentence gives
  std::string strength;              // recommendations: "strong", "conditional", "" when not said
  uint8_t condition_match = 0;   // 2 the sentence names the condition, 1 only its document does, 0 neither
  bool condition_above = false;  // a heading over the sentence names the condition
  bool under_heading = false;    // stands under a heading that names what was asked ("Risk factors")
  HeadingsAbove above;
  float score = 0;      // from search
  float relevance = 0;  // 0..1: how much of what was asked the sentence bears on, and its document fits
  std::vector<std::string> asked;       // ids of what was asked and is named in the sentence or in the title
  std::vector<std::string> asked_here;  // those of them that the sentence itself names
  float asked_words = 1;         // share of the question's other content words in the sentence or the title
  uint8_t other_conditions = 0;  // named in the sentence and not asked about
  bool other_subject = false;    // the title names a condition that was not asked about
  std::vector<std::string> taken_back;  // ids of what its body, in a newer text, advises otherwise of
  bool takes_back = false;              // advice that stands instead of the same body's older advice
};

// The line of therapy that the finding says `intervention` is; 0 when it says none of it.
int line_said_of(const Finding& finding, std::string_view intervention);
// Where it says so; nullptr when it does not.
const LineStatement* line_statement_of(const Finding& finding, std::string_view intervention);
// The advice that the finding gives on `intervention`, advice against it before advice for it; nullptr when
// it gives none.
const AdviceStatement* advice_on(const Finding& finding, std::string_view intervention);
// The same body, in a newer text, advises otherwise of `intervention`.
bool is_taken_back(const Finding& finding, std::string_view intervention);

}  // namespace attest
