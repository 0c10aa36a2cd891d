#include "parse/pages/markdown_footnotes.h"

#include <cstddef>
#include <map>

#include "base/white_space.h"

namespace attest {
namespace {

constexpr size_t kLabelBytesMax = 80;

// The label of "[^label]" at `at`, and where its bracket ends; empty where there is none.
std::string_view label_at(std::string_view text, size_t at, size_t& end) {
  if (!text.substr(at).starts_with("[^")) return {};
  const size_t close = text.find_first_of("]\n ", at);
  if (close == std::string_view::npos || text[close] != ']' || close - at > kLabelBytesMax) return {};
  end = close + 1;
  return text.substr(at + 2, close - at - 2);
}

// "[^1]: …" at the start of a line, indented by three spaces at the most.
std::string_view definition_label(std::string_view line, size_t& text_start) {
  constexpr size_t kIndentMax = 3;
  const size_t at = line.find_first_not_of(' ');
  if (at > kIndentMax) return {};  // npos, of a blank line, too
  size_t end = 0;
  const std::string_view label = label_at(line, at, end);
  if (label.empty() || end >= line.size() || line[end] != ':') return {};
  text_start = end + 1;
  return label;
}

class FootnoteTaker {
 public:
  explicit FootnoteTaker(std::string_view page) : page_(page) {}

  MarkdownFootnotes take() {
    split();
    refer();
    for (const auto& [label, words] : order_) {
      if (!numbers_.contains(label)) result_.notes.push_back(words);
    }
    return std::move(result_);
  }

 private:
  // Definitions, with the lines that continue them, apart from the rest.
  void split() {
    bool fenced = false;
    bool inside = false;
    for (size_t at = 0; at < page_.size();) {
      const size_t end = std::min(page_.find('\n', at), page_.size());
      const std::string_view line = page_.substr(at, end - at);
      at = end + 1;
      const std::string_view bare = trimmed(line);
      if (bare.starts_with("```") || bare.starts_with("~~~")) fenced = !fenced;
      size_t start = 0;
      const std::string_view label = fenced ? std::string_view() : definition_label(line, start);
      if (!label.empty()) {
        inside = definitions_.emplace(label, std::string(trimmed(line.substr(start)))).second;
        if (inside) order_.emplace_back(label, "");
        rest_ += '\n';
        continue;
      }
      const bool continues =
          inside && !bare.empty() && (line.starts_with("    ") || line.starts_with('\t') || !last_blank_);
      last_blank_ = bare.empty();
      if (continues) {
        std::string& words = definitions_[std::string(order_.back().first)];
        words += ' ';
        words += bare;
        continue;
      }
      if (!bare.empty()) inside = false;
      rest_ += line;
      rest_ += '\n';
    }
    for (auto& [label, words] : order_) words = definitions_[label];
  }

  void refer() {
    bool code = false;
    for (size_t at = 0; at < rest_.size(); ++at) {
      if (rest_[at] == '`') code = !code;
      size_t end = 0;
      const std::string label(code ? std::string_view() : label_at(rest_, at, end));
      const auto known = definitions_.find(label);
      if (label.empty() || known == definitions_.end()) {
        result_.text += rest_[at];
        continue;
      }
      const auto [number, is_new] = numbers_.emplace(label, numbers_.size() + 1);
      if (is_new) result_.notes.push_back(known->second);
      const std::string printed = std::to_string(number->second);
      result_.text += "<sup>[" + printed + "](#note-" + printed + ")</sup>";
      at = end - 1;
    }
  }

  std::string_view page_;
  std::string rest_;
  bool last_blank_ = false;
  std::map<std::string, std::string> definitions_;
  std::vector<std::pair<std::string, std::string>> order_;  // of the definitions
  std::map<std::string, size_t> numbers_;
  MarkdownFootnotes result_;
};

}  // namespace

MarkdownFootnotes take_footnotes(std::string_view page) { return FootnoteTaker(page).take(); }

}  // namespace attest
