// Three kinds are looked for, each about one intervention:
//  - how sure the evidence is: a guideline's high grade beside a review's warning;
//  - long-term figures of different studies whose 95 % intervals do not overlap;
//  - studies that find an effect beside studies that find none.
// Reasons are differences that can be read off the two sides (size, definition, follow-up, who was included,
// design, year, stated limits); no reason is made up when none shows.
#include "answer/disagreements.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "answer/finding_order.h"
#include "answer/statistics.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

namespace {

constexpr double kLongTermDays = 270;

struct LongTermRate {
  const Finding* finding = nullptr;
  const ArmRate* rate = nullptr;
  double total = 0;
  Interval interval;
};

// The arm size: stated with the rate, else named for the arm elsewhere in the document ("biofeedback (n =
// 54)").
double arm_size(const Evidence& evidence, const Finding& finding, const ArmRate& rate) {
  if (!std::isnan(rate.total)) return rate.total;
  for (const Finding& other : evidence.source_of(finding).findings) {
    for (const ArmRate& known : other.rates) {
      if (known.arm.id == rate.arm.id && !std::isnan(known.total)) return known.total;
    }
  }
  return kNotStated;
}

bool benefit(const Finding& finding) {
  return !finding.about_harm &&
         (finding.kind == FindingKind::kRate || finding.kind == FindingKind::kDuration);
}

void add_reason(std::vector<std::string>& reasons, std::string reason) {
  if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
    reasons.push_back(std::move(reason));
}

std::string population_of(const AnswerSource& source) {
  const std::string lower = lower_ascii(source.document.text.substr(0, 3000));
  for (const std::string_view cue :
       {"unselected", "children", "parkinson's disease", "healthy", "pregnan*", "slow transit"}) {
    if (has_phrase(lower, cue)) return std::string(cue == "pregnan*" ? "pregnancy" : cue);
  }
  return {};
}

// Differences between two sources that bear on their results, in the reader's words.
std::vector<std::string> differences(const Evidence& evidence, const Finding& a, const Finding& b, double n_a,
                                     double n_b) {
  std::vector<std::string> reasons;
  const bool clinician = evidence.audience == Audience::kClinician;
  const auto add = [&](std::string learned, std::string plain) {
    if (clinician)
      reasons.push_back(std::move(learned));
    else if (!plain.empty())
      reasons.push_back(std::move(plain));
  };
  const AnswerSource& x = evidence.source_of(a);
  const AnswerSource& y = evidence.source_of(b);
  if (n_a > 0 && n_b > 0 && (n_a >= 1.8 * n_b || n_b >= 1.8 * n_a)) {
    add(fmt::format("size ({} v {})", print_number(n_a), print_number(n_b)),
        fmt::format("one study had {} people, the other {}", print_number(n_a), print_number(n_b)));
  }
  if (!a.outcome.empty() && !b.outcome.empty() && a.outcome != b.outcome) {
    add(fmt::format("definition of success (“{}” v “{}”)", a.outcome, b.outcome),
        "they did not count the same thing as getting better");
  }
  if (!std::isnan(a.follow_up_days) && !std::isnan(b.follow_up_days) &&
      (a.follow_up_days > 1.5 * b.follow_up_days || b.follow_up_days > 1.5 * a.follow_up_days)) {
    add(fmt::format("follow-up ({} v {})", a.follow_up, b.follow_up),
        fmt::format("they looked at different times ({} and {})", a.follow_up, b.follow_up));
  }
  const std::string pop_x = population_of(x);
  const std::string pop_y = population_of(y);
  if (pop_x != pop_y) {
    add(fmt::format("who was included ({} v {})", pop_x.empty() ? "people with the condition" : pop_x,
                    pop_y.empty() ? "people with the condition" : pop_y),
        "different people took part");
  } else if (x.about_condition != y.about_condition) {
    add("who was included (one side is about a broader group)", "different people took part");
  }
  const auto reinforced = [](const AnswerSource& source) {
    const std::string lower = lower_ascii(source.document.text);
    return has_phrase(lower, "reinforcement") || has_phrase(lower, "booster");
  };
  if (reinforced(x) != reinforced(y))
    add("reinforcement sessions on one side only", "in one study people had extra sessions later");
  if (x.appraisal.design != y.appraisal.design) {
    add(fmt::format("design ({} v {})", study_design_name(x.appraisal.design),
                    study_design_name(y.appraisal.design)),
        "the studies were done in different ways");
  }
  constexpr int kEra = 10;
  if (x.appraisal.year != 0 && y.appraisal.year != 0 &&
      std::abs(int{x.appraisal.year} - int{y.appraisal.year}) >= kEra) {
    add(fmt::format("era ({} v {})", x.appraisal.year, y.appraisal.year),
        fmt::format("they are years apart ({} and {})", x.appraisal.year, y.appraisal.year));
  }
  for (const AnswerSource* source : {&x, &y}) {
    for (const std::string& limit : source->appraisal.limits) {
      const bool telling = limit == "single centre" || limit == "high risk of bias" ||
                           limit == "called inconclusive by its authors" || limit == "small";
      if (!telling || !clinician) continue;
      std::vector<Computation> ignored;
      add_reason(reasons, limit + " (" + source_label(*source, ignored) + ")");
    }
  }
  return reasons;
}

Statement side_statement(const Evidence& evidence, const Finding& finding, const std::string& focus) {
  if (evidence.audience != Audience::kClinician) {
    if (auto worded = word_plainly(evidence, finding, focus)) return *worded;
  }
  return quote_finding(evidence, finding);
}

void long_term(const Evidence& evidence, const InterventionEvidence& group,
               std::vector<Disagreement>& found) {
  std::vector<LongTermRate> rates;
  std::vector<const Finding*> findings = group.results;
  findings.insert(findings.end(), group.durations.begin(), group.durations.end());
  for (const Finding* finding : findings) {
    if (!benefit(*finding) || finding->condition_match == 0 || !evidence.source_of(*finding).about_condition)
      continue;
    const LongTermRate* best = nullptr;
    LongTermRate candidate;
    for (const ArmRate& rate : finding->rates) {
      if (rate.arm.id != group.id || std::isnan(rate.percent) || !(rate.follow_up_days >= kLongTermDays))
        continue;
      const double total = arm_size(evidence, *finding, rate);
      if (!(total > 0)) continue;
      if (best != nullptr && rate.follow_up_days <= best->rate->follow_up_days) continue;
      const double events = std::isnan(rate.events) ? std::round(rate.percent * total / 100) : rate.events;
      candidate = {finding, &rate, total, wilson_interval_percent(events, total)};
      best = &candidate;
    }
    if (best != nullptr) rates.push_back(candidate);
  }
  const LongTermRate* low = nullptr;
  const LongTermRate* high = nullptr;
  for (const LongTermRate& rate : rates) {
    if (low == nullptr || rate.rate->percent < low->rate->percent) low = &rate;
    if (high == nullptr || rate.rate->percent > high->rate->percent) high = &rate;
  }
  if (low == nullptr || low == high || low->interval.high >= high->interval.low) return;
  if (evidence.source_of(*low->finding).study == evidence.source_of(*high->finding).study) return;
  Disagreement disagreement;
  disagreement.about = "Long-term success of " + (evidence.audience == Audience::kClinician
                                                      ? group.name
                                                      : short_plain_name(evidence, group.id, group.name));
  disagreement.sides.push_back({"lower", {side_statement(evidence, *low->finding, group.id)}});
  DisagreementSide higher{"higher", {}};
  std::set<uint32_t> studies;
  for (const LongTermRate& rate : rates) {
    if (rate.interval.low <= low->interval.high) continue;
    if (!studies.insert(evidence.source_of(*rate.finding).study).second) continue;
    higher.statements.push_back(side_statement(evidence, *rate.finding, group.id));
    constexpr size_t kSideMax = 2;
    if (higher.statements.size() >= kSideMax) break;
  }
  disagreement.sides.push_back(std::move(higher));
  Finding low_finding = *low->finding;
  Finding high_finding = *high->finding;
  low_finding.follow_up = low->rate->follow_up;
  low_finding.follow_up_days = low->rate->follow_up_days;
  high_finding.follow_up = high->rate->follow_up;
  high_finding.follow_up_days = high->rate->follow_up_days;
  disagreement.likely_reasons = differences(evidence, low_finding, high_finding, low->total, high->total);
  found.push_back(std::move(disagreement));
}

void certainty(const Evidence& evidence, const InterventionEvidence& group,
               std::vector<Disagreement>& found) {
  if (group.recommended.empty()) return;
  std::vector<const Finding*> graded;
  for (const Finding* finding : group.recommended) {
    const AnswerSource& source = evidence.source_of(*finding);
    const bool high = std::any_of(source.appraisal.grades.begin(), source.appraisal.grades.end(),
                                  [&](const StatedGrade& grade) {
                                    const std::string lower = lower_ascii(grade.text);
                                    return finding->sentence.overlaps(grade.span) &&
                                           (has_phrase(lower, "strong*") || has_phrase(lower, "high*") ||
                                            has_phrase(lower, "grade a") || has_phrase(lower, "level i"));
                                  });
    if (high && source.status.status != PublicationStatus::kSuperseded) graded.push_back(finding);
  }
  std::vector<const Finding*> warnings;
  for (const Finding* finding : group.doubts) {
    if (evidence.source_of(*finding).appraisal.design != StudyDesign::kSystematicReview) continue;
    const std::string lower = lower_ascii(evidence.sentence_of(*finding));
    if (has_phrase(lower, "risk of bias") || has_phrase(lower, "low certainty") ||
        has_phrase(lower, "low quality") || has_phrase(lower, "certainty of the evidence")) {
      warnings.push_back(finding);
    }
  }
  if (graded.empty() || warnings.empty()) return;
  const bool clinician = evidence.audience == Audience::kClinician;
  Disagreement disagreement;
  disagreement.about = "How sure the evidence for " +
                       (clinician ? group.name : short_plain_name(evidence, group.id, group.name)) + " is";
  DisagreementSide for_it{"graded high by guidelines", {}};
  for (const Finding* finding : pick_findings(evidence, graded, 3))
    for_it.statements.push_back(quote_finding(evidence, *finding));
  DisagreementSide against{"doubted by reviews", {}};
  for (const Finding* finding : pick_findings(evidence, warnings, 2))
    against.statements.push_back(quote_finding(evidence, *finding));
  disagreement.sides = {std::move(for_it), std::move(against)};
  disagreement.likely_reasons.push_back(
      "different questions: the strength of a recommendation is not the risk of bias of the trials behind "
      "it");
  const AnswerSource& review = evidence.source_of(*warnings.front());
  if (!review.about_condition)
    disagreement.likely_reasons.push_back("who was included (the review is about a broader group)");
  for (const Finding* finding : graded) {
    if (evidence.source_of(*finding).appraisal.year > review.appraisal.year && review.appraisal.year != 0) {
      add_reason(disagreement.likely_reasons, "newer trials since the review");
    }
  }
  found.push_back(std::move(disagreement));
}

// Where both arms have a figure, the one asked about is the better one.
bool leads(const Finding& finding, const std::string& id) {
  double own = kNotStated;
  double other = kNotStated;
  for (const ArmRate& rate : finding.rates) {
    double& place = rate.arm.id == id ? own : other;
    if (std::isnan(place)) place = rate.percent;
  }
  return std::isnan(own) || std::isnan(other) || own > other;
}

// Both sentences say what the treatment was compared with, and it is not two different treatments.
bool comparable(const Finding& a, const Finding& b) {
  const auto comparator = [](const Finding& finding) -> const Mention* {
    if (!finding.comparator.name.empty()) return &finding.comparator;
    return finding.interventions.size() == 2 ? &finding.interventions[1] : nullptr;
  };
  const Mention* x = comparator(a);
  const Mention* y = comparator(b);
  if (x == nullptr || y == nullptr) return x == y;
  return x->id == y->id || x->is_control == y->is_control;
}

void direction(const Evidence& evidence, const InterventionEvidence& group,
               std::vector<Disagreement>& found) {
  std::vector<const Finding*> for_it;
  std::vector<const Finding*> none;
  for (const Finding* finding : group.results) {
    const AnswerSource& source = evidence.source_of(*finding);
    const bool controlled = source.appraisal.design == StudyDesign::kRandomisedTrial ||
                            source.appraisal.design == StudyDesign::kSystematicReview ||
                            source.appraisal.design == StudyDesign::kNonRandomisedTrial;
    if (!controlled || finding->about_harm) continue;
    const bool estimate =
        std::any_of(finding->quantities.begin(), finding->quantities.end(), [](const Quantity& q) {
          return q.kind == QuantityKind::kRatio || q.kind == QuantityKind::kDifference ||
                 q.kind == QuantityKind::kPValue;
        });
    const bool two_arms = finding->rates.size() >= 2 && finding->rates[0].arm.id != finding->rates[1].arm.id;
    const bool compared = two_arms || estimate;
    if (!compared) continue;
    if (finding->direction == Direction::kNoDifference)
      none.push_back(finding);
    else if (finding->direction == Direction::kFavours && finding->interventions.front().id == group.id &&
             leads(*finding, group.id))
      for_it.push_back(finding);
  }
  if (for_it.empty() || none.empty()) return;
  // The best of each side, from different studies that asked the same.
  const std::vector<const Finding*> best_none = pick_findings(evidence, none, 1);
  std::vector<const Finding*> other_studies;
  for (const Finding* finding : for_it) {
    if (evidence.source_of(*finding).study != evidence.source_of(*best_none.front()).study &&
        comparable(*finding, *best_none.front()))
      other_studies.push_back(finding);
  }
  if (other_studies.empty()) return;
  Disagreement disagreement;
  const bool clinician = evidence.audience == Audience::kClinician;
  disagreement.about = "Whether " +
                       (clinician ? group.name : short_plain_name(evidence, group.id, group.name)) +
                       " does better than the alternative";
  DisagreementSide yes{"a difference", {}};
  for (const Finding* finding : pick_findings(evidence, other_studies, 2))
    yes.statements.push_back(side_statement(evidence, *finding, group.id));
  disagreement.sides = {std::move(yes),
                        {"no difference", {side_statement(evidence, *best_none.front(), group.id)}}};
  const Finding& positive = *pick_findings(evidence, other_studies, 1).front();
  disagreement.likely_reasons =
      differences(evidence, positive, *best_none.front(), evidence.source_of(positive).appraisal.sample_size,
                  evidence.source_of(*best_none.front()).appraisal.sample_size);
  found.push_back(std::move(disagreement));
}

}  // namespace

std::vector<Disagreement> find_disagreements(const Evidence& evidence,
                                             const std::vector<InterventionEvidence>& interventions) {
  std::vector<Disagreement> found;
  constexpr size_t kInterventionsMax = 4;
  for (size_t i = 0; i < interventions.size() && i < kInterventionsMax; ++i) {
    if (evidence.question.line_of_therapy >= 2 && interventions[i].rank < evidence.question.line_of_therapy)
      continue;
    certainty(evidence, interventions[i], found);
    long_term(evidence, interventions[i], found);
    direction(evidence, interventions[i], found);
  }
  if (evidence.audience != Audience::kClinician) {
    // A patient gets a disagreement only where both sides can be said plainly.
    std::erase_if(found, [](const Disagreement& d) {
      return std::any_of(d.sides.begin(), d.sides.end(), [](const DisagreementSide& side) {
        return std::any_of(side.statements.begin(), side.statements.end(),
                           [](const Statement& s) { return s.quoted; });
      });
    });
  }
  return found;
}

}  // namespace attest
