// Sentences of a page. Citations are blanked before the text is cut into sentences, so that "… in 50 %. 1, 2"
// is one sentence with two citations and not a sentence and two numbers. A sentence that cites in two places
// is cut there into its clauses: each citation stands for what is before it.
#include <algorithm>
#include <iterator>

#include "audit/claims.h"
#include "base/ascii.h"
#include "base/white_space.h"
#include "text/phrases.h"
#include "text/sentences.h"

namespace attest::audit {

namespace {

constexpr size_t kSentencesMax = 5000;  // of one page
constexpr size_t kSentenceBytesMax = 1500;

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out += space ? ' ' : c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  // Blanked citations leave a space before the full stop.
  for (const std::string_view stop : {" .", " ,", " ;"}) {
    for (size_t at = out.find(stop); at != std::string::npos; at = out.find(stop)) out.erase(at, 1);
  }
  return out;
}

std::string without_colon(std::string_view text) {
  text = trimmed(text);
  while (!text.empty() && (text.back() == ':' || text.back() == '.')) text.remove_suffix(1);
  return std::string(text);
}

// What stands above a block: the nearest heading, and the items and lines that introduce it.
class Outline {
 public:
  void enter(const Block& block, std::string_view text) {
    if (block.kind == PageBlock::Kind::kHeading) {
      heading_ = without_colon(text);
      leads_.clear();
      introduction_.clear();
      return;
    }
    if (block.kind == PageBlock::Kind::kListItem) {
      while (!leads_.empty() && leads_.back().first >= block.level) leads_.pop_back();
    } else {
      leads_.clear();
      introduction_.clear();
    }
    lead_ = introduction_;
    for (const auto& [level, words] : leads_) lead_ += (lead_.empty() ? "" : ": ") + words;
    // For what comes below.
    const bool introduces = trimmed(text).ends_with(':');
    if (block.kind == PageBlock::Kind::kListItem) {
      leads_.emplace_back(block.level, without_colon(text));
    } else if (introduces) {
      introduction_ = without_colon(text);
    }
  }
  const std::string& heading() const { return heading_; }
  const std::string& lead() const { return lead_; }

 private:
  std::string heading_;
  std::string introduction_;
  std::string lead_;
  std::vector<std::pair<uint8_t, std::string>> leads_;
};

// The address stands in brackets of its own: "(Masud 2009)", "[source]" behind a statement. Its words name
// the source and are no part of what is said.
bool is_bracketed(std::string_view text, ByteSpan span) {
  if (span.start == 0 || span.end >= text.size()) return false;
  const char open = text[span.start - 1];
  return (open == '(' && text[span.end] == ')') || (open == '[' && text[span.end] == ']');
}

// The page's text of one block with its marks of citation blanked; bytes keep their places.
std::string without_marks(const Page& page, const Block& block, const InTextCitation* first,
                          const InTextCitation* last) {
  std::string text(page.of(block));
  for (const InTextCitation* one = first; one != last; ++one) {
    ByteSpan span{one->span.start - block.span.start, one->span.end - block.span.start};
    if (one->style == CitationStyle::kLink && one->numbers.empty()) {
      // A link's words belong to the sentence; marks do not.
      if (!is_bracketed(text, span)) continue;
      span = {span.start - 1, span.end + 1};
    }
    std::fill(text.begin() + span.start, text.begin() + span.end, ' ');
  }
  return text;
}

// Words by which a clause says something.
bool has_verb(std::string_view clause) {
  static constexpr std::string_view kVerbs[] = {
      "is",      "are",      "was",      "were",     "be",       "been",      "has",      "have",   "had",
      "do",      "does",     "did",      "can",      "could",    "may",       "might",    "must",   "should",
      "will",    "would",    "reduces",  "reduce",   "prevents", "prevent",   "improves", "lowers", "raises",
      "relieve", "relieves", "increase", "shortens", "causes",   "increases", "cause",    "helps",  "fell",
      "rose",    "shows",    "show",     "works",    "work",     "protects",  "affects",  "found",  "got"};
  const std::string lower = lower_ascii(clause);
  if (has_any_phrase(lower, kVerbs)) return true;
  for (size_t at = lower.find("ed"); at != std::string::npos; at = lower.find("ed", at + 1)) {
    const bool ends = at + 2 == lower.size() || !is_letter_byte(lower[at + 2]);
    constexpr size_t kStemBytesMin = 3;
    if (ends && at >= kStemBytesMin && is_letter_byte(lower[at - 1]) && is_letter_byte(lower[at - 2]))
      return true;
  }
  return false;
}

bool is_clause(std::string_view text) {
  constexpr ptrdiff_t kSpacesMin = 3;
  const std::string clause = collapsed(text);
  return std::count(clause.begin(), clause.end(), ' ') >= kSpacesMin && has_verb(clause);
}

// What joins the clause that begins at the start of `rest` to the one before it: "and ", "; ", ", but ".
// 0 when nothing does.
size_t joint_size(std::string_view rest) {
  size_t at = 0;
  bool stop = false;
  while (at < rest.size() && (rest[at] == ' ' || rest[at] == ',' || rest[at] == ';')) {
    stop |= rest[at] == ';';
    ++at;
  }
  for (const std::string_view word : {"and ", "but ", "while ", "whereas ", "although ", "though ", "yet "}) {
    if (rest.substr(at).starts_with(word)) return at + word.size();
  }
  return stop ? at : 0;
}

// A cell of a table that is a sentence, and no figure or name.
bool is_prose(std::string_view cell) {
  constexpr ptrdiff_t kSpacesMin = 4;
  constexpr ptrdiff_t kManySpaces = 9;
  const std::string words = collapsed(cell);
  const ptrdiff_t spaces = std::count(words.begin(), words.end(), ' ');
  return spaces >= kManySpaces || (spaces >= kSpacesMin && words.ends_with('.'));
}

std::vector<ByteSpan> cells_of(std::string_view row) {
  constexpr std::string_view kBorder = " | ";
  std::vector<ByteSpan> cells;
  for (size_t start = 0; start <= row.size();) {
    const size_t end = std::min(row.find(kBorder, start), row.size());
    cells.push_back({static_cast<uint32_t>(start), static_cast<uint32_t>(end)});
    start = end + kBorder.size();
  }
  return cells;
}

// Reads the sentences of one block after the other.
class SentenceReader {
 public:
  SentenceReader(const Page& page, const std::vector<InTextCitation>& citations)
      : page_(page), citations_(citations) {}

