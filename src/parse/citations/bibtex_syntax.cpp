// BibTeX's grammar (O. Patashnik, "BibTeXing", 1988, https://ctan.org/pkg/bibtex):
//
//     entry = "@" type "{" key { "," name "=" value } [ "," ] "}"      (or round brackets)
//     value = piece { "#" piece }       piece = "{" balanced "}" | '"' balanced '"' | number | string name
#include "parse/citations/bibtex_syntax.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/white_space.h"
#include "parse/citations/citation_fields.h"
#include "text/month_names.h"
#include "text/phrases.h"

namespace attest {

namespace {

bool is_name_sign(char c) {
  return static_cast<unsigned char>(c) > ' ' &&
         std::string_view("{}(),=#\"%@").find(c) == std::string_view::npos;
}

class Syntax {
 public:
  Syntax(std::string_view text, std::string_view place) : text_(text), place_(place) {
    constexpr size_t kMonthBytes = 3;
    for (const std::string_view month : kMonthNames) {
      const std::string shortened(month.substr(0, kMonthBytes));
      strings_[shortened] = shortened;
    }
  }

  Status read(const std::function<bool(BibtexEntry&&)>& deliver_entry,
              const std::function<bool(Error&&)>& problem) {
    while (skip_to_entry()) {
      const size_t start = at_++;
      BibtexEntry entry;
      entry.line = line_at(start);
      auto read = read_entry(entry);
      bool go_on = true;
      if (!read) {
        if (read.error().code == ErrorCode::kLimit) return tl::unexpected(std::move(read.error()));
        go_on = !problem || problem(std::move(read.error()));
        at_ = std::max(start + 1, recovery_point(start + 1));
      } else if (*read) {
        entry.raw = text_.substr(start, at_ - start);
        go_on = deliver_entry(std::move(entry));
      }
      if (!go_on) return {};
    }
    return {};
  }

 private:
  // Text between entries is a comment.
  bool skip_to_entry() {
    at_ = std::min(text_.find('@', at_), text_.size());
    return at_ < text_.size();
  }

  // The next "@" at the start of a line.
  size_t recovery_point(size_t from) const {
    for (size_t at = text_.find('\n', from); at != std::string_view::npos; at = text_.find('\n', at + 1)) {
      const size_t sign = text_.find_first_not_of(" \t\r", at + 1);
      if (sign != std::string_view::npos && text_[sign] == '@') return sign;
    }
    return text_.size();
  }

  // True: a real entry; false: a definition or comment.
  Result<bool> read_entry(BibtexEntry& entry) {
    entry.type = lower_ascii(read_name());
    skip_space();
    if (entry.type == "comment") return skip_comment();
    if (entry.type.empty() || (peek() != '{' && peek() != '('))
      return broken(entry, "an entry has no opening brace");
    close_ = peek() == '{' ? '}' : ')';
    ++at_;
    if (entry.type == "preamble") {
      ATTEST_TRY(read_value(entry));
      return close_entry(entry, false);
    }
    skip_space();
    if (entry.type == "string") return read_string(entry);
    const size_t key_start = at_;
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != close_ && text_[at_] != '\n') ++at_;
    entry.key = std::string(trimmed(text_.substr(key_start, at_ - key_start)));
    skip_space();
    while (peek() == ',') {
      ++at_;
      skip_space();
      if (peek() == close_ || peek() == '\0') break;
      std::string name = lower_ascii(read_name());
      skip_space();
      if (name.empty() || peek() != '=') return broken(entry, "a field has no \"=\"");
      ++at_;
      ATTEST_ASSIGN(std::string value, read_value(entry));
      entry.fields.emplace_back(std::move(name), std::move(value));
      if (entry.fields.size() > limits::kElementsPerRecordMax)
        return broken(entry, "an entry has too many fields");
      skip_space();
    }
    return close_entry(entry, true);
  }

