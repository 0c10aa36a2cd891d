#include "cli/thesaurus_file.h"

#include <cstdlib>
#include <filesystem>

namespace attest {

Result<std::shared_ptr<const Thesaurus>> load_program_thesaurus() {
  if (const char* named = std::getenv("ATTEST_THESAURUS"); named != nullptr && *named != '\0')
    return Thesaurus::load(named);
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  for (const char* folder : {"share/attest/thesaurus", "../share/attest/thesaurus"}) {
    for (const char* file : {"attest.thesaurus", "attest.json"}) {
      const std::filesystem::path candidate = program.parent_path() / folder / file;
      if (std::filesystem::exists(candidate, error)) return Thesaurus::load(candidate);
    }
  }
  return fail(ErrorCode::kEnvironment, "the program's thesaurus was not found beside it", program.string(),
              "install Attest again, or set ATTEST_THESAURUS to data/thesaurus/attest.json");
}

}  // namespace attest
