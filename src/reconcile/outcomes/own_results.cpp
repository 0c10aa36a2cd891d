#include "reconcile/outcomes/own_results.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "appraise/own_statements.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "reconcile/outcomes/comparison_cues.h"
#include "text/phrases.h"
#include "text/tokens.h"

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

bool is_people_word(std::string_view word) {
  static constexpr std::string_view kPeople[] = {
      "patients", "people",   "persons",      "women",    "men",      "adults",    "children",    "infants",
      "neonates", "newborns", "participants", "subjects", "those",    "girls",     "adolescents", "boys",
      "smokers",  "mothers",  "individuals",  "elderly",  "subgroup", "population"};
  return is_one_of(word, kPeople);
}

// Behind people: what they were given. That is an arm of the study, not a part of its people.
bool names_arm(std::string_view word) {
  static constexpr std::string_view kGiven[] = {
      "receiving", "treated",  "assigned", "randomised",   "randomized", "allocated", "given",     "taking",
      "on",        "received", "using",    "supplemented", "randomly",   "in",        "continuing"};
  return is_one_of(word, kGiven);
}

bool says_nothing(std::string_view word) {
  static constexpr std::string_view kLight[] = {
      "the",          "a",     "an",    "all",   "these",   "both",     "our",  "with",  "of",
      "and",          "at",    "who",   "were",  "had",     "have",     "has",  "for",   "total",
      "that",         "study", "group", "other", "studied", "most",     "more", "many",  "some",
      "from",         "their", "any",   "as",    "was",     "included", "or",   "whose", "being",
      "in",           "to",    "by",    "also",  "years",   "year",     "age",  "human", "hospitalized",
      "hospitalised", "only",  "this",  "is"};
  return is_one_of(word, kLight) || is_people_word(word);
}

bool ends_people(std::string_view word) {
  static constexpr std::string_view kEnds[] = {
      "compared", "than",   "was",     "were", "is",    "are",      "but",    "versus",
      "vs",       "when",   "reduced", "did",  "after", "during",   "within", "before",
      "over",     "showed", "reduces", "does", "had",   "resulted", "while",  "increased"};
  return is_one_of(word, kEnds);
}

// "The treated group with a heart rate above 60 at entry": those who had something at the start.
std::string part_at_entry(std::string_view lower) {
  static constexpr std::string_view kWho[] = {"group with", "patients with", "those with", "subjects with"};
  static constexpr std::string_view kThen[] = {"at entry",     "on entry",     "at baseline",
                                               "at admission", "on admission", "at randomi*",
                                               "at enrolment", "at enrollment"};
  constexpr size_t kReach = 70;
  for (const std::string_view who : kWho) {
    const size_t at = find_phrase(lower, who);
    if (at == std::string_view::npos) continue;
    const std::string_view said = lower.substr(at, kReach);
    const std::string_view clause = said.substr(0, said.find_first_of(",;"));
    for (const std::string_view then : kThen) {
      const size_t end = find_phrase(clause, then);
      if (end != std::string_view::npos) return std::string(clause.substr(0, end));
    }
  }
  return {};
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
    if ((sentence[at] != '.' && sentence[at] != ',') || !is_digit(sentence[at + 1])) continue;
    const std::string_view before = sentence.substr(at - kWordMin, kWordMin);
    const bool word = std::all_of(before.begin(), before.end(), is_lower);
    if (!word && before.back() != ')' && before.back() != ']' && before.back() != '%') continue;
    size_t end = at + 1;
    while (end < sentence.size() && is_digit(sentence[end])) ++end;
    const bool ends = end == sentence.size() || !is_word_byte(sentence[end]) || is_upper(sentence[end]) ||
                      !is_ascii(sentence[end]);
    if (ends && end - at - 1 <= kDigitsMax) return true;
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

}  // namespace

bool is_told_of_others(const AnswerSource& source, const Finding& finding) {
  if (source.appraisal.design == StudyDesign::kSystematicReview) return false;
  return stands_in_telling_section(source.document, finding.sentence) ||
         names_another_trial(source.document, finding.sentence.of(source.document.text));
}

namespace {

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

}  // namespace

