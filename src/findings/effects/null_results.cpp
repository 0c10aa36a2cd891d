// A clause is parted where a new statement begins behind "and", "with" or a comma, so that what was alike of
// one outcome or beside one comparator is not said of another. "Similar" counts where two are held against
// each other: "similar reductions were seen in women" goes on with what was told before.
#include "findings/effects/null_results.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/one_of.h"
#include "text/brackets.h"
#include "text/phrases.h"
#include "text/word_bounds.h"

namespace attest {
namespace {

constexpr size_t kNoNull = std::string_view::npos;

// clang-format off
// A difference was seen, and chance may have made it.
constexpr std::string_view kByChance[] = {
    "not statistically significant", "not significant", "not reach statistical significance",
    "not reach significance", "not reach a significant", "not reach the level of", "not attain statistical",
    "not attain significance", "not achieve statistical", "not achieve significance",
    "failed to reach statistical", "failed to reach significance", "failed to achieve statistical",
    "fell short of statistical", "fell short of significance", "lost significance",
    "lost statistical significance", "no longer significant", "no longer statistically significant",
    "nonsignificant*", "non-significant*", "statistically insignificant", "not significantly so",
    "without statistical significance", "without reaching statistical", "without reaching significance",
    "of no statistical significance", "not statistically different",
    "not found to be statistically significant",
    "not found to be significant", "not be statistically significant", "neither statistically significant",
    "not able to show a statistically significant", "not able to show a significant",
    "unable to show a significant", "unable to show a statistically significant",
    "unable to demonstrate a significant", "unable to demonstrate a statistically significant",
    "not able to demonstrate a significant", "not meet statistical significance", "without significance",
    "not statistically significantly",
};
constexpr std::string_view kAlikeWords[] = {
    "no difference", "no significant difference", "did not differ", "not significantly different",
    "no better",
    "made no difference", "non-inferior", "noninferior", "as good as",
    "as effective as", "as efficacious as", "no clear difference",
    "not superior", "equally effective", "equally efficacious", "equally well",
    "no statistically significant", "did not improve", "no improvement", "no effect",
    "similar", "comparable", "similarly effective",
    "did not reduce", "no benefit", "did not benefit",
    "no measurable difference", "not differ",
    "did not significantly", "not inferior", "not different", "no different", "no statistical difference*",
    "no differences", "no significant differences", "no significant change*", "no significant effect*",
    "no significant between-group", "no between-group", "did not change", "did not affect", "did not alter",
    "did not influence", "did not vary", "no significant association*", "does not improve", "do not improve",
    "does not reduce", "do not reduce", "failed to improve", "failed to reduce", "failed to prevent",
    "not significantly differ", "were equal in", "was equal in",
};
// Alike are the findings of others, the condition that is told of, or what things are like.
constexpr std::string_view kOfOthers[] = {
    "similar finding*", "similar result*", "similar stud*", "similar trial*", "similar design",
    "previous stud*", "similar pattern*", "comparable stud*", "comparable trial*", "similar condition*",
    "similar patients", "and similar patients", "similar manner", "similar way", "similar ways",
    "similar fashion", "similar lines", "similar mode*", "similar mechanism*", "similar drugs",
    "similar agents", "similar compounds", "similar setting*", "similar population*", "similar age",
    "similar protocol*", "similar method*", "similar analys*", "similar symptom*", "similar case*",
    "and similar", "sufficiently similar", "clinically similar", "similar in design",
};
// Before "similar": a circumstance.
constexpr std::string_view kCircumstances[] = {"at", "at a", "at the", "despite", "despite a", "spite of",
                                               "of", "under", "for a", "over a", "on a",
                                               "from", "using"};
constexpr std::string_view kAtStart[] = {
    "baseline", "at entry", "at randomisation", "at randomization", "at inclusion", "at enrolment",
    "at enrollment", "at the start", "at admission", "before treatment", "before therapy", "pretreatment",
    "pre-treatment", "demographic*", "characteristics", "in age", "age and sex", "with respect to age",
    "were well matched", "preoperative*",
};
// What groups have at the end may be named beside what they had at the start.
constexpr std::string_view kFromStart[] = {
    "change from baseline", "changes from baseline", "from baseline", "compared with baseline",
    "compared to baseline", "postoperative*", "than at baseline",
};
// Behind "similar": how much something was changed.
constexpr std::string_view kChangesNamed[] = {
    "reduction*", "decrease*", "improvement*", "increase*", "fall", "falls", "effect", "effects", "benefit*",
    "response*", "rise", "rises", "gain*", "decline*", "changes", "change",
};
constexpr std::string_view kOfTwo[] = {
    "both", "two", "three", "four", "between", "groups", "either", "all", "arms", "regimens", "drugs",
    "treatments", "each", "to that", "to those", "similar to", "comparable to", "comparable with",
    "with those",
    "with that", "extent", "degree", "than", "compounds", "agents", "across", "irrespective of",
    "regardless of",
};
constexpr std::string_view kChangeTold[] = {
    "reduced", "reduces", "improved", "improves", "lower", "lowered", "lowers", "decreased", "decreases",
    "fewer", "greater", "higher", "increased", "increases", "less", "more", "better", "worse", "worsened",
    "superior", "inferior", "shorter", "longer", "faster", "slower", "larger", "smaller", "rose", "fell",
    "prevented", "prevents", "prolonged", "shortened", "declined", "favoured", "favored", "beneficial",
    "earlier", "relieved", "alleviated", "ameliorated", "deteriorated", "dropped", "raised",
};
constexpr std::string_view kPartsOfBody[] = {"extremity", "extremities", "limb", "limbs", "dose", "doses",
                                             "urinary", "respiratory", "back", "gastrointestinal",
                                             "abdominal", "dosage", "dosages", "dosing", "lobe", "lobes"};
constexpr std::string_view kDenyingTold[] = {"not", "no", "neither", "nor", "without", "failed", "fails",
                                             "never", "cannot"};
// They point back to what was told, or name only that there was a difference.
constexpr std::string_view kPointingBack[] = {
    "this", "these", "the", "that", "those", "it", "they", "which", "both", "difference", "differences",
    "reduction", "reductions", "effect", "effects", "change", "changes", "increase", "increases",
    "decrease", "decreases", "trend", "trends", "improvement", "improvements", "result", "results",
    "finding", "findings", "benefit", "was", "were", "is", "are", "did", "does", "had", "has", "all", "of",
    "a", "an", "observed", "overall", "however", "seen", "not", "none", "neither", "do", "have", "by", "so",
    "between", "group", "groups", "two", "treatment", "treatments", "arms", "three", "we", "but",
};
// Of another time or outcome is what goes on with these.
constexpr std::string_view kOfAnother[] = {"for", "in", "with", "on", "regarding", "at", "among", "when",
                                           "between", "than", "from", "to"};
constexpr std::string_view kSettings[] = {"in", "at", "with", "after", "compared", "among", "for", "during",
                                          "when", "unlike", "as", "over", "within", "by", "under", "because"};
// clang-format on

std::string_view first_word(std::string_view text) {
  const size_t start = std::min(text.find_first_not_of(" ,;:.-"), text.size());
  return text.substr(start, word_end(text, start) - start);
}

NullCue earliest(std::string_view lower, std::span<const std::string_view> phrases) {
  NullCue cue;
  if (!has_any_phrase(lower, phrases)) return cue;
  for (const std::string_view phrase : phrases) {
    const size_t at = find_phrase(lower, phrase);
    if (at == kNoNull) continue;
    const NullCue here{at, at + phrase.size() - (phrase.ends_with('*') ? 1 : 0)};
    if (!cue.found() || here.start < cue.start || (here.start == cue.start && here.end > cue.end)) cue = here;
  }
  return cue;
}

bool is_likeness(std::string_view lower, NullCue cue) {
  const std::string_view said = lower.substr(cue.start, cue.end - cue.start);
  return said == "similar" || said == "comparable";
}

bool stands_in_circumstance(std::string_view lower, size_t at) {
  std::string_view before = lower.substr(0, at);
  while (before.ends_with(' ')) before.remove_suffix(1);
  return std::any_of(std::begin(kCircumstances), std::end(kCircumstances), [&](std::string_view words) {
    return before.ends_with(words) &&
           (before.size() == words.size() || before[before.size() - words.size() - 1] == ' ');
  });
}

// "Similar reductions in stroke were seen in women": the like of what was told, unless of two.
bool is_like_before(std::string_view part, NullCue cue, size_t named) {
  constexpr size_t kReach = 48;
  const std::string_view behind = part.substr(cue.end, kReach);
  return has_any_phrase(behind.substr(0, behind.find(',')), kChangesNamed) && named < 2 &&
         !has_any_phrase(part, kOfTwo);
}

// Without cutting inside "more than 10" or "lower limb"; a denial shortly before it denies it.
bool tells_change(std::string_view part) {
  static constexpr std::string_view kConcluding[] = {"indicating", "suggesting", "implying"};
  if (is_one_of(first_word(part), kConcluding)) return false;
  for (const std::string_view word : kChangeTold) {
    for (size_t at = find_phrase(part, word); at != kNoNull; at = find_phrase(part, word, at + 1)) {
      const size_t end = at + word.size();
      const std::string_view next = first_word(part.substr(end));
      if (is_one_of(next, kPartsOfBody)) continue;
      static constexpr std::string_view kLeadingIn[] = {"importantly", "specifically", "precisely",
                                                        "recently", "interestingly"};
      if (is_one_of(next, kLeadingIn)) continue;
      const size_t than = next == "than" ? part.find_first_not_of(' ', part.find("than", end) + 4) : kNoNull;
      if (than != kNoNull && is_digit(part[than])) continue;
      bool denied = false;
      size_t place = at;
      for (size_t words = 0; words < 4; ++words) {
        const std::string_view before = word_ending(part, place);
        if (before.empty()) break;
        denied = denied || is_one_of(before, kDenyingTold) || before == "whether";
        place = static_cast<size_t>(before.data() - part.data());
      }
      if (!denied) return true;
    }
  }
  return false;
}

bool points_back(std::string_view before) {
  for (size_t at = 0; at < before.size();) {
    if (!is_letter(before[at])) {
      ++at;
      continue;
    }
    const size_t end = word_end(before, at);
    if (!is_one_of(before.substr(at, end - at), kPointingBack)) return false;
    at = end;
  }
  return true;
}

NullSaid null_of(std::string_view part, size_t named) {
  const NullCue chance = earliest(part, kByChance);
  if (chance.found()) {
    if (!points_back(part.substr(0, chance.start))) return NullSaid::kAlike;
    size_t end = chance.end;
    while (end < part.size() && is_letter(part[end])) ++end;
    std::string_view next = first_word(part.substr(end));
    if (next == "significance" || next == "level")
      next = first_word(part.substr(part.find(next, end) + next.size()));
    return is_one_of(next, kOfAnother) ? NullSaid::kAlike : NullSaid::kTakenBack;
  }
  const NullCue cue = find_null(part);
  if (!cue.found()) return NullSaid::kUnsaid;
  // "The two groups were similar", and not "events in the two groups were similar".
  // "Dry mouth was more common, but tolerability was otherwise comparable": the rest of it.
  if (has_phrase(part, "otherwise")) return NullSaid::kAside;
  static constexpr std::string_view kWhoWere[] = {"groups were", "groups are", "arms were", "patients were"};
  const std::string_view subject = part.substr(0, cue.start);
  if (is_likeness(part, cue) && has_any_phrase(subject, kWhoWere) && !has_any_phrase(subject, kSettings))
    return NullSaid::kAside;
  if (has_any_phrase(part, kAtStart) && !has_any_phrase(part, kFromStart)) return NullSaid::kAside;
  if (!is_likeness(part, cue)) return NullSaid::kAlike;
  if (stands_in_circumstance(part, cue.start)) return NullSaid::kAside;
  return is_like_before(part, cue, named) ? NullSaid::kUnsaid : NullSaid::kAlike;
}

// "Normal saline (NS)", "nephrotic syndrome (NS)": a short form of the two words before it.
bool shortens_name(std::string_view before) {
  const std::string_view last = word_ending(before, before.size());
  if (!last.starts_with('s')) return false;
  return word_ending(before, static_cast<size_t>(last.data() - before.data())).starts_with('n');
}

// "(p = NS)", and no p-value beside it that is small.
bool is_marked_by_chance(std::string_view part) {
  static constexpr std::string_view kMarks[] = {"= ns",
                                                "=ns",
                                                "(ns",
                                                "= n.s",
                                                "=n.s",
                                                "(n.s",
                                                "(not significant",
                                                "(nonsignificant",
                                                "(non-significant",
                                                "(p ns",
                                                "(p not significant"};
  static constexpr std::string_view kSmall[] = {"p <",   "p<",     "p less than", "p = 0.0",
                                                "p=0.0", "p = .0", "p=.0"};
  const auto holds = [&](std::string_view mark) {
    const size_t at = part.find(mark);
    return at != kNoNull && (at + mark.size() == part.size() || !is_letter(part[at + mark.size()])) &&
           !(mark.front() == '(' && shortens_name(part.substr(0, at)));
  };
  return std::any_of(std::begin(kMarks), std::end(kMarks), holds) &&
         std::none_of(std::begin(kSmall), std::end(kSmall),
                      [&](std::string_view mark) { return part.find(mark) != kNoNull; });
}

// A new statement begins behind "and": a change, or what is alike, within a few words.
bool begins_anew(std::string_view behind) {
  constexpr size_t kWords = 4;
  size_t at = 0;
  size_t words = 0;
  while (at < behind.size() && words < kWords && behind[at] != ',') {
    if (!is_letter(behind[at])) {
      ++at;
      continue;
    }
    at = word_end(behind, at);
    ++words;
  }
  const std::string_view opening = behind.substr(0, at);
  return tells_change(opening) || has_phrase(opening, "as effective") || has_phrase(opening, "similar") ||
         has_phrase(opening, "comparable") || has_phrase(opening, "equally") || has_phrase(opening, "not") ||
         has_phrase(opening, "no");
}

}  // namespace

NullCue find_null(std::string_view lower) {
  const NullCue chance = earliest(lower, kByChance);
  NullCue alike = earliest(lower, kAlikeWords);
  if (alike.found() && is_likeness(lower, alike) && has_any_phrase(lower, kOfOthers)) {
    alike = {};
    for (const std::string_view phrase : kAlikeWords) {
      const size_t at = find_phrase(lower, phrase);
      if (phrase == "similar" || phrase == "comparable" || at == kNoNull) continue;
      if (!alike.found() || at < alike.start) alike = {at, at + phrase.size()};
    }
  }
  if (!chance.found()) return alike;
  return alike.found() && alike.start < chance.start ? alike : chance;
}

bool is_left_to_chance(std::string_view lower) { return has_any_phrase(lower, kByChance); }

bool takes_back(std::string_view clause) {
  static constexpr std::string_view kLeads[] = {"but", "although", "though", "however", "yet", "and"};
  clause.remove_prefix(std::min(clause.find_first_not_of(" ,;"), clause.size()));
  const std::string_view lead = first_word(clause);
  if (is_one_of(lead, kLeads)) clause.remove_prefix(lead.size());
  return null_of(clause, 0) == NullSaid::kTakenBack;
}

std::vector<ResultStatement> statements_of(std::string_view lower, Clause clause,
                                           std::span<const Mention> named) {
  const std::string plain = text_outside_brackets(lower.substr(clause.start, clause.end - clause.start));
  const std::string_view text = plain;
  std::vector<size_t> cuts{0};
  // "Both lowered X, Y and Z to a similar extent": of all of it.
  static constexpr std::string_view kToAnExtent[] = {"similar extent",    "similar degree",
                                                     "comparable extent", "comparable degree",
                                                     "same extent",       "same degree"};
  const bool to_an_extent = has_any_phrase(text, kToAnExtent);
  const auto cut_at = [&](std::string_view mark, bool always) {
    for (size_t at = text.find(mark); at != kNoNull; at = text.find(mark, at + 1)) {
      const std::string_view behind = text.substr(at + mark.size());
      // "Between X and lower doses", "with both X and reduced Y": one statement.
      const std::string_view before = text.substr(0, at);
      const size_t pair = std::max(before.rfind("between ") + 1, before.rfind("both ") + 1);
      bool paired = mark == " and " && pair > 0 && before.find(" and ", pair) == kNoNull;
      // "X and Y had similar effects".
      const size_t next = clause.start + at + mark.size();
      paired = paired || std::any_of(named.begin(), named.end(), [&](const Mention& mention) {
                 return mention.span.start <= next && next < mention.span.end;
               });
      if (always || (!paired && begins_anew(behind))) cuts.push_back(at + mark.size());
    }
  };
  cut_at(", and ", true);
  cut_at(" and ", false);
  cut_at(", with ", true);
  for (size_t at = text.find(" without "); at != kNoNull; at = text.find(" without ", at + 1))
    cuts.push_back(at + 1);
  for (const std::string_view mark : {" with similar ", " with comparable ", " with no "}) {
    const size_t at = text.find(mark);
    if (at != kNoNull && word_ending(text, at) != "associated") cuts.push_back(at + 6);
  }
  // "Although pain was similar, X…": the clause that was opened by such a word ends at its comma.
  const std::string_view lead = word_ending(lower, clause.start);
  static constexpr std::string_view kConceding[] = {"although", "though", "while", "whereas"};
  if (is_one_of(lead, kConceding)) {
    if (const size_t comma = text.find(", "); comma != kNoNull) cuts.push_back(comma + 2);
  }
  // Behind what is alike, and before it unless that only says where.
  if (const NullCue cue = find_null(text); cue.found()) {
    if (const size_t comma = text.find(", ", cue.end); comma != kNoNull) cuts.push_back(comma + 2);
    if (const size_t comma = text.substr(0, cue.start).rfind(", "); comma != kNoNull) {
      if (!is_one_of(first_word(text), kSettings)) cuts.push_back(comma + 2);
    }
  }
  if (to_an_extent) cuts.assign(1, 0);
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  const auto here = std::count_if(named.begin(), named.end(), [&](const Mention& mention) {
    return mention.span.start >= clause.start && mention.span.end <= clause.end;
  });
  std::vector<ResultStatement> statements;
  for (size_t i = 0; i < cuts.size(); ++i) {
    const size_t end = i + 1 < cuts.size() ? cuts[i + 1] : text.size();
    const std::string_view part = text.substr(cuts[i], end - cuts[i]);
    ResultStatement one;
    one.place = {clause.start + cuts[i], clause.start + end};
    one.null = null_of(part, static_cast<size_t>(here));
    if (one.null == NullSaid::kUnsaid &&
        is_marked_by_chance(lower.substr(one.place.start, one.place.end - one.place.start)))
      one.null = NullSaid::kAlike;
    one.told = one.null == NullSaid::kUnsaid && tells_change(part);
    statements.push_back(one);
  }
  return statements;
}

}  // namespace attest
