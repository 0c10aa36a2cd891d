#include "reconcile/outcomes/outcome_names.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/ascii.h"
#include "reconcile/outcomes/outcome_table.h"
#include "text/phrases.h"

namespace attest {

namespace {

// What may stand before the name of an outcome and leaves it as it is. Everything else narrows it.
constexpr std::string_view kNeutral =
    " a absolute after although despite though whereas while before during following undergoing additional "
    "affect affected affects against all "
    "all-cause alleviating also an and"
    " any are as associated at average better between both by change changes clinical comparable"
    " compared conclusion conclusions controlling crude cumulative decrease decreased decreases"
    " decreasing developed did difference differences e.g early effect effects equivalent"
    " day days experienced fewer findings for from further future greater group had has have health-related"
    " high higher hospital i.e icu impact improve improved improves improving in in-hospital"
    " incidence including increase increased increases increasing influence is its late less"
    " long-term longer low lower lowered lowers mean median month months more new new-onset no nor not "
    "observed of on one"
    " or other outcome outcomes overall participants patient patients prevent prevented preventing"
    " prevents primary produce produced produces provided provides caused causes showed shows suffered"
    " received achieved gave prolong prolonged prolonging prolongs raised raises rate rates reduce reduced"
    " reduces reducing regard regarding relative relieving reported require required respectively"
    " results risk risk-adjusted risks same secondary several short-term shorter significant"
    " significantly similar some statistically study subjects subsequent such than that the their to"
    " total treating two was were week weeks were when which with without worse year years ";

std::string_view word_before(std::string_view lower, size_t at) {
  size_t end = at;
  while (end > 0 && lower[end - 1] == ' ') --end;
  size_t start = end;
  while (start > 0 && (is_word_byte(lower[start - 1]) || lower[start - 1] == '-')) --start;
  return lower.substr(start, end - start);
}

// "30-day", "one-year", "2".
bool is_time_or_number(std::string_view word) {
  static constexpr std::string_view kUnits[] = {"-hour", "-day", "-week", "-month", "-year"};
  return (!word.empty() && is_digit(word.front())) ||
         std::any_of(std::begin(kUnits), std::end(kUnits),
                     [&](std::string_view unit) { return word.ends_with(unit); });
}

// "Headache relief", "seizure-free days": the more of it, the less of what is unwanted.
size_t reversed_behind(std::string_view lower, size_t end) {
  static constexpr std::string_view kBehind[] = {
      "relief",    "response", "responses", "freedom",     "resolution", "remission", "control",
      "clearance", "free",     "cessation", "improvement", "reduction",  "recovery",  "response rate"};
  const std::string_view rest = lower.substr(end);
  if (rest.empty() || (rest.front() != ' ' && rest.front() != '-')) return 0;
  size_t length = 0;
  for (const std::string_view word : kBehind) {
    const size_t stop = 1 + word.size();
    if (rest.substr(1).starts_with(word) && (stop == rest.size() || !is_word_byte(rest[stop])))
      length = std::max(length, stop);
  }
  if (length == 0) return 0;
  const std::string_view behind = rest.substr(length);
  // "Infection control measures", "stroke-free survival" are other things.
  for (const std::string_view other :
       {" measure", " program", " group", " arm", " survival", " of ", " surviv"}) {
    if (behind.starts_with(other)) return 0;
  }
  return length;
}

// "Relief of headache", "freedom from seizures": where the words for it start; else `start`.
size_t reversed_before(std::string_view lower, size_t start) {
  static constexpr std::string_view kBefore[] = {
      "relief of ",     "relief from ",      "resolution of ",    "freedom from ",  "cessation of ",
      "absence of ",    "clearance of ",     "remained free of ", "free of ",       "free from ",
      "remission of ",  "control of ",       "remission from ",   "recovery from ", "patients without ",
      "women without ", "children without ", "people without ",   "those without ", "subjects without ",
      "days without "};
  const std::string_view before = lower.substr(0, start);
  for (const std::string_view words : kBefore) {
    if (before.ends_with(words) &&
        (before.size() == words.size() || before[before.size() - words.size() - 1] == ' '))
      return start - words.size();
  }
  return start;
}

// "Postoperative mortality" is when it was counted; postoperative pain and sickness are complaints of their
// own.
bool tells_time(std::string_view narrow, std::string_view name) {
  if (narrow != "postoperative" && narrow != "perioperative" && narrow != "post-operative") return false;
  static constexpr std::string_view kOwn[] = {"pain", "nausea", "vomiting", "headache", "opioid"};
  return std::none_of(std::begin(kOwn), std::end(kOwn),
                      [&](std::string_view own) { return name.starts_with(own); });
}

}  // namespace

std::string narrowing_word(std::string_view lower, size_t start) {
  // "Cardiovascular morbidity and mortality" are both of the heart.
  constexpr std::string_view kMorbidity = "morbidity and ";
  if (lower.substr(0, start).ends_with(kMorbidity)) start -= kMorbidity.size();
  const std::string_view word = word_before(lower, start);
  if (word.empty() || is_time_or_number(word)) return {};
  if (kNeutral.find(" " + std::string(word) + " ") != std::string_view::npos) return {};
  return std::string(word);
}

namespace {

// "Duration of pruritus", "analgesia of longer duration": how long it lasts, not how often it comes.
bool tells_duration(std::string_view lower, const OutcomePlace& place, size_t named_from) {
  std::string_view before = lower.substr(0, named_from);
  if (before.ends_with("the ")) before.remove_suffix(std::string_view("the ").size());
  const std::string_view behind = lower.substr(place.end);
  static constexpr std::string_view kBehind[] = {" duration", " of longer duration", " of shorter duration"};
  return before.ends_with("duration of ") || before.ends_with("length of ") ||
         std::any_of(std::begin(kBehind), std::end(kBehind),
                     [&](std::string_view words) { return behind.starts_with(words); });
}

}  // namespace

std::vector<OutcomePlace> find_outcomes(std::string_view lower) {
  static constexpr auto kPhrases = [] {
    std::array<std::string_view, std::size(kOutcomes)> phrases;
    for (size_t i = 0; i < phrases.size(); ++i) phrases[i] = kOutcomes[i].phrase;
    return phrases;
  }();
  std::vector<OutcomePlace> places;
  if (!has_any_phrase(lower, kPhrases)) return places;
  for (const OutcomeName& outcome : kOutcomes) {
    const size_t bytes = outcome.phrase.size() - (outcome.phrase.ends_with('*') ? 1 : 0);
    for (size_t at = find_phrase(lower, outcome.phrase); at != std::string_view::npos;
         at = find_phrase(lower, outcome.phrase, at + 1)) {
      size_t end = at + bytes;
      while (end < lower.size() && is_letter_byte(lower[end])) ++end;
      places.push_back({std::string(outcome.name), outcome.wanted, outcome.sense, outcome.result, at, end});
    }
  }
  std::sort(places.begin(), places.end(), [](const OutcomePlace& a, const OutcomePlace& b) {
    return a.start != b.start ? a.start < b.start : a.end > b.end;
  });
  std::vector<OutcomePlace> longest;
  for (OutcomePlace& place : places) {
    if (!longest.empty() && place.start < longest.back().end) continue;
    size_t named_from = place.start;
    if (std::string narrow = narrowing_word(lower, place.start); !narrow.empty()) {
      if (!tells_time(narrow, place.name)) place.name = narrow + " " + place.name;
      if (const size_t at = lower.rfind(narrow, place.start); at != std::string_view::npos) named_from = at;
    }
    if (place.wanted < 0 && place.sense > 0 && place.result) {
      const size_t before = reversed_before(lower, named_from);
      const size_t behind = reversed_behind(lower, place.end);
      if (before != named_from) {
        place.start = before;
        place.sense = -1;
      } else if (behind != 0) {
        place.end += behind;
        place.sense = -1;
      }
    }
    if (tells_duration(lower, place, named_from))
      place.name = "duration of " + place.name + (place.sense < 0 ? " relief" : "");
    longest.push_back(std::move(place));
  }
  return longest;
}

bool is_of_heart(std::string_view words) {
  static constexpr std::string_view kHeart[] = {
      "cardiovascular*",   "coronary",          "cardiac death",         "cardiac event*",
      "cardiac mortality", "heart disease",     "myocardial infarction", "reinfarction",
      "vascular event*",   "vascular disease*", "heart attack*",         "vascular death",
      "ischaemic heart*",  "ischemic heart*",   "sudden death"};
  return has_any_phrase(words, kHeart);
}

}  // namespace attest
