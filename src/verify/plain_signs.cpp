#include "verify/plain_signs.h"

#include <algorithm>
#include <vector>

#include "verify/figure_sides.h"
#include "verify/named_subjects.h"
#include "verify/plain_limits.h"
#include "verify/stated_results.h"
#include "verify/test_measures.h"
#include "verify/withheld.h"

namespace attest {
namespace {

// What no model may overrule, because a person can see it: the reason why the source does not decide the
// claim.
std::string undecided_because(std::string_view claim, const SourceBeside& beside, const ClaimSource& source,
                              size_t best) {
  const size_t last = claim.find_last_not_of(" \t\n\"'”");
  if (last != std::string_view::npos && claim[last] == '?') return "a question claims nothing";
  std::string unnamed = unnamed_subject(claim, beside, source);
  if (!unnamed.empty()) return "no sentence is about: " + unnamed;
  if (best >= beside.sentences.size()) return {};
  const SentenceBeside& nearest = beside.sentences[best];
  if (is_aim(nearest)) return "the nearest sentence says only what was asked";
  const std::string withheld = withheld_on_one_side(beside.claim, nearest.read, nearest.comparison.aligned);
  if (!withheld.empty()) return "only one of the two tells of going without: " + withheld;
  if (only_advises(beside.claim, nearest.read)) return "the nearest sentence advises, and tells of no effect";
  return {};
}

// What the chosen sentences say came out of the same things: the first that says it decides.
int results_of(const SourceBeside& beside, std::span<const size_t> chosen) {
  for (const size_t i : chosen) {
    const SentenceBeside& sentence = beside.sentences[i];
    const int held = hold_results(beside.claim, sentence.read, sentence.comparison.aligned);
    if (held != 0) return held;
  }
  return 0;
}

bool figures_exchanged(const SourceBeside& beside, std::span<const size_t> chosen) {
  return std::any_of(chosen.begin(), chosen.end(), [&](size_t i) {
    const SentenceBeside& sentence = beside.sentences[i];
    return hold_figure_sides(beside.claim, sentence.read, sentence.comparison.aligned) < 0 ||
           measures_exchanged(beside.claim, sentence.read);
  });
}

}  // namespace

bool is_aim(const SentenceBeside& sentence) {
  return sentence.role == SentenceRole::kAim || only_asks(sentence.read.lower);
}

bool PlainSigns::against() const {
  if (by_figures != 0) return by_figures < 0;
  return exchanged || (absent && absent->another) || (by_results < 0 && !absent);
}

bool PlainSigns::in_favour() const {
  if (by_figures != 0) return by_figures > 0;
  return (by_results > 0 || (alike && !other_alike)) && !against() && !absent;
}

PlainSigns plain_signs(std::string_view claim, const SourceBeside& beside, const ClaimSource& source,
                       std::span<const size_t> chosen, bool copied) {
  PlainSigns signs;
  signs.undecided =
      undecided_because(claim, beside, source, chosen.empty() ? beside.sentences.size() : chosen.front());
  // Nor does an aim help another sentence to decide.
  std::vector<size_t> telling(chosen.begin(), chosen.end());
  std::erase_if(telling, [&](size_t i) { return is_aim(beside.sentences[i]); });
  signs.by_figures = sides_by_figures(beside, telling);
  signs.absent = absent_figure(claim, beside, source, telling);
  signs.crossed = figures_exchanged(beside, telling);
  signs.by_results = signs.crossed ? -1 : results_of(beside, telling);
  if (telling.empty()) return signs;
  signs.exchanged = copied && sides_exchanged(beside, telling.front());
  signs.other_alike = alike_of_another(beside, telling.front());
  signs.alike = both_say_alike(beside, telling.front());
  signs.not_against = not_against(beside, telling.front());
  return signs;
}

}  // namespace attest
