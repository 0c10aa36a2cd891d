#include "pipeline/ask_question.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <unordered_map>

#include "answer/blame.h"
#include "answer/build_answer.h"
#include "answer/doctors_words.h"
#include "answer/lay_caution.h"
#include "answer/nearest.h"
#include "answer/nearness.h"
#include "answer/people_at_risk.h"
#include "answer/plain_quotes.h"
#include "answer/references.h"
#include "answer/relevance.h"
#include "answer/sections.h"
#include "answer/told_harms.h"
#include "pipeline/gather_evidence.h"
#include "question/relax.h"

namespace attest {

namespace {

void name_near_misses(const Backend& backend, const Collection& collection,
                      const UnderstoodQuestion& question, Answer& answer) {
  constexpr size_t kNearMisses = 3;
  // Beside a name that no document has, what shares its other words only distracts.
  if (!QuestionCoverage(question, collection).answerable()) return;
  const auto hits = backend.rank(question.resolved, kNearMisses);
  if (!hits) return;
  for (const DocumentHit& hit : *hits) {
    const auto document = collection.document(hit.ref);
    if (!document) continue;
    // The title of a study tells a lay reader little; that of a page for patients names a subject.
    if (answer.audience == Audience::kClinician)
      answer.near_misses.push_back(document->record.title + " (" + hit.id + ")");
    else if (appraise(*document).design == StudyDesign::kPatientPage)
      answer.near_misses.push_back(document->record.title);
  }
}

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

// What is known of a question that nothing answers.
Answer no_direct_evidence(Answer&& answer) {
  Answer none;
  none.question = std::move(answer.question);
  none.understood = std::move(answer.understood);
  none.audience = answer.audience;
  none.scope = std::move(answer.scope);
  none.sources_considered = answer.sources_considered;
  return none;
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

// What the answer does not speak of.
std::string nearest_note(const std::vector<std::string>& left_out, Audience audience) {
  std::string note = audience == Audience::kClinician
                         ? "No source answers this as it was asked: these are the nearest statements."
                         : "Nothing here answers this just as you asked it. What comes nearest is shown.";
  if (left_out.empty()) return note;
  note += audience == Audience::kClinician ? " Not looked for: " : " These words were left out: ";
  for (size_t i = 0; i < left_out.size(); ++i) note += (i > 0 ? ", " : "") + left_out[i];
  return note + ".";
}

// "Sex hurts and my body closes up": who tells a complaint in everyday words, and asks nothing, wants to know
// what helps.
void read_complaint(UnderstoodQuestion& question, Audience audience, const Thesaurus& thesaurus) {
  if (audience == Audience::kClinician || question.intent != Intent::kGeneral) return;
  bool complaint = false;
  for (const Concept& asked : question.concepts) {
    if (asked.sought || (asked.required && asked.role != ConceptRole::kCondition)) return;
    if (asked.role != ConceptRole::kCondition) continue;
    const Thesaurus::Entry* entry = thesaurus.find_by_id(asked.thesaurus_id);
    complaint = complaint ||
                (entry != nullptr &&
                 std::find(entry->names.begin(), entry->names.end(), asked.asked_as) == entry->names.end() &&
                 asked.asked_as.find(' ') != std::string::npos);
  }
  if (complaint) question.intent = Intent::kTreatment;
}

// Who is in danger is told what to do, not what merely comes near; who speaks of dying, only what was asked.
void put_safety_first(Answer& answer) {
  answer.safety_notices = safety_notices(answer.question, answer.audience);
  if (answer.safety_notices.empty() || answer.audience == Audience::kClinician) return;
  const bool of_dying = answer.safety_notices.front().kind == kSuicideNotice;
  const bool asks = answer.understood.intent != Intent::kGeneral || !of_dying;
  if (answer.verdict == Answer::Verdict::kAnswered && asks) return;
  std::vector<SafetyNotice> notices = std::move(answer.safety_notices);
  answer = no_direct_evidence(std::move(answer));
  answer.scope.clear();
  answer.safety_notices = std::move(notices);
}

// Rows of tables and what is said of a source are chosen for no lay reader, so that something else may be;
// nor what passes by whether a medicine may be stopped.
void drop_unreadable(Evidence& evidence) {
  if (evidence.audience == Audience::kClinician) return;
  for (AnswerSource& source : evidence.sources) {
    std::erase_if(source.findings, [&](const Finding& finding) {
      const std::string_view sentence = finding.sentence.of(source.document.text);
      if (finding.kind != FindingKind::kWarning && passes_by_stopping(evidence, finding)) return true;
      return finding.kind != FindingKind::kDose && !may_be_read_by_lay(sentence);
    });
  }
}

// Quotes that are not for lay readers go, and the verdict with what they answered.
void make_plain(Answer& answer) {
  if (!leave_out_hard_quotes(answer)) return;
  if (!answer.bottom_line.empty() || answer.verdict == Answer::Verdict::kNoDirectEvidence) return;
  const auto of_answer = [](const AnswerSection& section) {
    return section.kind != kNearestSection && section.kind != kNearMissesSection;
  };
  const bool anything =
      !answer.lines.empty() || std::any_of(answer.sections.begin(), answer.sections.end(), of_answer);
  if (anything)
    answer.verdict = Answer::Verdict::kPartly;
  else if (answer.verdict == Answer::Verdict::kAnswered)
    answer = no_direct_evidence(std::move(answer));
}

// How many other conditions that were asked about a source names.
size_t told_in(const Evidence& evidence, const std::string& document) {
  std::set<std::string> named;
  for (const AnswerSource& source : evidence.sources) {
    if (source.id != document) continue;
    for (const Finding& finding : source.findings)
      named.insert(finding.asked_here.begin(), finding.asked_here.end());
  }
  return static_cast<size_t>(std::count_if(
      evidence.question.concepts.begin(), evidence.question.concepts.end(),
      [&](const Concept& asked) { return !asked.required && named.contains(vocabulary_id(asked)); }));
}

void take_new_sources(Evidence&& from, Evidence& evidence) {
  std::set<std::string> loaded;
  for (const AnswerSource& source : evidence.sources) loaded.insert(source.id);
  for (AnswerSource& source : from.sources) {
    if (!loaded.contains(source.id)) evidence.sources.push_back(std::move(source));
  }
}

// What stands among the warnings is said once.
void drop_said_in_warnings(Answer& answer) {
  bool dropped = false;
  for (AnswerSection& section : answer.sections) {
    std::erase_if(section.statements, [&](const Statement& one) {
      return std::any_of(answer.warnings.begin(), answer.warnings.end(),
                         [&](const Statement& warning) { return warning.text == one.text; });
    });
    dropped = dropped || (section.statements.empty() && section.kind == kNearestSection);
  }
  std::erase_if(answer.sections, [](const AnswerSection& section) { return section.statements.empty(); });
  if (dropped) std::erase(answer.gaps, nearest_note({}, answer.audience));
}

// A lay reader learns of the warning signs of each condition named, even where nothing answers the rest or
// the sources with an answer tell none: the very sign that is told ("and bleeding") must not hide them.
Status add_warning_signs(const UnderstoodQuestion& question, const Backend& backend,
                         const Collection& collection, const std::shared_ptr<const Thesaurus>& thesaurus,
                         Answer& answer, Evidence& evidence) {
  if (answer.audience == Audience::kClinician || !answer.warnings.empty()) return {};
  constexpr size_t kConditions = 3;
  constexpr size_t kWarnings = 5;
  std::vector<std::pair<size_t, Statement>> found;  // by how many other conditions their source names
  size_t read = 0;
  for (size_t at = 0; at < question.concepts.size() && read < kConditions; ++at) {
    if (question.concepts[at].role != ConceptRole::kCondition) continue;
    ++read;
    UnderstoodQuestion alone = question;
    alone.other_stems.clear();
    alone.intent = Intent::kGeneral;
    alone.resolved.clear();
    for (size_t i = 0; i < alone.concepts.size(); ++i) {
      alone.concepts[i].required = i == at;
      alone.resolved += alone.concepts[i].asked_as + " ";
    }
    alone.resolved += "red flags, warning signs, when to see a doctor";
    ATTEST_ASSIGN(Evidence of_condition,
                  gather_evidence(std::move(alone), answer.audience, backend, collection, thesaurus));
    drop_unreadable(of_condition);
    for (Statement& warning : warning_signs(of_condition, true)) {
      const bool known = std::any_of(found.begin(), found.end(),
                                     [&](const auto& other) { return other.second.text == warning.text; });
      const size_t told = told_in(of_condition, warning.citations.front().document);
      if (!known) found.emplace_back(told, std::move(warning));
    }
    take_new_sources(std::move(of_condition), evidence);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (size_t i = 0; i < found.size() && i < kWarnings; ++i)
    answer.warnings.push_back(std::move(found[i].second));
  drop_said_in_warnings(answer);
  return {};
}

void warn_of_people(const Evidence& evidence, Answer& answer) {
  std::vector<Statement> warnings = warnings_for_people(evidence);
  std::erase_if(warnings, [&](const Statement& warning) {
    return std::any_of(answer.bottom_line.begin(), answer.bottom_line.end(),
                       [&](const Statement& said) { return said.text == warning.text; });
  });
  answer.warnings.insert(answer.warnings.begin(), std::make_move_iterator(warnings.begin()),
                         std::make_move_iterator(warnings.end()));
  if (answer.bottom_line.empty() && answer.lines.empty()) {
    std::string gap = people_unanswered(evidence.question, answer.audience);
    if (!gap.empty()) answer.gaps.insert(answer.gaps.begin(), std::move(gap));
  }
  const std::string_view caution = caution_of(evidence.question, answer.audience);
  const bool told = std::any_of(answer.gaps.begin(), answer.gaps.end(), [&](const std::string& gap) {
    return gap.find(caution) != std::string::npos;
  });
  if (!caution.empty() && !told) answer.gaps.emplace(answer.gaps.begin(), caution);
  number_references(evidence, answer);
}

// What is said is measured beside all that comes near, which stands beside it where it is little.
Status measure_by_nearest(const UnderstoodQuestion& question, const Backend& backend,
                          const Collection& collection, const std::shared_ptr<const Thesaurus>& thesaurus,
                          Answer& answer, Evidence& evidence) {
  const bool none = answer.verdict == Answer::Verdict::kNoDirectEvidence;
  const QuestionCoverage coverage(question, collection);
  const CitedSpans cited = cited_spans(answer);
  ATTEST_ASSIGN(Evidence nearest,
                gather_nearest(question, coverage, answer.audience, backend, collection, thesaurus, cited));
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

// An answer with what it was made of.
struct Founded {
  Answer answer;
  Evidence evidence;
};

// Steps 2 to 7.
Result<Founded> answer_for(Audience audience, const UnderstoodQuestion& question, const Backend& backend,
                           const Collection& collection, const std::shared_ptr<const Thesaurus>& thesaurus) {
  // 2 to 6: what the sources say of it. 7. The answer. Where there is none to the whole question, words that
  // only colour it are left out, and the answer says so.
  Founded founded;
  ATTEST_ASSIGN(founded.evidence, gather_evidence(question, audience, backend, collection, thesaurus));
  drop_unreadable(founded.evidence);
  const bool of_blame = asks_for_blame(question);
  if (of_blame && words_on_blame(founded.evidence).empty()) drop_beside_blame(founded.evidence);
  founded.answer = answer_to(founded.evidence, collection);
  if (founded.answer.verdict == Answer::Verdict::kNoDirectEvidence) {
    for (RelaxedQuestion& looser : relax(question, collection)) {
      ATTEST_ASSIGN(Evidence nearer,
                    gather_evidence(std::move(looser.question), audience, backend, collection, thesaurus));
      Answer partial = answer_to(nearer, collection);
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
    ATTEST_TRY(
        measure_by_nearest(question, backend, collection, thesaurus, founded.answer, founded.evidence));
  }
  return founded;
}

}  // namespace

AskRequest request_of(const StoredAnswer& stored) {
  AskRequest request;
  request.question = stored.question;
  request.audience = parse_audience(stored.audience).value_or(Audience::kClinician);
  if (stored.has_before) request.before = stored.before;
  return request;
}

Result<AskResult> ask_question(const AskRequest& request, const std::shared_ptr<const Collection>& collection,
                               const std::shared_ptr<const Thesaurus>& thesaurus) {
  // 1. What is asked.
  const std::unique_ptr<Backend> backend = make_collection_backend(collection);
  ATTEST_ASSIGN(UnderstoodQuestion question,
                understand(request.question, *collection, *thesaurus, request.before));
  read_complaint(question, request.audience, *thesaurus);

  // 2 to 7. The answer, and what it is made of.
  AskResult result;
  const bool of_blame = asks_for_blame(question);
  ATTEST_ASSIGN(Founded founded, answer_for(request.audience, question, *backend, *collection, thesaurus));
  result.answer = std::move(founded.answer);
  Evidence evidence = std::move(founded.evidence);

  // 8. For lay readers nothing that harms or is too hard; what may not be given to the people asked about.
  if (request.audience != Audience::kClinician) {
    make_plain(result.answer);
    tell_concrete_harms(evidence, result.answer);
    // Nor in hard words where only words on the matter itself may be told.
    const bool bounded = of_blame || !caution_of(question, request.audience).empty();
    if (!bounded && tells_nothing(result.answer)) {
      ATTEST_ASSIGN(Founded hard,
                    answer_for(Audience::kClinician, question, *backend, *collection, thesaurus));
      if (quote_doctors_words(hard.answer, result.answer)) {
        evidence = std::move(hard.evidence);
        evidence.audience = request.audience;
      }
    }
  }
  ATTEST_TRY(add_warning_signs(question, *backend, *collection, thesaurus, result.answer, evidence));
  warn_of_people(evidence, result.answer);

  // 9. What cannot wait; nothing in the rest that its quotes do not hold.
  put_safety_first(result.answer);
  result.answer.before = request.before;
  result.answer.snapshot = collection->snapshot();
  result.answer.collection_documents = collection->document_count();
  result.answer.version = ATTEST_VERSION;
  std::unordered_map<std::string, const std::string*> text_by_id;
  for (const AnswerSource& source : evidence.sources) text_by_id.emplace(source.id, &source.document.text);
  result.dropped = drop_unsupported(result.answer, [&](const std::string& id) {
    const auto text = text_by_id.find(id);
    return text == text_by_id.end() ? nullptr : text->second;
  });
  if (!result.dropped.empty()) {
    if (result.answer.verdict == Answer::Verdict::kAnswered && result.answer.bottom_line.empty())
      result.answer.verdict = Answer::Verdict::kPartly;
    number_references(evidence, result.answer);
  }
  if (!of_blame && result.answer.verdict == Answer::Verdict::kNoDirectEvidence &&
      result.answer.sections.empty() &&
      (result.answer.safety_notices.empty() || request.audience == Audience::kClinician) &&
      caution_of(question, request.audience).empty()) {
    name_near_misses(*backend, *collection, evidence.question, result.answer);
  }
  return result;
}

}  // namespace attest
