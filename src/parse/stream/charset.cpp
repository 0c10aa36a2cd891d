#include "parse/stream/charset.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <gumbo.h>
#include <unicode/ucnv.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include "base/ascii.h"

namespace attest {

namespace {

constexpr size_t kPrescanBytes = 4096;

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return nullptr;
  return converter;
}

// Through UTF-16; nothing when the encoding is unknown. `exact`: nothing either when a byte cannot be read.
Result<std::string> convert(std::string_view bytes, const std::string& encoding, bool exact) {
  const Converter converter = open_converter(encoding);
  if (!converter) return fail(ErrorCode::kInput, fmt::format("unknown encoding \"{}\"", encoding));
  UErrorCode status = U_ZERO_ERROR;
  if (exact) {
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }
  std::u16string wide;
  wide.resize(bytes.size() + 16);
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  size_t used = 0;
  for (;;) {
    UChar* target = wide.data() + used;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, wide.data() + wide.size(), &source, source_end, nullptr, true,
                   &status);
    used = static_cast<size_t>(target - wide.data());
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
    wide.resize(wide.size() * 2);
  }
  if (U_FAILURE(status)) return fail(ErrorCode::kInput, fmt::format("the text is not {}", encoding));
  std::string out(used * 3, '\0');
  int32_t length = 0;
  status = U_ZERO_ERROR;
  u_strToUTF8WithSub(out.data(), static_cast<int32_t>(out.size()), &length, wide.data(),
                     static_cast<int32_t>(used), 0xFFFD, nullptr, &status);
  if (U_FAILURE(status)) return fail(ErrorCode::kInput, "the text cannot be turned into UTF-8");
  out.resize(static_cast<size_t>(length));
  return out;
}

std::string_view trim_declared(std::string_view name) {
  const size_t from = name.find_first_not_of(" \t\"'");
  if (from == std::string_view::npos) return {};
  return name.substr(from, name.find_last_not_of(" \t\"'") + 1 - from);
}

// The HTML standard reads what is declared as Latin 1 or ASCII as windows-1252.
std::string web_encoding(std::string_view declared) {
  std::string name = lower_ascii(declared);
  for (const char* latin : {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso8859-1", "l1"}) {
    if (name == latin) return "windows-1252";
  }
  return name;
}

std::string_view guessed_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 256);
  if (head.size() < 8) return {};
  size_t even = 0;
  size_t odd = 0;
  for (size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  if (odd * 10 >= head.size() * 4 && even == 0) return "UTF-16LE";
  if (even * 10 >= head.size() * 4 && odd == 0) return "UTF-16BE";
  return {};
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  const auto length = static_cast<int64_t>(bytes.size());
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  for (int64_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(data, at, length, c);
    if (c < 0) return false;
  }
  return true;
}

Result<std::string> decode_text(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return std::string(bytes.substr(3));
  // The four-byte mark first: its first half is the two-byte one.
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)))
    return convert(bytes.substr(4), "UTF-32LE", false);
  if (bytes.starts_with("\xFF\xFE")) return convert(bytes.substr(2), "UTF-16LE", false);
  if (bytes.starts_with("\xFE\xFF")) return convert(bytes.substr(2), "UTF-16BE", false);
  const std::string encoding = web_encoding(trim_declared(declared));
  const bool valid = is_valid_utf8(bytes);
  if (valid && bytes.find('\0') == std::string_view::npos &&
      (encoding.empty() || encoding == "utf-8" || encoding == "utf8" || encoding.starts_with("utf-16"))) {
    return std::string(bytes);
  }
  if (!encoding.empty() && encoding != "utf-8" && encoding != "utf8") {
    if (auto text = convert(bytes, encoding, true)) return text;
  }
  if (const std::string_view wide = guessed_utf16(bytes); !wide.empty()) {
    return convert(bytes, std::string(wide), false);
  }
  if (valid) return std::string(bytes);
  return convert(bytes, "windows-1252", false);
}

