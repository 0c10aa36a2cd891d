#include "server/uploaded_page.h"

#include <cstdlib>
#include <filesystem>

#include "base/file.h"
#include "parse/pages/marked_page.h"

namespace attest {
namespace {

namespace fs = std::filesystem;

// A folder of our own with one file in it, gone when the object is.
class PassingFile {
 public:
  static Result<PassingFile> write(std::string_view bytes) {
    std::error_code error;
    const fs::path temporary = fs::temp_directory_path(error);
    std::string name = (temporary / "attest-page-XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr)
      return fail(ErrorCode::kEnvironment, "no temporary folder could be made", temporary.string());
    PassingFile file{fs::path(name)};
    ATTEST_TRY(write_file_atomically(file.path(), bytes));
    return file;
  }
  ~PassingFile() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
  }
  PassingFile(PassingFile&& other) noexcept : folder_(std::move(other.folder_)) { other.folder_.clear(); }
  PassingFile(const PassingFile&) = delete;
  PassingFile& operator=(const PassingFile&) = delete;
  PassingFile& operator=(PassingFile&&) = delete;

  fs::path path() const { return folder_ / "page"; }

 private:
  explicit PassingFile(fs::path folder) : folder_(std::move(folder)) {}
  fs::path folder_;
};

}  // namespace

Result<AuditReport> audit_uploaded(const OpenSnapshot& snapshot, const UploadedPage& page) {
  ATTEST_ASSIGN(const PassingFile file, PassingFile::write(page.bytes));
  AuditRequest request;
  request.file = page.name.empty() ? "pasted text" : page.name;
  request.publisher = page.publisher;
  auto read = read_marked_page(file.path());
  if (!read) {
    // The temporary folder is nobody's business.
    Error error = std::move(read.error());
    error.place = request.file;
    return tl::unexpected(std::move(error));
  }
  request.page = std::move(*read);
  return audit_page(request, snapshot.shared_collection(), snapshot.shared_thesaurus());
}

}  // namespace attest
