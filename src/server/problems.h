// What is said when a request cannot be answered: a problem object (RFC 9457) for programs, a page for
// people.
#pragma once

#include <string_view>

#include "base/result.h"
#include "server/http_message.h"

namespace attest {

// {"type": "about:blank", "title": …, "status": …, "detail": …, "instance": …} or a page with the same words,
// by what the request accepts and asks for.
Response problem(const Request& request, unsigned status, std::string_view detail,
                 std::string_view remedy = {});
// The same for an Error; its code decides the status. Failures of the host's disk or collection are told
// without paths.
Response problem(const Request& request, const Error& error);

// True for /api, /mcp and whoever does not accept HTML.
bool wants_json(const Request& request);

}  // namespace attest
