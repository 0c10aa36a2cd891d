#include "answer/finding_json.h"

namespace attest {
namespace {

using Json = nlohmann::ordered_json;

// What one figure belongs to: only what the sentence says.
Json figure_json(const char* kind, ByteSpan span, std::string_view text) {
  return {{"kind", kind}, {"start", span.start}, {"end", span.end}, {"quote", span.of(text)}};
}

Json figures_json(const Finding& finding, std::string_view text) {
  Json figures = Json::array();
  for (const AttachedFigure& figure : finding.figures) {
    Json object = figure_json(quantity_kind_name(figure.kind), figure.span, text);
    if (!figure.arm.name.empty()) object["arm"] = figure.arm.name;
    if (!figure.against.name.empty()) object["against"] = figure.against.name;
    if (!figure.outcome.empty()) object["outcome"] = figure.outcome;
    if (!figure.follow_up.empty()) object["time"] = figure.follow_up;
    figures.push_back(std::move(object));
  }
  return figures;
}

Json rates_json(const Finding& finding, std::string_view text) {
  Json rates = Json::array();
  for (const ArmRate& rate : finding.rates) {
    Json object = figure_json("rate", rate.span, text);
    if (!rate.arm.name.empty()) object["arm"] = rate.arm.name;
    if (!rate.follow_up.empty()) object["time"] = rate.follow_up;
    rates.push_back(std::move(object));
  }
  return rates;
}

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
  if (!finding.rates.empty()) object["rates"] = rates_json(finding, text);
  if (!finding.figures.empty()) object["figures"] = figures_json(finding, text);
  return object;
}

}  // namespace attest
