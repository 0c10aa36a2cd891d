#include "question/relax.h"

#include <algorithm>

#include "question/terms.h"

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
  if (general && !last.left_out.empty()) readings.push_back(generalised(std::move(last)));
  return readings;
}

}  // namespace attest
