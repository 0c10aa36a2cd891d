#include "question/failed_treatment.h"

#include <algorithm>
#include <span>

#include "base/ascii.h"
#include "base/one_of.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr std::string_view kFailsBehind[] = {"failure of",
                                             "failed",
                                             "failing",
                                             "fail",
                                             "not controlled by",
                                             "not controlled with",
                                             "not controlled on",
                                             "uncontrolled by",
                                             "uncontrolled on",
                                             "uncontrolled with",
                                             "inadequately controlled by",
                                             "inadequately controlled on",
                                             "inadequately controlled with",
                                             "poorly controlled on",
                                             "poorly controlled with",
                                             "poorly controlled by",
                                             "not relieved by",
                                             "not improved by",
                                             "not improved with",
                                             "not improving with",
                                             "not improving on",
                                             "not helped by",
                                             "not cured by",
                                             "respond to",
                                             "responded to",
                                             "responding to",
                                             "responsive to",
                                             "response to",
                                             "unresponsive to",
                                             "nonresponsive to",
                                             "non-responsive to",
                                             "refractory to",
                                             "resistant to",
                                             "despite",
                                             "relapse after",
                                             "relapses after",
                                             "relapse on",
                                             "relapses on",
                                             "recur after",
                                             "recurs after",
                                             "recurred after",
                                             "recurring after",
                                             "recurrence after",
                                             "recurs on",
                                             "recurred on",
                                             "came back after",
                                             "comes back after",
                                             "back despite",
                                             "add to",
                                             "added to",
                                             "adding to",
                                             "add-on to",
                                             "adjunct to",
                                             "on top of",
                                             "step up from",
                                             "stepping up from",
                                             "switch from",
                                             "switching from",
                                             "switched from",
                                             "relapsed after",
                                             "relapsed on",
                                             "relapsing after",
                                             "progression after",
                                             "progression on",
                                             "progressed after",
                                             "progressed on",
                                             "progressing on",
                                             "progressing after",
                                             "progresses on",
                                             "progresses after",
                                             "not healed by",
                                             "not healed with",
                                             "not healing with",
                                             "not healing on",
                                             "not cleared by",
                                             "not cleared with",
                                             "not settled by",
                                             "not settled with",
                                             "not resolved by",
                                             "not resolved with",
                                             "not better with",
                                             "not better on",
                                             "no better with",
                                             "no better on",
                                             "wearing off on",
                                             "non-responders to",
                                             "nonresponders to"};
// Of these the words in front say that the answer was none: "adequate response to X" is what is wished.
constexpr std::string_view kNeedsDenial[] = {"respond to", "responded to", "responding to", "responsive to",
                                             "response to"};
constexpr std::string_view kDenyingFailure[] = {
    "not",        "no",           "n't",          "never",
    "inadequate", "inadequately", "insufficient", "insufficiently",
    "incomplete", "partial",      "poor",         "poorly",
    "without",    "lack of",      "non",          "cannot",
    "fail*",      "suboptimal",   "loss of",      "lost",
    "no longer"};
constexpr std::string_view kNotTakenBehind[] = {"cannot take",
                                                "can't take",
                                                "can not take",
                                                "unable to take",
                                                "cannot tolerate",
                                                "can't tolerate",
                                                "can not tolerate",
                                                "unable to tolerate",
                                                "not tolerate",
                                                "cannot have",
                                                "can't have",
                                                "cannot use",
                                                "can't use",
                                                "intolerant of",
                                                "intolerant to",
                                                "intolerance to",
                                                "intolerance of",
                                                "contraindication to",
                                                "contraindications to",
                                                "ineligible for",
                                                "not tolerating",
                                                "allergic to",
                                                "allergy to",
                                                "allergies to",
                                                "hypersensitive to",
                                                "hypersensitivity to",
                                                "had to stop",
                                                "has to stop",
                                                "have to stop",
                                                "must stop",
                                                "had to discontinue",
                                                "unsuitable for",
                                                "not suitable for",
                                                "cannot be given",
                                                "can't be given",
                                                "unacceptable side effects of",
                                                "intolerable side effects of",
                                                "side effects from"};
