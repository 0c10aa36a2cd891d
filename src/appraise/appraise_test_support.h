// For tests: a document made of a title and an abstract.
#pragma once

#include <string>
#include <utility>

#include "document/document.h"

namespace attest::test {

inline Document document_of(const std::string& title, const std::string& abstract_text) {
  Document document;
  document.record.title = title;
  TextBuilder builder;
  builder.set_title(title);
  builder.add_section(SectionKind::kAbstract, "", abstract_text);
  std::move(builder).finish(document);
  return document;
}

}  // namespace attest::test
