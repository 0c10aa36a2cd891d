// Reads arbitrary bytes as a message of an assistant (JSON-RPC), and as the arguments of each tool, over a
// collection of two documents: never a crash; what comes back is one line of JSON.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include <unistd.h>
#include <nlohmann/json.hpp>

#include "pipeline/add_documents.h"
#include "server/mcp.h"
#include "server/mcp_tools.h"

namespace {

constexpr const char* kTrials =
    "{\"id\": \"a\", \"title\": \"Warm gloves for cold wrists\", \"text\": \"Of 20 wrists, 19 were warm "
    "after a "
    "week of gloves.\"}\n"
    "{\"id\": \"b\", \"title\": \"Silk for cold wrists\", \"text\": \"Silk helped 3 of 20 patients.\"}\n";
constexpr const char* kThesaurus =
    R"({"schema": "attest.thesaurus/1", "entries": [{"id": "attest:w", "name": "cold wrist", "role":)"
    R"( "condition", "names": ["cold wrists"]}]})";

class Snapshot {
 public:
  Snapshot() {
    std::string name = (std::filesystem::temp_directory_path() / "attest-mcp-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    folder_ = name;
    std::ofstream(folder_ / "trials.jsonl") << kTrials;
    attest::AddRequest request;
    request.collection = folder_ / "collection";
    request.paths = {folder_ / "trials.jsonl"};
    if (!attest::add_documents(request, {})) std::abort();
    auto collection = attest::Collection::open(request.collection);
    auto thesaurus = attest::Thesaurus::parse(kThesaurus, "the thesaurus");
    if (!collection || !thesaurus) std::abort();
    open_ = std::make_unique<attest::OpenSnapshot>(*collection, *thesaurus);
  }
  ~Snapshot() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  const attest::OpenSnapshot& open() const { return *open_; }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<attest::OpenSnapshot> open_;
};

void exchange(std::string_view message, const attest::OpenSnapshot& snapshot) {
  const auto answer = attest::answer_mcp(message, snapshot);
  if (!answer) return;
  if (answer->find('\n') != std::string::npos || !nlohmann::json::accept(*answer)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Snapshot snapshot;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  exchange(bytes, snapshot.open());
  // A message is rarely whole by chance: the bytes stand for a tool's arguments too.
  if (!nlohmann::json::accept(bytes)) return 0;
  for (const attest::McpTool& tool : attest::mcp_tools()) {
    exchange(std::string(R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":")") + tool.name +
                 R"(","arguments":)" + std::string(bytes) + "}}",
             snapshot.open());
  }
  return 0;
}
