#include "pipeline/add_documents.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>

#include <fmt/format.h>
#include <sys/stat.h>

#include "base/checksum.h"
#include "parse/parser.h"

namespace attest {

namespace fs = std::filesystem;

namespace {

constexpr size_t kFingerprintBytes = 64u << 10;

struct InputFile {
  fs::path path;
  std::string name;  // absolute: what the collection knows it by
  uint64_t bytes = 0;
};

bool is_about_one_document(const Error& error) {
  return error.code == ErrorCode::kInput || error.code == ErrorCode::kLimit;
}

// One run of the road. The passes are its public functions, in the order of add_documents().
class AddRun {
 public:
  AddRun(const AddRequest& request, const AddObserver& observer) : request_(request), observer_(observer) {}

  void find_files() {
    const auto paths = walk_paths(request_.paths, [&](Error&& error) { note_problem(error, nullptr); });
    for (const fs::path& path : paths) {
      std::error_code error;
      InputFile file{path, fs::weakly_canonical(fs::absolute(path), error).string(), 0};
      if (error || file.name.empty()) file.name = path.string();
      const uint64_t bytes = fs::file_size(path, error);
      file.bytes = error ? 0 : bytes;
      progress_.bytes_total += file.bytes;
      files_.push_back(std::move(file));
    }
    progress_.files_total = files_.size();
  }

  bool has_files() const { return !files_.empty(); }

  Status open_writer() {
    WriterOptions options = request_.writer;
    options.repair = options.repair || request_.repair;
    ATTEST_ASSIGN(writer_, CollectionWriter::open(request_.collection, options));
    for (const Error& problem : early_problems_)
      ATTEST_TRY(writer_->note_failure(problem.place, problem.to_line()));
    return {};
  }

  Status read_files() {
    for (const InputFile& file : files_) {
      if (stopped()) break;
      progress_.file = file.path.string();
      ATTEST_TRY(read_one(file));
      if (report_.interrupted) break;
      ++progress_.files_done;
      bytes_before_ += file.bytes;
      show_progress(0);
    }
    return {};
  }

  Status commit() {
    ATTEST_TRY(writer_->commit());
    report_.documents = writer_->counts();
    return {};
  }

  AddReport report() const { return report_; }

 private:
  Status read_one(const InputFile& file) {
    auto fingerprint = file_fingerprint(file.path);
    if (!fingerprint) {
      ++report_.files_failed;
      note_problem(fingerprint.error(), &file);
      return failure();
    }
    if (!request_.repair) {
      ATTEST_ASSIGN(const bool known, writer_->file_already_added(file.name, *fingerprint));
      if (known) {
        ++report_.files_known;
        return {};
      }
    }
    ATTEST_TRY(writer_->forget_failures(file.name));
    const Status parsed = parse_file(file.path, sink_for(file));
    ATTEST_TRY(failure());
    if (report_.interrupted) return {};
    if (!parsed) {
      // What came before the failure stands; the file will be read again, in case it is mended.
      ++report_.files_failed;
      note_problem(parsed.error(), &file);
      return failure();
    }
    ++report_.files_read;
    return writer_->note_file(file.name, *fingerprint);
  }

  DocumentSink sink_for(const InputFile& file) {
    DocumentSink sink;
    sink.document = [&](Document&& document) {
      ++progress_.documents;
      return carry_on(writer_->add(std::move(document)), file);
    };
    sink.deletion = [&](std::string_view id) { return carry_on(writer_->remove(id), file); };
    sink.concept_ = [&](ThesaurusConcept&& value) {
      ++report_.concepts;
      return carry_on(writer_->add_concept({value.id, value.name, value.tree_numbers, value.terms}), file);
    };
    sink.problem = [&](Error&& error) {
      note_problem(error, &file);
      return !failure_ && !stopped();
    };
    sink.progress = [&](uint64_t bytes) { show_progress(std::min(bytes, file.bytes)); };
    return sink;
  }

  // Whether the parser may go on after this step.
  bool carry_on(Status status, const InputFile& file) {
    if (!status) {
      if (is_about_one_document(status.error()))
        note_problem(status.error(), &file);
      else
        failure_ = std::move(status.error());
    }
    return !failure_ && !stopped();
  }

  void note_problem(const Error& error, const InputFile* file) {
    ++report_.problems;
    Error named = error;
    if (file != nullptr && named.place.find(file->path.filename().string()) == std::string::npos) {
      named.place =
          named.place.empty() ? file->path.string() : fmt::format("{}, {}", file->path.string(), named.place);
    }
    if (observer_.problem) observer_.problem(named);
    if (writer_ == nullptr) {
      early_problems_.push_back(std::move(named));
    } else if (!failure_) {
      Status noted = writer_->note_failure(file != nullptr ? file->name : named.place, named.to_line());
      if (!noted) failure_ = std::move(noted.error());
    }
  }

  Status failure() const {
    if (failure_) return tl::unexpected(*failure_);
    return {};
  }

  bool stopped() {
    if (!report_.interrupted && observer_.stop && observer_.stop()) report_.interrupted = true;
    return report_.interrupted;
  }

  void show_progress(uint64_t bytes_of_file) {
    progress_.bytes_done = bytes_before_ + bytes_of_file;
    if (observer_.progress) observer_.progress(progress_);
  }

  const AddRequest& request_;
  const AddObserver& observer_;
  std::vector<InputFile> files_;
  std::vector<Error> early_problems_;
  std::unique_ptr<CollectionWriter> writer_;
  AddProgress progress_;
  AddReport report_;
  uint64_t bytes_before_ = 0;
  std::optional<Error> failure_;
};

}  // namespace

Result<AddReport> add_documents(const AddRequest& request, const AddObserver& observer) {
  AddRun run(request, observer);
  run.find_files();
  if (!run.has_files()) return run.report();
  ATTEST_TRY(run.open_writer());
  ATTEST_TRY(run.read_files());
  ATTEST_TRY(run.commit());
  return run.report();
}

Result<std::string> file_fingerprint(const fs::path& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) {
    return fail(ErrorCode::kInput, fmt::format("cannot examine the file: {}", std::strerror(errno)),
                path.string());
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return fail(ErrorCode::kInput, fmt::format("cannot open the file: {}", std::strerror(errno)),
                path.string(), "check its permissions");
  }
  const auto size = static_cast<uint64_t>(info.st_size);
  std::string sample(static_cast<size_t>(std::min<uint64_t>(size, 2 * kFingerprintBytes)), '\0');
  const size_t head = std::min(sample.size(), kFingerprintBytes);
  file.read(sample.data(), static_cast<std::streamsize>(head));
  if (sample.size() > head) {
    file.seekg(-static_cast<std::streamoff>(sample.size() - head), std::ios::end);
    file.read(sample.data() + head, static_cast<std::streamsize>(sample.size() - head));
  }
  if (!file) return fail(ErrorCode::kInput, "cannot read the file", path.string(), "check the disk");
  return fmt::format("{}-{}.{:09}-{}", size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec, content_hash(sample));
}

}  // namespace attest
