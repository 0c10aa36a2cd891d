// "one hundred and nine" → 109; "twenty-one" → 21; "two thirds" → 2/3; "half" → 1/2.
#include <algorithm>
#include <array>

#include "quantities/lexemes.h"
#include "text/number_words.h"

namespace attest::quantities {

namespace {

struct NumberWord {
  std::string_view word;
  int value;
};

constexpr std::array kParts = {NumberWord{"third", 3},    NumberWord{"thirds", 3}, NumberWord{"quarter", 4},
                               NumberWord{"quarters", 4}, NumberWord{"fifth", 5},  NumberWord{"fifths", 5},
                               NumberWord{"half", 2},     NumberWord{"halves", 2}, NumberWord{"fourth", 4},
                               NumberWord{"fourths", 4},  NumberWord{"tenth", 10}, NumberWord{"tenths", 10}};

// 0 where it is none.
int number_said(const Lexeme& lexeme) {
  return lexeme.kind == LexemeKind::kWord ? value_of_number_word(lexeme.text).value_or(0) : 0;
}

int parts_said(const Lexeme& lexeme) {
  if (lexeme.kind != LexemeKind::kWord) return 0;
  const auto* const found = std::find_if(kParts.begin(), kParts.end(),
                                         [&](const NumberWord& entry) { return lexeme.text == entry.word; });
  return found != kParts.end() ? found->value : 0;
}

bool is(const Lexeme& lexeme, std::string_view text) {
  return lexeme.text == text && lexeme.kind != LexemeKind::kNumber;
}

struct Spelled {
  double value = 0;
  size_t end = 0;  // `at` itself when no number is spelled there
  bool fraction = false;
};

// "twenty", "twenty-one", "twelve".
Spelled below_hundred(const std::vector<Lexeme>& lexemes, size_t at) {
  const int first = number_said(lexemes[at]);
  if (first == 0) return {0, at};
  size_t next = at + 1;
  if (first >= 20) {
    if (is(lexemes[next], "-")) ++next;
    const int second = next < lexemes.size() ? number_said(lexemes[next]) : 0;
    if (second > 0 && second < 10) return {static_cast<double>(first + second), next + 1};
  }
  return {static_cast<double>(first), at + 1};
}

// "four hundred five", "two hundred and twelve", "twelve".
Spelled below_thousand(const std::vector<Lexeme>& lexemes, size_t at) {
  Spelled number = below_hundred(lexemes, at);
  size_t next = number.end;
  if (next == at || next >= lexemes.size() || number.value > 9) return number;
  if (is(lexemes[next], "-") && next + 1 < lexemes.size()) ++next;
  if (!is(lexemes[next], "hundred")) return number;
  number.value *= 100;
  number.end = ++next;
  if (next < lexemes.size() && is(lexemes[next], "and")) ++next;
  const Spelled rest = next < lexemes.size() ? below_hundred(lexemes, next) : Spelled{0, next};
  if (rest.end > next) {
    number.value += rest.value;
    number.end = rest.end;
  }
  return number;
}

Spelled spelled_at(const std::vector<Lexeme>& lexemes, size_t at) {
  Spelled number = below_hundred(lexemes, at);
  size_t next = number.end;
  const bool article = next == at && (is(lexemes[at], "a") || is(lexemes[at], "an"));
  if (article) {
    number.value = 1;
    next = at + 1;
  }
  if (next == at) return is(lexemes[at], "half") ? Spelled{0.5, at + 1, true} : Spelled{0, at};
  for (const auto& [scale, factor] : {std::pair{"hundred", 100.0}, std::pair{"thousand", 1000.0}}) {
    // "One-hundred and thirty-two".
    if (is(lexemes[next], "-") && next + 1 < lexemes.size() && is(lexemes[next + 1], scale)) ++next;
    if (!is(lexemes[next], scale)) continue;
    number.value *= factor;
    number.end = ++next;
    if (is(lexemes[next], "and")) ++next;
    // "One thousand four hundred five"
    const Spelled rest = next >= lexemes.size() ? Spelled{0, next}
                         : factor > 100         ? below_thousand(lexemes, next)
                                                : below_hundred(lexemes, next);
    if (rest.end > next) {
      number.value += rest.value;
      number.end = rest.end;
      return number;
    }
    next = number.end;
  }
  size_t part = next;
  if (is(lexemes[part], "-")) ++part;
  const int divisor = part < lexemes.size() ? parts_said(lexemes[part]) : 0;
  // "one third", "two-thirds", "a quarter"; but "the one fifth graders" is nobody's worry.
  if (divisor > 0 && number.value > 0 && number.value <= divisor)
    return {number.value / divisor, part + 1, true};
  if (article && number.end == at) return {0, at};
  return number;
}

// "9.5 million".
double scale_of(const Lexeme& lexeme) {
  if (lexeme.kind != LexemeKind::kWord) return 0;
  if (lexeme.text == "million") return 1e6;
  if (lexeme.text == "billion") return 1e9;
  return lexeme.text == "thousand" ? 1e3 : 0;
}

}  // namespace

void merge_number_words(std::vector<Lexeme>& lexemes) {
  size_t kept = 0;
  for (size_t at = 0; at < lexemes.size();) {
    Spelled spelled{0, at};
    if (lexemes[at].kind == LexemeKind::kNumber && !lexemes[at].name && at + 1 < lexemes.size()) {
      if (const double scale = scale_of(lexemes[at + 1]); scale > 0) {
        lexemes[at].value *= scale;
        lexemes[at].integer = true;
        lexemes[at].grouped = true;
        lexemes[at].span.end = lexemes[at + 1].span.end;
        if (kept != at) lexemes[kept] = std::move(lexemes[at]);
        ++kept;
        at += 2;
        continue;
      }
    }
    if (lexemes[at].kind == LexemeKind::kWord) spelled = spelled_at(lexemes, at);
    if (spelled.end == at) {
      if (kept != at) lexemes[kept] = std::move(lexemes[at]);
      ++kept;
      ++at;
      continue;
    }
    Lexeme number;
    number.kind = LexemeKind::kNumber;
    number.span = {lexemes[at].span.start, lexemes[spelled.end - 1].span.end};
    number.value = spelled.value;
    number.glued = lexemes[at].glued;
    number.integer = !spelled.fraction;
    number.spelled = true;
    number.fraction = spelled.fraction;
    lexemes[kept++] = std::move(number);
    at = spelled.end;
  }
  lexemes.resize(kept);
}

}  // namespace attest::quantities
