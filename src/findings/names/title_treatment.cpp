#include "findings/names/title_treatment.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {
namespace {

// "Sedation in patients undergoing surgery": when something is done, or to whom.
bool is_occasion(std::string_view title, ByteSpan name) {
  static constexpr std::string_view kOccasions[] = {"undergoing", "scheduled for", "during", "before",
                                                    "prior to",   "awaiting",      "undergo"};
  constexpr size_t kReach = 40;
  if (name.start > title.size()) return false;
  const size_t from = name.start > kReach ? name.start - kReach : 0;
  const std::string before = lower_ascii(title.substr(from, name.start - from));
  const std::string_view near = std::string_view(before).substr(before.find_last_of(",;:") + 1);
  // Where it stands first, it is what the study is about.
  return name.start > kReach / 2 && has_any_phrase(near, kOccasions);
}

// Treatments by a general word.
constexpr std::string_view kOtherTreatment[] = {
    "pharmacological", "pharmacologic", "medication*",         "other treatment*",
    "other drug*",     "other therap*", "augmentation",        "other agents",
    "alternative*",    "conventional",  "previous treatment*", "existing treatment*",
    "many drugs",      "most drugs",    "several drugs",       "other methods",
};
// Told of others, or of what is always so.
constexpr std::string_view kOthersResults[] = {
    "previous stud*",     "previous trial*",   "other stud*",       "earlier stud*", "other authors",
    "prior stud*",        "in the literature", "literature review", "et al",         "has been reported",
    "have been reported", "has been shown",    "have been shown",   "is known",      "are known",
    "is caused by",       "are caused by",     "causes of",         "common cause*", "leading cause*",
    "risk factor*",
};
constexpr std::string_view kOwnResult[] = {
    "was",           "were",       "had",
    "did",           "occurred",   "developed",
    "showed",        "this study", "this trial",
    "our",           "we",         "increased",
    "decreased",     "reduced",    "improved",
    "fell",          "rose",       "died",
    "experienced",   "reported",   "observed",
    "achieved",      "relapsed",   "recurred",
    "lasted",        "remained",   "found",
    "noted",         "withdrew",   "discontinued",
    "the treatment", "the drug",   "the intervention",
    "the procedure", "treated",    "tolerated",
};

}  // namespace

const Mention* treatment_of_title(std::string_view title, std::span<const Mention> named) {
  // "Exposure for vaginismus: a randomised waiting-list control trial" is of one treatment.
  const auto treatment =
      std::find_if(named.begin(), named.end(), [](const Mention& mention) { return !mention.is_control; });
  if (treatment == named.end()) return nullptr;
  const bool one = std::all_of(named.begin(), named.end(), [&](const Mention& mention) {
    return mention.is_control || mention.id == treatment->id;
  });
  return one && !is_occasion(title, treatment->span) ? &*treatment : nullptr;
}

bool may_be_of_title(const Finding& finding, std::string_view lower) {
  switch (finding.kind) {
    case FindingKind::kRate:
    case FindingKind::kHarm:
    case FindingKind::kDuration:
    case FindingKind::kEffect:
    case FindingKind::kDose: break;
    default: return false;
  }
  if (finding.background) return false;
  if (has_any_phrase(lower, kOtherTreatment) || has_any_phrase(lower, kOthersResults)) return false;
  // A dose stands in methods and advice too.
  return finding.kind == FindingKind::kDose || !finding.rates.empty() || has_any_phrase(lower, kOwnResult);
}

}  // namespace attest
