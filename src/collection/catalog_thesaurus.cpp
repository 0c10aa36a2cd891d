// Concepts of a thesaurus and their terms, as the catalog holds them.
#include <fmt/format.h>

#include "collection/catalog_writer.h"
#include "collection/line_list.h"

namespace attest {

std::string concept_bytes(const StoredConcept& value) {
  return fmt::format("{}\n{}\n\n{}\n\n{}", value.id, value.name, joined_lines(value.tree_numbers),
                     joined_lines(value.terms));
}

Status CatalogWriter::add_concept(const StoredConcept& value) {
  ATTEST_TRY(begin());
  // The name is a term like the others, but stored in its own place: position 0.
  StoredConcept old;
  bool known = false;
  {
    Cursor row = read_concept_.select(value.id);
    ATTEST_ASSIGN(known, row.next());
    if (known) {
      old.id = value.id;
      old.name = row.text(0);
      old.tree_numbers = split_lines(row.text(1));
    }
  }
  if (known) {
    Cursor row = read_terms_.select(value.id);
    while (true) {
      ATTEST_ASSIGN(const bool found, row.next());
      if (!found) break;
      old.terms.emplace_back(row.text(0));
    }
    if (!old.terms.empty()) old.terms.erase(old.terms.begin());
  }
  const std::string bytes = concept_bytes(value);
  if (known) {
    const std::string old_bytes = concept_bytes(old);
    if (old_bytes == bytes) return {};
    add_to_thesaurus_hash(manifest_, old_bytes, true);
    ATTEST_TRY(erase_concept_.run(value.id));
    ATTEST_TRY(erase_terms_.run(value.id));
  }
  add_to_thesaurus_hash(manifest_, bytes, false);
  ATTEST_TRY(insert_concept_.run(value.id, value.name, joined_lines(value.tree_numbers)));
  int position = 0;
  ATTEST_TRY(insert_term_.run(value.id, position++, value.name, normalise_term(value.name)));
  for (const std::string& term : value.terms) {
    ATTEST_TRY(insert_term_.run(value.id, position++, term, normalise_term(term)));
  }
  return {};
}

}  // namespace attest
