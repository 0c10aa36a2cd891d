// Private to appraise: the parts of a document's text in which it tells of its own study.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace attest {

// What of a text describes the study itself: title and abstract, or the first part of an unstructured text.
std::string_view own_description(const Document& document);

// The same for the readers of StudyFacts, with blanks for headings glued to the word after them
// ("MethodsSixty patients"), which would hide it. Where a full text has no abstract of its own: its first
// part.
std::string study_description(const Document& document);

// The first part of the methods of a full text; empty where none are found.
ByteSpan methods_span(const Document& document);

}  // namespace attest
