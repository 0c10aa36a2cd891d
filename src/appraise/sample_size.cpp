// Each count of a sentence gets the part that its people play: screened, randomised, analysed, lost… from the
// words behind it up to the next count, else from the words before it. The study's size is the number
// randomised, else enrolled, else the sum of its groups. Numbers screened, and numbers lost, are no size.
#include "appraise/sample_size.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "appraise/design_words.h"
#include "appraise/own_statements.h"
#include "appraise/people_counts.h"
#include "appraise/study_counts.h"
#include "base/ascii.h"
#include "quantities/quantities.h"
#include "text/phrases.h"
#include "text/sentences.h"

namespace attest {
namespace {

// clang-format off
// Groups that together are the whole.
constexpr std::pair<std::string_view, std::string_view> kHalves[] = {
    {"cases", "controls"}, {"patients", "controls"}, {"men", "women"},   {"women", "men"},
    {"boys", "girls"},     {"girls", "boys"},        {"males", "females"}, {"females", "males"},
    {"male", "female"},    {"female", "male"},       {"patients", "volunteers"}, {"patients", "subjects"},
    {"controls", "cases"}, {"children", "adults"},   {"subjects", "controls"},
};

// clang-format on

bool are_halves(const Counted& one, const Counted& other) {
  return std::any_of(std::begin(kHalves), std::end(kHalves),
                     [&](const auto& pair) { return one.unit == pair.first && other.unit == pair.second; });
}

struct Size {
  uint32_t value = 0;
  ByteSpan span;  // in the sentence
};

// "A (n = 52), whereas B (n = 23) took C (n = 10) or D (n = 13)": some may be the parts of another.
bool has_nested_groups(const std::vector<Counted>& counts) {
  for (size_t i = 1; i + 2 < counts.size(); ++i) {
    if (counts[i].value == counts[i + 1].value + counts[i + 2].value) return true;
  }
  return false;
}

// The sum of groups that follow each other, unless their whole stands in the same sentence.
std::optional<Size> sum_of_groups(std::string_view words, const std::vector<Counted>& counts) {
  std::vector<const Counted*> groups;
  for (const Counted& count : counts) {
    if (count.bracketed && !count.studies && count.part != Part::kLost) groups.push_back(&count);
  }
  if (groups.size() < 2) {
    groups.clear();
    for (size_t i = 0; i + 1 < counts.size() && groups.empty(); ++i) {
      const std::string_view between =
          words.substr(counts[i].span.end, counts[i + 1].span.start - counts[i].span.end);
      constexpr size_t kBetweenMax = 60;
      if (are_halves(counts[i], counts[i + 1]) && between.size() <= kBetweenMax &&
          (has_phrase(between, "and") || has_phrase(between, "with")) && counts[i].part != Part::kLost &&
          counts[i].part != Part::kScreened)
        groups = {&counts[i], &counts[i + 1]};
    }
  }
  if (groups.size() < 2) return std::nullopt;
  // "78% of those at risk (n = 240), 40% of others (n = 88)" are results in parts.
  if (groups.front()->bracketed && (words.find('%') != std::string_view::npos || has_nested_groups(counts)))
    return std::nullopt;
  uint64_t sum = 0;
  for (const Counted* group : groups) sum += group->value;
  if (sum > 500'000'000) return std::nullopt;
  if (groups.size() > 2 && sum == 2ULL * groups.front()->value)
    return Size{groups.front()->value, groups.front()->span};
  for (const Counted& count : counts) {
    if (count.value >= sum && !count.bracketed && !count.studies && count.part != Part::kScreened)
      return Size{count.value, count.span};
  }
  return Size{static_cast<uint32_t>(sum), {groups.front()->span.start, groups.back()->span.end}};
}

// "Of 134 randomised, 69 took A and 65 B", "238 (115 to A, 123 to B)": the count that its two or three parts
// follow and come to, when none of them was lost or never taken.
std::optional<Size> whole_of_parts(std::string_view words, const std::vector<Counted>& counts,
                                   uint32_t enrolled) {
  const std::string lower = lower_ascii(words);
  struct Number {
    uint64_t value = 0;
    ByteSpan span;
  };
  std::vector<Number> numbers;
  for (const Quantity& quantity : find_quantities(words)) {
    const bool plain = quantity.kind == QuantityKind::kNumber || quantity.kind == QuantityKind::kCount ||
                       quantity.kind == QuantityKind::kSampleSize;
    constexpr double kValueMax = 5e8;
    if (!plain || !(quantity.value >= 2) || quantity.value > kValueMax) continue;
    if (quantity.value == std::trunc(quantity.value))
      numbers.push_back({static_cast<uint64_t>(quantity.value), quantity.span});
  }
  const auto is_part = [&](size_t i) {
    static constexpr std::string_view kNoParts[] = {"were not", "was not", "had", "responded", "controls"};
    const size_t end = numbers[i].span.end;
    const size_t stop = i + 1 < numbers.size() ? numbers[i + 1].span.start : lower.size();
    const std::string_view clause = std::string_view(lower).substr(end, stop - end);
    const Part part = part_behind(clause);
    return part != Part::kLost && part != Part::kScreened && part != Part::kCompleted &&
           !has_any_phrase(clause, kNoParts);
  };
  for (const Counted& count : counts) {
    constexpr uint32_t kWholeMin = 8;
    if (count.studies || count.value < kWholeMin || count.part == Part::kScreened) continue;
    if (count.bracketed && &count != &counts.front()) continue;  // a group of others
    for (size_t i = 0; i + 1 < numbers.size(); ++i) {
      if (numbers[i].span.start < count.span.end || !is_part(i) || !is_part(i + 1)) continue;
      const uint64_t two = numbers[i].value + numbers[i + 1].value;
      const bool three =
          i + 2 < numbers.size() && two + numbers[i + 2].value == count.value && is_part(i + 2);
      if (two == count.value || three) return Size{count.value, count.span};
    }
  }
  // "41 were assigned to A and 40 received B" of 81 who were enrolled.
  if (counts.size() == 2 && enrolled != 0 && uint64_t{counts[0].value} + counts[1].value == enrolled &&
      counts[0].part != Part::kLost && counts[1].part != Part::kLost && !counts[0].studies)
    return Size{enrolled, {counts[0].span.start, counts[1].span.end}};
  return std::nullopt;
}

// "60 were randomised to A and 62 to B": both parts of the whole.
std::optional<Size> sum_of_assigned(std::string_view words, const std::vector<Counted>& counts) {
  uint64_t sum = 0;
  const Counted* first = nullptr;
  const Counted* last = nullptr;
  for (const Counted& count : counts) {
    // Up to the next number, whose own words these would be.
    std::string after = lower_ascii(words.substr(count.span.end, 40));
    after.resize(std::min(after.size(), after.find_first_of("0123456789")));
    const size_t to = std::min(find_phrase(after, "to"), find_phrase(after, "received"));
    constexpr size_t kNear = 28;
    const bool either = has_phrase(after, "either") || has_phrase(after, "to receive");
    if (to > kNear || either || count.part == Part::kLost || count.part == Part::kScreened) continue;
    if (first == nullptr) first = &count;
    last = &count;
    sum += count.value;
  }
  if (first == nullptr || first == last || sum > 500'000'000) return std::nullopt;
  // A whole that its bracketed parts follow: "118 were randomised to A (n = 58) and to B (n = 60)".
  if (first->bracketed != last->bracketed) return std::nullopt;
  for (const Counted& count : counts) {
    // Of groups in brackets, one that is not among them.
    const bool outside = count.span.start < first->span.start || count.span.start > last->span.start;
    if (count.bracketed && (!first->bracketed || outside)) return std::nullopt;
    if (count.value >= sum && count.part != Part::kScreened) return std::nullopt;
  }
  return Size{static_cast<uint32_t>(sum), {first->span.start, last->span.end}};
}

// "to A (n = 60) or B (n = 62)".
std::optional<Size> sum_of_bracketed(const std::vector<Counted>& counts) {
  uint64_t sum = 0;
  size_t groups = 0;
  ByteSpan span;
  for (const Counted& count : counts) {
    if (!count.bracketed) return std::nullopt;
    if (groups++ == 0) span.start = count.span.start;
    span.end = count.span.end;
    sum += count.value;
  }
  if (groups < 2 || sum > 500'000'000 || has_nested_groups(counts)) return std::nullopt;
  // The first of several holds the whole: "volunteers (N = 98) were assigned to A (n = 48) or …".
  if (groups > 2 && sum == 2ULL * counts.front().value)
    return Size{counts.front().value, counts.front().span};
  return Size{static_cast<uint32_t>(sum), span};
}

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

const Counted* largest(const std::vector<Counted>& counts, Part part, bool sample_only) {
  const Counted* best = nullptr;
  for (const Counted& count : counts) {
    const bool plays = count.part == part || (part == Part::kAnalysed && count.analysed);
    if (!plays || count.studies || count.bracketed || (sample_only && !count.sample)) continue;
    if (best == nullptr || count.value > best->value) best = &count;
  }
  return best;
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
  static constexpr std::string_view kParts[] = {"more than ", "fewer than ", "less than ", "at least ",
                                                "treating ",  "minimum of ", "than ",      "per ",
                                                "for every ", "one in ",     "> ",         "every "};
  if (std::any_of(std::begin(kParts), std::end(kParts),
                  [&](std::string_view part) { return before.ends_with(part); }))
    return false;
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
    if (counts.empty()) continue;
    const auto in_text = [&](ByteSpan span) {
      return ByteSpan{sentence.start + span.start, sentence.start + span.end};
    };
    if (review) {
      for (const Counted& count : counts) {
        if (is_people_reviewed(count, lower) && count.value > appraisal.sample_size) {
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
    const Counted* const randomised = largest(counts, Part::kRandomised, true);
    const bool assigns = has_phrase(lower, "randomi*") || has_phrase(lower, "randomly");
    std::optional<Size> assigned =
        trial && assigns ? whole_of_parts(words, counts, appraisal.sample_size) : std::nullopt;
    const bool whole_stated = assigned.has_value() || randomised != nullptr;
    if (trial && !assigned) assigned = sum_of_assigned(words, counts);
    if (trial && !assigned && randomised == nullptr && assigns) assigned = sum_of_bracketed(counts);
    if (trial && appraisal.facts.randomised.value == 0 && (randomised != nullptr || assigned)) {
      const Size size = assigned ? *assigned : Size{randomised->value, randomised->span};
      // A few of those randomised, of whom something else is said, are not the study; groups that do not come
      // to those enrolled are not all of them.
      const bool few = whole_stated ? size.value * 4ULL < appraisal.sample_size
                                    : size.value * 3ULL < appraisal.sample_size * 2ULL;
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
    if (size.value == 0) {
      for (const Counted& count : counts) {
        const bool usable = count.part == Part::kNone && !count.studies && !count.bracketed &&
                            (count.sample || (listed && is_people_noun(count.unit)));
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
    const bool lone = counts.size() == 1 && counts.front().bracketed && counts.front().part != Part::kLost &&
                      counts.front().part != Part::kScreened && words.find('%') == std::string_view::npos;
    if (size.value == 0 && lone) size = {counts.front().value, counts.front().span};
    if (size.value == 0) continue;
    if (appraisal.sample_size == 0 || (settled_by == Part::kAnalysed && by == Part::kEnrolled)) {
      appraisal.sample_size = size.value;
      appraisal.sample_size_span = in_text(size.span);
      settled_by = by;
    }
    // A trial may still say how many were randomised, any study how many it analysed.
    settled = !trial && by == Part::kEnrolled && appraisal.facts.analysed.value != 0;
  }
  if (appraisal.facts.analysed.value > appraisal.sample_size ||
      appraisal.facts.analysed.value * 2ULL < appraisal.sample_size)
    appraisal.facts.analysed = {};
}

}  // namespace attest
