#include "answer/lines/failed_people.h"

#include <algorithm>
#include <span>

#include "answer/lines/after_failure.h"
#include "answer/lines/failed_words.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/names/combinations.h"
#include "findings/names/words_before.h"
#include "question/failed_treatment.h"
#include "question/given_before.h"
#include "text/phrases.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace attest {
namespace {

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

}  // namespace

FailedPeople::FailedPeople(const Evidence& evidence)
    : evidence_(evidence), failed_(failed_in_question(evidence)) {
  if (!is_treatment_question(evidence.question)) return;
  const UnderstoodQuestion& question = evidence.question;
  const std::string lower = lower_ascii(question.resolved.empty() ? question.asked : question.resolved);
  FailedTreatment told = read_failed_treatment(lower);
  if (told.empty()) told.named = read_given_before(lower);
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
  // "Etanercept + methotrexate" after methotrexate is another treatment; of the regimen that failed, or where
  // methotrexate cannot be taken, none with what is named of it is.
  if (const std::vector<std::string> parts = parts_of_combination(id); !parts.empty()) {
    const auto failed = [&](const std::string& part) { return has_failed(part); };
    return regimen_failed_ || not_tolerated_ ? std::any_of(parts.begin(), parts.end(), failed)
                                             : std::all_of(parts.begin(), parts.end(), failed);
  }
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
  // In small letters a short form names nothing to the vocabulary: "MTX".
  const bool by_name = std::any_of(
      evidence_.question.concepts.begin(), evidence_.question.concepts.end(),
      [&](const Concept& one) { return holds_id(failed_, one.thesaurus_id) && names_failed(one, lower); });
  if (by_name) return Named::kFailed;
  bool other = false;
  bool wider = false;
  // "Quinine-resistant" is no quinine to the vocabulary, but here it is asked of what.
  std::string words(lower);
  for (const std::string_view ending : {"-resistant", "-refractory", "-unresponsive"}) {
    for (size_t at = words.find(ending); at != std::string::npos; at = words.find(ending, at))
      words[at] = ' ';
  }
  Stemmer stemmer;
  for (const VocabularyMatch& match : evidence_.vocabulary->match(words, tokenize(words), stemmer)) {
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

// Where the words beside the cue name treatments, what failed is one of them.
bool FailedPeople::fails_named(std::string_view lower, size_t at, std::string_view cue) const {
  // Behind "second-line" stands what is given.
  static constexpr std::string_view kOfLines[] = {"second", "third",       "salvage",
                                                  "rescue", "retreatment", "re-treatment"};
  if (starts_with_one_of(cue, kOfLines)) return true;
  const Named behind = named_in(object_of(lower, at, cue));
  const Named ahead = cue.starts_with("fail") ? named_in(subject_of(lower, at)) : Named::kNone;
  const auto fits = [](Named named) { return named == Named::kFailed || named == Named::kClass; };
  return fits(behind) || fits(ahead) || (behind == Named::kNone && ahead == Named::kNone);
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
      // "In sulfonylurea failure, metformin…", "metformin in those uncontrolled with a sulfonylurea": of them
      // something else has failed.
      if (!added && cue != "augment*" && cue != "switch*" && !fails_named(lower, at, cue)) continue;
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
  const Named object = named_in(object_of(lower, at, cue));
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
  if (!asked_ || not_tolerated_) return false;
  // "Responded to first-line therapy (diazepam and/or phenytoin), and the others needed pentobarbital".
  static constexpr std::string_view kFirst[] = {"first-line therapy", "first-line treatment",
                                                "first-line drugs",   "first-line agents",
                                                "initial therapy",    "initial treatment"};
  for (const Mention& one : finding.interventions) {
    if (one.id != id || one.span.empty() || !finding.sentence.contains(one.span)) continue;
    const std::string lower = lower_ascii(evidence_.sentence_of(finding));
    const std::string_view before =
        std::string_view(lower).substr(0, one.span.start - finding.sentence.start);
    const size_t open = before.rfind('(');
    if (open == std::string_view::npos || before.find_first_of(");", open) != std::string_view::npos)
      continue;
    if (ends_with_any(before.substr(0, open), kFirst)) return true;
  }
  return !of_refractory_ && line_said_of(finding, id) == 1 && finding.trigger.empty();
}

// What the words beside a word of failure name, of all such words the first that `wanted` is.
bool FailedPeople::tells_failure_of(std::string_view lower, Named wanted) const {
  const auto by = [&](std::span<const std::string_view> cues) {
    return std::any_of(cues.begin(), cues.end(), [&](std::string_view cue) {
      const bool added = is_one_of(cue, kAdded);
      for (size_t at = find_phrase(lower, cue); at != std::string_view::npos;
           at = find_phrase(lower, cue, at + 1)) {
        if (named_in(added ? what_it_was_added_to(lower, at, cue) : object_of(lower, at, cue)) == wanted ||
            (cue.starts_with("fail") && named_in(subject_of(lower, at)) == wanted))
          return true;
      }
      return false;
    });
  };
  // Behind "second-line" stands what is given.
  return wanted == Named::kFailed ? by(kFailed) || by(kFailedOfNamed) || by(kResists) : by(kFailedOfNamed);
}

// "Risperidone versus clozapine in resistant schizophrenia", asked of those in whom clozapine failed: there
// it was given, and something else had failed.
bool FailedPeople::did_worse(const Finding& finding) const {
  double failed = kNotStated;
  double other = kNotStated;
  for (const ArmRate& rate : finding.rates) {
    double& best = holds_id(failed_, rate.arm.id) ? failed : other;
    if (!(best >= rate.percent)) best = rate.percent;
  }
  return !finding.about_harm && failed < other;
}

bool FailedPeople::is_held_against_failed(const Finding& finding) const {
  if (!any_named() || not_tolerated_) return false;
  const AnswerSource& source = evidence_.source_of(finding);
  const std::string title = lower_ascii(source.document.record.title);
  const std::string sentence = lower_ascii(evidence_.sentence_of(finding));
  static constexpr std::string_view kAgainst[] = {"versus",      "vs",      "than",           "compared with",
                                                  "compared to", "between", "as effective as"};
  static constexpr std::string_view kWith[] = {"add*",       "plus",     "combin*", "augment*", "after",
                                               "receiving",  "taking",   "on",      "with",     "adjunct*",
                                               "background", "previous", "despite", "switch*",  "following"};
  const bool against = holds_id(failed_, finding.comparator.id) ||
                       (named_in(title) == Named::kFailed && !has_any_phrase(title, kWith)) ||
                       (has_any_phrase(sentence, kAgainst) && named_in(sentence) == Named::kFailed);
  if (!against || tells_failure_of(title, Named::kFailed) || tells_failure_of(sentence, Named::kFailed))
    return false;
  // In people whom other things had failed it did worse than what is told of: that may come next.
  if (has_any_phrase(title, kFailed) && did_worse(finding)) return false;
  return std::none_of(
      source.document.sections.begin(), source.document.sections.end(), [&](const Section& section) {
        return section.kind == SectionKind::kAbstract &&
               tells_failure_of(lower_ascii(section.body.of(source.document.text)), Named::kFailed);
      });
}

bool FailedPeople::are_those_of(const Finding& finding) const {
  const AnswerSource& source = evidence_.source_of(finding);
  if (is_held_against_failed(finding)) return false;
  if (tells_itself(finding)) return true;
  const std::string sentence = lower_ascii(evidence_.sentence_of(finding));
  if (!of_refractory_ && are_untreated(sentence)) return false;
  // "Added to a sulfonylurea", asked of those in whom metformin failed.
  if (any_named() && tells_failure_of(sentence, Named::kOther)) return false;
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
