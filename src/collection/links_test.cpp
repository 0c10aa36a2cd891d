#include "collection/links.h"

#include <gmock/gmock.h>

#include "collection/collection_test_support.h"

namespace attest {
namespace {

using test::add_all;
using test::make_document;
using test::open_collection;
using test::TemporaryFolder;

struct LinkCase {
  const char* in;
  const char* of;
  PublicationStatus status;
};

class LinkKinds : public testing::TestWithParam<LinkCase> {};

// The article states the link, or the notice does, or both; by PubMed id or DOI; whichever arrives first.
TEST_P(LinkKinds, CountFromEitherSideInAnyOrder) {
  const LinkCase& link = GetParam();
  for (const bool article_states : {true, false}) {
    for (const bool notice_states : {true, false}) {
      if (!article_states && !notice_states) continue;
      for (const bool by_doi : {true, false}) {
        for (const bool article_first : {true, false}) {
          Document article = make_document("pmid:1", "An article", "Text.");
          article.record.doi = "10.1/article";
          Document notice = make_document("pmid:2", "A notice", "Text.");
          notice.record.doi = "10.1/notice";
          RelatedPublication in{link.in, by_doi ? "" : "2", by_doi ? "10.1/NOTICE" : "", "Journal 2001", ""};
          RelatedPublication of{link.of, by_doi ? "" : "1", by_doi ? "10.1/ARTICLE" : "", "Journal 2000", ""};
          if (article_states) article.record.related = {in};
          if (notice_states) notice.record.related = {of};
          TemporaryFolder folder;
          add_all(folder / "c", {article_first ? article : notice});
          add_all(folder / "c", {article_first ? notice : article});
          const auto collection = open_collection(folder / "c");
          const auto status = collection->status(*collection->find("pmid:1"));
          ASSERT_TRUE(status);
          EXPECT_EQ(status->status, link.status) << link.in;
          ASSERT_EQ(status->links.size(), 1u);
          EXPECT_EQ(status->links[0].kind, link.in);
          EXPECT_EQ(status->links[0].other_id, "pmid:2");
          EXPECT_TRUE(status->links[0].other_present);
          EXPECT_EQ(test::status_of_id(*collection, "pmid:2"), PublicationStatus::kCurrent);
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, LinkKinds,
    testing::Values(LinkCase{"RetractionIn", "RetractionOf", PublicationStatus::kRetracted},
                    LinkCase{"ErratumIn", "ErratumFor", PublicationStatus::kCorrected},
                    LinkCase{"ExpressionOfConcernIn", "ExpressionOfConcernFor", PublicationStatus::kConcern},
                    LinkCase{"UpdateIn", "UpdateOf", PublicationStatus::kSuperseded},
                    LinkCase{"CorrectedandRepublishedIn", "CorrectedandRepublishedFrom",
                             PublicationStatus::kSuperseded},
                    LinkCase{"CommentIn", "CommentOn", PublicationStatus::kCurrent}));

TEST(Links, OtherNeedNotBeThere) {
  TemporaryFolder folder;
  Document article = make_document("pmid:1", "An article", "Text.");
  article.record.related = {{"RetractionIn", "77", "", "Retracted in J 2001", ""},
                            {"Cites", "5", "", "", ""}};
  add_all(folder / "c", {article});
  const auto collection = open_collection(folder / "c");
  const auto status = collection->status(*collection->find("pmid:1"));
  EXPECT_EQ(status->status, PublicationStatus::kRetracted);
  ASSERT_EQ(status->links.size(), 1u);
  EXPECT_EQ(status->links[0].other_id, "pmid:77");
  EXPECT_FALSE(status->links[0].other_present);
  EXPECT_EQ(status->links[0].citation, "Retracted in J 2001");
}

TEST(Links, PublicationTypeAloneRetracts) {
  TemporaryFolder folder;
  Document article = make_document("pmid:1", "An article", "Text.");
  article.record.publication_types = {{"Retracted Publication", "D016441"}};
  Document notice = make_document("pmid:2", "A notice", "Text.");
  notice.record.publication_types = {{"Retraction of Publication", "D016440"}};
  add_all(folder / "c", {article, notice});
  const auto collection = open_collection(folder / "c");
  EXPECT_EQ(test::status_of_id(*collection, "pmid:1"), PublicationStatus::kRetracted);
  EXPECT_EQ(test::status_of_id(*collection, "pmid:2"), PublicationStatus::kCurrent);
}

TEST(Links, RetractionThatIsItselfRetractedReinstates) {
  TemporaryFolder folder;
  Document article = make_document("pmid:1", "An article", "Text.");
  article.record.related = {{"RetractionIn", "2", "", "", ""}};
  Document notice = make_document("pmid:2", "A notice", "Text.");
  add_all(folder / "c", {article, notice});
  EXPECT_EQ(test::status_of_id(*open_collection(folder / "c"), "pmid:1"), PublicationStatus::kRetracted);
  Document withdrawal = make_document("pmid:3", "The notice was wrong", "Text.");
  withdrawal.record.related = {{"RetractionOf", "2", "", "", ""}};
  add_all(folder / "c", {withdrawal});
  EXPECT_EQ(test::status_of_id(*open_collection(folder / "c"), "pmid:1"), PublicationStatus::kReinstated);
  EXPECT_EQ(test::status_of_id(*open_collection(folder / "c"), "pmid:2"), PublicationStatus::kRetracted);
}

TEST(Links, ReinstatementNotice) {
  TemporaryFolder folder;
  Document article = make_document("pmid:1", "An article", "Text.");
  article.record.related = {{"RetractionIn", "2", "", "", ""}};
  Document notice = make_document("pmid:3", "Reinstatement", "Text.");
  notice.record.related = {{"ReinstatementOf", "1", "", "", ""}};
  add_all(folder / "c", {article, notice});
  EXPECT_EQ(test::status_of_id(*open_collection(folder / "c"), "pmid:1"), PublicationStatus::kReinstated);
}

TEST(Links, TwoRetractionsOfOneWithdrawn) {
  TemporaryFolder folder;
  Document article = make_document("pmid:1", "An article", "Text.");
  article.record.related = {{"RetractionIn", "2", "", "", ""}, {"RetractionIn", "8", "", "", ""}};
  Document notice = make_document("pmid:2", "A notice", "Text.");
  notice.record.related = {{"RetractionIn", "9", "", "", ""}};
  add_all(folder / "c", {article, notice});
  EXPECT_EQ(test::status_of_id(*open_collection(folder / "c"), "pmid:1"), PublicationStatus::kRetracted);
}

TEST(Links, CuratedRecordsNameEachOther) {
  TemporaryFolder folder;
  const auto curated = [](const char* id, std::vector<Identifier> statements) {
    Document document = make_document(fmt::format("doi:10.1/{}", id), id, "A guideline.");
    document.record.doi = fmt::format("10.1/{}", id);
    statements.push_back({"evidence_id", id});
    document.record.statements = std::move(statements);
    return document;
  };
  add_all(folder / "c", {curated("E035", {}), curated("E034", {{"supersedes", "E035"}}),
                         curated("E038", {{"superseded_by", "E039; doi:10.1/E040"}}), curated("E039", {}),
                         curated("E040", {}), curated("E050", {{"status", "superseded"}})});
  const auto collection = open_collection(folder / "c");
  const auto old = collection->status(*collection->find("E035"));
  EXPECT_EQ(old->status, PublicationStatus::kSuperseded);
  EXPECT_EQ(old->links.at(0).other_id, "doi:10.1/E034");
  EXPECT_EQ(test::status_of_id(*collection, "E034"), PublicationStatus::kCurrent);
  const auto twice = collection->status(*collection->find("E038"));
  EXPECT_EQ(twice->status, PublicationStatus::kSuperseded);
  EXPECT_EQ(twice->links.size(), 2u);
  EXPECT_EQ(test::status_of_id(*collection, "E050"), PublicationStatus::kSuperseded);
}

TEST(Links, DisappearWithTheirDocument) {
  TemporaryFolder folder;
  Document notice = make_document("pmid:2", "A notice", "Text.");
  notice.record.related = {{"RetractionOf", "1", "", "", ""}};
  add_all(folder / "c", {make_document("pmid:1", "An article", "Text."), notice});
  EXPECT_EQ(test::status_of_id(*open_collection(folder / "c"), "pmid:1"), PublicationStatus::kRetracted);
  {
    auto writer = test::open_writer(folder / "c");
    ASSERT_TRUE(writer->remove("pmid:2"));
    ASSERT_TRUE(writer->commit());
  }
  EXPECT_EQ(test::status_of_id(*open_collection(folder / "c"), "pmid:1"), PublicationStatus::kCurrent);
}

}  // namespace
}  // namespace attest
