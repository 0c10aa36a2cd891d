// A document built from any bytes keeps the grammar of document.h, and cleaning twice changes nothing.
#include "document/document.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view raw(reinterpret_cast<const char*>(data), size);
  const std::string clean = attest::clean_text(raw, true);
  if (attest::clean_text(clean, true) != clean) std::abort();
  attest::TextBuilder builder;
  builder.add_section(attest::SectionKind::kAbstract, raw.substr(0, size / 4), raw.substr(size / 4));
  builder.set_title(raw.substr(size / 2));
  builder.add_section(attest::SectionKind::kBody, "", raw);
  attest::Document document;
  std::move(builder).finish(document);
  uint32_t last = 0;
  for (const attest::Section& section : document.sections) {
    if (!section.heading.empty()) {
      if (section.heading.start != last) std::abort();
      last = section.heading.end + 1;
    }
    if (section.body.empty() || section.body.start != last || section.body.of(document.text).empty()) std::abort();
    last = section.body.end + 2;
  }
  if (last != document.text.size()) std::abort();
  return 0;
}
