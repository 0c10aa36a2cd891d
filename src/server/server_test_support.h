// A site on the starter collection for the tests, opened once, and requests to it without sockets.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "pipeline/add_documents.h"
#include "server/router.h"
#include "server/site.h"

namespace attest {

using test::TemporaryFolder;

inline std::shared_ptr<const Thesaurus> program_thesaurus() {
  auto thesaurus = Thesaurus::load(std::filesystem::path(ATTEST_SOURCE_DIR) / "data/thesaurus/attest.json");
  EXPECT_TRUE(thesaurus) << thesaurus.error().to_line();
  return thesaurus ? *thesaurus : nullptr;
}

inline void add_files(const std::filesystem::path& collection, std::vector<std::filesystem::path> files) {
  AddRequest request;
  request.collection = collection;
  request.paths = std::move(files);
  const auto report = add_documents(request, {});
  ASSERT_TRUE(report) << report.error().to_line();
}

// The starter collection, its site and a router.
struct TestSite {
  explicit TestSite(SiteSettings settings = {}) {
    const std::filesystem::path starter = std::filesystem::path(ATTEST_SOURCE_DIR) / "data/starter";
    std::vector<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator(starter)) {
      if (file.path().extension() == ".json") files.push_back(file.path());
    }
    settings.collection = folder.path() / "collection";
    add_files(settings.collection, files);
    auto opened = Site::open(std::move(settings), program_thesaurus());
    EXPECT_TRUE(opened) << opened.error().to_line();
    site = std::move(*opened);
    router = std::make_unique<Router>(*site);
  }

  TemporaryFolder folder;
  std::unique_ptr<Site> site;
  std::unique_ptr<Router> router;
};

// Shared by all tests that change nothing.
inline TestSite& shared_site() {
  static TestSite site;
  return site;
}

inline Request get(const std::string& target) {
  Request request;
  request.target = target;
  auto address = parse_target(target);
  EXPECT_TRUE(address) << target;
  if (address) {
    request.path = std::move(address->path);
    request.query = std::move(address->query);
  }
  request.headers = {{"host", "localhost:8080"}, {"accept", "text/html"}};
  return request;
}

inline Request post(const std::string& target, std::string body,
                    const std::string& content_type = "application/json") {
  Request request = get(target);
  request.method = "POST";
  request.headers = {{"host", "localhost:8080"}, {"content-type", content_type}};
  request.body = std::move(body);
  return request;
}

inline std::string body_of(const Response& response) {
  return response.body == nullptr ? std::string() : response.body->bytes;
}

inline std::string header_of(const Response& response, const std::string& name) {
  for (const auto& [known, value] : response.headers) {
    if (known == name) return value;
  }
  return {};
}

}  // namespace attest
