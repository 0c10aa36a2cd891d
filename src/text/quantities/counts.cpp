// Sample sizes, counts, means and medians.
#include <cmath>

#include "text/quantities/reader.h"

namespace attest::quantities {

namespace {

// A unit of any kind after a value, hyphen or not; adds it and returns the lexeme after it.
size_t add_unit(const Reader& reader, size_t at, Quantity& quantity) {
  if (reader.at(at).kind != LexemeKind::kWord) return at;
  const auto unit = unit_of(reader.at(at).text);
  if (!unit) return at;
  quantity.unit = unit->canonical;
  size_t end = at + 1;
  if (unit->canonical == "mm" && reader.word(end, "hg")) {
    quantity.unit = "mmHg";
    ++end;
  }
  return add_rate(reader, end, quantity.unit);
}

// "(95% CI 198 to 257 g)" after a mean and its deviation.
size_t add_named_interval(const Reader& reader, size_t at, Quantity& quantity) {
  const auto interval = reader.interval(at);
  if (!interval || !interval->named) return at;
  quantity.low = interval->low;
  quantity.high = interval->high;
  quantity.confidence = interval->confidence;
  return interval->end;
}

// "(SD 1.1)", "(1.1)" when the label said SD, "± 1.1", "[SD, 1.1]".
size_t add_deviation(const Reader& reader, size_t at, bool labelled, Quantity& quantity) {
  if (reader.sign(at, "+-")) {
    const auto deviation = reader.number(at + 1);
    if (!deviation) return at;
    quantity.deviation = deviation->value;
    return deviation->end;
  }
  const bool open = reader.any_sign(at, {"(", "["});
  if (!open && !reader.sign(at, ",")) return at;
  size_t next = at + 1;
  if (reader.sign(next, "+-")) {
    ++next;
    labelled = true;
  }
  if (reader.any_word(next, {"sd", "se", "sem"})) {
    quantity.detail = reader.at(next).text == "sd" ? "SD" : reader.at(next).text == "se" ? "SE" : "SEM";
    labelled = true;
    ++next;
  } else if (const size_t standard = reader.words(next, {"standard", "deviation"})) {
    quantity.detail = "SD";
    labelled = true;
    next = standard;
  }
  if (!labelled) return at;
  if (reader.any_sign(next, {"=", ":", ",", "+-"})) ++next;
  const auto deviation = reader.number(next);
  if (!deviation || (open && !reader.any_sign(deviation->end, {")", "]"}))) return at;
  quantity.deviation = deviation->value;
  return open ? deviation->end + 1 : deviation->end;
}

// "(range 7-40)", "(IQR 3–8)", "[interquartile range, 3 to 8]", "(7-40)".
size_t add_spread(const Reader& reader, size_t at, Quantity& quantity) {
  const bool open = reader.any_sign(at, {"(", "["});
  if (!open && !reader.any_sign(at, {",", ";"})) return at;
  size_t next = at + 1;
  if (const size_t words = reader.words(next, {"interquartile", "range"})) {
    quantity.detail = "IQR";
    next = words;
    if (reader.any_sign(next, {"(", "["}) && reader.word(next + 1, "iqr")) next += 3;
  } else if (reader.word(next, "iqr")) {
    quantity.detail = "IQR";
    ++next;
  } else if (reader.any_word(next, {"range", "ranging", "ranges"})) {
    quantity.detail = "range";
    ++next;
  } else if (!open) {
    return at;
  }
  if (reader.any_sign(next, {"=", ":", ","}) || reader.any_word(next, {"of", "from"})) ++next;
  const auto low = reader.number(next);
  if (!low) return at;
  size_t separator = low->end;
  Quantity unit_of_low;
  separator = add_unit(reader, separator, unit_of_low);
  if (!reader.separates(separator, !quantity.detail.empty())) return at;
  const auto high = reader.number(separator + 1);
  if (!high || high->value < low->value) return at;
  Quantity ignored;
  size_t end = add_unit(reader, high->end, ignored);
  if (open) {
    if (!reader.any_sign(end, {")", "]"})) return at;
    ++end;
  }
  if (quantity.unit.empty()) quantity.unit = ignored.unit;
  quantity.low = low->value;
  quantity.high = high->value;
  return end;
}

// The noun that is counted from `at` on: the person noun within four words; npos-like 0 when there is none.
size_t person_noun(const Reader& reader, size_t at) {
  constexpr size_t kNounWordsMax = 5;
  size_t next = at;
  for (size_t count = 0; count < kNounWordsMax; ++count) {
    if (reader.sign(next, "-") && reader.at(next).glued) ++next;  // "12 treatment-naive patients"
    if (reader.sign(next, "?") && reader.at(next).glued && reader.word(next + 1, "s"))
      next += 2;  // "Graves's"
    if (reader.at(next).kind != LexemeKind::kWord || ends_noun_phrase(reader.at(next).text)) return 0;
    if (is_person_noun(reader.at(next).text)) return next;
    ++next;
  }
  return 0;
}

// "Endurance was measured in 48 males": what was looked at stands before, and no other number between.
bool was_observed(const Reader& reader, size_t at) {
  constexpr size_t kBack = 25;
  for (size_t back = 1; back <= kBack && back <= at; ++back) {
    const Lexeme& before = reader.at(at - back);
    if (before.kind == LexemeKind::kNumber || reader.any_sign(at - back, {".", ";", "\n"})) return false;
    if (reader.any_word(at - back, {"evaluated", "studied", "compared", "performed", "done", "conducted",
                                    "examined", "investigated", "assessed", "tested", "measured",
                                    "determined", "evaluate", "compare", "investigate", "assess"}))
      return true;
  }
  return false;
}

bool introduces_sample(const Reader& reader, size_t at) {
  constexpr size_t kBack = 5;
  for (size_t back = 1; back <= kBack && back <= at; ++back) {
    const Lexeme& before = reader.at(at - back);
    if (before.kind == LexemeKind::kNumber || reader.any_sign(at - back, {".", ";", "\n", ")"})) return false;
    if (before.kind != LexemeKind::kWord) continue;
    if (reader.any_word(at - back, {"in", "of", "with", "on", "for"})) {
      // "a trial in 252 patients", "a series of 100 women"; but not "included surgery in 58 patients".
      if (at > back &&
          reader.any_word(at - back - 1, {"trial", "study", "studies", "trials", "series", "review", "cohort",
                                          "total", "sample", "consisted", "survey", "group"}))
        return true;
      return reader.any_word(at - back, {"in", "on"}) && was_observed(reader, at - back);
    }
    if (is_enrolment_word(before.text) || before.text == "total" || before.text == "sample" ||
        before.text == "encountered")
      return true;
  }
  return false;
}

bool enrolment_follows(const Reader& reader, size_t at) {
  constexpr size_t kAhead = 30;
  const bool cases = at > 0 && reader.word(at - 1, "cases");
  bool verb = false;
  for (size_t ahead = 0; ahead < kAhead; ++ahead) {
    const Lexeme& lexeme = reader.at(at + ahead);
    if (lexeme.kind == LexemeKind::kEnd) return false;
    if (lexeme.kind == LexemeKind::kSign && (lexeme.text == "." || lexeme.text == ";" || lexeme.text == "\n"))
      return false;
    if (lexeme.kind != LexemeKind::kWord) continue;
    verb = verb || lexeme.text == "were" || lexeme.text == "was";
    if (lexeme.text == "participated" || lexeme.text == "underwent") return true;
    if (verb && (is_enrolment_word(lexeme.text) || lexeme.text == "treated")) return true;
    if (verb && cases && lexeme.text == "diagnosed") return true;
    if (reader.any_word(at + ahead, {"had", "improved", "died", "developed", "showed", "withdrew", "and"}))
      return false;
  }
  return false;
}

}  // namespace

Found sample_size_at(const Reader& reader, size_t at) {
  if (!reader.word(at, "n") || reader.at(at).glued) {
    if (!reader.word(at, "n") || !reader.any_sign(at - (at > 0), {"(", "[", ",", ";", "/"}))
      return std::nullopt;
  }
  Relation relation = Relation::kEqual;
  const size_t next = reader.relation(at + 1, relation);
  if (next == at + 1 || !reader.plain_number(next) || !reader.at(next).integer || reader.at(next).value < 0)
    return std::nullopt;
  if (Found proportion = proportion_at(reader, next)) {  // "n = 43/54 (80%)"
    proportion->quantities.front().span.start = reader.at(at).span.start;
    return proportion;
  }
  size_t end = next + 1;
  // "(n = 43, 80%)", "n=43 (80%)" are caught above only when the percentage is in brackets.
  if (reader.any_sign(end, {",", ";"})) {
    const auto percent = reader.number(end + 1);
    if (percent && percent->percent && reader.any_sign(percent->end, {")", "]"})) {
      Quantity quantity = reader.make(QuantityKind::kProportion, at, percent->end);
      quantity.numerator = reader.at(next).value;
      quantity.value = percent->value;
      return Match{{quantity}, percent->end};
    }
  }
  Quantity quantity = reader.make(QuantityKind::kSampleSize, at, end);
  quantity.value = reader.at(next).value;
  quantity.relation = relation;
  return Match{{quantity}, end};
}

Found summary_at(const Reader& reader, size_t at) {
  if (reader.plain_number(at) || reader.any_sign(at, {"-", "+"})) {  // "4.2 ± 1.1", "4.2 (SD 1.1)"
    const auto value = reader.number(at);
    if (!value) return std::nullopt;
    Quantity quantity;
    quantity.kind = QuantityKind::kMean;
    quantity.value = value->value;
    if (value->percent) quantity.unit = "%";
    size_t end = add_unit(reader, value->end, quantity);
    const size_t after = add_deviation(reader, end, false, quantity);
    if (after == end) return std::nullopt;
    end = quantity.unit.empty() ? add_unit(reader, after, quantity) : after;
    end = add_named_interval(reader, end, quantity);
    quantity.span = reader.make(quantity.kind, at, end).span;
    return Match{{quantity}, end};
  }
  const bool median = reader.word(at, "median");
  if (!median && !reader.any_word(at, {"mean", "average"})) return std::nullopt;
  bool labelled = false;
  bool follow_up = false;
  size_t next = at + 1;
  constexpr size_t kWordsMax = 12;
  const size_t limit = at + kWordsMax;
  for (; next < limit; ++next) {
    if (reader.plain_number(next) ||
        (reader.sign(next, "-") && reader.plain_number(next + 1) && !reader.at(next).glued))
      break;
    const Lexeme& lexeme = reader.at(next);
    if (lexeme.kind == LexemeKind::kWord) {
      labelled = labelled || lexeme.text == "sd";
      follow_up = follow_up || lexeme.text == "follow" || lexeme.text == "followup";
      if (lexeme.text == "and" || lexeme.text == "in" || lexeme.text == "difference" || lexeme.text == "than")
        return std::nullopt;
      continue;
    }
    if (lexeme.kind != LexemeKind::kSign || lexeme.text == "." || lexeme.text == ";" || lexeme.text == "\n")
      return std::nullopt;
  }
  const auto value = reader.number(next);
  if (!value) return std::nullopt;
  if (reader.is_year(next)) return std::nullopt;
  if (reader.any_word(value->end, {"ci", "cis", "confidence", "credible"}))
    return std::nullopt;  // "means (95% CI)"
  Quantity quantity;
  quantity.kind = median ? QuantityKind::kMedian : QuantityKind::kMean;
  quantity.value = value->value;
  quantity.follow_up = follow_up;
  if (value->percent) quantity.unit = "%";
  size_t end = add_unit(reader, value->end, quantity);
  const size_t stated = end;
  if (median) {
    end = add_spread(reader, end, quantity);
  } else {
    end = add_deviation(reader, end, labelled, quantity);
    if (end == stated) {
      // A bare mean of doses or times is better read as the dose or the time.
      if (!quantity.unit.empty() && quantity.unit != "%") {
        const size_t spread = add_spread(reader, end, quantity);
        if (spread == end) return std::nullopt;
        end = spread;
      } else {
        const size_t spread = add_spread(reader, end, quantity);
        end = spread;
      }
    }
  }
  if (quantity.unit.empty()) end = add_unit(reader, end, quantity);
  quantity.span = reader.make(quantity.kind, next, end).span;
  return Match{{quantity}, end};
}

namespace {

bool is_one_in_words(const Reader& reader, size_t at) {
  return reader.at(at).spelled && reader.at(at).value == 1;
}

// "of which 45 had stage III", "9 were randomised": people whose noun was left out.
Found elided_count_at(const Reader& reader, size_t at) {
  if (is_one_in_words(reader, at) || reader.is_year(at)) return std::nullopt;
  if (!reader.any_word(at + 1,
                       {"had", "were", "have", "died", "did", "showed", "received", "underwent", "developed",
                        "required", "reported", "presented", "because", "improved", "completed", "withdrew"}))
    return std::nullopt;
  if (at > 0 && (reader.any_word(at - 1, {"of", "to", "at", "than", "by", "score", "scores", "was", "is"}) ||
                 reader.any_sign(at - 1, {"=", "-", "<", ">"})))
    return std::nullopt;
  const bool sample = reader.word(at + 1, "were") && enrolment_follows(reader, at + 1);
  Quantity quantity = reader.make(sample ? QuantityKind::kSampleSize : QuantityKind::kCount, at, at + 1);
  quantity.value = reader.at(at).value;
  return Match{{quantity}, at + 1};
}

// "Five of these patients": a part whose whole is not told.
Found part_of_people_at(const Reader& reader, size_t at) {
  if (is_one_in_words(reader, at) || !reader.word(at + 1, "of")) return std::nullopt;
  if (!reader.any_word(at + 2, {"these", "the", "those", "our", "their"})) return std::nullopt;
  const size_t noun = person_noun(reader, at + 3);
  if (noun == 0) return std::nullopt;
  Quantity quantity = reader.make(QuantityKind::kCount, at, noun + 1);
  quantity.value = reader.at(at).value;
  quantity.unit = reader.at(noun).text;
  return Match{{quantity}, noun + 1};
}

// "one intravenous dose of": the noun is the last word before the phrase ends.
Found one_thing_at(const Reader& reader, size_t at) {
  if (!is_one_in_words(reader, at)) return std::nullopt;
  constexpr size_t kWordsMax = 3;
  size_t next = at + 1;
  while (next <= at + kWordsMax && reader.at(next).kind == LexemeKind::kWord &&
         !ends_noun_phrase(reader.at(next).text))
    ++next;
  if (next == at + 1 || reader.at(next).kind == LexemeKind::kNumber || reader.sign(next, "-"))
    return std::nullopt;
  if (reader.at(next).kind == LexemeKind::kWord && !ends_noun_phrase(reader.at(next).text))
    return std::nullopt;
  if (reader.any_word(at + 1, {"another", "can", "may", "might", "should", "would", "must", "hand", "such"}))
    return std::nullopt;
  Quantity quantity = reader.make(QuantityKind::kCount, at, next);
  quantity.value = 1;
  quantity.unit = reader.at(next - 1).text;
  return Match{{quantity}, next};
}

}  // namespace

Found count_at(const Reader& reader, size_t at) {
  if (!reader.plain_number(at) || !reader.at(at).integer || reader.at(at).fraction) return std::nullopt;
  if (Found elided = elided_count_at(reader, at)) return elided;
  if (Found part = part_of_people_at(reader, at)) return part;
  const size_t noun = person_noun(reader, at + 1);
  if (noun != 0) {
    const bool sample = introduces_sample(reader, at) || enrolment_follows(reader, noun + 1);
    Quantity quantity = reader.make(sample ? QuantityKind::kSampleSize : QuantityKind::kCount, at, noun + 1);
    quantity.value = reader.at(at).value;
    quantity.unit = reader.at(noun).text;
    if (at > 0) {
      size_t start = at - 1;
      if (start > 0 && reader.any_word(start, {"than", "least", "to", "most"})) --start;
      if (reader.relation(start, quantity.relation) != at) quantity.relation = Relation::kEqual;
    }
    return Match{{quantity}, noun + 1};
  }
  const bool total = at >= 2 && reader.word(at - 1, "of") && reader.any_word(at - 2, {"total", "sample"});
  if (total && !reader.is_year(at) && reader.at(at + 1).kind != LexemeKind::kNumber) {
    const Lexeme& next = reader.at(at + 1);
    if (next.kind == LexemeKind::kWord && is_enrolment_word(next.text)) {
      Quantity quantity = reader.make(QuantityKind::kSampleSize, at, at + 1);
      quantity.value = reader.at(at).value;
      return Match{{quantity}, at + 1};
    }
  }
  if (reader.is_year(at)) return std::nullopt;
  // "three studies", "5 items": a plural noun right after, or after one adjective.
  constexpr size_t kAdjectivesMax = 3;
  for (size_t next = at + 1; next <= at + kAdjectivesMax; ++next) {
    const Lexeme& word = reader.at(next);
    if (word.kind != LexemeKind::kWord || word.glued || ends_noun_phrase(word.text) || unit_of(word.text))
      break;
    constexpr size_t kPluralMin = 4;
    const std::string_view name = word.text;
    if (name.size() < kPluralMin || name.back() != 's' || name[name.size() - 2] == 's' ||
        name.substr(name.size() - 2) == "us" || name.substr(name.size() - 2) == "is")
      continue;
    Quantity quantity = reader.make(QuantityKind::kCount, at, next + 1);
    quantity.value = reader.at(at).value;
    quantity.unit = name;
    return Match{{quantity}, next + 1};
  }
  return one_thing_at(reader, at);
}

}  // namespace attest::quantities
