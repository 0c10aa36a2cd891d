// attest-pdf-worker FILE FIRST_PAGE MEMORY_BYTES CPU_SECONDS
//
// Reads a PDF with Poppler and writes its text boxes to standard output (pdf_protocol.h). A program of its
// own for two reasons: a hostile or damaged file can take down this process and no other, and Poppler's
// licence (GPL) stays outside the engine. It limits its own memory and time before it opens the file.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <sys/resource.h>

#include "parse/pdf/pdf_protocol.h"

namespace {

using attest::pdf::Failure;
using attest::pdf::PayloadWriter;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kAddressSpaceIsReserved = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool kAddressSpaceIsReserved = true;
#else
constexpr bool kAddressSpaceIsReserved = false;
#endif
#else
constexpr bool kAddressSpaceIsReserved = false;
#endif

void limit(int resource, rlim_t value) {
  rlimit bounds{};
  if (getrlimit(static_cast<__rlimit_resource>(resource), &bounds) != 0) return;
  if (bounds.rlim_max != RLIM_INFINITY && bounds.rlim_max < value) value = bounds.rlim_max;
  bounds.rlim_cur = value;
  bounds.rlim_max = value;
  setrlimit(static_cast<__rlimit_resource>(resource), &bounds);
}

void write_frame(char kind, const std::string& payload) {
  const auto length = static_cast<uint32_t>(payload.size());
  std::fwrite(&kind, 1, 1, stdout);
  std::fwrite(&length, sizeof length, 1, stdout);
  std::fwrite(payload.data(), 1, payload.size(), stdout);
  // The reader takes a page's beginning and end as signs of life.
  if (std::fflush(stdout) != 0) std::exit(0);
}

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

void write_failure(Failure reason, const std::string& message) {
  PayloadWriter out;
  out.number(static_cast<uint32_t>(reason));
  out.string(message);
  write_frame('X', out.bytes());
}

void write_page(poppler::document& document, int index) {
  PayloadWriter begin;
  begin.number(static_cast<uint32_t>(index + 1));
  write_frame('B', begin.bytes());
  attest::pdf::Page out;
  out.number = static_cast<uint32_t>(index + 1);
  const std::unique_ptr<poppler::page> page(document.create_page(index));
  if (page) {
    const poppler::rectf area = page->page_rect();
    out.width = static_cast<float>(area.width());
    out.height = static_cast<float>(area.height());
    for (const poppler::text_box& word : page->text_list(poppler::page::text_list_include_font)) {
      // Upright text only: marks along the margin are turned.
      if (word.rotation() != 0 || out.boxes.size() >= attest::pdf::kBoxesPerPageMax) continue;
      const poppler::rectf box = word.bbox();
      attest::pdf::Box one;
      one.x0 = static_cast<float>(box.left());
      one.y0 = static_cast<float>(box.top());
      one.x1 = static_cast<float>(box.right());
      one.y1 = static_cast<float>(box.bottom());
      one.font_size = static_cast<float>(word.get_font_size());
      one.space_after = word.has_space_after();
      one.text = utf8(word.text());
      out.boxes.push_back(std::move(one));
    }
  }
  std::string payload = attest::pdf::write_page(out);
  if (payload.size() > attest::pdf::kFrameBytesMax) std::exit(4);
  write_frame('P', payload);
}

int run(const std::string& path, int first_page) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_file(path));
  if (!document) {
    write_failure(Failure::kBroken, "it is damaged, or not a PDF");
    return 0;
  }
  if (document->is_locked()) {
    write_failure(Failure::kEncrypted, "it needs a password");
    return 0;
  }
  const int pages = document->pages();
  PayloadWriter about;
  about.number(static_cast<uint32_t>(pages > 0 ? pages : 0));
  about.string(utf8(document->info_key("Title")).substr(0, 4096));
  about.string(utf8(document->info_key("Author")).substr(0, 4096));
  about.string(utf8(document->metadata()).substr(0, 1u << 20));
  write_frame('D', about.bytes());
  for (int index = first_page - 1; index < pages; ++index) write_page(*document, index);
  write_frame('Z', {});
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fprintf(stderr,
                 "usage: attest-pdf-worker FILE FIRST_PAGE MEMORY_BYTES CPU_SECONDS\n(started by attest; "
                 "writes the text boxes of a PDF to standard output)\n");
    return 2;
  }
  const long first_page = std::strtol(argv[2], nullptr, 10);
  if (!kAddressSpaceIsReserved) limit(RLIMIT_AS, std::strtoull(argv[3], nullptr, 10));
  limit(RLIMIT_CPU, std::strtoull(argv[4], nullptr, 10));
  limit(RLIMIT_CORE, 0);
  // It writes no file. A font library that tries to, for its cache, is refused and goes on.
  limit(RLIMIT_FSIZE, 0);
  std::signal(SIGXFSZ, SIG_IGN);
  limit(RLIMIT_NOFILE, 32);
  try {
    return run(argv[1], first_page > 0 ? static_cast<int>(first_page) : 1);
  } catch (const std::exception&) {
    return 3;
  }
}
