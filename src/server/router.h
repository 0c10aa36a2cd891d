// Finds who answers a request, and does what holds for all of them: checks of host and origin, ready-made
// responses, ETags, security headers, counting.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/http_server.h"
#include "server/routes.h"
#include "server/site.h"

namespace attest {

class Router final : public HttpHandler {
 public:
  // `site` must outlive the router.
  explicit Router(Site& site);
  // The address that the server listens on decides which names a request may be made to.
  void listening_on(const std::string& address, uint16_t port);

  std::optional<Response> ready(const Request& request) override;
  Response answer(const Request& request) override;
  size_t body_bytes_max(std::string_view method, std::string_view target) const override;
  Response refuse(unsigned status, std::string_view reason) override;

  const std::vector<Route>& routes() const { return routes_; }

 private:
  const Route* find(std::string_view method, std::string_view path) const;
  std::optional<Response> refused(const Request& request) const;
  bool is_own_name(std::string_view host) const;
  std::string tag_of(const Request& request, const OpenSnapshot& snapshot) const;
  void finish(Response& response, const Route* route, const std::string& tag) const;
  void note(const Request& request, const Route* route, unsigned status, double seconds, bool ready_made);

  Site& site_;
  std::vector<Route> routes_;
  std::vector<std::string> own_names_;
  bool every_name_ = false;
};

}  // namespace attest
