// Private to quantities: estimates told one after the other, of which only the first, or a word before them,
// says what they are.
#pragma once

#include "quantities/reader.h"

namespace attest::quantities {

class EstimateList {
 public:
  // A measure was named at `at` and no value stands there: "the odds ratios were as follows: …".
  void hear(const Reader& reader, size_t at);
  // What was read from `first` on, in the order of the text.
  void see(const Quantity& quantity, size_t end);
  // Makes the number that was read at `at` an estimate like the one before it, with its interval, if it is
  // the next of a list.
  void carry(const Reader& reader, size_t at, Match& match) const;

 private:
  QuantityKind kind_ = QuantityKind::kRatio;
  std::string name_;
  size_t end_ = 0;              // lexeme after the last member, or after the name
  bool named_ = false;          // there is a head
  bool valued_ = false;         // it has had a value
  bool interval_ = false;       // and an interval
  bool bounds_follow_ = false;  // "(95% CI)" stands behind the name
  double confidence_ = kNotStated;
  size_t confidence_end_ = 0;  // lexeme after the last interval that gave its level
};

}  // namespace attest::quantities
