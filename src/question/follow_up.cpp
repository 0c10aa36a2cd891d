// Follow-ups. A question that names no condition of its own and points back ("it", "that", "and …", "what
// about …"), or is too short to stand alone, is asked about the turn before. It is rewritten as a full
// question from four parts (what is asked, intervention, condition, population), each taken from the new
// words where they have it and from the turn before otherwise; the person is shown the full question.
#include "question/follow_up.h"

#include <algorithm>

#include "question/intents.h"

namespace attest {
namespace {

constexpr size_t kShortQuestionWords = 5;
constexpr size_t kPointingQuestionWords = 14;

struct Parts {
  Intent intent = Intent::kGeneral;
  int line = 0;
  std::string condition;
  std::string intervention;
  std::string other;  // a second intervention, for comparisons
  std::string population;
};

bool any_pattern(std::span<const PlainWord> words, std::initializer_list<std::string_view> patterns) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](std::string_view pattern) { return matches_pattern(words, pattern); });
}

bool points_back(std::span<const PlainWord> words) {
  return any_pattern(words, {"it|its|that|this|they|them|those|these", "^ and|but|or|so|then|also|ok|okay",
                             "what|how about", "^ what if", "^ why|how $", "^ how come|so",
                             "the treatment|therapy|injection~|operation|surgery"});
}

bool substitutes(std::span<const PlainWord> words) {
  return any_pattern(words,
                     {"what|how about", "^ and|or|but", "is|are|does|would|do * different|differ~|same",
                      "is|does|would * apply|true|hold|go|also", "same for|in|with|goes"});
}

bool tells_of_failure(std::span<const PlainWord> words) {
  return any_pattern(words, {"fail~", "not work~|help~|helped|respond~|enough|improve~|better",
                             "no|any better", "what|anything else", "next", "after that",
                             "stop|stops|stopped working|helping", "and then", "plan b"});
}

std::string joined(const std::vector<std::string>& labels) {
  std::string text;
  for (size_t i = 0; i < std::min<size_t>(labels.size(), 2); ++i) {
    if (i > 0) text += " and ";
    text += labels[i];
  }
  return text;
}

std::string in_population(const std::string& population) {
  if (population.empty()) return {};
  return population == "pregnancy" || population == "breastfeeding" ? " during " + population
                                                                    : " in " + population;
}

const char* ordinal(int line) {
  switch (line) {
    case 1: return "first-line";
    case 2: return "second-line";
    case 3: return "third-line";
    default: return "further";
  }
}

// The full question that the parts make.
std::string compose(const Parts& parts, const std::string& failed) {
  const std::string& condition = parts.condition;
  const std::string& means = parts.intervention;
  const std::string who = in_population(parts.population);
  const bool has_means = !means.empty();
  switch (parts.intent) {
    case Intent::kLineOfTherapy:
      return std::string("What is the ") + ordinal(std::max(parts.line, 1)) + " treatment for " + condition +
             who + (failed.empty() ? "?" : " if " + failed + " fails?");
    case Intent::kDose:
      return (has_means ? "What dose of " + means + " is used for " : "What doses are used for ") +
             condition + who + "?";
    case Intent::kComparison:
      if (!parts.other.empty()) {
        return "How does " + means + " compare with " + parts.other + " for " + condition + who + "?";
      }
      return (has_means ? "How does " + means + " compare with other treatments for "
                        : "How do treatments compare for ") +
             condition + who + "?";
    case Intent::kDiagnosis: return "How is " + condition + who + " diagnosed?";
    case Intent::kPrognosis:
      return (has_means ? "What is the long-term outcome of " + means + " for "
                        : "What is the prognosis of ") +
             condition + who + "?";
    case Intent::kHarm:
      return (has_means ? "What are the side effects of " + means + " for " : "What are the risks of ") +
             condition + who + "?";
    case Intent::kDefinition: return "What is " + (has_means ? means + " for " + condition : condition) + "?";
    case Intent::kPrevalence: return "How common is " + condition + who + "?";
    case Intent::kPrevention: return "How can " + condition + who + " be prevented?";
    case Intent::kMonitoring:
      return "How is " + condition + who + " monitored" + (has_means ? " during " + means : "") + "?";
    case Intent::kDuration:
      return has_means ? "How long does the effect of " + means + " last in " + condition + who + "?"
                       : "How long does " + condition + who + " last?";
    case Intent::kTimeToEffect:
      return "How long does " + (has_means ? means : "treatment") + " take to work for " + condition + who +
             "?";
    case Intent::kTreatmentLength:
      return "How long should " + (has_means ? means : "treatment") + " be given for " + condition + who +
             "?";
    case Intent::kContraindication:
      return "Who should not have " + (has_means ? means : "treatment") + " for " + condition + who + "?";
    case Intent::kIndication:
      return "When is " + (has_means ? means : "treatment") + " indicated for " + condition + who + "?";
    case Intent::kTarget: return "What is the target of treatment for " + condition + who + "?";
    case Intent::kCause: return "What causes " + condition + who + "?";
    case Intent::kSymptoms: return "What are the symptoms of " + condition + who + "?";
    case Intent::kPredictor:
      return (has_means ? "What predicts response to " + means + " in " : "What predicts the outcome of ") +
             condition + who + "?";
    case Intent::kMechanism:
      return has_means ? "Why does " + means + " work for " + condition + who + "?"
                       : "What is the mechanism of " + condition + who + "?";
    case Intent::kTreatment:
    case Intent::kEffect:
    case Intent::kGeneral: break;
  }
  return (has_means ? "How well does " + means + " work for " : "What is the treatment of ") + condition +
         who + "?";
}