  Result<bool> skip_comment() {
    if (peek() != '{') return false;
    size_t depth = 0;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '{') ++depth;
      if (text_[at_] == '}' && --depth == 0) break;
    }
    at_ = std::min(at_ + 1, text_.size());
    return false;
  }

  Result<bool> read_string(const BibtexEntry& entry) {
    std::string name = lower_ascii(read_name());
    skip_space();
    if (name.empty() || peek() != '=') return broken(entry, "a string definition has no \"=\"");
    ++at_;
    ATTEST_ASSIGN(std::string value, read_value(entry));
    if (strings_.size() >= limits::kBibtexStringsMax || value.size() > limits::kBibtexStringBytesMax) {
      return fail(ErrorCode::kLimit, "the file defines too many or too long strings", here(entry),
                  "split the file");
    }
    strings_[std::move(name)] = std::move(value);
    return close_entry(entry, false);
  }

  Result<bool> close_entry(const BibtexEntry& entry, bool real) {
    skip_space();
    if (peek() != close_) return broken(entry, "an entry is not closed, or a comma is missing");
    ++at_;
    return real;
  }

  Result<std::string> read_value(const BibtexEntry& entry) {
    std::string value;
    while (true) {
      skip_space();
      const char c = peek();
      if (c == '{' || c == '"') {
        ATTEST_ASSIGN(const std::string_view piece, read_delimited(entry));
        value += piece;
      } else {
        const std::string_view name = read_name();
        if (name.empty()) return broken(entry, "a field has no value");
        const auto known = strings_.find(lower_ascii(name));
        const std::string_view piece = known != strings_.end() ? std::string_view(known->second) : name;
        value += piece;
        expanded_bytes_ += piece.size();
      }
      // Strings used again and again could make a small file endless.
      if (expanded_bytes_ > limits::kRecordBytesMax + text_.size() * limits::kBibtexExpansionMax) {
        return fail(ErrorCode::kLimit, "the strings that the file defines expand too much", here(entry),
                    "leave the file out");
      }
      skip_space();
      if (peek() != '#') return value;
      ++at_;
    }
  }

  Result<std::string_view> read_delimited(const BibtexEntry& entry) {
    const char open = text_[at_++];
    const size_t start = at_;
    size_t depth = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\\') {
        ++at_;
      } else if (c == '{') {
        if (++depth > limits::kMarkupDepthMax) return broken(entry, "braces are nested too deeply");
      } else if (depth == 0 && c == (open == '{' ? '}' : '"')) {
        return text_.substr(start, at_++ - start);
      } else if (c == '}' && depth > 0) {
        --depth;
      }
    }
    at_ = text_.size();  // a backslash at the very end may have stepped over it
    return broken(entry, "a value is not closed");
  }

  std::string_view read_name() {
    skip_space();
    const size_t start = at_;
    while (at_ < text_.size() && is_name_sign(text_[at_])) ++at_;
    return text_.substr(start, at_ - start);
  }

  void skip_space() {
    while (at_ < text_.size() && (is_space(text_[at_]) || text_[at_] == '%')) {
      if (text_[at_] == '%')
        at_ = std::min(text_.find('\n', at_), text_.size());
      else
        ++at_;
    }
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  // Entries come in order: lines are counted once.
  uint64_t line_at(size_t at) {
    line_ += static_cast<uint64_t>(std::count(text_.begin() + static_cast<ptrdiff_t>(counted_to_),
                                              text_.begin() + static_cast<ptrdiff_t>(at), '\n'));
    counted_to_ = at;
    return line_;
  }

  std::string here(const BibtexEntry& entry) const { return fmt::format("{}, line {}", place_, entry.line); }
  tl::unexpected<Error> broken(const BibtexEntry& entry, std::string_view what) const {
    return fail(ErrorCode::kInput,
                entry.key.empty() ? std::string(what)
                                  : fmt::format("{} (entry \"{}\")", what, entry.key.substr(0, 80)),
                here(entry), "repair the entry; the others are read");
  }

  std::string_view text_;
  std::string_view place_;
  size_t at_ = 0;
  char close_ = '}';
  uint64_t line_ = 1;
  size_t counted_to_ = 0;
  size_t expanded_bytes_ = 0;
  std::map<std::string, std::string, std::less<>> strings_;
};

}  // namespace

std::string_view BibtexEntry::field(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    for (const auto& [field_name, value] : fields) {
      if (field_name == name && !trimmed(value).empty()) return value;
    }
  }
  return {};
}

Status read_bibtex(std::string_view text, std::string_view place,
                   const std::function<bool(BibtexEntry&&)>& entry,
                   const std::function<bool(Error&&)>& problem) {
  return Syntax(text, place).read(entry, problem);
}

}  // namespace attest
