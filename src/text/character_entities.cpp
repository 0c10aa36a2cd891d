// Named and numeric character references as in HTML, section "Named character references"
// (https://html.spec.whatwg.org/multipage/named-characters.html); those with a semicolon only, because
// without one "AT&T" and "R&D" would be read too. "&amp;lt;" was escaped twice, and is read twice.
#include "text/character_entities.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace attest {
namespace {

constexpr auto kNamed = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"lt", "<"},     {"gt", ">"},     {"amp", "&"},    {"quot", "\""},  {"apos", "'"},   {"nbsp", " "},
     {"le", "≤"},     {"ge", "≥"},     {"plusmn", "±"}, {"times", "×"},  {"deg", "°"},    {"micro", "µ"},
     {"alpha", "α"},  {"beta", "β"},   {"gamma", "γ"},  {"delta", "δ"},  {"kappa", "κ"},  {"mu", "μ"},
     {"ndash", "–"},  {"mdash", "—"},  {"lsquo", "‘"},  {"rsquo", "’"},  {"ldquo", "“"},  {"rdquo", "”"},
     {"hellip", "…"}, {"ne", "≠"},     {"reg", "®"},    {"trade", "™"},  {"middot", "·"}, {"bull", "•"},
     {"frac12", "½"}, {"frac14", "¼"}, {"eacute", "é"}, {"egrave", "è"}, {"ouml", "ö"},   {"uuml", "ü"}});

std::string utf8_of(uint32_t point) {
  std::string bytes;
  const auto add = [&](uint32_t byte) { bytes += static_cast<char>(byte); };
  if (point < 0x80) {
    add(point);
  } else if (point < 0x800) {
    add(0xC0 | (point >> 6));
    add(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    add(0xE0 | (point >> 12));
    add(0x80 | ((point >> 6) & 0x3F));
    add(0x80 | (point & 0x3F));
  } else {
    add(0xF0 | (point >> 18));
    add(0x80 | ((point >> 12) & 0x3F));
    add(0x80 | ((point >> 6) & 0x3F));
    add(0x80 | (point & 0x3F));
  }
  return bytes;
}

std::optional<std::string> numbered(std::string_view name) {
  const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  name.remove_prefix(hex ? 2 : 1);
  uint32_t point = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), point, hex ? 16 : 10);
  constexpr uint32_t kLast = 0x10FFFF;
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (error != std::errc() || end != name.data() + name.size() || point == 0 || point > kLast || surrogate)
    return std::nullopt;
  return utf8_of(point);
}

// What stands between '&' and ';'.
std::optional<std::string> character_of(std::string_view name) {
  if (name.empty()) return std::nullopt;
  if (name.front() == '#') return name.size() > 1 ? numbered(name) : std::nullopt;
  for (const auto& [known, character] : kNamed) {
    if (known == name) return std::string(character);
  }
  return std::nullopt;
}

std::string decode_once(std::string_view text) {
  constexpr size_t kNameBytesMax = 9;
  std::string decoded;
  decoded.reserve(text.size());
  size_t at = 0;
  while (at < text.size()) {
    const size_t start = text.find('&', at);
    decoded += text.substr(at, start - at);
    if (start == std::string_view::npos) break;
    const size_t end = text.substr(start, kNameBytesMax + 1).find(';');
    std::optional<std::string> character;
    if (end != std::string_view::npos) character = character_of(text.substr(start + 1, end - 1));
    decoded += character ? *character : "&";
    at = character ? start + end + 1 : start + 1;
  }
  return decoded;
}

}  // namespace

std::string decode_entities(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  const std::string once = decode_once(text);
  return once.find('&') == std::string::npos ? once : decode_once(once);
}

}  // namespace attest
