// What a warning is: something to look out for, and that one should act on it. Pages also tell what people do
// ("patients go to the hospital each day"), what is harmless ("most people need not see a doctor"), and stand
// as lists of bare orders ("Call your doctor."), whose heading told when.
#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "findings/cues.h"
#include "text/phrases.h"

namespace attest::cues {
namespace {

// clang-format off
constexpr std::string_view kReassures[] = {
    "safely managed", "managed safely", "safely manage", "without the need", "do not need",
    "don't need", "don’t need",
    "dont need", "does not need", "doesn't need", "doesn’t need", "no need to", "need not",
    "not an emergency",
    "not a medical emergency", "not usually an emergency", "rarely a medical emergency",
    "no cause for concern",
    "nothing to worry", "absence of red flag*", "absence of alarm", "no red flag*", "no alarm*",
    "without red flag*", "without alarm*", "not necessary to see", "not have to see", "treated at home",
    "not require emergency", "never see a doctor", "do not see a doctor", "did not see a doctor",
    "before you go to the hospital", "no warning signs", "without warning signs",
};
// Behind them a reassurance says when it does not hold.
constexpr std::string_view kExcept[] = {"unless", "but", "however", "except", "until"};
constexpr std::string_view kReportsAct[] = {
    "people seek", "patients seek", "often seek", "frequently seek", "people to seek", "visits", "help for",
    "reasons to see", "aren't the same", "not the same", "no symptoms at all", "learning the",
    "knowing the", "also be signs of other",
};
// What they are must be told: "those with alarm symptoms need a scan" warns nobody of anything.
constexpr std::string_view kNamesOfSigns[] = {
    "red flag*", "alarm symptom*", "alarm feature*", "warning sign*"};
constexpr std::string_view kNamesBefore[] = {
    "is a", "is an", "are", "is also a", "are also", "is an early", "are early"};
constexpr std::string_view kNamesBehind[] = {"are", "include", "includes", "such as", "like", "is"};
constexpr std::string_view kSigns[] = {
    "is a medical emergency", "are medical emergencies",
    "medical emergency", "sign of bowel cancer", "sign of cancer", "urgent referral",
    "require emergency care",
    "requires emergency care",

    "stop if there is pain",
};
constexpr std::string_view kOrdersToAct[] = {
    "see a doctor", "see your doctor", "call your doctor", "contact your doctor", "go to the hospital",
    "go to the emergency", "go to an emergency", "go to the nearest", "call 911", "call 999", "call 112",
    "call an ambulance", "seek care", "seek medical", "seek emergency", "seek immediate", "seek urgent",
    "get medical", "get emergency", "get immediate", "get help", "immediate medical", "emergency care",
    "emergency department", "emergency room",
};
constexpr std::string_view kObliges[] = {
    "should", "must", "need to", "needs to", "need medical", "needs medical", "need emergency",
    "need immediate",
    "need urgent", "needs urgent", "have to", "immediately", "right away", "straight away", "at once",
    "urgently",
    "as soon as possible", "important to", "important that", "if you", "if your", "if the", "if there",
    "if any", "if it", "when to", "without delay",
};
// Words that begin what is to be looked out for.
constexpr std::string_view kOccasions[] = {
    "if", "when", "whenever", "unless", "sign*", "symptom*", "such as", "with", "who", "has", "have",
    "is", "are", "after",
};
// clang-format on

bool has_one_of(std::string_view lower, const auto& phrases) {
  return std::any_of(std::begin(phrases), std::end(phrases),
                     [&](std::string_view phrase) { return has_phrase(lower, phrase); });
}

// "Call your doctor if…", "and go to the hospital": nobody stands before it who does so.
bool opens_clause(std::string_view lower, size_t at) {
  std::string_view before = lower.substr(0, at);
  while (before.ends_with(' ')) before.remove_suffix(1);
  const size_t letter = before.find_last_of("abcdefghijklmnopqrstuvwxyz0123456789");
  if (letter == std::string_view::npos || letter + 1 != before.size()) return true;
  static constexpr std::string_view kBefore[] = {"and",         "or",     "then", "please",
                                                 "immediately", "always", "now"};
  return std::any_of(std::begin(kBefore), std::end(kBefore), [&](std::string_view word) {
    return before.ends_with(word) &&
           (before.size() == word.size() || before[before.size() - word.size() - 1] == ' ');
  });
}

bool orders_to_act(std::string_view lower) {
  const bool obliges = has_one_of(lower, kObliges);
  return std::any_of(std::begin(kOrdersToAct), std::end(kOrdersToAct), [&](std::string_view order) {
    const size_t at = find_phrase(lower, order);
    // "Hospitalisation and emergency room treatment" name a place and order nothing.
    const bool place = order.starts_with("emergency") || order.starts_with("immediate");
    return at != std::string_view::npos && (obliges || (!place && opens_clause(lower, at)));
  });
}

// "A fever is a red flag", "red flags are", "alarm symptoms (bleeding, loss of weight)".
bool names_signs(std::string_view lower) {
  return std::any_of(std::begin(kNamesOfSigns), std::end(kNamesOfSigns), [&](std::string_view name) {
    for (size_t at = find_phrase(lower, name); at != std::string_view::npos;
         at = find_phrase(lower, name, at + 1)) {
      std::string_view before = lower.substr(0, at);
      while (!before.empty() && !is_word_byte(before.back())) before.remove_suffix(1);
      size_t end = at + name.size() - 1;
      while (end < lower.size() && is_word_byte(lower[end])) ++end;
      std::string_view behind = lower.substr(end);
      if (behind.starts_with(" (") || behind.starts_with(':')) return true;
      constexpr size_t kNear = 24;
      behind = behind.substr(0, std::min(kNear, behind.find(" that ")));
      if (before.ends_with("there are")) before = {};
      const bool called =
          std::any_of(std::begin(kNamesBefore), std::end(kNamesBefore), [&](std::string_view word) {
            return before.ends_with(word) &&
                   (before.size() == word.size() || !is_word_byte(before[before.size() - word.size() - 1]));
          });
      if (called || has_one_of(behind, kNamesBehind)) return true;
    }
    return false;
  });
}

}  // namespace

bool urges(std::string_view lower) {
  constexpr size_t kWordsMin = 6;
  const auto words = static_cast<size_t>(std::count(lower.begin(), lower.end(), ' ')) + 1;
  if (has_one_of(lower, kReassures) && !has_one_of(lower, kExcept)) return false;
  if (has_one_of(lower, kReportsAct)) return false;
  if (has_one_of(lower, kSigns) || names_signs(lower)) return true;
  return words >= kWordsMin && has_one_of(lower, kOccasions) && orders_to_act(lower);
}

}  // namespace attest::cues
