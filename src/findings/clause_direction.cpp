// "Mortality was higher in the X group than in the placebo group" says three things: what (mortality) went
// which way (up) in whom (X). Whether more of it is wanted is known of the outcome (outcome_value.h). Words
// that judge by themselves ("superior", "beneficial", "worse") need no outcome. What is said of the control
// is the opposite of what is said of the treatment; where two are compared and the first is none that is
// known, nothing is said.
#include "findings/clause_direction.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/outcome_value.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr size_t kNowhere = std::string_view::npos;

// clang-format off
constexpr std::string_view kMoreOf[] = {
    "higher", "increas*", "greater", "greatest", "highest", "longer", "larger", "rose", "raised", "elevat*",
    "more", "doubled", "prolonged", "enhanced", "excess",
};
constexpr std::string_view kLessNow[] = {
    "lower", "lowest", "lowered", "lowers", "lowering", "reduc*", "decreas*", "fewer", "less", "shorter",
    "shortened",
    "fell", "declin*", "smaller", "diminish*", "attenuat*", "prevented", "prevents", "rarer", "milder",
    "abolished", "halved",
};
constexpr std::string_view kGoodByItself[] = {
    "superior", "more effective", "better", "improved", "improves", "improvement", "improvements", "beneficial",
    "benefited", "benefitted", "benefit", "benefits", "ameliorat*", "alleviat*", "relieved", "relieves",
    "is effective", "are effective", "was effective", "were effective", "be effective", "been effective",
    "effective in", "effective for", "effective treatment*", "effective therap*", "effective drug*",
    "effective option*", "effective agent*", "effective and", "effectively", "efficacious", "satisfied",
    "favours", "favors", "favoured", "favored", "in favour of", "in favor of", "successfully treated",
    "successful in", "corrected", "earlier onset", "faster onset", "more satisfied", "shown to improve",
    "found to improve", "appears to improve", "appear to improve", "seems to improve", "more successful",
    "highly effective", "effective as a", "faster recovery", "earlier recovery",
};
constexpr std::string_view kBadByItself[] = {
    "less effective", "worse", "worsened", "worsens", "inferior to", "harmful", "deteriorated", "detrimental",
    "ineffective", "less successful", "not effective",
};
// Those that name a state, which may be what is treated or what another word measures.
constexpr std::string_view kStates[] = {"improvement", "improvements", "benefit", "benefits", "satisfied",
                                       "improved", "worse", "worsened"};
// Before a word that judges: weighed, wished for or asked, not found.
constexpr std::string_view kNotFoundToBe[] = {
    "lack of", "little", "outweigh*", "offset*", "risks and", "risk and", "harms and", "determine", "potential",
    "whether", "can be", "could be", "should be", "must be", "would be", "need*", "to obtain", "expected",
    "if", "question*", "possible", "limited", "cost", "most", "loss of", "to be", "to an", "to a", "until",
    "no", "not", "more or less", "inadequate", "to establish", "to identify", "any", "cost-",
};
constexpr std::string_view kComparing[] = {
    "than", "compared with", "compared to", "as compared with", "in comparison with", "in comparison to",
    "versus", "vs", "relative to", "as against", "compared", "superior to", "inferior to",
    "benefits over", "benefit over", "advantage over", "improvement over",
};
constexpr std::string_view kControlWords[] = {
    "controls", "control group", "control arm", "control patients", "control subjects", "the control",
    "placebo", "sham", "comparison group", "untreated", "no treatment", "non-treated",
};
constexpr std::string_view kTreatedWords[] = {
    "treatment group", "treatment groups", "intervention group", "intervention groups", "experimental group",
    "treated group", "treated patients", "treated subjects", "active group", "active treatment", "therapy group",
    "treatment arm", "intervention arm", "intervention patients", "the intervention", "the treatment", "the therapy", "the drug",
    "the procedure", "the operation", "with treatment", "with therapy", "treated with", "active drug",
};
// Before and after.
constexpr std::string_view kAfterwards[] = {
    "after treatment", "after therapy", "after surgery", "after the operation", "postoperative*",
    "post-treatment", "during treatment", "during therapy", "from baseline", "at follow-up",
};
// What is told of no treatment, or of its end.
constexpr std::string_view kOtherSubject[] = {
    "correlat*", "predict*", "risk factor*", "but not", "withdrawal was associated", "withdrawal of",
    "discontinuation was associated", "discontinuation of", "stopping", "cessation of", "crucial",
    "imperative", "regardless of",
};
// A low pressure is wanted, but not of those who are asleep or in shock.
constexpr std::string_view kLowPressure[] = {
    "anaesth*", "anesth*", "intubat*", "hypotens*", "shock", "spinal", "epidural", "septic", "vasopressor*",
    "haemorrhag*", "hemorrhag*", "resuscitat*", "dialysis",
};
constexpr std::string_view kNewPhrase[] = {
    "than", "compared", "versus", "vs", "by", "when", "with", "in", "after", "among", "from", "at", "to", "on",
    "during", "within", "while", "between", "for", "over", "whereas", "but", "who", "that", "which", "as",
    "receiving", "through", "were", "was", "is", "are", "and", "regarding", "concerning", "associated",
    "related", "so", "of",
};
constexpr std::string_view kBodyParts[] = {
    "limb", "limbs", "extremity", "extremities", "urinary", "oesophageal", "esophageal", "back", "leg",
    "abdominal", "gastrointestinal", "respiratory", "part", "third", "body", "quadrant", "gi", "airway",
    "airways", "genital", "dose", "doses", "dosage", "bound", "limit", "than", "income",
};
constexpr std::string_view kBeingWords[] = {"was", "were", "is", "are", "be", "been", "being", "remained",
                                       "appeared", "became", "seemed", "occurred", "developed"};
