#include "appraise/appraisal.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "appraise/grades.h"
#include "appraise/own_statements.h"
#include "appraise/read_facts.h"
#include "appraise/registrations.h"
#include "appraise/sample_size.h"
#include "appraise/study_design.h"
#include "appraise/study_text.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

namespace {

struct Limit {
  std::string_view phrase;
  std::string_view says;
};

constexpr Limit kLimits[] = {
    {"no comparison group", "no comparison group"},
    {"no control group", "no control group"},
    {"no untreated control group", "no untreated control group"},
    {"no untreated comparison group", "no untreated comparison group"},
    {"high risk of bias", "high risk of bias"},
    {"single-centre", "single centre"},
    {"single-center", "single centre"},
    {"small sample", "small sample"},
    {"trial was small", "small"},
    {"series was small", "small"},
    {"series was very small", "very small"},
    {"inconclusive", "called inconclusive by its authors"},
    {"underpowered", "underpowered"},
    {"second-hand", "second-hand"},
    {"open-label", "open label"},
    {"retrospective", "retrospective"},
};

struct Society {
  std::string_view phrase;
  std::string_view name;
};

constexpr Society kSocieties[] = {
    {"anms-esnm", "ANMS–ESNM"},
    {"acg", "ACG"},
    {"american college of gastroenterology", "ACG"},
    {"ascrs", "ASCRS"},
    {"american society of colon and rectal surgeons", "ASCRS"},
    {"aga", "AGA"},
    {"american gastroenterological association", "AGA"},
    {"cochrane", "Cochrane"},
    {"nice", "NICE"},
    {"national institute for health and care excellence", "NICE"},
    {"rome iv", "Rome IV"},
    {"acog", "ACOG"},
    {"bashh", "BASHH"},
    {"espghan", "ESPGHAN/NASPGHAN"},
    {"aua/smsna", "AUA/SMSNA"},
    {"dgvs", "DGVS/DGNM"},
    {"iuga/ics", "IUGA/ICS"},
    {"iapwg", "IAPWG"},
    {"world health organization", "WHO"},
    {"uspstf", "USPSTF"},
    {"european society of cardiology", "ESC"},
    {"american heart association", "AHA"},
    {"american diabetes association", "ADA"},
    {"sign", ""},
};

std::string level_of(StudyDesign design) {
  switch (design) {
    case StudyDesign::kSystematicReview: return "1";
    case StudyDesign::kRandomisedTrial: return "2";
    case StudyDesign::kNonRandomisedTrial:
    case StudyDesign::kCohort: return "3";
    case StudyDesign::kCaseControl:
    case StudyDesign::kCaseSeries:
    case StudyDesign::kCrossSectional: return "4";
    case StudyDesign::kReview:
    case StudyDesign::kOpinion: return "5";
    default: return {};
  }
}

uint32_t parse_count(std::string_view text) {
  uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// People of the text's own: counted, said to have been treated or followed, or under a heading of their own.
bool tells_of_people(const Document& document, const Appraisal& appraisal, std::string_view own) {
  static constexpr std::string_view kStudied[] = {
      "patients were",  "subjects were",     "participants were", "volunteers",       "were enrolled",
      "were recruited", "women were",        "men were",          "children were",    "infants were",
      "patients who",   "patients received", "patients had",      "individuals were", "adults were",
      "people were",    "we studied",        "year-old",          "was admitted",     "presented with",
      "students were",  "cases were",        "patients was",      "patients treated", "healthy subjects"};
  static constexpr std::string_view kHeadings[] = {"patients", "participants", "subjects", "population"};
  if (appraisal.sample_size != 0 || has_any_phrase(own, kStudied)) return true;
  return std::any_of(document.sections.begin(), document.sections.end(), [&](const Section& section) {
    return section.kind == SectionKind::kAbstract && !section.heading.empty() &&
           has_any_phrase(lower_ascii(section.heading.of(document.text)), kHeadings);
  });
}

// What the wording suggests and the number of people denies: 88 patients are no case report, eight boys no
// cohort.
void refuse_unfit_counts(std::string_view title, Appraisal& appraisal) {
  const bool guessed = appraisal.design_basis == "wording" || appraisal.design_basis == "text";
  constexpr uint32_t kReportMax = 10;
  constexpr uint32_t kSeriesMax = 10;
  const uint32_t people = appraisal.sample_size;
  // "A case report and review of the literature" counts those of others.
  if (appraisal.design_basis == "title" && appraisal.design == StudyDesign::kCaseReport &&
      people > kReportMax && (has_phrase(title, "case report") || has_phrase(title, "a case of"))) {
    appraisal.sample_size = 0;
    appraisal.sample_size_span = {};
    return;
  }
  // "Report of 82 cases".
  if (appraisal.design_basis == "title" && appraisal.design == StudyDesign::kCaseReport &&
      people > kReportMax) {
    appraisal.design = StudyDesign::kCaseSeries;
    appraisal.level = level_of(appraisal.design);
  }
  if (!guessed || people == 0) return;
  if (appraisal.design == StudyDesign::kCaseReport && people > kReportMax)
    appraisal.design = StudyDesign::kUnclear;
  else if (appraisal.design == StudyDesign::kCohort && people < kSeriesMax)
    appraisal.design = StudyDesign::kCaseSeries;
  else
    return;
  if (appraisal.design == StudyDesign::kUnclear) appraisal.design_basis.clear();
  appraisal.level = level_of(appraisal.design);
}

// What a full text says of the study where its abstract does not: how, where and when, and its registration.
void read_methods(const Document& document, Appraisal& appraisal) {
  if (document.depth != Depth::kFullText || !has_results_in_people(appraisal.design) ||
      appraisal.design == StudyDesign::kSystematicReview)
    return;
  StudyFacts& facts = appraisal.facts;
  const bool registered = !appraisal.registrations.empty();
  if (!facts.blinding.value.empty() && !facts.settings.empty() && !facts.period.value.empty() && registered)
    return;
  const ByteSpan span = methods_span(document);
  if (span.empty()) return;
  const std::string methods(span.of(document.text));
  const std::string own = own_statements(methods);
  Appraisal more;
  more.design = appraisal.design;
  if (facts.blinding.value.empty()) find_blinding(own, more);
  // Places stand at the start; what follows names who made a device or a test.
  constexpr size_t kPlaceBytes = 2000;
  const size_t places = std::min(kPlaceBytes, methods.size());
  if (facts.settings.empty())
    find_settings(Document(), std::string_view(methods).substr(0, places),
                  std::string_view(own).substr(0, places), more);
  if (facts.period.value.empty()) find_period(methods, own, more);
  const auto moved = [&](StatedFact fact) {
    fact.span = {fact.span.start + span.start, fact.span.end + span.start};
    return fact;
  };
  if (!more.facts.blinding.value.empty()) facts.blinding = moved(more.facts.blinding);
  if (!more.facts.period.value.empty()) facts.period = moved(more.facts.period);
  for (const StatedFact& setting : more.facts.settings) facts.settings.push_back(moved(setting));
  if (registered || appraisal.pools_studies || appraisal.meta_analysis) return;
  const Registrations registrations = find_registrations(BibliographicRecord(), methods);
  // One number: of several it is not sure which is the study's own.
  if (registrations.own.size() == 1) appraisal.registrations = registrations.own;
}

}  // namespace

bool has_results_in_people(const Appraisal& appraisal) {
  if (appraisal.design == StudyDesign::kUnclear) return appraisal.tells_of_people;
  return has_results_in_people(appraisal.design);
}

Appraisal appraise(const Document& document) {
  Appraisal appraisal;
  const BibliographicRecord& record = document.record;
  const DesignJudgement judgement = judge_design(document);
  appraisal.design = judgement.design;
  appraisal.design_basis = judgement.basis;
  appraisal.meta_analysis = judgement.meta_analysis;
  appraisal.depth = document.depth;
  appraisal.year = record.published.year != 0 ? record.published.year : record.electronic.year;
  // Where no word says that a trial was randomised, its wording alone gives it no level.
  const bool guessed = appraisal.design == StudyDesign::kRandomisedTrial && judgement.basis == "wording";
  appraisal.level = guessed ? std::string() : level_of(appraisal.design);

  const std::string_view description = own_description(document);
  const std::string lower = lower_ascii(description);
  appraisal.second_hand = has_phrase(lower, "second-hand") || has_phrase(lower, "as reported in a news item");
  const bool review = appraisal.design == StudyDesign::kSystematicReview ||
                      appraisal.design == StudyDesign::kReview || appraisal.design == StudyDesign::kGuideline;
  const std::string study = study_description(document);
  // The numbers that a narrative review or a guideline tells are those of studies that it cites.
  if (has_results_in_people(appraisal.design) || appraisal.design == StudyDesign::kUnclear) {
    find_sample_sizes(document, study, appraisal);
  }
  refuse_unfit_counts(lower_ascii(record.title), appraisal);
  const std::string own = own_statements(study);
  find_arms(study, appraisal);
  if (!review) find_blinding(own, appraisal);
  if (has_results_in_people(appraisal.design) && appraisal.design != StudyDesign::kSystematicReview)
    find_settings(document, study, own, appraisal);
  find_period(study, own, appraisal);
  appraisal.tells_of_people = tells_of_people(document, appraisal, own);
  if (appraisal.design != StudyDesign::kPatientPage) find_interests(document, appraisal.facts);
  if (const std::string_view stated = record.statement("n"); !stated.empty() && parse_count(stated) != 0) {
    appraisal.sample_size = parse_count(stated);
  }
  if (appraisal.design == StudyDesign::kGuideline || appraisal.design == StudyDesign::kConsensus ||
      appraisal.design == StudyDesign::kSystematicReview) {
    appraisal.grades = find_grades(description);
  }
  if (const std::string_view society = record.statement("society"); !society.empty()) {
    appraisal.society = std::string(society);
  } else if (appraisal.design == StudyDesign::kGuideline ||
             appraisal.design == StudyDesign::kSystematicReview) {
    const std::string head =
        lower_ascii(record.title) + " " + lower_ascii(record.journal.title) + " " + lower.substr(0, 300);
    for (const Society& society_cue : kSocieties) {
      if (!society_cue.name.empty() && has_phrase(head, society_cue.phrase)) {
        appraisal.society = std::string(society_cue.name);
        break;
      }
    }
  }
  appraisal.pools_studies = !review && pools_studies(record.title, study);
  const bool on_others = review || appraisal.pools_studies || appraisal.meta_analysis ||
                         appraisal.design == StudyDesign::kPatientPage ||
                         appraisal.design == StudyDesign::kConsensus;
  Registrations registrations;
  if (on_others)
    registrations = find_registrations_of_review(record, document.text);
  else if (appraisal.design == StudyDesign::kRegistration)
    registrations = find_registrations_of_entry(record, study);
  else
    registrations = find_registrations(record, study);
  appraisal.registrations = std::move(registrations.own);
  appraisal.other_registrations = std::move(registrations.others);
  read_methods(document, appraisal);
  // What a page for patients or a notice calls small or retrospective is no study of its own.
  if (appraisal.design != StudyDesign::kPatientPage && appraisal.design != StudyDesign::kNotice) {
    const std::string& blinding = appraisal.facts.blinding.value;
    const bool blinded = !blinding.empty() && blinding != "open label";
    const bool looks_back = appraisal.design != StudyDesign::kRandomisedTrial;
    for (const Limit& limit : kLimits) {
      if (limit.says == "retrospective" && !looks_back) continue;
      // Of a blinded trial the rescue or the time after it was open.
      if (limit.says == "open label" && (blinded || !names_open_label(own))) continue;
      if (has_phrase(own, limit.phrase)) appraisal.limits.emplace_back(limit.says);
    }
  }
  return appraisal;
}

std::string describe(const Appraisal& appraisal) {
  std::string line =
      appraisal.meta_analysis ? "systematic review with meta-analysis" : study_design_name(appraisal.design);
  if (appraisal.studies != 0) line += fmt::format(", {} studies", appraisal.studies);
  if (appraisal.sample_size != 0) line += fmt::format(", n = {}", appraisal.sample_size);
  switch (appraisal.depth) {
    case Depth::kTitle: line += ", title only"; break;
    case Depth::kAbstract: line += ", abstract only"; break;
    case Depth::kSummary: line += ", summary only"; break;
    default: break;
  }
  if (appraisal.second_hand) line += ", second-hand";
  return line;
}

}  // namespace attest
