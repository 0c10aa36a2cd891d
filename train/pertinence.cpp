#include "train/pertinence.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "answer/choice/candidates.h"
#include "answer/choice/pertinence.h"
#include "base/file.h"
#include "train/cross_validation.h"

namespace attest::train {
namespace {

constexpr std::string_view kToThePoint = "to the point";

}  // namespace

Status write_pertinence_sheet(const ReadingOptions& options, const std::filesystem::path& questions,
                              const std::filesystem::path& sheet) {
  ATTEST_ASSIGN(const Road road, open_road(options.thesaurus, options.collection));
  ATTEST_ASSIGN(const auto rows, read_rows(questions, 2));
  std::string out;
  for (const std::vector<std::string>& row : rows) {
    ATTEST_ASSIGN(const Evidence evidence, road.evidence(row[1]));
    const PertinenceReader reader(evidence);
    for (const PlacedFinding& placed : placed_findings(evidence, reader)) {
      const AnswerSource& source = evidence.source_of(*placed.finding);
      const std::string sentence(evidence.sentence_of(*placed.finding));
      const nlohmann::ordered_json line = {
          {"id", row[0]},
          {"question", row[1]},
          {"place", placed.place},
          {"intervention", placed.intervention},
          {"option", placed.intervention_name},
          {"document", source.id},
          {"start", placed.finding->sentence.start},
          {"pertinence", reader.read(*placed.finding, placed.place, placed.intervention)},
          {"kind", finding_kind_name(placed.finding->kind)},
          {"xxh3", checksum_of(sentence)},
          {"title", source.document.record.title},
          {"sentence", sentence}};
      out += line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    }
  }
  return write_file_atomically(sheet, out);
}

Result<PertinenceExamples> pertinence_examples(const ReadingOptions& options) {
  const std::filesystem::path folder = options.sets / "answers";
  ATTEST_ASSIGN(const Road road, open_road(options.thesaurus, options.collection));
  ATTEST_ASSIGN(const Road starter, open_road(options.thesaurus, options.starter));
  ATTEST_ASSIGN(const auto questions, read_rows(folder / "pertinence_questions.tsv", 2));
  ATTEST_ASSIGN(const auto rows, read_rows(folder / "pertinence.tsv", 7));
  struct PlacedStatement {
    std::string place;
    std::string intervention;
    ReadSentence sentence;
    bool to_the_point = false;
  };
  std::map<std::string, std::vector<PlacedStatement>> read;
  for (const std::vector<std::string>& row : rows) {
    read[row[0]].push_back(
        {row[1], row[2] == "-" ? "" : row[2], read_sentence(row[3], row[4], row[5]), row[6] == "1"});
  }
  PertinenceExamples examples;
  for (const std::vector<std::string>& question : questions) {
    if (!read.contains(question[0])) continue;
    const bool of_starter = question[0].starts_with(kStarterPrefix);
    ATTEST_ASSIGN(const Evidence evidence, (of_starter ? starter : road).evidence(question[1]));
    const PertinenceReader reader(evidence);
    for (const PlacedStatement& one : read[question[0]]) {
      const Finding* finding = find_finding(evidence, one.sentence);
      if (finding == nullptr) {
        ++examples.lost;
        continue;
      }
      Features features = reader.features(*finding, one.place, one.intervention);
      const auto entries = features.entries();
      examples.examples.push_back({{entries.begin(), entries.end()},
                                   std::string(one.to_the_point ? kToThePoint : "beside it"),
                                   question[0],
                                   question[0]});
      examples.places.push_back(one.place);
      examples.by_relevance.push_back(finding->relevance);
    }
  }
  return examples;
}

Result<std::string> pertinence_figures(const PertinenceExamples& examples, const TrainingOptions& options) {
  ATTEST_ASSIGN(const auto scores, cross_validated(examples.examples, options, kToThePoint));
  std::vector<bool> wanted;
  for (const Example& example : examples.examples) wanted.push_back(example.label == kToThePoint);
  const auto all = static_cast<double>(std::count(wanted.begin(), wanted.end(), true));
  std::string text = fmt::format(
      "{} statements, {} to the point; area under the curve {:.3f}, relevance alone {:.3f}\n", wanted.size(),
      all, area_under_curve(scores, wanted), area_under_curve(examples.by_relevance, wanted));
  text += threshold_table(scores, wanted);
  // As answers choose: what is not much worse than the best for the same question and place.
  std::map<std::pair<std::string, std::string>, double> best;
  for (size_t i = 0; i < scores.size(); ++i) {
    double& known = best[{examples.examples[i].group, examples.places[i]}];
    known = std::max(known, scores[i]);
  }
  for (const double share : {0.5, 0.6, 0.7, 0.8}) {
    double kept = 0;
    double hits = 0;
    for (size_t i = 0; i < scores.size(); ++i) {
      const double top = best[{examples.examples[i].group, examples.places[i]}];
      const bool keep = scores[i] >= std::max(0.1, std::min(0.4, share * top));
      kept += keep ? 1 : 0;
      hits += keep && wanted[i] ? 1 : 0;
    }
    text += fmt::format("  from {:.1f} of the best: kept {}, precision {:.3f}, recall {:.3f}\n", share, kept,
                        hits / kept, hits / all);
  }
  const std::set<std::string> places(examples.places.begin(), examples.places.end());
  for (const std::string& place : places) {
    std::vector<double> scores_here;
    std::vector<double> baseline_here;
    std::vector<bool> wanted_here;
    for (size_t i = 0; i < scores.size(); ++i) {
      if (examples.places[i] != place) continue;
      scores_here.push_back(scores[i]);
      baseline_here.push_back(examples.by_relevance[i]);
      wanted_here.push_back(wanted[i]);
    }
    text +=
        fmt::format("  {:<16} {:>4} statements, {:>4} to the point, {:.3f}, relevance {:.3f}\n", place,
                    wanted_here.size(), std::count(wanted_here.begin(), wanted_here.end(), true),
                    area_under_curve(scores_here, wanted_here), area_under_curve(baseline_here, wanted_here));
  }
  return text;
}

}  // namespace attest::train
