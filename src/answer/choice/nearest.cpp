#include "answer/choice/nearest.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "answer/audit.h"
#include "answer/choice/finding_order.h"
#include "answer/choice/near_findings.h"
#include "answer/choice/nearness.h"
#include "answer/disagreements/disagreements.h"
#include "answer/lay/lay_caution.h"
#include "answer/lay/plain_quotes.h"
#include "answer/lay/told_harms.h"
#include "answer/lines/after_failure.h"
#include "answer/lines/getting_condition.h"
#include "answer/references.h"
#include "answer/sections.h"
#include "answer/wording.h"
#include "evidence/relevance.h"
#include "reconcile/outcomes/plain_results.h"

namespace attest {
namespace {

constexpr double kNearShareMin = 0.6;  // of what was asked, in the document
constexpr double kShareOfWordsMin = 0.6;
constexpr double kOfWordsMin = 0.2;
constexpr double kPartlyMin = 0.35;         // less, and it is not said that a part is answered
constexpr double kAnswersMin = 0.5;         // two of three such sentences answer what was asked
constexpr double kSurelyMin = 0.6;          // for patients, where the sentence does not name what was asked
constexpr double kNearnessBesideMin = 0.3;  // beside an answer, what merely names the same things distracts
constexpr double kNearBestShare = 0.4;
constexpr size_t kNearStatements = 4;
constexpr size_t kBottomStatements = 3;
constexpr double kSecondMin = 0.4;  // a second sentence of one study
constexpr size_t kOfOneStudy = 2;
constexpr size_t kNearDocuments = 3;  // fewer cited, and what comes near in others belongs beside them
constexpr double kMissMin = 0.08;     // of what is labelled a near miss
constexpr double kMissBesideMin = 0.12;
constexpr double kMissPlainMin = 0.15;  // for patients, who cannot tell as well what is beside the point
constexpr double kMissBestShare = 0.2;

// Whatever else speaks for it: its document holds most of what was asked, and each thing that is needed
// stands near. Where nothing is asked about that a thesaurus knows, most words are there, and it is likely.
// Where a figure is asked for it has one, and every subject is near, as there are many things to measure.
bool may_be_shown(const NearFinding& near) {
  if (near.only_cited || near.in_text < kNearShareMin || !near.subjects_near) return false;
  if (!near.has_subject && (near.with_title.value < kShareOfWordsMin || near.nearness < kOfWordsMin))
    return false;
  if (near.form == NearForm::kFigure) return near.all_subjects;
  return near.form != NearForm::kLacking;
}

}  // namespace

std::vector<NearFinding> rank_near_findings(const Evidence& evidence, const QuestionCoverage& coverage,
                                            const PertinenceReader& pertinence, const CitedSpans& cited) {
  std::vector<NearFinding> near = read_near_findings(evidence, coverage, pertinence, cited);
  for (NearFinding& one : near)
    one.nearness = read_nearness(evidence, one, pertinence, near_place(evidence.question, *one.finding));
  std::stable_sort(near.begin(), near.end(),
                   [](const NearFinding& a, const NearFinding& b) { return a.nearness > b.nearness; });
  return near;
}

namespace {

// Not even near: who looks for a dose may take what stands there.
bool is_dose_for_another(const AnswerSource& source, const Finding& finding) {
  return is_for_another_chapter(source, finding) &&
         std::any_of(finding.quantities.begin(), finding.quantities.end(),
                     [](const Quantity& one) { return one.kind == QuantityKind::kDose; });
}

// For a clinician the sentence; for others only what they can follow.
std::optional<Statement> put(const Evidence& evidence, const Finding& finding) {
  if (evidence.audience == Audience::kClinician) return quote_finding(evidence, finding);
  if (auto worded = word_for_audience(evidence, finding, "")) return worded;
  const std::string_view sentence = evidence.sentence_of(finding);
  if (!names_its_subject(evidence, finding)) return std::nullopt;
  if (!is_for_lay_readers(sentence) && !is_harm_of_asked(evidence, finding)) return std::nullopt;
  const bool for_patients = evidence.source_of(finding).appraisal.design == StudyDesign::kPatientPage;
  if (for_patients || easy_to_read(sentence, finding) || is_harm_of_asked(evidence, finding))
    return quote_finding(evidence, finding);
  return std::nullopt;
}

// What an answer has told already, in whichever place.
std::set<std::string> sentences_told(const Answer& answer) {
  std::set<std::string> told;
  const auto add = [&](const std::vector<Statement>& statements) {
    for (const Statement& statement : statements) told.insert(sentence_key(statement.text));
  };
  add(answer.bottom_line);
  add(answer.warnings);
  for (const TherapyLine& line : answer.lines) {
    add(line.statements);
    add(line.harms);
    add(line.doses);
  }
  for (const AnswerSection& section : answer.sections) add(section.statements);
  return told;
}

// Takes a few of them, no sentence twice, none that is `told` and none of `known` documents.
class Chooser {
 public:
  Chooser(const Evidence& evidence, const std::vector<NearFinding>& near, std::set<std::string> known,
          std::set<std::string> told)
      : evidence_(evidence), near_(near), known_(std::move(known)), sentences_(std::move(told)) {}

