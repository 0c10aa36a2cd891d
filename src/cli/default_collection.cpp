#include "cli/default_collection.h"

#include <cstdlib>
#include <system_error>

namespace attest {

namespace fs = std::filesystem;

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

// Empty when there is no home either.
fs::path users_collection() {
  const std::string data = variable("XDG_DATA_HOME");
  // The XDG Base Directory Specification tells programs to ignore relative paths here.
  if (!data.empty() && fs::path(data).is_absolute()) return fs::path(data) / "attest" / "collection";
  const std::string home = variable("HOME");
  if (home.empty()) return {};
  return fs::path(home) / ".local" / "share" / "attest" / "collection";
}

bool is_collection(const fs::path& directory) {
  std::error_code error;
  return !directory.empty() && fs::exists(directory / "catalog.sqlite", error);
}

}  // namespace

Result<fs::path> collection_to_read(const std::string& given) {
  if (!given.empty()) return fs::path(given);
  if (const std::string named = variable("ATTEST_COLLECTION"); !named.empty()) return fs::path(named);
  if (const fs::path own = users_collection(); is_collection(own)) return own;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    for (const fs::path& folder : {program.parent_path(), program.parent_path().parent_path()}) {
      const fs::path starter = folder / "share" / "attest" / "starter";
      if (is_collection(starter)) return starter;
    }
  }
  return fail(ErrorCode::kNotFound, "there is no collection yet", "",
              "create one with attest add FILE…, or name one with -c DIR");
}

Result<fs::path> collection_to_write(const std::string& given) {
  if (!given.empty()) return fs::path(given);
  if (const std::string named = variable("ATTEST_COLLECTION"); !named.empty()) return fs::path(named);
  const fs::path own = users_collection();
  if (own.empty()) {
    return fail(ErrorCode::kUsage, "no home folder to keep a collection in", "", "name a folder with -c DIR");
  }
  return own;
}

}  // namespace attest
