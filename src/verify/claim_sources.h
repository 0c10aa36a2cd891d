// Where a claim's sources come from: documents that are named, or those that a search for its words finds.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "collection/collection.h"
#include "question/question.h"
#include "search/search.h"
#include "verify/claim.h"

namespace attest {

// A document as a claim's source, with the text that a ClaimSource borrows.
struct LoadedSource {
  std::string id;
  std::string text;
  ByteSpan title;
  std::vector<ByteSpan> sentences;
  std::string headings;  // MeSH headings and keywords of its record
  bool retracted = false;
  double relative_score = 1;
  size_t rank = 0;
  // Borrows from this: valid as long as it stays where it is.
  ClaimSource view() const;
};

// Title and citable sentences (reference lists are left out) of a document.
LoadedSource load_source(const Document& document);

// The named documents in the order given, retracted ones marked. Fails with kNotFound when one is not in the
// collection, or when more than limits::kClaimDocumentsMax are named.
Result<std::vector<LoadedSource>> named_sources(std::span<const std::string> ids,
                                                const Collection& collection);

// The other names of what a claim speaks of, by the program's thesaurus and that of the collection.
Result<std::vector<SameMeaning>> meanings_in_claim(std::string_view claim, const Thesaurus& thesaurus,
                                                   const Collection& collection);

// How many documents of a search are held beside a claim.
inline constexpr size_t kFoundSourcesMax = 8;

// What the search ranks highest for the claim's words; retracted publications are left out.
Result<std::vector<LoadedSource>> found_sources(std::string_view claim, const Backend& backend,
                                                const Collection& collection);

}  // namespace attest
