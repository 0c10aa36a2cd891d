// Walks folders for input files. A folder is known by device and inode, so that a loop of links ends.
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "parse/parser.h"

namespace attest {

namespace {

namespace fs = std::filesystem;

class Walker {
 public:
  explicit Walker(const std::function<void(Error&&)>& problem) : problem_(problem) {}

  void walk(const fs::path& path, size_t depth) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) {
      const int code = errno;
      const bool dangling = code == ENOENT && fs::is_symlink(fs::symlink_status(path, ignored_));
      report(code == ENOENT ? ErrorCode::kNotFound : ErrorCode::kEnvironment,
             dangling ? "a link that points to nothing"
                      : fmt::format("cannot be examined: {}", std::strerror(code)),
             path, code == EACCES ? "check the permissions of the file and its folder" : "");
    } else if (S_ISREG(info.st_mode)) {
      add_file(path, info);
    } else if (S_ISDIR(info.st_mode)) {
      if (seen_folders_.emplace(info.st_dev, info.st_ino).second) walk_folder(path, depth);
    } else if (depth == 0) {
      report(ErrorCode::kInput, "neither a file nor a folder", path, "");
    }
  }

  std::vector<fs::path> files() && { return std::move(files_); }

 private:
  void add_file(const fs::path& path, const struct stat& info) {
    if (::access(path.c_str(), R_OK) != 0) {
      report(ErrorCode::kEnvironment, "cannot be read", path, "check the permissions of the file");
    } else if (seen_files_.emplace(info.st_dev, info.st_ino).second) {
      files_.push_back(path);
    }
  }

  void walk_folder(const fs::path& path, size_t depth) {
    if (depth >= limits::kFolderDepthMax) {
      report(ErrorCode::kLimit, fmt::format("folders are nested more than {} deep", limits::kFolderDepthMax),
             path, "name the inner folder on the command line");
      return;
    }
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
      if (it->path().filename().native().front() != '.') entries.push_back(it->path());
    }
    if (error) {
      report(ErrorCode::kEnvironment, "the folder cannot be read: " + error.message(), path,
             "check its permissions");
    }
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) walk(entry, depth + 1);
  }

  void report(ErrorCode code, std::string message, const fs::path& path, std::string remedy) {
    if (problem_) problem_(Error{code, std::move(message), path.string(), std::move(remedy)});
  }

  const std::function<void(Error&&)>& problem_;
  std::vector<fs::path> files_;
  std::set<std::pair<dev_t, ino_t>> seen_folders_;
  std::set<std::pair<dev_t, ino_t>> seen_files_;
  std::error_code ignored_;
};

}  // namespace

std::vector<fs::path> walk_paths(const std::vector<fs::path>& paths,
                                 const std::function<void(Error&&)>& problem) {
  Walker walker(problem);
  for (const fs::path& path : paths) walker.walk(path, 0);
  return std::move(walker).files();
}

}  // namespace attest
