// Study design, in order of trust: what a curated record says, a registry or page source, publication types,
// the title, subject headings, phrases of the text (design_words.h) weighed with its
// wording as a whole (design_wording.h). Publication types are MEDLINE's
// (https://www.nlm.nih.gov/mesh/pubtypes.html).
#include "appraise/study_design.h"

#include <algorithm>
#include <vector>

#include "appraise/case_signs.h"
#include "appraise/design_checks.h"
#include "appraise/design_wording.h"
#include "appraise/design_words.h"
#include "appraise/own_design.h"
#include "appraise/own_statements.h"
#include "appraise/page_kinds.h"
#include "base/ascii.h"
#include "document/title_notes.h"
#include "text/phrases.h"

namespace attest {

const char* study_design_name(StudyDesign design) {
  switch (design) {
    case StudyDesign::kGuideline: return "guideline";
    case StudyDesign::kConsensus: return "consensus";
    case StudyDesign::kSystematicReview: return "systematic review";
    case StudyDesign::kRandomisedTrial: return "randomised trial";
    case StudyDesign::kNonRandomisedTrial: return "controlled study, not randomised";
    case StudyDesign::kCohort: return "cohort study";
    case StudyDesign::kCaseControl: return "case-control study";
    case StudyDesign::kCrossSectional: return "cross-sectional study";
    case StudyDesign::kDiagnosticStudy: return "diagnostic study";
    case StudyDesign::kCaseSeries: return "case series";
    case StudyDesign::kCaseReport: return "case report";
    case StudyDesign::kQualitative: return "qualitative study";
    case StudyDesign::kEconomic: return "economic analysis";
    case StudyDesign::kReview: return "narrative review";
    case StudyDesign::kOpinion: return "expert opinion";
    case StudyDesign::kProtocol: return "protocol, no results";
    case StudyDesign::kRegistration: return "trial registration";
    case StudyDesign::kPatientPage: return "patient page";
    case StudyDesign::kAnimal: return "animal study";
    case StudyDesign::kLaboratory: return "laboratory study";
    case StudyDesign::kNotice: return "notice";
    case StudyDesign::kUnclear: break;
  }
  return "design not stated";
}

int design_rank(StudyDesign design) {
  switch (design) {
    case StudyDesign::kGuideline: return 0;
    case StudyDesign::kSystematicReview: return 1;
    case StudyDesign::kConsensus: return 2;
    case StudyDesign::kRandomisedTrial: return 2;
    case StudyDesign::kNonRandomisedTrial: return 3;
    case StudyDesign::kDiagnosticStudy: return 3;
    case StudyDesign::kCohort: return 4;
    case StudyDesign::kEconomic: return 4;
    case StudyDesign::kCaseControl: return 5;
    case StudyDesign::kCrossSectional: return 5;
    case StudyDesign::kQualitative: return 5;
    case StudyDesign::kUnclear: return 6;
    case StudyDesign::kReview: return 6;
    case StudyDesign::kCaseSeries: return 7;
    case StudyDesign::kPatientPage: return 7;
    case StudyDesign::kOpinion: return 8;
    case StudyDesign::kCaseReport: return 9;
    case StudyDesign::kRegistration: return 10;
    case StudyDesign::kProtocol: return 11;
    case StudyDesign::kAnimal: return 12;
    case StudyDesign::kLaboratory: return 12;
    case StudyDesign::kNotice: return 13;
  }
  return 13;
}

bool has_results_in_people(StudyDesign design) {
  switch (design) {
    case StudyDesign::kReview:
    case StudyDesign::kOpinion:
    case StudyDesign::kProtocol:
    case StudyDesign::kRegistration:
    case StudyDesign::kPatientPage:
    case StudyDesign::kAnimal:
    case StudyDesign::kLaboratory:
    case StudyDesign::kNotice:
    case StudyDesign::kGuideline:
    case StudyDesign::kConsensus: return false;
    default: return true;
  }
}

namespace {

using Cue = DesignCue;

// clang-format off
// Curated records say their design in free words; the first cue that occurs decides.
constexpr Cue kRecordCues[] = {
    {"quasi-rct", StudyDesign::kNonRandomisedTrial},
    {"non-randomised", StudyDesign::kNonRandomisedTrial},
    {"nonrandomised", StudyDesign::kNonRandomisedTrial},
    {"non-randomized", StudyDesign::kNonRandomisedTrial},
    {"protocol", StudyDesign::kProtocol},
    {"registration", StudyDesign::kRegistration},
    {"expert note", StudyDesign::kOpinion},
    {"economic", StudyDesign::kEconomic},
    {"mediation", StudyDesign::kCohort},
    {"terminology", StudyDesign::kConsensus},
    {"consensus criteria", StudyDesign::kConsensus},
    {"consensus classification", StudyDesign::kConsensus},
    {"guideline*", StudyDesign::kGuideline},
    {"best practice advice", StudyDesign::kGuideline},
    {"technical review", StudyDesign::kReview},
    {"systematic review*", StudyDesign::kSystematicReview},
    {"evidence synthesis", StudyDesign::kSystematicReview},
    {"meta-analysis*", StudyDesign::kSystematicReview},
    {"scoping review", StudyDesign::kReview},
    {"integrative review", StudyDesign::kReview},
    {"editorial*", StudyDesign::kOpinion},
    {"diagnostic*", StudyDesign::kDiagnosticStudy},
    {"normative", StudyDesign::kCrossSectional},
    {"test agreement", StudyDesign::kDiagnosticStudy},
    {"programme report", StudyDesign::kReview},
    {"post hoc", StudyDesign::kCohort},
    {"single-arm", StudyDesign::kCaseSeries},
    {"uncontrolled", StudyDesign::kCaseSeries},
    {"rct*", StudyDesign::kRandomisedTrial},
    {"randomised*", StudyDesign::kRandomisedTrial},
    {"randomized*", StudyDesign::kRandomisedTrial},
    {"case report", StudyDesign::kCaseReport},
    {"case series", StudyDesign::kCaseSeries},
    {"case-control", StudyDesign::kCaseControl},
    {"cross-sectional", StudyDesign::kCrossSectional},
    {"population-based", StudyDesign::kCohort},
    {"cohort", StudyDesign::kCohort},
    {"controlled", StudyDesign::kNonRandomisedTrial},
    {"retrospective", StudyDesign::kCohort},
    {"qualitative", StudyDesign::kQualitative},
    {"physiological series", StudyDesign::kCaseSeries},
    {"review", StudyDesign::kReview},
    {"abstract/supplement", StudyDesign::kOpinion},
};

// MEDLINE publication types, strongest first.
constexpr Cue kPublicationTypes[] = {
    {"retraction of publication", StudyDesign::kNotice},
    {"published erratum", StudyDesign::kNotice},
    {"expression of concern", StudyDesign::kNotice},
    {"practice guideline", StudyDesign::kGuideline},
    {"guideline", StudyDesign::kGuideline},
    {"consensus development conference*", StudyDesign::kConsensus},
    {"consensus statement", StudyDesign::kConsensus},
    {"network meta-analysis", StudyDesign::kSystematicReview},
    {"meta-analysis", StudyDesign::kSystematicReview},
    {"systematic review", StudyDesign::kSystematicReview},
    {"clinical trial protocol", StudyDesign::kProtocol},
    {"randomized controlled trial", StudyDesign::kRandomisedTrial},
    {"equivalence trial", StudyDesign::kRandomisedTrial},
    {"pragmatic clinical trial", StudyDesign::kRandomisedTrial},
    {"controlled clinical trial", StudyDesign::kNonRandomisedTrial},
    {"case reports", StudyDesign::kCaseReport},
    {"observational study", StudyDesign::kCohort},
    {"patient education handout", StudyDesign::kPatientPage},
    {"editorial", StudyDesign::kOpinion},
    {"comment", StudyDesign::kOpinion},
    {"letter", StudyDesign::kOpinion},
    {"news", StudyDesign::kOpinion},
    {"review", StudyDesign::kReview},
};

// MEDLINE's subject headings for study designs (https://meshb.nlm.nih.gov, tree E05.318.372 and E05.318.780),
// strongest first. "Prospective Studies" and "Follow-Up Studies" stand on trials as well as on cohorts.
constexpr Cue kDesignHeadings[] = {
    {"double-blind method", StudyDesign::kRandomisedTrial},
    {"single-blind method", StudyDesign::kRandomisedTrial},
    {"random allocation", StudyDesign::kRandomisedTrial},
    {"cross-over studies", StudyDesign::kRandomisedTrial},
    {"case-control studies", StudyDesign::kCaseControl},
    {"cross-sectional studies", StudyDesign::kCrossSectional},
    {"retrospective studies", StudyDesign::kCohort},
    {"cohort studies", StudyDesign::kCohort},
    {"longitudinal studies", StudyDesign::kCohort},
    {"focus groups", StudyDesign::kQualitative},
    {"qualitative research", StudyDesign::kQualitative},
};
// clang-format on

// What the subject headings say of the design. Headings "… as Topic" stand on papers about studies.
StudyDesign design_of_headings(const BibliographicRecord& record) {
  for (const Cue& cue : kDesignHeadings) {
    for (const MeshHeading& heading : record.mesh) {
      if (lower_ascii(heading.descriptor) == cue.phrase) return cue.design;
    }
  }
  return StudyDesign::kUnclear;
}

// What the notes behind a title say, as a publication type would.
constexpr Cue kTitleNotes[] = {
    {"protocol", StudyDesign::kProtocol}, {"systematic review", StudyDesign::kSystematicReview},
    {"editorial", StudyDesign::kOpinion}, {"[comment", StudyDesign::kOpinion},
    {"review", StudyDesign::kReview},
};

// A study that others commented on bears the notes of their comments too.
StudyDesign design_of_notes(std::string_view notes, StudyDesign by_title) {
  const std::string lower = lower_ascii(notes);
  const bool commented = by_title != StudyDesign::kUnclear || lower.find("[see comment") != std::string::npos;
  for (const Cue& cue : kTitleNotes) {
    if (lower.find(cue.phrase) == std::string::npos) continue;
    if (cue.design == StudyDesign::kOpinion && commented) continue;
    return cue.design;
  }
  return StudyDesign::kUnclear;
}

bool animals_only(const BibliographicRecord& record) {
  bool animals = false;
  for (const MeshHeading& heading : record.mesh) {
    if (heading.descriptor == "Humans") return false;
    if (heading.descriptor == "Animals") animals = true;
  }
  return animals;
}

// Phrases of a text are hints: what the wording as a whole says counts more, among the designs that it knows.
// Where no phrase hints at anything, only what is more likely than not is said.
void weigh_wording(std::string_view title, std::string_view text, const PhraseJudgement& phrases,
                   const std::vector<StudyDesign>& barred, DesignJudgement& judgement) {
  constexpr double kLikelyMin = 0.5;
  constexpr double kAgainstPhrasesMin = 0.4;
  const WordingJudgement wording = design_of_wording(title, text, phrases, barred);
  const bool silent = phrases.design == StudyDesign::kUnclear;
  if (!wording.knows_phrases || wording.design == phrases.design) return;
  if (wording.probability < (silent ? kLikelyMin : kAgainstPhrasesMin)) return;
  judgement.design = wording.design;
  judgement.basis = wording.design == StudyDesign::kUnclear ? "" : "wording";
}

// The text with its title as the authors wrote it.
std::string text_without_notes(const Document& document, const TitleParts& parts) {
  const std::string& title = document.record.title;
  if (parts.notes.empty() || !document.text.starts_with(title)) return document.text;
  return std::string(parts.title) + document.text.substr(title.size());
}

// Phrases, then wording; what they suggest must hold beside what the text says of itself.
void judge_text(const Document& document, std::string_view title, std::string_view text, std::string_view own,
                DesignJudgement& judgement) {
  const PhraseJudgement phrases = design_of_phrases(title, text, own);
  judgement.design = phrases.design;
  judgement.basis = phrases.basis;
  const std::vector<StudyDesign> barred = barred_designs(text, own);
  // The model learned from titles whose notes said what kind of paper it is.
  const std::string whole_title = lower_ascii(document.record.title);
  const bool says_kind = whole_title.size() > title.size() && has_phrase(whole_title, "letter");
  if (says_kind)
    weigh_wording(whole_title, document.text, phrases, barred, judgement);
  else
    weigh_wording(title, text, phrases, barred, judgement);
  if (phrases.design == StudyDesign::kReview && says_it_reviews(own)) {
    judgement.design = phrases.design;
    judgement.basis = phrases.basis;
  }
  if (judgement.design == StudyDesign::kRandomisedTrial && phrases.basis != "title" &&
      retells_trials(own_part(text))) {
    judgement.design = StudyDesign::kReview;
    judgement.basis = "text";
  }
  // "In vitro" or the wording of the bench in a text about patients: biopsies of theirs, a drug's first
  // tests.
  static constexpr std::string_view kTheirPeople[] = {"patients", "volunteers", "respondents", "participants",
                                                      "phase ii"};
  if (judgement.design == StudyDesign::kLaboratory && phrases.basis != "title" && !works_on_cells(own) &&
      has_any_phrase(own, kTheirPeople)) {
    judgement.design = StudyDesign::kUnclear;
    judgement.basis = "";
  }
  // A title alone may be that of a case; a text tells who it was.
  constexpr size_t kBodyBytesMin = 50;
  if (judgement.design == StudyDesign::kCaseReport && phrases.basis != "title" &&
      text.size() > title.size() + kBodyBytesMin && !tells_of_a_person(title) && !tells_of_a_person(own)) {
    judgement.design = StudyDesign::kUnclear;
    judgement.basis = "";
  }
  if (phrases.design == StudyDesign::kCaseReport && judgement.design == StudyDesign::kCohort &&
      (phrases.basis == "title" || tells_of_cases(own))) {
    judgement.design = phrases.design;
    judgement.basis = phrases.basis;
  }
  if (has_results_in_people(judgement.design) && judgement.design != StudyDesign::kSystematicReview &&
      phrases.basis != "title" && tells_only_of_others(text, own)) {
    judgement.design = StudyDesign::kUnclear;
    judgement.basis = "";
  }
  const StudyDesign design = by_subjects(checked_design(judgement.design, title, own), title, own);
  if (design != judgement.design) judgement.basis = design == StudyDesign::kUnclear ? "" : "text";
  judgement.design = design;
}

}  // namespace

DesignJudgement judge_design(const Document& document) {
  const BibliographicRecord& record = document.record;
  DesignJudgement judgement;
  if (const std::string_view stated = record.statement("design"); !stated.empty()) {
    const std::string lower = lower_ascii(stated);
    judgement.meta_analysis = has_phrase(lower, "meta-analysis*");
    judgement.design = first_design(lower, kRecordCues);
    if (judgement.design != StudyDesign::kUnclear) {
      judgement.basis = "record";
      return judgement;
    }
  }
  if (document.depth == Depth::kRegistration) return {StudyDesign::kRegistration, "registry", false};
  if (document.depth == Depth::kPatientPage) return {StudyDesign::kPatientPage, "patient page", false};
  if (document.depth == Depth::kGuideline) return {StudyDesign::kGuideline, "guideline text", false};

  StudyDesign by_type = StudyDesign::kUnclear;
  size_t best = std::size(kPublicationTypes);
  for (const PublicationType& type : record.publication_types) {
    const std::string lower = lower_ascii(type.name);
    if (lower == "meta-analysis" || lower == "network meta-analysis") judgement.meta_analysis = true;
    for (size_t i = 0; i < best; ++i) {
      if (find_phrase(lower, kPublicationTypes[i].phrase) == 0) {
        best = i;
        by_type = kPublicationTypes[i].design;
        break;
      }
    }
  }
  const TitleParts parts = split_title(record.title);
  const std::string title = lower_ascii(parts.title);
  const std::string text = text_without_notes(document, parts);
  const std::string own = own_statements(own_part(text));
  if (has_phrase(title, "meta-analys*")) judgement.meta_analysis = true;
  const StudyDesign by_title = is_planned(title, own) ? StudyDesign::kProtocol : design_of_title(title);
  if (by_type == StudyDesign::kUnclear) by_type = design_of_notes(parts.notes, by_title);
  // "Review" as a publication type also stands on systematic reviews and guidelines of older years.
  const bool weak_type = by_type == StudyDesign::kReview || by_type == StudyDesign::kUnclear;
  if (!weak_type) {
    judgement.design = by_subjects(by_type, title, own);
    judgement.basis = judgement.design == by_type ? "publication type" : "title";
  } else if (animals_only(record)) {
    return {StudyDesign::kAnimal, "MeSH", false};
  } else if (by_title != StudyDesign::kUnclear) {
    judgement.design = by_subjects(checked_design(by_title, title, own), title, own);
    judgement.basis = judgement.design == StudyDesign::kUnclear ? "" : "title";
  } else if (by_type != StudyDesign::kUnclear) {
    // An indexer who wrote "Review" saw how it was made; a note behind the title is older than that type.
    const bool indexed = best < std::size(kPublicationTypes);
    const bool systematic =
        indexed ? has_phrase(own, "selection criteria") && tells_a_search(own) : is_systematic(title, own);
    judgement.design = by_subjects(systematic ? StudyDesign::kSystematicReview : by_type, title, own);
    judgement.basis = systematic ? "text" : "publication type";
  } else if (const StudyDesign by_heading = design_of_headings(record); by_heading != StudyDesign::kUnclear) {
    judgement.design = by_heading;
    judgement.basis = "MeSH";
  } else if (is_guideline_chapter(record, document.text)) {
    return {StudyDesign::kGuideline, "headings of a treatment guideline", false};
  } else if (is_answer_for_patients(record, title)) {
    return {StudyDesign::kPatientPage, "title asks what patients ask", false};
  } else {
    judge_text(document, title, text, own, judgement);
    // Letters report cases as often as they comment: the note tells where nothing else does.
    if (judgement.design == StudyDesign::kUnclear && has_phrase(lower_ascii(parts.notes), "letter"))
      judgement = {StudyDesign::kOpinion, "title", false};
  }
  if (judgement.design == StudyDesign::kSystematicReview && has_phrase(own, "meta-analysis")) {
    judgement.meta_analysis = judgement.meta_analysis || judgement.basis != "publication type";
  }
  if (judgement.design != StudyDesign::kSystematicReview) judgement.meta_analysis = false;
  return judgement;
}

}  // namespace attest
