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
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

namespace {

// What of a text describes the study itself: title and abstract, or the first part of an unstructured text.
std::string_view own_description(const Document& document) {
  constexpr size_t kDescriptionBytes = 6000;
  size_t end = 0;
  for (const Section& section : document.sections) {
    if (section.kind == SectionKind::kAbstract || section.kind == SectionKind::kTitle) end = section.body.end;
  }
  if (end == 0 || end > document.text.size()) end = document.text.size();
  return std::string_view(document.text).substr(0, std::min(end, kDescriptionBytes));
}

// The same for the readers of StudyFacts, with blanks for headings glued to the word after them
// ("MethodsSixty patients"), which would hide it. Where a full text has no abstract of its own: its first
// part.
std::string study_description(const Document& document) {
  constexpr size_t kStudyBytes = 2200;
  static constexpr std::string_view kHeadings[] = {
      "methods",  "results",   "background", "objective",    "objectives",  "design",       "setting",
      "patients", "findings",  "subjects",   "aim",          "aims",        "participants", "purpose",
      "material", "materials", "method",     "introduction", "conclusions", "conclusion"};
  const std::string_view own = own_description(document);
  const bool only_title = !document.sections.empty() &&
                          document.sections.front().kind == SectionKind::kTitle &&
                          own.size() <= document.sections.front().body.end;
  std::string text(only_title ? std::string_view(document.text).substr(0, kStudyBytes) : own);
  const std::string lower = lower_ascii(text);
  for (const std::string_view heading : kHeadings) {
    for (size_t at = lower.find(heading); at != std::string::npos; at = lower.find(heading, at + 1)) {
      const size_t end = at + heading.size();
      const bool starts = at == 0 || !is_lower(text[at - 1]);
      const bool glued = end + 1 < text.size() && is_upper(text[at]) && is_upper(text[end]) &&
                         (is_lower(text[end + 1]) || text[end + 1] == ' ');
      if (!starts || !glued) continue;
      size_t from = at;  // "Material/MethodsSixty"
      while (from > 0 && (is_letter(text[from - 1]) || text[from - 1] == '/')) --from;
      std::fill(text.begin() + static_cast<std::ptrdiff_t>(from),
                text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    }
  }
  return text;
}

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

}  // namespace

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
  const std::string own = own_statements(study);
  find_arms(study, appraisal);
  if (!review) find_blinding(own, appraisal);
  if (has_results_in_people(appraisal.design) && appraisal.design != StudyDesign::kSystematicReview)
    find_settings(document, study, own, appraisal);
  find_period(study, own, appraisal);
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
  // What a page for patients or a notice calls small or retrospective is no study of its own.
  if (appraisal.design != StudyDesign::kPatientPage && appraisal.design != StudyDesign::kNotice) {
    const bool looks_back = appraisal.design != StudyDesign::kRandomisedTrial;
    for (const Limit& limit : kLimits) {
      if (limit.says == "retrospective" && !looks_back) continue;
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
