// A page that somebody pasted or uploaded, held against the collection.
#pragma once

#include <string>
#include <string_view>

#include "audit/audit.h"
#include "base/result.h"
#include "server/open_snapshot.h"

namespace attest {

struct UploadedPage {
  std::string name;  // for the report; "" for pasted text
  std::string_view bytes;
  std::string publisher;
};

// The format is told by content; the bytes stand in a file of their own for that time, because PDF is read by
// another process. Nothing is kept.
Result<AuditReport> audit_uploaded(const OpenSnapshot& snapshot, const UploadedPage& page);

}  // namespace attest
