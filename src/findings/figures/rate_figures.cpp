// A percentage is a share of people only where its sentence does not use it as something else. What stands
// next to it tells: "reduced by 30%", "a 79% reduction", "a difference of 5%", "I² = 90%", "at least 50%
// improvement", "tretinoin gel 0.025%". A figure with its counts ("43 of 54") is always a share.
#include "findings/figures/rate_figures.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/figures/changed_amounts.h"
#include "findings/figures/figure_links.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kPeople[] = {
    "patients",    "patient",  "participants", "participant", "people",     "persons",  "subjects",
    "individuals", "women",    "men",          "children",    "adults",     "infants",  "boys",
    "girls",       "those",    "respondents",  "volunteers",  "recipients", "users",    "completers",
    "babies",      "mothers",  "adolescents",  "neonates",    "newborns",   "nonusers", "responders",
    "survivors",   "students", "workers",      "nurses",      "males",      "females",  "cases",
    "subject",     "women's",  "whom",         "them",        "us",         "veterans", "residents",
    "controls"};

// Words behind a figure that make it a change, a difference, a limit or a strength.
constexpr std::string_view kNoShareBehind[] = {"reduction",   "reductions",  "increase",
                                               "increases",   "decrease",    "decreases",
                                               "decline",     "rise",        "fall",
                                               "drop",        "improvement", "change",
                                               "changes",     "difference",  "greater",
                                               "higher",      "lower",       "fewer",
                                               "less",        "more",        "larger",
                                               "smaller",     "better",      "worse",
                                               "relative",    "absolute",    "risk",
                                               "ci",          "confidence",  "credible",
                                               "solution",    "gel",         "cream",
                                               "ointment",    "lotion",      "foam",
                                               "shampoo",     "spray",       "drops",
                                               "eye",         "paste",       "mouthwash",
                                               "suspension",  "emulsion",    "saline",
                                               "glucose",     "dextrose",    "power",
                                               "two-sided",   "weight",      "loss",
                                               "gain",        "efficacy",    "effectiveness",
                                               "effective",   "protection",  "bioavailability",
                                               "inhibition",  "threshold",   "topical",
                                               "or",          "sensitivity", "specificity",
                                               "probability", "chance",      "likelihood",
                                               "interval",    "oxygen",      "oral",
                                               "vaginal"};

constexpr std::string_view kForms[] = {
    "gel",    "cream",    "ointment", "lotion",    "foam",          "shampoo",        "spray",
    "drops",  "solution", "paste",    "mouthwash", "suspension",    "emulsion",       "chloride",
    "saline", "dextrose", "peroxide", "strength",  "concentration", "concentrations", "patch"};

// Words right before a figure (small words between left out) that make it a change or a statistic.
constexpr std::string_view kNoShareBefore[] = {
    "increased",   "decreased",   "rose",       "fell",      "reduced",    "declined",     "dropped",
    "gained",      "lost",        "increase",   "decrease",  "reduction",  "reductions",   "decline",
    "fall",        "rise",        "gain",       "loss",      "difference", "differences",  "improved",
    "improvement", "change",      "changed",    "i2",        "i²",         "i(2)",         "heterogeneity",
    "shrank",      "worsened",    "higher",     "lower",     "greater",    "margin",       "power",
    "hba1c",       "haematocrit", "hematocrit", "efficacy",  "threshold",  "median",       "mean",
    "variance",    "sd",          "alpha",      "ci",        "reducing",   "increasing",   "improving",
    "decreasing",  "weight",      "saturation", "fraction",  "adherence",  "compliance",   "agreement",
    "cv",          "r2",          "lvef",       "spo2",      "sao2",       "fev1",         "level",
    "levels",      "containing",  "contains",   "contained", "diluted",    "concentration"};

std::vector<std::string> last_words(std::string_view lower, size_t count) {
  constexpr size_t kBytes = 60;
  std::vector<std::string> words =
      words_outside_brackets(lower.substr(lower.size() - std::min(lower.size(), kBytes)));
  if (words.size() > count) words.erase(words.begin(), words.end() - static_cast<std::ptrdiff_t>(count));
  return words;
}

