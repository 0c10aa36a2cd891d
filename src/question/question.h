// question: from a person's words to what is asked. Takes a question and the turn before it, gives intent,
// concepts with their other names, and the audience's options. May include base, text, learn, document,
// collection, index.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "collection/collection.h"

namespace attest {

enum class Audience : uint8_t { kClinician, kPatient, kPartner };
const char* audience_name(Audience audience);  // "clinician"
Result<Audience> parse_audience(std::string_view name);

enum class Intent : uint8_t {
  kTreatment,
  kLineOfTherapy,
  kDose,
  kComparison,
  kDiagnosis,
  kPrognosis,
  kHarm,
  kDefinition,
  kPrevalence,
  kPrevention,
  kMonitoring,
  kDuration,
  kCause,
  kPredictor,
  kMechanism,
  kEffect,        // whether a named treatment does something: "does metformin reduce mortality in diabetes?"
  kSymptoms,      // "what are the first signs of diabetes?"
  kTimeToEffect,  // "how long does levothyroxine take to work?"
  kTreatmentLength,   // "how long should antibiotics be given?", "how many sessions are needed?"
  kContraindication,  // "who should not have botulinum toxin?"
  kIndication,        // "when should statins be stopped?", "who needs surgery?"
  kTarget,            // "what should blood pressure be in diabetes?"
  kGeneral,
};
inline constexpr size_t kIntents = static_cast<size_t>(Intent::kGeneral) + 1;  // the last of them
const char* intent_name(Intent intent);

// What kind of thing a concept is, from thesaurus tree numbers or from its place in the question.
enum class ConceptRole : uint8_t { kCondition, kIntervention, kTest, kPopulation, kOutcome, kOther };
const char* concept_role_name(ConceptRole role);

// One way of saying a concept.
struct ConceptVariant {
  std::string words;               // "pelvic floor dyssynergia"
  std::vector<std::string> stems;  // stems in order
  float weight = 1.0f;             // 1 = same thing; less than 0.5 for broader or related names
  bool abbreviation = false;       // "DD": means the concept only where a text also spells it out
};

// One thing the question is about.
struct Concept {
  std::string label;         // preferred name: "dyssynergic defecation"
  std::string asked_as;      // the words of the question: "anismus"
  std::string thesaurus_id;  // "D…" or "attest:…", empty when unknown to every thesaurus
  ConceptRole role = ConceptRole::kOther;
  std::vector<ConceptVariant> variants;  // the asked words first; never empty
  // Phrases that share words with the concept but mean something else ("bladder sphincter dyssynergia"):
  // a text that has only these is not about the concept.
  std::vector<ConceptVariant> homonyms;
  bool required = true;  // the answer must be about it
  bool sought = false;   // what a person wants to do ("safe to fly"): nothing else answers
};

struct SpellingChange {
  std::string from;
  std::string to;
};

struct UnderstoodQuestion {
  std::string asked;     // as typed
  std::string resolved;  // with spelling mended and a follow-up completed; else as `asked`
  bool is_follow_up = false;
  bool same_condition = false;  // the follow-up names the condition of the turn before by another name
  Intent intent = Intent::kGeneral;
  std::vector<Intent> secondary_intents;
  int line_of_therapy = 0;               // 1 = first line; 0 = not asked for one
  std::vector<Concept> concepts;         // conditions first
  std::vector<std::string> other_stems;  // content words that are in no concept, for ranking only
  float words_share_min = 0;  // share of other_stems that a sentence or its title must hold: relax.h
  std::vector<SpellingChange> spelling;
  std::string population;  // "children", "pregnancy", "elderly"… when asked for
  // "first-line treatment · dyssynergic defecation (anismus, pelvic floor dyssynergia, …) · adults"
  std::string summary() const;
};

// What a follow-up needs to know of the turn before; read from the answer's JSON.
struct PreviousTurn {
  std::string question;  // as resolved
  Intent intent = Intent::kGeneral;
  std::vector<std::string> conditions;  // labels
  std::vector<std::string> lines;       // interventions in order of rank
  int line_in_focus = 1;                // the rank that the last turn was about
  std::string intervention_in_focus;
};

// A thesaurus that can be asked for the names of a thing. Two exist: the program's own compact one
// (data/thesaurus) and the one stored in the collection (MeSH); both are asked.
class Thesaurus {
 public:
  // The program's own, from its data file. `path` names the file, see docs/format/thesaurus.md.
  static Result<std::shared_ptr<const Thesaurus>> load(const std::filesystem::path& path);
  // The same from the file's content; `place` names it in errors.
  static Result<std::shared_ptr<const Thesaurus>> parse(std::string_view bytes, const std::string& place);
  virtual ~Thesaurus() = default;
  struct Entry {
    std::string id;
    std::string name;
    std::vector<std::string> names;      // all names, the preferred first
    std::vector<std::string> broader;    // weaker variants
    std::vector<std::string> not_names;  // homonyms
    std::vector<std::string> lay_names;  // what patients say ("can't poo")
    std::string plain_name;              // what to call it for a patient
    std::string plain_explanation;       // one short sentence for a patient, "" if none
    ConceptRole role = ConceptRole::kOther;
    std::vector<std::string> parents;  // ids: a member of a drug class
    std::vector<std::string> context;  // words beside an ambiguous name that speak for this entry
  };
  // A lay phrase reduced to the words that carry it, for matching with gaps.
  struct LayPhrase {
    size_t entry = 0;                // index into entries()
    std::vector<std::string> words;  // canonical stems, in order
  };
  virtual const Entry* find_by_name(std::string_view normalised) const = 0;
  virtual const Entry* find_by_id(std::string_view id) const = 0;
  virtual const std::vector<Entry>& entries() const = 0;

  // Entries with a name whose stems without stop words, joined by single spaces, are `stems`; an ambiguous
  // abbreviation has several, in file order.
  virtual std::vector<const Entry*> find_by_stems(std::string_view stems) const = 0;
  // Entries that name `id` among their parents, in file order.
  virtual std::vector<const Entry*> members_of(std::string_view id) const = 0;
  // Every word of every name, folded, sorted: what spelling help may propose.
  virtual const std::vector<std::string>& words() const = 0;
  // Ordinary language: correctly spelled and never what a question is about ("husband", "worried").
  virtual bool is_everyday(std::string_view folded) const = 0;
  virtual const std::vector<std::string>& everyday_words() const = 0;
  // Names too general to be what a question is about ("therapeutics", "patients").
  virtual bool is_generic(std::string_view normalised) const = 0;
  virtual const std::vector<LayPhrase>& lay_phrases() const = 0;
  // The word that stands for `word` in lay phrases ("poop" → "poo"); `word` itself when there is none.
  virtual std::string_view lay_word(std::string_view word) const = 0;
};

// Reads a question. Never fails on odd input: an empty or meaningless question gives no concepts.
// How is it treated, in what order: the questions that lines of therapy answer.
bool is_treatment_question(const UnderstoodQuestion& question);
// One of the things asked about is a treatment.
bool names_treatment(const UnderstoodQuestion& question);

Result<UnderstoodQuestion> understand(std::string_view question, const Collection& collection,
                                      const Thesaurus& thesaurus, const std::optional<PreviousTurn>& before);

}  // namespace attest
