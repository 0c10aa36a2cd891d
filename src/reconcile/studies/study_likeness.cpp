// Groups of researchers study the same thing again and again, with as many people: neither the first author
// nor the number alone tells one study from the next. Two reports look like one study when the same people
// wrote them, what was done to whom is the same, they appeared within a few years, and as many people are
// counted. Other numbers are believed only where there is a reason for them: a plan and its result, an
// interim and a final report, a longer follow-up, a congress and the paper that followed.
#include "reconcile/studies/study_likeness.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "base/ascii.h"
#include "base/one_of.h"
#include "reconcile/studies/study_contrasts.h"
#include "reconcile/studies/trial_names.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

using Person = StudyFeatures::Person;

// Words that say how something is studied, not what. Stems.
bool of_every_study(std::string_view stem) {
  static constexpr std::string_view kStems[] = {
      "trial",    "studi",      "random",  "control",     "doubl",      "singl",      "blind",     "mask",
      "open",     "label",      "placebo", "phase",       "multicent",  "multicentr", "center",    "centr",
      "prospect", "retrospect", "cohort",  "clinic",      "result",     "protocol",   "ration",    "design",
      "effect",   "efficaci",   "safeti",  "compar",      "comparison", "versus",     "treatment", "patient",
      "analysi",  "interim",    "final",   "preliminari", "report",     "follow",     "followup",  "year",
      "month",    "week",       "long",    "term",        "longterm",   "extens",     "outcom",    "evalu",
      "parallel", "group",      "pilot",   "therapi",     "adult",      "iii",        "ii",        "one",
      "two",      "three",      "five",    "ten",         "new",        "use",        "data"};
  return is_one_of(stem, kStems) || (!stem.empty() && is_digit(stem.front()));
}

std::string folded(std::string_view text) {
  std::string all;
  for (const Token& token : tokenize(text)) {
    if (!all.empty()) all += ' ';
    all += token.folded;
  }
  return all;
}

// "John A." → "ja"; "JA", as PubMed has them, too.
std::string initials_of(std::string_view given) {
  std::string initials;
  for (const Token& token : tokenize(given)) {
    const std::string_view written = token.span.of(given);
    constexpr size_t kInitialsMax = 3;
    const bool all = written.size() <= kInitialsMax && std::all_of(written.begin(), written.end(), is_upper);
    initials += all ? token.folded : token.folded.substr(0, 1);
  }
  return initials;
}

bool same_person(const Person& a, const Person& b) {
  if (a.family.empty() || a.family != b.family) return false;
  const size_t both = std::min(a.initials.size(), b.initials.size());
  return a.initials.substr(0, both) == b.initials.substr(0, both);
}

// At least half of the shorter list, and either the same first author or a group that stays together.
bool authors_agree(const StudyFeatures& a, const StudyFeatures& b) {
  if (a.authors.empty() || b.authors.empty()) return false;
  const auto shared =
      static_cast<size_t>(std::count_if(a.authors.begin(), a.authors.end(), [&](const Person& one) {
        return std::any_of(b.authors.begin(), b.authors.end(),
                           [&](const Person& other) { return same_person(one, other); });
      }));
  const size_t fewer = std::min(a.authors.size(), b.authors.size());
  if (shared * 2 < fewer) return false;
  const bool first = same_person(a.authors.front(), b.authors.front());
  // A name alone, without initials and without others beside it, is anybody's.
  if (fewer == 1) return first && !a.authors.front().initials.empty() && !b.authors.front().initials.empty();
  return first ? shared >= 2 : shared >= 3 && shared * 3 >= fewer * 2;
}

// Of the shorter title, in per cent.
size_t title_overlap(const StudyFeatures& a, const StudyFeatures& b) {
  const size_t fewer = std::min(a.title_stems.size(), b.title_stems.size());
  if (fewer < 2) return 0;
  std::vector<std::string> shared;
  std::set_intersection(a.title_stems.begin(), a.title_stems.end(), b.title_stems.begin(),
                        b.title_stems.end(), std::back_inserter(shared));
  return shared.size() * 100 / fewer;
}