  // What answers the question.
  std::vector<Statement> answers() {
    const bool next = !failed_in_question(evidence_).empty();
    return choose(kBottomStatements, [&](const NearFinding& near) {
      if (next && near.finding->trigger.empty()) return false;
      // "Fibre is found in plants" tells of another thing than was asked about.
      const bool of_another = near.nearness < kSurelyMin && !is_near_for_lay(evidence_, *near.finding);
      return near.nearness >= kAnswersMin && near.speaks_of_all && !of_another &&
             !is_for_another_chapter(evidence_.source_of(*near.finding), *near.finding);
    });
  }

  // What answers a part of it.
  std::vector<Statement> nearest(double least) {
    std::vector<Statement> statements = choose(kNearStatements, [&](const NearFinding& near) {
      return near.nearness >= least && is_near_for_lay(evidence_, *near.finding);
    });
    // Rather the nearest sentence in a doctor's words than nothing, where it may be read by everyone.
    if (statements.empty() && known_.empty() && best_shown_ != nullptr &&
        (evidence_.audience == Audience::kClinician ||
         is_for_lay_readers(evidence_.sentence_of(*best_shown_->finding))) &&
        names_people_asked(evidence_.question, *best_shown_->finding) &&
        may_come_near(evidence_, *best_shown_->finding)) {
      statements.push_back(quote_finding(evidence_, *best_shown_->finding));
      known_.insert(statements.back().citations.front().document);
    }
    return statements;
  }

  // The nearness of the first of what was last chosen from; 0 where there was nothing.
  double best_shown() const { return best_shown_ == nullptr ? 0 : best_shown_->nearness; }

  // What merely comes close: of other documents, as many as make kNearDocuments with those that are cited.
  std::vector<Statement> misses(double least) {
    if (evidence_.audience != Audience::kClinician) least = std::max(least, kMissPlainMin);
    std::vector<Statement> statements;
    for (const NearFinding& one : near_) {
      if (known_.size() >= kNearDocuments || one.nearness < least ||
          one.nearness < kMissBestShare * near_.front().nearness)
        break;
      const bool superseded =
          evidence_.source_of(*one.finding).status.status == PublicationStatus::kSuperseded;
      if (one.only_cited || superseded || !is_near_for_lay(evidence_, *one.finding)) continue;
      std::optional<Statement> statement = take(one, 1);
      if (!statement) continue;
      known_.insert(statement->citations.front().document);
      statements.push_back(std::move(*statement));
    }
    return statements;
  }

 private:
  // Of each study two at most.
  template <typename F>
  std::vector<Statement> choose(size_t most, F&& is_wanted) {
    std::vector<const NearFinding*> shown;
    const ConditionGot got(evidence_);
    for (const NearFinding& one : near_) {
      const bool of_another = is_dose_for_another(evidence_.source_of(*one.finding), *one.finding) ||
                              got.is_outcome_of(*one.finding);
      if (is_wanted(one) && may_be_shown(one) && !of_another) shown.push_back(&one);
    }
    std::vector<Statement> statements;
    best_shown_ = nullptr;
    if (shown.empty()) return statements;
    best_shown_ = shown.front();
    for (const NearFinding* one : shown) {
      if (statements.size() == most || one->nearness < kNearBestShare * best_shown_->nearness) break;
      const size_t of_study = one->nearness < kSecondMin ? 1 : kOfOneStudy;
      if (auto statement = take(*one, of_study)) statements.push_back(std::move(*statement));
    }
    for (const Statement& statement : statements) known_.insert(statement.citations.front().document);
    return statements;
  }

