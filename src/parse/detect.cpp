// Tells a format by its content. The tests run from the most certain mark (a magic number, a root element) to
// the least (running text); a name never decides except between Markdown and plain text, which share their
// alphabet.
#include "parse/detect.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/white_space.h"
#include "parse/citations/citation_fields.h"
#include "parse/parser.h"
#include "text/phrases.h"

namespace attest {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view head) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  return head;
}

// UTF-16 with a byte order mark, narrowed so that the ASCII skeleton can be looked at.
std::string narrowed(std::string_view head) {
  const bool little = head.starts_with("\xFF\xFE");
  if (!little && !head.starts_with("\xFE\xFF")) return std::string(without_mark(head));
  std::string narrow;
  for (size_t at = 2; at + 1 < head.size(); at += 2) {
    const char high = head[little ? at + 1 : at];
    const char low = head[little ? at : at + 1];
    narrow += high == 0 ? low : '?';
  }
  return narrow;
}

bool is_upper_or_digit(char c) { return is_upper(c) || is_digit(c); }

std::vector<std::string_view> first_lines(std::string_view head, size_t count) {
  std::vector<std::string_view> lines;
  while (!head.empty() && lines.size() < count) {
    const size_t end = std::min(head.find('\n'), head.size());
    std::string_view line = head.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!trimmed(line).empty()) lines.push_back(line);
    head.remove_prefix(std::min(head.size(), end + 1));
  }
  return lines;
}

// "TY  - JOUR" of RIS, "PMID- 123" of MEDLINE: a tag of two to four signs in four columns, then "- ".
bool is_ris_start(std::string_view line) {
  return line.starts_with("TY") && line.size() >= 5 && trimmed(line.substr(2)).starts_with('-') &&
         line.find('-') <= 5;
}
bool is_medline_line(std::string_view line) {
  return line.size() >= 6 && line[4] == '-' && line[5] == ' ' && is_upper_or_digit(line[0]) &&
         is_upper_or_digit(line[1]);
}

bool looks_like_medline(const std::vector<std::string_view>& lines) {
  if (lines.empty() || !is_medline_line(lines[0])) return false;
  return std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
    return line.starts_with("PMID- ") || line.starts_with("STAT- ") || line.starts_with("OWN - ");
  });
}

constexpr std::array<std::string_view, 24> kBibtexEntries = {
    "article",       "book",       "booklet",     "conference", "inbook",        "incollection",
    "inproceedings", "manual",     "misc",        "thesis",     "mastersthesis", "phdthesis",
    "proceedings",   "techreport", "unpublished", "online",     "report",        "string",
    "comment",       "preamble",   "electronic",  "collection", "dataset",       "patent"};

// "@article{key," at the start of a line; only comments and a few introducing lines may stand before it.
bool looks_like_bibtex(const std::vector<std::string_view>& lines) {
  size_t other_lines = 0;
  for (std::string_view line : lines) {
    line = trimmed(line);
    if (line.starts_with('%')) continue;
    if (!line.starts_with('@')) {
      if (++other_lines > 5) return false;
      continue;
    }
    size_t end = 1;
    while (end < line.size() && is_letter(line[end])) ++end;
    const std::string entry = lower_ascii(line.substr(1, end - 1));
    const std::string_view rest = trimmed(line.substr(end));
    if (rest.empty() || (rest.front() != '{' && rest.front() != '(')) return false;
    return std::find(kBibtexEntries.begin(), kBibtexEntries.end(), entry) != kBibtexEntries.end() ||
           rest.ends_with(',');
  }
  return false;
}

bool looks_like_mesh_table(const std::vector<std::string_view>& lines) {
  for (const std::string_view line : lines) {
    if (line.starts_with("ui\tname\ttrees")) return true;
    if (line.size() < 8 || line[0] != 'D' || std::count(line.begin(), line.end(), '\t') != 3) return false;
    const std::string_view id = line.substr(1, line.find('\t') - 1);
    if (id.size() < 6 || !std::all_of(id.begin(), id.end(), is_digit)) return false;
  }
  return !lines.empty();
}

bool looks_like_table(const std::vector<std::string_view>& lines) {
  if (lines.size() < 3) return false;
  const auto tabs = std::count(lines[0].begin(), lines[0].end(), '\t');
  return tabs >= 2 && std::all_of(lines.begin(), lines.begin() + 3, [tabs](std::string_view line) {
           return std::count(line.begin(), line.end(), '\t') == tabs;
         });
}

bool has_member(std::string_view json, std::string_view name) {
  const std::string quoted = "\"" + std::string(name) + "\"";
  for (size_t at = json.find(quoted); at != std::string_view::npos; at = json.find(quoted, at + 1)) {
    if (trimmed(json.substr(at + quoted.size(), 16)).starts_with(':')) return true;
  }
  return false;
}

