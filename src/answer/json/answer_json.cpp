// Writes an Answer as JSON, schema attest.answer/1 (docs/schema/answer-1.schema.json).
//
// The same answer gives the same bytes: members are written in the order of the code below, which is the
// order of the schema, and numbers in their shortest form (70, not 70.0). Only what is stated is written.
#include "answer/json/answer_json.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "answer/json/csl_json.h"
#include "answer/json/study_json.h"
#include "answer/lines/line_in_focus.h"

namespace attest {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kExactIntegersBelow = 9007199254740992.0;  // 2^53

void put(Json& object, const char* name, const std::string& value) {
  if (!value.empty()) object[name] = value;
}

void put(Json& object, const char* name, double value) {
  if (!std::isfinite(value)) return;
  if (value == std::trunc(value) && std::abs(value) < kExactIntegersBelow) {
    object[name] = static_cast<int64_t>(value);
  } else {
    object[name] = value;
  }
}

void put_count(Json& object, const char* name, uint64_t value) {
  if (value != 0) object[name] = value;
}

void put(Json& object, const char* name, Json list) {
  if (!list.empty()) object[name] = std::move(list);
}

template <typename Value, typename Write>
Json array_of(const std::vector<Value>& values, Write write) {
  Json list = Json::array();
  for (const Value& value : values) list.push_back(write(value));
  return list;
}

Json strings(const std::vector<std::string>& values) {
  return array_of(values, [](const std::string& value) { return Json(value); });
}

Json study_link_json(const StudyLink& link) {
  Json object = Json::object();
  object["document"] = link.document;
  object["certainty"] = link.certain ? "certain" : "probable";
  object["basis"] = link.basis;
  return object;
}

Json citation_json(const Citation& citation) {
  Json object = Json::object();
  object["document"] = citation.document;
  put_count(object, "reference", citation.reference);
  object["start"] = citation.span.start;
  object["end"] = citation.span.end;
  object["quote"] = citation.quote;
  put_count(object, "page", citation.page);
  return object;
}

Json computation_json(const Computation& computation) {
  return {{"rule", computation.rule}, {"inputs", computation.inputs}, {"result", computation.result}};
}

Json statement_json(const Statement& statement) {
  Json object = Json::object();
  object["text"] = statement.text;
  object["citations"] = array_of(statement.citations, citation_json);
  object["support"] = statement.quoted ? "quoted" : "derived";
  object["strength"] = statement.strength;
  put(object, "kind", statement.kind);
  put(object, "computations", array_of(statement.computations, computation_json));
  return object;
}

Json statements_json(const std::vector<Statement>& statements) {
  return array_of(statements, statement_json);
}

Json outcome_json(const Outcome& outcome) {
  Json object = Json::object();
  object["kind"] = outcome.kind;
  put(object, "value", outcome.value);
  put(object, "low", outcome.low);
  put(object, "high", outcome.high);
  put(object, "events", outcome.events);
  put(object, "total", outcome.total);
  put(object, "follow_up", outcome.follow_up);
  put(object, "arm", outcome.arm);
  put(object, "comparator", outcome.comparator);
  put(object, "name", outcome.name);
  if (outcome.harm) object["harm"] = true;
  if (outcome.statement >= 0) object["statement"] = outcome.statement;
  return object;
}

Json line_json(const TherapyLine& line) {
  Json object = Json::object();
  object["rank"] = line.rank;
  object["intervention"] = line.intervention;
  put(object, "intervention_id", line.intervention_id);
  put(object, "plain_name", line.plain_name);
  put(object, "rank_reason", line.rank_reason);
  put(object, "ranked_by", array_of(line.ranked_by, citation_json));
  object["statements"] = statements_json(line.statements);
  object["outcomes"] = array_of(line.outcomes, outcome_json);
  put(object, "harms", statements_json(line.harms));
  put(object, "doses", statements_json(line.doses));
  object["move_on_when"] = statements_json(line.move_on_when);
  return object;
}

Json section_json(const AnswerSection& section) {
  Json object = Json::object();
  object["kind"] = section.kind;
  object["title"] = section.title;
  object["statements"] = statements_json(section.statements);
  return object;
}

// Sides are arrays of statements; their short names stand beside them in `positions`, in the same order.
Json disagreement_json(const Disagreement& disagreement) {
  Json object = Json::object();
  object["about"] = disagreement.about;
  object["sides"] = array_of(disagreement.sides,
                             [](const DisagreementSide& side) { return statements_json(side.statements); });
  object["positions"] =
      array_of(disagreement.sides, [](const DisagreementSide& side) { return Json(side.position); });
  object["likely_reasons"] = strings(disagreement.likely_reasons);
  return object;
}

Json check_json(const Check& check) {
  Json object = Json::object();
  object["kind"] = check.kind;
  object["statement"] = statement_json(check.statement);
  return object;
}

Json grade_json(const StatedGrade& grade) {
  Json object = Json::object();
  object["text"] = grade.text;
  put(object, "system", grade.system);
  object["start"] = grade.span.start;
  object["end"] = grade.span.end;
  return object;
}

std::string joined_grades(const std::vector<StatedGrade>& grades) {
  std::string all;
  for (const StatedGrade& grade : grades) {
    if (!all.empty()) all += "; ";
    all += grade.text;
  }
  return all;
}

Json reference_json(const Reference& reference) {
  const Appraisal& appraisal = reference.appraisal;
  Json object = Json::object();
  object["number"] = reference.number;
  object["document"] = reference.document;
  object["record"] = csl_json_of(reference.document, reference.record);
  object["design"] = study_design_name(appraisal.design);
  put(object, "design_basis", appraisal.design_basis);
  if (appraisal.meta_analysis) object["meta_analysis"] = true;
  if (appraisal.second_hand) object["second_hand"] = true;
  put_count(object, "n", appraisal.sample_size);
  put_count(object, "studies", appraisal.studies);
  put(object, "level", appraisal.level);
  put(object, "study", study_facts_json(appraisal.facts));
  put(object, "stated_grade", joined_grades(appraisal.grades));
  put(object, "grades", array_of(appraisal.grades, grade_json));
  object["depth"] = depth_name(appraisal.depth);
  put_count(object, "year", appraisal.year);
  put(object, "society", appraisal.society);
  put(object, "registrations", strings(appraisal.registrations));
  put(object, "limits", strings(appraisal.limits));
  object["status"] = reference.status;
  put(object, "status_links", strings(reference.status_links));
  object["same_study_as"] =
      array_of(reference.same_study, [](const StudyLink& link) { return Json(link.document); });
  if (!reference.same_study.empty()) {
    const bool certain = std::all_of(reference.same_study.begin(), reference.same_study.end(),
                                     [](const StudyLink& link) { return link.certain; });
    object["same_study_certainty"] = certain ? "stated" : "probably";
  }
  put(object, "same_study", array_of(reference.same_study, study_link_json));
  put(object, "included_in", array_of(reference.included_in, study_link_json));
  return object;
}

Json concept_json(const Concept& concept_) {
  Json object = Json::object();
  object["label"] = concept_.label;
  object["asked_as"] = concept_.asked_as;
  put(object, "thesaurus_id", concept_.thesaurus_id);
  object["role"] = concept_role_name(concept_.role);
  object["required"] = concept_.required;
  object["names"] =
      array_of(concept_.variants, [](const ConceptVariant& variant) { return Json(variant.words); });
  put(object, "not",
      array_of(concept_.homonyms, [](const ConceptVariant& variant) { return Json(variant.words); }));
  return object;
}

Json turn_json(const PreviousTurn& turn) {
  Json object = Json::object();
  object["question"] = turn.question;
  object["intent"] = intent_name(turn.intent);
  object["conditions"] = strings(turn.conditions);
  object["lines"] = strings(turn.lines);
  object["line_in_focus"] = turn.line_in_focus;
  put(object, "intervention_in_focus", turn.intervention_in_focus);
  return object;
}

// What was understood; `turn` inside it is what the next follow-up starts from, `before` what this one did.
Json understood_json(const Answer& answer) {
  const UnderstoodQuestion& understood = answer.understood;
  Json object = Json::object();
  object["asked"] = understood.asked;
  object["resolved"] = understood.resolved;
  object["summary"] = understood.summary();
  object["is_follow_up"] = understood.is_follow_up;
  if (understood.same_condition) object["same_condition"] = true;
  object["intent"] = intent_name(understood.intent);
  put(object, "secondary_intents",
      array_of(understood.secondary_intents, [](Intent intent) { return Json(intent_name(intent)); }));
  put_count(object, "line_of_therapy", static_cast<uint64_t>(std::max(0, understood.line_of_therapy)));
  object["concepts"] = array_of(understood.concepts, concept_json);
  put(object, "population", understood.population);
  put(object, "spelling", array_of(understood.spelling, [](const SpellingChange& change) {
        return Json{{"from", change.from}, {"to", change.to}};
      }));
  object["turn"] = turn_json(turn_of(answer));
  if (answer.before) object["before"] = turn_json(*answer.before);
  return object;
}

}  // namespace

