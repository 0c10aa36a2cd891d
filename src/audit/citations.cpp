// Finding citations. Brackets and author–year stand for themselves. Numbers in parentheses, and numbers at
// the end of a line that have lost their raising (a page copied as text), are told from ordinary numbers by
// the page as a whole: a style must occur several times before any place of it counts.
#include "audit/citation_styles.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/white_space.h"
#include "text/phrases.h"
#include "text/utf8.h"

namespace attest::audit {

namespace {

constexpr size_t kBracketBytesMax = 600;

bool is_raised_digit(char32_t c) {
  return c == 0x00B9 || c == 0x00B2 || c == 0x00B3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

// "1 month 2": the word before the number is a unit that has its number already.
bool is_counted_unit(std::string_view text, size_t at) {
  const std::string unit = word_before(text, at);
  constexpr std::string_view kUnits[] = {"week",  "day",  "month",  "year", "score",
                                         "weeks", "days", "months", "years"};
  if (std::find(std::begin(kUnits), std::end(kUnits), unit) == std::end(kUnits)) return false;
  while (at > 0 && text[at - 1] == ' ') --at;
  const std::string number = word_before(text, at - unit.size());
  return !number.empty() && std::all_of(number.begin(), number.end(), is_digit);
}

class Finder {
 public:
  Finder(const Page& page, const ReferenceList& list) : page_(page), list_(list) {}

  std::vector<InTextCitation> find() {
    for (size_t i = 0; i < page_.blocks.size(); ++i) {
      const Block& block = page_.blocks[i];
      if (block.aside || list_.contains(i) || i == list_.heading) continue;
      block_ = i;
      brackets(block);
      raised_marks(block);
      raised_characters(block);
      author_years(block);
      links(block);
      trailing_numbers(block);
    }
    drop_unlikely_styles(found_, list_, page_.text);
    keep_likely_names(found_, doubtful_, list_);
    std::sort(found_.begin(), found_.end(), [](const InTextCitation& a, const InTextCitation& b) {
      if (a.span != b.span) return a.span < b.span;
      return a.style < b.style;
    });
    return merged(std::move(found_));
  }

 private:
  InTextCitation& add(CitationStyle style, size_t start, size_t end) {
    InTextCitation citation;
    citation.style = style;
    citation.block = block_;
    citation.span = {static_cast<uint32_t>(start), static_cast<uint32_t>(end)};
    found_.push_back(std::move(citation));
    return found_.back();
  }

  void brackets(const Block& block) {
    const std::string_view text = page_.text;
    for (size_t at = block.span.start; at < block.span.end; ++at) {
      const char open = text[at];
      if (open != '[' && open != '(') continue;
      const size_t close = text.find(open == '[' ? ']' : ')', at);
      if (close == std::string_view::npos || close >= block.span.end || close - at > kBracketBytesMax)
        continue;
      const std::string_view inside = text.substr(at + 1, close - at - 1);
      if (const auto numbers = read_number_list(inside)) {
        const std::string before = word_before(text, at);
        const bool interval = before == "ci" || before == "interval" || before == "range" || before == "iqr";
        if (interval || (open == '(' && takes_a_number(before))) continue;
        const bool year = numbers->size() == 1 && inside.size() == 4;
        // A number in parentheses at the start of a line or a sentence counts items.
        if (open == '(' && (year || at == block.span.start || text[at - 1] == '.')) continue;
        InTextCitation& one =
            add(open == '[' ? CitationStyle::kBracket : CitationStyle::kParenthesis, at, close + 1);
        one.numbers = *numbers;
        // "[1]–[3]"
        if (open == '[') at = end_of_range(block, close + 1, one) - 1;
      }
    }
  }

  // Where a range of bracketed numbers that begins with `one` ends; `after` when none does.
  size_t end_of_range(const Block& block, size_t after, InTextCitation& one) const {
    const std::string_view rest = std::string_view(page_.text).substr(after, block.span.end - after);
    size_t dash = 0;
    for (const std::string_view sign : {"–[", "-[", "—[", "−["}) {
      if (rest.starts_with(sign)) dash = sign.size();
    }
    const size_t close = rest.find(']');
    if (dash == 0 || close == std::string_view::npos || one.numbers.size() != 1) return after;
    const auto range = read_number_list(std::to_string(one.numbers.front()) + "-" +
                                        std::string(rest.substr(dash, close - dash)));
    if (!range) return after;
    one.numbers = *range;
    one.span.end = static_cast<uint32_t>(after + close + 1);
    return after + close + 1;
  }

  // Neighbouring raised runs are one citation: word processors split "1", ",", "2".
  void raised_marks(const Block& block) {
    std::vector<ByteSpan> spans;
    for (const PageMark& mark : block.marks) {
      if (mark.kind != PageMark::Kind::kRaised) continue;
      if (!spans.empty() && mark.span.start <= spans.back().end + 1) {
        spans.back().end = std::max(spans.back().end, mark.span.end);
      } else {
        spans.push_back(mark.span);
      }
    }
    for (const ByteSpan span : spans) {
      std::string_view inside = trimmed(span.of(page_.text));
      while (inside.starts_with(',')) inside = trimmed(inside.substr(1));
      while (inside.ends_with(',')) inside = trimmed(inside.substr(0, inside.size() - 1));
      const auto numbers = read_number_list(inside);
      if (!numbers || is_power(block, span, inside)) continue;
      add(CitationStyle::kRaised, span.start, span.end).numbers = *numbers;
    }
  }

  // "10⁵", "kg/m²": a power and not a citation.
  bool is_power(const Block& block, ByteSpan span, std::string_view inside) const {
    if (span.start <= block.span.start) return true;
    size_t before = span.start;
    if (page_.text[before - 1] == '^') --before;
    if (before > block.span.start && is_digit(page_.text[before - 1])) return true;
    const std::string word = word_before(page_.text, span.start);
    const bool unit =
        word == "m" || word == "cm" || word == "mm" || word == "km" || word == "x" || word == "r";
    return unit && (inside == "2" || inside == "3" || inside == "²" || inside == "³");
  }

  void raised_characters(const Block& block) {
    const std::string_view text = page_.text;
    for (size_t at = block.span.start; at < block.span.end;) {
      const DecodedCharacter first = decode_character(text, at);
      if (!is_raised_digit(first.value)) {
        at += first.size;
        continue;
      }
      size_t end = at;
      size_t last_digit = at;
      while (end < block.span.end) {
        const DecodedCharacter c = decode_character(text, end);
        if (is_raised_digit(c.value)) {
          end += c.size;
          last_digit = end;
        } else if (c.value == 0x207B || c.value == 0x2013 || c.value == ',' || c.value == 0x02D2) {
          end += c.size;
        } else {
          break;
        }
      }
      const ByteSpan span{static_cast<uint32_t>(at), static_cast<uint32_t>(last_digit)};
      const auto numbers = read_number_list(plain_digits(span.of(text)));
      if (numbers && !is_power(block, span, span.of(text)))
        add(CitationStyle::kRaised, span.start, span.end).numbers = *numbers;
      at = std::max(end, last_digit);
    }
  }

  void author_years(const Block& block) {
    const std::string_view text = page_.text;
    for (size_t at = block.span.start; at < block.span.end; ++at) {
      const char open = text[at];
      if (open != '(' && open != '[') continue;
      const size_t close = text.find(open == '(' ? ')' : ']', at);
      if (close == std::string_view::npos || close >= block.span.end || close - at > kBracketBytesMax)
        continue;
      const std::string_view inside = text.substr(at + 1, close - at - 1);
      bool certain = false;
      std::vector<NamedWork> names = read_author_years(inside, certain);
      if (names.empty() && inside.size() >= 4 && inside.size() <= 6) {
        names = read_author_years(names_before(block, at) + " " + std::string(inside), certain);
      }
      if (names.empty()) continue;
      const bool listed = std::any_of(names.begin(), names.end(), [&](const NamedWork& named) {
        return !works_named(named, list_).empty();
      });
      if (!certain && !listed && !is_single_author(block, at, close + 1)) continue;
      add(CitationStyle::kAuthorYear, at, close + 1).names = std::move(names);
      if (certain || listed) continue;
      doubtful_.push_back(std::move(found_.back()));
      found_.pop_back();
    }
  }

  // "(Miller, 2011)", "as Miller (2011) showed". The place and year of a congress are no author's.
  bool is_single_author(const Block& block, size_t open, size_t end) const {
    const std::string_view text = page_.text;
    constexpr size_t kYearBytes = 8;
    if (end - open > kYearBytes) return true;
    return tells_of_a_work(text.substr(end, block.span.end - end));
  }

  // "…as Rao and Patel" or "…as Rao et al." that ends before `at`.
  std::string names_before(const Block& block, size_t at) const {
    const std::string_view text =
        std::string_view(page_.text).substr(block.span.start, at - block.span.start);
    std::vector<std::string_view> words;
    size_t end = text.size();
    constexpr size_t kWordsMax = 6;
    while (end > 0 && words.size() < kWordsMax) {
      while (end > 0 && text[end - 1] == ' ') --end;
      size_t start = end;
      while (start > 0 && text[start - 1] != ' ') --start;
      if (start == end) break;
      const std::string_view word = text.substr(start, end - start);
      const std::string lower = lower_ascii(word);
      const bool link = lower == "and" || lower == "&" || lower == "et" || lower == "al." || lower == "al" ||
                        lower == "colleagues" || lower == "van" || lower == "de" || lower == "der";
      const bool name = is_upper(word.front()) || !is_ascii(word.front());
      if (!link && !name) break;
      if (name && (word.ends_with('.') || word.ends_with(':'))) break;
      words.push_back(lower == "colleagues" ? std::string_view("et al") : word);
      end = start;
    }
    while (!words.empty() && opens_sentence(lower_ascii(words.back()))) words.pop_back();
    std::string names;
    for (size_t i = words.size(); i-- > 0;) {
      if (!names.empty()) names += ' ';
      names += words[i];
    }
    return names;
  }

  void links(const Block& block) {
    for (const PageMark& mark : block.marks) {
      if (mark.kind != PageMark::Kind::kLink) continue;
      InTextCitation citation;
      if (mark.target.starts_with('#')) {
        const std::string anchor = mark.target.substr(1);
        const bool leads = std::any_of(list_.works.begin(), list_.works.end(), [&](const ListedWork& work) {
          return std::find(work.anchors.begin(), work.anchors.end(), anchor) != work.anchors.end();
        });
        if (leads) add(CitationStyle::kLink, mark.span.start, mark.span.end).anchor = anchor;
        continue;
      }
      ListedWork link;
      const bool identified = take_identifiers(mark.target, link);
      const bool external =
          mark.target.starts_with("http") && !is_social(lower_ascii(mark.target)) && !same_site(mark.target);
      if (!identified && !external) continue;
      link.url = mark.target;
      link.text = std::string(mark.span.of(page_.text));
      add(CitationStyle::kLink, mark.span.start, mark.span.end).link = std::move(link);
    }
    printed_identifiers(block);
  }

  bool same_site(std::string_view url) const {
    const auto host = [](std::string_view address) {
      const size_t start = address.find("//");
      if (start == std::string_view::npos) return std::string_view();
      std::string_view rest = address.substr(start + 2);
      rest = rest.substr(0, rest.find_first_of("/?#:"));
      if (rest.starts_with("www.")) rest.remove_prefix(4);
      return rest;
    };
    return !page_.record.url.empty() && host(url) == host(page_.record.url);
  }

  // "PMID: 17294322", "doi:10.1/x" in running text, not inside a link.
  void printed_identifiers(const Block& block) {
    const std::string_view text = page_.of(block);
    const std::string lower = lower_ascii(text);
    for (const std::string_view sign : {"pmid", "doi:", "doi.org/", "pmc"}) {
      for (size_t at = lower.find(sign); at != std::string::npos; at = lower.find(sign, at + sign.size())) {
        size_t end = std::min(lower.find_first_of(" \n", at + sign.size() + 2), lower.size());
        while (end > at && std::string_view(").,;").find(lower[end - 1]) != std::string_view::npos) --end;
        ListedWork link;
        if (!take_identifiers(text.substr(at, end - at), link)) continue;
        const ByteSpan span{static_cast<uint32_t>(block.span.start + at),
                            static_cast<uint32_t>(block.span.start + end)};
        const bool known = std::any_of(found_.begin(), found_.end(), [&](const InTextCitation& other) {
          return other.style == CitationStyle::kLink && other.span.overlaps(span);
        });
        if (!known) add(CitationStyle::kLink, span.start, span.end).link = std::move(link);
      }
    }
  }

  // A list of numbers at the end of the block, or after a full stop before the next sentence.
  void trailing_numbers(const Block& block) {
    const std::string_view text = page_.of(block);
    if (block.kind == PageBlock::Kind::kHeading) return;
    for (size_t stop = 1; stop <= text.size(); ++stop) {
      const bool at_end = stop == text.size();
      const bool before_sentence =
          !at_end && stop + 1 < text.size() && text[stop] == ' ' && is_upper(text[stop + 1]);
      if (!at_end && !before_sentence) continue;
      size_t start = stop;
      while (start > 0 && (is_digit(text[start - 1]) || text[start - 1] == ',' || text[start - 1] == ' ' ||
                           text[start - 1] == '-' || text.substr(0, start).ends_with("–")))
        start -= text.substr(0, start).ends_with("–") ? std::string_view("–").size() : 1;
      while (start < stop && !is_digit(text[start])) ++start;
      const auto numbers = read_number_list(text.substr(start, stop - start));
      if (!numbers || start == 0) continue;
      const size_t gap = start - 1;
      const bool spaced = text[gap] == ' ';
      size_t last = gap;
      while (last > 0 && text[last] == ' ') --last;
      const char before = text[last];
      const bool after_stop =
          before == '.' || before == ')' || before == '%' || before == ';' || before == '"';
      // Glued to a full stop that ends a word: "treatment.12".
      const bool glued =
          !spaced && (before == '.' || before == ',') && last > 0 && is_letter_byte(text[last - 1]);
      if (!spaced && !glued) continue;
      if (before_sentence && !after_stop) continue;
      if (!after_stop && !is_letter_byte(before) && !is_digit(before)) continue;
      if (!after_stop && takes_a_number(word_before(text, start)) && !is_counted_unit(text, start)) continue;
      if (is_digit(before)) continue;
      const size_t from = glued ? start : gap;
      add(CitationStyle::kTrailing, block.span.start + from, block.span.start + stop).numbers = *numbers;
    }
  }

  const Page& page_;
  const ReferenceList& list_;
  std::vector<InTextCitation> found_;
  std::vector<InTextCitation> doubtful_;  // one name and a year, in no list
  size_t block_ = 0;
};

}  // namespace

std::vector<InTextCitation> find_citations(const Page& page, const ReferenceList& list) {
  return Finder(page, list).find();
}

}  // namespace attest::audit
