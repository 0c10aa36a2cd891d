// Words that tell of an emergency or a crisis, and what is said then before anything is looked up: the one
// text of an answer that no source of the collection stands behind. It is general safety advice, and says so.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "question/question.h"

namespace attest {

struct SafetyNotice {
  std::string kind;   // "stroke": the name of a row of the table
  std::string title;  // "This may be a stroke"
  std::string text;   // one to three sentences: what to do now
};

// What is printed with every notice.
inline constexpr const char* kSafetyBasis =
    "General safety advice of this program, not evidence from a source.";
inline constexpr const char* kSuicideNotice = "suicide or self-harm";
inline constexpr const char* kMeansNotice = "means of dying";
inline constexpr const char* kLethalDoseNotice = "lethal dose";
inline constexpr const char* kPoisoningNotice = "poisoning";

// Notices for the question as it was typed, none twice, in the order of the table; of those on dying only the
// first. A clinician who asks in general ("Which drugs…?") or tells a case gets none but on means of dying.
// `medicines`: words of the question that name treatments, in small letters, beside those that are known
// without a thesaurus.
std::vector<SafetyNotice> safety_notices(std::string_view question, Audience audience,
                                         std::span<const std::string> medicines = {});

// One row of the table. A cue is met when each of its groups is met somewhere in the question. Groups are
// separated by " + ", the patterns of a group (intents.h) by " / "; a group that begins with "- " must not be
// met. Groups of their own are "PERSON": somebody is spoken of ("I", "my wife"); "MEDICINE" and "AMOUNT":
// overdose.h; and "SUGAR": a blood sugar that is far too high.
struct Emergency {
  const char* kind;
  const char* title;
  const char* text;
  std::span<const std::string_view> cues;
  bool of_somebody = false;  // to clinicians only where somebody is spoken of
};
std::span<const Emergency> emergencies();

// Whether a notice is about dying by one's own hand.
bool is_of_dying(const SafetyNotice& notice);

// Whether something is asked beside what is told: "my eye went blind suddenly" asks nothing, nor does "what
// should I do?", which the notice answers.
bool asks_something(std::string_view question);

}  // namespace attest
