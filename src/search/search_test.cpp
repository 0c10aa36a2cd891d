// Search over a small collection written for the purpose: rare names, homonyms, abbreviations, repetitions,
// questions that nothing answers.
#include "search/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <string_view>

#include "index/segment.h"
#include "question/question.h"
#include "search/one_document.h"

namespace attest {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

struct Source {
  const char* id;
  const char* title;
  const char* text;
};

constexpr Source kSources[] = {
    {"s:trial", "Biofeedback against laxatives for dyssynergic defecation: a randomised trial",
     "We compared biofeedback with macrogol in 109 patients with dyssynergic defecation (DD). At 6 months 43 "
     "of 54 "
     "patients (80%) improved with biofeedback against 12 of 55 (22%) with macrogol. The weather was fine in "
     "that "
     "year. Biofeedback is superior to laxatives for DD."},
    {"s:guideline", "Guideline on benign anorectal disorders",
     "We recommend biofeedback as the first treatment of dyssynergic defecation. Patients with anal fissure "
     "should "
     "try sitz baths."},
    {"s:rare", "Spastic pelvic floor syndrome treated by retraining",
     "Eleven adults with spastic pelvic floor syndrome were retrained with a balloon. Nine of them "
     "improved."},
    {"s:botulinum", "Botulinum toxin in anismus",
     "Twenty-four patients with anismus received 20 units of botulinum toxin. Incontinence of flatus "
     "followed in "
     "two. The paradoxical contraction of the puborectalis muscle resolved in 18."},
    {"s:bladder", "Bladder sphincter dyssynergia after spinal cord injury",
     "Detrusor sphincter dyssynergia was treated with botulinum toxin. Bladder sphincter dyssynergia "
     "improved."},
    {"s:fissure", "Anal fissure: botulinum toxin or ointment",
     "Patients with chronic anal fissure received botulinum toxin or glyceryl trinitrate ointment for eight "
     "weeks."},
    {"s:development", "Schooling in developmental disability (DD)",
     "Children with developmental disability (DD) were taught in small groups. DD was mild in most of them."},
    {"s:copy", "Botulinum toxin in anismus",
     "Twenty-four patients with anismus received 20 units of botulinum toxin. Incontinence of flatus "
     "followed in "
     "two. The paradoxical contraction of the puborectalis muscle resolved in 18."},
    {"s:asthma", "Inhaled budesonide in asthma",
     "Budesonide reduced asthma attacks in 300 adults over 12 months."},
    {"s:constipation", "Fibre in chronic constipation",
     "Fibre relieved chronic constipation in 40 of 80 adults. Functional constipation is common."},
};

constexpr size_t kRegistrations = 6;

class SearchTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ =
        std::filesystem::temp_directory_path() / ("attest_search_test_" + std::to_string(::getpid()));
    std::filesystem::remove_all(directory_);
    auto writer = CollectionWriter::open(directory_);
    ASSERT_TRUE(writer.has_value()) << writer.error().to_line();
    for (const Source& source : kSources) {
      Document document;
      document.id = source.id;
      document.record.title = source.title;
      TextBuilder builder;
      builder.set_title(source.title);
      builder.add_section(SectionKind::kAbstract, "", source.text);
      std::move(builder).finish(document);
      const Status added = (*writer)->add(std::move(document));
      ASSERT_TRUE(added.has_value()) << added.error().to_line();
      // Two segments, so that their term numbers differ.
      if (std::string_view(source.id) != "s:fissure") continue;
      ASSERT_TRUE((*writer)->commit().has_value());
    }
    for (size_t i = 0; i < kRegistrations; ++i) {
      Document document;
      document.id = "r:" + std::to_string(i);
      document.depth = Depth::kRegistration;
      const std::string what[] = {"milk", "walnuts", "yoga", "singing", "saunas", "mint"};
      document.record.title = "Asthma treated with " + what[i];
      TextBuilder builder;
      builder.set_title(document.record.title);
      builder.add_section(SectionKind::kAbstract, "",
                          "Asthma treatment with " + what[i] + " will be studied in asthma.");
      std::move(builder).finish(document);
      ASSERT_TRUE((*writer)->add(std::move(document)).has_value());
    }
    const Status committed = (*writer)->commit();
    ASSERT_TRUE(committed.has_value()) << committed.error().to_line();
    writer->reset();
    auto opened = Collection::open(directory_);
    ASSERT_TRUE(opened.has_value()) << opened.error().to_line();
    collection_ = *opened;
    auto thesaurus = Thesaurus::load(std::string(ATTEST_SOURCE_DIR) + "/data/thesaurus/attest.json");
    ASSERT_TRUE(thesaurus.has_value()) << thesaurus.error().to_line();
    thesaurus_ = *thesaurus;
  }
  static void TearDownTestSuite() {
    collection_.reset();
    std::filesystem::remove_all(directory_);
  }

  static SearchResult ask(std::string_view text, const SearchOptions& options = {}) {
    auto question = understand(text, *collection_, *thesaurus_, std::nullopt);
    EXPECT_TRUE(question.has_value());
    auto result = make_collection_backend(collection_)->search(*question, options);
    EXPECT_TRUE(result.has_value()) << (result ? "" : result.error().to_line());
    return result ? std::move(*result) : SearchResult();
  }
  static std::vector<std::string> ids(const SearchResult& result) {
    std::vector<std::string> found;
    for (const DocumentHit& hit : result.documents) found.push_back(hit.id);
    return found;
  }
  static std::vector<std::string> sentences(const SearchResult& result) {
    std::vector<std::string> found;
    for (const SentenceHit& hit : result.sentences) {
      const auto text = collection_->text(result.documents[hit.document].ref);
      if (text) found.emplace_back(hit.span.of(*text));
    }
    return found;
  }

  static inline std::filesystem::path directory_;
  static inline std::shared_ptr<const Collection> collection_;
  static inline std::shared_ptr<const Thesaurus> thesaurus_;
};

