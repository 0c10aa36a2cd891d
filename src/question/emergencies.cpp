// Cues are patterns over plain words, because people in need write plain words: several things must come
// together ("chest", "pain", "arm"), in any order, and none may be denied ("no chest pain"). A false alarm
// costs three lines; a missed one may cost a life, so cues are wide for lay readers.
#include "question/emergencies.h"

#include <algorithm>
#include <array>

#include "question/intents.h"
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

bool group_is_met(Words words, std::string_view group) {
  if (group == "PERSON") return matches_pattern(words, kPerson);
  const bool must_not = group.starts_with("- ");
  if (must_not) group.remove_prefix(2);
  while (!group.empty()) {
    const std::string_view pattern = next_part(group, " / ");
    if (must_not ? matches_pattern(words, pattern) : is_met(words, pattern)) return !must_not;
  }
  return must_not;
}

bool cue_is_met(Words words, std::string_view cue) {
  while (!cue.empty()) {
    if (!group_is_met(words, next_part(cue, " + "))) return false;
  }
  return true;
}

// A clinician's question about many, or about a case: people in need write few words, or of somebody.
bool is_general(Words words) {
  constexpr size_t kFewWords = 12;
  if (matches_pattern(words, kCase)) return true;
  const bool of_many = matches_pattern(words, kAsking) || words.size() > kFewWords;
  return of_many && !matches_pattern(words, kPerson);
}

}  // namespace

std::vector<SafetyNotice> safety_notices(std::string_view question, Audience audience,
                                         std::span<const std::string> medicines) {
  const std::vector<PlainWord> words = plain_words(question);
  if (audience == Audience::kClinician && is_general(words)) return {};
  std::vector<SafetyNotice> notices;
  // Who only asks in general tells of nothing that has happened.
  const bool poisoned = (matches_pattern(words, kPerson) || !matches_pattern(words, kAsking)) &&
                        tells_of_poisoning(words, medicines);
  for (const Emergency& emergency : emergencies()) {
    if ((poisoned && emergency.kind == std::string_view(kPoisoningNotice)) ||
        std::any_of(emergency.cues.begin(), emergency.cues.end(),
                    [&](std::string_view cue) { return cue_is_met(words, cue); }))
      notices.push_back({emergency.kind, emergency.title, emergency.text});
  }
  return notices;
}

}  // namespace attest