// An array of objects, or one object over several lines, is CSL-JSON; whole objects each on a line are JSON
// Lines, unless the only one is a CSL item (it has a type and no text).
Format json_format(std::string_view head) {
  if (head.starts_with('[')) {
    const std::string_view inside = trimmed(head.substr(1));
    return inside.starts_with('{') || inside.starts_with(']') ? Format::kCslJson : Format::kUnknown;
  }
  const size_t line_end = std::min(head.find('\n'), head.size());
  const std::string_view line = trimmed(head.substr(0, line_end));
  const bool more = !trimmed(head.substr(line_end)).empty();
  if (line.ends_with('}') || (line_end == head.size() && line.size() > 2)) {
    const bool csl_item = has_member(line, "type") && !has_member(line, "text");
    if (!more && (csl_item || has_member(line, "items"))) return Format::kCslJson;
    return has_member(line, "id") || has_member(line, "text") || has_member(line, "title")
               ? Format::kJsonLines
               : Format::kUnknown;
  }
  const bool csl = has_member(head, "items") ||
                   (has_member(head, "id") && has_member(head, "type") && !has_member(head, "text"));
  return csl ? Format::kCslJson : Format::kUnknown;
}

Format xml_format(std::string_view root) {
  constexpr std::pair<std::string_view, Format> kRoots[] = {{"PubmedArticleSet", Format::kPubmedXml},
                                                            {"MedlineCitationSet", Format::kPubmedXml},
                                                            {"PubmedArticle", Format::kPubmedXml},
                                                            {"MedlineCitation", Format::kPubmedXml},
                                                            {"PubmedBookArticleSet", Format::kPubmedXml},
                                                            {"PubmedBookArticle", Format::kPubmedXml},
                                                            {"DeleteCitation", Format::kPubmedXml},
                                                            {"article", Format::kJats},
                                                            {"pmc-articleset", Format::kJats},
                                                            {"articles", Format::kJats},
                                                            {"health-topics", Format::kMedlinePlus},
                                                            {"Document", Format::kMedquad},
                                                            {"DescriptorRecordSet", Format::kMeshXml},
                                                            {"html", Format::kHtml}};
  for (const auto& [name, format] : kRoots) {
    if (root == name) return format;
  }
  return Format::kUnknown;
}

// What a JATS article has before its <body>, and no page has.
bool has_jats_front(std::string_view head) {
  return head.find("<article-meta") != std::string_view::npos ||
         head.find("<journal-meta") != std::string_view::npos ||
         head.find("<front>") != std::string_view::npos;
}

bool looks_like_html(std::string_view head) {
  const std::string lowered = lower_ascii(head.substr(0, 4096));
  const std::string_view start = trimmed(lowered);
  return start.starts_with("<!doctype html") ||
         (start.starts_with('<') &&
          (lowered.find("<html") != std::string::npos || lowered.find("<body") != std::string::npos ||
           lowered.find("<head>") != std::string::npos));
}

// Marks that plain prose does not have, each in the first lines: headings, fences, links, lists, emphasis.
bool looks_like_markdown(const std::vector<std::string_view>& lines, std::string_view name) {
  size_t marks = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    const size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    if (hashes >= 1 && hashes <= 6 && hashes < line.size() && line[hashes] == ' ') marks += 2;
    if (line.starts_with("```") || line.find("](http") != std::string_view::npos) marks += 2;
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("> ")) ++marks;
    if (line.find("**") != std::string_view::npos) ++marks;
    if (i > 0 && line.size() >= 3 && line.find_first_not_of('=') == std::string_view::npos) marks += 2;
  }
  const std::string lowered = lower_ascii(name);
  const bool named_markdown = lowered.ends_with(".md") || lowered.ends_with(".markdown");
  const bool named_text = lowered.ends_with(".txt");
  return marks >= (named_markdown ? 1u
                   : named_text   ? 6u
                                  : 3u) ||
         (named_markdown && marks == 0 && !lines.empty());
}

bool is_binary(std::string_view head) {
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != 0x1B;
  });
  return static_cast<size_t>(controls) * 50 > head.size();
}

bool is_tar(std::string_view head) { return head.size() > 262 && head.substr(257, 5) == "ustar"; }

// A ZIP archive with the parts of a Word document: their names stand in the local headers
// (APPNOTE.TXT 4.3.7). Where a large part comes first, the list of content types speaks for the rest.
bool is_word_document(std::string_view head) {
  if (!head.starts_with("PK\x03\x04")) return false;
  if (head.find("word/") != std::string_view::npos) return true;
  return head.find("[Content_Types].xml") != std::string_view::npos &&
         head.find("xl/") == std::string_view::npos && head.find("ppt/") == std::string_view::npos;
}

std::string_view magic_description(std::string_view head) {
  constexpr std::pair<std::string_view, std::string_view> kMagics[] = {
      {"PK\x03\x04", "a ZIP archive (or an office document other than DOCX)"},
      {"\xD0\xCF\x11\xE0", "an old office document"},
      {"BZh", "a bzip2 file"},
      {"\xFD"
       "7zXZ",
       "an xz file"},
      {"7z\xBC\xAF", "a 7z archive"},
      {"\x89PNG", "a PNG picture"},
      {"\xFF\xD8\xFF", "a JPEG picture"},
      {"GIF8", "a GIF picture"},
      {"SQLite format 3", "an SQLite database"},
      {"\x7F"
       "ELF",
       "a program"},
      {"{\\rtf", "an RTF document"},
      {"%!PS", "a PostScript document"}};
  for (const auto& [magic, description] : kMagics) {
    if (head.starts_with(magic)) return description;
  }
  return is_tar(head) ? "a tar archive" : "";
}

}  // namespace

