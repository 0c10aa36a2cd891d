// Rarity and company of words, from documents.jsonl.zst. Vectors are the left singular vectors of the matrix
// of positive pointwise mutual information between words and the commonest words beside them (Levy, Goldberg
// & Dagan 2015, https://aclanthology.org/Q15-1016/: smoothed contexts, singular values to the power of one
// half), found by orthogonal iteration (Halko, Martinsson & Tropp 2011, https://arxiv.org/abs/0909.4061).
#include "train/word_table.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numeric>
#include <random>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "learn/word_table.h"
#include "parse/parser.h"
#include "text/tokens.h"

namespace attest::train {
namespace {

constexpr size_t kWords = 26'000;
constexpr size_t kContexts = 3'000;
constexpr size_t kDimensions = 64;
constexpr size_t kWindow = 5;
constexpr size_t kIterations = 8;
constexpr uint32_t kDocumentsMin = 5;            // with a word, or it is not learned
constexpr double kSmoothing = 0.75;              // of context counts
constexpr size_t kRegistrationBytesMax = 2'000;  // two fifths of the data: they would drown the rest
constexpr size_t kDocumentBytesMax = 12'000;     // a full text counts like a few abstracts
constexpr uint32_t kNoWord = ~0u;

using Visit = std::vector<std::string>;

// The stems of one document after another.
Status for_each_document(const std::filesystem::path& data, const std::function<void(const Visit&)>& visit) {
  Stemmer stemmer;
  DocumentSink sink;
  sink.document = [&](Document&& document) {
    const size_t most = document.id.starts_with("NCT") ? kRegistrationBytesMax : kDocumentBytesMax;
    visit(stems_of(std::string_view(document.text).substr(0, most), stemmer));
    return true;
  };
  sink.deletion = [](std::string_view) { return true; };
  sink.problem = [](Error&&) { return true; };
  return parse_file(data / "documents.jsonl.zst", sink);
}

bool is_word(const std::string& stem) {
  return stem.size() > 1 &&
         std::any_of(stem.begin(), stem.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

struct Vocabulary {
  std::vector<std::string> stems;  // the commonest first
  std::vector<uint32_t> documents;
  std::unordered_map<std::string, uint32_t> numbers;
  size_t document_count = 0;
};

Result<Vocabulary> read_vocabulary(const std::filesystem::path& data) {
  struct Seen {
    uint32_t documents = 0;
    uint32_t last = 0;
  };
  std::unordered_map<std::string, Seen> seen;
  Vocabulary vocabulary;
  ATTEST_TRY(for_each_document(data, [&](const Visit& stems) {
    const auto number = static_cast<uint32_t>(++vocabulary.document_count);
    for (const std::string& stem : stems) {
      if (!is_word(stem)) continue;
      Seen& entry = seen[stem];
      if (entry.last != number) ++entry.documents;
      entry.last = number;
    }
  }));
  std::vector<std::pair<uint32_t, std::string>> ranked;
  for (const auto& [stem, entry] : seen) {
    if (entry.documents >= kDocumentsMin) ranked.emplace_back(entry.documents, stem);
  }
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (ranked.size() > kWords) ranked.resize(kWords);
  for (const auto& [documents, stem] : ranked) {
    vocabulary.numbers.emplace(stem, static_cast<uint32_t>(vocabulary.stems.size()));
    vocabulary.stems.push_back(stem);
    vocabulary.documents.push_back(documents);
  }
  return vocabulary;
}

// Rows of a sparse matrix.
struct Entry {
  uint32_t column = 0;
  float value = 0;
};
using Sparse = std::vector<std::vector<Entry>>;

Result<std::vector<float>> count_together(const std::filesystem::path& data, const Vocabulary& vocabulary) {
  std::vector<float> counts(vocabulary.stems.size() * kContexts, 0.0F);
  std::vector<uint32_t> numbers;
  ATTEST_TRY(for_each_document(data, [&](const Visit& stems) {
    numbers.clear();
    for (const std::string& stem : stems) {
      const auto found = vocabulary.numbers.find(stem);
      numbers.push_back(found == vocabulary.numbers.end() ? kNoWord : found->second);
    }
    for (size_t i = 0; i < numbers.size(); ++i) {
      if (numbers[i] == kNoWord) continue;
      const size_t end = std::min(numbers.size(), i + kWindow + 1);
      for (size_t j = i + 1; j < end; ++j) {
        if (numbers[j] == kNoWord) continue;
        const float weight = 1.0F / static_cast<float>(j - i);
        if (numbers[j] < kContexts) counts[size_t{numbers[i]} * kContexts + numbers[j]] += weight;
        if (numbers[i] < kContexts) counts[size_t{numbers[j]} * kContexts + numbers[i]] += weight;
      }
    }
  }));
  return counts;
}

Sparse positive_information(const std::vector<float>& counts, size_t words) {
  std::vector<double> of_word(words, 0.0);
  std::vector<double> of_context(kContexts, 0.0);
  for (size_t word = 0; word < words; ++word) {
    for (size_t context = 0; context < kContexts; ++context) {
      const double count = static_cast<double>(counts[word * kContexts + context]);
      of_word[word] += count;
      of_context[context] += count;
    }
  }
  double smoothed_sum = 0;
  for (double& count : of_context) {
    count = std::pow(count, kSmoothing);
    smoothed_sum += count;
  }
  Sparse rows(words);
  for (size_t word = 0; word < words; ++word) {
    for (size_t context = 0; context < kContexts; ++context) {
      const double count = static_cast<double>(counts[word * kContexts + context]);
      if (count <= 0) continue;
      const double information = std::log(count * smoothed_sum / (of_word[word] * of_context[context]));
      if (information > 0) {
        rows[word].push_back({static_cast<uint32_t>(context), static_cast<float>(information)});
      }
    }
  }
  return rows;
}

// Columns of a matrix, each a vector.
using Columns = std::vector<std::vector<double>>;

double product(const std::vector<double>& a, const std::vector<double>& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

// Modified Gram-Schmidt; returns the lengths before scaling.
std::vector<double> make_orthonormal(Columns& columns) {
  std::vector<double> lengths;
  for (size_t i = 0; i < columns.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      const double along = product(columns[i], columns[j]);
      for (size_t k = 0; k < columns[i].size(); ++k) columns[i][k] -= along * columns[j][k];
    }
    const double length = std::sqrt(product(columns[i], columns[i]));
    lengths.push_back(length);
    if (length <= 0) continue;
    for (double& value : columns[i]) value /= length;
  }
  return lengths;
}

Columns times(const Sparse& matrix, const Columns& right) {
  Columns out(right.size(), std::vector<double>(matrix.size(), 0.0));
  for (size_t row = 0; row < matrix.size(); ++row) {
    for (size_t column = 0; column < right.size(); ++column) {
      double sum = 0;
      for (const Entry& entry : matrix[row]) {
        sum += static_cast<double>(entry.value) * right[column][entry.column];
      }
      out[column][row] = sum;
    }
  }
  return out;
}

Columns transposed_times(const Sparse& matrix, const Columns& left) {
  Columns out(left.size(), std::vector<double>(kContexts, 0.0));
  for (size_t row = 0; row < matrix.size(); ++row) {
    for (size_t column = 0; column < left.size(); ++column) {
      const double factor = left[column][row];
      for (const Entry& entry : matrix[row]) {
        out[column][entry.column] += static_cast<double>(entry.value) * factor;
      }
    }
  }
  return out;
}

// Left singular vectors times the square root of their singular values, the largest first.
Columns singular_vectors(const Sparse& matrix) {
  std::mt19937_64 random(20'151);
  Columns right(kDimensions, std::vector<double>(kContexts));
  for (auto& column : right) {
    // The generator's own numbers: distributions differ between standard libraries.
    for (double& value : column) value = static_cast<double>(random() >> 11) * 0x1p-53 - 0.5;
  }
  make_orthonormal(right);
  Columns left;
  std::vector<double> values;
  for (size_t iteration = 0; iteration < kIterations; ++iteration) {
    left = times(matrix, right);
    values = make_orthonormal(left);
    if (iteration + 1 == kIterations) break;
    right = transposed_times(matrix, left);
    make_orthonormal(right);
  }
  for (size_t column = 0; column < left.size(); ++column) {
    for (double& value : left[column]) value *= std::sqrt(values[column]);
  }
  return left;
}

}  // namespace

Result<std::string> make_word_table(const std::filesystem::path& data) {
  ATTEST_ASSIGN(const Vocabulary vocabulary, read_vocabulary(data));
  if (vocabulary.stems.size() < kContexts) {
    return fail(ErrorCode::kInput, "too few different words", "documents.jsonl.zst",
                "take a larger collection");
  }
  Columns columns;
  {
    ATTEST_ASSIGN(const std::vector<float> counts, count_together(data, vocabulary));
    columns = singular_vectors(positive_information(counts, vocabulary.stems.size()));
  }
  std::vector<TableWord> words;
  for (size_t word = 0; word < vocabulary.stems.size(); ++word) {
    TableWord out;
    out.stem = vocabulary.stems[word];
    out.rarity = static_cast<float>(std::log(static_cast<double>(vocabulary.document_count) /
                                             static_cast<double>(vocabulary.documents[word])));
    for (const auto& column : columns) out.vector.push_back(static_cast<float>(column[word]));
    words.push_back(std::move(out));
  }
  return WordTable::to_bytes(std::move(words));
}

}  // namespace attest::train
