// Same-origin rules. A page of another site can make a browser send requests here: links and forms (which it
// may, they change nothing), and cross-site POSTs (which it may not). Browsers say where a request comes from
// in Sec-Fetch-Site (https://www.w3.org/TR/fetch-metadata/) and Origin; programs send neither. Against DNS
// rebinding, where a foreign name leads to this address, the Host must be one of ours.
#include "server/router.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/checksum.h"
#include "base/limits.h"
#include "server/page.h"
#include "server/problems.h"

namespace attest {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

bool matches(const Route& route, std::string_view path) {
  if (!route.path.ends_with('*')) return route.path == path;
  return path.starts_with(route.path.substr(0, route.path.size() - 1));
}

bool is_read(std::string_view method) { return method == "GET" || method == "HEAD"; }

// The name in "name:port", "[::1]:port" or "name".
std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, std::min(host.find(']') + 1, host.size()));
  return host.substr(0, host.find(':'));
}

// The name in "https://name:port".
std::string_view host_of_origin(std::string_view origin) {
  const size_t start = origin.find("://");
  return start == std::string_view::npos ? std::string_view() : origin.substr(start + 3);
}

bool has_tag(std::string_view if_none_match, std::string_view tag) {
  return if_none_match == "*" || if_none_match.find(tag) != std::string_view::npos;
}

}  // namespace

Router::Router(Site& site) : site_(site) {
  for (const std::span<const Route> group : all_route_groups())
    routes_.insert(routes_.end(), group.begin(), group.end());
  // Longest first among those that end with "*", after all whole paths.
  std::stable_sort(routes_.begin(), routes_.end(), [](const Route& a, const Route& b) {
    if (a.path.ends_with('*') != b.path.ends_with('*')) return b.path.ends_with('*');
    return a.path.ends_with('*') && a.path.size() > b.path.size();
  });
  own_names_ = {"localhost", "127.0.0.1", "[::1]"};
  for (const std::string& name : site.settings().host_names) {
    if (name == "*")
      every_name_ = true;
    else
      own_names_.push_back(name);
  }
}

void Router::listening_on(const std::string& address, uint16_t port) {
  (void)port;
  own_names_.push_back(address.find(':') == std::string::npos ? address : "[" + address + "]");
}

const Route* Router::find(std::string_view method, std::string_view path) const {
  if (method == "HEAD") method = "GET";
  for (const Route& route : routes_) {
    if (route.method == method && matches(route, path)) return &route;
  }
  return nullptr;
}

size_t Router::body_bytes_max(std::string_view method, std::string_view target) const {
  const Route* route = find(method, target.substr(0, target.find('?')));
  if (route == nullptr) return 0;
  return route->body_bytes_max == kUpload ? site_.settings().upload_bytes_max : route->body_bytes_max;
}

bool Router::is_own_name(std::string_view host) const {
  const std::string name = lower_ascii(without_port(host));
  return std::find(own_names_.begin(), own_names_.end(), name) != own_names_.end();
}

std::optional<Response> Router::refused(const Request& request) const {
  const std::string_view host = request.header("host");
  if (!every_name_ && !is_own_name(host)) {
    return problem(request, 421, "this server does not answer for that name",
                   "the host names its own names with --host-name");
  }
  if (is_read(request.method) || request.method == "OPTIONS") return std::nullopt;
  const std::string_view fetch_site = request.header("sec-fetch-site");
  const std::string_view origin = request.header("origin");
  // Where a browser says both, Sec-Fetch-Site is the better witness: Origin may be withheld.
  const bool foreign = !fetch_site.empty() ? fetch_site != "same-origin" && fetch_site != "none"
                                           : !origin.empty() && host_of_origin(origin) != host;
  if (foreign)
    return problem(request, 403, "this request comes from another site", "open the page here and try again");
  return std::nullopt;
}

std::string Router::tag_of(const Request& request, const OpenSnapshot& snapshot) const {
  // Weak: the same content may be sent compressed or not. Errors differ for people and programs.
  return fmt::format("W/\"{}\"", content_hash(snapshot.name() + "\n" + site_.build() + "\n" + request.target +
                                              (wants_json(request) ? "\nj" : "\n")));
}

