// What a sentence of a source must have in common with a claim before it may speak for or against it: figures
// of the same arms, sides of a comparison in the same order, the same outcome.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/claims.h"
#include "audit/lexicon.h"

namespace attest::audit {

// One of those that a sentence compares: a treatment, a control, or an arm by its initials ("PAC").
struct Side {
  std::string id;
  bool is_control = false;
  ByteSpan span;
};

// In the order of the text; `initials` counts words of capitals among them.
std::vector<Side> sides_of(std::string_view text, const Lexicon& lexicon, bool initials);
bool same_side(const Side& one, const Side& other, const Lexicon& lexicon);

// Whose each figure is: an index into `sides` for each of `figures` (spans in `text`, in order), or -1 where
// the words leave it open.
std::vector<int> sides_of_figures(std::string_view text, const std::vector<ByteSpan>& figures,
                                  const std::vector<Side>& sides);

enum class Accord : uint8_t {
  kSame,    // both say it of the same
  kOther,   // what the claim says of one side, the source says of another
  kUnsure,  // cannot be told
};

// Percentages of the claim in one sentence of a source: each must stand there, with the same side and time.
// `about`: ids of what the source as a whole treats, for sentences that name nothing.
Accord percentages_accord(const PageClaim& claim, std::string_view sentence,
                          const std::vector<StatedFigure>& found, const std::vector<std::string>& about,
                          const Lexicon& lexicon);

// "more A than B" beside "less B than A". A claim that compares no two named sides is kSame.
Accord sides_accord(std::string_view claim, std::string_view sentence, const Lexicon& lexicon);

// One says more and the other less (or better and worse), each only that.
bool opposite_comparatives(std::string_view one, std::string_view other);

// Share, by weight, of what the claim says that the sentence holds, beyond treatments, controls, and
// conditions that the source's title names already; 1 when the claim says nothing else.
double outcome_shared(const PageClaim& claim, const std::vector<Unit>& sentence, std::string_view title,
                      const Lexicon& lexicon);
// The same of those parts of the claim that state a percentage.
double figure_outcome_shared(const PageClaim& claim, const std::vector<Unit>& sentence,
                             std::string_view title, const Lexicon& lexicon);

// Words that turn what they stand with: "did not improve", "no effect".
bool denies(std::string_view lower);
// 1 for more, -1 for less, 0 when neither or both are said.
int trend(std::string_view lower);
// One says more and the other less of what may be the same thing.
bool opposite_trends(std::string_view one, std::string_view other);
bool advises_against(std::string_view lower);
// The claim says how good, how severe or how long, in a word that the sentence does not have.
bool adds_degree(std::string_view said, std::string_view lower);
// Fewer than two words of the claim say what it is about.
bool says_little(const PageClaim& claim);
// A claim without figures says what the sentence says, in nearly all of its words, and makes no more of it.
// For claims that state no result.
bool says_plainly(const PageClaim& claim, std::string_view sentence, const std::vector<Unit>& held);
// The claim says that its treatment is advised and nothing besides that `held` does not hold.
bool only_advises(const PageClaim& claim, const std::vector<Unit>& held);

// The conditions that the claim names itself stand in the sentence or the title, and so do children, pregnant
// or old people, if it names them: what is advised for one is not advised for another.
bool advises_the_same(const PageClaim& claim, std::string_view sentence, std::string_view title,
                      const std::vector<Unit>& with_title, const Lexicon& lexicon);

// The sentence names two treatments that are no controls: that they do not differ denies the effect of
// neither.
bool compares_treatments(std::string_view sentence, const Lexicon& lexicon);

// The numbers of `printed` stand in `text`, each as a whole.
bool stands_printed(std::string_view text, std::string_view printed);

}  // namespace attest::audit
