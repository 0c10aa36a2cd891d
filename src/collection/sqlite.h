// A thin, exception-free hold on SQLite: a connection, a prepared query, and a cursor that lets go of its
// row when it leaves scope. Every failure becomes an Error that says whether the disk, a lock or the stored
// bytes are to blame, with the file's path.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace attest {

// Bytes to bind as a BLOB rather than as text.
struct Blob {
  std::string_view bytes;
};

// The rows of one query. Text and blobs are valid until the next call of next().
class Cursor {
 public:
  Cursor(sqlite3_stmt* statement, const std::string* place, int bind_code)
      : statement_(statement), place_(place), bind_code_(bind_code) {}
  Cursor(Cursor&& other) noexcept
      : statement_(other.statement_), place_(other.place_), bind_code_(other.bind_code_) {
    other.statement_ = nullptr;
  }
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;
  Cursor& operator=(Cursor&&) = delete;
  ~Cursor();

  // Steps to the next row; false after the last.
  Result<bool> next();
  bool is_null(int column) const;
  int64_t integer(int column) const;
  uint32_t number32(int column) const { return static_cast<uint32_t>(integer(column)); }
  std::string_view text(int column) const;
  std::string_view blob(int column) const;

 private:
  sqlite3_stmt* statement_;
  const std::string* place_;
  int bind_code_;
};

// A prepared statement. Use from one thread at a time.
class Query {
 public:
  Query() = default;
  // Runs with these parameters; the cursor must not outlive the query, one cursor at a time.
  template <typename... Values>
  Cursor select(const Values&... values) {
    start();
    int index = 0;
    (bind(++index, values), ...);
    return Cursor(statement_.get(), place_, bind_code_);
  }
  // Runs a statement that gives no rows.
  template <typename... Values>
  Status run(const Values&... values) {
    Cursor cursor = select(values...);
    auto stepped = cursor.next();
    if (!stepped) return tl::unexpected(std::move(stepped.error()));
    return {};
  }

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  void start();
  void bind_integer(int index, int64_t value);
  void bind_text(int index, std::string_view value);
  void bind_blob(int index, std::string_view value);

  template <typename Value>
  void bind(int index, const Value& value) {
    if constexpr (std::is_same_v<Value, Blob>) {
      bind_blob(index, value.bytes);
    } else if constexpr (std::is_integral_v<Value> || std::is_enum_v<Value>) {
      bind_integer(index, static_cast<int64_t>(value));
    } else if constexpr (std::is_same_v<Value, std::nullptr_t>) {
      // Parameters start as NULL.
    } else if constexpr (std::is_convertible_v<Value, std::string_view>) {
      bind_text(index, value);
    } else {
      if (value) bind(index, *value);  // std::optional
    }
  }

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  const std::string* place_ = nullptr;
  int bind_code_ = 0;
};

// One connection. Not for concurrent use. Move-only; queries must be destroyed before it.
class Database {
 public:
  enum class Access {
    kWrite,      // creates the file when it is missing
    kRead,       // of a folder we may write: takes part in SQLite's locking
    kReadOnly,   // of a folder we may not write, while its write-ahead log is there
    kImmutable,  // of a medium on which nothing can change: no locks, no log
  };
  static Result<Database> open(const std::filesystem::path& path, Access access);
  Database() = default;

  Result<Query> prepare(std::string_view sql);
  // Runs one or more statements without parameters.
  Status execute(const std::string& sql);
  // The first column of the first row of `sql`; 0 when there is none.
  Result<int64_t> integer(std::string_view sql);
  const std::string& place() const { return *place_; }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<std::string> place_;
  std::unique_ptr<sqlite3, Close> database_;
};

// NULL for an empty string: how optional identifiers are stored.
inline std::optional<std::string_view> null_if_empty(std::string_view value) {
  if (value.empty()) return std::nullopt;
  return value;
}

}  // namespace attest
