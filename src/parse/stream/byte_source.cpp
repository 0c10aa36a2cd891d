// Decompression as a stream. Three layers: a raw input (file descriptor or memory), a decoder (none, gzip by
// zlib, zstd by libzstd), and the accounting of expansion around the decoder.
//
// gzip: RFC 1952, https://www.rfc-editor.org/rfc/rfc1952; a file may hold several members one after another
// (section 2.2), and zero bytes after the last are the padding of tape blocks. zstd: RFC 8878.
#include "parse/stream/byte_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "base/limits.h"

namespace attest {

namespace {

constexpr unsigned char kGzipMagic[] = {0x1F, 0x8B};
constexpr unsigned char kZstdMagic[] = {0x28, 0xB5, 0x2F, 0xFD};
// 2^27 = 128 MiB: the largest window that the zstd program itself accepts without being asked.
constexpr int kZstdWindowLogMax = 27;

class RawInput {
 public:
  RawInput(const RawInput&) = delete;
  RawInput& operator=(const RawInput&) = delete;
  virtual ~RawInput() = default;
  virtual Result<size_t> read(std::span<char> buffer) = 0;
  virtual uint64_t size() const = 0;
  const std::string& place() const { return place_; }

 protected:
  explicit RawInput(std::string place) : place_(std::move(place)) {}

 private:
  std::string place_;
};

class FileInput final : public RawInput {
 public:
  FileInput(int descriptor, uint64_t size, std::string place)
      : RawInput(std::move(place)), descriptor_(descriptor), size_(size) {}
  ~FileInput() override { ::close(descriptor_); }
  Result<size_t> read(std::span<char> buffer) override {
    while (true) {
      const ssize_t got = ::read(descriptor_, buffer.data(), buffer.size());
      if (got >= 0) return static_cast<size_t>(got);
      if (errno != EINTR) {
        return fail(ErrorCode::kEnvironment, fmt::format("cannot read the file: {}", std::strerror(errno)),
                    place());
      }
    }
  }
  uint64_t size() const override { return size_; }

 private:
  int descriptor_;
  uint64_t size_;
};

class MemoryInput final : public RawInput {
 public:
  MemoryInput(std::string bytes, std::string place) : RawInput(std::move(place)), bytes_(std::move(bytes)) {}
  Result<size_t> read(std::span<char> buffer) override {
    const size_t count = std::min(buffer.size(), bytes_.size() - position_);
    if (count > 0) std::memcpy(buffer.data(), bytes_.data() + position_, count);
    position_ += count;
    return count;
  }
  uint64_t size() const override { return bytes_.size(); }

 private:
  std::string bytes_;
  size_t position_ = 0;
};

// A window of compressed bytes over a raw input.
class InputWindow {
 public:
  explicit InputWindow(std::unique_ptr<RawInput> raw)
      : raw_(std::move(raw)), buffer_(limits::kStreamBufferBytes) {}

  // Makes at least `count` bytes available unless the input ends first.
  Status require(size_t count) {
    while (available() < count && !ended_) {
      if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, available());
        end_ -= begin_;
        begin_ = 0;
      }
      ATTEST_ASSIGN(const size_t got, raw_->read(std::span<char>(buffer_).subspan(end_)));
      if (got == 0) ended_ = true;
      end_ += got;
    }
    return {};
  }
  std::span<char> bytes() { return std::span<char>(buffer_).subspan(begin_, available()); }
  size_t available() const { return end_ - begin_; }
  bool starts_with(std::span<const unsigned char> magic) {
    return available() >= magic.size() && std::memcmp(bytes().data(), magic.data(), magic.size()) == 0;
  }
  void consume(size_t count) {
    begin_ += count;
    consumed_ += count;
  }
  uint64_t consumed() const { return consumed_; }
  uint64_t size() const { return raw_->size(); }
  const std::string& place() const { return raw_->place(); }

 private:
  std::unique_ptr<RawInput> raw_;
  std::vector<char> buffer_;
  size_t begin_ = 0;
  size_t end_ = 0;
  bool ended_ = false;
  uint64_t consumed_ = 0;
};

// What all decoders share: counting, the bomb limits, and holding an error back until the bytes before it
// have been delivered.
class DecodingSource : public ByteSource {
 public:
  explicit DecodingSource(InputWindow input) : input_(std::move(input)) {}

