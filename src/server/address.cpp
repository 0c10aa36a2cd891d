// Percent-encoding after RFC 3986, 2.1, and form encoding after the URL standard
// (https://url.spec.whatwg.org/#application/x-www-form-urlencoded).
#include "server/address.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/white_space.h"
#include "text/utf8.h"

namespace attest {
namespace {

int hex_digit(char digit) {
  if (is_digit(digit)) return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

// Nothing when an escape is broken_address.
std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    if (byte == '+' && plus_is_space) {
      out += ' ';
    } else if (byte != '%') {
      out += byte;
    } else {
      if (at + 2 >= text.size()) return std::nullopt;
      const int high = hex_digit(text[at + 1]);
      const int low = hex_digit(text[at + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      at += 2;
    }
  }
  return out;
}

bool is_clean(std::string_view text, bool lines_allowed) {
  for (size_t at = 0; at < text.size();) {
    const DecodedCharacter character = decode_character(text, at);
    if (!character.valid) return false;
    const bool line = character.value == '\n' || character.value == '\r' || character.value == '\t';
    if ((character.value < 0x20 && !(line && lines_allowed)) || character.value == 0x7F) return false;
    at += character.size;
  }
  return true;
}

bool is_unreserved(char byte) {
  return is_letter_or_digit(byte) || byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

void append_encoded(std::string& out, std::string_view text, std::string_view kept, bool space_is_plus) {
  for (const char byte : text) {
    if (is_unreserved(byte) || kept.find(byte) != std::string_view::npos)
      out += byte;
    else if (byte == ' ' && space_is_plus)
      out += '+';
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
  }
}

tl::unexpected<Error> broken_address(const char* what) {
  return fail(ErrorCode::kInput, what, "the address",
              "follow a link of this site, or write the address anew");
}

bool has_dot_segment(std::string_view path) {
  for (size_t at = 0; at < path.size();) {
    const size_t end = std::min(path.find('/', at + 1), path.size());
    const std::string_view segment = path.substr(at + 1, end - at - 1);
    if (segment == "." || segment == "..") return true;
    at = end;
  }
  return false;
}

}  // namespace

Result<AddressQuery> AddressQuery::parse(std::string_view text) {
  AddressQuery query;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('&', at), text.size());
    const std::string_view part = text.substr(at, end - at);
    at = end + 1;
    if (part.empty()) continue;
    if (query.parameters_.size() >= limits::kHttpParametersMax) {
      return fail(ErrorCode::kLimit,
                  fmt::format("more than {} parameters (kHttpParametersMax)", limits::kHttpParametersMax),
                  "the address", "ask with fewer");
    }
    const size_t equals = std::min(part.find('='), part.size());
    auto name = decoded(part.substr(0, equals), true);
    auto value = decoded(part.substr(std::min(equals + 1, part.size())), true);
    if (!name || !value) return broken_address("a percent sign is not followed by two hexadecimal digits");
    if (!is_clean(*name, false) || !is_clean(*value, true))
      return broken_address("a parameter holds control characters or is not UTF-8");
    query.parameters_.emplace_back(std::move(*name), std::move(*value));
  }
  return query;
}

void AddressQuery::add(std::string_view name, std::string_view value) {
  parameters_.emplace_back(name, value);
}

void AddressQuery::set(std::string_view name, std::string_view value) {
  remove(name);
  if (!value.empty()) add(name, value);
}

void AddressQuery::remove(std::string_view name) {
  std::erase_if(parameters_, [&](const auto& parameter) { return parameter.first == name; });
}

std::string_view AddressQuery::first(std::string_view name) const {
  for (const auto& [known, value] : parameters_) {
    if (known == name) return trimmed(value);
  }
  return {};
}

std::vector<std::string> AddressQuery::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [known, value] : parameters_) {
    if (known == name) values.emplace_back(trimmed(value));
  }
  return values;
}

bool AddressQuery::has(std::string_view name) const {
  return std::any_of(parameters_.begin(), parameters_.end(),
                     [&](const auto& parameter) { return parameter.first == name; });
}

std::string AddressQuery::encoded() const {
  std::string out;
  for (const auto& [name, value] : parameters_) {
    if (!out.empty()) out += '&';
    append_encoded(out, name, "", true);
    out += '=';
    append_encoded(out, value, ":/,", true);
  }
  return out;
}

Result<Address> parse_target(std::string_view target) {
  if (target.size() > limits::kHttpTargetBytesMax) {
    return fail(ErrorCode::kLimit,
                fmt::format("the address has {} bytes, the limit is {} (kHttpTargetBytesMax)", target.size(),
                            limits::kHttpTargetBytesMax),
                "the address", "ask with fewer words");
  }
  target = target.substr(0, target.find('#'));
  // Absolute form, which RFC 9112, 3.2.2 has every server accept.
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    target.remove_prefix(std::min(target.find_first_of("/?", scheme.size()), target.size()));
    if (target.empty()) target = "/";
  }
  const size_t mark = std::min(target.find('?'), target.size());
  Address address;
  auto path = decoded(target.substr(0, mark), false);
  if (!path) return broken_address("a percent sign is not followed by two hexadecimal digits");
  if (!path->starts_with('/') || !is_clean(*path, false) || has_dot_segment(*path))
    return broken_address("this is no path of this site");
  address.path = std::move(*path);
  ATTEST_ASSIGN(address.query, AddressQuery::parse(target.substr(std::min(mark + 1, target.size()))));
  return address;
}

std::string encoded_path(std::string_view path) {
  std::string out;
  append_encoded(out, path, "/:@!$'()*,;=", false);
  return out;
}

std::string address_of(std::string_view path, const AddressQuery& query) {
  std::string out = encoded_path(path);
  if (!query.empty()) out += "?" + query.encoded();
  return out;
}

}  // namespace attest
