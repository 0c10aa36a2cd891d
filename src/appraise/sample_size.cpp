// Each count of a sentence gets the part that its people play: screened, randomised, analysed, lost… from the
// words behind it up to the next count, else from the words before it. The study's size is the number
// randomised, else enrolled, else the sum of its groups. Numbers screened, and numbers lost, are no size.
#include "appraise/sample_size.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "appraise/design_words.h"
#include "appraise/group_sums.h"
#include "appraise/own_statements.h"
#include "appraise/people_counts.h"
#include "appraise/study_counts.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "text/brackets.h"
#include "text/phrases.h"
#include "text/sentences.h"

namespace attest {
namespace {

// "12 patients in the cream group and 14 in the oil group completed": the count of one group.
bool is_of_group(const Counted& count, std::string_view lower) {
  constexpr size_t kNear = 60;
  std::string_view behind = lower.substr(count.span.end, kNear);
  behind = behind.substr(0, behind.find_first_of("0123456789,;"));
  static constexpr std::string_view kOpens[] = {"in the", "of the", "from the"};
  const std::string_view opens = first_phrase(behind, kOpens);
  if (opens.empty()) return false;
  const std::string_view name = behind.substr(find_phrase(behind, opens));
  return has_phrase(name, "group") || has_phrase(name, "arm");
}

// "1148 patients with hypertension (mean age 56 years).": who was studied, in a list of what was done.
bool is_list_of_people(const Counted& count, std::string_view lower) {
  static constexpr std::string_view kVerbs[] = {
      "were", "was",  "had",  "have",      "has",      "received",  "showed",    "reported", "developed",
      "died", "did",  "took", "responded", "achieved", "completed", "underwent", "is",       "are",
      "who",  "whom", "gave", "improved",  "became",   "remained",  "required",  "dropped",  "withdrew"};
  return count.span.start == 0 && !has_any_phrase(lower, kVerbs);
}

// "31 had cream, the other 30 oil": a part of those counted before.
bool is_the_rest(const Counted& count, std::string_view lower) {
  const std::string_view before = lower.substr(0, count.span.start);
  return before.ends_with("the other ") || before.ends_with("the remaining ") ||
         before.ends_with("the rest, ") || before.ends_with("another ");
}

const Counted* largest(const std::vector<Counted>& counts, Part part, bool sample_only) {
  const Counted* best = nullptr;
  for (const Counted& count : counts) {
    const bool plays = count.part == part || (part == Part::kAnalysed && count.analysed);
    if (!plays || count.studies || count.bracketed || (sample_only && !count.sample)) continue;
    if (best == nullptr || count.value > best->value) best = &count;
  }
  return best;
}

// The one count of a sentence that is not of studies; nullptr where there are more or none.
const Counted* only_people(const std::vector<Counted>& counts) {
  const Counted* only = nullptr;
  for (const Counted& count : counts) {
    if (count.studies) continue;
    if (only != nullptr) return nullptr;
    only = &count;
  }
  return only;
}

// People who are told of without a word of what part they play: "12 patients with X were seen here". Not
// those of a part, in brackets, held against others, or of whom a finding is told.
bool may_be_all(const Counted& count, std::string_view lower) {
  static constexpr std::string_view kLead[] = {
      "in ",    "of ",    "from ",      "for ",           "on ",        "all ",
      "the ",   "with ",  "evaluated ", "studied ",       "examined ",  "were ",
      "among ", "treat ", "treated ",   "approximately ", "involving ", "involved "};
  static constexpr std::string_view kPartial[] = {
      "of the ", "of these ", "the other ",  "mean of ",    "size of ", "exception of ",
      "only ",   "in the ",   "minimum of ", "average of ", "of all ",  "total of the "};
  static constexpr std::string_view kTold[] = {" had ",     " have ",     " has ",        " did ",
                                               " showed ",  " reported ", " complained ", " became ",
                                               " annually", " per ",      " each"};
  const std::string_view before = lower.substr(0, count.span.start);
  const auto ends = [&](std::string_view word) { return before.ends_with(word); };
  const auto follows = [&](std::string_view word) { return lower.substr(count.span.end).starts_with(word); };
  const bool opens = before.find_first_not_of(" '\"[\n") == std::string_view::npos ||
                     before.ends_with(": ") || before.ends_with(", ") || before.ends_with("; ");
  const bool leads = opens || std::any_of(std::begin(kLead), std::end(kLead), ends);
  constexpr size_t kNear = 12;
  const std::string_view behind = lower.substr(count.span.end, kNear);
  const bool share = behind.starts_with(" (") && behind.find('%') != std::string_view::npos;
  const bool inside = before.rfind('(') != std::string_view::npos &&
                      (before.rfind(')') == std::string_view::npos || before.rfind(')') < before.rfind('('));
  static constexpr std::string_view kControls[] = {"control", "controls", "healthy", "normal", "unaffected"};
  const bool controls = has_any_phrase(lower.substr(count.span.start, count.span.size()), kControls) ||
                        count.unit == "controls";
  return is_people_noun(count.unit) && !count.bracketed && !count.studies && !count.each && leads && !share &&
         !inside && !controls && count.part != Part::kLost && count.part != Part::kScreened &&
         std::none_of(std::begin(kPartial), std::end(kPartial), ends) &&
         std::none_of(std::begin(kTold), std::end(kTold), follows);
}

// A sentence with shares tells results; those behind a count in its own bracket tell who the people were:
// "(N = 5435; mean age 63 years; 72.9% women)".
bool tells_shares(std::string_view words, const Counted& count) {
  if (words.find('%') == std::string_view::npos) return false;
  if (text_outside_brackets(words).find('%') != std::string::npos) return true;
  const size_t close = words.find(')', count.span.end);
  const std::string_view bracket = words.substr(count.span.end, close - count.span.end);
  if (words.find('%') < count.span.start || words.rfind('%') > close) return true;
  static constexpr std::string_view kWho[] = {"age",    "aged", "women",   "men",
                                              "female", "male", "females", "males"};
  return !has_any_phrase(lower_ascii(bracket), kWho);
}

// Where methods or people are told of under a heading of their own.
bool is_people_section(const Document& document, ByteSpan sentence) {
  const auto names_people = [](std::string_view lower) {
    return has_phrase(lower, "patients") || has_phrase(lower, "participants") ||
           has_phrase(lower, "subjects") || has_phrase(lower, "population") || has_phrase(lower, "methods") ||
           has_phrase(lower, "sample") || has_phrase(lower, "design");
  };
  for (const Section& section : document.sections) {
    if (!section.body.contains(sentence) || section.heading.empty()) continue;
    return names_people(lower_ascii(section.heading.of(document.text)));
  }
  const std::string_view words = sentence.of(document.text);
  const size_t colon = words.substr(0, 40).find(':');
  return colon != std::string_view::npos && names_people(lower_ascii(words.substr(0, colon)));
}

// Where the text starts to tell results; its end when nothing says so.
uint32_t results_start(const Document& document) {
  const std::string& text = document.text;
  size_t start = text.size();
  for (const Section& section : document.sections) {
    const std::string heading = lower_ascii(section.heading.of(text));
    if (heading.starts_with("result") || heading.starts_with("finding") || section.category == "results")
      start = std::min<size_t>(start, section.body.start);
  }
  for (const std::string_view label : {"RESULTS", "Results", "FINDINGS", "MAIN RESULTS"}) {
    for (size_t at = text.find(label); at != std::string::npos; at = text.find(label, at + 1)) {
      const size_t end = at + label.size();
      const bool labels = end < text.size() && (text[end] == ':' || text[end] == '.' || is_upper(text[end]));
      if (labels) start = std::min(start, at);
    }
  }
  return static_cast<uint32_t>(start);
}

// "n = 20 in each group" is as many people as there are groups times twenty; where the text does not say how
// many groups there are, it is the size of no study.
void join_each_group(std::vector<Counted>& counts, std::string_view sentence, std::string_view text) {
  if (std::none_of(counts.begin(), counts.end(), [](const Counted& count) { return count.each; })) return;
  uint32_t groups = groups_named(sentence);
  if (groups == 0) groups = groups_named(text);
  constexpr uint32_t kSizeMax = 1'000'000;
  std::erase_if(counts,
                [&](const Counted& count) { return count.each && (groups == 0 || count.value > kSizeMax); });
  for (Counted& count : counts) {
    if (!count.each) continue;
    count.value *= groups;
    count.bracketed = false;
    count.sample = true;
    if (count.part == Part::kNone) count.part = Part::kEnrolled;
  }
}

// In a review the people of its studies, and not "studies of more than 50 patients" nor "treating 23 patients
// spares one".
bool is_people_reviewed(const Counted& count, std::string_view lower) {
  if (count.studies || count.bracketed || count.part == Part::kScreened || count.part == Part::kLost ||
      !is_people_noun(count.unit))
    return false;
  const std::string_view before = lower.substr(0, count.span.start);
  static constexpr std::string_view kPartial[] = {
      "more than ", "fewer than ", "less than ", "at least ", "treating ", "minimum of ", "than ",
      "per ",       "for every ",  "one in ",    "> ",        "every ",    "estimated "};
  if (ends_with_one_of(before, kPartial)) return false;
  if (count.sample) return true;
  constexpr size_t kNear = 50;
  const std::string_view behind = lower.substr(count.span.end, kNear);
  return (has_phrase(behind, "trials") || has_phrase(behind, "studies") || has_phrase(behind, "rcts")) &&
         (has_phrase(behind, "in") || has_phrase(behind, "from") || has_phrase(behind, "of") ||
          has_phrase(behind, "across"));
}

}  // namespace

void find_sample_sizes(const Document& document, std::string_view text, Appraisal& appraisal) {
  const bool review = appraisal.design == StudyDesign::kSystematicReview;
  const bool trial = appraisal.design == StudyDesign::kRandomisedTrial;
  const uint32_t results = results_start(document);
  const std::string whole = lower_ascii(own_part(text));
  int studies_trust = 0;
  uint32_t people_met = 0;
  bool settled = false;  // the sentence that states the size of the whole study was read
  Part settled_by = Part::kNone;
  Size told;  // the first people of the study that were counted at all
  uint32_t most_told = 0;
  bool groups_told = false;  // those of one group were, and not those of all
  for (const ByteSpan sentence : split_sentences(text)) {
    const std::string_view words = sentence.of(text);
    const std::string lower = lower_ascii(words);
    if (is_of_the_future(lower) || names_its_authors(words) || (!review && is_of_others(lower))) continue;
    if (review) {
      if (const StudyNumber number = studies_reviewed(lower); number.trust > studies_trust) {
        appraisal.studies = number.value;
        studies_trust = number.trust;
      }
    }
    std::vector<Counted> counts = counts_of(words);
    join_each_group(counts, lower, whole);
    std::erase_if(counts, [&](const Counted& count) { return is_the_rest(count, lower); });
    // "Similar measurements were done in 15 others": people beside those whom the study is about.
    if (counts.empty() || lower.starts_with("similar ")) continue;
    const auto in_text = [&](ByteSpan span) {
      return ByteSpan{sentence.start + span.start, sentence.start + span.end};
    };
    if (review) {
      // "Only one trial included 40 patients", of several.
      if (appraisal.studies > 1 && (has_phrase(lower, "only one") || has_phrase(lower, "a single"))) continue;
      for (const Counted& count : counts) {
        if (is_people_reviewed(count, lower) && !is_of_group(count, lower) &&
            count.value > appraisal.sample_size) {
          appraisal.sample_size = count.value;
          appraisal.sample_size_span = in_text(count.span);
        }
      }
      continue;
    }
    const uint32_t met = people_met;  // in the sentences before this one
    for (const Counted& count : counts) {
      if (is_people_noun(count.unit) && !count.studies && !count.bracketed &&
          (count.part == Part::kNone || count.part == Part::kEnrolled))
        people_met = std::max(people_met, count.value);
    }
    for (const Counted& count : counts) {
      if (!is_people_noun(count.unit) || count.studies) continue;
      constexpr uint32_t kToldMin = 5;
      const bool may_be_few = appraisal.design == StudyDesign::kCaseReport ||
                              appraisal.design == StudyDesign::kCaseSeries ||
                              appraisal.design == StudyDesign::kCohort;
      const bool enough = count.value >= kToldMin || may_be_few;
      if (most_told == 0 && enough && sentence.start < results && may_be_all(count, lower))
        told = {count.value, in_text(count.span)};
      most_told = std::max(most_told, count.value);
    }
    if (!trial) {
      // "28 patients were assigned to three groups": of another study, all who were in it.
      for (Counted& count : counts) {
        if (count.part == Part::kRandomised) count.part = Part::kEnrolled;
      }
    }
    for (Counted& count : counts) {
      const bool outcome = count.part == Part::kCompleted || count.part == Part::kAnalysed || count.analysed;
      if (outcome && is_of_group(count, lower)) count.part = Part::kLost, count.analysed = false;
    }
    if (trial && std::any_of(counts.begin(), counts.end(),
                             [&](const Counted& count) { return is_one_group(lower, count); })) {
      groups_told = true;
      for (Counted& count : counts) count.sample = false;
    }
    const Counted* const randomised = largest(counts, Part::kRandomised, true);
    const bool assigns = has_phrase(lower, "randomi*") || has_phrase(lower, "randomly");
    std::optional<Size> assigned =
        trial && assigns ? whole_of_parts(words, counts, appraisal.sample_size) : std::nullopt;
    const bool whole_stated = assigned.has_value() || randomised != nullptr;
    if (trial && !assigned) assigned = sum_of_assigned(words, counts);
    if (trial && !assigned && randomised == nullptr && assigns) assigned = sum_of_bracketed(counts);
    const std::optional<Size> listed_groups = sum_of_listed(words, counts);
    if (trial && !assigned && listed_groups && randomised != nullptr &&
        listed_groups->span.end == randomised->span.end)
      assigned = listed_groups;
    if (trial && appraisal.facts.randomised.value == 0 && (randomised != nullptr || assigned)) {
      const Size size = assigned ? *assigned : Size{randomised->value, randomised->span};
      // A few of those randomised, of whom something else is said, are not the study; groups that do not come
      // to those enrolled are not all of them.
      const bool few = (groups_told && size.value < std::max(appraisal.sample_size, met)) ||
                       (whole_stated ? size.value * 4ULL < appraisal.sample_size
                                     : size.value * 3ULL < appraisal.sample_size * 2ULL);
      if (!few) {
        appraisal.facts.randomised = {size.value, in_text(size.span)};
        appraisal.sample_size = size.value;
        appraisal.sample_size_span = in_text(size.span);
        settled = true;
        settled_by = Part::kRandomised;
      }
    }
    if (const Counted* const analysed = largest(counts, Part::kAnalysed, true);
        analysed != nullptr && appraisal.facts.analysed.value == 0 &&
        (appraisal.sample_size == 0 ||
         (analysed->value <= appraisal.sample_size && analysed->value * 2ULL >= appraisal.sample_size))) {
      appraisal.facts.analysed = {analysed->value, in_text(analysed->span)};
    }
    if (settled) continue;
    Size size;
    Part by = Part::kEnrolled;
    const bool listed = is_people_section(document, sentence);
    if (const Counted* const enrolled = largest(counts, Part::kEnrolled, true))
      size = {enrolled->value, enrolled->span};
    const auto sum = sum_of_groups(words, counts);
    if (sum && sum->value > size.value) size = *sum;
    if (const auto groups = sum_of_named_groups(words, counts); groups && groups->value > size.value)
      size = *groups;
    if (listed_groups && listed_groups->value > size.value) size = *listed_groups;
    if (const auto twice = doubled_by_controls(lower, counts); twice && twice->value > size.value)
      size = *twice;
    if (size.value == 0) {
      for (const Counted& count : counts) {
        const bool usable =
            count.part == Part::kNone && !count.studies && !count.bracketed &&
            (count.sample || ((listed || is_list_of_people(count, lower)) && is_people_noun(count.unit)));
        // Among results, and in "In eight patients …", a part is counted as often as the whole.
        const bool all = lower.substr(0, count.span.start).ends_with("total of ") ||
                         (sentence.start < results && !(count.span.start == 3 && lower.starts_with("in ")));
        if (!all) continue;
        // Fewer than those met before are a part of them.
        if (usable && count.value >= met && count.value > size.value) size = {count.value, count.span};
      }
    }
    if (size.value == 0) {
      const Counted* analysed = largest(counts, Part::kAnalysed, true);
      if (analysed == nullptr) analysed = largest(counts, Part::kCompleted, true);
      if (analysed != nullptr) size = {analysed->value, analysed->span}, by = Part::kAnalysed;
    }
    // A single "(n = 12)" is a group of something.
    const Counted* const only = only_people(counts);
    const bool lone = only != nullptr && only->bracketed && only->part != Part::kLost &&
                      only->part != Part::kScreened && !tells_shares(words, *only);
    if (size.value == 0 && lone) size = {only->value, only->span};
    if (size.value == 0) continue;
    if (appraisal.sample_size == 0 || (settled_by == Part::kAnalysed && by == Part::kEnrolled)) {
      appraisal.sample_size = size.value;
      appraisal.sample_size_span = in_text(size.span);
      settled_by = by;
    }
    // A trial may still say how many were randomised, any study how many it analysed.
    settled = !trial && by == Part::kEnrolled && appraisal.facts.analysed.value != 0;
  }
  // No later count is larger: the first is of all.
  if (appraisal.sample_size == 0 && !review && appraisal.design != StudyDesign::kUnclear && told.value != 0 &&
      told.value >= most_told) {
    appraisal.sample_size = told.value;
    appraisal.sample_size_span = told.span;
  }
  if (appraisal.facts.analysed.value > appraisal.sample_size ||
      appraisal.facts.analysed.value * 2ULL < appraisal.sample_size)
    appraisal.facts.analysed = {};
}

}  // namespace attest
