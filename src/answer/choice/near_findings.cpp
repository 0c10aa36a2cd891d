#include "answer/choice/near_findings.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "answer/choice/answer_type.h"
#include "answer/choice/asked_cause.h"
#include "answer/choice/asked_danger.h"
#include "answer/choice/section_plans.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "evidence/indication.h"
#include "findings/cues.h"
#include "findings/sentences/page_furniture.h"
#include "findings/sentences/prose.h"
#include "search/passage_ranking.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr size_t kWholeTextBytes = 4'000;
constexpr size_t kTextBytes = 60'000;         // of a long text that are looked at
constexpr double kNearEvidenceMin = 0.25;     // of standing among results or conclusions
constexpr double kEvidenceOfMethodMin = 0.6;  // the same where words of a method are in it ("in this study")
constexpr double kShareMin = 0.15;  // of what was asked, in the sentence, its title or its short text

NearForm form_of(Intent intent, const Finding& finding, std::string_view lower) {
  using enum QuantityKind;
  const auto figure = [&](std::initializer_list<QuantityKind> kinds) {
    return has_quantity(finding, kinds) ? NearForm::kFigure : NearForm::kLacking;
  };
  const auto value = [&](std::initializer_list<QuantityKind> kinds) {
    return has_quantity(finding, kinds) ? NearForm::kFits : NearForm::kNone;
  };
  switch (intent) {
    case Intent::kDuration:
    case Intent::kTimeToEffect:
    case Intent::kTreatmentLength: return figure({kDuration});
    case Intent::kTarget: return figure({kNumber, kRange, kPercentage, kMean, kMedian, kDose, kCount});
    case Intent::kDose: return value({kDose});
    case Intent::kPrevalence: return value({kProportion, kPercentage, kCount, kNumber, kRange});
    case Intent::kMechanism:
      return has_answer_type(intent, finding, lower) ? NearForm::kFits : NearForm::kLacking;
    case Intent::kContraindication:
    case Intent::kIndication:
      return has_answer_type(intent, finding, lower) ? NearForm::kFits : NearForm::kNone;
    case Intent::kHarm: {
      const bool of_harm = finding.about_harm || cues::about_harm(lower) || cues::no_harm(lower);
      return of_harm || cues::speaks_of_harm(lower) ? NearForm::kFits : NearForm::kNone;
    }
    case Intent::kTreatment:
    case Intent::kLineOfTherapy: {
      const FindingKind kind = finding.kind;
      const bool of_treatment = kind == FindingKind::kRecommendation || kind == FindingKind::kEffect ||
                                kind == FindingKind::kRate || kind == FindingKind::kDose;
      return of_treatment || !finding.interventions.empty() ? NearForm::kFits : NearForm::kLacking;
    }
    default: return NearForm::kFits;
  }
}

// By its first word, of something that stands before it.
bool speaks_of_another(std::string_view lower) {
  static constexpr std::string_view kOpenings[] = {"it ", "its ", "they ", "their ", "the latter"};
  return starts_with_one_of(lower, kOpenings);
}

// Neither a heading nor a method: something found, concluded or advised.
bool tells(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  constexpr size_t kWordsMin = 5;
  const std::string_view sentence = evidence.sentence_of(finding);
  if (tokenize(sentence).size() < kWordsMin || !is_prose(sentence) ||
      sentence.find('?') != std::string_view::npos || cues::announces_study(lower) ||
      cues::who_was_studied(lower) || speaks_of_another(lower))
    return false;
  const double least = finding.kind == FindingKind::kMethod ? kEvidenceOfMethodMin : kNearEvidenceMin;
  return advises(evidence.source_of(finding)) || finding.role.evidence >= least;
}

// What all sentences of a source share.
struct NearSource {
  std::vector<std::string> title;  // stems
  // Of a short text all sentences are about what it names anywhere.
  bool is_short = false;
  StemSet text;
  double share = 0;  // of what was asked, in the text
  bool speaks_of_all = false;
};

NearSource read_source(const AnswerSource& source, const QuestionCoverage& coverage, Stemmer& stemmer) {
  NearSource near;
  near.title = stems_of(source.document.record.title, stemmer);
  near.is_short = source.document.text.size() <= kWholeTextBytes;
  near.text = coverage.stems_in(std::string_view(source.document.text).substr(0, kTextBytes), stemmer);
  near.share = coverage.share(near.text);
  near.speaks_of_all = coverage.unspoken({near.text}).empty() && coverage.holds_required(near.text);
  return near;
}

bool is_cited(const CitedSpans& cited, const std::string& document, const Finding& finding) {
  const auto found = cited.find(document);
  return found != cited.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [&](const ByteSpan& span) { return span.overlaps(finding.sentence); });
}

