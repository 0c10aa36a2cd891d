// A cue of advice counts by what stands around it in its clause. Five things turn it: a negation of its verb
// ("should no longer be considered first-line"), doubt before it ("it is uncertain whether X is…", "no
// consensus on X as…") or behind it ("X as first-line remains controversial"), a time that is over ("was
// formerly…"), a purpose ("to evaluate X as…"), and mere use ("is often used as…"). Advice that is denied is
// advice against only where somebody denies it who gives advice ("we do not recommend", "do not offer",
// "should not be"); else it is no advice. A negation belongs to the cue where no other finite verb stands
// between them: "patients not tolerating X should receive Y" advises Y.
#include "findings/advice/stance.h"

#include <algorithm>
#include <string>

#include "base/affix.h"
#include "findings/advice/cautions.h"
#include "findings/advice/conceded.h"
#include "findings/advice/lost_place.h"
#include "findings/advice/mere_use.h"
#include "text/phrases.h"
#include "text/verb_words.h"

namespace attest {
namespace {

constexpr size_t kNotFound = std::string_view::npos;

// clang-format off
constexpr std::string_view kNegations[] = {
    "not", "never", "cannot", "no longer", "nor", "neither", "can't", "don't", "shouldn't",
    "isn't", "aren't",
    "rarely", "seldom", "infrequently", "without",
};
constexpr std::string_view kDoubts[] = {
    "uncertain*", "unclear", "unknown", "not known", "not clear", "not evident", "whether", "insufficient",
    "inadequate evidence", "inadequate data", "lack of", "lacking", "no evidence",
    "no consensus", "no data",
    "no convincing", "no good evidence", "no clear", "no strong", "no basis", "no reason", "no recommend*",
    "little evidence", "limited evidence", "evidence is limited", "not enough", "question*",
    "doubt*", "debat*",
    "controvers*", "remains to be", "not support", "not supported", "not justif*", "cannot conclude",
    "premature", "too early", "no place", "hypothes*", "further trials", "further studies", "further study",
    "further research", "further evidence", "more research", "more studies", "more evidence", "more trials",
    "evidence does not", "evidence do not", "data do not", "less and less", "less often", "less frequently",
    "less commonly", "no role", "dispute*", "what should be", "opinions vary", "are divided",
};
// What a study is for.
constexpr std::string_view kPurposes[] = {
    "to evaluate", "to assess", "to determine", "to investigate", "to establish",
    "to examine", "to explore",
    "to compare", "to study", "to test", "evaluates", "evaluated", "investigates", "investigated", "aim",
    "aims", "aimed", "purpose", "objective", "objectives", "this study is", "phase ii", "phase iii",
    "clinical trial of", "potential to", "may become", "might become", "could become", "candidate for",
    "compared", "compares", "comparing", "who receive", "who received", "patients receiving",
};
constexpr std::string_view kOver[] = {
    "formerly", "previously", "once", "used to be", "historically", "in the past",
    "traditionally", "had been",
    "until recently", "no longer",
};
constexpr std::string_view kReplaced[] = {
    "been replaced", "been superseded", "been abandoned", "now obsolete", "was replaced", "were replaced",
};
// Behind the cue, of the thing that it names.
constexpr std::string_view kDeniedBehind[] = {
    "not recommended", "cannot be recommended", "should not be", "should be avoided", "not advised",
    "contraindicated", "not indicated", "should no longer", "no longer recommended", "be discouraged",
};
constexpr std::string_view kDoubtedBehind[] = {
    "not supported", "not been established", "not established", "not been shown", "not been proven",
    "not proven", "unproven", "questionable", "questioned", "controversial", "unclear",
    "uncertain", "unknown",
    "debat*", "remains to be", "requires further", "require further", "needs further", "need further",
    "not justified", "not warranted", "not appropriate", "not suitable", "not effective",
    "not been studied",
    "lacking", "has failed", "fails", "failed", "not help",
};
constexpr std::string_view kAdvising[] = {
    "recommend*", "advis*", "suggest*", "should", "must", "do not offer", "do not use", "do not give",
    "do not prescribe", "do not start", "do not routinely", "do not consider", "do not recommend",
};
// Who was asked, and what was given in a study: what is done is no advice.
constexpr std::string_view kAsked[] = {
    "surgeons", "physicians", "respondents", "clinicians", "practitioners", "participants",
    "doctors", "gps",
    "prescribers",
};
constexpr std::string_view kDid[] = {
    "considered", "used", "chose", "preferred", "selected", "reported", "prescribed", "favoured", "favored",
    "opted", "regarded", "received",
};
constexpr std::string_view kAdvised[] = {
    "recommend*", "advis*", "suggest*", "propos*", "consider*", "should", "established",
    "accepted", "endors*",
    "regarded", "approved",
};
constexpr std::string_view kWithin[] = {
    "who", "whom", "which", "whose", "when", "if", "where", "because", "since", "unless", "until",
};
// clang-format on

// The last place of any of `phrases` in `text`.
struct Place {
  size_t start = kNotFound;
  size_t end = 0;
  bool found() const { return start != kNotFound; }
};
template <size_t N>
Place last_of(std::string_view text, const std::string_view (&phrases)[N]) {
  Place last;
  for (const std::string_view phrase : phrases) {
    for (size_t at = find_phrase(text, phrase); at != kNotFound; at = find_phrase(text, phrase, at + 1)) {
      if (!last.found() || at > last.start) last = {at, at + phrase.size()};
    }
  }
  return last;
}

size_t count_words(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool letter = c != ' ';
    words += letter && !inside ? 1 : 0;
    inside = letter;
  }
  return words;
}

// Commas between the two that only list things or set off a few words.
bool only_lists(std::string_view between) {
  constexpr size_t kListedWordsMax = 5;
  for (size_t from = between.find(','); from != kNotFound;) {
    const size_t next = between.find(',', from + 1);
    if (next == kNotFound) break;  // what stands before the cue may be longer
    if (count_words(between.substr(from + 1, next - from - 1)) > kListedWordsMax) return false;
    from = next;
  }
  return true;
}

// The negation of what stands between `before` and the cue, if there is one.
Place negation_of(std::string_view before, std::string_view cue) {
  Place last = last_of(before, kNegations);
  if (!last.found()) return {};
  const std::string_view between = before.substr(last.end);
  constexpr size_t kGapWordsMax = 16;
  if (count_words(between) > kGapWordsMax || !only_lists(between)) return {};
  static constexpr std::string_view kOnly[] = {"only", "just", "merely", "simply"};
  for (const std::string_view word : kOnly) {
    if (between.starts_with(" " + std::string(word))) return {};
  }
  if (has_any_phrase(between, kFiniteVerbs) || has_any_phrase(between, kWithin)) return {};
  // "Patients not tolerating X should receive Y": the cue brings its own verb.
  const std::string_view first = cue.substr(0, cue.find(' '));
  const bool own_verb = first == "should" || first == "is" || first == "are";
  const bool of_subject = before.substr(last.start, last.end - last.start) == "neither" ||
                          before.substr(last.start, last.end - last.start) == "nor";
  if (own_verb && !of_subject) return {};
  // "Without contraindications, X is…": set off.
  const std::string_view negation = before.substr(last.start, last.end - last.start);
  if (negation == "without" && !between.ends_with("recommending ")) return {};
  return last;
}

// The words from the last comma to the end: "in patients without heart failure, X is" → " X is".
std::string_view after_comma(std::string_view text) {
  const size_t comma = text.rfind(',');
  return comma == kNotFound ? text : text.substr(comma + 1);
}

bool doubted_before(std::string_view before) {
  const Place doubt = last_of(before, kDoubts);
  if (!doubt.found()) return false;
  // "Despite the lack of trials, X is…": conceded.
  const size_t comma = before.find(',', doubt.end);
  static constexpr std::string_view kConceding[] = {"despite", "although",        "though",     "while",
                                                    "given",   "notwithstanding", "in spite of"};
  const std::string_view lead = before.substr(0, doubt.start);
  if (comma != kNotFound && has_any_phrase(lead.substr(lead.rfind(',') + 1), kConceding)) return false;
  // "Trials are lacking, and X is…": two statements.
  static constexpr std::string_view kNew[] = {"and so", "so", "therefore", "thus", "hence"};
  if (comma == kNotFound) return true;
  const std::string_view rest = after_comma(before);
  const bool doubt_of_clause = before.substr(doubt.start, doubt.end - doubt.start) == "whether";
  return doubt_of_clause || !(has_any_phrase(rest, kNew) || has_any_phrase(rest, kFiniteVerbs));
}

// "May be the treatment of choice": a possibility. "May be considered as…": leave; but not "might be".
bool only_possible(std::string_view before) {
  static constexpr std::string_view kMaybe[] = {"may", "might", "could"};
  static constexpr std::string_view kAsIdea[] = {"might be considered", "might well be considered",
                                                 "could be considered", "might also be considered"};
  if (has_any_phrase(before, kAsIdea)) return true;
  const Place modal = last_of(before, kMaybe);
  if (!modal.found()) return false;
  const std::string_view between = before.substr(modal.end);
  static constexpr std::string_view kAllowed[] = {"considered", "used",       "offered",   "given",
                                                  "tried",      "recommend*", "prescribed"};
  constexpr size_t kGapWordsMax = 8;
  return has_phrase(between, "be") && !has_any_phrase(between, kAllowed) &&
         !has_any_phrase(between, kFiniteVerbs) && count_words(between) <= kGapWordsMax;
}

// "X was the treatment of choice", "was used as first-line": told of the past. "X was recommended as…":
// advice.
bool told_of_past(std::string_view before) {
  static constexpr std::string_view kWas[] = {"was", "were", "chose"};
  const Place was = last_of(before, kWas);
  if (!was.found()) return false;
  const std::string_view between = before.substr(was.end);
  return !has_any_phrase(between, kFiniteVerbs) && !has_any_phrase(between, kAdvised);
}

// "Only 3 surgeons (10%) considered X as the first line": what people did.
bool told_of_people(std::string_view before) {
  const Place who = last_of(before, kAsked);
  if (!who.found()) return before.find('%') != kNotFound && has_any_phrase(before, kDid);
  return has_any_phrase(before.substr(who.end), kDid);
}

// "Patients starting first-line treatment with X": told of those who had it.
bool is_given(std::string_view before) {
  static constexpr std::string_view kHaving[] = {
      "starting", "receiving",    "received",   "undergoing", "completing",   "completed", "completion of",
      "during",   "treated with", "initiating", "beginning",  "progress* on", "randomi*"};
  constexpr size_t kNear = 24;
  return has_any_phrase(before.substr(before.size() > kNear ? before.size() - kNear : 0), kHaving);
}

// "Initial treatment" is what some patient had, and "first-line response" no treatment, unless the words
// around it say what ought to be: "initial treatment is X", "X is preferred for initial treatment".
bool names_first(std::string_view before, std::string_view cue, std::string_view behind) {
  static constexpr std::string_view kNoTreatment[] = {" response", " setting",  " failure",    " trial",
                                                      " stud",     " patients", " metastatic", " imaging",
                                                      " visit",    " diagnos",  " test"};
  for (const std::string_view noun : kNoTreatment) {
    if (behind.starts_with(noun)) return false;
  }
  static constexpr std::string_view kSoft[] = {"initial*", "first treatment", "first step"};
  static constexpr std::string_view kOught[] = {"recommend*", "should", "prefer*", "advis*",
                                                "consider*",  "choice", "suggest*"};
  // "First-line treatment with X achieved remission in 60%": what came of it.
  static constexpr std::string_view kCameOfIt[] = {
      "achieved",       "resulted in",     "led to",         "produced",
      "induced",        "improved",        "reduced",        "showed",
      "gave",           "yielded",         "was associated", "were associated",
      "was successful", "were successful", "was effective",  "was well tolerated",
      "increased",      "decreased",       "prolonged"};
  static constexpr std::string_view kNouns[] = {" treatment", " therap", " regimen", " chemotherapy",
                                                " drug"};
  const bool noun = starts_with_one_of(behind, kNouns);
  if (noun && has_any_phrase(behind, kCameOfIt) && !has_any_phrase(before, kOught) &&
      !has_any_phrase(behind, kOught))
    return false;
  // "Step 1 of the study is to…".
  static constexpr std::string_view kOfStudy[] = {"study", "trial", "survey", "project", "protocol"};
  if (cue == "step 1" && has_any_phrase(behind, kOfStudy)) return false;
  if (!has_any_phrase(cue, kSoft)) return true;
  if (has_any_phrase(before, kOught) || has_any_phrase(behind, kOught)) return true;
  static constexpr std::string_view kIs[] = {"is",          "are",      "includes", "include",
                                             "consists of", "involves", "remains"};
  static constexpr std::string_view kIn[] = {"in", "for", "during", "with", "after"};
  constexpr size_t kNear = 36;
  const std::string_view near = before.substr(before.size() > kNear ? before.size() - kNear : 0);
  const Place verb = last_of(near, kIs);
  return has_any_phrase(behind.substr(0, 48), kIs) ||
         (verb.found() && !has_any_phrase(near.substr(verb.end), kIn));
}

// "We recommend that X is not used", "we suggest not using X".
bool negated_behind(std::string_view cue, std::string_view behind) {
  static constexpr std::string_view kActive[] = {"recommend*", "suggest*", "advise", "advises"};
  if (!has_any_phrase(cue, kActive)) return false;
  const size_t at = find_phrase(behind, "not");
  if (at == kNotFound) return false;
  const std::string_view between = behind.substr(0, at);
  static constexpr std::string_view kVerbs[] = {"is", "are", "be", "should", "do", "does", "to", "must"};
  if (has_any_phrase(between, kWithin) || between.find(',') != kNotFound) return false;
  const std::string_view rest = behind.substr(at);
  if (rest.starts_with("not only") || rest.starts_with("not just")) return false;
  if (count_words(between) == 0) return !rest.starts_with("not to ") || !has_phrase(cue, "recommended");
  // "…that X not be used", "…that X is not used", but not "…that X is not bound".
  static constexpr std::string_view kDone[] = {"used",  "use",       "offered",    "offer",      "given",
                                               "give",  "taken",     "prescribed", "considered", "started",
                                               "begun", "routinely", "recommended"};
  constexpr size_t kNext = 28;
  const Place verb = last_of(between, kVerbs);
  const bool of_verb =
      rest.starts_with("not be ") || (verb.found() && count_words(between.substr(verb.end)) == 0);
  return of_verb && (has_phrase(between, "that") || between.ends_with(" to ")) &&
         has_any_phrase(rest.substr(0, kNext), kDone);
}

bool advises_against_before(std::string_view before, std::string_view cue) {
  static constexpr std::string_view kAgainst[] = {
      "refrain from",     "refraining from", "recommend* against", "advis* against",
      "suggest* against", "against the use", "discourage*",        "avoid",
      "avoidance of"};
  const Place found = last_of(before, kAgainst);
  if (!found.found()) return false;
  const std::string_view between = before.substr(found.end);
  const std::string_view first = cue.substr(0, cue.find(' '));
  return !has_any_phrase(between, kFiniteVerbs) && !has_any_phrase(between, kWithin) && first != "should" &&
         first != "is" && first != "are" && between.find(',') == kNotFound;
}

}  // namespace

