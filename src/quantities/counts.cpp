// Counts of people and things.
#include <vector>

#include "quantities/reader.h"

namespace attest::quantities {

namespace {

bool is_one_in_words(const Reader& reader, size_t at) {
  return reader.at(at).spelled && reader.at(at).value == 1;
}

Match counted(const Reader& reader, QuantityKind kind, size_t at, size_t end, std::string_view unit) {
  Quantity quantity = reader.make(kind, at, end);
  quantity.value = reader.at(at).value;
  const bool sessions = unit == "session" || unit == "sessions";
  quantity.unit = sessions ? "session" : unit;
  if (sessions && reader.any_word(at + 1, {"weekly", "daily", "monthly", "biweekly", "fortnightly"}))
    quantity.detail = reader.at(at + 1).text;
  if (at > 0) {
    size_t start = at - 1;
    if (start > 0 && reader.any_word(start, {"than", "least", "to", "most"})) --start;
    if (reader.relation(start, quantity.relation) != at) quantity.relation = Relation::kEqual;
  }
  return Match{{quantity}, end};
}

// "three-session", "26-item": what hangs on the number is counted.
Found hyphenated_count_at(const Reader& reader, size_t at) {
  const size_t word = at + 2;
  if (!reader.sign(at + 1, "-") || !reader.at(at + 1).glued || !reader.at(word).glued) return std::nullopt;
  if (reader.at(word).kind != LexemeKind::kWord || unit_of(reader.at(word).text)) return std::nullopt;
  if (reader.any_word(word,
                      {"tailed", "sided", "way", "dimensional", "fold", "by", "off", "on", "to", "time"}))
    return std::nullopt;
  if (!is_counted_part(reader.at(word).text) && (!reader.at(at).spelled || is_one_in_words(reader, at)))
    return std::nullopt;
  return counted(reader, QuantityKind::kCount, at, word + 1, reader.at(word).text);
}

bool is_versus(const Reader& reader, size_t at) { return reader.any_word(at, {"v", "vs", "versus"}); }

bool whole_number(const Reader& reader, size_t at) {
  return reader.plain_number(at) && reader.at(at).integer && !reader.is_year(at);
}

// "the number of patients was reduced (32 v 16)": both sides are counts when numbers were announced.
bool is_compared_count(const Reader& reader, size_t at) {
  const bool after = is_versus(reader, at + 1) && whole_number(reader, at + 2);
  const size_t versus = at > 0 && reader.sign(at - 1, ".") ? at - 2 : at - 1;
  const bool before = at >= 3 && is_versus(reader, versus) && whole_number(reader, versus - 1);
  if (!after && !before) return false;
  constexpr size_t kBack = 40;
  for (size_t back = 1; back <= kBack && back <= at; ++back) {
    if (reader.any_sign(at - back, {".", "\n"}) && !is_versus(reader, at - back - 1)) return false;
    if (reader.any_word(at - back, {"number", "numbers"})) return true;
  }
  return false;
}

// "of which 45 had stage III", "9 of them", "in these 15": people whose noun was left out.
Found elided_count_at(const Reader& reader, size_t at) {
  if (is_one_in_words(reader, at) || reader.is_year(at)) return std::nullopt;
  const bool pointed =
      at > 0 && reader.any_word(at - 1, {"these", "those", "other", "remaining"}) &&
      (reader.at(at + 1).kind != LexemeKind::kWord || ends_noun_phrase(reader.at(at + 1).text));
  const bool part = reader.word(at + 1, "of") && (reader.any_word(at + 2, {"them", "whom", "which"}) ||
                                                  (reader.word(at + 2, "these") && reader.sign(at + 3, "(")));
  const bool placed = reader.word(at + 1, "from") && at > 0 && reader.at(at).value > 1 &&
                      (reader.any_sign(at - 1, {",", "("}) || reader.word(at - 1, "and"));
  // "(27 with colitis, 24 without, 7 on placebo)"
  const bool described =
      reader.any_word(at + 1, {"with", "without", "due", "because", "whose"}) && at > 0 &&
      (reader.any_sign(at - 1, {"(", ",", ";", ":"}) ||
       reader.any_word(at - 1, {"and", "which", "about", "another"}) ||
       (reader.word(at - 1, "the") && at > 1 && reader.any_word(at - 2, {"among", "of", "in"})));
  if (part) {  // "38 of them (52%)"
    const size_t bracket = at + 3;
    const auto share = reader.any_sign(bracket, {"(", "["}) ? reader.number(bracket + 1) : std::nullopt;
    if (share && share->percent && reader.any_sign(share->end, {")", "]"})) {
      Quantity whole = reader.make(QuantityKind::kProportion, at, share->end + 1);
      whole.numerator = reader.at(at).value;
      whole.value = share->value;
      return Match{{whole}, share->end + 1};
    }
  }
  const bool aged =
      at > 0 && reader.any_word(at - 1, {"over", "under", "aged", "age", "than", "above", "below"});
  if (described || (reader.word(at + 1, "who") && !aged))
    return counted(reader, QuantityKind::kCount, at, at + 1, "");
  if (placed) {
    return counted(reader, in_brackets(reader, at) ? QuantityKind::kCount : QuantityKind::kSampleSize, at,
                   at + 1, "");
  }
  if (pointed || part || is_compared_count(reader, at))
    return counted(reader, QuantityKind::kCount, at, at + 1, "");
  // "Nine occurred", "194 are": at the head of a clause any verb will do.
  const Lexeme& verb = reader.at(at + 1);
  const bool head = at == 0 || reader.any_sign(at - 1, {".", ":", ";", ","}) || reader.word(at - 1, "and");
  const bool past = verb.kind == LexemeKind::kWord && verb.text.size() > 4 &&
                    verb.text.substr(verb.text.size() - 2) == "ed" && !counted_noun(reader, at + 1);
  if (head && (past || reader.any_word(at + 1, {"are", "is", "came"}))) {
    const bool sample = is_sample(reader, at, at + 1);
    return counted(reader, sample ? QuantityKind::kSampleSize : QuantityKind::kCount, at, at + 1, "");
  }
  if (!reader.any_word(at + 1,
                       {"had",      "were",      "have",      "died",     "did",         "showed",
                        "received", "underwent", "developed", "required", "reported",    "presented",
                        "because",  "improved",  "completed", "withdrew", "experienced", "failed",
                        "took",     "responded", "refused",   "relapsed", "survived",    "discontinued"}))
    return std::nullopt;
  if (at > 0 &&
      (reader.any_word(at - 1, {"of", "to", "at", "than", "by", "under", "over", "above", "below", "age",
                                "aged", "score", "scores", "was", "is"}) ||
       reader.any_sign(at - 1, {"=", "-", "<", ">"})) &&
      !(at > 1 && reader.word(at - 1, "of") && reader.word(at - 2, "total")))
    return std::nullopt;
  return counted(reader, is_sample(reader, at, at + 1) ? QuantityKind::kSampleSize : QuantityKind::kCount, at,
                 at + 1, "");
}

// "(110 male, 109 female)", "(29 depressed type; 33 bipolar type)": parts of a group, by what they are.
Found part_of_group_at(const Reader& reader, size_t at) {
  if (!in_brackets(reader, at) || is_one_in_words(reader, at) || reader.is_year(at) || at == 0)
    return std::nullopt;
  if (!reader.any_sign(at - 1, {"(", ",", ";"}) && !reader.word(at - 1, "and")) return std::nullopt;
  size_t end = at + 1;
  constexpr size_t kWordsMax = 3;
  while (end < at + 1 + kWordsMax && reader.at(end).kind == LexemeKind::kWord && !reader.at(end).glued &&
         !unit_of(reader.at(end).text) && !ends_noun_phrase(reader.at(end).text))
    ++end;
  if (end == at + 1) return std::nullopt;
  const bool first = reader.any_sign(end, {",", ";"}) || reader.word(end, "and");
  const auto other_part = [&](size_t number) {
    return whole_number(reader, number) && reader.at(number + 1).kind == LexemeKind::kWord &&
           !reader.at(number + 1).glued && !unit_of(reader.at(number + 1).text);
  };
  const bool before = reader.sign(end, ")") && !reader.sign(at - 1, "(");
  size_t next = end + 1;
  if (reader.word(next, "and")) ++next;
  if (!before && !(first && other_part(next))) return std::nullopt;
  return counted(reader, QuantityKind::kCount, at, end, reader.at(end - 1).text);
}

// "There were 196 female and 368 male": the adjective stands for the people.
Found by_sex_at(const Reader& reader, size_t at) {
  if (!reader.any_word(at + 1, {"male", "female"})) return std::nullopt;
  const Lexeme& after = reader.at(at + 2);
  if (after.kind == LexemeKind::kWord && !ends_noun_phrase(after.text)) return std::nullopt;
  // "60 male and 13 female employees": the noun stands behind the second.
  const bool joined = reader.word(at + 2, "and") && whole_number(reader, at + 3) &&
                      reader.any_word(at + 4, {"male", "female"}) && counted_noun(reader, at + 4);
  if (joined) return std::nullopt;
  return counted(reader, QuantityKind::kCount, at, at + 2, reader.at(at + 1).text);
}

// "Five of these patients": a part whose whole is not told.
Found part_of_people_at(const Reader& reader, size_t at) {
  if (is_one_in_words(reader, at) || !reader.word(at + 1, "of")) return std::nullopt;
  if (!reader.any_word(at + 2, {"these", "the", "those", "our", "their"})) return std::nullopt;
  const auto noun = counted_noun(reader, at + 3);
  if (!noun) return std::nullopt;
  const auto share = reader.any_sign(noun->end, {"(", "["}) ? reader.number(noun->end + 1) : std::nullopt;
  if (share && share->percent &&
      reader.any_sign(share->end, {")", "]"})) {  // "Twenty of these patients (15%)"
    Quantity part = reader.make(QuantityKind::kProportion, at, share->end + 1);
    part.numerator = reader.at(at).value;
    part.value = share->value;
    part.unit = reader.at(noun->head).text;
    return Match{{part}, share->end + 1};
  }
  return counted(reader, QuantityKind::kCount, at, noun->end, reader.at(noun->head).text);
}

// "nine major and seven minor errors": the noun stands behind the second number.
Found coordinated_count_at(const Reader& reader, size_t at) {
  if (at > 0 && reader.any_word(at - 1, {"age", "ages", "aged"})) return std::nullopt;
  constexpr size_t kAdjectivesMax = 5;
  size_t next = at + 1;
  while (next <= at + kAdjectivesMax && reader.at(next).kind == LexemeKind::kWord &&
         !ends_noun_phrase(reader.at(next).text) && !unit_of(reader.at(next).text)) {
    ++next;
    if (reader.sign(next, "-") && reader.at(next).glued) ++next;
  }
  if (reader.sign(next, "(") && reader.at(next + 1).kind == LexemeKind::kWord && reader.sign(next + 2, ")"))
    next += 3;
  if (!reader.any_word(next, {"and", "or", "to"}) || !whole_number(reader, next + 1)) return std::nullopt;
  const auto noun = counted_noun(reader, next + 2);
  if (!noun) return std::nullopt;
  if (next == at + 1 && reader.at(next + 1).value > reader.at(at).value &&
      (reader.word(next, "to") || (at > 0 && reader.word(at - 1, "between")))) {
    // "two to three visits", "16 to 45 patients will be accrued"
    const bool studied = noun->sample && is_sample(reader, at, noun->end);
    Match match = counted(reader, studied ? QuantityKind::kSampleSize : QuantityKind::kCount, at, noun->end,
                          reader.at(noun->head).text);
    match.quantities.front().low = reader.at(at).value;
    match.quantities.front().high = reader.at(next + 1).value;
    match.quantities.front().value = kNotStated;
    return match;
  }
  if (reader.word(next, "to")) return std::nullopt;
  const bool sample = noun->sample && is_sample(reader, at, noun->end);
  return counted(reader, sample ? QuantityKind::kSampleSize : QuantityKind::kCount, at, at + 1,
                 reader.at(noun->head).text);
}

// "2,981, 2,837 and 2,594 units", "24, 12, and 11 trials": the noun stands behind the last.
Found listed_counts_at(const Reader& reader, size_t at) {
  constexpr size_t kListMax = 12;
  std::vector<size_t> numbers{at};
  size_t next = at + 1;
  bool joined = false;
  while (!joined && numbers.size() < kListMax) {
    size_t step = reader.sign(next, ",") ? next + 1 : next;
    joined = reader.any_word(step, {"and", "or"});
    if (joined) ++step;
    if (step == next || !whole_number(reader, step)) return std::nullopt;
    numbers.push_back(step);
    next = step + 1;
  }
  if (!joined || numbers.size() < 3) return std::nullopt;
  const auto noun = counted_noun(reader, next);
  if (!noun) return std::nullopt;
  const bool sample = noun->sample && is_sample(reader, at, noun->end);
  Match match{{}, noun->end};
  for (const size_t number : numbers) {
    const size_t end = number == numbers.back() ? noun->end : number + 1;
    const auto kind = sample ? QuantityKind::kSampleSize : QuantityKind::kCount;
    match.quantities.push_back(
        counted(reader, kind, number, end, reader.at(noun->head).text).quantities.front());
  }
  return match;
}

// "two-three visits", "3-5 visits": a range of what is counted.
Found counted_range_at(const Reader& reader, size_t at) {
  if (!reader.sign(at + 1, "-") || !whole_number(reader, at + 2)) return std::nullopt;
  if (reader.at(at + 2).value <= reader.at(at).value) return std::nullopt;
  const auto noun = counted_noun(reader, at + 3);
  if (!noun) return std::nullopt;
  const bool sample = noun->sample && is_sample(reader, at, noun->end);
  Match match = counted(reader, sample ? QuantityKind::kSampleSize : QuantityKind::kCount, at, noun->end,
                        reader.at(noun->head).text);
  match.quantities.front().low = reader.at(at).value;
  match.quantities.front().high = reader.at(at + 2).value;
  match.quantities.front().value = kNotStated;
  return match;
}

// "one patient", "one intravenous dose of"; "one" as a pronoun counts nothing.
Found one_thing_at(const Reader& reader, size_t at) {
  if (at > 0 &&
      reader.any_word(at - 1, {"no", "any", "which", "this", "that", "another", "each", "every", "some"}))
    return std::nullopt;
  const bool more = reader.word(at + 1, "or") && reader.any_word(at + 2, {"more", "both"});
  if (more) {
    if (const auto noun = counted_noun(reader, at + 3))
      return counted(reader, QuantityKind::kCount, at, noun->end, reader.at(noun->head).text);
    return std::nullopt;
  }
  if (reader.sign(at + 1, "-") || reader.any_word(at + 1, {"such", "point", "another"})) return std::nullopt;
  if (reader.any_word(at + 1, {"hand", "side"}) && at > 0 && reader.any_word(at - 1, {"the", "on"}))
    return std::nullopt;
  const auto noun = single_noun(reader, at + 1);
  if (!noun) return std::nullopt;
  const std::string_view name = reader.at(noun->head).text;
  const bool participle = noun->end == at + 2 && name.size() > 2 && name.substr(name.size() - 2) == "ed";
  if (participle) return std::nullopt;
  return counted(reader, QuantityKind::kCount, at, noun->end, name);
}

}  // namespace

namespace {

// "a total of 3895 meconiums so far examined".
bool says_examined(const Reader& reader, size_t at) {
  if (reader.any_word(at - 1, {"studies", "articles", "citations", "trials", "abstracts", "papers"}))
    return false;
  constexpr size_t kAhead = 4;
  for (size_t next = at; next < at + kAhead; ++next) {
    if (reader.any_word(next, {"examined", "studied", "analysed", "analyzed", "tested", "screened",
                               "investigated", "performed", "evaluated", "available"}))
      return true;
  }
  return false;
}

// "Alpha 1 PI deficient members", "beta-2 agonists": the number belongs to the Greek letter.
bool is_part_of_name(const Reader& reader, size_t at) {
  constexpr double kNamedMax = 9;
  if (at == 0 || reader.at(at).spelled || reader.at(at).value > kNamedMax) return false;
  const size_t before = reader.sign(at - 1, "-") && at > 1 ? at - 2 : at - 1;
  return reader.any_word(before, {"alpha", "beta", "gamma", "delta", "epsilon", "kappa", "omega"});
}

}  // namespace

Found count_at(const Reader& reader, size_t at) {
  if (!reader.plain_number(at) || !reader.at(at).integer || reader.at(at).fraction) return std::nullopt;
  if (is_part_of_name(reader, at)) return std::nullopt;
  if (Found part = hyphenated_count_at(reader, at)) return part;
  // "two 2-hour infusions", "five 7-point scales", "two 15 cm grafts"
  if (reader.at(at).spelled && reader.plain_number(at + 1)) {
    const bool hyphen = reader.sign(at + 2, "-") && reader.at(at + 2).glued;
    const auto unit = hyphen ? std::nullopt : unit_span_at(reader, at + 2);
    if ((hyphen && counted_noun(reader, at + 4)) || (unit && counted_noun(reader, unit->end)))
      return counted(reader, QuantityKind::kCount, at, at + 1, "");
  }
  if (Found arm = second_arm_at(reader, at)) return arm;
  if (Found elided = elided_count_at(reader, at)) return elided;
  if (Found sex = by_sex_at(reader, at)) return sex;
  if (Found part = part_of_people_at(reader, at)) return part;
  if (is_group_size(reader, at)) return counted(reader, QuantityKind::kSampleSize, at, at + 1, "");
  if (Found range = counted_range_at(reader, at)) return range;
  size_t next = at + 1;
  if (reader.sign(next, "+") && reader.at(next).glued) ++next;
  if (reader.word(next, "or") && reader.any_word(next + 1, {"more", "fewer", "less"})) next += 2;
  // "In 1998 patients": a year; "2000 patients": their number.
  const bool dated = reader.is_year(at) && at > 0 &&
                     reader.any_word(at - 1, {"in", "since", "from", "during", "until", "and", "to", "by"});
  if (!is_one_in_words(reader, at) && !dated) {
    if (const auto noun = counted_noun(reader, next)) {
      if (reader.is_year(at) && !noun->sample) return std::nullopt;
      // "200 cells/microL", "150,000 platelets per microliter": a concentration.
      const bool divided = reader.sign(noun->end, "/") || reader.word(noun->end, "per");
      const auto volume = divided && !noun->sample ? unit_of(reader.at(noun->end + 1).text) : std::nullopt;
      if (volume && is_volume(volume->canonical)) {
        Quantity number = reader.make(QuantityKind::kNumber, at, noun->end + 2);
        number.value = reader.at(at).value;
        number.unit = std::string(reader.at(noun->head).text) + "/" + std::string(volume->canonical);
        return Match{{number}, noun->end + 2};
      }
      const bool total = at > 1 && reader.word(at - 1, "of") && reader.any_word(at - 2, {"total", "sample"});
      const bool head = at == 0 || reader.any_sign(at - 1, {".", ":", ";"});
      constexpr double kManyThings = 20;
      const bool examined =
          (total || (head && reader.at(at).value >= kManyThings)) && says_examined(reader, noun->end);
      const bool sample = examined || (noun->sample && is_sample(reader, at, noun->end));
      return counted(reader, sample ? QuantityKind::kSampleSize : QuantityKind::kCount, at, noun->end,
                     reader.at(noun->head).text);
    }
  }
  if (reader.is_year(at)) return std::nullopt;
  if (is_one_in_words(reader, at) || reader.at(at).value == 1) return one_thing_at(reader, at);
  if (Found listed = listed_counts_at(reader, at)) return listed;
  if (Found coordinated = coordinated_count_at(reader, at)) return coordinated;
  return part_of_group_at(reader, at);
}

}  // namespace attest::quantities
