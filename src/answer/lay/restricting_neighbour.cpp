#include "answer/lay/restricting_neighbour.h"

#include <algorithm>
#include <string>
#include <vector>

#include "answer/lay/plain_quotes.h"
#include "answer/references.h"
#include "base/affix.h"
#include "base/ascii.h"
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

std::optional<ByteSpan> with_what_restricts(const Document& document, ByteSpan sentence) {
  for (const Section& section : document.sections) {
    if (sentence.start < section.body.start || sentence.end > section.body.end) continue;
    const ByteSpan rest{sentence.end, section.body.end};
    // A few sentences' worth is read: more than any that can be quoted.
    constexpr uint32_t kLookedAt = 1200;
    const ByteSpan near{rest.start, std::min(rest.end, rest.start + kLookedAt)};
    for (const ByteSpan span : split_sentences(near.of(document.text))) {
      const std::string lower = lower_ascii(span.of(near.of(document.text)));
      if (lower.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos) continue;
      if (!restricts(lower)) return std::nullopt;
      return ByteSpan{sentence.start, near.start + span.end};
    }
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
