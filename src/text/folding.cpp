// Folding of words beyond ASCII, by ICU: compatibility forms and case by NFKC_Casefold (Unicode Standard,
// chapter 3.13), then canonical decomposition, from which the combining marks are dropped. Letters with a
// stroke have no decomposition, so the few that European names and drug names need are listed here.
#include "text/folding.h"

#include <array>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "text/utf8.h"

namespace attest {

namespace {

struct Normalizers {
  const icu::Normalizer2* fold = nullptr;
  const icu::Normalizer2* decompose = nullptr;
};

// Both are singletons that ICU owns; null when its data are missing, and then words stay as they are.
const Normalizers& normalizers() {
  static const Normalizers instance = [] {
    Normalizers made;
    UErrorCode status = U_ZERO_ERROR;
    made.fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    made.decompose = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status)) made = {};
    return made;
  }();
  return instance;
}

constexpr char32_t kMu = 0x3BC;  // what the micro sign folds to

const char* greek_name(char32_t c) {
  constexpr std::array kNames = {"alpha",   "beta", "gamma", "delta",  "epsilon", "zeta", "eta",
                                 "theta",   "iota", "kappa", "lambda", "mu",      "nu",   "xi",
                                 "omicron", "pi",   "rho",   "sigma",  "sigma",   "tau",  "upsilon",
                                 "phi",     "chi",  "psi",   "omega"};
  return c >= 0x3B1 && c <= 0x3C9 ? kNames[c - 0x3B1] : nullptr;
}

const char* stroke_letter(char32_t c) {
  switch (c) {
    case 0xF8: return "o";    // ø
    case 0xE6: return "ae";   // æ
    case 0x153: return "oe";  // œ
    case 0x142: return "l";   // ł
    case 0x111: return "d";   // đ
    case 0xF0: return "d";    // ð
    case 0xFE: return "th";   // þ
    case 0x127: return "h";   // ħ
    case 0x131: return "i";   // ı
    case 0x167: return "t";   // ŧ
    default: return nullptr;
  }
}

bool is_mark(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
}

// The Greek letters from `at` on; their number decides whether they are symbols or a word.
int32_t greek_run(const icu::UnicodeString& word, int32_t at) {
  int32_t length = 0;
  while (at + length < word.length() && greek_name(word.charAt(at + length)) != nullptr) ++length;
  return length;
}

bool is_latin(const icu::UnicodeString& word, int32_t at) {
  return at < word.length() && word.charAt(at) >= 'a' && word.charAt(at) <= 'z';
}

icu::UnicodeString without_marks(const icu::UnicodeString& decomposed) {
  icu::UnicodeString kept;
  for (int32_t at = 0; at < decomposed.length();) {
    const UChar32 c = decomposed.char32At(at);
    at += U16_LENGTH(c);
    if (!is_mark(static_cast<char32_t>(c)) && is_word_character(static_cast<char32_t>(c))) kept.append(c);
  }
  return kept;
}

}  // namespace

bool is_word_character(char32_t c) {
  constexpr uint32_t kMask = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & kMask) != 0;
}

void append_folded(std::string& out, std::string_view word) {
  const Normalizers& icu = normalizers();
  // ICU counts in int32_t; a "word" of that size is not language.
  constexpr size_t kWordBytesMax = 1u << 20;
  if (icu.fold == nullptr || word.size() > kWordBytesMax) {
    out.append(word);
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  const auto source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  const icu::UnicodeString decomposed = icu.decompose->normalize(icu.fold->normalize(source, status), status);
  if (U_FAILURE(status)) {
    out.append(word);
    return;
  }
  const icu::UnicodeString letters = without_marks(decomposed);
  int32_t greek_left = 0;  // of the run of Greek letters at `at`
  bool greek_word = false;
  for (int32_t at = 0; at < letters.length();) {
    const UChar32 c = letters.char32At(at);
    const auto value = static_cast<char32_t>(c);
    const int32_t here = at;
    at += U16_LENGTH(c);
    if (greek_name(value) != nullptr) {
      if (greek_left == 0) {
        constexpr int32_t kSymbolLettersMax = 2;
        greek_left = greek_run(letters, here);
        greek_word = greek_left > kSymbolLettersMax;
      }
      const bool alone = greek_left == 1 && (here == 0 || greek_name(letters.charAt(here - 1)) == nullptr);
      --greek_left;
      if (greek_word)
        append_character(out, value);
      else if (value == kMu && alone && is_latin(letters, at))
        out += 'u';
      else
        out += greek_name(value);
    } else if (const char* letter = stroke_letter(value)) {
      out += letter;
    } else {
      append_character(out, value);
    }
  }
}

}  // namespace attest