std::string declared_html_charset(std::string_view bytes) {
  const std::string head = lower_ascii(bytes.substr(0, kPrescanBytes));
  for (size_t meta = head.find("<meta"); meta != std::string::npos; meta = head.find("<meta", meta + 5)) {
    const size_t end = std::min(head.find('>', meta), head.size());
    size_t at = head.find("charset", meta);
    if (at == std::string::npos || at >= end) continue;
    at += 7;
    while (at < end && (head[at] == ' ' || head[at] == '=' || head[at] == '"' || head[at] == '\'')) ++at;
    const size_t stop = head.find_first_of(" \"';/>\t\n", at);
    return head.substr(at, std::min(stop, end) - at);
  }
  return {};
}

bool single_byte_table(const char* name, int (&table)[256]) {
  const Converter converter = open_converter(name);
  if (!converter || ucnv_getMaxCharSize(converter.get()) != 1) return false;
  for (int value = 0; value < 256; ++value) {
    const char byte = static_cast<char>(value);
    const char* source = &byte;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_reset(converter.get());
    const UChar32 c = ucnv_getNextUChar(converter.get(), &source, source + 1, &status);
    table[value] = U_FAILURE(status) || c == 0xFFFD ? -1 : static_cast<int>(c);
  }
  return true;
}

std::string named_character(std::string_view name) {
  constexpr size_t kNameBytesMax = 40;
  if (name.empty() || name.size() > kNameBytesMax) return {};
  for (const char c : name) {
    if (!is_letter_or_digit(c)) return {};
  }
  // The HTML parser holds the table of names already.
  const std::string reference = fmt::format("<p>&{};", name);
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_BODY;
  GumboOutput* output = gumbo_parse_with_options(&options, reference.data(), reference.size());
  if (output == nullptr) return {};
  std::string value;
  const GumboVector& top = output->root->v.element.children;
  if (top.length == 1) {
    const auto* paragraph = static_cast<const GumboNode*>(top.data[0]);
    if (paragraph->type == GUMBO_NODE_ELEMENT && paragraph->v.element.children.length == 1) {
      const auto* text = static_cast<const GumboNode*>(paragraph->v.element.children.data[0]);
      if (text->type == GUMBO_NODE_TEXT || text->type == GUMBO_NODE_WHITESPACE) value = text->v.text.text;
    }
  }
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  if (value.starts_with('&') && value.size() > 1) return {};
  return value;
}

std::string numeric_character(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, hexadecimal ? 16 : 10);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF)) return {};
  std::array<char, 4> bytes{};
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, static_cast<UChar32>(number));
  return std::string(bytes.data(), static_cast<size_t>(length));
}

std::string medline_language(std::string_view tag) {
  // ISO 639-2 has two codes for these; MEDLINE uses the bibliographic one.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kBibliographic = {{
      {"sqi", "alb"}, {"hye", "arm"}, {"eus", "baq"}, {"mya", "bur"}, {"zho", "chi"},
      {"ces", "cze"}, {"nld", "dut"}, {"fra", "fre"}, {"kat", "geo"}, {"deu", "ger"},
      {"ell", "gre"}, {"isl", "ice"}, {"mkd", "mac"}, {"mri", "mao"}, {"msa", "may"},
      {"fas", "per"}, {"ron", "rum"}, {"slk", "slo"}, {"bod", "tib"}, {"cym", "wel"},
  }};
  std::string name = lower_ascii(tag.substr(0, 35));
  if (name.empty()) return {};
  if (name == "english") return "eng";
  if (name == "spanish") return "spa";
  std::string code = uloc_getISO3Language(name.c_str());
  for (const auto& [terminology, bibliographic] : kBibliographic) {
    if (code == terminology) return std::string(bibliographic);
    if (name == bibliographic) return name;
  }
  return code;
}

}  // namespace attest
