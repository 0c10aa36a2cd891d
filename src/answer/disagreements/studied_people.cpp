#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

#include "answer/disagreements/study_differences.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "text/phrases.h"

namespace attest {

namespace {

struct Group {
  std::string_view phrase;
  std::string_view says;
};

constexpr Group kAges[] = {
    {"preterm infant*", "preterm infants"},
    {"premature infant*", "preterm infants"},
    {"neonat*", "newborns"},
    {"newborn*", "newborns"},
    {"infant*", "infants"},
    {"child*", "children"},
    {"paediatric", "children"},
    {"pediatric", "children"},
    {"adolescent*", "adolescents"},
    {"teenager*", "adolescents"},
    {"older adult*", "older people"},
    {"elderly", "older people"},
    {"older people", "older people"},
    {"older patients", "older people"},
    {"older persons", "older people"},
    {"older women", "older people"},
    {"older men", "older people"},
    {"adult*", "adults"},
};

constexpr Group kSexes[] = {{"women", "women"}, {"female*", "women"}, {"men", "men"}, {"male*", "men"}};

constexpr Group kStates[] = {
    {"pregnan*", "pregnancy"},
    {"healthy volunteers", "healthy volunteers"},
    {"healthy women", "healthy people"},
    {"healthy men", "healthy people"},
    {"healthy adults", "healthy people"},
    {"postmenopausal", "after menopause"},
    {"premenopausal", "before menopause"},
};

constexpr Group kSeverities[] = {
    {"mild to moderate", "mild to moderate"},
    {"mild-to-moderate", "mild to moderate"},
    {"moderate to severe", "moderate to severe"},
    {"moderate-to-severe", "moderate to severe"},
    {"critically ill", "critically ill"},
    {"severe", "severe"},
    {"mild", "mild"},
    {"advanced", "advanced"},
    {"metastatic", "metastatic"},
    {"refractory", "refractory"},
    {"slow transit", "slow transit"},
};

constexpr Group kTreated[] = {
    {"treatment-naive", "not treated before"},
    {"treatment naive", "not treated before"},
    {"previously untreated", "not treated before"},
    {"previously treated", "treated before"},
    {"pretreated", "treated before"},
    {"treatment-resistant", "resistant to treatment"},
    {"treatment resistant", "resistant to treatment"},
};

constexpr Group kSettings[] = {
    {"intensive care", "intensive care"},
    {"icu", "intensive care"},
    {"emergency department", "emergency department"},
    {"primary care", "primary care"},
    {"general practice", "primary care"},
    {"outpatient*", "outpatients"},
    {"nursing home*", "nursing homes"},
    {"inpatient*", "inpatients"},
    {"community-dwelling", "living at home"},
};

// The one thing of the list that the text names; "" when it names none or several.
std::string only_one(std::string_view lower, std::span<const Group> groups) {
  std::string found;
  std::vector<std::pair<size_t, size_t>> read;  // "adults" within "older adults" is no second group
  for (const Group& group : groups) {
    const size_t bytes = group.phrase.size() - (group.phrase.ends_with('*') ? 1 : 0);
    const auto is_read = [&](size_t at) {
      return std::any_of(read.begin(), read.end(),
                         [&](const auto& span) { return at >= span.first && at < span.second; });
    };
    size_t at = find_phrase(lower, group.phrase);
    while (at != std::string_view::npos && is_read(at)) at = find_phrase(lower, group.phrase, at + 1);
    if (at == std::string_view::npos) continue;
    for (size_t more = at; more != std::string_view::npos; more = find_phrase(lower, group.phrase, more + 1))
      read.emplace_back(more, more + bytes);
    if (!found.empty() && found != group.says) {
      // "Severe" within "moderate to severe" says nothing more.
      if (found.find(group.says) != std::string::npos) continue;
      return {};
    }
    found = group.says;
  }
  return found;
}

// "After failed surgery", where the title or a sentence says who was included.
std::string failed_before(std::string_view text) {
  const std::string lower = lower_ascii(text);
  static constexpr std::string_view kFailed[] = {"after failed ", "after failure of ", "following failed ",
                                                 "failure of ",   "refractory to ",    "unresponsive to ",
                                                 "resistant to "};
  for (const std::string_view phrase : kFailed) {
    const size_t at = lower.find(phrase);
    if (at == std::string::npos) continue;
    size_t end = at + phrase.size();
    for (int words = 0; words < 2 && end < lower.size(); ++words) {
      while (end < lower.size() && (is_word_byte(lower[end]) || lower[end] == '-')) ++end;
      if (words == 0 && end < lower.size() && lower[end] == ' ') {
        static constexpr std::string_view kEnds[] = {"in ", "for ", "with ", "and ", "of ",
                                                     "or ", "who ", "were ", "was ", "a "};
        const std::string_view rest = std::string_view(lower).substr(end + 1);
        if (std::any_of(std::begin(kEnds), std::end(kEnds),
                        [&](std::string_view stop) { return rest.starts_with(stop); }))
          break;
        ++end;
      } else {
        break;
      }
    }
    return lower.substr(at, end - at);
  }
  return {};
}

// Sentences of the start of the text that say who was included. Those that speak of exclusion say who was
// not.
std::string included_people(const Document& document) {
  static constexpr std::string_view kIncluded[] = {"included",  "enrolled", "randomised",        "randomized",
                                                   "recruited", "assigned", "participants were", "allocated"};
  constexpr size_t kStartBytes = 4000;
  const std::string lower = lower_ascii(std::string_view(document.text).substr(0, kStartBytes));
  std::string people;
  size_t start = std::min(document.record.title.size(), lower.size());
  while (start < lower.size()) {
    size_t end = lower.find(". ", start);
    if (end == std::string::npos) end = lower.size();
    const std::string_view sentence = std::string_view(lower).substr(start, end - start);
    // "Trials were included", "outcomes of infants": what was included, not who.
    static constexpr std::string_view kNotWho[] = {"exclu*",   "except",  "without", "not",
                                                   "outcome*", "trials",  "studies", "reviews",
                                                   "articles", "effect*", "reduc*",  "data"};
    if (has_any_phrase(sentence, kIncluded) && !has_any_phrase(sentence, kNotWho)) {
      people += sentence;
      people += ". ";
    }
    start = end + 2;
  }
  return people;
}

// "18 to 50 years", "75 years or older": the ages that the text says once.
std::string ages_in_numbers(std::string_view lower) {
  std::string found;
  for (size_t at = lower.find(" years"); at != std::string_view::npos; at = lower.find(" years", at + 1)) {
    size_t start = at;
    const auto skip_number = [&] {
      const size_t end = start;
      while (start > 0 && is_digit(lower[start - 1])) --start;
      return end - start;
    };
    if (skip_number() == 0) continue;
    std::string ages;
    const std::string_view last = lower.substr(start, at - start);
    for (const std::string_view link : {" to ", "-", "–", " and "}) {
      if (!lower.substr(0, start).ends_with(link)) continue;
      const size_t upper_start = start;
      start -= link.size();
      const size_t end = start;
      if (skip_number() == 0) {
        start = upper_start;
        continue;
      }
      ages = std::string(lower.substr(start, end - start)) + " to " + std::string(last) + " years";
    }
    const std::string_view behind = lower.substr(at + std::string_view(" years").size());
    constexpr size_t kBytesBefore = 16;
    const size_t from = start > kBytesBefore ? start - kBytesBefore : 0;
    const std::string_view before = lower.substr(from, start - from);
    const bool aged = has_phrase(before, "aged") || has_phrase(before, "age") ||
                      behind.starts_with(" of age") || behind.starts_with(" old");
    for (const std::string_view words : {" or older", " and older", " of age or older", " and over",
                                         " or more", " or over", " of age and older"}) {
      if (ages.empty() && behind.starts_with(words)) ages = std::string(last) + " years or older";
    }
    if (ages.empty() || (!aged && !ages.ends_with("older"))) continue;
    if (!found.empty() && found != ages) return {};
    found = ages;
  }
  return found;
}

// "… after cardioversion of …", "in patients undergoing hip surgery": up to four words of a title.
std::string after_what(std::string_view title_lower) {
  static constexpr std::string_view kAfter[] = {" after ", " following ", " undergoing "};
  static constexpr std::string_view kStops[] = {"in", "for", "with",    "of",    "and",   "by", "versus",
                                                "a",  "the", "failure", "using", "from",  "on", "treatment",
                                                "an", "or",  "to",      "study", "first", "at", "compared"};
  for (const std::string_view phrase : kAfter) {
    const size_t at = title_lower.find(phrase);
    if (at == std::string_view::npos) continue;
    size_t end = at + phrase.size();
    if (end < title_lower.size() && is_digit(title_lower[end])) continue;
    std::string words;
    constexpr int kAfterWordsMax = 4;
    for (int count = 0; count < kAfterWordsMax && end < title_lower.size(); ++count) {
      const size_t stop = std::min(title_lower.find_first_of(" ,.:;()", end), title_lower.size());
      const std::string_view word = title_lower.substr(end, stop - end);
      if (word.empty() || is_one_of(word, kStops)) break;
      words += (words.empty() ? "" : " ") + std::string(word);
      if (stop >= title_lower.size() || title_lower[stop] != ' ') break;
      end = stop + 1;
    }
    if (!words.empty()) return words;
  }
  return {};
}

StudiedPeople people_in(std::string_view text) {
  const std::string lower = lower_ascii(text);
  StudiedPeople people;
  people.age = only_one(lower, kAges);
  people.ages = ages_in_numbers(lower);
  people.sex = only_one(lower, kSexes);
  people.state = only_one(lower, kStates);
  people.severity = only_one(lower, kSeverities);
  people.treatment = failed_before(text);
  if (people.treatment.empty()) people.treatment = only_one(lower, kTreated);
  people.setting = only_one(lower, kSettings);
  return people;
}

}  // namespace

StudiedPeople studied_people_of_title(const Document& document) {
  StudiedPeople people = people_in(document.record.title);
  people.after = after_what(lower_ascii(document.record.title));
  return people;
}

StudiedPeople studied_people(const Document& document) {
  StudiedPeople people = studied_people_of_title(document);
  StudiedPeople included = people_in(included_people(document));
  const auto fill = [](std::string& value, std::string& by_text) {
    if (value.empty()) value = std::move(by_text);
  };
  fill(people.age, included.age);
  fill(people.ages, included.ages);
  fill(people.sex, included.sex);
  fill(people.state, included.state);
  fill(people.severity, included.severity);
  fill(people.treatment, included.treatment);
  fill(people.setting, included.setting);
  return people;
}

}  // namespace attest
