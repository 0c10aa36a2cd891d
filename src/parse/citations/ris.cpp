// RIS as reference managers write it: "TY  - JOUR" opens a record, "ER  - " closes it, every field is two
// characters, spaces, "-". The format has no binding specification; the tag list followed is that of Research
// Information Systems (2001 and 2011), https://en.wikipedia.org/wiki/RIS_(file_format), and what PubMed,
// Embase, Scopus and Zotero export.
#include <algorithm>
#include <exception>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/white_space.h"
#include "parse/citations/citation_fields.h"
#include "parse/format_parsers.h"
#include "parse/pubmed/structured_abstract.h"
#include "parse/stream/charset.h"
#include "text/phrases.h"

namespace attest {

namespace {

constexpr std::pair<std::string_view, std::string_view> kRisTypes[] = {{"JOUR", "article-journal"},
                                                                       {"JFULL", "article-journal"},
                                                                       {"EJOUR", "article-journal"},
                                                                       {"MGZN", "article-magazine"},
                                                                       {"NEWS", "article-newspaper"},
                                                                       {"INPR", "article-journal"},
                                                                       {"ABST", "article-journal"},
                                                                       {"BOOK", "book"},
                                                                       {"EBOOK", "book"},
                                                                       {"EDBOOK", "book"},
                                                                       {"CHAP", "chapter"},
                                                                       {"ECHAP", "chapter"},
                                                                       {"CONF", "paper-conference"},
                                                                       {"CPAPER", "paper-conference"},
                                                                       {"RPRT", "report"},
                                                                       {"GOVDOC", "report"},
                                                                       {"THES", "thesis"},
                                                                       {"ELEC", "webpage"},
                                                                       {"WEB", "webpage"},
                                                                       {"BLOG", "post-weblog"},
                                                                       {"DATA", "dataset"},
                                                                       {"STAND", "standard"},
                                                                       {"GEN", "document"},
                                                                       {"UNPB", "manuscript"}};

struct Field {
  std::string tag;
  std::string value;
};

// The tag of "AU  - Tabari, M"; empty for a continuation line.
std::string_view tag_of(std::string_view line, size_t& value_at) {
  const auto is_tag_sign = [](char c) { return is_upper(c) || is_digit(c); };
  if (line.size() < 4 || !is_tag_sign(line[0]) || !is_tag_sign(line[1])) return {};
  const size_t dash = line.find('-');
  if (dash == std::string_view::npos || dash < 3 || dash > 5) return {};
  if (line.substr(2, dash - 2).find_first_not_of(' ') != std::string_view::npos) return {};
  value_at = dash + 1;
  return line.substr(0, 2);
}

class Record {
 public:
  void add(std::string_view tag, std::string_view raw) {
    const std::string value = clean_text(raw, tag == "AB" || tag == "N2");
    if (value.empty()) return;
    if (!read_identity(tag, value) && !read_people(tag, value) && !read_journal(tag, value))
      read_other(tag, value);
  }

  bool finish(std::string_view raw, const std::string& place, const DocumentSink& sink) {
    if (!start_page_.empty()) {
      record_.journal.pages = start_page_;
      if (!end_page_.empty() && start_page_.find('-') == std::string::npos)
        record_.journal.pages += "-" + end_page_;
    }
    if (record_.type == "article-journal" || record_.type.empty()) {
      if (record_.journal.title.empty()) record_.journal.title = std::exchange(secondary_title_, {});
    } else if (record_.journal.title.empty()) {
      record_.journal.title = secondary_title_;
    }
    // An accession number is a PubMed id only in a record of PubMed.
    const std::string database = lower_ascii(database_);
    if (record_.pmid.empty() &&
        (database.find("pubmed") != std::string::npos || database.find("medline") != std::string::npos)) {
      record_.pmid = normal_pmid(accession_);
    }
    if (record_.pmid.empty() && accession_.starts_with("PMID")) record_.pmid = normal_pmid(accession_);
    if (record_.pmid.empty() && !accession_.empty()) add_identifier(record_, "accession", accession_);
    if (record_.doi.empty()) record_.doi = normal_doi(record_.url);
    record_.source = database_.empty() ? "RIS" : database_;
    if (record_.title.empty() && abstract_.empty()) {
      return report(sink, ErrorCode::kInput, "a record has neither title nor abstract and was left out",
                    place);
    }
    Document document;
    TextBuilder text;
    text.set_title(record_.title);
    for (const AbstractPart& part : split_structured_abstract(abstract_)) {
      text.add_section(SectionKind::kAbstract, part.label, part.body, part.category);
    }
    document.depth = abstract_.empty() ? Depth::kTitle : Depth::kAbstract;
    document.id = document_id(record_, {}, raw);
    document.record = std::move(record_);
    return deliver(std::move(document), std::move(text), place, sink);
  }

