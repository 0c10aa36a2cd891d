// Of a verb or an adjective before its noun the outcome stands behind it ("reduced mortality"); of a form of
// "be" before it. Neither goes beyond what begins another phrase, so that no outcome is taken from one.
#include "findings/effects/changed_outcomes.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/figures/outcome_value.h"
#include "text/people_words.h"
#include "text/phrases.h"
#include "text/verb_words.h"
#include "text/word_bounds.h"
#include "text/word_patterns.h"

namespace attest {
namespace {

constexpr size_t kNoSuchByte = std::string_view::npos;

// clang-format off
constexpr std::string_view kMoreOf[] = {
    "higher", "increas*", "greater", "greatest", "highest", "longer", "larger", "rose", "raised", "elevat*",
    "more", "doubled", "prolonged", "enhanced", "excess", "enhances", "prolongs", "raises",
};
constexpr std::string_view kLessNow[] = {
    "lower", "lowest", "lowered", "lowers", "lowering", "reduc*", "decreas*", "fewer", "less", "shorter",
    "shortened",
    "fell", "declin*", "smaller", "diminish*", "attenuat*", "prevented", "prevents", "rarer", "milder",
    "abolished", "halved",
};
constexpr std::string_view kNewPhrase[] = {
    "than", "compared", "versus", "vs", "by", "when", "with", "in", "after", "among", "from", "at", "to",
    "on",
    "during", "within", "while", "between", "for", "over", "whereas", "but", "who", "that", "which", "as",
    "receiving", "through", "were", "was", "is", "are", "and", "regarding", "concerning", "associated",
    "related", "so", "of",
};
constexpr std::string_view kBodyParts[] = {
    "limb", "limbs", "extremity", "extremities", "urinary", "oesophageal", "esophageal", "back", "leg",
    "abdominal", "gastrointestinal", "respiratory", "body", "quadrant", "gi", "airway",
    "airways", "genital",
};
constexpr std::string_view kNoOutcomes[] = {
    "part", "third", "fraction", "fractions", "dose", "doses", "dosage", "bound", "limit",
    "than", "income",
};
constexpr std::string_view kCourseNouns[] = {"increase", "increases", "reduction", "reductions", "decrease",
                                             "decreases", "change", "changes", "rise", "fall", "decline",
                                             "improvement", "improvements"};
constexpr std::string_view kTurnedOut[] = {"remained", "appeared", "became", "seemed", "occurred",
                                     "developed"};
// clang-format on

std::vector<std::string_view> words_before(std::string_view text, size_t at) {
  constexpr size_t kWords = 4;
  std::vector<std::string_view> words;
  while (at > 0 && words.size() < kWords) {
    size_t end = at;
    while (end > 0 && text[end - 1] == ' ') --end;
    if (end == 0 || text[end - 1] == ',') break;
    size_t start = end;
    while (start > 0 && text[start - 1] != ' ') --start;
    words.push_back(text.substr(start, end - start));
    at = start;
  }
  return words;
}

bool is_adverb(std::string_view word) {
  static constexpr std::string_view kSmall[] = {"also", "much", "far", "even",   "still",
                                                "then", "more", "so",  "always", "not"};
  return word.ends_with("ly") || is_one_of(word, kSmall);
}

class ChangeReader {
 public:
  ChangeReader(std::string_view plain, std::span<const ClauseArm> arms, bool low_pressure)
      : plain_(plain), arms_(arms), low_pressure_(low_pressure) {}

  std::vector<ClauseChange> read() const {
    std::vector<ClauseChange> changes;
    for (size_t at = 0; at < plain_.size();) {
      if (!is_letter(plain_[at])) {
        ++at;
        continue;
      }
      const size_t end = word_end(plain_, at);
      const std::string_view word = plain_.substr(at, end - at);
      const int change = fits_one_of(word, kMoreOf) ? 1 : fits_one_of(word, kLessNow) ? -1 : 0;
      if (change != 0 && is_told(at) && !names_part(word, end)) {
        ClauseChange told = value_changed(at, end);
        told.value *= change;
        told.change = change;
        // "The increase in swelling was smaller": one change, told by the last word.
        const auto in_subject = [&](const ClauseChange& one) {
          return told.passive && told.outcome.start <= one.at && one.at < told.outcome.end &&
                 (told.value != 0 || one.value == 0);
        };
        std::erase_if(changes, in_subject);
        if (told.value != 0 || !told.outcome.empty()) changes.push_back(told);
      }
      at = end;
    }
    return changes;
  }

