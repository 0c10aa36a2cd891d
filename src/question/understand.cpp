// understand(): the pass that reads a question, as a list of named steps. Words that nothing knows are looked
// at for slips of the keyboard; names are found; a follow-up is made whole with the turn before; what is left
// over becomes unknown concepts or words that only rank; cue words give the intent.
#include <algorithm>

#include "base/ascii.h"
#include "base/limits.h"
#include "question/activities.h"
#include "question/age_groups.h"
#include "question/asked_agent.h"
#include "question/asked_effect.h"
#include "question/concepts.h"
#include "question/follow_up.h"
#include "question/intents.h"
#include "question/mesh.h"
#include "question/names.h"
#include "question/next_treatment.h"
#include "question/question.h"
#include "question/spelling.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr size_t kSpellingWordsMax = 8;  // a text with more unknown words is not in our language
constexpr size_t kSpellingBytesMin = 4;
// A form in so few documents may be a slip in them as well: one of this many, and two at least.
constexpr uint64_t kSlipShare = 5000;
constexpr uint64_t kSlipDocumentsMin = 2;
// So much commoner must be what was meant.
constexpr uint64_t kSlipTimes = 40;

// A question with the names that were found in it.
struct Reading {
  std::string text;
  std::vector<QuestionWord> words;
  std::vector<FoundName> names;
};

Result<Reading> read(std::string text, const Collection& collection, const Thesaurus& thesaurus,
                     Stemmer& stemmer) {
  Reading reading;
  reading.text = std::move(text);
  reading.words = question_words(reading.text, stemmer);
  ATTEST_ASSIGN(reading.names, find_names(reading.text, reading.words, collection, thesaurus, stemmer));
  return reading;
}

// The beginning of an overlong question, cut between characters.
std::string within_limit(std::string_view question) {
  size_t bytes = std::min(question.size(), limits::kQuestionBytesMax);
  while (bytes > 0 && bytes < question.size() && (static_cast<unsigned char>(question[bytes]) & 0xC0) == 0x80)
    --bytes;
  return std::string(question.substr(0, bytes));
}

bool may_be_misspelled(const QuestionWord& word, const Thesaurus& thesaurus) {
  if (word.stop || word.capitals || word.has_digit || word.folded.size() < kSpellingBytesMin) return false;
  if (thesaurus.is_everyday(word.folded) || is_cue_word(word.folded) || thesaurus.is_generic(word.folded))
    return false;
  return !std::binary_search(thesaurus.words().begin(), thesaurus.words().end(), word.folded);
}

// A word that the thesaurus has, as it stands or inflected.
bool is_known_form(std::string_view folded, const Thesaurus& thesaurus, Stemmer& stemmer) {
  const std::string stem(stemmer.stem(folded));
  return std::any_of(thesaurus.words().begin(), thesaurus.words().end(), [&](const std::string& known) {
    return known == folded ||
           (known.front() == folded.front() && stemmer.stem(known) == stem && is_inflection(known, folded));
  });
}

// The word as it should be, or nothing. A form that a document holds is left alone unless it is very rare and
// a thesaurus word is one slip away.
std::string corrected(const QuestionWord& word, CollectionTerms& terms, const Thesaurus& thesaurus,
                      Stemmer& stemmer) {
  const uint64_t documents = terms.document_frequency(word.stem);
  const uint64_t most = std::max(kSlipDocumentsMin, terms.collection().document_count() / kSlipShare);
  if (documents > most) return {};
  // A plural or British form of a word that the thesaurus knows is no slip.
  if (is_known_form(word.folded, thesaurus, stemmer)) return {};
  std::string suggestion = suggest_word(word, terms, thesaurus, stemmer);
  // "Dividing" is no "diving"; "fibrilation", whose stem is that of "fibrils", is "fibrillation".
  if (!suggestion.empty() && is_common_word(word.stem) && edit_distance(word.folded, suggestion, 1) > 1)
    return {};
  if (documents == 0 || suggestion.empty()) return suggestion;
  // "kneel" is no slip of "knee": a whole word that goes on, or ends early, is another one.
  // But its last letter typed twice is one: "scarlett".
  const bool doubled = word.folded == suggestion + suggestion.back();
  if (!doubled &&
      (suggestion.starts_with(word.folded) || std::string_view(word.folded).starts_with(suggestion)))
    return {};
  const bool known = is_known_form(suggestion, thesaurus, stemmer);
  const uint64_t meant = terms.document_frequency(std::string(stemmer.stem(suggestion)));
  if (!known || (!doubled && meant < documents * kSlipTimes) ||
      edit_distance(word.folded, suggestion, 1) != 1)
    return {};
  const auto named = terms.collection().terms_beginning_with(word.folded);
  return named && named->empty() ? suggestion : std::string();
}

