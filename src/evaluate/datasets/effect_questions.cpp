#include "evaluate/datasets/effect_questions.h"

#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/checksum.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr size_t kNameBytesMax = 60;  // an outcome of more is not read as one (question/asked_outcome.cpp)

// Without what stands in brackets and without marks at its ends; nothing where marks are within.
std::optional<std::string> asked_name(std::string_view name) {
  std::string words;
  int depth = 0;
  for (const char byte : name) {
    if (byte == '(' || byte == '[') ++depth;
    const bool space = is_space(byte);
    if (depth == 0 && !(space && (words.empty() || words.back() == ' '))) words += space ? ' ' : byte;
    if ((byte == ')' || byte == ']') && depth > 0) --depth;
  }
  constexpr std::string_view kAtEnds = " .,;:-";
  while (!words.empty() && kAtEnds.find(words.back()) != std::string_view::npos) words.pop_back();
  if (words.empty() || words.size() > kNameBytesMax || depth != 0) return std::nullopt;
  if (words.find_first_of(".,;:?!") != std::string::npos) return std::nullopt;
  if (words.size() > 1 && is_upper(words[0]) && !is_upper(words[1]) && is_letter_byte(words[1]))
    words[0] = lower_ascii(words.substr(0, 1))[0];
  return words;
}

// "Does it increase the decrease of pain?"
bool names_change(std::string_view outcome) {
  static constexpr std::string_view kChanges[] = {"reduc*", "decreas*", "increas*", "improv*", "chang*"};
  return has_any_phrase(lower_ascii(outcome), kChanges);
}

}  // namespace

std::string effect_question(const EffectPrompt& prompt) {
  const auto intervention = asked_name(prompt.question.intervention);
  const auto comparator = asked_name(prompt.question.comparator);
  const auto outcome = asked_name(prompt.question.outcome);
  if (!intervention || !comparator || !outcome || names_change(*outcome)) return {};
  static constexpr std::string_view kVerbs[] = {"increase", "reduce", "change"};
  return fmt::format("Does {} {} {} compared with {}?", *intervention,
                     kVerbs[checksum64("verb " + prompt.id) % std::size(kVerbs)], *outcome, *comparator);
}

std::vector<AskedPrompt> effect_questions(std::vector<EffectPrompt> prompts) {
  std::vector<AskedPrompt> asked;
  for (EffectPrompt& prompt : prompts) {
    std::string question = effect_question(prompt);
    if (!question.empty()) asked.push_back({std::move(prompt), std::move(question)});
  }
  return asked;
}

}  // namespace attest
