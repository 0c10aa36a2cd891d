// Whole audits of pages against a library of a few documents.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "audit/audit.h"
#include "base/temporary_folder.h"
#include "parse/format_parsers.h"

namespace attest::test {

class AuditLibrary {
 public:
  // `change`: what a document is not told in its file, such as a notice that retracts it.
  explicit AuditLibrary(const std::vector<std::string>& files,
                        const std::function<void(Document&)>& change = {}) {
    auto writer = CollectionWriter::open(folder_ / "collection");
    EXPECT_TRUE(writer) << (writer ? "" : writer.error().to_line());
    if (!writer) return;
    DocumentSink sink;
    sink.document = [&](Document&& document) {
      if (change) change(document);
      EXPECT_TRUE((*writer)->add(std::move(document)));
      return true;
    };
    for (const std::string& file : files) EXPECT_TRUE(parse_file(file, sink)) << file;
    EXPECT_TRUE((*writer)->commit());
    writer->reset();
    auto collection = Collection::open(folder_ / "collection");
    auto thesaurus = Thesaurus::load(std::string(ATTEST_SOURCE_DIR) + "/data/thesaurus/attest.json");
    EXPECT_TRUE(collection && thesaurus);
    if (collection) collection_ = *collection;
    if (thesaurus) thesaurus_ = *thesaurus;
  }

  const std::shared_ptr<const Collection>& collection() const { return collection_; }

  AuditReport audit(MarkedPage page, const std::string& name = "page",
                    std::vector<std::pair<std::string, MarkedPage>> others = {}) const {
    AuditRequest request;
    request.file = name;
    request.page = std::move(page);
    request.other_pages = std::move(others);
    auto report = audit_page(request, collection_, thesaurus_);
    EXPECT_TRUE(report) << (report ? "" : report.error().to_line());
    return report ? std::move(*report) : AuditReport();
  }
  AuditReport audit_markdown(const std::string& text) const {
    auto page = marked_markdown(text, "page.md");
    EXPECT_TRUE(page);
    return page ? audit(std::move(*page), "page.md") : AuditReport();
  }

 private:
  TemporaryFolder folder_;
  std::shared_ptr<const Collection> collection_;
  std::shared_ptr<const Thesaurus> thesaurus_;
};

}  // namespace attest::test
