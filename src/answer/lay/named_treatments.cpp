#include "answer/lay/named_treatments.h"

#include <algorithm>
#include <array>
#include <span>

#include "text/phrases.h"

namespace attest {
namespace {

size_t count_of(std::string_view lower, std::span<const std::string_view> phrases) {
  return static_cast<size_t>(std::count_if(
      phrases.begin(), phrases.end(), [&](std::string_view phrase) { return has_phrase(lower, phrase); }));
}

// What is done against a disease, in everyday words. Stems that stand for one thing begin alike.
constexpr auto kTreatmentWords = std::to_array<std::string_view>({"medicine*",
                                                                  "removing",
                                                                  "removal",
                                                                  "medication*",
                                                                  "surgery",
                                                                  "therapy",
                                                                  "exercise*",
                                                                  "cream*",
                                                                  "ointment*",
                                                                  "antibiotic*",
                                                                  "vaccine*",
                                                                  "diet",
                                                                  "rest",
                                                                  "ice",
                                                                  "injection*",
                                                                  "steroid*",
                                                                  "corticosteroid*",
                                                                  "counseling",
                                                                  "counselling",
                                                                  "psychotherapy",
                                                                  "talk therapy",
                                                                  "alarm*",
                                                                  "inhaler*",
                                                                  "painkiller*",
                                                                  "pain reliever*",
                                                                  "transfusion*",
                                                                  "transplant*",
                                                                  "lotion*",
                                                                  "shampoo*",
                                                                  "eye drops",
                                                                  "ear drops",
                                                                  "antiviral*",
                                                                  "antihistamine*",
                                                                  "physical therapy",
                                                                  "radiation",
                                                                  "chemotherapy",
                                                                  "weight loss",
                                                                  "losing weight",
                                                                  "lose weight",
                                                                  "cpap",
                                                                  "mouthpiece*",
                                                                  "fluids",
                                                                  "insulin",
                                                                  "laser",
                                                                  "light therapy",
                                                                  "replacement",
                                                                  "antidepressant*",
                                                                  "moisturizer*",
                                                                  "compress*",
                                                                  "bandage*",
                                                                  "splint*",
                                                                  "brace*",
                                                                  "hearing aid*",
                                                                  "glasses",
                                                                  "oxygen",
                                                                  "lifestyle changes",
                                                                  "physical activity",
                                                                  "quit smoking",
                                                                  "healthy eating",
                                                                  "drugs",
                                                                  "watchful waiting",
                                                                  "maneuver*",
                                                                  "relaxation",
                                                                  "bladder training",
                                                                  "fiber",
                                                                  "laxative*",
                                                                  "antacid*",
                                                                  "hormone*",
                                                                  "beta blocker*",
                                                                  "diuretic*",
                                                                  "blood thinner*",
                                                                  "statin*",
                                                                  "sleep habits",
                                                                  "supplement*",
                                                                  "stem cell*",
                                                                  "dialysis",
                                                                  "pacemaker*",
                                                                  "catheter*",
                                                                  "stent*",
                                                                  "cognitive behavioral"});

constexpr auto kTreats = std::to_array<std::string_view>({"treated with",
                                                          "treated by",
                                                          "treatment include*",
                                                          "treatments include*",
                                                          "treatment for",
                                                          "treatments for",
                                                          "treatment of",
                                                          "treatment may",
                                                          "treatments may",
                                                          "treatment usually",
                                                          "treatment is",
                                                          "treatments are",
                                                          "to treat",
                                                          "treat it",
                                                          "treat the",
                                                          "can help",
                                                          "may help",
                                                          "might help",
                                                          "helps",
                                                          "often help",
                                                          "usually help",
                                                          "can also help",
                                                          "may also help",
                                                          "show you how",
                                                          "teach you",
                                                          "gets rid of",
                                                          "get rid of",
                                                          "treatment almost",
                                                          "treatment often",
                                                          "treatment can",
                                                          "treatment involves",
                                                          "help to",
                                                          "help relieve",
                                                          "help control",
                                                          "relieve*",
                                                          "ease",
                                                          "eases",
                                                          "treat",
                                                          "recommend*",
                                                          "prescribe*",
                                                          "may need",
                                                          "options include*",
                                                          "options are",
                                                          "controlled with",
                                                          "managed with",
                                                          "to control",
                                                          "controls",
                                                          "can control",
                                                          "to manage",
                                                          "to reduce",
                                                          "you can",
                                                          "try",
                                                          "benefit from",
                                                          "treats",
                                                          "used to",
                                                          "is used",
                                                          "are used",
                                                          "will help"});

// "Treatment for gout may include…": of the whole.
constexpr auto kOverview = std::to_array<std::string_view>(
    {"treated with",      "treatment include*",     "treatments include*", "treatment may include",
     "options include*",  "treatments may include", "may involve",         "usually treated",
     "main treatment*",   "most common treatment*", "standard treatment*", "usual treatment*",
     "treatment usually", "can be treated",         "may be treated",      "types of treatment*",
     "first treatment",   "treatment for",          "treatments for",      "best treatment*",
     "treatment of",      "treatment almost",       "treatment involves",  "treatment often"});

constexpr auto kNotTreated = std::to_array<std::string_view>({"not recommended",
                                                              "should not",
                                                              "isn't used",
                                                              "is not used",
                                                              "not be used",
                                                              "avoid",
                                                              "do not",
                                                              "don't",
                                                              "side effect*",
                                                              "goal of",
                                                              "goals of",
                                                              "no treatment",
                                                              "without treatment",
                                                              "untreated",
                                                              "not treated",
                                                              "before treatment",
                                                              "after treatment",
                                                              "cost",
                                                              "insurance",
                                                              "risk of",
                                                              "can cause",
                                                              "may cause",
                                                              "may lead",
                                                              "follow-up",
                                                              "specialist",
                                                              "team",
                                                              "not curative",
                                                              "does not",
                                                              "doesn't",
                                                              "cannot",
                                                              "choosing",
                                                              "choice of",
                                                              "caused by",
                                                              "risk factor*",
                                                              "more likely",
                                                              "stop taking",
                                                              "if treatment",
                                                              "cancer.gov",
                                                              "see your doctor",
                                                              "call your",
                                                              "hasn't",
                                                              "not yet",
                                                              "not a treatment",
                                                              "interfere*",
                                                              "preventive",
                                                              "aren't used",
                                                              "not used",
                                                              "prevent getting",
                                                              "diagnosed",
                                                              "diagnosis",
                                                              "tests"});

}  // namespace

namespace {

// "Most cases are mild and can be treated at home", "usually goes away on its own".
bool passes_by_itself(std::string_view lower) {
  static constexpr std::string_view kPasses[] = {"go away",    "goes away", "get better", "gets better",
                                                 "clear* up",  "heal*",     "resolve*",   "recover*",
                                                 "disappear*", "clears"};
  static constexpr std::string_view kAlone[] = {"on its own", "on their own", "by itself", "by themselves",
                                                "without treatment"};
  static constexpr std::string_view kNot[] = {"not", "doesn't", "don't", "won't", "rarely", "cannot", "if"};
  if (has_any_phrase(lower, kNot)) return false;
  return has_phrase(lower, "treated at home") ||
         (has_any_phrase(lower, kPasses) && has_any_phrase(lower, kAlone));
}

}  // namespace

double telling_treatment(std::string_view lower, size_t named) {
  constexpr double kByItself = 2.0;
  if (passes_by_itself(lower)) return kByItself;
  const size_t treats = count_of(lower, kTreats);
  if (treats == 0 || named == 0 || has_any_phrase(lower, kNotTreated)) return 0;
  // "Vaccines may help prevent it": of those who have it not.
  static constexpr std::string_view kPrevents[] = {"may help prevent", "can help prevent", "helps prevent"};
  static constexpr std::string_view kAgainst[] = {"treat*", "reliev*", "control*", "cure*", "symptoms"};
  if (has_any_phrase(lower, kPrevents) && !has_any_phrase(lower, kAgainst)) return 0;
  double told = 1.0 + 0.4 * static_cast<double>(std::min<size_t>(treats, 3)) +
                0.6 * static_cast<double>(std::min<size_t>(named, 4));
  if (has_any_phrase(lower, kOverview)) told += 1.2;
  return told;
}

std::set<std::string> named_in_plain_words(std::string_view lower) {
  std::set<std::string> named;
  for (const std::string_view word : kTreatmentWords) {
    if (has_phrase(lower, word)) named.emplace(word);
  }
  return named;
}

}  // namespace attest
