// The small grammars of citations: lists of numbers, raised digits, author and year.
#include <algorithm>
#include <charconv>

#include "audit/citations.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "base/white_space.h"
#include "text/month_names.h"
#include "text/phrases.h"
#include "text/tokens.h"
#include "text/utf8.h"

namespace attest::audit {

namespace {

constexpr uint32_t kNumberMax = 999;
constexpr uint32_t kRangeMax = 200;

// Beside the months.
constexpr std::string_view kNoAuthors[] = {"spring",    "summer",   "autumn",   "fall",      "winter",
                                           "since",     "in",       "by",       "from",      "until",
                                           "version",   "figure",   "table",    "copyright", "updated",
                                           "published", "reviewed", "accessed", "edition",   "chapter"};

size_t dash_size(std::string_view text) {
  for (const std::string_view dash : {"–", "—", "‐", "‑", "−"}) {
    if (text.starts_with(dash)) return dash.size();
  }
  return text.starts_with('-') ? 1 : 0;
}

size_t skip_spaces(std::string_view text, size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

std::string_view without_opening(std::string_view part) {
  part = trimmed(part);
  for (const std::string_view opening :
       {"see also ", "see ", "e.g., ", "e.g. ", "eg, ", "cf. ", "cf ", "reviewed in ", "reviewed by ",
        "for example, ", "as in ", "also ", "e.g.; ", "source: ", "from "}) {
    if (lower_ascii(part.substr(0, opening.size())) == opening) part = trimmed(part.substr(opening.size()));
  }
  return part;
}

bool small_word(std::string_view word) {
  constexpr std::string_view kWords[] = {"and", "et", "al", "de",  "van", "von", "der", "la",  "le",  "del",
                                         "di",  "da", "of", "the", "for", "on",  "den", "ter", "dos", "el"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

}  // namespace

bool takes_a_number(std::string_view word) {
  constexpr std::string_view kWords[] = {"table",       "figure",  "fig",      "box",     "step",
                                         "type",        "grade",   "stage",    "phase",   "level",
                                         "class",       "group",   "chapter",  "section", "appendix",
                                         "least",       "most",    "than",     "of",      "to",
                                         "and",         "or",      "about",    "with",    "at",
                                         "in",          "for",     "by",       "from",    "week",
                                         "day",         "month",   "year",     "aged",    "age",
                                         "no",          "number",  "part",     "version", "criterion",
                                         "question",    "item",    "n",        "p",       "vitamin",
                                         "every",       "over",    "under",    "up",      "is",
                                         "was",         "are",     "were",     "only",    "approximately",
                                         "around",      "nearly",  "category", "tier",    "score",
                                         "day",         "page",    "until",    "after",   "before",
                                         "within",      "between", "some",     "all",     "the",
                                         "a",           "an",      "ci",       "or",      "rr",
                                         "hr",          "mean",    "median",   "sd",      "covid",
                                         "interleukin", "il",      "factor",   "arm",     "module",
                                         "line"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

bool opens_sentence(std::string_view lower) {
  while (lower.ends_with(',')) lower.remove_suffix(1);
  static constexpr std::string_view kWords[] = {
      "and",     "as",     "although", "though", "when",  "while",  "whereas", "because", "since", "but",
      "if",      "unlike", "like",     "both",   "later", "after",  "before",  "however", "thus",  "also",
      "earlier", "that",   "whether",  "where",  "then",  "indeed", "only",    "recently"};
  return std::find(std::begin(kWords), std::end(kWords), lower) != std::end(kWords);
}

bool is_social(std::string_view url) {
  for (const std::string_view host :
       {"facebook.", "twitter.", "//x.com", "instagram.", "youtube.", "linkedin.", "pinterest.", "whatsapp.",
        "reddit.", "t.me/", "tiktok."}) {
    if (url.find(host) != std::string_view::npos) return true;
  }
  return false;
}

std::optional<std::vector<uint32_t>> read_number_list(std::string_view text) {
  std::vector<uint32_t> numbers;
  text = trimmed(text);
  size_t at = 0;
  while (true) {
    at = skip_spaces(text, at);
    if (at < text.size() && text[at] == '^') ++at;
    uint32_t number = 0;
    const auto read = std::from_chars(text.data() + at, text.data() + text.size(), number);
    const auto end = static_cast<size_t>(read.ptr - text.data());
    if (read.ec != std::errc() || end == at || number == 0 || number > kNumberMax || text[at] == '0')
      return std::nullopt;
    at = skip_spaces(text, end);
    if (const size_t dash = dash_size(text.substr(at)); dash > 0) {
      at = skip_spaces(text, at + dash);
      uint32_t last = 0;
      const auto upper = std::from_chars(text.data() + at, text.data() + text.size(), last);
      const auto upper_end = static_cast<size_t>(upper.ptr - text.data());
      if (upper.ec != std::errc() || upper_end == at || last <= number || last > kNumberMax ||
          last - number > kRangeMax)
        return std::nullopt;
      for (uint32_t n = number; n <= last; ++n) numbers.push_back(n);
      at = skip_spaces(text, upper_end);
    } else {
      numbers.push_back(number);
    }
    if (at == text.size()) break;
    if (text[at] != ',' && text[at] != ';') return std::nullopt;
    ++at;
    if (skip_spaces(text, at) == text.size()) return std::nullopt;
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

std::string plain_digits(std::string_view raised) {
  std::string out;
  for (size_t at = 0; at < raised.size();) {
    const DecodedCharacter c = decode_character(raised, at);
    at += c.size;
    switch (c.value) {
      case 0x00B9: out += '1'; break;
      case 0x00B2: out += '2'; break;
      case 0x00B3: out += '3'; break;
      case 0x2070: out += '0'; break;
      case 0x207B:
      case 0x2013:
      case '-': out += '-'; break;
      case ',':
      case 0x02D2:
      case 0x22C5: out += ','; break;
      case ' ': out += ' '; break;
      default:
        if (c.value >= 0x2074 && c.value <= 0x2079)
          out += static_cast<char>('4' + (c.value - 0x2074));
        else if (c.value < 0x80 && is_digit(static_cast<char>(c.value)))
          out += static_cast<char>(c.value);
        else
          return {};
    }
  }
  return out;
}

std::vector<NamedWork> read_author_years(std::string_view inside, bool& certain) {
  std::vector<NamedWork> found;
  constexpr size_t kInsideBytesMax = 600;
  if (inside.size() > kInsideBytesMax) return found;
  while (!inside.empty()) {
    const size_t stop = std::min(inside.find(';'), inside.size());
    const std::string_view part = without_opening(inside.substr(0, stop));
    inside.remove_prefix(std::min(stop + 1, inside.size()));
    // The first year ends the names.
    size_t year_at = std::string_view::npos;
    for (size_t at = 0; at + 4 <= part.size(); ++at) {
      const bool year = (part.substr(at, 2) == "19" || part.substr(at, 2) == "20") &&
                        is_digit(part[at + 2]) && is_digit(part[at + 3]) &&
                        (at + 4 == part.size() || !is_digit(part[at + 4])) && at > 0 &&
                        (part[at - 1] == ' ' || part[at - 1] == '(');
      if (!year) continue;
      year_at = at;
      break;
    }
    constexpr size_t kNamesBytesMax = 90;
    if (year_at == std::string_view::npos || year_at < 3 || year_at > kNamesBytesMax) return {};
    std::string_view names = trimmed(part.substr(0, year_at));
    while (!names.empty() && (names.back() == ',' || names.back() == '(' || names.back() == ' '))
      names.remove_suffix(1);
    NamedWork work;
    work.printed = std::string(trimmed(part));
    for (const Token& token : tokenize(names)) {
      const std::string_view word = token.span.of(names);
      if (small_word(token.folded)) continue;
      const bool capital = is_upper(word.front()) || !is_ascii(word.front());
      if (!capital) return {};
      if (month_named(token.folded) != 0 || is_one_of(token.folded, kNoAuthors)) return {};
      const bool initials = word.size() <= 2 && std::all_of(word.begin(), word.end(), is_upper);
      if (!initials) work.names.push_back(token.folded);
    }
    constexpr size_t kNamesMax = 8;
    if (work.names.empty() || work.names.size() > kNamesMax) return {};
    const std::string lower = lower_ascii(names);
    certain |=
        has_phrase(lower, "et al") || names.find('&') != std::string_view::npos || has_phrase(lower, "and");
    // "2010, 2012b": each year is a work of its own.
    std::string_view years = part.substr(year_at);
    bool first = true;
    while (years.size() >= 4) {
      const bool year =
          (years.starts_with("19") || years.starts_with("20")) && is_digit(years[2]) && is_digit(years[3]);
      if (!year) break;
      uint16_t value = 0;
      std::from_chars(years.data(), years.data() + 4, value);
      work.year = value;
      years.remove_prefix(4);
      work.letter = !years.empty() && years.front() >= 'a' && years.front() <= 'f' ? years.front() : 0;
      if (work.letter != 0) years.remove_prefix(1);
      found.push_back(work);
      if (!first) found.back().printed = std::string(names) + ", " + std::to_string(value);
      first = false;
      years = trimmed(years);
      if (!years.starts_with(',')) break;
      years = trimmed(years.substr(1));
    }
  }
  return found;
}

std::vector<size_t> works_named(const NamedWork& named, const ReferenceList& list) {
  std::vector<size_t> found;
  for (size_t i = 0; i < list.works.size(); ++i) {
    const ListedWork& work = list.works[i];
    const bool same_year = work.year == named.year &&
                           (named.letter == 0 || work.year_letter == 0 || named.letter == work.year_letter);
    if (!same_year || work.names.empty()) continue;
    // The first name leads; a body may be listed by its full name and cited by its initials.
    const std::string& first = named.names.front();
    bool leads =
        std::find(work.names.begin(), work.names.begin() + std::min<ptrdiff_t>(2, std::ssize(work.names)),
                  first) != work.names.begin() + std::min<ptrdiff_t>(2, std::ssize(work.names));
    if (!leads) {
      std::string initials;
      for (const std::string& name : work.names) initials += name.front();
      leads = first.size() >= 2 && initials == first;
    }
    if (!leads) continue;
    const bool second = named.names.size() < 2 ||
                        std::find(work.names.begin(), work.names.end(), named.names[1]) != work.names.end();
    if (second) found.push_back(i);
  }
  return found;
}

}  // namespace attest::audit
