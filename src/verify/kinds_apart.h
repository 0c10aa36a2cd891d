// Kinds of which one excludes the other: children and adults, mice and people, type 1 and type 2. What a
// source found in one of them it did not find in the other, however alike the words are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attest {

enum class KindNamed : uint8_t {
  kNear,         // where the claim is decided
  kElsewhere,    // in the source, where the deciding sentence names none of the kinds
  kAnotherNear,  // in the source, where the deciding sentence names only another one
  kOnlyAnother,  // nowhere, where the source names another one
  kNowhere       // nor any other
};

struct KindBeside {
  std::string_view of;       // what they are kinds of: "age"
  std::string_view claimed;  // "children"
  std::string_view another;  // "adults"; empty where no other one is named
  KindNamed named = KindNamed::kNear;
};

// For everything of which the claim names one kind only. In small letters; `near`: the sentences that decide
// and the title, `source`: all of it.
std::vector<KindBeside> hold_kinds(std::string_view claim, std::string_view near, std::string_view source);

}  // namespace attest
