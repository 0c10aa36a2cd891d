#include "evaluate/datasets/citation_integrity.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/file.h"

namespace attest {
namespace {

using nlohmann::json;

constexpr uint64_t kFileBytesMax = 256u << 20;

Status for_each_line(const std::filesystem::path& path, const std::function<void(const json&)>& visit) {
  ATTEST_ASSIGN(const std::string bytes, read_file(path, kFileBytesMax));
  size_t number = 0;
  for (size_t at = 0; at < bytes.size();) {
    const size_t end = std::min(bytes.find('\n', at), bytes.size());
    const json line = json::parse(std::string_view(bytes).substr(at, end - at), nullptr, false);
    at = end + 1;
    ++number;
    if (line.is_discarded() || !line.is_object()) {
      return fail(ErrorCode::kInput, "not a JSON object", path.string() + ", line " + std::to_string(number),
                  "fetch the file again");
    }
    visit(line);
  }
  return {};
}

std::string text_of(const json& value) {
  return value.is_string() ? value.get<std::string>() : value.is_null() ? std::string() : value.dump();
}

// The data numbers what each sentence was held against: the paper's number, then three digits.
std::string article_of(const std::string& document) {
  constexpr size_t kDigits = 3;
  return document.size() > kDigits ? document.substr(0, document.size() - kDigits) : document;
}

CitationLabel label_of(const json& evidence) {
  if (!evidence.is_object()) return CitationLabel::kUnrelated;
  for (const auto& [document, sets] : evidence.items()) {
    if (!sets.is_array()) continue;
    for (const json& set : sets) {
      return set.value("label", "") == "SUPPORT" ? CitationLabel::kSupported : CitationLabel::kNotSupported;
    }
  }
  return CitationLabel::kUnrelated;
}

}  // namespace

Result<std::vector<CitedClaim>> read_citation_integrity(const std::filesystem::path& data) {
  const std::filesystem::path folder = data / "citation_integrity";
  std::map<std::string, std::vector<std::string>> corpus;
  ATTEST_TRY(for_each_line(folder / "corpus.jsonl", [&](const json& line) {
    const auto abstract = line.find("abstract");
    if (!line.contains("doc_id") || abstract == line.end() || !abstract->is_array()) return;
    auto& sentences = corpus[text_of(line["doc_id"])];
    for (const json& sentence : *abstract) sentences.push_back(text_of(sentence));
  }));
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("claims_") && name.ends_with(".jsonl")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<CitedClaim> claims;
  for (const auto& file : files) {
    ATTEST_TRY(for_each_line(file, [&](const json& line) {
      const auto cited = line.find("cited_doc_ids");
      if (!line.contains("claim") || cited == line.end() || !cited->is_array() || cited->empty()) return;
      CitedClaim claim;
      claim.id = text_of(line.contains("id") ? line["id"] : json());
      claim.article = article_of(text_of(cited->front()));
      claim.text = text_of(line["claim"]);
      claim.label = label_of(line.contains("evidence") ? line["evidence"] : json());
      claim.training_file = file.filename() == "claims_train.jsonl";
      for (const std::string& sentence : corpus[text_of(cited->front())]) {
        const auto start = static_cast<uint32_t>(claim.source_text.size());
        claim.source_text += sentence;
        claim.sentences.push_back({start, static_cast<uint32_t>(claim.source_text.size())});
        claim.source_text += '\n';
      }
      claims.push_back(std::move(claim));
    }));
  }
  return claims;
}

ClaimSource source_of(const CitedClaim& claim) {
  ClaimSource source;
  source.id = claim.id;
  source.text = claim.source_text;
  source.sentences = claim.sentences;
  return source;
}

}  // namespace attest
