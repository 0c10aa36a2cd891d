#include "answer/lines/no_outcome.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/ascii.h"
#include "findings/cues.h"
#include "reconcile/outcomes/own_results.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kFoundWords[] = {
    "found",   "showed",    "shown",    "significant*",  "resulted in", "improved",  "improves",    "reduced",
    "reduces", "concluded", "conclude", "suggest*",      "demonstrat*", "effective", "more",        "less",
    "greater", "fewer",     "better",   "no difference", "did not",     "responded", "respectively"};

bool compares_figures(const Finding& finding) {
  return std::any_of(finding.quantities.begin(), finding.quantities.end(), [](const Quantity& one) {
    return one.kind == QuantityKind::kPValue || one.kind == QuantityKind::kRatio ||
           one.kind == QuantityKind::kDifference;
  });
}

// What it costs, unless the words before tell what it does.
bool tells_only_cost(std::string_view lower) {
  static constexpr std::string_view kCost[] = {"cost-effective*",
                                               "cost effective*",
                                               "costs",
                                               "cost of",
                                               "cost per",
                                               "cost saving*",
                                               "cost-saving*",
                                               "incremental cost*",
                                               "cost reduction*",
                                               "associated cost*",
                                               "net monetary benefit",
                                               "willingness to pay",
                                               "willingness-to-pay",
                                               "quality-adjusted life*",
                                               "quality adjusted life*",
                                               "qaly*",
                                               "qalys",
                                               "icer",
                                               "budget*",
                                               "healthcare system",
                                               "health care system"};
  size_t first = std::string_view::npos;
  for (const std::string_view cost : kCost) first = std::min(first, find_phrase(lower, cost));
  if (first == std::string_view::npos) return false;
  const std::string_view before = lower.substr(0, first);
  size_t border = std::string_view::npos;
  for (const std::string_view join : {", ", "; ", " and ", " but "}) {
    const size_t at = before.rfind(join);
    if (at == std::string_view::npos || is_digit(lower[at + join.size()])) continue;
    if (border == std::string_view::npos || at > border) border = at;
  }
  if (border == std::string_view::npos) return true;
  static constexpr std::string_view kDoes[] = {
      "reduc*",       "improv*",      "prevent*", "increas*", "decreas*", "lower*", "more effective",
      "as effective", "effective in", "superior", "relie*",   "heal*",    "better", "cure*",
      "fewer",        "efficac*",     "surviv*",  "respon*",  "remission"};
  return !has_any_phrase(before.substr(0, border), kDoes);
}

// "Trials are needed that tell whether it is better": of which nothing is found yet.
bool only_asks_for_trials(std::string_view lower) {
  static constexpr std::string_view kNeeded[] = {
      "trials are needed",     "studies are needed",         "research is needed",    "trials are required",
      "studies are required",  "research is required",       "studies are warranted", "trials are warranted",
      "research is warranted", "studies should investigate", "is warranted",          "are warranted",
      "needs to be studied",   "need to be studied",         "should be investigated"};
  size_t first = std::string_view::npos;
  for (const std::string_view needed : kNeeded) first = std::min(first, find_phrase(lower, needed));
  if (first == std::string_view::npos) return false;
  // Before it may stand what was found, as its own clause.
  return lower.substr(0, first).find_first_of(",;") == std::string_view::npos &&
         !has_any_phrase(lower.substr(0, first), kFoundWords);
}

