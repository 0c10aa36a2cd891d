// What an index writes behind a title in brackets, which its authors did not.
#pragma once

#include <string_view>

namespace attest {

// A title as databases give it: what the authors wrote, and the notes in brackets that an indexer or a
// database put behind it ("[see comment]", "[Review] [36 refs]", "[published erratum appears in …]",
// "[corrected]", the language of a translated title). Brackets of the authors' own ("[18F]FDG", a trial's
// name or number) belong to the title.
struct TitleParts {
  std::string_view title;  // without the notes and the white space before them
  std::string_view notes;  // from the first note to the end; empty where there is none
};

TitleParts split_title(std::string_view title);

// The title alone, for showing it and for comparing it with another.
inline std::string_view without_title_notes(std::string_view title) { return split_title(title).title; }

}  // namespace attest
