// Private to quantities: a cursor-free reader over the lexemes, and one pattern for each kind of quantity. A
// pattern looks at a bounded number of lexemes from where it starts, so that all of them together stay
// linear.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quantities/lexemes.h"
#include "quantities/quantities.h"
#include "quantities/units.h"
#include "quantities/vocabulary.h"

namespace attest::quantities {

class Reader;
// "$", "£", "€".
bool is_currency(const Reader& reader, size_t at);

// What a pattern found: the quantities, and the lexeme after the last one that it used.
struct Match {
  std::vector<Quantity> quantities;
  size_t end = 0;
};

struct Number {
  double value = 0;
  size_t start = 0;  // first lexeme, the sign included
  size_t end = 0;    // lexeme after it
  bool integer = false;
  bool percent = false;
};

struct Interval {
  double low = 0;
  double high = 0;
  double confidence = kNotStated;
  bool percent = false;
  bool named = false;  // "CI" or "confidence interval" was said
  size_t end = 0;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), lexemes_(read_lexemes(text)) {}

  size_t size() const { return lexemes_.size(); }
  const Lexeme& at(size_t index) const {
    return lexemes_[index < lexemes_.size() ? index : lexemes_.size() - 1];
  }
  std::string_view text() const { return text_; }

  bool word(size_t index, std::string_view text) const {
    return at(index).kind == LexemeKind::kWord && at(index).text == text;
  }
  bool sign(size_t index, std::string_view text) const {
    return at(index).kind == LexemeKind::kSign && at(index).text == text;
  }
  bool any_word(size_t index, std::initializer_list<std::string_view> words) const {
    if (at(index).kind != LexemeKind::kWord) return false;
    for (const std::string_view text : words) {
      if (at(index).text == text) return true;
    }
    return false;
  }
  bool any_sign(size_t index, std::initializer_list<std::string_view> signs) const {
    if (at(index).kind != LexemeKind::kSign) return false;
    for (const std::string_view text : signs) {
      if (at(index).text == text) return true;
    }
    return false;
  }
  // The lexeme after words that follow each other from `index` on ("confidence", "interval"); 0 when not.
  size_t words(size_t index, std::initializer_list<std::string_view> sequence) const {
    for (const std::string_view text : sequence) {
      if (!word(index, text)) return 0;
      ++index;
    }
    return index;
  }
  bool plain_number(size_t index) const { return at(index).kind == LexemeKind::kNumber && !at(index).name; }

  // A number with its sign and a per-cent sign after it.
  std::optional<Number> number(size_t index) const;
  // "%", "percent", "per cent" at `index`: the lexeme after it, `index` when there is none.
  size_t skip_percent(size_t index) const;
  // "-", "to", "through" between two numbers; with `loose` also "," ";" and "and".
  bool separates(size_t index, bool loose) const;
  // An interval that may follow an estimate: "(95% CI 1.1-11.9)", ", 95% CI: 0.6, 0.9", "(1.10–11.93)".
  std::optional<Interval> interval(size_t index) const;
  // "<", "=", "less than", "at least": the relation before a number, and where the number starts.
  size_t relation(size_t index, Relation& relation) const;

  Quantity make(QuantityKind kind, size_t first, size_t end) const;
  // A four-digit year, no number of things.
  bool is_year(size_t index) const;

 private:
  size_t skip_confidence(size_t index, Interval& interval) const;
  bool is_spaced_minus(size_t index) const;

  std::string_view text_;
  std::vector<Lexeme> lexemes_;
};

// Every quantity that the patterns below find, ordered by span, not overlapping. rules.cpp
std::vector<Quantity> read_by_rules(const Reader& reader);

using Found = std::optional<Match>;

