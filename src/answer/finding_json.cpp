#include "answer/finding_json.h"

namespace attest {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

nlohmann::ordered_json finding_json(const Finding& finding, std::string_view text) {
  Json object = Json::object();
  object["kind"] = finding_kind_name(finding.kind);
  object["sentence"] = {
      {"start", finding.sentence.start}, {"end", finding.sentence.end}, {"quote", finding.sentence.of(text)}};
  Json interventions = Json::array();
  for (const Mention& mention : finding.interventions) interventions.push_back(mention.name);
  if (!interventions.empty()) object["interventions"] = std::move(interventions);
  if (!finding.comparator.name.empty()) object["comparator"] = finding.comparator.name;
  if (!finding.outcome.empty()) object["outcome"] = finding.outcome;
  if (!finding.population.empty()) object["population"] = finding.population;
  if (finding.direction != Direction::kUnstated) object["direction"] = direction_name(finding.direction);
  return object;
}

}  // namespace attest
