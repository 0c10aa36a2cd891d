// learn: small trained linear models. Takes named features of a text, gives a probability for each class.
// Which features, and what a class means, is for the folder that asks. May include base and text.
//
// Features are hashed into buckets instead of being numbered by a dictionary: a model is then one row of
// weights for each class, and a feature that training never saw costs nothing. Two names that meet in a
// bucket share its weight (Weinberger et al. 2009, "Feature hashing for large scale multitask learning").
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace attest {

inline constexpr unsigned kFeatureBits = 18;
inline constexpr uint32_t kFeatureBuckets = 1u << kFeatureBits;

struct Feature {
  uint32_t bucket = 0;  // < kFeatureBuckets
  float value = 0;
};

// The features of one example. The order in which they are added does not matter.
class Features {
 public:
  Features() = default;
  explicit Features(std::vector<Feature> entries) : entries_(std::move(entries)), sorted_(false) {}
  void add(std::string_view name, float value = 1.0F);
  // A feature of a family: "word" + "aspirin". Different families never share a name.
  void add(std::string_view family, std::string_view name, float value = 1.0F);
  // A real value in bins, as one feature for each bin border passed: a linear model can then bend.
  // `borders` ascending.
  void add_binned(std::string_view name, float value, std::span<const float> borders);

  // Sorted by bucket, each bucket once (values of names that meet are added).
  std::span<const Feature> entries();
  void clear() { entries_.clear(), sorted_ = true; }
  bool empty() const { return entries_.empty(); }

 private:
  std::vector<Feature> entries_;
  bool sorted_ = true;
};

}  // namespace attest
