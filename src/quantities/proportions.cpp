// Proportions ("43 of 54 patients (80%)") and rates ("19.3 per 100,000 person-years").
#include <cmath>

#include "quantities/shares.h"

namespace attest::quantities {

bool whole(const Reader& reader, size_t at) {
  return reader.plain_number(at) && reader.at(at).integer && !reader.at(at).fraction;
}

size_t skip_noun(const Reader& reader, size_t at) {
  const auto noun = counted_noun(reader, at);
  return noun ? noun->end : at;
}

std::optional<Percent> percent_after(const Reader& reader, size_t at, bool& open) {
  open = reader.any_sign(at, {"(", "["});
  if (!open && !reader.any_sign(at, {",", ";", "=", ":"})) return std::nullopt;
  size_t next = at + 1;
  if (!open && reader.word(next, "or")) ++next;  // "52 of 161, or 32.3%"
  if (open && reader.any_word(next, {"response", "participation", "return"}) && reader.word(next + 1, "rate"))
    next += reader.any_sign(next + 2, {",", ":", "="}) ? 3 : 2;  // "170 of 294 (response rate 58%)"
  else if (open && reader.any_word(next, {"or", "ie"}))
    next += reader.sign(next + 1, ",") ? 2 : 1;
  Relation ignored{};
  next = reader.relation(next, ignored);
  const auto value = reader.number(next);
  if (!value || !value->percent || value->value < 0 || value->value > 100) return std::nullopt;
  if (reader.any_word(value->end, {"ci", "confidence", "cri", "credible"})) return std::nullopt;
  if (!open && reader.separates(value->end, false)) return std::nullopt;
  return Percent{value->value, value->end};
}

size_t add_percent(const Reader& reader, size_t at, Quantity& quantity) {
  bool open = false;
  const auto percent = percent_after(reader, at, open);
  size_t end = at;
  if (percent) {
    const bool closed = reader.any_sign(percent->end, {")", "]"});
    const auto inside = reader.interval(percent->end);
    if (open && !closed && !inside && !reader.any_sign(percent->end, {",", ";"})) return at;
    if (open && !closed && !inside) {
      // "(80%; p<0.01)": the percentage is meant, the rest stands for itself.
      quantity.value = percent->value;
      return percent->end;
    }
    quantity.value = percent->value;
    end = open && closed ? percent->end + 1 : percent->end;
  }
  const auto interval = reader.interval(end);
  if (interval && interval->named) {
    quantity.low = interval->low;
    quantity.high = interval->high;
    quantity.confidence = interval->confidence;
    end = interval->end;
    if (open && reader.any_sign(end, {")", "]"})) ++end;
  }
  return end;
}

bool is_unit(const Reader& reader, size_t at) { return unit_span_at(reader, at).has_value(); }

namespace {

bool is_round_base(double total) {
  constexpr double kSmallBaseMax = 10;
  if (total <= kSmallBaseMax) return total >= 2;
  while (total >= 10 && std::fmod(total, 10) == 0) total /= 10;
  return total == 1 || total == 2 || total == 5 || total == 25;
}

// "a score of 4/10", "visual acuity 20/40": the parts of a score.
bool is_score_of_parts(const Reader& reader, size_t at) {
  constexpr size_t kBack = 3;
  for (size_t back = 1; back <= kBack && back <= at; ++back) {
    if (reader.any_word(at - back, {"score", "scores", "rated", "strength", "acuity", "vision", "rating",
                                    "pain", "vas", "nrs", "bp"}))
      return true;
  }
  return false;
}

// "stage 3/4 disease", "grades 3/4", "phase 1/2", "penumbra 20/80", "approval number 01/543": two values of a
// scale, or a reference.
bool is_name_of_parts(const Reader& reader, size_t at) {
  const std::string_view digits = reader.at(at).span.of(reader.text());
  if (digits.starts_with('0') && digits.size() > 1) return true;
  if (at == 0) return false;
  const size_t before = reader.any_sign(at - 1, {":", ".", "#"}) && at > 1 ? at - 2 : at - 1;
  return reader.any_word(
      before, {"stage",      "stages",     "grade", "grades", "phase",   "phases",    "class",    "classes",
               "category",   "categories", "type",  "types",  "level",   "levels",    "step",     "steps",
               "penumbra",   "number",     "no",    "nr",     "ref",     "reference", "protocol", "approval",
               "resolution", "ctcae",      "nyha",  "figo",   "gleason", "ecog"});
}

// "43/54", "43 of the 54", "43 out of 54", "7 in 10": index of the denominator, 0 when there is none.
size_t denominator_at(const Reader& reader, size_t at) {
  if (!whole(reader, at)) return 0;
  const double part = reader.at(at).value;
  size_t next = at + 1;
  if (reader.sign(next, "/")) {
    if (is_score_of_parts(reader, at) || is_name_of_parts(reader, at)) return 0;
    if (!whole(reader, next + 1) || reader.sign(next + 2, "/") || is_unit(reader, next + 2)) return 0;
    if (at > 0 && reader.sign(at - 1, "/")) return 0;  // a date
    return part <= reader.at(next + 1).value && reader.at(next + 1).value >= 2 ? next + 1 : 0;
  }
  if (reader.word(next, "in")) {
    if (!whole(reader, next + 1) || is_unit(reader, next + 2) || reader.is_year(next + 1)) return 0;
    const double total = reader.at(next + 1).value;
    constexpr double kOneInMin = 10;  // "1 in 26"
    const bool one_in = part == 1 && total >= kOneInMin && !reader.at(next + 1).spelled;
    return part < total && (one_in || is_round_base(total)) ? next + 1 : 0;
  }
  const size_t noun = skip_noun(reader, next);  // "43 patients of 54", "10 deaths among 80 cases"
  const bool among =
      (noun == next || !is_sample_noun(reader.at(noun - 1).text)) && reader.word(noun, "among");
  next = noun;
  const bool out = reader.word(next, "out");
  if (out) ++next;
  const bool out_number =
      out && whole(reader, next) && reader.at(next).value > part;  // "64 out 174 patients"
  if (out_number) return next;
  if ((!reader.word(next, "of") && !among) || is_one_of_things(reader, at)) return 0;
  // "13 studies of 2171 patients", "five subgroups of 6 patients": the one is no part of the other.
  const bool things = noun > at + 1 && !among && !is_sample_noun(reader.at(noun - 1).text);
  if (things && counted_noun(reader, next + 2)) return 0;
  if (things &&
      reader.any_word(noun - 1, {"groups", "sets", "blocks", "pairs", "cycles", "rounds", "batches"}))
    return 0;  // "five groups of 10 each"
  ++next;
  constexpr int kArticlesMax = 5;
  for (int i = 0; i < kArticlesMax; ++i) {
    if (!reader.any_word(
            next, {"the",      "all",        "these",      "those",    "our",   "a",    "total",   "of",
                   "their",    "every",      "remaining",  "other",    "first", "last", "initial", "original",
                   "eligible", "randomised", "randomized", "included", "her",   "his",  "its"}))
      break;
    ++next;
  }
  if (!whole(reader, next) || is_unit(reader, next + 1) || reader.is_year(next)) return 0;
  // "one of 3": still a proportion; "one of the 2 groups" is not.
  if (reader.at(at).spelled && reader.at(at).value == 1) {
    const auto counted = counted_noun(reader, next + 1);
    constexpr double kThingsMin = 20;  // "one of 175 dissections"
    if (!counted || (!counted->sample && reader.at(next).value < kThingsMin)) return 0;
  }
  return part <= reader.at(next).value ? next : 0;
}

// "person-years", "patient years": where they end, `at` itself when there are none.
size_t person_time_end(const Reader& reader, size_t at) {
  if (!reader.any_word(at, {"person", "persons", "patient", "woman", "women", "child", "subject", "infant"}))
    return at;
  const size_t unit = reader.sign(at + 1, "-") ? at + 2 : at + 1;
  const auto time = reader.at(unit).kind == LexemeKind::kWord ? unit_of(reader.at(unit).text) : std::nullopt;
  return time && time->unit_class == UnitClass::kTime ? unit + 1 : at;
}

// "19.3 per 100,000 person-years", "27.6 and 7.81/1,000 patient-years".
Found rate_at(const Reader& reader, size_t at, bool first) {
  auto part = reader.number(at);
  if (!part) return std::nullopt;
  double low = kNotStated;
  if (first && reader.separates(part->end, false)) {  // "11 to 14 in 100,000 people"
    const auto upper = reader.number(part->end + 1);
    const bool base = upper && (reader.any_word(upper->end, {"in", "per"}) || reader.sign(upper->end, "/")) &&
                      (whole(reader, upper->end + 1) || reader.word(upper->end + 1, "million")) &&
                      upper->value > part->value;
    if (base) {
      low = part->value;
      part = upper;
    }
  }
  size_t next = part->end;
  if (first && reader.any_word(next, {"and", "or", "vs", "versus", "to"})) {
    const bool dotted = reader.sign(next + 1, ".") && reader.at(next + 1).glued;
    if (const Found shared = rate_at(reader, next + (dotted ? 2 : 1), false)) {
      Quantity quantity = reader.make(QuantityKind::kProportion, at, part->end);
      quantity.measure = "rate";
      quantity.numerator = part->value;
      quantity.denominator = shared->quantities.front().denominator;
      return Match{{quantity}, part->end};
    }
  }
  next = skip_noun(reader, next);
  if (reader.any_word(next, {"cases", "events", "deaths", "births"})) ++next;
  const bool over = next > part->end && reader.any_word(next, {"in", "during", "over", "within"}) &&
                    person_time_end(reader, next + 2) > next + 2;  // "396 deaths in 85,399 person-years"
  const bool within = !std::isnan(low) && reader.word(next, "in");
  if (reader.sign(next, "/") && is_name_of_parts(reader, at)) return std::nullopt;
  if (!reader.any_word(next, {"per", "every"}) && !reader.sign(next, "/") && !over && !within)
    return std::nullopt;
  constexpr double kMillion = 1e6;
  const bool million = reader.word(next + 1, "million");  // "10 per million people"
  if (!million && (!whole(reader, next + 1) || is_unit(reader, next + 2))) return std::nullopt;
  const double total = million ? kMillion : reader.at(next + 1).value;
  constexpr double kRateBaseMin = 100;
  if (total < kRateBaseMin || part->value > total || reader.is_year(next + 1)) return std::nullopt;
  size_t end = next + 2;
  Quantity quantity;
  if (const size_t time = person_time_end(reader, end); time > end) {
    quantity.unit = "person-" + std::string(unit_of(reader.at(time - 1).text)->canonical);
    end = time;
  }
  if (quantity.unit.empty()) {
    const size_t noun = skip_noun(reader, end);
    if (noun > end) quantity.unit = std::string(reader.at(noun - 1).text);
    end = noun;
    quantity.value = total > 0 ? part->value / total * 100 : kNotStated;
    if (reader.any_word(end, {"per", "a", "each"}) || reader.sign(end, "/")) {  // "per 100 persons per year"
      if (reader.any_word(end + 1, {"year", "month", "annum", "day", "week"})) end += 2;
    }
  }
  quantity.kind = QuantityKind::kProportion;
  quantity.measure = "rate";
  quantity.numerator = part->value;
  quantity.denominator = total;
  if (!std::isnan(low)) {
    quantity.low = low;
    quantity.high = part->value;
    quantity.numerator = kNotStated;
    quantity.value = kNotStated;
  }
  end = add_percent(reader, end, quantity);
  quantity.span = reader.make(quantity.kind, at, end).span;
  return Match{{quantity}, end};
}

}  // namespace

// "80% (43/54)", "80% (43 of 54)", "80% (n = 43)".
bool add_parts(const Reader& reader, size_t at, Quantity& quantity, size_t& end) {
  const bool open = reader.any_sign(at, {"(", "["});
  if (!open && !reader.any_sign(at, {",", ";"})) return false;
  size_t next = at + 1;
  const bool counted = reader.word(next, "n") && reader.sign(next + 1, "=");
  if (counted) next += 2;
  if (!open && reader.word(next, "or") && whole(reader, next + 1) && !is_unit(reader, next + 2)) {
    quantity.numerator = reader.at(next + 1).value;  // "17 percent, or 36 million"
    end = next + 2;
    return true;
  }
  if (!whole(reader, next)) return false;
  if (const size_t total = denominator_at(reader, next)) {
    // "Travoprost 0.0015%, six of 196": behind a comma only what comes to the same.
    constexpr double kRounded = 1.5;
    const double part = 100 * reader.at(next).value / reader.at(total).value;
    if (!open && std::fabs(part - quantity.value) > kRounded) return false;
    quantity.numerator = reader.at(next).value;
    quantity.denominator = reader.at(total).value;
    size_t after = skip_noun(reader, total + 1);
    if (open && reader.any_sign(after, {")", "]"})) ++after;
    end = after;
    return true;
  }
  if (!open) return false;
  size_t after = skip_noun(reader, next + 1);
  if (!counted && after == next + 1) return false;
  if (!reader.any_sign(after, {")", "]"})) return false;
  quantity.numerator = reader.at(next).value;
  end = after + 1;
  return true;
}

namespace {

// "in the drug group": the lexeme after it, `at` when there is none.
size_t skip_group(const Reader& reader, size_t at) {
  if (!reader.any_word(at, {"in", "on", "from"}) || !reader.word(at + 1, "the")) return at;
  constexpr size_t kWordsGroupMax = 4;
  for (size_t next = at + 2; next <= at + 2 + kWordsGroupMax; ++next) {
    if (reader.at(next).kind != LexemeKind::kWord) return at;
    if (reader.any_word(next, {"group", "arm"})) return next + 1;
    if (ends_noun_phrase(reader.at(next).text)) return at;
  }
  return at;
}

// "1 in 30,000 to 50,000 people": the lexeme of the second base; 0 when there is none.
size_t upper_base_at(const Reader& reader, size_t at, size_t total) {
  if (reader.at(at).value != 1 || !reader.word(at + 1, "in") || !reader.separates(total + 1, false)) return 0;
  const size_t upper = total + 2;
  const bool more = whole(reader, upper) && reader.at(upper).value > reader.at(total).value;
  return more && !is_unit(reader, upper + 1) ? upper : 0;
}

}  // namespace

Found proportion_at(const Reader& reader, size_t at) {
  if (!reader.plain_number(at)) return std::nullopt;
  if (Found words = fraction_words_at(reader, at)) return words;
  if (Found rate = rate_at(reader, at, true)) return rate;
  Quantity quantity;
  quantity.kind = QuantityKind::kProportion;
  if (const size_t total = denominator_at(reader, at)) {
    quantity.numerator = reader.at(at).value;
    quantity.denominator = reader.at(total).value;
    size_t end = total + 1;
    if (const size_t upper = upper_base_at(reader, at, total); upper > 0) {
      constexpr double kHundred = 100;
      quantity.low = kHundred * quantity.numerator / reader.at(upper).value;
      quantity.high = kHundred * quantity.numerator / quantity.denominator;
      quantity.denominator = kNotStated;
      end = skip_noun(reader, upper + 1);
      if (end > upper + 1) quantity.unit = reader.at(end - 1).text;
      quantity.span = reader.make(quantity.kind, at, end).span;
      return Match{{quantity}, end};
    }
    const size_t noun = skip_noun(reader, end);
    if (noun > end) quantity.unit = reader.at(noun - 1).text;
    size_t after = add_percent(reader, noun, quantity);
    if (after == noun && reader.word(noun, "of")) {  // "Seven of the 16 sets of sacral screws (44%)"
      const size_t whole_noun = skip_noun(reader, noun + 1);
      const size_t with_percent = add_percent(reader, whole_noun, quantity);
      if (whole_noun > noun + 1 && with_percent > whole_noun) after = with_percent;
    }
    end = after > noun ? after : total + 1;
    if (after == noun) {
      // Without a noun between, the noun stays outside the span: "43 of 54 patients improved".
      end = noun;
    }
    quantity.span = reader.make(quantity.kind, at, end).span;
    return Match{{quantity}, end};
  }
  if (!whole(reader, at) || reader.is_year(at)) return std::nullopt;
  // "43 (80%)", "43 patients (80%)", "43 (80%) of 54 patients".
  size_t noun = skip_noun(reader, at + 1);
  if (noun == at + 1 && reader.at(at).value == 1) {  // "One patient (1.1%)"
    if (const auto one = single_noun(reader, at + 1)) noun = one->end;
  }
  bool open = false;
  // "Two patients in the drug group (16%)"
  if (const size_t group = noun > at + 1 ? skip_group(reader, noun) : noun; group > noun) {
    const auto share = percent_after(reader, group, open);
    if (share && open && reader.any_sign(share->end, {")", "]"})) {
      quantity.numerator = reader.at(at).value;
      quantity.value = share->value;
      quantity.unit = reader.at(noun - 1).text;
      quantity.span = reader.make(quantity.kind, at, share->end + 1).span;
      return Match{{quantity}, share->end + 1};
    }
  }
  const auto percent = percent_after(reader, noun, open);
  if (!percent || !open) return std::nullopt;
  quantity.numerator = reader.at(at).value;
  if (noun > at + 1) quantity.unit = reader.at(noun - 1).text;
  size_t end = add_percent(reader, noun, quantity);
  if (end == noun) return std::nullopt;
  size_t total = end;
  if (reader.word(total, "out")) ++total;
  if (reader.word(total, "of")) {
    ++total;
    if (reader.any_word(total, {"the", "all", "these", "our"})) ++total;
    if (whole(reader, total) && reader.at(total).value >= quantity.numerator && !is_unit(reader, total + 1)) {
      quantity.denominator = reader.at(total).value;
      end = skip_noun(reader, total + 1);
      if (end > total + 1) quantity.unit = reader.at(end - 1).text;
    }
  }
  quantity.span = reader.make(quantity.kind, at, end).span;
  return Match{{quantity}, end};
}

}  // namespace attest::quantities
