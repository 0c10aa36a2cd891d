#include "parse/pages/inline_headings.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "base/ascii.h"
#include "text/nested_lists.h"
#include "text/utf8.h"

namespace attest {
namespace {

// What the parts of clinical chapters are called. Of two that start alike the longer one stands first. Words
// that also stand in sentences ("treatment") count only where a list follows, or another heading stands
// before.
struct PartName {
  std::string_view words;
  bool telling;
};
constexpr auto kPartNames = std::to_array<PartName>({
    {"notable adverse drug reactions, contraindications and caution", true},
    {"notable adverse drug reactions", true},
    {"adverse drug reactions", true},
    {"adverse effects", true},
    {"side effects", true},
    {"contraindications", false},
    {"differential diagnoses", true},
    {"differential diagnosis", true},
    {"diagnostic criteria", true},
    {"diagnosis", false},
    {"clinical features", true},
    {"clinical presentation", true},
    {"clinical manifestations", true},
    {"signs and symptoms", true},
    {"symptoms and signs", true},
    {"symptoms", false},
    {"predisposing factors", true},
    {"risk factors", true},
    {"aetiology", false},
    {"etiology", false},
    {"causes", false},
    {"epidemiology", false},
    {"pathogenesis", false},
    {"pathophysiology", false},
    {"classification", false},
    {"complications", false},
    {"investigations", false},
    {"investigation", false},
    {"non-drug treatment", true},
    {"non-pharmacological treatment", true},
    {"pharmacological treatment", true},
    {"drug treatment", true},
    {"surgical treatment", true},
    {"treatment goals", true},
    {"treatment objectives", true},
    {"treatment", false},
    {"management", false},
    {"supportive measures", true},
    {"preventive measures", true},
    {"prevention", false},
    {"prognosis", false},
    {"follow-up", false},
    {"introduction", false},
    {"definition", false},
});

constexpr size_t kNamesMin = 4;  // different ones; fewer may be words of sentences
constexpr size_t kHeadingBytes = 160;
constexpr size_t kTitledMin = 2;  // headings where one has the title of the chapter

bool is_bullet_at(std::string_view text, size_t at) {
  if (at >= text.size()) return false;
  if (is_ascii(text[at]))
    return (text[at] == '-' || text[at] == '*') && at + 1 < text.size() && text[at + 1] == ' ';
  constexpr char32_t kDash = 0x2013;
  const char32_t character = decode_character(text, at).value;
  return is_list_mark(character) || character == kDash;
}

class Finder {
 public:
  Finder(std::string_view body, std::string_view title) : body_(body), lower_(lower_ascii(body)) {
    // "ALVEOLAR OSTEITIS (DRY SOCKET)" is "TREATMENT OF ALVEOLAR OSTEITIS" as well.
    constexpr size_t kTitleBytesMin = 4;
    const std::string whole = upper_ascii(title);
    for (const std::string& name : {whole, whole.substr(0, whole.find(" ("))}) {
      if (name.size() >= kTitleBytesMin) titles_.push_back(name);
    }
  }

