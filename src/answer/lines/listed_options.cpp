#include "answer/lines/listed_options.h"

#include <algorithm>
#include <utility>

#include "answer/lines/cited_finding.h"
#include "answer/lines/given_together.h"
#include "base/ascii.h"
#include "findings/names/between_names.h"
#include "findings/names/combinations.h"

namespace attest {
namespace {

// The names that stand in one row with `intervention`: "A, B and C", "A as well as B".
std::vector<std::string> row_with(const Evidence& evidence, const Finding& finding,
                                  const std::string& intervention) {
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  std::vector<std::string> row;
  // "A plus B was as effective as C plus D".
  if (is_combination(intervention)) {
    for (const Mention& one : options_told_of(evidence, finding)) {
      if (is_combination(one.id)) row.push_back(one.id);
    }
    return row;
  }
  bool in_row = false;
  const Mention* last = nullptr;
  for (const Mention& one : finding.interventions) {
    if (one.span.empty() || !finding.sentence.contains(one.span) || one.is_control) continue;
    const bool goes_on = last != nullptr && last->span.end <= one.span.start &&
                         is_list_gap(std::string_view(lower).substr(last->span.end - finding.sentence.start,
                                                                    one.span.start - last->span.end));
    if (!goes_on) {
      if (in_row) break;
      row.clear();
    }
    row.push_back(one.id);
    in_row = in_row || one.id == intervention;
    last = &one;
  }
  if (!in_row) row.clear();
  // Advice on several things lists them too, whatever stands between: "aspirin in high doses, as well as…".
  if (const AdviceStatement* advice = advice_on(finding, intervention); advice != nullptr && !advice->against)
    row.insert(row.end(), advice->of.begin(), advice->of.end());
  // So do doses of several: "NSAIDs: - Naproxen: 500 mg - Diclofenac: 75 mg".
  if (finding.kind == FindingKind::kDose)
    row.insert(row.end(), finding.dose_of.begin(), finding.dose_of.end());
  return row;
}

std::string joined_names(const std::vector<std::string>& names) {
  std::string joined;
  for (size_t i = 0; i < names.size(); ++i)
    joined += (i == 0 ? "" : i + 1 < names.size() ? ", " : " and ") + names[i];
  return joined;
}

}  // namespace

void ListedOptions::add(const Evidence& evidence, const InterventionEvidence& group,
                        const TherapyLine& line) {
  for (size_t i = 0; i < line.statements.size(); ++i) {
    const Finding* finding = cited_finding(evidence, line.statements[i].citations.front(), group.id);
    if (finding == nullptr) continue;
    std::vector<std::string> with = row_with(evidence, *finding, group.id);
    std::erase_if(with, [&](const std::string& id) { return id == group.id; });
    if (with.empty()) continue;
    Listed one{line, std::move(with)};
    one.line.statements = {line.statements[i]};
    one.line.outcomes.clear();
    listed_.push_back(std::move(one));
    return;
  }
}

void ListedOptions::join(std::vector<TherapyLine>& lines) const {
  std::vector<std::vector<std::string>> names(lines.size());
  std::vector<std::vector<std::string>> plain_names(lines.size());
  for (size_t i = 0; i < lines.size(); ++i) {
    names[i] = {lines[i].intervention};
    plain_names[i] = {lines[i].plain_name};
  }
  std::vector<TherapyLine> own;
  for (const Listed& one : listed_) {
    const Statement& sentence = one.line.statements.front();
    const auto shows = [&](const TherapyLine& line) {
      return std::any_of(line.statements.begin(), line.statements.end(), [&](const Statement& other) {
        return other.citations.front().quote == sentence.citations.front().quote;
      });
    };
    const auto is_with = [&](const TherapyLine& line) {
      return std::find(one.with.begin(), one.with.end(), line.intervention_id) != one.with.end();
    };
    const auto at = std::find_if(lines.begin(), lines.end(),
                                 [&](const TherapyLine& line) { return shows(line) && is_with(line); });
    if (at == lines.end()) continue;
    if (at->rank == 0 && at->statements.size() == 1 && at->harms.empty() && at->doses.empty() &&
        at->move_on_when.empty() && one.line.harms.empty() && one.line.doses.empty()) {
      const auto i = static_cast<size_t>(at - lines.begin());
      names[i].push_back(one.line.intervention);
      plain_names[i].push_back(one.line.plain_name);
      continue;
    }
    const auto known = std::find_if(own.begin(), own.end(), [&](const TherapyLine& line) {
      return line.harms.empty() && line.doses.empty() && one.line.harms.empty() && one.line.doses.empty() &&
             line.statements.front().citations.front().quote == sentence.citations.front().quote;
    });
    if (known == own.end()) {
      own.push_back(one.line);
      names.push_back({one.line.intervention});
      plain_names.push_back({one.line.plain_name});
    } else {
      const size_t i = lines.size() + static_cast<size_t>(known - own.begin());
      names[i].push_back(one.line.intervention);
      plain_names[i].push_back(one.line.plain_name);
    }
  }
  constexpr size_t kOwnMax = 3;
  if (own.size() > kOwnMax) own.resize(kOwnMax);
  lines.insert(lines.end(), own.begin(), own.end());
  for (size_t i = 0; i < lines.size(); ++i) {
    if (names[i].size() < 2) continue;
    lines[i].intervention = joined_names(names[i]);
    const bool plain = std::none_of(plain_names[i].begin(), plain_names[i].end(),
                                    [](const std::string& name) { return name.empty(); });
    lines[i].plain_name = plain ? joined_names(plain_names[i]) : std::string();
  }
}

}  // namespace attest
