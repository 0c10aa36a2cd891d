// SciFact (Wadden et al. 2020, https://aclanthology.org/2020.emnlp-main.609/): claims, the abstracts that
// they cite, and the sentences of these that support or contradict them.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "evaluate/datasets/temporary_collection.h"
#include "verify/claim.h"

namespace attest {

struct ScifactEvidence {
  ClaimLabel label = ClaimLabel::kSupported;
  std::vector<std::vector<size_t>> rationales;  // each a set of sentences that decides it
};

struct ScifactClaim {
  std::string id;
  std::string text;
  std::vector<std::string> cited;                   // abstracts, at least one
  std::map<std::string, ScifactEvidence> evidence;  // by abstract; a cited one without decides nothing
  // The smallest abstract among all that are joined to the claim's by common claims: a claim and its negation
  // cite the same abstract, so that they fall on the same side of a split by this.
  std::string group;
  bool training_file = false;  // of claims_train.csv; claims of other files were never trained on
};

struct ScifactAbstract {
  std::string text;  // title, empty line, sentences
  ByteSpan title;
  std::vector<ByteSpan> sentences;
};

struct Scifact {
  std::vector<ScifactClaim> claims;  // in the order of the files
  std::map<std::string, ScifactAbstract> abstracts;
};

// Reads scifact/corpus.csv and every scifact/claims_*.csv.
Result<Scifact> read_scifact(const std::filesystem::path& data);

ClaimSource source_of(const std::string& id, const ScifactAbstract& abstract);

// All abstracts as a collection.
Result<std::unique_ptr<TemporaryCollection>> scifact_collection(const Scifact& scifact);

// What a search of that collection finds for a claim, as `attest verify` would, with the data's own
// sentences.
Result<std::vector<ClaimSource>> found_abstracts(const ScifactClaim& claim, const Scifact& scifact,
                                                 const Backend& backend);

// Whether a claim may be measured: not one that models were trained on.
bool is_measured(const ScifactClaim& claim);

}  // namespace attest