// clang-format on

struct NamedArm {
  size_t start = 0;
  size_t end = 0;
  bool control = false;
};

// Where the word that begins at `start` ends.
size_t clause_word_end(std::string_view text, size_t start) {
  while (start < text.size() && (is_letter(text[start]) || text[start] == '-' || is_digit(text[start])))
    ++start;
  return start;
}

// `words` may end in '*', which allows more letters.
bool is_change(std::string_view word, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view one) {
    return one.ends_with('*') ? word.starts_with(one.substr(0, one.size() - 1)) : word == one;
  });
}

// What stands in brackets blanked, so that figures and their "vs" part nothing.
std::string without_brackets(std::string_view text) {
  std::string plain(text);
  size_t depth = 0;
  for (char& c : plain) {
    const bool opens = c == '(' || c == '[';
    const bool closes = c == ')' || c == ']';
    depth += opens ? 1 : 0;
    if (depth > 0) c = ' ';
    if (closes && depth > 0) --depth;
  }
  return plain;
}

// "In addition to usual care" names no arm.
bool is_added_to(std::string_view before) {
  static constexpr std::string_view kAdded[] = {"addition to", "added to", "plus",      "on top of",
                                                "adjunct to",  "as",       "alongside", "combined with"};
  constexpr size_t kReach = 20;
  return has_any_phrase(before.substr(before.size() - std::min(before.size(), kReach)), kAdded);
}

// "… after adjusting for age and the use of X".
bool is_adjusted_for(std::string_view before) {
  constexpr size_t kOpening = 12;
  for (const std::string_view phrase : {std::string_view("adjusting for"), std::string_view("adjusted for"),
                                        std::string_view("adjustment for")}) {
    const size_t at = find_phrase(before, phrase);
    if (at != kNowhere && at > kOpening) return true;
  }
  return false;
}

std::vector<NamedArm> arms_of_clause(std::string_view plain, Clause clause, std::span<const Mention> named) {
  std::vector<NamedArm> arms;
  const auto add = [&](std::span<const std::string_view> phrases, bool control) {
    for (const std::string_view phrase : phrases) {
      for (size_t at = find_phrase(plain, phrase); at != kNowhere; at = find_phrase(plain, phrase, at + 1))
        if (!control || !is_added_to(plain.substr(0, at))) arms.push_back({at, at + phrase.size(), control});
    }
  };
  add(kControlWords, true);
  for (const Mention& mention : named) {
    if (mention.span.start < clause.start || mention.span.end > clause.end) continue;
    const size_t start = mention.span.start - clause.start;
    if (plain[start] == ' ') continue;  // in brackets
    if (mention.is_control && is_added_to(plain.substr(0, start))) continue;
    if (is_adjusted_for(plain.substr(0, start))) continue;
    arms.push_back({start, mention.span.end - clause.start, mention.is_control});
  }
  // "The treatment group" where the treatment itself is not named there.
  add(kTreatedWords, false);
  std::stable_sort(arms.begin(), arms.end(),
                   [](const NamedArm& a, const NamedArm& b) { return a.start < b.start; });
  return arms;
}

// Whose result a word at `at` tells.
enum class Subject : uint8_t { kTreatment, kControl, kUnknown };

