#include "reconcile/outcomes/others_results.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "appraise/own_statements.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "reconcile/outcomes/comparison_cues.h"
#include "reconcile/studies/trial_names.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kTelling[] = {
    "introduction", "background", "discussion", "literature", "related work",
    "rationale",    "comment",    "commentary", "previous",   "conclusions and discussion"};

// The heading of the section that holds the sentence, or of one above it, tells of others.
bool stands_in_telling_section(const Document& document, ByteSpan sentence) {
  const Section* holds = nullptr;
  for (const Section& section : document.sections) {
    if (section.kind == SectionKind::kBody && section.body.contains(sentence)) holds = &section;
  }
  if (holds == nullptr) return false;
  auto level = holds->level;
  const auto tells = [&](const Section& section) {
    const std::string heading = lower_ascii(section.heading.of(document.text));
    return has_any_phrase(heading, kTelling) || section.category == "intro" ||
           section.category == "discussion";
  };
  if (tells(*holds)) return true;
  for (const Section* above = holds; above != document.sections.data();) {
    --above;
    if (above->level >= level) continue;
    if (tells(*above)) return true;
    level = above->level;
  }
  return false;
}

// "In the PROSPER trial", in a text that neither its title nor a bracket calls so.
bool names_another_trial(const Document& document, std::string_view sentence) {
  static constexpr std::string_view kKinds[] = {" trial", " study", " trials", " studies"};
  for (size_t at = sentence.find("he "); at != std::string_view::npos; at = sentence.find("he ", at + 1)) {
    if (at == 0 || (sentence[at - 1] != 't' && sentence[at - 1] != 'T')) continue;
    const size_t start = at + 3;
    size_t end = start;
    size_t capitals = 0;
    while (end < sentence.size() && (is_word_byte(sentence[end]) || sentence[end] == '-')) {
      if (is_upper(sentence[end])) ++capitals;
      ++end;
    }
    constexpr size_t kCapitalsMin = 3;
    const std::string_view name = sentence.substr(start, end - start);
    const std::string_view behind = sentence.substr(end);
    // "The PROSPER delayed-start study".
    constexpr size_t kWordsBetween = 2;
    size_t next = 0;
    bool trial = false;
    for (size_t words = 0; words <= kWordsBetween && next != std::string_view::npos; ++words) {
      trial = trial || std::any_of(std::begin(kKinds), std::end(kKinds), [&](std::string_view kind) {
                return behind.substr(next).starts_with(kind);
              });
      next = behind.find(' ', next + 1);
    }
    if (capitals < kCapitalsMin || capitals * 2 < name.size() || !trial) continue;
    const std::string own = std::string(name);
    if (document.record.title.find(own) == std::string::npos &&
        document.text.find("(" + own) == std::string::npos &&
        document.text.find("[" + own) == std::string::npos)
      return true;
  }
  return false;
}

// "We", "the present trial", "Table 2": of the study that the text reports.
bool tells_of_itself(std::string_view lower, bool cites) {
  static constexpr std::string_view kItself[] = {"we",
                                                 "our",
                                                 "present study",
                                                 "current study",
                                                 "present trial",
                                                 "current trial",
                                                 "this phase",
                                                 "these data",
                                                 "these results",
                                                 "these findings",
                                                 "in conclusion",
                                                 "to conclude",
                                                 "in summary",
                                                 "fig",
                                                 "figure",
                                                 "table",
                                                 "figs",
                                                 "figures",
                                                 "tables",
                                                 "the results of this"};
  // Beside a number of the reference list they may be those of the paper cited.
  static constexpr std::string_view kThis[] = {"this study", "this trial", "this analysis"};
  return has_any_phrase(lower, kItself) || (!cites && has_any_phrase(lower, kThis));
}

