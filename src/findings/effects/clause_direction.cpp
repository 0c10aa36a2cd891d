// "Mortality was higher in the X group than in the placebo group" says three things: what (mortality) went
// which way (up) in whom (X). Whether more of it is wanted is known of the outcome (outcome_value.h). Words
// that judge by themselves ("superior", "beneficial", "worse") need no outcome. What is said of the control
// is the opposite of what is said of the treatment; where two are compared and the first is none that is
// known, nothing is said.
#include "findings/effects/clause_direction.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/arms/clause_arms.h"
#include "findings/effects/changed_outcomes.h"
#include "text/brackets.h"
#include "text/phrases.h"
#include "text/word_bounds.h"

namespace attest {
namespace {

constexpr size_t kNoClauseByte = std::string_view::npos;

// clang-format off
constexpr std::string_view kGoodByItself[] = {
    "superior", "more effective", "better", "improved", "improves", "improvement", "improvements",
    "beneficial",
    "benefited", "benefitted", "benefit", "benefits", "ameliorat*", "alleviat*", "relieved", "relieves",
    "is effective", "are effective", "was effective", "were effective", "be effective", "been effective",
    "effective in", "effective for", "effective treatment*", "effective therap*", "effective drug*",
    "effective option*", "effective agent*", "effective and", "effectively", "efficacious", "satisfied",
    "favours", "favors", "favoured", "favored", "favour the use of", "favor the use of",
    "in favour of", "in favor of", "successfully treated",
    "successful in", "corrected", "earlier onset", "faster onset", "more satisfied", "shown to improve",
    "found to improve", "appears to improve", "appear to improve", "seems to improve", "more successful",
    "highly effective", "more helpful", "effective as a", "faster recovery", "earlier recovery",
};
constexpr std::string_view kBadByItself[] = {
    "less effective", "worse", "worsened", "worsens", "inferior to", "harmful", "deteriorated",
    "detrimental",
    "ineffective", "less successful", "less helpful", "not effective",
};
// Those that name a state, which may be what is treated or what another word measures.
constexpr std::string_view kStates[] = {"improvement", "improvements", "benefit", "benefits", "satisfied",
                                       "improved", "worse", "worsened"};
// Before a word that judges: weighed, wished for or asked, not found.
constexpr std::string_view kNotFoundToBe[] = {
    "lack of", "little", "outweigh*", "offset*", "risks and", "risk and", "harms and", "determine",
    "potential",
    "whether", "can be", "could be", "should be", "must be", "would be", "need*", "to obtain", "expected",
    "if", "question*", "possible", "limited", "cost", "most", "loss of", "to be", "to an", "to a", "until",
    "no", "not", "more or less", "inadequate", "to establish", "to identify", "any", "cost-",
};
constexpr std::string_view kComparing[] = {
    "than", "compared with", "compared to", "as compared with", "in comparison with", "in comparison to",
    "versus", "vs", "relative to", "as against", "compared", "superior to", "inferior to",
    "benefits over", "benefit over", "advantage over", "improvement over",
};
// What is told of no treatment, or of its end.
constexpr std::string_view kOtherSubject[] = {
    "correlat*", "predict*", "risk factor*", "but not", "withdrawal was associated", "withdrawal of",
    "discontinuation was associated", "discontinuation of", "stopping", "cessation of", "crucial",
    "factors associated",
    "imperative", "regardless of",
};
// A low pressure is wanted, but not of those who are asleep or in shock.
constexpr std::string_view kLowPressure[] = {
    "anaesth*", "anesth*", "intubat*", "hypotens*", "shock", "spinal", "epidural", "septic", "vasopressor*",
    "haemorrhag*", "hemorrhag*", "resuscitat*", "dialysis",
};
// clang-format on

// Whose result a word at `at` tells.
enum class Subject : uint8_t { kTreatment, kControl, kUnknown };

class ClauseReader {
 public:
  ClauseReader(std::string_view lower, Clause clause, std::span<const Mention> named)
      : plain_(text_outside_brackets(lower.substr(clause.start, clause.end - clause.start))),
        arms_(arms_of_clause(plain_, clause, named)) {
    for (const std::string_view phrase : kComparing) {
      const size_t at = find_phrase(plain_, phrase);
      // "Rather than", "more than 10", "other than" compare no arms.
      const std::string_view before = std::string_view(plain_).substr(0, at == kNoClauseByte ? 0 : at);
      if (at == kNoClauseByte || before.ends_with("rather ") || before.ends_with("other ")) continue;
      const size_t behind = plain_.find_first_not_of(' ', at + phrase.size());
      if (phrase == "than" && behind != kNoClauseByte && is_digit(plain_[behind])) continue;
      comparing_ = std::min(comparing_, at);
    }
    const std::string_view whole = lower.substr(clause.start, clause.end - clause.start);
    in_bracket_ = comparing_ == kNoClauseByte && (has_phrase(whole, "vs") || has_phrase(whole, "versus"));
    const std::string_view earlier = lower.substr(0, clause.start);
    meant_ = speaks_of_treatment(earlier, named) || means_treatment(whole);
    treated_ = speaks_of_treatment(lower, named);
    low_pressure_ = has_any_phrase(lower, kLowPressure);
  }

