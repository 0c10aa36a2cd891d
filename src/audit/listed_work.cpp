// One entry of a reference list. Three habits cover nearly all lists: authors, title, journal, year
// (Vancouver: "Rao SS, Patel T. Title. Journal 2010;3:1-9"), authors with the year before the title (APA,
// Harvard: "Rao, S. S. (2010). Title. Journal"), and titles in quotation marks (MLA, Chicago). Pages also set
// title and source on lines of their own. What is read here is a guess; references are matched by identifiers
// and by the whole entry, and the guess only has to say which words are the title.
#include <algorithm>

#include "audit/reference_list.h"
#include "base/ascii.h"
#include "base/white_space.h"
#include "parse/identifiers.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest::audit {

namespace {

struct YearPlace {
  size_t at = std::string_view::npos;
  uint16_t year = 0;
  char letter = 0;
};

// Whether the place lies inside an address or a DOI.
bool in_identifier(std::string_view text, size_t at) {
  size_t start = at;
  while (start > 0 && text[start - 1] != ' ' && text[start - 1] != '\n') --start;
  const std::string_view word = text.substr(start, at - start);
  return word.find('/') != std::string_view::npos || word.find("10.") != std::string_view::npos ||
         word.find("://") != std::string_view::npos;
}

std::vector<YearPlace> years_of(std::string_view text) {
  std::vector<YearPlace> years;
  for (size_t at = 0; at + 4 <= text.size(); ++at) {
    const std::string_view four = text.substr(at, 4);
    if (!four.starts_with("19") && !four.starts_with("20")) continue;
    if (!is_digit(four[2]) || !is_digit(four[3])) continue;
    if (at > 0 && is_word_byte(text[at - 1])) continue;
    char letter = 0;
    size_t end = at + 4;
    if (end < text.size() && text[end] >= 'a' && text[end] <= 'f') letter = text[end++];
    if (end < text.size() && is_word_byte(text[end])) continue;
    if (in_identifier(text, at)) continue;
    // "1990-2003" of a page range follows a colon.
    const bool range = at > 0 && (text[at - 1] == '-' || text[at - 1] == ':');
    if (range) continue;
    const auto year = static_cast<uint16_t>((four[0] - '0') * 1000 + (four[1] - '0') * 100 +
                                            (four[2] - '0') * 10 + (four[3] - '0'));
    years.push_back({at, year, letter});
    at = end;
  }
  return years;
}

// The year of publication: in brackets, else before a volume, else the last one.
YearPlace year_of(std::string_view text) {
  const std::vector<YearPlace> years = years_of(text);
  for (const YearPlace& year : years) {
    if (year.at > 0 && text[year.at - 1] == '(') return year;
  }
  for (const YearPlace& year : years) {
    const size_t end = year.at + 4;
    if (end < text.size() && (text[end] == ';' || text[end] == ':')) return year;
  }
  return years.empty() ? YearPlace() : years.back();
}

// End of the sentence that starts at `from`: a full stop or question mark before a space, not after an
// initial.
size_t sentence_end(std::string_view text, size_t from) {
  for (size_t at = from; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') return at;
    if (c != '.' && c != '?' && c != '!') continue;
    const bool last = at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
    if (!last) continue;
    const bool initial = c == '.' && at >= 1 && is_upper(text[at - 1]) &&
                         (at < 2 || text[at - 2] == ' ' || text[at - 2] == '.' || text[at - 2] == '-');
    // "Fischer U." ends the authors in Vancouver's order; "Fischer, U." and "U. Fischer" go on.
    const bool after_family = initial && at >= 3 && text[at - 2] == ' ' && is_lower(text[at - 3]);
    if (initial && !after_family) continue;
    if (c == '.' && lower_ascii(text.substr(at >= 3 ? at - 3 : 0, 3)).ends_with("vs")) continue;
    return c == '.' ? at : at + 1;
  }
  return text.size();
}

// "Rao SS, Patel T, et al": initials, "et al" or "and" between capitalised words.
bool looks_like_authors(std::string_view text) {
  const std::string lower = lower_ascii(text);
  if (has_phrase(lower, "et al")) return true;
  size_t words = 0;
  size_t initials = 0;
  size_t lower_words = 0;
  for (size_t at = 0; at < text.size();) {
    while (at < text.size() && !is_word_byte(text[at])) ++at;
    size_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (end == at) break;
    const std::string_view word = text.substr(at, end - at);
    ++words;
    const bool capitals = std::all_of(word.begin(), word.end(), is_upper);
    // "…: A Systematic Review": the article.
    const bool article = word == "A" && end + 1 < text.size() && text[end] == ' ' &&
                         is_word_byte(text[end + 1]) && !text.substr(end + 1).starts_with("and ");
    if (capitals && word.size() <= 3 && !article) ++initials;
    if (is_lower(word.front()) && word != "and" && word != "de" && word != "van" && word != "von" &&
        word != "der" && word != "la" && word != "del" && word != "al")
      ++lower_words;
    at = end;
  }
  if (words == 0) return false;
  return initials > 0 && lower_words * 3 <= words;
}

std::string_view quoted_title(std::string_view text) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"“", "”"}, {"\"", "\""}, {"«", "»"}}) {
    const size_t start = text.find(open);
    if (start == std::string_view::npos) continue;
    const size_t end = text.find(close, start + open.size());
    if (end == std::string_view::npos) continue;
    const std::string_view title = text.substr(start + open.size(), end - start - open.size());
    if (std::count(title.begin(), title.end(), ' ') >= 2) return title;
  }
  return {};
}

