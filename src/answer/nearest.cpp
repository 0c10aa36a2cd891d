#include "answer/nearest.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "answer/answer_type.h"
#include "answer/audit.h"
#include "answer/pertinence.h"
#include "answer/references.h"
#include "answer/section_plans.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "findings/cues.h"
#include "findings/prose.h"
#include "search/passage_ranking.h"
#include "text/phrases.h"
#include "text/readability.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr double kShareMin = 0.6;            // of what was asked, in the sentence and its title
constexpr double kShareBesideMin = 0.8;      // the same beside an answer
constexpr double kShareOfFigureMin = 0.7;    // the same where a time or a value is asked for
constexpr double kShareOfWordsMin = 0.85;    // the same where no condition, treatment or test is asked about
constexpr double kAloneMin = 0.2;            // in the sentence itself, where its document says many things
constexpr double kShareOfSentenceMin = 0.5;  // where its short document as a whole names the rest
constexpr double kSureByWords = 0.8;         // of answering by its words, where little else speaks for it
constexpr double kTitleMin = 0.3;            // in the title of a long text
constexpr double kByTitle = 0.75;            // what the title names counts beside the sentence's own words
constexpr size_t kWholeTextBytes = 4'000;
constexpr double kEvidenceMin = 0.25;  // of standing among results or conclusions
constexpr double kScoreMin = 0.3;
constexpr double kPertinenceLeast = 0.015;  // below it 12 of 17 were of no use to a reader, and two misled
constexpr double kNearBest = 0.55;
constexpr size_t kStatements = 3;
constexpr size_t kOfOneStudy = 2;

struct NearFinding {
  const Finding* finding = nullptr;
  double share = 0;
  double score = 0;
  double by_words = 0;    // probability of answering, by the model of search/passage_ranking.h
  double pertinence = 0;  // pertinence.h
  bool doubtful = false;  // a figure that itself names little of what was asked
};

// Whether the sentence has the form that the question wants: a span of time for "how long", a figure for "how
// often". Questions for a time or a value are as many as there are things to measure: kFigure has a figure
// of that kind, and more of the question must be there to tell that it is the one asked for.
enum class Form : uint8_t { kNone, kFigure, kFits };

Form form_of(Intent intent, const Finding& finding, std::string_view lower) {
  using enum QuantityKind;
  const auto figure = [&](std::initializer_list<QuantityKind> kinds, Form found) {
    return has_quantity(finding, kinds) ? found : Form::kNone;
  };
  switch (intent) {
    case Intent::kDuration:
    case Intent::kTimeToEffect:
    case Intent::kTreatmentLength: return figure({kDuration}, Form::kFigure);
    case Intent::kTarget:
      return figure({kNumber, kRange, kPercentage, kMean, kMedian, kDose, kCount}, Form::kFigure);
    case Intent::kDose: return figure({kDose}, Form::kFits);
    case Intent::kPrevalence: return figure({kProportion, kPercentage, kCount, kNumber, kRange}, Form::kFits);
    case Intent::kContraindication:
    case Intent::kIndication: return has_answer_type(intent, finding, lower) ? Form::kFits : Form::kNone;
    case Intent::kHarm: {
      static constexpr std::string_view kHarms[] = {"risk*",          "safe*",      "danger*", "toler*",
                                                    "harm*",          "toxic*",     "avoid*",  "caution*",
                                                    "contraindicat*", "dependence", "abuse"};
      const bool of_harm = finding.about_harm || cues::about_harm(lower) || cues::no_harm(lower);
      return of_harm || has_any_phrase(lower, kHarms) ? Form::kFits : Form::kNone;
    }
    case Intent::kTreatment:
    case Intent::kLineOfTherapy: {
      const FindingKind kind = finding.kind;
      const bool of_treatment = kind == FindingKind::kRecommendation || kind == FindingKind::kEffect ||
                                kind == FindingKind::kRate || kind == FindingKind::kDose;
      return of_treatment || !finding.interventions.empty() ? Form::kFits : Form::kNone;
    }
    default: return Form::kFits;
  }
}

bool advises(const AnswerSource& source) {
  return source.appraisal.design == StudyDesign::kGuideline ||
         source.appraisal.design == StudyDesign::kPatientPage;
}

// "Two infants with tongue-tie were included": who was studied is no result.
bool tells_who_was_studied(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "were included",   "was included",    "were enrolled", "were recruited",        "were excluded",
      "were randomised", "were randomized", "were eligible", "materials and methods", "were selected"};
  return has_any_phrase(lower, kPhrases);
}

