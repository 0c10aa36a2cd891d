#include "question/relax.h"

#include <algorithm>

#include "question/intents.h"
#include "question/terms.h"
#include "question/words.h"

namespace attest {
namespace {

bool is_subject(const Concept& asked) {
  return asked.required && !asked.thesaurus_id.empty() &&
         (asked.role == ConceptRole::kCondition || asked.role == ConceptRole::kIntervention ||
          asked.role == ConceptRole::kTest);
}

// Some document has one of its names, each of their words somewhere. A word that none has may be the very
// thing that is asked about, and the collection holds nothing on it.
bool is_known(const Concept& asked, CollectionTerms& terms) {
  return std::any_of(asked.variants.begin(), asked.variants.end(), [&](const ConceptVariant& variant) {
    return !variant.stems.empty() &&
           std::all_of(variant.stems.begin(), variant.stems.end(),
                       [&](const std::string& stem) { return terms.document_frequency(stem) > 0; });
  });
}

bool may_be_left_out(const Concept& asked, bool of_thesaurus) {
  const bool colours = asked.role == ConceptRole::kOther || asked.role == ConceptRole::kOutcome;
  return asked.required && !asked.sought && colours && !asked.variants.empty() &&
         (of_thesaurus || asked.thesaurus_id.empty());
}

// An answer must still hold half of the words that it need not hold all of.
constexpr float kWordsShareMin = 0.5f;

void leave_out(Concept& asked, RelaxedQuestion& reading) {
  asked.required = false;
  reading.left_out.push_back(asked.asked_as.empty() ? asked.label : asked.asked_as);
  // The rest of what a person tells around a question does not count.
  if (reading.left_out.size() == 1) reading.question.other_stems.clear();
  reading.question.words_share_min = kWordsShareMin;
  for (const std::string& stem : asked.variants.front().stems) reading.question.other_stems.push_back(stem);
}

// A question whose answer has a form of its own is not answered by what else is known; nor is one for harms
// by what a treatment is good for.
bool may_be_general(Intent intent) {
  switch (intent) {
    case Intent::kTreatment:
    case Intent::kEffect:
    case Intent::kComparison:
    case Intent::kCause:
    case Intent::kDiagnosis:
    case Intent::kPrognosis:
    case Intent::kPredictor: return true;
    default: return false;
  }
}

// "I itch when I sweat": what somebody does meanwhile. "When I have diabetes" is no such thing.
bool is_circumstance(const Concept& asked, const std::vector<PlainWord>& words) {
  if (!asked.required || asked.sought || asked.role != ConceptRole::kCondition) return false;
  std::string pattern = "when|whenever|while i|he|she|we|they|you";
  for (const PlainWord& word : plain_words(asked.asked_as)) pattern += " " + word.text;
  return matches_pattern(words, pattern);
}

// What is done about a complaint in one circumstance is mostly what is done about it at all. A treatment is
// not asked about there: it may be unfit just then.
bool leave_out_circumstances(RelaxedQuestion& reading) {
  std::vector<Concept>& concepts = reading.question.concepts;
  if (reading.question.intent != Intent::kGeneral && !may_be_general(reading.question.intent)) return false;
  const std::vector<PlainWord> words = plain_words(reading.question.resolved);
  const auto stays = [&](const Concept& one) {
    return one.required && one.role == ConceptRole::kCondition && !is_circumstance(one, words);
  };
  const auto treats = [](const Concept& one) {
    return one.required && one.role == ConceptRole::kIntervention;
  };
  if (std::none_of(concepts.begin(), concepts.end(), stays) ||
      std::any_of(concepts.begin(), concepts.end(), treats))
    return false;
  bool any = false;
  for (Concept& one : concepts) {
    if (!is_circumstance(one, words)) continue;
    one.required = false;
    reading.left_out.push_back(one.asked_as);
    any = true;
  }
  return any;
}

}  // namespace

std::vector<RelaxedQuestion> relax(const UnderstoodQuestion& question, const Collection& collection) {
  std::vector<RelaxedQuestion> readings;
  if (std::none_of(question.concepts.begin(), question.concepts.end(), is_subject)) return readings;
  const auto generalised = [](RelaxedQuestion reading) {
    reading.question.intent = Intent::kGeneral;
    reading.question.line_of_therapy = 0;
    return reading;
  };
  // Asked of a condition, what is said of it in passing does not answer.
  const bool of_condition = std::any_of(
      question.concepts.begin(), question.concepts.end(),
      [](const Concept& asked) { return asked.required && asked.role == ConceptRole::kCondition; });
  const bool general = may_be_general(question.intent) && !of_condition;
  RelaxedQuestion last{question, {}};
  if (general) readings.push_back(generalised(last));
  CollectionTerms terms(collection);
  for (const bool of_thesaurus : {false, true}) {
    const size_t before = last.left_out.size();
    for (Concept& asked : last.question.concepts) {
      if (may_be_left_out(asked, of_thesaurus) && is_known(asked, terms)) leave_out(asked, last);
    }
    if (last.left_out.size() > before) readings.push_back(last);
  }
  if (leave_out_circumstances(last)) readings.push_back(last);
  if (general && !last.left_out.empty()) readings.push_back(generalised(std::move(last)));
  return readings;
}

}  // namespace attest
