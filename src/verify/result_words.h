// Private to stated_results.cpp: the words by which a clause tells what came out.
#pragma once

#include <array>
#include <string_view>

namespace attest::result_words {

using namespace std::string_view_literals;

inline constexpr std::array kLessening = {"reduc"sv,   "lower"sv,    "decreas"sv, "shorten"sv,  "prevent"sv,
                                          "inhibit"sv, "suppress"sv, "attenu"sv,  "diminish"sv, "lessen"sv,
                                          "cut"sv,     "halv"sv,     "slow"sv,    "delay"sv,    "fell"sv,
                                          "fall"sv,    "drop"sv,     "declin"sv,  "reduct"sv};
inline constexpr std::array kRaising = {"increas"sv, "rais"sv,   "elev"sv,  "prolong"sv, "lengthen"sv,
                                        "extend"sv,  "enhanc"sv, "boost"sv, "doubl"sv,   "rose"sv,
                                        "rise"sv,    "caus"sv,   "induc"sv};
// Drugs by what they do: "ACE inhibitors".
inline constexpr std::array kAgents = {"inhibitor"sv, "suppressor"sv, "suppressant"sv};
inline constexpr std::array kLessThan = {"lower"sv, "fewer"sv, "less"sv, "shorter"sv, "smaller"sv, "rarer"sv};
inline constexpr std::array kMoreThan = {"higher"sv,  "more"sv,   "longer"sv,
                                         "greater"sv, "larger"sv, "commoner"sv};
inline constexpr std::array kCounting = {"common"sv,     "frequent"sv, "often"sv,    "likely"sv,
                                         "frequently"sv, "commonly"sv, "prevalent"sv};
inline constexpr std::array kBeing = {"was"sv, "were"sv, "is"sv, "are"sv, "be"sv, "been"sv, "being"sv};
inline constexpr std::array kAdverbs = {"significantly"sv, "not"sv,     "also"sv,          "markedly"sv,
                                        "slightly"sv,      "much"sv,    "greatly"sv,       "consistently"sv,
                                        "statistically"sv, "clearly"sv, "substantially"sv, "only"sv,
                                        "even"sv,          "no"sv,      "still"sv};
inline constexpr std::array kLight = {"result"sv, "led"sv,  "lead"sv, "associ"sv, "had"sv,  "has"sv,
                                      "have"sv,   "show"sv, "gave"sv, "produc"sv, "there"sv};
inline constexpr std::array kNotPredicate = {"a"sv,       "an"sv,          "the"sv,  "with"sv, "of"sv,
                                             "in"sv,      "by"sv,          "from"sv, "for"sv,  "through"sv,
                                             "despite"sv, "significant"sv, "no"sv,   "any"sv,  "on"sv};
inline constexpr std::array kOf = {"with"sv, "in"sv, "among"sv, "after"sv,
                                   "on"sv,   "by"sv, "under"sv, "following"sv};
inline constexpr std::array kThan = {"than"sv, "versus"sv, "vs"sv, "compared"sv, "over"sv, "against"sv};
inline constexpr std::array kOutcomeEnds = {
    "than"sv,  "versus"sv,  "vs"sv,     "compared"sv, "by"sv,   "with"sv,       "in"sv,
    "among"sv, "after"sv,   "during"sv, "at"sv,       "when"sv, "regardless"sv, "irrespective"sv,
    "for"sv,   "whether"sv, "over"sv,   "without"sv,  "but"sv,  "on"sv,         "between"sv,
    "which"sv, "that"sv,    "from"sv,   "to"sv,       "more"sv};
inline constexpr std::array kNull = {"effect"sv,  "effects"sv,   "difference"sv, "differences"sv,
                                     "benefit"sv, "influence"sv, "impact"sv,     "change"sv};
inline constexpr std::array kChangeNouns = {"reduction"sv,  "reductions"sv,  "decrease"sv,
                                            "increase"sv,   "improvement"sv, "improvements"sv,
                                            "difference"sv, "differences"sv};
inline constexpr std::array kUnwantedKinds = {"adverse"sv, "side"sv, "toxic"sv, "unwanted"sv, "harmful"sv};
inline constexpr std::array kAlso = {"did"sv, "does"sv, "do"sv, "was"sv, "were"sv, "had"sv};
inline constexpr std::array kDenying = {"not"sv,    "no"sv,     "neither"sv, "nor"sv,  "never"sv,
                                        "cannot"sv, "failed"sv, "fails"sv,   "fail"sv, "without"sv};
// "Lack of vitamin D", "stopping digoxin": what follows is said of the thing's absence.
inline constexpr std::array kTakenAway = {"lack"sv,     "withdraw"sv,  "stop"sv,     "discontinu"sv,
                                          "absence"sv,  "avoid"sv,     "deficien"sv, "omit"sv,
                                          "omission"sv, "cessation"sv, "reducing"sv, "lowering"sv,
                                          "lower"sv,    "reduction"sv, "restrict"sv, "interrupt"sv};
// What is asked, what was so before, or of only one of two that are named together.
inline constexpr std::array kUndecidedWords = {"baseline"sv, "prior"sv,  "previous"sv, "history"sv,
                                               "whether"sv,  "if"sv,     "unclear"sv,  "unknown"sv,
                                               "rather"sv,   "instead"sv};
// Say how much or of whom, not what.
inline constexpr std::array kGeneral = {
    "risk"sv,       "rate"sv,    "incid"sv,   "number"sv,  "frequenc"sv, "chanc"sv,     "odd"sv,
    "likelihood"sv, "level"sv,   "mean"sv,    "median"sv,  "durat"sv,    "time"sv,      "length"sv,
    "amount"sv,     "episod"sv,  "case"sv,    "patient"sv, "signific"sv, "treatment"sv, "therapi"sv,
    "use"sv,        "group"sv,   "given"sv,   "receiv"sv,  "took"sv,     "take"sv,      "dose"sv,
    "arm"sv,        "peopl"sv,   "proport"sv, "probabl"sv, "addit"sv,    "overal"sv,    "average"sv,
    "also"sv,       "result"sv,  "show"sv,    "trial"sv,   "studi"sv,    "person"sv,    "those"sv,
    "occurr"sv,     "develop"sv, "total"sv,   "onli"sv,    "half"sv};

}  // namespace attest::result_words