  void set_type(std::string_view stated) {
    record_.type = "document";
    for (const auto& [tag, type] : kRisTypes) {
      if (stated == tag) record_.type = type;
    }
  }

 private:
  bool read_identity(std::string_view tag, const std::string& value) {
    if (tag == "TI" || tag == "T1" || tag == "CT") {
      if (record_.title.empty()) record_.title = value;
    } else if (tag == "BT") {
      (record_.title.empty() ? record_.title : secondary_title_) = value;
    } else if (tag == "TT") {
      record_.vernacular_title = value;
    } else if (tag == "AB" || tag == "N2") {
      if (abstract_.empty()) abstract_ = value;
    } else if (tag == "DO" || (tag == "M3" && !normal_doi(value).empty())) {
      if (record_.doi.empty()) record_.doi = normal_doi(value);
    } else if (tag == "AN" || tag == "ID") {
      if (accession_.empty() || tag == "AN") accession_ = value;
    } else if (tag == "C2" || tag == "C1" || tag == "C7" || tag == "C8") {
      if (value.starts_with("PMC") && record_.pmcid.empty())
        record_.pmcid = normal_pmcid(value);
      else if (value.starts_with("PMID") || tag == "C8")
        record_.pmid = normal_pmid(value);
    } else if (tag == "UR" || tag == "L2") {
      if (record_.url.empty()) record_.url = web_address(value);
      if (record_.pmid.empty() && value.find("ncbi.nlm.nih.gov/") != std::string::npos)
        record_.pmid = normal_pmid(value);
    } else {
      return false;
    }
    return true;
  }

  bool read_people(std::string_view tag, const std::string& value) {
    if (tag == "AU" || tag == "A1") {
      record_.authors.push_back(author_from_inverted_name(value));
    } else if (tag == "ED" || tag == "A2" || tag == "A3") {
      record_.editors.push_back(author_from_inverted_name(value));
    } else if (tag == "AD") {
      if (!record_.authors.empty()) record_.authors.back().affiliations.push_back(value);
    } else {
      return false;
    }
    return true;
  }

  bool read_journal(std::string_view tag, const std::string& value) {
    Journal& journal = record_.journal;
    if (tag == "JF" || tag == "JO") {
      if (journal.title.empty() || tag == "JF") journal.title = value;
    } else if (tag == "T2")
      secondary_title_ = value;
    else if (tag == "JA" || tag == "J2" || tag == "J1") {
      if (journal.abbreviation.empty()) journal.abbreviation = value;
    } else if (tag == "VL")
      journal.volume = value;
    else if (tag == "IS" || tag == "CP")
      journal.issue = value;
    else if (tag == "SP")
      start_page_ = value;
    else if (tag == "EP")
      end_page_ = value;
    else if (tag == "SN")
      read_serial_number(value);
    else if (tag == "PB")
      journal.publisher = value;
    else if (tag == "CY" || tag == "CN") {
      if (tag == "CY") record_.country = value;
    } else if (tag == "PY" || tag == "Y1") {
      if (record_.published.month == 0) record_.published = parse_date(value);
    } else if (tag == "DA")
      read_date(value);
    else
      return false;
    return true;
  }

  // DA is the whole date where PY is only its year.
  void read_date(const std::string& value) {
    const PartialDate date = parse_date(value);
    if (record_.published.year == 0 ||
        (record_.published.month == 0 && date.year == record_.published.year)) {
      record_.published = date;
    }
  }

