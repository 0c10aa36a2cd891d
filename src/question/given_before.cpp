#include "question/given_before.h"

#include <algorithm>

#include "base/affix.h"
#include "base/one_of.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr size_t kStretchWordsMax = 6;

// Up to where the text goes on with whom it is for, or what is asked.
std::string_view stretch_behind(std::string_view lower, size_t from) {
  static constexpr std::string_view kEnds[] = {"in", "for", "what", "which", "who", "when", "is", "should"};
  std::string_view behind = lower.substr(from);
  behind = behind.substr(0, behind.find_first_of(",.;?!("));
  const std::vector<Token> tokens = tokenize(behind);
  size_t end = 0;
  for (size_t i = 0; i < tokens.size() && i < kStretchWordsMax && !is_one_of(tokens[i].folded, kEnds); ++i)
    end = tokens[i].span.end;
  return behind.substr(0, end);
}

// What is followed by other treatment as planned, or ended for reasons of its own.
bool is_planned(std::string_view stretch) {
  static constexpr std::string_view kPlanned[] = {
      "surg*",       "operat*",  "resect*",    "transplant*", "radi*",     "irradiat*",    "chemoradi*",
      "ablati*",     "stent*",   "bypass",     "deliver*",    "birth",     "section",      "thromboly*",
      "fibrinoly*",  "vaccin*",  "immunis*",   "immuniz*",    "anaesth*",  "anesth*",      "dialysis",
      "transfus*",   "biops*",   "intervent*", "cathet*",     "stopping",  "cessation",    "withdraw*",
      "discontinu*", "overdos*", "exposure",   "induction",   "remission", "cardioversion"};
  static constexpr std::string_view kOperations[] = {"ectomy", "ectomies", "plasty", "otomy", "ostomy"};
  const std::vector<Token> tokens = tokenize(stretch);
  return has_any_phrase(stretch, kPlanned) || std::any_of(tokens.begin(), tokens.end(), [](const Token& one) {
           return ends_with_one_of(one.folded, kOperations);
         });
}

}  // namespace

std::vector<std::string_view> read_given_before(std::string_view lower) {
  static constexpr std::string_view kBefore[] = {
      "after",           "following",        "previously treated with",
      "pretreated with", "pre-treated with", "already treated with"};
  std::vector<std::string_view> given;
  for (const std::string_view cue : kBefore) {
    for (size_t at = find_phrase(lower, cue); at != std::string_view::npos;
         at = find_phrase(lower, cue, at + 1)) {
      const std::string_view stretch = stretch_behind(lower, at + cue.size());
      if (!stretch.empty() && !is_planned(stretch)) given.push_back(stretch);
    }
  }
  return given;
}

bool is_brought_about_by_drugs(std::string_view lower) {
  static constexpr std::string_view kHarms[] = {"nausea",
                                                "vomiting",
                                                "hyperemesis",
                                                "diarrh*",
                                                "constipation",
                                                "bleed*",
                                                "haemorrhag*",
                                                "hemorrhag*",
                                                "angioedema",
                                                "rash*",
                                                "eruption*",
                                                "neutropeni*",
                                                "cytopeni*",
                                                "anaphyla*",
                                                "hypoglyc*",
                                                "hyperkal*",
                                                "hypokal*",
                                                "hyponatr*",
                                                "overdos*",
                                                "poison*",
                                                "toxic*",
                                                "intoxic*",
                                                "withdrawal",
                                                "weight gain",
                                                "hair loss",
                                                "alopecia",
                                                "infertil*",
                                                "mucositis",
                                                "stomatitis",
                                                "neuropath*",
                                                "dyskinesia*",
                                                "dystonia*",
                                                "akathisia",
                                                "serotonin syndrome",
                                                "neuroleptic malignant*",
                                                "thrush",
                                                "candid*",
                                                "fracture*",
                                                "respiratory depression",
                                                "sedation",
                                                "cough",
                                                "injury",
                                                "liver failure",
                                                "renal failure",
                                                "kidney disease",
                                                "myopath*",
                                                "acidosis",
                                                "sexual dysfunction",
                                                "hyperprolactin*",
                                                "extrapyramidal*",
                                                "fever",
                                                "hypotension",
                                                "oedema",
                                                "edema",
                                                "headache*",
                                                "pregnancy",
                                                "difficile",
                                                "cardiotoxic*",
                                                "cardiomyopath*",
                                                "osteonecrosis",
                                                "hypersensitiv*",
                                                "allerg*",
                                                "dry mouth",
                                                "xerostomia",
                                                "hiccup*",
                                                "tremor*",
                                                "amenorrh*",
                                                "jaundice",
                                                "reaction*",
                                                "dependence",
                                                "addiction",
                                                "induced",
                                                "associated",
                                                "rhabdomyolysis"};
  return has_any_phrase(lower, kHarms);
}

}  // namespace attest