// "I(2)=0%", "I² = 38%", "1,5 %": of a statistic, or the end of a number that a decimal comma parts; "0.14%
// (SE 0.05)": a mean.
bool is_statistic(std::string_view lower, const Quantity& quantity) {
  std::string_view before = lower.substr(0, quantity.span.start);
  constexpr size_t kPartsMin = 2;
  if (before.size() >= kPartsMin && before.back() == ',' && is_digit(before[before.size() - kPartsMin]))
    return true;
  const std::string_view written = quantity.span.of(lower);
  if (written.starts_with('+') || written.starts_with('-') || before.ends_with('+')) return true;
  while (!before.empty() && std::string_view(" =:").find(before.back()) != std::string_view::npos)
    before.remove_suffix(1);
  for (const std::string_view name : {"i2", "i(2)", "i²", "i 2", "i-squared", "i^2", "i-square"}) {
    if (before.ends_with(name)) return true;
  }
  const std::string_view behind = lower.substr(std::min<size_t>(quantity.span.end, lower.size()));
  if (behind.size() >= kPartsMin && behind[0] == ',' && is_digit(behind[1])) return true;
  for (const std::string_view spread :
       {" (se", " (sd", " ±", "±", " +/-", "+/-", " (iqr", " [iqr", " (range"}) {
    if (behind.starts_with(spread)) return true;
  }
  return false;
}

bool inside_brackets(std::string_view before, std::string& inside) {
  const size_t open = before.rfind('(');
  if (open == std::string_view::npos) return false;
  inside = std::string(before.substr(open));
  return inside.find(')') == std::string::npos;
}

bool has_relation(const Quantity& quantity) {
  return quantity.relation != Relation::kEqual && quantity.relation != Relation::kApproximately;
}

// "(HbA1c > 10%)", "at least 50% pain relief", "50% or more".
bool is_limit(std::string_view lower, const Quantity& quantity, const std::vector<std::string>& behind) {
  std::string inside;
  if (has_relation(quantity) && inside_brackets(lower.substr(0, quantity.span.start), inside) &&
      std::any_of(inside.begin(), inside.end(), is_letter))
    return true;
  if (behind.empty()) return false;
  static constexpr std::string_view kOrMore[] = {"more", "greater", "higher", "less"};
  if (behind[0] == "or") return behind.size() > 1 && is_one_of(behind[1], kOrMore);
  // "≥ 50% of patients" is a share, "≥ 50% pain relief" none.
  return has_relation(quantity) && behind[0] != "of" && behind[0] != "in" && behind[0] != "had" &&
         behind[0] != "were" && behind[0] != "with" && behind[0] != "," && behind[0] != "and" &&
         !names_people(behind[0]);
}

// "(relative reduction in risk, 31 percent; …": the name of a measure leads to the figure.
bool is_named_change(std::string_view lower, const Quantity& quantity) {
  std::string_view before = lower.substr(0, quantity.span.start);
  constexpr size_t kNearBytes = 60;
  before = before.substr(before.size() - std::min(before.size(), kNearBytes));
  if (const size_t sign = before.find_last_of("(;0123456789"); sign != std::string_view::npos)
    before.remove_prefix(sign + 1);
  static constexpr std::string_view kNamed[] = {
      "relative reduction",    "risk reduction",     "reduction in risk",          "reduction in the risk",
      "absolute reduction",    "relative increase",  "absolute increase",          "risk difference",
      "absolute difference",   "difference in risk", "reduction in relative risk", "rate reduction",
      "reduction in the rate", "reduction in odds",  "reduction in the odds"};
  static constexpr std::string_view kAnew[] = {"occurred", "in patients", "and", "with", "who", "had"};
  const std::string_view name = first_phrase(before, kNamed);
  return !name.empty() && !has_any_phrase(before, kAnew);
}