constexpr std::string_view kFailsBefore[] = {"fail",
                                             "fails",
                                             "failed",
                                             "failure",
                                             "failures",
                                             "not work",
                                             "no longer enough",
                                             "no longer work",
                                             "no longer works",
                                             "no longer helps",
                                             "no longer effective",
                                             "not worked",
                                             "doesn't work",
                                             "does not work",
                                             "didn't work",
                                             "not working",
                                             "stopped working",
                                             "stops working",
                                             "not help",
                                             "doesn't help",
                                             "didn't help",
                                             "not helped",
                                             "not helping",
                                             "ineffective",
                                             "not enough",
                                             "is insufficient",
                                             "not suffice",
                                             "not sufficient",
                                             "resistant",
                                             "refractory",
                                             "unresponsive",
                                             "nonresponders",
                                             "non-responders",
                                             "resistance"};
constexpr std::string_view kNotTakenBefore[] = {"intolerant",
                                                "intolerance",
                                                "not tolerated",
                                                "contraindicated",
                                                "contra-indicated",
                                                "allergy",
                                                "allergic",
                                                "hypersensitivity",
                                                "is unsuitable",
                                                "are unsuitable",
                                                "not suitable",
                                                "not an option",
                                                "no option",
                                                "cannot be used",
                                                "can't be used",
                                                "cannot be taken",
                                                "can't be taken",
                                                "cannot be given",
                                                "can't be given",
                                                "stopped because of",
                                                "stopped due to",
                                                "stopped for",
                                                "discontinued because of",
                                                "discontinued due to",
                                                "withdrawn because of"};
// "Lisinopril gave me a cough, what instead?": only who asks for another thing has done with it.
constexpr std::string_view kHarmsBefore[] = {"causes", "caused", "gives", "gave", "makes", "made"};
constexpr std::string_view kInstead[] = {"instead",       "alternative*", "what else",
                                         "other option*", "other drug*",  "switch*"};
constexpr std::string_view kSecond[] = {
    "second-line", "second line", "third-line", "third line", "2nd line",  "next step", "next line",
    "what next",   "recurrent",   "recurrence", "recurring",  "relapsing", "relapse",   "switch"};
constexpr std::string_view kTakenBehind[] = {"on", "taking", "treated with", "receiving"};
constexpr size_t kBehindWordsMax = 9;
constexpr size_t kBeforeWordsMax = 4;

std::string_view words_behind(std::string_view lower, size_t from) {
  std::string_view behind = lower.substr(from);
  behind = behind.substr(0, behind.find_first_of(",.;?!("));
  // What stands behind these is whom or what it was for.
  static constexpr std::string_view kEnds[] = {"in",   "for", "what",   "which",  "who", "when",     "is",
                                               "with", "so",  "should", "during", "how", "therefore"};
  const std::vector<Token> tokens = tokenize(behind);
  size_t end = 0;
  for (size_t i = 0; i < tokens.size() && i < kBehindWordsMax; ++i) {
    if (i > 0 && is_one_of(tokens[i].folded, kEnds)) break;
    end = tokens[i].span.end;
  }
  return behind.substr(0, end);
}

std::string_view words_before(std::string_view lower, size_t at) {
  std::string_view before = lower.substr(0, at);
  before = before.substr(before.find_last_of(",.;?!)") + 1);
  // Conditions stand behind these: "warfarin in renal failure".
  static constexpr std::string_view kStarts[] = {
      "in", "of",   "for",     "to",  "on",   "by",   "with",  "from",      "after", "when",
      "if", "once", "because", "but", "what", "next", "where", "treatment", "who",   "patients"};
  const std::vector<Token> tokens = tokenize(before);
  size_t start = before.size();
  for (size_t i = 0; i < tokens.size() && i < kBeforeWordsMax; ++i) {
    const Token& token = tokens[tokens.size() - 1 - i];
    if (is_one_of(token.folded, kStarts)) break;
    start = token.span.start;
  }
  return before.substr(start);
}

