// A definition has the name that was asked as its whole subject ("Gout is a form of arthritis"), or tells at
// its end what something is called. A name that is part of a longer one is another thing's.
#include "answer/lay/direct_words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "answer/choice/finding_order.h"
#include "answer/lay/plain_quotes.h"
#include "answer/wording.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "evidence/relevance.h"
#include "question/concepts.h"
#include "question/intents.h"
#include "question/words.h"
#include "text/brackets.h"
#include "text/phrases.h"
#include "text/readability.h"

namespace attest {
namespace {

constexpr auto kDefiningVerbs = std::to_array<std::string_view>(
    {" is ", " are ", " means ", " refers to ", " occurs when ", " happens when ", " describes ", " was "});
// "Gout is a common cause of pain": of what it does, or how much of it there is.
constexpr auto kOfItsPlace = std::to_array<std::string_view>(
    {"cause of", "causes of", "risk factor*", "reason", "complication*", "side effect*", "challenge",
     "burden", "public health", "concern", "symptom of", "feature of", "predictor*", "outcome*",
     "more common", "most common", "treatment*", "used to", "used for"});
constexpr auto kCalled = std::to_array<std::string_view>({"called", "known as", "termed", "the name for"});

std::string_view without_edges(std::string_view words) {
  while (!words.empty() && !is_word_byte(words.front())) words.remove_prefix(1);
  while (!words.empty() && !is_word_byte(words.back())) words.remove_suffix(1);
  return words;
}

// "A cataract" → "cataract"; "what is gout? Gout" → "Gout".
std::string_view without_article(std::string_view subject) {
  subject = without_edges(subject);
  for (const std::string_view article : {"a ", "an ", "the ", "in general, ", "simple "}) {
    if (lower_ascii(subject.substr(0, article.size())) == article)
      return without_edges(subject.substr(article.size()));
  }
  return subject;
}

// The subject without what stands in brackets, or between commas ("AF, also called…,").
std::string bare_subject(std::string_view subject) {
  std::string bare = without_round_brackets(subject);
  const size_t comma = bare.find(',');
  if (comma != std::string::npos) bare.resize(comma);
  for (const std::string_view also : {" also called", " also known as", " or "}) {
    if (const size_t at = bare.find(also); at != std::string::npos) bare.resize(at);
  }
  return std::string(without_article(bare));
}

// On a page that asks what the thing is, whatever its first words are but these.
constexpr auto kNoDefinition = std::to_array<std::string_view>(
    {"treated",    "found",   "diagnosed", "often",     "usually",   "more",    "most",  "not",
     "very",       "also",    "seen",      "used",      "sometimes", "rarely",  "rare",  "likely",
     "associated", "related", "caused",    "due",       "common",    "now",     "still", "thought",
     "believed",   "known",   "important", "serious",   "dangerous", "hard to", "easy",  "given",
     "present",    "one",     "called",    "in",        "on",        "at",      "as",    "there",
     "your",       "no",      "less",      "different", "named"});

bool begins_definition(std::string_view rest, bool on_its_page) {
  static constexpr auto kOpenings = std::to_array<std::string_view>({"a ",
                                                                     "an ",
                                                                     "when ",
                                                                     "the name",
                                                                     "the term",
                                                                     "the medical",
                                                                     "the loss",
                                                                     "the inability",
                                                                     "any ",
                                                                     "inflammation",
                                                                     "defined as",
                                                                     "characterised",
                                                                     "characterized",
                                                                     "one of",
                                                                     "the presence",
                                                                     "swelling",
                                                                     "cancer that",
                                                                     "caused by",
                                                                     "high ",
                                                                     "low ",
                                                                     "the clouding",
                                                                     "clouding",
                                                                     "to "});
  const std::string_view start = rest.substr(0, rest.find_first_of(",;("));
  constexpr size_t kLookedAt = 60;
  const bool other = std::any_of(kNoDefinition.begin(), kNoDefinition.end(), [&](std::string_view word) {
    return rest.starts_with(word) && (rest.size() == word.size() || !is_word_byte(rest[word.size()]));
  });
  return (on_its_page ? !other : starts_with_one_of(rest, kOpenings)) &&
         (!has_any_phrase(start.substr(0, kLookedAt), kOfItsPlace) ||
          (on_its_page && has_phrase(start.substr(0, kLookedAt), "symptom of")));
}

// "Anaemia", "anemias" and "Anemia" are one name.
std::string spelling_key(std::string_view name) {
  std::string key;
  for (const char letter : lower_ascii(name)) {
    if (!is_word_byte(letter)) continue;
    const bool latin = letter == 'e' && !key.empty() && (key.back() == 'a' || key.back() == 'o');
    if (latin) key.pop_back();
    key += letter;
  }
  if (key.ends_with('s')) key.pop_back();
  return key;
}

// A thesaurus has kinds of a thing among its names: the subject must be the word that was asked, the name of
// the thing, or a short form of it.
bool is_very_name(const Concept& asked, std::string_view subject) {
  const std::string key = spelling_key(subject);
  return key == spelling_key(asked.asked_as) || key == spelling_key(asked.label) ||
         looks_like_abbreviation(subject) || looks_like_abbreviation(asked.asked_as);
}

// The words before a name end with "called", and an article perhaps.
bool is_called(std::string_view before) {
  while (!before.empty() && !is_word_byte(before.back())) before.remove_suffix(1);
  for (const std::string_view article : {" a", " an", " the"}) {
    if (before.ends_with(article)) before.remove_suffix(article.size());
  }
  return ends_with_one_of(before, kCalled);
}

struct Definition {
  const Finding* finding = nullptr;
  double worth = 0;
};

}  // namespace

bool asks_what_it_is(const UnderstoodQuestion& question) {
  if (question.intent == Intent::kDefinition) return true;
  const std::vector<PlainWord> words = plain_words(question.resolved);
  return matches_pattern(words, "^ what is|are * and|but") || matches_pattern(words, "^ explain * and|but");
}

bool asks_for_cure(const UnderstoodQuestion& question) {
  return matches_pattern(plain_words(question.resolved), "cure|cured|cures|curable|incurable");
}

const Concept* asked_thing(const UnderstoodQuestion& question) {
  const Concept* first = nullptr;
  for (const Concept& asked : question.concepts) {
    if (asked.role == ConceptRole::kCondition) return &asked;
    if (first == nullptr && asked.role != ConceptRole::kPopulation) first = &asked;
  }
  return first;
}

Defines what_is_defined(const Evidence& evidence, const Finding& finding) {
  const Concept* asked = asked_thing(evidence.question);
  if (asked == nullptr) return Defines::kNothing;
  const std::string_view sentence = evidence.sentence_of(finding);
  const std::string lower = lower_ascii(sentence);
  size_t verb = std::string::npos;
  size_t rest = 0;
  for (const std::string_view one : kDefiningVerbs) {
    if (const size_t at = lower.find(one); at < verb) {
      verb = at;
      rest = at + one.size();
    }
  }
  if (verb == std::string::npos) return Defines::kNothing;
  const std::string id = vocabulary_id(*asked);
  Stemmer stemmer;
  const std::vector<VocabularyMatch> named =
      evidence.vocabulary->match(sentence, tokenize(sentence), stemmer);
  const auto is_asked = [&](const VocabularyMatch& match) {
    return evidence.vocabulary->entry(match.entry).id == id;
  };
  const std::string subject = bare_subject(sentence.substr(0, verb));
  const bool whole = std::any_of(named.begin(), named.end(), [&](const VocabularyMatch& match) {
    return is_asked(match) && match.span.start < verb &&
           lower_ascii(match.span.of(sentence)) == lower_ascii(subject);
  });
  const bool defining = begins_definition(std::string_view(lower).substr(rest),
                                          evidence.source_of(finding).title_asks == Intent::kDefinition);
  if (whole && is_very_name(*asked, subject)) return defining ? Defines::kAsked : Defines::kNothing;
  // "Viral hepatitis is…", "Dravet syndrome is a severe form of epilepsy": kinds; else another name for it.
  if (whole) {
    const std::string name = lower_ascii(asked->asked_as);
    const bool kind = has_phrase(lower_ascii(subject), name) || has_phrase(lower.substr(rest), name);
    return defining && kind ? Defines::kAnother : Defines::kNothing;
  }
  // "Clouding of the lens is called a cataract"; not "these cases are called chronic cataract".
  static constexpr std::string_view kPointing[] = {"this ", "these ", "it ",    "they ",
                                                   "such ", "that ",  "- this "};
  const bool points = starts_with_one_of(lower, kPointing);
  const bool at_end = !points && std::any_of(named.begin(), named.end(), [&](const VocabularyMatch& match) {
    const std::string_view tail = std::string_view(lower).substr(match.span.end);
    return is_asked(match) && is_very_name(*asked, match.span.of(sentence)) &&
           is_called(std::string_view(lower).substr(0, match.span.start)) &&
           (tail.empty() || tail.starts_with('.') || tail.starts_with(',') || tail.starts_with(" ("));
  });
  if (at_end) return Defines::kAsked;
  return defining ? Defines::kAnother : Defines::kNothing;
}

std::vector<Statement> definition_of_asked(const Evidence& evidence) {
  std::optional<Definition> best;
  for (const AnswerSource& source : evidence.sources) {
    if (!evidence.reports_evidence(source) || source.status.status == PublicationStatus::kSuperseded)
      continue;
    for (const Finding& finding : source.findings) {
      if (finding.condition_match < 2 || finding.background) continue;
      const std::string_view sentence = evidence.sentence_of(finding);
      if (!may_be_read_by_lay(sentence) || what_is_defined(evidence, finding) != Defines::kAsked) continue;
      constexpr uint8_t kInTitle = 3;
      constexpr double kForPatients = 6;
      constexpr double kNamed = 3;
      constexpr double kTellsMore = 2;
      constexpr size_t kShortBytes = 60;
      constexpr size_t kLongBytes = 200;
      double worth = -reading_grade(sentence);
      if (source.appraisal.design == StudyDesign::kPatientPage) worth += kForPatients;
      if (source.naming == kInTitle) worth += kNamed;
      if (sentence.size() >= kShortBytes) worth += kTellsMore;
      if (sentence.size() > kLongBytes || find_phrase(lower_ascii(sentence), "called") != std::string::npos)
        worth -= kForPatients;
      if (!best || worth > best->worth) best = Definition{&finding, worth};
    }
  }
  if (!best) return {};
  return {quote_finding(evidence, *best->finding)};
}

bool describes_asked(const Evidence& evidence, const Finding& finding) {
  switch (what_is_defined(evidence, finding)) {
    case Defines::kAsked: return true;
    case Defines::kAnother: return false;
    case Defines::kNothing: break;
  }
  using enum FindingKind;
  static constexpr auto kDescribing =
      std::to_array({kDefinition, kOther, kDiagnosis, kMechanism, kPrevalence, kDuration, kWarning});
  if (std::find(kDescribing.begin(), kDescribing.end(), finding.kind) == kDescribing.end()) return false;
  constexpr uint8_t kInTitle = 3;
  const AnswerSource& source = evidence.source_of(finding);
  const Concept* asked = asked_thing(evidence.question);
  if (asked == nullptr) return false;
  const bool of_page = source.appraisal.design == StudyDesign::kPatientPage && source.naming == kInTitle;
  const std::string id = vocabulary_id(*asked);
  const bool named =
      std::find(finding.asked_here.begin(), finding.asked_here.end(), id) != finding.asked_here.end();
  if (of_page && (named || source.title_asks == Intent::kDefinition)) return true;
  // "Gout can affect every joint"; not "the main barriers to biofeedback were".
  const std::string_view sentence = evidence.sentence_of(finding);
  const std::string start = lower_ascii(without_article(sentence));
  return finding.kind == kDefinition && named && start.starts_with(lower_ascii(asked->asked_as));
}

std::vector<Statement> words_on_cure(const Evidence& evidence) {
  static constexpr auto kCure = std::to_array<std::string_view>(
      {"no cure", "no known cure", "not a cure", "cannot be cured", "can't be cured", "can be cured",
       "is curable", "are curable", "not curable", "is incurable", "often cured", "usually cured", "can cure",
       "not cured", "may be cured"});
  constexpr size_t kStatements = 2;
  std::vector<Statement> statements;
  for (const AnswerSource& source : evidence.sources) {
    if (!evidence.reports_evidence(source) || !source.about_condition) continue;
    for (const Finding& finding : source.findings) {
      constexpr uint8_t kInSentence = 2;
      const std::string_view sentence = evidence.sentence_of(finding);
      if (finding.condition_match != kInSentence || finding.other_conditions > 0 ||
          statements.size() == kStatements || !is_for_lay_readers(sentence) ||
          !has_any_phrase(lower_ascii(sentence), kCure))
        continue;
      const std::string key = sentence_key(sentence);
      if (std::none_of(statements.begin(), statements.end(),
                       [&](const Statement& one) { return sentence_key(one.text) == key; }))
        statements.push_back(quote_finding(evidence, finding));
    }
  }
  return statements;
}

}  // namespace attest
