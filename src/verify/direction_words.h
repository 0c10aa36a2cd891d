// Words that say which way something goes: "increases", "protects from", "in the absence of". A claim and a
// sentence about the same things contradict each other most often in one of these.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attest {

// What is more or less. Two words of one axis with different signs are antonyms.
enum class DirectionAxis : uint8_t {
  kAmount,    // increase, higher – decrease, lower
  kActivity,  // activate, promote, cause – inhibit, block, prevent
  kQuality,   // better, effective, safe – worse, ineffective, harmful
  kRisk,      // susceptible, prone – protected, resistant
  kPresence,  // present, require, with – absent, dispensable, without
  kRelation,  // positive, directly – negative, inversely
  kSameness,  // same, similar – different
  kTime,      // early, before – late, after
};
inline constexpr size_t kDirectionAxes = 8;
const char* direction_axis_name(DirectionAxis axis);  // "amount"

struct DirectionWord {
  DirectionAxis axis = DirectionAxis::kAmount;
  int8_t sign = 1;  // 1 or -1
};

// By the stem and the folded word (text/tokens.h); nothing for words without a direction. Safe for concurrent
// use.
std::optional<DirectionWord> direction_of(std::string_view stem, std::string_view folded);

// "not", "no", "without", "fails": the folded word denies what stands beside it.
bool is_negation(std::string_view folded);

// One word is the other with a prefix that turns it round ("inaccurate" – "accurate"). Stems.
bool are_prefix_antonyms(std::string_view first, std::string_view second);

// "no significant difference", "was not associated", "did not affect": nothing was found. Lower case.
bool says_no_effect(std::string_view lower);
// "did not differ", "equipotent", "comparable": two are alike. Lower case.
bool says_alike(std::string_view lower);
// "The aim was to investigate whether…": what was asked, with no word of what came out. Lower case.
bool only_asks(std::string_view lower);
// "To compare", "was investigated", "we studied": what was done to learn something. Lower case.
bool says_what_was_done(std::string_view lower);
// "Is to be tried", "the study looked at", "were compared": a claim of what was or will be done. Lower case.
bool tells_of_plan(std::string_view lower);
// The sentence without a clause of time, condition or contrast that opens it and without what stands in
// round brackets: a denial in them denies nothing of the rest. Lower case.
std::string main_clause(std::string_view lower);
// "may", "suggests", "possibly". Lower case.
bool is_hedged(std::string_view lower);

}  // namespace attest