  void read_serial_number(const std::string& value) {
    const bool issn = value.size() >= 9 && value[4] == '-';
    if (issn && record_.journal.issn.empty()) record_.journal.issn = value.substr(0, 9);
    if (!issn) add_identifier(record_, record_.type == "article-journal" ? "issn" : "isbn", value);
  }

  void read_other(std::string_view tag, const std::string& value) {
    if (tag == "KW")
      record_.keywords.push_back(value);
    else if (tag == "DB" || tag == "DP") {
      if (database_.empty() || tag == "DB") database_ = value;
    } else if (tag == "LA")
      record_.languages = language_code(value);
    else if (tag == "N1" || tag == "RN")
      record_.note += (record_.note.empty() ? "" : "\n") + value;
    else if (tag == "M3")
      record_.publication_types.push_back({value, {}});
  }

  BibliographicRecord record_;
  std::string abstract_, secondary_title_, start_page_, end_page_, accession_, database_;
};

Status read_all(std::string_view bytes, std::string_view place, const DocumentSink& sink) {
  std::vector<Field> fields;
  size_t line_number = 0;
  size_t record_line = 0;
  const auto finish = [&]() {
    bool go_on = true;
    if (!fields.empty()) {
      Record record;
      record.set_type(trimmed(fields.front().value));
      std::string raw;
      for (const Field& field : fields) {
        raw += field.tag + "\n" + field.value + "\n";
        record.add(field.tag, field.value);
      }
      go_on = record.finish(raw, fmt::format("{}, line {}", place, record_line), sink);
    }
    fields.clear();
    return go_on;
  };
  while (!bytes.empty()) {
    const size_t end = std::min(bytes.find_first_of("\n\r"), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    const bool pair = bytes.substr(end).starts_with("\r\n");
    bytes.remove_prefix(std::min(bytes.size(), end + (pair ? 2 : 1)));
    ++line_number;
    size_t value_at = 0;
    const std::string_view tag = tag_of(line, value_at);
    if (tag == "ER") {
      if (!finish()) return {};
    } else if (tag == "TY") {
      if (!fields.empty() &&
          (!report(sink, ErrorCode::kInput, "the record has no \"ER\" line; it was read up to the next one",
                   fmt::format("{}, line {}", place, record_line)) ||
           !finish())) {
        return {};
      }
      record_line = line_number;
      fields.push_back({std::string(tag), std::string(trimmed(line.substr(value_at)))});
    } else if (!tag.empty() && !fields.empty()) {
      fields.push_back({std::string(tag), std::string(trimmed(line.substr(value_at)))});
    } else if (tag.empty() && !fields.empty() && !trimmed(line).empty() && fields.back().tag != "TY") {
      fields.back().value += "\n" + std::string(trimmed(line));
    } else if (!trimmed(line).empty() && !tag.empty() &&
               !report(sink, ErrorCode::kInput, "a field stands outside any record",
                       fmt::format("{}, line {}", place, line_number),
                       "a record starts with a \"TY\" line")) {
      return {};
    }
    if (fields.size() > limits::kElementsPerRecordMax) {
      return fail(ErrorCode::kLimit, "a record has too many fields",
                  fmt::format("{}, line {}", place, record_line), "repair the file");
    }
  }
  if (!fields.empty()) {
    report(sink, ErrorCode::kInput, "the last record has no \"ER\" line: the file may be cut off",
           fmt::format("{}, line {}", place, record_line), "compare the file with its source");
    finish();
  }
  return {};
}

}  // namespace

Status parse_ris(std::string_view bytes, std::string_view place, const DocumentSink& sink) {
  try {
    ATTEST_ASSIGN(const std::string text, decode_text(bytes, {}));
    return read_all(text, place, sink);
  } catch (const std::exception& error) {
    return fail(ErrorCode::kEnvironment, fmt::format("reading failed: {}", error.what()), std::string(place),
                "free some memory");
  }
}

}  // namespace attest
