#include "train/pubmedqa_claims.h"

#include <cstdint>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/file.h"
#include "evaluate/task.h"
#include "text/sentences.h"

namespace attest::train {
namespace {

constexpr uint64_t kFileBytesMax = 64u << 20;

void append_sentences(std::string_view text, ScifactAbstract& abstract) {
  for (const ByteSpan span : split_sentences(text)) {
    const auto start = static_cast<uint32_t>(abstract.text.size());
    abstract.text += span.of(text);
    abstract.sentences.push_back({start, static_cast<uint32_t>(abstract.text.size())});
    abstract.text += ' ';
  }
}

}  // namespace

Result<Scifact> read_pubmedqa_claims(const std::filesystem::path& data) {
  const auto path = data / "pubmedqa" / "labelled_train.json";
  ATTEST_ASSIGN(const std::string bytes, read_file(path, kFileBytesMax));
  const auto file = nlohmann::json::parse(bytes, nullptr, false);
  if (!file.is_object()) return fail(ErrorCode::kInput, "not a JSON object", path.string(), "fetch it again");
  Scifact scifact;
  for (const auto& [id, entry] : file.items()) {
    if (is_held_out(id) || !entry.is_object()) continue;
    ScifactAbstract abstract;
    for (const auto& context : entry.value("CONTEXTS", nlohmann::json::array())) {
      if (context.is_string()) append_sentences(context.get_ref<const std::string&>(), abstract);
    }
    const size_t contexts = abstract.sentences.size();
    append_sentences(entry.value("LONG_ANSWER", std::string()), abstract);
    ScifactClaim claim;
    claim.id = "pubmedqa:" + id;
    claim.text = entry.value("QUESTION", std::string());
    claim.cited = {claim.id};
    claim.group = claim.id;
    claim.training_file = true;
    const std::string answer = entry.value("final_decision", std::string());
    if (answer == "yes" || answer == "no") {
      ScifactEvidence evidence;
      evidence.label = answer == "yes" ? ClaimLabel::kSupported : ClaimLabel::kContradicted;
      for (size_t i = contexts; i < abstract.sentences.size(); ++i) evidence.rationales.push_back({i});
      claim.evidence.emplace(claim.id, std::move(evidence));
    }
    scifact.abstracts.emplace(claim.id, std::move(abstract));
    scifact.claims.push_back(std::move(claim));
  }
  return scifact;
}

}  // namespace attest::train
