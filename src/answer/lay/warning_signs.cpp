// When to see a doctor at once, as the sources say it.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "answer/choice/finding_order.h"
#include "answer/lay/kinds_of_asked.h"
#include "answer/lay/torn_sentences.h"
#include "answer/sections.h"
#include "answer/wording.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "evidence/relevance.h"
#include "findings/cues.h"
#include "search/coverage.h"
#include "text/phrases.h"

namespace attest {
namespace {

// They are of a condition. Patients always; a clinician who asks for what helps, or how a condition shows.
bool wants_warnings(const Evidence& evidence) {
  const auto& concepts = evidence.question.concepts;
  const bool condition = std::any_of(concepts.begin(), concepts.end(), [](const Concept& asked) {
    return asked.role == ConceptRole::kCondition;
  });
  if (!condition) return false;
  if (evidence.audience != Audience::kClinician) return true;
  // "How accurate is D-dimer for…?" asks for figures.
  const bool of_test = std::any_of(concepts.begin(), concepts.end(),
                                   [](const Concept& asked) { return asked.role == ConceptRole::kTest; });
  switch (evidence.question.intent) {
    case Intent::kTreatment:
    case Intent::kLineOfTherapy:
    case Intent::kEffect:
    case Intent::kComparison:
    case Intent::kIndication:
    case Intent::kContraindication:
    case Intent::kSymptoms:
    case Intent::kMonitoring:
    case Intent::kGeneral: return true;
    case Intent::kDiagnosis: return !of_test;
    default: return false;
  }
}

// "Obstetricians should recognise the warning signs": no word to whoever has one.
bool is_for_clinicians(std::string_view lower) {
  static constexpr std::string_view kClinicians[] = {"clinicians",   "physicians",    "obstetricians",
                                                     "surgeons",     "practitioners", "paediatricians",
                                                     "pediatricians"};
  return std::any_of(std::begin(kClinicians), std::end(kClinicians),
                     [&](std::string_view who) { return has_phrase(lower, who); }) &&
         (has_phrase(lower, "should") || has_phrase(lower, "must") || has_phrase(lower, "need*"));
}

// "If this happens, call your doctor": the sign stands in the sentence before.
bool leaves_its_sign_behind(std::string_view lower) {
  static constexpr std::string_view kOpenings[] = {"if this happens", "if this occurs", "if that happens",
                                                   "if it happens",   "if so",          "if this is the case",
                                                   "in this case",    "in that case",   "in these cases"};
  return starts_with_one_of(lower, kOpenings);
}

// "The warning signs of ADHD include failure to listen": nothing that cannot wait.
bool says_what_to_do(std::string_view lower) {
  static constexpr std::string_view kActs[] = {"call*",
                                               "is a warning sign",
                                               "are warning signs",
                                               "see a",
                                               "see your",
                                               "seek*",
                                               "go to",
                                               "get medical",
                                               "get immediate",
                                               "get help",
                                               "talk to",
                                               "contact*",
                                               "tell your",
                                               "doctor*",
                                               "911",
                                               "999",
                                               "112",
                                               "emergency",
                                               "hospital*",
                                               "medical",
                                               "urgent*",
                                               "right away",
                                               "at once",
                                               "immediate*",
                                               "sudden*",
                                               "stop",
                                               "avoid",
                                               "red flag*",
                                               "nurse",
                                               "ambulance",
                                               "consult*",
                                               "refer*",
                                               "health care",
                                               "healthcare",
                                               "pharmacist",
                                               "midwife",
                                               "danger*"};
  // "People with severe forms may need to go to the hospital": what may come.
  static constexpr std::string_view kMayCome[] = {"may need to go to", "usually need to go to", "may require",
                                                  "keep the list", "wallet"};
  return has_any_phrase(lower, kActs) && !has_any_phrase(lower, kMayCome);
}

// "If you have rectal bleeding", "your chest pain": to whoever has it, on whichever page.
bool tells_who_has_it(const Evidence& evidence, std::string_view lower) {
  return std::any_of(
      evidence.question.concepts.begin(), evidence.question.concepts.end(), [&](const Concept& asked) {
        return asked.role == ConceptRole::kCondition &&
               std::any_of(asked.variants.begin(), asked.variants.end(), [&](const ConceptVariant& variant) {
                 const std::string name = lower_ascii(variant.words);
                 return has_phrase(lower, "have " + name) || has_phrase(lower, "your " + name) ||
                        has_phrase(lower, "has " + name) || has_phrase(lower, "have a " + name);
               });
      });
}

// Nine tenths of the words of each are in the other; for lay readers six tenths of the shorter.
bool nearly_same(const StemSet& a, const StemSet& b, bool lay) {
  constexpr size_t kOfTen = 10;
  constexpr size_t kNine = 9;
  constexpr size_t kSix = 6;
  const auto shared = static_cast<size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& stem) { return b.contains(stem); }));
  if (lay && shared * kOfTen >= std::min(a.size(), b.size()) * kSix) return true;
  return shared * kOfTen >= std::max(a.size(), b.size()) * kNine;
}

}  // namespace

