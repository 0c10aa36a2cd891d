// Private to appraise: what the words of a title and of a text say about a study's design.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "appraise/appraisal.h"

namespace attest {

struct DesignCue {
  std::string_view phrase;  // as has_phrase() takes it
  StudyDesign design;
};

// The design of the first cue, in list order, that occurs in `lower`; kUnclear when none does.
StudyDesign first_design(std::string_view lower, std::span<const DesignCue> cues);

// Only the first part of a text describes its own design; the rest describes other people's.
std::string_view own_part(std::string_view text);

// What a title says by itself. `title` in lower case.
StudyDesign design_of_title(std::string_view title);

// What title (in lower case) and text say together; `basis` becomes "title", "text" or "".
StudyDesign design_of_text(std::string_view title, std::string_view text, std::string& basis);

}  // namespace attest
