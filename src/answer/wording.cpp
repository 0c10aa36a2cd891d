#include "answer/wording.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "answer/lay/told_harms.h"
#include "base/ascii.h"
#include "findings/names/combinations.h"
#include "reconcile/outcomes/plain_results.h"
#include "text/phrases.h"
#include "text/readability.h"

namespace attest {

std::string capitalised(std::string text) {
  if (!text.empty() && is_lower(text[0])) text[0] = to_upper(text[0]);
  return text;
}

std::string print_number(double value) {
  std::string text = fmt::format("{:.4f}", value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string iso_duration(double days) {
  if (std::isnan(days) || days <= 0) return {};
  constexpr double kMonth = 30.44;
  if (days >= kMonth - 1) return fmt::format("P{}M", std::lround(days / kMonth));
  if (days >= 7) return fmt::format("P{}W", std::lround(days / 7));
  return fmt::format("P{}D", std::lround(days));
}

std::string plain_name(const Evidence& evidence, const std::string& id, const std::string& name) {
  if (is_combination(id)) {
    std::string plain;
    for (const std::string& part : parts_of_combination(id)) {
      const VocabularyEntry* known = evidence.vocabulary->find_id(part);
      if (known == nullptr) return name;
      plain += (plain.empty() ? "" : " with ") + plain_name(evidence, part, known->name);
    }
    return plain;
  }
  const VocabularyEntry* entry = evidence.vocabulary->find_id(id);
  return entry != nullptr && !entry->plain_name.empty() ? entry->plain_name : name;
}

std::string short_plain_name(const Evidence& evidence, const std::string& id, const std::string& name) {
  std::string plain = plain_name(evidence, id, name);
  const size_t bracket = plain.find(" (");
  if (bracket != std::string::npos && plain.back() == ')') plain.resize(bracket);
  return plain;
}

std::string source_label(const AnswerSource& source, std::vector<Computation>& computations) {
  const BibliographicRecord& record = source.document.record;
  std::string name = source.appraisal.society;
  if (name.empty() && !record.authors.empty()) {
    name = record.authors.front().collective.empty() ? record.authors.front().family
                                                     : record.authors.front().collective;
  }
  if (name.empty() && !record.title.empty()) {
    // Five words of the title tell a reader more than an identifier.
    size_t end = 0;
    for (int words = 0; words < 5 && end != std::string::npos; ++words) end = record.title.find(' ', end + 1);
    name = "“" + record.title.substr(0, end) + (end == std::string::npos ? "”" : "…”");
    computations.push_back({"title of the record", source.id, name});
  }
  if (name.empty()) {
    name = "document " + source.id;
    computations.push_back({"id of the record", source.id, source.id});
  }
  if (source.appraisal.year != 0) {
    const std::string year = std::to_string(source.appraisal.year);
    name += " " + year;
    computations.push_back({"publication year of the record", source.id, year});
  }
  return name;
}

Citation cite_span(const AnswerSource& source, ByteSpan span) {
  Citation citation;
  citation.document = source.id;
  citation.span = span;
  citation.quote = std::string(span.of(source.document.text));
  for (const Section& section : source.document.sections) {
    if (section.body.contains(span)) citation.page = section.page;
  }
  return citation;
}

Citation cite(const Evidence& evidence, const Finding& finding) {
  return cite_span(evidence.source_of(finding), finding.sentence);
}

Statement quote_finding(const Evidence& evidence, const Finding& finding) {
  Statement statement;
  statement.text = std::string(evidence.sentence_of(finding));
  statement.citations = {cite(evidence, finding)};
  statement.quoted = true;
  statement.strength = describe(evidence.source_of(finding).appraisal);
  statement.kind = finding_kind_name(finding.kind);
  return statement;
}

// "at 6 months" from what the source wrote ("6 months", "At about one year", "6-month follow-up").
std::string at_time(std::string_view time, std::string_view preposition) {
  std::string lower = lower_ascii(time);
  for (const std::string_view lead :
       {"at a median follow-up of ", "at about ", "at ", "after ", "for ", "over ", "during ", "within "}) {
    if (lower.starts_with(lead)) {
      lower = lower.substr(lead.size());
      break;
    }
  }
  if (lower.empty()) return {};
  if (lower.find("follow") != std::string::npos) return " at " + lower;
  return fmt::format(" {} {}", preposition, lower);
}

bool quotes_same(const Statement& one, const Statement& other) {
  if (one.citations.empty()) return false;
  const Citation& sought = one.citations.front();
  return std::any_of(other.citations.begin(), other.citations.end(), [&](const Citation& citation) {
    return citation.document == sought.document && citation.quote == sought.quote;
  });
}

Statement derived(const Evidence& evidence, const Finding& finding) {
  Statement statement;
  statement.citations = {cite(evidence, finding)};
  statement.strength = describe(evidence.source_of(finding).appraisal);
  statement.kind = finding_kind_name(finding.kind);
  return statement;
}

namespace {

struct ArmFigure {
  const ArmRate* rate;
  bool focus;
};

// The figures of one comparison: the first figure of each arm, the focus first. Empty when any figure has no
// arm, and where the sentence itself is clearer than a line of figures: the words taken for the outcome name
// an arm ("subjects treated with haloperidol"), or one of many arms is only a word that looks like a
// treatment.
std::vector<ArmFigure> comparison(const Finding& finding, const std::string& focus) {
  std::vector<ArmFigure> figures;
  const std::string outcome = lower_ascii(finding.outcome);
  for (const ArmRate& rate : finding.rates) {
    if (rate.arm.name.empty() || std::isnan(rate.percent)) return {};
    if (has_phrase(outcome, lower_ascii(rate.arm.name))) return {};
    constexpr size_t kGuessedArmsMax = 2;
    if (rate.arm.id.starts_with("text:") && finding.rates.size() > kGuessedArmsMax) return {};
    const bool known = std::any_of(figures.begin(), figures.end(),
                                   [&](const ArmFigure& f) { return f.rate->arm.id == rate.arm.id; });
    if (known)
      return {};  // two figures of one arm are two outcomes or two times: the sentence itself is clearer
    figures.push_back({&rate, rate.arm.id == focus});
  }
  std::stable_sort(figures.begin(), figures.end(),
                   [](const ArmFigure& a, const ArmFigure& b) { return a.focus > b.focus; });
  return figures;
}

std::string print_rate(const ArmRate& rate, std::vector<Computation>& computations) {
  const std::string percent = print_number(rate.percent_stated ? rate.percent : std::round(rate.percent));
  if (std::isnan(rate.events) || std::isnan(rate.total)) return percent + " %";
  const std::string counts = print_number(rate.events) + "/" + print_number(rate.total);
  if (!rate.percent_stated) computations.push_back({"count / total, rounded", counts, percent});
  return fmt::format("{} ({} %)", counts, percent);
}

}  // namespace

std::optional<Statement> word_rates(const Evidence& evidence, const Finding& finding,
                                    const std::string& focus) {
  if (finding.outcome.empty()) return std::nullopt;
  const std::vector<ArmFigure> figures = comparison(finding, focus);
  if (figures.size() < 2 || !figures.front().focus) return std::nullopt;
  Statement statement = derived(evidence, finding);
  std::string text = capitalised(finding.outcome) + ": ";
  for (size_t i = 0; i < figures.size(); ++i) {
    if (i > 0) text += " v ";
    text += print_rate(*figures[i].rate, statement.computations);
    text += " " + figures[i].rate->arm.name;
  }
  const std::string& time = figures.front().rate->follow_up;
  if (!time.empty()) text += "," + at_time(time, "at");
  statement.text = text;
  return statement;
}

std::optional<Statement> word_for_audience(const Evidence& evidence, const Finding& finding,
                                           const std::string& focus) {
  if (evidence.audience == Audience::kClinician) {
    if (finding.kind == FindingKind::kRate) {
      if (auto worded = word_rates(evidence, finding, focus)) return worded;
    }
    return quote_finding(evidence, finding);
  }
  if (finding.kind != FindingKind::kRate && finding.kind != FindingKind::kHarm) return std::nullopt;
  if (auto worded = word_plainly(evidence, finding, focus)) return worded;
  // The sentence itself, where it names the treatment and can be followed.
  const bool named = std::any_of(finding.interventions.begin(), finding.interventions.end(),
                                 [&](const Mention& m) { return m.id == focus && !m.span.empty(); });
  const bool may_be_told =
      easy_to_read(evidence.sentence_of(finding), finding) || is_concrete_harm(evidence, finding);
  if (named && !finding.background && may_be_told && names_its_subject(evidence, finding))
    return quote_finding(evidence, finding);
  return std::nullopt;
}

namespace {

// With one short word for each treatment that it names: a treatment is called what it is called, and a long
// name makes no sentence hard.
std::string with_short_names(std::string_view sentence, const Finding& finding) {
  std::string text(sentence);
  std::vector<Mention> named = finding.interventions;
  std::sort(named.begin(), named.end(),
            [](const Mention& a, const Mention& b) { return a.span.start > b.span.start; });
  for (const Mention& one : named) {
    if (one.span.empty() || !finding.sentence.contains(one.span)) continue;
    const size_t at = one.span.start - finding.sentence.start;
    if (at + one.span.size() <= text.size()) text.replace(at, one.span.size(), "this");
  }
  return text;
}

}  // namespace

bool easy_to_read(std::string_view sentence, const Finding& finding) {
  if (sentence.find_first_of("=<>[;") != std::string_view::npos) return false;
  if (reading_grade(with_short_names(sentence, finding)) > kPlainGradeMax) return false;
  for (const Quantity& quantity : finding.quantities) {
    switch (quantity.kind) {
      case QuantityKind::kRatio:
      case QuantityKind::kDifference:
      case QuantityKind::kPValue:
      case QuantityKind::kDose:
      case QuantityKind::kAccuracy:
      case QuantityKind::kMean:
      case QuantityKind::kMedian: return false;
      default: break;
    }
  }
  return true;
}

std::vector<Outcome> outcomes_of(const Evidence& evidence, const Finding& finding, const std::string& focus) {
  std::vector<Outcome> outcomes;
  for (const ArmRate& rate : finding.rates) {
    if (std::isnan(rate.percent)) continue;
    Outcome outcome;
    outcome.kind = "proportion";
    outcome.value = rate.percent;
    outcome.events = rate.events;
    outcome.total = rate.total;
    outcome.follow_up = iso_duration(rate.follow_up_days);
    outcome.arm = rate.arm.name;
    outcome.name = finding.outcome.empty() ? rate.outcome : finding.outcome;
    outcome.harm = finding.about_harm;
    if (rate.arm.id == focus && !finding.comparator.name.empty())
      outcome.comparator = finding.comparator.name;
    outcomes.push_back(std::move(outcome));
  }
  for (const Quantity& quantity : finding.quantities) {
    if (quantity.kind != QuantityKind::kRatio && quantity.kind != QuantityKind::kDifference) continue;
    Outcome outcome;
    outcome.kind = quantity.measure == "OR"    ? "odds ratio"
                   : quantity.measure == "RR"  ? "risk ratio"
                   : quantity.measure == "HR"  ? "hazard ratio"
                   : quantity.measure == "SMD" ? "standardised mean difference"
                   : quantity.measure == "MD"  ? "mean difference"
                                               : lower_ascii(quantity.measure);
    if (outcome.kind.empty()) continue;
    outcome.value = quantity.value;
    outcome.low = quantity.low;
    outcome.high = quantity.high;
    const VocabularyEntry* entry = evidence.vocabulary->find_id(focus);
    if (entry != nullptr) outcome.arm = entry->name;
    outcome.comparator = finding.comparator.name;
    outcome.follow_up = iso_duration(finding.follow_up_days);
    outcome.name = finding.outcome;
    outcome.harm = finding.about_harm;
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

}  // namespace attest