std::vector<Statement> warning_signs(const Evidence& evidence, bool by_name) {
  constexpr uint8_t kInTitle = 3;     // AnswerSource::naming
  constexpr uint8_t kInSentence = 2;  // Finding::condition_match
  std::vector<const Finding*> found;
  if (!wants_warnings(evidence)) return {};
  // A clinician who asks whether one thing works better than another wants those of the very subject only.
  const Intent intent = evidence.question.intent;
  const bool narrow = evidence.audience == Audience::kClinician &&
                      (intent == Intent::kEffect || intent == Intent::kComparison);
  const bool lay = evidence.audience != Audience::kClinician;
  const float relevance_min = narrow ? 0.55f : 0.0f;
  for (const AnswerSource& source : evidence.sources) {
    if (!evidence.reports_evidence(source) || !source.about_condition || source.naming < 2) continue;
    // "Emergency visits were counted": a study's report tells what was done, not what to look out for.
    if (has_results_in_people(source.appraisal.design) && source.appraisal.design != StudyDesign::kUnclear)
      continue;
    std::vector<const Finding*> here;
    bool names_condition = !by_name || source.naming == kInTitle;
    for (const Finding& finding : source.findings) {
      if (finding.kind != FindingKind::kWarning || finding.condition_match == 0 ||
          finding.relevance < relevance_min)
        continue;
      const std::string lower = lower_ascii(evidence.sentence_of(finding));
      // Nobody in a hurry reads a longer one.
      constexpr size_t kBytesMax = 600;
      if (lay && lower.size() > kBytesMax) continue;
      if (leaves_its_sign_behind(lower)) continue;
      if (lay && (lacks_its_subject(lower) || points_back(lower) || !says_what_to_do(lower))) continue;
      if (lay && is_page_on_other_disease(evidence, source) && !tells_who_has_it(evidence, lower)) continue;
      if (!cues::urges(lower) || (lay && is_for_clinicians(lower))) continue;
      here.push_back(&finding);
      names_condition = names_condition || finding.condition_match == kInSentence;
    }
    // A page on dengue names fever first of all: its warnings are those of dengue.
    if (names_condition) found.insert(found.end(), here.begin(), here.end());
  }
  std::vector<Statement> statements;
  const size_t kWarnings = lay ? 3 : 5;
  // What is told beside the condition comes first: the reader may have that very sign.
  const auto names_told = [&](const Finding& finding) {
    return std::any_of(
        evidence.question.concepts.begin(), evidence.question.concepts.end(), [&](const Concept& asked) {
          return !asked.required && std::find(finding.asked_here.begin(), finding.asked_here.end(),
                                              vocabulary_id(asked)) != finding.asked_here.end();
        });
  };
  std::sort(found.begin(), found.end(), [&](const Finding* a, const Finding* b) {
    if (const bool told = names_told(*a); told != names_told(*b)) return told;
    return a->source != b->source ? a->source < b->source : a->sentence < b->sentence;
  });
  std::vector<StemSet> told;  // pages of one publisher say the same in nearly the same words
  Stemmer stemmer;
  // Who is told to call an ambulance need not be told so again, without a sign.
  const auto calls = [&](const Finding& finding) {
    return has_phrase(lower_ascii(evidence.sentence_of(finding)), "call 911");
  };
  const auto tells_only_that = [&](const Finding& finding) {
    static constexpr std::string_view kThat[] = {"911", "emergency"};
    static constexpr std::string_view kSigns[] = {"if you have",       "if you feel",    "if the",
                                                  "symptoms include*", "signs include*", "such as"};
    const std::string lower = lower_ascii(evidence.sentence_of(finding));
    return has_any_phrase(lower, kThat) && !has_any_phrase(lower, kSigns);
  };
  const auto first_call =
      std::find_if(found.begin(), found.end(), [&](const Finding* one) { return calls(*one); });
  const Finding* const call = lay && first_call != found.end() ? *first_call : nullptr;
  for (const Finding* finding : found) {
    if (statements.size() >= kWarnings) break;
    if (call != nullptr && finding != call && tells_only_that(*finding)) continue;
    StemSet stems = stem_set(evidence.sentence_of(*finding), stemmer);
    if (std::any_of(told.begin(), told.end(),
                    [&](const StemSet& other) { return nearly_same(stems, other, lay); }))
      continue;
    told.push_back(std::move(stems));
    statements.push_back(quote_finding(evidence, *finding));
  }
  return statements;
}

}  // namespace attest