bool repeats_others(const AnswerSource& source, const Finding& finding) {
  const StudyDesign design = source.appraisal.design;
  if (!has_results_in_people(design) || design == StudyDesign::kSystematicReview) return false;
  const std::string_view sentence = finding.sentence.of(source.document.text);
  const std::string lower = lower_ascii(sentence);
  if (source.appraisal.depth == Depth::kFullText) {
    const bool cites = cites_others(sentence) || cites_by_raised_number(sentence) || cites_by_year(sentence);
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

bool tells_of_subgroup(std::string_view sentence) {
  static constexpr std::string_view kParts[] = {
      "subgroup*",       "sub-group*",           "subset of", "subpopulation*", "sub-population*",
      "were stratified", "according to baseline"};
  const std::string lower = lower_ascii(sentence);
  return has_any_phrase(lower, kParts) || !part_at_entry(lower).empty();
}

std::string part_of_people(const Evidence& evidence, const Finding& finding) {
  const std::string_view sentence = evidence.sentence_of(finding);
  if (std::string part = part_at_entry(lower_ascii(sentence)); !part.empty()) return part;
  const std::vector<Token> tokens = tokenize(sentence);
  Stemmer stemmer;
  std::set<std::string> known;
  const auto know = [&](std::string_view words) {
    for (std::string& stem : stems_of(words, stemmer)) known.insert(std::move(stem));
  };
  know(evidence.source_of(finding).document.record.title);
  know(evidence.question.asked);
  for (const Concept& one : evidence.question.concepts) {
    for (const ConceptVariant& variant : one.variants) know(variant.words);
  }
  std::vector<ByteSpan> given;  // "for olanzapine-treated patients" names an arm
  for (const VocabularyMatch& match : evidence.vocabulary->match(sentence, tokens, stemmer)) {
    if (evidence.vocabulary->entry(match.entry).role == ConceptRole::kIntervention)
      given.push_back(match.span);
  }
  const auto is_given = [&](const Token& token) {
    return names_arm(token.folded) ||
           std::any_of(given.begin(), given.end(), [&](ByteSpan span) { return span.contains(token.span); });
  };
  std::set<std::string> part;
  for (size_t i = 0; i + 1 < tokens.size(); ++i) {
    const std::string& opens = tokens[i].folded;
    if (opens != "in" && opens != "among" && opens != "for") continue;
    constexpr size_t kBeforeMax = 5;
    size_t people = i + 1;
    while (people < tokens.size() && people <= i + kBeforeMax && !is_people_word(tokens[people].folded)) {
      const std::string_view gap = sentence.substr(
          tokens[people].span.end,
          tokens[std::min(people + 1, tokens.size() - 1)].span.start -
              std::min(tokens[people].span.end, tokens[std::min(people + 1, tokens.size() - 1)].span.start));
      if (gap.find_first_of(",;.(:") != std::string_view::npos) people = tokens.size();
      ++people;
    }
    if (people >= tokens.size() || !is_people_word(tokens[people].folded)) continue;
    size_t end = people + 1;
    constexpr size_t kBehindMax = 10;
    while (end < tokens.size() && end <= people + kBehindMax && !ends_people(tokens[end].folded)) {
      const std::string_view gap =
          sentence.substr(tokens[end - 1].span.end, tokens[end].span.start - tokens[end - 1].span.end);
      if (gap.find_first_of(",;.(:") != std::string_view::npos) break;
      ++end;
    }
    const size_t behind = people + 1;
    const bool who = behind < end && tokens[behind].folded == "who";
    const bool arm = behind < end && (names_arm(tokens[behind].folded) ||
                                      (who && behind + 1 < end &&
                                       (names_arm(tokens[behind + 1].folded) ||
                                        (behind + 2 < end && names_arm(tokens[behind + 2].folded)))));
    const size_t stop = arm ? people : end;
    for (size_t at = i + 1; at < stop; ++at) {
      const std::string& word = tokens[at].folded;
      const bool counted = !word.empty() && is_digit(word.front()) && at < people;
      if (counted || says_nothing(word) || is_given(tokens[at])) continue;
      for (std::string& stem : stems_of(word, stemmer)) {
        if (!known.contains(stem)) part.insert(std::move(stem));
      }
    }
    // "In women", where the title speaks of all.
    for (size_t at = i + 1; at <= people && !arm; ++at) {
      static constexpr std::string_view kParts[] = {"men",     "children", "elderly", "girls",
                                                    "infants", "boys",     "smokers", "adolescents"};
      const std::string& word = tokens[at].folded;
      if (!is_one_of(word, kParts)) continue;
      for (std::string& stem : stems_of(word, stemmer)) {
        if (!known.contains(stem)) part.insert(std::move(stem));
      }
    }
    i = people;
  }
  std::string words;
  for (const std::string& stem : part) words += stem + " ";
  return words;
}

}  // namespace attest
