// Cues of what a sentence is about rather than what it finds: how a study was done, prevention, prognosis,
// causes, monitoring.
#include "findings/cues.h"

#include <string>

#include "text/phrases.h"

namespace attest::cues {

// clang-format off
bool monitoring(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "monitor*", "follow-up visit*", "should be checked", "reassess*", "surveillance", "regular check*",
      "check-up*",
      "re-evaluat*", "review at",
  };
  return has_any_phrase(lower, kPhrases);
}

bool symptoms(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "symptom*", "sign of", "signs of", "signs include", "signs and", "warning sign*", "complain* of",
      "present with", "presents with", "presented with", "presenting with", "presentation*",
      "manifest*", "clinical feature*", "features include", "characteristic feature*", "first noticed",
      "noticeable", "is marked by", "clinical picture", "characterised by", "characterized by",
      "people with", "may experience", "may feel", "feels like", "may include", "can include",
  };
  return has_any_phrase(lower, kPhrases);
}

bool prevention(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "prevent*", "prophyla*", "reduce the risk", "reduces the risk", "reduced the risk", "lower the risk",
      "vaccin*", "immuni*",
      "avoid",
  };
  return has_any_phrase(lower, kPhrases);
}

bool prevention_alone(std::string_view lower) {
  static constexpr std::string_view kRanks[] = {
      "-line treatment", " line treatment", "treatment of choice", "treatment of first choice",
  };
  if (!prevention(lower)) return false;
  std::string rest(lower);
  for (const std::string_view rank : kRanks) {
    for (size_t at = rest.find(rank); at != std::string::npos; at = rest.find(rank, at))
      rest.erase(at, rank.size());
  }
  return !has_phrase(rest, "treat*");
}

bool prognosis(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "prognosis", "survival", "outlook", "life expectancy", "mortality", "recover*",
      "relapse*", "recurrence",
      "long-term outcome*", "progress to", "cured", "remission", "natural history", "goes away", "long-term",
  };
  return has_any_phrase(lower, kPhrases);
}

bool cause(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "caused by", "cause of", "causes of", "causes", "due to", "results from", "result of", "mutation*",
      "triggered by",
      "aetiolog*", "etiolog*", "leads to", "inherited", "risk factor*", "because of",
  };
  return has_any_phrase(lower, kPhrases);
}

bool describes_study(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "were randomised to", "were randomized to", "were assigned to", "was assigned",
      "were allocated", "was compared with", "were compared with", "is compared with", "are compared with",
      "to be compared with",
      "this randomised", "this randomized", "this study", "this systematic review",
      "this review", "this case series",
      "this cohort", "this trial", "this meta-analysis", "this article",
      "this guideline", "this cross-sectional",
      "this retrospective", "this prospective", "we compared", "we aimed", "the aim of", "to evaluate",
      "to assess",
      "to determine", "to compare", "to investigate", "the purpose of", "to examine", "objective",
      "we investigated", "we studied",
      "we sought", "were enrolled", "were recruited", "mean follow-up was",
      "follow-up lasted", "this protocol",
      "will be randomized", "will be randomised", "participants will", "this is the study protocol",
      "in this study",
      "selection criteria", "were included if", "was undertaken to",
      "it tabulates", "it is an expert", "it is a narrative", "it is a consensus",
      "it explains", "it corrects", "we review the", "we discuss the", "we describe the", "is reviewed here",
      "are reviewed here", "this review discusses", "this article reviews", "this review describes",
      "this economic analysis", "this short report", "this expert", "this post hoc", "this mediation",
  };
  return has_any_phrase(lower, kPhrases);
}

bool announces_study(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "will be",       "will provide", "will help to", "substudy",   "sub-study",       "was designed to",
      "were designed to", "is designed to", "designed to test", "is under way", "is underway",
      "are under way", "is ongoing", "are ongoing", "is being conducted", "are being conducted"};
  return has_any_phrase(lower, kPhrases);
}

bool who_was_studied(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "were included",   "was included",    "were enrolled", "were recruited",        "were excluded",
      "were randomised", "were randomized", "were eligible", "materials and methods", "were selected"};
  return has_any_phrase(lower, kPhrases);
}

bool admission(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "exclusion criteri*", "inclusion criteri*", "eligibility criteri*", "entry criteri*", "were excluded",
      "was excluded", "excluded if", "excluded were", "ineligible", "not eligible", "eligible if",
      "were eligible", "included if"};
  return has_any_phrase(lower, kPhrases);
}

bool speaks_of_harm(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "side effect*", "side-effect*", "adverse*", "complication*", "risk*",  "safe*",
      "danger*",      "toler*",       "harm*",    "toxic*",        "avoid*", "caution*",
      "contraindicat*", "dependence", "abuse"};
  return has_any_phrase(lower, kPhrases);
}

bool no_information(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "in the record seen", "not shown in the record", "were not available", "was not available",
      "was seen only", "does not make clear", "do not make clear",
      "full paper was not seen", "guideline text itself was not seen",
      "summary is based on", "figures are second-hand",
      "summary is second-hand", "details are second-hand",
      "this expert note", "general information and does not",
      "seen only as a citation", "not a peer-reviewed",
  };
  return has_any_phrase(lower, kPhrases);
}

bool attendance(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "was completed by", "were completed by", "completed the study", "completed the trial", "dropped out",
      "completed follow-up", "lost to follow-up", "attended", "withdrew from", "completion rate",
      "agreed to take part", "agreed to participate", "left the study", "left the trial",
      "adherence to", "adhered to", "compliance with",
  };
  return has_any_phrase(lower, kPhrases);
}

// clang-format on

}  // namespace attest::cues
