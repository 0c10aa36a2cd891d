// Identifiers, dates and names as citation formats write them. Syntax of a DOI: ANSI/NISO Z39.84, in practice
// "10." registrant "/" suffix (https://www.crossref.org/blog/dois-and-matching-regular-expressions/); of an
// ORCID iD: sixteen digits, the last perhaps "X" (https://support.orcid.org).
#include "parse/citations/citation_fields.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/checksum.h"
#include "base/limits.h"
#include "base/white_space.h"
#include "text/month_names.h"
#include "text/phrases.h"

namespace attest {

namespace {

constexpr std::pair<std::string_view, std::string_view> kLanguages[] = {
    {"english", "eng"},  {"en", "eng"},         {"german", "ger"},    {"deutsch", "ger"},
    {"de", "ger"},       {"deu", "ger"},        {"french", "fre"},    {"fr", "fre"},
    {"fra", "fre"},      {"spanish", "spa"},    {"es", "spa"},        {"italian", "ita"},
    {"it", "ita"},       {"portuguese", "por"}, {"pt", "por"},        {"polish", "pol"},
    {"pl", "pol"},       {"russian", "rus"},    {"ru", "rus"},        {"chinese", "chi"},
    {"zh", "chi"},       {"zho", "chi"},        {"japanese", "jpn"},  {"ja", "jpn"},
    {"dutch", "dut"},    {"nl", "dut"},         {"nld", "dut"},       {"turkish", "tur"},
    {"tr", "tur"},       {"korean", "kor"},     {"ko", "kor"},        {"swedish", "swe"},
    {"sv", "swe"},       {"danish", "dan"},     {"da", "dan"},        {"norwegian", "nor"},
    {"no", "nor"},       {"finnish", "fin"},    {"fi", "fin"},        {"czech", "cze"},
    {"cs", "cze"},       {"ces", "cze"},        {"hungarian", "hun"}, {"hu", "hun"},
    {"arabic", "ara"},   {"ar", "ara"},         {"hebrew", "heb"},    {"he", "heb"},
    {"persian", "per"},  {"fa", "per"},         {"fas", "per"},       {"greek", "gre"},
    {"el", "gre"},       {"ell", "gre"},        {"ukrainian", "ukr"}, {"uk", "ukr"},
    {"croatian", "hrv"}, {"hr", "hrv"},         {"romanian", "rum"},  {"ro", "rum"},
    {"ron", "rum"},
};

// The parts of a date: runs of digits or of letters.
struct DatePart {
  std::string_view text;
  bool number = false;
};

std::vector<DatePart> date_parts(std::string_view text) {
  std::vector<DatePart> parts;
  for (size_t at = 0; at < text.size() && parts.size() < 16;) {
    const bool number = is_digit(text[at]);
    if (!number && !is_letter(text[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && (number ? is_digit(text[end]) : is_letter(text[end]))) ++end;
    parts.push_back({text.substr(at, end - at), number});
    at = end;
  }
  return parts;
}

unsigned number_of(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits.substr(0, 8)) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return to_lower(x) == to_lower(y); });
}

std::string normal_pmid(std::string_view text) {
  text = trimmed(text);
  if (text.size() > 4 && equal_ignoring_case(text.substr(0, 4), "pmid")) {
    text.remove_prefix(4);
    while (!text.empty() && (text.front() == ':' || is_space(text.front()))) text.remove_prefix(1);
  }
  if (const size_t slash = text.find("ncbi.nlm.nih.gov/"); slash != std::string_view::npos) {
    while (!text.empty() && text.back() == '/') text.remove_suffix(1);
    text = text.substr(text.rfind('/') + 1);
  }
  while (text.size() > 1 && text.front() == '0') text.remove_prefix(1);
  if (text.empty() || text.size() > 10 || !std::all_of(text.begin(), text.end(), is_digit) || text == "0")
    return {};
  return std::string(text);
}

std::string normal_pmcid(std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && text.size() <= 10 && std::all_of(text.begin(), text.end(), is_digit)) {
    return "PMC" + std::string(text);
  }
  for (size_t at = 0; at + 3 < text.size(); ++at) {
    if (!equal_ignoring_case(text.substr(at, 3), "pmc") || !is_digit(text[at + 3])) continue;
    size_t end = at + 3;
    while (end < text.size() && is_digit(text[end])) ++end;
    return "PMC" + std::string(text.substr(at + 3, std::min<size_t>(end - at - 3, 10)));
  }
  return {};
}

