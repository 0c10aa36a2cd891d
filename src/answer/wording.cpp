#include "answer/wording.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "base/ascii.h"
#include "findings/counted_outcome.h"
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

// "at 6 and 12 months" leaves the first time without its unit.
std::string time_in_words(const ArmRate& rate) {
  const bool bare =
      !rate.follow_up.empty() && rate.follow_up.find_first_not_of("0123456789") == std::string::npos;
  if (!bare || std::isnan(rate.follow_up_days)) return rate.follow_up;
  const double number = std::strtod(rate.follow_up.c_str(), nullptr);
  if (number <= 0) return {};
  const double unit_days = rate.follow_up_days / number;
  const char* unit = unit_days > 300  ? " years"
                     : unit_days > 25 ? " months"
                     : unit_days > 6  ? " weeks"
                                      : " days";
  return rate.follow_up + unit;
}

std::string in_ten(const ArmRate& rate, std::vector<Computation>& computations) {
  const double tenths = rate.percent / 10;
  const long rounded = std::lround(tenths);
  std::string text;
  // Halfway stays halfway: 25 % is not the same as 33 %.
  constexpr double kHalfway = 0.1;
  const double whole = std::floor(tenths);
  const bool between = std::fabs(tenths - whole - 0.5) < kHalfway && whole >= 1 && whole < 9;
  if (between)
    text = fmt::format("between {:.0f} and {:.0f} in 10", whole, whole + 1);
  else if (rounded <= 0)
    text = rate.percent <= 0 ? "none" : "fewer than 1 in 10";
  else if (rounded >= 10)
    text = rate.percent >= 100 ? "all" : "more than 9 in 10";
  else
    text = fmt::format("about {} in 10", rounded);
  const std::string inputs = !std::isnan(rate.events) && !std::isnan(rate.total)
                                 ? print_number(rate.events) + " of " + print_number(rate.total)
                                 : print_number(rate.percent) + " %";
  if (between)
    computations.push_back({"people in 10, rounded", inputs, text});
  else if (rounded <= 0)
    computations.push_back({"people in 10, rounded", inputs, "1 in 10"});
  else
    computations.push_back(
        {"people in 10, rounded", inputs, rounded >= 10 ? "9 in 10" : fmt::format("{} in 10", rounded)});
  return text;
}

bool small_study(const AnswerSource& source) {
  constexpr uint32_t kSmall = 60;
  return source.appraisal.sample_size != 0 && source.appraisal.sample_size < kSmall;
}

