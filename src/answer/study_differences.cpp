#include "answer/study_differences.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "answer/wording.h"
#include "base/ascii.h"
#include "findings/cues.h"
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
    {"older adults", "older people"},
    {"elderly", "older people"},
    {"older people", "older people"},
    {"adult*", "adults"},
};

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
  size_t covered = 0;
  for (const Group& group : groups) {
    const size_t at = find_phrase(lower, group.phrase);
    if (at == std::string_view::npos || at < covered) continue;
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
    if (has_any_phrase(sentence, kIncluded) && !has_phrase(sentence, "exclu*") &&
        !has_phrase(sentence, "except") && !has_phrase(sentence, "without") && !has_phrase(sentence, "not")) {
      people += sentence;
      people += ". ";
    }
    start = end + 2;
  }
  return people;
}

// The words behind "success was defined as"; only where the text defines what it counted.
std::string definition_of_success(const Document& document) {
  const std::string lower = lower_ascii(document.text);
  static constexpr std::string_view kSuccess[] = {"success",  "response", "responder*", "remission",
                                                  "improve*", "cure",     "healing",    "recovery"};
  for (const std::string_view phrase : {"defined as ", "defined by "}) {
    for (size_t at = lower.find(phrase); at != std::string::npos; at = lower.find(phrase, at + 1)) {
      constexpr size_t kBytesBefore = 60;
      const size_t from = at > kBytesBefore ? at - kBytesBefore : 0;
      const std::string_view before = std::string_view(lower).substr(from, at - from);
      const size_t stop = before.rfind(". ");
      if (!has_any_phrase(before.substr(stop == std::string_view::npos ? 0 : stop), kSuccess)) continue;
      const size_t start = at + phrase.size();
      size_t end = start;
      constexpr size_t kBytesMax = 70;
      while (end < lower.size() && end - start < kBytesMax && lower[end] != ';' && lower[end] != ')' &&
             lower[end] != ',' && lower.compare(end, 2, ". ") != 0 && lower[end] != '\n')
        ++end;
      while (end > start && end < lower.size() && is_word_byte(lower[end]) && is_word_byte(lower[end - 1]))
        --end;
      while (end > start && !is_word_byte(lower[end - 1]) && lower[end - 1] != '%') --end;
      return document.text.substr(start, end - start);
    }
  }
  return {};
}

// "Open" or "blinded", where the text says so of its own design.
std::string blinding(const Document& document) {
  constexpr size_t kStartBytes = 6000;
  const std::string lower = lower_ascii(std::string_view(document.text).substr(0, kStartBytes));
  const bool blinded = has_phrase(lower, "double-blind*") || has_phrase(lower, "double blind*") ||
                       has_phrase(lower, "triple-blind*") || has_phrase(lower, "double-masked");
  const bool open = has_phrase(lower, "open-label") || has_phrase(lower, "open label") ||
                    has_phrase(lower, "unblinded") || has_phrase(lower, "non-blinded");
  if (blinded == open) return {};
  return blinded ? "double-blind" : "open-label";
}

std::string conditions_of_title(const Evidence& evidence, const AnswerSource& source) {
  const std::string& title = source.document.record.title;
  Stemmer stemmer;
  std::string names;
  for (const VocabularyMatch& match : evidence.vocabulary->match(title, tokenize(title), stemmer)) {
    const VocabularyEntry& entry = evidence.vocabulary->entry(match.entry);
    if (entry.role != ConceptRole::kCondition || !names.empty()) continue;
    names = lower_ascii(entry.name);
  }
  return names;
}

class Reasons {
 public:
  explicit Reasons(const Evidence& evidence) : clinician_(evidence.audience == Audience::kClinician) {}

  // `plain` for other readers than clinicians; "" is not said to them.
  void add(std::string learned, std::string plain) {
    std::string reason = clinician_ ? std::move(learned) : std::move(plain);
    if (!reason.empty() && std::find(reasons_.begin(), reasons_.end(), reason) == reasons_.end())
      reasons_.push_back(std::move(reason));
  }
  void add_values(std::string_view what, const std::string& x, const std::string& y, std::string_view plain) {
    if (!x.empty() && !y.empty() && x != y)
      add(fmt::format("{} ({} v {})", what, x, y), fmt::format("{} ({} and {})", plain, x, y));
  }
  // What only one side says is a difference where its title says it.
  void add_people(std::string_view what, const std::string& x, const std::string& y, bool title_x,
                  bool title_y, std::string_view plain) {
    constexpr const char* kNotSaid = "not stated";
    if (x.empty() && !y.empty() && title_y) return add_values(what, kNotSaid, y, plain);
    if (y.empty() && !x.empty() && title_x) return add_values(what, x, kNotSaid, plain);
    add_values(what, x, y, plain);
  }
  std::vector<std::string> take() { return std::move(reasons_); }

