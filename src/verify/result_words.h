// Private to stated_results.cpp: the words by which a clause tells what came out.
#pragma once

#include <string_view>

namespace attest::result_words {

inline constexpr std::string_view kLessening[] = {
    "reduc", "lower", "decreas", "shorten", "prevent", "inhibit", "suppress", "attenu", "diminish", "lessen",
    "cut",   "halv",  "slow",    "delay",   "fell",    "fall",    "drop",     "declin", "reduct"};
inline constexpr std::string_view kRaising[] = {"increas", "rais",   "elev",  "prolong", "lengthen",
                                                "extend",  "enhanc", "boost", "doubl",   "rose",
                                                "rise",    "caus",   "induc"};
// Drugs by what they do: "ACE inhibitors".
inline constexpr std::string_view kAgents[] = {"inhibitor", "suppressor", "suppressant"};
inline constexpr std::string_view kLessThan[] = {"lower", "fewer", "less", "shorter", "smaller", "rarer"};
inline constexpr std::string_view kMoreThan[] = {"higher", "more", "longer", "greater", "larger", "commoner"};
inline constexpr std::string_view kCounting[] = {"common",     "frequent", "often",    "likely",
                                                 "frequently", "commonly", "prevalent"};
inline constexpr std::string_view kAdverbs[] = {
    "significantly", "not",     "also",          "markedly", "slightly", "much", "greatly", "consistently",
    "statistically", "clearly", "substantially", "only",     "even",     "no",   "still"};
inline constexpr std::string_view kLight[] = {"result", "led",  "lead", "associ", "had",  "has",
                                              "have",   "show", "gave", "produc", "there"};
inline constexpr std::string_view kNotPredicate[] = {"a",       "an",          "the",  "with", "of",
                                                     "in",      "by",          "from", "for",  "through",
                                                     "despite", "significant", "no",   "any",  "on"};
inline constexpr std::string_view kOf[] = {"with", "in", "among", "after", "on", "by", "under", "following"};
inline constexpr std::string_view kThan[] = {"than", "versus", "vs", "compared", "over", "against"};
inline constexpr std::string_view kOutcomeEnds[] = {
    "than",   "versus", "vs",      "compared",   "by",           "with", "in",      "among", "after",
    "during", "at",     "when",    "regardless", "irrespective", "for",  "whether", "over",  "without",
    "but",    "on",     "between", "which",      "that",         "from", "to",      "more"};
inline constexpr std::string_view kNull[] = {"effect",  "effects",   "difference", "differences",
                                             "benefit", "influence", "impact",     "change"};
inline constexpr std::string_view kChangeNouns[] = {"reduction",  "reductions",  "decrease",
                                                    "increase",   "improvement", "improvements",
                                                    "difference", "differences"};
inline constexpr std::string_view kUnwantedKinds[] = {"adverse", "side", "toxic", "unwanted", "harmful"};
inline constexpr std::string_view kAlso[] = {"did", "does", "do", "was", "were", "had"};
inline constexpr std::string_view kDenying[] = {"not",    "no",     "neither", "nor",  "never",
                                                "cannot", "failed", "fails",   "fail", "without"};
// "Lack of vitamin D", "stopping digoxin": what follows is said of the thing's absence.
inline constexpr std::string_view kTakenAway[] = {
    "lack",     "withdraw",  "stop",     "discontinu", "absence", "avoid",     "deficien", "omit",
    "omission", "cessation", "reducing", "lowering",   "lower",   "reduction", "restrict", "interrupt"};
// What is asked, what was so before, or of only one of two that are named together.
inline constexpr std::string_view kUndecidedWords[] = {
    "baseline", "prior", "previous", "history", "whether", "if", "unclear", "unknown", "rather", "instead"};
// Say how much or of whom, not what.
inline constexpr std::string_view kGeneral[] = {
    "risk",     "rate",      "incid",   "number",  "frequenc", "chanc",  "odd",    "likelihood", "level",
    "mean",     "median",    "durat",   "time",    "length",   "amount", "episod", "case",       "patient",
    "signific", "treatment", "therapi", "use",     "group",    "given",  "receiv", "took",       "take",
    "dose",     "arm",       "peopl",   "proport", "probabl",  "addit",  "overal", "average",    "also",
    "result",   "show",      "trial",   "studi",   "person",   "those",  "occurr", "develop",    "total",
    "onli",     "half",      "year",    "month",   "week",     "day",    "hour",   "first"};

}  // namespace attest::result_words
