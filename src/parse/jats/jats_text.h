// JATS elements as running text (https://jats.nlm.nih.gov/archiving/tag-library/1.3/). Shared by the parts of
// the JATS reader.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace attest::jats {

// The content of a phrase-level element. Superscripts after a digit keep a "^" (10^5), references to the list
// stand in square brackets ("[12]") unless the author has bracketed them, formulae give their MathML or TeX
// text.
std::string inline_text(pugi::xml_node node);
// The same of the first child element of that name; empty without one.
std::string child_text(pugi::xml_node parent, std::string_view name);

// What a container (sec, abstract, p, list, boxed-text, caption…) holds, in order: paragraphs of text, and
// the floating objects met on the way. Sections inside are left to the caller.
struct Flow {
  std::vector<std::string> paragraphs;
  std::vector<pugi::xml_node> tables;   // table-wrap
  std::vector<pugi::xml_node> figures;  // fig
  std::vector<pugi::xml_node> boxes;    // boxed-text
};
void collect_flow(pugi::xml_node container, Flow& flow);

// Paragraphs joined by "\n".
std::string joined(const std::vector<std::string>& paragraphs);

// "2.1 Participants": the label, if any, and the title of a section.
std::string heading_of(pugi::xml_node section);
// "Table 1. Baseline characteristics": label, caption title, caption text.
std::string caption_of(pugi::xml_node object);

// A table-wrap's rows, one a line, cells separated by " | ", then its footnotes. A cell that spans rows is
// repeated in each, so that a row can be cited alone; one that spans columns is followed by empty cells.
std::string table_text(pugi::xml_node table_wrap);

// Which part of a study a heading or sec-type names: "background", "objective", "methods", "results",
// "discussion", "conclusions"; "" when it is none of them.
std::string part_of_heading(std::string_view heading);

}  // namespace attest::jats