std::string web_address(std::string_view text) {
  text = trimmed(text);
  const size_t end = text.find_first_of(":/?#.");
  if (end == std::string_view::npos) return {};
  if (text[end] == ':') {
    const std::string scheme = lower_ascii(text.substr(0, end));
    if (scheme != "http" && scheme != "https" && scheme != "ftp") return {};
  }
  return std::string(text);
}

std::string normal_doi(std::string_view text) {
  for (size_t at = text.find("10."); at != std::string_view::npos; at = text.find("10.", at + 1)) {
    if (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.')) continue;
    size_t slash = at + 3;
    while (slash < text.size() && (is_digit(text[slash]) || text[slash] == '.')) ++slash;
    if (slash < at + 7 || slash >= text.size() || text[slash] != '/') continue;
    size_t end = slash + 1;
    while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' && text[end] != '"' &&
           text[end] != '<' && text[end] != '>') {
      ++end;
    }
    std::string_view doi = text.substr(at, end - at);
    // Punctuation at the end belongs to the sentence around it, a closing bracket without an opening one too.
    while (!doi.empty()) {
      const char last = doi.back();
      const bool stray_bracket = (last == ')' && doi.find('(') == std::string_view::npos) ||
                                 (last == ']' && doi.find('[') == std::string_view::npos);
      if (last != '.' && last != ',' && last != ';' && last != ':' && !stray_bracket) break;
      doi.remove_suffix(1);
    }
    if (doi.size() <= slash + 1 - at || doi.size() > limits::kIdentifierBytesMax) continue;
    return lower_ascii(doi);
  }
  return {};
}

std::string normal_orcid(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) digits += c;
    if ((c == 'x' || c == 'X') && digits.size() == 15) digits += 'X';
    if (digits.size() > 16) return {};
  }
  if (digits.size() != 16) return {};
  return digits.substr(0, 4) + "-" + digits.substr(4, 4) + "-" + digits.substr(8, 4) + "-" +
         digits.substr(12, 4);
}

uint8_t month_number(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return 0;
  if (std::all_of(text.begin(), text.end(), is_digit)) {
    const unsigned value = number_of(text);
    return value <= 12 && text.size() <= 2 ? static_cast<uint8_t>(value) : uint8_t{0};
  }
  if (text.back() == '.') text.remove_suffix(1);
  if (text.size() < 3) return 0;
  for (size_t month = 0; month < kMonthNames.size(); ++month) {
    const bool fits = text.size() <= kMonthNames[month].size() &&
                      equal_ignoring_case(text, kMonthNames[month].substr(0, text.size()));
    if (fits || (month == 8 && equal_ignoring_case(text, "sept"))) return static_cast<uint8_t>(month + 1);
  }
  return 0;
}

