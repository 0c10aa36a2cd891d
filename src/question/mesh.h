#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "question/question.h"

namespace attest {

// What a stored thesaurus concept is, from its MeSH tree numbers.
struct MeshRole {
  ConceptRole role = ConceptRole::kOther;
  bool required = false;  // specific enough that an answer must be about it
};
MeshRole mesh_role(const std::vector<std::string>& tree_numbers);

// True for what a question happens in or is put to rather than what it is about: disciplines ("cardiology"),
// places, libraries, insurers and other organisations.
bool is_frame(const std::vector<std::string>& tree_numbers);

// A substance of the body that is followed by measuring it, by its preferred name: beside a treatment it is
// what the treatment changes ("which controls glucose better").
bool is_measured_substance(std::string_view name);

// "constipation, functional" → "functional constipation"; a term without exactly one comma is unchanged.
std::string natural_order(std::string_view term);

// "functional constipation" → "constipation functional", "familial adenomatous polyposis" → "polyposis
// familial adenomatous": how an inverted entry term reads once normalised. Empty for a single word.
std::string inverted_order(std::string_view normalised);

// Simple singular and plural of a term's last word, as entry terms have them: {"ulcers"} → {"ulcer"}.
std::vector<std::string> number_forms(std::string_view normalised);

}  // namespace attest