std::string_view bare_title(std::string_view title) {
  title = trimmed(title);
  while (!title.empty() && (title.back() == '.' || title.back() == ',')) title.remove_suffix(1);
  return title;
}

void split_title(std::string_view text, const YearPlace& year, ListedWork& work) {
  const auto set = [&](std::string_view lead, std::string_view title) {
    work.lead = std::string(bare_title(lead));
    work.title = std::string(bare_title(title));
  };
  if (const std::string_view title = quoted_title(text); !title.empty()) {
    return set(text.substr(0, static_cast<size_t>(title.data() - text.data())), title);
  }
  // Lines of their own: what stands before the line with the year is the title.
  const size_t line_end = text.find('\n');
  if (line_end != std::string_view::npos && year.at != std::string_view::npos && year.at > line_end) {
    const std::string_view first = text.substr(0, line_end);
    if (looks_like_authors(first)) {
      const size_t second = std::min(text.find('\n', line_end + 1), text.size());
      return set(first, text.substr(line_end + 1, second - line_end - 1));
    }
    return set({}, first);
  }
  // APA and Harvard: "(2010)." or "(2010, May)." before the title.
  if (year.at != std::string_view::npos && year.at > 0 && text[year.at - 1] == '(') {
    const size_t close = text.find(')', year.at);
    constexpr size_t kDateBytes = 24;
    if (close != std::string_view::npos && close - year.at <= kDateBytes) {
      size_t from = close + 1;
      while (from < text.size() &&
             (text[from] == '.' || text[from] == ',' || text[from] == ':' || text[from] == ' '))
        ++from;
      const size_t end = sentence_end(text, from);
      if (end - from >= 12) return set(text.substr(0, year.at - 1), text.substr(from, end - from));
    }
  }
  const size_t first_end = sentence_end(text, 0);
  const std::string_view first = text.substr(0, first_end);
  if (first_end < text.size() && looks_like_authors(first)) {
    size_t from = first_end;
    while (from < text.size() && (text[from] == '.' || text[from] == ' ')) ++from;
    return set(first, text.substr(from, sentence_end(text, from) - from));
  }
  // An organisation, then a title: "World Health Organization. Guideline…"; else the first sentence.
  constexpr ptrdiff_t kNameSpacesMax = 5;
  if (first_end < text.size() && std::count(first.begin(), first.end(), ' ') <= kNameSpacesMax) {
    size_t from = first_end;
    while (from < text.size() && (text[from] == '.' || text[from] == ' ')) ++from;
    const std::string_view second = text.substr(from, sentence_end(text, from) - from);
    const bool holds_year =
        year.at != std::string_view::npos && year.at >= from && year.at < from + second.size();
    if (!holds_year && std::count(second.begin(), second.end(), ' ') > kNameSpacesMax - 1)
      return set(first, second);
  }
  set({}, first);
}

