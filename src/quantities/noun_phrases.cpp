// What a number counts: the noun at the end of the words after it. English puts it there in the plural
// ("27 healthy normal glucose-tolerant humans"), so that the first plural before anything that cannot stand
// inside a noun phrase is the noun; after "one" it is the last word of the phrase.
#include "quantities/reader.h"

namespace attest::quantities {

namespace {

constexpr size_t kWordsMax = 7;

bool is_plural_word(const Reader& reader, size_t at) {
  const Lexeme& word = reader.at(at);
  if (word.kind != LexemeKind::kWord) return false;
  if (is_plural(word.text)) return true;
  // "GPs", "SPCs": capitals and a small "s".
  const std::string_view written = word.span.of(reader.text());
  if (written.size() < 3 || written.back() != 's') return false;
  return written[0] >= 'A' && written[0] <= 'Z' && written[1] >= 'A' && written[1] <= 'Z';
}

bool is_apostrophe(const Reader& reader, size_t at) {
  if (!reader.sign(at, "?") || !reader.at(at).glued) return false;
  const std::string_view sign = reader.at(at).span.of(reader.text());
  return sign == "'" || sign == "\xE2\x80\x99";
}

bool is_roman(const Reader& reader, size_t at) {
  return reader.at(at).capitals && reader.any_word(at, {"i", "ii", "iii", "iv", "v"});
}

// What joins the words of one phrase: "smear-positive", "H. pylori", "Graves's", "and/or".
size_t skip_joint(const Reader& reader, size_t at) {
  if (reader.any_sign(at, {"-", "/"}) && reader.at(at).glued && reader.at(at + 1).glued) return at + 1;
  if (is_apostrophe(reader, at)) {
    const size_t next = at + 1;
    return reader.word(next, "s") && reader.at(next).glued ? next + 1 : next;
  }
  const bool initial = reader.sign(at, ".") && at > 0 && reader.at(at - 1).kind == LexemeKind::kWord &&
                       reader.at(at - 1).span.size() == 1 && reader.at(at - 1).capitals &&
                       reader.at(at + 1).kind == LexemeKind::kWord && !reader.at(at + 1).capitals;
  return initial ? at + 1 : at;
}

// "men and women", "boys or girls": the second noun of the same people.
size_t with_second_noun(const Reader& reader, size_t end) {
  if (reader.sign(end, "/") && reader.at(end).glued && reader.at(end + 1).glued &&
      is_plural_word(reader, end + 1))
    return end + 2;
  const bool joined = reader.any_word(end, {"and", "or"}) && is_sample_noun(reader.at(end - 1).text);
  if (!joined || !is_sample_noun(reader.at(end + 1).text) || !is_plural_word(reader, end + 1)) return end;
  return end + 2;
}

// Whether the phrase goes on behind "and" or a comma: "young Black and White men", "two simple, safe
// methods".
bool goes_on(const Reader& reader, size_t at) {
  constexpr size_t kAhead = 3;
  for (size_t next = at + 1; next <= at + kAhead; ++next) {
    const Lexeme& word = reader.at(next);
    if (word.kind != LexemeKind::kWord || ends_noun_phrase(word.text)) return false;
    if (is_plural_word(reader, next)) return is_sample_noun(word.text) || next > at + 1;
    if (reader.sign(next + 1, "-") && reader.at(next + 1).glued && reader.at(next + 2).glued)
      ++next;  // "young and middle-aged patients"
  }
  return false;
}

}  // namespace

std::optional<CountedNoun> counted_noun(const Reader& reader, size_t at) {
  size_t next = reader.word(at, "such") ? at + 1 : at;  // "72 such patients"
  bool hyphenated = false;
  for (size_t words = 0; words < kWordsMax; ++words) {
    if (words > 0) {
      const size_t joint = skip_joint(reader, next);
      hyphenated = joint > next && reader.sign(next, "-");
      next = joint;
      if ((reader.any_word(next, {"and", "or", "but"}) || reader.sign(next, ",")) && goes_on(reader, next))
        ++next;
    }
    // "14 normal (nMHS) swine"
    if (words > 0 && reader.sign(next, "(") && reader.at(next + 1).kind == LexemeKind::kWord &&
        reader.sign(next + 2, ")") && reader.at(next + 3).kind == LexemeKind::kWord)
      next += 3;
    // "12 untreated stage 1-2 hypertensive patients"
    if (words > 0 && labels_number(reader.at(next - 1).text) && reader.at(next).kind == LexemeKind::kNumber) {
      ++next;
      if (reader.any_sign(next, {"-", "/"}) && reader.at(next + 1).kind == LexemeKind::kNumber) next += 2;
    }
    // "sixty ASA class I or II boys"
    if (words > 0 && is_roman(reader, next) &&
        (labels_number(reader.at(next - 1).text) || reader.word(next - 1, "status"))) {
      ++next;
      const bool more = reader.any_word(next, {"or", "and", "to"}) || reader.any_sign(next, {"-", "/"});
      if (more && is_roman(reader, next + 1)) next += 2;
    }
    const Lexeme& word = reader.at(next);
    if (word.kind != LexemeKind::kWord || (word.glued && words == 0)) return std::nullopt;
    const bool particle = hyphenated || (reader.sign(next + 1, "-") && reader.at(next + 1).glued);
    if (ends_noun_phrase(word.text) && !particle) return std::nullopt;
    const auto unit = unit_of(word.text);
    // "24 MS patients": in capitals it is the name of a disease.
    const bool initial = word.capitals || word.text == "second";
    const bool visits = reader.any_word(at, {"different", "separate"});  // "on two different days"
    if (unit && unit->unit_class == UnitClass::kTime && !particle && !initial && !visits) return std::nullopt;
    // "three sports-related injuries", "two patients' records": the noun is still to come.
    const bool modifies = (reader.sign(next + 1, "-") && reader.at(next + 1).glued) ||
                          (is_apostrophe(reader, next + 1) && reader.at(next + 2).kind == LexemeKind::kWord &&
                           !ends_noun_phrase(reader.at(next + 2).text));
    if (is_plural_word(reader, next) && !modifies) {
      const size_t end = with_second_noun(reader, next + 1);
      return CountedNoun{next, end, is_sample_noun(word.text)};
    }
    ++next;
  }
  return std::nullopt;
}

std::optional<CountedNoun> single_noun(const Reader& reader, size_t at) {
  constexpr size_t kSingleWordsMax = 4;
  size_t next = at;
  size_t words = 0;
  while (words < kSingleWordsMax) {
    if (next > at) next = skip_joint(reader, next);
    const Lexeme& word = reader.at(next);
    const bool compound = (reader.sign(next + 1, "-") && reader.at(next + 1).glued) ||
                          (next > at && reader.sign(next - 1, "-") && word.glued);
    if (word.kind != LexemeKind::kWord || (ends_noun_phrase(word.text) && !compound)) break;
    ++next;
    if (!(reader.sign(next, "-") && reader.at(next).glued)) ++words;
    if (is_sample_noun(word.text) && !is_apostrophe(reader, next)) break;
  }
  if (words == 0 || reader.at(next).kind == LexemeKind::kNumber) return std::nullopt;
  if (reader.at(next).kind == LexemeKind::kWord && !ends_noun_phrase(reader.at(next).text) &&
      !is_sample_noun(reader.at(next - 1).text))
    return std::nullopt;
  // "one chromosome fertilized an egg"
  const std::string_view last = reader.at(next - 1).text;
  const std::string_view ending = last.size() > 3 ? last.substr(last.size() - 2) : std::string_view{};
  if (words > 1 && (ending == "ed" || ending == "ly")) --next;  // "one admission directly"
  return CountedNoun{next - 1, next, is_sample_noun(reader.at(next - 1).text)};
}

}  // namespace attest::quantities
