// Numbers that are no quantities: citations, figures and tables, items of lists, dates, telephone numbers,
// parts of names.
#include <cmath>

#include "quantities/reader.h"

namespace attest::quantities {

namespace {

constexpr double kReferenceNumberMax = 999;

// "[12]", "[3,4]", "[1-3]": the end of a citation that starts at `at`, `at` itself when there is none.
size_t skip_citation(const Reader& reader, size_t at) {
  if (!reader.sign(at, "[")) return at;
  constexpr size_t kCitationMax = 24;
  size_t next = at + 1;
  bool number = false;
  for (; next < at + kCitationMax; ++next) {
    if (reader.at(next).kind == LexemeKind::kNumber) {
      if (!reader.at(next).integer || reader.at(next).spelled) return at;
      number = true;
    } else if (!reader.any_sign(next, {",", "-", ";"})) {
      break;
    }
  }
  return number && reader.sign(next, "]") ? next + 1 : at;
}

// "(28).", "(10,12,13)", and what is glued to a formula: "PaCO(2)".
size_t skip_bracketed_label(const Reader& reader, size_t at) {
  if (!reader.sign(at, "(") || at == 0) return at;
  // "(211)At", "beta-(1,3)-glucan": glued to a name on its right.
  const bool isotope = reader.at(at + 1).kind == LexemeKind::kNumber && reader.sign(at + 2, ")") &&
                       reader.at(at + 3).kind == LexemeKind::kWord && reader.at(at + 3).glued;
  if (isotope) return at + 3;
  const bool hyphen = reader.sign(at - 1, "-") && reader.at(at).glued;
  const bool second = reader.sign(at - 1, ")") && reader.at(at).glued;  // "are present)(1)"
  if (reader.at(at - 1).kind != LexemeKind::kWord && !hyphen && !second) return at;
  constexpr size_t kLabelMax = 16;
  size_t numbers = 0;
  size_t next = at + 1;
  for (; next < at + kLabelMax; ++next) {
    if (reader.at(next).kind == LexemeKind::kNumber) {
      if (!reader.at(next).integer || reader.at(next).value > kReferenceNumberMax) return at;
      ++numbers;
    } else if (!reader.any_sign(next, {",", "-", ";"})) {
      break;
    }
  }
  if (numbers == 0 || !reader.sign(next, ")")) return at;
  constexpr double kOneReferenceMax = 250;  // "second molars (545)." counts
  const bool ends_sentence = reader.sign(next + 1, ".") && reader.at(at + 1).value <= kOneReferenceMax;
  return numbers > 1 || reader.at(at).glued || ends_sentence ? next + 1 : at;
}

// Whether a bracket that was opened before `at` is still open; far back, that it may be.
bool stands_in_brackets(const Reader& reader, size_t at) {
  constexpr size_t kBack = 60;
  int closed = 0;
  for (size_t back = 1; back <= at; ++back) {
    if (back > kBack) return true;
    if (reader.any_sign(at - back, {")", "]"})) ++closed;
    if (reader.any_sign(at - back, {"(", "["}) && closed-- == 0) return true;
  }
  return false;
}

// "1) were at least", "and (2) a relative": the number of an item in a list. Where it ends.
size_t skip_enumerator(const Reader& reader, size_t at) {
  constexpr double kItemsMax = 20;
  const bool open = reader.sign(at, "(");
  const size_t number = open ? at + 1 : at;
  const auto& lexeme = reader.at(number);
  if (lexeme.kind != LexemeKind::kNumber || !lexeme.integer || lexeme.value > kItemsMax) return at;
  if (reader.at(at).spelled || !reader.sign(number + 1, ")")) return at;
  if (reader.at(number + 2).kind != LexemeKind::kWord) return at;
  // "(1) … (2)": its neighbour is there too.
  if (open) {
    constexpr size_t kNearBytes = 600;  // so that a text of nothing but items stays linear
    const size_t from = lexeme.span.start > kNearBytes ? lexeme.span.start - kNearBytes : 0;
    const auto item = [near = reader.text().substr(from, 2 * kNearBytes)](double value) {
      return near.find("(" + std::to_string(static_cast<int>(value)) + ")") != std::string_view::npos;
    };
    if (item(lexeme.value + 1) || (lexeme.value > 1 && item(lexeme.value - 1))) return number + 2;
  }
  if (!open && !stands_in_brackets(reader, at))
    return number + 2;  // "that 1) women were tested": no bracket is open
  const bool announced = at == 0 || reader.any_sign(at - 1, {":", ";", ",", "."}) ||
                         reader.any_word(at - 1, {"and", "or", "by", "were", "are", "into"});
  return announced ? number + 2 : at;
}

// "3." at the end of a sentence's text or before a heading: what remains of a numbered list.
size_t skip_list_number(const Reader& reader, size_t at) {
  const Lexeme& number = reader.at(at);
  constexpr double kItemsMax = 30;
  if (number.kind != LexemeKind::kNumber || !number.integer || number.spelled || number.value > kItemsMax)
    return at;
  if (!reader.sign(at + 1, ".") || !reader.at(at + 1).glued) return at;
  if (at > 0 && reader.sign(at - 1, ".")) return at + 2;
  const bool last = reader.at(at + 2).kind == LexemeKind::kEnd;
  if (at > 0 && reader.any_sign(at - 1, {":", ";"}) &&
      (reader.at(at + 2).kind == LexemeKind::kWord ||
       (last && reader.sign(at - 1, ":") && !(at > 3 && reader.word(at - 4, "number")))))
    return at + 2;
  if (at == 0 && reader.at(at + 2).kind == LexemeKind::kWord) return at + 2;
  // "… in 2 divided doses 3."
  const bool loose =
      at > 0 && (reader.any_sign(at - 1, {")"}) ||
                 (reader.at(at - 1).kind == LexemeKind::kWord && is_plural(reader.at(at - 1).text)));
  return last && loose ? at + 2 : at;
}

// "[References: 39]", "2011;32(22):2781-2789": the end of what counts or places sources.
size_t skip_source(const Reader& reader, size_t at) {
  if (reader.word(at, "references") && reader.sign(at + 1, ":")) return at + 3;
  if (reader.words(at, {"truncated", "at"}) > 0 && reader.word(at + 3, "words")) return at + 4;  // of MEDLINE
  if (reader.word(at, "pmid")) return reader.sign(at + 1, ":") ? at + 3 : at + 2;
  // "(2008) 98, 1614-1618": a volume and its pages behind the year
  if (reader.at(at).kind == LexemeKind::kNumber && at > 2 && reader.sign(at - 1, ")") &&
      reader.is_year(at - 2) && reader.sign(at + 1, ",") && reader.plain_number(at + 2) &&
      reader.sign(at + 3, "-") && reader.plain_number(at + 4))
    return at + 5;
  // "10.1371/journal.pone.0003989": a DOI without its name
  const bool registrant = reader.at(at).kind == LexemeKind::kNumber && !reader.at(at).integer &&
                          reader.at(at).value > 10 && reader.at(at).value < 11 &&
                          reader.at(at).span.size() >= 7;
  if (registrant && reader.sign(at + 1, "/") && reader.at(at + 1).glued && reader.at(at + 2).glued) {
    size_t next = at + 2;
    while (reader.at(next).glued && reader.at(next).kind != LexemeKind::kEnd) ++next;
    return next;
  }
  if (reader.word(at, "doi")) {  // "DOI 10.1007/s10803-015-2693-1"
    size_t next = reader.sign(at + 1, ":") ? at + 2 : at + 1;
    while (reader.at(next + 1).glued && reader.at(next + 1).kind != LexemeKind::kEnd) ++next;
    return next + 1;
  }
  // "46:1656–1668": a volume and its pages.
  if (reader.at(at).kind == LexemeKind::kNumber && reader.sign(at + 1, ":") && reader.at(at + 1).glued &&
      reader.at(at + 2).kind == LexemeKind::kNumber && reader.sign(at + 3, "-") && reader.at(at + 3).glued &&
      reader.at(at + 4).kind == LexemeKind::kNumber)
    return at + 5;
  if (!reader.is_year(at) || !reader.sign(at + 1, ";")) return at;
  if (reader.at(at + 2).kind != LexemeKind::kNumber || !reader.at(at + 2).glued) return at;
  size_t next = at + 3;
  constexpr size_t kPartsMax = 12;
  while (next < at + kPartsMax && reader.at(next).glued &&
         (reader.at(next).kind == LexemeKind::kNumber || reader.any_sign(next, {"(", ")", ":", "-"})))
    ++next;
  return next;
}

// "1-800-860-8747": three numbers and more, glued with hyphens.
size_t skip_telephone(const Reader& reader, size_t at) {
  size_t next = at;
  size_t numbers = 0;
  while (reader.at(next).kind == LexemeKind::kNumber && reader.at(next).integer && !reader.at(next).spelled &&
         (numbers == 0 || reader.at(next).glued)) {
    ++numbers;
    if (!reader.sign(next + 1, "-") || !reader.at(next + 1).glued || !reader.at(next + 2).glued) {
      ++next;
      break;
    }
    next += 2;
  }
  return numbers >= 3 ? next : at;
}

// "18:2(9,11)", "1,25-dihydroxyvitamin", "5,10-methylene", "C-16": formulas.
size_t skip_formula(const Reader& reader, size_t at) {
  // "t(33) = 1.61": degrees of freedom
  if (reader.any_word(at, {"t", "f"}) && reader.sign(at + 1, "(") && reader.at(at + 1).glued &&
      reader.plain_number(at + 2) && reader.sign(at + 3, ")") && reader.any_sign(at + 4, {"=", "<", ">"}))
    return at + 4;
  // "T(1/2)", "t 1/2": a half-life
  if (reader.word(at, "t")) {
    const bool open = reader.sign(at + 1, "(");
    const size_t one = open ? at + 2 : at + 1;
    const bool half = reader.plain_number(one) && reader.at(one).value == 1 && reader.sign(one + 1, "/") &&
                      reader.plain_number(one + 2) && reader.at(one + 2).value == 2;
    if (half && (!open || reader.sign(one + 3, ")"))) return open ? one + 4 : one + 3;
  }
  if (reader.at(at).kind != LexemeKind::kNumber || !reader.at(at).integer) return at;
  const auto glued_number = [&reader](size_t index) {
    return reader.at(index).kind == LexemeKind::kNumber && reader.at(index).glued;
  };
  if (reader.sign(at + 1, ":") && glued_number(at + 2) && reader.sign(at + 3, "(") &&
      reader.at(at + 3).glued) {
    size_t next = at + 4;
    constexpr size_t kFormulaMax = 12;
    while (next < at + kFormulaMax && reader.at(next).kind != LexemeKind::kEnd && !reader.sign(next, ")"))
      ++next;
    return next + 1;
  }
  // "1,25-(OH)2D3", "2,7,8-trimethyl", "4,6,4'-trimethyl"
  size_t position = at;
  constexpr size_t kPositionsMax = 12;
  while (position < at + kPositionsMax && reader.sign(position + 1, ",") && reader.at(position + 1).glued &&
         glued_number(position + 2) && reader.at(position + 2).integer)
    position += 2;
  size_t dash = position + 1;
  if (reader.sign(dash, "?") && reader.at(dash).glued) ++dash;
  constexpr double kPositionMax = 40;
  if (position > at && reader.at(at).value <= kPositionMax && reader.at(position).value <= kPositionMax &&
      reader.sign(dash, "-") && reader.at(dash).glued && reader.at(dash + 1).glued &&
      (reader.sign(dash + 1, "(") ||
       (reader.at(dash + 1).kind == LexemeKind::kWord && !unit_of(reader.at(dash + 1).text))))
    return dash + 1;
  if (reader.sign(at + 1, ",") && reader.at(at + 1).glued && glued_number(at + 2) &&
      reader.sign(at + 3, "-") && reader.at(at + 3).glued && reader.at(at + 4).glued &&
      reader.at(at + 4).kind == LexemeKind::kWord && !unit_of(reader.at(at + 4).text)) {
    return at + 5;
  }
  // "inositol 1:2-cyclic phosphate", "20:3 fatty acid", "25(OH) vitamin D"
  if (reader.sign(at + 1, ":") && reader.at(at + 1).glued && glued_number(at + 2) &&
      ((reader.sign(at + 3, "-") && reader.at(at + 3).glued && reader.at(at + 4).glued &&
        reader.at(at + 4).kind == LexemeKind::kWord) ||
       reader.word(at + 3, "fatty")))
    return at + 4;
  if (reader.sign(at + 1, "(") && reader.at(at + 1).glued && reader.word(at + 2, "oh")) return at + 3;
  // "insulin 30/70", "70/30 insulin": a mixture.
  constexpr double kWhole = 100;
  if (reader.sign(at + 1, "/") && glued_number(at + 2) &&
      reader.at(at).value + reader.at(at + 2).value == kWhole &&
      (reader.word(at + 3, "insulin") || (at > 0 && reader.any_word(at - 1, {"insulin", "mix", "mixture"}))))
    return at + 3;
  // "48,XXYY"
  if (reader.sign(at + 1, ",") && reader.at(at + 1).glued && reader.at(at + 2).glued &&
      reader.at(at + 2).capitals)
    return at + 3;
  return at;
}

bool has_unit_or_noun(const Reader& reader, size_t at) {
  const Lexeme& after = reader.at(at);
  if (reader.any_sign(at, {"%", "/"})) return true;
  if (after.kind != LexemeKind::kWord) return false;
  return unit_of(after.text) || is_sample_noun(after.text);
}

// "20 of 100", "20 out of 100"; with `share` also "20 (20%)".
bool starts_proportion(const Reader& reader, size_t at, bool share) {
  size_t next = at + 1;
  if (share && reader.any_sign(next, {"(", "["})) {
    const auto percent = reader.number(next + 1);
    return percent && percent->percent;
  }
  if (reader.word(next, "out")) ++next;
  if (!reader.word(next, "of")) return false;
  next += reader.any_word(next + 1, {"the", "all", "these"}) ? 2 : 1;
  return reader.plain_number(next) && reader.at(next).integer && !reader.is_year(next) &&
         reader.at(next).value >= reader.at(at).value;
}

// "F 508", "α 1": a letter and a number.
bool is_letter_name(const Reader& reader, size_t at) {
  const Lexeme& word = reader.at(at);
  if (word.kind != LexemeKind::kWord || word.glued || unit_of(word.text)) return false;
  const std::string_view written = word.span.of(reader.text());
  const bool capital =
      written.size() == 1 && word.capitals && word.text != "n" && word.text != "p" && word.text != "a";
  const bool greek = written.size() == 2 && (written[0] == '\xCE' || written[0] == '\xCF');
  return (capital || greek) && reader.at(at + 1).kind == LexemeKind::kNumber && !reader.at(at + 1).spelled;
}

}  // namespace

size_t skip_source_or_item(const Reader& reader, size_t at) {
  for (const auto skip :
       {skip_number_of_name, skip_enumerator, skip_list_number, skip_source, skip_telephone, skip_formula}) {
    if (const size_t end = skip(reader, at); end > at) return end;
  }
  return at;
}

// "Figure 2", "type 2 diabetes", "grades 3 and 4": the end of the label's numbers.
size_t skip_label(const Reader& reader, size_t at) {
  if (const size_t end = skip_citation(reader, at); end > at) return end;
  if (const size_t end = skip_bracketed_label(reader, at); end > at) return end;
  if (reader.at(at).kind != LexemeKind::kWord) return at;
  if (at > 0 && reader.word(at - 1, "age")) return at;  // "the age group 12-15 years"
  const bool letter = is_letter_name(reader, at);
  const bool listed =
      reader.any_word(at, {"arms", "periods", "visits", "cycles", "courses", "questions", "items"}) &&
      reader.any_word(at + 2, {"and", "or"}) && reader.at(at + 3).kind == LexemeKind::kNumber &&
      !has_unit_or_noun(reader, at + 4) && !counted_noun(reader, at + 4);
  if (!letter && !listed && !labels_number(reader.at(at).text)) return at;
  size_t next = at + 1;
  if (reader.any_sign(next, {".", "-"})) ++next;
  if (reader.at(next).kind != LexemeKind::kNumber) return at;
  // "Figure 4.2.b", "section 2.1"
  const bool numbered = reader.any_word(
      at, {"figure", "figures", "fig", "figs", "table", "tables", "section", "chapter", "appendix"});
  if (!reader.at(next).integer) return numbered && !has_unit_or_noun(reader, next + 1) ? next + 1 : at;
  // "levels 6-12 h after": a time
  if (reader.sign(next + 1, "-") && reader.at(next + 2).kind == LexemeKind::kNumber &&
      reader.at(next + 3).kind == LexemeKind::kWord && unit_of(reader.at(next + 3).text))
    return at;
  // "group 12 patients improved" reads badly either way; "levels 2.5" is a value, and so is what has a unit.
  if (has_unit_or_noun(reader, next + 1) && !is_sample_noun(reader.at(next + 1).text)) return at;
  // "in the placebo group 20 of 100", "in the control group 20 (20%)": what happened in the group
  constexpr double kLabelMax = 9;
  if (starts_proportion(reader, next, reader.at(next).value > kLabelMax)) return at;
  // "in a randomised trial 20 patients"
  if (reader.at(next).value > kLabelMax && counted_noun(reader, next + 1)) return at;
  size_t end = next + 1;
  if (letter) return end;
  constexpr int kListMax = 12;
  for (int count = 0; count < kListMax; ++count) {
    size_t more = end;
    if (reader.any_sign(more, {"-", ",", "/"})) ++more;
    if (reader.any_word(more, {"and", "or", "to", "through"})) ++more;
    if (more == end || reader.at(more).kind != LexemeKind::kNumber || !reader.at(more).integer ||
        reader.at(more).spelled || reader.at(more + 1).kind == LexemeKind::kNumber ||
        has_unit_or_noun(reader, more + 1))
      break;
    // "18 in group 1 and 18 in group 2"
    const std::string_view label = reader.at(at).text;
    if (reader.any_word(more + 1, {"in", "to"}) &&
        (reader.word(more + 2, label) || reader.word(more + 3, label)))
      break;
    end = more + 1;
  }
  return end;
}

// "12 March 2014", "March 12, 2014", "March 2014", "1978-79", "the 1980s": dates.
size_t skip_date(const Reader& reader, size_t at) {
  if (reader.at(at).kind == LexemeKind::kWord) {
    if (!is_month_name(reader.at(at).text)) return at;
    if (reader.is_year(at + 1)) return at + 2;
    if (reader.plain_number(at + 1) && reader.sign(at + 2, ",") && reader.is_year(at + 3)) return at + 4;
    // "September 18 through 19, 2000"
    if (reader.plain_number(at + 1) && reader.separates(at + 2, false) && reader.plain_number(at + 3)) {
      if (reader.is_year(at + 4)) return at + 5;
      if (reader.sign(at + 4, ",") && reader.is_year(at + 5)) return at + 6;
    }
    // "March 12": but not "may 12 patients".
    constexpr size_t kDayAfter = 2;
    const bool day = reader.plain_number(at + 1) && reader.at(at + 1).integer &&
                     reader.at(at + 1).value <= 31 && !reader.word(at, "may") && !reader.word(at, "march");
    return day && reader.at(at + kDayAfter).kind != LexemeKind::kWord ? at + kDayAfter : at;
  }
  const bool day = reader.plain_number(at) && reader.at(at).integer && reader.at(at).value <= 31;
  if (day && reader.at(at + 1).kind == LexemeKind::kWord && is_month_name(reader.at(at + 1).text) &&
      reader.is_year(at + 2)) {
    return at + 3;
  }
  if (!reader.is_year(at)) return at;
  if (reader.word(at + 1, "s") && reader.at(at + 1).glued) return at + 2;
  if (!reader.any_sign(at + 1, {"-", "/"}) || !reader.at(at + 1).glued) return at;
  if (reader.at(at + 2).kind != LexemeKind::kNumber || !reader.at(at + 2).integer) return at;
  if (reader.sign(at + 3, "-") && reader.plain_number(at + 4)) return at + 5;
  constexpr size_t kShortYearDigits = 2;
  const bool ends = reader.at(at + 2).span.size() == kShortYearDigits && reader.at(at + 2).glued;
  return ends ? at + 3 : at;
}

}  // namespace attest::quantities
