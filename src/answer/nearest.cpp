#include "answer/nearest.h"

#include <algorithm>
#include <map>
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
constexpr size_t kShortTextBytes = 4'000;
constexpr double kEvidenceMin = 0.25;  // of standing among results or conclusions
constexpr double kScoreMin = 0.3;
constexpr double kNearBest = 0.55;
constexpr size_t kStatements = 4;
constexpr size_t kOfOneStudy = 2;

struct NearFinding {
  const Finding* finding = nullptr;
  double share = 0;
  double score = 0;
  double by_words = 0;    // probability of answering, by the model of search/passage_ranking.h
  double pertinence = 0;  // pertinence.h
  bool doubtful = false;  // a figure that itself names little of what was asked
};

bool has_quantity(const Finding& finding, std::initializer_list<QuantityKind> kinds) {
  return std::any_of(finding.quantities.begin(), finding.quantities.end(), [&](const Quantity& quantity) {
    return std::find(kinds.begin(), kinds.end(), quantity.kind) != kinds.end();
  });
}

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
    default: return Form::kFits;
  }
}

bool advises(const AnswerSource& source) {
  return source.appraisal.design == StudyDesign::kGuideline ||
         source.appraisal.design == StudyDesign::kPatientPage;
}

// Neither a heading nor a method: something found, concluded or advised.
bool tells(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  constexpr size_t kWordsMin = 5;
  const std::string_view sentence = evidence.sentence_of(finding);
  if (tokenize(sentence).size() < kWordsMin || !is_prose(sentence) ||
      sentence.find('?') != std::string_view::npos || cues::announces_study(lower))
    return false;
  return advises(evidence.source_of(finding)) ||
         (finding.kind != FindingKind::kMethod && finding.role.evidence >= kEvidenceMin);
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
    const std::vector<std::string> title = stems_of(source.document.record.title, stemmer);
    const double fits = 0.5 + 0.5 * static_cast<double>(std::max(0.0f, source.score) / best);
    // Of a short text all sentences are about what it names anywhere.
    const bool is_short = source.document.text.size() <= kShortTextBytes;
    // A long text that names the subject somewhere is not about it.
    if (!is_short && source.naming < 2 && coverage.share({title.begin(), title.end()}) < kTitleMin) continue;
    const double whole = is_short ? coverage.share(stem_set(source.document.text, stemmer)) : 0;
    const bool self_contained = is_short || advises(source);
    for (const Finding& finding : source.findings) {
      const std::string_view sentence = evidence.sentence_of(finding);
      const std::vector<std::string> here = stems_of(sentence, stemmer);
      StemSet stems(here.begin(), here.end());
      const double alone = coverage.share(stems);
      stems.insert(title.begin(), title.end());
      double share = coverage.share(stems);
      if (is_short && share >= kShareOfSentenceMin) share = (share + whole) / 2;
      if (share < share_min || !(is_short || coverage.holds_subjects(stems))) continue;
      if (!self_contained && alone < kAloneMin) continue;
      const std::string lower = lower_ascii(sentence);
      const Form form = form_of(evidence.question.intent, finding, lower);
      const double least = !coverage.has_subject() ? kShareOfWordsMin
                           : form == Form::kFigure ? std::max(share_min, kShareOfFigureMin)
                                                   : share_min;
      if (form == Form::kNone || share < least || !tells(evidence, finding, lower)) continue;
      near.push_back({&finding, fits * (kByTitle * share + (1 - kByTitle) * alone), 0, 0, 0,
                      form == Form::kFigure && alone < kAloneMin});
      passages.push_back({sentence, finding.source});
    }
  }
  const PertinenceReader reader(evidence);
  const std::string place = section_plans(evidence.question).front().kind;
  for (const PassageScore& score : PassagePool(passages).rank(evidence.question.resolved)) {
    NearFinding& one = near[score.passage];
    one.by_words = score.probability;
    one.pertinence = static_cast<double>(reader.read(*one.finding, place, ""));
    const bool unsure = one.doubtful && one.by_words < kSureByWords;
    one.score = unsure ? 0 : one.share * (0.4 + 0.4 * one.by_words + one.pertinence);
  }
  std::erase_if(near, [](const NearFinding& one) { return one.score < kScoreMin; });
  std::stable_sort(near.begin(), near.end(),
                   [](const NearFinding& a, const NearFinding& b) { return a.score > b.score; });
  return near;
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
    if (!sentences.insert(lower_ascii(evidence.sentence_of(*one.finding))).second) continue;
    ++count;
    statements.push_back(quote_finding(evidence, *one.finding));
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
  std::vector<Statement> statements = choose(evidence, near_findings(evidence, coverage, kShareMin), {});
  if (statements.empty()) return answer;
  answer.checks = checks_of(evidence, statements);
  answer.sections.push_back({"nearest", "Nearest statements", std::move(statements)});
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
  for (Check& check : checks_of(nearest, statements)) answer.checks.push_back(std::move(check));
  answer.sections.push_back({"nearest", "Nearest statements in other sources", std::move(statements)});
  std::set<std::string> loaded;
  for (const AnswerSource& source : evidence.sources) loaded.insert(source.id);
  for (AnswerSource& source : nearest.sources) {
    if (!loaded.contains(source.id)) evidence.sources.push_back(std::move(source));
  }
  answer.references.clear();
  number_references(evidence, answer);
}

}  // namespace attest