void add_stretch(std::string_view stretch, std::vector<std::string_view>& named) {
  // "Insulin resistance" is a condition; organs fail too.
  static constexpr std::string_view kNoTreatment[] = {
      "insulin-",    "heart", "cardiac", "renal", "kidney",  "liver",   "hepatic",
      "respiratory", "organ", "lactose", "food",  "glucose", "exercise"};
  if (stretch.empty() || stretch == "insulin " || has_any_phrase(stretch, kNoTreatment)) return;
  named.push_back(stretch);
}

bool is_denied(std::string_view lower, size_t at) {
  constexpr size_t kDenialBytes = 24;
  const size_t from = at > kDenialBytes ? at - kDenialBytes : 0;
  return has_any_phrase(lower.substr(from, at - from), kDenyingFailure) ||
         lower.substr(from, at - from).find("n't") != std::string_view::npos;
}

bool add_behind(std::string_view lower, std::span<const std::string_view> cues, FailedTreatment& failed) {
  bool any = false;
  for (std::string_view cue : cues) {
    for (size_t at = find_phrase(lower, cue); at != std::string_view::npos;
         at = find_phrase(lower, cue, at + 1)) {
      if (is_one_of(cue, kNeedsDenial) && !is_denied(lower, at)) continue;
      add_stretch(words_behind(lower, at + cue.size()), failed.named);
      any = true;
    }
  }
  return any;
}

bool add_before(std::string_view lower, std::span<const std::string_view> cues, FailedTreatment& failed) {
  bool any = false;
  for (std::string_view cue : cues) {
    for (size_t at = find_phrase(lower, cue); at != std::string_view::npos;
         at = find_phrase(lower, cue, at + 1)) {
      const std::string_view behind = lower.substr(at + cue.size());
      // "Failure of X", "resistant to X": what failed stands behind.
      if (behind.starts_with(" of ") || behind.starts_with(" to ")) continue;
      add_stretch(words_before(lower, at), failed.named);
      any = true;
    }
  }
  return any;
}

}  // namespace

FailedTreatment read_failed_treatment(std::string_view lower) {
  FailedTreatment failed;
  add_behind(lower, kFailsBehind, failed);
  add_before(lower, kFailsBefore, failed);
  const bool of_failure = !failed.empty();
  const bool behind = add_behind(lower, kNotTakenBehind, failed);
  bool before = add_before(lower, kNotTakenBefore, failed);
  if (has_any_phrase(lower, kInstead)) before = add_before(lower, kHarmsBefore, failed) || before;
  failed.not_tolerated = !of_failure && (behind || before);
  // "Second-line treatment after metformin".
  if (has_any_phrase(lower, kSecond)) {
    for (size_t at = find_phrase(lower, "after"); at != std::string_view::npos;
         at = find_phrase(lower, "after", at + 1))
      add_stretch(words_behind(lower, at + std::string_view("after").size()), failed.named);
  }
  // "Restless legs with augmentation on pramipexole: what to switch to?"
  if (asks_for_another(lower)) add_behind(lower, kTakenBehind, failed);
  return failed;
}

bool asks_for_another(std::string_view lower) {
  static constexpr std::string_view kAnother[] = {"what to add",
                                                  "what can be added",
                                                  "what else can be added",
                                                  "what should be added",
                                                  "what next",
                                                  "what instead",
                                                  "what else",
                                                  "what to switch",
                                                  "switch to what",
                                                  "what now",
                                                  "what to give instead",
                                                  "instead?",
                                                  "what can i take instead"};
  return has_any_phrase(lower, kAnother);
}

bool names_failed(const Concept& asked, std::string_view stretch) {
  const auto stands = [&](std::string_view name) {
    return !name.empty() && has_phrase(stretch, lower_ascii(name));
  };
  return stands(asked.asked_as) || stands(asked.label) ||
         std::any_of(asked.variants.begin(), asked.variants.end(),
                     [&](const ConceptVariant& variant) { return stands(variant.words); });
}

bool is_some_of_class(std::string_view stretch) {
  static constexpr std::string_view kSome[] = {"a",    "an",    "one",  "two",      "three",   "first",
                                               "1",    "2",     "3",    "initial",  "several", "previous",
                                               "some", "other", "four", "multiple", "another"};
  const std::vector<Token> tokens = tokenize(stretch);
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return is_one_of(token.folded, kSome); });
}

}  // namespace attest
