// A rate in a patient's words: "In one study, about 8 in 10 people got better with biofeedback. With macrogol
// it was about 2 in 10."
#include "answer/wording.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include <fmt/format.h>

#include "base/ascii.h"
#include "findings/figures/counted_outcome.h"
#include "text/phrases.h"

namespace attest {

namespace {

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

std::string inputs_of(const ArmRate& rate) {
  return !std::isnan(rate.events) && !std::isnan(rate.total)
             ? print_number(rate.events) + " of " + print_number(rate.total)
             : print_number(rate.percent) + " %";
}

// People in 10, 100 or 1000.
std::string in_people(const ArmRate& rate, int people, std::vector<Computation>& computations) {
  const double share = rate.percent * people / 100;
  const long rounded = std::lround(share);
  const auto computed = [&](const std::string& result) {
    computations.push_back({fmt::format("people in {}, rounded", people), inputs_of(rate), result});
  };
  // Halfway stays halfway: 25 % is not the same as 33 %.
  constexpr double kHalfway = 0.1;
  const double whole = std::floor(share);
  if (people == 10 && std::fabs(share - whole - 0.5) < kHalfway && whole >= 1 && whole < 9) {
    std::string text = fmt::format("between {:.0f} and {:.0f} in 10", whole, whole + 1);
    computed(text);
    return text;
  }
  if (rounded <= 0) {
    computed(fmt::format("1 in {}", people));
    return rate.percent <= 0 ? "none" : fmt::format("fewer than 1 in {}", people);
  }
  if (rounded >= people) {
    computed(fmt::format("{} in {}", people - 1, people));
    return rate.percent >= 100 ? "all" : fmt::format("more than {} in {}", people - 1, people);
  }
  computed(fmt::format("{} in {}", rounded, people));
  return fmt::format("about {} in {}", rounded, people);
}

// 7 % against 12 % is 7 in 100 against 12 in 100: of 10 people both were 1. The least number that keeps
// unequal figures apart.
int people_for(const std::vector<const ArmRate*>& rates) {
  for (const int people : {10, 100}) {
    std::map<std::string, double> said;
    std::vector<Computation> ignored;
    const bool apart = std::all_of(rates.begin(), rates.end(), [&](const ArmRate* rate) {
      const auto [known, is_new] = said.try_emplace(in_people(*rate, people, ignored), rate->percent);
      return is_new || known->second == rate->percent;
    });
    if (apart) return people;
  }
  return 1000;
}

bool small_study(const AnswerSource& source) {
  constexpr uint32_t kSmall = 60;
  return source.appraisal.sample_size != 0 && source.appraisal.sample_size < kSmall;
}

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
  if (!one && !has_results_in_people(source.appraisal)) return {};
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
  std::vector<const ArmRate*> all = told->others;
  all.push_back(&rate);
  if (told->later != nullptr) all.push_back(told->later);
  const int people = people_for(all);
  const auto in_words = [&](const ArmRate& one) { return in_people(one, people, statement.computations); };
  std::string text = study_lead(source, sentence, rate) + in_words(rate) + " people " + told->says +
                     " with " + name(rate) + at_time(time_in_words(rate), "after");
  if (told->later != nullptr) {
    if (rate.follow_up.empty()) text += " at first";
    text += ", and " + in_words(*told->later) + at_time(time_in_words(*told->later), "after");
  }
  text += ".";
  for (const ArmRate* other : told->others)
    text += " With " + name(*other) + " it was " + in_words(*other) + ".";
  if (!told->others.empty() && says_not_significant(finding, sentence))
    text += " That may be chance: the study found no clear difference.";
  statement.text = capitalised(std::move(text));
  return statement;
}

}  // namespace attest
