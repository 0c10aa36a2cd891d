#include "quantities/lexemes.h"

#include <charconv>

#include <unicode/uchar.h>

#include "base/ascii.h"
#include "quantities/units.h"
#include "quantities/vocabulary.h"
#include "text/spaced_numbers.h"
#include "text/utf8.h"

namespace attest::quantities {

namespace {

constexpr char32_t kMiddleDot = 0xB7;

// The sign that a character stands for, "" for white space, "?" for what has no meaning here.
std::string_view sign_of(char32_t c) {
  switch (c) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE63:
    case 0xFF0D:
    case 0x207B: return "-";
    case 0xB1: return "+-";
    case 0x2264:
    case 0x2A7D:
    case 0x2266: return "<=";
    case 0x2265:
    case 0x2A7E:
    case 0x2267: return ">=";
    case 0x2248:
    case 0x223C:
    case 0x2243:
    case 0x2245: return "~";
    case 0xD7: return "x";
    case 0xFF05: return "%";
    case 0xFF1D: return "=";
    case 0xFF1C: return "<";
    case 0xFF1E: return ">";
    case 0xFF08: return "(";
    case 0xFF09: return ")";
    case 0xFF0C: return ",";
    case 0x2044:
    case 0x2215: return "/";
    default: break;
  }
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B || c == 0xFEFF ? "" : "?";
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Lexeme> read() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_digit(c) || (c == '.' && starts_decimal()))
        number();
      else if (is_letter(c))
        word();
      else if (is_ascii(c))
        ascii_sign();
      else
        other();
    }
    const auto end = static_cast<uint32_t>(text_.size());
    constexpr int kEndLexemes = 3;
    for (int i = 0; i < kEndLexemes; ++i) {
      Lexeme& lexeme = lexemes_.emplace_back();
      lexeme.span = {end, end};
    }
    return std::move(lexemes_);
  }

 private:
  char peek(size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  char before() const { return at_ > 0 ? text_[at_ - 1] : '\0'; }

  // ".05" where no number or word stands before it.
  bool starts_decimal() const {
    return is_digit(peek(1)) && !is_digit(before()) && !is_letter(before()) && before() != ')' &&
           before() != ']';
  }

  Lexeme& add(LexemeKind kind, size_t start) {
    Lexeme lexeme;
    lexeme.kind = kind;
    lexeme.span = {static_cast<uint32_t>(start), static_cast<uint32_t>(at_)};
    lexeme.glued = !lexemes_.empty() && lexemes_.back().span.end == start;
    return lexemes_.emplace_back(std::move(lexeme));
  }

  void sign(std::string_view text, size_t size) {
    const size_t start = at_;
    at_ += size;
    add(LexemeKind::kSign, start).text = text;
  }

  void ascii_sign() {
    const char c = text_[at_];
    if (c == '\n') return sign("\n", 1);
    if (static_cast<uint8_t>(c) <= ' ' || c == 0x7F) {
      ++at_;
      return;
    }
    if (c == '+' && peek(1) == '/' && peek(2) == '-') return sign("+-", 3);
    if (c == '+' && peek(1) == '-') return sign("+-", 2);
    if ((c == '<' || c == '>') && peek(1) == '=') return sign(c == '<' ? "<=" : ">=", 2);
    constexpr std::string_view kSigns = "()[],;:=<>~/%-+.^";
    const size_t found = kSigns.find(c);
    sign(found == kSigns.npos ? std::string_view("?") : kSigns.substr(found, 1), 1);
  }

  void other() {
    const DecodedCharacter character = decode_character(text_, at_);
    constexpr char32_t kMicro = 0xB5, kMu = 0x3BC;
    if (character.value == kMicro || character.value == kMu) return word();
    if (character.valid && u_isalpha(static_cast<UChar32>(character.value))) return word();
    const std::string_view meaning = sign_of(character.value);
    if (meaning.empty())
      at_ += character.size;
    else
      sign(meaning, character.size);
  }

  void digits(std::string& into) {
    while (at_ < text_.size() && is_digit(text_[at_])) into.push_back(text_[at_++]);
  }

  // The size of a separator of thousands at the current place: "," or a thin or no-break space, with exactly
  // three digits after it.
  size_t thousands_separator() const {
    size_t size = 0;
    if (peek(0) == ',') {
      size = 1;
    } else if (at_ < text_.size() && !is_ascii(text_[at_])) {
      const DecodedCharacter character = decode_character(text_, at_);
      if (character.value == 0x2009 || character.value == 0x202F || character.value == 0xA0)
        size = character.size;
    }
    if (size == 0) return 0;
    const bool three = is_digit(peek(size)) && is_digit(peek(size + 1)) && is_digit(peek(size + 2));
    return three && !is_digit(peek(size + 3)) ? size : 0;
  }

  size_t decimal_point() const {
    if (peek(0) == '.') return is_digit(peek(1)) ? 1 : 0;
    if (at_ >= text_.size() || is_ascii(text_[at_])) return 0;
    const DecodedCharacter character = decode_character(text_, at_);
    return character.value == kMiddleDot && is_digit(peek(character.size)) ? character.size : 0;
  }

  // "0,05": as half of Europe writes it. "0,1,2" is a list.
  bool decimal_comma() const {
    if (peek(0) != ',' || !is_digit(peek(1))) return false;
    size_t ahead = 1;
    while (is_digit(peek(ahead))) ++ahead;
    const bool list = (peek(ahead) == ',' || peek(ahead) == '-') && is_digit(peek(ahead + 1));
    const bool more = peek(ahead) == '.' && is_digit(peek(ahead + 1));
    return !list && !more;
  }

  void number() {
    const size_t start = at_;
    std::string literal;
    digits(literal);
    bool grouped = false;
    constexpr size_t kLeadingDigitsMax = 3;
    if (!literal.empty() && literal.size() <= kLeadingDigitsMax && literal[0] != '0') {
      while (const size_t separator = thousands_separator()) {
        at_ += separator;
        digits(literal);
        grouped = true;
      }
      const size_t end = grouped ? at_ : spaced_thousands_end(text_, start, at_);
      for (; at_ < end; ++at_) {
        if (is_digit(text_[at_])) literal.push_back(text_[at_]);
        grouped = true;
      }
    }
    bool integer = true;
    if (const size_t point = literal == "0" && decimal_comma() ? 1 : decimal_point()) {
      integer = false;
      at_ += point;
      literal += '.';
      digits(literal);
    } else if (peek(0) == '.' && peek(1) == ' ' && is_digit(peek(2)) &&
               (literal == "0" || is_spaced_decimal(text_, at_))) {
      integer = false;  // "p < 0. 05", "59. 2%": a space that does not belong there
      at_ += 2;
      literal += '.';
      digits(literal);
    }
    Lexeme& lexeme = add(LexemeKind::kNumber, start);
    lexeme.integer = integer;
    lexeme.grouped = grouped;
    const auto result = std::from_chars(literal.data(), literal.data() + literal.size(), lexeme.value);
    // "1.2.3", "192.0.2.1": a version or an address.
    const bool version = !integer && peek(0) == '.' && is_digit(peek(1));
    // "5'-deiodinase", "the 3′ end"
    const bool primed = peek(0) == '\'' || text_.substr(at_, 3) == "\xE2\x80\xB2";
    // "by 50%.7 Others": a raised number of a reference behind the full stop
    const bool reference =
        text_[start] == '.' && start > 0 && (text_[start - 1] == '%' || text_[start - 1] == ')');
    lexeme.name = result.ec != std::errc() || version || primed || reference || part_of_name();
    if (version) {
      while (peek(0) == '.' && is_digit(peek(1))) {
        std::string rest;
        ++at_;
        digits(rest);
      }
      lexeme.span.end = static_cast<uint32_t>(at_);
    }
  }

  // "IL-6", "COVID-19", "type-2": a hyphen glues the number to a word that is no number word.
  bool part_of_name() const {
    const size_t count = lexemes_.size();
    if (count < 2) return false;
    const Lexeme& number = lexemes_[count - 1];
    const Lexeme& previous = lexemes_[count - 2];
    if (!number.glued) return false;
    if (previous.kind == LexemeKind::kNumber) return true;  // "1.2" after "3" without space: damaged
    // "(REALM) tool)35", "controls]12": a raised number of a reference.
    if ((previous.text == ")" || previous.text == "]") && number.integer) return true;
    if (count < 3 || !previous.glued) return false;
    // "interleukin (IL)-6"
    if (previous.text == "-" && lexemes_[count - 3].text == ")" && count > 3 &&
        lexemes_[count - 4].kind == LexemeKind::kWord)
      return true;
    const Lexeme& word = lexemes_[count - 3];
    // "t1/2"
    if (previous.text == "/" && word.kind == LexemeKind::kNumber && word.name) return true;  // "HPV-16/18"
    if (previous.text == "/" && word.kind == LexemeKind::kWord) {
      return number.integer && word.text.find_first_of("0123456789") != word.text.npos;
    }
    if (previous.text == "," && word.kind == LexemeKind::kNumber) return word.name;  // "tool)35,35"
    // "usual care,34 performed", "care.14 Therefore": a raised number of a reference.
    constexpr size_t kWordBytesMin = 3;
    if (previous.text == "." || previous.text == ",") {
      const bool heading = previous.text == ".";  // "gender.4.3."
      // "et al,13", "inside MC.4": short words that are no name of an estimate.
      const bool short_word =
          word.text == "al" || (word.capitals && word.span.size() > 1 && !names_estimate(word.text));
      return word.kind == LexemeKind::kWord && (number.integer || heading) &&
             (word.span.size() >= kWordBytesMin || short_word);
    }
    if (previous.text != "-") return false;
    if (word.kind == LexemeKind::kNumber) return word.name;
    if (word.kind != LexemeKind::kWord) return false;
    // "P-450", "H-1": a letter and a whole number; "p-0.05" is a probability.
    if (word.capitals && word.span.size() == 1 && number.integer) return true;
    return word.text != "p" && !unit_of(word.text) && !is_number_word(word.text);
  }

  static bool names_estimate(std::string_view word) {
    return word == "ci" || word == "or" || word == "rr" || word == "hr" || word == "pr" || word == "md";
  }

  // Whether the digits from here on go on with a decimal point and more digits.
  bool has_decimals() const {
    size_t ahead = 0;
    while (is_digit(peek(ahead))) ++ahead;
    return peek(ahead) == '.' && is_digit(peek(ahead + 1));
  }

  // Whether a number word starts here right behind a heading that lost its space.
  bool begins_glued_number(size_t start) const {
    constexpr size_t kHeadingMin = 4;
    if (at_ < start + kHeadingMin || !is_lower(before())) return false;
    std::string rest;
    constexpr size_t kLettersMax = 12;
    for (size_t ahead = 0; ahead <= kLettersMax && is_letter(peek(ahead)); ++ahead) {
      if (ahead > 0 && !is_lower(peek(ahead))) return false;
      rest.push_back(to_lower(peek(ahead)));
    }
    return is_number_word(rest);
  }

  void word() {
    const size_t start = at_;
    std::string lowered;
    bool capitals = true;
    bool dotted = false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_upper(c) && begins_glued_number(start)) break;  // "MethodsNineteen volunteers"
      if (is_letter(c)) {
        capitals = capitals && is_upper(c);
        lowered.push_back(to_lower(c));
        // "b.i.d.": single letters with full stops between.
        if (peek(1) == '.' && is_letter(peek(2)) && !is_letter(peek(3)) && (lowered.size() == 1 || dotted)) {
          dotted = true;
          at_ += 2;
          continue;
        }
        ++at_;
      } else if (is_digit(c) && capitals && names_estimate(lowered) && has_decimals()) {
        break;  // "95%CI0.74-0.93", "PR0.90"
      } else if (is_digit(c) && lowered == "x" && !lexemes_.empty() &&
                 lexemes_.back().kind == LexemeKind::kNumber && lexemes_.back().span.end == start) {
        break;  // "6.3x10(-7)", "4x4 cm"
      } else if (is_digit(c)) {
        // A letter, then digits: "HbA1c", "T4". A unit's exponent ("m2") too.
        lowered.push_back(c);
        ++at_;
      } else if (!is_ascii(c)) {
        const DecodedCharacter character = decode_character(text_, at_);
        constexpr char32_t kMicro = 0xB5, kMu = 0x3BC;
        if (character.value == kMicro || character.value == kMu) {
          lowered.push_back('u');
        } else if (character.valid &&
                   (u_isalnum(static_cast<UChar32>(character.value)) ||
                    u_charType(static_cast<UChar32>(character.value)) == U_NON_SPACING_MARK)) {
          lowered.append(text_.substr(at_, character.size));
        } else {
          break;
        }
        capitals = false;
        at_ += character.size;
      } else {
        break;
      }
    }
    const size_t count = lexemes_.size();
    // "3H" is tritium, not three hours; "10L" and "5U" are amounts.
    const bool symbol = lowered.size() == 1 && capitals && lowered != "l" && lowered != "u";
    if (count > 0 && lexemes_[count - 1].kind == LexemeKind::kNumber &&
        lexemes_[count - 1].span.end == start && (symbol || !unit_of(lowered)) && lowered != "x") {
      lexemes_[count - 1].name = true;  // "5HT", "3rd", "2D"
    }
    Lexeme& lexeme = add(LexemeKind::kWord, start);
    lexeme.text = std::move(lowered);
    lexeme.capitals = capitals;
  }

  std::string_view text_;
  size_t at_ = 0;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> read_lexemes(std::string_view text) {
  std::vector<Lexeme> lexemes = Lexer(text).read();
  merge_number_words(lexemes);
  return lexemes;
}

}  // namespace attest::quantities
