#include "server/citation_files.h"

#include <set>

#include <fmt/format.h>

#include "answer/json/answer_json.h"
#include "base/ascii.h"
#include "render/presentation.h"
#include "text/utf8.h"

namespace attest {
namespace {

uint16_t year_of(const Reference& reference) {
  const BibliographicRecord& record = reference.record;
  if (record.published.year != 0) return record.published.year;
  return record.electronic.year != 0 ? record.electronic.year : reference.appraisal.year;
}

std::string first_address(const Reference& reference) {
  const std::vector<Link> links = links_of(reference);
  return links.empty() ? std::string() : links.front().url;
}

// "657" and "664" of "657-664" or "657-64".
std::pair<std::string, std::string> page_range(const std::string& pages) {
  const size_t dash = pages.find_first_of("-\xE2");
  if (dash == std::string::npos || dash == 0) return {pages, {}};
  const std::string first = pages.substr(0, dash);
  std::string last = pages.substr(dash);
  while (!last.empty() && !is_digit(last[0])) last.erase(0, 1);
  if (!last.empty() && last.size() < first.size()) last = first.substr(0, first.size() - last.size()) + last;
  return {first, last};
}

const char* ris_type(const std::string& type) {
  if (type == "article-journal" || type.empty()) return "JOUR";
  if (type == "book") return "BOOK";
  if (type == "chapter") return "CHAP";
  if (type == "report") return "RPRT";
  if (type == "webpage" || type == "post-weblog") return "ELEC";
  if (type == "thesis") return "THES";
  return "GEN";
}

const char* bibtex_type(const std::string& type) {
  if (type == "article-journal" || type.empty()) return "article";
  if (type == "book") return "book";
  if (type == "chapter") return "incollection";
  if (type == "report") return "techreport";
  if (type == "thesis") return "phdthesis";
  return "misc";
}

// Letters with a meaning in LaTeX, escaped; everything else stays UTF-8.
std::string latex(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    switch (byte) {
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
        out += '\\';
        out += byte;
        break;
      case '{':
      case '}': out += byte == '{' ? "\\{" : "\\}"; break;
      case '\\': out += "\\textbackslash{}"; break;
      case '~': out += "\\textasciitilde{}"; break;
      case '^': out += "\\textasciicircum{}"; break;
      default: out += byte;
    }
  }
  return out;
}

std::string bibtex_name(const Author& author) {
  if (!author.collective.empty()) return "{" + latex(plain(author.collective)) + "}";
  const std::string family = latex(plain(author.family));
  return author.given.empty() ? family : family + ", " + latex(plain(author.given));
}

std::string ascii_letters(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    if (is_upper(byte)) out += to_lower(byte);
    if (is_lower(byte) || is_digit(byte)) out += byte;
  }
  return out;
}

std::string bibtex_key(const Reference& reference, std::set<std::string>& used) {
  const std::vector<Author>& authors = reference.record.authors;
  std::string key = authors.empty() ? ""
                                    : ascii_letters(authors[0].collective.empty() ? authors[0].family
                                                                                  : authors[0].collective);
  if (key.empty()) key = ascii_letters(reference.document);
  if (key.empty()) key = "source";
  if (year_of(reference) != 0) key += std::to_string(year_of(reference));
  std::string unique = key;
  for (int number = 2; !used.insert(unique).second; ++number) unique = fmt::format("{}-{}", key, number);
  return unique;
}

// "Whitehead WE": initials of what is given, which may be initials already.
std::string ama_name(const Author& author) {
  if (!author.collective.empty()) return plain(author.collective);
  const std::string given = plain(author.given);
  std::string initials;
  bool all_capitals = given.size() <= 4;
  for (const char byte : given) all_capitals = all_capitals && is_upper(byte);
  if (all_capitals) {
    initials = given;
  } else {
    bool start = true;
    for (size_t at = 0; at < given.size();) {
      const DecodedCharacter character = decode_character(given, at);
      const bool separates = character.value == ' ' || character.value == '-' || character.value == '.';
      if (start && !separates) append_character(initials, character.value);
      start = separates;
      at += character.size;
    }
  }
  const std::string family = plain(author.family);
  return initials.empty() ? family : family + " " + initials;
}

std::string ama_authors(const std::vector<Author>& authors) {
  constexpr size_t kAllUpTo = 6;
  constexpr size_t kShownOfMore = 3;
  std::vector<std::string> names;
  const size_t shown = authors.size() <= kAllUpTo ? authors.size() : kShownOfMore;
  for (size_t i = 0; i < shown; ++i) names.push_back(ama_name(authors[i]));
  return join(names, ", ") + (shown < authors.size() ? ", et al" : "");
}

}  // namespace

