// Private to told_ways.cpp: the words that say which way something went, and those around them. "*" stands
// for any letters.
#pragma once

#include <string_view>

namespace attest::audit::way_words {

inline constexpr std::string_view kRises[] = {
    "increas*", "raise*",    "raising", "rise*",    "rising", "rose", "elevat*",
    "prolong*", "lengthen*", "enhanc*", "augment*", "doubl*", "grew", "climbed",
};
inline constexpr std::string_view kFalls[] = {
    "reduc*",  "decreas*", "lowered", "lowers",   "lowering", "fell",      "fall",      "falls",
    "declin*", "drop",     "dropped", "shorten*", "lessen*",  "diminish*", "attenuat*", "cut",
    "cuts",    "halv*",    "limited", "limits",   "blunt*",   "suppress*", "shrank",    "shrink*",
};
inline constexpr std::string_view kMoreOf[] = {"more",   "higher",   "greater", "longer",
                                               "larger", "commoner", "twice",   "faster"};
inline constexpr std::string_view kLessOf[] = {"less",    "lower", "fewer", "shorter",
                                               "smaller", "rarer", "slower"};
inline constexpr std::string_view kBetterWords[] = {"improv*", "better",   "superior",  "good",
                                                    "benefit", "benefits", "beneficial"};
inline constexpr std::string_view kWorseWords[] = {"worse*", "inferior", "deteriorat*",
                                                   "poor",   "poorer",   "poorest"};
inline constexpr std::string_view kAlikeSaid[] = {
    "similar*",  "comparabl*", "unchanged", "alike",  "equivalent*",
    "identical", "unaffected", "same",      "equal*",
};
inline constexpr std::string_view kKept[] = {"no different", "kept constant", "kept stable",
                                             "remained constant", "remained stable"};
inline constexpr std::string_view kLikened[] = {"often", "well", "effective*", "frequent*", "common*",
                                                "much",  "good", "many",       "safe",      "likely"};
// Not said as a result: wished, asked, or how it was meant.
inline constexpr std::string_view kNoResult[] = {
    "whether",      "aim",     "aims",         "aimed",       "hypothesi*", "objective",  "expected",
    "tend*",        "trend*",  "to determine", "to evaluate", "to assess",  "to compare", "to investigate",
    "was designed", "unclear", "if",
};
inline constexpr std::string_view kPerhaps[] = {"may",   "might", "could", "should",
                                                "needs", "need",  "can",   "would"};
inline constexpr std::string_view kMarks[] = {"than", "compared", "versus", "vs", "against", "relative"};
inline constexpr std::string_view kOpens[] = {"in",   "among", "after", "for", "at",        "during", "of",
                                              "when", "with",  "over",  "on",  "following", "within", "by"};
// Behind them stands whom or when it was seen.
inline constexpr std::string_view kTails[] = {"in",     "among", "for",  "over",
                                              "during", "at",    "from", "because"};
inline constexpr std::string_view kWhom[] = {
    "patient*",  "people",      "women",       "men",      "children",     "adults",       "infants",
    "subjects",  "those",       "volunteers",  "elderly",  "healthy",      "outpatients",  "inpatients",
    "persons",   "individuals", "adolescents", "neonates", "older",        "hypertensive", "normotensive",
    "diabetic*", "girls",       "boys",        "smokers",  "participants", "users",
};
inline constexpr std::string_view kArms[] = {"on",      "taking",   "given", "receiving",
                                             "treated", "assigned", "after", "in"};
inline constexpr std::string_view kVerbs[] = {"was", "were", "is", "are", "had", "has", "have", "did"};
inline constexpr std::string_view kBeing[] = {
    "was",  "were",          "is",  "are",  "had",     "has",   "have", "been", "being", "did", "remained",
    "also", "significantly", "and", "but",  "whereas", "while", "with", "a",    "an",    "the", "resulting",
    "led",  "caused",        "yet", "then", "no",      "not"};
// What a word of direction before them makes into a name: "lower limb", "higher education".
inline constexpr std::string_view kNamed[] = {
    "limb*",       "limbs", "body", "extremit*", "abdom*",    "gastrointestinal", "urinary",
    "respiratory", "back",  "leg",  "legs",      "education", "osmolar*",         "or",
    "dose",        "doses", "half", "lobe",      "airway*"};

}  // namespace attest::audit::way_words