PartialDate parse_date(std::string_view text) {
  text = trimmed(text);
  PartialDate date;
  const auto parts = date_parts(text);
  size_t understood = 0;
  for (const DatePart& part : parts) {
    const unsigned value = part.number ? number_of(part.text) : 0;
    if (part.number && part.text.size() == 8 && date.year == 0) {  // 20091216
      date.year = static_cast<uint16_t>(value / 10000);
      const unsigned month = value / 100 % 100;
      const unsigned day = value % 100;
      date.month = month <= 12 ? static_cast<uint8_t>(month) : uint8_t{0};
      date.day = day <= 31 && date.month != 0 ? static_cast<uint8_t>(day) : uint8_t{0};
    } else if (part.number && part.text.size() == 4 && date.year == 0) {
      date.year = static_cast<uint16_t>(value);
    } else if (!part.number && date.month == 0 && month_number(part.text) != 0) {
      date.month = month_number(part.text);
    } else if (part.number && part.text.size() <= 2 && date.year != 0 && date.month == 0 && value >= 1 &&
               value <= 12) {
      date.month = static_cast<uint8_t>(value);
    } else if (part.number && part.text.size() <= 2 && date.day == 0 && value >= 1 && value <= 31) {
      date.day = static_cast<uint8_t>(value);
    } else {
      break;
    }
    ++understood;
  }
  if (date.month == 0) date.day = 0;
  // A second date, a season, a range: more than the three numbers say.
  if (understood < parts.size()) date.as_stated = std::string(text.substr(0, limits::kIdentifierBytesMax));
  if (date.year == 0) {
    for (const DatePart& part : parts) {
      if (part.number && part.text.size() == 4) date.year = static_cast<uint16_t>(number_of(part.text));
      if (date.year != 0) break;
    }
    date.month = 0;
    date.day = 0;
    if (!parts.empty()) date.as_stated = std::string(text.substr(0, limits::kIdentifierBytesMax));
  }
  return date;
}

Author author_from_inverted_name(std::string_view name) {
  Author author;
  name = trimmed(name);
  const size_t comma = name.find(',');
  author.family = std::string(trimmed(name.substr(0, comma)));
  if (comma != std::string_view::npos) author.given = std::string(trimmed(name.substr(comma + 1)));
  return author;
}

std::string language_code(std::string_view language) {
  language = trimmed(language);
  std::string code = lower_ascii(language);
  std::string_view key = code;
  if (key.size() == 5 && (key[2] == '-' || key[2] == '_')) key = key.substr(0, 2);  // "en-US"
  for (const auto& [from, to] : kLanguages) {
    if (key == from) return std::string(to);
  }
  return code;
}

std::string document_id(const BibliographicRecord& record, std::string_view fallback, std::string_view raw) {
  if (!record.pmid.empty()) return "pmid:" + record.pmid;
  if (!record.pmcid.empty()) return "pmcid:" + record.pmcid;
  if (!record.doi.empty()) return "doi:" + record.doi;
  if (!fallback.empty()) return std::string(fallback);
  return "file:" + content_hash(raw);
}

void add_identifier(BibliographicRecord& record, std::string_view scheme, std::string_view value) {
  value = trimmed(value);
  if (value.empty() || value.size() > limits::kIdentifierBytesMax) return;
  const bool there =
      std::any_of(record.identifiers.begin(), record.identifiers.end(),
                  [&](const Identifier& known) { return known.scheme == scheme && known.value == value; });
  if (!there) record.identifiers.push_back({std::string(scheme), std::string(value)});
}

bool report(const DocumentSink& sink, ErrorCode code, std::string message, std::string place,
            std::string remedy) {
  return !sink.problem || sink.problem(Error{code, std::move(message), std::move(place), std::move(remedy)});
}

bool deliver(Document&& document, TextBuilder&& builder, std::string_view place, const DocumentSink& sink) {
  const bool cut = builder.truncated();
  std::move(builder).finish(document);
  if (cut && !report(sink, ErrorCode::kLimit,
                     fmt::format("the text of {} is longer than the limit and was cut", document.id),
                     std::string(place), "split the document")) {
    return false;
  }
  if (document.record.authors.size() > limits::kAuthorsMax) {
    if (!report(sink, ErrorCode::kLimit,
                fmt::format("{} has more than {} authors; the rest were left out", document.id,
                            limits::kAuthorsMax),
                std::string(place))) {
      return false;
    }
    document.record.authors.resize(limits::kAuthorsMax);
  }
  return !sink.document || sink.document(std::move(document));
}

}  // namespace attest