  Result<size_t> read(std::span<char> buffer) final {
    if (error_) return tl::unexpected(*error_);
    size_t filled = 0;
    while (filled < buffer.size() && !ended_ && !error_) {
      auto step = decode(buffer.subspan(filled));
      if (!step) {
        error_ = std::make_unique<Error>(std::move(step.error()));
      } else {
        filled += *step;
        produced_ += *step;
        check_expansion();
      }
    }
    if (filled == 0 && error_) return tl::unexpected(*error_);
    return filled;
  }
  uint64_t position() const final { return input_.consumed(); }
  uint64_t size() const final { return input_.size(); }

 protected:
  // Decodes something into `buffer`; may give 0 and be called again. Calls finish() at the end.
  virtual Result<size_t> decode(std::span<char> buffer) = 0;
  virtual bool compressed() const { return true; }
  void finish() { ended_ = true; }
  InputWindow& input() { return input_; }
  tl::unexpected<Error> damage(std::string message,
                               std::string remedy = "download or copy the file again") const {
    return fail(ErrorCode::kInput, std::move(message),
                fmt::format("{}, compressed byte {}", input_.place(), input_.consumed()), std::move(remedy));
  }

 private:
  void check_expansion() {
    const bool too_dense = compressed() && produced_ > limits::kExpansionRatioFromBytes &&
                           produced_ / limits::kExpansionRatioMax > input_.consumed();
    if (!too_dense && produced_ <= limits::kExpandedBytesMax) return;
    error_ = std::make_unique<Error>(Error{
        ErrorCode::kLimit,
        too_dense
            ? fmt::format("expands more than {} times: a decompression bomb", limits::kExpansionRatioMax)
            : fmt::format("has more than {} GiB when decompressed", limits::kExpandedBytesMax >> 30),
        input_.place(), "leave this file out, or decompress it yourself if you trust it"});
  }

  InputWindow input_;
  uint64_t produced_ = 0;
  bool ended_ = false;
  std::unique_ptr<Error> error_;
};

class PlainSource final : public DecodingSource {
 public:
  using DecodingSource::DecodingSource;

 private:
  bool compressed() const override { return false; }
  Result<size_t> decode(std::span<char> buffer) override {
    ATTEST_TRY(input().require(1));
    const size_t count = std::min(buffer.size(), input().available());
    if (count == 0) {
      finish();
      return size_t{0};
    }
    std::memcpy(buffer.data(), input().bytes().data(), count);
    input().consume(count);
    return count;
  }
};

class GzipSource final : public DecodingSource {
 public:
  explicit GzipSource(InputWindow input) : DecodingSource(std::move(input)) {
    // 16 + MAX_WBITS: zlib reads the gzip header and checks the CRC and length of each member.
    ready_ = inflateInit2(&stream_, 16 + MAX_WBITS) == Z_OK;
  }
  ~GzipSource() override { inflateEnd(&stream_); }

 private:
  Result<size_t> decode(std::span<char> buffer) override {
    if (!ready_)
      return fail(ErrorCode::kEnvironment, "zlib cannot start", input().place(), "free some memory");
    ATTEST_TRY(input().require(1));
    if (between_members_) return next_member();
    if (input().available() == 0) return damage("the gzip stream ends early");
    const std::span<char> compressed_bytes = input().bytes();
    const auto room = static_cast<uInt>(std::min<size_t>(buffer.size(), 1u << 30));
    stream_.next_in = reinterpret_cast<Bytef*>(compressed_bytes.data());
    stream_.avail_in = static_cast<uInt>(compressed_bytes.size());
    stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream_.avail_out = room;
    const int code = inflate(&stream_, Z_NO_FLUSH);
    input().consume(compressed_bytes.size() - stream_.avail_in);
    if (code == Z_STREAM_END) {
      between_members_ = true;
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      pending_damage_ = stream_.msg != nullptr ? stream_.msg : "unknown";
    }
    const size_t count = room - stream_.avail_out;
    if (count == 0 && !pending_damage_.empty()) {
      return damage(fmt::format("the gzip stream is damaged ({})", pending_damage_));
    }
    return count;
  }

  Result<size_t> next_member() {
    while (input().available() > 0 && input().bytes()[0] == '\0') {
      input().consume(1);
      ATTEST_TRY(input().require(1));
    }
    if (input().available() == 0) {
      finish();
      return size_t{0};
    }
    ATTEST_TRY(input().require(2));
    if (!input().starts_with(kGzipMagic))
      return damage("there is something else after the end of the gzip stream");
    if (inflateReset(&stream_) != Z_OK) return damage("the gzip stream cannot be continued");
    between_members_ = false;
    return size_t{0};
  }

