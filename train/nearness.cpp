#include "train/nearness.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "answer/near_findings.h"
#include "answer/nearness.h"
#include "answer/pertinence.h"
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

Result<NearnessExamples> nearness_examples(const ReadingOptions& options) {
  ATTEST_ASSIGN(const Road road, open_road(options.thesaurus, options.collection));
  ATTEST_ASSIGN(const auto questions, read_rows(options.sets / "answers" / "nearness_questions.tsv", 2));
  ATTEST_ASSIGN(const auto rows, read_rows(options.sets / "answers" / "nearness.tsv", 5));
  struct Judged {
    ReadSentence sentence;
    std::string verdict;
  };
  std::map<std::string, std::vector<Judged>> read;
  for (const std::vector<std::string>& row : rows)
    read[row[0]].push_back({read_sentence(row[1], row[2], row[3]), row[4]});
  NearnessExamples examples;
  for (const std::vector<std::string>& question : questions) {
    if (!read.contains(question[0])) continue;
    ATTEST_ASSIGN(const Road::Nearest nearest, road.nearest(question[1]));
    const Evidence& evidence = nearest.evidence;
    const PertinenceReader pertinence(evidence);
    const std::vector<NearFinding> near = read_near_findings(evidence, nearest.coverage, pertinence);
    for (const Judged& judged : read[question[0]]) {
      const Finding* finding = find_finding(evidence, judged.sentence);
      const auto found = std::find_if(near.begin(), near.end(),
                                      [&](const NearFinding& one) { return one.finding == finding; });
      if (finding == nullptr || found == near.end()) {
        ++examples.lost;
        continue;
      }
      Features features = nearness_features(evidence, *found, pertinence);
      const auto entries = features.entries();
      examples.examples.push_back({{entries.begin(), entries.end()},
                                   std::string(judged.verdict == kAnswers ? kAnswers : "beside it"),
                                   question[0],
                                   question[0]});
      examples.by_blend.push_back(found->blend.value);
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
