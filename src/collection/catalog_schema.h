// The catalog's tables and their version (docs/format/catalog.md).
#pragma once

#include "base/result.h"
#include "collection/sqlite.h"

namespace attest {

inline constexpr int64_t kCatalogApplicationId = 0x41545354;  // "ATST"
inline constexpr int64_t kCatalogVersion = 1;

// What to do about a damaged one.
inline constexpr const char* kRestore =
    "restore the collection from a copy, or build it again with attest add";

// Creates the tables in an empty catalog, or checks that the catalog is one of ours and of a version that
// this program reads.
Status create_or_check_catalog(Database& database);
Status check_catalog(Database& database);

}  // namespace attest
