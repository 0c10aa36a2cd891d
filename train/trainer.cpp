#include "train/trainer.h"

#include <algorithm>
#include <map>
#include <memory>

#include <linear.h>

namespace attest::train {
namespace {

void keep_quiet(const char*) {}

struct FreeModel {
  void operator()(::model* model) const { free_and_destroy_model(&model); }
};

}  // namespace

Result<LinearWeights> train_linear(std::span<const Example> examples, const TrainingOptions& options) {
  std::map<std::string, int> numbers;
  std::map<std::string, size_t> counts;
  for (const Example& example : examples) {
    numbers.emplace(example.label, 0);
    ++counts[example.label];
  }
  if (numbers.size() < 2) return fail(ErrorCode::kInput, "training needs examples of two classes at least");
  LinearWeights out;
  for (auto& [label, number] : numbers) {
    number = static_cast<int>(out.labels.size());
    out.labels.push_back(label);
  }
  out.bias.assign(out.labels.size(), 0.0F);
  out.weights.assign(out.labels.size(), std::vector<float>(kFeatureBuckets, 0.0F));

  // LIBLINEAR counts features from 1 and wants every row ended by -1; the last feature is the bias.
  size_t total = 0;
  for (const Example& example : examples) total += example.features.size() + 2;
  std::vector<feature_node> nodes;
  nodes.reserve(total);
  std::vector<size_t> starts;
  std::vector<double> targets;
  for (const Example& example : examples) {
    starts.push_back(nodes.size());
    for (const Feature& feature : example.features) {
      nodes.push_back({static_cast<int>(feature.bucket) + 1, static_cast<double>(feature.value)});
    }
    nodes.push_back({static_cast<int>(kFeatureBuckets) + 1, 1.0});
    nodes.push_back({-1, 0.0});
    targets.push_back(numbers[example.label]);
  }
  std::vector<feature_node*> rows;
  for (const size_t start : starts) rows.push_back(&nodes[start]);

  problem task{};
  task.l = static_cast<int>(examples.size());
  task.n = static_cast<int>(kFeatureBuckets) + 1;
  task.x = rows.data();
  task.y = targets.data();
  task.bias = 1.0;

  const auto classes = static_cast<int>(out.labels.size());
  std::vector<int> weight_labels;
  std::vector<double> class_weights;
  for (const auto& [label, number] : numbers) {
    weight_labels.push_back(number);
    const auto all = static_cast<double>(examples.size());
    const auto own = static_cast<double>(counts[label]);
    class_weights.push_back(all / (own * static_cast<double>(out.labels.size())));
  }
  parameter settings{};
  settings.solver_type = options.sparse ? L1R_LR : L2R_LR;
  settings.eps = 0.001;
  settings.C = options.cost;
  if (options.balanced) {
    settings.nr_weight = classes;
    settings.weight_label = weight_labels.data();
    settings.weight = class_weights.data();
  }
  set_print_string_function(keep_quiet);
  if (const char* problem_text = check_parameter(&task, &settings)) {
    return fail(ErrorCode::kUsage, problem_text);
  }
  const std::unique_ptr<::model, FreeModel> trained(::train(&task, &settings));

  // Two classes have one row, of the class that LIBLINEAR saw first; give each half of it.
  const int rows_of_weights = classes == 2 ? 1 : classes;
  for (int row = 0; row < rows_of_weights; ++row) {
    const auto label = static_cast<size_t>(trained->label[row]);
    for (uint32_t bucket = 0; bucket <= kFeatureBuckets; ++bucket) {
      const double weight = trained->w[size_t{bucket} * static_cast<size_t>(rows_of_weights) + row];
      const auto store = [&](size_t target, double value) {
        if (bucket == kFeatureBuckets) {
          out.bias[target] = static_cast<float>(value);
        } else {
          out.weights[target][bucket] = static_cast<float>(value);
        }
      };
      if (classes == 2) {
        store(label, weight / 2);
        store(1 - label, -weight / 2);
      } else {
        store(label, weight);
      }
    }
  }
  return out;
}

}  // namespace attest::train