bool share_named_intervention(const AnswerSource& a, const AnswerSource& b) {
  return std::any_of(a.title_interventions.begin(), a.title_interventions.end(), [&](const Mention& x) {
    return !x.is_control && std::any_of(b.title_interventions.begin(), b.title_interventions.end(),
                                        [&](const Mention& y) { return x.id == y.id; });
  });
}

// "COMET", where both titles call their trial so.
std::string shared_name(const StudyFeatures& a, const StudyFeatures& b) {
  const auto shared = std::find_first_of(a.trials.begin(), a.trials.end(), b.trials.begin(), b.trials.end());
  return shared == a.trials.end() ? std::string() : *shared;
}

bool share_intervention(const AnswerSource& a, const AnswerSource& b) {
  const auto none = [](const AnswerSource& one) {
    return std::all_of(one.title_interventions.begin(), one.title_interventions.end(),
                       [](const Mention& mention) { return mention.is_control; });
  };
  if (none(a) || none(b)) return true;  // nothing that speaks against it: the titles decide
  return share_named_intervention(a, b);
}

std::vector<uint32_t> arm_sizes(const StudyFacts& facts) {
  std::vector<uint32_t> all;
  for (const StudyArm& arm : facts.arms) {
    if (arm.size != 0) all.push_back(arm.size);
  }
  std::sort(all.begin(), all.end());
  return all;
}

// As many arms of as many people each, where both state them.
bool arms_differ(const StudyFacts& a, const StudyFacts& b) {
  const std::vector<uint32_t> of_a = arm_sizes(a);
  const std::vector<uint32_t> of_b = arm_sizes(b);
  return of_a.size() >= 2 && of_b.size() >= 2 && of_a != of_b;
}

// Halves of the same number say nothing: a group that always counts sixty always has thirty and thirty.
bool uneven_arms_agree(const StudyFacts& a, const StudyFacts& b) {
  const std::vector<uint32_t> of_a = arm_sizes(a);
  return of_a.size() >= 2 && of_a.front() != of_a.back() && of_a == arm_sizes(b);
}

// Four authors or more, and all of the shorter list.
bool all_authors_agree(const StudyFeatures& a, const StudyFeatures& b) {
  constexpr size_t kAuthorsMin = 4;
  const bool in_order = a.authors.size() <= b.authors.size();
  const std::vector<Person>& fewer = in_order ? a.authors : b.authors;
  const std::vector<Person>& more = in_order ? b.authors : a.authors;
  return fewer.size() >= kAuthorsMin && std::all_of(fewer.begin(), fewer.end(), [&](const Person& one) {
           return std::any_of(more.begin(), more.end(),
                              [&](const Person& other) { return same_person(one, other); });
         });
}

bool periods_differ(const StudyFacts& a, const StudyFacts& b) {
  return !a.period.value.empty() && !b.period.value.empty() &&
         folded(a.period.value) != folded(b.period.value);
}

enum class People : uint8_t { kUnknown, kSame, kOther };

// Whom they count: those randomised where both say it, else any count of one that the other has.
People compare_people(const Appraisal& a, const Appraisal& b) {
  const uint32_t randomised_a = a.facts.randomised.value;
  const uint32_t randomised_b = b.facts.randomised.value;
  if (randomised_a != 0 && randomised_b != 0)
    return randomised_a == randomised_b ? People::kSame : People::kOther;
  const std::set<uint32_t> counts = {a.sample_size, randomised_a, a.facts.analysed.value};
  if (*counts.rbegin() == 0) return People::kUnknown;
  bool any = false;
  for (const uint32_t count : {b.sample_size, randomised_b, b.facts.analysed.value}) {
    if (count == 0) continue;
    if (counts.contains(count)) return People::kSame;
    any = true;
  }
  return any ? People::kOther : People::kUnknown;
}