std::string_view xml_root_name(std::string_view head) {
  head = trimmed(without_mark(head));
  while (head.starts_with('<')) {
    size_t end = std::string_view::npos;
    if (head.starts_with("<?")) {
      end = head.find("?>");
      if (end != std::string_view::npos) end += 2;
    } else if (head.starts_with("<!--")) {
      end = head.find("-->");
      if (end != std::string_view::npos) end += 3;
    } else if (head.starts_with("<!")) {
      // A document type ends with the ">" outside its internal subset.
      size_t brackets = 0;
      for (end = 2; end < head.size() && (brackets > 0 || head[end] != '>'); ++end) {
        if (head[end] == '[') ++brackets;
        if (head[end] == ']' && brackets > 0) --brackets;
      }
      ++end;
    } else {
      size_t stop = 1;
      while (stop < head.size() && head[stop] != '>' && head[stop] != '/' && !is_space(head[stop])) ++stop;
      if (stop == 1 || stop == head.size()) return {};
      std::string_view name = head.substr(1, stop - 1);
      if (const size_t colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
      return is_letter(name.empty() ? '?' : name.front()) || name.starts_with('_') ? name
                                                                                   : std::string_view();
    }
    if (end >= head.size()) return {};
    head = trimmed(head.substr(end));
  }
  return {};
}

Format detect_format(std::string_view raw_head, std::string_view name) {
  raw_head = raw_head.substr(0, limits::kDetectBytes);
  if (raw_head.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Format::kPdf;
  if (is_word_document(raw_head)) return Format::kDocx;
  if (!magic_description(raw_head).empty()) return Format::kUnknown;
  const std::string narrow = narrowed(raw_head);
  const std::string_view head = trimmed(narrow);
  if (head.empty()) return Format::kUnknown;
  if (head.starts_with('<')) {
    const std::string_view root = xml_root_name(head);
    const Format format = xml_format(root);
    if (format == Format::kJats && !has_jats_front(head) && looks_like_html(head)) return Format::kHtml;
    if (format != Format::kUnknown) return format;
    if (looks_like_html(head)) return Format::kHtml;
    if (head.starts_with("<?xml") || head.starts_with("<!DOCTYPE")) return Format::kUnknown;
    // Markdown and fragments of HTML may start with an element of HTML; anything else is XML of no known
    // kind.
    constexpr std::array<std::string_view, 22> kHtmlElements = {
        "a", "b",   "br",   "center", "div", "em",      "h1",      "h2",   "h3",     "h4",    "hr",
        "i", "img", "main", "ol",     "p",   "picture", "section", "span", "strong", "table", "ul"};
    if (!root.empty() &&
        std::find(kHtmlElements.begin(), kHtmlElements.end(), lower_ascii(root)) == kHtmlElements.end()) {
      return Format::kUnknown;
    }
  }
  if (is_binary(head)) return Format::kUnknown;
  if (head.starts_with('{') || head.starts_with('[')) {
    const Format format = json_format(head);
    if (format != Format::kUnknown || head.starts_with("{\"") || head.starts_with("{\n")) return format;
  }
  const auto lines = first_lines(head, 60);
  if (std::any_of(lines.begin(), lines.begin() + std::min<ptrdiff_t>(5, std::ssize(lines)), is_ris_start))
    return Format::kRis;
  if (looks_like_medline(lines)) return Format::kMedline;
  if (looks_like_bibtex(lines)) return Format::kBibtex;
  if (looks_like_mesh_table(first_lines(head, 3))) return Format::kMeshTable;
  if (looks_like_table(lines) || lines[0].find(" ::= {") != std::string_view::npos) return Format::kUnknown;
  if (looks_like_html(head)) return Format::kHtml;
  return looks_like_markdown(lines, name) ? Format::kMarkdown : Format::kPlainText;
}

std::string describe_content(std::string_view head) {
  if (const std::string_view magic = magic_description(head); !magic.empty()) return std::string(magic);
  const std::string narrow = narrowed(head);
  const std::string_view text = trimmed(narrow);
  if (text.empty()) return "an empty file";
  if (const std::string_view root = xml_root_name(text); !root.empty()) {
    return "XML with the root element <" + std::string(root.substr(0, 60)) + ">";
  }
  if (text.starts_with("<?xml") || text.starts_with("<!DOCTYPE"))
    return "XML without a root element near its start";
  if (is_binary(text)) return "binary data";
  if (text.starts_with('{') || text.starts_with('['))
    return "JSON that is neither CSL-JSON nor JSON Lines with id and text";
  const auto lines = first_lines(text, 60);
  if (looks_like_table(lines)) return "a table of values separated by tabs";
  if (!lines.empty() && lines[0].find(" ::= {") != std::string_view::npos) return "ASN.1 text";
  return "text of no known kind";
}

}  // namespace attest
