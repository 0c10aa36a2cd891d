#include "answer/audit.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "answer/statistics.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

namespace {

int decimals_of(std::string_view quantity) {
  const size_t percent = quantity.find('%');
  const size_t point = quantity.rfind('.', percent);
  if (point == std::string_view::npos) return 0;
  size_t digits = 0;
  while (point + 1 + digits < quantity.size() && quantity[point + 1 + digits] >= '0' &&
         quantity[point + 1 + digits] <= '9')
    ++digits;
  return static_cast<int>(digits);
}

void percentages(const Evidence& evidence, const AnswerSource& source, std::vector<Check>& checks) {
  for (const Finding& finding : source.findings) {
    for (const ArmRate& rate : finding.rates) {
      if (std::isnan(rate.events) || std::isnan(rate.total) || !rate.percent_stated || rate.total <= 0)
        continue;
      const std::string_view words = rate.span.of(source.document.text);
      if (percentage_agrees(rate.percent, decimals_of(words), rate.events, rate.total)) continue;
      Check check;
      check.kind = "percentage";
      const std::string counts = print_number(rate.events) + "/" + print_number(rate.total);
      const std::string computed = print_number(std::round(1000 * rate.events / rate.total) / 10);
      check.statement.text = fmt::format("The source gives {} % for {}; the counts give {} %.",
                                         print_number(rate.percent), counts, computed);
      check.statement.computations = {{"count / total", counts, computed}};
      check.statement.citations = {cite(evidence, finding)};
      checks.push_back(std::move(check));
    }
  }
}

struct TwoArms {
  const Finding* finding = nullptr;
  const ArmRate* a = nullptr;
  const ArmRate* b = nullptr;
  double p = kNotStated;
};

std::vector<TwoArms> two_arm_counts(const AnswerSource& source) {
  std::vector<TwoArms> found;
  for (const Finding& finding : source.findings) {
    const ArmRate* first = nullptr;
    for (const ArmRate& rate : finding.rates) {
      if (std::isnan(rate.events) || std::isnan(rate.total) || rate.arm.name.empty()) continue;
      if (first == nullptr) {
        first = &rate;
        continue;
      }
      if (rate.arm.id == first->arm.id) continue;
      const double p = fisher_exact_p(std::lround(first->events), std::lround(first->total),
                                      std::lround(rate.events), std::lround(rate.total));
      found.push_back({&finding, first, &rate, p});
      break;
    }
  }
  return found;
}

bool early(std::string_view lower) {
  static constexpr std::string_view kWords[] = {"early", "initial*", "at first", "short-term", "immediate*"};
  return has_any_phrase(lower, kWords);
}

bool late(std::string_view lower) {
  static constexpr std::string_view kWords[] = {"long-term", "one year",   "12 months",
                                                "late",      "at the end", "final"};
  return has_any_phrase(lower, kWords);
}

// Does the clause say "significant" without denying it? Clauses are parted by "whereas", "but", "while" and
// ";".
struct Claim {
  bool significant = false;
  std::string clause;
};
std::vector<Claim> significance_claims(const std::string& lower) {
  std::vector<Claim> claims;
  size_t from = 0;
  while (from < lower.size()) {
    size_t end = lower.size();
    for (const std::string_view border : {", whereas", "; ", ", but", ", while"}) {
      const size_t at = lower.find(border, from + 1);
      if (at != std::string::npos) end = std::min(end, at);
    }
    const std::string clause = lower.substr(from, end - from);
    if (has_phrase(clause, "significant*")) {
      static constexpr std::string_view kDenied[] = {
          "not significant*", "no significant*", "not statistically", "nonsignificant", "non-significant"};
      claims.push_back({!has_any_phrase(clause, kDenied), clause});
    }
    from = end;
  }
  return claims;
}

void significance(const Evidence& evidence, const AnswerSource& source, std::vector<Check>& checks) {
  constexpr double kClearlyNot = 0.10;  // between 0.05 and 0.10 another valid test may disagree
  const std::vector<TwoArms> pairs = two_arm_counts(source);
  for (const TwoArms& pair : pairs) {
    if (std::isnan(pair.p) || pair.p < kClearlyNot) continue;
    const std::string own = lower_ascii(evidence.sentence_of(*pair.finding));
    const Finding* claimed_in = nullptr;
    for (const Quantity& quantity : pair.finding->quantities) {
      const bool below = quantity.relation == Relation::kLess ||
                         quantity.relation == Relation::kLessOrEqual || quantity.relation == Relation::kEqual;
      if (quantity.kind == QuantityKind::kPValue && below && quantity.value <= 0.05 &&
          pair.finding->rates.size() == 2)
        claimed_in = pair.finding;
    }
    for (const Finding& other : source.findings) {
      if (claimed_in != nullptr) break;
      const std::string lower = lower_ascii(evidence.sentence_of(other));
      for (const Claim& claim : significance_claims(lower)) {
        if (!claim.significant) continue;
        const bool same_sentence = &other == pair.finding;
        const bool own_numbers = !other.rates.empty() && !same_sentence;
        const bool names_arm =
            std::any_of(other.interventions.begin(), other.interventions.end(),
                        [&](const Mention& m) { return m.id == pair.a->arm.id || m.id == pair.b->arm.id; });
        const bool times_agree = (early(claim.clause) && early(own)) || (late(claim.clause) && late(own)) ||
                                 (!early(claim.clause) && !late(claim.clause) && pairs.size() == 1);
        if (same_sentence || (!own_numbers && names_arm && times_agree)) claimed_in = &other;
      }
    }
    if (claimed_in == nullptr) continue;
    Check check;
    check.kind = "p-value";
    const std::string a = print_number(pair.a->events) + "/" + print_number(pair.a->total);
    const std::string b = print_number(pair.b->events) + "/" + print_number(pair.b->total);
    const std::string p = fmt::format("{:.2f}", pair.p);
    std::vector<Computation> computations;
    const std::string label = source_label(source, computations);
    check.statement.text = fmt::format(
        "{} calls this difference significant; {} v {} gives p = {} (Fisher’s exact test, computed here).",
        label, b, a, p);
    check.statement.computations = std::move(computations);
    check.statement.computations.push_back(
        {"Fisher's exact test, two-sided", fmt::format("{}, {}", b, a), p});
    check.statement.citations = {cite(evidence, *pair.finding)};
    if (claimed_in != pair.finding) check.statement.citations.push_back(cite(evidence, *claimed_in));
    checks.push_back(std::move(check));
  }
}

// A sentence of the document to cite for a fact about the whole record: its title.
Citation cite_title(const AnswerSource& source) {
  for (const Section& section : source.document.sections) {
    if (section.kind == SectionKind::kTitle) return cite_span(source, section.body);
  }
  return cite_span(source, {0, static_cast<uint32_t>(std::min<size_t>(source.document.text.size(), 80))});
}

void same_studies(const Evidence& evidence, const std::set<uint32_t>& cited, std::vector<Check>& checks) {
  std::set<uint32_t> done;
  for (const uint32_t index : cited) {
    const AnswerSource& source = evidence.sources[index];
    if (source.same_study_as.empty() || !done.insert(source.study).second) continue;
    Check check;
    check.kind = "same study";
    bool stated = false;
    std::string labels;
    for (const AnswerSource& other : evidence.sources) {
      if (other.study != source.study) continue;
      stated = stated || other.same_study_stated;
      if (!labels.empty()) labels += " and ";
      labels += source_label(other, check.statement.computations);
      check.statement.citations.push_back(cite_title(other));
    }
    check.statement.text =
        fmt::format("{} {} the same study: counted once.", labels, stated ? "report" : "probably report");
    checks.push_back(std::move(check));
  }
}

}  // namespace

