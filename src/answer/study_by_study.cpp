#include "answer/study_by_study.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "answer/wording.h"

namespace attest {

namespace {

constexpr size_t kStudiesMin = 2;
constexpr size_t kShownMax = 8;

// "3 found less of it, 2 no difference": the most frequent first.
std::string divide(const std::array<int, 3>& counts) {
  struct Found {
    int count;
    const char* what;
  };
  std::array<Found, 3> all = {
      {{counts[0], "less of it"}, {counts[1], "no difference"}, {counts[2], "more of it"}}};
  std::stable_sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.count > b.count; });
  std::string text;
  for (const Found& one : all) {
    if (one.count == 0) continue;
    text += text.empty() ? fmt::format("{} found {}", one.count, one.what)
                         : fmt::format(", {} {}", one.count, one.what);
  }
  return text;
}

}  // namespace

std::optional<AnswerSection> study_by_study(const Evidence& evidence, const AskedResults& results,
                                            const std::vector<Statement>& bottom_line) {
  if (evidence.audience != Audience::kClinician) return std::nullopt;
  const std::vector<const Finding*> studies = results.best();
  if (studies.size() < kStudiesMin) return std::nullopt;
  std::array<int, 3> counts{};
  AnswerSection section;
  for (const Finding* finding : studies) {
    ++counts[static_cast<size_t>(results.change_of(*finding) + 1)];
    const std::string_view sentence = evidence.sentence_of(*finding);
    const bool told = std::any_of(bottom_line.begin(), bottom_line.end(), [&](const Statement& one) {
      return one.citations.front().quote == sentence;
    });
    if (told || section.statements.size() >= kShownMax) continue;
    section.statements.push_back(quote_finding(evidence, *finding));
    section.statements.back().of_asked = true;
  }
  if (section.statements.empty()) return std::nullopt;
  section.kind = "study by study";
  const StudyVerdicts& verdicts = results.verdicts();
  section.title = fmt::format("Further results on {}{}: of {} studies {}", verdicts.outcome,
                              verdicts.against.empty() ? "" : " against " + verdicts.against, studies.size(),
                              divide(counts));
  return section;
}

}  // namespace attest
