#include "evaluate/measures.h"

#include <algorithm>
#include <utility>
#include <vector>

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

}  // namespace attest
