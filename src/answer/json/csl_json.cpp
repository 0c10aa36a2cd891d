// Bibliographic records as CSL-JSON, what reference managers and citation processors read.
//
// Field names, types and the shape of names and dates follow the schema of CSL 1.0.2
// (https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json) and its
// description (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html). A variable that the record
// does not have is left out. Languages are ISO 639-2 in records and BCP 47 in CSL, so the first one is
// mapped.
#include "answer/json/csl_json.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "answer/json/answer_json.h"
#include "document/title_notes.h"

namespace attest {
namespace {

using Json = nlohmann::ordered_json;

// The types of CSL 1.0.2, sorted.
constexpr auto kTypes = std::to_array<std::string_view>({
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
});

std::string csl_type(const BibliographicRecord& record) {
  if (std::binary_search(kTypes.begin(), kTypes.end(), record.type)) return record.type;
  return record.journal.title.empty() ? "document" : "article-journal";
}

void put_text(Json& object, const char* name, const std::string& value) {
  if (!value.empty()) object[name] = value;
}

Json names(const std::vector<Author>& people) {
  Json list = Json::array();
  for (const Author& person : people) {
    Json name = Json::object();
    if (!person.collective.empty()) {
      name["literal"] = person.collective;
    } else if (person.family.empty()) {
      if (person.given.empty()) continue;
      name["literal"] = person.given;  // one-word names: CSL knows no given name without a family name
    } else {
      name["family"] = person.family;
      put_text(name, "given", person.given);
    }
    list.push_back(std::move(name));
  }
  return list;
}

void put_names(Json& object, const char* name, const std::vector<Author>& people) {
  Json list = names(people);
  if (!list.empty()) object[name] = std::move(list);
}

void put_date(Json& object, const char* name, const PartialDate& date) {
  if (date.year == 0) {
    if (!date.as_stated.empty()) object[name] = Json{{"literal", date.as_stated}};
    return;
  }
  Json parts = Json::array({date.year});
  if (date.month >= 1 && date.month <= 12) {
    parts.push_back(date.month);
    if (date.day >= 1 && date.day <= 31) parts.push_back(date.day);
  }
  object[name] = Json{{"date-parts", Json::array({std::move(parts)})}};
}

// "eng,ger" → "en"; "" when no code is known.
std::string language_tag(std::string_view codes) {
  const std::string first(codes.substr(0, std::min(codes.find(','), size_t{8})));
  std::array<char, ULOC_LANG_CAPACITY> tag{};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size = uloc_getLanguage(first.c_str(), tag.data(), static_cast<int32_t>(tag.size()), &status);
  if (U_FAILURE(status) || size <= 0 || size >= static_cast<int32_t>(tag.size())) return {};
  std::string language(tag.data(), static_cast<size_t>(size));
  return language == "und" || language == "mul" ? std::string() : language;
}

std::string joined(const std::vector<std::string>& values) {
  std::string all;
  for (const std::string& value : values) {
    if (!all.empty()) all += ", ";
    all += value;
  }
  return all;
}

std::string identifier(const BibliographicRecord& record, std::string_view scheme) {
  for (const Identifier& other : record.identifiers) {
    if (other.scheme == scheme) return other.value;
  }
  return {};
}

}  // namespace

Json csl_json_of(const std::string& id, const BibliographicRecord& record) {
  Json csl = Json::object();
  csl["id"] = id;
  csl["type"] = csl_type(record);
  put_text(csl, "title", std::string(without_title_notes(record.title)));
  put_text(csl, "original-title", record.vernacular_title);
  put_names(csl, "author", record.authors);
  put_names(csl, "editor", record.editors);
  put_date(csl, "issued",
           record.published.year != 0 || !record.published.as_stated.empty() ? record.published
                                                                             : record.electronic);
  put_text(csl, "container-title", record.journal.title);
  put_text(csl, "container-title-short", record.journal.abbreviation);
  put_text(csl, "volume", record.journal.volume);
  put_text(csl, "issue", record.journal.issue);
  put_text(csl, "page", record.journal.pages);
  put_text(csl, "publisher", record.journal.publisher);
  put_text(csl, "ISSN", record.journal.issn);
  put_text(csl, "ISBN", identifier(record, "isbn"));
  put_text(csl, "PMID", record.pmid);
  put_text(csl, "PMCID", record.pmcid);
  put_text(csl, "DOI", record.doi);
  put_text(csl, "URL", record.url);
  put_text(csl, "language", language_tag(record.languages));
  put_text(csl, "keyword", joined(record.keywords));
  put_text(csl, "source", record.source);
  put_text(csl, "note", record.note);
  Json custom = Json::object();
  for (const Identifier& statement : record.statements) {
    if (!custom.contains(statement.scheme)) put_text(custom, statement.scheme.c_str(), statement.value);
  }
  if (!custom.empty()) csl["custom"] = std::move(custom);
  return csl;
}

std::string record_to_csl_json(const std::string& id, const BibliographicRecord& record) {
  return csl_json_of(id, record).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace attest