class ClauseReader {
 public:
  ClauseReader(std::string_view lower, Clause clause, std::span<const Mention> named)
      : plain_(without_brackets(lower.substr(clause.start, clause.end - clause.start))),
        arms_(arms_of_clause(plain_, clause, named)) {
    for (const std::string_view phrase : kComparing) {
      const size_t at = find_phrase(plain_, phrase);
      // "Rather than", "more than 10", "other than" compare no arms.
      const std::string_view before = std::string_view(plain_).substr(0, at == kNowhere ? 0 : at);
      if (at == kNowhere || before.ends_with("rather ") || before.ends_with("other ")) continue;
      const size_t behind = plain_.find_first_not_of(' ', at + phrase.size());
      if (phrase == "than" && behind != kNowhere && is_digit(plain_[behind])) continue;
      comparing_ = std::min(comparing_, at);
    }
    const std::string_view whole = lower.substr(clause.start, clause.end - clause.start);
    in_bracket_ = comparing_ == kNowhere && (has_phrase(whole, "vs") || has_phrase(whole, "versus"));
    const std::string_view earlier = lower.substr(0, clause.start);
    meant_ = speaks_of_treatment(earlier, named) || has_any_phrase(whole, kTreatedWords) ||
             has_any_phrase(whole, kAfterwards);
    treated_ = speaks_of_treatment(lower, named);
    low_pressure_ = has_any_phrase(lower, kLowPressure);
  }

  ClauseDirection read() const {
    ClauseDirection said;
    if (has_any_phrase(plain_, kOtherSubject)) return said;
    bool measured = false;
    const auto note = [&](size_t at, int value, bool passive) {
      const Subject subject = subject_of(at, passive);
      if (subject == Subject::kUnknown) return;
      (((subject == Subject::kControl) ? -value : value) > 0 ? said.good : said.bad) = true;
    };
    for (size_t at = 0; at < plain_.size();) {
      if (!is_letter(plain_[at])) {
        ++at;
        continue;
      }
      const size_t end = clause_word_end(plain_, at);
      const std::string_view word = std::string_view(plain_).substr(at, end - at);
      const int change = is_change(word, kMoreOf) ? 1 : is_change(word, kLessNow) ? -1 : 0;
      if (change != 0 && is_told(at) && !names_part(end)) {
        const auto [value, passive] = value_changed(at, end);
        measured = measured || value != 0;
        if (value != 0) note(at, change * value, passive);
      }
      at = end;
    }
    const auto judge = [&](std::span<const std::string_view> phrases, int value) {
      for (const std::string_view phrase : phrases) {
        for (size_t at = find_phrase(plain_, phrase); at != kNowhere;
             at = find_phrase(plain_, phrase, at + 1)) {
          if (measured && is_one_of(phrase, kStates)) continue;
          if (!is_found(at)) continue;
          // Outcomes are better or worse; treatments are superior, effective, harmful.
          static constexpr std::string_view kOfOutcomes[] = {"better", "worse", "improved", "improvement"};
          note(at, value, is_one_of(phrase, kOfOutcomes) && has_being_before(at));
        }
      }
    };
    judge(kGoodByItself, 1);
    judge(kBadByItself, -1);
    return said;
  }

 private:
  // "To reduce" is a purpose, "no reduced" denied; "was shown to reduce" is told.
  bool is_told(size_t at) const {
    static constexpr std::string_view kShown[] = {"shown",  "found",    "appears",     "appear",
                                                  "seems",  "seem",     "proven",      "known",
                                                  "likely", "reported", "demonstrated"};
    static constexpr std::string_view kDenied[] = {"no", "not", "without", "neither", "nor", "never"};
    const std::vector<std::string_view> words = words_before(at);
    for (size_t i = 0; i < words.size(); ++i) {
      if (words[i] == "only") return true;  // "not only"
      if (is_one_of(words[i], kDenied)) return false;
      if (i > 0 || words[i] != "to") continue;
      if (words.size() < 2 || !is_one_of(words[1], kShown)) return false;
    }
    return true;
  }

  // "Lower limb", "higher doses".
  bool names_part(size_t end) const {
    const std::string_view text = plain_;
    const size_t start = text.find_first_not_of(" -", end);
    return start != kNowhere &&
           is_one_of(text.substr(start, clause_word_end(text, start) - start), kBodyParts);
  }

  int value_of(std::string_view words) const {
    if (low_pressure_ && has_phrase(words, "pressure")) return 0;
    return outcome_value(words);
  }

  // Said as a result, not weighed, wished for or asked.
  bool is_found(size_t at) const {
    constexpr size_t kReach = 30;
    const size_t from = at > kReach ? at - kReach : 0;
    std::string_view before = std::string_view(plain_).substr(from, at - from);
    before = before.substr(before.find_last_of(",;:") + 1);
    if (at > 0 && plain_[at - 1] == '-') return false;  // "cost-effective", "non-superior"
    return !has_any_phrase(before, kNotFoundToBe);
  }

