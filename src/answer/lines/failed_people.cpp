#include "answer/lines/failed_people.h"

#include <algorithm>
#include <span>

#include "answer/lines/after_failure.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "question/failed_treatment.h"
#include "text/phrases.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace attest {
namespace {

// Words that tell by themselves that something has failed before.
constexpr std::string_view kFailed[] = {"refractory",
                                        "intractable",
                                        "treatment-resistant",
                                        "treatment resistant",
                                        "therapy-resistant",
                                        "unresponsive",
                                        "nonresponsive",
                                        "non-responsive",
                                        "nonresponder*",
                                        "non-responder*",
                                        "not respond*",
                                        "not responding",
                                        "not responded",
                                        "failed to respond",
                                        "fail to respond",
                                        "inadequate response*",
                                        "inadequate responder*",
                                        "inadequately respon*",
                                        "incomplete response",
                                        "insufficient response",
                                        "insufficiently respon*",
                                        "suboptimal response",
                                        "partial responders",
                                        "inadequately controlled",
                                        "insufficiently controlled",
                                        "poorly controlled",
                                        "not adequately controlled",
                                        "not well controlled",
                                        "not controlled",
                                        "uncontrolled by",
                                        "uncontrolled on",
                                        "uncontrolled with",
                                        "uncontrolled despite",
                                        "inadequate control",
                                        "inadequate glycaemic control",
                                        "inadequate glycemic control",
                                        "symptomatic despite",
                                        "active disease despite",
                                        "persistent* despite",
                                        "persist* despite",
                                        "had failed",
                                        "have failed",
                                        "has failed",
                                        "who failed",
                                        "previously failed",
                                        "failed treatment",
                                        "failed therapy",
                                        "failed previous",
                                        "failed prior",
                                        "failed conventional",
                                        "failed conservative",
                                        "failed medical",
                                        "failed first-line",
                                        "failed at least",
                                        "failed one",
                                        "failed two",
                                        "after failure",
                                        "after failed",
                                        "failure of first-line",
                                        "failure of conventional",
                                        "failure of previous",
                                        "failure of prior",
                                        "failure of conservative",
                                        "treatment failures",
                                        "second-line",
                                        "second line",
                                        "third-line",
                                        "third line",
                                        "salvage",
                                        "rescue therap*",
                                        "rescue treatment*",
                                        "rescue regimen*",
                                        "retreatment",
                                        "re-treatment",
                                        "previously treated",
                                        "pretreated",
                                        "pre-treated",
                                        "relapsed",
                                        "relapsing or refractory"};
constexpr std::string_view kOfConduction[] = {"refractory period*", "effective refractory"};
// Germs resist too: in a question for a later line this alone tells nothing.
constexpr std::string_view kResists[] = {"resistant", "drug-resistant", "relapsing", "recurrent"};
// Words that do so where what has failed is named beside them.
constexpr std::string_view kFailedOfNamed[] = {
    "despite", "failed",      "failure*",    "failing",  "fails",        "fail",    "added to",
    "add-on",  "addition of", "addition to", "augment*", "uncontrolled", "switch*", "not controlled"};
constexpr std::string_view kAdded[] = {"added to", "add-on", "addition of", "addition to"};
constexpr std::string_view kNotTaken[] = {
    "intoleran*",    "unable to take",     "unable to tolerate", "cannot take",  "cannot tolerate",
    "not tolerate*", "contraindicat*",     "contra-indicat*",    "unsuitable",   "not suitable",
    "ineligible",    "could not tolerate", "unwilling",          "inappropriate"};

constexpr size_t kLabelledBytesMax = 500;  // a labelled part of an abstract is read whole

bool is_study(StudyDesign design) {
  switch (design) {
    case StudyDesign::kRandomisedTrial:
    case StudyDesign::kNonRandomisedTrial:
    case StudyDesign::kCohort:
    case StudyDesign::kCaseSeries:
    case StudyDesign::kUnclear: return true;
    default: return false;
  }
}

bool holds_id(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// "Failed to show a difference": that is of the study.
bool fails_to_show(std::string_view lower) {
  static constexpr std::string_view kShows[] = {
      "failed to show", "failed to demonstrate", "failed to detect", "failed to reveal", "failed to improve",
      "failed to meet", "failed to find",        "failed to reach",  "failed to reduce"};
  return has_any_phrase(lower, kShows);
}

// "Clomiphene-resistant", "refractory to methotrexate", "failed infliximab": the words of what failed.
std::string_view object_of(std::string_view lower, size_t at) {
  static constexpr std::string_view kEnds[] = {
      ",",     ";",     ".",      "(",          ":",           " were ",  " was ", " treated ", " given ",
      " who ", " and ", " with ", " received ", " receiving ", " improv", " is ",  " are "};
  while (at > 0 && lower[at - 1] != ' ' && lower[at - 1] != '(') --at;
  std::string_view words = lower.substr(at);
  size_t end = words.size();
  for (const std::string_view one : kEnds) end = std::min(end, words.find(one));
  return words.substr(0, end);
}

// "Addition of X to Y", "X added to Y": Y is what had been given before.
std::string_view what_it_was_added_to(std::string_view lower, size_t at, std::string_view cue) {
  constexpr size_t kBehind = 60;
  std::string_view behind = lower.substr(at + std::min(cue.size(), lower.size() - at));
  if (cue == "addition of") {
    const size_t to = behind.find(" to ");
    if (to == std::string_view::npos) return {};
    behind = behind.substr(to);
  }
  size_t end = std::min(behind.size(), kBehind);
  while (end < behind.size() && behind[end] != ' ') ++end;
  return behind.substr(0, end);
}

bool are_untreated(std::string_view lower) {
  static constexpr std::string_view kUntreated[] = {"naive",         "na\xc3\xafve",    "untreated",
                                                    "never treated", "newly diagnosed", "first-line",
                                                    "first line",    "drug-naive",      "initial treatment"};
  return has_any_phrase(lower, kUntreated);
}

}  // namespace

FailedPeople::FailedPeople(const Evidence& evidence)
    : evidence_(evidence), failed_(failed_in_question(evidence)) {
  if (!is_treatment_question(evidence.question)) return;
  const UnderstoodQuestion& question = evidence.question;
  const std::string lower = lower_ascii(question.resolved.empty() ? question.asked : question.resolved);
  const FailedTreatment told = read_failed_treatment(lower);
  static constexpr std::string_view kRegimens[] = {"triple",     "quadruple",    "dual",    "regimen*",
                                                   "sequential", "combination*", "protocol"};
  regimen_failed_ = std::any_of(told.named.begin(), told.named.end(),
                                [&](std::string_view stretch) { return has_any_phrase(stretch, kRegimens); });
  not_tolerated_ = told.not_tolerated && !failed_.empty();
  of_refractory_ = asks_of_refractory(question);
  asked_ = question.line_of_therapy >= 2 || of_refractory_;
  for (const Concept& one : question.concepts) {
    const std::string id = one.thesaurus_id.empty() ? "asked:" + one.label : one.thesaurus_id;
    const bool some = std::any_of(told.named.begin(), told.named.end(), [&](std::string_view stretch) {
      return names_failed(one, stretch) && is_some_of_class(stretch);
    });
    if (!some && holds_id(failed_, id)) failed_kinds_.push_back(id);
  }
  if (!failed_kinds_.empty()) read_endings();
}

bool FailedPeople::has_failed(const std::string& id) const {
  // Where "inhaled corticosteroids" failed, "corticosteroids" are these; and trimethoprim is a part of
  // trimethoprim-sulfamethoxazole.
  const auto is_short_for = [&](const std::string& one) {
    const VocabularyEntry* failed = evidence_.vocabulary->find_id(one);
    const VocabularyEntry* other = evidence_.vocabulary->find_id(id);
    return failed != nullptr && other != nullptr &&
           has_phrase(lower_ascii(failed->name), lower_ascii(other->name));
  };
  return holds_id(failed_, id) || std::any_of(failed_.begin(), failed_.end(), is_short_for) ||
         std::any_of(failed_kinds_.begin(), failed_kinds_.end(),
                     [&](const std::string& one) { return evidence_.vocabulary->is_a(id, one); }) ||
         is_named_as_members(id) || std::any_of(failed_.begin(), failed_.end(), [&](const std::string& one) {
           // "Beta-blockers" after timolol: which of them, it does not say.
           return evidence_.vocabulary->is_a(one, id);
         });
}

// "Almotriptan" ends as "sumatriptan" and "rizatriptan" do: where no list knows of which class a drug is, its
// name tells.
bool FailedPeople::is_named_as_members(const std::string& id) const {
  const VocabularyEntry* entry = evidence_.vocabulary->find_id(id);
  return entry != nullptr && entry->parents.empty() &&
         std::any_of(endings_.begin(), endings_.end(),
                     [&](const std::string& ending) { return lower_ascii(entry->name).ends_with(ending); });
}

// The last letters that three and more members of what failed share.
void FailedPeople::read_endings() {
  constexpr size_t kLetters = 5;
  constexpr size_t kMembersMin = 3;
  std::map<std::string, size_t> members;
  for (uint32_t number = 0; number < evidence_.vocabulary->size(); ++number) {
    const VocabularyEntry& entry = evidence_.vocabulary->entry(number);
    const bool member =
        std::any_of(failed_kinds_.begin(), failed_kinds_.end(), [&](const std::string& failed) {
          return entry.id != failed && evidence_.vocabulary->is_a(entry.id, failed);
        });
    const std::string name = member ? lower_ascii(entry.name) : std::string();
    if (name.size() <= kLetters || name.find(' ') != std::string::npos) continue;
    const std::string ending = name.substr(name.size() - kLetters);
    if (++members[ending] == kMembersMin) endings_.push_back(ending);
  }
}

// The sentence names what has failed, its class or one of it; or another treatment and none of these.
FailedPeople::Named FailedPeople::named_in(std::string_view lower) const {
  bool other = false;
  bool wider = false;
  Stemmer stemmer;
  for (const VocabularyMatch& match : evidence_.vocabulary->match(lower, tokenize(lower), stemmer)) {
    const VocabularyEntry& entry = evidence_.vocabulary->entry(match.entry);
    if (entry.role != ConceptRole::kIntervention) continue;
    const bool is_failed = std::any_of(failed_.begin(), failed_.end(), [&](const std::string& one) {
      return one == entry.id || evidence_.vocabulary->is_a(entry.id, one);
    });
    if (is_failed) return Named::kFailed;
    // "Beta2-agonists", where long-acting ones failed: it may be of the others.
    const bool is_class = std::any_of(failed_.begin(), failed_.end(), [&](const std::string& one) {
      return evidence_.vocabulary->is_a(one, entry.id);
    });
    (is_class ? wider : other) = true;
  }
  return wider ? Named::kClass : other ? Named::kOther : Named::kNone;
}

bool FailedPeople::names_failed_in(std::string_view lower) const {
  const Named named = named_in(lower);
  return named == Named::kFailed || named == Named::kClass;
}

bool FailedPeople::names_other_behind(std::string_view lower, size_t at) const {
  constexpr size_t kBehind = 45;
  return named_in(lower.substr(at, kBehind)) == Named::kOther;
}

FailedPeople::Named FailedPeople::named_near(std::string_view lower, size_t at) const {
  constexpr size_t kBefore = 35;
  constexpr size_t kBehind = 70;
  size_t from = at - std::min(at, kBefore);
  while (from > 0 && from < at && lower[from - 1] != ' ') ++from;
  size_t end = std::min(lower.size(), at + kBehind);
  while (end < lower.size() && lower[end] != ' ') ++end;
  return named_in(lower.substr(from, end - from));
}

bool FailedPeople::tells_of_them(std::string_view lower) const {
  if (not_tolerated_) return has_any_phrase(lower, kNotTaken) && names_failed_in(lower);
  // Of a heart's conduction.
  static constexpr std::string_view kNotFailed[] = {"non-refractory", "nonrefractory", "not refractory"};
  if (fails_to_show(lower) || has_any_phrase(lower, kNotFailed) || has_any_phrase(lower, kOfConduction) ||
      tells_of_germs(lower))
    return false;
  if (failed_.empty())
    return has_any_phrase(lower, kFailed) || (of_refractory_ && has_any_phrase(lower, kResists));
  for (const std::string_view cue : kFailedOfNamed) {
    for (size_t at = find_phrase(lower, cue); at != std::string_view::npos;
         at = find_phrase(lower, cue, at + 1)) {
      const bool added = is_one_of(cue, kAdded);
      const Named named = added ? named_in(what_it_was_added_to(lower, at, cue)) : named_near(lower, at);
      if (named == Named::kFailed || (named == Named::kClass && !added)) return true;
    }
  }
  std::string_view cue = first_phrase(lower, kFailed);
  if (cue.empty()) cue = first_phrase(lower, std::span(kResists).first(1));
  if (cue.empty()) return false;
  // What failed there stands behind the word or joined to it, or is not named: "refractory gout". "Metformin
  // in patients who had not responded to sulfonylureas" is of these.
  const size_t at = find_phrase(lower, cue);
  const Named object = named_in(object_of(lower, at));
  // Behind "second-line" stands what is given.
  static constexpr std::string_view kGiven[] = {"second-line", "second line", "third-line",
                                                "third line",  "salvage",     "rescue therap*"};
  if (object == Named::kOther && !is_one_of(cue, kGiven))
    return named_near(lower, at) == Named::kFailed && !names_other_behind(lower, at);
  return object == Named::kNone || names_failed_in(lower);
}

// Who took part is told in the first half of an abstract.
bool FailedPeople::is_study_in_them(const AnswerSource& source) const {
  if (!is_study(source.appraisal.design)) return false;
  for (const Section& section : source.document.sections) {
    if (section.kind != SectionKind::kAbstract) continue;
    const std::string_view body = section.body.of(source.document.text);
    const std::string lower = lower_ascii(body);
    for (const ByteSpan span : split_sentences(body)) {
      constexpr size_t kPart = 2;
      if (span.start > body.size() / kPart && body.size() > kLabelledBytesMax) break;
      if (tells_of_them(span.of(lower))) return true;
    }
  }
  return false;
}

bool FailedPeople::tells_itself(const Finding& finding) const {
  return tells_of_them(lower_ascii(evidence_.sentence_of(finding)));
}

bool FailedPeople::gives_with_it(const Finding& finding) const {
  static constexpr std::string_view kTogether[] = {"combination", "combined", "plus", "together with"};
  const std::string lower = lower_ascii(evidence_.sentence_of(finding));
  return not_tolerated_ && has_any_phrase(lower, kTogether) && names_failed_in(lower) &&
         !tells_of_them(lower);
}

bool FailedPeople::is_first_elsewhere(const Finding& finding, const std::string& id) const {
  return asked_ && !of_refractory_ && !not_tolerated_ && line_said_of(finding, id) == 1 &&
         finding.trigger.empty();
}

bool FailedPeople::are_those_of(const Finding& finding) const {
  const AnswerSource& source = evidence_.source_of(finding);
  if (tells_itself(finding)) return true;
  const std::string sentence = lower_ascii(evidence_.sentence_of(finding));
  if (!of_refractory_ && are_untreated(sentence)) return false;
  // "X with clarithromycin and metronidazole", where clarithromycin triple therapy failed: more of the same.
  if (regimen_failed_ && names_failed_in(sentence)) return false;
  const std::string title = lower_ascii(source.document.record.title);
  const auto [known, is_new] = in_them_.try_emplace(finding.source, false);
  if (is_new)
    known->second =
        (of_refractory_ || !are_untreated(title)) && (tells_of_them(title) || is_study_in_them(source));
  return known->second;
}

}  // namespace attest
