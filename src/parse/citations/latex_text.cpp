// LaTeX accents and symbols: a table of accents as combining characters, composed by Unicode normalisation
// (ICU), and a table of named letters (The Comprehensive LaTeX Symbol List,
// https://ctan.org/pkg/comprehensive).
#include "parse/citations/latex_text.h"

#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "base/ascii.h"

namespace attest {

namespace {

// The command and the combining character it puts on its argument.
constexpr std::pair<std::string_view, std::string_view> kAccents[] = {
    {"`", "\u0300"}, {"'", "\u0301"}, {"^", "\u0302"},  {"~", "\u0303"}, {"=", "\u0304"},
    {"u", "\u0306"}, {".", "\u0307"}, {"\"", "\u0308"}, {"r", "\u030A"}, {"H", "\u030B"},
    {"v", "\u030C"}, {"d", "\u0323"}, {"c", "\u0327"},  {"k", "\u0328"}, {"b", "\u0331"}};

constexpr std::pair<std::string_view, std::string_view> kNamed[] = {{"ss", "ß"},
                                                                    {"ae", "æ"},
                                                                    {"AE", "Æ"},
                                                                    {"oe", "œ"},
                                                                    {"OE", "Œ"},
                                                                    {"aa", "å"},
                                                                    {"AA", "Å"},
                                                                    {"o", "ø"},
                                                                    {"O", "Ø"},
                                                                    {"l", "ł"},
                                                                    {"L", "Ł"},
                                                                    {"i", "ı"},
                                                                    {"j", "ȷ"},
                                                                    {"dh", "ð"},
                                                                    {"DH", "Ð"},
                                                                    {"th", "þ"},
                                                                    {"TH", "Þ"},
                                                                    {"dj", "đ"},
                                                                    {"DJ", "Đ"},
                                                                    {"ng", "ŋ"},
                                                                    {"alpha", "α"},
                                                                    {"beta", "β"},
                                                                    {"gamma", "γ"},
                                                                    {"delta", "δ"},
                                                                    {"epsilon", "ε"},
                                                                    {"kappa", "κ"},
                                                                    {"lambda", "λ"},
                                                                    {"mu", "μ"},
                                                                    {"pi", "π"},
                                                                    {"rho", "ρ"},
                                                                    {"sigma", "σ"},
                                                                    {"tau", "τ"},
                                                                    {"phi", "φ"},
                                                                    {"chi", "χ"},
                                                                    {"psi", "ψ"},
                                                                    {"omega", "ω"},
                                                                    {"theta", "θ"},
                                                                    {"eta", "η"},
                                                                    {"zeta", "ζ"},
                                                                    {"Delta", "Δ"},
                                                                    {"Omega", "Ω"},
                                                                    {"pm", "±"},
                                                                    {"times", "×"},
                                                                    {"leq", "≤"},
                                                                    {"le", "≤"},
                                                                    {"geq", "≥"},
                                                                    {"ge", "≥"},
                                                                    {"neq", "≠"},
                                                                    {"approx", "≈"},
                                                                    {"sim", "~"},
                                                                    {"infty", "∞"},
                                                                    {"degree", "°"},
                                                                    {"textdegree", "°"},
                                                                    {"circ", "°"},
                                                                    {"textquoteright", "’"},
                                                                    {"textquoteleft", "‘"},
                                                                    {"textquotedblleft", "“"},
                                                                    {"textquotedblright", "”"},
                                                                    {"textendash", "–"},
                                                                    {"textemdash", "—"},
                                                                    {"ldots", "…"},
                                                                    {"dots", "…"},
                                                                    {"textregistered", "®"},
                                                                    {"texttrademark", "™"},
                                                                    {"copyright", "©"},
                                                                    {"S", "§"},
                                                                    {"textmu", "μ"},
                                                                    {"textbackslash", "\\"},
                                                                    {"textless", "<"},
                                                                    {"textgreater", ">"},
                                                                    {"textasciitilde", "~"},
                                                                    {"textunderscore", "_"},
                                                                    {"cdot", "·"}};

template <size_t size>
std::string_view look_up(const std::pair<std::string_view, std::string_view> (&table)[size],
                         std::string_view name) {
  for (const auto& [key, value] : table) {
    if (key == name) return value;
  }
  return {};
}

// One character of UTF-8 at the start of `text`.
std::string_view first_character(std::string_view text) {
  size_t size = text.empty() ? 0 : 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
  return text.substr(0, size);
}

class Translator {
 public:
  explicit Translator(std::string_view latex) : rest_(latex) {}

  std::string translate() {
    while (!rest_.empty()) step();
    return composed(out_);
  }

 private:
  void step() {
    const char c = rest_.front();
    if (c == '\\' && rest_.size() > 1) {
      command();
    } else if (c == '{' || c == '}' || c == '$') {
      rest_.remove_prefix(1);
    } else if (c == '~') {
      out_ += ' ';
      rest_.remove_prefix(1);
    } else if (rest_.starts_with("---")) {
      out_ += "—";
      rest_.remove_prefix(3);
    } else if (rest_.starts_with("--")) {
      out_ += "–";
      rest_.remove_prefix(2);
    } else if (rest_.starts_with("``") || rest_.starts_with("''")) {
      out_ += c == '`' ? "“" : "”";
      rest_.remove_prefix(2);
    } else {
      out_ += c;
      rest_.remove_prefix(1);
    }
  }

  void command() {
    rest_.remove_prefix(1);
    size_t size = 1;
    if (is_letter(rest_.front())) {
      while (size < rest_.size() && is_letter(rest_[size])) ++size;
    }
    const std::string_view name = rest_.substr(0, size);
    rest_.remove_prefix(size);
    if (const std::string_view accent = look_up(kAccents, name); !accent.empty()) {
      accented(accent);
      return;
    }
    if (const std::string_view text = look_up(kNamed, name); !text.empty()) {
      out_ += text;
      if (is_letter(name.front()) && rest_.starts_with(' '))
        rest_.remove_prefix(1);  // the space ends the name
      return;
    }
    if (!is_letter(name.front())) out_ += name == "\\" ? " " : name;  // \& \% \_ \{ and line breaks
  }

  // The base letter is the next character, in braces or not, perhaps \i or \j.
  void accented(std::string_view accent) {
    size_t skip = 0;
    while (skip < rest_.size() && (rest_[skip] == ' ' || rest_[skip] == '{')) ++skip;
    const std::string_view base = rest_.substr(skip);
    if (base.starts_with("\\i") || base.starts_with("\\j")) {
      out_ += base[1];
      rest_ = base.substr(2);
    } else if (base.empty() || base.front() == '\\' || base.front() == '}') {
      rest_ = base;
      return;
    } else {
      const std::string_view letter = first_character(base);
      out_ += letter;
      rest_ = base.substr(letter.size());
    }
    out_ += accent;
  }

  static std::string composed(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return text;
    const icu::UnicodeString result = normalizer->normalize(icu::UnicodeString::fromUTF8(text), status);
    if (U_FAILURE(status)) return text;
    std::string utf8;
    result.toUTF8String(utf8);
    return utf8;
  }

  std::string_view rest_;
  std::string out_;
};

}  // namespace

std::string latex_to_text(std::string_view latex) {
  if (latex.find_first_of("\\{}$~-`'") == std::string_view::npos) return std::string(latex);
  return Translator(latex).translate();
}

}  // namespace attest
