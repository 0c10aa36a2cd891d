#include "answer/json/study_json.h"

namespace attest {
namespace {

using Json = nlohmann::ordered_json;

void put_span(Json& object, ByteSpan span) {
  if (span.empty()) return;
  object["start"] = span.start;
  object["end"] = span.end;
}

Json count_json(uint32_t value, ByteSpan span) {
  Json object = {{"value", value}};
  put_span(object, span);
  return object;
}

Json fact_json(const StatedFact& fact) {
  Json object = {{"text", fact.value}};
  put_span(object, fact.span);
  return object;
}

void put_facts(Json& object, const char* name, const std::vector<StatedFact>& facts) {
  if (facts.empty()) return;
  Json list = Json::array();
  for (const StatedFact& fact : facts) list.push_back(fact_json(fact));
  object[name] = std::move(list);
}

Json arm_json(const StudyArm& arm) {
  Json object = {{"name", arm.name}};
  if (arm.size != 0) object["n"] = arm.size;
  put_span(object, arm.span);
  return object;
}

}  // namespace

Json study_facts_json(const StudyFacts& facts) {
  Json object = Json::object();
  if (facts.randomised.value != 0)
    object["randomised"] = count_json(facts.randomised.value, facts.randomised.span);
  if (facts.analysed.value != 0) object["analysed"] = count_json(facts.analysed.value, facts.analysed.span);
  if (!facts.arms.empty()) {
    Json arms = Json::array();
    for (const StudyArm& arm : facts.arms) arms.push_back(arm_json(arm));
    object["arms"] = std::move(arms);
  }
  if (!facts.blinding.value.empty()) object["blinding"] = fact_json(facts.blinding);
  put_facts(object, "setting", facts.settings);
  if (!facts.period.value.empty()) object["period"] = fact_json(facts.period);
  put_facts(object, "funding", facts.funding);
  put_facts(object, "conflicts", facts.conflicts);
  return object;
}

Json study_json(const Appraisal& appraisal, std::string_view text) {
  Json object = Json::object();
  object["design"] = study_design_name(appraisal.design);
  if (!appraisal.design_basis.empty()) object["design_basis"] = appraisal.design_basis;
  object["results_in_people"] = has_results_in_people(appraisal);
  if (appraisal.meta_analysis) object["meta_analysis"] = true;
  if (appraisal.second_hand) object["second_hand"] = true;
  if (appraisal.sample_size != 0) {
    object["n"] = count_json(appraisal.sample_size, appraisal.sample_size_span);
    if (const std::string_view quote = appraisal.sample_size_span.of(text); !quote.empty())
      object["n"]["quote"] = quote;
  }
  if (appraisal.studies != 0) object["studies"] = appraisal.studies;
  if (!appraisal.level.empty()) object["level"] = appraisal.level;
  const Json facts = study_facts_json(appraisal.facts);
  for (const auto& [name, value] : facts.items()) object[name] = value;
  if (!appraisal.registrations.empty()) object["registrations"] = appraisal.registrations;
  if (!appraisal.limits.empty()) object["limits"] = appraisal.limits;
  return object;
}

}  // namespace attest
