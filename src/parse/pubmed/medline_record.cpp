// What each field of a MEDLINE citation means: https://www.nlm.nih.gov/bsd/mms/medlineelements.html and the
// help of PubMed (https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format). The result is the same record as from
// the XML of the citation, as far as the format says the same.
#include "parse/pubmed/medline_record.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/white_space.h"
#include "parse/citations/citation_fields.h"
#include "parse/pubmed/structured_abstract.h"
#include "text/phrases.h"

namespace attest {

namespace {

// Links to other publications, as the format abbreviates the RefTypes of the XML.
constexpr std::pair<std::string_view, std::string_view> kLinkTags[] = {{"CIN", "CommentIn"},
                                                                       {"CON", "CommentOn"},
                                                                       {"EIN", "ErratumIn"},
                                                                       {"EFR", "ErratumFor"},
                                                                       {"RIN", "RetractionIn"},
                                                                       {"ROF", "RetractionOf"},
                                                                       {"RPI", "RepublishedIn"},
                                                                       {"RPF", "RepublishedFrom"},
                                                                       {"PRIN", "PartialRetractionIn"},
                                                                       {"PROF", "PartialRetractionOf"},
                                                                       {"UIN", "UpdateIn"},
                                                                       {"UOF", "UpdateOf"},
                                                                       {"SPIN", "SummaryForPatientsIn"},
                                                                       {"ORI", "OriginalReportIn"},
                                                                       {"ECI", "ExpressionOfConcernIn"},
                                                                       {"ECF", "ExpressionOfConcernFor"},
                                                                       {"CRI", "CorrectedandRepublishedIn"},
                                                                       {"CRF", "CorrectedandRepublishedFrom"},
                                                                       {"RRI", "RetractedandRepublishedIn"},
                                                                       {"RRF", "RetractedandRepublishedFrom"},
                                                                       {"DDIN", "AssociatedDataset"},
                                                                       {"DRIN", "AssociatedPublication"},
                                                                       {"RPTI", "ReprintIn"},
                                                                       {"RPTF", "ReprintOf"}};

// "Gut. 2001 Mar;48(3):435. doi: 10.1136/gut.48.3.435. PMID: 11171838"
RelatedPublication link_of(std::string_view kind, std::string_view value) {
  RelatedPublication related;
  related.kind = kind;
  related.doi = normal_doi(value);
  if (const size_t at = value.rfind("PMID:"); at != std::string_view::npos) {
    std::string_view digits = trimmed(value.substr(at + 5));
    digits = digits.substr(0, std::min(digits.find_first_not_of("0123456789"), digits.size()));
    related.pmid = normal_pmid(digits);
    if (!related.pmid.empty()) value = trimmed(value.substr(0, at));
  }
  related.citation = clean_text(value, false);
  return related;
}

// "Robinia/*drug effects/growth & development": an asterisk marks a major topic.
MeshHeading mesh_of(std::string_view value) {
  MeshHeading heading;
  bool first = true;
  while (!value.empty()) {
    const size_t slash = std::min(value.find('/'), value.size());
    std::string_view part = trimmed(value.substr(0, slash));
    value.remove_prefix(std::min(value.size(), slash + 1));
    const bool major = part.starts_with('*');
    if (major) part.remove_prefix(1);
    if (first) {
      heading.descriptor = std::string(part);
      heading.major = major;
    } else {
      heading.qualifiers.push_back({std::string(part), {}, major});
    }
    first = false;
  }
  return heading;
}

// "0 (Metals, Heavy)", "EC 1.1.1.1 (Alcohol Dehydrogenase)".
Chemical chemical_of(std::string_view value) {
  const size_t open = value.find(" (");
  if (open == std::string_view::npos || !value.ends_with(')')) return {std::string(value), {}, {}};
  return {
      std::string(value.substr(open + 2, value.size() - open - 3)), {}, std::string(value.substr(0, open))};
}

// "ClinicalTrials.gov/NCT00000001": accessions of one bank come one a line.
void add_data_bank(std::string_view value, BibliographicRecord& record) {
  const size_t slash = value.find('/');
  const std::string name(trimmed(value.substr(0, slash)));
  const std::string accession(slash == std::string_view::npos ? std::string_view()
                                                              : trimmed(value.substr(slash + 1)));
  for (DataBank& bank : record.data_banks) {
    if (bank.name != name) continue;
    if (!accession.empty()) bank.accessions.push_back(accession);
    return;
  }
  record.data_banks.push_back({name, {}});
  if (!accession.empty()) record.data_banks.back().accessions.push_back(accession);
}

// "10.1186/1471-2105-7-10 [doi]".
void add_article_id(std::string_view value, BibliographicRecord& record) {
  const size_t open = value.rfind(" [");
  if (open == std::string_view::npos || !value.ends_with(']')) return;
  const std::string scheme = lower_ascii(value.substr(open + 2, value.size() - open - 3));
  const std::string_view id = trimmed(value.substr(0, open));
  if (scheme == "doi") {
    if (record.doi.empty()) record.doi = normal_doi(id);
  } else {
    add_identifier(record, scheme, id);
  }
}

class Reader {
 public:
  bool read(const std::vector<MedlineField>& fields, const std::string& place, const DocumentSink& sink) {
    for (const MedlineField& field : fields) read_field(field.tag, field.value);
    finish_author();
    record_.type = "article-journal";
    record_.source = "PubMed";
    if (book_) record_.type = record_.journal.title.empty() ? "book" : "chapter";
    if (record_.pmid.empty() && record_.title.empty()) {
      return report(sink, ErrorCode::kInput, "a citation without PubMed id and title was left out", place);
    }
    if (!bad_pmid_.empty()) {
      return report(
          sink, ErrorCode::kInput,
          fmt::format("\"{}\" is not a PubMed id; the citation was left out", bad_pmid_.substr(0, 40)),
          place);
    }
    std::string title = record_.title;
    if ((title.empty() || title.starts_with("[Not Available]")) && !record_.vernacular_title.empty())
      title = record_.vernacular_title;
    if (title.empty() && abstract_.empty()) {
      return report(sink, ErrorCode::kInput,
                    "PubMed id " + record_.pmid + " has neither title nor abstract and was left out", place);
    }
    Document document;
    TextBuilder text;
    text.set_title(title);
    add_abstract(abstract_, SectionKind::kAbstract, text);
    add_abstract(other_abstract_, SectionKind::kOtherAbstract, text);
    document.depth = abstract_.empty() && other_abstract_.empty() ? Depth::kTitle : Depth::kAbstract;
    std::string raw;
    if (record_.pmid.empty()) {
      for (const MedlineField& field : fields) raw += field.tag + "\n" + field.value + "\n";
    }
    document.id = document_id(record_, {}, raw);
    document.record = std::move(record_);
    return deliver(std::move(document), std::move(text), place, sink);
  }

