#include "evaluate/datasets/bioasq.h"

#include <algorithm>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/limits.h"
#include "document/document.h"

namespace attest {
namespace {

void read_batch(const nlohmann::json& json, BioasqBatch& batch) {
  std::map<std::string, uint32_t> documents;
  std::map<std::pair<uint32_t, std::string>, size_t> snippets;
  for (const auto& item : json.at("questions")) {
    BioasqBatch::Question question{item.at("id").get<std::string>(), item.at("body").get<std::string>(), {}};
    if (!item.contains("snippets")) continue;
    for (const auto& snippet : item.at("snippets")) {
      const uint32_t document =
          documents
              .emplace(snippet.at("document").get<std::string>(), static_cast<uint32_t>(documents.size()))
              .first->second;
      const std::string text = clean_text(snippet.at("text").get<std::string>(), false);
      if (text.empty()) continue;
      const auto [place, added] = snippets.emplace(std::pair(document, text), batch.snippets.size());
      if (added) batch.snippets.push_back({text, document});
      question.snippets.push_back(place->second);
    }
    std::sort(question.snippets.begin(), question.snippets.end());
    question.snippets.erase(std::unique(question.snippets.begin(), question.snippets.end()),
                            question.snippets.end());
    if (!question.snippets.empty()) batch.questions.push_back(std::move(question));
  }
}

}  // namespace

Result<std::vector<BioasqBatch>> read_bioasq(const std::filesystem::path& data) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(data / "bioasq", error)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  if (error || files.empty()) {
    return fail(ErrorCode::kNotFound, "there are no BioASQ files", (data / "bioasq").string());
  }
  std::sort(files.begin(), files.end());
  std::vector<BioasqBatch> batches;
  for (const auto& path : files) {
    ATTEST_ASSIGN(const std::string bytes, read_file(path, limits::kWholeFileBytesMax));
    BioasqBatch batch;
    batch.name = path.stem().string();
    try {
      read_batch(nlohmann::json::parse(bytes), batch);
    } catch (const nlohmann::json::exception& exception) {
      return fail(ErrorCode::kInput, exception.what(), path.string());
    }
    batches.push_back(std::move(batch));
  }
  return batches;
}

}  // namespace attest