// Corrects slips in a reading; reports each, and reads again when there were any.
Status mend_spelling(Reading& reading, CollectionTerms& terms, const Thesaurus& thesaurus, Stemmer& stemmer,
                     std::vector<SpellingChange>& changes) {
  std::vector<bool> named(reading.words.size(), false);
  for (const FoundName& name : reading.names) {
    for (size_t i = name.first; i < name.first + name.count; ++i) named[i] = true;
  }
  std::string text;
  size_t copied = 0;
  size_t looked_at = 0;
  for (size_t i = 0; i < reading.words.size() && looked_at < kSpellingWordsMax; ++i) {
    const QuestionWord& word = reading.words[i];
    if (named[i] || !may_be_misspelled(word, thesaurus)) continue;
    ++looked_at;
    const std::string better = corrected(word, terms, thesaurus, stemmer);
    if (better.empty()) continue;
    changes.push_back({std::string(word.span.of(reading.text)), better});
    text += reading.text.substr(copied, word.span.start - copied) + better;
    copied = word.span.end;
  }
  if (changes.empty()) return {};
  text += reading.text.substr(copied);
  ATTEST_ASSIGN(reading, read(std::move(text), terms.collection(), thesaurus, stemmer));
  return {};
}

// The question with each word as it was read, so that what ranks by words finds what the names find.
std::string with_spelling(std::string text, const std::vector<SpellingChange>& changes) {
  size_t from = 0;
  for (const SpellingChange& change : changes) {
    const size_t at = text.find(change.from, from);
    if (at == std::string::npos) continue;
    text.replace(at, change.from.size(), change.to);
    from = at + change.to.size();
  }
  return text;
}

bool is_framing(const FoundName& name) {
  return name.own == nullptr && !name.stored.empty() && is_frame(name.stored.front().tree_numbers);
}

Result<std::vector<Concept>> named_concepts(const Reading& reading, const Collection& collection,
                                            const Thesaurus& thesaurus, Stemmer& stemmer) {
  std::vector<Concept> concepts;
  for (const FoundName& name : reading.names) {
    if (name.generic || concepts.size() >= limits::kQuestionConceptsMax) continue;
    // "the cardiology clinic", "in Canada": where and by whom is no subject of evidence.
    if (is_framing(name)) continue;
    ATTEST_ASSIGN(Concept subject, concept_of(name, reading.text, collection, thesaurus, stemmer));
    concepts.push_back(std::move(subject));
  }
  return concepts;
}

// Only the program's own thesaurus names populations that narrow an answer ("children", "pregnancy").
std::string population_of(const std::vector<Concept>& concepts) {
  // "Safe for my baby in pregnancy?", "a pregnant teenager": what is given reaches both.
  for (const Concept& subject : concepts) {
    if (subject.thesaurus_id == "attest:pregnancy") return subject.label;
  }
  for (const Concept& subject : concepts) {
    if (subject.role == ConceptRole::kPopulation && subject.thesaurus_id.rfind("attest:", 0) == 0)
      return subject.label;
  }
  return {};
}

NamedThings named_things(const std::vector<Concept>& concepts) {
  NamedThings named;
  named.population = population_of(concepts);
  for (const Concept& subject : concepts) {
    if (subject.role == ConceptRole::kCondition) named.conditions.push_back(subject.label);
    if (subject.role == ConceptRole::kIntervention) named.interventions.push_back(subject.label);
    if (subject.role == ConceptRole::kTest) named.tests.push_back(subject.label);
  }
  return named;
}

// The turn before with its conditions; read from its question when the answer did not list them.
Result<PreviousTurn> completed(const PreviousTurn& before, const Collection& collection,
                               const Thesaurus& thesaurus) {
  PreviousTurn turn = before;
  if (!turn.conditions.empty() || turn.question.empty()) return turn;
  ATTEST_ASSIGN(const UnderstoodQuestion question,
                understand(turn.question, collection, thesaurus, std::nullopt));
  const NamedThings named = named_things(question.concepts);
  turn.conditions = named.conditions;
  if (turn.intent == Intent::kGeneral) turn.intent = question.intent;
  if (turn.intervention_in_focus.empty() && turn.lines.empty() && !named.interventions.empty()) {
    turn.intervention_in_focus = named.interventions.front();
  }
  return turn;
}

// What is asked when no word says so.
Intent intent_from_concepts(const std::vector<Concept>& concepts) {
  const auto has = [&](ConceptRole role) {
    return std::any_of(concepts.begin(), concepts.end(),
                       [&](const Concept& one) { return one.role == role; });
  };
  if (has(ConceptRole::kCondition) && has(ConceptRole::kIntervention)) return Intent::kTreatment;
  if (has(ConceptRole::kCondition) && has(ConceptRole::kTest)) return Intent::kDiagnosis;
  return Intent::kGeneral;
}

