// Task "asked-effects": what is said to "Does X change Y compared with Z?" of the very trial that annotators
// of Evidence Inference read for X, Y and Z.
//
// Twice: each document by itself, which shows how it is read; and the questions put to the whole collection,
// which shows what a reader is told (those of articles learned from only with --whole). The names of a prompt
// stand in the question as they are: nobody helped the program by a word that the question's reader knows.
// The trained reader of effects has learned from the articles that are not held out, so that theirs are
// figures to mend by and no more.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "collection/collection.h"
#include "evaluate/asked_effects_measure.h"
#include "evaluate/datasets/effect_questions.h"
#include "evaluate/tasks.h"
#include "pipeline/answer_question.h"
#include "pipeline/gather_evidence.h"
#include "question/question.h"
#include "search/one_document.h"

namespace attest {
namespace {

struct AskedDocument {
  AskedPrompt asked;
  DocumentRef ref;
};

std::string told(const AskedPrompt& asked, const SaidOfDocument& said, const Evidence& evidence) {
  const auto change = [](const SaidEffect& one) { return one.change; };
  std::string note = fmt::format("{} {}: {}\n  wanted {}, ", asked.prompt.article, asked.prompt.id,
                                 asked.question, static_cast<int>(asked.prompt.direction) - 1);
  if (!said.asked) return note + "not understood";
  if (!said.verdict) return note + "nothing said";
  note += fmt::format("said {}{}\n  {}", change(*said.verdict),
                      change(*said.verdict) == static_cast<int>(asked.prompt.direction) - 1 ? "" : " WRONG",
                      evidence.sentence_of(*said.verdict->finding));
  return note;
}

struct Alone {
  EffectTally verdicts;
  EffectTally by_rules;
  size_t asked = 0;
};

Result<Alone> read_alone(const std::vector<AskedDocument>& prompts, const Library& library, bool verbose,
                         std::vector<std::string>& notes) {
  Alone alone;
  for (const AskedDocument& one : prompts) {
    ATTEST_ASSIGN(UnderstoodQuestion question,
                  understand(one.asked.question, library.collection, *library.thesaurus, std::nullopt));
    ATTEST_ASSIGN(const SearchResult found, search_one_document(question, library.collection, one.ref));
    ATTEST_ASSIGN(const Evidence evidence,
                  gather_from(std::move(question), Audience::kClinician, found, library));
    const SaidOfDocument said = said_of_document(evidence, one.asked.prompt.article);
    alone.asked += said.asked ? 1 : 0;
    alone.verdicts.add(one.asked.prompt.direction, said.verdict);
    alone.by_rules.add(one.asked.prompt.direction, said.by_rules);
    if (verbose) notes.push_back(told(one.asked, said, evidence));
  }
  return alone;
}

bool cites(const Statement& statement, std::string_view document, std::string_view quote) {
  return std::any_of(statement.citations.begin(), statement.citations.end(),
                     [&](const Citation& one) { return one.document == document && one.quote == quote; });
}

struct Together {
  EffectTally verdicts;
  size_t found = 0;
  size_t leads = 0;
  size_t in_bottom_line = 0;
  size_t divided = 0;
};

Result<Together> ask_collection(const std::vector<AskedDocument>& prompts, const Library& library) {
  Together together;
  for (const AskedDocument& one : prompts) {
    ATTEST_ASSIGN(const UnderstoodQuestion question,
                  understand(one.asked.question, library.collection, *library.thesaurus, std::nullopt));
    ATTEST_ASSIGN(const Founded founded, answer_for(Audience::kClinician, question, library));
    const std::string& document = one.asked.prompt.article;
    const auto& sources = founded.evidence.sources;
    together.found += std::any_of(sources.begin(), sources.end(),
                                  [&](const AnswerSource& source) { return source.id == document; })
                          ? 1
                          : 0;
    together.divided += founded.answer.disagreements.empty() ? 0u : 1u;
    const SaidOfDocument said = said_of_document(founded.evidence, document);
    together.verdicts.add(one.asked.prompt.direction, said.verdict);
    if (!said.verdict) continue;
    const std::string_view quote = founded.evidence.sentence_of(*said.verdict->finding);
    const std::vector<Statement>& line = founded.answer.bottom_line;
    const auto is_it = [&](const Statement& statement) { return cites(statement, document, quote); };
    together.leads += !line.empty() && is_it(line.front()) ? 1 : 0;
    together.in_bottom_line += std::any_of(line.begin(), line.end(), is_it) ? 1 : 0;
  }
  return together;
}

void report_alone(const Alone& alone, const std::string& part, TaskReport& report) {
  const size_t prompts = alone.verdicts.prompts();
  const auto put = [&](const char* name, double value, double baseline) {
    report.measures.push_back({name + part, value, baseline, -1});
  };
  put("question understood", share(alone.asked, prompts), -1);
  put("verdict given", alone.verdicts.given(), alone.by_rules.given());
  put("right, of verdicts given", alone.verdicts.right(), alone.verdicts.most_frequent());
  put("right by rules alone, of those given", alone.by_rules.right(), alone.verdicts.most_frequent());
  put("not opposite, of verdicts given", 1 - alone.verdicts.opposite(), 1 - alone.by_rules.opposite());
  report.notes.push_back(fmt::format("alone{}: {} prompts, {} verdicts, {} by rules\n{}", part, prompts,
                                     alone.verdicts.said().examples(), alone.by_rules.said().examples(),
                                     alone.verdicts.said().to_text()));
}

void report_together(const Together& together, const std::string& part, TaskReport& report) {
  const size_t prompts = together.verdicts.prompts();
  const size_t given = together.verdicts.said().examples();
  const auto put = [&](const char* name, double value, double baseline) {
    report.measures.push_back({fmt::format("whole collection: {}{}", name, part), value, baseline, -1});
  };
  put("document found", share(together.found, prompts), -1);
  put("verdict given", together.verdicts.given(), -1);
  put("right, of verdicts given", together.verdicts.right(), together.verdicts.most_frequent());
  put("not opposite, of verdicts given", 1 - together.verdicts.opposite(), -1);
  put("verdict leads, of those given", share(together.leads, given), -1);
  put("verdict in bottom line, of those given", share(together.in_bottom_line, given), -1);
  put("answers with a disagreement", share(together.divided, prompts), -1);
  report.notes.push_back(fmt::format("whole collection{}: {} prompts, {} verdicts\n{}", part, prompts, given,
                                     together.verdicts.said().to_text()));
}

}  // namespace

Result<TaskReport> run_asked_effects_task(const EvaluationOptions& options) {
  if (options.collection.empty() || options.thesaurus == nullptr) {
    return fail(ErrorCode::kUsage, "the task \"asked-effects\" asks a collection, and none was named", {},
                "add documents.jsonl.zst and MeSH to a collection, then: attest eval asked-effects -c DIR");
  }
  ATTEST_ASSIGN(std::vector<EffectPrompt> prompts, read_effect_prompts(options.data));
  ATTEST_ASSIGN(const std::shared_ptr<const Collection> collection, Collection::open(options.collection));
  const size_t all = prompts.size();
  std::vector<AskedDocument> held_out;
  std::vector<AskedDocument> learned;
  for (AskedPrompt& asked : effect_questions(std::move(prompts))) {
    const auto ref = collection->find(asked.prompt.article);
    if (!ref) continue;
    auto& part = is_held_out(asked.prompt.article) ? held_out : learned;
    part.push_back({std::move(asked), *ref});
  }
  TaskReport report;
  report.data =
      fmt::format("evidence_inference: of {} prompts {} that can be asked, {} of them of held-out articles",
                  all, held_out.size() + learned.size(), held_out.size());
  report.baseline = "given: rules without the trained reader; right: the most frequent class";
  const std::unique_ptr<Backend> backend = make_collection_backend(collection);
  Appraisals appraisals;
  const Library library{*backend, *collection, options.thesaurus, appraisals};
  // Every single one of the articles learned from may be looked at, and none of the others.
  const char* const kLearned = ", learned from";
  ATTEST_ASSIGN(const Alone alone, read_alone(held_out, library, false, report.notes));
  report_alone(alone, "", report);
  ATTEST_ASSIGN(const Together together, ask_collection(held_out, library));
  report_together(together, "", report);
  ATTEST_ASSIGN(const Alone alone_learned, read_alone(learned, library, options.verbose, report.notes));
  report_alone(alone_learned, kLearned, report);
  if (!options.whole) return report;
  ATTEST_ASSIGN(const Together together_learned, ask_collection(learned, library));
  report_together(together_learned, kLearned, report);
  return report;
}

}  // namespace attest
