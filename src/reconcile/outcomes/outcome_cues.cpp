#include "reconcile/outcomes/outcome_cues.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

namespace {

struct CueWord {
  std::string_view phrase;
  CueKind kind;
  bool aim = false;          // "in reducing pain": what was looked at, where another cue says how it came out
  bool denied_only = false;  // "an effect on pain" goes no way; "no evidence of an effect on pain" does
};

constexpr CueWord kCueWords[] = {
    {"reduced", CueKind::kLess},
    {"reduces", CueKind::kLess},
    {"reduce", CueKind::kLess},
    {"reduction", CueKind::kLess},
    {"reductions", CueKind::kLess},
    {"reducing", CueKind::kLess, true},
    {"decreased", CueKind::kLess},
    {"decreases", CueKind::kLess},
    {"decrease", CueKind::kLess},
    {"decreasing", CueKind::kLess, true},
    {"diminished", CueKind::kLess},
    {"diminishes", CueKind::kLess},
    {"attenuated", CueKind::kLess},
    {"ameliorated", CueKind::kLess},
    {"alleviated", CueKind::kLess},
    {"alleviates", CueKind::kLess},
    {"lower", CueKind::kLess},
    {"lowered", CueKind::kLess},
    {"lowers", CueKind::kLess},
    {"lowering", CueKind::kLess, true},
    {"fewer", CueKind::kLess},
    {"less", CueKind::kLess},
    {"shorter", CueKind::kLess},
    {"shortened", CueKind::kLess},
    {"shortens", CueKind::kLess},
    {"prevented", CueKind::kLess},
    {"prevents", CueKind::kLess},
    {"prevent", CueKind::kLess},
    {"preventing", CueKind::kLess, true},
    {"protective", CueKind::kLess},
    {"raised", CueKind::kMore},
    {"raises", CueKind::kMore},
    {"increased", CueKind::kMore},
    {"increases", CueKind::kMore},
    {"increase", CueKind::kMore},
    {"increasing", CueKind::kMore, true},
    {"higher", CueKind::kMore},
    {"more", CueKind::kMore},
    {"greater", CueKind::kMore},
    {"longer", CueKind::kMore},
    {"larger", CueKind::kMore},
    {"smaller", CueKind::kLess},
    {"prolonged", CueKind::kMore},
    {"prolongs", CueKind::kMore},
    {"improved", CueKind::kBetter},
    {"improves", CueKind::kBetter},
    {"improve", CueKind::kBetter},
    {"improvement", CueKind::kBetter},
    {"improvements", CueKind::kBetter},
    {"improving", CueKind::kBetter, true},
    {"better", CueKind::kBetter},
    {"beneficial effect*", CueKind::kBetter},
    {"beneficially affect*", CueKind::kBetter},
    {"beneficially", CueKind::kBetter},
    {"adversely affect*", CueKind::kWorse},
    {"superior", CueKind::kBetter},
    {"more effective", CueKind::kBetter},
    {"more favourable", CueKind::kBetter},
    {"more efficacious", CueKind::kBetter},
    {"more efficient", CueKind::kBetter},
    {"more beneficial", CueKind::kBetter},
    {"more successful", CueKind::kBetter},
    {"more potent", CueKind::kBetter},
    {"greater efficacy", CueKind::kBetter},
    {"greater effectiveness", CueKind::kBetter},
    {"greater effect*", CueKind::kBetter},
    {"greater benefit*", CueKind::kBetter},
    {"higher efficacy", CueKind::kBetter},
    {"more favorable", CueKind::kBetter},
    {"worse", CueKind::kWorse},
    {"worsened", CueKind::kWorse},
    {"inferior", CueKind::kWorse},
    {"less effective", CueKind::kWorse},
    {"less efficacious", CueKind::kWorse},
    {"lower efficacy", CueKind::kWorse},
    {"less efficacy", CueKind::kWorse},
    {"did not differ", CueKind::kNone},
    {"not differ", CueKind::kNone},
    {"not differed", CueKind::kNone},
    {"no difference*", CueKind::kNone},
    {"no significant difference*", CueKind::kNone},
    {"no statistically significant difference*", CueKind::kNone},
    {"no statistical difference*", CueKind::kNone},
    {"no clear difference*", CueKind::kNone},
    {"no clinically important difference*", CueKind::kNone},
    {"no important difference*", CueKind::kNone},
    {"no consistent difference*", CueKind::kNone},
    {"no clear evidence of a difference", CueKind::kNone},
    {"no evidence of a difference", CueKind::kNone},
    {"no evidence of difference", CueKind::kNone},
    {"not different", CueKind::kNone},
    {"not significantly different", CueKind::kNone},
    {"not statistically different", CueKind::kNone},
    {"little or no difference", CueKind::kNone},
    {"similar", CueKind::kNone},
    {"similarly", CueKind::kNone},
    {"comparable", CueKind::kNone},
    {"equivalent", CueKind::kNone},
    {"as effective as", CueKind::kNone},
    {"no between-group difference*", CueKind::kNone},
    {"no effect*", CueKind::kNone},
    {"no significant effect*", CueKind::kNone},
    {"no benefit*", CueKind::kNone},
    {"no significant benefit*", CueKind::kNone},
    {"no clear benefit*", CueKind::kNone},
    {"no additional benefit*", CueKind::kNone},
    {"no beneficial effect*", CueKind::kNone},
    {"no adverse effect*", CueKind::kNone},
    {"not adversely affect*", CueKind::kNone},
    {"not adversely influence*", CueKind::kNone},
    {"not affect*", CueKind::kNone},
    {"not influence*", CueKind::kNone},
    {"not change*", CueKind::kNone},
    {"not significantly affect*", CueKind::kNone},
    {"not associated", CueKind::kNone},
    {"not significantly associated", CueKind::kNone},
    {"effect on", CueKind::kMore, false, true},
    {"effects on", CueKind::kMore, false, true},
    {"impact on", CueKind::kMore, false, true},
    {"influence on", CueKind::kMore, false, true},
    {"affect", CueKind::kMore, false, true},
    {"affected", CueKind::kMore, false, true},
};

// Words behind which a comparative tells of something else: "a lower dose", "higher-risk patients".
constexpr std::string_view kOfSomethingElse[] = {
    "dose",        "doses",           "dosage",   "studies",   "trials",   "rapid",     "rapidly",
    "quickly",     "slowly",          "gradual",  "research",  "quality",  "certainty", "cost",
    "costs",       "income",          "age",      "recent",    "recently", "intake",    "use",
    "consumption", "supplementation", "exposure", "adherence", "physical"};
// "The lower back": a place, where "reduced back pain" tells of the pain.
constexpr std::string_view kLowerParts[] = {"back",     "limb",        "limbs",
                                            "leg",      "extremity",   "extremities",
                                            "urinary",  "respiratory", "gastrointestinal",
                                            "abdominal"};

constexpr std::string_view kDenials[] = {
    "no",     "not",   "nor",  "neither",        "without",  "never",           "cannot",       "lack",
    "failed", "fails", "fail", "nonsignificant", "unlikely", "non-significant", "insignificant"};

std::string_view next_word(std::string_view lower, size_t at) {
  while (at < lower.size() && (lower[at] == ' ' || lower[at] == '-')) ++at;
  size_t end = at;
  while (end < lower.size() && is_word_byte(lower[end])) ++end;
  return lower.substr(at, end - at);
}

// "We could not find evidence that X can prevent Y", however long X is called.
bool lacks_evidence(std::string_view before) {
  static constexpr std::string_view kLacking[] = {
      "no evidence",       "not find evidence",   "not find any evidence",  "no convincing evidence",
      "no good evidence",  "no clear evidence",   "no consistent evidence", "no reliable evidence",
      "little evidence",   "lack of evidence",    "no conclusive evidence", "no substantial evidence",
      "found no evidence", "no current evidence", "not find good evidence", "scant evidence"};
  return has_any_phrase(before, kLacking);
}

// Few words before a cue that turn it round: "did not significantly reduce", "no clear increase".
bool is_denied(std::string_view lower, ClausePart part, size_t cue) {
  constexpr size_t kBytesBefore = 44;
  const size_t from = cue > part.start + kBytesBefore ? cue - kBytesBefore : part.start;
  const std::string_view before = lower.substr(from, cue - from);
  if (before.find("not only") != std::string_view::npos) return false;
  const std::string_view clause = lower.substr(part.start, cue - part.start);
  if (clause.starts_with("neither ") || has_any_phrase(before, kDenials) || lacks_evidence(clause))
    return true;
  // "The evidence that it shortens colds is still lacking."
  return has_phrase(clause, "evidence") && has_phrase(lower.substr(cue, part.end - cue), "lacking");
}

// "No benefit of X to prevent Y": for what it was given, where another cue says how it came out. "Was shown
// to reduce" says how.
bool tells_purpose(std::string_view words, const Cue& cue) {
  const std::string_view before = words.substr(0, cue.start);
  if (!before.ends_with("use of ") && !before.ends_with(" to ")) return false;
  static constexpr std::string_view kTells[] = {
      "shown to ",   "found to ",  "failed to ", "fails to ",  "fail to ",     "appears to ", "appear to ",
      "able to ",    "proved to ", "seems to ",  "likely to ", "reported to ", "known to ",   "appeared to ",
      "ability to ", "tend to ",   "tends to ",  "seemed to ", "unable to ",   "led to ",     "leads to "};
  return std::none_of(std::begin(kTells), std::end(kTells),
                      [&](std::string_view phrase) { return before.ends_with(phrase); });
}

bool is_comparative(std::string_view word) {
  static constexpr std::string_view kWords[] = {"more", "greater", "higher", "larger",
                                                "less", "smaller", "lower",  "fewer"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

bool is_change_noun(std::string_view word) {
  static constexpr std::string_view kWords[] = {"reduction", "reductions",  "decrease",    "decreases",
                                                "increase",  "improvement", "improvements"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

CueKind opposite(CueKind kind) {
  switch (kind) {
    case CueKind::kMore: return CueKind::kLess;
    case CueKind::kLess: return CueKind::kMore;
    case CueKind::kBetter: return CueKind::kWorse;
    case CueKind::kWorse: return CueKind::kBetter;
    case CueKind::kNone: break;
  }
  return CueKind::kNone;
}

// "A greater reduction", "the reduction was smaller": how much of a change there was, not of the outcome.
bool sizes(std::string_view lower, const Cue& comparative, const Cue& noun) {
  if (comparative.end <= noun.start) {
    constexpr size_t kBytesBetween = 30;
    const std::string_view gap = lower.substr(comparative.end, noun.start - comparative.end);
    static constexpr std::string_view kOther[] = {"in",  "of",  "with", "and", "or",   "than",
                                                  "the", "was", "were", "an",  "from", "by"};
    return gap.size() <= kBytesBetween && gap.find_first_of(",;()") == std::string_view::npos &&
           !has_any_phrase(gap, kOther);
  }
  std::string_view gap = lower.substr(noun.end, comparative.start - noun.end);
  for (const std::string_view adverb :
       {" significantly ", " also ", " much ", " markedly ", " not ", " not significantly "}) {
    if (gap.ends_with(adverb)) gap.remove_suffix(adverb.size() - 1);
  }
  return gap.ends_with(" was ") || gap.ends_with(" were ");
}

// "Reduced pain more than the other": how far it went. "More pain" names an outcome behind it.
bool is_degree(std::string_view words, const Cue& before, const Cue& cue) {
  static constexpr std::string_view kBehind[] = {"than", "compared", "in", "with",   "when", "during",
                                                 "by",   "after",    "",   "versus", "on",   "effectively"};
  const std::string_view word = words.substr(cue.start, cue.end - cue.start);
  if ((word != "more" && word != "less") || before.kind == CueKind::kNone) return false;
  const std::string_view next = next_word(words, cue.end);
  if (std::find(std::begin(kBehind), std::end(kBehind), next) == std::end(kBehind)) return false;
  const std::string_view behind = words.substr(cue.end);
  // "In less than 5 %".
  if (behind.starts_with(" than ") && behind.size() > 6 && is_digit(behind[6])) return false;
  const std::string_view gap = words.substr(before.end, cue.start - before.end);
  return gap.find(',') == std::string_view::npos && !has_phrase(gap, "and") && !has_phrase(gap, "but") &&
         !gap.ends_with(" in ");
}

// "Similarly," and "comparably," at a comma join two sentences and compare nothing.
bool leads_on(std::string_view words, const Cue& cue) {
  return cue.kind == CueKind::kNone && words.substr(cue.start, cue.end - cue.start).ends_with("ly") &&
         words.substr(cue.end).starts_with(",");
}

// Puts together what says one thing in two words.
std::vector<Cue> join_degrees(std::string_view words, const std::vector<Cue>& cues) {
  const auto text = [&](const Cue& cue) { return words.substr(cue.start, cue.end - cue.start); };
  const auto is_less = [&](const Cue& cue) {
    const std::string_view word = text(cue);
    return word == "less" || word == "smaller" || word == "lower" || word == "fewer";
  };
  std::vector<Cue> joined;
  for (const Cue& cue : cues) {
    if (joined.empty()) {
      joined.push_back(cue);
      continue;
    }
    Cue& last = joined.back();
    const bool forward = is_comparative(text(last)) && is_change_noun(text(cue));
    const bool backward = is_change_noun(text(last)) && is_comparative(text(cue));
    if ((forward && sizes(words, last, cue)) || (backward && sizes(words, cue, last))) {
      const Cue& comparative = forward ? last : cue;
      const Cue& noun = forward ? cue : last;
      Cue one = noun;
      if (comparative.kind == CueKind::kNone)
        one.kind = CueKind::kNone;
      else if (is_less(comparative))
        one.kind = opposite(noun.kind);
      last = one;
    } else if (is_degree(words, last, cue)) {
      last.aim = false;
      if (is_less(cue)) last.kind = opposite(last.kind);
    } else {
      joined.push_back(cue);
    }
  }
  return joined;
}

}  // namespace

std::vector<Cue> find_cues(std::string_view lower, ClausePart part) {
  const std::string_view words = lower.substr(0, part.end);
  std::vector<Cue> cues;
  for (const CueWord& word : kCueWords) {
    const size_t bytes = word.phrase.size() - (word.phrase.ends_with('*') ? 1 : 0);
    for (size_t at = find_phrase(words, word.phrase, part.start); at != std::string_view::npos;
         at = find_phrase(words, word.phrase, at + 1))
      cues.push_back({word.kind, word.aim, at, at + bytes, word.denied_only});
  }
  std::sort(cues.begin(), cues.end(), [](const Cue& a, const Cue& b) {
    return a.start != b.start ? a.start < b.start : a.end > b.end;
  });
  std::vector<Cue> kept;
  for (Cue cue : cues) {
    if (!kept.empty() && cue.start < kept.back().end) continue;
    // "Similarly, symptoms fell…" goes on; "otherwise comparable" is the rest of it, whatever that is.
    if (leads_on(words, cue) || lower.substr(0, cue.start).ends_with("otherwise ")) continue;
    if (cue.kind != CueKind::kNone) {
      const std::string_view next = next_word(words, cue.end);
      // "More than half" compares nothing; "more effective" is a cue of its own.
      const std::string_view word = words.substr(cue.start, cue.end - cue.start);
      const bool of_degree = !kept.empty() && is_degree(words, kept.back(), cue);
      if ((word == "more" || word == "less" || word == "fewer") && !of_degree && next == "than") continue;
      if (std::find(std::begin(kOfSomethingElse), std::end(kOfSomethingElse), next) !=
          std::end(kOfSomethingElse))
        continue;
      if (word == "lower" &&
          std::find(std::begin(kLowerParts), std::end(kLowerParts), next) != std::end(kLowerParts))
        continue;
      if (tells_purpose(words, cue)) cue.aim = true;
      if (is_denied(lower, part, cue.start)) cue.kind = CueKind::kNone;
      if (cue.denied_only && cue.kind != CueKind::kNone) continue;
    }
    kept.push_back(cue);
  }
  kept = join_degrees(words, kept);
  // "No more effective in reducing pain": the verdict is the first.
  const bool verdict = std::any_of(kept.begin(), kept.end(), [](const Cue& cue) { return !cue.aim; });
  if (verdict) std::erase_if(kept, [](const Cue& cue) { return cue.aim; });
  return kept;
}

}  // namespace attest
