// The borders are wide, because "most" and "few" are used loosely: what lies near a border is no opposite.
#include "verify/told_shares.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

#include "base/one_of.h"
#include "quantities/quantities.h"
#include "verify/comparison_sides.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

constexpr double kBorder = 5;           // points that a figure may lie outside
constexpr double kSameWordsMin = 0.34;  // of the claim's things that stand by the figure

struct ShareWord {
  std::string_view word;
  double low;
  double high;
};
constexpr std::array kShareWords = {
    ShareWord{"most"sv, 50, 100},      ShareWord{"mostly"sv, 50, 100},  ShareWord{"majority"sv, 50, 100},
    ShareWord{"minority"sv, 0, 50},    ShareWord{"few"sv, 0, 33},       ShareWord{"rare"sv, 0, 15},
    ShareWord{"rarely"sv, 0, 15},      ShareWord{"seldom"sv, 0, 15},    ShareWord{"hardly"sv, 0, 15},
    ShareWord{"uncommon"sv, 0, 20},    ShareWord{"scarcely"sv, 0, 15},  ShareWord{"infrequent"sv, 0, 20},
    ShareWord{"exceptional"sv, 0, 10}, ShareWord{"nobody"sv, 0, 0},     ShareWord{"none"sv, 0, 0},
    ShareWord{"usually"sv, 50, 100},   ShareWord{"everyone"sv, 95, 100}};

// "Most effective", "most often": more than others, and no share.
constexpr std::array kDegreeEnds = {"ive"sv, "ful"sv, "able"sv, "ible"sv, "ent"sv, "ant"sv,
                                    "al"sv,  "ic"sv,  "ly"sv,   "ous"sv,  "ed"sv};
constexpr std::array kDegrees = {"common"sv,   "often"sv,  "likely"sv, "severe"sv,
                                 "accurate"sv, "recent"sv, "at"sv,     "pronounced"sv};

bool is_degree(std::string_view next) {
  return is_one_of(next, kDegrees) || std::any_of(kDegreeEnds.begin(), kDegreeEnds.end(), [&](auto end) {
           return next.ends_with(end) && next != "patients";
         });
}

bool denied_at(const ReadText& text, size_t at) { return at > 0 && text.words[at - 1].negation; }

std::optional<ToldShare> share_at(const ReadText& text, size_t at) {
  const std::string_view word = text.words[at].folded;
  const std::string_view before = at > 0 ? std::string_view(text.words[at - 1].folded) : ""sv;
  const std::string_view next =
      at + 1 < text.words.size() ? std::string_view(text.words[at + 1].folded) : ""sv;
  const auto place = static_cast<uint32_t>(at);
  if (denied_at(text, at)) return std::nullopt;
  if (word == "all" && (before == "nearly" || before == "almost" || before == "virtually"))
    return ToldShare{place, 80, 100};
  if (word == "half" && before == "than" && at > 1)
    return text.words[at - 2].folded == "more" ? ToldShare{place, 50, 100} : ToldShare{place, 0, 50};
  if (word == "half" && before == "over") return ToldShare{place, 50, 100};
  for (const ShareWord& one : kShareWords) {
    if (word != one.word) continue;
    if (word == "most" && (before == "the" || before == "at" || is_degree(next))) return std::nullopt;
    if (word == "hardly" && next != "any" && next != "ever") return std::nullopt;
    if (word == "few" && before == "a") return std::nullopt;
    return ToldShare{place, one.low, one.high};
  }
  return std::nullopt;
}

// Shares that the sentence gives in figures: "12%", "5 of 42 patients".
std::vector<double> figures_of(std::string_view text) {
  std::vector<double> figures;
  for (const Quantity& one : find_quantities(text)) {
    const bool share = one.kind == QuantityKind::kPercentage || one.kind == QuantityKind::kProportion;
    if (!share) continue;
    const double counted = 100 * one.numerator / one.denominator;
    const double value = !std::isnan(counted) ? counted : !std::isnan(one.value) ? one.value : one.low;
    if (!std::isnan(value)) figures.push_back(value);
  }
  return figures;
}

}  // namespace

std::vector<ToldShare> told_shares(const ReadText& text) {
  std::vector<ToldShare> shares;
  for (size_t i = 0; i < text.words.size(); ++i) {
    if (const auto share = share_at(text, i)) shares.push_back(*share);
  }
  return shares;
}

int hold_shares(const ReadText& claim, std::string_view sentence_text, const ReadText& sentence,
                const std::vector<AlignedWord>& aligned) {
  const std::vector<ToldShare> told = told_shares(claim);
  if (told.size() != 1 || claim.negated || sentence.negated) return 0;
  if (sides_of(claim, {}).found) return 0;  // "most of A, few of B"
  double all = 0;
  double shared = 0;
  for (size_t i = 0; i < claim.words.size(); ++i) {
    if (!claim.words[i].topic) continue;
    all += static_cast<double>(claim.words[i].weight);
    if (aligned[i].strength >= kAlignedFrom) shared += static_cast<double>(claim.words[i].weight);
  }
  if (all <= 0 || shared < kSameWordsMin * all) return 0;
  const std::vector<double> figures = figures_of(sentence_text);
  if (figures.empty()) return 0;
  const auto within = [&](double value) {
    return value >= told.front().low - kBorder && value <= told.front().high + kBorder;
  };
  const bool every = std::all_of(figures.begin(), figures.end(), within);
  const bool some = std::any_of(figures.begin(), figures.end(), within);
  return every ? 1 : some ? 0 : -1;
}

}  // namespace attest
