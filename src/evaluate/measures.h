// Measures of classification and retrieval, as the field defines them.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace attest {

// 0 where there is no whole.
inline double share(size_t part, size_t whole) {
  return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
}

// Counts of what was right and what was said.
struct Counts {
  size_t hits = 0;    // said and right
  size_t said = 0;    // said
  size_t wanted = 0;  // right
  double precision() const { return said > 0 ? static_cast<double>(hits) / static_cast<double>(said) : 0; }
  double recall() const { return wanted > 0 ? static_cast<double>(hits) / static_cast<double>(wanted) : 0; }
  double f1() const;
};

// A classification's outcomes, example by example.
class Confusion {
 public:
  void add(std::string_view wanted, std::string_view said);
  size_t examples() const { return examples_; }
  double accuracy() const;
  // Mean of the F1 of every class that occurs as wanted (scikit-learn's "macro" over the wanted labels).
  double macro_f1() const;
  double f1(std::string_view label) const;
  std::string most_frequent() const;
  // Accuracy and macro-F1 of always saying the most frequent class.
  double baseline_accuracy() const;
  double baseline_macro_f1() const;
  // "wanted a, said b: 12" lines, the largest first.
  std::string to_text() const;

 private:
  std::map<std::string, Counts, std::less<>> classes_;
  std::map<std::pair<std::string, std::string>, size_t> pairs_;
  size_t examples_ = 0;
  size_t right_ = 0;
};

// How often verdicts are right beside how sure they say that they are.
class Calibration {
 public:
  // `stated` in [0, 1].
  void add(double stated, bool right);
  size_t verdicts() const { return total_; }
  // Mean distance between the confidence stated and the share that is right, over ten equal bins of the
  // confidence, each weighted by its verdicts (expected calibration error; Naeini et al. 2015). 0 is perfect.
  double error() const;
  // "stated 0.60 to 0.70: 0.48 of 120 right" lines, and the straight line through all verdicts (least
  // squares).
  std::string to_text() const;

 private:
  struct Bin {
    size_t verdicts = 0;
    size_t right = 0;
    double stated = 0;  // sum
  };
  std::array<Bin, 10> bins_{};
  size_t total_ = 0;
  double sum_x_ = 0;
  double sum_y_ = 0;
  double sum_xx_ = 0;
  double sum_xy_ = 0;
};

}  // namespace attest
