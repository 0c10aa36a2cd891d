// The mapping of PubmedArticle, MedlineCitation and PubmedBookArticle, as the DTD of 2025 defines them
// (https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/). Older files (MedlineCitationSet, links as elements
// named by their kind, affiliations directly under the author) are read by the same code.
#include "parse/pubmed/pubmed_record.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/ascii.h"
#include "parse/citations/citation_fields.h"
#include "parse/pubmed/pubmed_parts.h"
#include "parse/stream/xml_stream.h"
#include "text/phrases.h"

namespace attest {

namespace {

using pubmed::line_text;

bool named(pugi::xml_node node, const char* name) { return std::strcmp(node.name(), name) == 0; }
bool is_yes(pugi::xml_attribute attribute) { return std::strcmp(attribute.value(), "Y") == 0; }

Status read_pmid(pugi::xml_node node, BibliographicRecord& record) {
  const std::string stated = line_text(node);
  record.pmid = normal_pmid(stated);
  if (record.pmid.empty()) {
    return fail(ErrorCode::kInput, stated.empty() ? "a citation without a PubMed id was left out"
                                                  : "\"" + stated.substr(0, 40) +
                                                        "\" is not a PubMed id; the citation was left out");
  }
  record.version = node.attribute("Version").as_uint(0);
  return {};
}

// https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-Journal.html
void read_journal(pugi::xml_node node, BibliographicRecord& record) {
  Journal& journal = record.journal;
  const pugi::xml_node issue = node.child("JournalIssue");
  journal.title = line_text(node.child("Title"));
  journal.abbreviation = line_text(node.child("ISOAbbreviation"));
  journal.issn = line_text(node.child("ISSN"));
  journal.volume = line_text(issue.child("Volume"));
  journal.issue = line_text(issue.child("Issue"));
  record.published = pubmed::read_date(issue.child("PubDate"));
}

void read_pages(pugi::xml_node pagination, Journal& journal) {
  journal.pages = line_text(pagination.child("MedlinePgn"));
  if (!journal.pages.empty()) return;
  journal.pages = line_text(pagination.child("StartPage"));
  const std::string last = line_text(pagination.child("EndPage"));
  if (!last.empty()) journal.pages += "-" + last;
}

// https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-DataBankList.html
void read_data_banks(pugi::xml_node list, BibliographicRecord& record) {
  for (const pugi::xml_node node : list.children("DataBank")) {
    DataBank bank{line_text(node.child("DataBankName")), {}};
    for (const pugi::xml_node accession : node.child("AccessionNumberList").children("AccessionNumber")) {
      if (std::string line = line_text(accession); !line.empty()) bank.accessions.push_back(std::move(line));
    }
    record.data_banks.push_back(std::move(bank));
  }
}

// https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-Article.html
void read_article(pugi::xml_node article, BibliographicRecord& record, TextBuilder& text,
                  bool& has_abstract) {
  for (const pugi::xml_node node : article.children()) {
    if (named(node, "Journal")) {
      read_journal(node, record);
    } else if (named(node, "ArticleTitle")) {
      record.title = line_text(node);
    } else if (named(node, "VernacularTitle")) {
      record.vernacular_title = line_text(node);
    } else if (named(node, "Pagination")) {
      read_pages(node, record.journal);
    } else if (named(node, "ELocationID")) {
      pubmed::read_location_id(node, record);
    } else if (named(node, "Abstract")) {
      has_abstract |= pubmed::read_abstract(node, SectionKind::kAbstract, text, record);
    } else if (named(node, "AuthorList")) {
      const bool editors = std::strcmp(node.attribute("Type").value(), "editors") == 0;
      pubmed::read_people(node, editors ? record.editors : record.authors);
    } else if (named(node, "Language")) {
      pubmed::read_language(node, record);
    } else if (named(node, "DataBankList")) {
      read_data_banks(node, record);
    } else if (named(node, "GrantList")) {
      pubmed::read_grants(node, record);
    } else if (named(node, "PublicationTypeList")) {
      for (const pugi::xml_node type : node.children("PublicationType"))
        pubmed::read_publication_type(type, record);
    } else if (named(node, "ArticleDate")) {
      record.electronic = pubmed::read_date(node);
    }
  }
}

// https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-MeshHeadingList.html
void read_mesh(pugi::xml_node list, BibliographicRecord& record) {
  for (const pugi::xml_node node : list.children("MeshHeading")) {
    const pugi::xml_node descriptor = node.child("DescriptorName");
    MeshHeading heading{line_text(descriptor),
                        descriptor.attribute("UI").value(),
                        is_yes(descriptor.attribute("MajorTopicYN")),
                        {}};
    for (const pugi::xml_node qualifier : node.children("QualifierName")) {
      heading.qualifiers.push_back({line_text(qualifier), qualifier.attribute("UI").value(),
                                    is_yes(qualifier.attribute("MajorTopicYN"))});
    }
    record.mesh.push_back(std::move(heading));
  }
}

void read_chemicals(pugi::xml_node list, BibliographicRecord& record) {
  for (const pugi::xml_node node : list.children("Chemical")) {
    const pugi::xml_node name = node.child("NameOfSubstance");
    record.chemicals.push_back(
        {line_text(name), name.attribute("UI").value(), line_text(node.child("RegistryNumber"))});
  }
}

void read_link(pugi::xml_node node, std::string kind, BibliographicRecord& record) {
  RelatedPublication related;
  related.kind = std::move(kind);
  related.pmid = normal_pmid(line_text(node.child("PMID")));
  related.citation = line_text(node.child("RefSource"));
  related.note = line_text(node.child("Note"));
  for (const pugi::xml_node id : node.child("ArticleIdList").children("ArticleId")) {
    if (std::strcmp(id.attribute("IdType").value(), "doi") == 0) related.doi = normal_doi(line_text(id));
  }
  if (related.doi.empty()) related.doi = normal_doi(related.citation);
  record.related.push_back(std::move(related));
}

// Files before 2009 name the link by the element instead of by RefType.
constexpr std::array kLinkElements = {"CommentOn",
                                      "CommentIn",
                                      "ErratumIn",
                                      "ErratumFor",
                                      "PartialRetractionIn",
                                      "PartialRetractionOf",
                                      "RepublishedFrom",
                                      "RepublishedIn",
                                      "RetractionOf",
                                      "RetractionIn",
                                      "UpdateIn",
                                      "UpdateOf",
                                      "SummaryForPatientsIn",
                                      "OriginalReportIn",
                                      "AssociatedDataset",
                                      "AssociatedPublication",
                                      "CorrectedandRepublishedIn",
                                      "CorrectedandRepublishedFrom",
                                      "RetractedandRepublishedIn",
                                      "RetractedandRepublishedFrom",
                                      "ExpressionOfConcernIn",
                                      "ExpressionOfConcernFor",
                                      "ReprintOf",
                                      "ReprintIn",
                                      "Cites",
                                      "ChorusDocument"};

// <CommentsCorrectionsList> of a citation or of a book, or the elements standing free as in older files.
// https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/att-RefType.html
void read_links(pugi::xml_node parent, BibliographicRecord& record) {
  for (const pugi::xml_node node : parent.children()) {
    if (named(node, "CommentsCorrectionsList")) {
      read_links(node, record);
    } else if (named(node, "CommentsCorrections")) {
      if (node.attribute("RefType")) {
        read_link(node, node.attribute("RefType").value(), record);
      } else {
        read_links(node, record);
      }
    } else if (std::any_of(kLinkElements.begin(), kLinkElements.end(),
                           [&](const char* name) { return named(node, name); })) {
      read_link(node, node.name(), record);
    }
  }
}

// NLM's own OtherID carries the PMC id of deposited manuscripts: "PMC3910270 [Available on 01/01/15]".
void read_other_id(pugi::xml_node node, BibliographicRecord& record) {
  const std::string value = line_text(node);
  const std::string_view source = node.attribute("Source").value();
  if (source == "NLM" && value.starts_with("PMC")) {
    if (record.pmcid.empty()) record.pmcid = normal_pmcid(value);
  } else if (source == "NLM" && value.starts_with("NIHMS")) {
    add_identifier(record, "mid", value);
  } else {
    add_identifier(record, lower_ascii(source), value);
  }
}

void append_line(std::string& to, const std::string& line) {
  if (line.empty()) return;
  if (!to.empty()) to += '\n';
  to += line;
}

// What every citation needs at the end: a title or a text, an id, and how much of the source it is.
Status finish(PubmedDocument& result, bool has_abstract) {
  BibliographicRecord& record = result.document.record;
  // A title that NLM has not translated stands as "[Not Available]." beside the vernacular one.
  const bool untitled = record.title.empty() || record.title.starts_with("[Not Available]");
  const std::string& title =
      untitled && !record.vernacular_title.empty() ? record.vernacular_title : record.title;
  if (title.empty() && !has_abstract) {
    return fail(ErrorCode::kInput,
                "PubMed id " + record.pmid + " has neither title nor abstract and was left out");
  }
  result.text.set_title(title);
  result.document.id = document_id(record, {}, {});
  result.document.depth = has_abstract ? Depth::kAbstract : Depth::kTitle;
  record.source = "PubMed";
  return {};
}

}  // namespace

// https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-PubmedArticle.html
Result<PubmedDocument> pubmed_article(pugi::xml_node citation) {
  PubmedDocument result;
  BibliographicRecord& record = result.document.record;
  TextBuilder& text = result.text;
  const bool bare = named(citation, "MedlineCitation");
  const pugi::xml_node medline = bare ? citation : citation.child("MedlineCitation");
  const pugi::xml_node pubmed_data = citation.child("PubmedData");
  ATTEST_TRY(read_pmid(medline.child("PMID"), record));
  record.type = "article-journal";
  bool has_abstract = false;

  const pugi::xml_node article = medline.child("Article");
  read_article(article, record, text, has_abstract);
  for (const pugi::xml_node node : medline.children()) {
    if (named(node, "DateRevised")) {
      record.revised = pubmed::read_date(node);
    } else if (named(node, "MedlineJournalInfo")) {
      record.country = line_text(node.child("Country"));
      record.journal.nlm_id = line_text(node.child("NlmUniqueID"));
      if (record.journal.abbreviation.empty())
        record.journal.abbreviation = line_text(node.child("MedlineTA"));
      if (record.journal.issn.empty()) record.journal.issn = line_text(node.child("ISSNLinking"));
    } else if (named(node, "ChemicalList")) {
      read_chemicals(node, record);
    } else if (named(node, "MeshHeadingList")) {
      read_mesh(node, record);
    } else if (named(node, "OtherID")) {
      read_other_id(node, record);
    } else if (named(node, "OtherAbstract")) {
      has_abstract |= pubmed::read_abstract(node, SectionKind::kOtherAbstract, text, record);
    } else if (named(node, "KeywordList")) {
      pubmed::read_keywords(node, record);
    } else if (named(node, "CoiStatement")) {
      append_line(record.conflict_of_interest, line_text(node));
    } else if (named(node, "GeneralNote")) {
      append_line(record.note, line_text(node));
    }
  }
  // Rare diseases, organisms and protocols that have no descriptor; after the descriptors, as MEDLINE lists
  // them.
  for (const pugi::xml_node name : medline.child("SupplMeshList").children("SupplMeshName")) {
    record.mesh.push_back({line_text(name), name.attribute("UI").value(), false, {}});
  }
  read_links(medline, record);
  read_links(pubmed_data, record);
  pubmed::read_article_ids(pubmed_data.child("ArticleIdList"), record);
  for (const pugi::xml_node list : pubmed_data.children("ReferenceList"))
    pubmed::read_references(list, record);
  if (std::string status = line_text(pubmed_data.child("PublicationStatus")); !status.empty()) {
    record.statements.push_back({"publication_status", std::move(status)});
  }
  ATTEST_TRY(finish(result, has_abstract));
  return result;
}

// https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-BookDocument.html
Result<PubmedDocument> pubmed_book(pugi::xml_node article) {
  PubmedDocument result;
  BibliographicRecord& record = result.document.record;
  TextBuilder& text = result.text;
  const bool bare = named(article, "BookDocument");
  const pugi::xml_node document = bare ? article : article.child("BookDocument");
  const pugi::xml_node data = article.child("PubmedBookData");
  ATTEST_TRY(read_pmid(document.child("PMID"), record));
  bool has_abstract = false;

  const pugi::xml_node book = document.child("Book");
  const std::string book_title = line_text(book.child("BookTitle"));
  record.title = line_text(document.child("ArticleTitle"));
  record.type = record.title.empty() ? "book" : "chapter";
  if (record.title.empty()) record.title = book_title;
  record.journal.title = record.type == "chapter" ? book_title : line_text(book.child("CollectionTitle"));
  record.journal.volume = line_text(book.child("Volume"));
  record.journal.publisher = line_text(book.child("Publisher").child("PublisherName"));
  record.country = line_text(book.child("Publisher").child("PublisherLocation"));
  record.published = pubmed::read_date(book.child("PubDate"));
  for (const pugi::xml_node isbn : book.children("Isbn")) add_identifier(record, "isbn", line_text(isbn));
  for (const pugi::xml_node id : book.children("ELocationID")) pubmed::read_location_id(id, record);
  for (const pugi::xml_node parent : {document, book}) {
    for (const pugi::xml_node list : parent.children("AuthorList")) {
      const bool editors = std::strcmp(list.attribute("Type").value(), "editors") == 0;
      // The authors of the chapter come first; those of the book count only where the chapter has none.
      auto& people = editors ? record.editors : record.authors;
      if (people.empty() || parent == document) pubmed::read_people(list, people);
    }
  }
  for (const pugi::xml_node node : document.children()) {
    if (named(node, "ArticleIdList")) {
      pubmed::read_article_ids(node, record);
    } else if (named(node, "VernacularTitle")) {
      record.vernacular_title = line_text(node);
    } else if (named(node, "Pagination")) {
      read_pages(node, record.journal);
    } else if (named(node, "Language")) {
      pubmed::read_language(node, record);
    } else if (named(node, "PublicationType")) {
      pubmed::read_publication_type(node, record);
    } else if (named(node, "Abstract")) {
      has_abstract |= pubmed::read_abstract(node, SectionKind::kAbstract, text, record);
    } else if (named(node, "KeywordList")) {
      pubmed::read_keywords(node, record);
    } else if (named(node, "ContributionDate")) {
      record.electronic = pubmed::read_date(node);
    } else if (named(node, "DateRevised")) {
      record.revised = pubmed::read_date(node);
    } else if (named(node, "GrantList")) {
      pubmed::read_grants(node, record);
    } else if (named(node, "ReferenceList")) {
      pubmed::read_references(node, record);
    }
  }
  read_links(document, record);
  pubmed::read_article_ids(data.child("ArticleIdList"), record);
  if (std::string status = line_text(data.child("PublicationStatus")); !status.empty()) {
    record.statements.push_back({"publication_status", std::move(status)});
  }
  ATTEST_TRY(finish(result, has_abstract));
  return result;
}

}  // namespace attest