// What was asked, how it was done, or what nobody has studied.
bool tells_nothing_found(const Finding& finding, std::string_view lower) {
  static constexpr std::string_view kNothing[] = {"we hypothesi*",
                                                  "was hypothesi*",
                                                  "on admission were",
                                                  "discharge to",
                                                  "endpoints include",
                                                  "end points include",
                                                  "endpoints were",
                                                  "no study has",
                                                  "no studies have",
                                                  "no trial has",
                                                  "no trials have",
                                                  "will be made",
                                                  "no trials were",
                                                  "no studies were",
                                                  "no rcts were",
                                                  "no trial was",
                                                  "no study was",
                                                  "no rct evidence",
                                                  "no randomised trial*",
                                                  "no randomized trial*",
                                                  "is need for",
                                                  "is a need for",
                                                  "was introduced because",
                                                  "was started because",
                                                  "were taking part",
                                                  "document contains",
                                                  "was defined as",
                                                  "were defined as",
                                                  "defined as a",
                                                  "primary outcome used",
                                                  "primary endpoint was",
                                                  "primary outcome was",
                                                  "the parameters",
                                                  "market share*",
                                                  "prescription rate*",
                                                  "were prescribed",
                                                  "are prescribed",
                                                  "primary hypothesis",
                                                  "to confirm if",
                                                  "to confirm whether",
                                                  "to see if",
                                                  "to see whether",
                                                  "to find out",
                                                  "been widely studied",
                                                  "one avenue",
                                                  "of the responding",
                                                  "responding facilities",
                                                  "responding programs",
                                                  "of respondents",
                                                  "of the respondents",
                                                  "much debated",
                                                  "cannot attribute",
                                                  "cannot be attributed",
                                                  "help researchers",
                                                  "results are in",
                                                  "were followed on",
                                                  "patients followed on",
                                                  "have attempted to",
                                                  "is expected to",
                                                  "are expected to",
                                                  "sample size was",
                                                  "sample size of",
                                                  "to measure the efficacy",
                                                  "we postulated",
                                                  "sample size and",
                                                  "sample size calc*",
                                                  "do not know",
                                                  "trial registration",
                                                  "completed a survey",
                                                  "quality score",
                                                  "no data to",
                                                  "greatest challenge*",
                                                  "have not been tested",
                                                  "has not been tested",
                                                  "used increasingly",
                                                  "increasingly used",
                                                  "indication for surgery",
                                                  "published as an abstract",
                                                  "endpoints included",
                                                  "end points included",
                                                  "outcomes included",
                                                  "end-points included",
                                                  "under scrutiny",
                                                  "remains to be elucidated",
                                                  "assumptions made",
                                                  "have not previously been",
                                                  "has not previously been",
                                                  "have never been",
                                                  "particular emphasis",
                                                  "addresses the issue",
                                                  "may be a potential",
                                                  "briefly summari*",
                                                  "secondary endpoints:",
                                                  "secondary outcomes:",
                                                  "to our knowledge, only",
                                                  "few studies have",
                                                  "are discussed",
                                                  "is discussed",
                                                  "are reviewed",
                                                  "is likely to become",
                                                  "if approved",
                                                  "for example, if",
                                                  "studies lasted",
                                                  "trials lasted",
                                                  "physicians prescribed",
                                                  "doctors prescribed",
                                                  "prescribed more",
                                                  "prescribed less",
                                                  "no data on",
                                                  "no data were",
                                                  "no data about",
                                                  "proposed to analy*",
                                                  "reported a hazard ratio",
                                                  "articles reported",
                                                  "primary variable*",
                                                  "secondary variables:"};
  if (has_any_phrase(lower, kNothing) || lower.ends_with('?') || only_asks_for_trials(lower)) return true;
  // How alike the studies were.
  constexpr size_t kShortBytes = 90;
  if (lower.size() < kShortBytes && has_phrase(lower, "heterogene*")) return true;
  // Why it may be so.
  static constexpr std::string_view kWhy[] = {
      "may be via",          "may be due to",        "may be explained by", "could be explained by",
      "could be due to",     "may be attributed to", "may be related to",   "might be explained by",
      "may be attributable", "may contribute to"};
  if (has_any_phrase(lower, kWhy) && !compares_figures(finding) && finding.rates.empty()) return true;
  // What is made in the laboratory of what was given.
  static constexpr std::string_view kLaboratory[] = {
      "expression of", "mrna", "gene expression", "in vitro", "protein expression", "immunomodulat*"};
  static constexpr std::string_view kClinical[] = {"symptom*",  "pain",    "remission",       "surviv*",
                                                   "mortality", "score*",  "quality of life", "clinical*",
                                                   "cure*",     "relapse*"};
  if (has_any_phrase(lower, kLaboratory) && !has_any_phrase(lower, kClinical)) return true;
  static constexpr std::string_view kElsewhere[] = {"summarized in", "summarised in",    "are shown in",
                                                    "is shown in",   "are presented in", "shows the response",
                                                    "is presented",  "are given in"};
  if (has_any_phrase(lower, kElsewhere) && !compares_figures(finding) && finding.rates.empty()) return true;
  static constexpr std::string_view kAims[] = {"we evaluated",    "we assessed",   "we investigated",
                                               "we examined",     "we tested",     "we sought",
                                               "we compared",     "we studied",    "aim was",
                                               "aims were",       "we aimed",      "aim of",
                                               "aims of",         "purpose of",    "objective of",
                                               "to evaluate",     "to assess",     "to determine",
                                               "to investigate",  "to examine",    "to compare",
                                               "were randomly",   "was randomly",  "were randomi*",
                                               "were allocated",  "were assigned", "can be compared with",
                                               "was designed to", "hypothesi*",    "were evaluated",
                                               "was evaluated",   "were analy*",   "was analy*",
                                               "we analy*",       "to analy*",     "were compared",
                                               "was used to",     "were used to",  "were measured",
                                               "was measured",    "were recorded", "were assessed",
                                               "was assessed",    "had to be"};
  return has_any_phrase(lower, kAims) && !compares_figures(finding) && !has_any_phrase(lower, kFoundWords) &&
         (lower.find('%') == std::string_view::npos || has_phrase(lower, "randomly") ||
          has_phrase(lower, "allocated") || has_phrase(lower, "randomi*"));
}