void settle_intent(UnderstoodQuestion& question, std::string_view text) {
  const std::vector<PlainWord> words = plain_words(text);
  const IntentReading reading = read_intent(words);
  question.intent = reading.intent;
  question.secondary_intents = reading.secondary;
  question.line_of_therapy = reading.line_of_therapy;
  if (reading.strength == 0) question.intent = intent_from_concepts(question.concepts);
  if (asks_for_effect(question, words)) question.intent = Intent::kEffect;
  question.intent = intent_with_disease_as_agent(question).value_or(question.intent);
  if (asks_which_of_two(question, text)) question.intent = Intent::kComparison;
  if (asks_for_outcome(question, words)) question.intent = Intent::kPrognosis;
  const bool open = question.intent == Intent::kHarm || question.intent == Intent::kGeneral;
  if (question.intent == Intent::kHarm && asks_what_raises_risk(question, words))
    question.intent = Intent::kCause;
  if (open && asks_of_danger(question, words)) {
    question.intent = Intent::kPrognosis;
    std::erase(question.secondary_intents, Intent::kPrognosis);
  }
}

// What helps others may hurt these: of questions what to give, or what it does.
bool asks_what_to_give(Intent intent) {
  switch (intent) {
    case Intent::kTreatment:
    case Intent::kLineOfTherapy:
    case Intent::kDose:
    case Intent::kComparison:
    case Intent::kEffect:
    case Intent::kHarm:
    case Intent::kContraindication:
    case Intent::kIndication:
    case Intent::kPrevention: return true;
    default: return false;
  }
}

// "Is it safe in pregnancy?" is not answered by what it does to others, nor "how common is it in women?" by
// how common it is in men.
void require_population(UnderstoodQuestion& question) {
  static constexpr std::string_view kAtRisk[] = {
      "attest:pregnancy",       "attest:breastfeeding", "attest:children",   "attest:infants",
      "attest:preterm-infants", "attest:older-adults",  "attest:adolescents"};
  // "I am pregnant and take lithium" asks nothing else.
  const bool takes = question.intent == Intent::kGeneral &&
                     std::any_of(question.concepts.begin(), question.concepts.end(),
                                 [](const Concept& one) { return one.role == ConceptRole::kIntervention; });
  const bool harm = takes || asks_what_to_give(question.intent);
  if (!harm && question.intent != Intent::kPrevalence) return;
  for (Concept& subject : question.concepts) {
    if (subject.role != ConceptRole::kPopulation) continue;
    // "I am pregnant, is it safe for the baby?" is about the pregnancy.
    const bool unborn = subject.thesaurus_id == "attest:infants" && question.population == "pregnancy";
    if (unborn) continue;
    const bool at_risk =
        std::find(std::begin(kAtRisk), std::end(kAtRisk), subject.thesaurus_id) != std::end(kAtRisk);
    const bool narrow =
        subject.thesaurus_id.starts_with("attest:") && subject.thesaurus_id != "attest:adults";
    // Who tells an age of 79 need not find it in each sentence, but in one that calls a drug harmless.
    const bool of_harm = question.intent == Intent::kHarm || question.intent == Intent::kContraindication;
    const bool of_age_alone =
        subject.thesaurus_id == "attest:older-adults" && !of_harm &&
        find_phrase(lower_ascii(question.resolved), lower_ascii(subject.asked_as)) == std::string::npos;
    if (of_age_alone) continue;
    if (harm ? at_risk : narrow) subject.required = true;
  }
}

// "How is gout treated in kidney disease?": kidneys and liver clear what is given, so that what is said of
// those who have them whole does not answer.
void seek_weak_organs(UnderstoodQuestion& question, const Thesaurus& thesaurus, Stemmer& stemmer) {
  static constexpr std::string_view kWeakOrgans[] = {"chronic kidney disease",
                                                     "end-stage renal disease",
                                                     "renal impairment",
                                                     "acute kidney injury",
                                                     "kidney diseases",
                                                     "renal insufficiency",
                                                     "kidney failure",
                                                     "kidney failure, chronic",
                                                     "cirrhosis",
                                                     "liver failure",
                                                     "liver diseases",
                                                     "liver cirrhosis",
                                                     "hepatic insufficiency",
                                                     "renal insufficiency, chronic"};
  const auto is_weak = [&](const Concept& subject) {
    return subject.role == ConceptRole::kCondition && subject.required &&
           std::find(std::begin(kWeakOrgans), std::end(kWeakOrgans), lower_ascii(subject.label)) !=
               std::end(kWeakOrgans);
  };
  const bool other = std::any_of(question.concepts.begin(), question.concepts.end(), [&](const Concept& one) {
    return one.role == ConceptRole::kCondition && one.required && !is_weak(one);
  });
  if (!other || !asks_what_to_give(question.intent)) return;
  for (Concept& subject : question.concepts) subject.sought = subject.sought || is_weak(subject);
  // Whom sources say to have "renal impairment" are those with chronic kidney disease too.
  const Thesaurus::Entry* wider = thesaurus.find_by_id("attest:renal-impairment");
  for (Concept& subject : question.concepts) {
    if (wider == nullptr || !subject.sought || subject.thesaurus_id != "attest:ckd") continue;
    for (const std::string& name : wider->names)
      subject.variants.push_back({name, stems_of(name, stemmer), 0.8F, false});
  }
}

