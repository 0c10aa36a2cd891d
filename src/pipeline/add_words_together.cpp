#include "pipeline/add_words_together.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "answer/choice/nearest.h"
#include "answer/lay/lay_caution.h"
#include "answer/lay/taken_together.h"
#include "answer/lay/together_words.h"
#include "answer/references.h"
#include "base/ascii.h"
#include "pipeline/answer_question.h"
#include "pipeline/gather_evidence.h"
#include "text/sentences.h"

namespace attest {
namespace {

constexpr size_t kPairsRanked = 60;
constexpr size_t kDocumentsMax = 30;
constexpr size_t kPairTextBytes = 400'000;  // of a document that are read
constexpr std::string_view kAsk =
    "Please ask a doctor or pharmacist before you take them together, and do not stop what was prescribed.";

std::vector<std::string> queries_for(const UnderstoodQuestion& question,
                                     const std::vector<const Concept*>& taken) {
  std::string asked;
  std::string labels;
  for (const Concept* one : taken) {
    asked += one->asked_as + " ";
    labels += one->label + " ";
  }
  std::vector<std::string> queries = {asked + "interaction", labels + "interaction", asked + labels,
                                      question.resolved};
  // What is said of a group is said on pages that name it.
  for (const Concept* one : taken) {
    queries.push_back("interactions of " + one->label + " with other medicines");
    queries.push_back(one->label + " avoid " +
                      (taken.front() == one ? taken.back() : taken.front())->asked_as);
    for (const Concept* other : taken) {
      if (other == one) continue;
      for (const ConceptVariant& variant : one->variants) {
        if (names_group(variant)) {
          queries.push_back(variant.words + " " + other->label + " interaction");
          break;
        }
      }
    }
  }
  return queries;
}

// Documents with a sentence that tells of both, and those sentences.
Result<SearchResult> find_both(const UnderstoodQuestion& question, const std::vector<const Concept*>& taken,
                               const Library& library) {
  SearchResult found;
  std::set<std::string> seen;
  for (const std::string& query : queries_for(question, taken)) {
    ATTEST_ASSIGN(const std::vector<DocumentHit> hits, library.backend.rank(query, kPairsRanked));
    for (const DocumentHit& hit : hits) {
      if (found.documents.size() == kDocumentsMax) return found;
      if (!seen.insert(hit.id).second) continue;
      ATTEST_ASSIGN(const Document document, library.collection.document(hit.ref));
      const std::string title = lower_ascii(document.record.title);
      std::vector<SentenceHit> sentences;
      for (const Section& section : document.sections) {
        if (section.kind == SectionKind::kReferences || section.body.start > kPairTextBytes) continue;
        if (!names_both(taken, title + " " + lower_ascii(section.body.of(document.text)))) continue;
        for (const ByteSpan span : split_sentences(section.body.of(document.text))) {
          const ByteSpan placed{section.body.start + span.start, section.body.start + span.end};
          if (placed.end < kPairTextBytes &&
              tells_of_both(taken, lower_ascii(placed.of(document.text)), title) != TellsOfBoth::kNothing)
            sentences.push_back({static_cast<uint32_t>(found.documents.size()), placed, 0, 0, {}});
        }
      }
      if (sentences.empty()) continue;
      found.documents.push_back(hit);
      found.sentences.insert(found.sentences.end(), sentences.begin(), sentences.end());
    }
  }
  return found;
}

// Whether anything of the answer names both; the rest goes.
bool keep_both(const std::vector<const Concept*>& taken, Answer& answer) {
  const auto is_of_one = [&](const Statement& one) {
    const std::string lower = lower_ascii(one.text);
    return !names_both(taken, lower) || tells_otherwise(lower) ||
           !(warns_of_two(lower) || tells_of_no_harm(lower));
  };
  std::erase_if(answer.bottom_line, is_of_one);
  for (AnswerSection& section : answer.sections) std::erase_if(section.statements, is_of_one);
  std::erase_if(answer.sections, [](const AnswerSection& one) { return one.statements.empty(); });
  answer.lines.clear();
  return !answer.bottom_line.empty() || !answer.sections.empty();
}

std::string names_of(const std::vector<const Concept*>& taken) {
  std::string names;
  for (size_t i = 0; i < taken.size(); ++i)
    names += (i == 0 ? "" : i + 1 == taken.size() ? " and " : ", ") + name_as_asked(*taken[i]);
  return names;
}

}  // namespace

Result<bool> add_words_together(const UnderstoodQuestion& question, const Library& library, Answer& answer,
                                Evidence& evidence) {
  if (answer.audience == Audience::kClinician) return false;
  const std::vector<const Concept*> taken = asked_together(question);
  if (taken.empty()) return false;
  ATTEST_ASSIGN(const SearchResult found, find_both(question, taken, library));
  ATTEST_ASSIGN(Evidence both, gather_from(question, answer.audience, found, library));
  std::vector<Statement> words = words_on_both(both);
  if (words.empty() && keep_both(taken, answer)) {
    number_references(evidence, answer);
    return true;
  }
  // What is told of one of them alone answers something else.
  answer = no_direct_evidence(std::move(answer));
  if (words.empty()) {
    answer.gaps.push_back("No source here says whether " + names_of(taken) +
                          " go together. That does not mean that they do.");
  } else {
    answer.verdict = Answer::Verdict::kAnswered;
    if (std::string note = note_on_groups(question, words); !note.empty())
      answer.gaps.push_back(std::move(note));
    answer.bottom_line = std::move(words);
    take_new_sources(std::move(both), evidence);
  }
  if (caution_of(question, answer.audience).empty()) answer.gaps.emplace_back(kAsk);
  number_references(evidence, answer);
  return true;
}

}  // namespace attest
