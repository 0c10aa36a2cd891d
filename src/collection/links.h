// Links between publications: retraction, erratum, concern, update, reinstatement.
//
// A record states links in one direction only: the article says "RetractionIn", or the notice says
// "RetractionOf", and either may arrive first, or alone. Links are stored as stated; the status of a document
// is computed when it is asked for, from its own links and from those that point at it, turned round.
// Kinds are the RefTypes of the PubMed DTD
// (https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html#commentscorrections).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "collection/collection.h"
#include "document/document.h"

namespace attest {

// One stated link. At least one of pmid, doi, key is set; a link without a target is not stored, except that
// "in" kinds keep their citation alone.
struct StatedLink {
  std::string kind;
  std::string pmid;
  std::string doi;
  std::string key;  // evidence id or document id, where a curated record names the other so
  std::string citation;
};

// All links of a record that matter to a reader; a list of cited works ("Cites") is not among them.
std::vector<StatedLink> stated_links(const BibliographicRecord& record);

// The kind as seen from the other end: "RetractionOf" → "RetractionIn"; empty when there is none.
std::string_view opposite_kind(std::string_view kind);

// What the record says about itself without naming another publication.
inline constexpr uint32_t kFlagRetracted = 1;   // publication type "Retracted Publication"
inline constexpr uint32_t kFlagSuperseded = 2;  // curated status
inline constexpr uint32_t kFlagConcern = 4;
inline constexpr uint32_t kFlagCorrected = 8;
uint32_t publication_flags(const BibliographicRecord& record);

// The gravest that applies. `retraction_withdrawn`: every retraction notice that is known is itself
// retracted.
PublicationStatus status_of(uint32_t flags, const std::vector<PublicationLink>& links,
                            bool retraction_withdrawn);

}  // namespace attest
