// Does a source support a claim, contradict it, or not decide it? In three steps, each of which can be looked
// at: which sentences bear on the claim, what they say about it, and why it was decided so.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"

namespace attest {

enum class ClaimLabel : uint8_t { kSupported, kContradicted, kNotEnoughEvidence };
// "SUPPORTED", "CONTRADICTED", "NOT_ENOUGH_EVIDENCE".
const char* claim_label_name(ClaimLabel label);

// A document that may decide a claim. The text is borrowed.
struct ClaimSource {
  std::string id;
  std::string_view text;
  ByteSpan title;                   // empty when there is none
  std::vector<ByteSpan> sentences;  // of the text, without the title, in reading order
  bool retracted = false;           // supports and contradicts nothing
  std::string_view headings;        // what an indexer says that it is about; nothing of it is quoted
  // How a search ranked it: its score as a share of the best one's. Not used for a source that was named.
  double relative_score = 1;
  size_t rank = 0;  // 0 is the best
};

// What kind of thing a name stands for.
enum class NamedThing : uint8_t { kNone, kDrug, kDrugClass, kCondition };

// Two ways to say one thing, each as the stems of all its words: "anismus", "dyssynergic defecation".
struct SameMeaning {
  std::vector<std::string> one;
  std::vector<std::string> other;
  NamedThing thing = NamedThing::kNone;  // that a claim may be about
};

struct RationaleSpan {
  std::string document;
  ByteSpan span;
  std::string quote;       // exactly text[span]
  double probability = 0;  // that the sentence decides the claim
};

struct ClaimVerdict {
  ClaimLabel label = ClaimLabel::kNotEnoughEvidence;
  double confidence = 0;  // how often such verdicts are right, 0 to 1
  double supported = 0;   // probabilities of the two others
  double contradicted = 0;
  std::vector<RationaleSpan> rationale;  // best first; empty when the label is kNotEnoughEvidence
  std::vector<std::string> decided_by;   // in plain words, the weightiest first
};

// Who chose the sources: a person who cites them, or a search, most of whose results do not bear on a claim.
enum class SourceChoice : uint8_t { kNamed, kFound };

// What one source says about the claim. `meanings`: other names of what it speaks of
// (verify/claim_sources.h); abbreviations that the source itself explains are known anyway.
ClaimVerdict verify_against(std::string_view claim, const ClaimSource& source, SourceChoice choice,
                            std::span<const SameMeaning> meanings = {});

// Numbers of the sentences that bear on the claim most, best first, whatever they say about it.
std::vector<size_t> deciding_sentences(std::string_view claim, const ClaimSource& source);

// What the sources together say: the surest verdict decides, and sources that say otherwise are named in
// `decided_by`. Without sources: kNotEnoughEvidence.
ClaimVerdict verify_claim(std::string_view claim, std::span<const ClaimSource> sources, SourceChoice choice,
                          std::span<const SameMeaning> meanings = {});

}  // namespace attest
