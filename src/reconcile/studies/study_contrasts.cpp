#include "reconcile/studies/study_contrasts.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/one_of.h"
#include "text/tokens.h"

namespace attest {
namespace {

struct Contrast {
  std::string_view word;
  std::string_view kind;
  std::string_view value;
};

// Words of one kind and value are called alike, or one of them is within the other.
constexpr Contrast kContrasts[] = {
    {"men", "sex", "men"},
    {"male", "sex", "men"},
    {"males", "sex", "men"},
    {"boys", "sex", "men"},
    {"women", "sex", "women"},
    {"female", "sex", "women"},
    {"females", "sex", "women"},
    {"girls", "sex", "women"},
    {"children", "age", "young"},
    {"child", "age", "young"},
    {"childhood", "age", "young"},
    {"pediatric", "age", "young"},
    {"paediatric", "age", "young"},
    {"adolescents", "age", "young"},
    {"infants", "age", "young"},
    {"neonates", "age", "young"},
    {"newborns", "age", "young"},
    {"adults", "age", "grown"},
    {"adult", "age", "grown"},
    {"elderly", "age", "grown"},
    {"older", "age", "grown"},
    {"knee", "joint", "knee"},
    {"knees", "joint", "knee"},
    {"hip", "joint", "hip"},
    {"hips", "joint", "hip"},
    {"shoulder", "joint", "shoulder"},
    {"elbow", "joint", "elbow"},
    {"wrist", "joint", "wrist"},
    {"ankle", "joint", "ankle"},
    {"lumbar", "back", "lumbar"},
    {"cervical", "back", "cervical"},
    {"thoracic", "back", "thoracic"},
    {"upper", "part", "upper"},
    {"lower", "part", "lower"},
    {"left", "side", "left"},
    {"right", "side", "right"},
    {"acute", "course", "acute"},
    {"chronic", "course", "chronic"},
    {"preserved", "function", "preserved"},
    {"reduced", "function", "reduced"},
    {"intrathecal", "route", "spinal"},
    {"spinal", "route", "spinal"},
    {"epidural", "route", "epidural"},
    {"caudal", "route", "caudal"},
    {"perineural", "route", "perineural"},
    {"intravenous", "route", "intravenous"},
    {"iv", "route", "intravenous"},
    {"intramuscular", "route", "intramuscular"},
    {"subcutaneous", "route", "subcutaneous"},
    {"oral", "route", "oral"},
    {"sublingual", "route", "sublingual"},
    {"buccal", "route", "buccal"},
    {"intranasal", "route", "nasal"},
    {"nasal", "route", "nasal"},
    {"inhaled", "route", "inhaled"},
    {"nebulized", "route", "inhaled"},
    {"nebulised", "route", "inhaled"},
    {"topical", "route", "topical"},
    {"transdermal", "route", "topical"},
    {"rectal", "route", "rectal"},
    {"vaginal", "route", "vaginal"},
    {"intravitreal", "route", "intravitreal"},
};

// Numbers that change from report to report of one study: how long, how many, when.
constexpr std::string_view kOfReports[] = {
    "year",     "years",        "yr",       "month",       "months",  "week",    "weeks", "day",
    "days",     "hour",         "hours",    "patients",    "patient", "cases",   "women", "men",
    "people",   "participants", "children", "centers",     "sites",   "centres", "site",  "countries",
    "subjects", "infants",      "adults",   "individuals", "part",    "trials"};

using Values = std::map<std::string, std::set<std::string>>;  // by kind

bool is_calendar_year(std::string_view number) {
  return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
}

Values values_of(std::string_view title) {
  Values values;
  const std::vector<Token> tokens = tokenize(title);
  for (size_t i = 0; i < tokens.size(); ++i) {
    const std::string& word = tokens[i].folded;
    for (const Contrast& contrast : kContrasts) {
      if (word == contrast.word) values[std::string(contrast.kind)].emplace(contrast.value);
    }
    if (word.empty()) continue;
    const std::string_view before = i == 0 ? std::string_view() : tokens[i - 1].folded;
    const std::string_view after = i + 1 == tokens.size() ? std::string_view() : tokens[i + 1].folded;
    static constexpr std::string_view kTypes[] = {"type", "stage", "grade", "class", "phase"};
    static constexpr std::string_view kRoman[] = {"i", "ii", "iii", "iv", "v"};
    if (is_one_of(before, kTypes)) {
      const auto* const roman = std::find(std::begin(kRoman), std::end(kRoman), word);
      if (roman != std::end(kRoman))
        values[std::string(before)].insert(std::to_string(roman - std::begin(kRoman) + 1));
      else if (is_digit(word.front()))
        values[std::string(before)].insert(word);
    } else if (is_digit(word.front()) && !is_one_of(after, kOfReports) && !is_calendar_year(word)) {
      values["number"].insert(word);
    } else if ((word == "high" || word == "low") && after == "dose") {
      values["dose"].insert(word);
    }
  }
  return values;
}

// "Oesophageal" and "esophageal", "stone" and "stones".
bool spelled_alike(std::string_view a, std::string_view b) {
  constexpr size_t kLettersMin = 5;
  if (std::min(a.size(), b.size()) < kLettersMin) return a == b;
  if (a.substr(0, kLettersMin) == b.substr(0, kLettersMin)) return true;
  return a.ends_with(b.substr(1)) || b.ends_with(a.substr(1)) || a.ends_with(b) || b.ends_with(a);
}

// Two modifiers: "for distal ureteral stones" and "for proximal ureteral stones": one word of the same place
// tells whose stones, or which. What was measured ("on pain", "on sleep quality") differs between reports of
// one study.
std::optional<std::pair<std::string, std::string>> find_modifiers(std::string_view a, std::string_view b) {
  static constexpr std::string_view kBefore[] = {"for", "in", "with", "among", "against"};
  static constexpr std::string_view kLight[] = {
      "the", "a",   "an",     "patients", "women",   "men",      "of",     "and",     "with",
      "in",  "for", "people", "from",     "treated", "children", "adults", "subjects"};
  static constexpr std::string_view kOfWork[] = {
      "the",         "a",     "an",     "clinical", "randomised",  "randomized", "controlled",
      "prospective", "new",   "early",  "late",     "preliminary", "final",      "long",
      "short",       "first", "second", "initial",  "selected",    "treatment"};
  const std::vector<Token> of_a = tokenize(a);
  const std::vector<Token> of_b = tokenize(b);
  const auto names = [](const std::vector<Token>& tokens, std::string_view word) {
    return std::any_of(tokens.begin(), tokens.end(),
                       [&](const Token& token) { return spelled_alike(token.folded, word); });
  };
  for (size_t i = 1; i + 1 < of_a.size(); ++i) {
    for (size_t j = 1; j + 1 < of_b.size(); ++j) {
      const std::string& x = of_a[i].folded;
      const std::string& y = of_b[j].folded;
      const std::string& behind = of_a[i + 1].folded;
      const bool person = behind == "women" || behind == "men" || behind == "children" ||
                          behind == "patients" || behind == "adults";
      if (of_a[i - 1].folded != of_b[j - 1].folded || behind != of_b[j + 1].folded ||
          !is_one_of(of_a[i - 1].folded, kBefore) || (is_one_of(behind, kLight) && !person))
        continue;
      constexpr size_t kLettersMin = 4;
      if (x.size() < kLettersMin || y.size() < kLettersMin || is_one_of(x, kOfWork) ||
          is_one_of(y, kOfWork) || names(of_b, x) || names(of_a, y))
        continue;
      return std::pair(x + " " + behind, y + " " + behind);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::pair<std::string, std::string>> differing_modifiers(std::string_view a,
                                                                       std::string_view b) {
  return find_modifiers(a, b);
}

std::vector<DifferingForm> differing_forms(std::string_view a, std::string_view b) {
  static constexpr std::string_view kTold[] = {"route",  "joint",    "back", "part",
                                               "course", "function", "dose"};
  Values of_a = values_of(a);
  Values of_b = values_of(b);
  std::vector<DifferingForm> forms;
  for (const std::string_view kind : kTold) {
    const std::set<std::string>& x = of_a[std::string(kind)];
    const std::set<std::string>& y = of_b[std::string(kind)];
    if (x.size() == 1 && y.size() == 1 && *x.begin() != *y.begin())
      forms.push_back({std::string(kind), *x.begin(), *y.begin()});
  }
  return forms;
}

bool titles_contrast(std::string_view a, std::string_view b) {
  if (find_modifiers(a, b)) return true;
  const Values of_a = values_of(a);
  const Values of_b = values_of(b);
  return std::any_of(of_a.begin(), of_a.end(), [&](const auto& one) {
    const auto other = of_b.find(one.first);
    return other != of_b.end() &&
           std::none_of(one.second.begin(), one.second.end(),
                        [&](const std::string& value) { return other->second.contains(value); });
  });
}

}  // namespace attest
