// A parsed HTML page (gumbo) with its lifetime, and the checks that keep a hostile page from exhausting it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gumbo.h>

#include "base/result.h"
#include "parse/pages/text_blocks.h"

namespace attest::html {

struct TreeDeleter {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};
using Tree = std::unique_ptr<GumboOutput, TreeDeleter>;

// Parses UTF-8. Refuses, before parsing, what would nest or multiply beyond the limits of base/limits.h.
Result<Tree> parse_tree(std::string_view page, std::string_view place);

// The estimate behind that refusal: an error when `page` may nest too deep or have too many elements.
Status check_shape(std::string_view page, std::string_view place);

std::string_view attribute(const GumboNode* node, const char* name);
// Name of an element, lower case; "" for other nodes.
std::string_view element_name(const GumboNode* node);
const GumboVector* children_of(const GumboNode* node);  // nullptr when there cannot be any
// All text below, white space collapsed.
std::string text_of(const GumboNode* node);

// 1 to 6 for <h1> to <h6>; 0 for other elements.
uint8_t heading_level(std::string_view name);
// Elements without text for a reader: scripts, styles, pictures.
bool is_script(std::string_view name);
// Hidden by an attribute or its own style.
bool is_hidden(const GumboNode* node);
// Navigation, banners, footers, forms: by element, role, or the words of class and id.
bool is_boilerplate(const GumboNode* node);

// The blocks of the page's main text: what stands in <main> or <article>, or, where a page has neither, what
// its link density and block lengths say is text.
std::vector<TextBlock> main_blocks(const GumboNode* root);
// Every block below `root`, nothing left out but scripts: for fragments that are text from end to end.
std::vector<TextBlock> all_blocks(const GumboNode* root);

// Blocks of a fragment of HTML, such as a summary inside an XML file.
Result<std::vector<TextBlock>> fragment_blocks(std::string_view fragment, std::string_view place);

// What <head> and JSON-LD say about the page. `title` is set too.
void read_metadata(const GumboNode* root, BibliographicRecord& record);

}  // namespace attest::html
