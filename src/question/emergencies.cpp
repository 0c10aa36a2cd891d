// Cues are patterns over plain words, because people in need write plain words: several things must come
// together ("chest", "pain", "arm"), in any order, and none may be denied ("no chest pain"). A false alarm
// costs three lines; a missed one may cost a life, so cues are wide for lay readers.
#include "question/emergencies.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "question/intents.h"
#include "question/meant_words.h"
#include "question/overdose.h"
#include "question/words.h"

namespace attest {
namespace {

using Words = std::span<const PlainWord>;

constexpr std::string_view kPerson =
    "i|me|my|myself|mine|we|us|our|he|she|him|his|her|someone|somebody|husband|hubby|wife|partner|boyfriend|"
    "girlfriend|son|daughter|mum|mom|mother|dad|father|brother|sister|friend|neighbour|neighbor|gran|grandma|"
    "grandad|grandpa|toddler";
constexpr std::string_view kAsking =
    "^ what|which|how|does|do|did|is|are|was|were|can|could|should|would|will|when|why|who|where|whether";
constexpr std::string_view kCase =
    "patient|patients|man|woman|male|female|presents|presenting|presented|adults|febrile";
constexpr std::array<std::string_view, 6> kDenials = {"no", "not", "never", "without", "nor", "denies"};

// Cuts the next part off `text`, up to `separator`.
std::string_view next_part(std::string_view& text, std::string_view separator) {
  const size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + separator.size(), text.size()));
  return part;
}

// "no chest pain", "I do not want to die".
bool is_denied(Words words, size_t at) {
  constexpr size_t kReach = 2;
  for (size_t back = 1; back <= kReach && back <= at; ++back) {
    if (std::find(kDenials.begin(), kDenials.end(), words[at - back].text) != kDenials.end()) return true;
  }
  return false;
}

bool is_met(Words words, std::string_view pattern) {
  for (size_t at = 0; at < words.size(); ++at) {
    if (matches_pattern_at(words, at, pattern) && !is_denied(words, at)) return true;
  }
  return false;
}

// "Sugar is 28", "glucose over 400", "sugars very high": mmol/L and mg/dL share no such figures.
bool tells_of_high_sugar(Words words) {
  constexpr size_t kReach = 4;
  constexpr double kMmolFrom = 15, kMmolTo = 60, kMgFrom = 250, kMgTo = 1500;
  for (size_t at = 0; at < words.size(); ++at) {
    if (!matches_pattern_at(words, at, "sugar|sugars|glucose|bg|bm|bsl")) continue;
    for (size_t next = at + 1; next < words.size() && next <= at + kReach; ++next) {
      const double value = std::strtod(words[next].text.c_str(), nullptr);
      const bool high = (value >= kMmolFrom && value <= kMmolTo) || (value >= kMgFrom && value <= kMgTo);
      if (high || matches_pattern_at(words, next, "very|really|too|so|sky high")) return true;
    }
  }
  return false;
}

class CueReader {
 public:
  CueReader(Words words, std::span<const std::string> medicines, bool of_somebody)
      : words_(words), medicines_(medicines), of_somebody_(of_somebody) {}

  bool is_met_by(const Emergency& emergency) const {
    return std::any_of(emergency.cues.begin(), emergency.cues.end(),
                       [&](std::string_view cue) { return cue_is_met(cue); });
  }

 private:
  bool group_is_met(std::string_view group) const {
    if (group == "PERSON") return of_somebody_;
    if (group == "MEDICINE") return names_medicine(words_, medicines_);
    if (group == "AMOUNT") return names_large_amount(words_);
    if (group == "SUGAR") return tells_of_high_sugar(words_);
    const bool must_not = group.starts_with("- ");
    if (must_not) group.remove_prefix(2);
    while (!group.empty()) {
      const std::string_view pattern = next_part(group, " / ");
      if (must_not ? matches_pattern(words_, pattern) : is_met(words_, pattern)) return !must_not;
    }
    return must_not;
  }

