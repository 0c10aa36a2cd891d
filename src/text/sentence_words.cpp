#include "text/sentence_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"

namespace attest {

namespace {

using namespace std::string_view_literals;

template <size_t N>
constexpr auto sorted(std::array<std::string_view, N> words) {
  std::sort(words.begin(), words.end());
  return words;
}

template <typename Words>
bool is_in(const Words& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

constexpr auto kNever = sorted(
    std::array{"dr"sv,    "mr"sv,  "mrs"sv,  "ms"sv,  "prof"sv, "vs"sv,     "v.s"sv, "e.g"sv,  "eg"sv,
               "i.e"sv,   "ie"sv,  "cf"sv,   "viz"sv, "ca"sv,   "approx"sv, "st"sv,  "resp"sv, "n.b"sv,
               "subsp"sv, "ssp"sv, "var"sv,  "cv"sv,  "incl"sv, "excl"sv,   "esp"sv, "appx"sv, "pres"sv,
               "hon"sv,   "rev"sv, "capt"sv, "lt"sv,  "col"sv,  "gen"sv,    "sgt"sv});

constexpr auto kWithNumber = sorted(std::array{
    "fig"sv, "figs"sv, "no"sv,   "nos"sv,  "vol"sv, "p"sv,   "pp"sv,  "eq"sv,    "eqs"sv, "ref"sv, "refs"sv,
    "tab"sv, "sect"sv, "sec"sv,  "chap"sv, "ch"sv,  "art"sv, "par"sv, "suppl"sv, "app"sv, "ed"sv,  "eds"sv,
    "nr"sv,  "max"sv,  "min"sv,  "avg"sv,  "c"sv,   "jan"sv, "feb"sv, "mar"sv,   "apr"sv, "jun"sv, "jul"sv,
    "aug"sv, "sep"sv,  "sept"sv, "oct"sv,  "nov"sv, "dec"sv, "pt"sv,  "pts"sv,   "v"sv});

constexpr auto kUnlessStarter = sorted(
    std::array{"al"sv,   "inc"sv,  "ltd"sv, "co"sv,    "corp"sv, "jr"sv,   "sr"sv,  "spp"sv,  "sp"sv,
               "etc"sv,  "u.s"sv,  "u.k"sv, "u.s.a"sv, "dept"sv, "univ"sv, "int"sv, "intl"sv, "assoc"sv,
               "natl"sv, "hosp"sv, "gov"sv, "est"sv,   "wt"sv,   "ht"sv,   "temp"sv});

constexpr auto kStarters = sorted(std::array{"A"sv,
                                             "About"sv,
                                             "Additional"sv,
                                             "Additionally"sv,
                                             "After"sv,
                                             "Aim"sv,
                                             "Aims"sv,
                                             "All"sv,
                                             "Also"sv,
                                             "Although"sv,
                                             "Among"sv,
                                             "An"sv,
                                             "And"sv,
                                             "Another"sv,
                                             "Any"sv,
                                             "Are"sv,
                                             "As"sv,
                                             "At"sv,
                                             "Background"sv,
                                             "Based"sv,
                                             "Because"sv,
                                             "Before"sv,
                                             "Besides"sv,
                                             "Between"sv,
                                             "Both"sv,
                                             "But"sv,
                                             "By"sv,
                                             "Can"sv,
                                             "Children"sv,
                                             "Clinical"sv,
                                             "Compared"sv,
                                             "Conclusion"sv,
                                             "Conclusions"sv,
                                             "Consequently"sv,
                                             "Conversely"sv,
                                             "Current"sv,
                                             "Data"sv,
                                             "Despite"sv,
                                             "Discussion"sv,
                                             "Do"sv,
                                             "Does"sv,
                                             "During"sv,
                                             "Each"sv,
                                             "Eight"sv,
                                             "Either"sv,
                                             "Eligible"sv,
                                             "Even"sv,
                                             "Evidence"sv,
                                             "Finally"sv,
                                             "Findings"sv,
                                             "First"sv,
                                             "Five"sv,
                                             "Following"sv,
                                             "For"sv,
                                             "Four"sv,
                                             "From"sv,
                                             "Further"sv,
                                             "Furthermore"sv,
                                             "Given"sv,
                                             "He"sv,
                                             "Hence"sv,
                                             "Her"sv,
                                             "Here"sv,
                                             "His"sv,
                                             "How"sv,
                                             "However"sv,
                                             "I"sv,
                                             "If"sv,
                                             "Importantly"sv,
                                             "In"sv,
                                             "Indeed"sv,
                                             "Interestingly"sv,
                                             "Introduction"sv,
                                             "Is"sv,
                                             "It"sv,
                                             "Its"sv,
                                             "Likewise"sv,
                                             "Many"sv,
                                             "Mean"sv,
                                             "Median"sv,
                                             "Men"sv,
                                             "Method"sv,
                                             "Methods"sv,
                                             "More"sv,
                                             "Moreover"sv,
                                             "Most"sv,
                                             "Neither"sv,
                                             "Nevertheless"sv,
                                             "Nine"sv,
                                             "No"sv,
                                             "None"sv,
                                             "Nonetheless"sv,
                                             "Not"sv,
                                             "Notably"sv,
                                             "Objective"sv,
                                             "Objectives"sv,
                                             "Of"sv,
                                             "On"sv,
                                             "Once"sv,
                                             "One"sv,
                                             "Only"sv,
                                             "Or"sv,
                                             "Other"sv,
                                             "Our"sv,
                                             "Out"sv,
                                             "Outcome"sv,
                                             "Outcomes"sv,
                                             "Over"sv,
                                             "Overall"sv,
                                             "Participants"sv,
                                             "Patients"sv,
                                             "Previous"sv,
                                             "Primary"sv,
                                             "Purpose"sv,
                                             "Recent"sv,
                                             "Recently"sv,
                                             "Results"sv,
                                             "Second"sv,
                                             "Secondary"sv,
                                             "Seven"sv,
                                             "Several"sv,
                                             "She"sv,
                                             "Significant"sv,
                                             "Similar"sv,
                                             "Similarly"sv,
                                             "Since"sv,
                                             "Six"sv,
                                             "So"sv,
                                             "Some"sv,
                                             "Specifically"sv,
                                             "Still"sv,
                                             "Studies"sv,
                                             "Study"sv,
                                             "Subjects"sv,
                                             "Subsequently"sv,
                                             "Such"sv,
                                             "Surgery"sv,
                                             "Ten"sv,
                                             "That"sv,
                                             "The"sv,
                                             "Their"sv,
                                             "Then"sv,
                                             "There"sv,
                                             "Therefore"sv,
                                             "These"sv,
                                             "They"sv,
                                             "This"sv,
                                             "Those"sv,
                                             "Three"sv,
                                             "Thus"sv,
                                             "To"sv,
                                             "Together"sv,
                                             "Total"sv,
                                             "Treatment"sv,
                                             "Two"sv,
                                             "Under"sv,
                                             "Unlike"sv,
                                             "Until"sv,
                                             "Upon"sv,
                                             "Using"sv,
                                             "Was"sv,
                                             "We"sv,
                                             "Were"sv,
                                             "What"sv,
                                             "When"sv,
                                             "Where"sv,
                                             "Whereas"sv,
                                             "Whether"sv,
                                             "Which"sv,
                                             "While"sv,
                                             "Who"sv,
                                             "Why"sv,
                                             "With"sv,
                                             "Within"sv,
                                             "Without"sv,
                                             "Women"sv,
                                             "Yet"sv,
                                             "You"sv,
                                             "Your"sv});

constexpr auto kTakesLetter = sorted(std::array{
    "antigen"sv,        "arm"sv,         "appendix"sv,    "box"sv,        "case"sv,       "category"sv,
    "class"sv,          "cohort"sv,      "cyclosporin"sv, "factor"sv,     "figure"sv,     "grade"sv,
    "group"sv,          "haemoglobin"sv, "haemophilia"sv, "hemoglobin"sv, "hemophilia"sv, "hepatitis"sv,
    "immunoglobulin"sv, "influenza"sv,   "level"sv,       "panel"sv,      "part"sv,       "patient"sv,
    "phase"sv,          "protein"sv,     "stage"sv,       "step"sv,       "strain"sv,     "subtype"sv,
    "table"sv,          "toxin"sv,       "treatment"sv,   "type"sv,       "vitamin"sv,    "vitamins"sv});

constexpr auto kBeforeNames = sorted(std::array{"and"sv, "after"sv, "as"sv, "by"sv, "for"sv, "from"sv, "in"sv,
                                                "of"sv, "on"sv, "or"sv, "that"sv, "the"sv, "to"sv, "with"sv});

constexpr auto kLabels = sorted(std::array{"aim"sv,
                                           "aims"sv,
                                           "aims and methods"sv,
                                           "background"sv,
                                           "background and aims"sv,
                                           "case presentation"sv,
                                           "case report"sv,
                                           "comment"sv,
                                           "conclusion"sv,
                                           "conclusions"sv,
                                           "context"sv,
                                           "data sources"sv,
                                           "design"sv,
                                           "diagnosis"sv,
                                           "discussion"sv,
                                           "findings"sv,
                                           "funding"sv,
                                           "importance"sv,
                                           "interpretation"sv,
                                           "intervention"sv,
                                           "interventions"sv,
                                           "introduction"sv,
                                           "limitations"sv,
                                           "main outcome measures"sv,
                                           "main results"sv,
                                           "material and methods"sv,
                                           "materials and methods"sv,
                                           "measurements"sv,
                                           "method"sv,
                                           "methods"sv,
                                           "methods and results"sv,
                                           "objective"sv,
                                           "objectives"sv,
                                           "outcome"sv,
                                           "outcomes"sv,
                                           "participants"sv,
                                           "patients"sv,
                                           "patients and methods"sv,
                                           "purpose"sv,
                                           "rationale"sv,
                                           "recommendations"sv,
                                           "relevance"sv,
                                           "result"sv,
                                           "results"sv,
                                           "setting"sv,
                                           "settings"sv,
                                           "significance"sv,
                                           "study design"sv,
                                           "subjects"sv,
                                           "summary"sv,
                                           "treatment"sv,
                                           "trial registration"sv});

// "i.v", "Ph.D", "b.i.d": letters between full stops, at most three at a time.
bool is_dotted(std::string_view word) {
  constexpr size_t kPartMax = 3;
  size_t part = 0;
  bool dots = false;
  for (const char c : word) {
    if (c == '.') {
      if (part == 0 || part > kPartMax) return false;
      part = 0;
      dots = true;
    } else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
      ++part;
    } else {
      return false;
    }
  }
  return dots && part > 0 && part <= kPartMax;
}

}  // namespace

StopAfter stop_after(std::string_view word) {
  constexpr size_t kLongest = 8;
  if (word.empty() || word.size() > kLongest) return StopAfter::kEnds;
  const std::string lower = lower_ascii(word);
  // "No" and "Fig" stand for themselves only where they look like the abbreviation: "the answer was NO."
  const bool all_capitals = word.size() > 1 && std::none_of(word.begin(), word.end(), is_lower);
  if (all_capitals && word.find('.') == word.npos && lower != "dr") return StopAfter::kEnds;
  if (is_in(kNever, lower)) return StopAfter::kNever;
  if (is_in(kWithNumber, lower)) return StopAfter::kWithNumber;
  if (is_in(kUnlessStarter, lower) || is_dotted(word)) return StopAfter::kUnlessStarter;
  return StopAfter::kEnds;
}

bool is_sentence_starter(std::string_view word) { return is_in(kStarters, word); }

bool takes_a_letter(std::string_view word) { return is_in(kTakesLetter, lower_ascii(word)); }

bool precedes_a_name(std::string_view word) { return is_in(kBeforeNames, word); }

bool is_section_label(std::string_view label) {
  constexpr size_t kLongest = 32;
  return label.size() <= kLongest && is_in(kLabels, lower_ascii(label));
}

}  // namespace attest
