// What was compared is read from the sentence; where it does not say against what, from the title and the
// rest of the source, when these know one comparator only.
#include "reconcile/outcomes/compared_with.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "findings/names/between_names.h"
#include "reconcile/outcomes/alike_arms.h"
#include "reconcile/outcomes/arm_comparisons.h"
#include "reconcile/outcomes/comparison_cues.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {

namespace {

bool is_related(const Evidence& evidence, const std::string& a, const std::string& b) {
  return a == b || evidence.vocabulary->is_a(a, b) || evidence.vocabulary->is_a(b, a);
}

// "Estrogen plus progestin", where the class of both was asked about: one treatment of that class. The
// sentence with the words between them blank.
std::string with_members_joined(const Evidence& evidence, const Finding& finding,
                                const std::string& intervention, std::string_view lower) {
  static constexpr std::string_view kJoins[] = {
      " plus ", "/", "-", " combined with ", " plus continuous ", " plus oral ", " plus cyclic "};
  std::string text(lower);
  Stemmer stemmer;
  size_t last = 0;
  const std::string_view sentence = evidence.sentence_of(finding);
  for (const VocabularyMatch& match : evidence.vocabulary->match(sentence, tokenize(sentence), stemmer)) {
    const std::string& id = evidence.vocabulary->entry(match.entry).id;
    if (id == intervention || !is_of_family(evidence, id, intervention)) continue;
    if (last != 0 && match.span.start > last) {
      const std::string_view gap = lower.substr(last, match.span.start - last);
      if (std::find(std::begin(kJoins), std::end(kJoins), gap) != std::end(kJoins))
        std::fill(text.begin() + static_cast<std::ptrdiff_t>(last),
                  text.begin() + static_cast<std::ptrdiff_t>(match.span.start), ' ');
    }
    last = match.span.end;
  }
  return text;
}

// Two members of one class named in one sentence ("carvedilol … metoprolol"), beyond a short form in
// brackets: which of them stands on which side is not known.
bool names_two_members(const Evidence& evidence, std::string_view sentence, std::string_view lower,
                       const std::string& intervention) {
  Stemmer stemmer;
  std::set<std::string> names;
  size_t last = 0;
  for (const VocabularyMatch& match : evidence.vocabulary->match(sentence, tokenize(sentence), stemmer)) {
    if (!is_of_family(evidence, evidence.vocabulary->entry(match.entry).id, intervention)) continue;
    if (match.span.start > 0 && lower[match.span.start - 1] == '(') continue;
    const size_t from = std::exchange(last, match.span.end);
    const bool joined = from != 0 && match.span.start > from &&
                        lower.find_first_not_of(' ', from) == match.span.start && match.span.start - from > 1;
    if (joined) continue;
    std::string name(match.span.of(lower));
    while (name.ends_with('s')) name.pop_back();
    names.insert(std::move(name));
  }
  return names.size() > 1;
}

// "After surgery", "intensive care unit": where and when, not what was given.
bool is_around(const Mention& mention, const Finding& finding, std::string_view lower) {
  if (mention.span.empty()) return false;
  const std::string_view behind = lower.substr(mention.span.end - finding.sentence.start);
  return behind.starts_with(" unit") || is_setting(lower, mention.span.start - finding.sentence.start);
}

// "More in the placebo group than in the other": the result is told of the comparator.
bool leads_with(const Mention& comparator, const std::vector<Mention>& own, const Finding& finding,
                std::string_view lower) {
  static constexpr std::string_view kTurns[] = {"than", "compared with", "compared to", "versus", "vs"};
  const size_t end = comparator.span.end - finding.sentence.start;
  for (const std::string_view turn : kTurns) {
    const size_t at = find_phrase(lower, turn, std::min(end, lower.size()));
    if (at == std::string_view::npos) continue;
    const bool ours_first = std::any_of(own.begin(), own.end(), [&](const Mention& one) {
      return !one.span.empty() && one.span.start - finding.sentence.start < at;
    });
    if (!ours_first) return true;
  }
  return false;
}

// "Pain control" has the word of a control group and names none; "compared with control" names it.
bool is_mere_control(const AnswerSource& source, const Mention& mention) {
  const std::string_view text = source.document.text;
  if (mention.id != kControlGroup || lower_ascii(mention.span.of(text)) != "control") return false;
  static constexpr std::string_view kBefore[] = {"compared with ", "compared to ", "versus ", "vs ",
                                                 "vs. ",           "than ",        "than in "};
  static constexpr std::string_view kBehind[] = {" treatment", " group",   " arm",
                                                 " therapy",   " patient", " intervention"};
  constexpr size_t kBytes = 20;
  const size_t from = mention.span.start > kBytes ? mention.span.start - kBytes : 0;
  const std::string before = lower_ascii(text.substr(from, mention.span.start - from));
  const std::string behind = lower_ascii(text.substr(mention.span.end, kBytes));
  return std::none_of(std::begin(kBefore), std::end(kBefore),
                      [&](std::string_view words) { return before.ends_with(words); }) &&
         std::none_of(std::begin(kBehind), std::end(kBehind),
                      [&](std::string_view words) { return behind.starts_with(words); });
}

// "Calcium-channel blockade", "leukotriene receptor antagonists": the name of another thing starts alike.
bool is_start_of_other_name(std::string_view behind) {
  static constexpr std::string_view kGoesOn[] = {"channel*",    "receptor*",  "antagonist*", "blocker*",
                                                 "blockade",    "inhibitor*", "deficien*",   "agonist*",
                                                 "antibod*",    "analogue*",  "analog",      "analogs",
                                                 "consumption", "intake",     "concentrat*", "level*"};
  size_t at = 0;
  while (at < behind.size() && (behind[at] == ' ' || behind[at] == '-')) ++at;
  if (at != 1) return false;
  constexpr size_t kWordBytes = 14;
  const std::string_view next = behind.substr(at, kWordBytes);
  const std::string_view word = next.substr(0, next.find_first_of(" -,.;:)("));
  return has_any_phrase(word, kGoesOn);
}

// Where the sentence does not name it, the title does.
bool names_other_thing(const Evidence& evidence, const Finding& finding, const Mention& mention,
                       std::string_view lower) {
  if (!mention.span.empty())
    return is_start_of_other_name(lower.substr(mention.span.end - finding.sentence.start));
  const std::string title = lower_ascii(evidence.source_of(finding).document.record.title);
  const std::string name = lower_ascii(mention.name);
  size_t at = find_phrase(title, name);
  if (at == std::string::npos) return false;
  for (; at != std::string::npos; at = find_phrase(title, name, at + 1)) {
    if (!is_start_of_other_name(std::string_view(title).substr(at + name.size()))) return false;
  }
  return true;
}

// "Antioxidant vitamins, particularly vitamin E": the first is the kind that the second is of.
bool is_example_of(const Mention& own, const Mention& kind, const Finding& finding, std::string_view lower) {
  if (own.span.empty() || kind.span.empty() || kind.span.end >= own.span.start) return false;
  static constexpr std::string_view kExample[] = {"particularly", "especially", "in particular", "notably"};
  constexpr size_t kBytesBetween = 40;
  const std::string_view gap =
      lower.substr(kind.span.end - finding.sentence.start, own.span.start - kind.span.end);
  return gap.size() <= kBytesBetween && has_any_phrase(gap, kExample);
}

// "A 20 mg and B were…", "A or B", "A as well as B": one subject, with no more than doses between.
bool is_one_subject(std::string_view gap) {
  constexpr size_t kGapBytesMax = 40;
  static constexpr std::string_view kJoins[] = {"and", "or", "as well as", "versus", "vs"};
  static constexpr std::string_view kTells[] = {"was",     "were", "is",       "are",      "in",   "than",
                                                "reduced", "had",  "received", "did",      "with", "to",
                                                "who",     "for",  "show*",    "improved", "has",  "have"};
  return gap.size() <= kGapBytesMax && has_any_phrase(gap, kJoins) && !has_any_phrase(gap, kTells) &&
         gap.find_first_of(";:") == std::string_view::npos;
}

// The title names the treatment and nothing that it could be held against: another treatment, a dose or a
// time of it.
bool titled_alone(const Evidence& evidence, const AnswerSource& source, const std::string& intervention) {
  static constexpr std::string_view kForms[] = {
      "versus",   "vs",    "compar*", "or",       "dose*", "dosage",  "short*",          "long*",
      "duration", "early", "delayed", "timing",   "plus",  "combin*", "with or without", "add*",
      "adjunct*", "oral",  "topical", "intrave*", "high",  "low",     "daily",           "continu*",
      "interm*"};
  // Of a trial its arms are known or not; what a review or a cohort holds it against may go without saying.
  if (source.appraisal.design == StudyDesign::kRandomisedTrial) return false;
  const std::vector<Mention>& named = source.title_interventions;
  const auto of_it = [&](const Mention& one) { return is_related(evidence, one.id, intervention); };
  // "Magnesium for arrhythmia after cardiac surgery": what was done before.
  const std::string title = lower_ascii(source.document.record.title);
  const auto around = [&](const Mention& one) {
    const size_t at = find_phrase(title, lower_ascii(one.name));
    return at != std::string::npos && is_setting(title, at);
  };
  return std::any_of(named.begin(), named.end(), of_it) &&
         std::all_of(named.begin(), named.end(),
                     [&](const Mention& one) { return of_it(one) || one.is_control || around(one); }) &&
         !has_any_phrase(lower_ascii(source.document.record.title), kForms);
}

// A trial of one treatment whose text names no other: its controls went without.
bool is_held_against_controls(const Evidence& evidence, const AnswerSource& source,
                              const std::string& intervention, std::string_view lower) {
  static constexpr std::string_view kControls[] = {"control group", "controls",     "control subjects",
                                                   "untreated",     "no treatment", "control patients"};
  static constexpr std::string_view kOther[] = {"versus", "vs", "compar*", "or", "dose*", "timing", "early"};
  if (source.appraisal.design != StudyDesign::kRandomisedTrial || !has_any_phrase(lower, kControls) ||
      source.title_interventions.empty() || has_any_phrase(lower_ascii(source.document.record.title), kOther))
    return false;
  const auto of_it = [&](const Mention& one) {
    return one.is_control || is_related(evidence, one.id, intervention);
  };
  return std::all_of(source.title_interventions.begin(), source.title_interventions.end(), of_it);
}

}  // namespace

