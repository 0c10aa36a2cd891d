// Footnotes of Markdown ("a claim.[^1]" and "[^1]: Author. Title."), which md4c leaves as text. The form is
// that of PHP Markdown Extra (https://michelf.ca/projects/php-markdown/extra/#footnotes) and of GitHub.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attest {

struct MarkdownFootnotes {
  // The page without the definitions; each reference to one is "<sup>[1](#note-1)</sup>", numbered in the
  // order in which the text refers to them.
  std::string text;
  std::vector<std::string> notes;  // the first is number 1; nobody refers to the last ones, if there are such
};

// A reference without a definition stays as it is written; inside code it is not looked for.
MarkdownFootnotes take_footnotes(std::string_view page);

}  // namespace attest