NearFinding read_finding(const Evidence& evidence, const QuestionCoverage& coverage, const NearSource& source,
                         const Finding& finding, Stemmer& stemmer) {
  const std::string_view sentence = evidence.sentence_of(finding);
  StemSet stems = stem_set(sentence, stemmer);
  NearFinding near;
  near.finding = &finding;
  near.alone = coverage.share(stems, source.text);
  stems.insert(source.title.begin(), source.title.end());
  near.with_title.value = coverage.share(stems, source.text);
  near.by_rarity.value = coverage.share_by_rarity(stems, source.text);
  near.in_text = source.share;
  near.short_text = source.is_short;
  near.speaks_of_all = source.speaks_of_all;
  near.people = coverage.holds_people(stems);
  const std::string lower = lower_ascii(sentence);
  near.form = form_of(evidence.question.intent, finding, lower);
  if (!may_answer_cause(evidence, finding) || !may_answer_danger(evidence.question, finding, lower) ||
      !may_answer_accuracy(evidence.question, finding, lower) || is_page_furniture(sentence))
    near.form = NearForm::kLacking;
  const double share = source.is_short ? near.in_text : near.with_title.value;
  // A dose for others may harm.
  const bool for_others = (!near.people && evidence.question.intent == Intent::kDose) ||
                          (finding.kind == FindingKind::kDose && is_dose_for_other(evidence, finding)) ||
                          is_said_of_others(evidence.source_of(finding), finding);
  near.only_cited = share < kShareMin || for_others || !tells(evidence, finding, lower);
  const StemSet& around = source.is_short ? source.text : stems;
  near.subjects_close = coverage.holds_subjects(stems, source.text);
  near.subjects_near = coverage.holds_subjects(around, source.text);
  near.all_subjects = coverage.holds_all_subjects(around, source.text);
  near.has_subject = coverage.has_subject();
  return near;
}

// How each stands among those that come near by themselves.
void compare(std::vector<NearFinding>& near, NearMeasure NearFinding::*measure) {
  std::vector<double> values;
  values.reserve(near.size());
  for (const NearFinding& one : near) {
    if (!one.only_cited) values.push_back((one.*measure).value);
  }
  if (values.empty()) return;
  std::sort(values.begin(), values.end());
  for (NearFinding& one : near) {
    NearMeasure& own = one.*measure;
    const auto less = std::lower_bound(values.begin(), values.end(), own.value) - values.begin();
    own.of_best = values.back() > 0 ? std::min(1.0, own.value / values.back()) : 0;
    own.above = static_cast<double>(less) / static_cast<double>(values.size());
  }
}

}  // namespace

NearPlace near_place(const UnderstoodQuestion& question, const Finding& finding) {
  if (is_treatment_question(question)) {
    const bool advice = finding.kind == FindingKind::kRecommendation;
    return {std::string(advice ? kOptionAdvice : kOptionResult),
            finding.interventions.empty() ? "" : finding.interventions.front().id};
  }
  const std::vector<SectionPlan> plans = section_plans(question);
  return {plans.empty() ? "evidence" : plans.front().kind, ""};
}

std::vector<NearFinding> read_near_findings(const Evidence& evidence, const QuestionCoverage& coverage,
                                            const PertinenceReader& pertinence, const CitedSpans& cited) {
  Stemmer stemmer;
  std::vector<NearFinding> near;
  std::vector<std::string> texts;  // with their titles
  float best = 1e-6f;
  for (const AnswerSource& source : evidence.sources) best = std::max(best, source.score);
  for (const AnswerSource& source : evidence.sources) {
    const auto higher = std::count_if(evidence.sources.begin(), evidence.sources.end(),
                                      [&](const AnswerSource& other) { return other.score > source.score; });
    const NearSource read = read_source(source, coverage, stemmer);
    for (const Finding& finding : source.findings) {
      NearFinding found = read_finding(evidence, coverage, read, finding, stemmer);
      if (found.only_cited && !is_cited(cited, source.id, finding)) continue;
      found.fits.value = static_cast<double>(std::max(0.0f, source.score) / best);
      found.place = static_cast<size_t>(higher);
      near.push_back(found);
      texts.push_back(source.document.record.title + ". " + std::string(evidence.sentence_of(finding)));
    }
  }
  std::vector<Passage> alone;
  std::vector<Passage> titled;
  for (size_t i = 0; i < near.size(); ++i) {
    alone.push_back({evidence.sentence_of(*near[i].finding), near[i].finding->source});
    titled.push_back({texts[i], near[i].finding->source});
  }
  const std::string& question = evidence.question.resolved;
  for (const PassageScore& score : PassagePool(alone).rank(question))
    near[score.passage].by_words.value = score.probability;
  for (const PassageScore& score : PassagePool(titled).rank(question))
    near[score.passage].titled.value = score.probability;
  for (NearFinding& one : near) {
    const NearPlace at = near_place(evidence.question, *one.finding);
    one.pertinence.value = static_cast<double>(pertinence.read(*one.finding, at.place, at.intervention));
    one.about.value = one.short_text ? (one.with_title.value + one.in_text) / 2 : one.with_title.value;
    one.document.value = one.in_text * one.fits.value;
    one.blend.value =
        one.fits.value * one.about.value * (0.4 + 0.4 * one.by_words.value + one.pertinence.value);
  }
  for (NearMeasure NearFinding::*measure :
       {&NearFinding::with_title, &NearFinding::by_rarity, &NearFinding::about, &NearFinding::document,
        &NearFinding::fits, &NearFinding::by_words, &NearFinding::titled, &NearFinding::pertinence,
        &NearFinding::blend})
    compare(near, measure);
  return near;
}

}  // namespace attest
