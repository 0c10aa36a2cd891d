// Intent from cue words. A question about a condition is mostly told by a handful of phrases ("how long",
// "side effects", "versus"); each pattern below votes for one intent with a weight, the best total pattern
// wins, and every other intent with a strong pattern of its own becomes secondary. Specific phrases outweigh
// general ones, so that "what is the first-line treatment" is not taken for a definition. The classes follow
// the taxonomy of clinical questions by Ely et al., BMJ 2000;321:429, widened by what patients ask.
#include "question/intents.h"

#include <algorithm>
#include <array>
#include <set>

#include "question/intent_cues.h"

namespace attest {
namespace {

constexpr float kSecondaryWeightMin = 3.5f;
constexpr size_t kGapMax = 6;

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
    } else if (piece.front() == '!') {
      if (at < words.size() && matches_word(words[at].text, piece.substr(1))) return false;
    } else {
      if (at == words.size() || !matches_word(words[at].text, piece)) return false;
      ++at;
    }
  }
}

std::vector<std::string> collect_cue_words() {
  std::set<std::string> words;
  for (const IntentCue& cue : intent_cues()) {
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

bool matches_pattern_at(std::span<const PlainWord> words, size_t at, std::string_view pattern) {
  return matches_from(words, at, pattern);
}

IntentReading read_intent(std::span<const PlainWord> words) {
  std::array<float, kIntents> best{};
  IntentReading reading;
  float line_weight = 0;
  for (const IntentCue& cue : intent_cues()) {
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