  ClauseDirection read() const {
    ClauseDirection said;
    if (has_any_phrase(plain_, kOtherSubject)) return said;
    const auto note = [&](size_t at, int value, bool passive) {
      const Subject subject = subject_of(at, passive);
      if (subject == Subject::kUnknown) {
        (value > 0 ? said.unsure_good : said.unsure_bad) = true;
        return;
      }
      (((subject == Subject::kControl) ? -value : value) > 0 ? said.good : said.bad) = true;
    };
    std::vector<ClauseChange> changes = changed_outcomes(plain_, arms_, low_pressure_);
    std::erase_if(changes, [](const ClauseChange& one) { return one.value == 0; });
    for (const ClauseChange& change : changes) note(change.at, change.value, change.passive);
    const auto judge = [&](std::span<const std::string_view> phrases, int value) {
      for (const std::string_view phrase : phrases) {
        for (size_t at = find_phrase(plain_, phrase); at != kNoClauseByte;
             at = find_phrase(plain_, phrase, at + 1)) {
          if (!changes.empty() && is_one_of(phrase, kStates)) continue;
          if (!is_found(at)) continue;
          // Outcomes are better or worse; treatments are superior, effective, harmful.
          static constexpr std::string_view kOfOutcomes[] = {"better", "worse", "improved", "improvement"};
          const bool passive = is_one_of(phrase, kOfOutcomes) && has_being_before(plain_, at);
          note(at, value, passive || goes_by_itself(at + phrase.size()));
        }
      }
    };
    judge(kGoodByItself, 1);
    judge(kBadByItself, -1);
    return said;
  }

  // Whose the change at `at` is: null where the clause does not say.
  const ClauseArm* arm_told(size_t at, bool passive) const { return spoken_of(at, passive).arm; }
  bool is_told_at(size_t at) const { return is_found(at); }
  const std::string& plain() const { return plain_; }
  const std::vector<ClauseArm>& arms() const { return arms_; }

 private:
  // "Quality of life improved in the X group and worsened in the placebo group": whose course it is stands
  // behind the verb.
  bool goes_by_itself(size_t end) const {
    static constexpr std::string_view kWhose[] = {"in", "with", "by", "among", "under"};
    static constexpr std::string_view kCourses[] = {"improved", "worsened", "deteriorated", "increased",
                                                    "decreased"};
    if (!is_one_of(word_ending(plain_, end), kCourses)) return false;
    size_t at = std::min(plain_.find_first_not_of(' ', end), plain_.size());
    std::string_view next = std::string_view(plain_).substr(at, word_end(plain_, at) - at);
    if (next.ends_with("ly")) {
      at = std::min(plain_.find_first_not_of(' ', at + next.size()), plain_.size());
      next = std::string_view(plain_).substr(at, word_end(plain_, at) - at);
    }
    return is_one_of(next, kWhose);
  }

  // "Superior mesenteric artery".
  bool names_place(size_t at) const {
    static constexpr std::string_view kPlacesOfBody[] = {
        "mesenteric", "vena",    "sagittal",    "oblique",  "rectus",  "temporal",   "cervical",
        "pole",       "segment", "quadrant",    "labral",   "thyroid", "laryngeal",  "gluteal",
        "epigastric", "labrum",  "hypogastric", "parietal", "frontal", "colliculus", "orbital",
        "pulmonary",  "limb",    "wall",        "sulcus",   "olivary"};
    const std::string_view from = std::string_view(plain_).substr(at);
    constexpr std::string_view kUpper = "superior ";
    if (!from.starts_with(kUpper)) return false;
    const std::string_view next = from.substr(kUpper.size());
    return is_one_of(next.substr(0, word_end(next, 0)), kPlacesOfBody);
  }

  // Said as a result, not weighed, wished for or asked.
  bool is_found(size_t at) const {
    constexpr size_t kReach = 30;
    const size_t from = at > kReach ? at - kReach : 0;
    std::string_view before = std::string_view(plain_).substr(from, at - from);
    before = before.substr(before.find_last_of(",;:") + 1);
    if (at > 0 && plain_[at - 1] == '-') return false;  // "cost-effective", "non-superior"
    if (names_place(at)) return false;
    return !has_any_phrase(before, kNotFoundToBe);
  }