 private:
  static void add_abstract(std::string_view abstract, SectionKind kind, TextBuilder& text) {
    for (const AbstractPart& part : split_structured_abstract(abstract)) {
      text.add_section(kind, part.label, part.body, part.category);
    }
  }

  void finish_author() {
    if (!author_open_) return;
    (editor_open_ ? record_.editors : record_.authors).push_back(std::move(author_));
    author_ = {};
    author_open_ = false;
  }

  void start_author(std::string_view value, bool collective, bool editor) {
    finish_author();
    author_ = collective ? Author{} : author_from_inverted_name(value);
    if (collective) author_.collective = std::string(value);
    author_open_ = true;
    editor_open_ = editor;
  }

  // AU repeats the FAU before it with initials; without FAU it is the author: "Tabari M".
  void read_short_author(std::string_view value, bool editor) {
    if (full_names_seen_) return;
    start_author({}, false, editor);
    const size_t space = value.rfind(' ');
    author_.family = std::string(trimmed(value.substr(0, space)));
    if (space != std::string_view::npos) author_.given = std::string(trimmed(value.substr(space + 1)));
  }

  void read_field(std::string_view tag, std::string_view raw) {
    const std::string value = clean_text(raw, false);
    if (value.empty()) return;
    if (read_text_field(tag, value) || read_person_field(tag, value) || read_journal_field(tag, value))
      return;
    read_subject_field(tag, value);
  }

