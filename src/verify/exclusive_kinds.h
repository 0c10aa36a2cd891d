// Kinds of people, diseases, doses and measures of which one excludes the other: children and adults, mild
// and severe, preterm and full term. One table for all who hold them against each other: the models of
// claims (kinds_apart.h) and the audit of a page (other_kinds() of named_people.h).
#pragma once

#include <span>
#include <string_view>

namespace attest {

struct ExclusiveKind {
  std::string_view name;                    // "children"
  std::span<const std::string_view> words;  // any of them names it, as phrases of text/phrases.h
};

struct ExclusiveKinds {
  std::string_view of;  // what they are kinds of: "age"
  std::span<const ExclusiveKind> kinds;
  bool of_claims = false;    // told to the models of claims
  bool of_things = false;    // a page's, before the same thing only: "mild depression", "severe depression"
  bool of_somebody = false;  // a page's, whatever stands behind it: "smokers"
};

std::span<const ExclusiveKinds> exclusive_kinds();

}  // namespace attest
