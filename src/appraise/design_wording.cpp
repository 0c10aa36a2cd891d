#include "appraise/design_wording.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "learn/linear_model.h"
#include "learn/word_table.h"
#include "text/tokens.h"

namespace attest {
namespace {

// ln(documents / documents with the word): a word of at least one document in a hundred is common.
constexpr float kCommonRarityMax = 4.8F;
constexpr std::array kAbstractBytes = {50.0F, 300.0F, 600.0F, 900.0F, 1200.0F, 1500.0F, 1800.0F, 2200.0F};

// Words that name a study or those who are in it: what stands beside them tells its kind.
constexpr std::array<std::string_view, 26> kStudyNouns = {
    "analysis", "article",  "case",   "cases",  "charts",     "cohort", "control",  "controls", "data",
    "design",   "group",    "groups", "letter", "literature", "paper",  "patient",  "patients", "records",
    "report",   "reported", "review", "sample", "studied",    "study",  "subjects", "survey"};

bool has_digit(std::string_view word) { return std::any_of(word.begin(), word.end(), is_digit); }

// The words of a text, a rare one as "", a number as "#".
std::vector<std::string> common_words(std::string_view text, Stemmer& stemmer) {
  const WordTable* const table = built_in_words();
  std::vector<std::string> words;
  for (Token& token : tokenize(text)) {
    if (has_digit(token.folded)) {
      words.emplace_back("#");
      continue;
    }
    const bool common = is_stop_word(token.folded) || table == nullptr ||
                        table->rarity(table->find(stemmer.stem(token.folded))) <= kCommonRarityMax;
    words.push_back(common ? std::move(token.folded) : std::string());
  }
  return words;
}

bool is_study_noun(std::string_view word) {
  return std::find(kStudyNouns.begin(), kStudyNouns.end(), word) != kStudyNouns.end();
}

void add_title(Features& features, const std::vector<std::string>& words) {
  std::string before = "^";
  for (const std::string& word : words) {
    features.add("title", word);
    features.add("title pair", before + " " + word);
    before = word;
  }
  features.add("title pair", before + " $");
}

// Each word once, however often it stands there.
void add_body(Features& features, const std::vector<std::string>& words) {
  std::vector<std::string> seen(words);
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  for (const std::string& word : seen) features.add("word", word);
  std::vector<std::string> pairs;
  for (size_t i = 1; i < words.size(); ++i) {
    if (words[i - 1].empty() || words[i].empty()) continue;
    if (is_study_noun(words[i - 1]) || is_study_noun(words[i]))
      pairs.push_back(words[i - 1] + " " + words[i]);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  for (const std::string& pair : pairs) features.add("pair", pair);
}

// By the name of the class: the model's labels are those of study_design_name().
StudyDesign design_named(std::string_view name) {
  for (size_t i = 0; i < static_cast<size_t>(StudyDesign::kUnclear); ++i) {
    const auto design = static_cast<StudyDesign>(i);
    if (name == study_design_name(design)) return design;
  }
  return StudyDesign::kUnclear;
}

}  // namespace

Features design_features(std::string_view title, std::string_view text, const PhraseJudgement& phrases) {
  Stemmer stemmer;
  Features features;
  const std::string_view own = own_part(text);
  const std::string_view body = own.size() > title.size() ? own.substr(title.size()) : std::string_view();
  add_title(features, common_words(title, stemmer));
  add_body(features, common_words(body, stemmer));
  const std::string said = study_design_name(phrases.design);
  features.add("said", said);
  features.add("said by", said + " " + std::string(phrases.basis));
  for (const StudyDesign design : designs_in_text(lower_ascii(body))) {
    features.add("also", study_design_name(design));
    features.add("also beside", said + " " + study_design_name(design));
  }
  features.add_binned("body bytes", static_cast<float>(body.size()), kAbstractBytes);
  return features;
}

WordingJudgement design_of_wording(std::string_view title, std::string_view text,
                                   const PhraseJudgement& phrases, const std::vector<StudyDesign>& barred) {
  static const LinearModel* const model = built_in_model("study_design");
  WordingJudgement judgement;
  if (model == nullptr) return judgement;
  Features features = design_features(title, text, phrases);
  std::vector<double> probabilities = model->probabilities(features);
  double left = 1.0;
  for (size_t i = 0; i < probabilities.size(); ++i) {
    if (std::find(barred.begin(), barred.end(), design_named(model->labels()[i])) == barred.end()) continue;
    left -= probabilities[i];
    probabilities[i] = 0.0;
  }
  const auto best = std::max_element(probabilities.begin(), probabilities.end());
  judgement.probability = left > 0.0 ? *best / left : 0.0;
  const auto& labels = model->labels();
  judgement.knows_phrases =
      std::find(labels.begin(), labels.end(), study_design_name(phrases.design)) != labels.end();
  judgement.design = design_named(labels[static_cast<size_t>(best - probabilities.begin())]);
  // The model learned from records that an indexer marked "Animals" and not "Humans"; work on cells reads the
  // same but for the animal.
  if (judgement.design == StudyDesign::kAnimal && !names_species(lower_ascii(own_part(text)))) {
    judgement.design = StudyDesign::kLaboratory;
  }
  return judgement;
}

}  // namespace attest