  std::optional<Statement> take(const NearFinding& one, size_t most_of_study) {
    if (!names_people_asked(evidence_.question, *one.finding) || !may_come_near(evidence_, *one.finding))
      return std::nullopt;
    const AnswerSource& source = evidence_.source_of(*one.finding);
    size_t& count = of_study_[source.study];
    if (count >= most_of_study || known_.contains(source.id) || is_dose_for_another(source, *one.finding))
      return std::nullopt;
    std::optional<Statement> statement = put(evidence_, *one.finding);
    if (!statement || !sentences_.insert(sentence_key(evidence_.sentence_of(*one.finding))).second)
      return std::nullopt;
    ++count;
    return statement;
  }

  const Evidence& evidence_;
  const std::vector<NearFinding>& near_;
  std::set<std::string> known_;  // documents
  const NearFinding* best_shown_ = nullptr;
  std::map<uint32_t, size_t> of_study_;
  std::set<std::string> sentences_;
};

std::vector<Check> checks_of(const Evidence& evidence, const std::vector<Statement>& statements) {
  std::set<uint32_t> cited;
  for (uint32_t i = 0; i < evidence.sources.size(); ++i) {
    for (const Statement& statement : statements) {
      if (statement.citations.front().document == evidence.sources[i].id) cited.insert(i);
    }
  }
  return audit_sources(evidence, cited);
}

void add_section(Answer& answer, const Evidence& evidence, const char* kind, const char* title,
                 const char* lay_title, std::vector<Statement> statements) {
  if (statements.empty()) return;
  for (Check& check : checks_of(evidence, statements)) answer.checks.push_back(std::move(check));
  const bool lay = evidence.audience != Audience::kClinician;
  answer.sections.push_back({kind, lay ? lay_title : title, std::move(statements)});
}

// What is likely enough to answer is the answer, where nothing else is.
void answer_by_nearest(Answer& answer, const Evidence& evidence, Chooser& chooser) {
  // What passes for an answer to "what helps?" names a treatment and what it did; that is an option.
  if (is_treatment_question(evidence.question) && evidence.audience == Audience::kClinician) return;
  answer.bottom_line = chooser.answers();
  if (answer.bottom_line.empty()) return;
  answer.verdict = Answer::Verdict::kAnswered;
  std::erase(answer.gaps, missing_answer(evidence.question));
  for (Check& check : checks_of(evidence, answer.bottom_line)) answer.checks.push_back(std::move(check));
}

void add_nearest_section(Answer& answer, const Evidence& evidence, std::vector<Statement> statements) {
  const bool beside = !answer.bottom_line.empty() || !answer.lines.empty() || !answer.sections.empty();
  add_section(
      answer, evidence, kNearestSection,
      beside ? "Nearest statements in other sources" : "Nearest statements: none answers the whole question",
      beside ? "From other sources" : "What comes nearest to your question", std::move(statements));
}

void add_misses(Answer& answer, const Evidence& evidence, std::vector<Statement> statements) {
  add_section(answer, evidence, kNearMissesSection, "Near misses: not what was asked",
              "What we found on related questions", std::move(statements));
}

// A result in the bottom line is not shown without the other that goes against it.
void add_disagreements(Answer& answer, const Evidence& evidence) {
  if (answer.bottom_line.empty() || !may_disagree(evidence.question)) return;
  const CitedSpans shown = cited_spans(answer);
  const auto is_shown = [&](const Statement& statement) {
    return std::any_of(statement.citations.begin(), statement.citations.end(), [&](const Citation& citation) {
      const auto of_document = shown.find(citation.document);
      return of_document != shown.end() &&
             std::any_of(of_document->second.begin(), of_document->second.end(),
                         [&](ByteSpan span) { return span.overlaps(citation.span); });
    });
  };
  answer.disagreements = find_disagreements(evidence, gather_interventions(evidence));
  std::erase_if(answer.disagreements, [&](const Disagreement& one) {
    return std::none_of(one.sides.begin(), one.sides.end(), [&](const DisagreementSide& side) {
      return std::any_of(side.statements.begin(), side.statements.end(), is_shown);
    });
  });
}

// What stands in a disagreement is no near miss.
void drop_told_misses(const Answer& answer, std::vector<Statement>& misses) {
  for (const Disagreement& disagreement : answer.disagreements) {
    for (const DisagreementSide& side : disagreement.sides) {
      for (const Statement& told : side.statements)
        std::erase_if(misses, [&](const Statement& miss) { return miss.text == told.text; });
    }
  }
}

// "None of these speaks of breastfeeding."
std::string unspoken_note(const Evidence& evidence, const QuestionCoverage& coverage, const Answer& answer) {
  constexpr size_t kLookedAtBytes = 60'000;  // of a document that are looked at
  Stemmer stemmer;
  std::vector<StemSet> documents;
  for (const AnswerSource& source : evidence.sources) {
    const bool cited =
        std::any_of(answer.references.begin(), answer.references.end(),
                    [&](const Reference& reference) { return reference.document == source.id; });
    if (cited)
      documents.push_back(
          stem_set(std::string_view(source.document.text).substr(0, kLookedAtBytes), stemmer));
  }
  const std::vector<std::string> names = coverage.unspoken(documents);
  if (names.empty()) return {};
  std::string note = documents.size() == 1 ? "It does not speak of " : "None of these speaks of ";
  for (size_t i = 0; i < names.size(); ++i)
    note += (i == 0 ? "" : i + 1 < names.size() ? ", " : " or ") + names[i];
  return note + ".";
}

}  // namespace

Answer build_nearest_answer(const Evidence& evidence, const QuestionCoverage& coverage,
                            const std::vector<NearFinding>& near) {
  Answer answer;
  answer.question = evidence.question.asked;
  answer.understood = evidence.question;
  answer.audience = evidence.audience;
  answer.sources_considered = evidence.sources.size();
  Chooser chooser(evidence, near, {}, {});
  answer_by_nearest(answer, evidence, chooser);
  add_disagreements(answer, evidence);
  const bool answered = !answer.bottom_line.empty();
  std::vector<Statement> statements = chooser.nearest(answered ? kNearnessBesideMin : kNearnessMin);
  // Nothing of what A does tells a part of what comes after it.
  const bool of_what_failed = !failed_in_question(evidence).empty();
  if (!answered && !statements.empty() && chooser.best_shown() >= kPartlyMin && !of_what_failed)
    answer.verdict = Answer::Verdict::kPartly;
  add_nearest_section(answer, evidence, std::move(statements));
  std::vector<Statement> misses = chooser.misses(kMissMin);
  drop_told_misses(answer, misses);
  add_misses(answer, evidence, std::move(misses));
  number_references(evidence, answer);
  if (std::string note = unspoken_note(evidence, coverage, answer);
      !answer.references.empty() && !note.empty())
    answer.gaps.push_back(std::move(note));
  return answer;
}

bool is_thin(const Answer& answer) {
  return answer.verdict != Answer::Verdict::kNoDirectEvidence && answer.references.size() <= kNearDocuments;
}

CitedSpans cited_spans(const Answer& answer) {
  CitedSpans cited;
  const auto add = [&](const std::vector<Statement>& statements) {
    for (const Statement& statement : statements) {
      for (const Citation& citation : statement.citations) cited[citation.document].push_back(citation.span);
    }
  };
  add(answer.bottom_line);
  for (const TherapyLine& line : answer.lines) {
    add(line.statements);
    add(line.harms);
    add(line.doses);
    for (const Citation& citation : line.ranked_by) cited[citation.document].push_back(citation.span);
  }
  for (const AnswerSection& section : answer.sections) add(section.statements);
  for (const Disagreement& disagreement : answer.disagreements) {
    for (const DisagreementSide& side : disagreement.sides) add(side.statements);
  }
  return cited;
}

void add_nearest(Evidence&& nearest, const std::vector<NearFinding>& near, Answer& answer,
                 Evidence& evidence) {
  std::set<std::string> cited;
  for (const Reference& reference : answer.references) cited.insert(reference.document);
  Chooser chooser(nearest, near, std::move(cited), sentences_told(answer));
  // Above a list of options a single statement would look like the first of them.
  if (answer.bottom_line.empty() && answer.lines.empty()) answer_by_nearest(answer, nearest, chooser);
  add_nearest_section(answer, nearest, chooser.nearest(kNearnessBesideMin));
  add_misses(answer, nearest, chooser.misses(kMissBesideMin));
  std::set<std::string> loaded;
  for (const AnswerSource& source : evidence.sources) loaded.insert(source.id);
  for (AnswerSource& source : nearest.sources) {
    if (!loaded.contains(source.id)) evidence.sources.push_back(std::move(source));
  }
  number_references(evidence, answer);
}

}  // namespace attest
