// What a text says goes which way, and what of: "reduces | mortality, heart failure". A claim and a source
// that speak of the same things differ most often here, and a negation belongs to its own assertion, not to
// the whole sentence.
#pragma once

#include <cstdint>
#include <vector>

#include "verify/claim_text.h"
#include "verify/comparison.h"

namespace attest {

enum class Going : uint8_t {
  kUp,
  kDown,
  kNothing,    // "no difference", "did not reduce", "similar"
  kSomething,  // "was associated with", "affects", "differs"
};

// Axes along which up and down mean the same.
enum class AssertedOf : uint8_t { kAmount, kQuality, kPresence, kTime, kRelation };

struct Assertion {
  uint32_t word = 0;  // index into ReadText::words
  Going going = Going::kSomething;
  AssertedOf of = AssertedOf::kAmount;
  std::vector<uint32_t> about;  // topic words near it, in reading order
};

// In reading order. Direction words that follow one another ("reduces the risk of") are one assertion.
std::vector<Assertion> assertions_of(const ReadText& text);

// How the assertions of a claim stand to those of the text beside it. Shares are of the rarity of the words
// that a claim's assertion is about.
struct AssertionsBeside {
  double agrees = 0;     // the best share of an assertion that goes the same way
  double opposed = 0;    // the opposite way
  double denied = 0;     // one of the two says that nothing was found
  double best = 0;       // the best share, whichever way
  int verdict = 0;       // of all of the claim's assertions, each by its best: 1 agree, -1 opposed, 0 neither
  bool claimed = false;  // the claim asserts something
  bool found = false;    // the text does
};

// `aligned`: for each word of the claim, its word in `evidence`.
AssertionsBeside hold_assertions(const ReadText& claim, const std::vector<Assertion>& claimed,
                                 const std::vector<Assertion>& found,
                                 const std::vector<AlignedWord>& aligned);

}  // namespace attest
