#include "collection/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include "base/ascii.h"

namespace attest {

namespace {

constexpr int kBusyMilliseconds = 10'000;

tl::unexpected<Error> sqlite_failure(int code, const char* message, const std::string& place) {
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return fail(ErrorCode::kCorrupt, fmt::format("the catalog is damaged: {}", message), place,
                  "restore the collection from a copy, or build it again with attest add");
    case SQLITE_FULL:
      return fail(ErrorCode::kEnvironment, "the disk is full", place,
                  "free disk space and run the command again; nothing committed before is lost");
    case SQLITE_IOERR:
      return fail(ErrorCode::kEnvironment, fmt::format("the catalog cannot be read or written: {}", message),
                  place, "check the disk and its free space, then run the command again");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fail(ErrorCode::kEnvironment, "the catalog is locked by another process", place,
                  "wait until the other process ends");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
      return fail(ErrorCode::kEnvironment, fmt::format("the catalog cannot be opened: {}", message), place,
                  "check the permissions of the collection's folder");
    case SQLITE_NOMEM:
      return fail(ErrorCode::kEnvironment, "out of memory in the catalog", place, "close other programs");
    default:
      return fail(ErrorCode::kCorrupt, fmt::format("the catalog refused a statement: {}", message), place,
                  "run attest check");
  }
}

}  // namespace

Cursor::~Cursor() {
  if (statement_ != nullptr) sqlite3_reset(statement_);
}

Result<bool> Cursor::next() {
  if (bind_code_ != SQLITE_OK) return sqlite_failure(bind_code_, sqlite3_errstr(bind_code_), *place_);
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  sqlite3* database = sqlite3_db_handle(statement_);
  return sqlite_failure(code, sqlite3_errmsg(database), *place_);
}

bool Cursor::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

int64_t Cursor::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view Cursor::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Cursor::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

void Query::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Query::start() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  bind_code_ = SQLITE_OK;
}

void Query::bind_integer(int index, int64_t value) {
  const int code = sqlite3_bind_int64(statement_.get(), index, value);
  if (code != SQLITE_OK) bind_code_ = code;
}

void Query::bind_text(int index, std::string_view value) {
  // An empty view may have a null pointer, which SQLite would take for NULL.
  const char* bytes = value.data() == nullptr ? "" : value.data();
  const int code =
      sqlite3_bind_text64(statement_.get(), index, bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK) bind_code_ = code;
}

void Query::bind_blob(int index, std::string_view value) {
  const char* bytes = value.data() == nullptr ? "" : value.data();
  const int code = sqlite3_bind_blob64(statement_.get(), index, bytes, value.size(), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) bind_code_ = code;
}

void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Result<Database> Database::open(const std::filesystem::path& path, Access access) {
  Database result;
  result.place_ = std::make_unique<std::string>(path.string());
  int flags = SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_URI;
  if (access == Access::kWrite) flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (access == Access::kRead) flags |= SQLITE_OPEN_READWRITE;
  if (access == Access::kReadOnly || access == Access::kImmutable) flags |= SQLITE_OPEN_READONLY;
  // A URI, because immutable is only to be had that way; everything but the plainest bytes is escaped.
  std::string uri = "file:";
  for (const char byte : path.string()) {
    const auto value = static_cast<unsigned char>(byte);
    const bool plain =
        is_letter_or_digit(value) || value == '/' || value == '.' || value == '_' || value == '-';
    if (plain)
      uri += byte;
    else
      uri += fmt::format("%{:02X}", value);
  }
  if (access == Access::kImmutable) uri += "?immutable=1";
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(uri.c_str(), &handle, flags, nullptr);
  result.database_.reset(handle);
  if (code != SQLITE_OK) {
    const std::string message = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    return sqlite_failure(code, message.c_str(), *result.place_);
  }
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  // Stored bytes are not trusted: no functions or triggers from the schema, bounded values.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return result;
}

Result<Query> Database::prepare(std::string_view sql) {
  Query query;
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  query.statement_.reset(statement);
  query.place_ = place_.get();
  if (code != SQLITE_OK) return sqlite_failure(code, sqlite3_errmsg(database_.get()), *place_);
  return query;
}

Status Database::execute(const std::string& sql) {
  const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return sqlite_failure(code, sqlite3_errmsg(database_.get()), *place_);
  return {};
}

Result<int64_t> Database::integer(std::string_view sql) {
  ATTEST_ASSIGN(Query query, prepare(sql));
  Cursor cursor = query.select();
  ATTEST_ASSIGN(const bool found, cursor.next());
  return found ? cursor.integer(0) : 0;
}

}  // namespace attest
