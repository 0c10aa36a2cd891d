#include "server/http_message.h"

#include <limits>

#include <zlib.h>

namespace attest {
namespace {

constexpr size_t kCompressFromBytes = 1024;
constexpr int kGzipWindow = 15 + 16;  // zlib: 15 bits of window, + 16 for a gzip header
constexpr int kGzipMemory = 8;
constexpr int kGzipLevel = 6;

// "" when it fails or gains nothing: then the plain bytes are sent.
std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (bytes.size() > std::numeric_limits<uInt>::max() / 2 ||
      deflateInit2(&stream, kGzipLevel, Z_DEFLATED, kGzipWindow, kGzipMemory, Z_DEFAULT_STRATEGY) != Z_OK)
    return {};
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (!whole || out.size() >= bytes.size()) return {};
  out.shrink_to_fit();
  return out;
}

}  // namespace

Response respond(std::string content_type, std::string bytes, unsigned status) {
  Response response;
  response.status = status;
  response.content_type = std::move(content_type);
  auto body = std::make_shared<Body>();
  if (bytes.size() >= kCompressFromBytes) body->gzip = gzip(bytes);
  body->bytes = std::move(bytes);
  response.body = std::move(body);
  return response;
}

Response redirect_to(std::string address) {
  Response response = respond("text/plain; charset=utf-8", "See " + address + "\n", 303);
  response.with("Location", std::move(address));
  return response;
}

}  // namespace attest
