#include "evaluate/measures.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace attest {

double Counts::f1() const {
  const size_t sum = said + wanted;
  return sum > 0 ? 2.0 * static_cast<double>(hits) / static_cast<double>(sum) : 0;
}

void Confusion::add(std::string_view wanted, std::string_view said) {
  ++examples_;
  ++classes_[std::string(wanted)].wanted;
  ++classes_[std::string(said)].said;
  ++pairs_[{std::string(wanted), std::string(said)}];
  if (wanted == said) {
    ++right_;
    ++classes_[std::string(wanted)].hits;
  }
}

double Confusion::accuracy() const {
  return examples_ > 0 ? static_cast<double>(right_) / static_cast<double>(examples_) : 0;
}

double Confusion::f1(std::string_view label) const {
  const auto found = classes_.find(label);
  return found == classes_.end() ? 0 : found->second.f1();
}

double Confusion::macro_f1() const {
  double sum = 0;
  size_t labels = 0;
  for (const auto& [label, counts] : classes_) {
    if (counts.wanted == 0) continue;
    sum += counts.f1();
    ++labels;
  }
  return labels > 0 ? sum / static_cast<double>(labels) : 0;
}

std::string Confusion::most_frequent() const {
  std::string best;
  size_t most = 0;
  for (const auto& [label, counts] : classes_) {
    if (counts.wanted > most) {
      most = counts.wanted;
      best = label;
    }
  }
  return best;
}

double Confusion::baseline_accuracy() const {
  const auto found = classes_.find(most_frequent());
  if (found == classes_.end()) return 0;
  return static_cast<double>(found->second.wanted) / static_cast<double>(examples_);
}

double Confusion::baseline_macro_f1() const {
  size_t labels = 0;
  for (const auto& [label, counts] : classes_) labels += counts.wanted > 0 ? 1 : 0;
  if (labels == 0) return 0;
  const double precision = baseline_accuracy();
  return 2 * precision / (precision + 1) / static_cast<double>(labels);
}

std::string Confusion::to_text() const {
  std::vector<std::pair<size_t, std::string>> lines;
  for (const auto& [pair, count] : pairs_) {
    lines.emplace_back(count,
                       "wanted " + pair.first + ", said " + pair.second + ": " + std::to_string(count));
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string text;
  for (const auto& [count, line] : lines) text += line + "\n";
  return text;
}

void Calibration::add(double stated, bool right) {
  const auto last = static_cast<double>(bins_.size() - 1);
  const double place = std::floor(stated * static_cast<double>(bins_.size()));
  Bin& bin = bins_.at(static_cast<size_t>(std::clamp(place, 0.0, last)));
  ++bin.verdicts;
  bin.right += right ? 1 : 0;
  bin.stated += stated;
  ++total_;
  sum_x_ += stated;
  sum_y_ += right ? 1 : 0;
  sum_xx_ += stated * stated;
  sum_xy_ += right ? stated : 0;
}

double Calibration::error() const {
  double sum = 0;
  for (const Bin& bin : bins_) sum += std::abs(bin.stated - static_cast<double>(bin.right));
  return total_ == 0 ? 0 : sum / static_cast<double>(total_);
}

std::string Calibration::to_text() const {
  std::string text;
  for (size_t i = 0; i < bins_.size(); ++i) {
    const Bin& bin = bins_.at(i);
    if (bin.verdicts == 0) continue;
    text += fmt::format("stated {:.1f} to {:.1f}: {:.2f} of {} right\n", static_cast<double>(i) / 10,
                        static_cast<double>(i + 1) / 10,
                        static_cast<double>(bin.right) / static_cast<double>(bin.verdicts), bin.verdicts);
  }
  const auto n = static_cast<double>(total_);
  const double spread = n * sum_xx_ - sum_x_ * sum_x_;
  if (spread <= 0) return text;
  const double slope = (n * sum_xy_ - sum_x_ * sum_y_) / spread;
  return text + fmt::format("right = {:.3f} + {:.3f} x stated\n", (sum_y_ - slope * sum_x_) / n, slope);
}

}  // namespace attest
