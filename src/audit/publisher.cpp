// Who publishes a page: what its metadata, its copyright line, its disclaimer and its boards say.
#include <algorithm>

#include "audit/work.h"
#include "base/ascii.h"
#include "base/white_space.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

constexpr size_t kSqueezedMin = 5;  // a shorter name would be found in ordinary words
constexpr size_t kNameBytesMax = 80;

std::string_view host_of(std::string_view url) {
  const size_t start = url.find("//");
  if (start == std::string_view::npos) return {};
  std::string_view host = url.substr(start + 2);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host;
}

// The capitalised words that end at `at`.
std::string_view name_before(std::string_view text, size_t at) {
  size_t end = at;
  while (end > 0 && text[end - 1] == ' ') --end;
  size_t start = end;
  while (start > 0) {
    size_t word = start;
    while (word > 0 && text[word - 1] == ' ') --word;
    const size_t word_end = word;
    while (word > 0 && text[word - 1] != ' ' && text[word - 1] != '\n') --word;
    const std::string_view piece = text.substr(word, word_end - word);
    if (piece.empty() || !is_upper(piece.front())) break;
    // A full stop inside belongs to the name ("Dr.Oracle"), one at the end to the sentence before.
    if (start != end && piece.ends_with('.')) break;
    start = word;
  }
  return text.substr(start, end - start);
}

// "© 2019–2024 Name. All rights reserved" → "Name".
std::string_view after_copyright(std::string_view text, size_t at) {
  while (at < text.size() && (is_digit(text[at]) || text[at] == ' ' || text[at] == '-' || text[at] == ',' ||
                              !is_ascii(text[at]) || text[at] == '(' || text[at] == 'c' || text[at] == ')'))
    ++at;
  if (lower_ascii(text.substr(at, 3)) == "by ") at += 3;
  size_t end = at;
  while (end < text.size() && text[end] != ',' && text[end] != '|' && text[end] != '\n') {
    if (text[end] == '.' && (end + 1 >= text.size() || text[end + 1] == ' ')) break;
    ++end;
  }
  const std::string lower = lower_ascii(text.substr(at, end - at));
  if (const size_t rights = lower.find("all rights"); rights != std::string::npos) end = at + rights;
  return trimmed(text.substr(at, end - at));
}

}  // namespace

std::vector<std::string> publisher_names(const Page& page, const std::string& given) {
  std::vector<std::string> names;
  const auto add = [&](std::string_view name) {
    name = trimmed(name);
    if (name.size() > kNameBytesMax || squeezed(name).size() < kSqueezedMin) return;
    static constexpr std::string_view kNoNames[] = {"professional", "medical", "the", "this", "our", "all"};
    const std::string lower = lower_ascii(name);
    for (const std::string_view word : kNoNames) {
      if (lower == word) return;
    }
    const bool known = std::any_of(names.begin(), names.end(), [&](const std::string& other) {
      return squeezed(other) == squeezed(name);
    });
    if (!known) names.push_back(std::string(name));
  };
  add(given);
  add(page.record.journal.publisher);
  add(page.record.source);
  for (const Block& block : page.blocks) {
    const std::string_view text = page.of(block);
    const std::string lower = lower_ascii(text);
    for (const std::string_view sign : {"©", "copyright"}) {
      if (const size_t at = lower.find(sign); at != std::string::npos)
        add(after_copyright(text, at + sign.size()));
    }
    for (const std::string_view sign :
         {" assumes no liability", " assumes no responsibility", " does not provide medical advice",
          " is not responsible for", " is not liable", " accepts no liability", " medical advisory board",
          " editorial board", " editorial team", " does not endorse", " disclaims"}) {
      const size_t at = lower.find(sign);
      if (at != std::string::npos) add(name_before(text, at));
    }
    // A disclaimer names its site: "the information contained on example.org".
    if (lower.find("information") == std::string::npos && lower.find("site") == std::string::npos) continue;
    for (const std::string_view domain : {".org", ".com", ".net", ".info", ".ai", ".health"}) {
      const size_t at = lower.find(domain);
      if (at == std::string::npos) continue;
      size_t start = at;
      while (start > 0 && lower[start - 1] != ' ' && lower[start - 1] != '/') --start;
      const size_t end = at + domain.size();
      const bool ends = end >= lower.size() || !is_letter_byte(lower[end]);
      if (ends && lower.find('@') == std::string::npos)
        add(std::string_view(text).substr(start, end - start));
    }
  }
  add(host_of(page.record.url));
  return names;
}

}  // namespace attest::audit
