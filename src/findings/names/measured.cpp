#include "findings/names/measured.h"

#include <algorithm>
#include <iterator>

#include "base/affix.h"
#include "base/ascii.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr std::string_view kBefore[] = {
    "serum",
    "plasma",
    "urine",
    "urinary",
    "salivary",
    "circulating",
    "endogenous",
    "intracellular",
    "fasting",
    "serum total",
    "levels of",
    "level of",
    "concentration of",
    "concentrations of",
    "excretion of",
    "secretion of",
    "synthesis of",
    "production of",
    "expression of",
    "deficiency of",
    "serum levels of",
    "plasma levels of",
    "bioavailability of",
    "saturation of",
};
constexpr std::string_view kAfter[] = {
    "level",       "levels",         "concentration", "concentrations", "excretion",   "secretion",
    "expression",  "deficiency",     "deficient",     "resistance",     "receptor",    "receptors",
    "clearance",   "production",     "synthesis",     "gene",           "genes",       "antibody",
    "antibodies",  "autoantibodies", "uptake",        "saturation",     "saturations", "tension",
    "utilisation", "utilization",    "extraction",    "desaturation",   "assay",       "assays",
    "test",        "tests",          "testing",       "check",          "checks",      "count",
    "counts",      "titer",          "titers",        "titre",          "titres",      "measurement",
    "staining",    "stain",          "status",        "metabolism",     "sensitivity", "angiography",
    "radiography", "swallow",        "esterase",      "channel",        "channels",    "transporter",
    "tolerance",   "capacity",       "measurements",  "monitors",       "circadian",   "rhythm",
    "rhythms",     "demand",         "demands",       "-mediated",      "-stimulated", "ratio",
    "release",
};
// What the body uses up, or what a patient asks for; who consumes coffee has it.
constexpr std::string_view kConsumed[] = {"oxygen",  "glucose",   "morphine",   "fentanyl", "opioid",
                                          "opioids", "analgesic", "analgesics", "energy"};

bool ends_with_word(std::string_view text, std::string_view words) {
  if (!text.ends_with(words)) return false;
  return text.size() == words.size() || !is_letter(text[text.size() - words.size() - 1]);
}

bool starts_with_word(std::string_view text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  return text.size() == word.size() || !is_letter(text[word.size()]);
}

// "During exercise", "time to end of exercise", "exercise test": to which a test puts heart and legs.
bool is_exertion(std::string_view before, std::string_view after) {
  static constexpr std::string_view kSaidBefore[] = {"at",      "during",     "duration of", "end of",
                                                     "maximal", "maximum",    "on",          "peak",
                                                     "stress",  "submaximal", "time of"};
  static constexpr std::string_view kSaidAfter[] = {
      "duration", "ecg",   "electrocardiogram", "induced",    "-induced", "performance", "stress",
      "time",     "times", "parameter",         "parameters", "variables"};
  return std::any_of(std::begin(kSaidBefore), std::end(kSaidBefore),
                     [&](std::string_view words) { return ends_with_word(before, words); }) ||
         std::any_of(std::begin(kSaidAfter), std::end(kSaidAfter),
                     [&](std::string_view words) { return starts_with_word(after, words); });
}

// "The risk of cataract extraction", "need for surgery": what became necessary, not what was tried.
bool is_outcome(std::string_view before, std::string_view until) {
  static constexpr std::string_view kCounted[] = {"risk of", "rate of",  "rates of",     "incidence of",
                                                  "odds of", "need for", "likelihood of"};
  static constexpr std::string_view kProcedures[] = {
      "extraction",  "surgery",      "ectomy",      "transplantation", "transplant", "transfusion",
      "intubation",  "operation",    "replacement", "amputation",      "section",    "delivery",
      "ventilation", "arthroplasty", "dialysis",    "ligation"};
  return std::any_of(std::begin(kCounted), std::end(kCounted),
                     [&](std::string_view words) { return ends_with_word(before, words); }) &&
         ends_with_one_of(until, kProcedures);
}

// "Glucose, insulin and C-peptide", "insulin or proinsulin": one of the values that a list tells of.
bool is_beside_value(std::string_view until, std::string_view name_before, std::string_view after) {
  if (!ends_with_word(until, "insulin")) return false;
  static constexpr std::string_view kBeforeIt[] = {"glucose,",      "glucose and",   "c-peptide,",
                                                   "c-peptide and", "fructosamine,", "proinsulin/",
                                                   "glucose/",      "min/"};
  static constexpr std::string_view kBehindIt[] = {"and c-peptide",  ", c-peptide",   ", and c-peptide",
                                                   "and proinsulin", "or proinsulin", ", proinsulin",
                                                   "and glucagon",   ", glucagon",    ", and glucagon"};
  return ends_with_one_of(name_before, kBeforeIt) || starts_with_one_of(after, kBehindIt);
}

// "Ferritin, folate and parathyroid hormone measurements": the noun behind a list is said of all of it.
bool is_in_measured_list(std::string_view after) {
  static constexpr std::string_view kHeads[] = {"measurements", "levels", "concentrations", "checks"};
  constexpr size_t kItemWordsMax = 4;
  if (!after.starts_with(",") && !after.starts_with("and ")) return false;
  std::string_view list = after.substr(0, after.find_first_of(".;:("));
  size_t words = 0;
  while (!list.empty()) {
    const size_t end = std::min(list.find_first_of(" ,"), list.size());
    const std::string_view word = list.substr(0, end);
    if (std::find(std::begin(kHeads), std::end(kHeads), word) != std::end(kHeads)) return true;
    if (word != "and" && is_stop_word(word)) return false;
    const bool parts = word == "and" || (end < list.size() && list[end] == ',');
    words = parts ? 0 : words + (word.empty() ? 0 : 1);
    if (words > kItemWordsMax) return false;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

// "20 mg salt/kg": how the dose is reckoned.
bool is_form_of_dose(std::string_view before, std::string_view until) {
  return ends_with_word(until, "salt") && ends_with_word(before, "mg");
}

}  // namespace

bool is_measured(std::string_view lower, ByteSpan name) {
  std::string_view before = lower.substr(0, std::min<size_t>(name.start, lower.size()));
  std::string_view after = lower.substr(std::min<size_t>(name.end, lower.size()));
  while (before.ends_with(' ')) before.remove_suffix(1);
  while (after.starts_with(' ')) after.remove_prefix(1);
  const std::string_view until = lower.substr(0, std::min<size_t>(name.end, lower.size()));
  if (starts_with_word(after, "consumption") &&
      std::any_of(std::begin(kConsumed), std::end(kConsumed),
                  [&](std::string_view word) { return ends_with_word(until, word); }))
    return true;
  if (is_outcome(before, until) || is_in_measured_list(after) || is_beside_value(until, before, after))
    return true;
  if (is_form_of_dose(before, until)) return true;
  if (ends_with_word(until, "exercise") && is_exertion(before, after)) return true;
  return std::any_of(std::begin(kBefore), std::end(kBefore),
                     [&](std::string_view words) { return ends_with_word(before, words); }) ||
         std::any_of(std::begin(kAfter), std::end(kAfter),
                     [&](std::string_view word) { return starts_with_word(after, word); });
}

}  // namespace attest
