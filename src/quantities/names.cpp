// Numbers that belong to a name: of a test, a design, a program, a disease, a reference.
#include <cmath>

#include "quantities/reader.h"

namespace attest::quantities {

namespace {

// "the 2 nd cause": an ordinal that was torn apart.
size_t skip_torn_ordinal(const Reader& reader, size_t at) {
  const Lexeme& number = reader.at(at);
  if (number.kind != LexemeKind::kNumber || !number.integer || number.spelled) return at;
  const bool ordinal = reader.any_word(at + 1, {"nd", "rd", "th"}) ||
                       (reader.word(at + 1, "st") && std::fmod(number.value, 10) == 1);
  return ordinal ? at + 2 : at;
}

// "6-minute walk test", "forced expiratory volume in 1 second": the time names the measure.
size_t skip_timed_measure(const Reader& reader, size_t at) {
  if (reader.at(at).kind != LexemeKind::kNumber) return at;
  const bool hyphen = reader.sign(at + 1, "-") && reader.at(at + 1).glued;
  const size_t unit = hyphen ? at + 2 : at + 1;
  if (reader.any_word(unit, {"minute", "minutes", "min"}) &&
      reader.any_word(unit + 1, {"walk", "walking", "walked"}))
    return unit + 1;
  if (!reader.any_word(unit, {"second", "seconds", "sec", "s"}) || reader.at(at).value != 1) return at;
  const bool before = at > 3 && reader.any_word(at - 1, {"in", "at"}) && reader.word(at - 2, "volume") &&
                      reader.word(at - 3, "expiratory");
  const bool after = reader.any_word(unit + 1, {"forced", "expiratory"});
  return before || after ? unit + 1 : at;
}

// "the control 1 group", "a 2 x 2 factorial design".
size_t skip_design_number(const Reader& reader, size_t at) {
  const Lexeme& number = reader.at(at);
  constexpr double kGroupsMax = 9;
  if (number.kind != LexemeKind::kNumber || !number.integer || number.spelled || number.value > kGroupsMax)
    return at;
  // "8 group sessions" are counted.
  const bool counts = number.value > 1 && counted_noun(reader, at + 2);
  if (reader.word(at + 1, "group") && !reader.at(at + 1).glued && !counts) return at + 1;
  const bool factorial =
      reader.any_sign(at + 1, {"x"}) || reader.word(at + 1, "x") || reader.word(at + 1, "by");
  return factorial && reader.at(at + 2).kind == LexemeKind::kNumber && reader.word(at + 3, "factorial")
             ? at + 3
             : at;
}

// "SPSS 19.0", "Phoenix WinNonlin 6.4", "version 2.0", "section 6.2": a number of a program or a part,
// decimals too.
size_t skip_version(const Reader& reader, size_t at) {
  const bool part = reader.any_word(at, {"version", "versions", "section", "sections", "ver", "recist",
                                         "ctcae", "software", "package", "release", "criteria"});
  if (!part && !(reader.at(at).kind == LexemeKind::kWord && is_program_name(reader.at(at).text))) return at;
  size_t next = at + 1;
  constexpr size_t kBetweenMax = 2;
  for (size_t skipped = 0; skipped < kBetweenMax; ++skipped) {
    if (reader.any_word(next, {"version", "release", "ver", "v"}) ||
        reader.any_sign(next, {"(", ")", ",", "."}))
      ++next;
  }
  const Lexeme& number = reader.at(next);
  if (number.kind != LexemeKind::kNumber || number.spelled) return at;
  if (reader.at(next + 1).kind == LexemeKind::kWord &&
      (unit_of(reader.at(next + 1).text) || is_sample_noun(reader.at(next + 1).text)))
    return at;
  constexpr double kVersionMax = 50;
  if (number.value > kVersionMax || reader.any_sign(next + 1, {"%", "+-"})) return at;
  return next + 1;
}

// "chi 2 = 3.46, 2 df": the name of a statistic, and its degrees of freedom.
size_t skip_statistic(const Reader& reader, size_t at) {
  if (reader.word(at, "chi") || reader.at(at).span.of(reader.text()) == "\xCF\x87") {
    const size_t number = reader.sign(at + 1, "(") ? at + 2 : at + 1;
    if (reader.at(number).kind == LexemeKind::kNumber && reader.at(number).value == 2)
      return reader.sign(number + 1, ")") ? number + 2 : number + 1;
  }
  if (reader.plain_number(at) &&
      (reader.word(at + 1, "df") || reader.words(at + 1, {"degrees", "of", "freedom"}) > 0))
    return at + 2;
  // "F 1,17=10.80"
  if (reader.any_word(at, {"f", "t"}) && reader.plain_number(at + 1) && reader.sign(at + 2, ",") &&
      reader.at(at + 3).kind == LexemeKind::kNumber && reader.sign(at + 4, "="))
    return at + 5;
  // "df = 2"
  return reader.word(at, "df") && reader.sign(at + 1, "=") && reader.plain_number(at + 2) ? at + 3 : at;
}

// "000042", "(00164)": the zeros before it make it a reference.
size_t skip_padded_number(const Reader& reader, size_t at) {
  constexpr size_t kDigitsMin = 4;
  const Lexeme& number = reader.at(at);
  const std::string_view digits = number.span.of(reader.text());
  const bool padded = number.kind == LexemeKind::kNumber && number.integer && digits.size() >= kDigitsMin &&
                      digits.starts_with('0');
  return padded && !reader.any_sign(at + 1, {"%", "/"}) ? at + 1 : at;
}

// "Myopathy, distal, 1": what tells one disease from others of its name.
size_t skip_number_of_disease(const Reader& reader, size_t at) {
  constexpr double kNumbersMax = 99;
  const Lexeme& number = reader.at(at);
  if (number.kind != LexemeKind::kNumber || !number.integer || number.spelled || number.value > kNumbersMax)
    return at;
  if (at < 2 || !reader.sign(at - 1, ",") || reader.at(at - 2).kind != LexemeKind::kWord) return at;
  const size_t after = reader.any_sign(at + 1, {".", "?"}) ? at + 2 : at + 1;
  // A list that goes on from numbers, and a noun that was left out, stand before a number too.
  constexpr size_t kBack = 8;
  for (size_t back = 2; back <= kBack && back <= at; ++back) {
    if (reader.at(at - back).kind == LexemeKind::kNumber ||
        reader.any_word(at - back, {"was", "were", "is", "are", "patients"}))
      return at;
  }
  const bool ends = reader.at(after).kind == LexemeKind::kEnd || reader.word(after, "these");
  return ends ? at + 1 : at;
}

// "alpha 1 adrenergic", "17 beta-estradiol", "HLA-A*02:01": parts of chemical names, and of an allele.
size_t skip_chemical_name(const Reader& reader, size_t at) {
  constexpr double kPositionsMax = 30;
  const Lexeme& number = reader.at(at);
  if (number.kind != LexemeKind::kNumber || !number.integer || number.spelled || at == 0) return at;
  const auto greek = [&reader](size_t index) {
    return reader.any_word(index, {"alpha", "beta", "gamma", "delta"});
  };
  const bool before = greek(at + 1) && reader.sign(at + 2, "-") && reader.at(at + 2).glued;
  const bool after = greek(at - 1) && reader.at(at + 1).kind == LexemeKind::kWord &&
                     !unit_of(reader.at(at + 1).text) && !ends_noun_phrase(reader.at(at + 1).text);
  if ((before || after) && number.value <= kPositionsMax) return at + 1;
  const bool allele = number.span.start > 0 && reader.text()[number.span.start - 1] == '*';
  if (!allele) return at;
  return reader.sign(at + 1, ":") && reader.at(at + 2).kind == LexemeKind::kNumber ? at + 3 : at + 1;
}

// "18 One potential consideration", "1 In trials of": the mark of a reference that the sentence before had.
size_t skip_mark_before_sentence(const Reader& reader, size_t at) {
  constexpr double kMarksMax = 99;
  const Lexeme& number = reader.at(at);
  if (at > 0 || number.kind != LexemeKind::kNumber || !number.integer || number.spelled ||
      number.value > kMarksMax)
    return at;
  const Lexeme& next = reader.at(at + 1);
  const std::string_view written = next.span.of(reader.text());
  const bool capital = !written.empty() && written.front() >= 'A' && written.front() <= 'Z' && !next.glued;
  if (reader.sign(at + 2, "-") && reader.at(at + 2).glued) return at;  // "12 In-patients"
  const bool opens = next.spelled || (next.kind == LexemeKind::kWord && ends_noun_phrase(next.text));
  return capital && opens ? at + 1 : at;
}

// "randomised to 1 of 2 treatment arms": nothing is a part of a whole, and nothing but the arms is counted.
size_t skip_pronoun(const Reader& reader, size_t at) {
  return is_one_of_things(reader, at) && !reader.at(at).spelled ? at + 1 : at;
}

}  // namespace

bool is_one_of_things(const Reader& reader, size_t at) {
  const Lexeme& one = reader.at(at);
  if (one.kind != LexemeKind::kNumber || one.value != 1 || at == 0 || !reader.word(at + 1, "of"))
    return false;
  const bool led_to =
      reader.any_word(at - 1, {"to", "into"}) || (reader.any_word(at - 1, {"receive", "received", "using"}));
  const size_t total = reader.any_word(at + 2, {"the", "these"}) ? at + 3 : at + 2;
  if (!led_to || !reader.plain_number(total) || !reader.at(total).integer) return false;
  const auto noun = counted_noun(reader, total + 1);
  return noun && !noun->sample;
}

size_t skip_number_of_name(const Reader& reader, size_t at) {
  for (const auto skip : {skip_torn_ordinal, skip_timed_measure, skip_design_number, skip_version,
                          skip_statistic, skip_padded_number, skip_number_of_disease, skip_chemical_name,
                          skip_mark_before_sentence, skip_pronoun}) {
    if (const size_t end = skip(reader, at); end > at) return end;
  }
  return at;
}

}  // namespace attest::quantities
