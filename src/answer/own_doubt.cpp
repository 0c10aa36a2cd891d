#include "answer/own_doubt.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "answer/references.h"
#include "answer/wording.h"
#include "base/ascii.h"
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
    if (!is_result(shown[i]) || told.contains(shown[i].citations.front().document)) continue;
    const AnswerSource* source = source_with(evidence, shown[i].citations.front().document);
    if (source == nullptr || !told.insert(source->id).second) continue;
    const std::optional<ByteSpan> doubt = own_doubt(*source);
    if (!doubt) continue;
    Statement statement;
    statement.citations = {cite_span(*source, *doubt)};
    statement.text = statement.citations.front().quote;
    statement.quoted = true;
    statement.strength = shown[i].strength;
    statement.kind = finding_kind_name(FindingKind::kUncertainty);
    shown.insert(shown.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(statement));
    ++i;
  }
}

}  // namespace attest