  bool read_text_field(std::string_view tag, const std::string& value) {
    if (tag == "PMID") {
      record_.pmid = normal_pmid(value);
      if (record_.pmid.empty()) bad_pmid_ = value;
    } else if (tag == "TI") {
      record_.title = value;
    } else if (tag == "BTI" || tag == "CTI") {
      book_ = true;
      (record_.title.empty() && tag == "BTI" ? record_.title : record_.journal.title) = value;
    } else if (tag == "TT") {
      record_.vernacular_title = value;
    } else if (tag == "AB") {
      abstract_ = value;
    } else if (tag == "OAB") {
      other_abstract_ = value;
    } else if (tag == "CI") {
      record_.licence = value;
    } else if (tag == "COIS") {
      record_.conflict_of_interest = value;
    } else if (tag == "GN") {
      if (!record_.note.empty()) record_.note += '\n';
      record_.note += value;
    } else {
      return false;
    }
    return true;
  }

  bool read_person_field(std::string_view tag, const std::string& value) {
    if (tag == "FAU" || tag == "FED") {
      full_names_seen_ = true;
      start_author(value, false, tag == "FED");
    } else if (tag == "AU" || tag == "ED") {
      read_short_author(value, tag == "ED");
    } else if (tag == "CN") {
      start_author(value, true, false);
    } else if (tag == "AD") {
      if (author_open_)
        author_.affiliations.push_back(value);
      else if (!record_.authors.empty())
        record_.authors.front().affiliations.push_back(value);
      else
        early_affiliation_ = value;
    } else if (tag == "AUID") {
      if (author_open_ && author_.orcid.empty()) author_.orcid = normal_orcid(value);
    } else {
      return false;
    }
    if (!early_affiliation_.empty() && author_open_)
      author_.affiliations.push_back(std::exchange(early_affiliation_, {}));
    return true;
  }

  bool read_journal_field(std::string_view tag, const std::string& value) {
    Journal& journal = record_.journal;
    if (tag == "JT")
      journal.title = value;
    else if (tag == "TA")
      journal.abbreviation = value;
    else if (tag == "JID")
      journal.nlm_id = value;
    else if (tag == "VI")
      journal.volume = value;
    else if (tag == "IP")
      journal.issue = value;
    else if (tag == "PG")
      journal.pages = value;
    else if (tag == "PB")
      journal.publisher = value;
    else if (tag == "IS") {
      if (journal.issn.empty()) journal.issn = value.substr(0, value.find(' '));
    } else if (tag == "ISBN")
      add_identifier(record_, "isbn", std::string_view(value).substr(0, value.find(' ')));
    else if (tag == "DP")
      record_.published = parse_date(value);
    else if (tag == "DEP")
      record_.electronic = parse_date(value);
    else if (tag == "LR")
      record_.revised = parse_date(value);
    else if (tag == "PL")
      record_.country = value;
    else if (tag == "LA")
      record_.languages += (record_.languages.empty() ? "" : ",") + value;
    else
      return false;
    return true;
  }

  void read_subject_field(std::string_view tag, const std::string& value) {
    if (tag == "PT")
      record_.publication_types.push_back({value, {}});
    else if (tag == "MH")
      record_.mesh.push_back(mesh_of(value));
    else if (tag == "NM")
      record_.mesh.push_back({value, {}, false, {}});
    else if (tag == "OT")
      record_.keywords.push_back(value.starts_with('*') ? value.substr(1) : value);
    else if (tag == "RN")
      record_.chemicals.push_back(chemical_of(value));
    else if (tag == "SI")
      add_data_bank(value, record_);
    else if (tag == "GR")
      record_.grants.push_back(value);
    else if (tag == "AID" || tag == "LID")
      add_article_id(value, record_);
    else if (tag == "PMC")
      record_.pmcid = normal_pmcid(value);
    else if (tag == "MID")
      add_identifier(record_, "mid", value);
    else if (tag == "PST")
      record_.statements.push_back({"publication_status", value});
    for (const auto& [link_tag, kind] : kLinkTags) {
      if (tag == link_tag) record_.related.push_back(link_of(kind, value));
    }
  }

  BibliographicRecord record_;
  Author author_;
  bool author_open_ = false;
  bool editor_open_ = false;
  bool full_names_seen_ = false;
  bool book_ = false;
  std::string abstract_;
  std::string other_abstract_;
  std::string early_affiliation_;
  std::string bad_pmid_;
};

}  // namespace

bool deliver_medline(const std::vector<MedlineField>& fields, const std::string& place,
                     const DocumentSink& sink) {
  return Reader().read(fields, place, sink);
}

}  // namespace attest
