// Headings inside running text: "… 10 mg/kg Severe malaria • Parenteral artesunate…", "Uncomplicated malaria.
// Artemether is…". What stands under one is said of what it names, up to the next of its kind.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "base/byte_span.h"
#include "findings/finding.h"
#include "findings/sentences/document_roles.h"

namespace attest {

enum class HeadingKind : uint8_t { kPart, kSubject, kPeople };

struct RunInHeading {
  ByteSpan span;  // in the document's text, without what marks its end
  HeadingKind kind = HeadingKind::kPart;
  bool item = false;  // opens an item of a list, and stands over this item alone
};

// The headings in `body` of `text`, in order. `names_condition` tells of a few words whether a condition is
// named in them. Looks at a bounded number of bytes before each mark that can end a heading.
std::vector<RunInHeading> run_in_headings(std::string_view text, ByteSpan body,
                                          const std::function<bool(std::string_view)>& names_condition);

// Takes headings out of the sentences: what stands before and behind one are two sentences.
std::vector<DocumentSentence> without_headings(std::string_view text,
                                               const std::vector<DocumentSentence>& sentences,
                                               const std::vector<RunInHeading>& headings);

// What stands over `sentence` of a section that starts at `body_start`.
HeadingsAbove headings_above(std::string_view text, const std::vector<RunInHeading>& headings,
                             uint32_t body_start, ByteSpan sentence);

}  // namespace attest
