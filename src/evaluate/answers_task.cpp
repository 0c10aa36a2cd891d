// Task "answers": clinical questions put to a whole collection, and what a good answer must cite. The
// questions were written by reading the documents (eval/answers/README.md), not by searching with this
// program.
//
// Must-cite recall: of the groups of documents that an answer must cite (one document of each group is
// enough), the part that it cites, averaged over questions; once without and once with what it shows as near
// misses. A question that the collection cannot answer is
// wrong when it gets any answer. Quotes are compared with the stored bytes once more, through a document
// opened anew.
#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "answer/choice/nearest.h"
#include "collection/collection.h"
#include "evaluate/datasets/answer_questions.h"
#include "evaluate/measures.h"
#include "evaluate/tasks.h"
#include "pipeline/ask_question.h"
#include "search/search.h"

namespace attest {
namespace {

constexpr size_t kBaselineDocuments = 10;
constexpr double kRecallAim = 0.6;

// Of the groups, the part of which one document is in `documents`.
double recall_of(const AnswerQuestion& question, const std::set<std::string>& documents) {
  size_t held = 0;
  for (const std::vector<std::string>& group : question.must_cite) {
    for (const std::string& id : group) {
      if (!documents.contains(id)) continue;
      ++held;
      break;
    }
  }
  return static_cast<double>(held) / static_cast<double>(question.must_cite.size());
}

Result<std::set<std::string>> best_by_bm25(const Backend& backend, const std::string& question) {
  ATTEST_ASSIGN(const std::vector<DocumentHit> hits, backend.rank(question, kBaselineDocuments));
  std::set<std::string> documents;
  for (const DocumentHit& hit : hits) documents.insert(hit.id);
  return documents;
}

// Every citation of an answer, wherever it stands.
void gather(const std::vector<Statement>& statements, std::vector<const Citation*>& citations) {
  for (const Statement& statement : statements) {
    for (const Citation& citation : statement.citations) citations.push_back(&citation);
  }
}

// Without `misses`, none of what is said to be a near miss, nor of the checks, which may be on it.
std::vector<const Citation*> citations_of(const Answer& answer, bool misses) {
  std::vector<const Citation*> citations;
  gather(answer.bottom_line, citations);
  gather(answer.warnings, citations);
  for (const TherapyLine& line : answer.lines) {
    gather(line.statements, citations);
    gather(line.harms, citations);
    gather(line.doses, citations);
    gather(line.move_on_when, citations);
  }
  for (const AnswerSection& section : answer.sections) {
    if (misses || section.kind != kNearMissesSection) gather(section.statements, citations);
  }
  for (const Disagreement& disagreement : answer.disagreements) {
    for (const DisagreementSide& side : disagreement.sides) gather(side.statements, citations);
  }
  for (const Check& check : answer.checks) {
    for (const Citation& citation : check.statement.citations) {
      if (misses) citations.push_back(&citation);
    }
  }
  return citations;
}

std::set<std::string> cited(const Answer& answer, bool misses) {
  std::set<std::string> documents;
  for (const Citation* citation : citations_of(answer, misses)) documents.insert(citation->document);
  return documents;
}

struct Quotes {
  size_t all = 0;
  size_t equal = 0;
};

Status compare_quotes(const Answer& answer, const Collection& collection, Quotes& quotes) {
  std::unordered_map<std::string, std::string> texts;
  for (const Citation* citation : citations_of(answer, true)) {
    const auto [place, is_new] = texts.try_emplace(citation->document);
    if (is_new) {
      if (const auto ref = collection.find(citation->document); ref) {
        ATTEST_ASSIGN(const Document document, collection.document(*ref));
        place->second = document.text;
      }
    }
    const ByteSpan span = citation->span;
    const bool inside = span.start < span.end && span.end <= place->second.size();
    ++quotes.all;
    if (inside && span.of(place->second) == citation->quote) ++quotes.equal;
  }
  return {};
}

struct Totals {
  double recall = 0;
  double recall_with_misses = 0;
  double baseline_recall = 0;
  size_t documents = 0;
  size_t documents_with_misses = 0;
  size_t answerable = 0;
  size_t answered = 0;
  size_t not_in_collection = 0;
  size_t wrongly_answered = 0;
  Quotes quotes;