std::optional<Response> Router::ready(const Request& request) {
  if (!is_read(request.method)) return std::nullopt;
  const auto start = Clock::now();
  const std::shared_ptr<const OpenSnapshot> snapshot = site_.snapshot();
  const std::string tag = tag_of(request, *snapshot);
  const auto known = snapshot->pages().find(tag);
  if (known == nullptr || refused(request)) return std::nullopt;
  const Route* route = find("GET", request.path);
  Response response = known->response;
  if (has_tag(request.header("if-none-match"), tag)) {
    response.status = 304;
    response.body = nullptr;
  }
  note(request, route, response.status, seconds_since(start), true);
  return response;
}

Response Router::answer(const Request& request) {
  const auto start = Clock::now();
  const Route* route = find(request.method, request.path);
  Response response;
  std::string tag;
  if (auto refusal = refused(request)) {
    response = std::move(*refusal);
  } else if (route == nullptr) {
    std::string allowed;
    for (const Route& other : routes_) {
      if (!matches(other, request.path) || allowed.find(other.method) != std::string::npos) continue;
      allowed += allowed.empty() ? "" : ", ";
      allowed += other.method;
      if (other.method == "GET") allowed += ", HEAD";
    }
    if (allowed.empty()) {
      response = problem(request, 404, "there is no such page");
    } else if (request.method == "OPTIONS") {
      response.status = 204;
      response.with("Allow", allowed + ", OPTIONS");
    } else {
      response = problem(request, 405, fmt::format("{} is not possible here", request.method.substr(0, 20)));
      response.with("Allow", allowed + ", OPTIONS");
    }
  } else {
    const bool of_snapshot = route->freshness == Freshness::kSnapshot;
    const std::shared_ptr<const OpenSnapshot> snapshot = site_.snapshot();
    if (of_snapshot) tag = tag_of(request, *snapshot);
    response = route->answer(site_, request);
    if (of_snapshot && response.status == 200 && !response.events && site_.snapshot() == snapshot) {
      finish(response, route, tag);
      auto kept = std::make_shared<ReadyResponse>();
      kept->response = response;
      kept->tag = tag;
      const Body& body = *response.body;
      snapshot->pages().put(tag, std::move(kept), body.bytes.size() + body.gzip.size() + 1024);
      if (has_tag(request.header("if-none-match"), tag)) {
        response.status = 304;
        response.body = nullptr;
      }
      note(request, route, response.status, seconds_since(start), false);
      return response;
    }
    tag.clear();
  }
  finish(response, response.status == 200 ? route : nullptr, tag);
  note(request, route, response.status, seconds_since(start), false);
  return response;
}

Response Router::refuse(unsigned status, std::string_view reason) {
  Request request;
  request.path = "/api/";  // what could not be read did not say what it accepts
  Response response = problem(request, status, reason);
  if (status == 503) response.with("Retry-After", "2");
  finish(response, nullptr, {});
  site_.metrics().note("refused", status, 0, false);
  return response;
}

void Router::finish(Response& response, const Route* route, const std::string& tag) const {
  const Freshness freshness = route == nullptr ? Freshness::kNever : route->freshness;
  const bool decided = std::any_of(response.headers.begin(), response.headers.end(),
                                   [](const auto& field) { return field.first == "Cache-Control"; });
  if (!decided) {
    response.with("Cache-Control", freshness == Freshness::kForever    ? "public, max-age=31536000, immutable"
                                   : freshness == Freshness::kSnapshot ? "private, no-cache"
                                                                       : "no-store");
  }
  if (!tag.empty()) response.with("ETag", tag);
  response.with("Content-Security-Policy", content_security_policy());
  response.with("X-Content-Type-Options", "nosniff");
  // Not "no-referrer": a form that is posted to its own site would come without an Origin.
  response.with("Referrer-Policy", "same-origin");
  response.with("Cross-Origin-Opener-Policy", "same-origin");
  response.with("Cross-Origin-Resource-Policy", "same-origin");
  response.with("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()");
}

void Router::note(const Request& request, const Route* route, unsigned status, double seconds,
                  bool ready_made) {
  const std::string_view name = route == nullptr ? "none" : route->name;
  site_.metrics().note(name, status, seconds, ready_made);
  const SiteSettings& settings = site_.settings();
  if (!settings.log || (!settings.requests_logged && !settings.questions_logged)) return;
  std::string line =
      fmt::format("{} {} {} {:.1f} ms", request.method.substr(0, 20), name, status, 1000 * seconds);
  if (settings.questions_logged) line += " " + request.target;
  settings.log(line);
}

}  // namespace attest
