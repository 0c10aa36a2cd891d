#include "train/nearness.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "answer/choice/near_findings.h"
#include "answer/choice/nearness.h"
#include "answer/choice/pertinence.h"
#include "base/file.h"
#include "train/cross_validation.h"

namespace attest::train {
namespace {

constexpr std::string_view kAnswers = "answers";

// The best by each of several measures, in turns: a model must also be taught where one of them is wrong.
std::vector<const NearFinding*> for_readers(const std::vector<NearFinding>& near) {
  constexpr size_t kOfQuestion = 15;
  constexpr double (*kMeasures[])(const NearFinding&) = {
      [](const NearFinding& one) { return one.blend.value; },
      [](const NearFinding& one) { return one.titled.value; },
      [](const NearFinding& one) { return one.by_rarity.value + 0.5 * one.alone; },
      [](const NearFinding& one) { return one.pertinence.value; },
      [](const NearFinding& one) { return one.document.value * one.finding->role.evidence; },
  };
  std::vector<std::vector<const NearFinding*>> orders;
  for (const auto measure : kMeasures) {
    std::vector<const NearFinding*>& order = orders.emplace_back();
    for (const NearFinding& one : near) order.push_back(&one);
    std::stable_sort(order.begin(), order.end(),
                     [&](const NearFinding* a, const NearFinding* b) { return measure(*a) > measure(*b); });
  }
  std::vector<const NearFinding*> chosen;
  for (size_t i = 0; i < near.size() && chosen.size() < kOfQuestion; ++i) {
    for (const auto& order : orders) {
      const bool known = std::find(chosen.begin(), chosen.end(), order[i]) != chosen.end();
      if (!known && chosen.size() < kOfQuestion) chosen.push_back(order[i]);
    }
  }
  return chosen;
}

}  // namespace

Status write_nearness_sheet(const ReadingOptions& options, const std::filesystem::path& questions,
                            const std::filesystem::path& sheet) {
  ATTEST_ASSIGN(const Road road, open_road(options.thesaurus, options.collection));
  ATTEST_ASSIGN(const auto rows, read_rows(questions, 2));
  std::string out;
  for (const std::vector<std::string>& row : rows) {
    ATTEST_ASSIGN(const Road::Nearest nearest, road.nearest(row[1]));
    const Evidence& evidence = nearest.evidence;
    const PertinenceReader pertinence(evidence);
    const std::vector<NearFinding> near = read_near_findings(evidence, nearest.coverage, pertinence);
    for (const NearFinding* one : for_readers(near)) {
      const AnswerSource& source = evidence.source_of(*one->finding);
      const std::string sentence(evidence.sentence_of(*one->finding));
      const nlohmann::ordered_json line = {{"id", row[0]},
                                           {"question", row[1]},
                                           {"document", source.id},
                                           {"start", one->finding->sentence.start},
                                           {"blend", one->blend.value},
                                           {"xxh3", checksum_of(sentence)},
                                           {"title", source.document.record.title},
                                           {"sentence", sentence}};
      out += line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    }
  }
  return write_file_atomically(sheet, out);
}

namespace {

struct Judged {
  ReadSentence sentence;
  bool answers = false;
  NearPlace stated;  // where an answer has it; without a part where none does
};

struct JudgedQuestion {
  std::string text;
  std::vector<Judged> judged;
  CitedSpans cited;  // what stands in answers