Found p_value_at(const Reader& reader, size_t at);
Found significance_level_at(const Reader& reader, size_t at);  // "a significance level of 5%"
Found measure_at(const Reader& reader, size_t at);  // ratios, differences, accuracy: the name comes first
Found named_before_at(const Reader& reader, size_t at);  // "the odds ratio for death was 2.1", at the number
Found sample_size_at(const Reader& reader, size_t at);   // "n = 84"
Found summary_at(const Reader& reader, size_t at);       // means and medians
Found proportion_at(const Reader& reader, size_t at);
Found none_of_at(const Reader& reader, size_t at);  // "none of the 52 patients", at the word. fractions.cpp
Found percentage_at(const Reader& reader, size_t at);
// The count behind a percentage, "80% (43/54)": added, and `end` moved behind it. proportions.cpp
bool add_parts(const Reader& reader, size_t at, Quantity& quantity, size_t& end);
Found dose_at(const Reader& reader, size_t at);
Found duration_at(const Reader& reader, size_t at);
Found second_arm_at(const Reader& reader, size_t at);
Found count_at(const Reader& reader, size_t at);
Found dimension_at(const Reader& reader, size_t at);  // "4 x 4 cm"
Found money_at(const Reader& reader, size_t at);      // "$10", at the sign
Found plain_at(const Reader& reader, size_t at);      // ranges and other numbers

// A unit with all that divides it. unit_grammar.cpp
struct UnitSpan {
  std::string name;  // canonical: "mg/kg/day"
  UnitClass unit_class = UnitClass::kMeasurement;
  bool concentration = false;  // divided by a volume or a mass
  bool divided = false;
  size_t end = 0;  // lexeme after it
};
// The unit that starts at `at`, with or without a hyphen before it.
std::optional<UnitSpan> unit_span_at(const Reader& reader, size_t at);

// "/min", "per 1.73 m2", "/hr" after a number or its unit: added to the unit; the lexeme after them.
size_t add_rate(const Reader& reader, size_t at, std::string& unit);

// "rose", "a reduction" before `at`: "from 2 to 4 mg" are two values then, no range. dosing.cpp
bool says_change(const Reader& reader, size_t at);

// Whether an amount was given to somebody, rather than measured: told by its unit, then by the words about
// it, `back_words` before and a few after. dosing.cpp
bool is_given(const Reader& reader, size_t at, const UnitSpan& unit, size_t back_words = 9);

// Where the schedule or route ends that starts at `at` ("twice daily", "orally"); `at` when there is none.
// dosing.cpp
size_t schedule_end(const Reader& reader, size_t at);

// The noun that a number counts, from the lexeme after the number on. noun_phrases.cpp
struct CountedNoun {
  size_t head = 0;      // the noun
  size_t end = 0;       // lexeme after it, "and women" included
  bool sample = false;  // people, animals, specimens
};
std::optional<CountedNoun> counted_noun(const Reader& reader, size_t at);
// The same after "one".
std::optional<CountedNoun> single_noun(const Reader& reader, size_t at);

// Whether the people or things that are counted at lexeme `at`, their noun ending at `end`, are those that
// were studied, rather than those with an event. samples.cpp
bool is_sample(const Reader& reader, size_t at, size_t end);

// "(85 men and 28 women": inside brackets stands what the sample was made of, no sample. samples.cpp
bool in_brackets(const Reader& reader, size_t at);

// "group: 205", "hospice (2,644) and other (7,929) residents". samples.cpp
bool is_group_size(const Reader& reader, size_t at);

// Where what is no quantity ends ("[12]", "Figure 2", "12 March 2014", "18:2"); `at` itself when it is one.
// Asked before any pattern, and after all of them. labels.cpp
size_t skip_source_or_item(const Reader& reader, size_t at);
size_t skip_number_of_name(const Reader& reader, size_t at);  // "6-minute walk", "SPSS 19.0". names.cpp
size_t skip_label(const Reader& reader, size_t at);
size_t skip_date(const Reader& reader, size_t at);

// "randomised to 1 of 2 arms": "one" says which, and counts nothing. names.cpp
bool is_one_of_things(const Reader& reader, size_t at);

// Name of a measure when one starts at `at`: canonical name and the lexeme after it.
struct Measure {
  QuantityKind kind = QuantityKind::kRatio;
  std::string_view name;
  size_t end = 0;
};
std::optional<Measure> measure_name_at(const Reader& reader, size_t at);

}  // namespace attest::quantities