// Neither a heading nor a method: something found, concluded or advised.
bool tells(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  constexpr size_t kWordsMin = 5;
  const std::string_view sentence = evidence.sentence_of(finding);
  if (tokenize(sentence).size() < kWordsMin || !is_prose(sentence) ||
      sentence.find('?') != std::string_view::npos || cues::announces_study(lower) || points_back(lower) ||
      lower.starts_with("its ") || tells_who_was_studied(lower))
    return false;
  return advises(evidence.source_of(finding)) ||
         (finding.kind != FindingKind::kMethod && finding.role.evidence >= kEvidenceMin);
}

// What all sentences of a source share.
struct NearSource {
  std::vector<std::string> title;  // stems
  // Of a short text all sentences are about what it names anywhere.
  bool is_short = false;
  StemSet text;
  double share = 0;        // of what was asked, in the text
  double fits = 0;         // 0.5..1: among the sources
  bool tells_one = false;  // it says one thing: its sentences need not name it
};

// Nothing for a long text that names the subject somewhere and is not about it.
std::optional<NearSource> read_source(const AnswerSource& source, const QuestionCoverage& coverage,
                                      float best_score, Stemmer& stemmer) {
  NearSource near;
  near.title = stems_of(source.document.record.title, stemmer);
  near.is_short = source.document.text.size() <= kWholeTextBytes;
  if (!near.is_short && source.naming < 2 &&
      coverage.share({near.title.begin(), near.title.end()}) < kTitleMin)
    return std::nullopt;
  constexpr size_t kTextBytes = 60'000;
  near.text = stem_set(std::string_view(source.document.text).substr(0, kTextBytes), stemmer);
  near.share = coverage.share(near.text);
  near.fits = 0.5 + 0.5 * static_cast<double>(std::max(0.0f, source.score) / best_score);
  near.tells_one = near.is_short || advises(source);
  return near;
}

// The finding with how much of the question is near it; nothing where that is too little.
std::optional<NearFinding> read_finding(const Evidence& evidence, const QuestionCoverage& coverage,
                                        const NearSource& source, const Finding& finding, double share_min,
                                        Stemmer& stemmer) {
  const std::string_view sentence = evidence.sentence_of(finding);
  StemSet stems = stem_set(sentence, stemmer);
  const double alone = coverage.share(stems, source.text);
  if (!source.tells_one && alone < kAloneMin) return std::nullopt;
  stems.insert(source.title.begin(), source.title.end());
  double share = coverage.share(stems, source.text);
  if (source.is_short && share >= kShareOfSentenceMin) share = (share + source.share) / 2;
  const StemSet& near = source.is_short ? source.text : stems;
  if (share < share_min || !coverage.holds_subjects(near, source.text)) return std::nullopt;
  if (!coverage.holds_people(stems)) return std::nullopt;

  const std::string lower = lower_ascii(sentence);
  const Form form = form_of(evidence.question.intent, finding, lower);
  if (form == Form::kNone || !tells(evidence, finding, lower)) return std::nullopt;
  const bool figure = form == Form::kFigure;
  if (!coverage.has_subject() && share < kShareOfWordsMin) return std::nullopt;
  if (figure && (share < kShareOfFigureMin || !coverage.holds_all_subjects(near, source.text)))
    return std::nullopt;
  NearFinding found;
  found.finding = &finding;
  found.share = source.fits * (kByTitle * share + (1 - kByTitle) * alone);
  found.doubtful = figure && alone < kAloneMin;
  return found;
}

// What tells something of what was asked, the nearest first.
std::vector<NearFinding> near_findings(const Evidence& evidence, const QuestionCoverage& coverage,
                                       double share_min) {
  Stemmer stemmer;
  std::vector<NearFinding> near;
  std::vector<Passage> passages;
  float best = 1e-6f;
  for (const AnswerSource& source : evidence.sources) best = std::max(best, source.score);
  for (const AnswerSource& source : evidence.sources) {
    const std::optional<NearSource> read = read_source(source, coverage, best, stemmer);
    if (!read) continue;
    for (const Finding& finding : source.findings) {
      std::optional<NearFinding> found = read_finding(evidence, coverage, *read, finding, share_min, stemmer);
      if (!found) continue;
      near.push_back(*found);
      passages.push_back({evidence.sentence_of(finding), finding.source});
    }
  }
  const PertinenceReader reader(evidence);
  const std::string place = section_plans(evidence.question).front().kind;
  for (const PassageScore& score : PassagePool(passages).rank(evidence.question.resolved)) {
    NearFinding& one = near[score.passage];
    one.by_words = score.probability;
    one.pertinence = static_cast<double>(reader.read(*one.finding, place, ""));
    const bool unsure = (one.doubtful && one.by_words < kSureByWords) || one.pertinence < kPertinenceLeast;
    one.score = unsure ? 0 : one.share * (0.4 + 0.4 * one.by_words + one.pertinence);
  }
  std::erase_if(near, [](const NearFinding& one) { return one.score < kScoreMin; });
  std::stable_sort(near.begin(), near.end(),
                   [](const NearFinding& a, const NearFinding& b) { return a.score > b.score; });
  return near;
}