TEST_F(SearchTest, every_name_finds_every_document) {
  const std::vector<std::string> first = ids(ask("What is the first-line treatment for anismus?"));
  for (const char* name :
       {"dyssynergic defecation", "pelvic floor dyssynergia", "spastic pelvic floor syndrome",
        "paradoxical puborectalis contraction", "dyssynergic defaecation"}) {
    std::vector<std::string> found =
        ids(ask("What is the first-line treatment for " + std::string(name) + "?"));
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(first)) << name;
  }
  EXPECT_THAT(first, Contains("s:rare"));
  EXPECT_THAT(first, Contains("s:guideline"));
  EXPECT_THAT(first, Contains("s:trial"));
}

// Its sentences are those that a search which finds it chooses, in their order.
TEST_F(SearchTest, one_document_is_searched_as_among_others) {
  const std::string_view text = "biofeedback for dyssynergic defecation";
  const auto question = understand(text, *collection_, *thesaurus_, std::nullopt);
  ASSERT_TRUE(question.has_value());
  const auto ref = collection_->find("s:trial");
  ASSERT_TRUE(ref.has_value());
  const auto one = search_one_document(*question, *collection_, *ref);
  ASSERT_TRUE(one.has_value()) << one.error().to_line();
  EXPECT_EQ(ids(*one), std::vector<std::string>{"s:trial"});
  const SearchResult all = ask(text);
  std::vector<ByteSpan> expected;
  for (const SentenceHit& hit : all.sentences) {
    if (all.documents[hit.document].id == "s:trial") expected.push_back(hit.span);
  }
  std::vector<ByteSpan> found;
  for (const SentenceHit& hit : one->sentences) found.push_back(hit.span);
  EXPECT_FALSE(found.empty());
  EXPECT_EQ(found, expected);
  // Asked of what it is not about, it is searched all the same.
  const auto other = understand("budesonide for asthma", *collection_, *thesaurus_, std::nullopt);
  const auto beside = search_one_document(*other, *collection_, *ref);
  ASSERT_TRUE(beside.has_value());
  EXPECT_EQ(beside->documents.size(), 1U);
}

TEST_F(SearchTest, homonyms_and_neighbours_are_left_out) {
  const std::vector<std::string> found = ids(ask("treatment of anismus"));
  for (const char* other : {"s:bladder", "s:fissure", "s:development", "s:asthma", "s:constipation"}) {
    EXPECT_THAT(found, Not(Contains(other)));
  }
  EXPECT_THAT(ids(ask("botulinum toxin for bladder sphincter dyssynergia")),
              testing::ElementsAre("s:bladder"));
}

TEST_F(SearchTest, the_same_text_counts_once) {
  const std::vector<std::string> found = ids(ask("botulinum toxin for anismus"));
  EXPECT_EQ(std::count(found.begin(), found.end(), "s:botulinum") +
                std::count(found.begin(), found.end(), "s:copy"),
            1);
}

