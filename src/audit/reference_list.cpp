// Where the list is. Its heading is one of a few words; it ends at the next heading of the same rank, at a
// heading that names something else (plain text has no ranks), or at a paragraph of prose. A list without a
// heading is the longest run of entries at the end of the page that look like references.
#include "audit/reference_list.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "base/affix.h"
#include "base/ascii.h"
#include "base/white_space.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

constexpr std::string_view kHeadings[] = {"references",
                                          "reference",
                                          "reference list",
                                          "list of references",
                                          "bibliography",
                                          "works cited",
                                          "literature cited",
                                          "literature",
                                          "sources",
                                          "citations",
                                          "notes",
                                          "footnotes",
                                          "endnotes",
                                          "references and notes",
                                          "notes and references",
                                          "cited references",
                                          "scientific references",
                                          "medical references",
                                          "sources and references",
                                          "references and sources",
                                          "evidence sources",
                                          "article sources",
                                          "our sources",
                                          "selected references",
                                          "key references",
                                          "resources and references"};

// What follows a list in plain text, where every heading has one rank.
constexpr std::string_view kEnds[] = {"disclaimer",      "about",
                                      "acknowledg*",     "funding",
                                      "conflict*",       "competing",
                                      "author*",         "appendix",
                                      "related",         "have a",
                                      "contact",         "copyright",
                                      "comments",        "share",
                                      "further reading", "see also",
                                      "supplement*",     "table*",
                                      "figure*",         "abbreviations",
                                      "newsletter",      "subscribe",
                                      "privacy",         "terms",
                                      "next steps",      "other languages",
                                      "external links",  "more information",
                                      "page last",       "last reviewed",
                                      "last updated",    "back to top",
                                      "feedback",        "data availability",
                                      "ethics",          "license",
                                      "licence"};

constexpr std::string_view kLabels[] = {
    "guideline",      "guidelines", "research", "review",          "article",
    "book",           "website",    "web",      "journal article", "systematic review",
    "clinical trial", "trial",      "report",   "meta-analysis",   "study",
    "praxis",         "other"};

std::string plain_heading(std::string_view text) {
  text = trimmed(text);
  // "7. References", "VII References:"
  while (!text.empty() && (is_digit(text.front()) || text.front() == '.' || text.front() == ' ' ||
                           text.front() == ')' || text.front() == '#'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ':' || text.back() == '.' || text.back() == ' '))
    text.remove_suffix(1);
  return lower_ascii(text);
}

bool is_list_heading(std::string_view text) {
  constexpr size_t kHeadingBytesMax = 48;
  if (text.size() > kHeadingBytesMax) return false;
  const std::string lower = plain_heading(text);
  return std::find(std::begin(kHeadings), std::end(kHeadings), lower) != std::end(kHeadings);
}

bool is_label(std::string_view text) {
  const std::string lower = plain_heading(text);
  return std::find(std::begin(kLabels), std::end(kLabels), lower) != std::end(kLabels);
}

bool has_year(std::string_view text) { return read_listed_work(text, {}).year != 0; }

