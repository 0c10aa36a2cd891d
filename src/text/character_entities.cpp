// Each reference is given to gumbo by itself, which knows all of the HTML standard
// (https://html.spec.whatwg.org/multipage/named-characters.html). Only those with a semicolon, because
// without one "AT&T" and "R&D" would be read too; and never the text around them, where "<" is no tag.
// "&amp;lt;" was escaped twice, and is read twice.
#include "text/character_entities.h"

#include <gumbo.h>

#include <algorithm>

#include "base/ascii.h"
#include "text/utf8.h"

namespace attest {
namespace {

constexpr size_t kNameBytesMax = 31;   // "CounterClockwiseContourIntegral"
constexpr size_t kNumberBytesMax = 8;  // with "#"; gumbo counts in an int

// Whether what stands between '&' and ';' may be a reference.
bool may_be_reference(std::string_view name) {
  if (name.empty() || name.size() > kNameBytesMax) return false;
  if (name.front() == '#') return name.size() <= kNumberBytesMax;
  return std::all_of(name.begin(), name.end(), is_letter_or_digit);
}

// The text of a page that holds nothing else.
std::string text_of_page(const std::string& page) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  std::string text;
  const GumboNode* node = output->root;
  while (node != nullptr && node->type == GUMBO_NODE_ELEMENT) {
    const GumboVector& below = node->v.element.children;  // <html>, then <body> behind <head>
    node = below.length > 0 ? static_cast<const GumboNode*>(below.data[below.length - 1]) : nullptr;
  }
  if (node != nullptr && node->type == GUMBO_NODE_TEXT) text = node->v.text.text;
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return text;
}

// `reference` from '&' to ';'; empty where it stands for nothing.
std::string character_of(std::string_view reference) {
  // A page loses white space that it begins with.
  std::string text = text_of_page("x" + std::string(reference));
  if (text.size() < 2) return {};
  text.erase(0, 1);
  // One or two characters: "&notit;" would be read as "&not" and the letters behind it.
  size_t characters = 0;
  for (size_t at = 0; at < text.size(); ++characters) {
    const DecodedCharacter one = decode_character(text, at);
    if (one.value == U'\uFFFD') return {};
    at += one.size;
  }
  return characters <= 2 ? text : std::string();
}

std::string decode_once(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  size_t at = 0;
  while (at < text.size()) {
    const size_t start = text.find('&', at);
    decoded += text.substr(at, start - at);
    if (start == std::string_view::npos) break;
    const size_t end = text.substr(start, kNameBytesMax + 2).find(';');
    std::string character;
    if (end != std::string_view::npos && may_be_reference(text.substr(start + 1, end - 1)))
      character = character_of(text.substr(start, end + 1));
    decoded += character.empty() ? "&" : character;
    at = character.empty() ? start + 1 : start + end + 1;
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
