#include "answer/lay/restricting_neighbour.h"

#include <algorithm>
#include <string>
#include <vector>

#include "answer/lay/plain_quotes.h"
#include "answer/references.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "text/phrases.h"
#include "text/sentences.h"

namespace attest {
namespace {

constexpr size_t kTogetherBytesMax = 600;

enum class Restricted : uint8_t { kNot, kQuotedTogether, kNotForLay };

Restricted lengthen(const Evidence& evidence, Statement& statement) {
  if (!statement.quoted || statement.citations.size() != 1) return Restricted::kNot;
  Citation& citation = statement.citations.front();
  const AnswerSource* source = source_with(evidence, citation.document);
  if (source == nullptr) return Restricted::kNot;
  const std::optional<ByteSpan> together = with_what_restricts(source->document, citation.span);
  if (!together) return Restricted::kNot;
  const std::string_view text = together->of(source->document.text);
  if (text.size() > kTogetherBytesMax || !may_be_read_by_lay(text) || is_of_analysis(text))
    return Restricted::kNotForLay;
  citation.span = *together;
  citation.quote = std::string(text);
  statement.text = citation.quote;
  return Restricted::kQuotedTogether;
}

bool lengthen_all(const Evidence& evidence, std::vector<Statement>& statements) {
  bool changed = false;
  std::erase_if(statements, [&](Statement& one) {
    const Restricted restricted = lengthen(evidence, one);
    changed = changed || restricted != Restricted::kNot;
    return restricted == Restricted::kNotForLay;
  });
  // What is now told at the end of another quote is told once.
  const std::vector<Statement> all = statements;
  std::erase_if(statements, [&](const Statement& one) {
    return std::any_of(all.begin(), all.end(), [&](const Statement& other) {
      return other.text.size() > one.text.size() && other.text.ends_with(one.text);
    });
  });
  return changed;
}

}  // namespace

bool restricts(std::string_view lower) {
  static constexpr std::string_view kOpenings[] = {
      "however",           "but ",          "nevertheless",
      "nonetheless",       "unfortunately", "yet ",
      "except ",           "unless ",       "not everyone",
      "on the other hand", "this does not", "that does not",
      "that doesn't mean", "this doesn't",  "it is not for everyone",
      "even so",           "still, ",       "they are not for everyone"};
  return starts_with_one_of(lower, kOpenings);
}

namespace {

// "Most cases are mild": whoever is told that must be told of the rest.
bool reassures(std::string_view lower) {
  static constexpr std::string_view kReassuring[] = {
      "most cases",      "is mild",       "are mild",         "usually mild", "not serious",
      "not dangerous",   "harmless",      "at home",          "is rare",      "are rare",
      "most people",     "go away",       "highly treatable", "goes away",    "usually better",
      "get better",      "gets better",   "can be cured",     "usually not",  "recover completely",
      "usually recover", "rarely serious"};
  return has_any_phrase(lower, kReassuring);
}

bool tells_of_dying(std::string_view lower) {
  static constexpr std::string_view kDying[] = {"fatal",    "deadly",           "life-threatening", "die",
                                                "can kill", "life threatening", "deaths*",          "death"};
  return has_any_phrase(lower, kDying);
}

// "It can be fatal": whoever is told that must be told how seldom it is, where the page says so.
bool frightens(std::string_view lower) { return tells_of_dying(lower) || has_phrase(lower, "cancer"); }

// "Rarely, it can become serious."
bool tells_the_rest(std::string_view lower) {
  return lower.starts_with("rarely") || lower.starts_with("in rare cases") ||
         lower.starts_with("in severe cases") || lower.starts_with("sometimes it can");
}

// "Creams get rid of many infections": the next sentence says what the others need.
bool tells_of_many(std::string_view lower) {
  static constexpr std::string_view kMany[] = {"many", "most", "mostly", "usually", "often"};
  return has_any_phrase(lower, kMany);
}

bool tells_of_the_others(std::string_view lower) {
  static constexpr std::string_view kOthers[] = {
      "other cases",    "in other cases", "others ",         "in others",     "for others",  "other people ",
      "other patients", "other children", "other women ",    "other men ",    "the others ", "the rest ",
      "some cases ",    "severe cases ",  "in severe cases", "serious cases", "more severe", "more serious"};
  return starts_with_one_of(lower, kOthers);
}

// "If you are worried about your child's breathing, call your health care provider right away."
bool says_whom_to_call(std::string_view lower) {
  static constexpr std::string_view kWhom[] = {"call", "see a doctor", "see your", "right away", "get help"};
  return lower.starts_with("if ") && has_any_phrase(lower, kWhom);
}

struct Neighbour {
  ByteSpan span;
  std::string lower;
};

// Those behind the sentence, as far as can be quoted.
std::vector<Neighbour> sentences_behind(const Document& document, const Section& section, ByteSpan sentence) {
  // A few sentences' worth is read: more than any that can be quoted.
  constexpr uint32_t kLookedAt = 1200;
  const ByteSpan near{sentence.end, std::min(section.body.end, sentence.end + kLookedAt)};
  std::vector<Neighbour> behind;
  for (const ByteSpan span : split_sentences(near.of(document.text))) {
    std::string lower = lower_ascii(span.of(near.of(document.text)));
    if (lower.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos) continue;
    behind.push_back({{near.start + span.start, near.start + span.end}, std::move(lower)});
  }
  return behind;
}

// The sentence before, where it says how seldom or how mild the thing mostly is.
std::optional<ByteSpan> reassurance_before(const Document& document, const Section& section,
                                           ByteSpan sentence) {
  constexpr uint32_t kLookedAt = 600;
  const uint32_t from =
      sentence.start - section.body.start > kLookedAt ? sentence.start - kLookedAt : section.body.start;
  const ByteSpan near{from, sentence.start};
  const std::vector<ByteSpan> spans = split_sentences(near.of(document.text));
  // The first may be cut.
  if (spans.empty() || (spans.size() == 1 && from != section.body.start)) return std::nullopt;
  const std::string_view before = spans.back().of(near.of(document.text));
  const std::string lower = lower_ascii(before);
  if (!reassures(lower) || tells_of_dying(lower) || before.empty() || !is_upper(before.front()))
    return std::nullopt;
  return ByteSpan{near.start + spans.back().start, sentence.end};
}

}  // namespace

std::optional<ByteSpan> with_what_restricts(const Document& document, ByteSpan sentence) {
  for (const Section& section : document.sections) {
    if (sentence.start < section.body.start || sentence.end > section.body.end) continue;
    const std::string told = lower_ascii(sentence.of(document.text));
    const std::vector<Neighbour> behind = sentences_behind(document, section, sentence);
    ByteSpan together = sentence;
    size_t next = 0;
    if (next < behind.size() &&
        (restricts(behind[next].lower) || (reassures(told) && tells_the_rest(behind[next].lower)) ||
         (tells_of_many(told) && tells_of_the_others(behind[next].lower)) ||
         (frightens(told) && reassures(behind[next].lower))))
      together.end = behind[next++].span.end;
    const bool with_call = together != sentence && reassures(told) && next < behind.size() &&
                           says_whom_to_call(behind[next].lower) &&
                           behind[next].span.end - together.start <= kTogetherBytesMax;
    if (with_call) together.end = behind[next].span.end;
    if (together != sentence) return together;
    if (frightens(told) && !reassures(told)) return reassurance_before(document, section, sentence);
    return std::nullopt;
  }
  return std::nullopt;
}

bool quote_with_restrictions(const Evidence& evidence, Answer& answer) {
  if (evidence.audience == Audience::kClinician) return false;
  bool changed = lengthen_all(evidence, answer.bottom_line);
  for (AnswerSection& section : answer.sections)
    changed = lengthen_all(evidence, section.statements) || changed;
  std::erase_if(answer.sections, [](const AnswerSection& section) { return section.statements.empty(); });
  return changed;
}

}  // namespace attest