size_t count_words(std::string_view text) {
  return text.empty() ? 0 : static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

// "1. ", "[1] ", "(1) ", "1) ", "[^1]: ", "1 Smith"; gives the number and how many bytes it takes.
struct PrintedNumber {
  uint32_t number = 0;
  size_t size = 0;
};
PrintedNumber printed_number(std::string_view text) {
  size_t at = 0;
  char close = 0;
  if (text.starts_with('[')) close = ']';
  if (text.starts_with('(')) close = ')';
  if (close != 0) ++at;
  if (text.substr(at).starts_with('^')) ++at;
  uint32_t number = 0;
  const auto read = std::from_chars(text.data() + at, text.data() + text.size(), number);
  const auto end = static_cast<size_t>(read.ptr - text.data());
  if (read.ec != std::errc() || end == at || end - at > 3 || number == 0) return {};
  size_t after = end;
  if (close != 0) {
    if (after >= text.size() || text[after] != close) return {};
    ++after;
    if (after < text.size() && text[after] == ':') ++after;
  } else if (after < text.size() && (text[after] == '.' || text[after] == ')')) {
    ++after;
    if (after < text.size() && is_digit(text[after])) return {};  // "1.5"
  } else if (after >= text.size() || text[after] != ' ' || after + 1 >= text.size() ||
             !is_upper(text[after + 1])) {
    return {};
  }
  while (after < text.size() && text[after] == ' ') ++after;
  return {number, after};
}

// What a site puts under its page: a line of its own behind the last entry, and no part of it.
bool is_foot_of_page(const Block& block, std::string_view text) {
  constexpr size_t kFootWordsMax = 40;
  if (block.kind == PageBlock::Kind::kListItem || block.number > 0 || count_words(text) > kFootWordsMax)
    return false;
  static constexpr std::string_view kStarts[] = {"©",
                                                 "(c) ",
                                                 "copyright",
                                                 "all rights reserved",
                                                 "last updated",
                                                 "last review",
                                                 "page last",
                                                 "medically re",
                                                 "reviewed by",
                                                 "next review",
                                                 "published by",
                                                 "this page was",
                                                 "this page is",
                                                 "this article was",
                                                 "disclaimer"};
  const std::string lower = lower_ascii(trimmed(text));
  return starts_with_one_of(lower, kStarts);
}

bool ends_list(const Page& page, const Block& block, const Block& heading, bool ranks) {
  const std::string_view text = page.of(block);
  if (block.aside && !heading.aside) return true;  // the page's footer
  if (block.kind == PageBlock::Kind::kHeading) {
    if (ranks) return block.level <= heading.level;
    const std::string lower = plain_heading(text);
    for (const std::string_view end : kEnds) {
      const size_t at = find_phrase(lower, end);
      if (at < 24 && !has_year(text)) return true;
    }
    return false;
  }
  if (is_foot_of_page(block, text)) return true;
  const size_t words = count_words(text);
  constexpr size_t kProseWords = 45;
  return words > kProseWords && block.number == 0 && printed_number(text).number == 0 && !has_year(text);
}

// A sentence behind the items of a numbered list, which no number and no year makes an entry of it.
bool is_behind_items(const Page& page, const Block& block, const Block& before) {
  constexpr size_t kWords = 4;
  const std::string_view text = page.of(block);
  return before.kind == PageBlock::Kind::kListItem && before.number > 0 &&
         block.kind == PageBlock::Kind::kParagraph && block.number == 0 && printed_number(text).number == 0 &&
         !has_year(text) && count_words(text) > kWords && read_listed_work(text, {}).doi.empty();
}

struct Piece {
  size_t block = 0;
  uint32_t number = 0;
  ByteSpan text;  // without the number
};

// Wikipedia's back links ("^ a b") and arrows before an entry.
uint32_t back_links(std::string_view text) {
  size_t at = 0;
  const bool arrow = text.starts_with("↑");
  if (!text.starts_with('^') && !arrow) return 0;
  at += arrow ? std::string_view("↑").size() : 1;
  while (at < text.size()) {
    if (text[at] == ' ') {
      ++at;
    } else if (is_lower(text[at]) && (at + 1 >= text.size() || text[at + 1] == ' ')) {
      ++at;
    } else {
      break;
    }
  }
  return static_cast<uint32_t>(at);
}

// Where the entry with this number begins inside the text of the one before it: a list whose entries run into
// each other, as in a PDF or a page copied as text. npos when there is none.
size_t start_inside(std::string_view text, uint32_t number) {
  const std::string digits = std::to_string(number);
  for (const auto& [open, close] :
       {std::pair{"", ". "}, std::pair{"", ") "}, std::pair{"[", "] "}, std::pair{"(", ") "}}) {
    const std::string label = " " + (open + digits) + close;
    for (size_t at = text.find(label); at != std::string_view::npos; at = text.find(label, at + 1)) {
      const size_t after = at + label.size();
      constexpr size_t kEntryBytesMin = 20;  // on both sides
      if (at < kEntryBytesMin || after + kEntryBytesMin > text.size()) continue;
      const char before = text[at - 1];
      const bool ended = before == '.' || before == ')' || before == ';' || before == '/' || is_digit(before);
      if (ended && (is_upper(text[after]) || !is_ascii(text[after]))) return at + 1;
    }
  }
  return std::string_view::npos;
}

uint32_t entry_number(const Page& page, const Block& block) {
  return block.number > 0 ? block.number : printed_number(page.of(block)).number;
}

std::vector<Piece> pieces_of(const Page& page, size_t first, size_t end) {
  std::vector<Piece> pieces;
  for (size_t i = first; i < end; ++i) {
    const Block& block = page.blocks[i];
    const std::string_view text = page.of(block);
    uint32_t skip = back_links(text);
    const PrintedNumber printed = printed_number(text.substr(skip));
    const uint32_t number = block.number > 0 ? block.number : printed.number;
    if (block.number == 0 || printed.number == block.number) skip += static_cast<uint32_t>(printed.size);
    pieces.push_back({i, number, {block.span.start + skip, block.span.end}});
    if (number == 0) continue;
    const uint32_t follows = i + 1 < end ? entry_number(page, page.blocks[i + 1]) : 0;
    for (uint32_t next = number + 1; next != follows; ++next) {
      const ByteSpan rest = pieces.back().text;
      const size_t at = start_inside(rest.of(page.text), next);
      if (at == std::string_view::npos) break;
      const auto border = rest.start + static_cast<uint32_t>(at);
      const PrintedNumber own = printed_number(std::string_view(page.text).substr(border, rest.end - border));
      pieces.back().text.end = border - 1;
      pieces.push_back({i, next, {border + static_cast<uint32_t>(own.size), rest.end}});
    }
  }
  return pieces;
}

void add_work(const Page& page, const std::vector<Piece>& pieces, size_t from, size_t to,
              ReferenceList& list) {
  std::string entry;
  std::vector<std::string> links;
  for (size_t i = from; i < to; ++i) {
    const Block& block = page.blocks[pieces[i].block];
    const std::string_view text = pieces[i].text.of(page.text);
    if (i + 1 < to && is_label(text)) continue;
    if (!entry.empty()) entry += '\n';
    entry += text;
    for (const PageMark& mark : block.marks) {
      if (mark.kind == PageMark::Kind::kLink && mark.span.overlaps(pieces[i].text))
        links.push_back(mark.target);
    }
  }
  constexpr size_t kEntryBytesMin = 8;
  constexpr size_t kWorksMax = 5000;
  if (entry.size() < kEntryBytesMin || list.works.size() >= kWorksMax) return;
  ListedWork work = read_listed_work(entry, links);
  work.number = pieces[from].number;
  const bool inside = from > 0 && pieces[from - 1].block == pieces[from].block;
  work.span = {inside ? pieces[from - 1].text.end + 1 : page.blocks[pieces[from].block].span.start,
               pieces[to - 1].text.end};
  for (size_t i = from; i < to; ++i) {
    const auto& anchors = page.blocks[pieces[i].block].anchors;
    work.anchors.insert(work.anchors.end(), anchors.begin(), anchors.end());
  }
  list.works.push_back(std::move(work));
}

void group(const Page& page, ReferenceList& list) {
  const std::vector<Piece> pieces = pieces_of(page, list.first, list.end);
  if (pieces.empty()) return;
  const auto numbered = static_cast<size_t>(
      std::count_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.number > 0; }));
  list.numbered = numbered > 0 && (numbered * 2 >= pieces.size() || pieces.front().number == 1);
  const bool items = std::count_if(pieces.begin(), pieces.end(),
                                   [&](const Piece& piece) {
                                     return page.blocks[piece.block].kind == PageBlock::Kind::kListItem;
                                   }) *
                         2 >
                     std::ssize(pieces);
  size_t from = 0;
  for (size_t i = 0; i < pieces.size(); ++i) {
    const std::string_view text = pieces[i].text.of(page.text);
    if (list.numbered) {
      if (pieces[i].number > 0 && i > from) {
        add_work(page, pieces, from, i, list);
        from = i;
      }
    } else if (items) {
      add_work(page, pieces, i, i + 1, list);
      from = i + 1;
    } else {
      if (is_label(text) && i > from) {
        add_work(page, pieces, from, i, list);
        from = i;
      }
      const bool closes = has_year(text) || !read_listed_work(text, {}).doi.empty();
      // The next line may hold no more than an identifier.
      const bool more = i + 1 < pieces.size() && [&] {
        const std::string_view next = pieces[i + 1].text.of(page.text);
        ListedWork identifiers;
        return count_words(next) <= 4 && take_identifiers(next, identifiers);
      }();
      if (closes && !more) {
        add_work(page, pieces, from, i + 1, list);
        from = i + 1;
      }
    }
  }
  if (from < pieces.size()) add_work(page, pieces, from, pieces.size(), list);
}

