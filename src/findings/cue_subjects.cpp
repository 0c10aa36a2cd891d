#include "findings/cue_subjects.h"

#include <algorithm>

#include "base/affix.h"
#include "base/ascii.h"
#include "findings/advice/lost_place.h"
#include "findings/cue_links.h"
#include "findings/names/between_names.h"
#include "findings/names/combinations.h"
#include "text/brackets.h"
#include "text/people_words.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr size_t kNotInClause = std::string_view::npos;

// clang-format off
constexpr std::string_view kSettingAside[] = {
    "withdrawal of", "withdrawing", "discontinu*", "stopping", "cessation of", "without",
    "over", "instead of",
    "rather than", "unless", "except", "except for", "contraindicat*", "contra-indicat*", "allerg*",
    "intoleran*", "not tolerat*", "cannot tolerate", "cannot take", "unable to take", "after", "following",
    "failure of", "failing", "failed", "fail", "than", "compared with", "compared to", "comparison with",
    "comparable to", "versus", "vs", "despite", "resistant to", "resistance to", "refractory to",
    "unresponsive to", "not respond*", "nonresponders to", "inadequate response to",
    "added to", "add-on to",
    "adjunct to", "adjunctive to", "in addition to", "history of", "prior", "previous",
    "recent", "undergoing",
    "awaiting", "superior to", "inferior to", "alternative to", "alternatives to", "replac*", "against",
    "before", "until", "in combination with", "combined with", "in conjunction with",
    "together with", "like", "followed by",
    "as well as with", "relating to", "similar to", "equivalent to", "not", "avoid", "avoiding", "non",
    "such a", "side effects of", "risk of", "risks of", "toxicity of", "unlike",
    "contrast to", "as opposed to", "other than", "apart from",
};
constexpr std::string_view kStops[] = {
    "is", "are", "was", "were", "be", "been", "should", "must", "may", "can", "will", "has",
    "have", "offer",
    "use", "give", "receive", "start", "recommend*", "suggest*", "prescribe", "consider", "the following",
};
// Words of time and place behind a preposition are circumstances, and so are people.
constexpr std::string_view kOblique[] = {
    "with", "of", "in", "on", "for", "to", "by", "from", "among", "using", "taking", "receiving", "during",
    "given", "via", "between", "at", "tolerating", "requiring", "needing",
};
// "The use of X", "treatment with X", "treated with X" are X.
constexpr std::string_view kLightHeads[] = {
    "use", "uses", "administration", "injection", "injections", "combination", "course", "courses", "trial",
    "dose", "doses", "protocol", "therapy", "treatment", "treatments", "prophylaxis", "management",
    "monotherapy", "treat",
    "treated", "manage", "managed", "initiation", "form", "forms", "type", "types", "choice", "start",
    "started", "begin", "begun", "line", "agents", "drugs", "therapies", "agent", "drug",
    "consist", "consists",
    "regimen", "regimens", "eradication", "supplementation", "provision", "application",
    "infusion", "trials",
    "switch", "switched", "switching", "step", "approach", "support", "supports", "value", "recommendation",
    "advice", "class", "group",
};
// clang-format on

std::string_view words_before(std::string_view lower, size_t start, size_t most) {
  size_t from = start;
  size_t words = 0;
  while (from > 0 && words < most) {
    while (from > 0 && lower[from - 1] == ' ') --from;
    while (from > 0 && lower[from - 1] != ' ') --from;
    ++words;
  }
  return lower.substr(from, start - from);
}

// What stands before a name and behind `from`, without what a comma, a bracket or a verb parts from it.
std::string_view phrase_before(std::string_view lower, size_t start, size_t from) {
  constexpr size_t kWords = 5;
  std::string_view before = words_before(lower, start, kWords);
  if (start - before.size() < from) before = lower.substr(from, start - from);
  const size_t mark = before.find_last_of(",;:");
  if (mark != kNotInClause) before = before.substr(mark + 1);
  const size_t closed = before.rfind(')');
  if (closed != kNotInClause) before = before.substr(closed + 1);
  for (const std::string_view stop : kStops) {
    for (size_t at = find_phrase(before, stop); at != kNotInClause; at = find_phrase(before, stop)) {
      size_t end = at + stop.size();
      while (end < before.size() && is_lower(before[end])) ++end;
      before = before.substr(end);
    }
  }
  return before;
}

// "In women", "for those on X": a circumstance, unless the head is a word that says no more than the name.
bool is_circumstance(std::string_view lower, size_t start, size_t from) {
  const std::string_view before = phrase_before(lower, start, from);
  // The preposition that stands nearest, at most two words before the name.
  size_t at = kNotInClause;
  size_t end = 0;
  for (const std::string_view word : kOblique) {
    for (size_t i = find_phrase(before, word); i != kNotInClause; i = find_phrase(before, word, i + 1)) {
      if (at == kNotInClause || i > at) {
        at = i;
        end = i + word.size();
      }
    }
  }
  if (at == kNotInClause) return false;
  constexpr std::ptrdiff_t kAdjectives = 2;
  const std::string_view between = before.substr(end);
  if (std::count(between.begin(), between.end(), ' ') > kAdjectives + 1) return false;
  // "Low-dose X in Y" is another matter: a list word between ends the phrase of the preposition.
  const std::string_view head = words_before(lower, start - before.size() + at, 1);
  const std::string_view word = head.substr(0, head.find_last_not_of(' ') + 1);
  return std::find(std::begin(kLightHeads), std::end(kLightHeads), word) == std::end(kLightHeads);
}