// "Consistent with those", "is known to be": the sentence only says what was known.
bool tells_what_was_known(std::string_view lower, bool full_text) {
  static constexpr std::string_view kKnown[] = {"consistent with the current consensus",
                                                "consistent with those",
                                                "in accordance with the results",
                                                "previously demonstrated",
                                                "previously shown",
                                                "previously found",
                                                "have been reported",
                                                "has repeatedly been",
                                                "is known to be",
                                                "are known to be",
                                                "well established that",
                                                "is well known",
                                                "little is known",
                                                "little is currently known",
                                                "et al*",
                                                "multiple studies",
                                                "multiple trials",
                                                "other data",
                                                "these researchers",
                                                "their study",
                                                "their evaluation",
                                                "in the literature",
                                                "has proven effective",
                                                "have proven effective",
                                                "has not proven",
                                                "has been proposed",
                                                "have been proposed",
                                                "is an established"};
  // In an abstract these may tell the study's own conclusion.
  static constexpr std::string_view kBefore[] = {
      "has demonstrated", "have shown",         "has shown",           "has been demonstrated",
      "have been found",  "has been found",     "was demonstrated in", "were demonstrated in",
      "have reported",    "has been suggested", "have been used",      "has been used",
      "reported by",      "the study by",       "a study by",          "study of"};
  static constexpr std::string_view kOpens[] = {"a study ",       "one study ",    "in a study ",
                                                "another study ", "some studies ", "a meta-analysis of "};
  if (full_text && std::any_of(std::begin(kOpens), std::end(kOpens),
                               [&](std::string_view words) { return lower.starts_with(words); }))
    return true;
  // What the introduction's heading ran into.
  constexpr size_t kHeadBytes = 24;
  return has_any_phrase(lower, kKnown) ||
         (full_text && (has_any_phrase(lower, kBefore) ||
                        lower.substr(0, kHeadBytes).find("background") != std::string_view::npos));
}

// "Of treatment.14 Durability", "spondylitis,10-13 with": a number of the reference list that was raised.
bool cites_by_raised_number(std::string_view sentence) {
  constexpr size_t kWordMin = 4;
  constexpr size_t kDigitsMax = 3;
  for (size_t at = kWordMin; at + 1 < sentence.size(); ++at) {
    if ((sentence[at] != '.' && sentence[at] != ',' && sentence[at] != ';') || !is_digit(sentence[at + 1]))
      continue;
    const std::string_view before = sentence.substr(at - kWordMin, kWordMin);
    const bool word = std::all_of(before.begin(), before.end(), is_lower);
    if (!word && before.back() != ')' && before.back() != ']' && before.back() != '%') continue;
    size_t end = at + 1;
    while (end < sentence.size() && is_digit(sentence[end])) ++end;
    const bool ends = end == sentence.size() || !is_word_byte(sentence[end]) || is_upper(sentence[end]) ||
                      !is_ascii(sentence[end]);
    // "(P = 0.0002).108 (90 %) patients": a count that opens the next sentence.
    if (sentence.substr(end).starts_with(" (")) continue;
    if (ends && end - at - 1 <= kDigitsMax) return true;
  }
  return false;
}

// "Thromboembolism21,22.", "of Miller10 found": a raised number that nothing sets apart from its word.
bool cites_behind_word(std::string_view sentence) {
  static constexpr std::string_view kNumbered[] = {"week",  "month", "grade",  "phase",       "omega",
                                                   "visit", "group", "stage",  "interleukin", "type",
                                                   "study", "table", "figure", "caspase",     "level"};
  constexpr size_t kWordMin = 6;
  size_t start = 0;
  while (start < sentence.size()) {
    size_t end = start;
    while (end < sentence.size() && is_letter(sentence[end])) ++end;
    size_t digits = end;
    while (digits < sentence.size() && is_digit(sentence[digits])) ++digits;
    const std::string_view word = sentence.substr(start, end - start);
    const bool small = word.size() >= kWordMin && std::all_of(word.begin() + 1, word.end(), is_lower);
    const bool ends = digits == sentence.size() || sentence[digits] == ',' || sentence[digits] == '.' ||
                      sentence[digits] == ' ' || !is_ascii(sentence[digits]);
    if (small && digits > end && digits - end <= 2 && ends && !is_one_of(lower_ascii(word), kNumbered))
      return true;
    start = std::max(digits, end) + 1;
  }
  return false;
}

