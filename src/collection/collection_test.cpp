#include "collection/collection.h"

#include <fstream>

#include <gmock/gmock.h>

#include "collection/collection_test_support.h"
#include "collection/layout.h"
#include "document/record_json.h"

namespace attest {
namespace {

using test::add_all;
using test::check_problems;
using test::make_document;
using test::numbered_document;
using test::numbered_documents;
using test::open_collection;
using test::open_writer;
using test::TemporaryFolder;

TEST(Collection, GivesBackWhatWasAdded) {
  TemporaryFolder folder;
  const auto path = folder / "c";
  EXPECT_EQ(add_all(path, numbered_documents(0, 300)).added, 300u);
  const auto collection = open_collection(path);
  ASSERT_EQ(collection->document_count(), 300u);
  for (uint64_t i = 0; i < 300; ++i) {
    const Document expected = numbered_document(i);
    const auto ref = collection->find(expected.id);
    ASSERT_TRUE(ref) << expected.id;
    const auto document = collection->document(*ref);
    ASSERT_TRUE(document) << document.error().to_line();
    EXPECT_EQ(document->id, expected.id);
    EXPECT_EQ(document->text, expected.text);
    EXPECT_EQ(document->depth, expected.depth);
    EXPECT_EQ(record_to_json(document->record), record_to_json(expected.record));
    EXPECT_EQ(sections_to_json(document->sections), sections_to_json(expected.sections));
    EXPECT_EQ(*collection->text(*ref), expected.text);
    EXPECT_EQ(*collection->id(*ref), expected.id);
  }
  EXPECT_THAT(check_problems(*collection), testing::IsEmpty());
}

TEST(Collection, FindsByEveryIdentifier) {
  TemporaryFolder folder;
  Document document = make_document("E034", "ACG guideline", "Biofeedback is recommended.");
  document.record.pmid = "17294322";
  document.record.pmcid = "PMC3910270";
  document.record.doi = "10.1007/S10350-006-0814-9";
  document.record.statements = {{"evidence_id", "row 7"}};
  add_all(folder / "c", {document, make_document("other", "Another", "Text.")});
  const auto collection = open_collection(folder / "c");
  for (const char* id : {"E034", "pmid:17294322", "PMID:17294322", "pmcid:PMC3910270", "pmcid:3910270",
                         "pmc3910270", "doi:10.1007/s10350-006-0814-9", "DOI:10.1007/S10350-006-0814-9",
                         "10.1007/s10350-006-0814-9", "https://doi.org/10.1007/s10350-006-0814-9", "row 7"}) {
    const auto ref = collection->find(id);
    ASSERT_TRUE(ref) << id;
    EXPECT_EQ(*collection->id(*ref), "E034") << id;
  }
  for (const char* id : {"", "pmid:", "pmid:1", "doi:10.1007/other", "e034x"}) {
    const auto ref = collection->find(id);
    ASSERT_FALSE(ref) << id;
    EXPECT_EQ(ref.error().code, ErrorCode::kNotFound);
  }
}

TEST(Collection, SameContentChangesNothing) {
  TemporaryFolder folder;
  add_all(folder / "c", numbered_documents(0, 50));
  const std::string before = open_collection(folder / "c")->snapshot();
  const WriterCounts counts = add_all(folder / "c", numbered_documents(0, 50));
  EXPECT_EQ(counts.unchanged, 50u);
  EXPECT_EQ(counts.added, 0u);
  EXPECT_EQ(open_collection(folder / "c")->snapshot(), before);
}

TEST(Collection, NewerReplacesAndOlderIsIgnored) {
  TemporaryFolder folder;
  const auto versioned = [](uint32_t version, uint16_t revised, const std::string& text) {
    Document document = make_document("pmid:1", "Title", text);
    document.record.version = version;
    document.record.revised.year = revised;
    return document;
  };
  add_all(folder / "c", {versioned(2, 2010, "Second version.")});
  EXPECT_EQ(add_all(folder / "c", {versioned(1, 2011, "First version.")}).older_ignored, 1u);
  EXPECT_EQ(add_all(folder / "c", {versioned(2, 2009, "Second, earlier.")}).older_ignored, 1u);
  EXPECT_EQ(add_all(folder / "c", {versioned(2, 2012, "Second, later.")}).replaced, 1u);
  EXPECT_EQ(add_all(folder / "c", {versioned(3, 2001, "Third version.")}).replaced, 1u);
  const auto collection = open_collection(folder / "c");
  EXPECT_EQ(collection->document_count(), 1u);
  EXPECT_THAT(*collection->text(*collection->find("pmid:1")), testing::HasSubstr("Third version."));
  EXPECT_THAT(check_problems(*collection), testing::IsEmpty());
}

TEST(Collection, AbstractAndFullTextOfOneIdAreJoined) {
  Document abstract = make_document("pmid:5", "A trial", "Short abstract.");
  abstract.record.mesh = {{"Constipation", "D003248", true, {}}};
  abstract.record.related = {{"RetractionIn", "99", "", "Retracted 2010", ""}};
  Document full_text = make_document("pmid:5", "A trial", "The whole long text of the article.");
  full_text.depth = Depth::kFullText;
  full_text.record.licence = "CC BY";
  for (const bool abstract_first : {true, false}) {
    TemporaryFolder folder;
    add_all(folder / "c", {abstract_first ? abstract : full_text});
    EXPECT_EQ(add_all(folder / "c", {abstract_first ? full_text : abstract}).replaced, 1u);
    // Both are known now, in either order.
    EXPECT_EQ(add_all(folder / "c", {abstract, full_text}).unchanged, 2u);
    const auto collection = open_collection(folder / "c");
    const auto document = collection->document(*collection->find("pmid:5"));
    ASSERT_TRUE(document);
    EXPECT_EQ(document->text, full_text.text);
    EXPECT_EQ(document->depth, Depth::kFullText);
    EXPECT_EQ(document->record.licence, "CC BY");
    ASSERT_EQ(document->record.mesh.size(), 1u);
    EXPECT_EQ(test::status_of_id(*collection, "pmid:5"), PublicationStatus::kRetracted);
    EXPECT_THAT(check_problems(*collection), testing::IsEmpty());
  }
}

TEST(Collection, RemovedDocumentsAreGone) {
  TemporaryFolder folder;
  add_all(folder / "c", numbered_documents(0, 20));
  {
    auto writer = open_writer(folder / "c");
    ASSERT_TRUE(writer->remove("pmid:1003"));
    ASSERT_TRUE(writer->remove("pmid:nobody"));
    // Added and removed in one transaction.
    ASSERT_TRUE(writer->add(numbered_document(100)));
    ASSERT_TRUE(writer->remove("pmid:1100"));
    ASSERT_TRUE(writer->commit());
    EXPECT_EQ(writer->counts().deleted, 2u);
  }
  const auto collection = open_collection(folder / "c");
  EXPECT_EQ(collection->document_count(), 19u);
  EXPECT_FALSE(collection->find("pmid:1003"));
  EXPECT_FALSE(collection->find("pmid:1100"));
  EXPECT_EQ(collection->summary()->deleted, 2u);
  const auto learned = collection->abbreviations_for("ABF");
  ASSERT_EQ(learned->size(), 1u);
  EXPECT_EQ(learned->front().documents, 19u);
  EXPECT_THAT(check_problems(*collection), testing::IsEmpty());
}

TEST(Collection, SnapshotFollowsFromDocumentsAlone) {
  std::vector<std::string> snapshots;
  for (const unsigned threads : {1u, 2u, 7u}) {
    TemporaryFolder folder;
    WriterOptions options;
    options.threads = threads;
    options.commit_every_documents = 100;
    add_all(folder / "c", numbered_documents(0, 450), options);
    snapshots.push_back(open_collection(folder / "c")->snapshot());
  }
  EXPECT_EQ(snapshots[0], snapshots[1]);
  EXPECT_EQ(snapshots[0], snapshots[2]);
  TemporaryFolder folder;
  WriterOptions options;
  options.commit_every_documents = 100;
  std::vector<Document> documents = numbered_documents(0, 450);
  std::swap(documents[3], documents[4]);
  add_all(folder / "c", std::move(documents), options);
  EXPECT_NE(open_collection(folder / "c")->snapshot(), snapshots[0]);
}

TEST(Collection, SnapshotChangesWithEveryChange) {
  TemporaryFolder folder;
  std::vector<std::string> snapshots;
  add_all(folder / "c", numbered_documents(0, 10));
  snapshots.push_back(open_collection(folder / "c")->snapshot());
  const auto change = [&](const std::function<Status(CollectionWriter&)>& step) {
    auto writer = open_writer(folder / "c");
    EXPECT_TRUE(step(*writer));
    EXPECT_TRUE(writer->commit());
    writer.reset();
    const std::string snapshot = open_collection(folder / "c")->snapshot();
    EXPECT_THAT(snapshots, testing::Not(testing::Contains(snapshot)));
    snapshots.push_back(snapshot);
  };
  change([](CollectionWriter& writer) { return writer.remove("pmid:1001"); });
  change([](CollectionWriter& writer) { return writer.add(numbered_document(77)); });
  change([](CollectionWriter& writer) {
    return writer.add_concept({"D1", "Constipation", {"C23"}, {"Colonic inertia"}});
  });
  change([](CollectionWriter& writer) {
    return writer.add_concept({"D1", "Constipation", {"C23"}, {"Dyschezia"}});
  });
  // Notes about files and failures are not part of what decides an answer.
  {
    auto writer = open_writer(folder / "c");
    EXPECT_TRUE(writer->note_file("/a", "1"));
    EXPECT_TRUE(writer->note_failure("/b", "broken"));
    EXPECT_TRUE(writer->commit());
  }
  EXPECT_EQ(open_collection(folder / "c")->snapshot(), snapshots.back());
}

TEST(Collection, ManySegmentsAreMerged) {
  TemporaryFolder folder;
  WriterOptions options;
  options.commit_every_documents = 10;
  add_all(folder / "c", numbered_documents(0, 300), options);
  {
    auto writer = open_writer(folder / "c", options);
    for (int i = 0; i < 300; i += 3) ASSERT_TRUE(writer->remove(fmt::format("pmid:{}", 1000 + i)));
    for (uint64_t i = 300; i < 500; ++i) ASSERT_TRUE(writer->add(numbered_document(i)));
    ASSERT_TRUE(writer->commit());
  }
  auto collection = open_collection(folder / "c");
  EXPECT_LE(collection->segments().size(), 10u);
  EXPECT_EQ(collection->document_count(), 400u);
  EXPECT_THAT(check_problems(*collection), testing::IsEmpty());
  // An open reader does not notice that everything beneath it is compacted away.
  {
    auto writer = open_writer(folder / "c");
    ASSERT_TRUE(writer->compact(nullptr));
  }
  EXPECT_EQ(*collection->text(*collection->find("pmid:1001")), numbered_document(1).text);
  const auto compacted = open_collection(folder / "c");
  EXPECT_EQ(compacted->segments().size(), 1u);
  EXPECT_EQ(compacted->summary()->deleted, 0u);
  EXPECT_EQ(compacted->document_count(), 400u);
  for (uint64_t i = 0; i < 500; ++i) {
    const auto ref = compacted->find(fmt::format("pmid:{}", 1000 + i));
    ASSERT_EQ(ref.has_value(), i >= 300 || i % 3 != 0) << i;
    if (!ref) continue;
    EXPECT_EQ(*compacted->text(*ref), numbered_document(i).text);
  }
  EXPECT_THAT(check_problems(*compacted), testing::IsEmpty());
}

TEST(Collection, CompactingTwiceChangesNothing) {
  TemporaryFolder folder;
  add_all(folder / "c", numbered_documents(0, 30));
  std::vector<std::string> snapshots;
  for (int i = 0; i < 2; ++i) {
    auto writer = open_writer(folder / "c");
    ASSERT_TRUE(writer->remove("pmid:1002"));
    ASSERT_TRUE(writer->compact(nullptr));
    writer.reset();
    snapshots.push_back(open_collection(folder / "c")->snapshot());
  }
  EXPECT_EQ(snapshots[0], snapshots[1]);
}

TEST(Collection, IndexCanBeRebuiltFromTexts) {
  TemporaryFolder folder;
  WriterOptions options;
  options.commit_every_documents = 20;
  add_all(folder / "c", numbered_documents(0, 60), options);
  for (const auto& entry : std::filesystem::directory_iterator(layout::segments_folder(folder / "c"))) {
    std::filesystem::resize_file(entry.path(), 10);
  }
  EXPECT_FALSE(Collection::open(folder / "c"));
  {
    auto writer = open_writer(folder / "c");
    ASSERT_TRUE(writer->rebuild_index(nullptr));
  }
  const auto collection = open_collection(folder / "c");
  EXPECT_EQ(collection->document_count(), 60u);
  EXPECT_THAT(check_problems(*collection), testing::IsEmpty());
  EXPECT_GT(index::document_frequency(collection->segments(), "trial"), 0u);
}

TEST(Collection, LearnsAbbreviations) {
  TemporaryFolder folder;
  add_all(folder / "c",
          {make_document("a", "A", "Dyssynergic defecation (DD) is common. In DD, effort fails."),
           make_document("b", "B", "Patients with dyssynergic defecation (DD) improved."),
           make_document("c", "C", "Degenerative disease (DD) of the spine.")});
  const auto collection = open_collection(folder / "c");
  const auto meanings = collection->abbreviations_for("dd");
  ASSERT_TRUE(meanings);
  ASSERT_EQ(meanings->size(), 2u);
  EXPECT_EQ(meanings->at(0).long_form, "dyssynergic defecation");
  EXPECT_EQ(meanings->at(0).documents, 2u);
  EXPECT_EQ(collection->short_forms_of("Dyssynergic  Defecation")->at(0).short_form, "DD");
}

TEST(Collection, KeepsAThesaurus) {
  TemporaryFolder folder;
  {
    auto writer = open_writer(folder / "c");
    ASSERT_TRUE(
        writer->add_concept({"D003248", "Constipation", {"C23.888"}, {"Colonic Inertia", "Dyschezia"}}));
    ASSERT_TRUE(writer->add_concept({"D002", "Other", {}, {"constipation"}}));
    ASSERT_TRUE(writer->commit());
  }
  const auto collection = open_collection(folder / "c");
  const auto found = collection->concepts_for_term(normalise_term("colonic-inertia"));
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 1u);
  EXPECT_EQ(found->front().id, "D003248");
  EXPECT_THAT(found->front().terms, testing::ElementsAre("Colonic Inertia", "Dyschezia"));
  EXPECT_THAT(found->front().tree_numbers, testing::ElementsAre("C23.888"));
  // Whose name it is comes first.
  EXPECT_EQ(collection->concepts_for_term("constipation")->front().id, "D003248");
  EXPECT_THAT(*collection->terms_beginning_with("colonic"), testing::ElementsAre("colonic inertia"));
  EXPECT_THAT(*collection->terms_beginning_with("const"), testing::IsEmpty());
  EXPECT_EQ(collection->summary()->thesaurus_concepts, 2u);
}

TEST(Collection, SummaryCounts) {
  TemporaryFolder folder;
  add_all(folder / "c", numbered_documents(0, 40));
  {
    auto writer = open_writer(folder / "c");
    for (int i = 0; i < 1100; ++i) ASSERT_TRUE(writer->note_failure("/f", fmt::format("problem {}", i)));
    ASSERT_TRUE(writer->note_file("/g", "fingerprint"));
    ASSERT_TRUE(writer->commit());
    EXPECT_TRUE(*writer->file_already_added("/g", "fingerprint"));
    EXPECT_FALSE(*writer->file_already_added("/g", "other"));
    EXPECT_FALSE(*writer->file_already_added("/h", "fingerprint"));
  }
  const auto summary = open_collection(folder / "c")->summary();
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->documents, 40u);
  EXPECT_THAT(summary->by_source, testing::ElementsAre(testing::Pair("Test", 40u)));
  EXPECT_EQ(summary->by_year.front(), (std::pair<uint16_t, uint64_t>(1990, 2)));
  EXPECT_EQ(summary->failures.size(), 1000u);
  EXPECT_EQ(summary->failures.front().second, "problem 1099");
  EXPECT_GT(summary->text_bytes, 0u);
}

