#include "verify/test_measures.h"

#include <string_view>
#include <vector>

#include "verify/stated_numbers.h"

namespace attest {
namespace {

enum class TestMeasure : uint8_t {
  kNone,
  kSensitivity,
  kSpecificity,
  kPositivePredictive,
  kNegativePredictive,
  kPositiveLikelihood,
  kNegativeLikelihood
};

TestMeasure measure_at(const ReadText& text, size_t at) {
  const std::string_view folded = text.words[at].folded;
  const std::string_view next = at + 1 < text.words.size() ? std::string_view(text.words[at + 1].folded) : "";
  if (folded == "sensitivity") return TestMeasure::kSensitivity;
  if (folded == "specificity") return TestMeasure::kSpecificity;
  if (folded == "ppv") return TestMeasure::kPositivePredictive;
  if (folded == "npv") return TestMeasure::kNegativePredictive;
  if (folded == "positive" && next == "predictive") return TestMeasure::kPositivePredictive;
  if (folded == "negative" && next == "predictive") return TestMeasure::kNegativePredictive;
  if (folded == "positive" && next == "likelihood") return TestMeasure::kPositiveLikelihood;
  if (folded == "negative" && next == "likelihood") return TestMeasure::kNegativeLikelihood;
  return TestMeasure::kNone;
}

// What the figure at a word measures: named before it, or right behind it; nothing where two are named before
// their figures ("sensitivity and specificity of 81% and 57%").
TestMeasure measure_of(const ReadText& text, size_t number) {
  constexpr size_t kBehind = 3;
  for (size_t i = number; i > 0; --i) {
    const size_t at = i - 1;
    if (text.words[i].part_start || text.words[at].value) break;
    const TestMeasure measure = measure_at(text, at);
    if (measure == TestMeasure::kNone) continue;
    for (size_t k = at; k > 0 && !text.words[k - 1].value; --k) {
      const TestMeasure other = measure_at(text, k - 1);
      if (other != TestMeasure::kNone && other != measure) return TestMeasure::kNone;
    }
    return measure;
  }
  for (size_t i = number + 1; i < text.words.size() && i <= number + kBehind; ++i) {
    if (text.words[i].part_start || text.words[i].value) break;
    const TestMeasure measure = measure_at(text, i);
    if (measure != TestMeasure::kNone) return measure;
  }
  return TestMeasure::kNone;
}

}  // namespace

bool measures_exchanged(const ReadText& claim, const ReadText& evidence) {
  const std::vector<StatedNumber> found = stated_numbers(evidence);
  for (const StatedNumber& number : stated_numbers(claim)) {
    const TestMeasure measure = measure_of(claim, number.word);
    if (measure == TestMeasure::kNone) continue;
    bool elsewhere = false;
    bool own = false;
    for (const StatedNumber& other : found) {
      if (!holds_number(number, {other})) continue;
      const TestMeasure there = measure_of(evidence, other.word);
      own = own || there == measure || there == TestMeasure::kNone;
      elsewhere = elsewhere || there != measure;
    }
    if (elsewhere && !own) return true;
  }
  return false;
}

}  // namespace attest