 private:
  // "To reduce" is a purpose, "no reduced" denied; "was shown to reduce" is told.
  bool is_told(size_t at) const {
    static constexpr std::string_view kShown[] = {"shown",  "found",    "appears",     "appear",
                                                  "seems",  "seem",     "proven",      "known",
                                                  "likely", "reported", "demonstrated"};
    static constexpr std::string_view kDenied[] = {"no", "not", "without", "neither", "nor", "never"};
    const std::vector<std::string_view> words = words_before(plain_, at);
    // "In participants with more severe symptoms": what they were like before.
    static constexpr std::string_view kOtherPeople[] = {"those", "populations", "cases"};
    if (words.size() > 1 && words[0] == "with" &&
        (is_one_of(words[1], kPeopleNouns) || is_one_of(words[1], kOtherPeople)))
      return false;
    // "One or more complications"
    if (!words.empty() && words[0] == "or" && plain_.substr(at).starts_with("more")) return false;
    // "Prevention of cognitive decline", "slows the fall": it is hindered.
    static constexpr std::string_view kHindered[] = {"prevention", "prevent", "prevents", "preventing",
                                                     "delay",      "delays",  "delaying", "slow",
                                                     "slows",      "slowing", "against",  "slowed"};
    if (std::any_of(words.begin(), words.end(),
                    [](std::string_view word) { return is_one_of(word, kHindered); }))
      return false;
    for (size_t i = 0; i < words.size(); ++i) {
      if (words[i] == "only") return true;  // "not only"
      if (is_one_of(words[i], kDenied)) return false;
      if (i > 0 || words[i] != "to") continue;
      if (words.size() < 2 || !is_one_of(words[1], kShown)) return false;
    }
    return true;
  }

  // "Lower limb", but "greater gastrointestinal blood loss"; "higher doses".
  bool names_part(std::string_view word, size_t end) const {
    const std::string_view text = plain_;
    const size_t start = text.find_first_not_of(" -", end);
    if (start == kNoSuchByte) return false;
    const std::string_view next = text.substr(start, word_end(text, start) - start);
    return is_one_of(next, kNoOutcomes) || (word == "lower" && is_one_of(next, kBodyParts));
  }

  // "The greatest relative risk reduction": less of the risk, and more of that.
  bool is_turned_behind(std::string_view outcome, size_t end) const {
    static constexpr std::string_view kTurning[] = {"reduction", "reductions", "decrease", "decreases"};
    size_t at = outcome.empty() ? end : static_cast<size_t>(outcome.data() - plain_.data()) + outcome.size();
    at = std::min(plain_.find_first_not_of(' ', at), plain_.size());
    return at > end + 1 && is_one_of(plain_.substr(at, word_end(plain_, at) - at), kTurning);
  }

  int value_of(std::string_view words) const {
    if (has_phrase(words, "failed")) return 0;  // "fewer failed improvements"
    if (low_pressure_ && has_phrase(words, "pressure")) return 0;
    return outcome_value(words);
  }

  bool there_before(size_t at) const {
    for (const std::string_view word : words_before(plain_, at)) {
      if (word == "there") return true;
    }
    return false;
  }

 public:
  // The words of an outcome behind a word of change, up to what begins something else.
  std::string_view behind(size_t end) const {
    constexpr size_t kReach = 90;
    constexpr size_t kWordsMax = 7;
    const std::string_view text = plain_.substr(end, kReach);
    size_t at = 0;
    size_t words = 0;
    bool first = true;
    while (at < text.size() && words < kWordsMax) {
      if (!is_letter(text[at])) {
        if (text[at] == ';' || text[at] == ':' || text[at] == ',') break;
        ++at;
        continue;
      }
      const size_t stop = word_end(text, at);
      const std::string_view word = text.substr(at, stop - at);
      // "A reduction in deaths", "more likely to die", "time to relapse".
      const bool leads = (first && (word == "in" || word == "for" || word == "of")) ||
                         (word == "to" &&
                          (text.substr(0, at).ends_with("likely ") || text.substr(0, at).ends_with("time ")));
      const bool joined = word == "of" && words > 0;  // "risk of death"
      if (!leads && !joined && is_one_of(word, kNewPhrase)) break;
      if (fits_one_of(word, kMoreOf) || fits_one_of(word, kLessNow)) break;
      const bool arm = std::any_of(arms_.begin(), arms_.end(),
                                   [&](const ClauseArm& one) { return one.start == end + at; });
      if (arm) break;
      first = first && (word.ends_with("ly") || word == "likely");
      ++words;
      at = stop;
    }
    return text.substr(0, std::min(at, text.size()));
  }

  // The subject of a clause: its first noun with what "of" joins to it. "In patients with heart failure,
  // deaths in the…" → "deaths".
  std::string_view before(size_t at) const {
    std::string_view text = plain_.substr(0, at);
    static constexpr std::string_view kLeading[] = {"in",   "at",   "after",  "among",    "during", "for",
                                                    "with", "when", "within", "compared", "of",     "by",
                                                    "over", "as",   "on",     "relative", "between"};
    const size_t start = text.find_first_not_of(' ');
    if (start == kNoSuchByte) return {};
    const std::string_view lead = text.substr(start, word_end(text, start) - start);
    if (const size_t comma = text.find(','); comma != kNoSuchByte && is_one_of(lead, kLeading))
      text = text.substr(comma + 1);
    // The last statement before the word: "X was given and pain was lower".
    static constexpr std::string_view kJoints[] = {" that ",    ", and ",     " but ",  " however ",
                                                   " whereas ", " although ", " while "};
    for (const std::string_view joint : kJoints) {
      if (const size_t joined = text.rfind(joint); joined != kNoSuchByte)
        text = text.substr(joined + joint.size());
    }
    size_t place = 0;
    bool met = false;
    while (place < text.size()) {
      if (!is_letter(text[place])) {
        ++place;
        continue;
      }
      const size_t stop = word_end(text, place);
      const std::string_view word = text.substr(place, stop - place);
      const bool time = word == "to" && text.substr(0, place).ends_with("time ");
      // "The increase in swelling"
      const bool course = word == "in" && is_one_of(word_ending(text, place), kCourseNouns);
      const bool joins = course || word == "and" || word == "of" || word == "associated" || word == "related";
      if (met && !time && !joins && is_one_of(word, kNewPhrase)) break;
      met = true;
      place = stop;
    }
    return text.substr(0, std::min(place, text.size()));
  }

