// A share counts what its own part of the sentence names:
// - the subject of the verb that leads to it ("nausea occurred in 23%", "and headache in 10%");
// - the noun right before its bracket ("nausea (23%), headache (10%)");
// - what those who are counted had ("10% of patients had headache").
// Where only an arm, a group or a time parts it from the share before ("23% with X and 11% with placebo") it
// counts the same. A list of outcomes and as many shares go together in order where the sentence says
// "respectively". Of other shares it is not said what they count.
#include "findings/figures/rate_outcomes.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/one_of.h"
#include "base/white_space.h"
#include "findings/arms/arm_names.h"
#include "findings/effects/outcome.h"
#include "findings/effects/plain_outcomes.h"
#include "findings/figures/figure_links.h"
#include "findings/figures/figure_outcomes.h"
#include "findings/figures/rate_figures.h"
#include "text/phrases.h"
#include "text/word_bounds.h"

namespace attest {
namespace {

using RateWords = std::vector<std::string>;

struct Counting {
  std::string words;
  bool there = false;   // a verb said that it was there; the next noun needs no verb
  bool behind = false;  // named behind the figure
  bool listed = false;  // a noun right before its bracket
};

bool names_one_of(std::string_view words, std::string_view lower, std::span<const Mention> named) {
  return std::any_of(named.begin(), named.end(), [&](const Mention& mention) {
    return words.find(mention.span.of(lower)) != std::string_view::npos;
  });
}

// "The rates were", "12 discharges": no name of an outcome.
bool names_no_outcome(std::string_view words) {
  static constexpr std::string_view kBareFirst[] = {"rates",  "rate",       "incidences", "incidence",
                                                    "values", "respective", "figures",    "most"};
  if (words.empty() || is_digit(words.front())) return true;
  return is_one_of(words.substr(0, words.find(' ')), kBareFirst);
}

// "And", "," right before the part that begins at `at`: without one it still tells of the figure before.
bool joint_before(std::string_view segment, size_t at) {
  std::string_view head = trimmed(segment.substr(0, at));
  for (const std::string_view article : {" a", " an", " the"}) {
    if (head.ends_with(article)) head = trimmed(head.substr(0, head.size() - article.size()));
  }
  if (head.ends_with(',')) return true;
  static constexpr std::string_view kJoints[] = {"and", "but", "while", "whereas"};
  return is_one_of(word_ending(head, head.size()), kJoints);
}

// A noun phrase that can be counted: no verb, nobody, no border but "of" and "or".
bool is_plain_noun(std::string_view text) {
  const RateWords words = words_outside_brackets(text);
  constexpr size_t kNounWordsMax = 5;
  static constexpr std::string_view kNotInNoun[] = {
      "in",     "with",     "the",    "to",        "by",      "from",    "at",       "for",
      "on",     "than",     "no",     "not",       "after",   "and",     "was",      "were",
      "had",    "has",      "who",    "that",      "as",      "which",   "only",     "other",
      "group",  "groups",   "arm",    "rest",      "male",    "female",  "baseline", "another",
      "others", "less",     "more",   "fewer",     "overall", "there",   "also",     "versus",
      "vs",     "followed", "during", "remaining", "none",    "cases",   "trials",   "studies",
      "mean",   "median",   "total",  "both",      "either",  "neither", "without"};
  if (words.empty() || words.size() > kNounWordsMax || has_verb(text) || words[0].ends_with("ly"))
    return false;
  return std::none_of(words.begin(), words.end(), [](const std::string& word) {
    return is_one_of(word, kNotInNoun) || names_people(word) || is_digit(word.front()) || word.size() == 1 ||
           word.ends_with("%");
  });
}

// "Headache in 10%", behind "nausea occurred in 23% and".
std::string noun_led_to(std::string_view part) {
  for (const std::string_view lead : {" in", " by", " among"}) {
    if (!part.ends_with(lead)) continue;
    const std::string_view noun = trimmed(part.substr(0, part.size() - lead.size()));
    return is_plain_noun(noun) ? std::string(noun) : std::string();
  }
  return {};
}

// "X provided good analgesia in 87%", "with nausea in 10%": what is told to have come.
std::string noun_that_came(std::string_view part) {
  if (!part.ends_with(" in")) return {};
  const RateWords words =
      words_outside_brackets(part.substr(0, part.size() - std::string_view(" in").size()));
  static constexpr std::string_view kBrought[] = {"provided", "produced", "achieved",  "induced", "gave",
                                                  "caused",   "obtained", "resulting", "causing", "brought",
                                                  "provides", "produces", "achieves",  "induces", "causes"};
  static constexpr std::string_view kWithIn[] = {"resulted", "resulting", "results"};
  static constexpr std::string_view kSmallWords[] = {"a", "an", "the"};
  std::string noun;
  size_t at = words.size();
  while (at > 0 && !is_one_of(words[at - 1], kBrought) && !is_one_of(words[at - 1], kSmallWords) &&
         words[at - 1] != "in") {
    noun = words[at - 1] + (noun.empty() ? "" : " ") + noun;
    --at;
  }
  while (at > 0 && is_one_of(words[at - 1], kSmallWords)) --at;
  const bool brought = at > 0 && is_one_of(words[at - 1], kBrought);
  const bool resulted = at > 1 && words[at - 1] == "in" && is_one_of(words[at - 2], kWithIn);
  if ((!brought && !resulted) || !is_plain_noun(noun)) return {};
  return part.find(noun) == std::string_view::npos ? std::string() : noun;
}

// "Nausea (23%)": the noun right before the bracket. `goes_on`: behind another noun and its figure.
std::string noun_at_bracket(std::string_view part, bool goes_on) {
  const RateWords words = words_outside_brackets(part.substr(0, part.size() - 1));
  static constexpr std::string_view kOpensList[] = {
      "were",   "was", "are",     "included",   "including", "experienced", "reported", "developed", "had",
      "namely", "is",  "include", "complained", "suffered",  "achieved",    "being",    ":"};
  static constexpr std::string_view kGoesOn[] = {",", "and", "or", "the", "a", "an"};
  static constexpr std::string_view kDifference[] = {"difference", "differences", "similar", "change"};
  std::string noun;
  size_t at = words.size();
  while (at > 0 && !is_one_of(words[at - 1], kOpensList) && !is_one_of(words[at - 1], kGoesOn) &&
         words[at - 1] != "in") {
    noun = words[at - 1] + (noun.empty() ? "" : " ") + noun;
    --at;
  }
  static constexpr std::string_view kHowGood[] = {"low",  "high",    "rare",      "common",       "small",
                                                  "good", "poor",    "similar",   "satisfactory", "large",
                                                  "fair", "minimal", "excellent", "frequent"};
  if (!is_plain_noun(noun) || words.back().ends_with("ed") || is_one_of(noun, kHowGood) ||
      (goes_on && at > 0 && words[at - 1] == "including"))
    return {};
  // Behind a comma, or at the head of a sentence, it may be anything, a treatment too.
  const bool opened = at > 0 && is_one_of(words[at - 1], kOpensList);
  const bool of_difference = at > 1 && words[at - 1] == "in" && is_one_of(words[at - 2], kDifference);
  if (at > 0 && words[at - 1] == "in" && !of_difference) return {};
  if (!opened && !of_difference && !goes_on && plain_outcome_noun(noun).empty()) return {};
  return part.find(noun) == std::string_view::npos ? std::string() : noun;
}

// "Of X patients had severe headache": what stands behind the figure up to `tail`'s end.
std::string noun_behind(std::string_view tail, std::span<const Mention> named, size_t from,
                        std::string_view lower) {
  std::string text(tail);
  for (const Mention& mention : named) {
    if (mention.span.start < from || mention.span.end > from + tail.size()) continue;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(mention.span.start - from),
              text.begin() + static_cast<std::ptrdiff_t>(mention.span.end - from), ' ');
  }
  static constexpr std::string_view kBetweenFigureAndVerb[] = {
      "of",     "the",       "in",   "group", "arm", "receiving", "given",      "treated",
      "taking", "on",        "to",   "with",  "all", "assigned",  "randomised", "randomized",
      "these",  "allocated", "then", "also",  "our", "placebo",   "a"};
  static constexpr std::string_view kHadIt[] = {"had",       "experienced", "reported", "developed",
                                                "suffered",  "achieved",    "attained", "showed",
                                                "exhibited", "sustained",   "having",   "reporting"};
  const RateWords words = words_outside_brackets(text);
  size_t at = 0;
  while (at < words.size() &&
         (is_one_of(words[at], kBetweenFigureAndVerb) || names_people(words[at]) || words[at] == "mg"))
    ++at;
  if (at >= words.size() || !is_one_of(words[at], kHadIt)) return {};
  ++at;
  static constexpr std::string_view kBeforeNoun[] = {"a",  "an",    "any", "some", "the",
                                                     "at", "least", "one", "or",   "more"};
  while (at < words.size() && is_one_of(words[at], kBeforeNoun)) ++at;
  static constexpr std::string_view kNounEnds[] = {
      ",",      ";",     ":",       "and",   "compared", "versus", "vs",     "v",      "than",  "at",
      "after",  "with",  "on",      "while", "whereas",  "but",    "during", "within", "as",    "by",
      "in",     "for",   "when",    "over",  "who",      "which",  "that",   "from",   "to",    "following",
      "before", "under", "despite", "while", "because",  "due",    "only",   "using",  "during"};
  std::string noun;
  for (size_t i = at; i < words.size() && !is_one_of(words[i], kNounEnds); ++i)
    noun += (noun.empty() ? "" : " ") + words[i];
  // "Had improved", "had been", "reported feeling": verbs, which are read elsewhere.
  const std::string_view first = at < words.size() ? std::string_view(words[at]) : std::string_view();
  static constexpr std::string_view kNoNounFirst[] = {"been",  "to",         "not",     "no",
                                                      "never", "previously", "already", "neither"};
  if (first.ends_with("ed") || first.ends_with("ing") || first.ends_with("ly") ||
      is_one_of(first, kNoNounFirst) || !is_plain_noun(noun))
    return {};
  return lower.substr(from, tail.size()).find(noun) == std::string_view::npos ? std::string() : noun;
}

// "Nausea and headache occurred in 23% and 10%, respectively".
RateWords listed_outcomes(std::string_view words) {
  RateWords list;
  std::string text(words);
  for (size_t at = text.find(", and "); at != std::string::npos; at = text.find(", and "))
    text.replace(at, std::string_view(", and ").size(), ", ");
  if (const size_t last = text.rfind(" and "); last != std::string::npos)
    text.replace(last, std::string_view(" and ").size(), ", ");
  for (size_t from = 0; from <= text.size();) {
    const size_t sign = std::min(text.find(", ", from), text.size());
    list.emplace_back(trimmed(std::string_view(text).substr(from, sign - from)));
    from = sign + 2;
  }
  return list;
}

// Where several outcomes are counted in order, each rate its own; where that cannot be told, none.
void in_named_order(std::string_view lower, std::vector<ArmRate>& rates) {
  if (rates.size() < 2 || !has_phrase(lower, "respectively")) return;
  const std::string& first = rates.front().outcome;
  const bool several = first.find(" and ") != std::string::npos || first.find(", ") != std::string::npos;
  const bool same =
      std::all_of(rates.begin(), rates.end(), [&](const ArmRate& rate) { return rate.outcome == first; });
  const bool own_arms = std::all_of(rates.begin(), rates.end(), [&](const ArmRate& rate) {
    return !rate.arm.id.empty() && (&rate == &rates.front() || rate.arm.id != rates.front().arm.id);
  });
  if (!several || !same || own_arms) return;
  const RateWords list = listed_outcomes(first);
  const bool fits = list.size() == rates.size() &&
                    std::all_of(list.begin(), list.end(), [](const auto& one) { return is_plain_noun(one); });
  for (size_t i = 0; i < rates.size(); ++i) rates[i].outcome = fits ? list[i] : std::string();
}

// The part of the sentence before a rate: behind the rate before it and behind the last semicolon.
struct RatePart {
  size_t from = 0;
  bool goes_on = false;  // of the same clause as the rate before
};

RatePart part_before(std::string_view lower, std::span<const ArmRate> rates, size_t i) {
  RatePart part;
  const size_t start = rates[i].span.start;
  if (i > 0) {
    part.from = std::min(behind_bracket(lower, rates[i - 1].span.end), start);
    part.goes_on = true;
  }
  const size_t sign = lower.substr(part.from, start - part.from).rfind(';');
  if (sign == std::string_view::npos) return part;
  // "(23%; 12 of 50)": inside a bracket a semicolon ends nothing.
  const size_t open = lower.substr(0, part.from + sign).find_last_of("()");
  if (open != std::string_view::npos && lower[open] == '(') return part;
  return {part.from + sign + 1, false};
}

// "And 12 (75%) were positive": a verb of its own behind the figure tells what it counts.
bool acts_behind(std::string_view lower, std::span<const ArmRate> rates, size_t i) {
  const size_t next = i + 1 < rates.size() ? rates[i + 1].span.start : lower.size();
  const size_t behind = std::min(behind_bracket(lower, rates[i].span.end), next);
  static constexpr std::string_view kActs[] = {"were", "was", "had",   "are",
                                               "have", "did", "could", "remained"};
  for (const std::string& word : words_outside_brackets(lower.substr(behind, next - behind))) {
    if (is_one_of(word, kActs)) return true;
    if (word != "of" && word != "the" && word != "these" && word != "them" && !names_people(word))
      return false;
  }
  return false;
}

}  // namespace