std::string answer_to_json(const Answer& answer) {
  Json json = Json::object();
  json["schema"] = kAnswerSchema;
  json["question"] = answer.question;
  json["audience"] = audience_name(answer.audience);
  json["understood"] = understood_json(answer);
  json["collection"] = Json{{"snapshot", answer.snapshot}, {"documents", answer.collection_documents}};
  json["version"] = answer.version;
  put(json, "safety_notices", array_of(answer.safety_notices, [](const SafetyNotice& notice) {
        return Json{
            {"kind", notice.kind}, {"title", notice.title}, {"text", notice.text}, {"basis", kSafetyBasis}};
      }));
  json["verdict"] = verdict_name(answer.verdict);
  put(json, "scope", answer.scope);
  json["sources_considered"] = answer.sources_considered;
  json["bottom_line"] = statements_json(answer.bottom_line);
  json["warnings"] = statements_json(answer.warnings);
  json["lines"] = array_of(answer.lines, line_json);
  json["sections"] = array_of(answer.sections, section_json);
  json["disagreements"] = array_of(answer.disagreements, disagreement_json);
  json["checks"] = array_of(answer.checks, check_json);
  json["gaps"] = strings(answer.gaps);
  json["follow_ups"] = strings(answer.follow_ups);
  json["near_misses"] = strings(answer.near_misses);
  json["references"] = array_of(answer.references, reference_json);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace attest
