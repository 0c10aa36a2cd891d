#include "pipeline/add_direct_words.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "answer/choice/finding_order.h"
#include "answer/choice/nearest.h"
#include "answer/lay/direct_words.h"
#include "answer/lay/doctors_words.h"
#include "answer/lay/page_words.h"
#include "answer/references.h"
#include "answer/sections.h"
#include "base/ascii.h"
#include "pipeline/answer_question.h"
#include "pipeline/gather_evidence.h"
#include "question/concepts.h"
#include "question/intents.h"
#include "question/words.h"

namespace attest {

namespace {

UnderstoodQuestion what_is(const UnderstoodQuestion& question, const Concept& thing) {
  UnderstoodQuestion alone = question;
  alone.concepts = {thing};
  alone.concepts.front().required = true;
  alone.intent = Intent::kDefinition;
  alone.secondary_intents.clear();
  alone.other_stems.clear();
  alone.population.clear();
  alone.resolved = "what is " + thing.asked_as;
  return alone;
}

bool says(const std::vector<Statement>& statements, const Statement& one) {
  const std::string key = sentence_key(one.text);
  return std::any_of(statements.begin(), statements.end(),
                     [&](const Statement& other) { return sentence_key(other.text) == key; });
}

// Sentences of the answer that neither define nor describe what was asked.
void drop_undescribing(const Evidence& evidence, Answer& answer) {
  std::set<std::string> describing;
  for (uint32_t i = 0; i < evidence.sources.size(); ++i) {
    for (Finding finding : evidence.sources[i].findings) {
      finding.source = i;  // those of another gathering have numbers of their own
      if (describes_asked(evidence, finding)) describing.insert(sentence_key(evidence.sentence_of(finding)));
    }
  }
  const auto is_other = [&](const Statement& one) { return !describing.contains(sentence_key(one.text)); };
  std::erase_if(answer.bottom_line, is_other);
  for (AnswerSection& section : answer.sections) {
    if (section.kind == "definition" || section.kind == kNearestSection || section.kind == kNearMissesSection)
      std::erase_if(section.statements, is_other);
  }
}

// "Pain/penetration disorder" and "pain penetration disorder" are one name.
std::string letters_of(std::string_view name) {
  std::string letters = lower_ascii(name);
  std::erase_if(letters, [](char letter) { return !is_lower(letter); });
  return letters;
}

// Where no source says what it is, its other names help to look for it elsewhere.
std::string other_names(const Evidence& evidence, const Concept& thing) {
  constexpr size_t kNames = 2;
  std::string note = "No source here says what it is.";
  const Thesaurus::Entry* entry =
      evidence.thesaurus == nullptr ? nullptr : evidence.thesaurus->find_by_id(thing.thesaurus_id);
  if (entry == nullptr) return note;
  std::vector<std::string> names;
  if (!entry->plain_name.empty() && lower_ascii(entry->plain_name) != lower_ascii(thing.asked_as))
    names.push_back(entry->plain_name);
  // A plain name alone, where there is one: doctors' names are hard to read.
  for (const std::string& name : entry->names) {
    if (!entry->plain_name.empty() || names.size() == kNames) break;
    if (letters_of(name) != letters_of(thing.asked_as) && !looks_like_abbreviation(name))
      names.push_back(name);
  }
  if (names.empty()) return note;
  note += " Other names for it: ";
  for (size_t i = 0; i < names.size(); ++i) note += (i > 0 ? "; " : "") + names[i];
  return note + ".";
}

void put_first(std::vector<Statement> words, Answer& answer) {
  for (const Statement& one : words) {
    const std::vector<Statement> alone = {one};
    const auto same = [&](const Statement& other) { return says(alone, other); };
    std::erase_if(answer.bottom_line, same);
    for (AnswerSection& section : answer.sections) std::erase_if(section.statements, same);
  }
  answer.bottom_line.insert(answer.bottom_line.begin(), std::make_move_iterator(words.begin()),
                            std::make_move_iterator(words.end()));
}

}  // namespace

Status add_direct_words(const UnderstoodQuestion& question, const Library& library, Answer& answer,
                        Evidence& evidence) {
  const Concept* thing = asked_thing(question);
  // "My partner has bipolar disorder, what should I know": what it is, where nothing else answers.
  const bool of_anything =
      question.intent == Intent::kGeneral && tells_nothing(answer) && broadly_asked(question) != nullptr;
  const bool of_meaning = asks_what_it_is(question) || of_anything;
  const bool of_cure = asks_for_cure(question);
  if (answer.audience == Audience::kClinician || thing == nullptr || (!of_meaning && !of_cure)) return {};
  ATTEST_ASSIGN(Evidence alone, gather_evidence(what_is(question, *thing), answer.audience, library));
  std::vector<Statement> words;
  if (of_meaning) words = definition_of_asked(alone);
  if (of_cure && thing->role == ConceptRole::kCondition) {
    for (Statement& one : words_on_cure(alone)) words.push_back(std::move(one));
  }
  // "What is a normal blood pressure?" asks for a value.
  const bool of_value =
      matches_pattern(plain_words(question.resolved), "normal|average|healthy|ideal|safe|best");
  if (question.intent == Intent::kDefinition && !of_value) drop_undescribing(evidence, answer);
  if (!words.empty()) {
    const bool whole = question.intent == Intent::kDefinition || of_cure;
    if (answer.verdict == Answer::Verdict::kNoDirectEvidence)
      answer.verdict = whole ? Answer::Verdict::kAnswered : Answer::Verdict::kPartly;
    if (whole) {
      std::erase(answer.gaps, missing_answer(question));
      std::erase(answer.gaps, nearest_note({}, answer.audience));
    }
    put_first(std::move(words), answer);
    take_new_sources(std::move(alone), evidence);
  } else if (answer.bottom_line.empty() && answer.verdict == Answer::Verdict::kAnswered) {
    answer.verdict = Answer::Verdict::kPartly;
  }
  std::erase_if(answer.sections, [](const AnswerSection& section) { return section.statements.empty(); });
  if (answer.bottom_line.empty() && answer.sections.empty() && answer.lines.empty()) {
    std::vector<Statement> warnings = std::move(answer.warnings);
    answer = no_direct_evidence(std::move(answer));
    answer.warnings = std::move(warnings);
    if (question.intent == Intent::kDefinition) answer.gaps.push_back(other_names(evidence, *thing));
  }
  number_references(evidence, answer);
  return {};
}

}  // namespace attest
