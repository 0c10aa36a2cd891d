// MeSH as a thesaurus for questions: tree numbers tell roles (https://www.nlm.nih.gov/mesh/intro_trees.html),
// and inverted entry terms are read in natural order.
#include "question/mesh.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/affix.h"
#include "base/ascii.h"

namespace attest {
namespace {

struct TreeRole {
  std::string_view prefix;
  MeshRole meaning;
};

// The first prefix that fits a tree number decides; a concept takes its strongest tree number.
constexpr std::array<TreeRole, 28> kTreeRoles = {{
    {"C23.550.288", {ConceptRole::kOther, false}},  // "disease" itself and its kinds
    {"C23.550.291", {ConceptRole::kOther, false}},  // disease attributes: acute, chronic, recurrence
    {"C", {ConceptRole::kCondition, true}},
    {"F03", {ConceptRole::kCondition, true}},
    {"F01.145.126.", {ConceptRole::kCondition, true}},  // behavioural symptoms
    {"B03", {ConceptRole::kCondition, true}},           // bacteria, viruses and parasites ask for infections
    {"B04", {ConceptRole::kCondition, true}},
    {"B01.050.500", {ConceptRole::kCondition, true}},
    {"B01.050.150.900.649.313.988.400.112.400.400", {ConceptRole::kPopulation, false}},  // people
    {"B01.050.150.900",
     {ConceptRole::kPopulation, true}},               // dogs, cats: who asks of them asks of nobody else
    {"B01.650", {ConceptRole::kIntervention, true}},  // plants, as remedies
    {"D", {ConceptRole::kIntervention, true}},
    {"J02", {ConceptRole::kIntervention, true}},  // food and drink
    {"E01", {ConceptRole::kTest, true}},
    {"E05.318", {ConceptRole::kOther, false}},  // methods of research
    {"E05.599", {ConceptRole::kOther, false}},
    {"E05.581", {ConceptRole::kOther, false}},
    {"E05", {ConceptRole::kTest, true}},
    {"E02", {ConceptRole::kIntervention, true}},
    {"E03", {ConceptRole::kIntervention, true}},
    {"E04", {ConceptRole::kIntervention, true}},
    {"E06", {ConceptRole::kIntervention, true}},
    {"E07", {ConceptRole::kIntervention, true}},
    {"F04.754", {ConceptRole::kIntervention, true}},              // psychotherapy
    {"G11.427.410.698.277", {ConceptRole::kIntervention, true}},  // exercise
    {"I03.350", {ConceptRole::kIntervention, true}},
    {"M01", {ConceptRole::kPopulation, false}},
    {"N", {ConceptRole::kOther, false}},
}};

int strength(const MeshRole& meaning) {
  if (!meaning.required) return meaning.role == ConceptRole::kPopulation ? 1 : 0;
  switch (meaning.role) {
    case ConceptRole::kCondition: return 5;
    case ConceptRole::kIntervention: return 4;
    case ConceptRole::kTest: return 3;
    default: return 2;
  }
}

}  // namespace

MeshRole mesh_role(const std::vector<std::string>& tree_numbers) {
  MeshRole best;
  for (const std::string& number : tree_numbers) {
    for (const TreeRole& tree : kTreeRoles) {
      if (std::string_view(number).substr(0, tree.prefix.size()) != tree.prefix) continue;
      if (strength(tree.meaning) > strength(best)) best = tree.meaning;
      break;
    }
  }
  return best;
}

bool is_frame(const std::vector<std::string>& tree_numbers) {
  // Disciplines, places, libraries and the law, money and organisations of health care.
  static constexpr std::array<std::string_view, 6> kFrames = {"H", "Z", "L", "N03.219", "N03.540", "N03.706"};
  return !tree_numbers.empty() &&
         std::all_of(tree_numbers.begin(), tree_numbers.end(),
                     [](const std::string& number) { return starts_with_one_of(number, kFrames); });
}

bool is_measured_substance(std::string_view name) {
  static constexpr std::string_view kNames[] = {"bilirubin",
                                                "blood glucose",
                                                "blood urea nitrogen",
                                                "c reactive protein",
                                                "cholesterol",
                                                "cholesterol hdl",
                                                "cholesterol ldl",
                                                "creatinine",
                                                "glucose",
                                                "glycated hemoglobin a",
                                                "hdl cholesterol",
                                                "hemoglobin a glycosylated",
                                                "hemoglobins",
                                                "ldl cholesterol",
                                                "lipids",
                                                "prostate specific antigen",
                                                "triglycerides",
                                                "urea",
                                                "uric acid"};
  std::string plain;
  for (const char c : name) {
    if (c == ',') continue;
    plain += c == '-' ? ' ' : to_lower(c);
  }
  return std::find(std::begin(kNames), std::end(kNames), plain) != std::end(kNames);
}

std::string natural_order(std::string_view term) {
  const size_t comma = term.find(", ");
  if (comma == std::string_view::npos || comma == 0) return std::string(term);
  if (term.find(',', comma + 1) != std::string_view::npos || comma + 2 >= term.size())
    return std::string(term);
  return std::string(term.substr(comma + 2)) + " " + std::string(term.substr(0, comma));
}

std::string inverted_order(std::string_view normalised) {
  const size_t space = normalised.rfind(' ');
  if (space == std::string_view::npos) return {};
  return std::string(normalised.substr(space + 1)) + " " + std::string(normalised.substr(0, space));
}

std::vector<std::string> number_forms(std::string_view normalised) {
  std::vector<std::string> forms;
  const size_t word = normalised.rfind(' ') == std::string_view::npos ? 0 : normalised.rfind(' ') + 1;
  const std::string_view last = normalised.substr(word);
  const auto ends = [&](std::string_view ending) {
    return last.size() > ending.size() + 1 && last.substr(last.size() - ending.size()) == ending;
  };
  const auto without = [&](size_t count) {
    return std::string(normalised.substr(0, normalised.size() - count));
  };
  if (ends("ies")) forms.push_back(without(3) + "y");
  if (ends("ses") || ends("xes") || ends("ches") || ends("shes")) forms.push_back(without(2));
  if (ends("ses")) forms.push_back(without(2) + "is");
  if (ends("s") && !ends("ss") && !ends("us") && !ends("is")) forms.push_back(without(1));
  if (!ends("s") && last.size() > 2) forms.push_back(std::string(normalised) + "s");
  return forms;
}

}  // namespace attest
