#include "answer/json/answer_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "answer/json/csl_json.h"
#include "answer/json/study_json.h"
#include "base/limits.h"

namespace attest {
namespace {

using Json = nlohmann::ordered_json;

Statement statement(const std::string& text) {
  Statement made;
  made.text = text;
  made.citations = {{"pmid:7", 1, {4, 9}, "quote", 3}};
  made.strength = "randomised trial";
  made.kind = "rate";
  made.computations = {{"count / total", "17/24", "71"}};
  return made;
}

Answer sample() {
  Answer answer;
  answer.question = "What is first for anismus?";
  answer.understood.asked = answer.question;
  answer.understood.resolved = answer.question;
  answer.understood.intent = Intent::kLineOfTherapy;
  answer.understood.line_of_therapy = 1;
  Concept condition;
  condition.label = "dyssynergic defecation";
  condition.asked_as = "anismus";
  condition.role = ConceptRole::kCondition;
  condition.variants = {{"anismus", {"anismus"}, 1.0f}};
  answer.understood.concepts = {condition};
  answer.snapshot = "abc";
  answer.collection_documents = 12;
  answer.version = "0.1.0";
  answer.verdict = Answer::Verdict::kAnswered;
  answer.bottom_line = {statement("Biofeedback.")};
  TherapyLine unranked;
  unranked.intervention = "Yoga";
  TherapyLine second;
  second.rank = 2;
  second.intervention = "Botulinum toxin A";
  TherapyLine first;
  first.rank = 1;
  first.intervention = "Biofeedback";
  first.intervention_id = "attest:biofeedback";
  first.statements = {statement("17/24 (71 %)")};
  Outcome outcome;
  outcome.kind = "proportion";
  outcome.value = 70.5;
  outcome.events = 17;
  outcome.total = 24;
  outcome.follow_up = "P6M";
  outcome.statement = 0;
  first.outcomes = {outcome};
  first.doses = {statement("five sessions")};
  answer.lines = {unranked, second, first};
  answer.disagreements = {{"success", {{"lower", {statement("a")}}, {"higher", {statement("b")}}}, {"size"}}};
  answer.checks = {{"p-value", statement("p = 0.24")}};
  Reference reference;
  reference.number = 1;
  reference.document = "pmid:7";
  reference.record.title = "A trial";
  reference.appraisal.grades = {{"strong", "GRADE", {1, 7}}, {"level I", "", {9, 16}}};
  reference.status = "current";
  answer.references = {reference};
  return answer;
}

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

std::string without(const char* pointer) {
  Json json = Json::parse(answer_to_json(sample()));
  const Json::json_pointer path(pointer);
  json.at(path.parent_pointer()).erase(path.back());
  return json.dump();
}

std::string with(const char* pointer, const Json& value) {
  Json json = Json::parse(answer_to_json(sample()));
  json.at(Json::json_pointer(pointer)) = value;
  return json.dump();
}

TEST(AnswerJson, MembersStandInTheOrderOfTheSchema) {
  const Json json = Json::parse(answer_to_json(sample()));
  EXPECT_EQ(keys(json), (std::vector<std::string>{
                            "schema", "question", "audience", "understood", "collection", "version",
                            "verdict", "sources_considered", "bottom_line", "warnings", "lines", "sections",
                            "disagreements", "checks", "gaps", "follow_ups", "near_misses", "references"}));
  EXPECT_EQ(json["schema"], "attest.answer/1");
  EXPECT_EQ(json["audience"], "clinician");
  EXPECT_EQ(json["verdict"], "answered");
}

TEST(AnswerJson, SameAnswerSameBytes) { EXPECT_EQ(answer_to_json(sample()), answer_to_json(sample())); }

TEST(AnswerJson, WhatIsNotStatedIsLeftOut) {
  const std::string text = answer_to_json(sample());
  EXPECT_EQ(text.find("null"), std::string::npos);
  const Json outcome = Json::parse(text)["lines"][2]["outcomes"][0];
  EXPECT_EQ(keys(outcome),
            (std::vector<std::string>{"kind", "value", "events", "total", "follow_up", "statement"}));
  EXPECT_EQ(outcome["value"].dump(), "70.5");
  EXPECT_EQ(outcome["events"].dump(), "17");
  EXPECT_FALSE(Json::parse(text)["references"][0].contains("n"));
}

TEST(AnswerJson, StatementsCarrySpansQuotesAndComputations) {
  const Json made = Json::parse(answer_to_json(sample()))["bottom_line"][0];
  EXPECT_EQ(made["citations"][0].dump(),
            R"({"document":"pmid:7","reference":1,"start":4,"end":9,"quote":"quote","page":3})");
  EXPECT_EQ(made["support"], "derived");
  EXPECT_EQ(made["computations"][0]["result"], "71");
}

TEST(AnswerJson, InvalidTextBecomesReplacementCharacters) {
  Answer answer = sample();
  answer.question = "a\xFF b";
  const Json json = Json::parse(answer_to_json(answer));
  EXPECT_EQ(json["question"], "a\uFFFD b");
}

TEST(StoredAnswer, ReadsBackWhatWasWritten) {
  const std::string text = answer_to_json(sample());
  const Result<StoredAnswer> stored = read_stored_answer(text, "kept.json");
  ASSERT_TRUE(stored) << stored.error().to_line();
  EXPECT_EQ(stored->question, "What is first for anismus?");
  EXPECT_EQ(stored->audience, "clinician");
  EXPECT_EQ(stored->snapshot, "abc");
  EXPECT_EQ(stored->version, "0.1.0");
  EXPECT_EQ(stored->bytes, text);
  EXPECT_EQ(stored->document_ids, std::vector<std::string>{"pmid:7"});
  EXPECT_EQ(stored->turn.question, "What is first for anismus?");
  EXPECT_EQ(stored->turn.intent, Intent::kLineOfTherapy);
  EXPECT_EQ(stored->turn.conditions, std::vector<std::string>{"dyssynergic defecation"});
  EXPECT_EQ(stored->turn.lines, (std::vector<std::string>{"Biofeedback", "Botulinum toxin A", "Yoga"}));
  EXPECT_EQ(stored->turn.line_in_focus, 1);
  EXPECT_EQ(stored->turn.intervention_in_focus, "Biofeedback");
  EXPECT_FALSE(stored->has_before);
  ASSERT_FALSE(stored->parts.empty());
  EXPECT_EQ(stored->parts[0].key, "bottom line");
  ASSERT_FALSE(stored->parts[0].statements.empty());
  EXPECT_EQ(stored->parts[0].statements[0].text, sample().bottom_line[0].text);
  EXPECT_EQ(stored->parts[0].statements[0].citations[0].span, (ByteSpan{4, 9}));
  EXPECT_EQ(stored->parts[1].title, "1. Biofeedback");
}

TEST(StoredAnswer, AFollowUpRemembersTheTurnBefore) {
  Answer answer = sample();
  PreviousTurn before;
  before.question = "first question";
  before.intent = Intent::kTreatment;
  before.lines = {"Biofeedback"};
  before.line_in_focus = 2;
  answer.before = before;
  answer.line_in_focus = 2;
  const Result<StoredAnswer> stored = read_stored_answer(answer_to_json(answer), "kept.json");
  ASSERT_TRUE(stored) << stored.error().to_line();
  ASSERT_TRUE(stored->has_before);
  EXPECT_EQ(stored->before.question, "first question");
  EXPECT_EQ(stored->before.line_in_focus, 2);
  EXPECT_EQ(stored->turn.intervention_in_focus, "Botulinum toxin A");
}

TEST(StoredAnswer, AnAnswerWithoutLinesKeepsTheInterventionAndTheOrderOfTherapy) {
  Answer answer = sample();
  answer.lines.clear();
  answer.line_in_focus = 0;
  answer.understood.intent = Intent::kDose;
  answer.understood.is_follow_up = true;
  Concept asked;
  asked.label = "Botulinum toxin A";
  asked.role = ConceptRole::kIntervention;
  asked.variants = {{"botox", {"botox"}, 1.0f}};
  answer.understood.concepts.push_back(asked);
  PreviousTurn before;
  before.lines = {"Botulinum toxin A", "Surgery"};
  before.line_in_focus = 2;
  before.intervention_in_focus = "Botulinum toxin A";
  answer.before = before;
  const Result<StoredAnswer> stored = read_stored_answer(answer_to_json(answer), "kept.json");
  ASSERT_TRUE(stored) << stored.error().to_line();
  EXPECT_EQ(stored->turn.intervention_in_focus, "Botulinum toxin A");
  EXPECT_EQ(stored->turn.lines, before.lines);
  EXPECT_EQ(stored->turn.line_in_focus, 2);
}

TEST(StoredAnswer, TheInterventionAskedAboutIsInFocus) {
  Answer answer = sample();
  Concept asked;
  asked.label = "Botulinum toxin A";
  asked.role = ConceptRole::kIntervention;
  asked.variants = {{"botox", {"botox"}, 1.0f}};
  answer.understood.concepts.push_back(asked);
  const Result<StoredAnswer> stored = read_stored_answer(answer_to_json(answer), "kept.json");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->turn.line_in_focus, 2);
}

TEST(StoredAnswer, EveryMissingOrWrongMemberIsNamed) {
  const struct {
    std::string json;
    const char* says;
  } cases[] = {
      {"", "not valid JSON"},
      {"[]", "an answer is a JSON object"},
      {without("/schema"), "kept.json, schema: is missing"},
      {with("/schema", "attest.answer/9"), "schema: this program reads attest.answer/1"},
      {without("/question"), "question: is missing"},
      {with("/question", 7), "question: must be a text"},
      {with("/question", std::string(limits::kQuestionBytesMax + 1, 'a')), "question: is longer than"},
      {with("/audience", "robot"), "audience: must be clinician, patient or partner"},
      {without("/collection/snapshot"), "collection.snapshot: is missing"},
      {with("/collection", 1), "collection: must be an object"},
      {without("/understood/turn"), "understood.turn: is missing"},
      {with("/understood/turn/intent", "mischief"), "understood.turn.intent: is not an intent"},
      {with("/understood/turn/lines", "x"), "understood.turn.lines: must be an array"},
      {with("/understood/turn/lines/0", 5), "understood.turn.lines: must hold texts only"},
      {with("/understood/turn/line_in_focus", -1), "line_in_focus: must be a whole number"},
      {with("/understood/turn/line_in_focus", 1e30), "line_in_focus: must be a whole number"},
      {without("/references"), "references: is missing"},
      {with("/references/0", 1), "references[0]: must be an object"},
      {without("/references/0/document"), "references[0].document: is missing"},
      {with("/bottom_line", 1), "bottom_line: must be an array"},
      {with("/bottom_line/0", 1), "bottom_line: must be an object"},
      {without("/bottom_line/0/text"), "bottom_line.text: is missing"},
      {with("/bottom_line/0/citations/0/start", -1), "bottom_line.citations.start: must be a place"},
      {with("/lines/0/statements", "x"), "lines.statements: must be an array"},
      {with("/sections", 3), "sections: must be an array"},
  };
  for (const auto& [json, says] : cases) {
    const Result<StoredAnswer> stored = read_stored_answer(json, "kept.json");
    ASSERT_FALSE(stored) << says;
    EXPECT_NE(stored.error().to_line().find(says), std::string::npos) << stored.error().to_line();
    EXPECT_FALSE(stored.error().remedy.empty());
  }
}

TEST(StoredAnswer, DepthAndNumberOfValuesAreLimited) {
  const Result<StoredAnswer> deep = read_stored_answer(std::string(100'000, '['), "kept.json");
  ASSERT_FALSE(deep);
  std::string nested(limits::kMarkupDepthMax + 10, '[');
  nested += std::string(limits::kMarkupDepthMax + 10, ']');
  const Result<StoredAnswer> closed = read_stored_answer(nested, "kept.json");
  ASSERT_FALSE(closed);
  EXPECT_EQ(closed.error().code, ErrorCode::kLimit);
  std::string many = "[0";
  for (size_t i = 0; i < limits::kAnswerValuesMax; ++i) many += ",0";
  const Result<StoredAnswer> too_many = read_stored_answer(many + "]", "kept.json");
  ASSERT_FALSE(too_many);
  EXPECT_EQ(too_many.error().code, ErrorCode::kLimit);
}

TEST(CslJson, HasTheShapeOfTheSchema) {
  BibliographicRecord record;
  record.pmid = "17";
  record.doi = "10.1/x";
  record.type = "article-journal";
  record.title = "Title";
  record.authors = {{"Chiarioni", "G", "", "", {}}, {"", "", "The Group", "", {}}, {"", "Plato", "", "", {}}};
  record.journal.title = "Gastroenterology";
  record.journal.pages = "657-664";
  record.published = {2006, 3, 0, ""};
  record.languages = "eng,fre";
  record.statements = {{"design", "RCT"}};
  EXPECT_EQ(record_to_csl_json("pmid:17", record),
            R"({"id":"pmid:17","type":"article-journal","title":"Title",)"
            R"("author":[{"family":"Chiarioni","given":"G"},{"literal":"The Group"},{"literal":"Plato"}],)"
            R"("issued":{"date-parts":[[2006,3]]},"container-title":"Gastroenterology","page":"657-664",)"
            R"("PMID":"17","DOI":"10.1/x","language":"en","custom":{"design":"RCT"}})");
}

TEST(CslJson, UnknownTypesAndDatesAreNotInvented) {
  BibliographicRecord record;
  record.type = "Journal Article";
  record.published.as_stated = "winter 1998";
  const Json csl = csl_json_of("file:1", record);
  EXPECT_EQ(csl["type"], "document");
  EXPECT_EQ(csl["issued"]["literal"], "winter 1998");
  EXPECT_FALSE(csl.contains("author"));
}

TEST(StudyJson, HoldsWhatIsStatedAndNothingElse) {
  EXPECT_TRUE(study_facts_json({}).empty());
  StudyFacts facts;
  facts.randomised = {122, {10, 13}};
  facts.arms = {{"cream", 60, {20, 34}}, {"oil", 0, {38, 41}}};
  facts.blinding = {"double blind", {50, 62}};
  facts.funding = {{"R01 1", {}}};
  EXPECT_EQ(study_facts_json(facts).dump(),
            R"({"randomised":{"value":122,"start":10,"end":13},)"
            R"("arms":[{"name":"cream","n":60,"start":20,"end":34},{"name":"oil","start":38,"end":41}],)"
            R"("blinding":{"text":"double blind","start":50,"end":62},"funding":[{"text":"R01 1"}]})");
}

}  // namespace
}  // namespace attest