std::string_view gap_between(std::string_view lower, const Mention& a, const Mention& b) {
  const size_t from = std::min<size_t>(a.span.end, lower.size());
  const size_t to = std::max<size_t>(b.span.start, from);
  return lower.substr(from, to - from);
}

bool lists(std::string_view gap) {
  static constexpr std::string_view kFormsOfBe[] = {"is", "are", "was", "were", "should", "may", "can"};
  return is_list_gap(gap) && !has_any_phrase(gap, kFormsOfBe);
}

bool joins(std::string_view gap) {
  // "Irradiation (Sr-90) or cryotherapy".
  const std::string outside = without_round_brackets(gap);
  std::string_view between = outside;
  while (between.starts_with("  ")) between.remove_prefix(1);
  return between == " and " || between == " or " || between == " and/or " || between == "/";
}

}  // namespace

bool is_set_aside(std::string_view lower, size_t start, size_t from) {
  const std::string_view before = phrase_before(lower, start, from);
  for (const std::string_view phrase : kSettingAside) {
    const size_t at = find_phrase(before, phrase);
    if (at == kNotInClause) continue;
    // "Patients over 65", "after 6 weeks": a figure, not the name.
    if (std::any_of(before.begin() + static_cast<std::ptrdiff_t>(at), before.end(), is_digit)) continue;
    return true;
  }
  return false;
}

