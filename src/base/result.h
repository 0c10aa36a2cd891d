// base: what every other folder stands on. Takes nothing, gives Result, spans, limits, checksums and
// careful file access. Includes no other folder.
//
// Result<T> is how every function that can fail says so. Nothing in Attest throws across a folder's border;
// exceptions of third-party libraries are caught where the library is called.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace attest {

// What kind of failure it is; decides the exit status and nothing else.
enum class ErrorCode {
  kUsage,        // the person asked for something that cannot be
  kInput,        // a file or record is broken, hostile or not what it says it is
  kLimit,        // a named limit of base/limits.h was passed
  kEnvironment,  // disk, permission, network, lock
  kCorrupt,      // something Attest itself stored does not match its checksum
  kNotFound,     // the thing named is not there
};

// One failure, as a person needs it: what is wrong, where, and what to do next.
struct Error {
  ErrorCode code = ErrorCode::kInput;
  std::string message;  // "the gzip stream ends early"
  std::string place;    // "medline16n0902.xml.gz, line 812", empty when there is none
  std::string remedy;   // "download the file again", empty when there is none

  // "place: message; remedy" on one line, control characters removed.
  std::string to_line() const;
};

template <typename T>
using Result = tl::expected<T, Error>;
using Status = tl::expected<void, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string place = {},
                                  std::string remedy = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(place), std::move(remedy)});
}

// Returns the error of `expression` from the enclosing function, if it has one.
#define ATTEST_TRY(expression)                                                     \
  do {                                                                             \
    auto attest_status_ = (expression);                                            \
    if (!attest_status_) return tl::unexpected(std::move(attest_status_.error())); \
  } while (false)

#define ATTEST_CONCAT_INNER(a, b) a##b
#define ATTEST_CONCAT(a, b) ATTEST_CONCAT_INNER(a, b)
// ATTEST_ASSIGN(auto value, fallible()): declares `value`, or returns the error.
#define ATTEST_ASSIGN(declaration, expression) \
  ATTEST_ASSIGN_INNER(ATTEST_CONCAT(attest_result_, __LINE__), declaration, expression)
#define ATTEST_ASSIGN_INNER(name, declaration, expression)   \
  auto name = (expression);                                  \
  if (!name) return tl::unexpected(std::move(name.error())); \
  declaration = std::move(*name)

}  // namespace attest