// Who stayed, and how things stood before anything was given.
bool tells_of_course_of_study(const Finding& finding, std::string_view lower) {
  static constexpr std::string_view kStayed[] = {
      "completed at least", "complete the trial", "complete the study", "leaving the study", "completed the",
      "discontinued",       "discontinuation*",   "withdrew",           "dropout*",          "drop-out*",
      "dropped out",        "withdrawals",        "completion rate*",   "participated in",   "took part in"};
  const std::string_view first_half = lower.substr(0, lower.size() / 2);
  const bool stayed = finding.attendance || has_any_phrase(first_half, kStayed) ||
                      (has_any_phrase(lower, kStayed) && !compares_figures(finding));
  if (stayed && !cues::benefit_outcome(lower)) return true;
  static constexpr std::string_view kSame[] = {"not statistically different",
                                               "not significantly different",
                                               "similar",
                                               "comparable",
                                               "did not differ",
                                               "no difference*",
                                               "balanced",
                                               "no significant difference*"};
  static constexpr std::string_view kAtFirst[] = {"prior to treatment, the",
                                                  "before treatment, the",
                                                  "baseline mortality",
                                                  "baseline characteristics",
                                                  "at baseline",
                                                  "baseline demographic*",
                                                  "at study entry",
                                                  "at entry"};
  return has_any_phrase(lower, kAtFirst) && has_any_phrase(lower, kSame) &&
         !has_phrase(lower, "from baseline");
}

// "A subgroup analysis of those without plus disease": of a part, and not of all parts alike.
bool tells_of_part(std::string_view sentence, std::string_view lower) {
  static constexpr std::string_view kAll[] = {
      "all subgroups", "across subgroups", "each subgroup",          "regardless",
      "irrespective",  "both subgroups",   "all switched subgroups", "rule out"};
  return tells_of_subgroup(sentence) && !has_any_phrase(lower, kAll);
}

}  // namespace

bool tells_no_finding(const Finding& finding, std::string_view sentence) {
  return tells_nothing_found(finding, lower_ascii(sentence));
}

bool tells_no_outcome(const Finding& finding, std::string_view sentence) {
  const std::string lower = lower_ascii(sentence);
  return tells_only_cost(lower) || tells_nothing_found(finding, lower) ||
         tells_of_course_of_study(finding, lower) || tells_of_part(sentence, lower);
}

}  // namespace attest
