#include "collection/compression.h"

#include <fmt/format.h>
#include <zdict.h>
#include <zstd.h>

namespace attest {

namespace {

// zstd keeps dictionary numbers below 32768 for a public registry.
constexpr uint32_t kDictionaryNumberBase = 32768;

struct DecompressionContext {
  ZSTD_DCtx* context = ZSTD_createDCtx();
  DecompressionContext() = default;
  DecompressionContext(const DecompressionContext&) = delete;
  DecompressionContext& operator=(const DecompressionContext&) = delete;
  ~DecompressionContext() { ZSTD_freeDCtx(context); }
};

}  // namespace

Result<std::shared_ptr<const Dictionary>> Dictionary::train(uint32_t number,
                                                            const std::vector<std::string>& samples) {
  if (samples.size() < kDictionarySamplesMin)
    return fail(ErrorCode::kInput, "too few samples for a dictionary");
  std::string joined;
  std::vector<size_t> sizes;
  for (const std::string& sample : samples) {
    joined += sample;
    sizes.push_back(sample.size());
  }
  // zstd advises a hundred times the dictionary's size of samples; a tenth of the samples is a sane ceiling.
  std::string content(std::min(kDictionaryBytes, joined.size() / 10), '\0');
  if (content.size() < 1024) return fail(ErrorCode::kInput, "too little text for a dictionary");
  const size_t trained = ZDICT_trainFromBuffer(content.data(), content.size(), joined.data(), sizes.data(),
                                               static_cast<unsigned>(sizes.size()));
  if (ZDICT_isError(trained) != 0) {
    return fail(ErrorCode::kInput, fmt::format("no dictionary: {}", ZDICT_getErrorName(trained)));
  }
  content.resize(trained);
  // The header holds magic number and dictionary number, little-endian; zstd drew the number from the
  // content.
  const uint32_t id = kDictionaryNumberBase + number;
  for (size_t i = 0; i < 4; ++i) content[4 + i] = static_cast<char>((id >> (8 * i)) & 0xff);
  return from_bytes(number, std::move(content));
}

Result<std::shared_ptr<const Dictionary>> Dictionary::from_bytes(uint32_t number, std::string bytes) {
  auto dictionary = std::shared_ptr<Dictionary>(new Dictionary());
  dictionary->number_ = number;
  dictionary->bytes_ = std::move(bytes);
  const std::string& content = dictionary->bytes_;
  dictionary->compress_ = ZSTD_createCDict(content.data(), content.size(), kCompressionLevel);
  dictionary->decompress_ = ZSTD_createDDict(content.data(), content.size());
  if (dictionary->compress_ == nullptr || dictionary->decompress_ == nullptr ||
      ZSTD_getDictID_fromDDict(static_cast<ZSTD_DDict*>(dictionary->decompress_)) !=
          kDictionaryNumberBase + number) {
    return fail(ErrorCode::kCorrupt, fmt::format("dictionary {} cannot be used", number));
  }
  return std::shared_ptr<const Dictionary>(std::move(dictionary));
}

Dictionary::~Dictionary() {
  ZSTD_freeCDict(static_cast<ZSTD_CDict*>(compress_));
  ZSTD_freeDDict(static_cast<ZSTD_DDict*>(decompress_));
}

Compressor::Compressor() : context_(ZSTD_createCCtx()) {}
Compressor::~Compressor() { ZSTD_freeCCtx(static_cast<ZSTD_CCtx*>(context_)); }

Result<std::string> Compressor::compress(std::string_view bytes, const Dictionary* dictionary) {
  auto* context = static_cast<ZSTD_CCtx*>(context_);
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  const size_t size =
      dictionary != nullptr
          ? ZSTD_compress_usingCDict(context, frame.data(), frame.size(), bytes.data(), bytes.size(),
                                     static_cast<const ZSTD_CDict*>(dictionary->compress_))
          : ZSTD_compressCCtx(context, frame.data(), frame.size(), bytes.data(), bytes.size(),
                              kCompressionLevel);
  if (ZSTD_isError(size) != 0) {
    return fail(ErrorCode::kEnvironment, fmt::format("cannot compress: {}", ZSTD_getErrorName(size)));
  }
  frame.resize(size);
  frame.shrink_to_fit();
  return frame;
}

Result<std::string> decompress(std::string_view frame, const Dictionaries& dictionaries, size_t bytes_max) {
  thread_local DecompressionContext thread;
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > bytes_max) {
    return fail(ErrorCode::kCorrupt, "a compressed record has no valid size");
  }
  const unsigned id = ZSTD_getDictID_fromFrame(frame.data(), frame.size());
  const Dictionary* dictionary = nullptr;
  if (id != 0) {
    const auto found = dictionaries.find(id - kDictionaryNumberBase);
    if (found == dictionaries.end()) {
      return fail(ErrorCode::kCorrupt,
                  fmt::format("a compressed record names dictionary {}, which is not there",
                              id - kDictionaryNumberBase));
    }
    dictionary = found->second.get();
  }
  std::string bytes(static_cast<size_t>(size), '\0');
  const size_t got =
      dictionary != nullptr
          ? ZSTD_decompress_usingDDict(thread.context, bytes.data(), bytes.size(), frame.data(), frame.size(),
                                       static_cast<const ZSTD_DDict*>(dictionary->decompress_))
          : ZSTD_decompressDCtx(thread.context, bytes.data(), bytes.size(), frame.data(), frame.size());
  if (ZSTD_isError(got) != 0 || got != bytes.size()) {
    return fail(ErrorCode::kCorrupt, fmt::format("a compressed record cannot be expanded: {}",
                                                 ZSTD_isError(got) != 0 ? ZSTD_getErrorName(got) : "short"));
  }
  return bytes;
}

}  // namespace attest
