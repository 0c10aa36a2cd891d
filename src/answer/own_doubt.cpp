#include "answer/own_doubt.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "answer/lay/restricting_neighbour.h"
#include "answer/references.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "findings/effects/null_results.h"
#include "text/phrases.h"
#include "text/sentences.h"

namespace attest {
namespace {

// The whole of the evidence, not one outcome or one subgroup of it.
bool denies_the_whole(std::string_view lower) {
  static constexpr std::string_view kDoubts[] = {"to allow any conclusion*",
                                                 "to allow conclusion*",
                                                 "to permit any conclusion*",
                                                 "allow no conclusion*",
                                                 "no conclusion can be",
                                                 "no conclusions can be",
                                                 "no conclusion could be",
                                                 "no conclusions could be",
                                                 "no firm conclusion*",
                                                 "no definite conclusion*",
                                                 "no definitive conclusion*",
                                                 "no reliable conclusion*",
                                                 "conclusions cannot be drawn",
                                                 "conclusion cannot be drawn",
                                                 "insufficient evidence to",
                                                 "evidence is insufficient",
                                                 "evidence was insufficient",
                                                 "insufficient to support",
                                                 "insufficient to recommend",
                                                 "not enough evidence",
                                                 "inadequate evidence",
                                                 "no reliable evidence",
                                                 "evidence does not support",
                                                 "evidence do not support",
                                                 "data do not support",
                                                 "results do not support",
                                                 "findings do not support",
                                                 "cannot be recommended",
                                                 "can not be recommended",
                                                 "could not be recommended",
                                                 "should not be recommended",
                                                 "there is no role for",
                                                 "has no role",
                                                 "have no role",
                                                 "has no place",
                                                 "no arguments for",
                                                 "no argument for"};
  static constexpr std::string_view kPart[] = {"subgroup*", "adverse",  "side effect*", "safety",
                                               "cost*",     "children", "in women",     "in men",
                                               "long-term", "long term"};
  return has_any_phrase(lower, kDoubts) && !has_any_phrase(lower, kPart);
}

// It stands where an abstract concludes.
bool is_in_last_part(const AnswerSource& source, ByteSpan sentence) {
  const size_t size = source.document.text.size();
  return sentence.start * 2 >= size;
}

std::optional<ByteSpan> own_doubt(const AnswerSource& source) {
  // A full text discusses much besides.
  if (source.appraisal.depth != Depth::kAbstract && source.appraisal.depth != Depth::kSummary)
    return std::nullopt;
  const std::string_view text = source.document.text;
  std::optional<ByteSpan> doubt;
  for (const ByteSpan sentence : split_sentences(text)) {
    if (is_in_last_part(source, sentence) && denies_the_whole(lower_ascii(sentence.of(text))))
      doubt = sentence;
  }
  return doubt;
}

// "However, pregnancy rates did not differ": what the next sentence sets against a result.
bool sets_against(std::string_view lower) {
  static constexpr std::string_view kAgainst[] = {
      "did not",      "do not",         "does not",     "no significant", "not significant*", "no effect",
      "no benefit",   "no difference*", "not improve*", "adverse",        "side effect*",     "toxicity",
      "mortality",    "harm*",          "worse*",       "only",           "not seen",         "limited",
      "poor quality", "low quality",    "not found",    "no longer",      "disappear*"};
  return restricts(lower) && (find_null(lower).found() || has_any_phrase(lower, kAgainst));
}

// The other half of a conclusion, on the outcome that may matter more; nothing where the source goes on
// otherwise.
std::optional<ByteSpan> other_half(const AnswerSource& source, ByteSpan sentence) {
  constexpr uint32_t kBytesMax = 420;
  const std::string_view text = source.document.text;
  const std::optional<ByteSpan> both = with_what_restricts(source.document, sentence);
  if (!both || both->end <= sentence.end) return std::nullopt;
  ByteSpan half{sentence.end, both->end};
  while (half.start < half.end && is_space(text[half.start])) ++half.start;
  const bool told = half.size() <= kBytesMax && sets_against(lower_ascii(half.of(text)));
  return told ? std::optional(half) : std::nullopt;
}

bool is_quoted_in(const std::vector<Statement>& statements, const std::string& document, ByteSpan sentence) {
  return std::any_of(statements.begin(), statements.end(), [&](const Statement& one) {
    return std::any_of(one.citations.begin(), one.citations.end(), [&](const Citation& citation) {
      return citation.document == document && citation.span.overlaps(sentence);
    });
  });
}

Statement quote_span(const AnswerSource& source, ByteSpan sentence, const Statement& beside) {
  Statement statement;
  statement.citations = {cite_span(source, sentence)};
  statement.text = statement.citations.front().quote;
  statement.quoted = true;
  statement.strength = beside.strength;
  statement.kind = finding_kind_name(FindingKind::kUncertainty);
  return statement;
}

bool is_result(const Statement& statement) {
  return statement.quoted && statement.citations.size() == 1 &&
         (statement.kind == finding_kind_name(FindingKind::kEffect) ||
          statement.kind == finding_kind_name(FindingKind::kRate));
}

}  // namespace

void add_own_doubts(const Evidence& evidence, Answer& answer) {
  std::vector<Statement>& shown = answer.bottom_line;
  std::set<std::string> told;
  for (const Statement& statement : shown) {
    for (const Citation& citation : statement.citations) {
      if (denies_the_whole(lower_ascii(citation.quote))) told.insert(citation.document);
    }
  }
  for (size_t i = 0; i < shown.size(); ++i) {
    if (!shown[i].quoted || shown[i].citations.size() != 1) continue;
    const Citation cited = shown[i].citations.front();
    const AnswerSource* source = source_with(evidence, cited.document);
    if (source == nullptr) continue;
    std::optional<ByteSpan> behind;
    if (is_result(shown[i]) && !told.contains(source->id)) behind = own_doubt(*source);
    if (behind) told.insert(source->id);
    // Lay readers are told it in one quote, by restricting_neighbour.h.
    if (!behind && answer.audience == Audience::kClinician) behind = other_half(*source, cited.span);
    if (!behind || is_quoted_in(shown, source->id, *behind)) continue;
    Statement statement = quote_span(*source, *behind, shown[i]);
    shown.insert(shown.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(statement));
    ++i;
  }
}

}  // namespace attest
