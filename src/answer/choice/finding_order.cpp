#include "answer/choice/finding_order.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "answer/choice/result_weight.h"
#include "answer/choice/same_words.h"
#include "base/ascii.h"
#include "findings/cues.h"
#include "findings/effects/less_harm.h"

namespace attest {

int informativeness(const Finding& finding) {
  int points = 0;
  // Two shares of people, one of them of a named arm: a comparison, also where the other side has no name.
  size_t shares = 0;
  bool named = false;
  bool counts = false;
  for (const ArmRate& rate : finding.rates) {
    shares += rate.of_people ? 1 : 0;
    named = named || !rate.arm.name.empty();
    counts = counts || !std::isnan(rate.total);
  }
  points += named && shares >= 2 ? 2 : 0;
  points += counts ? 1 : 0;
  points += finding.follow_up.empty() ? 0 : 1;
  for (const Quantity& quantity : finding.quantities) {
    if (quantity.kind == QuantityKind::kRatio || quantity.kind == QuantityKind::kDifference ||
        quantity.kind == QuantityKind::kAccuracy) {
      points += std::isnan(quantity.low) ? 1 : 2;
      break;
    }
  }
  constexpr int kPointsMax = 4;
  return std::min(points, kPointsMax);
}

namespace {

// What answers the question comes before what is merely well made: `points` are ranks of design that the
// whole scale of `worth` is worth.
struct Worth {
  float value = 0;
  float points = 0;
  int late = 0;
};

bool better(const Evidence& evidence, const Finding& a, Worth worth_a, const Finding& b, Worth worth_b) {
  const AnswerSource& x = evidence.source_of(a);
  const AnswerSource& y = evidence.source_of(b);
  const auto key = [](const AnswerSource& source, const Finding& finding, Worth worth) {
    int rank = design_rank(source.appraisal.design) * 3;
    if (source.appraisal.second_hand) rank += 2;
    if (source.status.status == PublicationStatus::kSuperseded) rank += 9;
    if (!source.about_condition) rank += 4;
    if (finding.condition_match == 2) rank -= 1;
    if (finding.background || finding.attendance) rank += 4;
    // For harms a counted rate tells more than the design it comes from.
    const int weight = finding.kind == FindingKind::kHarm ? 3 : 1;
    rank -= static_cast<int>(std::lround(worth.points * worth.value));
    return rank + worth.late - weight * informativeness(finding);
  };
  const int key_a = key(x, a, worth_a);
  const int key_b = key(y, b, worth_b);
  if (key_a != key_b) return key_a < key_b;
  if (x.appraisal.year != y.appraisal.year && design_rank(x.appraisal.design) == 0)
    return x.appraisal.year > y.appraisal.year;
  if (std::fabs(a.score - b.score) > 1e-6f) return a.score > b.score;
  if (a.source != b.source) return a.source < b.source;
  return a.sentence < b.sentence;
}

// On a pathway every finding is about the condition and the treatment already.
float relevance_points(const Evidence& evidence) {
  return is_treatment_question(evidence.question) ? 2.0f : 36.0f;
}

}  // namespace

bool better_finding(const Evidence& evidence, const Finding& a, const Finding& b) {
  const float points = relevance_points(evidence);
  return better(evidence, a, {a.relevance, points}, b, {b.relevance, points});
}

std::vector<WeighedFinding> weigh(const PertinenceReader& reader, const std::vector<const Finding*>& findings,
                                  std::string_view place, std::string_view intervention) {
  std::vector<WeighedFinding> weighed;
  weighed.reserve(findings.size());
  // Of results those tell more that count, with denominators, against another arm and at a stated time.
  constexpr float kCounted = 0.06f;
  const float share = place == kOptionResult ? kCounted : 0.0f;
  for (const Finding* finding : findings) {
    const float counted = share * static_cast<float>(informativeness(*finding));
    weighed.push_back({finding, reader.read(*finding, place, intervention) + counted});
  }
  return weighed;
}

void prefer_named_harms(const Evidence& evidence, std::vector<const Finding*>& harms) {
  const auto named = [&](const Finding* finding) {
    const std::string lower = lower_ascii(evidence.sentence_of(*finding));
    if (tells_of_less_harm(lower)) return false;
    return !finding->rates.empty() || (!cues::no_harm(lower) && !brings_no_harm(lower));
  };
  if (std::any_of(harms.begin(), harms.end(), named))
    std::erase_if(harms, [&](const Finding* finding) { return !named(finding); });
}

namespace {

// At most `count` of `sorted`, best first, one for each study where possible, without repeated sentences; in
// the order of `sorted`.
std::vector<const Finding*> take_of_studies(const Evidence& evidence,
                                            const std::vector<const Finding*>& sorted, size_t count) {
  std::vector<bool> taken(sorted.size(), false);
  size_t picked = 0;
  std::vector<std::vector<std::string>> told;
  // One statement for each study, and one more for its long-term result.
  std::set<uint32_t> studies;
  constexpr double kLateDays = 270;
  const auto study_of = [&](const Finding& finding) {
    const bool late = finding.kind == FindingKind::kRate && finding.follow_up_days >= kLateDays;
    return evidence.source_of(finding).study * 2 + (late ? 1 : 0);
  };
  for (const bool new_studies_only : {true, false}) {
    for (size_t i = 0; i < sorted.size() && picked < count; ++i) {
      const uint32_t study = study_of(*sorted[i]);
      if (taken[i] || new_studies_only == studies.contains(study)) continue;
      std::vector<std::string> words = telling_words(evidence.sentence_of(*sorted[i]));
      if (std::any_of(told.begin(), told.end(),
                      [&](const std::vector<std::string>& one) { return says_the_same(one, words); }))
        continue;
      told.push_back(std::move(words));
      studies.insert(study);
      taken[i] = true;
      ++picked;
    }
  }
  std::vector<const Finding*> result;
  for (size_t i = 0; i < sorted.size(); ++i) {
    if (taken[i]) result.push_back(sorted[i]);
  }
  return result;
}

}  // namespace

std::string sentence_key(std::string_view sentence) {
  const auto is_mark = [](char letter) {
    return (static_cast<unsigned char>(letter) < 0x80 && !is_word_byte(letter)) || letter == '\xE2';
  };
  while (!sentence.empty() && is_mark(sentence.front())) {
    // A bullet, a dash or a quotation mark: three bytes.
    sentence.remove_prefix(sentence.front() == '\xE2' ? std::min<size_t>(3, sentence.size()) : 1);
  }
  while (!sentence.empty() && !is_word_byte(sentence.back())) sentence.remove_suffix(1);
  return lower_ascii(sentence);
}

std::vector<const Finding*> pick_findings(const Evidence& evidence,
                                          const std::vector<const Finding*>& findings, size_t count) {
  std::vector<const Finding*> sorted = findings;
  std::sort(sorted.begin(), sorted.end(),
            [&](const Finding* a, const Finding* b) { return better_finding(evidence, *a, *b); });
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return take_of_studies(evidence, sorted, count);
}

std::vector<const Finding*> pick_findings(const Evidence& evidence, std::vector<WeighedFinding> findings,
                                          float least, size_t count) {
  std::erase_if(findings, [&](const WeighedFinding& one) { return one.pertinence < least; });
  constexpr int kMarkersOnly = 2;
  for (WeighedFinding& one : findings) {
    const bool result = one.finding->kind == FindingKind::kEffect || one.finding->kind == FindingKind::kRate;
    if (result && tells_only_of_markers(lower_ascii(evidence.sentence_of(*one.finding))))
      one.late = kMarkersOnly;
  }
  // On a pathway what is left is about the option already: arms, counts and design tell more.
  const float points = is_treatment_question(evidence.question) ? 8.0f : 30.0f;
  std::sort(findings.begin(), findings.end(), [&](const WeighedFinding& a, const WeighedFinding& b) {
    return better(evidence, *a.finding, {a.pertinence, points, a.late}, *b.finding,
                  {b.pertinence, points, b.late});
  });
  std::vector<const Finding*> sorted;
  for (const WeighedFinding& one : findings) {
    if (sorted.empty() || sorted.back() != one.finding) sorted.push_back(one.finding);
  }
  return take_of_studies(evidence, sorted, count);
}

}  // namespace attest
