// The file of claims about documents: what is read, and that a broken row is named.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "collection/collection_test_support.h"
#include "evaluate/datasets/document_claims.h"

namespace attest {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

Result<std::vector<DocumentClaim>> read_rows(const std::string& rows) {
  const test::TemporaryFolder folder;
  std::ofstream(folder / "claims.tsv") << rows;
  return read_document_claims(folder / "claims.tsv");
}

TEST(DocumentClaims, RowsAndComments) {
  const auto claims = read_rows(
      "# a comment\n"
      "\n"
      "12\tSUPPORTED\t812-1003,7-40\tS2\tZinc lowers ferritin.\n"
      "12\tCONTRADICTED\t7-40\tC1\tZinc raises ferritin.\n"
      "13\tNOT_ENOUGH_EVIDENCE\t-\tN1\tZinc heals ulcers.\n");
  ASSERT_TRUE(claims) << claims.error().to_line();
  ASSERT_EQ(claims->size(), 3u);
  const DocumentClaim& first = (*claims)[0];
  EXPECT_EQ(first.document, "12");
  EXPECT_EQ(first.label, ClaimLabel::kSupported);
  ASSERT_EQ(first.decided_by.size(), 2u);
  EXPECT_EQ(first.decided_by[0].start, 812u);
  EXPECT_EQ(first.decided_by[0].end, 1003u);
  EXPECT_EQ(first.decided_by[1].start, 7u);
  EXPECT_EQ(first.kind, "S2");
  EXPECT_EQ(first.text, "Zinc lowers ferritin.");
  EXPECT_EQ((*claims)[1].label, ClaimLabel::kContradicted);
  EXPECT_EQ((*claims)[2].label, ClaimLabel::kNotEnoughEvidence);
  EXPECT_THAT((*claims)[2].decided_by, IsEmpty());
}

TEST(DocumentClaims, BrokenRowsAreNamed) {
  for (const char* row : {
           "12\tSUPPORTED\t7-40\tS1",               // no claim
           "12\tSUPPORTED\t7-40\tS1\ta.\tmore",     // a sixth column
           "\tSUPPORTED\t7-40\tS1\ta.",             // no document
           "12\tSUPPORTED\t7-40\tS1\t",             // an empty claim
           "12\tsupported\t7-40\tS1\ta.",           // no label
           "12\t\t7-40\tS1\ta.",                    //
           "12\tSUPPORTED\t7\tS1\ta.",              // no span
           "12\tSUPPORTED\t40-7\tS1\ta.",           // ends before it starts
           "12\tSUPPORTED\t7-7\tS1\ta.",            // of nothing
           "12\tSUPPORTED\t7-40x\tS1\ta.",          //
           "12\tSUPPORTED\t7-40,a-b\tS1\ta.",       // the second of two
           "12\tSUPPORTED\t-7-40\tS1\ta.",          //
           "12\tSUPPORTED\t7-99999999999\tS1\ta.",  // beyond what a span holds
       }) {
    const auto claims = read_rows(std::string("# a comment\n") + row + "\n");
    ASSERT_FALSE(claims) << row;
    EXPECT_EQ(claims.error().code, ErrorCode::kInput) << row;
    EXPECT_THAT(claims.error().to_line(), HasSubstr("claims.tsv, line 2")) << row;
  }
}

TEST(DocumentClaims, AFileThatIsNotThereFails) { EXPECT_FALSE(read_document_claims("/nowhere/claims.tsv")); }

TEST(DocumentClaims, ADocumentThatTheCollectionLacksFails) {
  const test::TemporaryFolder folder;
  test::add_all(folder / "collection", {test::make_document("pmid:1", "Zinc", "Zinc lowered ferritin.")});
  const auto collection = test::open_collection(folder / "collection");
  const auto thesaurus =
      Thesaurus::load(std::filesystem::path(ATTEST_SOURCE_DIR) / "data/thesaurus/attest.json");
  ASSERT_TRUE(thesaurus) << thesaurus.error().to_line();
  std::ofstream(folder / "held.tsv") << "pmid:1\tSUPPORTED\t6-28\tS1\tZinc lowers ferritin.\n";
  const auto held = load_document_claims(folder / "held.tsv", *collection, **thesaurus);
  ASSERT_TRUE(held) << held.error().to_line();
  ASSERT_EQ(held->size(), 1u);
  EXPECT_EQ(held->front().source.id, "pmid:1");
  std::ofstream(folder / "lost.tsv") << "pmid:2\tSUPPORTED\t6-28\tS1\tZinc lowers ferritin.\n";
  const auto lost = load_document_claims(folder / "lost.tsv", *collection, **thesaurus);
  ASSERT_FALSE(lost);
  EXPECT_EQ(lost.error().code, ErrorCode::kNotFound);
}

// Six claims of each document, two of each label, but for three that hold too little; what is measured shares
// no document with what is learned.
TEST(DocumentClaims, TheSetsAreWholeAndApart) {
  std::set<std::string> seen;
  struct Set {
    const char* file;
    size_t documents;
    size_t claims;
    size_t incomplete;  // documents with fewer
  };
  for (const Set& set : {Set{"claims.tsv", 1580, 9353, 43}, Set{"claims_unseen.tsv", 76, 456, 0}}) {
    const auto claims = read_document_claims(std::string(ATTEST_SOURCE_DIR) + "/eval/claims/" + set.file);
    ASSERT_TRUE(claims) << claims.error().to_line();
    std::map<std::string, std::map<ClaimLabel, size_t>> labels;
    for (const DocumentClaim& claim : *claims) {
      ++labels[claim.document][claim.label];
      EXPECT_TRUE(claim.label == ClaimLabel::kNotEnoughEvidence || !claim.decided_by.empty()) << claim.text;
    }
    EXPECT_EQ(labels.size(), set.documents) << set.file;
    EXPECT_EQ(claims->size(), set.claims) << set.file;
    size_t incomplete = 0;
    for (const auto& [document, counts] : labels) {
      bool whole = counts.size() == 3;
      for (const auto& [label, count] : counts) {
        EXPECT_LE(count, 2u) << document;
        whole = whole && count == 2;
      }
      incomplete += whole ? 0 : 1;
      EXPECT_TRUE(seen.insert(document).second) << document;
    }
    EXPECT_EQ(incomplete, set.incomplete) << set.file;
  }
}

}  // namespace
}  // namespace attest