// Who is allergic to a drug asks for another: the drug is a treatment that the question names.
Status name_allergen(UnderstoodQuestion& question, const Collection& collection, const Thesaurus& thesaurus,
                     Stemmer& stemmer) {
  const std::string allergen = allergen_asked_of(question);
  if (allergen.empty()) return {};
  ATTEST_ASSIGN(const Reading reading, read(allergen, collection, thesaurus, stemmer));
  ATTEST_ASSIGN(std::vector<Concept> named, named_concepts(reading, collection, thesaurus, stemmer));
  for (Concept& one : named) {
    if (one.role == ConceptRole::kIntervention) question.concepts.push_back(std::move(one));
  }
  return {};
}

}  // namespace

Result<UnderstoodQuestion> understand(std::string_view question, const Collection& collection,
                                      const Thesaurus& thesaurus, const std::optional<PreviousTurn>& before) {
  Stemmer stemmer;
  CollectionTerms terms(collection);
  UnderstoodQuestion understood;
  understood.asked = within_limit(question);
  understood.resolved = understood.asked;

  ATTEST_ASSIGN(Reading reading, read(with_age_group(understood.asked), collection, thesaurus, stemmer));
  ATTEST_TRY(mend_spelling(reading, terms, thesaurus, stemmer, understood.spelling));
  understood.resolved = with_spelling(understood.asked, understood.spelling);
  ATTEST_ASSIGN(std::vector<Concept> concepts, named_concepts(reading, collection, thesaurus, stemmer));

  std::optional<FollowUp> follow_up;
  if (before) {
    ATTEST_ASSIGN(const PreviousTurn turn, completed(*before, collection, thesaurus));
    follow_up = resolve_follow_up(reading.text, named_things(concepts), turn);
  }
  if (follow_up) {
    understood.is_follow_up = true;
    understood.same_condition = follow_up->same_condition;
    understood.resolved = follow_up->resolved;
    ATTEST_ASSIGN(reading, read(follow_up->resolved, collection, thesaurus, stemmer));
    ATTEST_ASSIGN(concepts, named_concepts(reading, collection, thesaurus, stemmer));
  }

  for (Concept& subject : unknown_concepts(reading.text, reading.words, reading.names, thesaurus, terms,
                                           stemmer, understood.other_stems)) {
    concepts.push_back(std::move(subject));
  }
  if (std::optional<Concept> activity = asked_activity(reading.text, reading.words, reading.names)) {
    const auto same = std::find_if(concepts.begin(), concepts.end(), [&](const Concept& one) {
      return one.variants.front().stems == activity->variants.front().stems;
    });
    if (same == concepts.end())
      concepts.push_back(std::move(*activity));
    else
      same->sought = true;
  }
  for (const FoundName& name : reading.names) {
    if (!is_framing(name)) continue;
    for (std::string& stem : stems_of(name.span.of(reading.text), stemmer))
      understood.other_stems.push_back(std::move(stem));
  }
  leave_out_children_not_meant(reading.text, concepts);
  // Where nothing else is named, an age names nothing.
  if (concepts.size() == 1 && concepts.front().thesaurus_id == "attest:older-adults" &&
      reading.text != understood.resolved)
    concepts.clear();
  name_agent(reading.text, concepts, stemmer);
  tidy_concepts(concepts);
  understood.concepts = std::move(concepts);
  ATTEST_TRY(name_allergen(understood, collection, thesaurus, stemmer));
  understood.population = population_of(understood.concepts);
  settle_intent(understood, understood.resolved);
  if (follow_up) {
    understood.intent = follow_up->intent;
    understood.line_of_therapy = follow_up->line_of_therapy;
    auto& secondary = understood.secondary_intents;
    secondary.erase(std::remove(secondary.begin(), secondary.end(), understood.intent), secondary.end());
  }
  seek_next_treatment(understood);
  release_failed_treatment(understood);
  require_population(understood);
  seek_activities(understood, thesaurus);
  const bool seeks = std::any_of(understood.concepts.begin(), understood.concepts.end(),
                                 [](const Concept& subject) { return subject.sought; });
  if (seeks && understood.intent == Intent::kTreatment) understood.intent = Intent::kGeneral;
  seek_weak_organs(understood, thesaurus, stemmer);
  return understood;
}

}  // namespace attest