// "(Miller, 2002)", "(Miller et al., 2002; Smith, 2004)".
bool cites_by_year(std::string_view sentence) {
  constexpr size_t kYearDigits = 4;
  constexpr size_t kReach = 60;
  for (const std::string_view comma : {", 19", ", 20"}) {
    for (size_t at = sentence.find(comma); at != std::string_view::npos; at = sentence.find(comma, at + 1)) {
      const size_t end = at + 2 + kYearDigits;
      if (end >= sentence.size() || !is_digit(sentence[end - 1]) || !is_digit(sentence[end - 2])) continue;
      if (sentence[end] != ')' && sentence[end] != ';') continue;
      const size_t open = sentence.rfind('(', at);
      if (open != std::string_view::npos && at - open <= kReach && is_upper(sentence[open + 1])) return true;
    }
  }
  return false;
}

// "Our result was in accordance with that of Miller et al., who…": of the others more than of its own.
bool compares_with_others(std::string_view lower, bool cites) {
  static constexpr std::string_view kAgrees[] = {"in accordance with",
                                                 "in agreement with",
                                                 "in line with",
                                                 "consistent with",
                                                 "compare favourably",
                                                 "compare favorably",
                                                 "quite comparable to",
                                                 "in contrast to our",
                                                 "in contrast to present",
                                                 "in contrast to the present",
                                                 "contrary to our",
                                                 "similar to our",
                                                 "agree with",
                                                 "are in keeping with",
                                                 "in keeping with",
                                                 "supported by"};
  static constexpr std::string_view kFound[] = {"we found",        "we showed", "we observed",
                                                "we demonstrated", "we report", "our study showed",
                                                "our trial showed"};
  return (cites || has_phrase(lower, "et al*")) && has_any_phrase(lower, kAgrees) &&
         !has_any_phrase(lower, kFound);
}

// A comment on trials tells of several in its first lines, and its title calls none of them its own.
bool tells_of_named_trials(const Document& document) {
  constexpr size_t kFirstLinesBytes = 2500;
  constexpr size_t kTrialsMin = 2;
  return trial_names(std::string_view(document.text).substr(0, kFirstLinesBytes)).size() >= kTrialsMin &&
         trial_names(document.record.title).empty();
}

}  // namespace

bool is_told_of_others(const AnswerSource& source, const Finding& finding) {
  const StudyDesign design = source.appraisal.design;
  if (design == StudyDesign::kSystematicReview) return false;
  if (design == StudyDesign::kReview) return stands_in_telling_section(source.document, finding.sentence);
  return stands_in_telling_section(source.document, finding.sentence) ||
         tells_of_named_trials(source.document) ||
         names_another_trial(source.document, finding.sentence.of(source.document.text));
}

bool repeats_others(const AnswerSource& source, const Finding& finding) {
  const StudyDesign design = source.appraisal.design;
  if (!has_results_in_people(design) || design == StudyDesign::kSystematicReview) return false;
  const std::string_view sentence = finding.sentence.of(source.document.text);
  const std::string lower = lower_ascii(sentence);
  if (source.appraisal.depth == Depth::kFullText) {
    const bool cites = cites_others(sentence) || cites_by_raised_number(sentence) ||
                       cites_behind_word(sentence) || cites_by_year(sentence);
    if (compares_with_others(lower, cites)) return true;
    if (tells_of_itself(lower, cites)) return false;
    if (cites || tells_what_was_known(lower, true)) return true;
    // An overview that nothing calls so tells of others too.
    return is_of_others(lower) || (design != StudyDesign::kUnclear && names_its_authors(sentence)) ||
           names_another_trial(source.document, sentence);
  }
  if (design == StudyDesign::kUnclear || tells_of_itself(lower, false)) return false;
  const bool others = is_of_others(lower) || names_its_authors(sentence) ||
                      tells_what_was_known(lower, false) || names_another_trial(source.document, sentence);
  // A review that its words do not call so: "in one study".
  return others && !tells_a_search(lower_ascii(source.document.text));
}

}  // namespace attest