Stance stance_of_cue(std::string_view lower, size_t start, size_t end, bool is_line) {
  const Clause clause = clause_at(lower, start);
  const std::string_view before = lower.substr(clause.start, start - clause.start);
  const std::string_view cue = lower.substr(start, end - start);
  const std::string_view behind =
      lower.substr(std::min(end, lower.size()), clause.end - std::min(end, clause.end));
  if (doubted_before(before) || is_conceded(lower, start, end, is_line)) return Stance::kNone;
  if (advises_against_before(before, cue)) return Stance::kAgainst;
  if (const Place negation = negation_of(before, cue); negation.found()) {
    const std::string_view group = before.substr(0, negation.start);
    const std::string_view said = before.substr(
        before.rfind(',', negation.start) == kNotFound ? 0 : before.rfind(',', negation.start) + 1);
    static constexpr std::string_view kModal[] = {"should", "must", "ought to"};
    const Place modal = last_of(group, kModal);
    const bool ordered = modal.found() && count_words(group.substr(modal.end)) == 0;
    const bool advises = ordered || has_any_phrase(said, kAdvising) ||
                         (!is_line && !has_any_phrase(before.substr(negation.start), kFiniteVerbs));
    return advises ? Stance::kAgainst : Stance::kNone;
  }
  if (negated_behind(cue, behind)) return Stance::kAgainst;
  const std::string_view near = after_comma(before);
  if (has_any_phrase(near, kPurposes)) return Stance::kNone;
  if (!is_line)
    return is_condition_of_another(before, behind) || urges_caution(before, behind) ? Stance::kNone
                                                                                    : Stance::kFor;
  static constexpr std::string_view kStudied[] = {"objective", "objectives", "aim", "purpose"};
  const size_t words_start = before.find_first_not_of(' ');
  const std::string_view opening = words_start == kNotFound ? before : before.substr(words_start);
  if (opening.starts_with("to ") || has_any_phrase(before, kStudied)) return Stance::kNone;
  // "When it is given as initial treatment, more patients respond."
  static constexpr std::string_view kCase[] = {"when", "if"};
  if (has_any_phrase(near, kCase)) return Stance::kNone;
  if (is_given(before) || !names_first(before, cue, behind)) return Stance::kNone;
  const std::string_view said_next = behind.substr(0, behind.find(','));
  if (has_any_phrase(said_next, kDeniedBehind)) return Stance::kAgainst;
  if (has_any_phrase(said_next, kDoubtedBehind)) return Stance::kNone;
  // "In the past, X has been the mainstay".
  const bool opens_in_past = std::any_of(std::begin(kOver), std::end(kOver), [&](std::string_view time) {
    return opening.starts_with(time) && opening.substr(time.size()).starts_with(",");
  });
  if (opens_in_past || has_any_phrase(near, kOver) ||
      has_any_phrase(lower.substr(std::min(end, lower.size())), kReplaced))
    return Stance::kNone;
  if (takes_place_away(before)) return Stance::kNone;
  if (only_possible(before) || told_of_past(before) || told_of_people(before)) return Stance::kNone;
  return tells_of_use(before, behind) ? Stance::kNone : Stance::kFor;
}

// "In those in whom X is contraindicated, Y…", "X is not contraindicated": no advice against X.
Stance stance_of_warning(std::string_view lower, size_t start, size_t end) {
  const Clause clause = clause_at(lower, start);
  const std::string_view before = lower.substr(clause.start, start - clause.start);
  const std::string_view cue = lower.substr(start, end - start);
  if (doubted_before(before)) return Stance::kNone;
  const std::string_view near = after_comma(before);
  const bool own_verb = cue.starts_with("should") || cue.starts_with("must") || cue.starts_with("do ");
  if (!own_verb && has_any_phrase(near, kWithin)) return Stance::kNone;
  static constexpr std::string_view kNot[] = {"not", "never", "no longer", "neither", "nor"};
  const Place negation = last_of(near, kNot);
  constexpr size_t kGapWordsMax = 2;
  return negation.found() && count_words(near.substr(negation.end)) <= kGapWordsMax ? Stance::kNone
                                                                                    : Stance::kAgainst;
}

}  // namespace attest