  struct Spoken {
    Subject subject = Subject::kUnknown;
    const ClauseArm* arm = nullptr;
  };

  Subject subject_of(size_t at, bool passive) const { return spoken_of(at, passive).subject; }

  Spoken spoken_of(size_t at, bool passive) const {
    const ClauseArm* first = nullptr;
    const ClauseArm* second = nullptr;  // what it is compared with
    if (comparing_ == kNoClauseByte) {
      first = nearest(at, 0, plain_.size(), passive);
      if (first != nullptr) return {of_arm(*first), first};
      return {meant_ && !in_bracket_ ? Subject::kTreatment : Subject::kUnknown, nullptr};
    }
    for (const ClauseArm& arm : arms_) {
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
      if (second == nullptr && compares_people()) return {};
      return {first->control && second != nullptr && second->control ? Subject::kUnknown : of_arm(*first),
              first};
    }
    const bool with_control = second != nullptr && second->control && !tells_people(at);
    const bool with_before = has_phrase(plain_, "baseline") || has_phrase(plain_, "before") ||
                             has_phrase(plain_, "preoperative*") || has_phrase(plain_, "pretreatment");
    return {with_control || (with_before && meant_) ? Subject::kTreatment : Subject::kUnknown, nullptr};
  }

  // What only the control did says nothing of the treatment.
  Subject of_arm(const ClauseArm& arm) const {
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
    static constexpr std::string_view kHealthy[] = {"healthy", "normal controls", "normal subjects",
                                                    "matched controls", "normal volunteers"};
    if (has_any_phrase(std::string_view(plain_).substr(comparing_), kHealthy)) return true;
    if (treated_ || at > comparing_) return false;
    return has_any_phrase(std::string_view(plain_).substr(0, comparing_), kWithCondition);
  }

  // Of an outcome that is the subject the arm behind the word, else the last before it; of a verb the other
  // way.
  const ClauseArm* nearest(size_t at, size_t from, size_t to, bool passive) const {
    const ClauseArm* last_before = nullptr;
    const ClauseArm* first_behind = nullptr;
    for (const ClauseArm& arm : arms_) {
      if (arm.start < from || arm.end > to) continue;
      // "From 43% in the control group to 3%".
      if (arm.control && arm.start > at &&
          has_phrase(std::string_view(plain_).substr(at, arm.start - at), "from"))
        continue;
      const std::string_view between =
          std::string_view(plain_).substr(arm.end, arm.end <= at ? at - arm.end : 0);
      // "X was given less often, and deaths were more common": two statements.
      const size_t comma = between.rfind(", ");
      const bool parted = passive && comma != kNoClauseByte && has_being(between.substr(0, comma));
      if (arm.end <= at && !parted) last_before = &arm;
      if (arm.start > at && first_behind == nullptr) first_behind = &arm;
    }
    const ClauseArm* wanted = passive ? first_behind : last_before;
    return wanted != nullptr ? wanted : passive ? last_before : first_behind;
  }

