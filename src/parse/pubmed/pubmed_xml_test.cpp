#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"
#include "parse/format_parsers.h"
#include "parse/record_test_support.h"

namespace attest {
namespace {

using test::body;
using test::Harvest;
using test::heading;
using testing::HasSubstr;

std::string set_of(const std::string& content) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PubmedArticleSet>\n" + content +
         "\n</PubmedArticleSet>\n";
}
std::string citation(const std::string& pmid, const std::string& article, const std::string& rest = "",
                     const std::string& data = "") {
  return "<PubmedArticle><MedlineCitation><PMID Version=\"2\">" + pmid + "</PMID><Article>" + article +
         "</Article>" + rest + "</MedlineCitation><PubmedData>" + data + "</PubmedData></PubmedArticle>";
}
Harvest parse(const std::string& xml) { return test::harvest(parse_pubmed_xml, xml); }

TEST(PubmedXml, ReadsEveryFieldOfACitation) {
  const auto harvest = parse(set_of(citation(
      "123",
      R"(<Journal><ISSN>1234-5678</ISSN><JournalIssue><Volume>4</Volume><Issue>2</Issue><PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate></JournalIssue><Title>Journal of Tests</Title><ISOAbbreviation>J Tests</ISOAbbreviation></Journal>
      <ArticleTitle>Effect of CO<sub>2</sub> <i>in</i> <i>vitro</i> &amp; more.</ArticleTitle>
      <Pagination><StartPage>10</StartPage><EndPage>12</EndPage></Pagination>
      <ELocationID EIdType="doi" ValidYN="Y">10.1000/ABC</ELocationID><ELocationID EIdType="pii" ValidYN="Y">S1</ELocationID>
      <Abstract><AbstractText Label="AIM" NlmCategory="OBJECTIVE">To see.</AbstractText><AbstractText>Free part.</AbstractText><CopyrightInformation>(c) us</CopyrightInformation></Abstract>
      <AuthorList><Author ValidYN="Y"><LastName>Roe</LastName><ForeName>Jane A</ForeName><Suffix>Jr</Suffix><Identifier Source="ORCID">https://orcid.org/0000000218250097</Identifier><AffiliationInfo><Affiliation>Here</Affiliation></AffiliationInfo></Author>
      <Author ValidYN="N"><LastName>Wrong</LastName></Author><Author><CollectiveName>The Group</CollectiveName></Author></AuthorList>
      <Language>eng</Language><Language>fre</Language>
      <DataBankList><DataBank><DataBankName>ClinicalTrials.gov</DataBankName><AccessionNumberList><AccessionNumber>NCT00000001</AccessionNumber></AccessionNumberList></DataBank></DataBankList>
      <GrantList><Grant><GrantID>R1</GrantID><Agency>NIH</Agency></Grant></GrantList>
      <PublicationTypeList><PublicationType UI="D016449">Randomized Controlled Trial</PublicationType></PublicationTypeList>
      <VernacularTitle>Titre</VernacularTitle><ArticleDate DateType="Electronic"><Year>1998</Year><Month>11</Month><Day>05</Day></ArticleDate>)",
      R"(<DateRevised><Year>2020</Year><Month>01</Month><Day>31</Day></DateRevised>
      <MedlineJournalInfo><Country>France</Country><NlmUniqueID>77</NlmUniqueID></MedlineJournalInfo>
      <ChemicalList><Chemical><RegistryNumber>0</RegistryNumber><NameOfSubstance UI="D1">Salt</NameOfSubstance></Chemical></ChemicalList>
      <SupplMeshList><SupplMeshName Type="Disease" UI="C1">Rare</SupplMeshName></SupplMeshList>
      <MeshHeadingList><MeshHeading><DescriptorName UI="D2" MajorTopicYN="Y">Gut</DescriptorName><QualifierName UI="Q1" MajorTopicYN="N">surgery</QualifierName></MeshHeading></MeshHeadingList>
      <OtherAbstract Type="plain-language-summary" Language="spa"><AbstractText>Otro.</AbstractText></OtherAbstract>
      <KeywordList Owner="NOTNLM"><Keyword>word</Keyword></KeywordList><CoiStatement>None.</CoiStatement><GeneralNote>Noted</GeneralNote>)",
      R"(<PublicationStatus>ppublish</PublicationStatus><ArticleIdList><ArticleId IdType="pubmed">123</ArticleId><ArticleId IdType="pmc">PMC99</ArticleId></ArticleIdList>
      <ReferenceList><Reference><Citation>Old work. 1990.</Citation><ArticleIdList><ArticleId IdType="pubmed">55</ArticleId><ArticleId IdType="pmc">PMC7</ArticleId></ArticleIdList></Reference></ReferenceList>)")));
  ASSERT_TRUE(harvest.status) << harvest.status.error().to_line();
  ASSERT_EQ(harvest.documents.size(), 1u);
  const Document& document = harvest.documents[0];
  const BibliographicRecord& record = document.record;
  EXPECT_EQ(document.id, "pmid:123");
  EXPECT_EQ(record.version, 2u);
  EXPECT_EQ(record.title, "Effect of CO2 in vitro & more.");
  EXPECT_EQ(document.depth, Depth::kAbstract);
  EXPECT_EQ(heading(document, 1), "AIM");
  EXPECT_EQ(body(document, 1), "To see.");
  EXPECT_EQ(document.sections[1].category, "objective");
  EXPECT_EQ(document.sections[3].kind, SectionKind::kOtherAbstract);
  EXPECT_EQ(document.sections[3].category, "plain-language-summary spa");
  EXPECT_EQ(record.journal.pages, "10-12");
  EXPECT_EQ(record.doi, "10.1000/abc");
  EXPECT_EQ(record.pmcid, "PMC99");
  EXPECT_EQ(record.published.year, 1998);
  EXPECT_EQ(record.published.month, 12);
  EXPECT_EQ(record.published.as_stated, "1998 Dec-1999 Jan");
  EXPECT_EQ(record.electronic, (PartialDate{1998, 11, 5, ""}));
  EXPECT_EQ(record.revised, (PartialDate{2020, 1, 31, ""}));
  ASSERT_EQ(record.authors.size(), 2u);
  EXPECT_EQ(record.authors[0].given, "Jane A Jr");
  EXPECT_EQ(record.authors[0].orcid, "0000-0002-1825-0097");
  EXPECT_EQ(record.authors[0].affiliations, std::vector<std::string>{"Here"});
  EXPECT_EQ(record.authors[1].collective, "The Group");
  EXPECT_EQ(record.languages, "eng,fre");
  EXPECT_EQ(record.data_banks.at(0).accessions.at(0), "NCT00000001");
  EXPECT_EQ(record.grants.at(0), "R1/NIH");
  EXPECT_EQ(record.publication_types.at(0).ui, "D016449");
  EXPECT_EQ(record.vernacular_title, "Titre");
  EXPECT_EQ(record.mesh.size(), 2u);
  EXPECT_TRUE(record.mesh[0].major);
  EXPECT_EQ(record.mesh[0].qualifiers.at(0).ui, "Q1");
  EXPECT_EQ(record.mesh[1].ui, "C1");
  EXPECT_EQ(record.chemicals.at(0).ui, "D1");
  EXPECT_EQ(record.keywords.at(0), "word");
  EXPECT_EQ(record.conflict_of_interest, "None.");
  EXPECT_EQ(record.licence, "(c) us");
  EXPECT_EQ(record.note, "Noted");
  EXPECT_EQ(record.country, "France");
  EXPECT_EQ(record.statement("publication_status"), "ppublish");
  EXPECT_EQ(record.references.at(0).pmid, "55");
  EXPECT_EQ(record.references.at(0).citation, "Old work. 1990.");
}

TEST(PubmedXml, ReadsEveryKindOfLinkInItsPresentAndOlderForm) {
  const std::vector<std::string> kinds = {"AssociatedDataset",
                                          "AssociatedPublication",
                                          "CommentIn",
                                          "CommentOn",
                                          "CorrectedandRepublishedIn",
                                          "CorrectedandRepublishedFrom",
                                          "ErratumIn",
                                          "ErratumFor",
                                          "ExpressionOfConcernIn",
                                          "ExpressionOfConcernFor",
                                          "RepublishedIn",
                                          "RepublishedFrom",
                                          "RetractedandRepublishedIn",
                                          "RetractedandRepublishedFrom",
                                          "RetractionIn",
                                          "RetractionOf",
                                          "UpdateIn",
                                          "UpdateOf",
                                          "SummaryForPatientsIn",
                                          "OriginalReportIn",
                                          "ReprintIn",
                                          "ReprintOf",
                                          "Cites"};
  std::string present;
  std::string older;
  for (const std::string& kind : kinds) {
    const std::string inside =
        "<RefSource>J X. 2001;1:2. doi: 10.1000/y.1.</RefSource><PMID>9</PMID><Note>n</Note>";
    present += "<CommentsCorrections RefType=\"" + kind + "\">" + inside + "</CommentsCorrections>";
    older += "<" + kind + ">" + inside + "</" + kind + ">";
  }
  const auto harvest =
      parse(set_of(citation("1", "<ArticleTitle>T</ArticleTitle>",
                            "<CommentsCorrectionsList>" + present + "</CommentsCorrectionsList>") +
                   citation("2", "<ArticleTitle>T</ArticleTitle>",
                            "<CommentsCorrections>" + older + "</CommentsCorrections>")));
  ASSERT_EQ(harvest.documents.size(), 2u);
  for (const Document& document : harvest.documents) {
    ASSERT_EQ(document.record.related.size(), kinds.size());
    for (size_t i = 0; i < kinds.size(); ++i) {
      const RelatedPublication& link = document.record.related[i];
      EXPECT_EQ(link.kind, kinds[i]);
      EXPECT_EQ(link.pmid, "9");
      EXPECT_EQ(link.doi, "10.1000/y.1");
      EXPECT_EQ(link.note, "n");
    }
  }
}

TEST(PubmedXml, ReadsBooksAndDeletions) {
  const auto harvest = parse(
      set_of("<PubmedBookArticle><BookDocument><PMID Version=\"1\">30</PMID><ArticleIdList><ArticleId "
             "IdType=\"bookaccession\">NBK1</ArticleId></ArticleIdList>"
             "<Book><Publisher><PublisherName>House</PublisherName><PublisherLocation>Town</"
             "PublisherLocation></Publisher><BookTitle>Whole</BookTitle>"
             "<PubDate><Year>2001</Year><Season>Fall</Season></PubDate><AuthorList "
             "Type=\"editors\"><Author><LastName>Ed</LastName></Author></AuthorList><Isbn>978</Isbn></Book>"
             "<ArticleTitle>Part</ArticleTitle><AuthorList "
             "Type=\"authors\"><Author><LastName>Au</LastName></Author></AuthorList>"
             "<Abstract><AbstractText>Text.</AbstractText></Abstract></BookDocument></PubmedBookArticle>"
             "<DeleteCitation><PMID "
             "Version=\"1\">7</PMID><PMID>8</PMID></DeleteCitation><DeleteDocument><PMID>9</PMID></"
             "DeleteDocument>"));
  ASSERT_TRUE(harvest.status);
  ASSERT_EQ(harvest.documents.size(), 1u);
  const BibliographicRecord& record = harvest.documents[0].record;
  EXPECT_EQ(record.type, "chapter");
  EXPECT_EQ(record.journal.title, "Whole");
  EXPECT_EQ(record.journal.publisher, "House");
  EXPECT_EQ(record.published.as_stated, "2001 Fall");
  EXPECT_EQ(record.authors.at(0).family, "Au");
  EXPECT_EQ(record.editors.at(0).family, "Ed");
  EXPECT_EQ(record.identifiers.size(), 2u);
  EXPECT_THAT(harvest.deletions, testing::ElementsAre("pmid:7", "pmid:8", "pmid:9"));
}

TEST(PubmedXml, SkipsABrokenCitationAndGoesOn) {
  const auto harvest = parse(set_of(citation("abc", "<ArticleTitle>T</ArticleTitle>") + citation("5", "") +
                                    citation("6", "<ArticleTitle>Good</ArticleTitle>")));
  EXPECT_TRUE(harvest.status);
  EXPECT_EQ(harvest.problems.size(), 2u);
  EXPECT_THAT(harvest.problems.at(0).to_line(), HasSubstr("test, line 3"));
  ASSERT_EQ(harvest.documents.size(), 1u);
  EXPECT_EQ(harvest.documents[0].depth, Depth::kTitle);
}

// What is wrong with hostile XML, and that what came before is kept.
TEST(PubmedXml, RefusesHostileFilesWithAClearError) {
  const std::string good = citation("1", "<ArticleTitle>T</ArticleTitle>");
  const std::string bomb =
      "<!DOCTYPE PubmedArticleSet [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + set_of("&b;").substr(39);
  const std::string external =
      "<!DOCTYPE PubmedArticleSet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + set_of("&x;").substr(39);
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<i>";
  std::string nul = set_of(good + "<x>?</x>");
  nul[nul.rfind('?')] = '\0';
  const std::pair<std::string, std::string> cases[] = {
      {bomb, "declares an entity"},
      {external, "points outside the file"},
      {set_of(good + deep), "nested"},
      {set_of(good + "<x>caf\xE9 noir</x>"), "encoding"},
      {set_of(good).substr(0, set_of(good).size() - 10), "ends early"},
      {set_of(good + "<a></b>"), "not well-formed"},
      {nul, "NUL"},
      {"<?xml version=\"1.0\" encoding=\"KLINGON\"?><PubmedArticleSet/>", "encoding"}};
  for (const auto& [xml, message] : cases) {
    const auto harvest = parse(xml);
    ASSERT_FALSE(harvest.status) << message;
    EXPECT_THAT(harvest.status.error().message, HasSubstr(message));
    EXPECT_THAT(harvest.status.error().place, HasSubstr("line"));
    EXPECT_EQ(harvest.documents.size(), xml.find("<PMID") != std::string::npos ? 1u : 0u) << message;
  }
}

TEST(PubmedXml, BoundsATagWithoutEnd) {
  const auto harvest =
      parse("<PubmedArticleSet><x a=\"" + std::string(limits::kMarkupTagBytesMax + (1u << 20), 'a'));
  ASSERT_FALSE(harvest.status);
  EXPECT_EQ(harvest.status.error().code, ErrorCode::kLimit);
}

TEST(PubmedXml, KeepsWholeRecordsOfATruncatedGzipFile) {
  std::string content;
  for (int i = 1; i < 4000; ++i)
    content +=
        citation(std::to_string(i), "<ArticleTitle>Title " + std::to_string(i * 7919) + "</ArticleTitle>");
  const std::string whole = test::gzipped(set_of(content));
  const auto harvest = parse(whole.substr(0, whole.size() / 2));
  ASSERT_FALSE(harvest.status);
  EXPECT_THAT(harvest.status.error().message, HasSubstr("gzip stream ends early"));
  EXPECT_GT(harvest.documents.size(), 200u);
}

TEST(PubmedXml, DropsBidirectionalControlsAndReadsOtherEncodings) {
  const auto bidi = parse(set_of(citation("1", "<ArticleTitle>a\xE2\x80\xAEtxt</ArticleTitle>")));
  EXPECT_EQ(bidi.documents.at(0).record.title, "atxt");
  const auto latin = parse("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><PubmedArticleSet>" +
                           citation("1", "<ArticleTitle>caf\xE9</ArticleTitle>") + "</PubmedArticleSet>");
  EXPECT_EQ(latin.documents.at(0).record.title, "café");
}

TEST(PubmedXml, StopsWhenTheSinkSaysSo) {
  const auto harvest = test::harvest(parse_pubmed_xml,
                                     set_of(citation("1", "<ArticleTitle>T</ArticleTitle>") +
                                            citation("2", "<ArticleTitle>T</ArticleTitle>")),
                                     1);
  EXPECT_TRUE(harvest.status);
  EXPECT_EQ(harvest.documents.size(), 1u);
}

TEST(PubmedXml, ReadsARealBaselineExcerpt) {
  const std::filesystem::path path = ATTEST_SHARED_DATA "/pubmed_xml/medline16n0902.xml.gz";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "the shared data are not here";
  const auto harvest = test::harvest_file(path);
  ASSERT_TRUE(harvest.status);
  EXPECT_EQ(harvest.documents.size(), 604u);
  EXPECT_EQ(harvest.deletions.size(), 1u);
  EXPECT_TRUE(harvest.problems.empty());
}

}  // namespace
}  // namespace attest
