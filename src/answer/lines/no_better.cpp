#include "answer/lines/no_better.h"

#include <map>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "findings/effects/null_results.h"
#include "text/phrases.h"

namespace attest {
namespace {

// "Not superior to placebo", "no more effective than sham", "did not differ from no treatment"; also "is not
// effective". A null beside another treatment says that both may help.
bool says_no_better(std::string_view lower) {
  static constexpr std::string_view kIneffective[] = {
      "is not effective", "was not effective",    "are not effective", "is ineffective",
      "was ineffective",  "are ineffective",      "not an effective",  "no benefit of",
      "not efficacious",  "no beneficial effect", "have no effect",    "has no effect"};
  static constexpr std::string_view kNull[] = {"not superior",
                                               "no better",
                                               "not better",
                                               "no more effective",
                                               "not more effective",
                                               "no more efficacious",
                                               "no difference",
                                               "no significant difference*",
                                               "no statistically significant difference*",
                                               "did not differ",
                                               "not significantly different",
                                               "did not improve",
                                               "did not significantly improve",
                                               "does not improve",
                                               "no greater",
                                               "not significantly better",
                                               "no benefit over",
                                               "no advantage over"};
  static constexpr std::string_view kInert[] = {"placebo",       "sham",     "no treatment", "vehicle",
                                                "control group", "controls", "untreated"};
  static constexpr std::string_view kUntold[] = {"whether", "baseline", "adverse event*", "side effect*",
                                                 "unclear", "tolera*",  "safety",         "withdraw*"};
  if (has_any_phrase(lower, kUntold)) return false;
  return has_any_phrase(lower, kIneffective) ||
         (has_any_phrase(lower, kNull) && has_any_phrase(lower, kInert));
}

// A title that says so concludes too.
bool concludes(const AnswerSource& source, const Finding& finding, std::string_view lower) {
  static constexpr std::string_view kConcludes[] = {"conclusion", "conclude", "concluded", "conclusions"};
  const std::string_view words = lower.substr(0, lower.find_last_not_of(". ") + 1);
  return finding.role.role == SentenceRole::kConclusion || has_any_phrase(lower, kConcludes) ||
         lower_ascii(source.document.record.title).find(words) != std::string::npos;
}

struct OfSource {
  const Finding* null = nullptr;
  bool concluded_null = false;
  bool concluded_good = false;
  bool good = false;
};

}  // namespace

const Finding* no_better_than_placebo(const Evidence& evidence, const InterventionEvidence& group) {
  if (!group.recommended.empty() || group.rank != 0) return nullptr;
  std::map<uint32_t, OfSource> sources;
  for (const Finding* finding : group.results) {
    if (finding->background) continue;
    OfSource& of = sources[finding->source];
    const std::string lower = lower_ascii(evidence.sentence_of(*finding));
    const bool last_word = concludes(evidence.source_of(*finding), *finding, lower);
    if (says_no_better(lower)) {
      if (of.null == nullptr || (last_word && !of.concluded_null)) of.null = finding;
      of.concluded_null = of.concluded_null || last_word;
    } else if (finding->comparator.id == group.id) {
      continue;  // good of what it was held against
    } else if (finding->direction == Direction::kFavours ||
               (finding->direction != Direction::kNoDifference && !find_null(lower).found())) {
      of.good = true;
      of.concluded_good = of.concluded_good || last_word;
    }
  }
  const Finding* said = nullptr;
  for (const auto& [source, of] : sources) {
    const bool nothing = of.null == nullptr && !of.good;
    if (nothing) continue;
    const bool null = of.null != nullptr && !of.concluded_good && (of.concluded_null || !of.good);
    if (!null) return nullptr;
    if (said == nullptr) said = of.null;
  }
  return said;
}

}  // namespace attest