Statement derived(const Evidence& evidence, const Finding& finding) {
  Statement statement;
  statement.citations = {cite(evidence, finding)};
  statement.strength = describe(evidence.source_of(finding).appraisal);
  statement.kind = finding_kind_name(finding.kind);
  return statement;
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

namespace {

// The figure that a patient can be told: one of the focus, of people, with an outcome in plain words, and the
// same of each arm that it is held against.
struct PlainComparison {
  const ArmRate* focus = nullptr;
  const ArmRate* later = nullptr;  // of the same arm at another time
  std::vector<const ArmRate*> others;
  std::string says;
};

bool tells_people(const ArmRate& rate) { return rate.of_people && !std::isnan(rate.percent); }

// Where the sentence holds the figure against another that is not known whose it is, half of it is not told.
std::optional<PlainComparison> compare_plainly(std::string_view sentence, const Finding& finding,
                                               const std::string& focus) {
  if (focus.empty() || finding.attendance || finding.background) return std::nullopt;
  const std::vector<std::string> says = plain_counts(sentence, finding);
  PlainComparison found;
  for (size_t i = 0; i < says.size() && found.focus == nullptr; ++i) {
    if (says[i].empty() || finding.rates[i].arm.id != focus || !tells_people(finding.rates[i])) continue;
    found.focus = &finding.rates[i];
    found.says = says[i];
  }
  if (found.focus == nullptr) return std::nullopt;
  for (size_t i = 0; i < says.size(); ++i) {
    const ArmRate& rate = finding.rates[i];
    if (&rate == found.focus || (says[i] != found.says && !says[i].empty())) continue;
    if (says[i].empty()) {
      if (rate.arm.name.empty() || rate.arm.id == focus) continue;
      return std::nullopt;  // another arm's figure, of what is not clear
    }
    if (rate.arm.name.empty() || !tells_people(rate)) return std::nullopt;
    if (rate.arm.id == focus) {
      if (found.later != nullptr || rate.follow_up.empty() || rate.follow_up == found.focus->follow_up)
        return std::nullopt;
      found.later = &rate;
      continue;
    }
    const bool known = std::any_of(found.others.begin(), found.others.end(),
                                   [&](const ArmRate* other) { return other->arm.id == rate.arm.id; });
    if (known) return std::nullopt;
    found.others.push_back(&rate);
  }
  static constexpr std::string_view kCompares[] = {"versus",  "vs",      "compared",    "than",  "whereas",
                                                   "control", "placebo", "both groups", "either"};
  const bool compared =
      finding.direction != Direction::kUnstated || has_any_phrase(lower_ascii(sentence), kCompares);
  if (found.others.empty() && compared) return std::nullopt;
  if (found.later != nullptr && !found.others.empty()) return std::nullopt;
  return found;
}

// "In one study, ", as far as the source lets it be said.
std::string study_lead(const AnswerSource& source, std::string_view sentence, const ArmRate& rate) {
  constexpr double kFewPeople = 20;
  const std::string lower = lower_ascii(sentence);
  static constexpr std::string_view kOneStudy[] = {"one study", "one trial", "a study", "a trial", "et al"};
  const bool one = has_any_phrase(lower, kOneStudy);
  if (source.appraisal.design == StudyDesign::kSystematicReview && !one)
    return "Taking several studies together, ";
  if (!one && !has_results_in_people(source.appraisal.design)) return {};
  return small_study(source) || rate.total < kFewPeople ? "In one small study, " : "In one study, ";
}

bool says_not_significant(const Finding& finding, std::string_view sentence) {
  static constexpr std::string_view kNone[] = {"not significant",   "no significant",  "not significantly",
                                               "not statistically", "non-significant", "nonsignificant",
                                               "no statistically",  "not different",   "did not differ"};
  return finding.direction == Direction::kNoDifference || has_any_phrase(lower_ascii(sentence), kNone);
}

}  // namespace

std::optional<Statement> word_plainly(const Evidence& evidence, const Finding& finding,
                                      const std::string& focus) {
  const std::string_view sentence = evidence.sentence_of(finding);
  const StudyDesign design = evidence.source_of(finding).appraisal.design;
  if (design == StudyDesign::kAnimal || design == StudyDesign::kLaboratory) return std::nullopt;
  const std::optional<PlainComparison> told = compare_plainly(sentence, finding, focus);
  if (!told) return std::nullopt;
  const AnswerSource& source = evidence.source_of(finding);
  const auto name = [&](const ArmRate& rate) {
    return short_plain_name(evidence, rate.arm.id, rate.arm.name);
  };
  Statement statement = derived(evidence, finding);
  const ArmRate& rate = *told->focus;
  std::string text = study_lead(source, sentence, rate) + in_ten(rate, statement.computations) + " people " +
                     told->says + " with " + name(rate) + at_time(time_in_words(rate), "after");
  if (told->later != nullptr) {
    if (rate.follow_up.empty()) text += " at first";
    text += ", and " + in_ten(*told->later, statement.computations) +
            at_time(time_in_words(*told->later), "after");
  }
  text += ".";
  for (const ArmRate* other : told->others)
    text += " With " + name(*other) + " it was " + in_ten(*other, statement.computations) + ".";
  if (!told->others.empty() && says_not_significant(finding, sentence))
    text += " That may be chance: the study found no clear difference.";
  statement.text = capitalised(std::move(text));
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
  // The sentence itself, where it can be followed.
  if (!finding.background && easy_to_read(evidence.sentence_of(finding), finding))
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
    outcome.name = finding.outcome;
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
