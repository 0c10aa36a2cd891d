// The small fixed vocabularies of question.h as words, and the line that tells a person how they were
// understood.
#include "question/question.h"

#include <algorithm>
#include <array>

namespace attest {
namespace {

constexpr std::array<const char*, 3> kAudienceNames = {"clinician", "patient", "partner"};
constexpr std::array<const char*, kIntents> kIntentNames = {"treatment",
                                                            "line of therapy",
                                                            "dose",
                                                            "comparison",
                                                            "diagnosis",
                                                            "prognosis",
                                                            "harm",
                                                            "definition",
                                                            "prevalence",
                                                            "prevention",
                                                            "monitoring",
                                                            "duration",
                                                            "cause",
                                                            "predictor",
                                                            "mechanism",
                                                            "effect",
                                                            "symptoms",
                                                            "time to effect",
                                                            "treatment length",
                                                            "contraindication",
                                                            "indication",
                                                            "target",
                                                            "general"};
constexpr std::array<const char*, 6> kRoleNames = {"condition",  "intervention", "test",
                                                   "population", "outcome",      "other"};
constexpr size_t kOtherNamesShown = 2;

std::string intent_words(const UnderstoodQuestion& question) {
  if (question.line_of_therapy == 1) return "first-line treatment";
  if (question.line_of_therapy == 2) return "second-line treatment";
  if (question.line_of_therapy == 3) return "third-line treatment";
  if (question.line_of_therapy > 3) return "further treatment";
  if (question.intent == Intent::kLineOfTherapy) return "lines of treatment";
  return intent_name(question.intent);
}

// "dyssynergic defecation (anismus, pelvic floor dyssynergia, …)": the asked name first among the others.
std::string concept_words(const Concept& subject) {
  std::vector<std::string_view> others;
  bool more = false;
  const auto consider = [&](const ConceptVariant& variant) {
    if (variant.weight < 1.0f || variant.abbreviation || variant.words == subject.label) return;
    if (std::find(others.begin(), others.end(), variant.words) != others.end()) return;
    if (others.size() < kOtherNamesShown) {
      others.push_back(variant.words);
    } else {
      more = true;
    }
  };
  for (const ConceptVariant& variant : subject.variants) consider(variant);
  std::string words = subject.label;
  if (others.empty()) return words;
  words += " (";
  for (size_t i = 0; i < others.size(); ++i) {
    if (i > 0) words += ", ";
    words += others[i];
  }
  words += more ? ", …)" : ")";
  return words;
}

}  // namespace

const char* audience_name(Audience audience) { return kAudienceNames.at(static_cast<size_t>(audience)); }

Result<Audience> parse_audience(std::string_view name) {
  for (size_t i = 0; i < kAudienceNames.size(); ++i) {
    if (name == kAudienceNames[i]) return static_cast<Audience>(i);
  }
  return fail(ErrorCode::kUsage, "\"" + std::string(name) + "\" is not an audience", {},
              "use clinician, patient or partner");
}

const char* intent_name(Intent intent) { return kIntentNames.at(static_cast<size_t>(intent)); }

bool is_treatment_question(const UnderstoodQuestion& question) {
  return question.intent == Intent::kTreatment || question.intent == Intent::kLineOfTherapy;
}

bool names_treatment(const UnderstoodQuestion& question) {
  return std::any_of(question.concepts.begin(), question.concepts.end(),
                     [](const Concept& asked) { return asked.role == ConceptRole::kIntervention; });
}

const char* concept_role_name(ConceptRole role) { return kRoleNames.at(static_cast<size_t>(role)); }

std::string UnderstoodQuestion::summary() const {
  std::string line = intent_words(*this);
  for (const Concept& subject : concepts) {
    if (subject.role == ConceptRole::kPopulation) continue;
    if (!subject.required && subject.role == ConceptRole::kOther) continue;
    line += " · " + concept_words(subject);
  }
  if (!population.empty()) line += " · " + population;
  if (same_condition) line += " · the same condition by another name";
  return line;
}

}  // namespace attest
