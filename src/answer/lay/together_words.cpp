#include "answer/lay/together_words.h"

#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kJoined[] = {"interact*",
                                        "combination of",
                                        "combination with",
                                        "in combination",
                                        "combined with",
                                        "combining",
                                        "concomitant*",
                                        "coadminist*",
                                        "co-administ*",
                                        "concurrent*",
                                        "together",
                                        "while taking",
                                        "while on",
                                        "while you are",
                                        "who take*",
                                        "are taking",
                                        "also take*",
                                        "simultaneous*",
                                        "patients on",
                                        "who are on",
                                        "patients taking",
                                        "at the same time",
                                        "mix*",
                                        "added to",
                                        "when given",
                                        "when used",
                                        "when taken",
                                        "taken with",
                                        "given with",
                                        "used with",
                                        "disulfiram*",
                                        "during treatment",
                                        "receiving",
                                        "serotonin syndrome",
                                        "not be taken with",
                                        "not be used with"};

constexpr std::string_view kWarnsOfTwo[] = {"impair*",
                                            "should not",
                                            "avoid*",
                                            "contraindicat*",
                                            "do not",
                                            "not be taken",
                                            "not recommended",
                                            "serotonin syndrome",
                                            "toxic*",
                                            "increase* the risk",
                                            "increased risk",
                                            "higher risk",
                                            "raise* the risk",
                                            "risk of",
                                            "bleed*",
                                            "haemorrhag*",
                                            "hemorrhag*",
                                            "dangerous",
                                            "fatal",
                                            "death*",
                                            "hypotension",
                                            "caution*",
                                            "less effective",
                                            "reduce* the effect*",
                                            "reduced effect*",
                                            "decrease* the effect*",
                                            "interfere*",
                                            "potentiat*",
                                            "disulfiram*",
                                            "unintended pregnanc*",
                                            "breakthrough bleeding",
                                            "drug interaction*",
                                            "drug-drug interaction*",
                                            "interact with",
                                            "interacts with",
                                            "interactions with",
                                            "interaction between",
                                            "interaction with",
                                            "serious",
                                            "adverse*",
                                            "side effect*",
                                            "lower* blood pressure",
                                            "drop in blood pressure",
                                            "blood pressure drop*",
                                            "inhibit*",

                                            "reduced the",
                                            "reduces the",
                                            "reduce absorption",
                                            "absorption of",
                                            "increase* the level*",
                                            "increase* the effect*",
                                            "increased the",
                                            "increases the",
                                            "increase in",
                                            "higher concentration*",
                                            "significant interaction*",
                                            "problem is interaction*",
                                            "interactions have been",
                                            "rhabdomyolysis",
                                            "myopathy",
                                            "drows*",
                                            "sedat*",
                                            "less well",
                                            "not work",
                                            "increased plasma",
                                            "increased serum",
                                            "decreased plasma",
                                            "decreased serum",
                                            "wear off"};

constexpr std::string_view kNoHarm[] = {"no interaction*",
                                        "not interact*",
                                        "no significant interaction*",
                                        "no clinically*",
                                        "no pharmacokinetic*",
                                        "did not affect",
                                        "does not affect",
                                        "did not alter",
                                        "no effect on",
                                        "not affected",
                                        "no evidence of an interaction",
                                        "lack of interaction",
                                        "lack of a",
                                        "lack of pharmaco*",
                                        "can be taken",
                                        "may be taken",
                                        "can be given",
                                        "can be used",
                                        "safely",
                                        "not significantly",
                                        "no change*",
                                        "not changed",
                                        "no dose adjustment*",
                                        "without affecting"};

// "X versus Y": of which is better, and of nobody who takes both.
constexpr std::string_view kAgainstEachOther[] = {"versus",  "vs",          "compared with", "compared to",
                                                  "than",    "either",      "superior",      "or placebo",
                                                  "equally", "relative to", "preferred",     "alternative*"};

// Nobody knows yet, or it is about money or doctors.
constexpr std::string_view kUntold[] = {
    "hypothes*",     "cost*",      "variation in opinion", "were asked",     "whether",
    "unknown if",    "to assess",  "to evaluate",          "to investigate", "aim of",
    "could be used", "with other", "contraindication for", "but not",        "genome*"};

constexpr std::string_view kTogether[] = {"interact*",    "combin*",     "concomitant*", "coadminist*",
                                          "co-administ*", "concurrent*", "together",     "added to"};

bool is_compared(std::string_view lower) {
  return has_any_phrase(lower, kAgainstEachOther) && !has_any_phrase(lower, kTogether);
}

}  // namespace

bool joins_two(std::string_view lower) { return has_any_phrase(lower, kJoined); }

bool joins_surely(std::string_view lower) { return has_any_phrase(lower, kTogether); }

bool warns_of_two(std::string_view lower) { return has_any_phrase(lower, kWarnsOfTwo); }

bool tells_of_no_harm(std::string_view lower) { return has_any_phrase(lower, kNoHarm); }

bool tells_otherwise(std::string_view lower) { return is_compared(lower) || has_any_phrase(lower, kUntold); }

}  // namespace attest