Comparator comparator_of(const Mention& mention) {
  // Those in usual care got something, whatever it was.
  if (mention.is_control && mention.id != kUsualCare) return {kNothing, mention.name};
  return {mention.id, mention.name};
}

std::optional<Comparator> own_comparator(const Evidence& evidence, const Finding& finding,
                                         const std::string& intervention, std::string_view words) {
  const std::string joined = with_members_joined(evidence, finding, intervention, words);
  const std::string_view lower = joined;
  const auto ours = [&](const Mention& mention) { return is_of_family(evidence, mention.id, intervention); };
  std::vector<Mention> own;
  std::vector<Mention> others;
  for (const Mention& mention : finding.interventions) {
    if (ours(mention))
      own.push_back(mention);
    else if (!is_related(evidence, mention.id, intervention) && !is_around(mention, finding, lower))
      others.push_back(mention);
  }
  const bool named = !finding.comparator.name.empty();
  if (named && is_mere_control(evidence.source_of(finding), finding.comparator)) return std::nullopt;
  if (own.empty() || is_joined(lower) || (named && ours(finding.comparator))) return std::nullopt;
  if (names_two_members(evidence, evidence.sentence_of(finding), lower, intervention)) return std::nullopt;
  for (const Mention& one : own) {
    const ByteSpan place{one.span.start - finding.sentence.start, one.span.end - finding.sentence.start};
    if (!one.span.empty() && (is_setting(lower, place.start) || is_part_of_combination(lower, place)))
      return std::nullopt;
    if (!is_related(evidence, one.id, own.front().id) || names_other_thing(evidence, finding, one, lower))
      return std::nullopt;
    // The first thing named may be what the other was compared with.
    if (!one.span.empty() && opens_comparison(lower, one.span.start - finding.sentence.start))
      return std::nullopt;
  }
  if (named && leads_with(finding.comparator, own, finding, lower)) return std::nullopt;
  if (named) std::erase_if(others, [&](const Mention& m) { return m.id == finding.comparator.id; });
  std::erase_if(others, [&](const Mention& m) { return is_example_of(own.front(), m, finding, lower); });
  // What "controls" got is known from the rest of the source or not at all; in a review they are many.
  if (named && others.empty() && finding.comparator.id == kControlGroup) {
    const bool review = evidence.source_of(finding).appraisal.design == StudyDesign::kSystematicReview;
    return review ? Comparator{kNothing, "control"} : Comparator{};
  }
  if (named) return others.empty() ? std::optional(comparator_of(finding.comparator)) : std::nullopt;
  if (others.empty()) {
    std::vector<ByteSpan> places;
    for (const Mention& one : own) {
      if (!one.span.empty())
        places.push_back({one.span.start - finding.sentence.start, one.span.end - finding.sentence.start});
    }
    return names_comparison(lower, places) ? std::nullopt : std::optional(Comparator{});
  }
  if (others.size() > 1) return std::nullopt;
  const Mention& other = others.front();
  const size_t other_at = other.span.start - finding.sentence.start;
  const Mention& first = own.front();
  if (opens_comparison(lower, other_at)) return comparator_of(other);
  const ByteSpan left = first.span < other.span ? first.span : other.span;
  const ByteSpan right = first.span < other.span ? other.span : first.span;
  if (first.span.empty()) return std::nullopt;
  const std::string_view before = lower.substr(0, left.start - finding.sentence.start);
  const std::string_view gap = lower.substr(left.end - finding.sentence.start, right.start - left.end);
  const bool between =
      (before.ends_with("between ") || before.ends_with("between the ")) && has_phrase(gap, "and");
  if (!between && (!tells_alike(lower) || !is_one_subject(gap))) return std::nullopt;
  Comparator comparator = comparator_of(other);
  comparator.alike = !between;
  return comparator;
}