  std::string plain_;
  std::vector<ClauseArm> arms_;
  size_t comparing_ = kNoClauseByte;
  bool in_bracket_ = false;
  bool meant_ = false;
  bool treated_ = false;  // the whole sentence speaks of a treatment
  bool low_pressure_ = false;
};

// "In patients with elevated CRP", "at highest risk", "more experienced": the word says what something is
// like, not what became of it. "Associated with higher…", "resulted in lower…" tell it.
bool only_describes(std::string_view plain, const ClauseChange& change) {
  const size_t end = word_end(plain, change.at);
  const std::string_view word = plain.substr(change.at, end - change.at);
  if (word.ends_with("ing")) return true;
  const size_t start = std::min(plain.find_first_not_of(' ', end), plain.size());
  const std::string_view next = plain.substr(start, word_end(plain, start) - start);
  const bool amount = word == "more" || word == "less";
  static constexpr std::string_view kHowOften[] = {"common",   "frequent",  "frequently", "often",
                                                   "commonly", "prevalent", "likely"};
  if (amount && change.passive)
    return !next.empty() && !is_one_of(next, kHowOften) && next != "in" && next != "with" && next != "than" &&
           next != "after" && next != "for";
  if (change.passive) return false;
  if (amount && next.ends_with("ly") && !is_one_of(next, kHowOften)) return true;
  if (word.starts_with("elevat") || (amount && next.ends_with("ed"))) return true;
  static constexpr std::string_view kNouns[] = {"reduction", "reductions"};
  static constexpr std::string_view kOf[] = {"in", "of", "for"};
  if (is_one_of(word, kNouns) && !is_one_of(next, kOf)) return true;
  static constexpr std::string_view kWith[] = {
      "with",   "at",    "in",    "of",    "for",   "from", "between", "by", "despite", "to",    "towards",
      "toward", "under", "after", "those", "among", "over", "given",   "on", "or",      "during"};
  static constexpr std::string_view kTelling[] = {
      "associated", "result", "resulted", "resulting",   "results",  "led",     "leads",
      "leading",    "shown",  "found",    "accompanied", "followed", "ability", "able"};
  std::string_view before = word_ending(plain, change.at);
  static constexpr std::string_view kSmallWords[] = {"a", "an", "the", "significantly", "much", "markedly"};
  while (is_one_of(before, kSmallWords))
    before = word_ending(plain, static_cast<size_t>(before.data() - plain.data()));
  if (!is_one_of(before, kWith) || word == "fewer") return false;
  return !is_one_of(word_ending(plain, static_cast<size_t>(before.data() - plain.data())), kTelling);
}

// Words that judge an outcome and no treatment, with what became of it.
OutcomeCourse judged_course(std::string_view word) {
  static constexpr std::string_view kBetter[] = {"improved", "improves", "improvement", "improvements"};
  static constexpr std::string_view kWorse[] = {"worsened", "worsens", "deteriorated"};
  if (is_one_of(word, kBetter)) return OutcomeCourse::kImproved;
  return is_one_of(word, kWorse) ? OutcomeCourse::kWorsened : OutcomeCourse::kNoDifference;
}

}  // namespace

std::vector<ClauseResult> clause_results(std::string_view lower, Clause clause,
                                         std::span<const Mention> named) {
  const ClauseReader reader(lower, clause, named);
  const std::string& plain = reader.plain();
  std::vector<ClauseResult> results;
  const auto add = [&](OutcomeCourse course, size_t at, bool passive, ByteSpan outcome) {
    if (outcome.empty()) return;
    const auto shift = static_cast<uint32_t>(clause.start);
    ClauseResult one{course, {outcome.start + shift, outcome.end + shift}, {}};
    if (const ClauseArm* arm = reader.arm_told(at, passive))
      one.arm = {static_cast<uint32_t>(arm->start) + shift, static_cast<uint32_t>(arm->end) + shift};
    results.push_back(one);
  };
  for (const ClauseChange& change : changed_outcomes(plain, reader.arms(), false)) {
    if (only_describes(plain, change)) continue;
    add(change.change > 0 ? OutcomeCourse::kIncreased : OutcomeCourse::kDecreased, change.at, change.passive,
        change.outcome);
  }
  for (size_t at = 0; at < plain.size();) {
    const size_t end = is_letter(plain[at]) ? word_end(plain, at) : at + 1;
    const OutcomeCourse course = judged_course(std::string_view(plain).substr(at, end - at));
    // "In patients with improvement": who they were.
    static constexpr std::string_view kWhose[] = {"patients with", "those with", "subjects with",
                                                  "patients without", "those without"};
    constexpr size_t kNear = 36;
    const size_t near = at > kNear ? at - kNear : 0;
    const bool describes = has_any_phrase(std::string_view(plain).substr(near, at - near), kWhose);
    if (course != OutcomeCourse::kNoDifference && !describes && reader.is_told_at(at)) {
      std::string_view outcome = outcome_behind(plain, reader.arms(), end);
      // "Improved in the X group"
      static constexpr std::string_view kLeading[] = {"in", "for", "of", "the", "a", "both"};
      size_t from = 0;
      while (from < outcome.size()) {
        const size_t stop = is_letter(outcome[from]) ? word_end(outcome, from) : from + 1;
        if (is_letter(outcome[from]) && !is_one_of(outcome.substr(from, stop - from), kLeading)) break;
        from = stop;
      }
      const bool passive = has_being_before(plain, at) || from >= outcome.size();
      if (passive) outcome = subject_before(plain, at);
      const auto start = static_cast<uint32_t>(outcome.empty() ? 0 : outcome.data() - plain.data());
      add(course, at, passive, {start, start + static_cast<uint32_t>(outcome.size())});
    }
    at = end;
  }
  std::stable_sort(results.begin(), results.end(), [](const ClauseResult& a, const ClauseResult& b) {
    return a.outcome.start < b.outcome.start;
  });
  return results;
}

ClauseDirection clause_direction(std::string_view lower, Clause clause, std::span<const Mention> named) {
  return ClauseReader(lower, clause, named).read();
}

}  // namespace attest
