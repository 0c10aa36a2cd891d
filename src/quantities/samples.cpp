// The people that a study had, or those to whom something happened: "13 patients were randomised" against
// "13 patients died". Decided by what stands before the number ("a trial in", "we studied"), else by the
// predicate behind the noun, else by how many they are: a study of three is rare, an event in three is not.
#include <algorithm>

#include "quantities/reader.h"

namespace attest::quantities {

namespace {

constexpr double kLargeSample = 20;
constexpr double kModerateSample = 10;
constexpr double kSmallestSample = 5;

bool ends_clause(const Reader& reader, size_t at) {
  if (reader.any_sign(at, {";", "\n", ":"}) || reader.at(at).kind == LexemeKind::kEnd) return true;
  if (!reader.sign(at, ".")) return false;
  // "H. pylori", "vs. placebo": no end.
  const bool word = at > 0 && reader.at(at - 1).kind == LexemeKind::kWord;
  return !word ||
         (reader.at(at - 1).span.size() > 1 && !reader.any_word(at - 1, {"vs", "approx", "eg", "ie", "al"}));
}

enum class Says : uint8_t { kSample, kEvent, kNothing };

// What was done with them, from behind the noun on.
Says predicate(const Reader& reader, size_t at) {
  constexpr size_t kAhead = 80;
  constexpr size_t kAfterVerb = 4;
  bool relative = false;
  int depth = 0;
  for (size_t next = at; next < at + kAhead; ++next) {
    if (reader.any_sign(next, {"(", "["})) ++depth;
    if (reader.any_sign(next, {")", "]"})) --depth;
    if (depth < 0) return Says::kNothing;
    if (depth > 0) continue;
    if (ends_clause(reader, next)) return Says::kNothing;
    const Lexeme& word = reader.at(next);
    if (word.kind != LexemeKind::kWord) continue;
    if (reader.any_word(next, {"who", "whom", "that", "which", "whose"})) relative = true;
    if (reader.any_word(next, {"participated", "underwent", "entered", "completed", "received", "consented",
                               "subjected", "took", "undergoing", "performed", "receiving", "volunteered",
                               "attended", "undertook", "started"}))
      return Says::kSample;
    if (next == at && reader.word(next, "treated")) return Says::kSample;
    if (reader.word(next, "will")) {  // "will participate", "will first be randomised"
      constexpr size_t kAdverbs = 2;
      for (size_t verb = next + 1; verb <= next + 1 + kAdverbs; ++verb) {
        if (reader.any_word(
                verb, {"participate", "undergo", "receive", "complete", "attend", "enter", "take", "start",
                       "enroll", "enrol", "have", "begin", "serve", "answer", "provide"}))
          return Says::kSample;
      }
    }
    const bool planned = reader.word(next, "be") && next > 1 &&
                         (reader.word(next - 1, "will") || reader.word(next - 2, "will"));
    if (planned || reader.any_word(next, {"were", "was", "been", "are", "is"})) {
      for (size_t verb = next + 1; verb <= next + kAfterVerb; ++verb) {
        const Lexeme& said = reader.at(verb);
        if (said.kind != LexemeKind::kWord) break;
        if (reader.any_word(verb, {"found", "seen", "observed", "noted", "reported", "not", "used"})) break;
        if (is_enrolment_word(said.text) || is_study_verb(said.text) ||
            reader.any_word(
                verb, {"given",         "divided",   "matched",    "presented",  "described",  "subjected",
                       "allotted",      "allocated", "asked",      "instructed", "irradiated", "anesthetized",
                       "anaesthetized", "fed",       "infused",    "challenged", "exposed",    "inoculated",
                       "immunized",     "immunised", "vaccinated", "implanted",  "operated",   "available",
                       "invited",       "chosen",    "selected"}))
          return Says::kSample;
        if (reader.word(verb, "diagnosed") && reader.word(at - 1, "cases"))
          return reader.any_word(verb + 1, {"every", "each", "annually", "per", "worldwide", "a"})
                     ? Says::kEvent
                     : Says::kSample;
      }
      if (!relative) return Says::kEvent;
      continue;
    }
    // "48 patients have been treated"
    if (reader.any_word(next, {"had", "have", "has"}) && reader.word(next + 1, "been") &&
        reader.any_word(next + 2, {"treated", "included", "recruited", "enrolled", "randomised", "randomized",
                                   "studied", "implanted", "examined", "followed"}))
      return Says::kSample;
    if (!relative &&
        reader.any_word(
            next, {"had",       "have",     "has",      "died",     "developed",    "showed",  "experienced",
                   "required",  "reported", "withdrew", "improved", "discontinued", "stopped", "relapsed",
                   "responded", "survived", "failed",   "refused",  "suffered",     "did",     "are"}))
      return Says::kEvent;
  }
  return Says::kNothing;
}

// The verb before a preposition: "performed in", "observed in".
Says verb_before(const Reader& reader, size_t at) {
  constexpr size_t kBack = 25;
  for (size_t back = 1; back <= kBack && back <= at; ++back) {
    const size_t index = at - back;
    if (ends_clause(reader, index)) return Says::kNothing;
    const Lexeme& word = reader.at(index);
    if (word.kind != LexemeKind::kWord || reader.any_word(index, {"were", "was", "had", "have", "has"}))
      continue;
    if (back > 1 && reader.word(index, "included")) return Says::kEvent;  // "included surgery in 58 patients"
    if (is_study_verb(word.text)) return Says::kSample;
    if (is_event_verb(word.text)) return Says::kEvent;
  }
  return Says::kNothing;
}

// Passes back over what may stand between the cue and the number: "in all these", "included a further".
size_t back_over_determiners(const Reader& reader, size_t at) {
  if (at > 1 && reader.word(at - 1, "to") && reader.word(at - 2, "up")) at -= 2;
  while (at > 0 &&
         reader.any_word(at - 1, {"the",   "a",           "an",         "all",           "these",  "our",
                                  "those", "consecutive", "about",      "approximately", "nearly", "almost",
                                  "over",  "further",     "additional", "other",         "only",   "their",
                                  "first", "last",        "remaining",  "than",          "more",   "another",
                                  "least", "most",        "recent"}))
    --at;
  return at;
}

// "case group (", "group B, "
bool names_group_before(const Reader& reader, size_t at) {
  constexpr size_t kBack = 2;
  for (size_t back = 1; back <= kBack && back <= at; ++back) {
    if (reader.any_word(at - back, {"group", "groups", "arm", "cohort", "placebo", "controls", "control"}))
      return true;
  }
  return false;
}

// "case group (111 patients)".
bool sizes_group(const Reader& reader, size_t at, size_t end) {
  // "study group (61 men, 23 women)": what it was made of
  if (reader.any_word(end - 1, {"men", "women", "males", "females", "boys", "girls"}) &&
      !reader.sign(end, ")"))
    return false;
  return at > 1 && reader.any_sign(at - 1, {"(", ";", ",", ":"}) && reader.any_sign(end, {")", ",", ";"}) &&
         names_group_before(reader, at - 1);
}

// "four trials (370 patients)".
bool sizes_trials(const Reader& reader, size_t at, size_t end) {
  return at > 1 && reader.sign(at - 1, "(") && reader.sign(end, ")") &&
         reader.any_word(at - 2, {"trial", "trials", "rcts", "study", "studies", "rct", "cohorts"});
}

// "were randomly assigned to the drug (42 patients) or to placebo (44 patients)".
bool sizes_assigned(const Reader& reader, size_t at, size_t end) {
  if (at == 0 || !reader.sign(at - 1, "(") || !reader.sign(end, ")")) return false;
  constexpr size_t kBack = 30;
  for (size_t back = 2; back <= kBack && back <= at; ++back) {
    if (ends_clause(reader, at - back)) return false;
    if (reader.any_word(at - back, {"assigned", "allocated", "randomised", "randomized", "allotted",
                                    "assignment", "divided"}))
      return true;
  }
  return false;
}

bool is_place_noun(std::string_view word) {
  return word == "hospitals" || word == "practices" || word == "households";
}

bool is_animal_noun(std::string_view word) {
  for (const std::string_view noun :
       {"rats", "mice", "dogs", "rabbits", "monkeys", "pigs", "piglets", "sheep", "lambs", "cats", "ferrets",
        "baboons", "swine", "beagles", "calves", "goats", "hamsters"}) {
    if (word == noun) return true;
  }
  return false;
}

bool after_preposition(const Reader& reader, size_t preposition, size_t end, double value) {
  const bool first = preposition == 0 || ends_clause(reader, preposition - 1) ||
                     reader.sign(preposition - 1, ",") || reader.sign(preposition - 1, "?");
  size_t governor = preposition;
  if (governor > 0 && reader.sign(governor - 1, ")")) {  // "a trial (RCT) of"
    constexpr size_t kBracketMax = 4;
    for (size_t back = 0; back < kBracketMax && governor > 0 && !reader.sign(governor, "("); ++back)
      --governor;
  }
  // "a trial in", "a recent trial of lithium in"
  const auto names_study = [&reader](size_t index) {
    return index > 0 && reader.at(index - 1).kind == LexemeKind::kWord &&
           is_study_noun(reader.at(index - 1).text);
  };
  const bool study = names_study(governor) || (governor > 2 && reader.word(governor - 2, "of") &&
                                               reader.any_word(governor - 3, {"trial", "study"}));
  if (study || (reader.word(preposition, "on") && governor > 0 &&
                reader.any_word(governor - 1, {"reported", "report", "reports", "performed"})))
    return true;
  if (reader.word(preposition, "by"))  // "questionnaires were returned by 23 teachers"
    return value >= kModerateSample && preposition > 0 &&
           reader.any_word(preposition - 1, {"completed", "returned", "answered"});
  // Where a study was done is no sample of it: "patients from six hospitals".
  if (is_place_noun(reader.at(end - 1).text) && reader.any_word(preposition, {"in", "from", "at"}))
    return false;
  // "in the 28 patients with low scores": some of those who were studied
  if (reader.any_word(preposition, {"in", "for", "among"}) && reader.any_word(preposition + 1, {"the"}) &&
      (reader.word(end, "with") || reader.word(preposition + 2, "remaining")))
    return false;
  // Of animals even a few are the study.
  constexpr double kFewest = 3;
  if (value >= kFewest && reader.any_word(preposition, {"in", "into", "on"}) &&
      is_animal_noun(reader.at(end - 1).text) && verb_before(reader, preposition) != Says::kEvent)
    return true;
  if (reader.word(preposition, "with"))
    return verb_before(reader, preposition) == Says::kSample && value >= kModerateSample;
  if (reader.word(preposition, "of")) {
    return first || value >= kLargeSample || (predicate(reader, end) == Says::kSample && value >= kFewest) ||
           (verb_before(reader, preposition) == Says::kSample && value >= kSmallestSample);
  }
  if (reader.word(preposition, "among")) return value >= kModerateSample;
  const Says before = verb_before(reader, preposition);
  if (before != Says::kNothing) return before == Says::kSample;
  if (first && predicate(reader, end) == Says::kSample) return true;
  return value >= kModerateSample;
}

}  // namespace

bool in_brackets(const Reader& reader, size_t at) {
  constexpr size_t kBack = 16;
  for (size_t back = 1; back <= kBack && back <= at; ++back) {
    if (reader.sign(at - back, ")")) return false;
    if (reader.sign(at - back, "(")) return true;
  }
  return false;
}

bool is_sample(const Reader& reader, size_t at, size_t end) {
  const double value = reader.at(at).value;
  constexpr double kPopulation = 1'000'000;  // of a country, not of a study
  if (value >= kPopulation) return false;
  if (sizes_group(reader, at, end)) return true;
  // "with 23 subjects in each group"
  const size_t each = reader.words(end, {"in", "each"});
  const size_t group = each > 0 ? each : reader.word(end, "per") ? end + 1 : 0;
  if (group > 0 && reader.any_word(group, {"group", "arm", "cohort", "treatment"}) && at > 0 &&
      reader.any_word(at - 1, {"with", "of", "include", "including", "enroll", "enrol", "recruit", "need"}))
    return true;
  if (in_brackets(reader, at)) return sizes_trials(reader, at, end) || sizes_assigned(reader, at, end);
  const size_t start = back_over_determiners(reader, at);
  const bool clause = start == 0 || ends_clause(reader, start - 1) ||
                      reader.any_sign(start - 1, {",", "?", "-"}) ||
                      reader.any_word(start - 1, {"and", "plus", "or"});
  // "There were 86 patients.", "the test group was 126 patients"
  if (start > 1 && value >= kLargeSample && reader.any_word(start - 1, {"were", "are", "was"})) {
    const bool there = reader.word(start - 2, "there") && !reader.word(end, "with") &&
                       (start == 2 || ends_clause(reader, start - 3));
    const bool named = reader.any_word(start - 2, {"group", "size", "population", "sample", "cohort"});
    if (there || named) return true;
  }
  // "during which 20 patients were randomised", "a trial in primary care 25 subjects were given"
  if (!clause && value >= kSmallestSample && predicate(reader, end) == Says::kSample &&
      reader.any_word(start - 1,
                      {"which", "that", "when", "where", "while", "whereas", "whom", "there", "were", "are"}))
    return true;
  if (clause) {
    const Says said = predicate(reader, end);
    if (said != Says::kNothing) return said == Says::kSample;
    if (start > 0 && reader.sign(start - 1, ":")) return value >= kModerateSample;
    return start > 0 && !ends_clause(reader, start - 1) && reader.any_word(start - 1, {"and", "plus"}) &&
           verb_before(reader, start - 1) == Says::kSample && value >= kModerateSample;
  }
  const size_t cue = start - 1;
  if (reader.at(cue).kind != LexemeKind::kWord) return false;
  if (reader.any_word(
          cue, {"in", "on", "from", "of", "for", "with", "by", "among", "amongst", "between", "to", "into"}))
    return after_preposition(reader, cue, end, value);
  // "The study will include 108 patients."
  if (cue > 0 && reader.any_word(cue - 1, {"will", "to"}) &&
      reader.any_word(cue, {"include", "randomize", "randomise", "enrol", "enroll", "recruit", "involve"}))
    return true;
  if (reader.any_word(cue, {"report", "encountered", "enrolling", "recruiting", "studying", "total", "using",
                            "recruits", "enrolls", "enrols", "enrolled"}))
    return true;
  const Lexeme& word = reader.at(cue);
  if (is_enrolment_word(word.text) || is_study_verb(word.text)) return true;
  // "In a randomised study 20 patients were treated": the comma was left out.
  return value >= kSmallestSample && !ends_noun_phrase(word.text) && predicate(reader, end) == Says::kSample;
}

namespace {

// "a sample size of 14", "the number of patients included in this study was 383".
bool is_stated_size(const Reader& reader, size_t at) {
  if (!reader.any_word(at - 1, {"of", "was", "is"})) return false;
  if (reader.at(at + 1).kind == LexemeKind::kWord && !ends_noun_phrase(reader.at(at + 1).text)) return false;
  if (reader.any_sign(at + 1, {"%", "-", "/"})) return false;
  if (at > 2 && reader.word(at - 2, "size") && reader.word(at - 3, "sample")) return true;
  if (reader.word(at - 1, "of")) return false;
  constexpr size_t kBack = 12;
  bool enrolled = false;
  for (size_t back = 2; back <= kBack && back < at; ++back) {
    const Lexeme& word = reader.at(at - back);
    if (word.kind != LexemeKind::kWord) return false;
    enrolled = enrolled || reader.any_word(at - back, {"included", "enrolled", "randomised", "randomized",
                                                       "recruited", "analysed", "analyzed"});
    if (is_sample_noun(word.text) && reader.word(at - back - 1, "of"))
      return enrolled && at > back + 1 && reader.word(at - back - 2, "number");
  }
  return false;
}

}  // namespace

bool is_group_size(const Reader& reader, size_t at) {
  const Lexeme& number = reader.at(at);
  if (!number.integer || number.spelled || reader.is_year(at) || at == 0) return false;
  if (is_stated_size(reader, at)) return true;
  // "given to 100 in each group"
  const bool each = (reader.word(at + 1, "in") && reader.word(at + 2, "each")) || reader.word(at + 1, "per");
  if (each && reader.any_word(at + (reader.word(at + 1, "per") ? 2 : 3), {"group", "arm", "cohort"}))
    return true;
  const auto names_group = [&reader](size_t index) {
    return reader.any_word(index, {"group", "arm", "cohort", "controls", "control", "placebo"});
  };
  if (reader.any_sign(at - 1, {":", "="}) && at > 1 && names_group(at - 2))
    return reader.any_sign(at + 1, {",", ";", ")", "."});
  // "hospice (2,644) and nonhospice (7,929) nursing home residents".
  if (!reader.sign(at - 1, "(") || !reader.sign(at + 1, ")") || number.value < kModerateSample) return false;
  constexpr size_t kAhead = 12;
  for (size_t next = at + 2; next < at + kAhead; ++next) {
    const Lexeme& word = reader.at(next);
    if (reader.any_sign(next, {"(", ")"}) || word.kind == LexemeKind::kNumber || reader.word(next, "and"))
      continue;
    if (word.kind != LexemeKind::kWord || ends_noun_phrase(word.text)) return false;
    if (is_sample_noun(word.text)) return is_plural(word.text);
  }
  return false;
}

}  // namespace attest::quantities