// For a clinician the sentence; for others only what they can follow.
std::optional<Statement> put(const Evidence& evidence, const Finding& finding) {
  if (evidence.audience == Audience::kClinician) return quote_finding(evidence, finding);
  if (auto worded = word_for_audience(evidence, finding, "")) return worded;
  const std::string_view sentence = evidence.sentence_of(finding);
  constexpr double kPatientPageGradeMax = 12;
  const bool for_patients = evidence.source_of(finding).appraisal.design == StudyDesign::kPatientPage &&
                            reading_grade(sentence) <= kPatientPageGradeMax;
  if (for_patients || easy_to_read(sentence, finding)) return quote_finding(evidence, finding);
  return std::nullopt;
}

// A few of them: of each study two at most, no sentence twice, none of `known` documents.
std::vector<Statement> choose(const Evidence& evidence, const std::vector<NearFinding>& near,
                              const std::set<std::string>& known) {
  std::vector<Statement> statements;
  std::map<uint32_t, size_t> of_study;
  std::set<std::string> sentences;
  for (const NearFinding& one : near) {
    if (statements.size() == kStatements || one.score < kNearBest * near.front().score) break;
    const AnswerSource& source = evidence.source_of(*one.finding);
    size_t& count = of_study[source.study];
    if (count == kOfOneStudy || known.contains(source.id)) continue;
    std::optional<Statement> statement = put(evidence, *one.finding);
    if (!statement || !sentences.insert(lower_ascii(evidence.sentence_of(*one.finding))).second) continue;
    ++count;
    statements.push_back(std::move(*statement));
  }
  return statements;
}

// Beside an answer, what merely names the same things would distract.
bool is_to_the_point(const NearFinding& one) {
  constexpr double kScoreBesideMin = 0.5;
  constexpr double kByWordsMin = 0.5;
  constexpr double kToThePoint = 0.4;
  return one.score >= kScoreBesideMin && (one.by_words >= kByWordsMin || one.pertinence >= kToThePoint);
}

std::vector<Check> checks_of(const Evidence& evidence, const std::vector<Statement>& statements) {
  std::set<uint32_t> cited;
  for (uint32_t i = 0; i < evidence.sources.size(); ++i) {
    for (const Statement& statement : statements) {
      if (statement.citations.front().document == evidence.sources[i].id) cited.insert(i);
    }
  }
  return audit_sources(evidence, cited);
}

}  // namespace

Answer build_nearest_answer(const Evidence& evidence, const QuestionCoverage& coverage) {
  Answer answer;
  answer.question = evidence.question.asked;
  answer.understood = evidence.question;
  answer.audience = evidence.audience;
  answer.sources_considered = evidence.sources.size();
  const std::vector<NearFinding> near = near_findings(evidence, coverage, kShareMin);
  std::vector<Statement> statements = choose(evidence, near, {});
  // Rather the nearest sentence in a doctor's words than nothing.
  if (statements.empty() && !near.empty())
    statements.push_back(quote_finding(evidence, *near.front().finding));
  if (statements.empty()) return answer;
  const bool lay = evidence.audience != Audience::kClinician;
  answer.checks = checks_of(evidence, statements);
  answer.sections.push_back(
      {"nearest",
       lay ? "What comes nearest to your question" : "Nearest statements: none answers the whole question",
       std::move(statements)});
  answer.verdict = Answer::Verdict::kPartly;
  number_references(evidence, answer);
  return answer;
}

bool is_thin(const Answer& answer) {
  constexpr size_t kReferences = 3;
  return answer.verdict != Answer::Verdict::kNoDirectEvidence && answer.references.size() <= kReferences;
}

void add_nearest(Evidence&& nearest, const QuestionCoverage& coverage, Answer& answer, Evidence& evidence) {
  std::set<std::string> known;
  for (const Reference& reference : answer.references) known.insert(reference.document);
  std::vector<NearFinding> near = near_findings(nearest, coverage, kShareBesideMin);
  std::erase_if(near, [](const NearFinding& one) { return !is_to_the_point(one); });
  std::vector<Statement> statements = choose(nearest, near, known);
  if (statements.empty()) return;
  const bool lay = evidence.audience != Audience::kClinician;
  for (Check& check : checks_of(nearest, statements)) answer.checks.push_back(std::move(check));
  answer.sections.push_back(
      {"nearest", lay ? "From other sources" : "Nearest statements in other sources", std::move(statements)});
  std::set<std::string> loaded;
  for (const AnswerSource& source : evidence.sources) loaded.insert(source.id);
  for (AnswerSource& source : nearest.sources) {
    if (!loaded.contains(source.id)) evidence.sources.push_back(std::move(source));
  }
  answer.references.clear();
  number_references(evidence, answer);
}

}  // namespace attest
