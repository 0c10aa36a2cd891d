// The first of the two roads: from files to a collection.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "collection/collection.h"

namespace attest {

struct AddRequest {
  std::filesystem::path collection;
  std::vector<std::filesystem::path> paths;
  // Reads files again that were added before, and rewrites what is damaged in the collection.
  bool repair = false;
  WriterOptions writer;
};

struct AddProgress {
  uint64_t files_done = 0;
  uint64_t files_total = 0;
  uint64_t bytes_done = 0;  // of the files, as stored
  uint64_t bytes_total = 0;
  uint64_t documents = 0;  // handed to the collection
  std::string file;        // being read
};

struct AddObserver {
  std::function<void(const AddProgress&)> progress;
  // One file, record or path that could not be used. The batch goes on.
  std::function<void(const Error&)> problem;
  // True to stop: what was read is committed, the file being read counts as unread.
  std::function<bool()> stop;
};

struct AddReport {
  uint64_t files_read = 0;
  uint64_t files_known = 0;   // added before and unchanged since: not read
  uint64_t files_failed = 0;  // not read to their end
  uint64_t problems = 0;      // files and single records
  uint64_t concepts = 0;      // of thesauri
  WriterCounts documents;
  bool interrupted = false;
};

// Reads all files under the paths into the collection, which is created when it is not there, and commits. An
// Error is a failure of the collection itself (lock, disk, damage); everything else goes to the observer.
Result<AddReport> add_documents(const AddRequest& request, const AddObserver& observer);

// What a file is known by, besides its path: size, time of change and the hash of its first and last 64 KB.
// A file with the same three is not read again. Hashing the whole would read a baseline of 40 GB twice.
Result<std::string> file_fingerprint(const std::filesystem::path& path);

}  // namespace attest
