#include "pipeline/add_direct_words.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "answer/direct_words.h"
#include "answer/finding_order.h"
#include "answer/references.h"
#include "answer/sections.h"
#include "pipeline/answer_question.h"
#include "pipeline/gather_evidence.h"

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

// Sentences of the answer that define another thing than was asked.
void drop_other_definitions(const Evidence& evidence, Answer& answer) {
  std::set<std::string> others;
  for (const AnswerSource& source : evidence.sources) {
    for (const Finding& finding : source.findings) {
      if (what_is_defined(evidence, finding) == Defines::kAnother)
        others.insert(sentence_key(evidence.sentence_of(finding)));
    }
  }
  const auto is_other = [&](const Statement& one) { return others.contains(sentence_key(one.text)); };
  std::erase_if(answer.bottom_line, is_other);
  for (AnswerSection& section : answer.sections) {
    if (section.kind == "definition") std::erase_if(section.statements, is_other);
  }
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
  const bool of_meaning = asks_what_it_is(question);
  const bool of_cure = asks_for_cure(question);
  if (answer.audience == Audience::kClinician || thing == nullptr || (!of_meaning && !of_cure)) return {};
  ATTEST_ASSIGN(Evidence alone, gather_evidence(what_is(question, *thing), answer.audience, library));
  std::vector<Statement> words;
  if (of_meaning) words = definition_of_asked(alone);
  if (of_cure && thing->role == ConceptRole::kCondition) {
    for (Statement& one : words_on_cure(alone)) words.push_back(std::move(one));
  }
  if (question.intent == Intent::kDefinition) drop_other_definitions(evidence, answer);
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
  }
  number_references(evidence, answer);
  return {};
}

}  // namespace attest
