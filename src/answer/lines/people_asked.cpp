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
  const auto limit_of = [&](const Finding* finding) -> const TitleLimit& {
    const AnswerSource& source = evidence.source_of(*finding);
    auto found = limits.find(finding->source);
    if (found == limits.end()) {
      TitleLimit limit{is_about_other_people(evidence, source),
                       cause_of_kind(narrower_title(evidence, source))};
      found = limits.emplace(finding->source, std::move(limit)).first;
    }
    return found->second;
  };
  const auto is_limited = [&](const Finding* finding) {
    const TitleLimit& limit = limit_of(finding);
    return limit.other_people || !limit.kind.empty();
  };
  const auto says_so = [&](const Finding* finding) {
    const std::string lower = lower_ascii(evidence.sentence_of(*finding));
    const TitleLimit& limit = limit_of(finding);
    return limit.kind.empty() ? names_other_people(evidence, lower) : has_phrase(lower, limit.kind);
  };
  const auto others = std::count_if(results.begin(), results.end(),
                                    [&](const Finding* finding) { return !is_limited(finding); });
  if (static_cast<size_t>(others) < kOthersMin) return;
  // What a drug brought about is treated much as the rest: it goes where there is plenty.
  constexpr size_t kPlenty = 4;
  const bool plenty = static_cast<size_t>(others) >= kPlenty;
  std::erase_if(results, [&](const Finding* finding) {
    return is_limited(finding) && (plenty || limit_of(finding).other_people) && !says_so(finding);
  });
}

}  // namespace attest