TEST(Collection, RefusesWhatItCannotStore) {
  TemporaryFolder folder;
  auto writer = open_writer(folder / "c");
  Document nameless = numbered_document(1);
  nameless.id.clear();
  EXPECT_EQ(writer->add(std::move(nameless)).error().code, ErrorCode::kInput);
  Document endless = numbered_document(1);
  endless.id = std::string(5000, 'x');
  EXPECT_EQ(writer->add(std::move(endless)).error().code, ErrorCode::kLimit);
  Document outside = numbered_document(1);
  outside.sections.back().body.end += 1000;
  EXPECT_EQ(writer->add(std::move(outside)).error().code, ErrorCode::kInput);
  // It goes on.
  EXPECT_TRUE(writer->add(numbered_document(2)));
  EXPECT_TRUE(writer->commit());
  EXPECT_EQ(writer->counts().added, 1u);
}

TEST(Collection, SecondWriterIsToldWhoIsWriting) {
  TemporaryFolder folder;
  const auto first = open_writer(folder / "c");
  const auto second = CollectionWriter::open(folder / "c");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kEnvironment);
  EXPECT_THAT(second.error().to_line(), testing::HasSubstr(fmt::format("process {}", ::getpid())));
}

TEST(Collection, RefusesAFolderOfSomethingElse) {
  TemporaryFolder folder;
  std::ofstream(folder / "thesis.txt") << "mine";
  const auto writer = CollectionWriter::open(folder.path());
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().code, ErrorCode::kUsage);
  EXPECT_EQ(Collection::open(folder / "nowhere").error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(folder / "nowhere"));
}