 private:
  static bool says_nothing(std::string_view words, bool verb) {
    size_t at = 0;
    while (at < words.size()) {
      if (!is_letter(words[at])) {
        ++at;
        continue;
      }
      const size_t stop = word_end(words, at);
      const std::string_view word = words.substr(at, stop - at);
      static constexpr std::string_view kEmpty[] = {"often", "frequent", "common", "and", "much"};
      // "Rose in the X group": no noun that "in" would lead on from.
      static constexpr std::string_view kWhose[] = {"in", "for", "the", "a"};
      if (!word.ends_with("ly") && !is_one_of(word, kEmpty) && !(verb && is_one_of(word, kWhose)))
        return false;
      at = stop;
    }
    return true;
  }

  // "More patients given X than Y had relapsed", "fewer women in the X arm reported pain": what they did.
  std::string_view done_by_people(std::string_view after, size_t end) const {
    static constexpr std::string_view kDid[] = {
        "had",      "reported",  "achieved",     "experienced", "developed", "required",  "needed", "died",
        "relapsed", "responded", "discontinued", "withdrew",    "suffered",  "reached",   "showed", "were",
        "remained", "recovered", "survived",     "improved",    "attained",  "completed", "stopped"};
    if (!has_any_phrase(after, kPeopleNouns)) return {};
    for (size_t at = end; at < plain_.size();) {
      if (!is_letter(plain_[at])) {
        if (plain_[at] == ';' || plain_[at] == ',') return {};
        ++at;
        continue;
      }
      const size_t stop = word_end(plain_, at);
      if (is_one_of(plain_.substr(at, stop - at), kDid)) {
        std::string_view done = plain_.substr(at);
        static constexpr std::string_view kEnds[] = {",", ";", " than ", " compared ", " versus ", " vs "};
        for (const std::string_view mark : kEnds) done = done.substr(0, done.find(mark));
        return done;
      }
      at = stop;
    }
    return {};
  }

  ClauseChange value_changed(size_t at, size_t end) const {
    const std::string_view after = behind(end);
    const size_t first = after.find_first_not_of(' ');
    const bool likely = first != kNoSuchByte && after.substr(first).starts_with("likely");
    const bool being = has_being_before(plain_, at) && !there_before(at) && !likely;
    static constexpr std::string_view kVerbs[] = {"rose",     "increased", "decreased", "fell",
                                                  "declined", "doubled",   "diminished"};
    const bool verb = is_one_of(plain_.substr(at, end - at), kVerbs);
    if (being || says_nothing(after, verb)) {
      const std::string_view subject = before(at);
      return {at, value_of(subject), true, 0, place_of(subject)};
    }
    if (is_turned_behind(after, end)) return {at, 0, false, 0, {}};
    const std::string_view done = done_by_people(after, end);
    const std::string_view outcome = done.empty() ? after : done;
    return {at, value_of(outcome), false, 0, place_of(outcome)};
  }

  ByteSpan place_of(std::string_view part) const {
    if (part.empty()) return {};
    const auto start = static_cast<uint32_t>(part.data() - plain_.data());
    return {start, start + static_cast<uint32_t>(part.size())};
  }

  std::string_view plain_;
  std::span<const ClauseArm> arms_;
  bool low_pressure_ = false;
};

}  // namespace

bool has_being_before(std::string_view plain, size_t at) {
  for (const std::string_view word : words_before(plain, at)) {
    if (is_adverb(word)) continue;
    return is_one_of(word, kEveryFormOfBe) || is_one_of(word, kTurnedOut);
  }
  return false;
}

bool has_being(std::string_view text) {
  return has_any_phrase(text, kEveryFormOfBe) || has_any_phrase(text, kTurnedOut);
}

std::string_view outcome_behind(std::string_view plain, std::span<const ClauseArm> arms, size_t end) {
  return ChangeReader(plain, arms, false).behind(end);
}

std::string_view subject_before(std::string_view plain, size_t at) {
  return ChangeReader(plain, {}, false).before(at);
}

std::vector<ClauseChange> changed_outcomes(std::string_view plain, std::span<const ClauseArm> arms,
                                           bool low_pressure) {
  return ChangeReader(plain, arms, low_pressure).read();
}

}  // namespace attest
