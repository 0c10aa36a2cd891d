// Which collection a command means when -c does not say.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace attest {

// `given` (from -c), else $ATTEST_COLLECTION, else the user's own ($XDG_DATA_HOME/attest/collection, or
// ~/.local/share/attest/collection) where it exists, else the starter collection that came with the program
// (share/attest/starter beside the program or one folder up). Fails with kNotFound when there is none.
Result<std::filesystem::path> collection_to_read(const std::string& given);

// The same without the starter collection, which nobody writes to; the user's own may still have to be
// created.
Result<std::filesystem::path> collection_to_write(const std::string& given);

}  // namespace attest