// What one is to the other, where that explains other numbers of people.
std::string stage(const AnswerSource& a, const StudyFeatures& x, const AnswerSource& b,
                  const StudyFeatures& y) {
  const int later = int{b.appraisal.year} - int{a.appraisal.year};
  const bool others_counted = compare_people(a.appraisal, b.appraisal) == People::kOther;
  const bool dated = a.appraisal.year != 0 && b.appraisal.year != 0;
  const uint32_t people_of_a = a.appraisal.sample_size;
  const uint32_t people_of_b = b.appraisal.sample_size;
  const bool fewer_later = people_of_a == 0 || people_of_b == 0 || people_of_b <= people_of_a;
  const bool more_later = people_of_a == 0 || people_of_b == 0 || people_of_a <= people_of_b;
  constexpr int kPlanYearsMax = 8;
  constexpr int kFollowUpYearsMax = 15;
  constexpr int kReportYearsMax = 5;
  if (!dated || later < 0) return {};
  if (x.planned && !y.planned && later <= kPlanYearsMax) return "one is the protocol";
  if (y.follow_up && !x.follow_up && !x.planned && fewer_later && later <= kFollowUpYearsMax)
    return "one is a longer follow-up";
  if (x.interim && (!x.preliminary || !others_counted) && !y.interim && !y.planned && more_later &&
      later <= kReportYearsMax)
    return "one is an interim report";
  if (x.meeting && !y.meeting && later <= kReportYearsMax) return "one is an abstract of a meeting";
  return {};
}

}  // namespace

namespace {

// Long enough, and with enough numbers, that nobody else writes the same.
bool tells_figures(std::string_view sentence) {
  constexpr size_t kSentenceBytesMin = 90;
  constexpr int kNumbersMin = 4;
  if (sentence.size() < kSentenceBytesMin) return false;
  int numbers = 0;
  for (size_t i = 0; i < sentence.size(); ++i) {
    if (is_digit(sentence[i]) && (i == 0 || !is_digit(sentence[i - 1]))) ++numbers;
  }
  return numbers >= kNumbersMin;
}

}  // namespace

bool same_result_word_by_word(const AnswerSource& a, const StudyFeatures& x, const AnswerSource& b,
                              const StudyFeatures& y) {
  if (a.appraisal.year != 0 && b.appraisal.year != 0 && a.appraisal.year != b.appraisal.year) return false;
  return std::any_of(x.results.begin(), x.results.end(),
                     [&](const std::string& one) { return y.results.contains(one); });
}

StudyFeatures read_study_features(const AnswerSource& source) {
  StudyFeatures features;
  const BibliographicRecord& record = source.document.record;
  for (const Author& author : record.authors) {
    if (!author.family.empty())
      features.authors.push_back({folded(author.family), initials_of(author.given)});
  }
  features.trials = trial_names(record.title);
  for (const Finding& finding : source.findings) {
    const std::string_view sentence = finding.sentence.of(source.document.text);
    if (tells_figures(sentence)) features.results.emplace(sentence);
  }
  if (features.authors.empty() && features.trials.empty()) return features;
  Stemmer stemmer;
  features.title_stems = stems_of(record.title, stemmer);
  std::erase_if(features.title_stems, [](const std::string& stem) { return of_every_study(stem); });
  std::sort(features.title_stems.begin(), features.title_stems.end());
  features.title_stems.erase(std::unique(features.title_stems.begin(), features.title_stems.end()),
                             features.title_stems.end());
  features.title = folded(record.title);

  const StudyDesign design = source.appraisal.design;
  const std::string title = lower_ascii(record.title);
  static constexpr std::string_view kPlans[] = {"protocol",  "rationale and design", "design and rationale",
                                                "design of", "design and methods",   "study design"};
  static constexpr std::string_view kLater[] = {"follow-up", "follow up", "followup",    "long-term",
                                                "longterm",  "extension", "years later", "years after"};
  static constexpr std::string_view kInterim[] = {"interim", "first results", "early results"};
  features.planned = design == StudyDesign::kProtocol || design == StudyDesign::kRegistration ||
                     (has_any_phrase(title, kPlans) && source.appraisal.facts.analysed.value == 0);
  features.trial = features.planned || design == StudyDesign::kRandomisedTrial ||
                   design == StudyDesign::kNonRandomisedTrial;
  features.observed = design == StudyDesign::kCohort || design == StudyDesign::kCaseControl ||
                      design == StudyDesign::kCrossSectional || design == StudyDesign::kCaseSeries ||
                      design == StudyDesign::kDiagnosticStudy;
  features.studies_people = features.trial || features.observed || design == StudyDesign::kUnclear;
  const size_t years = title.find("-year");  // "five-year results", not "five-year-old children"
  features.follow_up = has_any_phrase(title, kLater) ||
                       (years != std::string::npos && !title.substr(years).starts_with("-year-old"));
  features.preliminary = !has_any_phrase(title, kInterim) && has_phrase(title, "preliminary");
  features.interim = features.preliminary || has_any_phrase(title, kInterim);
  features.meeting =
      record.type == "paper-conference" ||
      std::any_of(
          record.publication_types.begin(), record.publication_types.end(), [](const PublicationType& one) {
            const std::string name = lower_ascii(one.name);
            return name.find("abstract") != std::string::npos || name.find("congress") != std::string::npos;
          });
  return features;
}

