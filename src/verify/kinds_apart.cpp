#include "verify/kinds_apart.h"

#include "text/phrases.h"
#include "verify/exclusive_kinds.h"

namespace attest {
namespace {

// "non-small-cell" is no small-cell: one word of it.
std::string with_non_joined(std::string_view lower) {
  std::string text(lower);
  for (size_t at = text.find("non-"); at != std::string::npos; at = text.find("non-", at + 3))
    text.erase(at + 3, 1);
  return text;
}

}  // namespace

std::vector<KindBeside> hold_kinds(std::string_view claim, std::string_view near, std::string_view source) {
  std::vector<KindBeside> held;
  const std::string claimed_text = with_non_joined(claim);
  std::string near_text;
  std::string source_text;
  for (const ExclusiveKinds& kinds : exclusive_kinds()) {
    if (!kinds.of_claims) continue;
    const ExclusiveKind* claimed = nullptr;
    size_t count = 0;
    for (const ExclusiveKind& kind : kinds.kinds) {
      if (!has_any_phrase(claimed_text, kind.words)) continue;
      claimed = &kind;
      ++count;
    }
    if (count != 1) continue;
    if (source_text.empty()) {
      near_text = with_non_joined(near);
      source_text = with_non_joined(source);
    }
    KindBeside beside{kinds.of, claimed->name, {}, KindNamed::kNear};
    const ExclusiveKind* other_near = nullptr;
    const ExclusiveKind* other = nullptr;
    for (const ExclusiveKind& kind : kinds.kinds) {
      if (&kind == claimed) continue;
      if (other_near == nullptr && has_any_phrase(near_text, kind.words)) other_near = &kind;
      if (other == nullptr && has_any_phrase(source_text, kind.words)) other = &kind;
    }
    if (!has_any_phrase(near_text, claimed->words)) {
      const bool somewhere = has_any_phrase(source_text, claimed->words);
      if (somewhere)
        beside.named = other_near != nullptr ? KindNamed::kAnotherNear : KindNamed::kElsewhere;
      else
        beside.named = other != nullptr ? KindNamed::kOnlyAnother : KindNamed::kNowhere;
    }
    if (other_near != nullptr) other = other_near;
    if (other != nullptr) beside.another = other->name;
    held.push_back(beside);
  }
  return held;
}

}  // namespace attest
