// What a study has one of, by its name: the median follow-up, the mean age. The abstract's is held against
// the only one of the full text.
#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/ascii.h"
#include "figures/told.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

struct NamedSummary {
  Printed printed;
  ByteSpan span;  // of the name and the number, in the document
  ByteSpan sentence;
};

// "median follow-up |was 24|": words between a name and its number.
std::optional<NamedSummary> summary_in(std::string_view text, ByteSpan sentence, std::string_view name) {
  const std::string lower = lower_ascii(sentence.of(text));
  const size_t at = find_phrase(lower, name);
  if (at == std::string_view::npos) return std::nullopt;
  const size_t end = at + name.size();
  const auto number = next_printed(lower, end);
  constexpr size_t kApartMax = 30;
  if (!number || number->start - end > kApartMax) return std::nullopt;
  const std::string_view between = std::string_view(lower).substr(end, number->start - end);
  static constexpr std::string_view kOther[] = {"group*",   "in the", "for the", "and",   "range", "than",
                                                "at least", "to",     "from",    "sd",    "men",   "women",
                                                "between",  "score*", "at",      "among", "with",  "those"};
  if (has_any_phrase(between, kOther) || between.find_first_of(";,[") != std::string_view::npos)
    return std::nullopt;
  // Of each group one: which is meant is not told.
  constexpr size_t kSeen = 60;
  const std::string_view behind = std::string_view(lower).substr(number->end, kSeen);
  static constexpr std::string_view kSeveral[] = {"respectively", "group*", "versus", "vs",       "v",
                                                  "men",          "women",  "arm",    "control*", "placebo"};
  if (has_any_phrase(behind, kSeveral)) return std::nullopt;
  return NamedSummary{
      *number,
      {static_cast<uint32_t>(sentence.start + at), static_cast<uint32_t>(sentence.start + number->end)},
      sentence};
}

std::string_view unit_behind(std::string_view text, const NamedSummary& summary) {
  static constexpr std::string_view kUnits[] = {"month*", "year*", "week*", "day*"};
  constexpr size_t kSeen = 40;
  const std::string lower = lower_ascii(text.substr(summary.span.end, kSeen));
  return first_phrase(lower, kUnits);
}

}  // namespace

void check_named_summaries(std::string_view text, std::span<const ByteSpan> abstract,
                           std::span<const ByteSpan> body, std::span<const Printed> printed,
                           std::vector<FigureCheck>& checks) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "median follow-up", "mean follow-up", "median follow up", "mean follow up", "mean age", "median age"};
  for (const std::string_view name : kNames) {
    std::vector<NamedSummary> said;
    std::vector<NamedSummary> told;
    const auto collect = [&](std::span<const ByteSpan> sentences, std::vector<NamedSummary>& found) {
      for (const ByteSpan sentence : sentences) {
        if (const auto one = summary_in(text, sentence, name)) found.push_back(*one);
      }
    };
    collect(abstract, said);
    if (said.size() != 1) continue;
    collect(body, told);
    if (told.size() != 1 || unit_behind(text, said[0]) != unit_behind(text, told[0])) continue;
    const Printed& mine = said[0].printed;
    const bool elsewhere = std::any_of(printed.begin(), printed.end(),
                                       [&](const Printed& one) { return may_be_same(one, mine); });
    if (elsewhere) continue;
    FigureCheck check;
    check.kind = FigureCheckKind::kAbstract;
    check.figure = said[0].span;
    check.sentences = {said[0].sentence, told[0].sentence};
    check.stated = with_decimals(mine.value, mine.decimals);
    check.computed = with_decimals(told[0].printed.value, told[0].printed.decimals);
    check.inputs = check.stated + ", " + check.computed;
    check.rule = "the abstract as in the full text";
    check.tolerance = "rounding; the abstract’s figure stands nowhere in the full text";
    check.said = fmt::format("has a {} of {} in the abstract and of {} in the full text.", name, check.stated,
                             check.computed);
    checks.push_back(std::move(check));
  }
}

}  // namespace attest::figures
