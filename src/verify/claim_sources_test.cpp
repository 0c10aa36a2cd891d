// Where the sources of a claim come from: named documents, or those of a search.
#include "verify/claim_sources.h"

#include <gtest/gtest.h>

#include "collection/collection_test_support.h"

namespace attest {
namespace {

constexpr const char* kClaim = "Biofeedback improves constipation.";

struct Stored {
  Stored() {
    std::vector<Document> documents;
    documents.push_back(test::make_document("pmid:1", "Biofeedback for constipation: a randomized trial",
                                            "Biofeedback improved constipation in 40 of 60 adults."));
    documents.push_back(
        test::make_document("pmid:2", "Biofeedback for constipation: study protocol for a randomised trial",
                            "We will examine whether biofeedback improves constipation in 60 adults."));
    documents.push_back(test::make_document("nct:NCT00000001", "Biofeedback for constipation",
                                            "Biofeedback improves constipation. Recruiting adults."));
    documents.back().depth = Depth::kRegistration;
    test::add_all(folder.path(), std::move(documents));
    collection = test::open_collection(folder.path());
    backend = make_collection_backend(collection);
  }

  test::TemporaryFolder folder;
  std::shared_ptr<const Collection> collection;
  std::unique_ptr<Backend> backend;
};

TEST(FoundSources, RegistrationsAndProtocolsDecideNothing) {
  const Stored stored;
  const auto found = found_sources(kClaim, *stored.backend, *stored.collection);
  ASSERT_TRUE(found) << found.error().to_line();
  ASSERT_EQ(found->size(), 1u);
  EXPECT_EQ(found->front().id, "pmid:1");
  EXPECT_EQ(found->front().rank, 0u);
}

TEST(NamedSources, WhoeverNamesOneMeansIt) {
  const Stored stored;
  const std::vector<std::string> ids = {"pmid:2", "nct:NCT00000001"};
  const auto named = named_sources(ids, *stored.collection);
  ASSERT_TRUE(named) << named.error().to_line();
  ASSERT_EQ(named->size(), 2u);
  EXPECT_EQ((*named)[0].id, "pmid:2");
  EXPECT_EQ((*named)[1].id, "nct:NCT00000001");
}

TEST(NamedSources, AnUnknownOneIsNamed) {
  const Stored stored;
  const std::vector<std::string> ids = {"pmid:1", "pmid:9"};
  const auto named = named_sources(ids, *stored.collection);
  ASSERT_FALSE(named);
  EXPECT_EQ(named.error().code, ErrorCode::kNotFound);
  EXPECT_NE(named.error().to_line().find("pmid:9"), std::string::npos);
}

}  // namespace
}  // namespace attest