  // `first` and `last`: the citations of the block.
  void read(size_t index, size_t first, size_t last) {
    const Block& block = page_.blocks[index];
    block_ = index;
    text_ = without_marks(page_, block, citations_.data() + first, citations_.data() + last);
    outline_.enter(block, collapsed(text_));
    if (block.kind == PageBlock::Kind::kHeading || block.aside) return;
    std::vector<ByteSpan> spans;
    if (block.kind == PageBlock::Kind::kTableRow) {
      // A figure in a table says nothing without the head of its column.
      for (const ByteSpan cell : cells_of(text_)) {
        if (!is_prose(cell.of(text_))) continue;
        for (const ByteSpan one : split_sentences(cell.of(text_)))
          spans.push_back({one.start + cell.start, one.end + cell.start});
      }
    } else {
      spans = split_sentences(text_);
    }
    for (size_t s = 0; s < spans.size(); ++s) {
      const uint32_t until = s + 1 < spans.size() ? spans[s + 1].start : static_cast<uint32_t>(text_.size());
      std::vector<size_t> cited;
      for (size_t c = first; c < last; ++c) {
        const uint32_t at = citations_[c].span.start - block.span.start;
        if ((at >= spans[s].start && at < until) || (s == 0 && at < spans[s].start)) cited.push_back(c);
      }
      add_clauses(spans[s], cited);
    }
  }

  std::vector<PageSentence> take() { return std::move(sentences_); }

 private:
  void add_clauses(ByteSpan span, const std::vector<size_t>& cited) {
    const Block& block = page_.blocks[block_];
    std::vector<size_t> own;
    std::string before;
    uint32_t start = span.start;
    for (size_t i = 0; i < cited.size(); ++i) {
      own.push_back(cited[i]);
      const InTextCitation& mark = citations_[cited[i]];
      const uint32_t from = mark.span.start - block.span.start;
      const uint32_t after = mark.span.end - block.span.start;
      if (i + 1 == cited.size() || from <= start || after >= span.end) continue;
      const size_t joint = joint_size(std::string_view(text_).substr(after, span.end - after));
      const auto next = static_cast<uint32_t>(after + joint);
      // What follows must be a clause with a citation of its own, to another source.
      const uint32_t next_mark = citations_[cited[i + 1]].span.start - block.span.start;
      if (joint == 0 || next_mark <= next || mark.style == CitationStyle::kLink ||
          citations_[cited[i + 1]].numbers == mark.numbers)
        continue;
      const std::string_view clause = std::string_view(text_).substr(start, from - start);
      if (!is_clause(clause) || !is_clause(std::string_view(text_).substr(next, next_mark - next))) continue;
      uint32_t end = from;
      while (end > start && (text_[end - 1] == ' ' || text_[end - 1] == ',' || text_[end - 1] == ';')) --end;
      add({start, end}, std::move(own), before);
      before = collapsed(clause);
      own.clear();
      start = next;
    }
    add({start, span.end}, std::move(own), before);
  }

  void add(ByteSpan span, std::vector<size_t> cited, const std::string& before) {
    if (sentences_.size() >= kSentencesMax) return;
    PageSentence sentence;
    const uint32_t base = page_.blocks[block_].span.start;
    sentence.block = block_;
    sentence.span = {base + span.start, base + span.end};
    sentence.text = collapsed(span.of(text_));
    sentence.heading = outline_.heading();
    sentence.lead = outline_.lead();
    sentence.before = before;
    sentence.citations = std::move(cited);
    if (sentence.text.size() <= kSentenceBytesMax) sentences_.push_back(std::move(sentence));
  }

  const Page& page_;
  const std::vector<InTextCitation>& citations_;
  Outline outline_;
  std::string text_;
  size_t block_ = 0;
  std::vector<PageSentence> sentences_;
};

}  // namespace

std::vector<PageSentence> page_sentences(const Page& page, const ReferenceList& list,
                                         const std::vector<InTextCitation>& citations) {
  SentenceReader reader(page, citations);
  size_t next_citation = 0;
  for (size_t i = 0; i < page.blocks.size(); ++i) {
    const size_t first_citation = next_citation;
    while (next_citation < citations.size() && citations[next_citation].block == i) ++next_citation;
    if (list.contains(i) || i == list.heading) continue;
    reader.read(i, first_citation, next_citation);
  }
  return reader.take();
}

bool is_bare_row(std::string_view row) {
  const std::vector<ByteSpan> cells = cells_of(row);
  return std::none_of(cells.begin(), cells.end(), [&](ByteSpan cell) { return is_prose(cell.of(row)); });
}

}  // namespace attest::audit