// "93.75% and 17.71% higher": what the last of joined figures is, all are.
bool joined_to_change(const std::vector<std::string>& behind) {
  static constexpr std::string_view kChangeBehind[] = {
      "reduction", "reductions", "increase", "increases", "decrease", "decreases", "decline",
      "higher",    "lower",      "greater",  "fewer",     "larger",   "smaller",   "improvement"};
  if (behind.empty() || (behind[0] != "and" && behind[0] != "or" && behind[0] != ",")) return false;
  size_t at = 1;
  while (at < behind.size() && (is_digit(behind[at].front()) || behind[at] == "and" || behind[at] == ","))
    ++at;
  return at > 1 && at < behind.size() && behind[at - 1].ends_with('%') &&
         is_one_of(behind[at], kChangeBehind);
}

// "tretinoin gel 0.025%", "travoprost 0.0015%": right behind a name or a form, with no sign between.
bool is_strength(std::string_view lower, const Quantity& quantity, std::span<const Mention> mentions) {
  constexpr double kStrengthMax = 10;
  const double most = std::isnan(quantity.value) ? quantity.high : quantity.value;
  if (!(most <= kStrengthMax)) return false;
  // "5% lidocaine"
  if (std::any_of(mentions.begin(), mentions.end(),
                  [&](const Mention& m) { return !m.is_control && m.span.start == quantity.span.end + 1; }))
    return true;
  std::string_view before = lower.substr(0, quantity.span.start);
  if (!before.ends_with(' ')) return false;
  while (before.ends_with(' ')) before.remove_suffix(1);
  if (before.empty() || !is_letter(before.back())) return false;
  if (const std::vector<std::string> last = last_words(before, 1);
      !last.empty() && is_one_of(last[0], kForms))
    return true;
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const Mention& m) { return !m.is_control && m.span.end == before.size(); });
}

}  // namespace

std::vector<std::string> words_outside_brackets(std::string_view lower) {
  std::vector<std::string> words;
  std::string word;
  const auto close = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  // What an open bracket holds stands outside: only what was closed was said by the way.
  const size_t closed = lower.find_last_of(")]") + 1;  // 0 where none is
  int depth = 0;
  for (size_t at = 0; at < lower.size(); ++at) {
    const char c = lower[at];
    if (c == '(' || c == '[') {
      if (at < closed) {
        ++depth;
      } else if (depth == 0) {
        close();
        if (at + 1 < lower.size()) words.emplace_back(":");
        continue;
      }
    }
    const bool inside = depth > 0;
    if (c == ')' || c == ']') depth = std::max(0, depth - 1);
    const bool part = is_letter_byte(c) || is_digit(c) || c == '-' || c == '\'' || c == '%';
    if (!inside && part) {
      word += c;
      continue;
    }
    close();
    if (!inside && (c == ',' || c == ';' || c == ':')) words.emplace_back(1, c);
  }
  close();
  return words;
}

