#include "pipeline/ask_question.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "answer/choice/asked_harm.h"
#include "answer/choice/nearest.h"
#include "answer/lay/asked_at_heart.h"
#include "answer/lay/blame.h"
#include "answer/lay/doctors_words.h"
#include "answer/lay/lay_caution.h"
#include "answer/lay/passing_by.h"
#include "answer/lay/plain_quotes.h"
#include "answer/lay/restricting_neighbour.h"
#include "answer/lay/told_harms.h"
#include "answer/lay/unsaid_qualifier.h"
#include "answer/references.h"
#include "answer/sections.h"
#include "pipeline/add_direct_words.h"
#include "pipeline/add_page_words.h"
#include "pipeline/add_warnings.h"
#include "pipeline/add_words_together.h"
#include "pipeline/answer_question.h"
#include "pipeline/library.h"
#include "question/emergencies.h"
#include "question/intents.h"
#include "question/words.h"
#include "search/coverage.h"

namespace attest {

namespace {

// A page is offered to a lay reader where its title says a name that was asked about, or a word of the
// question that carries meaning: not "Cant syndrome" for "I can't".
bool names_asked(std::string_view title, const UnderstoodQuestion& question, const Thesaurus& thesaurus) {
  Stemmer stemmer;
  const StemSet stems = stem_set(title, stemmer);
  const auto holds = [&](const std::string& stem) { return stems.contains(stem); };
  for (const Concept& asked : question.concepts) {
    if (asked.role == ConceptRole::kPopulation) continue;
    for (const ConceptVariant& variant : asked.variants) {
      if (!variant.stems.empty() && std::all_of(variant.stems.begin(), variant.stems.end(), holds))
        return true;
    }
  }
  const std::vector<QuestionWord> words = question_words(question.resolved, stemmer);
  // "Problems with smell", for "my vagina smells": of a name only its first word says what it is about.
  const auto is_of_name = [&](const QuestionWord& word) {
    return std::any_of(question.concepts.begin(), question.concepts.end(), [&](const Concept& asked) {
      const std::vector<QuestionWord> of_name = question_words(asked.asked_as, stemmer);
      return std::any_of(of_name.begin(), of_name.end(), [&](const QuestionWord& one) {
        return &one != &of_name.front() && one.stem == word.stem;
      });
    });
  };
  return std::any_of(words.begin(), words.end(), [&](const QuestionWord& word) {
    return !word.stop && !is_of_name(word) && !thesaurus.is_everyday(word.folded) &&
           !is_cue_word(word.folded) && holds(word.stem);
  });
}

void name_near_misses(const Library& library, const UnderstoodQuestion& question, Answer& answer) {
  constexpr size_t kNearMisses = 3;
  // Beside a name that no document has, what shares its other words only distracts.
  if (!QuestionCoverage(question, library.collection).answerable()) return;
  const auto hits = library.backend.rank(question.resolved, kNearMisses);
  if (!hits) return;
  for (const DocumentHit& hit : *hits) {
    const auto document = library.collection.document(hit.ref);
    if (!document) continue;
    // The title of a study tells a lay reader little; that of a page for patients names a subject.
    if (answer.audience == Audience::kClinician)
      answer.near_misses.push_back(document->record.title + " (" + hit.id + ")");
    else if (library.appraisals.of(hit.ref, *document).design == StudyDesign::kPatientPage &&
             names_asked(document->record.title, question, *library.thesaurus))
      answer.near_misses.push_back(document->record.title);
  }
}

// "Sex hurts and my body closes up": who tells a complaint in everyday words, and asks nothing, wants to know
// what helps.
bool read_complaint(UnderstoodQuestion& question, Audience audience, const Thesaurus& thesaurus) {
  if (audience == Audience::kClinician || question.intent != Intent::kGeneral) return false;
  bool complaint = false;
  for (const Concept& asked : question.concepts) {
    if (asked.sought || (asked.required && asked.role != ConceptRole::kCondition)) return false;
    if (asked.role != ConceptRole::kCondition) continue;
    const Thesaurus::Entry* entry = thesaurus.find_by_id(asked.thesaurus_id);
    complaint = complaint ||
                (entry != nullptr &&
                 std::find(entry->names.begin(), entry->names.end(), asked.asked_as) == entry->names.end() &&
                 asked.asked_as.find(' ') != std::string::npos);
  }
  // "Is it normal that it hurts?" wants to know that.
  if (matches_pattern(plain_words(question.resolved), "is|are it|this|that|these normal|ok|okay"))
    return false;
  // "My acne makes me miserable": so does who says how it is to have it.
  constexpr std::string_view kHard =
      "miserable|desperate|ashamed|embarrassed|humiliated|mortified|disgusted|frustrated|horrible|awful|"
      "unbearable";
  const bool has_condition = std::any_of(
      question.concepts.begin(), question.concepts.end(),
      [](const Concept& asked) { return asked.required && asked.role == ConceptRole::kCondition; });
  const bool suffers = has_condition && !asks_something(question.resolved) &&
                       matches_pattern(plain_words(question.resolved), kHard);
  if (complaint || suffers) question.intent = Intent::kTreatment;
  return complaint || suffers;
}

// "Patients with alcohol abuse and heart failure", "anorexia was reported with bupropion": asked what helps,
// of those who have something else as well, or what harmed them.
bool is_of_others_illness(const Evidence& evidence, const Finding& finding) {
  return is_treatment_question(evidence.question) && !names_treatment(evidence.question) &&
         (finding.kind == FindingKind::kHarm ||
          (finding.other_conditions > 0 &&
           evidence.source_of(finding).appraisal.design != StudyDesign::kPatientPage));
}

// The result of a treatment that a sentence does not name is no outlook in doctors' words either, nor is a
// harm that came to other people an answer.
void drop_hidden_treatments(const Evidence& evidence, Answer& answer) {
  std::set<std::string> hidden;
  for (uint32_t i = 0; i < evidence.sources.size(); ++i) {
    for (Finding finding : evidence.sources[i].findings) {
      finding.source = i;  // those of another gathering have numbers of their own
      if (hides_its_treatment(evidence, finding) || tells_result_of_treatment(evidence, finding) ||
          !is_near_for_lay(evidence, finding) || !may_answer_harm(evidence, finding) ||
          is_of_others_illness(evidence, finding))
        hidden.emplace(evidence.sentence_of(finding));
    }
  }
  const auto is_hidden = [&](const Statement& one) { return hidden.contains(one.text); };
  std::erase_if(answer.bottom_line, is_hidden);
  for (AnswerSection& section : answer.sections) std::erase_if(section.statements, is_hidden);
}

// What the answer for clinicians quotes, where no words of every day are left.
Status add_doctors_words(const UnderstoodQuestion& question, const Library& library, Answer& answer,
                         Evidence& evidence) {
  ATTEST_ASSIGN(Founded hard, answer_for(Audience::kClinician, question, library));
  hard.evidence.audience = answer.audience;
  drop_hidden_treatments(hard.evidence, hard.answer);
  if (!quote_doctors_words(hard.answer, answer)) return {};
  evidence = std::move(hard.evidence);
  number_references(evidence, answer);
  return {};
}

// The same of what the question comes to, and the answer says what was left out.
Status add_words_at_heart(const UnderstoodQuestion& question, const Library& library, Answer& answer,
                          Evidence& evidence) {
  const std::optional<AtHeart> heart = asked_at_heart(question);
  if (!heart || heart->left_out.empty()) return {};
  ATTEST_TRY(add_doctors_words(heart->question, library, answer, evidence));
  if (!tells_nothing(answer))
    answer.gaps.insert(answer.gaps.begin(), nearest_note(heart->left_out, answer.audience));
  return {};
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

// After statements went: whether what is left answers, and what was said of those that went.
void set_verdict_again(const Evidence& evidence, Answer& answer) {
  const auto has = [&](std::string_view kind) {
    return std::any_of(answer.sections.begin(), answer.sections.end(),
                       [&](const AnswerSection& one) { return one.kind == kind; });
  };
  if (!has(kNearestSection)) std::erase(answer.gaps, nearest_note({}, answer.audience));
  if (!has(kDoctorsWordsSection)) std::erase(answer.gaps, std::string(kNoEverydayWords));
  if (!answer.bottom_line.empty()) {
    number_references(evidence, answer);
    return;
  }
  if (answer.lines.empty() && answer.sections.empty()) {
    std::vector<Statement> warnings = std::move(answer.warnings);
    answer = no_direct_evidence(std::move(answer));
    answer.warnings = std::move(warnings);
    if (const std::string_view missing = missing_answer(answer.understood); !missing.empty())
      answer.gaps.emplace_back(missing);
  } else if (tells_nothing(answer)) {
    answer.verdict = Answer::Verdict::kNoDirectEvidence;
  } else if (answer.verdict == Answer::Verdict::kAnswered) {
    answer.verdict = Answer::Verdict::kPartly;
  }
  number_references(evidence, answer);
}

// What passes the question by goes, and what was said of it.
void leave_out_passing_by(const Evidence& evidence, Answer& answer) {
  if (drop_passing_by(evidence, answer)) set_verdict_again(evidence, answer);
}

// That no harm is told is not said beside one.
void drop_denied_harms(Answer& answer) {
  if (answer.understood.intent != Intent::kHarm) return;
  const bool told = !answer.bottom_line.empty() || !answer.warnings.empty() || !answer.sections.empty();
  if (told) std::erase(answer.gaps, missing_answer(answer.understood));
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
  Appraisals appraisals;
  const Library library{*backend, *collection, thesaurus, appraisals};
  ATTEST_ASSIGN(UnderstoodQuestion question,
                understand(request.question, *collection, *thesaurus, request.before));
  const bool complaint = read_complaint(question, request.audience, *thesaurus);

  // 2 to 7. The answer, and what it is made of.
  AskResult result;
  const bool of_blame = asks_for_blame(question);
  ATTEST_ASSIGN(Founded founded, answer_for(request.audience, question, library));
  result.answer = std::move(founded.answer);
  Evidence evidence = std::move(founded.evidence);
  const bool brings_on = asks_to_bring_on(question, request.audience);
  if (brings_on) result.answer = no_direct_evidence(std::move(result.answer));

  // 8. For lay readers nothing that harms or is too hard; what may not be given to the people asked about.
  // Nor in hard words where only words on the matter itself may be told, or where a complaint asks nothing.
  const bool bounded = request.audience == Audience::kClinician || of_blame || brings_on || complaint ||
                       !caution_of(question, request.audience).empty();
  bool hard_words_sought = bounded;
  if (request.audience != Audience::kClinician) {
    make_plain(result.answer);
    tell_concrete_harms(evidence, result.answer);
    if (!bounded && tells_nothing(result.answer)) {
      ATTEST_TRY(add_doctors_words(question, library, result.answer, evidence));
      hard_words_sought = true;
    }
  }
  ATTEST_TRY(add_page_words(question, library, result.answer, evidence));
  ATTEST_TRY(add_direct_words(question, library, result.answer, evidence));
  ATTEST_ASSIGN(const bool together, add_words_together(question, library, result.answer, evidence));
  // What is told of two together may name only the group of one of them: it does not pass the question by.
  if (!together) leave_out_passing_by(evidence, result.answer);
  if (!together && !hard_words_sought && tells_nothing(result.answer)) {
    ATTEST_TRY(add_doctors_words(question, library, result.answer, evidence));
    leave_out_passing_by(evidence, result.answer);
  }
  bool of_wider = false;
  if (!together && !bounded && tells_in_hard_words_only(result.answer)) {
    ATTEST_TRY(add_words_on_wider(question, library, result.answer, evidence));
    of_wider = !result.answer.bottom_line.empty();
  }
  if (!together && !bounded && tells_nothing(result.answer)) {
    ATTEST_TRY(add_words_at_heart(question, library, result.answer, evidence));
  }
  if (request.audience != Audience::kClinician && leave_out_set_up(result.answer))
    set_verdict_again(evidence, result.answer);
  if (quote_with_restrictions(evidence, result.answer)) {
    set_verdict_again(evidence, result.answer);
    // What is told now with its neighbour may be what another page tells in one sentence.
    if (!together && !of_wider) leave_out_passing_by(evidence, result.answer);
  }
  ATTEST_TRY(add_warning_signs(question, library, result.answer, evidence));
  warn_of_people(evidence, result.answer);
  drop_denied_harms(result.answer);
  tell_unsaid_qualifier(result.answer);

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
  if (request.audience != Audience::kClinician && tells_nothing(result.answer) &&
      result.answer.sections.empty())
    result.answer.verdict = Answer::Verdict::kNoDirectEvidence;
  if (!of_blame && !brings_on && result.answer.verdict == Answer::Verdict::kNoDirectEvidence &&
      result.answer.sections.empty() &&
      (result.answer.safety_notices.empty() ||
       (request.audience == Audience::kClinician && !says_no_more(result.answer))) &&
      caution_of(question, request.audience).empty()) {
    name_near_misses(library, evidence.question, result.answer);
  }
  return result;
}

}  // namespace attest