std::string digits_after(std::string_view text, size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == ':' || text[at] == '#')) ++at;
  size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at >= 1 && end - at <= 9 ? std::string(text.substr(at, end - at)) : std::string();
}

}  // namespace

bool take_identifiers(std::string_view text, ListedWork& work) {
  bool any = false;
  const std::string lower = lower_ascii(text);
  if (work.pmid.empty()) {
    for (const std::string_view sign : {"pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/", "pmid"}) {
      const size_t at = lower.find(sign);
      if (at == std::string::npos) continue;
      work.pmid = digits_after(lower, at + sign.size());
      if (!work.pmid.empty()) break;
    }
    any |= !work.pmid.empty();
  }
  if (work.pmcid.empty()) {
    for (size_t at = lower.find("pmc"); at != std::string::npos; at = lower.find("pmc", at + 1)) {
      size_t digits = at + 3;
      if (lower.substr(digits).starts_with("id")) digits += 2;
      if (lower.substr(digits, 2) == ": ") digits += 2;
      if (lower.substr(digits, 3) == "pmc") digits += 3;
      const std::string number =
          digits < lower.size() && is_digit(lower[digits]) ? digits_after(lower, digits) : "";
      if (number.size() < 4) continue;
      work.pmcid = prefixed_pmcid(number);
      any = true;
      break;
    }
  }
  if (work.doi.empty()) {
    for (size_t at = text.find("10."); at != std::string_view::npos; at = text.find("10.", at + 1)) {
      if (at > 0 && is_digit(text[at - 1])) continue;
      size_t end = at;
      while (end < text.size() && text[end] != ' ' && text[end] != '\n' && text[end] != '"' &&
             text[end] != '<' && text[end] != '>')
        ++end;
      std::string_view candidate = text.substr(at, end - at);
      const size_t slash = candidate.find('/');
      if (slash == std::string_view::npos || slash < 6 || slash > 12) continue;
      if (!std::all_of(candidate.begin() + 3, candidate.begin() + static_cast<ptrdiff_t>(slash),
                       [](char c) { return is_digit(c) || c == '.'; }))
        continue;
      while (!candidate.empty() &&
             std::string_view(".,;)]").find(candidate.back()) != std::string_view::npos) {
        // A closing bracket belongs to the DOI when it was opened in it.
        const char last = candidate.back();
        const char open = last == ')' ? '(' : last == ']' ? '[' : 0;
        if (open != 0 && candidate.find(open) != std::string_view::npos) break;
        candidate.remove_suffix(1);
      }
      work.doi = bare_doi(candidate);
      if (work.doi.empty()) continue;
      any = true;
      break;
    }
  }
  return any;
}

ListedWork read_listed_work(std::string_view entry, const std::vector<std::string>& links) {
  ListedWork work;
  const YearPlace year = year_of(entry);
  work.year = year.year;
  work.year_letter = year.letter;
  take_identifiers(entry, work);
  for (const std::string& link : links) {
    if (!take_identifiers(link, work) && work.url.empty() && link.starts_with("http")) work.url = link;
  }
  if (const size_t at = entry.find("http"); work.url.empty() && at != std::string_view::npos) {
    work.url = std::string(entry.substr(at, std::min(entry.find_first_of(" \n", at), entry.size()) - at));
  }
  split_title(entry, year, work);
  work.text = std::string(entry);
  std::replace(work.text.begin(), work.text.end(), '\n', ' ');
  for (const Token& token : tokenize(work.lead)) {
    const std::string_view word = token.span.of(work.lead);
    const bool name = !word.empty() && (is_upper(word.front()) || !is_ascii(word.front()));
    const bool initials = word.size() <= 3 && std::all_of(word.begin(), word.end(), is_upper);
    if (name && word.size() >= 2 && (!initials || work.names.empty())) work.names.push_back(token.folded);
  }
  return work;
}

}  // namespace attest::audit