  std::vector<ByteSpan> find() {
    for (size_t at = 0; at < body_.size(); at = next_word(at)) {
      if (!is_upper(body_[at])) continue;
      size_t end = of_title(at);
      titled_ += end > at ? 1u : 0u;
      if (end == at) end = of_subject(at);
      if (end == at) end = part_name(at);
      if (end == at) continue;
      names_.insert(std::string_view(lower_).substr(at, end - at));
      add({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
      at = end - 1;
    }
    const bool laid_out = titled_ > 0 ? found_ >= kTitledMin : names_.size() >= kNamesMin;
    if (!laid_out) spans_.clear();
    return std::move(spans_);
  }

 private:
  size_t next_word(size_t at) const {
    const size_t space = body_.find_first_of(" \n", at);
    return space == std::string_view::npos ? body_.size() : space + 1;
  }

  // Where the title ends that stands at `from`; `from` when none does.
  size_t title_end(size_t from) const {
    for (const std::string& title : titles_) {
      const size_t end = from + title.size();
      const bool ends = end == body_.size() || (end < body_.size() && !is_word_byte(body_[end]));
      if (ends && body_.substr(from, title.size()) == title) return end;
    }
    return from;
  }

  // Where the words in capitals end that start at `from`, those in brackets with them; no more of them than a
  // heading has, so that a text all in capitals is read in linear time.
  size_t capitals_end(size_t from) const {
    const size_t last = std::min(body_.size(), from + kHeadingBytes);
    size_t end = from;
    for (size_t word = from; word < last;) {
      size_t stop = word;
      while (stop < last && !is_space(body_[stop])) ++stop;
      const std::string_view text = body_.substr(word, stop - word);
      const bool letters = std::any_of(text.begin(), text.end(), is_upper);
      if (!letters || std::any_of(text.begin(), text.end(), is_lower)) break;
      end = stop;
      word = stop + 1;
    }
    return end;
  }

  // "INVESTIGATIONS OF ASTHMA" in a chapter of another title; returns its end, or `at`.
  size_t of_subject(size_t at) const {
    for (const PartName& part : kPartNames) {
      const size_t end = at + part.words.size();
      if (std::string_view(lower_).substr(at, part.words.size()) != part.words) continue;
      if (capitals_end(at) < end) return at;
      for (const std::string_view link : {" OF ", " FOR ", " IN "}) {
        if (body_.substr(end, link.size()) != link) continue;
        const size_t subject = capitals_end(end + link.size());
        if (subject > end + link.size()) return subject;
      }
      return at;
    }
    return at;
  }

  // "CLINICAL FEATURES OF <TITLE>", or the title itself at the very start; returns its end, or `at`.
  size_t of_title(size_t at) const {
    constexpr size_t kWordsBefore = 4;
    if (at == 0 && title_end(at) > at) return title_end(at);
    size_t word = at;
    for (size_t words = 0; words < kWordsBefore && word < body_.size(); ++words) {
      size_t end = word;
      while (end < body_.size() && is_upper(body_[end])) ++end;
      if (end == word || end >= body_.size() || body_[end] != ' ') return at;
      const std::string_view text = body_.substr(word, end - word);
      word = end + 1;
      if (words > 0 && (text == "OF" || text == "FOR" || text == "IN") && title_end(word) > word)
        return title_end(word);
    }
    return at;
  }

  // One of the usual names where a heading may stand; returns its end, or `at`.
  size_t part_name(size_t at) const {
    for (const PartName& part : kPartNames) {
      const size_t end = at + part.words.size();
      if (std::string_view(lower_).substr(at, part.words.size()) != part.words) continue;
      if (end < body_.size() && body_[end] != ' ' && body_[end] != '\n' && body_[end] != ':') continue;
      return may_stand(at, end, part.telling) ? end : at;
    }
    return at;
  }

  bool may_stand(size_t at, size_t end, bool telling) const {
    size_t next = end;
    while (next < body_.size() && (is_space(body_[next]) || body_[next] == ':')) ++next;
    if (next == body_.size()) return false;
    const bool list = is_bullet_at(body_, next);
    if (!list && !is_upper(body_[next]) && !is_digit(body_[next])) return false;
    const bool after_heading = !spans_.empty() && spans_.back().end + 1 >= at;
    if (at == 0 || after_heading) return true;
    if (continues(at)) return false;
    return telling || list || ends_sentence(at);
  }

  bool ends_sentence(size_t at) const {
    size_t last = at;
    while (last > 0 && is_space(body_[last - 1])) --last;
    return last > 0 && (body_[last - 1] == '.' || body_[last - 1] == '\n');
  }

  // What stands before goes on: "the Treatment", "Investigations, Treatment".
  bool continues(size_t at) const {
    size_t last = at;
    while (last > 0 && is_space(body_[last - 1])) --last;
    if (last == 0) return false;
    const char c = body_[last - 1];
    if (c == ',' || c == '(' || c == '/' || c == '-' || c == ';' || c == '"') return true;
    size_t from = last;
    while (from > 0 && is_letter(body_[from - 1])) --from;
    static constexpr std::string_view kLinks[] = {"of", "the", "and", "in", "for", "with", "to", "or",
                                                  "a",  "by",  "on",  "as", "is",  "are",  "no", "see"};
    const std::string_view word = std::string_view(lower_).substr(from, last - from);
    return std::find(std::begin(kLinks), std::end(kLinks), word) != std::end(kLinks);
  }

  void add(ByteSpan span) {
    ++found_;
    if (!spans_.empty() && spans_.back().end + 1 >= span.start)
      spans_.back().end = span.end;
    else
      spans_.push_back(span);
  }

  std::string_view body_;
  std::string lower_;
  std::vector<std::string> titles_;  // in capitals, the longer first
  std::vector<ByteSpan> spans_;
  std::set<std::string_view> names_;
  size_t found_ = 0;   // headings, neighbours counted each
  size_t titled_ = 0;  // those with the title
};

}  // namespace

std::vector<ByteSpan> inline_headings(std::string_view body, std::string_view title) {
  return Finder(body, title).find();
}

}  // namespace attest