std::optional<Comparator> comparator_of_source(const Evidence& evidence, const AnswerSource& source,
                                               const std::string& intervention) {
  std::map<std::string, std::string> found;
  const VocabularyEntry* own = evidence.vocabulary->find_id(intervention);
  const std::string own_name = own == nullptr ? intervention : lower_ascii(own->name);
  const auto add = [&](const Mention& mention) {
    // "Glucosamine and chondroitin" is no control of either.
    const bool holds_own = has_phrase(lower_ascii(mention.name), own_name);
    if (mention.name.empty() || mention.id == kControlGroup || holds_own ||
        is_related(evidence, mention.id, intervention))
      return;
    Comparator one = comparator_of(mention);
    found.emplace(std::move(one.id), std::move(one.name));
  };
  // What a review has in its title is its subject, unless the title compares.
  static constexpr std::string_view kComparing[] = {"versus", "vs", "against", "compar*", "or", "than"};
  const bool compares = source.appraisal.design != StudyDesign::kSystematicReview ||
                        has_any_phrase(lower_ascii(source.document.record.title), kComparing);
  if (compares) {
    for (const Mention& mention : source.title_interventions) add(mention);
  }
  for (const Finding& finding : source.findings) {
    if (!is_mere_control(source, finding.comparator)) add(finding.comparator);
  }
  if (found.empty()) {
    constexpr size_t kStartBytes = 4000;
    const std::string lower = lower_ascii(std::string_view(source.document.text).substr(0, kStartBytes));
    if (has_phrase(lower, "placebo")) return Comparator{kNothing, "placebo"};
    if (is_held_against_controls(evidence, source, intervention, lower))
      return Comparator{kNothing, "control"};
  }
  if (found.size() == 1) return Comparator{found.begin()->first, found.begin()->second};
  // A title on it alone: "Folic acid in stroke prevention" is held against going without.
  if (titled_alone(evidence, source, intervention)) return Comparator{kNothing, ""};
  return std::nullopt;
}

}  // namespace attest