std::string references_to_ris(const std::vector<Reference>& references) {
  std::string out;
  for (const Reference& reference : references) {
    const BibliographicRecord& record = reference.record;
    const auto tag = [&](const char* name, const std::string& value) {
      if (!value.empty()) out += fmt::format("{}  - {}\r\n", name, plain(value));
    };
    tag("TY", ris_type(record.type));
    for (const Author& author : record.authors) {
      tag("AU", !author.collective.empty() ? author.collective
                : author.given.empty()     ? author.family
                                           : author.family + ", " + author.given);
    }
    tag("TI", title_of(reference));
    tag("T2", record.journal.title);
    tag("J2", record.journal.abbreviation);
    if (year_of(reference) != 0) tag("PY", std::to_string(year_of(reference)));
    tag("VL", record.journal.volume);
    tag("IS", record.journal.issue);
    const auto [first, last] = page_range(record.journal.pages);
    tag("SP", first);
    tag("EP", last);
    tag("SN", record.journal.issn);
    tag("PB", record.journal.publisher);
    tag("DO", record.doi);
    tag("AN", record.pmid);
    tag("C2", record.pmcid);
    tag("UR", first_address(reference));
    tag("LA", record.languages);
    tag("ID", reference.document);
    out += "ER  - \r\n\r\n";
  }
  return out;
}

std::string references_to_bibtex(const std::vector<Reference>& references) {
  std::string out;
  std::set<std::string> used;
  for (const Reference& reference : references) {
    const BibliographicRecord& record = reference.record;
    out += fmt::format("@{}{{{},\n", bibtex_type(record.type), bibtex_key(reference, used));
    const auto field = [&](const char* name, const std::string& value) {
      if (!value.empty()) out += fmt::format("  {} = {{{}}},\n", name, value);
    };
    std::vector<std::string> names;
    for (const Author& author : record.authors) names.push_back(bibtex_name(author));
    field("author", join(names, " and "));
    // Braced twice: styles would change the capitals of names.
    field("title", "{" + latex(title_of(reference)) + "}");
    field("journal",
          latex(plain(record.journal.title.empty() ? record.journal.abbreviation : record.journal.title)));
    if (year_of(reference) != 0) field("year", std::to_string(year_of(reference)));
    field("volume", latex(plain(record.journal.volume)));
    field("number", latex(plain(record.journal.issue)));
    const auto [first, last] = page_range(plain(record.journal.pages));
    field("pages", latex(last.empty() ? first : first + "--" + last));
    field("publisher", latex(plain(record.journal.publisher)));
    field("doi", latex(record.doi));
    field("pmid", latex(record.pmid));
    field("url", first_address(reference));
    out += "}\n\n";
  }
  return out;
}

std::string references_to_csl_json(const std::vector<Reference>& references) {
  std::string out = "[";
  for (const Reference& reference : references) {
    out += out.size() == 1 ? "\n" : ",\n";
    out += record_to_csl_json(reference.document, reference.record);
  }
  return out + "\n]\n";
}

std::string references_to_ama(const std::vector<Reference>& references) {
  std::string out;
  for (const Reference& reference : references) {
    const Journal& journal = reference.record.journal;
    std::string line = fmt::format("{}. ", reference.number);
    const auto add = [&](const std::string& part) {
      if (!part.empty()) line += full_stop(part) + " ";
    };
    add(ama_authors(reference.record.authors));
    add(title_of(reference));
    add(plain(journal.abbreviation.empty() ? journal.title : journal.abbreviation));
    std::string issue = year_of(reference) == 0 ? "" : std::to_string(year_of(reference));
    if (!journal.volume.empty()) issue += (issue.empty() ? "" : ";") + plain(journal.volume);
    if (!journal.issue.empty()) issue += "(" + plain(journal.issue) + ")";
    if (!journal.pages.empty()) issue += ":" + plain(journal.pages);
    add(issue);
    if (!reference.record.doi.empty())
      line += "doi:" + plain(reference.record.doi);
    else if (const std::string address = first_address(reference); !address.empty())
      line += address;
    else
      line += reference.document;
    if (!reference.status.empty() && reference.status != "current")
      line += " [" + plain(reference.status) + "]";
    out += line + "\n";
  }
  return out;
}

}  // namespace attest