std::string joined_words(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

bool names_people(std::string_view word) { return is_one_of(word, kPeople); }

bool is_share(std::string_view lower, const Quantity& quantity, std::span<const Mention> mentions) {
  if (quantity.kind != QuantityKind::kProportion && quantity.kind != QuantityKind::kPercentage) return false;
  if (!std::isnan(quantity.numerator) || !std::isnan(quantity.denominator)) return true;
  const std::string_view after = lower.substr(std::min<size_t>(quantity.span.end, lower.size()));
  constexpr size_t kBytes = 80;
  const std::vector<std::string> behind = words_outside_brackets(after.substr(0, kBytes));
  if (is_statistic(lower, quantity) || is_limit(lower, quantity, behind) ||
      is_strength(lower, quantity, mentions) || is_named_change(lower, quantity) || joined_to_change(behind))
    return false;
  if (!behind.empty() && !after.starts_with(')') && is_one_of(behind[0], kNoShareBehind)) return false;
  // "95% of the variance"
  const std::vector<std::string> before = last_words(lower.substr(0, quantity.span.start), 4);
  static constexpr std::string_view kSmall[] = {"by",   "of",   "a",    "an",    "was",           "is",
                                                "to",   "at",   "from", "least", "than",          "greater",
                                                "more", "less", "over", "about", "approximately", "between",
                                                "only", ","};
  const bool of_people = behind.size() > 1 && behind[0] == "of" &&
                         (names_people(behind[1]) || (behind.size() > 2 && names_people(behind[2])));
  if (of_people) return true;
  // "HbA1c fell from 8.2% to 7.1%"
  if (const ChangePart part = change_part(lower, quantity);
      part == ChangePart::kFrom || part == ChangePart::kTo)
    return false;
  // "reduced by 30%", "prevalence was raised by 5%": a change by so much.
  static constexpr std::string_view kAbout[] = {"about", "approximately", "up",    "to",
                                                "only",  "almost",        "nearly"};
  size_t last = before.size();
  while (last > 0 && is_one_of(before[last - 1], kAbout)) --last;
  static constexpr std::string_view kDone[] = {"reported",  "experienced", "achieved", "shown",
                                               "noted",     "obtained",    "attained", "completed",
                                               "tolerated", "followed"};
  const bool done_by = last > 1 && is_one_of(before[last - 2], kDone);
  if (last > 0 && before[last - 1] == "by" && !done_by && (behind.empty() || behind[0] != "of")) return false;
  for (size_t i = before.size(); i > 0; --i) {
    // "The rate of major improvement was 80%" is no change by so much.
    constexpr size_t kRateWords = 7;
    static constexpr std::string_view kRates[] = {"rate", "rates", "proportion", "percentage", "frequency"};
    const std::vector<std::string> wide = last_words(lower.substr(0, quantity.span.start), kRateWords);
    const bool rate_of =
        before[i - 1] == "improvement" &&
        std::any_of(wide.begin(), wide.end(), [](const auto& w) { return is_one_of(w, kRates); });
    if (is_one_of(before[i - 1], kNoShareBefore) && !rate_of) return false;
    if (!is_one_of(before[i - 1], kSmall) || before[i - 1] == ",") break;
  }
  return true;
}

bool may_be_of_people(std::string_view lower, const Quantity& quantity) {
  if (!quantity.unit.empty() && quantity.unit != "%" && !names_people(lower_ascii(quantity.unit)))
    return false;
  const std::string figure = lower_ascii(quantity.span.of(lower));
  for (const std::string_view word : {"procedures", "episodes", "events", "treatments", "lesions", "eyes",
                                      "cycles", "studies", "trials", "attacks", "pregnancies", "teeth"}) {
    if (has_phrase(figure, word)) return false;
  }
  constexpr size_t kBytes = 60;
  const std::vector<std::string> behind =
      words_outside_brackets(lower.substr(std::min<size_t>(quantity.span.end, lower.size()), kBytes));
  if (behind.empty() || behind[0] != "of") return true;
  // "of all reported adverse events": the first noun that is known for people must come within a few words.
  constexpr size_t kWords = 6;
  for (size_t i = 1; i < std::min(behind.size(), kWords); ++i) {
    static constexpr std::string_view kEnds[] = {",",  ";",   ":",   "with", "in",
                                                 "on", "who", "had", "were", "was"};
    if (names_people(behind[i]) || behind[i] == "group" || behind[i] == "arm" ||
        behind[i].starts_with("placebo") || behind[i].ends_with("-treated"))
      return true;
    if (is_one_of(behind[i], kEnds)) break;
  }
  return false;
}

bool goes_on_from(std::string_view lower, const Quantity& other, const Quantity& share,
                  std::span<const Mention> mentions) {
  if (!std::isnan(share.numerator) || share.span.start < other.span.end) return false;
  const std::string_view behind = lower.substr(std::min<size_t>(share.span.end, lower.size()));
  for (const std::string_view counted : {" of ", " had ", " were ", " experienced ", " reported "}) {
    if (behind.starts_with(counted)) return false;
  }
  const std::string_view between = lower.substr(other.span.end, share.span.start - other.span.end);
  return between.find_first_of("()") == std::string_view::npos &&
         only_links(between, mentions, other.span.end);
}

}  // namespace attest