TEST(Collection, EmptyCollectionOpens) {
  TemporaryFolder folder;
  {
    auto writer = open_writer(folder / "c");
    ASSERT_TRUE(writer->commit());
    ASSERT_TRUE(writer->compact(nullptr));
  }
  const auto collection = open_collection(folder / "c");
  EXPECT_EQ(collection->document_count(), 0u);
  EXPECT_THAT(check_problems(*collection), testing::IsEmpty());
}

TEST(Collection, DamagedTextIsRepairedByAddingAgain) {
  TemporaryFolder folder;
  add_all(folder / "c", numbered_documents(0, 5));
  const auto texts = layout::texts_file(folder / "c", 1);
  {
    std::fstream file(texts, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(60);
    file.put('\x55');
  }
  EXPECT_FALSE(check_problems(*open_collection(folder / "c")).empty());
  EXPECT_EQ(add_all(folder / "c", numbered_documents(0, 5)).unchanged, 5u);
  WriterOptions options;
  options.repair = true;
  EXPECT_EQ(add_all(folder / "c", numbered_documents(0, 5), options).replaced, 1u);
  EXPECT_THAT(check_problems(*open_collection(folder / "c")), testing::IsEmpty());
}

TEST(Normalise, TermsMeetWhateverTheirPunctuation) {
  EXPECT_EQ(normalise_term("  Pelvic-Floor   DYSSYNERGIA "), "pelvic floor dyssynergia");
  EXPECT_EQ(normalise_term("Crohn's disease"), normalise_term("CROHN disease"));
  EXPECT_EQ(normalise_term(""), "");
}

}  // namespace
}  // namespace attest
