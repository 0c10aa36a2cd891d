#include "quantities/reader.h"

#include <utility>

namespace attest::quantities {

size_t Reader::skip_percent(size_t index) const {
  if (sign(index, "%") || any_word(index, {"percent", "pct"})) return index + 1;
  if (word(index, "per") && word(index + 1, "cent")) return index + 2;
  return index;
}

// "a change of − 0.6 (− 0.7, − 0.5)": a minus sign after what no number ends.
bool Reader::is_spaced_minus(size_t index) const {
  if (index == 0 || at(index).span.of(text_) != "\xE2\x88\x92" || !plain_number(index + 1)) return false;
  return any_sign(index - 1, {"(", "[", ",", ";", "=", ":", "<", ">"}) ||
         any_word(index - 1, {"was", "were", "of", "is", "by", "to", "and", "ci", "versus", "vs", "smd",
                              "wmd", "md", "rd", "difference", "change"});
}

std::optional<Number> Reader::number(size_t index) const {
  Number result;
  result.start = index;
  double factor = 1;
  if (any_sign(index, {"-", "+"})) {
    // A hyphen that is glued to what stands before it separates; a sign is glued to its number.
    if (!at(index + 1).glued && !is_spaced_minus(index)) return std::nullopt;
    if (sign(index, "-")) factor = -1;
    ++index;
  }
  if (!plain_number(index) || at(index).fraction) return std::nullopt;
  result.value = factor * at(index).value;
  result.integer = at(index).integer;
  result.end = skip_percent(index + 1);
  result.percent = result.end > index + 1;
  return result;
}

bool Reader::separates(size_t index, bool loose) const {
  if (sign(index, "-") || any_word(index, {"to", "through"})) return true;
  return loose && (any_sign(index, {",", ";", ":"}) || word(index, "and"));
}

size_t Reader::skip_confidence(size_t index, Interval& interval) const {
  const auto level = number(index);
  constexpr double kLowestLevel = 50;
  size_t next = index;
  if (level && level->value >= kLowestLevel && level->value < 100) {
    next = level->end;
    if (sign(next, "-")) ++next;
  }
  size_t named = 0;
  if (!level && any_word(next, {"ci90", "ci95", "ci99", "ic95"})) {  // "CI95 0.5-0.9", "CI95%"
    const std::string_view written = at(next).text;
    interval.confidence = written.ends_with("90") ? 90 : written.ends_with("99") ? 99 : 95;
    interval.named = true;
    next = skip_percent(next + 1);
    return any_sign(next, {"=", ":", ","}) ? next + 1 : next;
  }
  if (any_word(next, {"ci", "cis", "cri", "cl"}))
    named = sign(next + 1, ".") && at(next + 1).glued ? next + 2 : next + 1;  // "C.I."
  else if (any_word(next, {"confidence", "credible"}) &&
           any_word(next + 1, {"interval", "intervals", "limits", "limit"}))
    named = next + 2;
  if (named == 0) return index;
  if (level && next > index) interval.confidence = level->value;
  interval.named = true;
  // "CI 95% 1.6-2.6".
  if (const auto after = number(named); after && after->percent && !(level && next > index) &&
                                        after->value >= kLowestLevel && after->value < 100) {
    interval.confidence = after->value;
    named = after->end;
  }
  // "confidence interval (95% CI)".
  if (any_sign(named, {"(", "["})) {
    const auto again = number(named + 1);
    if (again && again->percent && any_word(again->end, {"ci", "cri"}) &&
        any_sign(again->end + 1, {")", "]"})) {
      named = again->end + 2;
    }
  }
  // "confidence interval (CI)", "[CI]".
  if (any_sign(named, {"(", "["}) && any_word(named + 1, {"ci", "cri"}) && any_sign(named + 2, {")", "]"}))
    named += 3;
  else if (any_sign(named, {"(", "["}) && word(named + 1, "confidence") && any_sign(named + 3, {")", "]"}))
    named += 4;  // "95% CI [confidence interval]"
  // "95% CI of the difference -61 to -31", "CI for difference"
  if (any_word(named, {"of", "for"})) {
    const size_t whose = word(named + 1, "the") ? named + 2 : named + 1;
    if (word(whose, "difference")) named = whose + 1;
  }
  if (any_sign(named, {"=", ":", ",", ";"}) || any_word(named, {"of", "from", "was", "between"})) ++named;
  return named;
}

std::optional<Interval> Reader::interval(size_t index) const {
  Interval interval;
  size_t next = index;
  bool opened = false;
  for (int openers = 0; openers < 2; ++openers) {
    if (any_sign(next, {"(", "["})) {
      opened = true;
      ++next;
    } else if (any_sign(next, {",", ";", ":"}) || any_word(next, {"with", "and"})) {
      ++next;
    }
  }
  if (word(next, "a")) ++next;
  next = skip_confidence(next, interval);
  if (!interval.named && !opened) return std::nullopt;
  if (interval.named && any_sign(next, {"(", "["})) {
    opened = true;
    ++next;
  }
  if (any_word(next, {"range", "from", "between"}) || (interval.named && any_word(next, {"of", "was", "is"})))
    ++next;
  auto low = number(next);
  if (!low) return std::nullopt;
  const auto behind_unit = [this](size_t place) {
    const auto unit = at(place).kind == LexemeKind::kWord ? unit_span_at(*this, place) : std::nullopt;
    return unit ? unit->end : place;
  };
  if (const size_t end = behind_unit(low->end); separates(end, false)) low->end = end;
  if (!separates(low->end, true)) return std::nullopt;
  // A comma separates only where a name or a decimal says that this is an interval, not a list.
  if (!interval.named && !separates(low->end, false) && low->integer) return std::nullopt;
  auto high = number(low->end + 1);
  // "95% CI -0.23 to -0.39": the bound that is nearer to nothing first
  if (high && high->value < low->value && low->value < 0) std::swap(low->value, high->value);
  if (!high || high->value < low->value) return std::nullopt;
  interval.low = low->value;
  interval.high = high->value;
  interval.percent = low->percent || high->percent;
  interval.end = high->end;
  if (const size_t end = behind_unit(interval.end); opened && any_sign(end, {")", "]"})) interval.end = end;
  const bool p_value =
      any_sign(interval.end, {",", ";"}) && word(interval.end + 1, "p");  // "(0.5-0.9; p=0.01)"
  if (opened && any_sign(interval.end, {")", "]"}))
    ++interval.end;
  else if (opened && !interval.named && !p_value)
    return std::nullopt;
  return interval;
}

size_t Reader::relation(size_t index, Relation& relation) const {
  struct Phrase {
    std::initializer_list<std::string_view> words;
    Relation relation;
  };
  static const Phrase kPhrases[] = {{{"no", "more", "than"}, Relation::kLessOrEqual},
                                    {{"not", "more", "than"}, Relation::kLessOrEqual},
                                    {{"no", "less", "than"}, Relation::kGreaterOrEqual},
                                    {{"not", "less", "than"}, Relation::kGreaterOrEqual},
                                    {{"no", "fewer", "than"}, Relation::kGreaterOrEqual},
                                    {{"less", "than"}, Relation::kLess},
                                    {{"fewer", "than"}, Relation::kLess},
                                    {{"smaller", "than"}, Relation::kLess},
                                    {{"lower", "than"}, Relation::kLess},
                                    {{"below"}, Relation::kLess},
                                    {{"under"}, Relation::kLess},
                                    {{"more", "than"}, Relation::kGreater},
                                    {{"greater", "than"}, Relation::kGreater},
                                    {{"over"}, Relation::kGreater},
                                    {{"above"}, Relation::kGreater},
                                    {{"at", "least"}, Relation::kGreaterOrEqual},
                                    {{"up", "to"}, Relation::kLessOrEqual},
                                    {{"at", "most"}, Relation::kLessOrEqual},
                                    {{"about"}, Relation::kApproximately},
                                    {{"approximately"}, Relation::kApproximately},
                                    {{"around"}, Relation::kApproximately},
                                    {{"nearly"}, Relation::kApproximately},
                                    {{"almost"}, Relation::kApproximately},
                                    {{"roughly"}, Relation::kApproximately},
                                    {{"circa"}, Relation::kApproximately}};
  const Lexeme& first = at(index);
  // "p &lt; 0.01": a sign that a web page left as its name
  if (first.span.of(text_) == "&" && any_word(index + 1, {"lt", "gt"}) && sign(index + 2, ";")) {
    relation = word(index + 1, "lt") ? Relation::kLess : Relation::kGreater;
    return index + 3;
  }
  if (first.kind == LexemeKind::kSign) {
    if (first.text == "=") return index + 1;
    if (first.text == "<" || first.text == ">") {
      const bool less = first.text == "<";
      const bool in_words = word(index + 1, "or") && sign(index + 2, "=");  // "p < or = 0.05"
      if (in_words) {
        relation = less ? Relation::kLessOrEqual : Relation::kGreaterOrEqual;
        return index + 3;
      }
      const bool equal = sign(index + 1, "=");
      relation = less ? (equal ? Relation::kLessOrEqual : Relation::kLess)
                      : (equal ? Relation::kGreaterOrEqual : Relation::kGreater);
      return index + (equal ? 2 : 1);
    }
    if (first.text == "<=")
      relation = Relation::kLessOrEqual;
    else if (first.text == ">=")
      relation = Relation::kGreaterOrEqual;
    else if (first.text == "~")
      relation = Relation::kApproximately;
    else
      return index;
    return index + 1;
  }
  if (first.kind != LexemeKind::kWord) return index;
  for (const Phrase& phrase : kPhrases) {
    if (const size_t end = words(index, phrase.words)) {
      relation = phrase.relation;
      return end;
    }
  }
  return index;
}

Quantity Reader::make(QuantityKind kind, size_t first, size_t end) const {
  Quantity quantity;
  quantity.kind = kind;
  quantity.span = {at(first).span.start, at(end - 1).span.end};
  return quantity;
}

bool Reader::is_year(size_t index) const {
  const Lexeme& lexeme = at(index);
  constexpr double kFirstYear = 1800, kLastYear = 2100;
  return lexeme.kind == LexemeKind::kNumber && lexeme.integer && !lexeme.grouped && !lexeme.spelled &&
         lexeme.span.size() == 4 && lexeme.value >= kFirstYear && lexeme.value < kLastYear;
}

}  // namespace attest::quantities
