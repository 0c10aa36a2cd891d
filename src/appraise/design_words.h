// Private to appraise: what the words of a title and of a text say about a study's design.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "appraise/appraisal.h"

namespace attest {

struct DesignCue {
  std::string_view phrase;  // as has_phrase() takes it
  StudyDesign design;
};

// The design of the first cue, in list order, that occurs in `lower`; kUnclear when none does.
StudyDesign first_design(std::string_view lower, std::span<const DesignCue> cues);

// Every design that some phrase of the lists for texts hints at, each once. `lower` in lower case.
std::vector<StudyDesign> designs_in_text(std::string_view lower);

// Whether an animal is named. `lower` in lower case.
bool names_species(std::string_view lower);

// Only the first part of a text describes its own design; the rest describes other people's.
std::string_view own_part(std::string_view text);

// What a title says by itself. `title` in lower case.
StudyDesign design_of_title(std::string_view title);

struct PhraseJudgement {
  StudyDesign design = StudyDesign::kUnclear;
  std::string_view basis;  // "title", "text" or ""
};

// What the phrases of title (in lower case) and text say together; `own` is own_statements() of the text.
PhraseJudgement design_of_phrases(std::string_view title, std::string_view text, std::string_view own);
PhraseJudgement design_of_phrases(std::string_view title, std::string_view text);

}  // namespace attest