// Numbers that the list leaves out between 1 and its highest.
std::vector<uint32_t> missing_numbers(const std::vector<ListedWork>& works) {
  std::set<uint32_t> known;
  for (const ListedWork& work : works) known.insert(work.number);
  std::vector<uint32_t> missing;
  for (uint32_t number = 1; !known.empty() && number < *known.rbegin(); ++number) {
    if (!known.contains(number)) missing.push_back(number);
  }
  return missing;
}

// A run of blocks at the end that all look like references, where no heading says so.
void find_without_heading(const Page& page, ReferenceList& list) {
  size_t end = page.blocks.size();
  size_t best_first = 0;
  size_t best_end = 0;
  while (end > 0) {
    size_t first = end;
    while (first > 0) {
      const Block& block = page.blocks[first - 1];
      const std::string_view text = page.of(block);
      const bool number = block.number > 0 || printed_number(text).number > 0;
      const ListedWork work = read_listed_work(text, {});
      const bool reference = number && (work.year != 0 || !work.doi.empty() || !work.pmid.empty()) &&
                             (!work.names.empty() || !work.doi.empty() || !work.pmid.empty());
      if (!reference) break;
      --first;
    }
    if (end - first > best_end - best_first) {
      best_first = first;
      best_end = end;
    }
    end = first == end ? end - 1 : first;
  }
  constexpr size_t kEntriesMin = 2;
  if (best_end - best_first < kEntriesMin) return;
  list.first = best_first;
  list.end = best_end;
}

}  // namespace

ReferenceList read_reference_list(const Page& page) {
  ReferenceList list;
  bool ranks = false;
  for (const Block& block : page.blocks) ranks |= block.kind == PageBlock::Kind::kHeading && block.level != 2;
  // The last heading that something follows; navigation may name the list too.
  for (size_t i = page.blocks.size(); i-- > 0;) {
    if (!is_list_heading(page.of(page.blocks[i]))) continue;
    const bool heading = page.blocks[i].kind == PageBlock::Kind::kHeading;
    size_t end = i + 1;
    while (end < page.blocks.size() && !ends_list(page, page.blocks[end], page.blocks[i], ranks && heading) &&
           !is_behind_items(page, page.blocks[end], page.blocks[end - 1]))
      ++end;
    if (end == i + 1) continue;
    list.heading = i;
    list.first = i + 1;
    list.end = end;
    break;
  }
  if (list.heading == SIZE_MAX) find_without_heading(page, list);
  group(page, list);
  if (list.numbered) list.missing = missing_numbers(list.works);
  return list;
}

}  // namespace attest::audit
