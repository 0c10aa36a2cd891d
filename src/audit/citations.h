// Where the text of a page cites something, in whatever style: [1], [2–4], raised numbers, numbers that have
// lost their raising, (Rao 2010; Farid et al., 2009), Rao et al. (2010), links.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/reference_list.h"

namespace attest::audit {

enum class CitationStyle : uint8_t {
  kBracket,      // [1, 3–5]
  kParenthesis,  // (1, 3–5)
  kRaised,       // a superscript, as markup or as characters
  kTrailing,     // "… in 50 %. 1, 2": a superscript whose raising was lost
  kAuthorYear,   // (Rao 2010), Rao et al. (2010)
  kLink,         // a link or a printed identifier
};

// "Rao and Patel 2010b".
struct NamedWork {
  std::vector<std::string> names;  // folded
  uint16_t year = 0;
  char letter = 0;
  std::string printed;
};

struct InTextCitation {
  CitationStyle style = CitationStyle::kBracket;
  ByteSpan span;  // in the page's text: what is cut out to read the sentence
  size_t block = 0;
  std::vector<uint32_t> numbers;
  std::vector<NamedWork> names;
  ListedWork link;            // identifiers or address of a link
  std::string anchor;         // of a link inside the page, without "#"
  std::vector<size_t> works;  // in ReferenceList::works; filled by resolve()
};

// In the order of the text, not overlapping. Blocks of the list itself and of navigation are not read.
std::vector<InTextCitation> find_citations(const Page& page, const ReferenceList& list);

// "1, 3–5" → {1, 3, 4, 5}; nothing when it is anything else, goes down, or reaches beyond 999.
std::optional<std::vector<uint32_t>> read_number_list(std::string_view text);

// The same of raised characters ("¹⁻³"), rewritten as plain digits; "" when there is another character.
std::string plain_digits(std::string_view raised);

// Words after which a number is the name of something, or counts it: "table", "least", "type".
bool takes_a_number(std::string_view word);
// "Although Rao and Patel": a word with a capital before a name that is no part of it. Lower case.
bool opens_sentence(std::string_view lower);
// The address of a place to share things.
bool is_social(std::string_view url);

// What stands inside brackets as author and year, or nothing. `certain` is set when the form alone shows that
// it is a citation ("et al.", two names).
std::vector<NamedWork> read_author_years(std::string_view inside, bool& certain);

// Positions of listed works that carry these names and this year.
std::vector<size_t> works_named(const NamedWork& named, const ReferenceList& list);

}  // namespace attest::audit