namespace {

// "Sertraline (an SSRI), citalopram": what a bracket says of the name before it stands outside the list of
// names. A cue in the same bracket is said of what stands there. `row`: the names before that count.
bool explains_name(std::string_view lower, ByteSpan name, size_t cue, const std::vector<Mention>& row) {
  const size_t opened = lower.substr(0, name.start).rfind('(');
  if (opened == kNotInClause || lower.substr(opened, name.start - opened).find(')') != kNotInClause)
    return false;
  const size_t closed = lower.find(')', name.end);
  if (closed == kNotInClause || (cue > opened && cue < closed)) return false;
  constexpr size_t kNounBytesMax = 14;  // "SSRI drugs (…)"
  return !row.empty() && row.back().span.end <= opened && opened - row.back().span.end <= kNounBytesMax;
}

// "Higher doses of X should be reserved for…", "high-dose X": some doses of it, not the thing.
bool speaks_of_doses(std::string_view lower, ByteSpan name) {
  constexpr size_t kNear = 24;
  const std::string_view before =
      lower.substr(name.start > kNear ? name.start - kNear : 0, std::min<size_t>(name.start, kNear));
  return lower.substr(std::min<size_t>(name.end, lower.size())).starts_with(" dos") ||
         before.ends_with("-dose ") || before.ends_with("doses of ") || before.ends_with("dose of ");
}

// "Treat hypertension with X": what the cue names stands behind "with", unless that tells of people.
bool is_treated_with(std::string_view lower, size_t start, size_t end, ByteSpan name) {
  const std::string_view cue = lower.substr(start, end - start);
  if (end >= name.start || !(cue.ends_with("treat") || cue.ends_with("treated"))) return false;
  std::string_view between = lower.substr(end, name.start - end);
  if (!between.ends_with(" with ") || between.find_first_of(",;:") != kNotInClause) return false;
  between.remove_suffix(std::string_view(" with ").size());
  return !between.ends_with("those") && !between.ends_with("anyone") &&
         !ends_with_one_of(between, kPeopleNouns);
}

std::vector<size_t> subjects_among(std::string_view lower, Clause clause, size_t start, size_t end,
                                   const std::vector<Mention>& named, CueForm form, bool against) {
  std::vector<bool> open(named.size(), false);
  for (size_t i = 0; i < named.size(); ++i) {
    const ByteSpan span = named[i].span;
    if (named[i].is_control || span.start < clause.start || span.end > clause.end) continue;
    const bool listed_aside = i > 0 && !open[i - 1] && named[i - 1].span.start >= clause.start &&
                              joins(gap_between(lower, named[i - 1], named[i]));
    if (form == CueForm::kLine && lower.substr(start).starts_with("reserved") && speaks_of_doses(lower, span))
      continue;
    if (form == CueForm::kLine && is_replaced(lower, clause, start, span)) continue;
    // "The mainstay of surgical treatment is Y": what it is the mainstay of.
    if (form == CueForm::kLine && span.start == end + 1 && lower.substr(start, end - start).ends_with(" of"))
      continue;
    const size_t from = end <= span.start ? end : 0;  // "recommends against X": the cue sets nothing aside
    open[i] = !listed_aside && !is_set_aside(lower, span.start, from) &&
              (is_treated_with(lower, start, end, span) || !is_circumstance(lower, span.start, from)) &&
              !is_quality(lower.substr(span.end));
  }
  size_t before = named.size();
  size_t behind = named.size();
  for (size_t i = 0; i < named.size(); ++i) {
    if (!open[i]) continue;
    if (named[i].span.end <= start) before = i;
    if (named[i].span.start >= end && behind == named.size()) behind = i;
  }
  constexpr size_t kFarBytes = 110;
  const auto gap_to = [&](size_t i) {
    if (i == named.size()) return std::string_view();
    const ByteSpan span = named[i].span;
    return span.end <= start ? lower.substr(span.end, start - span.end) : lower.substr(end, span.start - end);
  };
  bool from_before = before != named.size();
  bool from_behind = behind != named.size();
  const std::string_view cue = lower.substr(start, end - start);
  if (form == CueForm::kLine) {
    // "It should be the first antihypertensive used": behind the cue stands a kind of it.
    from_behind = from_behind && cue != "should be the first";
    from_before = from_before && is_linked_before(gap_to(before));
    static constexpr std::string_view kEqual[] = {"is", "are", "be", "remain*", "includ*", "consist*"};
    const bool ought = says_what_ought_to_be(lower.substr(clause.start, clause.end - clause.start));
    from_behind = from_behind &&
                  (cue.ends_with(" with") || is_advised_behind(gap_to(behind)) ||
                   (is_linked_behind(gap_to(behind)) && (ought || has_any_phrase(gap_to(behind), kEqual) ||
                                                         gap_to(behind).find(':') != kNotInClause)));
    if (from_before && from_behind) {
      // "X is the first-line chemotherapy": what stands right behind the cue is the kind that X is of.
      const bool of_kind = gap_to(behind) == " " && has_linking_verb(gap_to(before)) &&
                           gap_to(before).find_first_of(",;") == kNotInClause;
      from_before = of_kind || gap_to(before).size() <= gap_to(behind).size();
      from_behind = !from_before;
    }
  } else if (form == CueForm::kPassive) {
    from_behind = from_behind && !from_before &&
                  !speaks_of_something_else(lower.substr(clause.start, start - clause.start), gap_to(behind));
    // " - " parts the rows of a list.
    const bool of_other_row = from_before && gap_to(before).find(" - ") != kNotInClause;
    if (from_before && (of_other_row || has_own_subject(gap_to(before)))) return {};
  } else {
    from_before = from_before && !from_behind;
  }
  std::vector<size_t> subjects;
  if (!from_before && !from_behind) return subjects;
  const size_t nearest = from_before ? before : behind;
  constexpr size_t kObjectFarBytes = 48;
  if (form == CueForm::kLine && gap_to(nearest).size() > kFarBytes) return subjects;
  if (against && from_behind && gap_to(nearest).size() > kObjectFarBytes) return subjects;
  size_t first = nearest;
  size_t last = nearest;
  while (first > 0 && open[first - 1] && lists(gap_between(lower, named[first - 1], named[first]))) --first;
  while (last + 1 < named.size() && open[last + 1] && lists(gap_between(lower, named[last], named[last + 1])))
    ++last;
  // "The first-line agents that form the core of regimens include A, B and C": each is one of them.
  static constexpr std::string_view kSingleThings[] = {"agents", "drugs", "medications", "medicines",
                                                       "antibiotics"};
  constexpr size_t kNounBytes = 30;
  const bool single = form == CueForm::kLine && from_behind && first != last &&
                      has_any_phrase(lower.substr(end, kNounBytes), kSingleThings);
  const bool whole = (first == last && is_combination(named[first].id)) || single;
  if ((form == CueForm::kLine || against) && !whole) {
    if (is_of_combination(lower, named[first].span, named[last].span)) return subjects;
    for (size_t i = first; i <= last; ++i) {
      if (is_part_of_combination(lower, named[i].span)) return subjects;
    }
  }
  for (size_t i = first; i <= last; ++i) subjects.push_back(i);
  // What a body recommends it may go on to name: "recommend X in adults, Y in children".
  if (form == CueForm::kActive && from_behind && !against) {
    for (size_t i = last + 1; i < named.size(); ++i) {
      if (open[i]) subjects.push_back(i);
    }
  }
  return subjects;
}

}  // namespace

std::vector<size_t> subjects_of_cue(std::string_view lower, Clause clause, size_t start, size_t end,
                                    const std::vector<Mention>& named, CueForm form, bool against) {
  std::vector<Mention> in_row;
  std::vector<size_t> numbers;
  for (size_t i = 0; i < named.size(); ++i) {
    if (explains_name(lower, named[i].span, start, in_row)) continue;
    in_row.push_back(named[i]);
    numbers.push_back(i);
  }
  std::vector<size_t> subjects = subjects_among(lower, clause, start, end, in_row, form, against);
  for (size_t& subject : subjects) subject = numbers[subject];
  if (!subjects.empty() || in_row.size() == named.size()) return subjects;
  // "The target of cognitive behavioural therapy (CBT), which is…": the short form tells of it.
  return subjects_among(lower, clause, start, end, named, form, against);
}

}  // namespace attest
