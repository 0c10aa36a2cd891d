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

constexpr double kShareMin = 0.6;           // of what was asked, in the sentence and its title
constexpr double kShareOfFormMin = 0.5;     // the same where the sentence has the form that was asked for
constexpr double kShareLooseMin = 0.8;      // the same where it has that form only loosely
constexpr double kShareOfWordsMin = 0.85;   // the same where no condition, treatment or test is asked about
constexpr double kByTitle = 0.75;            // what the title names counts beside the sentence's own words
constexpr size_t kShortTextBytes = 4'000;
constexpr double kEvidenceMin = 0.25;       // of standing among results or conclusions
constexpr double kNearBest = 0.55;
constexpr size_t kStatements = 4;
constexpr size_t kOfOneSource = 2;

struct NearFinding {
  const Finding* finding = nullptr;
  double share = 0;
  double score = 0;
};

bool has_quantity(const Finding& finding, std::initializer_list<QuantityKind> kinds) {
  return std::any_of(finding.quantities.begin(), finding.quantities.end(), [&](const Quantity& quantity) {
    return std::find(kinds.begin(), kinds.end(), quantity.kind) != kinds.end();
  });
}

// How well the sentence has the form that the question wants: a span of time for "how long", a figure for "how
// often".
enum class Form : uint8_t { kNone, kLoose, kAny, kAsked };

Form form_of(Intent intent, const Finding& finding, std::string_view lower) {
  using enum QuantityKind;
  const auto figure = [&](std::initializer_list<QuantityKind> kinds) {
    return has_quantity(finding, kinds) ? Form::kAny : Form::kNone;
  };
  switch (intent) {
    case Intent::kDuration:
    case Intent::kTimeToEffect:
    case Intent::kTreatmentLength:
      if (has_answer_type(intent, finding, lower)) return Form::kAsked;
      return has_quantity(finding, {kDuration}) ? Form::kLoose : Form::kNone;
    case Intent::kTarget:
      if (has_answer_type(intent, finding, lower)) return Form::kAsked;
      return figure({kNumber, kRange, kPercentage, kMean, kMedian, kDose, kCount}) == Form::kAny ? Form::kLoose
                                                                                               : Form::kNone;
    case Intent::kDose: return figure({kDose});
    case Intent::kPrevalence: return figure({kProportion, kPercentage, kCount, kNumber, kRange});
    case Intent::kContraindication:
    case Intent::kIndication:
      return has_answer_type(intent, finding, lower) ? Form::kAsked : Form::kNone;
    case Intent::kPrevention:
    case Intent::kMonitoring:
    case Intent::kCause:
    case Intent::kSymptoms:
    case Intent::kPrognosis: return has_answer_type(intent, finding, lower) ? Form::kAsked : Form::kAny;
    default: return Form::kAny;
  }
}

double share_min(Form form) {
  switch (form) {
    case Form::kAsked: return kShareOfFormMin;
    case Form::kLoose: return kShareLooseMin;
    default: return kShareMin;
  }
}

// Neither a heading nor a method: something found, concluded or advised.
bool tells(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  constexpr size_t kWordsMin = 5;
  const std::string_view sentence = evidence.sentence_of(finding);
  if (tokenize(sentence).size() < kWordsMin || !is_prose(sentence) ||
      sentence.find('?') != std::string_view::npos || cues::announces_study(lower))
    return false;
  const StudyDesign design = evidence.source_of(finding).appraisal.design;
  const bool advises = design == StudyDesign::kGuideline || design == StudyDesign::kPatientPage;
  return advises || (finding.kind != FindingKind::kMethod && finding.role.evidence >= kEvidenceMin);
}

// What tells something of what was asked, the nearest first.
std::vector<NearFinding> near_findings(const Evidence& evidence, const QuestionCoverage& coverage) {
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
    for (const Finding& finding : source.findings) {
      const std::string_view sentence = evidence.sentence_of(finding);
      const std::vector<std::string> here = stems_of(sentence, stemmer);
      StemSet stems(here.begin(), here.end());
      const double alone = coverage.share(stems);
      stems.insert(title.begin(), title.end());
      const double share = coverage.share(stems);
      if (share < kShareOfFormMin || !(is_short || coverage.holds_subjects(stems))) continue;
      const std::string lower = lower_ascii(sentence);
      const Form form = form_of(evidence.question.intent, finding, lower);
      const double least = coverage.has_subject() ? share_min(form) : kShareOfWordsMin;
      if (form == Form::kNone || share < least || !tells(evidence, finding, lower)) continue;
      near.push_back({&finding, fits * (kByTitle * share + (1 - kByTitle) * alone), 0});
      passages.push_back({sentence, finding.source});
    }
  }
  const PertinenceReader reader(evidence);
  const std::string place = section_plans(evidence.question).front().kind;
  for (const PassageScore& score : PassagePool(passages).rank(evidence.question.resolved)) {
    NearFinding& one = near[score.passage];
    one.score = one.share * (0.4 + 0.4 * score.probability + static_cast<double>(reader.read(*one.finding, place, "")));
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const NearFinding& a, const NearFinding& b) { return a.score > b.score; });
  return near;
}

}  // namespace

Answer build_nearest_answer(const Evidence& evidence, const QuestionCoverage& coverage) {
  Answer answer;
  answer.question = evidence.question.asked;
  answer.understood = evidence.question;
  answer.audience = evidence.audience;
  answer.sources_considered = evidence.sources.size();
  const std::vector<NearFinding> near = near_findings(evidence, coverage);
  if (near.empty()) return answer;

  AnswerSection section{"nearest", "Nearest statements", {}};
  std::map<uint32_t, size_t> of_study;
  std::set<std::string> sentences;
  for (const NearFinding& one : near) {
    if (section.statements.size() == kStatements || one.score < kNearBest * near.front().score) break;
    if (!sentences.insert(lower_ascii(evidence.sentence_of(*one.finding))).second) continue;
    size_t& count = of_study[evidence.source_of(*one.finding).study];
    if (count == kOfOneSource) continue;
    ++count;
    section.statements.push_back(quote_finding(evidence, *one.finding));
  }
  answer.sections.push_back(std::move(section));
  answer.verdict = Answer::Verdict::kPartly;
  answer.checks = audit_sources(evidence, cited_sources(evidence, answer));
  number_references(evidence, answer);
  return answer;
}

}  // namespace attest