  bool cue_is_met(std::string_view cue) const {
    while (!cue.empty()) {
      if (!group_is_met(next_part(cue, " + "))) return false;
    }
    return true;
  }

  Words words_;
  std::span<const std::string> medicines_;
  bool of_somebody_;
};

// "Wanna die", "gonna overdose": "want to", "going to".
std::vector<PlainWord> written_out(Words words) {
  std::vector<PlainWord> whole;
  for (const PlainWord& word : words) {
    const bool wanted = word.text == "wanna";
    if (!wanted && word.text != "gonna") {
      whole.push_back(word);
      continue;
    }
    whole.push_back({wanted ? "want" : "going", word.span});
    whole.push_back({"to", word.span});
  }
  return whole;
}

// A clinician's question about many, or about a case: people in need write few words, or of somebody.
bool is_general(Words words) {
  constexpr size_t kFewWords = 12;
  if (matches_pattern(words, kCase)) return true;
  const bool of_many = matches_pattern(words, kAsking) || words.size() > kFewWords;
  return of_many && !matches_pattern(words, kPerson);
}

// What a clinician is told who asks for the dose that kills: somebody may have taken it.
SafetyNotice poison_centre_advises() {
  return {kLethalDoseNotice, "A poison centre can advise",
          "For somebody who has taken too much, or may have, a poison centre knows what to do at any hour."};
}

}  // namespace

std::vector<SafetyNotice> safety_notices(std::string_view question, Audience audience,
                                         std::span<const std::string> medicines) {
  const std::vector<PlainWord> words = meant_words(question);
  const bool clinician = audience == Audience::kClinician;
  const bool of_somebody = matches_pattern(words, kPerson);
  const bool in_general = clinician && is_general(words);
  // "Vomiting blood": people in need leave themselves out.
  constexpr size_t kFewWords = 9;
  const bool oneself =
      !clinician && words.size() <= kFewWords && !asks_something(question) && !matches_pattern(words, kCase);
  const std::vector<PlainWord> whole = written_out(words);
  const CueReader cues(words, medicines, of_somebody || oneself);
  const CueReader whole_cues(whole, medicines, of_somebody || oneself);
  // Who only asks in general tells of nothing that has happened.
  const bool poisoned =
      (of_somebody || !matches_pattern(words, kAsking)) && tells_of_poisoning(words, medicines);
  std::vector<SafetyNotice> notices;
  for (const Emergency& emergency : emergencies()) {
    const std::string_view kind = emergency.kind;
    const bool means = kind == kMeansNotice || kind == kLethalDoseNotice;
    if ((in_general && !means) || (clinician && emergency.of_somebody && !of_somebody)) continue;
    if (!(poisoned && kind == kPoisoningNotice) && !cues.is_met_by(emergency) &&
        !whole_cues.is_met_by(emergency))
      continue;
    SafetyNotice notice{emergency.kind, emergency.title, emergency.text};
    if (is_of_dying(notice) && !notices.empty()) continue;
    if (in_general && kind == kLethalDoseNotice) notice = poison_centre_advises();
    notices.push_back(std::move(notice));
  }
  return notices;
}

bool is_of_dying(const SafetyNotice& notice) {
  return notice.kind == kSuicideNotice || notice.kind == kMeansNotice || notice.kind == kLethalDoseNotice;
}

bool asks_something(std::string_view question) {
  std::vector<PlainWord> words = meant_words(question);
  bool answered = false;
  for (size_t at = 0; at < words.size(); ++at) {
    if (matches_pattern_at(words, at, "what do|should|can|must|shall i|we|you|one do")) {
      words[at].text = "so";
      words[at + 1].text = "so";
      answered = true;
    }
  }
  // "Do not want to live": a statement without its "I".
  const bool asks = matches_pattern(words, kAsking) && !matches_pattern(words, "^ do|did|is|are|was not");
  const bool marked = question.find('?') != std::string_view::npos && !answered;
  return asks || marked || matches_pattern(words, "what|which|how|why|whether") ||
         matches_pattern(words,
                         "should|can|could|may|does|do|is|are|will|would i|we|he|she|it|they|this|that");
}

}  // namespace attest
