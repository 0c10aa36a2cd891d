// The names by which a text speaks of the condition that was asked about.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "question/question.h"

namespace attest {

// In small letters, British and American; without those that only come near (a variant below 0.75). What no
// thesaurus knows counts as a condition where `any` is set and nothing that was asked is one.
std::vector<std::string> condition_names(const UnderstoodQuestion& question, bool any);

// The condition without its course or severity, in small letters: "pericarditis", asked of acute
// pericarditis; empty where the wider name is none that the thesaurus gives it.
std::string name_without_attribute(const Concept& condition);

// A chapter of a guideline on the whole condition ("Pericarditis"), asked of one course of it: what it says
// without setting courses apart holds for each. The label of what was asked, or nothing.
std::string asked_in_chapter(const UnderstoodQuestion& question, const Document& document);

}  // namespace attest
