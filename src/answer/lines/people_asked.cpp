#include "answer/lines/people_asked.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/ascii.h"
#include "evidence/narrower_titles.h"
#include "evidence/people_limits.h"
#include "text/phrases.h"

namespace attest {
namespace {

// "Steroid-induced" of "in steroid-induced osteoporosis": what something else brought about. Other kinds are
// what most studies are of, and answer.
std::string cause_of_kind(const std::string& narrower) {
  static constexpr std::string_view kIn = "in ";
  if (!narrower.starts_with(kIn)) return {};
  const std::string kind = narrower.substr(kIn.size());
  const std::string word = kind.substr(0, kind.find(' '));
  return word.ends_with("-induced") ? word : std::string();
}

}  // namespace

void prefer_people_asked(const Evidence& evidence, std::vector<const Finding*>& results) {
  constexpr size_t kOthersMin = 2;
  if (results.size() <= kOthersMin) return;
  struct TitleLimit {
    bool other_people = false;
    std::string kind;
  };
  std::map<uint32_t, TitleLimit> limits;  // by source
  const auto is_silently_limited = [&](const Finding* finding) {
    const AnswerSource& source = evidence.source_of(*finding);
    auto found = limits.find(finding->source);
    if (found == limits.end()) {
      TitleLimit limit{is_about_other_people(evidence, source),
                       cause_of_kind(narrower_title(evidence, source))};
      found = limits.emplace(finding->source, std::move(limit)).first;
    }
    const TitleLimit& limit = found->second;
    if (!limit.other_people && limit.kind.empty()) return false;
    const std::string lower = lower_ascii(evidence.sentence_of(*finding));
    if (!limit.kind.empty() && has_phrase(lower, limit.kind)) return false;
    return !limit.other_people || !names_other_people(evidence, lower);
  };
  std::vector<const Finding*> open;
  std::copy_if(results.begin(), results.end(), std::back_inserter(open),
               [&](const Finding* finding) { return !is_silently_limited(finding); });
  if (open.size() >= kOthersMin) results = std::move(open);
}

}  // namespace attest