std::string look_alike(const AnswerSource& a, const StudyFeatures& x, const AnswerSource& b,
                       const StudyFeatures& y) {
  if (!x.studies_people || !y.studies_people) return {};
  if (std::string name = shared_name(x, y);
      !name.empty() && (x.trial || y.trial) && share_named_intervention(a, b))
    return "both are called " + name;
  if ((x.trial && y.observed) || (x.observed && y.trial)) return {};
  if (!authors_agree(x, y) || titles_contrast(x.title, y.title)) return {};
  // By another name the same may have been given: arms of such numbers are not counted twice.
  const bool same_arms = uneven_arms_agree(a.appraisal.facts, b.appraisal.facts);
  if (!share_intervention(a, b) && !same_arms) return {};
  constexpr size_t kOverlapMin = 70;  // in per cent
  constexpr size_t kOverlapClearMin = 80;
  const size_t overlap = title_overlap(x, y);
  const bool same_title = !x.title.empty() && x.title == y.title && x.title_stems.size() >= 2;
  // Where both say when, and it is the same time, the titles may speak of more that is different.
  const bool same_period = !a.appraisal.facts.period.value.empty() &&
                           folded(a.appraisal.facts.period.value) == folded(b.appraisal.facts.period.value);
  constexpr size_t kOverlapOfPeriodMin = 50;
  const People people = compare_people(a.appraisal, b.appraisal);
  if (overlap < (same_period ? kOverlapOfPeriodMin : kOverlapMin) && !same_title) {
    const bool by_facts = x.trial && y.trial && people == People::kSame && all_authors_agree(x, y) &&
                          (same_period || same_arms) &&
                          !periods_differ(a.appraisal.facts, b.appraisal.facts) &&
                          !arms_differ(a.appraisal.facts, b.appraisal.facts);
    if (!by_facts) return {};
    return same_period ? "all authors, people and time agree" : "all authors, people and arms agree";
  }
  std::string why = stage(a, x, b, y);
  if (why.empty()) why = stage(b, y, a, x);
  if (!why.empty() && (people != People::kOther || same_title || overlap >= kOverlapClearMin))
    return (same_title ? "authors and title agree; " : "authors and subject agree; ") + why;

  constexpr int kYearsMax = 4;
  if (a.appraisal.year == 0 || b.appraisal.year == 0 ||
      std::abs(int{a.appraisal.year} - int{b.appraisal.year}) > kYearsMax)
    return {};
  if (people == People::kOther || periods_differ(a.appraisal.facts, b.appraisal.facts) ||
      arms_differ(a.appraisal.facts, b.appraisal.facts))
    return {};
  if (people == People::kUnknown) return same_title ? "authors and title agree" : std::string();
  // Cohorts are counted in the same town year after year: they need more than as many people.
  if ((!x.trial || !y.trial) && overlap < kOverlapClearMin && !same_period) return {};
  return same_title ? "authors, title and people agree" : "authors, people and treatments agree";
}

}  // namespace attest
