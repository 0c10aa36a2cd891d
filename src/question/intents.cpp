// Intent from cue words. A question about a condition is mostly told by a handful of phrases ("how long",
// "side effects", "versus"); each pattern below votes for one intent with a weight, the best total pattern
// wins, and every other intent with a strong pattern of its own becomes secondary. Specific phrases outweigh
// general ones, so that "what is the first-line treatment" is not taken for a definition. The classes follow
// the taxonomy of clinical questions by Ely et al., BMJ 2000;321:429, widened by what patients ask.
#include "question/intents.h"

#include <algorithm>
#include <array>
#include <set>

namespace attest {
namespace {

struct Cue {
  Intent intent;
  float weight;
  std::string_view pattern;
  int line = 0;
};

constexpr float kSecondaryWeightMin = 3.5f;
constexpr size_t kGapMax = 6;

constexpr Cue kCues[] = {
    // Lines of therapy.
    {Intent::kLineOfTherapy, 6.0f, "first|1st line", 1},
    {Intent::kLineOfTherapy, 6.0f, "firstline", 1},
    {Intent::kLineOfTherapy, 5.2f, "first|initial treat~|therap~|step|option|choice|management", 1},
    {Intent::kLineOfTherapy, 5.2f, "initial medical|conservative management|treatment|therapy", 1},
    {Intent::kLineOfTherapy, 5.2f, "treatment|therapy|drug of choice", 1},
    {Intent::kLineOfTherapy, 5.2f, "try|tried|use|used|offer|offered|recommended|give|given|start|do first",
     1},
    {Intent::kLineOfTherapy, 5.2f, "should|do|to start|begin with", 1},
    {Intent::kLineOfTherapy, 5.0f, "where|how * start treat~", 1},
    {Intent::kLineOfTherapy, 6.0f, "second|2nd line", 2},
    {Intent::kLineOfTherapy, 6.0f, "secondline", 2},
    {Intent::kLineOfTherapy, 6.0f, "third|3rd line", 3},
    {Intent::kLineOfTherapy, 5.6f, "if|when|after|once * fail~", 2},
    {Intent::kLineOfTherapy, 5.6f, "fail~ * first|initial|conservative", 2},
    {Intent::kLineOfTherapy, 5.4f, "if|when|after|because|and|but * not work~|help~|helped|respond~|better",
     2},
    {Intent::kLineOfTherapy, 5.2f, "next step|steps|treatment|option|line|thing", 2},
    {Intent::kLineOfTherapy, 5.2f, "what|whats comes|is|to|do|should * next", 2},
    {Intent::kLineOfTherapy, 5.0f, "refractory|nonresponder~|nonresponse|unresponsive", 2},
    {Intent::kLineOfTherapy, 5.0f, "non responder~|responders|responding", 2},
    {Intent::kLineOfTherapy, 4.8f, "what|anything else * try|do|help|helps|done|offered", 2},
    {Intent::kLineOfTherapy, 4.8f, "what|anything else $", 2},
    {Intent::kLineOfTherapy, 5.0f, "tried everything", 2},
    {Intent::kLineOfTherapy, 5.0f, "last resort|line|option", 3},
    {Intent::kLineOfTherapy, 4.6f, "lines|order|sequence|pathway|ladder|algorithm of|for treat~|therapy"},
    {Intent::kLineOfTherapy, 4.6f, "treatment pathway|algorithm|ladder|sequence"},
    // Dose.
    {Intent::kDose, 5.5f, "dose~|dosage~|dosing|posology"},
    {Intent::kDose, 5.5f,
     "how many|much units|unit|mg|milligram~|tablets|pills|capsules|micrograms|mcg|grams|ml"},
    {Intent::kDose, 5.0f, "how much * take|give|use|inject~|need|needed|prescribe~|should"},
    {Intent::kDose, 4.6f, "how often * take|give|use|inject~"},
    {Intent::kDose, 4.6f, "what strength|amount"},
    {Intent::kDose, 4.6f, "titrat~"},
    // Comparison.
    {Intent::kComparison, 5.4f, "versus|vs"},
    {Intent::kComparison, 5.2f, "compare|compared|comparing|comparison|comparative"},
    {Intent::kComparison, 5.2f,
     "better|worse|superior|inferior|safer|stronger|cheaper|faster|more * than|to"},
    {Intent::kComparison, 4.9f, "as good|effective|safe|well * as"},
    {Intent::kComparison, 4.9f, "which|what is|are|works|work|one * better|best * or"},
    {Intent::kComparison, 4.9f, "which|what|is|are|does|do * better|best|superior|preferable * or"},
    {Intent::kComparison, 4.9f, "or * which|better|preferable|best"},
    {Intent::kComparison, 4.6f, "difference~|different between|from|to"},
    {Intent::kComparison, 4.9f, "non inferior~|inferiority"},
    {Intent::kComparison, 4.9f, "noninferior~"},
    {Intent::kComparison, 4.5f, "instead of|rather than"},
    // Diagnosis.
    {Intent::kDiagnosis, 5.2f, "diagnos~|misdiagnos~"},
    {Intent::kDiagnosis, 5.2f, "how * know|tell * if|whether|that i|we|you|they|someone|have|has|had"},
    {Intent::kDiagnosis, 5.2f, "do|could|might i|we|he|she have|has"},
    {Intent::kDiagnosis, 4.8f,
     "what|which|any test|tests|scan|scans|exam|examination|examinations|investigation~"},
    {Intent::kDiagnosis, 4.6f, "test|tests|tested|testing for|to"},
    {Intent::kDiagnosis, 4.8f, "sensitivity|specificity|accuracy|accurate|false|predictive value"},
    {Intent::kDiagnosis, 4.6f, "sensitivity|specificity|accuracy|accurate"},
    {Intent::kDiagnosis, 4.6f, "differential|criteria|workup"},
    {Intent::kDiagnosis, 4.6f, "work up"},
    {Intent::kDiagnosis, 4.6f, "signs|symptoms|sign|symptom"},
    {Intent::kDiagnosis, 4.0f, "detect~|recogni~|rule|ruled out|identify~|screening|confirm~|evaluat~"},
    {Intent::kDiagnosis, 4.2f,
     "role|value|use|usefulness of|for * imaging|mri|ct|ultrasound|manometry|biopsy"},
    // Prognosis.
    {Intent::kPrognosis, 5.4f, "prognosis|prognostic|outlook|curable|incurable"},
    {Intent::kPrognosis, 5.4f, "come|comes|coming back"},
    {Intent::kPrognosis, 5.4f,
     "will|can|does|do|could|is|are|be * cured|curable|recur~|relaps~|return|permanent"},
    {Intent::kPrognosis, 5.4f,
     "will|can|does|do|could|ever * go|goes|get|gets|going|getting away|better|worse"},
    {Intent::kPrognosis, 5.0f,
     "recover~|heal~|live|survive|normal|die|grow * from|itself|own|life|with|it|of"},
    {Intent::kPrognosis, 5.8f, "how long * live|survive|survival|left"},
    {Intent::kPrognosis, 5.0f, "recurrence|relapse|survival|mortality"},
    {Intent::kPrognosis, 5.0f, "life|natural expectancy|history|course"},
    {Intent::kPrognosis, 4.6f, "long|longterm term outcome~|result~|prognosis|follow|effect~|success"},
    {Intent::kPrognosis, 4.4f, "chance~|odds|likelihood|probability of|that"},
    {Intent::kPrognosis, 4.4f, "for|rest of|forever|life * forever|life"},
    // Harm.
    {Intent::kHarm, 5.4f, "side effect~"},
    {Intent::kHarm, 5.4f,
     "adverse|contraindicat~|harm~|complication~|unsafe|dangerous|danger~|toxicity|hazard~"},
    {Intent::kHarm, 5.2f, "safe|safety|safely|safer"},
    {Intent::kHarm, 4.8f, "risk~ of|with|from|involved|and|in"},
    {Intent::kHarm, 4.4f, "risks|risky"},
    {Intent::kHarm, 4.6f, "make|makes|making * worse"},
    {Intent::kHarm, 4.6f, "interact~|overdose|tolerab~|tolerated"},
    {Intent::kHarm, 4.8f,
     "can|could|may|should i|we|she|you take|use|have|drink|eat|get * while|when|during|if|with"},
    {Intent::kHarm, 4.4f, "does|do|will|is|can * hurt|painful|damage"},
    {Intent::kHarm, 4.2f, "go|goes|went wrong"},
    {Intent::kHarm, 4.2f, "bad for"},
    // Definition.
    {Intent::kDefinition, 5.0f, "mean|means|meaning|definition|define|defined|stand|stands"},
    {Intent::kDefinition, 4.9f, "other|another|different name|names|word|term for"},
    {Intent::kDefinition, 4.8f, "same thing|as"},
    {Intent::kDefinition, 4.0f, "explain|describe|tell me about"},
    {Intent::kDefinition, 4.0f, "what kind|sort|type of"},
    {Intent::kDefinition, 3.0f, "^ what|whats is|are|exactly"},
    {Intent::kDefinition, 2.0f, "what is|are"},
    // Prevalence.
    {Intent::kPrevalence, 5.6f, "how common|frequent|rare|prevalent|widespread"},
    {Intent::kPrevalence, 5.4f, "prevalence|incidence|epidemiology|frequency|burden"},
    {Intent::kPrevalence, 5.8f,
     "how many|often people|women|men|adults|children|patients|persons|of|kids|does|do * "
     "have|get|suffer|affected|with|develop|has|occur~|happen~"},
    {Intent::kPrevalence, 5.4f, "what|which percentage|proportion|percent|fraction of"},
    {Intent::kPrevalence, 5.4f, "only one with|who|having"},
    {Intent::kPrevalence, 5.0f, "am i alone"},
    {Intent::kPrevalence, 4.6f, "is|are * common|rare"},
    // Prevention.
    {Intent::kPrevention, 5.4f, "prevent~|prophyla~"},
    {Intent::kPrevention, 5.6f, "avoid~|stop|stopping|keep * getting|happening|returning|coming|recurring"},
    {Intent::kPrevention, 4.9f, "reduce~|lower~|decreas~|cut|minimi~ * risk~|chance~"},
    {Intent::kPrevention, 4.4f, "protect~|avoid"},
    // Monitoring.
    {Intent::kMonitoring, 5.4f, "monitor~|surveillance"},
    {Intent::kMonitoring, 5.6f,
     "how often * check~|see|seen|tested|scan~|test|tests|screened|review~|followed|measured"},
    {Intent::kMonitoring, 5.4f, "know|tell|see|sure * is|are|s working|improving"},
    {Intent::kMonitoring, 4.9f, "check up|ups"},
    {Intent::kMonitoring, 4.9f, "checkup~"},
    {Intent::kMonitoring, 4.6f, "follow up|ups|appointments|visits"},
    {Intent::kMonitoring, 4.6f, "followup"},
    {Intent::kMonitoring, 4.6f, "track|keep an eye"},
    // Duration.
    {Intent::kDuration, 5.5f, "how long"},
    {Intent::kDuration, 5.2f, "duration"},
    {Intent::kDuration, 5.4f,
     "how many weeks|months|days|sessions|years|treatments|visits|times|appointments"},
    {Intent::kDuration, 5.2f, "how soon|quickly|fast"},
    {Intent::kDuration, 5.0f, "when will|does|do|can|should * work|wear|stop|feel|better|last"},
    {Intent::kDuration, 4.8f, "wear|wears|wearing off"},
    {Intent::kDuration, 4.8f, "does|do|will|is|are * last|lasting|wear~|temporary"},
    // Cause.
    {Intent::kCause, 5.2f, "cause~|causing|etiolog~|aetiolog~"},
    {Intent::kCause, 5.25f, "why do|did|does|am|is|are|have|has|can|would"},
    {Intent::kCause, 5.0f, "risk factor~"},
    {Intent::kCause, 4.9f, "reason~ for|why|behind|of"},
    {Intent::kCause, 4.9f, "brings|brought|bring * on"},
    {Intent::kCause, 4.8f, "my|your|own fault"},
    {Intent::kCause, 4.6f, "hereditary|genetic|inherited|contagious|catch"},
    {Intent::kCause, 4.6f, "run|runs in * famil~"},
    {Intent::kCause, 4.2f, "lead|leads|leading|result|results|due to|in"},
    {Intent::kCause, 4.0f, "associat~|linked|related with|to|between"},
    {Intent::kCause, 4.4f, "trigger|triggers|triggered|provoke~"},
    {Intent::kCause, 4.2f, "what made|makes"},
    {Intent::kCause, 4.2f, "how did|do|does i|you|people|someone|we get|develop|catch"},
    // Predictor.
    {Intent::kPredictor, 5.5f, "predict~"},
    {Intent::kPredictor, 5.5f, "who|which|what * respond~|benefit~|responders"},
    {Intent::kPredictor, 5.5f,
     "factor~ * associated|predict~|affect~|influenc~|related|with|for * "
     "success|response|outcome~|failure|respon~"},
    {Intent::kPredictor, 5.3f, "prognostic|predictive factor~|marker~"},
    {Intent::kPredictor, 5.3f, "more|less|most|least likely to respond|benefit|work|fail|succeed|improve"},
    {Intent::kPredictor, 5.0f, "will it|biofeedback|this|treatment|they work for me"},
    {Intent::kPredictor, 5.0f, "good candidate~"},
    // Mechanism.
    {Intent::kMechanism, 5.5f, "mechanism~|pathophysiolog~|pathogenesis|physiology"},
    {Intent::kMechanism, 5.3f, "how does|do|is * work|act|supposed"},
    {Intent::kMechanism, 5.3f, "why does|do|would|is * work|help|used|given|recommended"},
    {Intent::kMechanism, 4.2f, "what happens|happen"},
    {Intent::kMechanism, 4.2f, "what does|do|will * do"},
    // Treatment.
    {Intent::kTreatment, 4.3f, "treat~|therap~|manag~"},
    {Intent::kTreatment, 5.0f,
     "best|most|recommended|effective|new|available treatment~|therapy|therapies|way|medicine~"},
    {Intent::kTreatment, 4.9f,
     "what|which|anything|something|that|else * help|helps|helped|works|fix|fixes|relieves"},
    {Intent::kTreatment, 4.8f,
     "what|how can|could|should|do|to * do|try|about|fix|ease|relieve|stop|relax|deal|cope"},
    {Intent::kTreatment, 4.9f, "get rid of"},
    {Intent::kTreatment, 4.9f, "how well|effective|successful|good|much"},
    {Intent::kTreatment, 4.7f,
     "does|do|can|could|will|is|are|did * help~|work|works|effective|relieve|ease|fix"},
    {Intent::kTreatment, 4.5f, "effective|effectiveness|efficacy|efficacious|success rate|rates"},
    {Intent::kTreatment, 4.5f, "effective|effectiveness|efficacy|efficacious|cure|cures|remed~|relief"},
    {Intent::kTreatment, 4.6f, "success|response|cure rate|rates"},
    {Intent::kTreatment, 4.0f, "help|helps|helpful|good with|for|me|in"},
    {Intent::kTreatment, 4.0f, "benefit~|improv~|role|useful|worth|option~"},
    {Intent::kTreatment, 4.0f, "does|do|can|will * reduce|improve|increase|decrease|lower|prevent"},
    {Intent::kTreatment, 4.2f, "medicine~|medication~|drug|drugs|exercises|surgery|operation for"},
    {Intent::kTreatment, 4.2f, "what medicine~|medication~|drug|drugs|exercise~|diet|surgery|operation"},
    {Intent::kTreatment, 4.2f,
     "should|can i|we|he|she|they|patients|you * "
     "receive|undergo|offered|have|use|take|try|given"},
    {Intent::kTreatment, 4.0f, "recommend~|advise~|guideline~"},
};

bool matches_word(std::string_view word, std::string_view alternatives) {
  while (!alternatives.empty()) {
    const size_t bar = std::min(alternatives.find('|'), alternatives.size());
    std::string_view choice = alternatives.substr(0, bar);
    alternatives.remove_prefix(std::min(bar + 1, alternatives.size()));
    if (!choice.empty() && choice.back() == '~') {
      choice.remove_suffix(1);
      if (word.substr(0, choice.size()) == choice) return true;
    } else if (word == choice) {
      return true;
    }
  }
  return false;
}

std::string_view take_piece(std::string_view& pattern) {
  while (!pattern.empty() && pattern.front() == ' ') pattern.remove_prefix(1);
  const size_t space = std::min(pattern.find(' '), pattern.size());
  const std::string_view piece = pattern.substr(0, space);
  pattern.remove_prefix(space);
  return piece;
}

bool matches_from(std::span<const PlainWord> words, size_t at, std::string_view pattern) {
  while (true) {
    const std::string_view piece = take_piece(pattern);
    if (piece.empty()) return true;
    if (piece == "^") {
      if (at != 0) return false;
    } else if (piece == "$") {
      if (at != words.size()) return false;
    } else if (piece == "*") {
      for (size_t gap = 0; gap <= kGapMax && at + gap <= words.size(); ++gap) {
        if (matches_from(words, at + gap, pattern)) return true;
      }
      return false;
    } else {
      if (at == words.size() || !matches_word(words[at].text, piece)) return false;
      ++at;
    }
  }
}

std::vector<std::string> collect_cue_words() {
  std::set<std::string> words;
  for (const Cue& cue : kCues) {
    std::string_view pattern = cue.pattern;
    for (std::string_view piece = take_piece(pattern); !piece.empty(); piece = take_piece(pattern)) {
      while (!piece.empty()) {
        const size_t bar = std::min(piece.find('|'), piece.size());
        const std::string_view word = piece.substr(0, bar);
        piece.remove_prefix(std::min(bar + 1, piece.size()));
        if (word.size() > 1 && word.back() != '~') words.insert(std::string(word));
      }
    }
  }
  // Full forms of the truncated patterns, and the plainest words of asking.
  for (const char* word : {"treat",
                           "treating",
                           "treated",
                           "treatment",
                           "treatments",
                           "therapy",
                           "therapies",
                           "manage",
                           "managed",
                           "management",
                           "diagnose",
                           "diagnosed",
                           "diagnosis",
                           "diagnosing",
                           "diagnostic",
                           "prevent",
                           "prevention",
                           "preventing",
                           "preventive",
                           "monitor",
                           "monitoring",
                           "predict",
                           "predictor",
                           "predictors",
                           "predicts",
                           "cause",
                           "causes",
                           "caused",
                           "causing",
                           "dose",
                           "doses",
                           "dosage",
                           "dosages",
                           "effect",
                           "effects",
                           "recur",
                           "relapse",
                           "relapses",
                           "complication",
                           "complications",
                           "contraindications",
                           "mechanism",
                           "benefit",
                           "benefits",
                           "improve",
                           "improves",
                           "improvement",
                           "recommended",
                           "recommendation",
                           "recommendations",
                           "guideline",
                           "guidelines",
                           "outcome",
                           "outcomes",
                           "risk",
                           "risks",
                           "harm",
                           "harms",
                           "symptom",
                           "symptoms",
                           "factor",
                           "factors",
                           "failed",
                           "fails",
                           "fail",
                           "failure",
                           "failing",
                           "option",
                           "options",
                           "remedy",
                           "remedies",
                           "detect",
                           "detection",
                           "screening",
                           "chance",
                           "chances",
                           "side",
                           "medicine",
                           "medicines",
                           "medication",
                           "medications",
                           "recovery",
                           "recover",
                           "healing",
                           "associated",
                           "association",
                           "evidence",
                           "study",
                           "studies",
                           "trial",
                           "trials",
                           "effectively",
                           "respond",
                           "responds",
                           "response",
                           "reason",
                           "reasons",
                           "result",
                           "results",
                           "difference",
                           "differences"}) {
    words.insert(word);
  }
  return {words.begin(), words.end()};
}

}  // namespace

bool matches_pattern(std::span<const PlainWord> words, std::string_view pattern) {
  for (size_t at = 0; at <= words.size(); ++at) {
    if (matches_from(words, at, pattern)) return true;
  }
  return false;
}

IntentReading read_intent(std::span<const PlainWord> words) {
  constexpr size_t kIntents = static_cast<size_t>(Intent::kGeneral) + 1;
  std::array<float, kIntents> best{};
  IntentReading reading;
  float line_weight = 0;
  for (const Cue& cue : kCues) {
    float& weight = best[static_cast<size_t>(cue.intent)];
    if (cue.weight <= weight && cue.weight <= line_weight) continue;
    if (!matches_pattern(words, cue.pattern)) continue;
    weight = std::max(weight, cue.weight);
    if (cue.line > 0 && cue.weight > line_weight) {
      line_weight = cue.weight;
      reading.line_of_therapy = cue.line;
    }
  }
  std::vector<Intent> order;
  for (size_t i = 0; i < kIntents; ++i) {
    if (best[i] > 0) order.push_back(static_cast<Intent>(i));
  }
  std::stable_sort(order.begin(), order.end(), [&](Intent a, Intent b) {
    return best[static_cast<size_t>(a)] > best[static_cast<size_t>(b)];
  });
  if (order.empty()) return reading;
  reading.intent = order.front();
  reading.strength = best[static_cast<size_t>(order.front())];
  for (size_t i = 1; i < order.size(); ++i) {
    if (best[static_cast<size_t>(order[i])] >= kSecondaryWeightMin) reading.secondary.push_back(order[i]);
  }
  if (reading.intent != Intent::kLineOfTherapy) reading.line_of_therapy = 0;
  return reading;
}

const std::vector<std::string>& cue_words() {
  static const std::vector<std::string> words = collect_cue_words();
  return words;
}

bool is_cue_word(std::string_view word) {
  return std::binary_search(cue_words().begin(), cue_words().end(), word);
}

}  // namespace attest
