#include "parse/pages/page_metadata.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/ascii.h"
#include "base/white_space.h"
#include "parse/identifiers.h"
#include "parse/stream/charset.h"
#include "parse/stream/markup_tree.h"
#include "text/month_names.h"

namespace attest {

namespace {

void set_if_empty(std::string& field, std::string_view value) {
  if (field.empty()) field = std::string(trimmed(value));
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

void add_author(std::string_view name, BibliographicRecord& record) {
  Author author = page_author(name);
  if (author.family.empty() && author.collective.empty()) return;
  for (const Author& known : record.authors) {
    if (known.family == author.family && known.given == author.given && known.collective == author.collective)
      return;
  }
  record.authors.push_back(std::move(author));
}

void add_list(std::string_view value, std::vector<std::string>& list) {
  while (!value.empty()) {
    const size_t end = std::min(value.find_first_of(",;"), value.size());
    const std::string item(trimmed(value.substr(0, end)));
    if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
    value.remove_prefix(std::min(end + 1, value.size()));
  }
}

}  // namespace

PartialDate page_date(std::string_view text) {
  PartialDate date;
  std::vector<std::string_view> words;
  text = trimmed(text);
  // The time of day says nothing here.
  std::string_view rest = text.substr(0, text.size() > 10 && text[4] == '-' ? 10 : text.size());
  while (!rest.empty()) {
    const size_t end = std::min(rest.find_first_of("-/., \t"), rest.size());
    if (end > 0) words.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  constexpr size_t kMonthBytes = 3;  // "Januar" and "octubre" too
  for (const std::string_view word : words) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc()) {
      if (date.month == 0) date.month = month_named(word.substr(0, kMonthBytes));
    } else if (number >= 1500 && number <= 2200 && date.year == 0) {
      date.year = static_cast<uint16_t>(number);
    } else if (number >= 1 && number <= 12 && date.month == 0 && date.year != 0) {
      date.month = static_cast<uint8_t>(number);
    } else if (number >= 1 && number <= 31 && date.day == 0) {
      date.day = static_cast<uint8_t>(number);
    }
  }
  if (date.year == 0) {
    date = PartialDate{};
    date.as_stated = std::string(text.substr(0, 100));
  }
  // "03/05/2021" is March or May, depending on the country: only the year is certain.
  if (date.month == 0 && date.day != 0) date.day = 0;
  return date;
}

Author page_author(std::string_view text) {
  Author author;
  const std::string name(trimmed(text));
  if (name.empty() || name.size() > 300) return author;
  const std::string lower = lower_ascii(name);
  if (ends_with_any(
          lower,
          {"institute",  "society",    "association", "college", "university", "organization", "organisation",
           "foundation", "department", "committee",   "group",   "clinic",     "service",      "hospital",
           "health",     "agency",     "ministry",    "library", "staff",      "team",         "editor"}) ||
      name.find(' ') == std::string::npos) {
    author.collective = name;
    return author;
  }
  if (const size_t comma = name.find(", "); comma != std::string::npos) {
    author.family = name.substr(0, comma);
    author.given = name.substr(comma + 2);
    return author;
  }
  const size_t space = name.rfind(' ');
  author.family = name.substr(space + 1);
  author.given = name.substr(0, space);
  return author;
}

bool take_statement(std::string_view raw_name, std::string_view raw_value, BibliographicRecord& record) {
  const std::string name = lower_ascii(raw_name);
  const std::string_view value = trimmed(raw_value);
  if (value.empty()) return false;
  const auto is = [&](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (is({"citation_title", "dc.title", "dcterms.title", "og:title", "title"})) {
    set_if_empty(record.title, value);
  } else if (is({"citation_author", "dc.creator", "dcterms.creator", "author", "citation_authors",
                 "article:author", "authors"})) {
    std::string_view rest = value;
    if (rest.starts_with("http")) return false;
    while (!rest.empty()) {
      const size_t end = std::min(rest.find(';'), rest.size());
      add_author(rest.substr(0, end), record);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  } else if (is({"citation_publication_date", "citation_date", "citation_cover_date", "dc.date",
                 "dcterms.issued", "dcterms.date", "dc.date.issued", "article:published_time", "date",
                 "datepublished", "published", "dcterms.created"})) {
    if (record.published.year == 0) record.published = page_date(value);
  } else if (is({"citation_online_date"})) {
    if (record.electronic.year == 0) record.electronic = page_date(value);
  } else if (is({"article:modified_time", "dcterms.modified", "dc.date.modified", "last-modified",
                 "datemodified", "lastreviewed", "updated", "revised", "og:updated_time"})) {
    if (record.revised.year == 0) record.revised = page_date(value);
  } else if (is({"citation_journal_title", "prism.publicationname", "journal"})) {
    set_if_empty(record.journal.title, value);
  } else if (is({"citation_journal_abbrev"})) {
    set_if_empty(record.journal.abbreviation, value);
  } else if (is({"citation_volume", "prism.volume", "volume"})) {
    set_if_empty(record.journal.volume, value);
  } else if (is({"citation_issue", "prism.number", "issue"})) {
    set_if_empty(record.journal.issue, value);
  } else if (is({"citation_firstpage", "prism.startingpage"})) {
    record.journal.pages = std::string(value) + record.journal.pages;
  } else if (is({"citation_lastpage", "prism.endingpage"})) {
    if (record.journal.pages != value) record.journal.pages += "-" + std::string(value);
  } else if (is({"citation_issn", "prism.issn"})) {
    set_if_empty(record.journal.issn, value);
  } else if (is({"citation_publisher", "dc.publisher", "publisher"})) {
    set_if_empty(record.journal.publisher, value);
  } else if (is({"citation_doi", "prism.doi", "doi"})) {
    if (record.doi.empty()) record.doi = bare_doi(value);
  } else if (is({"dc.identifier", "dcterms.identifier"})) {
    if (record.doi.empty()) record.doi = bare_doi(value);
  } else if (is({"citation_pmid", "pmid"})) {
    if (record.pmid.empty()) record.pmid = bare_pmid(value);
  } else if (is({"citation_pmcid", "pmcid"})) {
    if (record.pmcid.empty()) record.pmcid = prefixed_pmcid(value);
  } else if (is({"citation_language", "dc.language", "dcterms.language", "language", "lang"})) {
    if (record.languages.empty()) record.languages = medline_language(value);
  } else if (is({"citation_keywords", "keywords", "tags", "dc.subject"})) {
    add_list(value, record.keywords);
  } else if (is({"og:url", "url", "citation_public_url", "source_url"})) {
    if (value.starts_with("http")) set_if_empty(record.url, value);
  } else if (is({"og:site_name", "citation_website", "source", "site"})) {
    set_if_empty(record.source, value);
  } else if (is({"dc.rights", "dcterms.license", "license", "licence"})) {
    set_if_empty(record.licence, value);
  } else if (is({"citation_isbn", "isbn"})) {
    record.identifiers.push_back({"isbn", std::string(value)});
  } else {
    return false;
  }
  return true;
}

}  // namespace attest
