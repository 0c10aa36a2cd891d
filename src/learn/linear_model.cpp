// The layout on disk is described, with a worked example, in docs/format/model.md.
#include "learn/linear_model.h"

#include <algorithm>
#include <cmath>

#include <zstd.h>

#include "base/checksum.h"
#include "base/stored_bytes.h"
#include "learn/compression.h"

namespace attest {
namespace {

constexpr std::string_view kModelMagic = "ATMODEL1";
constexpr size_t kLabelsMax = 64;
constexpr size_t kLabelBytesMax = 64;

tl::unexpected<Error> broken_model(std::string message) {
  return fail(ErrorCode::kCorrupt, std::move(message), "model", "train it again (CONTRIBUTING.md)");
}

}  // namespace

Result<std::string> LinearModel::to_bytes(const LinearWeights& weights) {
  const size_t classes = weights.labels.size();
  if (classes < 2 || classes > kLabelsMax || weights.bias.size() != classes ||
      weights.weights.size() != classes) {
    return fail(ErrorCode::kUsage, "a model needs 2 to 64 classes, each with a bias and a row of weights");
  }
  std::string out(kModelMagic);
  put_number<uint32_t>(out, kFeatureBits);
  put_number<uint32_t>(out, static_cast<uint32_t>(classes));
  std::vector<int16_t> rounded(classes * kFeatureBuckets);
  for (size_t label = 0; label < classes; ++label) {
    const auto& row = weights.weights[label];
    if (row.size() != kFeatureBuckets || weights.labels[label].size() > kLabelBytesMax) {
      return fail(ErrorCode::kUsage, "a row of weights or a label has the wrong length");
    }
    float largest = 0;
    for (const float weight : row) largest = std::max(largest, std::abs(weight));
    const float scale = largest > 0 ? largest / 32767.0F : 1.0F;
    for (size_t bucket = 0; bucket < row.size(); ++bucket) {
      rounded[bucket * classes + label] = static_cast<int16_t>(std::lround(row[bucket] / scale));
    }
    put_number<uint32_t>(out, static_cast<uint32_t>(weights.labels[label].size()));
    out += weights.labels[label];
    put_number<float>(out, weights.bias[label]);
    put_number<float>(out, scale);
  }
  const size_t bytes = rounded.size() * sizeof(int16_t);
  std::string packed(ZSTD_compressBound(bytes), '\0');
  const size_t size = ZSTD_compress(packed.data(), packed.size(), rounded.data(), bytes, kStoredModelLevel);
  if (ZSTD_isError(size) != 0) return fail(ErrorCode::kEnvironment, "the weights could not be compressed");
  put_number<uint32_t>(out, static_cast<uint32_t>(size));
  out.append(packed, 0, size);
  put_number<uint64_t>(out, checksum64(out));
  return out;
}

Result<LinearModel> LinearModel::from_bytes(std::string_view bytes) {
  if (!bytes.starts_with(kModelMagic)) return broken_model("does not start with ATMODEL1");
  if (bytes.size() < kModelMagic.size() + sizeof(uint64_t)) return broken_model("ends early");
  ByteReader tail(bytes.substr(bytes.size() - sizeof(uint64_t)));
  const std::string_view body = bytes.substr(0, bytes.size() - sizeof(uint64_t));
  if (tail.u64() != checksum64(body)) return broken_model("does not match its checksum");

  ByteReader reader(body.substr(kModelMagic.size()));
  const auto bits = reader.u32();
  const auto classes = reader.u32();
  if (bits != kFeatureBits) return broken_model("has another number of feature buckets than this program");
  if (classes < 2 || classes > kLabelsMax) return broken_model("has an impossible number of classes");
  LinearModel model;
  for (uint32_t label = 0; label < classes; ++label) {
    const auto size = reader.u32();
    if (size > kLabelBytesMax) return broken_model("has a label that is too long");
    model.labels_.emplace_back(reader.bytes(size));
    model.bias_.push_back(reader.number<float>());
    model.scale_.push_back(reader.number<float>());
  }
  const auto packed = reader.bytes(reader.u32());
  if (!reader.ok() || reader.remaining() > 0) return broken_model("has a length that is not its own");
  model.weights_.resize(size_t{classes} * kFeatureBuckets);
  const size_t expected = model.weights_.size() * sizeof(int16_t);
  if (ZSTD_decompress(model.weights_.data(), expected, packed.data(), packed.size()) != expected) {
    return broken_model("has weights that do not unpack");
  }
  return model;
}

std::vector<double> LinearModel::scores(Features& features) const {
  const size_t classes = labels_.size();
  std::vector<double> sums(classes, 0.0);
  for (const Feature& feature : features.entries()) {
    const int16_t* row = &weights_[size_t{feature.bucket} * classes];
    for (size_t label = 0; label < classes; ++label) {
      sums[label] += static_cast<double>(row[label]) * static_cast<double>(feature.value);
    }
  }
  for (size_t label = 0; label < classes; ++label) {
    sums[label] = sums[label] * static_cast<double>(scale_[label]) + static_cast<double>(bias_[label]);
  }
  return sums;
}

std::vector<double> LinearModel::probabilities(Features& features) const {
  std::vector<double> values = scores(features);
  const double largest = *std::max_element(values.begin(), values.end());
  double sum = 0;
  for (double& value : values) {
    value = std::exp(value - largest);
    sum += value;
  }
  for (double& value : values) value /= sum;
  return values;
}

double LinearModel::probability(Features& features, std::string_view label) const {
  const auto found = std::find(labels_.begin(), labels_.end(), label);
  if (found == labels_.end()) return 0;
  return probabilities(features)[static_cast<size_t>(found - labels_.begin())];
}

}  // namespace attest