  double mean(double sum) const { return answerable > 0 ? sum / static_cast<double>(answerable) : 0; }
};

std::string missing_groups(const AnswerQuestion& question, const std::set<std::string>& documents) {
  std::string missing;
  for (const std::vector<std::string>& group : question.must_cite) {
    bool held = false;
    for (const std::string& id : group) held = held || documents.contains(id);
    if (!held) missing += " " + group.front();
  }
  return missing;
}

// Puts every question, and says in `notes` which were not answered as they should be.
Result<Totals> measure(const std::vector<AnswerQuestion>& questions,
                       const std::shared_ptr<const Collection>& collection, const EvaluationOptions& options,
                       std::vector<std::string>& notes) {
  const std::unique_ptr<Backend> backend = make_collection_backend(collection);
  Totals totals;
  for (const AnswerQuestion& question : questions) {
    AskRequest request;
    request.question = question.text;
    ATTEST_ASSIGN(const AskResult result, ask_question(request, collection, options.thesaurus));
    const bool answered = result.answer.verdict != Answer::Verdict::kNoDirectEvidence;
    ATTEST_TRY(compare_quotes(result.answer, *collection, totals.quotes));
    if (question.must_cite.empty()) {
      ++totals.not_in_collection;
      if (!answered) continue;
      ++totals.wrongly_answered;
      notes.push_back("wrongly answered: " + question.id);
      continue;
    }
    ++totals.answerable;
    totals.answered += answered ? 1 : 0;
    const std::set<std::string> documents = cited(result.answer, false);
    const std::set<std::string> with_misses = cited(result.answer, true);
    const double recall = recall_of(question, documents);
    totals.recall += recall;
    totals.recall_with_misses += recall_of(question, with_misses);
    totals.documents += documents.size();
    totals.documents_with_misses += with_misses.size();
    ATTEST_ASSIGN(const std::set<std::string> baseline, best_by_bm25(*backend, question.text));
    totals.baseline_recall += recall_of(question, baseline);
    if (!answered) notes.push_back("not answered: " + question.id);
    if (recall < 1.0) {
      notes.push_back(fmt::format("not cited: {} ({} references){}", question.id,
                                  result.answer.references.size(), missing_groups(question, documents)));
    }
  }
  return totals;
}

}  // namespace

Result<TaskReport> run_answers_task(const EvaluationOptions& options) {
  if (options.collection.empty() || options.thesaurus == nullptr) {
    return fail(ErrorCode::kUsage, "the task \"answers\" asks a collection, and none was named", {},
                "add documents.jsonl.zst and MeSH to a collection, then: attest eval answers -c DIR");
  }
  ATTEST_ASSIGN(const std::vector<AnswerQuestion> questions,
                read_answer_questions(options.sets / "answers" / "questions.tsv"));
  ATTEST_ASSIGN(const std::vector<AnswerQuestion> read,
                read_answer_questions(options.sets / "answers" / "questions_read.tsv"));
  ATTEST_ASSIGN(const std::vector<AnswerQuestion> particular,
                read_answer_questions(options.sets / "answers" / "questions_particular.tsv"));
  ATTEST_ASSIGN(const std::vector<AnswerQuestion> unseen,
                read_answer_questions(options.sets / "answers" / "questions_unseen.tsv"));
  ATTEST_ASSIGN(const std::shared_ptr<const Collection> collection, Collection::open(options.collection));
  TaskReport report;
  ATTEST_ASSIGN(const Totals totals, measure(questions, collection, options, report.notes));
  ATTEST_ASSIGN(const Totals later, measure(read, collection, options, report.notes));
  ATTEST_ASSIGN(const Totals most_particular, measure(particular, collection, options, report.notes));
  std::vector<std::string> not_shown;  // which of the unseen ones failed is not for reading
  ATTEST_ASSIGN(const Totals first_sight, measure(unseen, collection, options, not_shown));
  report.data =
      fmt::format("eval/answers, {} questions on a collection of {} documents, {} with an answer there",
                  questions.size(), collection->document_count(), totals.answerable);
  report.baseline = "the ten best documents by BM25 over the question's words";
  const auto add = [&report](const std::string& set, const Totals& of) {
    const auto name = [&](const char* measure) { return set.empty() ? measure : measure + (", " + set); };
    const auto put = [&](const char* measure, double value, double baseline, double aim) {
      report.measures.push_back({name(measure), value, baseline, aim});
    };
    const double baseline = of.mean(of.baseline_recall);
    put("must-cite recall", of.mean(of.recall), baseline, kRecallAim);
    put("must-cite recall with near misses", of.mean(of.recall_with_misses), baseline, -1);
    put("documents cited", of.mean(static_cast<double>(of.documents)), kBaselineDocuments, -1);
    put("documents cited with near misses", of.mean(static_cast<double>(of.documents_with_misses)), -1, -1);
    put("answered, of those with an answer", share(of.answered, of.answerable), -1, -1);
    if (of.not_in_collection > 0)
      put("no direct evidence, of those without", 1.0 - share(of.wrongly_answered, of.not_in_collection), -1,
          1);
    put("quotes equal to the stored bytes", share(of.quotes.equal, of.quotes.all), -1, 1);
  };
  add("", totals);
  add("questions read since", later);
  add("particular questions", most_particular);
  add("questions unseen", first_sight);
  return report;
}

}  // namespace attest
