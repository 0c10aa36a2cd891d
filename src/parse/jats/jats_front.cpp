// <front> of JATS: what the article says about itself.
// https://jats.nlm.nih.gov/archiving/tag-library/1.3/element/article-meta.html
#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/white_space.h"
#include "parse/identifiers.h"
#include "parse/jats/jats_parts.h"
#include "parse/jats/jats_text.h"
#include "parse/stream/charset.h"
#include "parse/stream/markup_tree.h"
#include "text/month_names.h"

namespace attest::jats {

namespace {

template <typename Number>
Number number_of(std::string_view text) {
  Number value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

uint8_t month_of(std::string_view text) {
  if (const uint8_t named = month_named(text.substr(0, 3)); named != 0) return named;
  const auto month = number_of<uint8_t>(text);
  return month <= 12 ? month : uint8_t{0};
}

PartialDate date_of(pugi::xml_node node) {
  PartialDate date;
  const std::string season = child_text(node, "season");
  date.year = number_of<uint16_t>(child_text(node, "year"));
  date.month = month_of(child_text(node, "month"));
  date.day = number_of<uint8_t>(child_text(node, "day"));
  if (date.day > 31) date.day = 0;
  if (!season.empty()) date.as_stated = child_text(node, "year") + " " + season;
  if (const std::string stated = child_text(node, "string-date"); !stated.empty()) date.as_stated = stated;
  return date;
}

void read_identifiers(pugi::xml_node meta, BibliographicRecord& record) {
  for (const pugi::xml_node& id : children(meta, "article-id")) {
    const std::string type(attribute(id, "pub-id-type"));
    const std::string value = plain_text_of(id);
    if (value.empty() || value.size() > limits::kIdentifierBytesMax) continue;
    if (type == "pmid") {
      record.pmid = bare_pmid(value);
    } else if (type == "pmc" || type == "pmcid") {
      record.pmcid = prefixed_pmcid(value);
    } else if (type == "doi") {
      record.doi = bare_doi(value);
    } else if (type != "pmcaid" && type != "pmcaiid") {
      record.identifiers.push_back({type.empty() ? "other" : type, value});
    }
  }
}

std::string title_with_subtitle(pugi::xml_node group, std::string_view title, std::string_view subtitle) {
  std::string text = child_text(group, title);
  for (const pugi::xml_node& one : children(group, subtitle)) {
    const std::string more = inline_text(one);
    if (more.empty()) continue;
    if (!text.empty()) text += text.ends_with('?') || text.ends_with(':') ? " " : ": ";
    text += more;
  }
  return text;
}

void read_titles(pugi::xml_node article, pugi::xml_node meta, BibliographicRecord& record) {
  const pugi::xml_node group = child(meta, "title-group");
  record.title = title_with_subtitle(group, "article-title", "subtitle");
  record.languages = medline_language(attribute(article, "lang"));
  for (const pugi::xml_node& translated : children(group, "trans-title-group")) {
    const std::string title = title_with_subtitle(translated, "trans-title", "trans-subtitle");
    if (!record.languages.empty() && record.languages != "eng" &&
        medline_language(attribute(translated, "lang")) == "eng") {
      record.vernacular_title = record.title;
      record.title = title;
    } else if (record.vernacular_title.empty()) {
      record.vernacular_title = title;
    }
  }
}

void read_name(pugi::xml_node name, Author& author) {
  author.family = child_text(name, "surname");
  author.given = child_text(name, "given-names");
  if (author.family.empty() && author.given.empty()) author.family = inline_text(name);
  if (const std::string suffix = child_text(name, "suffix"); !suffix.empty()) author.family += " " + suffix;
}

// The affiliation without its marker.
std::string affiliation_text(pugi::xml_node aff) {
  std::string out;
  bool first = true;
  for (const pugi::xml_node& one : aff.children()) {
    const std::string_view name = local_name(one);
    const bool marker = name == "label" || (first && name == "sup");
    if (one.type() != pugi::node_pcdata || !trimmed(one.value()).empty()) first = false;
    if (marker || name == "institution-id" || name == "email" || name == "fax" || name == "phone") continue;
    if (one.type() == pugi::node_pcdata) {
      append_collapsed(one.value(), out);
      continue;
    }
    const std::string part = inline_text(one);
    if (part.empty()) continue;
    if (!out.empty() && out.back() != ' ') out += out.back() == ',' ? " " : ", ";
    out += part;
  }
  return std::string(trimmed(out));
}

std::string affiliation_by_id(const std::vector<pugi::xml_node>& affiliations, std::string_view id) {
  for (const pugi::xml_node& aff : affiliations) {
    if (attribute(aff, "id") == id) return affiliation_text(aff);
  }
  return {};
}

void read_affiliations(pugi::xml_node contributor, pugi::xml_node group,
                       const std::vector<pugi::xml_node>& affiliations, Author& author) {
  for (const pugi::xml_node& own : children(contributor, "aff"))
    author.affiliations.push_back(affiliation_text(own));
  bool refers = false;
  for (const pugi::xml_node& link : children(contributor, "xref")) {
    if (attribute(link, "ref-type") != "aff") continue;
    refers = true;
    // One link may name several: rid="aff1 aff2".
    std::string_view ids = attribute(link, "rid");
    while (!ids.empty()) {
      const size_t space = std::min(ids.find(' '), ids.size());
      author.affiliations.push_back(affiliation_by_id(affiliations, ids.substr(0, space)));
      ids.remove_prefix(std::min(space + 1, ids.size()));
    }
  }
  if (!refers && author.affiliations.empty()) {
    for (const pugi::xml_node& shared : children(group, "aff")) {
      author.affiliations.push_back(affiliation_text(shared));
    }
  }
  std::erase(author.affiliations, std::string());
}

void read_contributors(pugi::xml_node meta, BibliographicRecord& record) {
  const std::vector<pugi::xml_node> affiliations = descendants(meta, "aff");
  for (const pugi::xml_node& group : children(meta, "contrib-group")) {
    for (const pugi::xml_node& one : group.children()) {
      Author author;
      if (local_name(one) == "on-behalf-of" || local_name(one) == "collab") {
        author.collective = inline_text(one);
        if (!author.collective.empty()) record.authors.push_back(std::move(author));
        continue;
      }
      if (local_name(one) != "contrib") continue;
      if (record.authors.size() + record.editors.size() >= limits::kAuthorsMax) return;
      pugi::xml_node name = child(one, "name");
      if (!name) name = child(child(one, "name-alternatives"), "name");
      if (!name) name = child(one, "string-name");
      if (name) {
        read_name(name, author);
      } else if (pugi::xml_node collab = child(one, "collab")) {
        // The members of the group stand inside its element.
        collab.remove_child("contrib-group");
        author.collective = inline_text(collab);
      }
      if (author.family.empty() && author.collective.empty()) continue;
      for (const pugi::xml_node& id : children(one, "contrib-id")) {
        if (attribute(id, "contrib-id-type") != "orcid") continue;
        std::string orcid = plain_text_of(id);
        if (const size_t slash = orcid.rfind('/'); slash != std::string::npos) orcid.erase(0, slash + 1);
        author.orcid = orcid;
      }
      read_affiliations(one, group, affiliations, author);
      const bool editor = attribute(one, "contrib-type") == "editor";
      (editor ? record.editors : record.authors).push_back(std::move(author));
      for (const pugi::xml_node& behalf : children(one, "on-behalf-of")) {
        Author body;
        body.collective = inline_text(behalf);
        if (!body.collective.empty()) record.authors.push_back(std::move(body));
      }
    }
  }
}

void read_journal(pugi::xml_node front, pugi::xml_node meta, Journal& journal) {
  const pugi::xml_node about = child(front, "journal-meta");
  journal.title = child_text(about, "journal-title");
  const pugi::xml_node group = child(about, "journal-title-group");
  if (journal.title.empty()) journal.title = child_text(group, "journal-title");
  journal.abbreviation = child_text(group, "abbrev-journal-title");
  if (journal.abbreviation.empty()) journal.abbreviation = child_text(about, "abbrev-journal-title");
  for (const pugi::xml_node& id : children(about, "journal-id")) {
    const std::string_view type = attribute(id, "journal-id-type");
    if ((type == "nlm-ta" || type == "iso-abbrev") && journal.abbreviation.empty()) {
      journal.abbreviation = plain_text_of(id);
    }
    if (type == "nlm-journal-id" || type == "nlm-id") journal.nlm_id = plain_text_of(id);
  }
  for (const pugi::xml_node& issn : children(about, "issn")) {
    const bool print =
        attribute(issn, "pub-type") == "ppub" || attribute(issn, "publication-format") == "print";
    if (journal.issn.empty() || print) journal.issn = plain_text_of(issn);
  }
  journal.publisher = child_text(child(about, "publisher"), "publisher-name");
  journal.volume = child_text(meta, "volume");
  journal.issue = child_text(meta, "issue");
  journal.pages = child_text(meta, "page-range");
  if (!journal.pages.empty()) return;
  journal.pages = child_text(meta, "fpage");
  const std::string last = child_text(meta, "lpage");
  if (!last.empty() && last != journal.pages) journal.pages += "-" + last;
  if (journal.pages.empty()) journal.pages = child_text(meta, "elocation-id");
}

void read_dates(pugi::xml_node meta, BibliographicRecord& record) {
  int best = 0;
  for (const pugi::xml_node& node : children(meta, "pub-date")) {
    const std::string_view type = attribute(node, "pub-type");
    const std::string_view kind = attribute(node, "date-type");
    const std::string_view form = attribute(node, "publication-format");
    const PartialDate date = date_of(node);
    if (date.year == 0) continue;
    const bool electronic = type == "epub" || type == "epub-ppub" || form == "electronic";
    int rank = 1;
    if (type == "ppub" || form == "print") rank = 4;
    if (type == "collection" || kind == "collection") rank = 3;
    if (electronic) rank = 2;
    if (type == "pmc-release" || kind == "pmc-release" || type == "epreprint") rank = 1;
    if (electronic && kind != "collection" && record.electronic.year == 0) record.electronic = date;
    if (rank > best) {
      best = rank;
      record.published = date;
    }
  }
  // A yearly volume says only the year; the day it appeared says more.
  if (record.published.month == 0 && record.published.as_stated.empty() &&
      record.electronic.year == record.published.year && record.electronic.month != 0) {
    record.published = record.electronic;
  }
}

void read_licence(pugi::xml_node meta, BibliographicRecord& record) {
  const pugi::xml_node permissions = child(meta, "permissions");
  std::vector<pugi::xml_node> licences = children(permissions ? permissions : meta, "license");
  for (const pugi::xml_node& licence : licences) {
    std::string text = inline_text(licence);
    std::string url(attribute(licence, "href"));
    if (url.empty()) url = plain_text_of(child(licence, "license_ref"));
    if (url.empty()) {
      const auto links = descendants(licence, "ext-link");
      if (!links.empty()) url = std::string(attribute(links.front(), "href"));
    }
    if (!url.empty() && text.find(url) == std::string::npos) text += text.empty() ? url : " (" + url + ")";
    if (!record.licence.empty() && !text.empty()) record.licence += " ";
    record.licence += text;
  }
  if (record.licence.empty())
    record.licence = child_text(permissions ? permissions : meta, "copyright-statement");
}

void read_funding(pugi::xml_node meta, BibliographicRecord& record) {
  for (const pugi::xml_node& award : descendants(meta, "award-group")) {
    std::string text;
    for (const char* name : {"award-id", "funding-source"}) {
      for (const pugi::xml_node& one : children(award, name)) {
        const std::string part = inline_text(one);
        if (part.empty()) continue;
        if (!text.empty()) text += "; ";
        text += part;
      }
    }
    if (!text.empty()) record.grants.push_back(std::move(text));
  }
}

}  // namespace

void read_front(pugi::xml_node article, BibliographicRecord& record) {
  pugi::xml_node front = child(article, "front");
  if (!front) front = child(article, "front-stub");
  pugi::xml_node meta = child(front, "article-meta");
  if (!meta) meta = front;
  record.type = "article-journal";
  read_identifiers(meta, record);
  read_titles(article, meta, record);
  read_contributors(meta, record);
  read_journal(front, meta, record.journal);
  read_dates(meta, record);
  read_licence(meta, record);
  read_types(article, meta, record);
  read_related(article, record);
  read_funding(meta, record);
  for (const pugi::xml_node& group : children(meta, "kwd-group")) {
    // Abbreviations and topic codes are filed as keyword groups too.
    if (attribute(group, "kwd-group-type") == "abbreviations") continue;
    for (const pugi::xml_node& keyword : descendants(group, "kwd")) {
      if (std::string text = inline_text(keyword); !text.empty()) record.keywords.push_back(std::move(text));
    }
  }
  record.source = record.pmcid.empty() ? "JATS" : "PubMed Central";
  const std::string_view url = attribute(child(meta, "self-uri"), "href");
  if (url.starts_with("http")) record.url = std::string(url);
}

}  // namespace attest::jats
