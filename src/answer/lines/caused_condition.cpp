// Asked for the treatment of agranulocytosis, documents on clozapine are found, because it causes it; they
// recommend clozapine (for something else), and count agranulocytosis under it. What stands between the name
// of a treatment and that of the condition tells which of the two it is:
// - cause: "X causes C", "X-induced C", "C due to X", "X increases the risk of C", "X … limited by C", and in
//   the title "X and the risk of C", "C with X";
// - treatment: "X for C", "treatment of C with X", "X improved C".
// A treatment of which only the first is said is left out. Of one of which neither is said, results that
// count the condition itself ("C occurred in 30% with X") are left out, unless it came up less often than
// with nothing.
#include "answer/lines/caused_condition.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "answer/choice/section_plans.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "evidence/condition_names.h"
#include "evidence/relevance.h"
#include "text/phrases.h"

namespace attest {
namespace {

// Between a treatment and the condition: the first brings the second.
constexpr std::string_view kBrings[] = {"cause",          "causes",          "caused",
                                        "causing",        "induce",          "induces",
                                        "induced",        "inducing",        "increase* the risk",
                                        "increased risk", "increases risk",  "increase in the risk",
                                        "higher risk",    "greater risk",    "elevated risk",
                                        "risk of",        "risks of",        "associated with",
                                        "associated to",  "lead to",         "leads to",
                                        "led to",         "leading to",      "result in",
                                        "resulted in",    "results in",      "precipitate*",
                                        "provoke*",       "exacerbate*",     "aggravate*",
                                        "worsen*",        "adverse*",        "side effect*",
                                        "side-effect*",   "toxicity",        "limited by",
                                        "complicated by", "responsible for", "ability to cause",
                                        "predispose*",    "trigger*"};
// Between the condition and a treatment: the second brought the first.
constexpr std::string_view kBroughtBy[] = {"caused by",          "induced by",           "due to",
                                           "secondary to",       "associated with",      "related to",
                                           "attributed to",      "attributable to",      "resulting from",
                                           "triggered by",       "precipitated by",      "side effect* of",
                                           "adverse effect* of", "adverse reaction* to", "complication* of",
                                           "side-effect* of",    "toxicity of",          "provoked by"};
// Anything of this between the two, and the sentence says something else.
constexpr std::string_view kEases[] = {
    "reduc*",  "prevent*",    "lower*",   "decreas*", "less",      "fewer",  "not",    "no",
    "without", "treat*",      "protect*", "improv*",  "reliev*",   "relief", "resol*", "never",
    "manag*",  "therap*",     "cure*",    "control*", "effective", "rather", "unlike", "withdraw*",
    "stop*",   "discontinu*", "recover*", "neither",  "nor",       "avoid*"};
constexpr std::string_view kTreatsBefore[] = {"treat",          "treats",         "treating",
                                              "treatment of",   "treatment for",  "management of",
                                              "therapy for",    "therapy of",     "improve*",
                                              "improving",      "reliev*",        "relief of",
                                              "cure*",          "healing of",     "resolution of",
                                              "resolve*",       "effective in",   "effective against",
                                              "effective for",  "efficacy in",    "benefit in",
                                              "remission of",   "control of",     "prescribed for",
                                              "indicated for",  "indicated in",   "recommended for",
                                              "recommended in", "used for",       "given for",
                                              "therapies for",  "treatments for", "drugs for",
                                              "suppress*",      "option for",     "therapy in",
                                              "treatment in",   "management in",  "eas*"};
// Who has less of it was not treated for it, but it is not caused either.
constexpr std::string_view kPreventsBefore[] = {"prevent*", "prophylaxis", "reduc*",
                                                "lower*",   "decreas*",    "fewer"};
constexpr std::string_view kTreatsBehind[] = {"treatment", "therapy",    "management",  "treated with",
                                              "responded", "responds",   "improved",    "resolved",
                                              "subsided",  "is treated", "was treated", "were treated"};
// "Admitted for", "a risk factor for": no purpose.
constexpr std::string_view kNoPurpose[] = {
    "risk",      "risks",      "factor",   "factors",    "responsible", "monitor*", "hospitali*",
    "admi*",     "potential",  "tendency", "propensity", "screen*",     "account*", "account",
    "reason",    "reasons",    "odds",     "rates",      "ratio",       "search*",  "watch*",
    "predictor", "predictors", "marker*",  "adjust*",    "value",       "treated",  "concept",
    "trend",     "reports",    "hazard",   "need",       "waiting"};

size_t words_between(std::string_view gap) {
  return static_cast<size_t>(std::count(gap.begin(), gap.end(), ' '));
}

// "-induced", "-associated" right behind the treatment's name.
bool opens_with_induced(std::string_view gap) {
  static constexpr std::string_view kEndings[] = {"-induced ",    "-associated ", "-related ",  " induced ",
                                                  " associated ", "-provoked ",   "-triggered "};
  return starts_with_one_of(gap, kEndings);
}

std::vector<ByteSpan> places_of(std::string_view lower, std::span<const std::string> names) {
  std::vector<ByteSpan> places;
  for (const std::string& name : names) {
    for (size_t at = find_phrase(lower, name); at != std::string_view::npos;
         at = find_phrase(lower, name, at + 1)) {
      const ByteSpan place{static_cast<uint32_t>(at), static_cast<uint32_t>(at + name.size())};
      if (std::none_of(places.begin(), places.end(), [&](ByteSpan known) { return known.overlaps(place); }))
        places.push_back(place);
    }
  }
  return places;
}

// One of `cues` stands between, and neither what follows it nor what leads to it says the opposite.
bool says_cause(std::string_view gap, std::span<const std::string_view> cues) {
  constexpr size_t kLeadBytes = 30;
  return std::any_of(cues.begin(), cues.end(), [&](std::string_view cue) {
    const size_t at = find_phrase(gap, cue);
    if (at == std::string_view::npos) return false;
    const size_t from = at > kLeadBytes ? at - kLeadBytes : 0;
    return !has_any_phrase(gap.substr(from), kEases);
  });
}

bool leads_to(std::string_view before, std::span<const std::string_view> cues) {
  constexpr size_t kWordsMax = 4;
  return std::any_of(cues.begin(), cues.end(), [&](std::string_view cue) {
    const size_t at = find_phrase(before, cue);
    if (at == std::string_view::npos) return false;
    const std::string_view gap = before.substr(at + cue.size() - (cue.ends_with('*') ? 1 : 0));
    return words_between(gap) <= kWordsMax && gap.find_first_of(",;:") == std::string_view::npos &&
           !has_phrase(gap, "no");
  });
}

std::string_view right_before(std::string_view lower, ByteSpan condition) {
  constexpr size_t kReachBytes = 45;
  const std::string_view before = lower.substr(0, condition.start);
  return before.substr(before.size() - std::min(before.size(), kReachBytes));
}

// "Prevents C", "reduces the risk of C".
bool speaks_of_less(std::string_view lower, ByteSpan condition) {
  return leads_to(right_before(lower, condition), kPreventsBefore);
}

// "Treatment of C", "X for C", "C improved".
bool speaks_of_treating(std::string_view lower, ByteSpan condition) {
  constexpr size_t kReachBytes = 45;
  constexpr size_t kWordsMax = 4;
  const std::string_view before = right_before(lower, condition);
  const std::string_view behind = lower.substr(condition.end, kReachBytes);
  // It went when the treatment did; it had to be treated itself; "for the development of C".
  static constexpr std::string_view kNone[] = {"withdraw*",      "discontinu*",   "suspend*",    "cessation",
                                               "stopp*",         "requir*",       "for example", "developing",
                                               "development of", "occurrence of", "incidence of"};
  if (has_any_phrase(before, kNone) || has_any_phrase(behind, kNone)) return false;
  if (leads_to(before, kTreatsBefore) && !has_any_phrase(before, kBrings)) return true;
  for (size_t at = find_phrase(before, "for"); at != std::string_view::npos;
       at = find_phrase(before, "for", at + 1)) {
    const std::string_view lead = before.substr(0, at);
    const size_t last = lead.substr(0, lead.find_last_not_of(' ') + 1).rfind(' ');
    const std::string_view word = last == std::string_view::npos ? lead : lead.substr(last + 1);
    if (words_between(before.substr(at)) <= kWordsMax && !has_any_phrase(word, kNoPurpose) &&
        !has_any_phrase(before.substr(at), kBrings))
      return true;
  }
  const std::string_view next = behind.substr(0, behind.find_first_of(",;:("));
  return std::any_of(std::begin(kTreatsBehind), std::end(kTreatsBehind), [&](std::string_view cue) {
    const size_t at = find_phrase(next, cue);
    return at != std::string_view::npos && words_between(next.substr(0, at)) <= 1;
  });
}

// The condition is what the figures count, and not those who have it: "incidence of C", "C occurred".
bool is_counted_condition(std::string_view lower, ByteSpan condition) {
  static constexpr std::string_view kCounts[] = {"risk of",
                                                 "risks of",
                                                 "incidence of",
                                                 "incidences of",
                                                 "rate of",
                                                 "rates of",
                                                 "odds of",
                                                 "occurrence of",
                                                 "likelihood of",
                                                 "development of",
                                                 "frequency of",
                                                 "prevalence of",
                                                 "caused",
                                                 "causes",
                                                 "cause",
                                                 "induced",
                                                 "developed",
                                                 "develop",
                                                 "developing",
                                                 "experienced",
                                                 "reported",
                                                 "associated with",
                                                 "led to",
                                                 "events of",
                                                 "risk for",
                                                 "prevalence for",
                                                 "with higher",
                                                 "hospitalisation for",
                                                 "hospitalization for",
                                                 "increased",
                                                 "increases",
                                                 "including",
                                                 "such as"};
  static constexpr std::string_view kCounted[] = {
      "occurred",      "was reported", "were reported",  "developed", "was observed",
      "were observed", "was seen",     "rate",           "rates",     "incidence",
      "was more",      "was less",     "is more",        "is less",   "was significantly",
      "events",        "event",        "was higher",     "was lower", "was greater",
      "was found",     "was noted",    "in patients on", "risk"};
  constexpr size_t kReachBytes = 45;
  const std::string_view behind = lower.substr(condition.end, kReachBytes);
  const auto near_behind = [&](std::string_view cue) {
    const size_t at = find_phrase(behind, cue);
    return at != std::string_view::npos && words_between(behind.substr(0, at)) <= 2;
  };
  const bool bracket = behind.starts_with(" (") && behind.size() > 2 && is_digit(behind[2]);
  return bracket || leads_to(right_before(lower, condition), kCounts) ||
         std::any_of(std::begin(kCounted), std::end(kCounted), near_behind);
}

// Whether a treatment is named in the gap.
bool names_one_within(std::span<const Mention> named, size_t start, size_t from, size_t to) {
  return std::any_of(named.begin(), named.end(), [&](const Mention& one) {
    return !one.span.empty() && one.span.start >= start && one.span.start - start >= from &&
           one.span.end - start <= to;
  });
}

}  // namespace

ConditionCauses::ConditionCauses(const Evidence& evidence)
    : evidence_(evidence), names_(condition_names(evidence.question, true)) {
  if (names_.empty()) return;
  std::sort(names_.begin(), names_.end(),
            [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  for (const AnswerSource& source : evidence.sources) {
    if (!evidence.reports_evidence(source)) continue;
    read(source.document.record.title, source.title_interventions, 0, {}, true);
    for (const Finding& finding : source.findings)
      read(finding.sentence.of(source.document.text), finding.interventions, finding.sentence.start,
           source.title_interventions, false);
  }
}

void ConditionCauses::read(std::string_view text, const std::vector<Mention>& named, size_t start,
                           const std::vector<Mention>& of_title, bool is_title) {
  const std::string lower = lower_ascii(text);
  const std::vector<ByteSpan> conditions = places_of(lower, names_);
  if (conditions.empty()) return;
  bool any = false;
  for (const Mention& one : named) {
    if (one.span.empty() || one.span.start < start || one.span.end - start > lower.size()) continue;
    any = true;
    const size_t from = one.span.start - start;
    const size_t to = one.span.end - start;
    for (const ByteSpan condition : conditions) {
      constexpr size_t kGapMax = 130;
      if (condition.start >= to && condition.start - to <= kGapMax) {
        const std::string_view gap = std::string_view(lower).substr(to, condition.start - to);
        const bool induced = opens_with_induced(gap);
        const bool brings = says_cause(gap, kBrings) && gap.find("-induced") == std::string_view::npos &&
                            !names_one_within(named, start, to, condition.start);
        if (induced || brings) ++causes_[one.id];
        if (!induced && !brings) note_use(lower, condition, one.id);
      } else if (from >= condition.end && from - condition.end <= kGapMax) {
        const std::string_view gap = std::string_view(lower).substr(condition.end, from - condition.end);
        const bool brought =
            (says_cause(gap, kBroughtBy) && !names_one_within(named, start, condition.end, from)) ||
            (is_title && gap == " with ");
        // "Less C than with X": the other had less of it.
        static constexpr std::string_view kAgainst[] = {"than", "relative to", "compared", "versus", "vs"};
        if (brought) ++causes_[one.id];
        if (!brought && !has_any_phrase(gap, kAgainst)) note_use(lower, condition, one.id);
      }
    }
  }
  if (any || of_title.empty()) return;
  // "Its use is limited by C": of the one treatment of the title.
  const bool one_only = std::all_of(of_title.begin(), of_title.end(),
                                    [&](const Mention& one) { return one.id == of_title.front().id; });
  for (const ByteSpan condition : conditions) {
    const std::string_view before = std::string_view(lower).substr(0, condition.start);
    if (speaks_of_treating(lower, condition) || speaks_of_less(lower, condition)) {
      for (const Mention& one : of_title) note_use(lower, condition, one.id);
    } else if (one_only && says_cause(before, kBrings)) {
      ++causes_[of_title.front().id];
    }
  }
}

void ConditionCauses::note_use(std::string_view lower, ByteSpan condition, const std::string& treatment) {
  const bool treated = speaks_of_treating(lower, condition);
  if (treated) ++treats_[treatment];
  if (treated || speaks_of_less(lower, condition)) ++eases_[treatment];
}

// A class stands for its members here, and a member for its class.
size_t ConditionCauses::count(const std::map<std::string, size_t>& sentences,
                              const std::string& treatment) const {
  size_t sum = 0;
  for (const auto& [id, times] : sentences) {
    if (id == treatment || evidence_.vocabulary->is_a(treatment, id) ||
        evidence_.vocabulary->is_a(id, treatment))
      sum += times;
  }
  return sum;
}

bool ConditionCauses::treats(const std::string& treatment) const { return count(treats_, treatment) > 0; }

bool ConditionCauses::only_causes(const std::string& treatment) const {
  // A few words may mislead: "clozapine … after treatment of agranulocytosis".
  constexpr size_t kTimesMin = 3;
  const size_t caused = count(causes_, treatment);
  return caused > 0 && caused >= kTimesMin * count(eases_, treatment);
}

bool ConditionCauses::counts_condition(const Finding& finding) const {
  const std::string lower = lower_ascii(evidence_.sentence_of(finding));
  const std::vector<ByteSpan> conditions = places_of(lower, names_);
  if (conditions.empty()) return false;
  static constexpr std::string_view kPrevention[] = {"prevent*", "prophyla*"};
  if (has_any_phrase(lower, kPrevention) ||
      has_any_phrase(lower_ascii(evidence_.source_of(finding).document.record.title), kPrevention))
    return false;
  static constexpr std::string_view kLess[] = {"less", "fewer", "lower*", "reduc*", "decreas*"};
  if (finding.comparator.is_control && finding.direction == Direction::kFavours &&
      has_any_phrase(lower, kLess))
    return false;
  return std::all_of(conditions.begin(), conditions.end(), [&](ByteSpan condition) {
    return is_counted_condition(lower, condition) && !speaks_of_treating(lower, condition);
  });
}

void drop_causes(const Evidence& evidence, std::vector<InterventionEvidence>& groups) {
  if (!is_treatment_question(evidence.question)) return;
  const ConditionCauses causes(evidence);
  for (InterventionEvidence& group : groups) {
    const bool only_causes = causes.only_causes(group.id);
    if (only_causes) {
      group.recommended.clear();
      group.results.clear();
      group.doses.clear();
      group.harms.clear();
      group.move_on.clear();
      continue;
    }
    if (causes.treats(group.id)) continue;
    std::erase_if(group.results, [&](const Finding* one) { return causes.counts_condition(*one); });
  }
  std::erase_if(groups, [](const InterventionEvidence& group) {
    return group.recommended.empty() && group.results.empty() && group.harms.empty() && group.doses.empty() &&
           group.advised_against.empty();
  });
}

}  // namespace attest
