// Times the two ways through the road as a user goes them: adding a folder of literature, and asking.
//
//     road_bench DATA_FOLDER [QUESTIONS_MAX] [-c COLLECTION]
//
// Adds DATA_FOLDER/documents.jsonl.zst to a new collection in a temporary folder (or asks the collection
// named with -c instead), then asks the questions of DATA_FOLDER/pubmedqa. Prints documents a second, bytes a
// document, peak memory, and percentiles of the time from question to verified answer, thesaurus and
// collection open.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/limits.h"
#include "cli/thesaurus_file.h"
#include "pipeline/add_documents.h"
#include "pipeline/ask_question.h"

namespace attest::bench {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;  // Linux counts in KiB
}

struct Arguments {
  std::filesystem::path data;
  std::filesystem::path collection;  // empty: make one
  size_t questions_max = 500;
};

Result<std::vector<std::string>> read_questions(const Arguments& arguments) {
  ATTEST_ASSIGN(const std::string bytes,
                read_file(arguments.data / "pubmedqa/labelled_train.json", limits::kWholeFileBytesMax));
  const auto json = nlohmann::json::parse(bytes, nullptr, false);
  if (!json.is_object()) return fail(ErrorCode::kInput, "pubmedqa is not the JSON object that was expected");
  std::vector<std::string> questions;
  for (const auto& [id, entry] : json.items()) {
    if (questions.size() == arguments.questions_max) break;
    questions.push_back(entry.value("QUESTION", std::string()));
  }
  return questions;
}

Status add(const Arguments& arguments, const std::filesystem::path& folder) {
  AddRequest request;
  request.collection = folder;
  request.paths = {arguments.data / "documents.jsonl.zst"};
  const auto start = Clock::now();
  ATTEST_ASSIGN(const AddReport report, add_documents(request, {}));
  const double seconds = seconds_since(start);
  ATTEST_ASSIGN(const auto collection, Collection::open(folder));
  ATTEST_ASSIGN(const CollectionSummary summary, collection->summary());
  const auto documents = static_cast<double>(report.documents.added);
  const auto per_document = [&](uint64_t bytes) { return static_cast<double>(bytes) / documents; };
  fmt::print("add  {} documents in {:.1f} s: {:.0f} documents/s, peak memory {:.0f} MB\n",
             report.documents.added, seconds, documents / seconds, peak_megabytes());
  fmt::print("     bytes a document: text {:.0f}, index {:.0f}, catalog {:.0f}\n",
             per_document(summary.text_bytes), per_document(summary.index_bytes),
             per_document(summary.catalog_bytes));
  return {};
}

Status ask(const Arguments& arguments, const std::filesystem::path& folder) {
  ATTEST_ASSIGN(const auto questions, read_questions(arguments));
  ATTEST_ASSIGN(const auto collection, Collection::open(folder));
  ATTEST_ASSIGN(const auto thesaurus, load_program_thesaurus());
  std::vector<double> times;
  size_t answered = 0;
  for (const std::string& question : questions) {
    AskRequest request;
    request.question = question;
    const auto start = Clock::now();
    ATTEST_ASSIGN(const AskResult result, ask_question(request, collection, thesaurus));
    times.push_back(seconds_since(start) * 1000);
    answered += result.answer.verdict != Answer::Verdict::kNoDirectEvidence ? 1 : 0;
  }
  if (times.empty()) return fail(ErrorCode::kInput, "there is no question to ask");
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<size_t>(share * static_cast<double>(times.size() - 1))];
  };
  fmt::print(
      "ask  {} questions, {} answered: p50 {:.0f}  p95 {:.0f}  p99 {:.0f}  max {:.0f} ms, peak memory {:.0f} "
      "MB\n",
      times.size(), answered, at(0.5), at(0.95), at(0.99), times.back(), peak_megabytes());
  return {};
}

Status run(const Arguments& arguments) {
  if (!arguments.collection.empty()) return ask(arguments, arguments.collection);
  std::string folder = (std::filesystem::temp_directory_path() / "road_bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return fail(ErrorCode::kEnvironment, "no temporary folder", folder);
  Status status = add(arguments, folder);
  if (status) status = ask(arguments, folder);
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  return status;
}

}  // namespace
}  // namespace attest::bench

int main(int count, char** values) {
  try {
    attest::bench::Arguments arguments;
    for (int i = 1; i < count; ++i) {
      const std::string word = values[i];
      if (word == "-c" && i + 1 < count) {
        arguments.collection = values[++i];
      } else if (arguments.data.empty()) {
        arguments.data = word;
      } else {
        arguments.questions_max = std::strtoul(word.c_str(), nullptr, 10);
      }
    }
    if (arguments.data.empty()) {
      std::fputs("usage: road_bench DATA_FOLDER [QUESTIONS_MAX] [-c COLLECTION]\n", stderr);
      return 2;
    }
    const attest::Status status = attest::bench::run(arguments);
    if (!status) std::fprintf(stderr, "road_bench: %s\n", status.error().to_line().c_str());
    return status ? 0 : 3;
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "road_bench: %s\n", exception.what());
    return 3;
  }
}
