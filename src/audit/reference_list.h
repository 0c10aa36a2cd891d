// The reference list of a page: where it is, and what each entry names. Lists come numbered, unnumbered, as
// lines of their own for title and source; nothing of that is taken for granted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "audit/page.h"

namespace attest::audit {

// One entry. Whatever cannot be told stays empty.
struct ListedWork {
  uint32_t number = 0;             // as printed; 0 when there is none
  ByteSpan span;                   // in the page's text, number included
  std::string text;                // without its number, lines joined by a space
  std::string title;               // the best guess at it
  std::string lead;                // what stands before the title: authors, as written
  std::vector<std::string> names;  // folded words of `lead` that are names
  uint16_t year = 0;
  char year_letter = 0;  // 'b' of "2010b"
  std::string pmid;
  std::string pmcid;
  std::string doi;
  std::string url;
  std::vector<std::string> anchors;
};

struct ReferenceList {
  size_t heading = SIZE_MAX;  // block; SIZE_MAX when the list has none
  size_t first = 0;           // blocks [first, end)
  size_t end = 0;
  bool numbered = false;
  std::vector<ListedWork> works;
  std::vector<uint32_t> missing;  // of a numbered list: what it leaves out below its highest number
  bool contains(size_t block) const { return block >= first && block < end; }
};

// An empty list when the page has none.
ReferenceList read_reference_list(const Page& page);

// What one entry says; for tests and for links in the text. `links` are the targets of links inside it.
ListedWork read_listed_work(std::string_view entry, const std::vector<std::string>& links);

// Identifiers of an address or a piece of text: "https://pubmed.ncbi.nlm.nih.gov/123/" → pmid. True when
// there is one.
bool take_identifiers(std::string_view text, ListedWork& work);

}  // namespace attest::audit
