#include "pipeline/answer_question.h"

#include <algorithm>
#include <utility>

#include "answer/build_answer.h"
#include "answer/choice/nearest.h"
#include "answer/choice/nearness.h"
#include "answer/lay/blame.h"
#include "answer/lay/kinds_of_asked.h"
#include "answer/lay/lay_caution.h"
#include "answer/lay/plain_quotes.h"
#include "answer/references.h"
#include "answer/sections.h"
#include "pipeline/gather_evidence.h"
#include "question/relax.h"

namespace attest {

namespace {

// One of the sources that are cited holds all that the question requires: many that each hold a part do not
// answer it together.
bool speaks_of_all(const Answer& answer, const Evidence& evidence, const Collection& collection) {
  constexpr size_t kLookedAtBytes = 60'000;  // of a document that are looked at
  const QuestionCoverage coverage(evidence.question, collection);
  Stemmer stemmer;
  return std::any_of(answer.references.begin(), answer.references.end(), [&](const Reference& reference) {
    return std::any_of(evidence.sources.begin(), evidence.sources.end(), [&](const AnswerSource& source) {
      return source.id == reference.document &&
             coverage.holds_required(
                 stem_set(std::string_view(source.document.text).substr(0, kLookedAtBytes), stemmer));
    });
  });
}

// Who asks whose fault it is reads what sources say of that, and no figures beside it.
Answer answer_on_blame(const Evidence& evidence, Answer&& built, std::vector<Statement> words) {
  Answer answer = no_direct_evidence(std::move(built));
  answer.bottom_line = std::move(words);
  answer.verdict = Answer::Verdict::kAnswered;
  number_references(evidence, answer);
  return answer;
}

// "No direct evidence" where build_answer() found statements that pass the question by.
Answer answer_to(const Evidence& evidence, const Collection& collection) {
  Answer answer = build_answer(evidence);
  if (asks_for_blame(evidence.question)) {
    if (std::vector<Statement> words = words_on_blame(evidence); !words.empty())
      return answer_on_blame(evidence, std::move(answer), std::move(words));
  }
  if (answer.verdict == Answer::Verdict::kNoDirectEvidence || speaks_of_all(answer, evidence, collection))
    return answer;
  return no_direct_evidence(std::move(answer));
}

// What is said is measured beside all that comes near, which stands beside it where it is little.
Status measure_by_nearest(const UnderstoodQuestion& question, const Library& library, Answer& answer,
                          Evidence& evidence) {
  const bool none = answer.verdict == Answer::Verdict::kNoDirectEvidence;
  const QuestionCoverage coverage(question, library.collection);
  const CitedSpans cited = cited_spans(answer);
  ATTEST_ASSIGN(Evidence nearest, gather_nearest(question, coverage, answer.audience, library, cited));
  const PertinenceReader pertinence(nearest);
  const std::vector<NearFinding> near = rank_near_findings(nearest, coverage, pertinence, cited);
  if (!none && !nearest.sources.empty()) {
    const auto nearness = [&](const NearFinding& one, const NearPlace& at) {
      return read_nearness(nearest, one, pertinence, at);
    };
    drop_distant(nearest, near, nearness, evidence, answer);
    if (answer.verdict == Answer::Verdict::kNoDirectEvidence) answer = no_direct_evidence(std::move(answer));
  }
  if (is_thin(answer)) {
    add_nearest(std::move(nearest), near, answer, evidence);
  } else if (answer.verdict == Answer::Verdict::kNoDirectEvidence) {
    Answer other = build_nearest_answer(nearest, coverage, near);
    if (!other.sections.empty() || !other.bottom_line.empty()) {
      if (other.bottom_line.empty() && other.sections.front().kind == kNearestSection)
        other.gaps.insert(other.gaps.begin(), nearest_note({}, answer.audience));
      if (other.bottom_line.empty())
        other.gaps.insert(other.gaps.begin(), answer.gaps.begin(), answer.gaps.end());
      answer = std::move(other);
      evidence = std::move(nearest);
    }
  }
  return {};
}

}  // namespace

Answer no_direct_evidence(Answer&& answer) {
  Answer none;
  none.question = std::move(answer.question);
  none.understood = std::move(answer.understood);
  none.audience = answer.audience;
  none.scope = std::move(answer.scope);
  none.sources_considered = answer.sources_considered;
  return none;
}

std::string nearest_note(const std::vector<std::string>& left_out, Audience audience) {
  std::string note = audience == Audience::kClinician
                         ? "No source answers this as it was asked: these are the nearest statements."
                         : "Nothing here answers this just as you asked it. What comes nearest is shown.";
  if (left_out.empty()) return note;
  note += audience == Audience::kClinician ? " Not looked for: " : " These words were left out: ";
  for (size_t i = 0; i < left_out.size(); ++i) note += (i > 0 ? ", " : "") + left_out[i];
  return note + ".";
}

void drop_unreadable(Evidence& evidence) {
  if (evidence.audience == Audience::kClinician) return;
  for (AnswerSource& source : evidence.sources) {
    std::erase_if(source.findings, [&](const Finding& finding) {
      const std::string_view sentence = finding.sentence.of(source.document.text);
      if (is_title_of_source(evidence, finding) || hides_its_treatment(evidence, finding) ||
          is_of_unnamed_kind(evidence, finding))
        return true;
      if (finding.kind != FindingKind::kWarning &&
          (passes_by_stopping(evidence, finding) || is_of_its_disease_only(evidence, finding)))
        return true;
      return finding.kind != FindingKind::kDose && !may_be_read_by_lay(sentence);
    });
  }
}

namespace {

// "What is first-line for X?", where no source ranks anything: how X is treated answers a part of it.
UnderstoodQuestion without_rank(UnderstoodQuestion question) {
  question.intent = Intent::kTreatment;
  question.line_of_therapy = 0;
  return question;
}

bool asks_what_is_first(const UnderstoodQuestion& question) {
  return question.intent == Intent::kLineOfTherapy && question.line_of_therapy == 1;
}

}  // namespace

Result<Founded> answer_for(Audience audience, const UnderstoodQuestion& question, const Library& library) {
  // 2 to 6: what the sources say of it. 7. The answer. Where there is none to the whole question, words that
  // only colour it are left out, and the answer says so.
  Founded founded;
  ATTEST_ASSIGN(founded.evidence, gather_evidence(question, audience, library));
  drop_unreadable(founded.evidence);
  const bool of_blame = asks_for_blame(question);
  if (of_blame && words_on_blame(founded.evidence).empty()) drop_beside_blame(founded.evidence);
  founded.answer = answer_to(founded.evidence, library.collection);
  if (founded.answer.verdict == Answer::Verdict::kNoDirectEvidence) {
    for (RelaxedQuestion& looser : relax(question, library.collection)) {
      ATTEST_ASSIGN(Evidence nearer, gather_evidence(std::move(looser.question), audience, library));
      drop_unreadable(nearer);
      Answer partial = answer_to(nearer, library.collection);
      if (partial.verdict == Answer::Verdict::kNoDirectEvidence) continue;
      partial.verdict = Answer::Verdict::kPartly;
      partial.gaps.insert(partial.gaps.begin(), nearest_note(looser.left_out, audience));
      founded.answer = std::move(partial);
      founded.evidence = std::move(nearer);
      break;
    }
  }
  // Who asks whose fault it is is not told what comes near: it speaks of something else.
  if (!of_blame) {
    ATTEST_TRY(measure_by_nearest(question, library, founded.answer, founded.evidence));
  }
  if (founded.answer.verdict == Answer::Verdict::kAnswered || !founded.answer.lines.empty() ||
      !asks_what_is_first(question))
    return founded;
  ATTEST_ASSIGN(Founded unranked, answer_for(audience, without_rank(question), library));
  if (unranked.answer.verdict != Answer::Verdict::kAnswered || unranked.answer.lines.empty()) return founded;
  // Of several treatments the answer says so already.
  if (unranked.answer.lines.size() == 1)
    unranked.answer.gaps.insert(unranked.answer.gaps.begin(),
                                audience == Audience::kClinician
                                    ? "No source here says which treatment comes first."
                                    : "Nothing here says which treatment usually comes first.");
  unranked.answer.verdict = Answer::Verdict::kPartly;
  unranked.answer.understood = question;
  return unranked;
}

}  // namespace attest
