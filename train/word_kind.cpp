// Words of MeSH terms, each with the branch of the tree that most of its terms stand in.
#include "findings/names/word_kind.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "parse/parser.h"
#include "text/tokens.h"
#include "train/trainings.h"

namespace attest::train {
namespace {

WordKind kind_of(std::string_view tree_number) {
  if (tree_number.empty()) return WordKind::kOther;
  if (tree_number.starts_with("F03")) return WordKind::kDisease;
  switch (tree_number.front()) {
    case 'A': return WordKind::kAnatomy;
    case 'C': return WordKind::kDisease;
    case 'D': return WordKind::kChemical;
    case 'E': return WordKind::kProcedure;
    case 'F': return WordKind::kMind;
    case 'M': return WordKind::kPerson;
    default: return WordKind::kOther;
  }
}

}  // namespace

Result<std::vector<Example>> word_kind_examples(const TrainingData& from) {
  const std::filesystem::path& data = from.data;
  std::map<std::string, std::array<size_t, kWordKinds>> words;
  DocumentSink sink;
  sink.concept_ = [&words](ThesaurusConcept&& found) {
    if (found.tree_numbers.empty()) return true;
    const WordKind kind = kind_of(found.tree_numbers.front());
    found.terms.push_back(found.name);
    for (const std::string& term : found.terms) {
      for (const Token& token : tokenize(term)) {
        const bool letters = std::all_of(token.folded.begin(), token.folded.end(),
                                         [](char byte) { return byte >= 'a' && byte <= 'z'; });
        if (token.folded.size() < 3 || !letters || is_stop_word(token.folded)) continue;
        ++words[token.folded][static_cast<size_t>(kind)];
      }
    }
    return true;
  };
  sink.problem = [](Error&&) { return true; };
  ATTEST_TRY(parse_file(data / "mesh2021.tsv.zst", sink));
  std::vector<Example> examples;
  for (const auto& [word, counts] : words) {
    const auto best = std::max_element(counts.begin(), counts.end()) - counts.begin();
    Features features = word_kind_features(word);
    const auto entries = features.entries();
    examples.push_back({{entries.begin(), entries.end()}, word_kind_name(static_cast<WordKind>(best)), word});
  }
  return examples;
}

}  // namespace attest::train