std::string focus_of(const PreviousTurn& before) {
  if (!before.intervention_in_focus.empty()) return before.intervention_in_focus;
  const int rank = before.line_in_focus;
  if (rank >= 1 && static_cast<size_t>(rank) <= before.lines.size()) {
    return before.lines[static_cast<size_t>(rank) - 1];
  }
  return {};
}

// The rank of an option of the turn before. An answer on the second line starts its list there, so places in
// the list are counted from the option in focus, whose rank is known.
int line_of(const std::string& option, const std::string& focus, const PreviousTurn& before) {
  const auto found = std::find(before.lines.begin(), before.lines.end(), option);
  if (found == before.lines.end()) return std::max(before.line_in_focus, 1);
  const auto known = std::find(before.lines.begin(), before.lines.end(), focus);
  if (known == before.lines.end()) return static_cast<int>(found - before.lines.begin()) + 1;
  return std::max(static_cast<int>(found - known) + std::max(before.line_in_focus, 1), 1);
}

// Asked about the condition itself: an intervention from the turn before would narrow it wrongly.
bool is_about_condition(Intent intent) {
  return intent == Intent::kDiagnosis || intent == Intent::kPrevalence || intent == Intent::kCause ||
         intent == Intent::kPrevention;
}

// A short question says what it is after in few words; those words decide.
Intent intent_of(std::span<const PlainWord> words, const NamedThings& named, const PreviousTurn& before,
                 bool substitutes_condition) {
  if (any_pattern(words, {"^ why $", "^ and|but|so why $",
                          "why is|are|was|would|do that|it|this|they * first|best|"
                          "recommended|used|the",
                          "why that|this|it"})) {
    return Intent::kMechanism;
  }
  if (any_pattern(words, {"come|comes|coming back"})) return Intent::kPrognosis;
  const IntentReading reading = read_intent(words);
  const bool weak = reading.intent == Intent::kDefinition && !any_pattern(words, {"what is it|that|this"});
  const bool carried = reading.strength == 0 || weak || (substitutes_condition && reading.strength < 5.2f);
  if (!carried) return reading.intent;
  if (before.intent == Intent::kLineOfTherapy && (!named.interventions.empty() || !named.tests.empty())) {
    return Intent::kTreatment;
  }
  if (!named.tests.empty()) return Intent::kDiagnosis;
  return before.intent;
}

}  // namespace

std::optional<FollowUp> resolve_follow_up(std::string_view question, const NamedThings& named,
                                          const PreviousTurn& before) {
  const std::vector<PlainWord> words = plain_words(question);
  if (words.empty() || before.conditions.empty()) return std::nullopt;
  const bool own_condition = !named.conditions.empty();
  const bool takes_place = substitutes(words);
  if (own_condition && !takes_place) return std::nullopt;
  if (own_condition && words.size() > kPointingQuestionWords) return std::nullopt;
  const bool pointing = points_back(words);
  if (!pointing && words.size() > kShortQuestionWords) return std::nullopt;
  const bool names_anything =
      own_condition || !named.interventions.empty() || !named.tests.empty() || !named.population.empty();
  const bool failure = !own_condition && tells_of_failure(words);
  if (!names_anything && !pointing && !failure && read_intent(words).strength == 0) return std::nullopt;

  Parts parts;
  parts.condition = joined(own_condition ? named.conditions : before.conditions);
  parts.population = named.population;
  const std::string focus = focus_of(before);
  FollowUp result;
  std::string failed;
  if (failure) {
    failed = named.interventions.empty() ? focus : named.interventions.front();
    parts.line = line_of(failed, focus, before) + 1;
    parts.intent = Intent::kLineOfTherapy;
  } else {
    parts.intent = intent_of(words, named, before, takes_place);
    if (!named.interventions.empty()) {
      parts.intervention = named.interventions.front();
      if (named.interventions.size() > 1) parts.other = named.interventions[1];
      if (parts.other.empty() && focus != parts.intervention) parts.other = focus;
    } else if (!is_about_condition(parts.intent) && parts.intent != Intent::kLineOfTherapy) {
      // Asked anew of another condition or population, the question is the one before, not its answer.
      const bool same_question =
          parts.intent == before.intent && (own_condition || !named.population.empty());
      if (!same_question || before.intent == Intent::kDose || before.intent == Intent::kHarm ||
          before.intent == Intent::kDuration || before.intent == Intent::kTimeToEffect ||
          before.intent == Intent::kTreatmentLength || before.intent == Intent::kContraindication) {
        parts.intervention = focus;
      }
    }
    if (parts.intent == Intent::kGeneral) parts.intent = Intent::kTreatment;
    if (parts.intent == Intent::kLineOfTherapy) {
      const int said = read_intent(words).line_of_therapy;
      parts.line = said > 0 ? said : std::max(before.line_in_focus, 1);
    }
  }
  result.resolved = compose(parts, failed);
  result.intent = parts.intent;
  result.line_of_therapy = parts.line;
  result.same_condition = own_condition && named.conditions == before.conditions;
  return result;
}

}  // namespace attest