  void add(Judged one) {
    const uint32_t start = one.sentence.start;
    if (!one.stated.part.empty()) cited[one.sentence.document].push_back({start, start + 1});
    judged.push_back(std::move(one));
  }
};

// By the ids of questions.
using JudgedQuestions = std::map<std::string, JudgedQuestion>;

NearPlace stated_at(const std::string& place, const std::string& intervention) {
  return {place, intervention == "-" ? "" : intervention, place};
}

// What stands near, or in an answer; and of candidates for answers those of the starter collection, a small
// one of a single field that the others are not.
Result<JudgedQuestions> judged_questions(const std::filesystem::path& folder) {
  JudgedQuestions read;
  for (const char* const file : {"nearness_questions.tsv", "pertinence_questions.tsv"}) {
    ATTEST_ASSIGN(const auto questions, read_rows(folder / file, 2));
    for (const std::vector<std::string>& row : questions) read[row[0]].text = row[1];
  }
  ATTEST_ASSIGN(const auto near, read_rows(folder / "nearness.tsv", 5));
  for (const std::vector<std::string>& row : near) {
    const NearPlace stated = row.size() > 6 ? stated_at(row[5], row[6]) : NearPlace{"", "", ""};
    read[row[0]].add({read_sentence(row[1], row[2], row[3]), row[4] == kAnswers, stated});
  }
  ATTEST_ASSIGN(const auto placed, read_rows(folder / "pertinence.tsv", 7));
  for (const std::vector<std::string>& row : placed) {
    if (row[0].starts_with(kStarterPrefix))
      read[row[0]].add({read_sentence(row[3], row[4], row[5]), row[6] == "1", stated_at(row[1], row[2])});
  }
  return read;
}

}  // namespace

Result<NearnessExamples> nearness_examples(const ReadingOptions& options) {
  ATTEST_ASSIGN(const Road road, open_road(options.thesaurus, options.collection));
  ATTEST_ASSIGN(const Road starter, open_road(options.thesaurus, options.starter));
  ATTEST_ASSIGN(const JudgedQuestions questions, judged_questions(options.sets / "answers"));
  NearnessExamples examples;
  for (const auto& [id, question] : questions) {
    const bool of_starter = id.starts_with(kStarterPrefix);
    ATTEST_ASSIGN(const Road::Nearest nearest,
                  (of_starter ? starter : road).nearest(question.text, question.cited));
    const Evidence& evidence = nearest.evidence;
    const PertinenceReader pertinence(evidence);
    const std::vector<NearFinding> near =
        read_near_findings(evidence, nearest.coverage, pertinence, question.cited);
    for (const Judged& judged : question.judged) {
      const Finding* finding = find_finding(evidence, judged.sentence);
      const auto found = std::find_if(near.begin(), near.end(),
                                      [&](const NearFinding& one) { return one.finding == finding; });
      if (finding == nullptr || found == near.end()) {
        ++examples.lost;
        continue;
      }
      NearPlace at = near_place(evidence.question, *finding);
      if (judged.stated.part == kBottomLine)
        at.part = kBottomLine;
      else if (!judged.stated.part.empty())
        at = judged.stated;
      Features features = nearness_features(evidence, *found, pertinence, at);
      const auto entries = features.entries();
      examples.examples.push_back(
          {{entries.begin(), entries.end()}, std::string(judged.answers ? kAnswers : "beside it"), id, id});
      examples.by_blend.push_back(found->blend.value);
      examples.parts.push_back(at.part);
    }
  }
  return examples;
}

Result<std::string> nearness_figures(const NearnessExamples& examples, const TrainingOptions& options) {
  ATTEST_ASSIGN(const auto scores, cross_validated(examples.examples, options, kAnswers));
  std::vector<bool> wanted;
  for (const Example& example : examples.examples) wanted.push_back(example.label == kAnswers);
  std::string text =
      fmt::format("{} sentences, {} answer a part; area under the curve {:.3f}, coverage and words {:.3f}\n",
                  wanted.size(), std::count(wanted.begin(), wanted.end(), true),
                  area_under_curve(scores, wanted), area_under_curve(examples.by_blend, wanted));
  text += threshold_table(scores, wanted);
  const std::set<std::string> parts(examples.parts.begin(), examples.parts.end());
  for (const std::string& part : parts) {
    std::vector<double> scores_here;
    std::vector<bool> wanted_here;
    for (size_t i = 0; i < scores.size(); ++i) {
      if (examples.parts[i] != part) continue;
      scores_here.push_back(scores[i]);
      wanted_here.push_back(wanted[i]);
    }
    text += fmt::format("{}: {} sentences, {} answer a part, {:.3f}\n", part, wanted_here.size(),
                        std::count(wanted_here.begin(), wanted_here.end(), true),
                        area_under_curve(scores_here, wanted_here));
    if (wanted_here.size() >= 100) text += threshold_table(scores_here, wanted_here);
  }
  // Of the questions that a sentence answers, those where one stands among the first three.
  for (const std::vector<double>* by : {&scores, &examples.by_blend}) {
    std::map<std::string, std::vector<std::pair<double, bool>>> of_question;
    for (size_t i = 0; i < wanted.size(); ++i)
      of_question[examples.examples[i].group].emplace_back((*by)[i], wanted[i]);
    size_t answerable = 0;
    size_t found = 0;
    for (auto& [question, sentences] : of_question) {
      const auto answers = [](const std::pair<double, bool>& one) { return one.second; };
      if (std::none_of(sentences.begin(), sentences.end(), answers)) continue;
      ++answerable;
      std::sort(sentences.begin(), sentences.end(), std::greater<>());
      const auto end = sentences.begin() + std::min<std::ptrdiff_t>(3, std::ssize(sentences));
      found += std::any_of(sentences.begin(), end, answers) ? 1 : 0;
    }
    text += fmt::format("  among the first three by {}: {} of {} questions\n",
                        by == &scores ? "the model" : "coverage and words", found, answerable);
  }
  return text;
}

}  // namespace attest::train
