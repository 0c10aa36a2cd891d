// figures: what a text states twice, recomputed. Takes a document, or sentences of a page; gives the places
// where a stated figure does not follow from the figures beside it: a percentage from its counts, a p-value
// or a ratio from the counts of two groups, a total from its parts, a full text's figure from its abstract.
// May include base, text, quantities, document.
//
// Precision first: figures belong to each other only where they stand in one clause about one thing, and a
// figure that another sound method could give is left alone. Both numbers are told, none is repaired.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"
#include "document/document.h"

namespace attest {

enum class FigureCheckKind : uint8_t {
  kPercentage,    // against the count and the total
  kPValue,        // against the counts of two groups, or their means
  kSignificance,  // "significantly more", "no significant difference" against the counts
  kRatio,         // risk or odds ratio against the counts
  kDifference,    // between two percentages
  kNumberNeeded,  // to treat or to harm, against two percentages
  kInterval,      // against its own estimate, its counts, or the p-value beside it
  kChange,        // in per cent, against the values before and after
  kAccuracy,      // sensitivity, specificity, predictive values against the counts
  kTotal,         // against its parts
  kAbstract,      // the abstract against the full text
};
constexpr size_t kFigureCheckKinds = static_cast<size_t>(FigureCheckKind::kAbstract) + 1;
// Name as it stands in an answer's checks: "percentage", "p-value", "interval"…
const char* figure_check_name(FigureCheckKind kind);

// One mismatch.
struct FigureCheck {
  FigureCheckKind kind = FigureCheckKind::kPercentage;
  ByteSpan figure;                  // what is stated, in the text
  std::vector<ByteSpan> sentences;  // the one that states it first
  std::string stated;               // "82 %"
  std::string computed;             // "72 %"
  std::string inputs;               // "36/50"
  std::string rule;                 // "count / total"
  std::string tolerance;            // "half a unit of the last digit, or cut"
  std::string said;                 // after "The source": "gives 82 % for 36/50; the counts give 72 %."
};

// Every mismatch of the document, in the order of its text.
std::vector<FigureCheck> check_figures(const Document& document);

// The same for the sentences of an abstract (there may be none) and of the rest of `text`; what the whole
// text says of its design holds for each of them. `rest`: tables and captions, in which figures of the
// abstract are looked for too.
std::vector<FigureCheck> check_figures(std::string_view text, std::span<const ByteSpan> abstract,
                                       std::span<const ByteSpan> body, std::span<const ByteSpan> rest = {});

}  // namespace attest
