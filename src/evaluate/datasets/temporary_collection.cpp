#include "evaluate/datasets/temporary_collection.h"

#include <cstdlib>
#include <string>
#include <system_error>

namespace attest {

Result<std::unique_ptr<TemporaryCollection>> TemporaryCollection::build(
    const std::function<Status(CollectionWriter&)>& fill) {
  std::error_code error;
  const std::filesystem::path parent = std::filesystem::temp_directory_path(error);
  std::string name = (parent / "attest-eval-XXXXXX").string();
  if (error || ::mkdtemp(name.data()) == nullptr) {
    return fail(ErrorCode::kEnvironment, "no temporary folder can be made", name, "set TMPDIR");
  }
  std::unique_ptr<TemporaryCollection> made(new TemporaryCollection(name));
  const std::filesystem::path folder = made->folder_ / "collection";
  {
    ATTEST_ASSIGN(const auto writer, CollectionWriter::open(folder));
    ATTEST_TRY(fill(*writer));
    ATTEST_TRY(writer->commit());
  }
  ATTEST_ASSIGN(made->collection_, Collection::open(folder));
  made->backend_ = make_collection_backend(made->collection_);
  return made;
}

TemporaryCollection::~TemporaryCollection() {
  backend_.reset();
  collection_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

}  // namespace attest