  z_stream stream_{};
  bool ready_ = false;
  bool between_members_ = false;
  std::string pending_damage_;
};

struct ZstdContextDeleter {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

class ZstdSource final : public DecodingSource {
 public:
  explicit ZstdSource(InputWindow input) : DecodingSource(std::move(input)), context_(ZSTD_createDCtx()) {
    if (context_) ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, kZstdWindowLogMax);
  }

 private:
  Result<size_t> decode(std::span<char> buffer) override {
    if (!context_)
      return fail(ErrorCode::kEnvironment, "libzstd cannot start", input().place(), "free some memory");
    ATTEST_TRY(input().require(1));
    // libzstd may hold finished output back: the end of the input is only the end when it gives nothing more.
    const bool input_ended = input().available() == 0;
    const std::span<char> compressed_bytes = input().bytes();
    ZSTD_inBuffer in{compressed_bytes.data(), compressed_bytes.size(), 0};
    ZSTD_outBuffer out{buffer.data(), buffer.size(), 0};
    const size_t code = ZSTD_decompressStream(context_.get(), &out, &in);
    input().consume(in.pos);
    if (ZSTD_isError(code))
      return damage(fmt::format("the zstd stream is damaged ({})", ZSTD_getErrorName(code)));
    if (!input_ended || out.pos > 0) {
      frame_open_ = code != 0;
      return out.pos;
    }
    if (frame_open_) return damage("the zstd stream ends early");
    finish();
    return size_t{0};
  }

  std::unique_ptr<ZSTD_DCtx, ZstdContextDeleter> context_;
  bool frame_open_ = false;
};

Result<std::unique_ptr<ByteSource>> choose_decoder(std::unique_ptr<RawInput> raw) {
  InputWindow input(std::move(raw));
  ATTEST_TRY(input.require(sizeof kZstdMagic));
  if (input.starts_with(kGzipMagic)) return std::make_unique<GzipSource>(std::move(input));
  if (input.starts_with(kZstdMagic)) return std::make_unique<ZstdSource>(std::move(input));
  return std::make_unique<PlainSource>(std::move(input));
}

}  // namespace

Result<std::unique_ptr<ByteSource>> ByteSource::open(const std::filesystem::path& path) {
  // O_NONBLOCK: opening a pipe without a writer must not wait; for regular files it means nothing.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    const int code = errno;
    return fail(code == ENOENT ? ErrorCode::kNotFound : ErrorCode::kEnvironment,
                fmt::format("cannot open the file: {}", std::strerror(code)), path.string(),
                code == EACCES ? "check the permissions of the file and its folder" : "");
  }
  struct stat info {};
  const bool known = ::fstat(descriptor, &info) == 0;
  auto raw =
      std::make_unique<FileInput>(descriptor, known ? static_cast<uint64_t>(info.st_size) : 0, path.string());
  if (!known || !S_ISREG(info.st_mode)) return fail(ErrorCode::kInput, "not a regular file", path.string());
  if (raw->size() > limits::kFileBytesMax) {
    return fail(ErrorCode::kLimit, fmt::format("the file has more than {} GiB", limits::kFileBytesMax >> 30),
                path.string(), "split the file");
  }
  return choose_decoder(std::move(raw));
}

Result<std::unique_ptr<ByteSource>> ByteSource::from_bytes(std::string bytes, std::string place) {
  return choose_decoder(std::make_unique<MemoryInput>(std::move(bytes), std::move(place)));
}

Result<std::string> read_whole(ByteSource& source, std::string_view place) {
  std::string bytes;
  size_t filled = 0;
  while (true) {
    if (bytes.size() - filled < limits::kStreamBufferBytes) {
      bytes.resize(std::max(bytes.size() * 2, limits::kStreamBufferBytes * 2));
    }
    ATTEST_ASSIGN(const size_t count, source.read(std::span<char>(bytes).subspan(filled)));
    if (count == 0) break;
    filled += count;
    if (filled > limits::kWholeFileBytesMax) {
      return fail(ErrorCode::kLimit, "a file of this format may have at most 256 MiB", std::string(place),
                  "split the file");
    }
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace attest
