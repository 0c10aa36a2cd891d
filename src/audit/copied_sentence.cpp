// A claim that copies a sentence of its source, figures included, needs no weighing; nor does one that copies
// it with two of its figures exchanged, or with another figure in the place of one.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "audit/accord.h"
#include "audit/judge.h"
#include "base/ascii.h"
#include "base/white_space.h"
#include "verify/direction_words.h"

namespace attest::audit {

namespace {

struct SaidPiece {
  std::string word;    // "#" for a number
  std::string number;  // as printed
  size_t start = 0;
  size_t end = 0;
};

// Words and numbers. `brackets`: with what stands in brackets.
std::vector<SaidPiece> said_pieces_of(std::string_view text, bool brackets) {
  std::vector<SaidPiece> pieces;
  int depth = 0;
  for (size_t at = 0; at < text.size();) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && depth > 0) --depth;
    if ((!is_letter_byte(text[at]) && !is_digit(text[at])) || (depth > 0 && !brackets)) {
      ++at;
      continue;
    }
    size_t end = at;
    const bool number = is_digit(text[at]);
    while (end < text.size()) {
      const bool inside = number && (text[end] == '.' || text[end] == ',') && end + 1 < text.size() &&
                          is_digit(text[end + 1]);
      if (!inside && !(number ? is_digit(text[end]) : is_letter_byte(text[end]))) break;
      ++end;
    }
    const std::string_view printed = text.substr(at, end - at);
    pieces.push_back({number ? "#" : lower_ascii(printed), number ? std::string(printed) : "", at, end});
    at = end;
  }
  return pieces;
}

std::vector<std::string> numbers_of(std::vector<SaidPiece>::const_iterator first, size_t count) {
  std::vector<std::string> numbers;
  for (size_t i = 0; i < count; ++i, ++first) {
    if (!first->number.empty()) numbers.push_back(first->number);
  }
  return numbers;
}

// "732" where the sentence has "722"; 17 for 17.4 is a rounding, and "1379" is "1,379".
std::string altered_number(const std::vector<std::string>& own, const std::vector<std::string>& theirs) {
  const auto plain = [](std::string number) {
    std::erase(number, ',');
    return number;
  };
  const auto decimals = [](const std::string& number) {
    const size_t point = number.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(number.size() - point - 1);
  };
  const auto is_rounded = [&](const std::string& longer, const std::string& shorter) {
    const double off = std::strtod(longer.c_str(), nullptr) - std::strtod(shorter.c_str(), nullptr);
    return decimals(longer) > decimals(shorter) && std::abs(off) <= 0.51 * std::pow(10, -decimals(shorter));
  };
  std::string altered;
  for (size_t i = 0; i < own.size() && i < theirs.size(); ++i) {
    const std::string one = plain(own[i]);
    const std::string other = plain(theirs[i]);
    const bool same = std::strtod(one.c_str(), nullptr) == std::strtod(other.c_str(), nullptr);
    if (same) continue;
    if (is_rounded(one, other) || is_rounded(other, one) || !altered.empty()) return {};
    altered = "it has " + theirs[i] + " where the page has " + own[i];
  }
  return altered;
}

}  // namespace

bool judge_copy(const PageClaim& claim, std::string_view sentence, Judgement& result) {
  constexpr size_t kPiecesMin = 7;
  if (claim.figures.empty()) return false;
  for (const bool brackets : {true, false}) {
    const std::vector<SaidPiece> said = said_pieces_of(claim.sentence.text, brackets);
    const std::vector<SaidPiece> held = said_pieces_of(sentence, brackets);
    const std::vector<std::string> own = numbers_of(said.begin(), said.size());
    if (said.size() < kPiecesMin || own.empty()) continue;
    const auto run = std::search(held.begin(), held.end(), said.begin(), said.end(),
                                 [](const SaidPiece& a, const SaidPiece& b) { return a.word == b.word; });
    if (run == held.end()) continue;
    // What stands before or behind may deny it, or only ask.
    std::string rest(sentence.substr(0, run->start));
    rest += sentence.substr((run + std::ssize(said) - 1)->end);
    rest = lower_ascii(rest);
    if (denies(rest) || only_asks(lower_ascii(sentence))) return false;
    std::vector<std::string> theirs = numbers_of(run, said.size());
    const bool same = theirs == own;
    // All words alike and one figure not: so long a sentence is no other one.
    constexpr size_t kLongPieces = 14;
    if (const std::string altered = altered_number(own, theirs);
        brackets && !altered.empty() && said.size() >= kLongPieces) {
      result.verdict = AuditVerdict::kContradicted;
      result.confidence = 0.9;
      result.overlap = 1;
      result.sure = true;
      result.reason = altered;
      return true;
    }
    if (!same) {
      std::vector<std::string> sorted = own;
      std::sort(sorted.begin(), sorted.end());
      std::sort(theirs.begin(), theirs.end());
      if (sorted != theirs) continue;
    }
    result.verdict = same ? AuditVerdict::kSupported : AuditVerdict::kContradicted;
    result.confidence = 0.95;
    result.overlap = 1;
    result.sure = true;
    if (!same) result.reason = "it has these figures in another order";
    return true;
  }
  return false;
}

bool is_copied(const PageClaim& claim, std::string_view source) {
  constexpr size_t kBytesMin = 40;
  std::string_view said = trimmed(claim.sentence.text);
  while (!said.empty() && (said.back() == '.' || said.back() == ' ')) said.remove_suffix(1);
  return said.size() >= kBytesMin && lower_ascii(source).find(lower_ascii(said)) != std::string::npos;
}

}  // namespace attest::audit