  std::vector<std::string_view> words_before(size_t at) const {
    constexpr size_t kWords = 4;
    std::vector<std::string_view> words;
    const std::string_view text = plain_;
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

  static bool is_adverb(std::string_view word) {
    static constexpr std::string_view kSmall[] = {"also", "much", "far", "even",   "still",
                                                  "then", "more", "so",  "always", "not"};
    return word.ends_with("ly") || is_one_of(word, kSmall);
  }

  // "Was significantly higher": what is higher stands before it.
  bool has_being_before(size_t at) const {
    for (const std::string_view word : words_before(at)) {
      if (is_adverb(word)) continue;
      return is_one_of(word, kBeingWords);
    }
    return false;
  }

  bool there_before(size_t at) const {
    for (const std::string_view word : words_before(at)) {
      if (word == "there") return true;
    }
    return false;
  }

  // The words of an outcome behind a word of change, up to what begins something else.
  std::string_view behind(size_t end) const {
    constexpr size_t kReach = 90;
    constexpr size_t kWordsMax = 7;
    const std::string_view text = std::string_view(plain_).substr(end, kReach);
    size_t at = 0;
    size_t words = 0;
    bool first = true;
    while (at < text.size() && words < kWordsMax) {
      if (!is_letter(text[at])) {
        if (text[at] == ';' || text[at] == ':' || text[at] == ',') break;
        ++at;
        continue;
      }
      const size_t stop = clause_word_end(text, at);
      const std::string_view word = text.substr(at, stop - at);
      // "A reduction in deaths", "more likely to die", "time to relapse".
      const bool leads = (first && (word == "in" || word == "for")) ||
                         (word == "to" &&
                          (text.substr(0, at).ends_with("likely ") || text.substr(0, at).ends_with("time ")));
      const bool joined = word == "of" && words > 0;  // "risk of death"
      if (!leads && !joined && is_one_of(word, kNewPhrase)) break;
      if (is_change(word, kMoreOf) || is_change(word, kLessNow)) break;
      const bool arm =
          std::any_of(arms_.begin(), arms_.end(), [&](const NamedArm& one) { return one.start == end + at; });
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
    std::string_view text = std::string_view(plain_).substr(0, at);
    static constexpr std::string_view kLeading[] = {"in",   "at",   "after",  "among",    "during", "for",
                                                    "with", "when", "within", "compared", "of",     "by",
                                                    "over", "as",   "on",     "relative", "between"};
    const size_t start = text.find_first_not_of(' ');
    if (start == kNowhere) return {};
    const std::string_view lead = text.substr(start, clause_word_end(text, start) - start);
    if (const size_t comma = text.find(','); comma != kNowhere && is_one_of(lead, kLeading))
      text = text.substr(comma + 1);
    // The last statement before the word: "X was given and pain was lower".
    static constexpr std::string_view kJoints[] = {" that ",    ", and ",     " but ",  " however ",
                                                   " whereas ", " although ", " while "};
    for (const std::string_view joint : kJoints) {
      if (const size_t joined = text.rfind(joint); joined != kNowhere)
        text = text.substr(joined + joint.size());
    }
    size_t place = 0;
    bool met = false;
    while (place < text.size()) {
      if (!is_letter(text[place])) {
        ++place;
        continue;
      }
      const size_t stop = clause_word_end(text, place);
      const std::string_view word = text.substr(place, stop - place);
      const bool time = word == "to" && text.substr(0, place).ends_with("time ");
      const bool joins = word == "and" || word == "of" || word == "associated" || word == "related";
      if (met && !time && !joins && is_one_of(word, kNewPhrase)) break;
      met = true;
      place = stop;
    }
    return text.substr(0, std::min(place, text.size()));
  }

  static bool says_nothing(std::string_view words) {
    size_t at = 0;
    while (at < words.size()) {
      if (!is_letter(words[at])) {
        ++at;
        continue;
      }
      const size_t stop = clause_word_end(words, at);
      const std::string_view word = words.substr(at, stop - at);
      static constexpr std::string_view kEmpty[] = {"often", "frequent", "common", "and", "much"};
      if (!word.ends_with("ly") && !is_one_of(word, kEmpty)) return false;
      at = stop;
    }
    return true;
  }

  struct Changed {
    int value = 0;
    bool passive = false;  // the outcome is the subject
  };

  Changed value_changed(size_t at, size_t end) const {
    const std::string_view after = behind(end);
    const size_t first = after.find_first_not_of(' ');
    const bool likely = first != kNowhere && after.substr(first).starts_with("likely");
    const bool being = has_being_before(at) && !there_before(at) && !likely;
    if (being || says_nothing(after)) return {value_of(before(at)), true};
    return {value_of(after), false};
  }

  Subject subject_of(size_t at, bool passive) const {
    const NamedArm* first = nullptr;
    const NamedArm* second = nullptr;  // what it is compared with
    if (comparing_ == kNowhere) {
      first = nearest(at, 0, plain_.size(), passive);
      if (first != nullptr) return of_arm(*first);
      return meant_ && !in_bracket_ ? Subject::kTreatment : Subject::kUnknown;
    }
    for (const NamedArm& arm : arms_) {
      if (arm.start > comparing_) {
        second = &arm;
        break;
      }
    }
    if (at > comparing_ && second != nullptr) {
      // "Compared with placebo, X reduced…": the other arm, whichever side it stands on.
      first = nearest(at, second->end, plain_.size(), passive);
      if (first == nullptr) first = nearest(at, 0, comparing_, passive);
    } else {
      first = nearest(at, 0, comparing_, passive);
    }
    if (first != nullptr) {
      if (second == nullptr && compares_people()) return Subject::kUnknown;
      return first->control && second != nullptr && second->control ? Subject::kUnknown : of_arm(*first);
    }
    const bool with_control = second != nullptr && second->control && !tells_people(at);
    const bool with_before = has_phrase(plain_, "baseline") || has_phrase(plain_, "before") ||
                             has_phrase(plain_, "preoperative*") || has_phrase(plain_, "pretreatment");
    return with_control || (with_before && meant_) ? Subject::kTreatment : Subject::kUnknown;
  }

  // What only the control did says nothing of the treatment.
  Subject of_arm(const NamedArm& arm) const {
    if (!arm.control) return Subject::kTreatment;
    return treated_ ? Subject::kControl : Subject::kUnknown;
  }

  // "Than patients without shock", "than in men".
  bool compares_people() const {
    static constexpr std::string_view kPeopleWords[] = {
        "those with", "those without", "those not", "patients with", "patients without",
        "women",      "men",           "in those",  "subjects with", "the general population"};
    return has_any_phrase(std::string_view(plain_).substr(comparing_), kPeopleWords);
  }

  // "Higher in patients infected with…than in controls".
  bool tells_people(size_t at) const {
    static constexpr std::string_view kWithCondition[] = {"infected with", "patients with", "those with",
                                                          "subjects with", "women with",    "people with",
                                                          "children with", "cases"};
    if (treated_ || at > comparing_) return false;
    return has_any_phrase(std::string_view(plain_).substr(0, comparing_), kWithCondition);
  }

  // Of an outcome that is the subject the arm behind the word, else the last before it; of a verb the other
  // way.
  const NamedArm* nearest(size_t at, size_t from, size_t to, bool passive) const {
    const NamedArm* last_before = nullptr;
    const NamedArm* first_behind = nullptr;
    for (const NamedArm& arm : arms_) {
      if (arm.start < from || arm.end > to) continue;
      // "From 43% in the control group to 3%".
      if (arm.control && arm.start > at &&
          has_phrase(std::string_view(plain_).substr(at, arm.start - at), "from"))
        continue;
      const std::string_view between =
          std::string_view(plain_).substr(arm.end, arm.end <= at ? at - arm.end : 0);
      // "X was given less often, and deaths were more common": two statements.
      const size_t comma = between.rfind(", ");
      const bool parted =
          passive && comma != kNowhere && has_any_phrase(between.substr(0, comma), kBeingWords);
      if (arm.end <= at && !parted) last_before = &arm;
      if (arm.start > at && first_behind == nullptr) first_behind = &arm;
    }
    const NamedArm* wanted = passive ? first_behind : last_before;
    return wanted != nullptr ? wanted : passive ? last_before : first_behind;
  }

  std::string plain_;
  std::vector<NamedArm> arms_;
  size_t comparing_ = kNowhere;
  bool in_bracket_ = false;
  bool meant_ = false;
  bool treated_ = false;  // the whole sentence speaks of a treatment
  bool low_pressure_ = false;
};

}  // namespace

bool speaks_of_treatment(std::string_view lower, std::span<const Mention> named) {
  return has_any_phrase(lower, kTreatedWords) ||
         std::any_of(named.begin(), named.end(),
                     [&](const Mention& one) { return !one.is_control && one.span.end <= lower.size(); });
}

ClauseDirection clause_direction(std::string_view lower, Clause clause, std::span<const Mention> named) {
  return ClauseReader(lower, clause, named).read();
}

}  // namespace attest