void attach_outcomes(std::string_view lower, std::span<const Mention> named, std::vector<ArmRate>& rates) {
  std::vector<Counting> counted(rates.size());
  const auto accept = [&](const std::string& words) {
    return names_one_of(words, lower, named) || names_no_outcome(words) ? std::string() : words;
  };
  for (size_t i = 0; i < rates.size(); ++i) {
    const size_t start = rates[i].span.start;
    const RatePart part = part_before(lower, rates, i);
    const std::string_view segment = lower.substr(part.from, start - part.from);
    const bool follows = part.goes_on && only_links(segment, named, part.from);
    const size_t lead = part.goes_on ? links_end(segment, named, part.from) : 0;
    const bool own_part = !follows && (!part.goes_on || joint_before(segment, lead));
    if (own_part) {
      const std::string_view own = trimmed(segment.substr(lead));
      CountedWords before = outcome_before_rate(segment.substr(lead), segment.size() - lead);
      counted[i] = {accept(before.words), before.there, false};
      const size_t close = lower.find_first_of(")]", rates[i].span.end);
      const bool of_others = close != std::string_view::npos && lower.substr(close + 1).starts_with(" of ");
      if (counted[i].words.empty() && (own.ends_with('(') || own.ends_with('[')) && !of_others) {
        const bool in_list = part.goes_on && i > 0 && counted[i - 1].listed;
        counted[i].words = accept(noun_at_bracket(own, in_list));
        counted[i].listed = !counted[i].words.empty();
      }
      if (counted[i].words.empty() && i > 0 && part.goes_on && counted[i - 1].there)
        counted[i] = {accept(noun_led_to(own)), true, false};
      if (counted[i].words.empty()) counted[i].words = accept(noun_that_came(own));
      if (counted[i].words.empty() && is_plain_noun(own) && !plain_outcome_noun(own).empty())
        counted[i].words = accept(std::string(own));
    }
    if (counted[i].words.empty()) {
      const size_t next = i + 1 < rates.size() ? rates[i + 1].span.start : lower.size();
      const size_t behind = std::min(behind_bracket(lower, rates[i].span.end), next);
      std::string_view tail = lower.substr(behind, next - behind);
      tail = tail.substr(0, tail.find(';'));
      std::string noun = noun_behind(tail, named, behind, lower);
      if (noun.empty()) noun = predicate_behind_rate(tail);
      if (!noun.empty()) counted[i] = {accept(noun), false, true};
    }
    if (counted[i].words.empty() && follows && !acts_behind(lower, rates, i)) {
      counted[i] = counted[i - 1];
      counted[i].behind = false;
    }
  }
  // "20% of X patients and 8% of placebo patients had nausea"
  for (size_t i = rates.size(); i > 1; --i) {
    const RatePart part = part_before(lower, rates, i - 1);
    const size_t start = rates[i - 1].span.start;
    if (!counted[i - 2].words.empty() || !counted[i - 1].behind || !part.goes_on) continue;
    if (only_links(lower.substr(part.from, start - part.from), named, part.from))
      counted[i - 2] = counted[i - 1];
  }
  for (size_t i = 0; i < rates.size(); ++i) rates[i].outcome = std::move(counted[i].words);
  in_named_order(lower, rates);
}

bool holds_for_all(std::string_view lower, std::string_view outcome, std::span<const Mention> named,
                   std::span<const ArmRate> rates) {
  // "Baclofen was effective in 86%": the treatment is not what is counted.
  const std::string counted = lower_ascii(outcome);
  if (std::any_of(named.begin(), named.end(),
                  [&](const Mention& mention) { return mention.span.of(lower) == counted; }))
    return false;
  for (size_t i = 0; i < rates.size(); ++i) {
    if (!rates[i].outcome.empty() && rates[i].outcome != counted) return false;
    if (!rates[i].outcome.empty() || i == 0) continue;
    // Not said: of the same where no other noun can have come between.
    const RatePart part = part_before(lower, rates, i);
    const std::string_view segment = lower.substr(part.from, rates[i].span.start - part.from);
    if (!part.goes_on) return false;
    const size_t lead = links_end(segment, named, part.from);
    if (lead < segment.size() && joint_before(segment, lead)) return false;
  }
  return true;
}

}  // namespace attest
