#include "answer/json/finding_json.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace attest {
namespace {

using Json = nlohmann::ordered_json;

void put_number(Json& object, const char* name, double value) {
  if (std::isnan(value) || std::isinf(value)) return;
  // Whole numbers as such: 12, not 12.0.
  constexpr double kWholeMax = 1e15;
  if (value == std::floor(value) && std::abs(value) < kWholeMax)
    object[name] = static_cast<int64_t>(value);
  else
    object[name] = value;
}

const char* relation_sign(Relation relation) {
  switch (relation) {
    case Relation::kLess: return "<";
    case Relation::kLessOrEqual: return "<=";
    case Relation::kGreater: return ">";
    case Relation::kGreaterOrEqual: return ">=";
    case Relation::kApproximately: return "~";
    case Relation::kEqual: break;
  }
  return "=";
}

void put_span(Json& object, ByteSpan span, std::string_view text) {
  object["start"] = span.start;
  object["end"] = span.end;
  object["quote"] = span.of(text);
}

// What stands beside a number in words: of a dose its schedule or route, of a mean or a median the name of
// what follows it ("SD", "IQR"). That a p-value is "NS" says its quote.
void put_detail(Json& object, const Quantity& quantity) {
  if (quantity.detail.empty()) return;
  switch (quantity.kind) {
    case QuantityKind::kDose:
    case QuantityKind::kCount: object["schedule"] = quantity.detail; break;
    case QuantityKind::kMean:
    case QuantityKind::kMedian: object["spread"] = quantity.detail; break;
    default: break;
  }
}

// A number as it was read.
void put_quantity(Json& object, const Quantity& quantity) {
  put_number(object, "value", quantity.value);
  if (quantity.relation != Relation::kEqual) object["relation"] = relation_sign(quantity.relation);
  put_number(object, "low", quantity.low);
  put_number(object, "high", quantity.high);
  put_number(object, "confidence", quantity.confidence);
  put_number(object, "deviation", quantity.deviation);
  put_number(object, "numerator", quantity.numerator);
  put_number(object, "denominator", quantity.denominator);
  if (!quantity.measure.empty()) object["measure"] = quantity.measure;
  if (!quantity.unit.empty()) object["unit"] = quantity.unit;
  put_detail(object, quantity);
}

// The number that stands at the span or in it; nullptr when there is none.
const Quantity* quantity_at(const Finding& finding, ByteSpan span) {
  for (const Quantity& quantity : finding.quantities) {
    if (quantity.span.start == span.start) return &quantity;
  }
  return nullptr;
}

// Every number of the sentence, with what it belongs to as far as the sentence says so.
Json figures_json(const Finding& finding, std::string_view text) {
  Json figures = Json::array();
  for (const Quantity& quantity : finding.quantities) {
    const bool rate = std::any_of(finding.rates.begin(), finding.rates.end(),
                                  [&](const ArmRate& one) { return one.span.start == quantity.span.start; });
    if (rate) continue;  // among the rates
    Json object = {{"kind", quantity_kind_name(quantity.kind)}};
    put_span(object, quantity.span, text);
    put_quantity(object, quantity);
    for (const AttachedFigure& figure : finding.figures) {
      if (figure.span.start != quantity.span.start) continue;
      if (!figure.arm.name.empty()) object["arm"] = figure.arm.name;
      if (!figure.against.name.empty()) object["against"] = figure.against.name;
      if (!figure.outcome.empty()) object["outcome"] = figure.outcome;
      if (!figure.follow_up.empty()) object["time"] = figure.follow_up;
      break;
    }
    figures.push_back(std::move(object));
  }
  return figures;
}

Json rates_json(const Finding& finding, std::string_view text) {
  Json rates = Json::array();
  for (const ArmRate& rate : finding.rates) {
    Json object = {{"kind", "rate"}};
    put_span(object, rate.span, text);
    if (const Quantity* quantity = quantity_at(finding, rate.span)) put_quantity(object, *quantity);
    if (!object.contains("value")) put_number(object, "value", rate.percent);
    if (!object.contains("numerator")) put_number(object, "numerator", rate.events);
    if (!object.contains("denominator")) put_number(object, "denominator", rate.total);
    if (!rate.percent_stated && object.contains("value")) object["computed"] = true;
    if (!rate.arm.name.empty()) object["arm"] = rate.arm.name;
    if (!rate.outcome.empty()) object["outcome"] = rate.outcome;
    if (!rate.follow_up.empty()) object["time"] = rate.follow_up;
    rates.push_back(std::move(object));
  }
  return rates;
}

// The name of what a statement is said of; its id where the finding does not name it.
Json names_of(const Finding& finding, const std::vector<std::string>& ids) {
  Json names = Json::array();
  for (const std::string& id : ids) {
    const auto named = std::find_if(finding.interventions.begin(), finding.interventions.end(),
                                    [&](const Mention& mention) { return mention.id == id; });
    names.push_back(named == finding.interventions.end() ? id : named->name);
  }
  return names;
}

Json advice_json(const Finding& finding, std::string_view text) {
  Json list = Json::array();
  for (const AdviceStatement& said : finding.advice) {
    Json object = {{"says", said.against ? "against" : "for"}, {"of", names_of(finding, said.of)}};
    put_span(object, said.cue, text);
    list.push_back(std::move(object));
  }
  return list;
}

Json lines_json(const Finding& finding, std::string_view text) {
  Json list = Json::array();
  for (const LineStatement& said : finding.lines) {
    Json object = {{"line", said.line}};
    if (said.denied) object["denied"] = true;
    object["of"] = names_of(finding, said.of);
    put_span(object, said.cue, text);
    list.push_back(std::move(object));
  }
  return list;
}

Json changes_json(const Finding& finding) {
  Json list = Json::array();
  for (const ToldChange& told : finding.changes) {
    Json object = {{"outcome", told.outcome}, {"change", outcome_course_name(told.course)}};
    if (!told.arm.empty()) object["arm"] = told.arm;
    list.push_back(std::move(object));
  }
  return list;
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
  if (!finding.outcome.empty())
    object["outcome"] = finding.outcome;
  else if (finding.changes.size() == 1)
    object["outcome"] = finding.changes.front().outcome;
  const std::string& people =
      finding.stated_population.empty() ? finding.population : finding.stated_population;
  if (!people.empty()) object["population"] = people;
  if (finding.direction != Direction::kUnstated) object["direction"] = direction_name(finding.direction);
  if (!finding.changes.empty()) object["changes"] = changes_json(finding);
  if (finding.hedged) object["hedged"] = true;
  if (finding.negated) object["negated"] = true;
  if (finding.about_harm) object["about_harm"] = true;
  if (finding.background) object["background"] = true;
  if (!finding.follow_up.empty()) {
    object["follow_up"] = finding.follow_up;
    put_number(object, "follow_up_days", finding.follow_up_days);
  }
  if (!finding.advice.empty()) object["advice"] = advice_json(finding, text);
  if (!finding.strength.empty() && finding.kind == FindingKind::kRecommendation)
    object["strength"] = finding.strength;
  if (finding.line_of_therapy != 0) object["line_of_therapy"] = finding.line_of_therapy;
  if (!finding.lines.empty()) object["lines"] = lines_json(finding, text);
  if (!finding.trigger.empty()) {
    object["trigger"] = Json::object();
    put_span(object["trigger"], finding.trigger_span, text);
  }
  if (!finding.rates.empty()) object["rates"] = rates_json(finding, text);
  if (Json figures = figures_json(finding, text); !figures.empty()) object["figures"] = std::move(figures);
  return object;
}

}  // namespace attest
