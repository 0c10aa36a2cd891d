// The names that the sentences of an answer's sources are searched for.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "collection/collection.h"
#include "findings/names/mentions.h"
#include "question/question.h"

namespace attest {

// Names to look for: the program's thesaurus, the question's concepts, control arms, the collection's
// thesaurus for the words of `texts`, and what discovery finds in them.
std::shared_ptr<const Vocabulary> build_vocabulary(const UnderstoodQuestion& question,
                                                   const std::shared_ptr<const Thesaurus>& thesaurus,
                                                   const Collection& collection,
                                                   const std::vector<std::string_view>& texts);

}  // namespace attest