std::vector<Check> audit_sources(const Evidence& evidence, const std::set<uint32_t>& cited) {
  std::vector<Check> checks;
  for (const uint32_t index : cited) {
    const AnswerSource& source = evidence.sources[index];
    percentages(evidence, source, checks);
    // A patient is not helped by a p-value.
    if (evidence.audience == Audience::kClinician) significance(evidence, source, checks);
  }
  if (evidence.audience == Audience::kClinician) same_studies(evidence, cited, checks);
  for (const AnswerSource& source : evidence.sources) {
    const PublicationStatus status = source.status.status;
    if (!source.about_condition) continue;
    if (status != PublicationStatus::kRetracted && status != PublicationStatus::kConcern &&
        status != PublicationStatus::kSuperseded)
      continue;
    Check check;
    check.kind = publication_status_name(status);
    const std::string label = source_label(source, check.statement.computations);
    if (status == PublicationStatus::kRetracted)
      check.statement.text = label + " has been retracted and supports nothing here.";
    else if (status == PublicationStatus::kConcern)
      check.statement.text = label + " carries an expression of concern.";
    else
      check.statement.text = label + " has been replaced by a newer version.";
    check.statement.citations = {cite_title(source)};
    checks.push_back(std::move(check));
  }
  return checks;
}

}  // namespace attest