TEST_F(SearchTest, sentences_answer_the_question) {
  const std::vector<std::string> dose = sentences(ask("What dose of botulinum toxin is used for anismus?"));
  ASSERT_FALSE(dose.empty());
  EXPECT_EQ(dose.front(), "Twenty-four patients with anismus received 20 units of botulinum toxin.");
  const std::vector<std::string> first = sentences(ask("What is the first-line treatment for anismus?"));
  ASSERT_GE(first.size(), 3u);
  EXPECT_THAT(std::vector<std::string>(first.begin(), first.begin() + 3),
              Contains("We recommend biofeedback as the first treatment of dyssynergic defecation."));
}

TEST_F(SearchTest, an_abbreviation_counts_where_it_is_spelled_out) {
  const SearchResult result = ask("biofeedback for dyssynergic defecation");
  bool counted = false;
  for (const SentenceHit& hit : result.sentences) {
    const auto text = collection_->text(result.documents[hit.document].ref);
    ASSERT_TRUE(text.has_value());
    if (hit.span.of(*text) == "Biofeedback is superior to laxatives for DD.") counted = hit.concepts[0] == 2;
  }
  // Learned only when enough documents define it so; here one does.
  EXPECT_FALSE(counted);
  UnderstoodQuestion question =
      *understand("dyssynergic defecation", *collection_, *thesaurus_, std::nullopt);
  question.concepts[0].variants.push_back({"DD", {"dd"}, 0.6f, true});
  const auto again = make_collection_backend(collection_)->search(question, {});
  ASSERT_TRUE(again.has_value());
  for (const SentenceHit& hit : again->sentences) {
    const auto text = collection_->text(again->documents[hit.document].ref);
    if (hit.span.of(*text) == "Biofeedback is superior to laxatives for DD.") counted = hit.concepts[0] == 2;
  }
  EXPECT_TRUE(counted);
  EXPECT_THAT(ids(*again), Not(Contains("s:development")));
}

TEST_F(SearchTest, nothing_is_found_where_nothing_answers) {
  for (const char* question :
       {"What is the dose of zorbafenzil for anismus?", "Does acupuncture help anismus?",
        "treatment of malaria", "What helps with anismus in Parkinson's disease?", "", "the of"}) {
    const SearchResult result = ask(question);
    EXPECT_THAT(result.documents, IsEmpty()) << question;
    EXPECT_THAT(result.sentences, IsEmpty()) << question;
    EXPECT_EQ(result.matching_documents, 0u) << question;
  }
}

TEST_F(SearchTest, options_bound_the_result_and_ties_are_stable) {
  SearchOptions options;
  options.documents = 2;
  options.sentences = 3;
  const SearchResult few = ask("treatment of anismus", options);
  EXPECT_LE(few.documents.size(), 2u);
  EXPECT_LE(few.sentences.size(), 3u);
  EXPECT_GE(few.matching_documents, 4u);
  options.candidates = 0;
  EXPECT_THAT(ask("treatment of anismus", options).documents, IsEmpty());
  const SearchResult one = ask("treatment of anismus");
  const SearchResult two = ask("treatment of anismus");
  EXPECT_EQ(ids(one), ids(two));
  EXPECT_EQ(sentences(one), sentences(two));
  for (size_t i = 1; i < one.sentences.size(); ++i)
    EXPECT_GE(one.sentences[i - 1].score, one.sentences[i].score);
}

TEST_F(SearchTest, spans_lie_in_their_texts) {
  const SearchResult result = ask("biofeedback for anismus");
  for (const SentenceHit& hit : result.sentences) {
    ASSERT_LT(hit.document, result.documents.size());
    const auto text = collection_->text(result.documents[hit.document].ref);
    ASSERT_TRUE(text.has_value());
    EXPECT_FALSE(hit.span.of(*text).empty());
    EXPECT_EQ(hit.concepts.size(), result.documents[hit.document].concepts.size());
  }
}

TEST_F(SearchTest, registrations_leave_room_for_results) {
  SearchOptions options;
  options.documents = 4;
  const SearchResult result = ask("treatment of asthma", options);
  EXPECT_EQ(result.registrations, kRegistrations);
  EXPECT_THAT(ids(result), Contains("s:asthma"));
  EXPECT_EQ(result.documents.size(), 4u);  // and where nothing else is there, they fill it
}

TEST_F(SearchTest, plain_ranking_needs_no_concepts) {
  const auto backend = make_collection_backend(collection_);
  const auto hits = backend->rank("budesonide asthma", 5);
  ASSERT_TRUE(hits.has_value());
  ASSERT_FALSE(hits->empty());
  EXPECT_EQ(hits->front().id, "s:asthma");
  EXPECT_TRUE(backend->rank("", 5)->empty());
  EXPECT_TRUE(backend->rank("asthma", 0)->empty());
}

}  // namespace
}  // namespace attest
