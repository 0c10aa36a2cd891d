#include "verify/stated_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace attest {
namespace {

using namespace std::string_view_literals;

constexpr size_t kAmongReach = 6;  // words on either side
constexpr size_t kAmongMax = 4;
constexpr double kRoundedShare = 0.06;  // of what is said to be about so much
constexpr size_t kAboutWords = 3;
constexpr double kClearly = 0.25;  // how much better another number's company fits

constexpr std::array kRounded = {"about"sv,   "around"sv, "nearly"sv, "almost"sv, "approximately"sv,
                                 "roughly"sv, "some"sv,   "close"sv,  "just"sv};

bool is_rounded(const ReadText& text, size_t at) {
  for (size_t i = at; i > 0 && at - i < kAboutWords; --i) {
    const std::string& before = text.words[i - 1].folded;
    if (std::find(kRounded.begin(), kRounded.end(), before) != kRounded.end()) return true;
  }
  return false;
}

bool same_value(const StatedNumber& claimed, const StatedNumber& found) {
  if (claimed.percent != found.percent) return false;
  const double difference = std::abs(claimed.value - found.value);
  if (difference < 1e-9) return true;
  if (claimed.about) return difference <= kRoundedShare * std::max(1.0, std::abs(found.value));
  // Written with fewer digits: 79.6 as 80.
  return claimed.value == std::round(claimed.value) && found.value != std::round(found.value) &&
         difference <= 0.5;
}

// How much of what stands around the claim's number stands around the other.
double company(const ReadText& claim, const StatedNumber& claimed, const StatedNumber& found,
               const std::vector<AlignedWord>& aligned) {
  double all = 0;
  double shared = 0;
  for (const uint32_t word : claimed.among) {
    const double weight = static_cast<double>(claim.words[word].weight);
    all += weight;
    if (aligned[word].strength < kAlignedFrom) continue;
    if (std::find(found.among.begin(), found.among.end(), aligned[word].word) != found.among.end())
      shared += weight;
  }
  return all > 0 ? shared / all : 0;
}

}  // namespace

std::vector<StatedNumber> stated_numbers(const ReadText& text) {
  std::vector<StatedNumber> numbers;
  for (uint32_t i = 0; i < text.words.size(); ++i) {
    if (!text.words[i].value) continue;
    StatedNumber number;
    number.word = i;
    number.value = *text.words[i].value;
    number.percent = text.words[i].percent;
    number.about = is_rounded(text, i) || !text.words[i].number;
    for (uint32_t distance = 1; distance <= kAmongReach && number.among.size() < kAmongMax; ++distance) {
      if (i + distance < text.words.size() && text.words[i + distance].topic)
        number.among.push_back(i + distance);
      if (i >= distance && text.words[i - distance].topic) number.among.push_back(i - distance);
    }
    numbers.push_back(std::move(number));
  }
  return numbers;
}

bool holds_number(const StatedNumber& claimed, const std::vector<StatedNumber>& found) {
  return std::any_of(found.begin(), found.end(),
                     [&](const StatedNumber& other) { return same_value(claimed, other); });
}

NumbersBeside hold_numbers(const ReadText& claim, const std::vector<StatedNumber>& claimed,
                           const std::vector<StatedNumber>& found, const std::vector<AlignedWord>& aligned) {
  NumbersBeside beside;
  beside.claimed = claimed.size();
  for (const StatedNumber& one : claimed) {
    double same = -1;
    double others = 0;
    for (const StatedNumber& other : found) {
      const double fits = company(claim, one, other, aligned);
      if (same_value(one, other)) {
        same = std::max(same, fits);
      } else if (one.percent == other.percent) {
        others = std::max(others, fits);
      }
    }
    if (same >= 0) {
      ++beside.held;
      if (others > same + kClearly) ++beside.misplaced;
    } else {
      if (others > 0) ++beside.other;
      beside.percent_missing = beside.percent_missing || one.percent;
    }
  }
  return beside;
}

}  // namespace attest
