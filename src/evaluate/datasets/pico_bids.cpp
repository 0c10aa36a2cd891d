#include "evaluate/datasets/pico_bids.h"

#include <set>
#include <string_view>

#include "base/file.h"
#include "base/limits.h"
#include "findings/sentences/sentence_role.h"

namespace attest {
namespace {

PicoClass class_of(std::string_view tag) {
  if (tag.size() < 3) return PicoClass::kNone;
  switch (tag[2]) {
    case 'P': return PicoClass::kPopulation;
    case 'I': return PicoClass::kIntervention;
    case 'C': return PicoClass::kComparator;
    case 'O': return PicoClass::kOutcome;
    default: return PicoClass::kNone;
  }
}

// Takes a label off the start of the last sentence: "Title :", "METHODS :", "Materials and methods :".
void take_heading(LabelledPicoAbstract& abstract) {
  constexpr size_t kHeadingTokensMax = 5;
  PicoTokens& sentence = abstract.sentences.back();
  auto& labels = abstract.labels.back();
  std::string label;
  for (size_t i = 0; i < std::min(sentence.words.size(), kHeadingTokensMax); ++i) {
    if (sentence.words[i] != ":") {
      label += (label.empty() ? "" : " ") + sentence.words[i];
      continue;
    }
    sentence.title = label == "Title";
    if (!sentence.title && !role_of_label(label)) return;
    const auto count = static_cast<std::ptrdiff_t>(i) + 1;
    sentence.words.erase(sentence.words.begin(), sentence.words.begin() + count);
    labels.erase(labels.begin(), labels.begin() + count);
    return;
  }
}

void end_sentence(LabelledPicoAbstract& abstract) {
  if (abstract.sentences.empty() || abstract.sentences.back().words.empty()) return;
  take_heading(abstract);
  abstract.sentences.emplace_back();
  abstract.labels.emplace_back();
}

void end_abstract(LabelledPicoAbstract& abstract, std::set<std::string>& seen,
                  std::vector<LabelledPicoAbstract>& all) {
  end_sentence(abstract);
  if (!abstract.sentences.empty() && abstract.sentences.back().words.empty()) {
    abstract.sentences.pop_back();
    abstract.labels.pop_back();
  }
  constexpr size_t kIdentifyingSentences = 2;
  abstract.id = abstract.set + ":";
  for (size_t s = 0; s < std::min(abstract.sentences.size(), kIdentifyingSentences); ++s) {
    for (const std::string& word : abstract.sentences[s].words) abstract.id += " " + word;
  }
  if (!abstract.sentences.empty() && seen.insert(abstract.id).second) all.push_back(std::move(abstract));
  abstract = {};
}

}  // namespace

Result<std::vector<LabelledPicoAbstract>> read_pico_abstracts(const std::filesystem::path& data) {
  std::vector<LabelledPicoAbstract> all;
  std::set<std::string> seen;
  for (const char* set : {"EBM-NLPmod", "AD", "COVID-19"}) {
    for (const char* part : {"train.txt", "dev.txt", "test.txt"}) {
      const auto path = data / "pico_bids" / "data" / set / "fold1" / part;
      ATTEST_ASSIGN(const std::string bytes, read_file(path, limits::kWholeFileBytesMax));
      LabelledPicoAbstract abstract;
      std::string_view rest = bytes;
      while (!rest.empty()) {
        const size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const size_t tab = line.find('\t');
        if (line.starts_with("-DOCSTART-")) {
          end_abstract(abstract, seen, all);
          abstract.set = set;
          abstract.sentences.emplace_back();
          abstract.labels.emplace_back();
        } else if (tab == std::string_view::npos || abstract.sentences.empty()) {
          end_sentence(abstract);
        } else {
          abstract.sentences.back().words.emplace_back(line.substr(0, tab));
          abstract.labels.back().push_back(class_of(line.substr(tab + 1)));
        }
      }
      end_abstract(abstract, seen, all);
    }
  }
  return all;
}

}  // namespace attest