 private:
  bool clinician_;
  std::vector<std::string> reasons_;
};

StudiedPeople people_in(std::string_view text) {
  const std::string lower = lower_ascii(text);
  StudiedPeople people;
  people.age = only_one(lower, kAges);
  people.state = only_one(lower, kStates);
  people.severity = only_one(lower, kSeverities);
  people.treatment = failed_before(text);
  if (people.treatment.empty()) people.treatment = only_one(lower, kTreated);
  people.setting = only_one(lower, kSettings);
  return people;
}

}  // namespace

StudiedPeople studied_people_of_title(const Document& document) { return people_in(document.record.title); }

StudiedPeople studied_people(const Document& document) {
  StudiedPeople people = people_in(document.record.title);
  StudiedPeople included = people_in(included_people(document));
  const auto fill = [](std::string& value, std::string& by_text) {
    if (value.empty()) value = std::move(by_text);
  };
  fill(people.age, included.age);
  fill(people.state, included.state);
  fill(people.severity, included.severity);
  fill(people.treatment, included.treatment);
  fill(people.setting, included.setting);
  return people;
}

std::vector<std::string> study_differences(const Evidence& evidence, const ComparedSource& a,
                                           const ComparedSource& b) {
  const AnswerSource& x = evidence.source_of(*a.finding);
  const AnswerSource& y = evidence.source_of(*b.finding);
  Reasons reasons(evidence);
  reasons.add_values("what was given", a.given, b.given, "not the same thing was given");
  reasons.add_values("compared with", a.against, b.against, "it was compared with different things");
  constexpr std::string_view kPeople = "different people took part";
  const StudiedPeople who_x = studied_people(x.document);
  const StudiedPeople who_y = studied_people(y.document);
  const StudiedPeople title_x = people_in(x.document.record.title);
  const StudiedPeople title_y = people_in(y.document.record.title);
  const auto add_people = [&](std::string_view what, std::string StudiedPeople::*value) {
    reasons.add_people(what, who_x.*value, who_y.*value, !(title_x.*value).empty(), !(title_y.*value).empty(),
                       kPeople);
  };
  add_people("age", &StudiedPeople::age);
  add_people("who was included", &StudiedPeople::state);
  add_people("severity", &StudiedPeople::severity);
  add_people("treatment before", &StudiedPeople::treatment);
  add_people("setting", &StudiedPeople::setting);
  reasons.add_values("condition in the title", conditions_of_title(evidence, x),
                     conditions_of_title(evidence, y), kPeople);
  const std::string success_x = definition_of_success(x.document);
  const std::string success_y = definition_of_success(y.document);
  if (!success_x.empty() && !success_y.empty() && success_x != success_y) {
    reasons.add(fmt::format("definition of success (“{}” v “{}”)", success_x, success_y),
                "they did not count the same thing as getting better");
  }
  constexpr double kLonger = 1.5;
  if (a.follow_up_days > kLonger * b.follow_up_days || b.follow_up_days > kLonger * a.follow_up_days)
    reasons.add_values("follow-up", a.follow_up, b.follow_up, "they looked at different times");
  constexpr double kLarger = 4;
  if (a.people > 0 && b.people > 0 && (a.people >= kLarger * b.people || b.people >= kLarger * a.people)) {
    reasons.add(
        fmt::format("size ({} v {})", print_number(a.people), print_number(b.people)),
        fmt::format("one study had {} people, the other {}", print_number(a.people), print_number(b.people)));
  }
  if (x.appraisal.design != y.appraisal.design) {
    reasons.add_values("design", study_design_name(x.appraisal.design), study_design_name(y.appraisal.design),
                       "the studies were done in different ways");
  }
  reasons.add_values("blinding", blinding(x.document), blinding(y.document),
                     "in one of them people knew what they got");
  constexpr int kEra = 10;
  if (x.appraisal.year != 0 && y.appraisal.year != 0 &&
      std::abs(int{x.appraisal.year} - int{y.appraisal.year}) >= kEra) {
    reasons.add_values("era", std::to_string(x.appraisal.year), std::to_string(y.appraisal.year),
                       "they are years apart");
  }
  for (const AnswerSource* source : {&x, &y}) {
    for (const std::string& limit : source->appraisal.limits) {
      const bool telling = limit == "single centre" || limit == "high risk of bias" ||
                           limit == "called inconclusive by its authors" || limit == "small";
      if (!telling) continue;
      std::vector<Computation> ignored;
      reasons.add(limit + " (" + source_label(*source, ignored) + ")", "");
    }
  }
  return reasons.take();
}

}  // namespace attest
