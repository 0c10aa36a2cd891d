// Addresses of pages: the path and the query of a request's target, decoded, and the way back. What is read
// here comes from anybody; docs/server.md lists the limits.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace attest {

// The parameters of an address in their order; names may repeat ("q=first&q=then").
class AddressQuery {
 public:
  // application/x-www-form-urlencoded (https://url.spec.whatwg.org/#urlencoded-parsing), held to
  // limits::kHttpParametersMax; a broken escape, a control character other than line breaks and tabs, or
  // bytes that are not UTF-8 are errors, because they never come from a form.
  static Result<AddressQuery> parse(std::string_view encoded);

  void add(std::string_view name, std::string_view value);
  // Replaces every parameter of this name by one; an empty value removes them.
  void set(std::string_view name, std::string_view value);
  void remove(std::string_view name);

  // The first value without white space at its ends, "" when there is none.
  std::string_view first(std::string_view name) const;
  std::vector<std::string> all(std::string_view name) const;
  bool has(std::string_view name) const;
  bool empty() const { return parameters_.empty(); }
  const std::vector<std::pair<std::string, std::string>>& parameters() const { return parameters_; }

  // "q=a+b&for=patient"; parse() of it gives the same parameters.
  std::string encoded() const;

 private:
  std::vector<std::pair<std::string, std::string>> parameters_;
};

// A request target split and decoded.
struct Address {
  std::string path;  // decoded, starts with '/'
  AddressQuery query;
};
// Origin or absolute form (RFC 9112, 3.2). The path must not hold NUL, control characters or dot segments.
Result<Address> parse_target(std::string_view target);

// "/source/doi:10.1000/a%20b": every byte of `segment` that has a meaning in an address is escaped, slashes
// are kept.
std::string encoded_path(std::string_view path);
// path + "?" + query, without "?" when the query is empty.
std::string address_of(std::string_view path, const AddressQuery& query);

}  // namespace attest
